package rapporteur

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write the example of docs/record.md anew")

const ferryText = `Élan Vale, Arden’s foreign minister, met a delegation from Velm in Port Oster on Monday. “We will stop shelling the ferry route for 40 days,” she told the Harbour Post, but the return of the island remains open & Velm’s reply is awaited.

At least 12 sailors have been killed, according to Velm’s coast guard.`

// ferryReading is what a careful person reads in ferryText: every kind of
// finding, by hand.
func ferryReading() *Reading {
	at := func(words string) Span {
		i := strings.Index(ferryText, words)
		if i < 0 {
			panic(words)
		}
		return Span{i, i + len(words)}
	}
	within := func(phrase, words string) Span {
		p := at(phrase)
		i := p.Start + strings.Index(ferryText[p.Start:p.End], words)
		return Span{i, i + len(words)}
	}
	const arden, velm, vale, post, guard = 0, 1, 2, 3, 4
	who := func(name string, actor int, spans ...Span) Participant { return Participant{name, actor, spans} }
	she := within("she told", "she")
	content := []Span{at("We will stop shelling the ferry route for 40 days")}
	return &Reading{
		Document: &Document{
			Article: &Article{
				Ref: "desk/17", Text: ferryText, Title: "Ferry route may reopen", URL: "https://harbour-post.example/ferry",
				Author: "Aster Quill", Publisher: "Harbour Post", Language: "en", Published: time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC),
			},
			Reader: "quick",
		},
		Findings: &Findings{
			Actors: []Actor{
				{Name: "Arden", Kind: ActorState, Key: "ARD", Country: "ARD", Sectors: []string{"GOV"}, Of: None, Mentions: []Span{at("Arden")}, Rule: "actor/gazetteer"},
				{Name: "Velm", Kind: ActorState, Key: "VLM", Country: "VLM", Sectors: []string{"GOV"}, Of: None,
					Mentions: []Span{at("Velm"), within("Velm’s reply", "Velm"), within("Velm’s coast", "Velm")}, Rule: "actor/gazetteer"},
				{Name: "Élan Vale", Kind: ActorPerson, Country: "ARD", Sectors: []string{"GOV"}, Title: "foreign minister", Of: arden,
					Mentions: []Span{at("Élan Vale"), she}, Rule: "actor/title"},
				{Name: "Harbour Post", Kind: ActorOrganization, Sectors: []string{"MED"}, Of: None, Mentions: []Span{at("Harbour Post")}, Rule: "actor/name"},
				{Name: "Velm’s coast guard", Kind: ActorGovernment, Country: "VLM", Sectors: []string{"MIL"}, Of: velm, Mentions: []Span{at("Velm’s coast guard")}, Rule: "actor/office"},
			},
			Statements: []Statement{
				{Speaker: who("Élan Vale", vale, she), Cue: at("told"), Content: content, Kind: KindDirect, Sourcing: SourcingNamed,
					Outlet: "Harbour Post", Addressee: who("Harbour Post", post, at("Harbour Post")), Within: None, Sentence: 1, Rule: "statement/quotation"},
				{Speaker: who("Velm’s coast guard", guard, at("Velm’s coast guard")), Cue: at("according to"),
					Content: []Span{at("At least 12 sailors have been killed")}, Kind: KindIndirect, Sourcing: SourcingInstitution,
					Addressee: Participant{Actor: None}, Within: None, Sentence: 2, Rule: "statement/according"},
			},
			Events: []Event{
				{Type: "CONSULT", Mode: "visit", Contexts: []string{"diplomatic"}, CAMEO: "04",
					Actors: []Participant{who("Élan Vale", vale, at("Élan Vale"))}, Recipients: []Participant{who("a delegation from Velm", None, at("a delegation from Velm"))},
					Anchor: at("met"), Place: "Port Oster", Country: "OST", PlaceSpan: at("Port Oster"), Date: "2024-03-11", DateSpan: at("on Monday"),
					Status: StatusHappened, Statement: None, Rule: "event/meet"},
				{Type: "ASSAULT", Recipients: []Participant{who("sailors", None, at("sailors"))}, Anchor: at("have been killed"),
					Status: StatusHappened, AttributedTo: "Velm’s coast guard", Statement: 1, Sentence: 2, Rule: "event/kill"},
			},
			Figures: []Figure{{Measure: MeasureKilled, Of: "sailors", Value: 12, Unit: "people", Qualifier: "at least", Span: at("At least 12 sailors"),
				AttributedTo: "Velm’s coast guard", Statement: 1, Sentence: 2, Rule: "figure/passive"}},
			Dates:  []Date{{Span: at("on Monday"), Type: DateDay, Value: "2024-03-11", From: "2024-03-11", To: "2024-03-11", Rule: "date/weekday"}},
			Places: []Place{{Span: at("Port Oster"), Name: "Port Oster", Kind: "PPL", Country: "OST", Admin1: "Coast", GeoNamesID: 999999901, Lat: 54.25, Lon: -3.5, Resolved: true, Rule: "place/gazetteer"}},
			Talks: []Talks{{
				Subject: "the ferry route", Parties: []Participant{who("Arden", arden, at("Arden")), who("Velm", velm, at("Velm"))},
				Venue: "Port Oster", VenueSpan: at("Port Oster"), Stage: StageUnderWay, StageSpan: at("met"),
				Proposals: []Proposal{{
					By:      "Arden",
					Terms:   []Term{{Kind: "ceasefire", Span: at("stop shelling the ferry route for 40 days"), Rule: "talks/term"}},
					Answers: []Answer{{Actor: "Velm", Answer: "awaited", Span: at("Velm’s reply is awaited"), Rule: "talks/answer"}},
					Span:    content[0], Rule: "talks/offer",
				}},
				Positions:      []Position{{Actor: "Arden", Stance: "offers", Issue: "shelling of the ferry route", Span: content[0], Rule: "talks/position"}},
				StickingPoints: []StickingPoint{{Issue: "the return of the island", Span: at("the return of the island remains open"), Rule: "talks/open"}},
				Awaited:        []Awaited{{From: "Velm", What: "reply", Span: at("Velm’s reply is awaited"), Rule: "talks/awaited"}},
				Spans:          []Span{at("met a delegation from Velm")}, Rule: "talks/meeting",
			}},
			Notes: []Note{{Kind: NoteAmbiguous, Text: `"the island" is not named`, Span: at("the island")}},
		},
	}
}

// oneLineSpans prints JSON with indents, a span in one line.
func oneLineSpans(t *testing.T, compact []byte) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Indent(&b, compact, "", " "); err != nil {
		t.Fatal(err)
	}
	span := regexp.MustCompile(`\{\s+"start": (\d+),\s+"end": (\d+),\s+"exact": ("(?:[^"\\]|\\.)*")\s+\}`)
	return span.ReplaceAllString(b.String(), `{"start": $1, "end": $2, "exact": $3}`)
}

// TestRecordPageShowsTheJSON holds the example of docs/record.md to what is
// printed, key by key and offset by offset.
func TestRecordPageShowsTheJSON(t *testing.T) {
	out, err := ferryReading().MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	const page, begin, end = "docs/record.md", "<!-- example -->\n```json\n", "\n```\n<!-- end of example -->"
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	before, rest, ok := strings.Cut(string(text), begin)
	shown, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s has no example between %q and %q", page, begin, end)
	}
	want := oneLineSpans(t, out)
	if *update {
		if err := os.WriteFile(page, []byte(before+begin+want+end+after), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	got, wanted := strings.Split(shown, "\n"), strings.Split(want, "\n")
	for i := range max(len(got), len(wanted)) {
		if i >= len(got) || i >= len(wanted) || got[i] != wanted[i] {
			t.Fatalf("%s differs from what is printed at line %d of the example; see the difference, then run go test . -run RecordPage -update\n%s",
				page, i+1, strings.Join(wanted[i:min(i+3, len(wanted))], "\n"))
		}
	}
}

func TestRecordPageNamesEveryKey(t *testing.T) {
	text, err := os.ReadFile("docs/record.md")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[reflect.Type]bool{}
	var visit func(reflect.Type)
	visit = func(of reflect.Type) {
		for of.Kind() == reflect.Slice || of.Kind() == reflect.Pointer {
			of = of.Elem()
		}
		if of.Kind() != reflect.Struct || seen[of] {
			return
		}
		seen[of] = true
		for i := range of.NumField() {
			key, _, _ := strings.Cut(of.Field(i).Tag.Get("json"), ",")
			if !of.Field(i).Anonymous && !bytes.Contains(text, []byte("`"+key+"`")) {
				t.Errorf("docs/record.md does not explain `%s` of %s", key, of.Name())
			}
			visit(of.Field(i).Type)
		}
	}
	visit(reflect.TypeFor[readingJSON]())
	visit(reflect.TypeFor[documentJSON]())
}

// eachSpan calls f with every span object within v.
func eachSpan(v any, f func(start, end int, exact string)) {
	switch v := v.(type) {
	case map[string]any:
		exact, isSpan := v["exact"].(string)
		if isSpan {
			f(int(v["start"].(float64)), int(v["end"].(float64)), exact)
			return
		}
		for _, inner := range v {
			eachSpan(inner, f)
		}
	case []any:
		for _, inner := range v {
			eachSpan(inner, f)
		}
	}
}

func decoded(t *testing.T, v json.Marshaler) map[string]any {
	t.Helper()
	data, err := v.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	var out map[string]any
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatalf("%v in %s", err, data)
	}
	return out
}

func TestSpansCountCodePoints(t *testing.T) {
	points := []rune(ferryText)
	n := 0
	eachSpan(decoded(t, ferryReading()), func(start, end int, exact string) {
		n++
		if got := string(points[start:end]); got != exact {
			t.Errorf("code points %d:%d are %q, exact says %q", start, end, got, exact)
		}
	})
	if n < 30 {
		t.Errorf("%d spans in the example; the test saw too few to tell", n)
	}
}

func TestListsOfParticipantsAreParallel(t *testing.T) {
	r := ferryReading()
	for _, e := range decoded(t, r)["events"].([]any) {
		e := e.(map[string]any)
		for _, role := range []string{"actor", "recipient"} {
			names, ids, spans := e[role+"s"].([]any), e[role+"_ids"].([]any), e[role+"_spans"].([]any)
			if len(names) != len(ids) || len(names) != len(spans) {
				t.Errorf("%s: %d names, %d ids, %d lists of spans", role, len(names), len(ids), len(spans))
			}
		}
	}
	event := decoded(t, r)["events"].([]any)[0].(map[string]any)
	if got := event["recipient_ids"].([]any)[0]; got != nil {
		t.Errorf("id of a recipient that is no actor: %v, want null", got)
	}
	if _, ok := event["statement"]; ok {
		t.Error(`an event that nobody claims has the key "statement"`)
	}
}

func TestEmptyReadingHasEveryList(t *testing.T) {
	r := &Reading{Document: &Document{Article: &Article{}}, Findings: &Findings{}}
	got := decoded(t, r)
	for _, key := range []string{"actors", "statements", "events", "figures", "dates", "places", "talks", "notes"} {
		if list, ok := got[key].([]any); !ok || len(list) != 0 {
			t.Errorf("%s: %v, want []", key, got[key])
		}
	}
	const sum = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" // sha256sum of nothing
	if got := got["article"].(map[string]any)["id"]; got != sum {
		t.Errorf("id of the empty text %v, want %s", got, sum)
	}
}

func TestTextIsNotEscaped(t *testing.T) {
	data, err := ferryReading().MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(data, []byte("open & Velm’s reply")) {
		t.Errorf("the text of the article is escaped: %.200s", data)
	}
	if bytes.Contains(data, []byte("\n")) {
		t.Error("a reading takes more than one line")
	}
}

func TestDayOrMoment(t *testing.T) {
	for _, c := range []struct {
		at   time.Time
		want string
	}{
		{time.Time{}, ""},
		{time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC), "2024-03-12"},
		{time.Date(2024, 3, 12, 0, 0, 0, 0, time.FixedZone("", -5*3600)), "2024-03-12"},
		{time.Date(2024, 3, 12, 2, 0, 0, 0, time.FixedZone("", 2*3600)), "2024-03-12T02:00:00+02:00"}, // midnight elsewhere
		{time.Date(2024, 3, 12, 9, 30, 0, 0, time.FixedZone("", 3600)), "2024-03-12T09:30:00+01:00"},
	} {
		if got := day(c.at); got != c.want {
			t.Errorf("%v is written %q, want %q", c.at, got, c.want)
		}
	}
}

func TestDocumentJSON(t *testing.T) {
	text := "“É!” Velm waits."
	velm := strings.Index(text, "Velm")
	d := &Document{
		Article: &Article{Text: text}, Reader: "quick",
		Tokens: []Token{
			{Span: Span{velm, velm + 4}, UPOS: "PROPN", XPOS: "NNP", Lemma: "Velm", Head: 1, Deprel: "nsubj"},
			{Span: Span{velm + 5, velm + 10}, UPOS: "VERB", XPOS: "VBZ", Lemma: "wait", Head: None, Deprel: "root"},
		},
		Sentences:    []Sentence{{Span: Span{velm, len(text)}, End: 2, Heading: true, Boilerplate: true}},
		Entities:     []Entity{{Span: Span{velm, velm + 4}, End: 1, Type: EntityLocation}},
		Clusters:     []Cluster{{Mentions: []Mention{{Span: Span{velm, velm + 4}, End: 1}}}},
		Attributions: []Attribution{{Source: []Passage{{Span: Span{velm, velm + 4}, End: 1}}}},
	}
	got := decoded(t, d)
	delete(got, "article")
	want := map[string]any{}
	const printed = `{"reader":"quick","sentences":[{"span":{"start":5,"end":16,"exact":"Velm waits."},"paragraph":0,"heading":true,"boilerplate":true,"tokens":[
		{"span":{"start":5,"end":9,"exact":"Velm"},"upos":"PROPN","xpos":"NNP","lemma":"Velm","head":2,"deprel":"nsubj"},
		{"span":{"start":10,"end":15,"exact":"waits"},"upos":"VERB","xpos":"VBZ","lemma":"wait","head":0,"deprel":"root"}]}],
		"entities":[{"span":{"start":5,"end":9,"exact":"Velm"},"type":"Location"}],
		"clusters":[{"name":"Velm","mentions":[{"start":5,"end":9,"exact":"Velm"}]}],
		"attributions":[{"source":[{"start":5,"end":9,"exact":"Velm"}],"cue":[],"content":[]}],"notes":[]}`
	if err := json.Unmarshal([]byte(printed), &want); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("document\n%v\nwant\n%v", got, want)
	}
}

// FuzzSpan holds the law of spans for any text and any pair of offsets: the
// span printed is within the text, and selects the words it shows.
func FuzzSpan(f *testing.F) {
	f.Add(ferryText, 0, 5)
	f.Add("“é”", 3, 99)
	f.Add("", -1, 1)
	f.Add(strings.Repeat("é", 300)+"x", 511, 601)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		if !utf8.ValidString(text) {
			t.Skip() // ingest never lets such text in
		}
		for start > 0 && start < len(text) && !utf8.RuneStart(text[start]) {
			start--
		}
		for end > 0 && end < len(text) && !utf8.RuneStart(text[end]) {
			end--
		}
		s := wire{ruler: newRuler(text)}.span(Span{start, end})
		points := []rune(text)
		if s.Start < 0 || s.End < s.Start || s.End > len(points) || string(points[s.Start:s.End]) != s.Exact {
			t.Errorf("span %d:%d of %q is printed %+v", start, end, text, s)
		}
	})
}
