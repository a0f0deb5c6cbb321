package index

import (
	"context"
	"errors"
)

// Join makes one index of several, for searching: hits, totals, facets, timelines and networks are those of all of them
// together. Where the same id is in more than one, the article of the first counts. Words are weighed within each member, so
// that scores of different members compare only roughly. A member that fails makes the operation fail. The joined index is
// read-only; closing it leaves the members open, and a closed member makes its operations fail.
func Join(members ...*Index) (*Index, error) {
	if len(members) == 0 {
		return nil, errors.New("index: there is nothing to join")
	}
	j := &Index{readOnly: true}
	for _, m := range members {
		if m == nil {
			return nil, errors.New("index: a member to join is nil")
		}
		for _, p := range m.parts() {
			j.members = appendNew(j.members, p) // twice, it would be locked twice, which a Close in between never lets happen
		}
	}
	return j, nil
}

func (ix *Index) countJoined() (articles, quotes int, err error) {
	err = ix.during(context.Background(), func(s *session) error {
		for _, l := range []level{articleLevel, quoteLevel} {
			n := 0
			err := s.scan(&Query{}, l, nil, func(values) error { n++; return nil })
			if err != nil {
				return err
			}
			if l == articleLevel {
				articles = n
			} else {
				quotes = n
			}
		}
		return nil
	})
	return articles, quotes, err
}
