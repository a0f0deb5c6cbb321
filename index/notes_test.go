package index

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-nlp/dateline"
)

// A filler sets every field of a value, so that none that is added later is forgotten.
type filler struct {
	t *testing.T
	n int
}

func (f *filler) fill(v reflect.Value) {
	f.n++
	switch {
	case v.Type() == reflect.TypeFor[dateline.Span]():
		v.Set(reflect.ValueOf(dateline.Span{Start: f.n % 40, End: 40 + f.n%60}))
		return
	case v.Type() == reflect.TypeFor[dateline.EntityID]():
		v.SetInt(int64(1 + f.n%2))
		return
	case v.Type() == reflect.TypeFor[dateline.Interval]():
		v.Set(reflect.ValueOf(dateline.Interval{From: dateline.Day(-f.n), To: lastDay - dateline.Day(f.n)}))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		f.fill(v.Index(0))
		f.fill(v.Index(1))
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		f.fill(v.Elem())
	case reflect.String:
		v.SetString(strings.Repeat("é\xff", f.n%3) + "x")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int32:
		v.SetInt(int64(-f.n))
	case reflect.Uint8:
		v.SetUint(1)
	case reflect.Float64:
		v.SetFloat(float64(f.n) / 10_000)
	default:
		f.t.Fatalf("a field of kind %s: fill it here, and write it in notes.go", v.Kind())
	}
}

// Every field of every annotation comes back, those that are unlikely too.
func TestNotes(t *testing.T) {
	text := strings.Repeat("x", 100)
	want := &dateline.Document{Article: dateline.Article{Text: text}}
	f := &filler{t: t}
	for _, list := range []any{&want.Sections, &want.Sentences, &want.Mentions, &want.Entities, &want.Quotes} {
		f.fill(reflect.ValueOf(list).Elem())
	}
	for i := range want.Entities {
		want.Entities[i].ID = dateline.EntityID(i + 1)
	}
	for i := range want.Sentences { // tokens are not kept
		want.Sentences[i].First, want.Sentences[i].Limit = 0, 0
	}
	want.Entities[1].Geo.Lat = 1.0 / 3
	notes, err := packNotes(want)
	if err != nil {
		t.Fatal(err)
	}
	got := &dateline.Document{Article: want.Article}
	if err := unpackNotes(got, notes); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	for n := range notes { // cut short, it is an error and no panic
		if err := unpackNotes(&dateline.Document{Article: want.Article}, notes[:n]); !errors.Is(err, errPacked) {
			t.Errorf("the first %d of %d bytes: %v", n, len(notes), err)
		}
	}
}

// FuzzNotes: any bytes are annotations within the text, or refused.
func FuzzNotes(f *testing.F) {
	d := &dateline.Document{Article: dateline.Article{Text: "Ann spoke."}}
	d.Entities = []dateline.Entity{{ID: 1, Label: dateline.Person, Name: "Ann", Geo: &dateline.Geo{Lat: 0.123456789}}}
	d.Mentions = []dateline.Mention{{Span: dateline.Span{End: 3}, Label: dateline.Person, Entity: 1, Time: &dateline.Timex{}}}
	notes, err := packNotes(d)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(d.Text, notes)
	packed, err := deflate(notes)
	if err != nil {
		f.Fatal(err)
	}
	f.Add("", packed)
	f.Fuzz(func(t *testing.T, text string, data []byte) {
		_, _ = inflate(data) // must not panic
		d := &dateline.Document{Article: dateline.Article{Text: text}}
		if unpackNotes(d, data) != nil {
			return
		}
		for _, m := range d.Mentions {
			if m.Start < 0 || m.Start > m.End || m.End > len(text) {
				t.Fatalf("mention %v in %d bytes", m.Span, len(text))
			}
		}
		packed, err := deflate(data)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := inflate(packed); err != nil || !bytes.Equal(got, data) {
			t.Fatalf("%q became %q, %v", data, got, err)
		}
	})
}
