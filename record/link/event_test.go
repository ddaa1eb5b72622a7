package link_test

import (
	"fmt"
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/fixture"
	"rapporteur/language"
	"rapporteur/pipeline"
	"rapporteur/record/link"
)

// A telling is one marked event of one report of testdata/events.
type telling struct {
	story, report, label string
	words                string
	read                 bool // the reader found it
	event                link.Event
	shown                string
}

// A tally counts pairs of tellings of one story in two reports.
type tally struct {
	pairs, same       int // all, and those marked as one event
	bothRead          int // of these, both were read
	linked, linkedYes int
	joined, joinedYes int // as groups join them
}

func (c tally) String() string {
	return fmt.Sprintf("%d pairs, %d of one event (%d with both read): precision %.3f (%d of %d linked), recall %.3f of those read, %.3f of all; in groups precision %.3f, recall %.3f of those read",
		c.pairs, c.same, c.bothRead, ratio(c.linkedYes, c.linked), c.linkedYes, c.linked, ratio(c.linkedYes, c.bothRead), ratio(c.linkedYes, c.same),
		ratio(c.joinedYes, c.joined), ratio(c.joinedYes, c.bothRead))
}

func ratio(a, b int) float64 { return float64(a) / float64(max(b, 1)) }

// heldOut are the stories of testdata/events that were never looked at while rules
// were made: every third. Those of testdata/unseen were written when the rules
// stood.
func heldOut(i int) bool { return i%3 == 2 }

func TestEventsAreJoined(t *testing.T) {
	for _, reader := range []string{language.Quick, language.Careful} {
		if reader == language.Careful && testing.Short() {
			continue
		}
		t.Run(reader, func(t *testing.T) {
			p, err := pipeline.New(pipeline.Options{Reader: reader})
			if err != nil {
				t.Fatal(err)
			}
			var tuned, held, unseen tally
			for i, s := range stories(t, "events") {
				c := &tuned
				if heldOut(i) {
					c = &held
				}
				c.count(t, tellings(p, s), !heldOut(i))
			}
			for _, s := range stories(t, "unseen") {
				unseen.count(t, tellings(p, s), true)
			}
			t.Logf("looked at: %v", tuned)
			t.Logf("held out:  %v", held)
			t.Logf("unseen:    %v", unseen)
			all := tuned.plus(held).plus(unseen)
			t.Logf("all:       %v", all)
			if all.pairs < 200 || ratio(all.linkedYes, all.linked) < 0.95 || ratio(all.joinedYes, all.joined) < 0.95 {
				t.Errorf("precision %.3f, in groups %.3f, on %d pairs, want 0.95 on 200", ratio(all.linkedYes, all.linked), ratio(all.joinedYes, all.joined), all.pairs)
			}
			if recall := ratio(all.linkedYes, all.bothRead); recall < leastRecall[reader] {
				t.Errorf("recall %.3f of the pairs read, was %.2f or more", recall, leastRecall[reader])
			}
		})
	}
}

// leastRecall is what was measured when these lines were written, rounded down.
var leastRecall = map[string]float64{language.Quick: 0.67, language.Careful: 0.63}

func (c tally) plus(d tally) tally {
	return tally{
		c.pairs + d.pairs, c.same + d.same, c.bothRead + d.bothRead, c.linked + d.linked, c.linkedYes + d.linkedYes,
		c.joined + d.joined, c.joinedYes + d.joinedYes,
	}
}

// tellings are the marked events of a story, with what the reader makes of them.
func tellings(p *pipeline.Pipeline, s fixture.Story) []telling {
	var out []telling
	for _, a := range s.Reports {
		text, marks := fixture.Unmark(a.Text)
		report := *a
		report.Text = text
		f := p.Read(&report).Findings
		events := link.Events(&report, f, link.Identities(&report, f))
		for _, m := range marks {
			told := telling{story: s.Name, report: a.Ref, label: m.Label, words: report.Quote(m.Span)}
			if slices.ContainsFunc(out, func(o telling) bool { return o.report == told.report && o.label == told.label }) {
				continue
			}
			if i := eventAt(f, m.Span); i >= 0 && !taken(f.Events[i], m, marks) {
				told.read, told.event, told.shown = true, events[i], f.Events[i].String()
			}
			out = append(out, told)
		}
	}
	return out
}

// taken reports whether the reader joined what is marked at m with an event that
// another mark names: a mistake of the reader's, and none of the links.
func taken(e rapporteur.Event, m fixture.Mark, marks []fixture.Mark) bool {
	return !e.Anchor.Overlaps(m.Span) && slices.ContainsFunc(marks, func(o fixture.Mark) bool { return o.Label != m.Label && e.Anchor.Overlaps(o.Span) })
}

// eventAt is the event that span names.
func eventAt(f *rapporteur.Findings, span rapporteur.Span) int {
	if i := slices.IndexFunc(f.Events, func(e rapporteur.Event) bool { return e.Anchor.Overlaps(span) }); i >= 0 {
		return i
	}
	return slices.IndexFunc(f.Events, func(e rapporteur.Event) bool {
		return slices.ContainsFunc(e.Also, span.Overlaps)
	})
}

func (c *tally) count(t *testing.T, all []telling, show bool) {
	var events []link.Event
	for _, a := range all {
		if a.read {
			events = append(events, a.event)
		} else {
			events = append(events, link.Event{}) // which is of no group
		}
	}
	group := link.Groups(events)
	for i, a := range all {
		for k, b := range all[:i] {
			if a.report == b.report {
				continue
			}
			c.pairs++
			same := a.label == b.label
			if same {
				c.same++
			}
			if !a.read || !b.read {
				if same && show && *verbose {
					t.Logf("unread %s %s: %s %q (%v) | %s %q (%v)", a.story, a.label, a.report, a.words, a.read, b.report, b.words, b.read)
				}
				continue
			}
			why, _ := a.event.Same(b.event)
			got := linked(t, a.event, b.event)
			if same {
				c.bothRead++
			}
			if group[i] == group[k] {
				c.joined++
				if same {
					c.joinedYes++
				}
			}
			if got {
				c.linked++
				if same {
					c.linkedYes++
				}
			}
			if got != same && show && (got || *verbose) {
				t.Logf("%s: %s/%s and %s/%s: %s\n\t%s\n\t%s", map[bool]string{true: "wrong", false: "missed"}[got], a.report, a.label, b.report, b.label, why, a.shown, b.shown)
			}
		}
	}
}
