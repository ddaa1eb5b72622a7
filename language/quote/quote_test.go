package quote_test

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/language/quote"
)

// paragraphs are the lines of text.
func paragraphs(text string) []rapporteur.Span {
	var out []rapporteur.Span
	at := 0
	for line := range strings.SplitAfterSeq(text, "\n") {
		out = append(out, rapporteur.Span{Start: at, End: at + len(strings.TrimSuffix(line, "\n"))})
		at += len(line)
	}
	return out
}

// show prints a quotation as [content], with + where it stays open, N> where it
// carries on number N, and N: where it stands inside number N.
func show(text string, quotes []rapporteur.Quote) string {
	var b strings.Builder
	for i, q := range quotes {
		if i > 0 {
			b.WriteByte(' ')
		}
		if q.Within >= 0 {
			fmt.Fprintf(&b, "%d:", q.Within)
		}
		if q.Continues >= 0 {
			fmt.Fprintf(&b, "%d>", q.Continues)
		}
		fmt.Fprintf(&b, "[%s]", text[q.Content.Start:q.Content.End])
		if q.Open {
			b.WriteByte('+')
		}
	}
	return b.String()
}

func TestFind(t *testing.T) {
	for _, c := range []struct {
		why, text, want string
		notes           int
	}{
		{"nothing quoted", `Vale said the rebels' camp wasn't hers.`, "", 0},
		{"straight", `"We will sign," said Vale. "Soon."`, "[We will sign,] [Soon.]", 0},
		{"curly", `“We will sign,” said Vale.`, "[We will sign,]", 0},
		{"curly opened, straight closed", `“We are glad," he said. "Also we wait.”`, "[We are glad,] [Also we wait.]", 0},
		{"typewriter", "``We will sign,'' said Vale.", "[We will sign,]", 0},
		{"guillemets", `«We will sign», said Vale.`, "[We will sign]", 0},
		{"guillemets with blanks", `« We will sign », said Vale.`, "[We will sign]", 0},
		{"guillemets outwards", `»We will sign«, said Vale.`, "[We will sign]", 0},
		{"low and high", `„We will sign“, said Vale.`, "[We will sign]", 0},
		{"right marks on both sides", `”We will sign”, said Vale.`, "[We will sign]", 0},
		{"blanks around straight marks", `He said " we will sign " and left.`, "[we will sign]", 0},
		{"after a colon without a blank", `He said:"We will sign."`, "[We will sign.]", 0},
		{"in brackets", `The pact ("a farce") held.`, "[a farce]", 0},
		{"after a dash", `It was—"a farce"—he said.`, "[a farce]", 0},
		{"one word each", `A "truce" and a "pause".`, "[truce] [pause]", 0},
		{"touching", `"Yes""No"`, "[Yes] [No]", 0},

		{"single inside double", `“She said ‘never’ twice,” he said.`, "[She said ‘never’ twice,] 0:[never]", 0},
		{"straight single inside straight double", `"She said 'never' twice," he said.`, "[She said 'never' twice,] 0:[never]", 0},
		{"single closes with double", `"She said, 'Never.'"`, "[She said, 'Never.'] 0:[Never.]", 0},
		{"curly single closes with double", `“She said, ‘Never.’”`, "[She said, ‘Never.’] 0:[Never.]", 0},
		{"double inside single", `‘She said “never” twice,’ he said.`, "[She said “never” twice,] 0:[never]", 0},
		{"three deep", `“He said ‘she said “no” to it’ today,” we hear.`,
			"[He said ‘she said “no” to it’ today,] 0:[she said “no” to it] 1:[no]", 0},
		{"three deep straight", `"A 'b' c," he said, "d 'e' f."`, "[A 'b' c,] 0:[b] [d 'e' f.] 2:[e]", 0},
		{"single marks as the main ones", `‘We don’t know the soldiers’ names,’ he said. ‘Not yet.’`,
			"[We don’t know the soldiers’ names,] [Not yet.]", 0},
		{"a plural in single marks", `“I ask all ‘political elements’ and everybody else to wait,” he said.`,
			"[I ask all ‘political elements’ and everybody else to wait,] 0:[political elements]", 0},
		{"two plurals in single marks", `‘Rebels’ and ‘bandits’ are words.`, "[Rebels] [bandits]", 0},
		{"a heading", `‘Progress’ in talks but no deal`, "[Progress]", 0},
		{"straight single heading", `Vale: 'Progress' in talks but no deal`, "[Progress]", 0},

		{"apostrophes", `The '90s, the rebels' camp, rock 'n' roll and 'em all.`, "", 0},
		{"curly apostrophes", `In the ’90s the rebels’ camp wasn’t there.`, "", 0},
		{"a wrong elision", `In the ‘90s the rebels’ camp.`, "", 0},
		{"a letter of another script", `‘Abd al-Karim and the Qur’an`, "", 0},
		{"an apostrophe inside double marks", `"They're the rebels' men," she said. "It's Arden's."`,
			"[They're the rebels' men,] [It's Arden's.]", 0},
		{"inches", `A 12" gun fired.`, "", 0},

		{"over two paragraphs", "“We will sign.\n“We will wait,” he said.", "[We will sign.]+ 0>[We will wait,]", 0},
		{"over three, straight", "\"One.\n\"Two.\n\"Three,\" he said.\n\"Four.\"", "[One.]+ 0>[Two.]+ 1>[Three,] [Four.]", 0},
		{"over two, single inside", "“He said ‘one.\n“‘Two,’ and left.”", "[He said ‘one.]+ 0>[‘Two,’ and left.] 1:[Two,]", 0},
		{"over two in single marks", "‘We will sign.\n‘We will wait,’ he said.", "[We will sign.]+ 0>[We will wait,]", 0},
		{"carried on without a mark", "“We will sign.\nWe will wait,” he said.", "[We will sign.]+ 0>[We will wait,]", 0},
		{"paragraphs run together", `“We will sign. “We will wait,” he said.`, "[We will sign.]+ 0>[We will wait,]", 0},
		{"a new quotation is none carried on", "“One,” he said.\n“Two.”", "[One,] [Two.]", 0},

		{"a blank on the wrong side", `She made "How To "and said: "I am done."`, "[How To] [I am done.]", 0},
		{"another", `She said" I am done" and "Yes."`, "[I am done] [Yes.]", 0},

		{"never closed", "“We will sign.\nHe left.", "[We will sign.]+", 1},
		{"never closed, another follows", "“We will sign.\nHe said “no”.", "[We will sign.]+ [no]", 1},
		{"never opened", `We will sign,” he said.`, "", 1},
		{"inner never closed", `“She said «no and left,” he said.`, "[She said «no and left,] 0:[no and left,]+", 1},
		{"empty", `He said "" and left.`, "[]", 0},
		{"only a mark", `"`, "[]+", 1},
		{"blank paragraphs", "\n \n“Yes.”\n\n", "[Yes.]", 0},
	} {
		quotes, notes := quote.Find(c.text, paragraphs(c.text))
		if got := show(c.text, quotes); got != c.want || len(notes) != c.notes {
			t.Errorf("%s: %s\n got %s with %d notes %v\nwant %s with %d", c.why, c.text, got, len(notes), notes, c.want, c.notes)
		}
	}
}

func TestDocumentAsksForQuotes(t *testing.T) {
	text := "“He said ‘never’ and left.\n“I heard it,” she said."
	d := &rapporteur.Document{Article: &rapporteur.Article{Text: text}}
	d.Quotes, _ = quote.Find(text, paragraphs(text))
	for _, c := range []struct {
		words        string
		want, begins int
	}{
		{"He", 0, 0}, {"never", 0, 0}, {"left", 0, 0}, {"heard", 2, 0}, {"she", rapporteur.None, 0},
	} {
		got := d.QuoteAt(strings.Index(text, c.words))
		if got != c.want {
			t.Errorf("%q stands in quotation %d, want %d", c.words, got, c.want)
		}
		if got >= 0 && d.QuoteBegins(got) != c.begins {
			t.Errorf("quotation %d begins with %d, want %d", got, d.QuoteBegins(got), c.begins)
		}
	}
}

func TestParagraphs(t *testing.T) {
	got := quote.Paragraphs([]rapporteur.Sentence{
		{Span: rapporteur.Span{Start: 0, End: 4}}, {Span: rapporteur.Span{Start: 5, End: 9}},
		{Span: rapporteur.Span{Start: 11, End: 20}, Paragraph: 1},
	})
	if want := "[0:9 11:20]"; fmt.Sprint(got) != want {
		t.Errorf("paragraphs %v, want %v", got, want)
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{`“a ‘b’ c”`, "\"a\n\"b\"", "'a' 'b", "«“‘’”»", "„a“ ``b''", "s’ s’ ‘s’ x", "\xe2\x80", "a \xff“b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		quotes, notes := quote.Find(text, paragraphs(text))
		whole := rapporteur.Span{Start: 0, End: len(text)}
		for i, q := range quotes {
			switch {
			case !whole.Contains(q.Span) || !q.Span.Contains(q.Content) || q.Content.End < q.Content.Start:
				t.Fatalf("quotation %d is %v with content %v in a text of %d bytes", i, q.Span, q.Content, len(text))
			case q.Within >= i || q.Continues >= i:
				t.Fatalf("quotation %d points forwards: within %d, continues %d", i, q.Within, q.Continues)
			case q.Within >= 0 && !quotes[q.Within].Span.Contains(q.Span):
				t.Fatalf("quotation %v does not lie in %v", q.Span, quotes[q.Within].Span)
			case q.Continues >= 0 && !quotes[q.Continues].Open:
				t.Fatalf("quotation %d carries on %d, which has closed", i, q.Continues)
			case i > 0 && quotes[i-1].Span.Start > q.Span.Start:
				t.Fatalf("quotation %d begins before %d", i, i-1)
			}
			for j := range i {
				if other := quotes[j].Span; other.Overlaps(q.Span) && !other.Contains(q.Span) {
					t.Fatalf("quotations %v and %v cross", other, q.Span)
				}
			}
		}
		for _, n := range notes {
			if !whole.Contains(n.Span) {
				t.Fatalf("note at %v in a text of %d bytes", n.Span, len(text))
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("“We don’t know the soldiers’ names,” said Vale of the rebels' “camp”. They left it. ", 20) + "\n"
	text = strings.Repeat(text, 10)
	p := paragraphs(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		quote.Find(text, p)
	}
}
