package encoder

import (
	"fmt"
	"strconv"
	"strings"
)

// A script says how a lemma is made of a word (Straka 2018): whether in lower
// case, how many letters fall off its end and what is put there; or it is the
// lemma itself.
type script struct {
	lower bool
	cut   int
	add   string
	whole bool // add is the lemma
}

func newScript(s string) (script, error) {
	kind, rest, _ := strings.Cut(s, " ")
	if kind == "=" {
		return script{add: rest, whole: true}, nil
	}
	cut, add, ok := strings.Cut(rest, " ")
	n, err := strconv.Atoi(cut)
	if kind != "l" && kind != "w" || !ok || err != nil || n < 0 {
		return script{}, fmt.Errorf("%q is no script of a lemma", s)
	}
	return script{lower: kind == "l", cut: n, add: add}, nil
}

// lemma is what the script makes of a word. A script that would cut all of it
// off leaves it as it is.
func (s script) lemma(word string) string {
	if s.whole {
		return s.add
	}
	if s.lower {
		word = strings.ToLower(word)
	}
	if s.cut == 0 {
		return word + s.add
	}
	letters := []rune(word)
	if s.cut >= len(letters) {
		return word
	}
	return string(letters[:len(letters)-s.cut]) + s.add
}
