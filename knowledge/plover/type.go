package plover

import (
	_ "embed"
	"strconv"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed types.tsv
var typesTSV string

//go:embed modes.tsv
var modesTSV string

// A Type is an event type of PLOVER.
type Type struct {
	Name      string
	Quad      string  // quad class: "verbal cooperation", "material conflict" …
	CAMEO     string  // CAMEO root code: "04"
	Score     float64 // conflict-cooperation score, -10 to 10, of events without a mode
	Recipient bool    // the manual asks for a recipient
	// Verbal marks acts that are done once uttered, so that one who reports his
	// own claims nothing of the world.
	Verbal  bool
	Meaning string
	Modes   []Mode
}

// A Mode says how an event was done or, of verbal conflict, what it was about.
type Mode struct {
	Name    string
	Score   float64
	CAMEO   string // CAMEO root code, its type's where it has none of its own
	Meaning string
}

// Types are the sixteen types of PLOVER, in the order of quad classes.
var Types = sync.OnceValue(func() []Type {
	var out []Type
	for _, r := range table.Rows("plover/types.tsv", typesTSV, "type", "quad", "cameo", "score", "recipient", "verbal", "meaning") {
		out = append(out, Type{
			Name: r[0], Quad: r[1], CAMEO: r[2], Score: number(r[3]), Recipient: r[4] == "yes", Verbal: r[5] == "yes", Meaning: r[6],
		})
	}
	for _, r := range table.Rows("plover/modes.tsv", modesTSV, "type", "mode", "score", "cameo", "meaning") {
		for i := range out {
			if out[i].Name == r[0] {
				m := Mode{Name: r[1], Score: number(r[2]), CAMEO: r[3], Meaning: r[4]}
				if m.CAMEO == "" {
					m.CAMEO = out[i].CAMEO
				}
				out[i].Modes = append(out[i].Modes, m)
			}
		}
	}
	return out
})

var byName = sync.OnceValue(func() map[string]*Type {
	all := Types()
	out := make(map[string]*Type, len(all))
	for i := range all {
		out[all[i].Name] = &all[i]
	}
	return out
})

// TypeByName is the type of that name, or nil.
func TypeByName(name string) *Type { return byName()[name] }

// Mode is the mode of t of that name, or nil.
func (t *Type) Mode(name string) *Mode {
	for i := range t.Modes {
		if t.Modes[i].Name == name {
			return &t.Modes[i]
		}
	}
	return nil
}

// Root is the CAMEO root code of an event of type t with a mode, which may be "".
func (t *Type) Root(mode string) string {
	if m := t.Mode(mode); m != nil {
		return m.CAMEO
	}
	return t.CAMEO
}

// number reads a score; that every cell is one is a test's business.
func number(cell string) float64 {
	f, _ := strconv.ParseFloat(cell, 64)
	return f
}
