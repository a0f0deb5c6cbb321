package tagger

import (
	"math"

	"github.com/dateline-nlp/dateline/entities/internal/tagger/crf"
)

// A Calibration turns the model's probability of a mention into the share of such mentions that are right: a logistic curve over the
// log-odds for each type, slope and offset, fitted on text that was held out. Zero slopes leave the probability as it is.
type Calibration [2 * crf.Types]float32

// apply returns the calibrated probability of a mention of type t that the model gives p.
func (c *Calibration) apply(p float64, t int) float64 {
	const edge = 1e-6
	p = min(max(p, edge), 1-edge)
	slope := float64(c[2*t])
	if !(slope > 0) {
		return p
	}
	q := 1 / (1 + math.Exp(-slope*math.Log(p/(1-p))-float64(c[2*t+1])))
	if math.IsNaN(q) {
		return p
	}
	return q
}
