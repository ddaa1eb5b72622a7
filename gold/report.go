package gold

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rapporteur"
)

// Report reads the gold record DIR/ID.json of a whole report, whose text is
// DIR/ID.txt beside it, and gives it as a Reading without a language layer:
// what a perfect reader would have found. Spans are copied strings in the
// file, found in the text by search; "nth" says which occurrence is meant.
//
// Actors are names only (no Findings.Actors). Statement.Sentence and the like
// are 0. A figure without a value has NaN.
func Report(path string) (*rapporteur.Reading, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("reading gold: %w", err)
	}
	text, err := os.ReadFile(strings.TrimSuffix(path, ".json") + ".txt")
	if err != nil {
		return nil, fmt.Errorf("reading the text of %s: %w", path, err)
	}
	var raw reportJSON
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, fmt.Errorf("%s: %w%s", path, err, lineOf(data, err))
	}
	f := finder{text: string(text)}
	r := &rapporteur.Reading{
		Document: &rapporteur.Document{Article: &rapporteur.Article{
			Ref: raw.ID, Text: string(text), URL: raw.URL, Author: raw.Byline, Publisher: raw.Publisher, Published: day(raw.Published),
		}},
		Findings: &rapporteur.Findings{
			Statements: f.statements(raw.Statements),
			Events:     f.events(raw.Events),
			Figures:    f.figures(raw.Figures),
			Talks:      f.talks(raw.Talks),
		},
	}
	if f.err != nil {
		return nil, fmt.Errorf("%s: %w", path, f.err)
	}
	return r, nil
}

// Reports lists the gold records in dir, in the order of their names.
func Reports(dir string) ([]string, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	if err != nil {
		return nil, fmt.Errorf("looking for gold records in %s: %w", dir, err)
	}
	return files, nil
}

// lineOf says on which line of data a JSON error is.
func lineOf(data []byte, err error) string {
	offset := int64(-1)
	switch e := err.(type) {
	case *json.SyntaxError:
		offset = e.Offset
	case *json.UnmarshalTypeError:
		offset = e.Offset
	}
	if offset < 0 || offset > int64(len(data)) {
		return ""
	}
	return fmt.Sprintf(" (line %d)", 1+strings.Count(string(data[:offset]), "\n"))
}

type reportJSON struct {
	ID, URL, Publisher, Published, Byline string

	Statements []statementJSON
	Events     []eventJSON
	Figures    []figureJSON
	Talks      []talksJSON
}

type statementJSON struct {
	Speaker      string
	SpeakerSpan  string   `json:"speaker_span"`
	CueSpan      string   `json:"cue_span"`
	ContentSpans []string `json:"content_spans"`
	Kind         string
	Sourcing     string
	Outlet       string
	Nth          nth
}

type eventJSON struct {
	Type               string
	Actors, Recipients []string
	AnchorSpan         string   `json:"anchor_span"`
	AlsoSpans          []string `json:"also_spans"`
	Place, Country     string
	Date               string
	Status             string
	AttributedTo       string `json:"attributed_to"`
	Nth                nth
}

type figureJSON struct {
	Measure, Of  string
	Value        *float64
	ValueMax     float64 `json:"value_max"`
	Unit         string
	Qualifier    string
	Span         string
	Place, Date  string
	AttributedTo string `json:"attributed_to"`
	Nth          nth
}

type talksJSON struct {
	Subject            string
	Parties, Mediators []string
	Venue, Stage       string
	Proposals          []struct {
		By    string
		Terms []struct {
			Kind, Span string
			Nth        nth
		}
		Phases  int
		Answers []struct {
			Actor, Answer, Span string
			Nth                 nth
		}
	}
	Positions []struct {
		Actor, Stance, Issue, Span string
		Nth                        nth
	}
	StickingPoints []struct {
		Issue, Span string
		Nth         nth
	} `json:"sticking_points"`
	Awaited []struct {
		From, What, Span string
		Nth              nth
	}
}
