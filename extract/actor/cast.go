// Package actor finds who is who in a report: every state, government, armed
// group, organisation, office, person and people, one identity across names,
// titles, descriptions and pronouns. docs/actors.md says how identity is
// decided.
package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/extract/grammar"
)

// A Cast is the actors of one report, and for every noun phrase who it is. It
// is read-only once made.
type Cast struct {
	Actors   []rapporteur.Actor // by first mention; Mentions ascend
	tree     *grammar.Tree
	mentions []mention
	at       []int32       // by token: index in mentions + 1; 0 where nobody is meant
	traits   []trait       // one for each of Actors
	beside   map[int][]int // by head: what stands beside it though the tree does not say so
}

// A mention is a noun phrase that means one actor or, where it coordinates
// ("Israeli and Palestinian negotiators", "both sides"), several.
type mention struct {
	head  int
	span  rapporteur.Span // the words that put it there
	parts []part
}

type part struct {
	actor int
	span  rapporteur.Span
}

// A trait is what is known of an actor beyond what the record keeps.
type trait struct {
	class     string // class or rank of the noun that describes it, class of its knowledge entry
	principal int    // whom it acts for; itself where it acts for itself
	outlet    bool
}

// At is the index in Actors of whom the noun phrase headed by token means, or
// None: nobody is known, or several are meant, whom Participants gives.
func (c *Cast) At(token int) int {
	if m := c.mention(token); m != nil && len(m.parts) == 1 {
		return m.parts[0].actor
	}
	return rapporteur.None
}

func (c *Cast) mention(token int) *mention {
	if token < 0 || token >= len(c.at) || c.at[token] == 0 {
		return nil
	}
	return &c.mentions[c.at[token]-1]
}

// Participants are those whom the noun phrase headed by token means, its
// coordinates included: three for "Qatar, Egypt and the United States", two for
// "Israeli and Palestinian negotiators", the sides for "both sides" where the
// report leaves no doubt who they are. Each has the words that put it there.
// Who is not identified has the words as a name, and no Actor.
func (c *Cast) Participants(token int) []rapporteur.Participant {
	var out []rapporteur.Participant
	if token < 0 || token >= len(c.at) {
		return out
	}
	add := func(p rapporteur.Participant) {
		for i := range out {
			if p.Actor >= 0 && out[i].Actor == p.Actor {
				return
			}
		}
		out = append(out, p)
	}
	all := c.tree.Conjuncts(token)
	if more := c.beside[token]; more != nil {
		all = append(slices.Clone(all), more...)
		slices.Sort(all)
	}
	for _, i := range all {
		if m := c.mention(i); m != nil {
			for _, p := range m.parts {
				add(rapporteur.Participant{Name: c.Actors[p.actor].Name, Actor: p.actor, Spans: []rapporteur.Span{p.span}})
			}
			continue
		}
		if !c.tree.Nominal(i) && i != token {
			continue
		}
		span := phrase(c.tree, i)
		add(rapporteur.Participant{Name: plainName(c.tree, i), Actor: rapporteur.None, Spans: []rapporteur.Span{span}})
	}
	return out
}

// Same reports whether tokens a and b mean one and the same actor.
func (c *Cast) Same(a, b int) bool {
	i := c.At(a)
	return i >= 0 && i == c.At(b)
}

// Principal is the actor for whom actor i acts: the state of its officials,
// troops and delegations, the group of its fighters and spokesmen. It is i
// itself for states, bodies, governments, persons and peoples, and for those
// whose principal the report does not tell.
func (c *Cast) Principal(i int) int {
	if i < 0 || i >= len(c.traits) {
		return rapporteur.None
	}
	return c.traits[i].principal
}

// Outlet reports whether actor i is a news outlet: what is told to it is told
// to the public.
func (c *Cast) Outlet(i int) bool { return i >= 0 && i < len(c.traits) && c.traits[i].outlet }

// Class is the class or rank of the noun that describes actor i ("fighter",
// "official", "spokesman", "observer", see roles.tsv and titles.tsv) or the
// class of its entry in the knowledge of actors ("igo", "ministry"); "" where
// neither is known.
func (c *Cast) Class(i int) string {
	if i < 0 || i >= len(c.traits) {
		return ""
	}
	return c.traits[i].class
}

// phrase is the span of the noun phrase headed by i: what stands before the
// head, and the prepositional phrases after it unless they run on. Clauses and
// appositions are left out.
func phrase(t *grammar.Tree, i int) rapporteur.Span {
	first, _ := t.NounPhrase(i)
	coreFirst, end := t.Core(i)
	if long := extent(t, i, 0, false); long > end && long-first <= 12 {
		end = long
	}
	if end-first > 12 {
		first = coreFirst
	}
	for _, c := range t.ChildrenBy(i, "nmod:unmarked") {
		if c > i && temporal(t, c) {
			when, _ := t.Phrase(c)
			end = min(end, max(i+1, when)) // "the warring sides last summer"
		}
	}
	for k := i - 1; k > first; k-- {
		if w := t.Word(k); (w == "-" || w == "–" || w == "—") && t.Tokens[k-1].Span.End < t.Tokens[k].Span.Start {
			first = k + 1 // a dash parts phrases, a hyphen words
			break
		}
	}
	first = afterClause(t, first, i)
	for first < i && leads(t, first, i) {
		first++
	}
	for end > i+1 && (t.Tokens[end-1].UPOS == "PUNCT" || weekday(t.Word(end-1))) {
		end--
	}
	for first > 1 && joinedBefore(t, first) {
		first -= 2 // "khaki-clad soldiers", whatever the tree makes of the hyphen
	}
	return t.SpanOf(first, end)
}

// afterClause is the first token of [first, i] with which a noun phrase headed
// by i may begin: after a finite verb, and after a comma with an article behind
// it. A wrong tree may hang a whole clause on a noun: "Sunday, the army accused
// rebels".
func afterClause(t *grammar.Tree, first, i int) int {
	article := false
	for k := first; k < i; k++ {
		x := &t.Tokens[k]
		article = article || x.UPOS == "DET"
		switch {
		case t.Word(k) == "to" && k > 0 && strings.EqualFold(t.Word(k-1), "according"):
			first = k + 1
		case x.UPOS != "VERB" && x.UPOS != "AUX":
			if t.Word(k) == "," && k > first && (t.Tokens[k+1].UPOS == "DET" && k+1 < i || weekday(t.Word(k-1))) {
				first = k + 1
			}
		case joinedBefore(t, k) || k+1 < i && joinedBefore(t, k+1):
		case x.XPOS == "VBD" || x.XPOS == "VBZ" || x.XPOS == "VBP" || x.XPOS == "MD":
			first = k + 1
		case x.XPOS == "VBN" && article && k > first && (t.Tokens[k-1].UPOS == "NOUN" || t.Tokens[k-1].UPOS == "PROPN") && (t.Tokens[k-1].Head != i || t.Is(k-1, "nsubj")):
			first = k + 1
		}
	}
	return first
}

// joinedBefore reports whether a hyphen joins token i to the word before it.
func joinedBefore(t *grammar.Tree, i int) bool {
	if i < 2 {
		return false
	}
	w := t.Word(i - 1)
	return (w == "-" || w == "‐" || w == "‑") && t.SentenceOf(i-2) == t.SentenceOf(i) &&
		t.Tokens[i-2].Span.End == t.Tokens[i-1].Span.Start && t.Tokens[i-1].Span.End == t.Tokens[i].Span.Start
}

// extent is the end of the noun phrase headed by i with the prepositional
// phrases that depend on it, and on them.
func extent(t *grammar.Tree, i, depth int, coordinates bool) int {
	end := i + 1
	for _, c := range t.Children(i) {
		c := int(c)
		if c < i {
			continue
		}
		switch {
		case t.Is(c, "nmod") && t.Child(c, "case") < 0 && t.Child(c, "det") >= 0 && comma(t, i, c): // "allied forces, the agency"
		case t.Is(c, "nmod") && depth < 3 && binds(t, c):
			end = max(end, extent(t, c, depth+1, true))
		case t.Is(c, "conj") && depth == 1 && ownArticle(t, i, c):
		case t.Is(c, "conj") && coordinates && t.Nominal(c) && depth < 6 && t.Child(c, "nmod:poss") < 0:
			end = max(end, extent(t, c, depth+1, true))
		case t.Is(c, "nummod", "nmod:unmarked") && (comma(t, i, c) || temporal(t, c)):
		case t.Is(c, "flat", "compound", "goeswith", "nummod", "nmod:unmarked"), t.Is(c, "case") && t.Tokens[c].XPOS == "POS" && depth > 0:
			_, last := t.Phrase(c)
			end = max(end, last)
		}
	}
	return end
}

// ownArticle reports whether the coordinate c of the object i of a singular
// noun has an article that i lacks, and so is no object of it: "the government
// of Velm and the rebels".
func ownArticle(t *grammar.Tree, i, c int) bool {
	up := t.Head(i)
	x := t.Tokens[up].XPOS
	return x != "NNS" && x != "NNPS" && t.Preposition(i) == "of" && t.Child(i, "det") < 0 && t.Child(c, "det") >= 0
}

// comma reports whether a comma stands between tokens i and c.
func comma(t *grammar.Tree, i, c int) bool {
	for k := i + 1; k < c; k++ {
		if t.Word(k) == "," {
			return true
		}
	}
	return false
}

// binds reports whether the prepositional phrase headed by c belongs to the
// noun before it closely enough to be part of its name.
func binds(t *grammar.Tree, c int) bool {
	p := t.Child(c, "case")
	if p < 0 || p == 0 || t.Tokens[p-1].UPOS == "PUNCT" {
		return p < 0
	}
	if temporal(t, c) {
		return false // "the army on Monday"
	}
	head := t.Lemma(t.Head(c))
	switch t.Lemma(p) {
	case "of":
		return !charged(t, c)
	case "in", "on", "near", "inside", "outside":
		return named(t, c) // "reporters in Goma", not "parties in hopes"
	case "with", "at":
		return named(t, c) || head == "source" || head == "official" || head == "person" || head == "people" || head == "diplomat"
	case "from":
		return named(t, c) // not "forces from key towns", who withdraw from there
	case "for":
		// "A spokesman for the rebels", but "prisoners for soldiers" are two.
		x := t.Tokens[t.Head(c)].XPOS
		return x != "NNS" && x != "NNPS" && t.Tokens[c].XPOS != "$" && t.Child(c, "nummod") < 0 && head != "man" && head != "woman" && head != "management" || offices(head)
	case "to":
		switch head {
		case "envoy", "ambassador", "representative", "adviser", "advisor", "aide", "delegation", "heir":
			return true
		}
	}
	return false
}

// charged reports whether the "of" phrase headed by c tells what the one whom a
// verb takes for its object is accused of: "accused the government of bombings".
func charged(t *grammar.Tree, c int) bool {
	noun := t.Head(c)
	verb := t.Head(noun)
	if verb < 0 || !t.Is(noun, "obj", "nsubj:pass") || t.Tokens[c].UPOS == "PROPN" {
		return false
	}
	switch t.Lemma(verb) {
	case "accuse", "suspect", "convict", "acquit", "warn", "rid", "deprive":
		return true
	}
	return false
}

// offices reports whether a noun is one that "for" belongs to in the plural too.
func offices(noun string) bool {
	switch noun {
	case "spokesman", "spokeswoman", "spokesperson", "negotiator", "representative", "envoy", "lawyer", "official", "mediator", "minister", "delegate", "adviser",
		"advisor", "candidate", "coordinator", "secretary", "team":
		return true
	}
	return false
}

// temporal reports whether token i is a day, a month, a year or a stretch of time.
func temporal(t *grammar.Tree, i int) bool {
	switch t.Lemma(i) {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
		"august", "september", "october", "november", "december", "today", "tomorrow", "yesterday", "tonight", "day", "week", "weekend", "month", "year",
		"decade", "summer", "winter", "autumn", "night", "morning", "evening", "afternoon", "hour", "time", "past", "future":
		return true
	}
	w := t.Word(i)
	return len(w) == 4 && (w[0] == '1' || w[0] == '2') && t.Tokens[i].UPOS == "NUM"
}

// named reports whether the phrase headed by i has a word with a capital.
func named(t *grammar.Tree, i int) bool {
	first, end := t.Phrase(i)
	for k := first; k < end; k++ {
		if c := t.Word(k)[0]; c >= 'A' && c <= 'Z' {
			return true
		}
	}
	return false
}

// leads reports whether token i only leads up to the noun phrase headed by
// head: "also a minority", "as well as councillors", "usually teams".
func leads(t *grammar.Tree, i, head int) bool {
	switch t.Tokens[i].UPOS {
	case "PUNCT", "CCONJ", "SCONJ", "SYM":
		return true
	case "ADP":
		if i+1 < head && t.Tokens[i+1].UPOS != "NUM" && t.Tokens[i+2].UPOS != "NUM" {
			return true // "before ministers", but "at least 12 men" and "over 100 men"
		}
	}
	if w := t.Word(i); w[0] >= utf8.RuneSelf {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return true // what an encoding left behind
		}
	}
	switch t.Tokens[i].UPOS {
	case "ADV", "ADP":
		switch t.Lemma(i) {
		case "also", "thus", "then", "however", "even", "as", "well", "meanwhile", "only", "including", "but", "not", "just", "still", "now", "perhaps", "both", "how", "much":
			return true
		}
		return strings.HasSuffix(t.Lemma(i), "ly") && (t.Head(i) == head && i+1 != head || t.Tokens[i+1].UPOS == "PUNCT")
	}
	return false
}

// plainName is the words of the noun phrase headed by i without a definite
// determiner, as one line.
func plainName(t *grammar.Tree, i int) string {
	words := bare(t.Text(phrase(t, i)))
	if rest, ok := strings.CutPrefix(words, "over "); ok && t.Head(i) >= 0 && t.Lemma(t.Head(i)) == "hand" {
		return rest // "handed over four sailors", with the particle hung on the number
	}
	return words
}

// bare takes "the", "these" and their like from the front of a phrase.
func bare(words string) string {
	words = strings.Join(strings.Fields(words), " ")
	for _, determiner := range []string{"the", "these", "those", "this", "that", "both", "its", "his", "her", "their", "our", "my", "your"} {
		if n := len(determiner); len(words) > n+1 && words[n] == ' ' && strings.EqualFold(words[:n], determiner) {
			return words[n+1:]
		}
	}
	return words
}
