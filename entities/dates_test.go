package entities_test

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/dateline-nlp/dateline/entities"
)

func ExampleParseDate() {
	today := time.Date(2020, 2, 12, 0, 0, 0, 0, time.UTC)
	for _, s := range []string{"2019-07", "July 2019", "last week", "between 2010 and 2012", "44 BC"} {
		t, err := entities.ParseDate(s, today)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%s: %s, that is %s\n", s, t.Interval, entities.DescribeDate(t))
	}
	// Output:
	// 2019-07: 2019-07-01/2019-08-01, that is July 2019
	// July 2019: 2019-07-01/2019-08-01, that is July 2019
	// last week: 2020-02-03/2020-02-10, that is the week of 3 February 2020
	// between 2010 and 2012: 2010-01-01/2013-01-01, that is 2010 to 2012
	// 44 BC: -0043-01-01/-0042-01-01, that is 44 BC
}

func TestParseDateErrors(t *testing.T) {
	for s, want := range map[string]error{
		"tea time":         entities.ErrDateSyntax,
		"last week":        entities.ErrNoReferenceDate,
		"31 February 2019": entities.ErrNoSuchDay,
	} {
		if _, err := entities.ParseDate(s, time.Time{}); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", s, err, want)
		}
	}
}
