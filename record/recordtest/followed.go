//go:build unix

package recordtest

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// What armed groups are called: with each of the states they make 480 pairs.
var (
	fronts = strings.Fields("Northern Southern Eastern Western Upper Lower Old New Free Red Green Blue")
	bodies = []string{"Liberation Front", "People's Army", "National Movement", "Resistance Council", "Defence Union"}
)

// Followed fills a record with short reports of negotiations alone, some hundred of
// them, the commonest told by thousands, and measures what is asked of them, by
// the time of the processor.
func Followed(b *testing.B, s record.Store) {
	n := Size(b)
	r := record.New(s, record.Options{Models: "1", Late: true})
	v := NewInventor(2)
	v.PerDay = max(40, n/365)
	begun, processor := time.Now(), processorTime(b)
	for done := 0; done < n; {
		var batch []record.Entry
		for range min(256, n-done) {
			read := v.negotiation()
			batch = append(batch, record.Entry{Seen: read.Document.Article, Reading: read})
		}
		if _, err := r.Add(b.Context(), batch...); err != nil {
			b.Fatal(err)
		}
		done += len(batch)
	}
	b.Logf("%d reports added in %s, of the processor %s", n, time.Since(begun).Round(time.Second), (processorTime(b) - processor).Round(time.Second))
	begun, processor = time.Now(), processorTime(b)
	if err := r.Settle(b.Context()); err != nil {
		b.Fatal(err)
	}
	b.Logf("worked out in %s, of the processor %s", time.Since(begun).Round(time.Millisecond), (processorTime(b) - processor).Round(time.Millisecond))
	all, err := r.Processes(b.Context(), record.Filter{}, record.Page{Sort: record.SortMost, Limit: record.MaxLimit})
	if err != nil || len(all.Rows) == 0 {
		b.Fatalf("%d negotiations, %v", len(all.Rows), err)
	}
	b.Logf("%d negotiations, the largest of %d reports", len(all.Rows), all.Rows[0].Reports)
	b.ReportMetric(0, "ns/op")
	processes := func(of func(i int) record.Filter, sort string) func(int) (int, error) {
		return func(i int) (int, error) {
			found, err := r.Processes(b.Context(), of(i), record.Page{Count: true, Sort: sort})
			return len(found.Rows), err
		}
	}
	changes := func(of func(i int) record.Filter) func(int) (int, error) {
		return func(i int) (int, error) {
			found, err := r.Changes(b.Context(), of(i), record.Page{Count: true})
			return len(found.Rows), err
		}
	}
	measure(b, "talks", processes(func(int) record.Filter { return record.Filter{} }, record.SortNewest))
	measure(b, "talks-actor", processes(func(i int) record.Filter { return record.Filter{Actors: []string{fronts[i] + " " + bodies[0]}} }, record.SortMost))
	measure(b, "talks-words", processes(func(i int) record.Filter {
		return record.Filter{Words: issues[i%len(issues)], Since: fmt.Sprintf("2024-%02d-01", i+1)}
	}, record.SortNewest))
	measure(b, "talks-place", processes(func(i int) record.Filter {
		return record.Filter{Place: v.towns[i], Sources: []string{outlets[i%len(outlets)]}}
	}, record.SortName))
	measure(b, "changes", changes(func(int) record.Filter { return record.Filter{} }))
	measure(b, "changes-since", changes(func(i int) record.Filter { return record.Filter{Since: fmt.Sprintf("2024-%02d-10", i+1)} }))
	measure(b, "changes-actor", changes(func(i int) record.Filter {
		return record.Filter{Actors: []string{v.sides[i%len(v.sides)]}, Types: []string{record.ChangeStance}}
	}))
	measure(b, "changes-words", changes(func(i int) record.Filter { return record.Filter{Words: issues[i%len(issues)]} }))
	for _, size := range []int{50, 200, 1_000} {
		at := slices.IndexFunc(all.Rows, func(p record.Process) bool { return p.Reports <= size })
		if at < 0 || all.Rows[at].Reports*2 < size {
			continue
		}
		measure(b, fmt.Sprintf("dossier-%d", size), func(i int) (int, error) {
			d, err := r.Dossier(b.Context(), all.Rows[min(at+i, len(all.Rows)-1)].ID)
			if err != nil {
				return 0, err
			}
			return d.Reports, nil
		})
	}
}

// negotiation is a report of talks alone.
func (v *Inventor) negotiation() *rapporteur.Reading {
	r := v.random
	day := v.Start.AddDate(0, 0, v.made/v.PerDay)
	v.made++
	d := &draft{actors: map[string]int{}}
	pairs := len(v.sides) * len(fronts) * len(bodies)
	// The square makes a few of them the talk of the day.
	x := r.Float64()
	pair := int(x * x * float64(pairs))
	state, front := pair%len(v.sides), fmt.Sprintf("%s %s", fronts[pair/len(v.sides)%len(fronts)], bodies[pair/len(v.sides)/len(fronts)])
	t := rapporteur.Talks{Rule: "talks/invented", Stage: pick(r, []string{rapporteur.StageUnderWay, rapporteur.StageUnderWay, rapporteur.StageStalled, rapporteur.StageAgreedToMeet})}
	d.put("Delegates of ")
	t.Parties = append(t.Parties, v.state(d, state))
	d.put(" and of the ")
	t.Parties = append(t.Parties, d.who(front, rapporteur.ActorArmedGroup, "", ""))
	d.put(" ")
	t.StageSpan = d.put("met")
	d.put(" for ")
	t.Spans = []rapporteur.Span{d.put("ceasefire talks")}
	t.Subject = "ceasefire"
	d.put(" in ")
	t.Venue = v.towns[pair%len(v.towns)]
	t.VenueSpan = d.put(t.Venue)
	d.put(fmt.Sprintf(" while the %s and the %s waited for the %s", v.word(), v.word(), v.word()))
	d.end()
	for _, holder := range []string{v.sides[state], front} {
		issue := pick(r, issues)
		d.put(holder + " ")
		t.Positions = append(t.Positions, rapporteur.Position{Actor: holder, Stance: pick(r, []string{"demands", "offers", "rejects", "open-to"}), Issue: issue, Span: d.put(fmt.Sprintf("spoke of the %s of the %s", issue, v.word())), Rule: "talks/invented"})
		d.end()
	}
	d.put("The mediators made ")
	p := rapporteur.Proposal{By: pick(r, []string{v.sides[state], front}), Span: d.put("a plan"), Rule: "talks/invented"}
	d.put(" of ")
	p.Terms = []rapporteur.Term{{Kind: "ceasefire", Span: d.put(fmt.Sprintf("a truce of %d days", 5+r.IntN(60))), Rule: "talks/invented"}}
	d.put(", which ")
	p.Answers = []rapporteur.Answer{{Actor: v.sides[state], Answer: pick(r, []string{"accepted", "rejected"}), Span: d.put(v.sides[state] + " answered"), Rule: "talks/invented"}}
	t.Proposals = []rapporteur.Proposal{p}
	d.end()
	d.f.Talks = append(d.f.Talks, t)
	town := r.IntN(len(v.towns))
	killed := 1 + r.IntN(40)
	d.put("In ")
	at := d.put(v.towns[town])
	d.f.Places = append(d.f.Places, rapporteur.Place{Span: at, Name: v.towns[town], Kind: "PPL", GeoNamesID: 900_000_000 + town, Resolved: true, Lat: 50, Lon: float64(town), Sentence: len(d.sentences), Rule: "place/invented"})
	d.put(" the war killed ")
	d.f.Figures = append(d.f.Figures, rapporteur.Figure{Measure: rapporteur.MeasureKilled, Of: "civilians", Value: float64(killed), Unit: "people", Span: d.put(fmt.Sprintf("%d civilians", killed)), Place: v.towns[town], Statement: rapporteur.None, Sentence: len(d.sentences), Rule: "figure/invented"})
	d.put(", said ")
	v.person(d, state)
	d.end()
	outlet := pick(r, outlets)
	a := &rapporteur.Article{Ref: fmt.Sprint("invented/", v.made), Text: d.b.String() + fmt.Sprintf("The %s of the %s and the %s of report %d stayed with the %s.", v.word(), v.word(), v.word(), v.made, v.word()), Publisher: outlet, Language: "en", Published: day}
	return &rapporteur.Reading{Document: &rapporteur.Document{Article: a, Reader: "invented", Sentences: d.sentences}, Findings: &d.f}
}
