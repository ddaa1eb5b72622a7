package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"

	"rapporteur/record"
)

// links say what the findings of a report are of, across reports. Lists are in
// step with those of the reading.
type links struct {
	CopyOf     string   `json:"copy_of"` // id of the first report of the same text
	Actors     []linked `json:"actors"`
	Events     []linked `json:"events"`
	Talks      []linked `json:"talks"`
	Statements []string `json:"statements"`
	Figures    []string `json:"figures"`
	Dates      []string `json:"dates"`
	Places     []string `json:"places"`
	Rejected   []string `json:"rejected,omitempty"` // by people
	Confirmed  []string `json:"confirmed,omitempty"`
}

// linked is a finding and the first one of the same thing.
type linked struct {
	ID string `json:"id"`
	Of string `json:"of"` // "" where it is rejected
}

// readings writes reports with all that they say, one a line.
func (e *exporter) readings() error {
	file, err := e.create(e.paths["readings"]["jsonl"])
	if err != nil {
		return err
	}
	of := map[record.Kind]record.Links{}
	for _, kind := range []record.Kind{record.KindArticle, record.KindActor, record.KindEvent, record.KindTalks} {
		if of[kind], err = e.record.Links(e.ctx, kind); err != nil {
			return err
		}
	}
	out := bufio.NewWriter(file)
	n := 0
	tell := func(k *record.KeptReading) error {
		n++
		line, err := readingLine(k, of)
		if err == nil {
			_, err = out.Write(line)
		}
		if err != nil {
			return fmt.Errorf("writing readings: %w", err)
		}
		return e.ctx.Err()
	}
	if err := e.eachReading(tell); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing readings: %w", err)
	}
	return e.finish("readings", n)
}

// eachReading goes through the reports that are wanted.
func (e *exporter) eachReading(tell func(*record.KeptReading) error) error {
	if empty, err := json.Marshal(e.of); err != nil {
		return err
	} else if all, _ := json.Marshal(record.Filter{}); bytes.Equal(empty, all) {
		return e.record.EachReading(e.ctx, tell)
	}
	const together = 100
	for p := (record.Page{Limit: together, Sort: record.SortOldest}); ; {
		page, err := e.record.Articles(e.ctx, e.of, p)
		if err != nil {
			return err
		}
		var ids []string
		for _, a := range page.Rows {
			ids = append(ids, a.ID)
		}
		kept, err := e.record.KeptReadings(e.ctx, ids...)
		if err != nil {
			return err
		}
		for _, id := range ids {
			if k := kept[id]; k != nil {
				if err := tell(k); err != nil {
					return err
				}
			}
		}
		if p.After = page.Next; p.After == "" {
			return nil
		}
	}
}

// readingLine is a reading as rapporteur read --json prints it, and its links.
func readingLine(k *record.KeptReading, of map[record.Kind]record.Links) ([]byte, error) {
	line, err := k.Reading.MarshalJSON()
	if err != nil {
		return nil, err
	}
	l := links{CopyOf: of[record.KindArticle][record.ArticleID(k.Article.ID)].String()}
	for kind, to := range map[record.Kind]*[]linked{record.KindActor: &l.Actors, record.KindEvent: &l.Events, record.KindTalks: &l.Talks} {
		*to = []linked{}
		for _, id := range k.IDs(kind) {
			*to = append(*to, linked{id.String(), of[kind][id].String()})
		}
	}
	for kind, to := range map[record.Kind]*[]string{record.KindStatement: &l.Statements, record.KindFigure: &l.Figures, record.KindDate: &l.Dates, record.KindPlace: &l.Places} {
		*to = []string{}
		for _, id := range k.IDs(kind) {
			*to = append(*to, id.String())
		}
	}
	for _, kind := range []record.Kind{record.KindActor, record.KindStatement, record.KindEvent, record.KindFigure, record.KindPlace, record.KindDate, record.KindTalks} {
		for _, id := range k.IDs(kind) {
			switch k.Mark(id) {
			case record.Rejected:
				l.Rejected = append(l.Rejected, id.String())
			case record.Confirmed:
				l.Confirmed = append(l.Confirmed, id.String())
			}
		}
	}
	more, err := json.Marshal(l)
	if err != nil {
		return nil, err
	}
	line = append(bytes.TrimSuffix(line, []byte("}")), `,"links":`...)
	return append(append(line, more...), "}\n"...), nil
}
