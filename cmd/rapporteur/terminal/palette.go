package terminal

// A Palette writes words in colour; the zero Palette writes them as they are.
type Palette struct{ On bool }

func (p Palette) paint(code, s string) string {
	if !p.On || s == "" {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// Strong is for headings and names.
func (p Palette) Strong(s string) string { return p.paint("1", s) }

// Faint is for what stands aside: numbers of sentences, rules.
func (p Palette) Faint(s string) string { return p.paint("2", s) }

// Label is for the words that say what follows.
func (p Palette) Label(s string) string { return p.paint("36", s) }

// Doubt is for what is not, or not yet, or only said to be.
func (p Palette) Doubt(s string) string { return p.paint("33", s) }
