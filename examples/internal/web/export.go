package web

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/dateline-nlp/dateline/examples/internal/table"
	"github.com/dateline-nlp/dateline/index"
)

// A format is a kind of file that can be exported. Hits are written as they are found; the others are made before the answer begins.
type format struct {
	kind, extension string
	write           func(s *Server, r *http.Request, query index.Query) (io.WriterTo, error)
}

var formats = map[string]format{
	"csv":     {"text/csv; charset=utf-8", "csv", nil},
	"jsonl":   {"application/x-ndjson", "jsonl", nil},
	"graphml": {"application/graphml+xml", "graphml", (*Server).graph},
	"gexf":    {"application/gexf+xml", "gexf", (*Server).graph},
	"geojson": {"application/geo+json", "geojson", (*Server).geoJSON},
}

// export writes what a query finds as a file to keep.
func (s *Server) export(w http.ResponseWriter, r *http.Request) {
	as := r.URL.Query().Get("as")
	f, ok := formats[as]
	if !ok {
		s.fail(w, http.StatusBadRequest, "An export is as=csv, jsonl, graphml, gexf or geojson.")
		return
	}
	st := readState(r)
	st.tab = r.URL.Query().Get("tab")
	query, err := parse(st.q)
	if err != nil {
		s.fail(w, http.StatusBadRequest, err.Error())
		return
	}
	var made io.WriterTo
	if f.write != nil {
		if made, err = f.write(s, r, query); err != nil {
			s.failed(w, err)
			return
		}
	}
	w.Header().Set("Content-Type", f.kind)
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=\"dateline-%s.%s\"", time.Now().Format("20060102-150405"), f.extension))
	if made != nil {
		_, _ = made.WriteTo(w)
		return
	}
	s.hits(r.Context(), w, as, s.request(st, query))
}

// hits writes up to maxExport hits. What fails before the first byte is sent is told as an error; after that the connection breaks off, so
// that nobody takes a part for the whole.
func (s *Server) hits(ctx context.Context, w http.ResponseWriter, as string, req index.Request) {
	req.Size = 500
	sent := &sentinel{w: w}
	out := bufio.NewWriter(sent)
	n := 0
	for h, err := range s.ix.All(ctx, req) {
		switch {
		case err != nil && !sent.begun:
			w.Header().Del("Content-Disposition")
			s.failed(w, err)
			return
		case err != nil:
			panic(http.ErrAbortHandler)
		}
		hits := []index.Hit{h}
		if as == "csv" {
			err = table.CSV(out, hits, n == 0)
		} else {
			err = table.JSONL(out, hits)
		}
		if err != nil {
			return
		}
		if n++; n == maxExport {
			break
		}
	}
	if n == 0 && as == "csv" {
		_ = table.CSV(out, nil, true)
	}
	_ = out.Flush()
}

// A sentinel knows whether anything has been sent.
type sentinel struct {
	w     io.Writer
	begun bool
}

func (s *sentinel) Write(p []byte) (int, error) {
	s.begun = true
	return s.w.Write(p)
}

func (s *Server) graph(r *http.Request, query index.Query) (io.WriterTo, error) {
	v := r.URL.Query()
	_, opt := networkOptions(v.Get("in"), v.Get("size"))
	net, err := s.ix.Network(r.Context(), query, opt)
	if err != nil {
		return nil, err
	}
	var b strings.Builder
	if v.Get("as") == "gexf" {
		err = net.WriteGEXF(&b)
	} else {
		err = net.WriteGraphML(&b)
	}
	return strings.NewReader(b.String()), err
}

// geoJSON is the places of a map as points (RFC 7946).
func (s *Server) geoJSON(r *http.Request, query index.Query) (io.WriterTo, error) {
	m, err := s.newMap(r.Context(), state{path: "/map"}, query, parseBox(r.URL.Query().Get("box")))
	if err != nil {
		return nil, err
	}
	type properties struct {
		Name string `json:"name"`
		N    int    `json:"n"`
	}
	type geometry struct {
		Type        string     `json:"type"`
		Coordinates [2]float64 `json:"coordinates"`
	}
	type feature struct {
		Type       string     `json:"type"`
		Properties properties `json:"properties"`
		Geometry   geometry   `json:"geometry"`
	}
	list := []feature{}
	for _, d := range m.Dots {
		list = append(list, feature{"Feature", properties{d.Name, d.N}, geometry{"Point", [2]float64{d.Lon, d.Lat}}})
	}
	b, err := json.Marshal(struct {
		Type     string    `json:"type"`
		Features []feature `json:"features"`
	}{"FeatureCollection", list})
	return strings.NewReader(string(b) + "\n"), err
}
