package place

import (
	"os"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"rapporteur"
	"rapporteur/extract/grammar"
	"rapporteur/fixture"
)

// TestFind reads testdata/find.txt, which says at its head how.
func TestFind(t *testing.T) {
	data, err := os.ReadFile("testdata/find.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for line := range strings.SplitSeq(string(data), "\n\n") {
		text, want, ok := strings.Cut(strings.TrimSpace(line), "\n=")
		if !ok {
			continue
		}
		cases++
		d := document(text)
		before := document(text)
		places := Find(grammar.New(d))
		var got []string
		for i, p := range places {
			country := p.Country
			switch {
			case !p.Resolved:
				country = "?" + country
			case country == "":
				country = "-"
			}
			got = append(got, d.Text(p.Span)+" "+country)
			if i > 0 && p.Span.Start < places[i-1].Span.End || p.Rule == "" || d.Text(p.Span) == "" {
				t.Errorf("%s: place %+v: spans ascend, do not overlap, lie in the text; rules are named", text, p)
			}
			if s := d.Sentences[p.Sentence]; !s.Span.Contains(p.Span) {
				t.Errorf("%s: place %+v is not in its sentence", text, p)
			}
		}
		if got, want := strings.Join(got, "; "), strings.TrimSpace(want); got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
		if !reflect.DeepEqual(d, before) {
			t.Errorf("%s: Find changed the Document", text)
		}
	}
	if cases < 15 {
		t.Errorf("only %d cases", cases)
	}
}

var classes = map[string]string{
	"L": rapporteur.EntityLocation, "F": rapporteur.EntityFacility, "O": rapporteur.EntityOrganization, "P": rapporteur.EntityPerson,
	"N": rapporteur.EntityNORP, "D": rapporteur.EntityDate,
}

// document is a text with the entities marked in it, cut into words at blanks
// and punctuation; a word with a capital is a proper noun, unless it begins
// the text unmarked and is none.
func document(marked string) *rapporteur.Document {
	text, marks := fixture.Unmark(marked)
	d := &rapporteur.Document{Article: &rapporteur.Article{Text: text}}
	for i := 0; i < len(text); {
		if text[i] == ' ' {
			i++
			continue
		}
		end := i
		for end < len(text) && (unicode.IsLetter(rune(text[end])) || text[end] >= 0x80) {
			end++
		}
		if strings.HasPrefix(text[i:], "'s") {
			end = i + 2
		}
		end = max(end, i+1)
		token := rapporteur.Token{Span: rapporteur.Span{Start: i, End: end}, UPOS: "NOUN", Head: -1, Lemma: strings.ToLower(text[i:end])}
		if unicode.IsUpper(rune(text[i])) && (i > 0 || text[i:end] == "Officials") {
			token.UPOS = "PROPN"
		}
		switch text[i:end] {
		case "Nice", "Mobile":
			token.UPOS = "ADJ"
		case "the", "The":
			token.UPOS = "DET"
		}
		d.Tokens = append(d.Tokens, token)
		i = end
	}
	d.Sentences = []rapporteur.Sentence{{Span: rapporteur.Span{End: len(text)}, End: len(d.Tokens)}}
	for _, m := range marks {
		e := rapporteur.Entity{Span: m.Span, Type: classes[m.Label], First: -1}
		for i, token := range d.Tokens {
			if m.Span.Contains(token.Span) {
				if e.First < 0 {
					e.First = i
				}
				e.End = i + 1
			}
		}
		d.Entities = append(d.Entities, e)
	}
	return d
}

// Odd text makes no panic and breaks no law.
func FuzzFind(f *testing.F) {
	for _, text := range []string{
		"The convoy reached [southern Gaza]{L}.", "[]{L}", "[,]{L} , [the]{L}", "[-]{L}[']{F}", "Paris,, Texas", "\xff\xfe Gaza", "U.S. U.K.", "[Ä]{L} of the",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, marked string) {
		d := document(strings.ToValidUTF8(marked, "?"))
		var entities []rapporteur.Entity
		for _, e := range d.Entities {
			if e.First >= 0 && e.Type != "" && (len(entities) == 0 || e.First >= entities[len(entities)-1].End) {
				entities = append(entities, e)
			}
		}
		d.Entities = entities
		last := 0
		for _, p := range Find(grammar.New(d)) {
			if p.Span.Start < last || p.Span.End > len(d.Article.Text) || p.Span.Empty() {
				t.Errorf("span %v after %d in %q", p.Span, last, d.Article.Text)
			}
			last = p.Span.End
		}
	})
}

func BenchmarkFind(b *testing.B) {
	data, err := os.ReadFile("testdata/resolve.txt")
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for i, r := range reports(string(data)) {
		if i%3 == 0 { // about as many names as news has
			plain, marks := fixture.Unmark(r)
			at := 0
			for _, m := range marks {
				text.WriteString(plain[at:m.Span.Start] + "[" + plain[m.Span.Start:m.Span.End] + "]{L}")
				at = m.Span.End
			}
			text.WriteString(plain[at:] + " ")
		}
		text.WriteString("The two sides said that they would meet again next week to talk about the terms of the truce and the return of the captives. ")
	}
	d := document(text.String())
	tree := grammar.New(d)
	for b.Loop() {
		Find(tree)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(d.Tokens)), "ns/token")
	b.ReportMetric(float64(len(Find(tree)))/float64(len(d.Tokens)), "places/token")
}
