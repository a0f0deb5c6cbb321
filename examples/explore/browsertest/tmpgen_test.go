package browsertest
import ("testing";"os";"encoding/json";"bufio")
func TestTmpGen(t *testing.T) {
	f, _ := os.Create("/tmp/explore/news20k.jsonl")
	w := bufio.NewWriter(f)
	room := newNewsroom()
	e := json.NewEncoder(w)
	for i := range 20000 { e.Encode(room.article(i)) }
	w.Flush(); f.Close()
}
