package statement

import (
	"strings"

	"rapporteur"
	"rapporteur/knowledge/speech"
)

// anonymity are the words of sentence s, near token i, that ask that a speaker
// be not named.
func (f *finder) anonymity(s, i int) (tokens, bool) {
	x := f.t.Sentences[s]
	first, end := max(x.First, i-reach), min(x.End, i+reach)
	words := make([]string, 0, end-first)
	for i := first; i < end; i++ {
		words = append(words, lower(f.t.Word(i)))
	}
	m, found := speech.NotNamed(words, func(m speech.Match) bool { return f.within[first+m.First] == 0 })
	return tokens{first + m.First, first + m.End}, found
}

// asksAnonymity reports whether the sentence of the claim at place k of order has
// such words, and no other claim stands nearer to them.
func (f *finder) asksAnonymity(order []int, k int) bool {
	c := &f.claims[order[k]]
	at, found := f.anonymity(c.sentence, c.cue.first)
	if !found {
		return false
	}
	own := c.far(at)
	for _, o := range f.neighbours(order, k) {
		if o.far(at) < own {
			return false
		}
	}
	return true
}

// far is how many tokens lie between r and the source or the cue of c.
func (c *claim) far(r tokens) int {
	d := c.cue.far(r)
	if !c.source.empty() {
		d = min(d, c.source.far(r))
	}
	return d
}

func (r tokens) far(s tokens) int { return max(r.first-s.end, s.first-r.end, 0) }

// hide marks the statements whose speakers may not be named, as their sentence
// says, or one beside it that tells nothing else.
func (f *finder) hide(order []int, out []rapporteur.Statement) {
	for k := 0; k < len(out); {
		s, end := out[k].Sentence, k+1
		for end < len(out) && out[end].Sentence == s {
			end++
		}
		last := len(f.t.Sentences) - 1
		if end < len(out) {
			last = out[end].Sentence - 1
		}
		if at, found := f.anonymity(s, f.claims[order[k]].cue.first); found {
			f.hideOne(order, out, nearest(f.claims, order[:end], k, out, at), at)
		}
		for next := s + 1; next <= min(last, s+2); next++ {
			if at, found := f.anonymity(next, f.t.Sentences[next].First); found && f.takesUpSpeaker(next, &f.claims[order[end-1]]) {
				f.hideOne(order, out, lastUnnamed(out[:end]), at)
			}
		}
		k = end
	}
}

// hideOne marks statement k and those of the same speaker, and no other that has
// been marked.
func (f *finder) hideOne(order []int, out []rapporteur.Statement, k int, at tokens) {
	if k == rapporteur.None {
		return
	}
	for i := range out {
		same := i == k || out[i].Speaker.Name == out[k].Speaker.Name && strings.Contains(out[i].Speaker.Name, " ")
		if same && out[i].Sourcing == rapporteur.SourcingUnnamed && out[i].Anonymity.Empty() {
			out[i].Anonymity = f.span(at)
		}
	}
}

// nearest is the statement from k on, of those of order, whose speaker has no
// name and whose cue stands nearest to the words at, or None.
func nearest(claims []claim, order []int, k int, out []rapporteur.Statement, at tokens) int {
	best, far := rapporteur.None, 0
	for i := k; i < len(order); i++ {
		c := &claims[order[i]]
		if out[i].Sourcing != rapporteur.SourcingUnnamed || c.speaker == rapporteur.None {
			continue
		}
		if d := c.far(at); best == rapporteur.None || d < far {
			best, far = i, d
		}
	}
	return best
}

// lastUnnamed is the last statement of somebody without a name, or None.
func lastUnnamed(out []rapporteur.Statement) int {
	for i := len(out) - 1; i >= 0; i-- {
		if out[i].Sentence < out[len(out)-1].Sentence {
			break
		}
		if out[i].Sourcing == rapporteur.SourcingUnnamed {
			return i
		}
	}
	return rapporteur.None
}

// takesUpSpeaker reports whether the subject of sentence s takes up who made
// claim c: a pronoun, or its noun with an article.
func (f *finder) takesUpSpeaker(s int, c *claim) bool {
	if c.speaker == rapporteur.None {
		return false
	}
	x := f.t.Sentences[s]
	for i := x.First; i < min(x.End, x.First+reach); i++ {
		if f.t.Is(i, "nsubj", "nsubj:pass") && f.within[i] == 0 {
			return f.any(i, "he", "she", "they", "both", "all", "none", "neither") || f.t.Lemma(i) == f.t.Lemma(f.referent(c.speaker))
		}
	}
	return false
}
