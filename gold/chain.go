package gold

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/conllu"
)

// A Chain is the mentions of one referent in text order, a single one too.
type Chain struct {
	Group    string // id within the document
	Type     string // person, place, organization, object, event, time, substance, animal, plant, abstract
	Mentions []ChainMention
}

// A ChainMention is a mention as GUM annotates it (Zeldes 2017,
// https://wiki.gucorpling.org/gum/entities): the whole phrase with its
// modifiers.
type ChainMention struct {
	rapporteur.Mention        // Head is the token of Minspan whose governor lies outside the mention
	Type               string // of this mention
	Infstat            string // information status: new, giv:act, giv:inact, acc:com, acc:inf, acc:aggr
	Minspan            []int  // tokens that a shorter span must keep
	Link               string // how it is joined to the mention before: coref, ana, cata, appos, pred, disc, sgl
	Identity           string // title of its Wikipedia page; "" where none
}

// Chains reads the entities in the MISC column of a GUM document. The order
// of an entity's fields is that of the document's comment "# global.Entity".
func Chains(d *conllu.Doc) ([]Chain, error) {
	r := &chainReader{doc: d, fields: entityFields(d.Comments)}
	for i, row := range d.Rows {
		for item := range strings.SplitSeq(row.Misc, "|") {
			value, ok := strings.CutPrefix(item, "Entity=")
			if !ok {
				continue
			}
			if err := r.token(i, value); err != nil {
				return nil, fmt.Errorf("document %s: token %d %q: entity %q: %w", d.ID, i+1, row.Form, value, err)
			}
		}
	}
	if len(r.open) > 0 {
		return nil, fmt.Errorf("document %s: entity %s never ends", d.ID, r.open[0].group)
	}
	return r.chains(), nil
}

// entityFields is where each field stands within an entity.
func entityFields(comments []string) map[string]int {
	for _, c := range comments {
		if value, ok := strings.CutPrefix(c, "# global.Entity ="); ok {
			fields := map[string]int{}
			for i, name := range strings.Split(strings.TrimSpace(value), "-") {
				fields[name] = i
			}
			return fields
		}
	}
	return nil
}

// chainReader holds the mentions read, and those that have not ended.
type chainReader struct {
	doc    *conllu.Doc
	fields map[string]int
	open   []opened
	done   []opened
}

type opened struct {
	group   string
	minspan string
	mention ChainMention
}

// token reads the brackets of one token: "(5-person-…", "(6-place-…)" and "5)"
// in a row.
func (r *chainReader) token(i int, value string) error {
	for value != "" {
		if value[0] == '(' {
			end := strings.IndexAny(value[1:], "()") + 1
			if end == 0 {
				end = len(value)
			}
			if err := r.begin(i, value[1:end]); err != nil {
				return err
			}
			if value = value[end:]; strings.HasPrefix(value, ")") {
				value = value[1:]
				if err := r.end(i, r.open[len(r.open)-1].group); err != nil {
					return err
				}
			}
			continue
		}
		group, rest, ok := strings.Cut(value, ")")
		if !ok {
			return fmt.Errorf("%q neither begins nor ends a mention", value)
		}
		if err := r.end(i, group); err != nil {
			return err
		}
		value = rest
	}
	return nil
}

func (r *chainReader) begin(i int, text string) error {
	for _, name := range []string{"GRP", "etype", "infstat", "minspan", "link"} {
		if _, known := r.fields[name]; !known {
			return fmt.Errorf("no field %s in the document's comment \"# global.Entity = …\"", name)
		}
	}
	parts := strings.SplitN(text, "-", len(r.fields))
	field := func(name string) string {
		if at, known := r.fields[name]; known && at < len(parts) {
			return parts[at]
		}
		return ""
	}
	if field("GRP") == "" || field("link") == "" {
		return fmt.Errorf("%d fields, want at least those up to the link", len(parts))
	}
	r.open = append(r.open, opened{field("GRP"), field("minspan"), ChainMention{
		Mention: rapporteur.Mention{First: i}, Type: field("etype"), Infstat: field("infstat"),
		Link: field("link"), Identity: field("identity"),
	}})
	return nil
}

// end closes the last mention of the group that is open.
func (r *chainReader) end(i int, group string) error {
	for k := len(r.open) - 1; k >= 0; k-- {
		o := r.open[k]
		if o.group != group {
			continue
		}
		m := &o.mention
		m.End = i + 1
		m.Span = r.doc.SpanOf(m.First, m.End)
		for number := range strings.SplitSeq(o.minspan, ",") {
			n, err := strconv.Atoi(number)
			if err != nil || n < 1 || m.First+n > m.End {
				return fmt.Errorf("minspan %q does not count within the %d words of the mention", o.minspan, m.End-m.First)
			}
			m.Minspan = append(m.Minspan, m.First+n-1)
		}
		m.Head = m.Minspan[0]
		for _, t := range m.Minspan {
			// The governor must lie outside the mention, not outside Minspan: in
			// "Aster Vale's interpreter" both words of a name hang within it.
			if h := r.doc.Tokens[t].Head; h < m.First || h >= m.End {
				m.Head = t
				break
			}
		}
		r.done = append(r.done, o)
		r.open = slices.Delete(r.open, k, k+1)
		return nil
	}
	return fmt.Errorf("mention %q ends but never began", group)
}

// chains puts the mentions together by their groups, in order of first mention.
func (r *chainReader) chains() []Chain {
	slices.SortStableFunc(r.done, func(a, b opened) int {
		if c := a.mention.First - b.mention.First; c != 0 {
			return c
		}
		return b.mention.End - a.mention.End
	})
	var out []Chain
	at := map[string]int{}
	for _, o := range r.done {
		i, seen := at[o.group]
		if !seen {
			i = len(out)
			at[o.group] = i
			out = append(out, Chain{Group: o.group, Type: o.mention.Type})
		}
		out[i].Mentions = append(out[i].Mentions, o.mention)
	}
	return out
}
