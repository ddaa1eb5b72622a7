package coref_test

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/fixture"
)

// A story is read from a file of three parts under lines "-- text --",
// "-- names --" and "-- words --", after the reason why it exists. The words
// stand as form/UPOS/relation/head, a sentence a line and a blank line after a
// paragraph; the Penn tag may follow the UPOS (NOUN:NNS), and the lemma the
// head.
type story struct {
	why      string
	document *rapporteur.Document
	marks    []fixture.Mark
}

func readStory(t *testing.T, file string) *story {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	why, rest, _ := strings.Cut(string(b), "-- text --\n")
	text, rest, _ := strings.Cut(rest, "-- names --\n")
	names, words, ok := strings.Cut(rest, "-- words --\n")
	if !ok || strings.TrimSpace(why) == "" {
		t.Fatalf("%s: want a reason, then -- text --, -- names -- and -- words --", file)
	}
	s := &story{why: strings.TrimSpace(why)}
	s.document = document(t, long(t, words))
	s.name(t, names)
	plain, marks := fixture.Unmark(strings.TrimSpace(text))
	s.marks = marks
	if flat(plain) != flat(s.document.Article.Text) {
		t.Fatalf("the words spell\n%s\nthe text is\n%s", s.document.Article.Text, plain)
	}
	for i := range s.marks {
		// Paragraphs are parted by a blank line in both, sentences by a break
		// in the file and a blank in the document: the same number of bytes.
		m := &s.marks[i]
		if got := s.document.Text(m.Span); got != plain[m.Span.Start:m.Span.End] {
			t.Fatalf("mark %q lies over %q", plain[m.Span.Start:m.Span.End], got)
		}
	}
	return s
}

// name gives the document its entities: "Person: Aster Vale; Vale" names every
// place where these words stand, "Vale@2" the second only. The longer names
// come first and keep their words.
func (s *story) name(t *testing.T, names string) {
	t.Helper()
	d := s.document
	type wanted struct{ class, name string }
	var all []wanted
	for line := range strings.Lines(names) {
		class, list, _ := strings.Cut(strings.TrimSpace(line), ":")
		for name := range strings.SplitSeq(list, ";") {
			if name = strings.TrimSpace(name); name != "" {
				all = append(all, wanted{class, name})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b wanted) int { return len(b.name) - len(a.name) })
	taken := make([]bool, len(d.Tokens))
	for _, w := range all {
		name, which, only := strings.Cut(w.name, "@")
		seen, found := 0, false
		for i := range d.Tokens {
			end := i + 1
			for end < len(d.Tokens) && len(d.Text(d.SpanOf(i, end))) < len(name) {
				end++
			}
			if d.Text(d.SpanOf(i, end)) != name {
				continue
			}
			seen++
			if slices.Contains(taken[i:end], true) || only && which != strconv.Itoa(seen) {
				continue
			}
			found = true
			for k := i; k < end; k++ {
				taken[k] = true
			}
			d.Entities = append(d.Entities, rapporteur.Entity{Span: d.SpanOf(i, end), First: i, End: end, Type: w.class})
		}
		if !found {
			t.Fatalf("no tokens read %q in %q", w.name, d.Article.Text)
		}
	}
	slices.SortFunc(d.Entities, func(a, b rapporteur.Entity) int { return a.First - b.First })
}

func flat(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// long is the words of a story in the form of fixture.Words.
func long(t *testing.T, words string) string {
	t.Helper()
	var b strings.Builder
	for line := range strings.Lines(words) {
		fields := strings.Fields(line)
		if len(fields) == 0 {
			b.WriteString("¶\n")
		}
		for _, field := range fields {
			parts := strings.Split(field, "/")
			if len(parts) < 4 {
				t.Fatalf("word %q: want form/UPOS/relation/head", field)
			}
			parts[1] = strings.ReplaceAll(parts[1], ":", "/")
			b.WriteString(strings.Join(parts, " ") + "\n")
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// faults are the marks that the clusters do not bear out.
func (s *story) faults(clusters []rapporteur.Cluster) []string {
	at := map[rapporteur.Span]int{}
	for i, c := range clusters {
		for _, m := range c.Mentions {
			at[m.Span] = i
		}
	}
	var faults []string
	label, cluster := map[string]int{}, map[int]string{}
	for _, m := range s.marks {
		words := s.document.Text(m.Span)
		i, found := at[m.Span]
		switch {
		case m.Label == "-":
			if found && len(clusters[i].Mentions) > 1 {
				faults = append(faults, fmt.Sprintf("%q is one with %q; want it left alone", words, s.document.Text(clusters[i].Mentions[clusters[i].Name].Span)))
			}
			continue
		case !found:
			faults = append(faults, fmt.Sprintf("%q {%s} is in no cluster", words, m.Label))
			continue
		}
		name := s.document.Text(clusters[i].Mentions[clusters[i].Name].Span)
		if want, seen := label[m.Label]; seen && want != i {
			faults = append(faults, fmt.Sprintf("%q {%s} is %q, not one with %q", words, m.Label, name, s.document.Text(clusters[want].Mentions[0].Span)))
		}
		if other, seen := cluster[i]; seen && other != m.Label {
			faults = append(faults, fmt.Sprintf("%q {%s} is one with {%s} %q", words, m.Label, other, name))
		}
		if _, seen := label[m.Label]; !seen {
			label[m.Label] = i
		}
		if _, seen := cluster[i]; !seen {
			cluster[i] = m.Label
		}
	}
	return faults
}
