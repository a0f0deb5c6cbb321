package cli

import (
	"flag"
	"fmt"
	"time"

	"github.com/dateline-nlp/dateline/index/jsonl"
)

// Date registers a flag that takes a calendar day as in 2020-02-12. The zero time means that it was not given.
func Date(fs *flag.FlagSet, name, usage string) *time.Time {
	v := new(time.Time)
	fs.Func(name, usage, func(s string) (err error) {
		if *v, err = jsonl.ParseTime(s); err != nil || v.IsZero() {
			return fmt.Errorf("write the day as in 2020-02-12")
		}
		return nil
	})
	return v
}
