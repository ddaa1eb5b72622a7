package speech

import (
	_ "embed"
	"fmt"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed nouns.tsv
var nouns string

// A Role is what a noun does where somebody says something.
type Role uint8

// The roles; a noun may have several.
const (
	Document Role = 1 << iota // a text, which speaks for those who issue it
	Occasion                  // where, when or how statements are made
	Outlet                    // one who publishes
	Body                      // a body that speaks for itself
	Watcher                   // one who watches
	Plan                      // what things happen according to
	Turn                      // one who has turns in a transcript under this name
)

var roles = map[string]Role{
	"document": Document, "occasion": Occasion, "outlet": Outlet, "body": Body, "observer": Watcher, "plan": Plan, "turn": Turn,
}

var byNoun = sync.OnceValue(func() map[string]Role {
	out, err := readNouns(nouns)
	if err != nil {
		// A fault of the build, which the test of this package finds.
		panic(err)
	}
	return out
})

// Roles are those of a noun, given by its lemma in lower case; 0 for nouns that
// the table does not have.
func Roles(lemma string) Role { return byNoun()[lemma] }

func readNouns(text string) (map[string]Role, error) {
	out := map[string]Role{}
	for _, cells := range table.Rows("speech/nouns.tsv", text, "noun", "class") {
		role, known := roles[cells[1]]
		if cells[0] == "" || !known {
			return nil, fmt.Errorf("knowledge/speech/nouns.tsv: unknown class in %q; the head of the file lists them", cells)
		}
		out[cells[0]] |= role
	}
	return out, nil
}
