package link_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"rapporteur/record/link"
)

func said(day, family, id string) link.Told {
	return link.Told{ID: id, Article: id, Family: family, Publisher: family, Published: day}
}

func position(day, family, id, stance, issue string) link.PositionTold {
	return link.PositionTold{Told: said(day, family, id), Actor: "velm", Name: "Velm", Stance: stance, Issue: link.IssueOf(issue)}
}

// What a history says does not hang on the order in which its reports came.
func TestHistoriesAreFreeOfOrder(t *testing.T) {
	in := []link.PositionTold{
		position("2024-05-01", "post", "p1", "demands", "a permanent ceasefire"),
		position("2024-05-02", "post", "p2", "demands", "a permanent ceasefire"), // the same text, a day later elsewhere
		position("2024-05-03", "radio", "p3", "insists", "a complete end to the war"),
		position("2024-05-09", "courier", "p4", "open-to", "a lasting truce"),
		position("2024-05-09", "radio", "p5", "open-to", "a lasting truce"),
		position("2024-05-20", "radio", "p6", "rejects", "disarmament"),
	}
	want := link.Positions(in)
	var shown []string
	for _, p := range want {
		for _, h := range p.Held {
			shown = append(shown, fmt.Sprintf("%s %s %s to %s by %d", p.Issue, h.Stance, h.First, h.Last, h.Sources))
		}
		for _, m := range p.Moves {
			shown = append(shown, fmt.Sprintf("%s → %s %s %s", m.From, m.To, m.Day, m.Told.ID))
		}
	}
	if got, want := strings.Join(shown, "\n"), strings.TrimSpace(`
permanent ceasefire demands 2024-05-01 to 2024-05-03 by 2
permanent ceasefire open-to 2024-05-09 to 2024-05-09 by 2
demands → open-to 2024-05-09 p4
disarmament rejects 2024-05-20 to 2024-05-20 by 1`); got != want {
		t.Errorf("history\n%s\nwant\n%s", got, want)
	}
	stages := []link.StageTold{{Told: in[0].Told, Stage: "stalled"}, {Told: in[2].Told, Stage: "under-way"}, {Told: in[3].Told, Stage: "stalled"}, {Told: in[4].Told, Stage: "signed"}}
	answer := func(told link.Told, of link.Proposal, actor, answer string) link.ProposalTold {
		terms := []link.TermTold{{Told: told, Kind: "ceasefire"}}
		return link.ProposalTold{Told: told, Proposal: of, Terms: terms, Answers: []link.AnswerTold{{Told: told, Proposal: of, Actor: actor, Name: actor, Answer: answer}}}
	}
	proposals := []link.ProposalTold{
		answer(in[0].Told, link.Proposal{Published: "2024-05-01", By: "norway", Name: "Norway"}, "velm", "awaited"),
		answer(in[2].Told, link.Proposal{Published: "2024-05-03"}, "velm", "rejected"),
		answer(in[4].Told, link.Proposal{Published: "2024-05-09", By: "norway", Name: "Norway"}, "arden", "accepted"),
	}
	var answers []link.AnswerTold
	for _, p := range proposals {
		answers = append(answers, p.Answers...)
	}
	awaited := []link.AwaitedTold{{in[0].Told, "velm", "Velm", link.IssueOf("an answer")}, {in[1].Told, "velm", "Velm", link.IssueOf("its answer")}}
	figures := []link.FigureTold{
		{Told: in[0].Told, Measure: "killed", Of: "people", Value: 3}, {Told: in[1].Told, Measure: "killed", Of: "civilians", Value: 4},
		{Told: in[3].Told, Measure: "injured", Of: "people", Value: 3}, {Told: in[4].Told, Measure: "killed", Of: "persons", Value: 9},
	}
	wantStages, wantProposals, wantAwaits, wantSeries := link.Stages(stages), link.Proposals(proposals), link.Awaits(awaited, answers), link.SeriesOf(figures)
	r := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		r.Shuffle(len(stages), func(i, k int) { stages[i], stages[k] = stages[k], stages[i] })
		r.Shuffle(len(answers), func(i, k int) { answers[i], answers[k] = answers[k], answers[i] })
		r.Shuffle(len(proposals), func(i, k int) { proposals[i], proposals[k] = proposals[k], proposals[i] })
		r.Shuffle(len(awaited), func(i, k int) { awaited[i], awaited[k] = awaited[k], awaited[i] })
		r.Shuffle(len(figures), func(i, k int) { figures[i], figures[k] = figures[k], figures[i] })
		if !reflect.DeepEqual(link.Stages(stages), wantStages) || !reflect.DeepEqual(link.Proposals(proposals), wantProposals) ||
			!reflect.DeepEqual(link.Awaits(awaited, answers), wantAwaits) || !reflect.DeepEqual(link.SeriesOf(figures), wantSeries) {
			t.Fatal("another order gives other stages, answers, waits or series")
		}
		r.Shuffle(len(in), func(i, k int) { in[i], in[k] = in[k], in[i] })
		if got := link.Positions(in); !reflect.DeepEqual(got, want) {
			t.Fatalf("another order gives\n%+v\nwant\n%+v", got, want)
		}
	}
}

// A late report of the old stance makes the move disputed, and no two moves more
// than were told.
func TestMoveMayBeDisputed(t *testing.T) {
	got := link.Positions([]link.PositionTold{
		position("2024-05-01", "post", "p1", "rejects", "a permanent ceasefire"),
		position("2024-05-09", "courier", "p2", "open-to", "a permanent ceasefire"),
		position("2024-05-10", "radio", "p3", "rejects", "a permanent ceasefire"),
	})
	if len(got) != 1 || len(got[0].Moves) != 2 || !got[0].Moves[0].Disputed || got[0].Moves[1].Disputed {
		t.Errorf("positions %+v, want two moves, the first disputed", got)
	}
}

func TestStageThatMostSourcesGive(t *testing.T) {
	stage := func(day, family, id, stage string) link.StageTold {
		return link.StageTold{Told: said(day, family, id), Stage: stage}
	}
	got := link.Stages([]link.StageTold{
		stage("2024-05-02", "radio", "t2", "stalled"),
		stage("2024-05-02", "post", "t3", "under-way"),
		stage("2024-05-02", "courier", "t4", "stalled"),
		stage("2024-05-01", "post", "t1", "under-way"),
		stage("2024-05-03", "post", "t5", "stalled"),
	})
	if len(got) != 2 || got[0].Stage != "under-way" || got[1].Stage != "stalled" || got[1].First != "2024-05-02" || got[1].Last != "2024-05-03" || got[1].Sources != 3 {
		t.Fatalf("stages %+v", got)
	}
	if len(got[1].Otherwise) != 1 || got[1].Otherwise[0].Stance != "under-way" || got[1].Otherwise[0].Told[0].ID != "t3" {
		t.Errorf("otherwise %+v, want t3", got[1].Otherwise)
	}
}

func TestStickingPoints(t *testing.T) {
	got := link.StickingPoints([]link.StickingTold{
		{said("2024-05-09", "radio", "k3"), link.IssueOf("an end to the war")},
		{said("2024-05-01", "post", "k1"), link.IssueOf("a permanent ceasefire")},
		{said("2024-05-02", "post", "k2"), link.IssueOf("the lighthouse on the reef")},
	})
	if len(got) != 2 || got[0].Issue != "permanent ceasefire" || got[0].First != "2024-05-01" || got[0].Last != "2024-05-09" || got[0].Sources != 2 || len(got[0].Issues) != 2 {
		t.Errorf("sticking points %+v", got)
	}
}

func TestSeries(t *testing.T) {
	count := func(day, family, id, asOf, source string, value float64, qualifier string) link.FigureTold {
		return link.FigureTold{
			Told: said(day, family, id), Measure: "killed", Of: "people", Place: "Port Velm", Value: value, Qualifier: qualifier, Unit: "people",
			Date: asOf, Source: source, SourceName: source,
		}
	}
	got := link.SeriesOf([]link.FigureTold{
		count("2024-05-02", "post", "f1", "2024-05-01", "army", 12, ""),
		count("2024-05-02", "radio", "f2", "2024-05-01", "rebels", 40, "at least"),
		count("2024-05-02", "courier", "f3", "2024-05-01", "hospital", 10, "at least"),
		count("2024-05-04", "post", "f4", "2024-05-01", "army", 15, ""),
		count("2024-05-05", "radio", "f5", "2024-05-01", "army", 15, ""),
		count("2024-05-20", "post", "f6", "", "ministry", 300, "more than"),
		count("2024-05-30", "post", "f7", "", "ministry", 320, "more than"),
		count("2024-06-02", "post", "f8", "", "ministry", 310, "more than"),
	})
	var lines []string
	for _, s := range got {
		for i, p := range s.Points {
			line := fmt.Sprintf("%d: %s %s %v %s by %d", i, p.Day, p.Qualifier, p.Value, p.Source, p.Sources)
			if p.Revises >= 0 {
				line += fmt.Sprintf(" for %d", p.Revises)
			}
			if len(p.Contradicts) > 0 {
				line += fmt.Sprintf(" against %v", p.Contradicts)
			}
			lines = append(lines, line)
		}
	}
	want := strings.TrimSpace(`
0: 2024-05-01  12 army by 1
1: 2024-05-01 at least 40 rebels by 1 against [2 3]
2: 2024-05-01 at least 10 hospital by 1 against [1]
3: 2024-05-01  15 army by 2 for 0 against [1]
4: 2024-05-20 more than 300 ministry by 1
5: 2024-05-30 more than 320 ministry by 1
6: 2024-06-02 more than 310 ministry by 1 for 5`)
	if text := strings.Join(lines, "\n"); text != want {
		t.Errorf("series\n%s\nwant\n%s", text, want)
	}
}

func TestApart(t *testing.T) {
	for _, c := range []struct {
		a, b string
		days int
	}{
		{"2024-02-28", "2024-03-01", 2}, {"2023-03-01", "2023-02-28", 1}, {"2024-12-31", "2025-01-01", 1}, {"1999-12-31", "2000-03-01", 61}, {"1900-02-28", "1900-03-01", 1},
		{"2024-05-04", "2024-05-04", 0},
	} {
		if got := link.Apart(c.a, c.b); got != c.days {
			t.Errorf("%s and %s are %d days apart, want %d", c.a, c.b, got, c.days)
		}
	}
	for _, odd := range []string{"", "2024", "2024-13-01", "2024-05-00", "2o24-05-01", "2024/05/01", "2024-05-011"} {
		if got := link.Apart(odd, "2024-05-01"); got < 1<<20 {
			t.Errorf("%q is %d days from a day", odd, got)
		}
	}
}
