package train

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapporteur/conllu"
	"rapporteur/language/lemma"
)

// longestEnding bounds the endings that lemma rules are learnt for, in bytes.
const longestEnding = 6

// Lemmas learns the rules of the lemmatiser from the words of the treebank and
// from further inflections, where the treebank does not have the form, and
// returns them as its table, whose every line is a rule that the shorter
// endings would get wrong.
func Lemmas(docs []*conllu.Doc, further []Inflection) string {
	type word struct{ tag, form string }
	count := map[word]map[lemma.Rule]int{}
	for _, d := range docs {
		for i, t := range d.Tokens {
			// A misspelt word has the lemma of the word that was meant.
			if d.Rows[i].Form != d.Word(i) || strings.Contains(d.Rows[i].Feats, "Typo=Yes") || strings.Contains(d.Rows[i].Feats, "Abbr=Yes") && t.XPOS != "NNP" || t.Lemma == "_" {
				continue
			}
			form := lemma.Plain(d.Word(i), t.XPOS)
			r, ok := ruleOf(form, strings.ReplaceAll(t.Lemma, "’", "'"))
			if !ok {
				continue
			}
			w := word{t.XPOS, form}
			if count[w] == nil {
				count[w] = map[lemma.Rule]int{}
			}
			count[w][r]++
		}
	}
	seen := map[word]bool{}
	for w := range count {
		seen[w] = true
	}
	for _, f := range further {
		w := word{f.Tag, f.Form}
		if r, ok := ruleOf(f.Form, f.Lemma); ok && !seen[w] {
			if count[w] == nil {
				count[w] = map[lemma.Rule]int{}
			}
			count[w][r]++
		}
	}
	// Each word counts once for its endings, however often it occurs.
	type ending struct{ tag, text string }
	votes := map[ending]map[lemma.Rule]int{}
	for w, rules := range count {
		r := majority(rules)
		for n := 0; n <= min(longestEnding, len(w.form)-1); n++ {
			e := ending{w.tag, w.form[len(w.form)-n:]}
			if votes[e] == nil {
				votes[e] = map[lemma.Rule]int{}
			}
			votes[e][r]++
		}
	}
	var endings []ending
	for e, rules := range votes {
		if total(rules) >= 2 || e.text == "" {
			endings = append(endings, e)
		}
	}
	slices.SortFunc(endings, func(a, b ending) int {
		return cmp.Or(len(a.text)-len(b.text), cmp.Compare(a.tag, b.tag), cmp.Compare(a.text, b.text))
	})
	l := &lemma.Lemmatiser{}
	var lines []string
	put := func(tag, ending string, r lemma.Rule) {
		l.Put(tag, ending, r)
		lines = append(lines, fmt.Sprintf("%s\t%s\t%d\t%s\n", tag, ending, r.Cut, r.Add))
	}
	for _, e := range endings {
		r := majority(votes[e])
		probe := "\x00" + e.text
		if e.text == "" || l.Lemma(probe, e.tag) != apply(probe, r) {
			put(e.tag, e.text, r)
		}
	}
	var words []word
	for w := range count {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b word) int { return cmp.Or(cmp.Compare(a.tag, b.tag), cmp.Compare(a.form, b.form)) })
	for _, w := range words {
		if r := majority(count[w]); l.Lemma(w.form, w.tag) != apply(w.form, r) {
			put(w.tag, "^"+w.form, r)
		}
	}
	slices.Sort(lines)
	return strings.Join(lines, "")
}

// ruleOf is the edit that makes a lemma of a form: what is after the letters
// they share at the start.
func ruleOf(form, lemmaForm string) (lemma.Rule, bool) {
	n := 0
	for n < len(form) && n < len(lemmaForm) && form[n] == lemmaForm[n] {
		n++
	}
	if strings.ContainsAny(lemmaForm, "\t\n") {
		return lemma.Rule{}, false
	}
	return lemma.Rule{Cut: len(form) - n, Add: lemmaForm[n:]}, true
}

func apply(form string, r lemma.Rule) string {
	if r.Cut > len(form) {
		return form
	}
	return form[:len(form)-r.Cut] + r.Add
}

func majority(rules map[lemma.Rule]int) lemma.Rule {
	var best lemma.Rule
	most := 0
	for r, n := range rules {
		if n > most || n == most && (r.Cut < best.Cut || r.Cut == best.Cut && r.Add < best.Add) {
			best, most = r, n
		}
	}
	return best
}

func total(rules map[lemma.Rule]int) int {
	n := 0
	for _, k := range rules {
		n += k
	}
	return n
}
