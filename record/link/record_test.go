package link_test

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rapporteur/fixture"
	"rapporteur/pipeline"
	"rapporteur/record/link"
)

// TestStoryMakesItsRecord reads the reports of a story and holds the families,
// processes, histories and series that the functions of this package make of
// them to those that a person wrote down. Only the kinds of line that "want" has
// are compared; of events only those that several reports tell.
func TestStoryMakesItsRecord(t *testing.T) {
	// What the reader of reports gets wrong, and no link can mend.
	known := map[string]string{
		"still government of Sudan insists | withdrawal | insists | 2025-03-18 to 2025-03-18": "the tagger takes the verb for a part of the name",
	}
	for _, s := range fixture.Stories(t, "testdata/stories") {
		t.Run(s.Name, func(t *testing.T) {
			got := recordOf(t, s)
			for _, line := range s.Want {
				if !slices.Contains(got, line) {
					t.Errorf("missing: %s", line)
				}
			}
			for _, line := range got {
				kind, _, _ := strings.Cut(line, " ")
				asked := slices.ContainsFunc(s.Want, func(w string) bool { return strings.HasPrefix(w, kind+" ") })
				if asked && !slices.Contains(s.Want, line) {
					if why, listed := known[line]; listed {
						t.Logf("known: %s: %s", line, why)
						continue
					}
					t.Errorf("extra:   %s", line)
				}
			}
		})
	}
}

// recordOf is the record of a story, a line for each thing that it holds.
func recordOf(t *testing.T, s fixture.Story) []string {
	var out []string
	add := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }

	var reports []link.Report
	var articles []link.Article
	var processes []link.Talks
	var tables [][2]int // report and talks of each of processes
	var events []link.Event
	var places [][2]int
	for i, a := range s.Reports {
		r, err := pipeline.Read(a)
		if err != nil {
			t.Fatal(err)
		}
		who := link.Identities(a, r.Findings)
		reports = append(reports, link.Report{Article: a, Findings: r.Findings, Who: who})
		articles = append(articles, link.ArticleOf(a.Text))
		for k, x := range link.Negotiations(a, r.Findings, who) {
			processes, tables = append(processes, x), append(tables, [2]int{i, k})
		}
		for k, x := range link.Events(a, r.Findings, who) {
			events, places = append(events, x), append(places, [2]int{i, k})
		}
	}
	refs := func(members []int, of func(int) int) string {
		names := map[string]bool{}
		for _, m := range members {
			names[s.Reports[of(m)].Ref] = true
		}
		return strings.Join(slices.Sorted(maps.Keys(names)), " ")
	}
	self := func(i int) int { return i }

	for _, members := range groups(link.Groups(articles)) {
		for _, m := range members {
			reports[m].Family = s.Reports[members[0]].Ref
		}
		if len(members) > 1 {
			add("family %s", refs(members, self))
		}
	}
	for _, members := range groups(link.Groups(events)) {
		if len(members) > 1 {
			first := places[members[0]]
			add("event %s | %s", s.Reports[first[0]].Quote(reports[first[0]].Findings.Events[first[1]].Anchor), refs(members, func(i int) int { return places[i][0] }))
		}
	}
	for n, members := range groups(link.Groups(processes)) {
		add("process %s", refs(members, func(i int) int { return tables[i][0] }))
		if n > 0 {
			continue // the story is of one
		}
		var of []link.Talks
		var positions []link.PositionTold
		var stages []link.StageTold
		var answers []link.AnswerTold
		var proposals []link.ProposalTold
		var awaited []link.AwaitedTold
		for _, m := range members {
			r, k := &reports[tables[m][0]], tables[m][1]
			of = append(of, processes[m])
			positions = append(positions, r.Positions(k)...)
			stages = append(stages, r.Stages(k)...)
			for _, p := range r.Proposals(k) {
				proposals, answers = append(proposals, p), append(answers, p.Answers...)
			}
			awaited = append(awaited, r.Awaited(k)...)
		}
		p := link.ProcessOf(of)
		add("name %s", p.Name)
		for _, r := range p.Rounds {
			add("round %s %s %s %s", r.Venue, r.From, r.To, r.Stage)
		}
		for _, p := range link.Positions(positions) {
			for _, m := range p.Moves {
				add("move %s | %s | %s → %s | %s | %s", p.Name, p.Issue, m.From, m.To, m.Day, m.Told.Publisher)
			}
			if len(p.Moves) == 0 {
				add("still %s | %s | %s | %s to %s", p.Name, p.Issue, p.Held[0].Stance, p.Held[0].First, p.Held[0].Last)
			}
		}
		for _, st := range link.Stages(stages) {
			add("stage %s %s", st.Stage, st.First)
		}
		for _, p := range link.Proposals(proposals) {
			for _, a := range p.Answers {
				var said []string
				for _, h := range a.Answers {
					said = append(said, h.Stance+" "+h.First)
				}
				add("answer %s | by %s | %s", a.Name, a.By, strings.Join(said, ", "))
			}
		}
		for _, w := range link.Awaits(awaited, answers) {
			ended := "not ended"
			if w.EndedBy != nil {
				ended = "ended by " + w.EndedBy.To + " " + w.EndedBy.Day
			}
			add("awaited %s | %s | %s", w.Name, w.First, ended)
		}
	}
	var figures []link.FigureTold
	for i := range reports {
		figures = append(figures, reports[i].Figures()...)
	}
	for _, series := range link.SeriesOf(figures) {
		if len(series.Points) < 2 {
			continue
		}
		line := fmt.Sprintf("series %s %s %s", series.Measure, series.Of, series.Place)
		for _, p := range series.Points {
			line += " | " + strings.Join(strings.Fields(p.Day+" "+p.Qualifier+" "+number(p.Value)+" "+p.SourceName), " ")
			if p.Revises >= 0 {
				line += ", for " + number(series.Points[p.Revises].Value)
			}
			for _, c := range p.Contradicts {
				line += ", against " + number(series.Points[c].Value)
			}
		}
		add("%s", line)
	}
	return out
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// groups are the members of each group, the largest first.
func groups(first []int) [][]int {
	by := map[int][]int{}
	for i, g := range first {
		by[g] = append(by[g], i)
	}
	var out [][]int
	for _, g := range slices.Sorted(maps.Keys(by)) {
		out = append(out, by[g])
	}
	slices.SortStableFunc(out, func(a, b []int) int { return len(b) - len(a) })
	return out
}
