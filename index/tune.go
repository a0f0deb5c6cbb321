package index

import zap "github.com/blevesearch/zapx/v17"

// bleve allocates the buffer of a new segment by the size of the documents of the segment before, of any index in the
// process: after one article of 20 MB, a batch of 250 small ones would ask for 7 GB. Without the estimate the buffer grows
// as it is filled.
func init() { zap.NewSegmentBufferAvgBytesPerDocFactor = 0 }
