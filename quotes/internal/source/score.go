package source

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"github.com/dateline-nlp/dateline/quotes/internal/clause"
)

// The score of an answer is how often answers of its rule and length were right in the training articles, content and speaker:
// scores.tsv, counted by train_test.go and smoothed towards the rule's mean and the mean of all.

//go:generate go test -run TestScores -update .

//go:embed scores.tsv
var scoresTSV string

var (
	scoresOnce sync.Once
	scores     map[[2]string]float64
)

// unknown is the most that an answer without a speaker scores: somebody is named for nearly every quotation of the articles.
const unknown = 0.4

// score is the calibrated score of an answer by rule and number of words.
func score(rule string, words int) float64 {
	scoresOnce.Do(func() {
		scores = map[[2]string]float64{}
		for _, line := range strings.Split(scoresTSV, "\n") {
			if col := strings.Split(line, "\t"); len(col) == 3 {
				if v, err := strconv.ParseFloat(col[2], 64); err == nil {
					scores[[2]string{col[0], col[1]}] = v
				}
			}
		}
	})
	if v, ok := scores[[2]string{rule, Length(words)}]; ok {
		return v
	}
	return 0.5
}

// Length names the bucket of a number of words.
func Length(words int) string {
	switch {
	case words <= 2:
		return "1-2"
	case words <= 5:
		return "3-5"
	}
	return "6-"
}

// Words counts the words of the stretch of an answer; a turn without quotation marks counts as a long one.
func (a *Answer) Words(t *clause.Text) int {
	if a.Stretch < 0 {
		return 6
	}
	f := finder{Text: t}
	return f.words(a.Item)
}
