package dossier

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/cmd/rapporteur/terminal"
)

var update = flag.Bool("update", false, "write what is printed into testdata")

const ferryText = `Ferry route may reopen

Foreign Minister Élan Vale of Arden met a delegation from Velm in Port Oster on Monday. “We will stop shelling the ferry route for 40 days,” she told the Harbour Post. “And we mean it.”

At least 12 sailors have been killed, according to Velm’s coast guard. Velm’s reply is awaited; the return of the island remains open. A second meeting is planned for Friday. Arden has denied that it sank the Gull.`

// ferry is a reading made by hand, with every kind of finding in it, so that
// the layout is tested and nothing else.
func ferry(t *testing.T) *rapporteur.Reading {
	at := func(words string) rapporteur.Span {
		i := strings.Index(ferryText, words)
		if i < 0 {
			t.Fatalf("%q is not in the text", words)
		}
		return rapporteur.Span{Start: i, End: i + len(words)}
	}
	d := &rapporteur.Document{
		Article: &rapporteur.Article{
			Ref: "desk/17", Text: ferryText, Publisher: "Harbour Post", Author: "Aster Quill",
			URL: "https://harbour-post.example/ferry", Published: time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC),
		},
		Reader: "quick",
	}
	paragraph := 0
	for i, words := range []string{
		"Ferry route may reopen",
		"Foreign Minister Élan Vale of Arden met a delegation from Velm in Port Oster on Monday.",
		"“We will stop shelling the ferry route for 40 days,” she told the Harbour Post.",
		"“And we mean it.”",
		"At least 12 sailors have been killed, according to Velm’s coast guard.",
		"Velm’s reply is awaited; the return of the island remains open.",
		"A second meeting is planned for Friday.",
		"Arden has denied that it sank the Gull.",
	} {
		if i == 1 || i == 4 {
			paragraph++
		}
		s := rapporteur.Sentence{Span: at(words), First: len(d.Tokens), Paragraph: paragraph, Heading: i == 0}
		for range strings.Fields(words) {
			d.Tokens = append(d.Tokens, rapporteur.Token{UPOS: "X"})
		}
		s.End = len(d.Tokens)
		d.Sentences = append(d.Sentences, s)
	}
	const arden, velm, vale, guard = 0, 1, 2, 3
	who := func(name string, actor int, spans ...rapporteur.Span) rapporteur.Participant {
		return rapporteur.Participant{Name: name, Actor: actor, Spans: spans}
	}
	offer := at("stop shelling the ferry route for 40 days")
	nobody := rapporteur.Participant{Actor: rapporteur.None}
	return &rapporteur.Reading{Document: d, Findings: &rapporteur.Findings{
		Actors: []rapporteur.Actor{
			{Name: "Arden", Kind: rapporteur.ActorState, Of: rapporteur.None, Mentions: []rapporteur.Span{at("Arden met"), at("Arden has")}, Rule: "actor/state"},
			{Name: "Velm", Kind: rapporteur.ActorState, Of: rapporteur.None, Mentions: []rapporteur.Span{at("Velm in"), at("Velm’s coast"), at("Velm’s reply")}, Rule: "actor/state"},
			{Name: "Élan Vale", Kind: rapporteur.ActorPerson, Title: "foreign minister", Of: arden, Mentions: []rapporteur.Span{at("Élan Vale"), at("she told")}, Rule: "actor/title"},
			{Name: "Velm’s coast guard", Kind: rapporteur.ActorGovernment, Of: velm, Mentions: []rapporteur.Span{at("Velm’s coast guard")}, Rule: "actor/organ"},
		},
		Statements: []rapporteur.Statement{
			{Speaker: who("Élan Vale", vale, at("she")), Cue: at("told"), Content: []rapporteur.Span{at("We will stop shelling the ferry route for 40 days"), at("And we mean it")},
				Kind: rapporteur.KindDirect, Sourcing: rapporteur.SourcingNamed, Outlet: "Harbour Post", Addressee: nobody, Sentence: 2, Rule: "statement/direct"},
			{Speaker: who("Velm’s coast guard", guard, at("Velm’s coast guard")), Cue: at("according to"), Content: []rapporteur.Span{at("At least 12 sailors have been killed")},
				Kind: rapporteur.KindIndirect, Sourcing: rapporteur.SourcingInstitution, Addressee: nobody, Sentence: 4, Rule: "statement/according"},
			{Speaker: who("Arden", arden, at("Arden has")), Cue: at("denied"), Content: []rapporteur.Span{at("it sank the Gull")}, Denies: true,
				Kind: rapporteur.KindIndirect, Sourcing: rapporteur.SourcingInstitution, Addressee: nobody, Sentence: 7, Rule: "statement/denial"},
			{Speaker: who("officials", rapporteur.None), Content: []rapporteur.Span{at("the return of the island remains open")},
				Kind: rapporteur.KindIndirect, Sourcing: rapporteur.SourcingUnnamed, Addressee: nobody, Sentence: 5, Rule: "statement/plain"},
		},
		Events: []rapporteur.Event{
			{Type: "ASSAULT", Actors: []rapporteur.Participant{who("Arden", arden)}, Anchor: at("sank the Gull"), Status: rapporteur.StatusDenied, AttributedTo: "Arden", Statement: 2, Sentence: 7, Rule: "event/denied"},
			{Type: "ASSAULT", Recipients: []rapporteur.Participant{who("sailors", rapporteur.None)}, Anchor: at("have been killed"), Status: rapporteur.StatusHappened, AttributedTo: "Velm’s coast guard", Statement: 1, Sentence: 4, Rule: "event/passive"},
			{Type: "CONSULT", Anchor: at("second meeting"), Actors: []rapporteur.Participant{who("Arden", arden), who("Velm", velm)}, Date: "2024-03-15", Status: rapporteur.StatusPlanned, Statement: rapporteur.None, Sentence: 6, Rule: "event/noun"},
			{Type: "CONSULT", Mode: "visit", Actors: []rapporteur.Participant{who("Élan Vale", vale)}, Recipients: []rapporteur.Participant{who("a delegation from Velm", rapporteur.None)},
				Anchor: at("met a delegation"), Also: []rapporteur.Span{at("reply")}, Place: "Port Oster", Country: "KEN", Date: "2024-03-11", Status: rapporteur.StatusHappened, Statement: rapporteur.None, Sentence: 1, Rule: "event/meet"},
			{Type: "COERCE", Anchor: at("shelling"), Status: rapporteur.StatusOngoing, Historical: true, Statement: rapporteur.None, Sentence: 2, Rule: "event/noun"},
		},
		Figures: []rapporteur.Figure{
			{Measure: rapporteur.MeasureKilled, Of: "sailors", Value: 12, Unit: "people", Qualifier: "at least", Span: at("At least 12 sailors"), AttributedTo: "Velm’s coast guard", Statement: 1, Sentence: 4, Rule: "figure/passive"},
			{Measure: rapporteur.MeasureDuration, Value: 40, Unit: "days", Span: at("40 days"), Statement: 0, Sentence: 2, Rule: "figure/duration"},
		},
		Dates: []rapporteur.Date{
			{Span: at("on Monday"), Type: rapporteur.DateDay, Value: "2024-03-11", Sentence: 1, Rule: "date/weekday"},
			{Span: at("40 days"), Type: rapporteur.DateDuration, Value: "P40D", Modifier: "APPROX", Sentence: 2, Rule: "date/duration"},
			{Span: at("Friday"), Type: rapporteur.DateDay, Sentence: 6, Rule: "date/weekday"},
		},
		Places: []rapporteur.Place{
			{Span: at("Velm in"), Name: "Velm", Sentence: 1, Rule: "place/name"},
			{Span: at("Port Oster"), Name: "Port Oster", Kind: "PPL", Country: "KEN", Admin1: "Coast", GeoNamesID: 999999901, Lat: -3.5, Lon: 40.25, Resolved: true, Sentence: 1, Rule: "place/gazetteer"},
			{Span: at("Velm’s coast"), Name: "Velm", Sentence: 4, Rule: "place/name"},
		},
		Talks: []rapporteur.Talks{{
			Subject: "the ferry route", Parties: []rapporteur.Participant{who("Arden", arden, at("Arden met")), who("Velm", velm, at("Velm in"), at("Velm’s reply"))},
			Mediators: []rapporteur.Participant{who("Harbour Post", rapporteur.None, at("Harbour Post"))},
			Venue:     "Port Oster", VenueSpan: at("Port Oster"), Stage: rapporteur.StageAgreedToMeet, StageSpan: at("A second meeting is planned"),
			Proposals: []rapporteur.Proposal{{
				By: "Arden; Velm", Phases: 2, Span: at("We will stop shelling the ferry route for 40 days"), Rule: "talks/offer",
				Terms:   []rapporteur.Term{{Kind: "aid-access", Span: offer, Rule: "talks/term"}},
				Answers: []rapporteur.Answer{{Actor: "Velm", Answer: "awaited", Span: at("Velm’s reply is awaited"), Rule: "talks/answer"}},
			}},
			Positions: []rapporteur.Position{
				{Actor: "Arden", Stance: "offers", Issue: "end of the shelling", Span: offer, Rule: "talks/position"},
				{Actor: "Velm; the coast guard", Stance: "open-to", Issue: "the return of the island", Span: at("the return of the island"), Rule: "talks/position"},
			},
			StickingPoints: []rapporteur.StickingPoint{{Issue: "the return of the island", Span: at("the return of the island remains open"), Rule: "talks/open"}},
			Awaited:        []rapporteur.Awaited{{From: "Velm", What: "reply", Span: at("Velm’s reply is awaited"), Rule: "talks/awaited"}},
			Spans:          []rapporteur.Span{at("met")}, Rule: "talks/meeting",
		}},
		Notes: []rapporteur.Note{
			{Kind: rapporteur.NoteAmbiguous, Text: `"the island" is not named`, Span: at("the island")},
			{Kind: rapporteur.NoteLanguage, Text: "too short to tell"},
		},
	}}
}

func printed(t *testing.T, r *rapporteur.Reading, s Style) string {
	t.Helper()
	var b bytes.Buffer
	if err := Write(&b, r, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestLayout(t *testing.T) {
	for name, style := range map[string]Style{
		"ferry":          {},
		"ferry-explain":  {Width: 100, Explain: true},
		"ferry-narrow":   {Width: 40, Text: true},
		"ferry-coloured": {Palette: terminal.Palette{On: true}},
	} {
		got := printed(t, ferry(t), style)
		if style.Palette.On {
			got = strings.ReplaceAll(got, "\x1b", "ESC")
		}
		file := filepath.Join("testdata", name+".txt")
		if *update {
			if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs from what is printed; see the difference, then run go test ./cmd/rapporteur/dossier -update\n%s", file, got)
		}
	}
}

// TestEveryLineCanBeChecked: what is found has a sentence beside it.
func TestEveryLineCanBeChecked(t *testing.T) {
	r := ferry(t)
	r.Findings.Notes = nil
	_, body, _ := strings.Cut(printed(t, r, Style{Width: 400}), "\n\n")
	heading := regexp.MustCompile(`^([A-Z :]+|  positions|  [^ ].*[^\]])$`)
	number := regexp.MustCompile(`\[s\d+(, s\d+)*\]$`)
	n := 0
	for line := range strings.Lines(body) {
		line = strings.TrimSuffix(line, "\n")
		if line == "" || heading.MatchString(line) && !strings.HasPrefix(line, "   ") {
			continue
		}
		n++
		if !number.MatchString(line) {
			t.Errorf("no sentence beside %q", line)
		}
	}
	if n < 25 {
		t.Errorf("%d lines looked at; too few to tell", n)
	}
}

func TestNoLineIsTooLong(t *testing.T) {
	for _, width := range []int{40, 60, 80} {
		for line := range strings.Lines(printed(t, ferry(t), Style{Width: width, Explain: true, Text: true})) {
			if n := len([]rune(strings.TrimSuffix(line, "\n"))); n > width {
				t.Errorf("%d characters in a width of %d: %s", n, width, line)
			}
		}
	}
}

// TestTextCannotCommandTheTerminal: a report must not move the cursor or clear
// the screen.
func TestTextCannotCommandTheTerminal(t *testing.T) {
	r := ferry(t)
	a := r.Document.Article
	a.Title, a.Publisher, a.URL = "Gone\x1b[2J", "Post\x07", "https://x.example/\x1b]0;x"
	a.Text = strings.Replace(a.Text, "Port Oster", "Port\x1b[2Jer", 1)
	r.Findings.Actors[0].Name = "Arden\x9b2J"
	r.Findings.Notes[0].Text = "odd \x1bc"
	out := printed(t, r, Style{Text: true})
	if i := strings.IndexFunc(out, func(r rune) bool { return r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 }); i >= 0 {
		t.Errorf("a control character in %q", out[max(0, i-20):i+10])
	}
}

// A dateline is no headline.
func TestHeadlineStandsAfterTheDateline(t *testing.T) {
	text := "VELM (Post) — Arden sank it."
	d := &rapporteur.Document{Article: &rapporteur.Article{Text: text}, Sentences: []rapporteur.Sentence{
		{Span: rapporteur.Span{End: 15}, Heading: true}, {Span: rapporteur.Span{Start: 16, End: len(text)}},
	}}
	got := printed(t, &rapporteur.Reading{Document: d, Findings: &rapporteur.Findings{}}, Style{})
	if !strings.HasPrefix(got, "Arden sank it.\n") {
		t.Errorf("the dossier begins\n%s", got)
	}
}

func TestNothingFound(t *testing.T) {
	r := &rapporteur.Reading{Document: &rapporteur.Document{Article: &rapporteur.Article{}}, Findings: &rapporteur.Findings{}}
	if got := printed(t, r, Style{}); !strings.Contains(got, "NOTHING FOUND") || !strings.HasPrefix(got, "A report without a title\ndate unknown · 0 words\n") {
		t.Errorf("an empty reading prints\n%s", got)
	}
	r.Findings.Notes = []rapporteur.Note{{Kind: rapporteur.NoteLanguage, Text: "written in French, not English, so not read"}}
	if got := printed(t, r, Style{}); strings.Contains(got, "NOTHING FOUND") || !strings.Contains(got, "language: written in French") {
		t.Errorf("a foreign report prints\n%s", got)
	}
}

func TestAmount(t *testing.T) {
	for want, x := range map[string]rapporteur.Figure{
		"more than 34,600 Palestinians":       {Value: 34600, Unit: "people", Of: "Palestinians", Qualifier: "more than"},
		"nearly 1.5 percent of the territory": {Value: 1.5, Unit: "percent", Of: "the territory", Qualifier: "nearly"},
		"USD 40,000,000 of aid":               {Value: 4e7, Unit: "USD", Of: "aid"},
		"30 to 40 days":                       {Value: 30, ValueMax: 40, Unit: "days"},
		"12 or more villagers":                {Value: 12, Unit: "people", Of: "villagers", Qualifier: "vague"},
		"1,000 or more people":                {Value: 1000, Unit: "people", Qualifier: "vague"},
		"up to 3 people":                      {Value: 3, Unit: "people", Qualifier: "up to"},
		"at least -2 houses":                  {Value: -2, Unit: "houses", Of: "houses", Qualifier: "at least"},
		"999":                                 {Value: 999},
	} {
		if got := amount(&x); got != want {
			t.Errorf("%v is shown as %q, want %q", x, got, want)
		}
	}
}
