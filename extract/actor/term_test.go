package actor

import (
	"testing"
	"time"

	"rapporteur/extract/grammar"
)

// TestOfficesByDate reads one sentence as if published on different days: who
// holds an office of state then is of that state, without a word of it.
func TestOfficesByDate(t *testing.T) {
	const layer = `
@Person Obama
@Person Netanyahu
Obama     PROPN/NNP nsubj 2
phoned    VERB/VBD  root  0 phone
Netanyahu PROPN/NNP obj   2
from      ADP/IN    case  6
the       DET/DT    det   6
U.S.      PROPN/NNP obl   2
.         PUNCT/.   punct 2`
	for _, c := range []struct{ day, obama, netanyahu string }{
		{"2014-07-01", "Obama | person USA GOV | of United States", "Netanyahu | person"},
		{"2018-07-01", "Obama | person", "Netanyahu | person"},
		{"", "Obama | person", "Netanyahu | person"},
	} {
		d := readLayer(t, layer)
		if c.day != "" {
			day, err := time.Parse(time.DateOnly, c.day)
			if err != nil {
				t.Fatal(err)
			}
			d.Article.Published = day
		}
		cast := Find(grammar.New(d))
		if got := shown(cast, 0, false); got != c.obama {
			t.Errorf("on %q %q is read, want %q", c.day, got, c.obama)
		}
		// Nothing in the sentence speaks of Israel.
		if got := shown(cast, 2, false); got != c.netanyahu {
			t.Errorf("on %q %q is read, want %q", c.day, got, c.netanyahu)
		}
	}
}
