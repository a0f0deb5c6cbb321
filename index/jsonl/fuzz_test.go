package jsonl_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index/jsonl"
)

// FuzzReader: no line panics, and what was read is written and read again as itself, in every unit.
func FuzzReader(f *testing.F) {
	for _, unit := range units {
		line, err := jsonl.Marshal(sample(), unit)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(line, uint8(unit))
	}
	for _, s := range []string{
		`{"id":1,"text":"a\ud800b"}`, `{"headline":"H","body":"B","published":"2020-02-30"}`, "{}\n\n{\"text\":\"x\"}", `{"text":"\u0000é","ents":[{"start":1,"end":2,"label":"MISC"}]}`,
		`{"text":"a","entities":[{"id":-5,"label":"ORG","name":""}],"mentions":[{"start":0,"end":1,"label":"ORG","entity":-5}]}`,
		`{"text":"ab","timex":[{"start":0,"end":1,"value":"X"}],"quotes":[{"spans":[[0,1],[1,2]],"cue":[[0,1]],"type":"direct","speaker":{"start":0,"end":1},"speaker_entity":"A"}]}`,
		`{"text":"ab","mentions":[{"start":0,"end":1,"label":"DATE","timex":"DATE","from":"-0043-01-01","to":"123456-01-01"}]}`,
	} {
		f.Add([]byte(s), uint8(0))
	}
	f.Fuzz(func(t *testing.T, data []byte, u uint8) {
		unit := units[int(u)%len(units)]
		r := jsonl.NewReader(bytes.NewReader(data), "fuzz")
		r.Unit = unit
		for d, err := range r.Documents() {
			if err != nil {
				continue
			}
			line, err := jsonl.Marshal(d, unit)
			if err != nil {
				t.Fatalf("read but not written: %v", err)
			}
			once, err := jsonl.Unmarshal(line, unit)
			if err != nil {
				t.Fatalf("written but not read: %v\n%s", err, line)
			}
			if line, err = jsonl.Marshal(once, unit); err != nil {
				t.Fatal(err)
			}
			twice, err := jsonl.Unmarshal(line, unit)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(once, twice); diff != "" {
				t.Fatal(diff)
			}
			if d.ID != once.ID || d.Text != once.Text || len(d.Mentions) != len(once.Mentions) || len(d.Quotes) != len(once.Quotes) {
				t.Fatalf("lost on the way: %+v\n%+v", d, once)
			}
		}
	})
}

// FuzzParseTime: what is read as a date of publication is written as a day that is read as the same day.
func FuzzParseTime(f *testing.F) {
	for _, s := range []string{"", "2020-02-12", "2020-02-12T23:30:00-05:00", "2020-02-12T15:04Z", "2020-02-12 15:04:05", "-0043-03-15", "123456-01-01", "2020-02-30", "0001-01-01", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		when, err := jsonl.ParseTime(s)
		if err != nil || when.IsZero() {
			return
		}
		line, err := jsonl.Marshal(&dateline.Document{Article: dateline.Article{ID: "a", Published: when}}, units[0])
		if err != nil {
			t.Fatalf("%q is read as %v, but not written: %v", s, when, err)
		}
		again, err := jsonl.Unmarshal(line, units[0])
		if err != nil || dateline.DayOf(again.Published.Date()) != dateline.DayOf(when.Date()) {
			t.Fatalf("%q is read as %v and written as %s: %v", s, when, line, err)
		}
	})
}

// FuzzOffsets: positions on the bounds of characters come back as themselves, and never fall as the text goes on.
func FuzzOffsets(f *testing.F) {
	f.Add("aé😀\xff\u0301\r\n")
	f.Add("")
	f.Fuzz(func(t *testing.T, text string) {
		for _, unit := range units {
			o, last := jsonl.NewOffsets(text, unit), -1
			for pos := range text {
				n := o.FromByte(pos)
				if n <= last || o.ToByte(n) != pos {
					t.Fatalf("%q in unit %v: byte %d is %d, after %d, and back %d", text, unit, pos, n, last, o.ToByte(n))
				}
				last = n
			}
		}
	})
}
