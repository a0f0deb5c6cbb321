package web

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/dateline-nlp/dateline/index"
)

// cutting cancels a request as soon as something is sent.
type cutting struct {
	*httptest.ResponseRecorder
	cancel func()
}

func (c cutting) Write(p []byte) (int, error) {
	c.cancel()
	return c.ResponseRecorder.Write(p)
}

// TestExportBreaks wants an export that fails under way to break off, so that a browser tells of it, and one that fails at first to be an
// error.
func TestExportBreaks(t *testing.T) {
	s := &Server{ix: large(t, 1500)}
	export := func(ctx context.Context, w http.ResponseWriter) (broken any) {
		defer func() { broken = recover() }()
		s.hits(ctx, w, "jsonl", index.Request{Target: index.Quotes})
		return nil
	}
	ctx, cancel := context.WithCancel(t.Context())
	w := httptest.NewRecorder()
	if broken := export(ctx, w); broken != nil || strings.Count(w.Body.String(), "\n") != 6000 {
		t.Errorf("%v, %d lines, want 6000", broken, strings.Count(w.Body.String(), "\n"))
	}
	w = httptest.NewRecorder()
	broken := export(ctx, cutting{w, cancel})
	if err, ok := broken.(error); !ok || !errors.Is(err, http.ErrAbortHandler) || w.Body.Len() == 0 {
		t.Errorf("cut off after %d bytes: %v, want %v", w.Body.Len(), broken, http.ErrAbortHandler)
	}
	if s, err := NewServer(s.ix, true); err != nil {
		t.Fatal(err)
	} else if w = get(t, s, "/export?as=csv"); strings.Count(w.Body.String(), "\n") != 6001 {
		t.Errorf("%d lines of CSV, want 6001", strings.Count(w.Body.String(), "\n"))
	}
}
