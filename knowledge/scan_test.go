package knowledge

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// named prints what Scan finds in a text whose tokens are parted by blanks.
func named(text string) []string {
	words := strings.Fields(text)
	var out []string
	for _, h := range NewScanner().Scan(nil, 0, len(words), func(i int) string { return words[i] }) {
		var senses []string
		for _, s := range h.Senses {
			senses = append(senses, s.label())
		}
		slices.Sort(senses)
		out = append(out, strings.Join(words[h.First:h.End], " ")+": "+strings.Join(senses, " "))
	}
	return out
}

func (s Sense) label() string {
	form := [...]string{"name", "adjective", "demonym", "plural", "seat", "noun", "nouns"}[s.Form]
	mark := ""
	if s.Ambiguous {
		mark = "~"
	}
	switch {
	case s.Country != nil:
		return fmt.Sprint(mark, s.Country.Code, "/", form)
	case s.Part != nil:
		return fmt.Sprint(mark, s.Part.Key, "/", form)
	case s.Body != nil:
		return fmt.Sprint(mark, s.Body.Key)
	case s.People != nil:
		return fmt.Sprint(mark, s.People.Key, "/", form)
	}
	return fmt.Sprint(s.Noun.Singular, "/", form)
}

func TestScan(t *testing.T) {
	for text, want := range map[string][]string{
		"the US told us":                {"US: USA/adjective USA/name"},
		"U.S. officials in Doha":        {"U.S.: USA/adjective USA/name", "officials: official/nouns", "Doha: QAT/seat"},
		"al - Shabaab and Al Shabaab":   {"al - Shabaab: al-shabaab", "Al Shabaab: al-shabaab"},
		"the Lord 's Resistance Army":   {"Lord 's Resistance Army: lra"},
		"Côte d'Ivoire , Cote d’Ivoire": {"Côte d'Ivoire: CIV/name", "Cote d’Ivoire: CIV/name"},
		"a Congolese army spokesman":    {"Congolese army: fardc", "spokesman: spokesman/noun"},
		"Congolese":                     {"Congolese: COD/adjective COD/plural ~COG/adjective ~COG/plural"},
		"who told the WHO":              {"WHO: who"},
		"JeM and JEM":                   {"JeM: jaish-mohammed", "JEM: jem"},
		"three Frenchmen , two Swedes":  {"Frenchmen: FRA/plural", "Swedes: SWE/plural"},
		"the Chinese":                   {"Chinese: CHN/adjective CHN/plural"},
		"is IS is":                      {"IS: islamic-state"},
		"secretaries of state":          {"secretaries of state: secretary of state/nouns"},
		"Washington , D.C. , voted":     {"Washington , D.C.: USA/seat"},
		"police spokespeople":           {"police: police/noun", "spokespeople: spokesperson/nouns"},
		"hamas with a small letter":     nil,
	} {
		if got := named(text); !slices.Equal(got, want) {
			t.Errorf("%q\n  names %q\n  want  %q", text, got, want)
		}
	}
}

func TestGender(t *testing.T) {
	for name, want := range map[string]byte{
		"Aisha": Feminine, "Robert": Masculine, "Kim": Either, "Zzyzx": Unknown, "Jean-Marie": Masculine, "Ahmed-Reza": Masculine, "": Unknown,
	} {
		if got := Gender(name); got != want {
			t.Errorf("Gender(%q) = %q, want %q", name, got, want)
		}
	}
}

func TestPlurals(t *testing.T) {
	for noun, want := range map[string]string{
		"country": "countries", "spokesman": "spokesmen", "witness": "witnesses", "rebel": "rebels", "ally": "allies", "convoy": "convoys",
	} {
		if got := Plural(noun); got != want {
			t.Errorf("Plural(%q) = %q, want %q", noun, got, want)
		}
	}
	for noun, want := range map[string]string{"Swede": "Swedes", "Chinese": "Chinese", "Israeli": "Israelis", "British": "British", "Dutchman": "Dutchmen"} {
		if got := PluralDemonym(noun); got != want {
			t.Errorf("PluralDemonym(%q) = %q, want %q", noun, got, want)
		}
	}
}

func BenchmarkScan(b *testing.B) {
	words := strings.Fields("Mediators from the U.S. , Egypt and Qatar met a senior Hamas spokesman in Doha on Monday to discuss the release of hostages held by the Islamic Jihad group , officials said .")
	s := NewScanner()
	var hits []Hit
	for b.Loop() {
		hits = s.Scan(hits[:0], 0, len(words), func(i int) string { return words[i] })
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(words)), "ns/token")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		buildLexicon()
	}
}
