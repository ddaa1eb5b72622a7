package event

import (
	"slices"

	"rapporteur/knowledge/plover"
)

// disaster reports whether m is told with a disaster or a disease.
func (f *finder) disaster(m *mention) bool {
	return slices.ContainsFunc(f.contexts(m), func(c string) bool { return c == "disasters" || c == "health" })
}

// contexts are the PLOVER contexts of an event, by the words of its sentence.
func (f *finder) contexts(m *mention) []string {
	s := f.t.Sentences[m.Sentence]
	var seen []int
	for i := s.First; i < s.End; i++ {
		plover.ContextsAt(f.t.Lemma(i), func(n int) string {
			if i+n >= s.End {
				return ""
			}
			return f.t.Lemma(i + n)
		}, func(c int) {
			if !slices.Contains(seen, c) {
				seen = append(seen, c)
			}
		})
	}
	slices.Sort(seen)
	out := make([]string, 0, len(seen)+1)
	for _, c := range seen {
		out = append(out, plover.Contexts()[c].Name)
	}
	if m.Type == "COERCE" && (m.Mode == "cyber" || m.Mode == "misinformation") && !slices.Contains(out, m.Mode) {
		out = append(out, m.Mode) // the manual adds the context of the same name
		slices.Sort(out)
	}
	if slices.ContainsFunc(out, particular) {
		out = slices.DeleteFunc(out, func(c string) bool { return c == "crime" })
	}
	return out
}

// particular reports whether a context is of a kind of crime beside which the manual wants no
// crime in general; war crimes are of human_rights.
func particular(context string) bool {
	switch context {
	case "trafficking", "corruption", "illegal_drugs", "human_rights":
		return true
	}
	return false
}
