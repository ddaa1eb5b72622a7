package date

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/extract/grammar"
	"rapporteur/fixture"
)

// report is a headline, a line with the day of the report, and a sentence.
func report(t *testing.T, published time.Time) *grammar.Tree {
	d := fixture.Words(t, `
		Ferry     NOUN/NN     nsubj     2
		sinks     VERB/VBZ    root      0 sink
		¶
		March     PROPN/NNP   root      0
		12        NUM/CD      nmod      1
		+,        PUNCT       punct     1
		2024      NUM/CD      nmod      1
		¶
		It        PRON        nsubj     2
		sank      VERB/VBD    root      0 sink
		yesterday NOUN/NN     obl:unmarked 2
		.         PUNCT       punct     2`)
	d.Article.Published = published
	return grammar.New(d)
}

func TestDatelineIsNoDateOfTheStory(t *testing.T) {
	tree := report(t, time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC))
	found := Find(tree)
	if len(found) != 1 || found[0].Value != "2024-03-11" {
		t.Errorf("found %v, want 2024-03-11 alone", found)
	}
	if notes := Notes(tree, found); len(notes) > 0 {
		t.Errorf("notes %v, want none", notes)
	}
}

func TestDatelineStandsInForTheDate(t *testing.T) {
	tree := report(t, time.Time{})
	found := Find(tree)
	if len(found) != 2 || found[0].Value != "2024-03-12" || found[1].Value != "2024-03-11" {
		t.Fatalf("found %v, want the line and 2024-03-11", found)
	}
	notes := Notes(tree, found)
	if len(notes) != 1 || notes[0].Kind != rapporteur.NoteUndated || notes[0].Span != found[0].Span {
		t.Errorf("notes %v, want one that points at the line", notes)
	}
}

// filed is a report with a dateline before its first sentence.
func filed(t *testing.T, published time.Time) *grammar.Tree {
	d := fixture.Words(t, `
		VELM      PROPN/NNP   root      0
		,         PUNCT       punct     1
		March     PROPN/NNP   nmod      1
		12        NUM/CD      nmod      3
		(         PUNCT       punct     6
		Post      PROPN/NNP   appos     1
		)         PUNCT       punct     6
		—         PUNCT       punct     1

		It        PRON        nsubj     2
		sank      VERB/VBD    root      0 sink
		yesterday NOUN/NN     obl:unmarked 2
		.         PUNCT       punct     2`)
	d.Sentences[0].Heading = true
	d.Article.Published = published
	return grammar.New(d)
}

func TestTheDayOfFilingIsToday(t *testing.T) {
	for published, want := range map[string]string{
		"2024-03-12": "2024-03-11",
		"2024-03-13": "2024-03-11", // filed on the day before
		"2024-03-30": "2024-03-29", // too long before to be that of this report
	} {
		day, err := time.Parse(time.DateOnly, published)
		if err != nil {
			t.Fatal(err)
		}
		found := Find(filed(t, day))
		if last := found[len(found)-1]; last.Value != want {
			t.Errorf("published %s: yesterday is %s, want %s (%v)", published, last.Value, want, found)
		}
	}
}

func TestUndatedIsSaidOnce(t *testing.T) {
	d := fixture.Words(t, `
		It        PRON        nsubj     2
		sank      VERB/VBD    root      0 sink
		yesterday NOUN/NN     obl:unmarked 2
		,         PUNCT       punct     2
		not       PART        advmod    6
		Monday    PROPN/NNP   obl:unmarked 2
		.         PUNCT       punct     2`)
	tree := grammar.New(d)
	found := Find(tree)
	if len(found) != 2 || found[0].Value != "" || found[1].Value != "" {
		t.Errorf("found %v, want two without a value", found)
	}
	if notes := Notes(tree, found); len(notes) != 1 || notes[0].Kind != rapporteur.NoteUndated {
		t.Errorf("notes %v, want one", notes)
	}
}

func TestOrderOfNumerals(t *testing.T) {
	for name, c := range map[string]struct{ url, text, want string }{
		"month first":           {"", "03/04/2024", "2024-03-04"},
		"country of the outlet": {"https://news.example.co.uk/a", "03/04/2024", "2024-04-03"},
		"world-wide address":    {"https://news.example.com/a", "03/04/2024", "2024-03-04"},
		"only one order":        {"", "25/04/2024", "2024-04-25"},
		"by its neighbour":      {"", "25/04/2024 03/04/2024", "2024-04-03"},
		"by words":              {"", "25 April 2024 03/04/2024", "2024-04-03"},
	} {
		tree := grammar.New(rough(c.text, 0, time.Time{}))
		tree.Article.URL = c.url
		found := Find(tree)
		if len(found) == 0 || found[len(found)-1].Value != c.want {
			t.Errorf("%s: %q is %v, want %s", name, c.text, found, c.want)
		}
	}
	tree := grammar.New(rough("03/04/2024", 0, time.Time{}))
	if notes := Notes(tree, Find(tree)); len(notes) != 1 || notes[0].Kind != rapporteur.NoteAmbiguous {
		t.Errorf("notes %v, want one on the order", notes)
	}
}

func TestHolidays(t *testing.T) {
	for rule, want := range map[string]string{
		"easter +0": "2024-03-31", "easter -2": "2024-03-29", "12-25": "2024-12-25",
		"11/4/4": "2024-11-28", "05/1/-1": "2024-05-27", "01/1/3": "2024-01-15", "2001-09-11": "2001-09-11",
		"orthodox +0": "2024-05-05", "hebrew +0*2": "2024-10-03/2024-10-04", "hebrew -163*7": "2024-04-23/2024-04-29", "hebrew -193": "2024-03-24",
		"hanukkah*8": "2024-12-26/2025-01-02", "islamic 09": "2024-03-11/2024-04-09", "islamic 12-10": "2024-06-16",
		"spring-moon": "2024-02-10", "autumn-moon": "2024-10-31",
	} {
		if p, ok := holiday(rule, 2024); !ok || p.value != want {
			t.Errorf("%s in 2024 is %s, want %s", rule, p.value, want)
		}
	}
	// The feasts that end Ramadan and the new years of other calendars, as they were kept.
	for rule, kept := range map[string]string{
		"islamic 10-01": "2015-07-17 2017-06-25 2018-06-15 2019-06-04 2020-05-24 2021-05-13 2022-05-02 2023-04-21 2024-04-10 2025-03-30",
		"islamic 12-10": "2017-09-01 2018-08-21 2019-08-11 2020-07-31 2021-07-20 2022-07-09 2023-06-28 2025-06-06",
		"hebrew +0":     "2018-09-10 2019-09-30 2020-09-19 2021-09-07 2022-09-26 2023-09-16 2025-09-23",
		"hanukkah":      "2020-12-11 2021-11-29 2022-12-19 2023-12-08",
		"spring-moon":   "2019-02-05 2020-01-25 2021-02-12 2022-02-01 2023-01-22 2025-01-29",
		"autumn-moon":   "2021-11-04 2022-10-24 2023-11-12 2025-10-20",
		"orthodox +0":   "2020-04-19 2021-05-02 2022-04-24 2023-04-16 2025-04-20",
	} {
		for _, want := range strings.Fields(kept) {
			y, _ := strconv.Atoi(want[:4])
			if p, ok := holiday(rule, y); !ok || p.value != want {
				t.Errorf("%s in %d is %s, was kept on %s", rule, y, p.value, want)
			}
		}
	}
	for y, want := range map[int]string{1961: "1961-04-02", 2000: "2000-04-23", 2008: "2008-03-23", 2038: "2038-04-25"} {
		if got := easter(y).Format(iso8601); got != want {
			t.Errorf("Easter %s, want %s", got, want)
		}
	}
	if _, ok := holiday("-", 2024); ok {
		t.Error("a feast that is not computed has a day")
	}
}
