package date

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/extract/grammar"
	"rapporteur/gold"
)

// The development part of GUM has trees and dates for the same documents, so
// the rules are measured here apart from the parser. The floors are a little
// below what was reached when they were set; TEI gives no durations and writes
// weeks and parts of days otherwise, so most of what is not right is no error.
func TestGoldTrees(t *testing.T) {
	docs, err := gold.Trees(gold.Shared(t, "data", "syntax", "gum.dev.free.conllu.gz"))
	if err != nil {
		t.Fatal(err)
	}
	trees := map[string]*rapporteur.Document{}
	for _, d := range docs {
		trees[d.ID] = d.Document
	}
	var all, found, right int
	for d, err := range gold.Dates(gold.Shared(t, "data", "dates", "gum.dev.free.jsonl.gz")) {
		if err != nil {
			t.Fatal(err)
		}
		tree := trees[d.Ref]
		if tree == nil {
			t.Fatalf("%s has dates and no trees", d.Ref)
		}
		tree.Article.Published = d.Published
		to := align(t, tree.Article.Text, d.Text)
		got := Find(grammar.New(tree))
		for _, want := range d.Expressions {
			all++
			for _, g := range got {
				if (rapporteur.Span{Start: to[g.Span.Start], End: to[g.Span.End]}).Overlaps(want.Span) {
					found++
					day, _, _ := strings.Cut(g.Value, "T") // TEI gives Friday evening as Friday
					values := want.Values()
					if slices.Contains(values, g.Value) || slices.Contains(values, day) || slices.Contains(values, g.From+"/"+g.To) {
						right++
					} else if testing.Verbose() {
						t.Logf("%q is %s (%s to %s), the gold says %s", d.Quote(want.Span), g.Value, g.From, g.To, values)
					}
					break
				}
			}
		}
	}
	t.Logf("%d of %d found, %d of them with the value of the gold", found, all, right)
	if found < 94 || right < 62 {
		t.Errorf("%d of %d found, %d right; want at least 94 and 62", found, all, right)
	}
}

// align gives for a byte of one text the byte of another with the same letters
// and other blanks.
func align(t *testing.T, from, to string) []int {
	t.Helper()
	out := make([]int, len(from)+1)
	k := 0
	for i, r := range from {
		out[i] = k
		if unicode.IsSpace(r) {
			continue
		}
		for k < len(to) {
			q, n := utf8.DecodeRuneInString(to[k:])
			if !unicode.IsSpace(q) {
				if q != r {
					t.Fatalf("the texts part at byte %d: %q and %q", i, r, q)
				}
				break
			}
			k += n
		}
		out[i] = k
		k += utf8.RuneLen(r)
		out[i+utf8.RuneLen(r)] = k
	}
	return out
}
