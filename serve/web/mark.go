package web

import (
	"encoding/json"
	"slices"

	"rapporteur/record"
)

// A mark is a finding as it stands in a text: the words that name it, by which it is
// opened, and those that belong to it besides.
type mark struct {
	ID       record.ID
	Rejected bool
	Names    [][2]int
	Extents  [][2]int
	Rank     int // of several marks on the same words the one of the lowest rank is opened first
	Title    string
	Quiet    bool // its extents look like any other words until it is opened
}

// namingParts are the parts of a finding's spans that name it; all others are
// extents. What is said is an extent: a whole sentence that is one link could not
// hold those of the findings in it.
var namingParts = map[record.Kind][]string{
	record.KindStatement: {"cue"},
	record.KindEvent:     {"anchor", "also"},
	record.KindActor:     {"mentions"},
	record.KindTalks:     {"mentions", "stage", "venue"},
}

// ranks of the kinds: the rarer a kind, the more its marks say.
var ranks = map[record.Kind]int{
	record.KindAnswer: 1, record.KindAwaited: 2, record.KindStickingPoint: 3, record.KindPosition: 4, record.KindProposal: 5, record.KindTerm: 6,
	record.KindTalks: 7, record.KindEvent: 8, record.KindStatement: 9, record.KindFigure: 10, record.KindDate: 11, record.KindPlace: 12, record.KindActor: 13,
}

func markOf(f record.Finding, title string) mark {
	m := mark{ID: f.ID, Rejected: f.Mark == record.Rejected, Rank: ranks[f.ID.Kind()], Title: title}
	spans := map[string][][2]int{}
	_ = json.Unmarshal([]byte(f.Spans), &spans) // a row without spans has its words
	naming := namingParts[f.ID.Kind()]
	for part, list := range spans {
		if naming == nil || slices.Contains(naming, part) {
			m.Names = append(m.Names, list...)
		} else {
			m.Extents = append(m.Extents, list...)
		}
	}
	if len(m.Names) == 0 {
		m.Names = [][2]int{{f.Start, f.Stop}}
	}
	return m
}

// marksOf are the marks of a finding in its report: of a statement, only what is
// said is underlined, and not who says it to whom.
func marksOf(f record.Finding, title string) []mark {
	m := markOf(f, title)
	if f.ID.Kind() != record.KindStatement {
		m.Quiet = true
		return []mark{m}
	}
	spans := map[string][][2]int{}
	_ = json.Unmarshal([]byte(f.Spans), &spans)
	who := m
	who.Names, who.Extents, who.Quiet = nil, append(spans["speaker"], spans["addressee"]...), true
	m.Extents = spans["content"]
	return []mark{m, who}
}

// A segment is a run of text with the same marks on every byte.
type segment struct {
	Text   string
	Names  []*mark // those it names, the one to open first
	Within []*mark // those it belongs to besides
}

// segments cut text[from:to] wherever a mark begins or ends, so that marks may
// overlap as they like. Marks outside of the text are left out.
func segments(text string, from, to int, marks []mark) []segment {
	type edge struct {
		at, turn int
		mark     *mark
		extent   bool
	}
	var edges []edge
	put := func(m *mark, spans [][2]int, extent bool) {
		for _, s := range spans {
			start, end := max(s[0], from), min(s[1], to)
			if start < end {
				edges = append(edges, edge{start, 1, m, extent}, edge{end, -1, m, extent})
			}
		}
	}
	for i := range marks {
		put(&marks[i], marks[i].Names, false)
		put(&marks[i], marks[i].Extents, true)
	}
	slices.SortStableFunc(edges, func(a, b edge) int { return a.at - b.at })
	var out []segment
	open := map[*mark][2]int{} // how often each names and holds what comes
	at := from
	cut := func(end int) {
		if end <= at {
			return
		}
		s := segment{Text: text[at:end]}
		for m, n := range open {
			if n[0] > 0 {
				s.Names = append(s.Names, m)
			} else if n[1] > 0 {
				s.Within = append(s.Within, m)
			}
		}
		slices.SortFunc(s.Names, compareMarks)
		slices.SortFunc(s.Within, compareMarks)
		out = append(out, s)
		at = end
	}
	for _, e := range edges {
		cut(e.at)
		n := open[e.mark]
		if e.extent {
			n[1] += e.turn
		} else {
			n[0] += e.turn
		}
		open[e.mark] = n
	}
	cut(to)
	return out
}

func compareMarks(a, b *mark) int {
	if a.Rank != b.Rank {
		return a.Rank - b.Rank
	}
	return int(min(max(a.ID-b.ID, -1), 1))
}
