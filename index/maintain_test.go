package index_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-nlp/dateline"
	"github.com/dateline-nlp/dateline/index"
)

func TestRepair(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ix")
	ix, err := index.Create(dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := newGenerator(3)
	var docs []*dateline.Document
	for n := range 30 {
		docs = append(docs, g.article(n))
	}
	addAll(t, ix, docs[:20]...)
	addAll(t, ix, docs[20:]...)
	if err := ix.Close(); err != nil {
		t.Fatal(err)
	}
	zap, err := filepath.Glob(filepath.Join(dir, "store", "*.zap"))
	if err != nil || len(zap) == 0 {
		t.Fatalf("%v, %v", zap, err)
	}
	data, err := os.ReadFile(zap[0])
	if err != nil {
		t.Fatal(err)
	}
	for i := 100; i < 400; i++ {
		data[i] ^= 0x55 // stored records of the first documents
	}
	if err := os.WriteFile(zap[0], data, 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := index.Open(dir, index.Options{}); !errors.Is(err, index.ErrDamaged) {
		t.Fatalf("opened: %v", err)
	}
	known := docs[:20]
	if len(zap) == 1 { // the two were merged meanwhile, so that nothing else is left to read
		known = docs
	}
	rep, err := index.Repair(ctx, dir, sequence(known...), index.AddOptions{})
	if err != nil {
		t.Fatalf("%v, %+v", err, rep)
	}
	ix, err = index.Open(dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	n := 0
	for d, err := range ix.Documents(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(docs[n].Mentions, d.Mentions); diff != "" {
			t.Error(diff)
		}
		n++
	}
	if n != len(docs) {
		t.Errorf("%d articles after the repair, want %d", n, len(docs))
	}
	if _, err := os.Stat(dir + ".damaged"); err != nil {
		t.Errorf("what was damaged is gone: %v", err)
	}
}

func TestCopy(t *testing.T) {
	ix := create(t)
	g := newGenerator(3)
	for n := range 50 {
		add(t, ix, g.article(n))
	}
	dir := filepath.Join(t.TempDir(), "copy")
	done := make(chan error)
	go func() { done <- ix.Copy(ctx, dir) }()
	for n := range 20 {
		add(t, ix, g.article(50+n))
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	dup, err := index.Open(dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer dup.Close()
	h, err := dup.Check(ctx)
	if err != nil || len(h.Problems) > 0 || h.Articles < 50 {
		t.Errorf("copy: %+v, %v", h, err)
	}
	if err := ix.Copy(ctx, dir); !errors.Is(err, index.ErrExists) {
		t.Errorf("copied over it: %v", err)
	}
}

func TestCancelled(t *testing.T) {
	ix := create(t)
	gone, cancel := context.WithCancel(ctx)
	cancel()
	_, err1 := ix.Search(gone, index.Query{})
	_, err2 := ix.AddAll(gone, sequence(nato()), index.AddOptions{})
	_, err3 := ix.Delete(gone, "x")
	_, err4 := ix.Document(gone, "x")
	for i, err := range []error{err1, err2, err3, err4, ix.Add(gone, nato())} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("operation %d: %v", i+1, err)
		}
	}
	// Cancelled on the way, AddAll has on disk what it reports.
	half, cancel := context.WithCancel(ctx)
	defer cancel()
	g := newGenerator(1)
	docs := func(yield func(*dateline.Document, error) bool) {
		for n := range 2000 {
			if n == 700 {
				cancel()
			}
			if !yield(g.article(n), nil) {
				return
			}
		}
	}
	rep, err := ix.AddAll(half, docs, index.AddOptions{})
	if !errors.Is(err, context.Canceled) || rep.Done < 250 || rep.Done > 750 {
		t.Errorf("%+v, %v", rep, err)
	}
	if a, q, _ := ix.Count(); a != rep.Done || q != rep.Quotes {
		t.Errorf("%d articles, %d quotes; reported %d, %d", a, q, rep.Done, rep.Quotes)
	}
}

// Compacting changes nothing but the number of files.
func TestCompact(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ix")
	ix, err := index.Create(dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	docs := generated(3, 40)
	for _, d := range docs {
		add(t, ix, d)
	}
	q := index.Query{Said: "war"}
	before := found(t, ix, q, index.Quotes)
	generation := ix.Generation()
	if err := ix.Compact(ctx); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, found(t, ix, q, index.Quotes)); diff != "" || ix.Generation() != generation {
		t.Error(diff)
	}
	if h, err := ix.Check(ctx); err != nil || len(h.Problems) > 0 || h.Articles != len(docs) {
		t.Errorf("%+v, %v", h, err)
	}
	if err := ix.Close(); err != nil {
		t.Fatal(err)
	}
	if ix, err = index.OpenReadOnly(dir, index.Options{}); err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	if err := ix.Compact(ctx); !errors.Is(err, index.ErrReadOnly) {
		t.Errorf("compacted read-only: %v", err)
	}
}

// An index of another version is not opened; rebuilt from itself, it is.
func TestVersion(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ix")
	ix, err := index.Create(dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	docs := generated(3, 10)
	addAll(t, ix, docs...)
	ix.Close()
	path := filepath.Join(dir, "dateline.json")
	if err := os.WriteFile(path, []byte(`{"format":99}`), 0o666); err != nil {
		t.Fatal(err)
	}
	if _, err := index.Open(dir, index.Options{}); !errors.Is(err, index.ErrVersion) {
		t.Errorf("opened: %v", err)
	}
	if rep, err := index.Repair(ctx, dir, nil, index.AddOptions{}); err != nil || rep.Done != len(docs) || rep.Failed > 0 {
		t.Fatalf("%+v, %v", rep, err)
	}
	if ix, err = index.Open(dir, index.Options{}); err != nil {
		t.Fatal(err)
	}
	ix.Close()
}

// Without the file that says which segments count, articles are read from the segments themselves, in their latest version.
func TestRepairWithoutBolt(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "ix")
	ix, err := index.Create(dir, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	docs := generated(3, 30)
	addAll(t, ix, docs...)
	changed := generated(8, 10)
	for _, d := range changed { // the same ids with other texts
		add(t, ix, d)
	}
	if err := ix.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(filepath.Join(dir, "store", "root.bolt"), 5000); err != nil {
		t.Fatal(err)
	}
	rep, err := index.Repair(ctx, dir, nil, index.AddOptions{})
	if err != nil || rep.Done != len(docs) || rep.Failed != 1 {
		t.Fatalf("%+v, %v", rep, err)
	}
	if ix, err = index.Open(dir, index.Options{}); err != nil {
		t.Fatal(err)
	}
	defer ix.Close()
	for i, d := range docs {
		if i < len(changed) {
			d = changed[i]
		}
		if got, err := ix.Document(ctx, d.ID); err != nil || got.Text != d.Text {
			t.Errorf("%s: an older version, or %v", d.ID, err)
		}
	}
}
