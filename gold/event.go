package gold

import (
	"cmp"
	"fmt"
	"iter"

	"rapporteur"
)

// A Pair is a sentence with what one party in it does to another, as in PLV
// (Hu and others 2024).
type Pair struct {
	ID             string
	Text           string
	Source, Target rapporteur.Span
	Type           string // PLOVER type; CONCEDE and RETREAT are YIELD
	Penta          int    // class of conflict and cooperation, as in the file
}

// Pairs reads PLV, one pair a line.
func Pairs(path string) iter.Seq2[Pair, error] {
	type pairJSON struct {
		ID, Text, Type string
		Source, Target []int
		SourceText     string `json:"source_text"`
		TargetText     string `json:"target_text"`
		Penta          int
	}
	return records(path, func(raw *pairJSON) (Pair, error) {
		out := Pair{ID: raw.ID, Text: raw.Text, Type: raw.Type, Penta: raw.Penta}
		p := newPoints(raw.Text)
		var errSource, errTarget error
		out.Source, errSource = p.pair(raw.Source)
		out.Target, errTarget = p.pair(raw.Target)
		err := cmp.Or(errSource, errTarget)
		switch {
		case err != nil:
		case raw.Type == "":
			err = fmt.Errorf("no type")
		case raw.SourceText != "" && raw.SourceText != raw.Text[out.Source.Start:out.Source.End]:
			err = fmt.Errorf("source %v selects other words than %q", raw.Source, raw.SourceText)
		case raw.TargetText != "" && raw.TargetText != raw.Text[out.Target.Start:out.Target.End]:
			err = fmt.Errorf("target %v selects other words than %q", raw.Target, raw.TargetText)
		}
		if err != nil {
			return Pair{}, in("pair", raw.ID, err)
		}
		return out, nil
	})
}

// A Coding is a sentence of PLOVER's gold records with the event it was
// coded for; it may tell of others too.
type Coding struct {
	ID             string
	Text           string
	Type           string // today's PLOVER type; "" or NONE where the sentence is no event
	FirstType      string // as in the file, version 0.5b1
	Mode, Context  string
	Source, Target []CodedActor
	Spans          []RoleSpan // none where the file's markup is not the text
	Comment        string
}

// A CodedActor is an actor with the codes of the coder.
type CodedActor struct {
	Text   string `json:"actorText"`
	Code   string // country or kind, CAMEO
	Sector string
}

// A RoleSpan is the words that play a part in the event.
type RoleSpan struct {
	Role string // SRC, TAR, SRC/TAR, EVT or LOC
	Span rapporteur.Span
}

// Codings reads PLOVER's gold records, one a line.
func Codings(path string) iter.Seq2[*Coding, error] {
	type codingJSON struct {
		ID, Text, Event, Mode, Context, Comment string
		Today                                   string `json:"event_0_8"`
		Source, Target                          []CodedActor
		Spans                                   []struct {
			Role       string
			Start, End int
		}
	}
	return records(path, func(raw *codingJSON) (*Coding, error) {
		out := &Coding{
			ID: raw.ID, Text: raw.Text, Type: raw.Today, FirstType: raw.Event, Mode: raw.Mode, Context: raw.Context,
			Source: raw.Source, Target: raw.Target, Comment: raw.Comment,
		}
		p := newPoints(raw.Text)
		for _, r := range raw.Spans {
			s, err := p.span(r.Start, r.End)
			if err != nil {
				return nil, in("record", raw.ID, err)
			}
			out.Spans = append(out.Spans, RoleSpan{r.Role, s})
		}
		return out, nil
	})
}

// A CodedSentence is a sentence of PETRARCH's own tests with the events it
// expects; they test a coder, they are not truth.
type CodedSentence struct {
	*rapporteur.Article
	Category  string
	Events    []CAMEO
	Universal []CAMEO // UniversalPetrarch's events for the same sentence, where it has them
	NoEvents  bool    // the sentence says nothing to code
}

// CAMEO is one event in CAMEO codes: actors and event.
type CAMEO struct{ Source, Target, Code string }

// CodedSentences reads PETRARCH's records, one sentence a line.
func CodedSentences(path string) iter.Seq2[*CodedSentence, error] {
	type codedJSON struct {
		ID, Category, Date, Text string
		Expected                 []CAMEO
		Universal                []CAMEO `json:"expected_universal"`
		NoEvents                 bool    `json:"no_events"`
	}
	return records(path, func(raw *codedJSON) (*CodedSentence, error) {
		if raw.NoEvents == (len(raw.Expected) > 0) {
			return nil, in("sentence", raw.ID, fmt.Errorf("no_events is %t but %d are expected", raw.NoEvents, len(raw.Expected)))
		}
		a := &rapporteur.Article{Ref: raw.ID, Text: raw.Text}
		if len(raw.Date) == len("20060102") {
			a.Published = day(raw.Date[:4] + "-" + raw.Date[4:6] + "-" + raw.Date[6:])
		}
		return &CodedSentence{a, raw.Category, raw.Expected, raw.Universal, raw.NoEvents}, nil
	})
}
