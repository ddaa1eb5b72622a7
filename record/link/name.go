package link

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"rapporteur/knowledge"
	"rapporteur/knowledge/gazetteer"
	"rapporteur/knowledge/linking"
)

// personParts are the folded parts of a person's name without titles, honorifics
// and what follows a comma: "Dr. Mohammed al-Haddad" is "mohammed", "haddad".
// Particles that transliterations drop at will ("al", "el") are left out,
// initials kept.
func personParts(name string) []string {
	name, _, _ = strings.Cut(name, ",")
	parts := strings.Fields(gazetteer.Fold(name))
	parts = slices.DeleteFunc(parts, func(p string) bool { return particles[p] || suffixes[p] })
	for len(parts) > 1 {
		n := titled(parts)
		if n == 0 || n >= len(parts) {
			break
		}
		parts = parts[n:]
	}
	return parts
}

var particles = set("al el ad as ash an ar at az ul")

var suffixes = set("jr sr ii iii iv phd md mp")

// titled is how many words at the start of a name are a title.
func titled(parts []string) int {
	for n := min(4, len(parts)-1); n > 0; n-- {
		if titles()[strings.Join(parts[:n], " ")] {
			return n
		}
	}
	return 0
}

// sound is one part of a name as transliterations of it mostly meet: Mohammed,
// Muhammad and Mohamed; Haddad and Hadad. "" where too little is left.
func sound(part string) string {
	if spelt := linking.Spelling(part); spelt != "" {
		return spelt
	}
	v := gazetteer.Variant(part)
	if v == "" {
		return part
	}
	// Short vowels are written in any way; the first sound and the consonants stay.
	var b strings.Builder
	for i, r := range v {
		if i > 0 && strings.ContainsRune("aiu", r) {
			continue
		}
		b.WriteRune(r)
	}
	if b.Len() < 3 {
		return v
	}
	return b.String()
}

// folded is the name of a body as it is compared: without article, accents,
// capitals and the signs between its words, its nouns in the singular.
func folded(name string) string {
	if i := strings.LastIndex(name, " ("); i > 0 {
		name = name[:i] // "Rapid Support Forces (RSF)"
	}
	words := strings.Fields(gazetteer.Fold(strings.NewReplacer("'s", "", "’s", "").Replace(name)))
	out := words[:0]
	for _, w := range words {
		if w != "of" && w != "the" && w != "for" && w != "and" {
			out = append(out, singular(w))
		}
	}
	return strings.Join(out, " ")
}

func singular(w string) string {
	switch {
	case len(w) < 5 || strings.HasSuffix(w, "ss"):
		return w
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	}
	return strings.TrimSuffix(w, "s")
}

// short reports whether text is an abbreviation as bodies have them: "RSF", "M23".
func short(text string) bool {
	n := utf8.RuneCountInString(text)
	if n < 2 || n > 8 {
		return false
	}
	upper := 0
	for _, r := range text {
		switch {
		case unicode.IsUpper(r):
			upper++
		case !unicode.IsDigit(r) && r != '-':
			return false
		}
	}
	return upper >= 2 || upper == 1 && n > upper
}

// abbreviates reports whether the letters of an abbreviation begin the words of a
// name, in their order: "RSF" for "Rapid Support Forces".
func abbreviates(abbreviation, name string) bool {
	letters := strings.ToLower(abbreviation)
	for _, w := range strings.Fields(gazetteer.Fold(name)) {
		if letters != "" && w[0] == letters[0] {
			letters = letters[1:]
		}
	}
	return letters == ""
}

// countryName is the name of a country in news.
func countryName(code string) string {
	if c := knowledge.CountryByCode(code); c != nil {
		return c.Name
	}
	return code
}

// withoutCountry is the folded name of an office or an organ without the words
// for its country: "foreign minister" of "Israeli Foreign Minister" and of "the
// foreign minister of Israel".
func withoutCountry(name, code string) string {
	words := strings.Fields(folded(name))
	if c := knowledge.CountryByCode(code); c != nil {
		for _, list := range [][]knowledge.Name{c.Adjectives, c.Aliases, {{Text: c.Name}}} {
			for _, n := range list {
				words = without(words, strings.Fields(folded(n.Text)))
			}
		}
	}
	return strings.Join(words, " ")
}

// without is words with the first run of cut taken out.
func without(words, cut []string) []string {
	if len(cut) == 0 || len(cut) >= len(words) {
		return words
	}
	for i := 0; i+len(cut) <= len(words); i++ {
		if slices.Equal(words[i:i+len(cut)], cut) {
			return slices.Concat(words[:i], words[i+len(cut):])
		}
	}
	return words
}

// titles are all titles, folded.
var titles = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, n := range knowledge.Nouns() {
		if n.Title {
			out[gazetteer.Fold(n.Singular)] = true
		}
	}
	return out
})

// roles are all nouns for those without a name, folded.
var roles = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, n := range knowledge.Nouns() {
		out[folded(n.Singular)], out[folded(n.Plural)] = true, true
	}
	return out
})

// single are the offices that one person holds in a country, folded.
var single = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, n := range knowledge.Nouns() {
		if n.Title && (n.Class == "head" || n.Class == "minister") && n.Singular != "minister" && n.Singular != "deputy minister" {
			out[folded(n.Singular)] = true
		}
	}
	return out
})

// organs are the nouns for organs of a state, of which it has one, folded.
var organs = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{"army": true, "military": true, "navy": true, "air force": true}
	for _, n := range knowledge.Nouns() {
		if n.Kind == "government" && n.Class == "body" {
			out[folded(n.Singular)] = true
		}
	}
	for _, many := range []string{"agency", "court", "committee", "commission", "council", "body", "department", "office", "ministry", "institution", "embassy", "consulate", "authority"} {
		delete(out, many)
	}
	return out
})

// Abbreviation reports whether a name is the abbreviation of another: "RSF" of
// "Rapid Support Forces".
func Abbreviation(name, of string) bool { return short(name) && !short(of) && abbreviates(name, of) }
