package sentence

import (
	"io/fs"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"rapporteur"
	"rapporteur/language/lexis"
	"rapporteur/language/token"
	"rapporteur/models"
)

func TestParagraphs(t *testing.T) {
	wrapped := strings.Repeat("The delegates of Arden and Velm met again on the ferry which\nlies in the harbour, and they spoke of fish and of islands for\n", 3) + "an hour."
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"blank lines":         {"One.\n\nTwo.\n \nThree.", []string{"One.", "Two.", "Three."}},
		"a line a paragraph":  {"Talks resume\nOne ended.\nTwo ended.\n“Three ended.”", []string{"Talks resume", "One ended.", "Two ended.", "“Three ended.”"}},
		"wrapped at a width":  {wrapped, []string{wrapped}},
		"carriage returns":    {"One.\r\n\r\nTwo.\r\nThree.", []string{"One.", "Two.", "Three."}},
		"blanks around":       {"  \n\n  One.  \n\n", []string{"One."}},
		"nothing":             {" \n \n", nil},
		"line separators":     {"One.\u2028Two.", []string{"One.", "Two."}},
		"no break at the end": {"One.\n\nTwo", []string{"One.", "Two"}},
	} {
		var got []string
		for _, s := range Paragraphs(c.text) {
			got = append(got, c.text[s.Start:s.End])
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestIsHeading(t *testing.T) {
	for text, want := range map[string]bool{
		"Arden and Velm to resume talks":          true,
		"‘Behave calmly’":                         true,
		"Arden and Velm resumed talks on Monday.": false,
		"“We will sign.”":                         false,
		"Will they sign?":                         false,
		"The agreement has three parts:":          false,
		"Arden resumed talks. (Harbour Agency)":   false,
		"Arden resumes talks (Harbour Agency)":    true,
		"(Harbour Agency)":                        true,
	} {
		if got := IsHeading(text, len(strings.Fields(text))); got != want {
			t.Errorf("%q: heading is %t, want %t", text, got, want)
		}
	}
	if IsHeading(strings.Repeat("word ", 40), 40) {
		t.Error("forty words without a stop are read as a heading")
	}
}

func TestIsItem(t *testing.T) {
	for text, want := range map[string]bool{
		"• A truce of 40 days": true, "- Arden withdraws.": true, "1. Arden withdraws.": true, "2) Velm withdraws.": true,
		"(3) Aid enters": true, "a) Aid enters": true, "A truce of 40 days": false, "-": false, "2024 was a year of war.": false,
		"A. Vale left.": false, "(AP) Arden withdraws.": false, "40 days": false,
	} {
		if got := IsItem(text); got != want {
			t.Errorf("%q: item is %t, want %t", text, got, want)
		}
	}
}

// sentences of one paragraph, parted by |.
const cases = `
The U.S. envoy left.|He will return on Jan. 5.|Talks go on.
Gen. Orr of Velm Corp. agreed.|Mr. Vale did not.
The answer of Mrs. Orr, of Gov. Vale and of Sen. McAdam was no.
“We will sign,” she said.|“Soon.”
It ended at 5 p.m. Monday in Arden.
It ended at 11:30 a.m. EST on June 6.
It ended at 7:45 p.m.|"No deal," she said.
It ended at 7 p.m.|“No deal,” she said.
Did they sign?|They did!|No. 5 was left out.
The ferry ran on 10 May and on 6 June without a stop
He asked (twice).|Nobody answered.
Talks with the U.S.|He left at noon for the U.K.|She stayed.
The U.S. State Department and J. D. Vale, Lt. Gen. A. B. Orr and Tom Rook Jr. came.
The first round is set for Jan. 5.|The second is in Sept. 2025.|Nobody came.
At 5:15 p.m. Orr left.|At 6 p.m. on Monday the guns fell silent.
It struck at 4:30 a.m. local time.
She left.|“We will sign.”|He stayed.|"No," he said.
“Will they sign?” Orr asked.|“Never!” Minister Ada Lund cried.|“Why not?”|He left.
"How many died?"|No one knows.|The map is on p. 5.|It is old.
The plan has two parts: 1. Arden withdraws.|2. Velm frees 30 captives.
• The release of 30 captives.|It takes a week.
Captain (ret.) Tom Rook said so.|Col. (retd.) Orr denied it.
It lies in St. Louis, Mo., and in Mobile, Ala., as well.
Resolution No. 2 and Nos. 3 and 4 were adopted.
Orr Shipping Inc. said so.|Velm Oil Co. Ltd. declined.|The ferry sank.
He waited ... and then left.|Inflation rose 3.5 percent.|It cost $3.5.|Nobody paid.
See https://arden.example/a.b?c=1.|Then write to desk@arden.example.|The end.
`

func TestSplit(t *testing.T) {
	splitter, clusters := load(t)
	for _, line := range strings.Split(strings.TrimSpace(cases), "\n") {
		text := strings.ReplaceAll(line, "|", " ")
		tokens := token.Split(nil, text, rapporteur.Span{End: len(text)})
		var p Paragraph
		for i, w := range tokens {
			p.Words = append(p.Words, lexis.Describe(text[w.Span.Start:w.Span.End], clusters))
			next := w.Span.End
			if i+1 < len(tokens) {
				next = tokens[i+1].Span.Start
			}
			p.Gaps = append(p.Gaps, GapOf(text, rapporteur.Span{Start: w.Span.End, End: next}))
		}
		var got []string
		start := 0
		splitter.Split(p, func(i int) {
			got = append(got, text[start:tokens[i].Span.End])
			start = tokens[i+1].Span.Start
		})
		got = append(got, text[start:])
		if g := strings.Join(got, "|"); g != line {
			t.Errorf("\n got %s\nwant %s", g, line)
		}
	}
}

func load(t *testing.T) (*Splitter, *lexis.Clusters) {
	t.Helper()
	read := func(name string) []byte {
		packed, err := fs.ReadFile(models.English, "en/"+name)
		if err != nil {
			t.Fatal(err)
		}
		in, err := zstd.NewReader(nil)
		if err != nil {
			t.Fatal(err)
		}
		defer in.Close()
		b, err := in.DecodeAll(packed, nil)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	splitter, err := Load(read("sentences.bin.zst"))
	if err != nil {
		t.Fatal(err)
	}
	clusters, err := lexis.LoadClusters(read("clusters.bin.zst"))
	if err != nil {
		t.Fatal(err)
	}
	return splitter, clusters
}
