// Package coref fits the ranker of language/coref on the coreference of GUM.
package coref

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/conllu"
	"rapporteur/gold"
	"rapporteur/language/quote"
)

// A Document is a text of GUM as language hands it to its coreference stage,
// beside what GUM says of who is who.
type Document struct {
	*rapporteur.Document
	ID     string
	Genre  string
	Chains []gold.Chain
	heads  map[int][]headed // mentions by their head
}

type headed struct{ first, end, chain int }

// Read makes a Document of a text of GUM: the trees are gold, the quotations
// found, and the named entities put together from the annotation of entities
// (which has no class of names), so that they look like those of the recogniser.
func Read(d *conllu.Doc) (*Document, error) {
	chains, err := gold.Chains(d)
	if err != nil {
		return nil, err
	}
	out := &Document{Document: d.Document, ID: d.ID, Chains: chains, heads: map[int][]headed{}}
	if parts := strings.Split(d.ID, "_"); len(parts) > 1 {
		out.Genre = parts[1]
	}
	entities := make([]string, len(d.Tokens))
	var mentions []gold.ChainMention
	for c, chain := range chains {
		for i := range chain.Mentions {
			m := &chain.Mentions[i]
			m.Head = headOf(d.Document, m.Mention)
			out.heads[m.Head] = append(out.heads[m.Head], headed{m.First, m.End, c})
			mentions = append(mentions, *m)
		}
	}
	// Of nested names, the outer one.
	slices.SortStableFunc(mentions, func(a, b gold.ChainMention) int {
		return cmp.Or(a.First-b.First, b.End-a.End)
	})
	for _, m := range mentions {
		out.name(m, entities)
	}
	for i := 0; i < len(entities); i++ {
		if entities[i] == "" {
			continue
		}
		end := i + 1
		for end < len(entities) && entities[end] == "-" {
			end++
		}
		out.Entities = append(out.Entities, rapporteur.Entity{
			Span: d.SpanOf(i, end), First: i, End: end, Type: entities[i],
		})
		i = end - 1
	}
	out.Quotes, _ = quote.Find(d.Article.Text, quote.Paragraphs(d.Sentences))
	return out, nil
}

// headOf is the first token of m whose governor lies outside of it.
func headOf(d *rapporteur.Document, m rapporteur.Mention) int {
	head := m.Head
	for i := m.First; i < m.End; i++ {
		if h := d.Tokens[i].Head; (h < m.First || h >= m.End) && d.Tokens[i].Deprel != "punct" {
			return i
		}
	}
	return head
}

// name marks the words of mention m that are a name: its class at the first,
// "-" at the others.
func (d *Document) name(m gold.ChainMention, marks []string) {
	class := map[string]string{
		"person": rapporteur.EntityPerson, "organization": rapporteur.EntityOrganization, "place": rapporteur.EntityLocation,
		"object": rapporteur.EntityProduct, "event": rapporteur.EntityMisc, "abstract": rapporteur.EntityMisc, "time": rapporteur.EntityDate,
	}[m.Type]
	head := m.Head
	if class == rapporteur.EntityPerson && d.Tokens[head].UPOS == "NOUN" {
		// "biologist Aster Vale"
		for i := m.First; i < m.End; i++ {
			if d.Tokens[i].Head == head && d.Tokens[i].UPOS == "PROPN" && strings.HasPrefix(d.Tokens[i].Deprel, "flat") {
				head = i
				break
			}
		}
	}
	if class == "" || d.Tokens[head].UPOS != "PROPN" {
		return
	}
	if class == rapporteur.EntityPerson && d.Tokens[head].XPOS == "NNPS" {
		class = rapporteur.EntityNORP
	}
	first, end := head, head+1
	inName := func(i int) bool {
		t := d.Tokens[i]
		if strings.HasPrefix(t.Deprel, "flat") && class == rapporteur.EntityPerson {
			return true
		}
		return class != rapporteur.EntityPerson && (strings.HasPrefix(t.XPOS, "NNP") || t.UPOS == "PROPN") && !strings.HasPrefix(t.Deprel, "conj") && t.Deprel != "appos" && t.Deprel != "nmod:poss"
	}
	for first > m.First && inName(first-1) {
		first--
	}
	for end < m.End {
		switch word := d.Word(end); {
		case inName(end):
			end++
		case (word == "of" || word == "-" || word == "and" && class == rapporteur.EntityOrganization) && end+1 < m.End && inName(end+1):
			end += 2
		case word == "of" && end+2 < m.End && d.Word(end+1) == "the" && inName(end+2):
			end += 3
		default:
			goto done
		}
	}
done:
	for i := first; i < end; i++ {
		if marks[i] != "" {
			return
		}
	}
	marks[first] = class
	for i := first + 1; i < end; i++ {
		marks[i] = "-"
	}
}

// Of is the chain of what mention m refers to, or None. Of several mentions with
// one head ("Vale", "Vale and Holt") it is the one most like m.
func (d *Document) Of(m rapporteur.Mention) int {
	for i := m.Head; i >= 0; i = d.Tokens[i].Head {
		best, least := rapporteur.None, 0
		for _, h := range d.heads[i] {
			if off := abs(h.first-m.First) + abs(h.end-m.End); best < 0 || off < least {
				best, least = h.chain, off
			}
		}
		if best >= 0 {
			return best
		}
		if !strings.HasPrefix(d.Tokens[i].Deprel, "flat") {
			break
		}
	}
	return rapporteur.None
}

func abs(n int) int { return max(n, -n) }
