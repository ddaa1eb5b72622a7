package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"rapporteur/cmd/rapporteur/terminal"
	"rapporteur/record"
)

// mostFailed is how many addresses that failed are listed.
const mostFailed = 1000

// status tells how what is followed stands.
func (c *watchCommand) status(ctx context.Context, s streams, r *record.Record) error {
	sources, err := r.Subscriptions(ctx)
	if err != nil {
		return err
	}
	failed, err := r.Leads(ctx, record.LeadLost, time.Now().AddDate(100, 0, 0), mostFailed)
	if err != nil {
		return err
	}
	waiting, err := r.Leads(ctx, record.LeadWaiting, time.Now().AddDate(100, 0, 0), mostFailed)
	if err != nil {
		return err
	}
	for _, l := range waiting {
		if l.Error != "" {
			failed = append(failed, l)
		}
	}
	out := statusText(sources, failed, s.width)
	if c.JSON {
		if out, err = statusJSON(sources, failed); err != nil {
			return err
		}
	}
	if _, err := s.out.Write(out); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// statusText is how it stands, for people.
func statusText(sources []record.Subscription, failed []record.Lead, width int) []byte {
	var b bytes.Buffer
	put := func(indent, text string) { b.WriteString(terminal.Wrap(text, width, indent, indent+"  ")) }
	if len(sources) == 0 {
		b.WriteString("nothing is followed yet\n")
	} else {
		b.WriteString("SOURCES\n")
	}
	for _, s := range sources {
		var head []string
		for _, part := range []string{s.Title, s.Kind, s.Address} {
			if part != "" {
				head = append(head, part)
			}
		}
		put("  ", strings.Join(head, " · "))
		put("      ", fmt.Sprintf("%s · %d read, %d waiting, %d given up", looks(s), s.Read, s.Waiting, s.Lost))
		switch {
		case s.Failures > 0:
			put("      ", fmt.Sprintf("failed %s in a row: %s", times(s.Failures), s.Error))
		case s.Faults > 0:
			faults := "1 fault in it"
			if s.Faults > 1 {
				faults = fmt.Sprintf("%d faults in it", s.Faults)
			}
			if s.Error != "" {
				faults += ", the first: " + s.Error
			}
			put("      ", faults)
		}
	}
	if len(failed) > 0 {
		b.WriteString("ADDRESSES THAT FAILED\n")
	}
	for _, l := range failed {
		put("  ", l.Address)
		what := "given up after " + times(l.Tries)
		if l.State == record.LeadWaiting {
			what = fmt.Sprintf("tried %s, again %s", times(l.Tries), clock(l.Next))
		}
		put("      ", what+": "+l.Error)
	}
	return b.Bytes()
}

func looks(s record.Subscription) string {
	if s.Checked.IsZero() {
		return "never looked at yet"
	}
	return fmt.Sprintf("looked at %s, again %s", clock(s.Checked), clock(s.Next))
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}

func clock(t time.Time) string { return t.UTC().Format("2006-01-02 15:04 UTC") }

// statusJSON is how it stands, for programs, one object a line.
func statusJSON(sources []record.Subscription, failed []record.Lead) ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	at := func(t time.Time) string {
		if t.IsZero() {
			return ""
		}
		return t.UTC().Format(time.RFC3339)
	}
	for _, s := range sources {
		err := encoder.Encode(struct {
			What     string `json:"what"`
			Address  string `json:"address"`
			List     string `json:"list,omitempty"`
			Kind     string `json:"kind,omitempty"`
			Title    string `json:"title,omitempty"`
			Checked  string `json:"checked,omitempty"`
			Next     string `json:"next,omitempty"`
			Read     int    `json:"read"`
			Waiting  int    `json:"waiting"`
			Lost     int    `json:"given_up"`
			Failures int    `json:"failures"`
			Faults   int    `json:"faults"`
			Error    string `json:"error,omitempty"`
		}{"source", s.Address, s.List, s.Kind, s.Title, at(s.Checked), at(s.Next), s.Read, s.Waiting, s.Lost, s.Failures, s.Faults, s.Error})
		if err != nil {
			return nil, fmt.Errorf("writing the status: %w", err)
		}
	}
	for _, l := range failed {
		err := encoder.Encode(struct {
			What    string `json:"what"`
			Address string `json:"address"`
			List    string `json:"list,omitempty"`
			Title   string `json:"title,omitempty"`
			GivenUp bool   `json:"given_up"`
			Tries   int    `json:"tries"`
			Next    string `json:"next,omitempty"`
			Error   string `json:"error"`
		}{"address", l.Address, l.List, l.Title, l.State == record.LeadLost, l.Tries, at(l.Next), l.Error})
		if err != nil {
			return nil, fmt.Errorf("writing the status: %w", err)
		}
	}
	return b.Bytes(), nil
}
