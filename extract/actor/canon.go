package actor

import (
	"strings"
	"unicode"

	"rapporteur"
	"rapporteur/knowledge"
)

// canonical is the name of an identity: the fullest that the report uses of it.
// One that the report only abbreviates has the name in knowledge with the
// abbreviation after it, which readers of that report look for.
func (f *finder) canonical(id *identity) string {
	best := fullest(id.variants)
	switch {
	case id.Kind == rapporteur.ActorState:
		return stateName(id)
	case id.described:
		return usual(id)
	case best == "":
		return id.Name
	case id.Kind == rapporteur.ActorPerson:
		return styled(id, best)
	case id.Key == "" || id.Kind == rapporteur.ActorPeople:
		return best
	case strings.HasPrefix(id.Name, best) && strings.Count(id.Name, " ") == strings.Count(best, " "):
		return id.Name // "Houthi" of "Houthi rebels"
	case abbreviation(best) && best != id.Name && len(id.Name) > len(best):
		if len(strings.ReplaceAll(best, ".", "")) == 2 {
			return id.Name // everyone knows the UN and the EU
		}
		return id.Name + " (" + strings.ReplaceAll(best, ".", "") + ")"
	}
	return best
}

// usual is the name that a description is given most often, the first of them.
func usual(id *identity) string {
	name, uses := id.Name, 0
	for _, v := range id.variants {
		// "Velm's army" rather than its bare noun.
		if said := strings.Contains(v.text, " "); v.uses > uses && (said || !strings.Contains(name, " ")) || said && !strings.Contains(name, " ") {
			name, uses = v.text, v.uses
		}
	}
	return name
}

// styled is a person's name, with the style that belongs to it where it is a
// single word: "Pope Francis", "Mullah Vale".
func styled(id *identity, name string) string {
	if strings.Contains(name, " ") {
		return name
	}
	title := id.Title[strings.LastIndexByte(id.Title, ' ')+1:]
	switch title {
	case "Pope", "King", "Queen", "Prince", "Princess", "Emir", "Sultan", "Mullah", "Sheikh", "Sheik", "Patriarch", "Maulana":
		return title + " " + name
	}
	return name
}

// fullest is the variant with the most words, the longest of them, that is no
// abbreviation where another is not.
func fullest(variants []variant) string {
	best := variant{}
	for _, v := range variants {
		switch {
		case best.text == "":
			best = v
		case abbreviation(v.text) != abbreviation(best.text):
			if abbreviation(best.text) {
				best = v
			}
		case v.n > best.n || v.n == best.n && len(v.text) > len(best.text):
			best = v
		case strings.EqualFold(v.text, best.text) && v.text > best.text:
			best = v // "Kachin rebels" before "Kachin Rebels", a headline's
		}
	}
	return best.text
}

// abbreviation reports whether a name is one: all capitals and digits, short.
func abbreviation(name string) bool {
	letters := 0
	for _, r := range name {
		switch {
		case unicode.IsUpper(r):
			letters++
		case unicode.IsDigit(r), r == '.', r == '-', r == '/':
		default:
			return false
		}
	}
	return letters > 0 && letters <= 8
}

// stateName is the name of a state: that of the tables, but for a report that
// uses another on purpose ("Burma") and never that one.
func stateName(id *identity) string {
	own := ""
	for _, v := range id.variants {
		if strings.EqualFold(v.text, id.Name) {
			return id.Name
		}
		c := knowledge.CountryByCode(id.Key)
		if c == nil {
			return id.Name
		}
		for _, n := range c.Aliases {
			if n.Own && n.Text == v.text {
				own = v.text
			}
		}
	}
	if own == "" {
		return id.Name
	}
	return own
}
