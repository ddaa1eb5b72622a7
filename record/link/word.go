package link

import (
	"slices"
	"strings"
	"unicode"

	"rapporteur/knowledge/gazetteer"
)

// wordsOf are the words of text in small letters, letters and digits only.
func wordsOf(text string) []string {
	return strings.FieldsFunc(strings.ToLower(gazetteer.Fold(text)), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// stem cuts the endings of English inflection and of the commonest nouns made of
// verbs, so that "attacked", "attacks" and "attack", "withdraw" and
// "withdrawal" meet. It is cruder than a lemma: it needs no context, is the same
// whichever model read the report, and only ever compares words.
func stem(w string) string {
	if irregular, ok := irregulars[w]; ok {
		return irregular
	}
	if len(w) <= 3 {
		return w
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		w = w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "shes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "xes"):
		w = w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && !strings.HasSuffix(w, "us") && !strings.HasSuffix(w, "is"):
		w = w[:len(w)-1]
	}
	for _, ending := range endings {
		if cut, ok := strings.CutSuffix(w, ending.from); ok && len(cut) >= ending.least && strings.ContainsAny(cut, "aeiouy") {
			w = cut + ending.to
			break
		}
	}
	if n := len(w); n > 4 && w[n-1] == w[n-2] && !strings.ContainsRune("aeiouls", rune(w[n-1])) {
		w = w[:n-1] // "stopp"
	}
	if len(w) > 4 {
		w = strings.TrimSuffix(w, "e")
	}
	return w
}

// endings are tried in this order; least is how much of the word must be left.
var endings = []struct {
	from, to string
	least    int
}{
	{"ational", "at", 3}, {"ization", "iz", 3}, {"isation", "iz", 3}, {"ations", "at", 3}, {"ation", "at", 3}, {"ition", "it", 4},
	{"drawal", "draw", 2}, {"ments", "", 4}, {"ment", "", 4}, {"ness", "", 4}, {"ingly", "", 4}, {"edly", "", 4},
	{"ised", "iz", 3}, {"ising", "iz", 3}, {"ise", "iz", 4}, {"ied", "y", 2}, {"ing", "", 3}, {"ed", "", 3}, {"ly", "", 4}, {"ion", "", 4}, {"al", "", 5},
}

// irregulars are forms that reports of conflicts and talks use often and no rule
// makes.
var irregulars = map[string]string{
	"met": "meet", "meetings": "meet", "held": "hold", "shot": "shoot", "fought": "fight", "struck": "strike", "broke": "break", "broken": "break",
	"said": "say", "told": "tell", "gave": "give", "given": "give", "took": "take", "taken": "take", "left": "leave", "began": "begin", "begun": "begin",
	"blew": "blow", "blown": "blow", "seen": "see", "saw": "see", "freed": "free", "freeing": "free", "dead": "kill", "died": "kill", "deaths": "kill",
	"death": "kill", "killing": "kill", "men": "man", "women": "woman", "children": "child", "people": "person", "ceasefires": "ceasefire", "withdrew": "withdraw",
	"withdrawn": "withdraw", "threw": "throw", "sent": "send", "sold": "sell", "lost": "lose", "won": "win", "wounded": "injur", "wounding": "injur",
}

// contentWords are the stems of the words of text that say something, ascending,
// each once.
func contentWords(text string) []string {
	var out []string
	for _, w := range wordsOf(text) {
		if len(w) < 2 || stopwords[w] {
			continue
		}
		if s := stem(w); !stopwords[s] {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// stopwords are those that stand in any sentence of news.
var stopwords = set(`a about above after again against all also although am among an and any are around as at be because been before being
below between both but by can could day days did do does doing down during each early earlier few for from further had has have having he her here
hers him his how however if in including into is it its itself just last late later least less like made make many may me might monday
month more most much must my near nearly new next night no nor not now of off on once one only or other our out over own part per
reported said same saturday say says several she should since so some still such sunday tell than that the their them then there these
they this those though three through thursday time to today told tomorrow too tuesday two under until up upon very was we wednesday week weeks were what
when where which while who whom whose why will with within without would year years yesterday yet you your friday according official officials
report reports morning evening afternoon january february march april june july august september october november december monday's
local statement added announced called amid meanwhile including`)

func set(words string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(words) {
		out[w] = true
	}
	return out
}

// tellingWords are the content words of a sentence that tell one event from
// another: without the names of sides and place, which are compared as such, and
// without the words of every report of a conflict.
func tellingWords(sentence string, sides []Side, place string) []string {
	named := contentWords(place)
	for _, s := range sides {
		if s.Self != "" || s.Country != "" {
			named = append(named, contentWords(s.Name)...)
		}
	}
	return slices.DeleteFunc(contentWords(sentence), func(w string) bool {
		return worn[w] || slices.Contains(named, w) || strings.Trim(w, "0123456789") == ""
	})
}

// worn are stems that say little in reports of conflicts and talks.
var worn = set(`kill attack strik strike hit army forc force militari military soldier troop polic police govern government talk meet hold minister ministry president
group rebel fighter city town capital country state leader spokesman spokeswoman person man woman peac peace war conflict side agenc agency injur target`)

// common counts the words that both ascending lists have.
func common(a, b []string) int {
	n := 0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch strings.Compare(a[i], b[k]) {
		case 0:
			n, i, k = n+1, i+1, k+1
		case -1:
			i++
		default:
			k++
		}
	}
	return n
}
