package web

import (
	"strings"

	"rapporteur/record/link"
	"rapporteur/serve/web/docx"
)

// A wordWriter writes a dossier as a document; evidence goes to its end.
type wordWriter struct {
	docx.Document
	notes *notes
}

func wordOf(p *dossierPage) *docx.Document {
	w := &wordWriter{notes: newNotes()}
	w.Title = p.Name
	w.Heading(0, p.Name)
	w.Paragraph(docx.Run{Text: tableWith(p)})
	w.Paragraph(docx.Run{Text: first(capital(plain(p.Stage)), "Stage not told"), Bold: true}, docx.Run{Text: stageSince(p.Process) + ". Last movement: " + first(day(p.Moved), "none told") +
		". Told by " + told(p.Reports, p.Sources) + ", " + span(p.First, p.Last) + "."})
	w.Paragraph(docx.Run{Text: "Made by Rapporteur on " + p.Made + ". Numbers lead to the words, at the end.", Italic: true, Dim: true})
	w.awaited(p)
	w.positions(p)
	w.proposals(p)
	w.course(p)
	w.figures(p)
	w.people(p)
	w.reports(p)
	w.evidence()
	return &w.Document
}

// refs are the numbers of the notes of what was told.
func (w *wordWriter) refs(told []link.Told) []docx.Run {
	var out []docx.Run
	for i, t := range told {
		if i > 0 {
			out = append(out, docx.Run{Text: ",", Raised: true})
		}
		n := w.notes.number(t)
		out = append(out, docx.Run{Text: number(float64(n)), Anchor: anchor(n), Raised: true})
	}
	return out
}

func (w *wordWriter) line(told []link.Told, runs ...docx.Run) []docx.Run {
	return append(runs, w.refs(told)...)
}

func (w *wordWriter) awaited(p *dossierPage) {
	if len(p.Awaited) > 0 {
		w.Heading(1, "Awaited now")
	}
	for _, a := range p.Awaited {
		w.Item(w.line(a.Told, docx.Run{Text: a.Name, Bold: true}, docx.Run{Text: " " + a.What + ", since " + day(a.First)})...)
	}
}

func (w *wordWriter) positions(p *dossierPage) {
	if len(p.Table.Rows) > 0 {
		w.Heading(1, "Positions")
		weights, head := []int{3}, []string{"Issue"}
		for _, side := range p.Table.Sides {
			weights, head = append(weights, 4), append(head, side)
		}
		var rows [][]docx.Cell
		for _, row := range p.Table.Rows {
			cells := []docx.Cell{docx.Text(capital(row.Issue))}
			for _, c := range row.Cells {
				if c == nil {
					cells = append(cells, docx.Text("–"))
					continue
				}
				cell := docx.Cell{w.line(now(c).Told, docx.Run{Text: plain(now(c).Stance), Bold: true}, docx.Run{Text: " since " + day(now(c).First)})}
				for i := len(c.Moves) - 1; i >= 0; i-- {
					m := c.Moves[i]
					cell = append(cell, []docx.Run{{Text: plain(m.From) + " → " + plain(m.To) + ", " + day(m.Day), Dim: true}})
				}
				cells = append(cells, cell)
			}
			rows = append(rows, cells)
		}
		w.Table(weights, head, rows)
	}
	if len(p.StickingPoints) > 0 {
		w.Heading(1, "Sticking points")
	}
	for _, s := range p.StickingPoints {
		w.Item(w.line(s.Told, docx.Run{Text: capital(s.Issue), Bold: true}, docx.Run{Text: ", " + span(s.First, s.Last)})...)
	}
}

func (w *wordWriter) proposals(p *dossierPage) {
	if len(p.Proposals) > 0 {
		w.Heading(1, "Proposals and answers")
	}
	for _, t := range p.Proposals {
		w.Heading(2, first(strings.ReplaceAll(t.By, "; ", " and "), "Not said by whom")+", "+span(t.First, t.Last))
		for _, m := range t.Terms {
			w.Item(w.line(m.Told, docx.Run{Text: plain(m.Kind) + ": ", Bold: true}, docx.Run{Text: "“" + m.Words + "”"})...)
		}
		for _, a := range t.Answers {
			for _, h := range a.Answers {
				w.Item(w.line(h.Told, docx.Run{Text: a.Name, Bold: true}, docx.Run{Text: " " + plain(h.Stance) + ", " + span(h.First, h.Last)})...)
			}
		}
	}
}

func (w *wordWriter) course(p *dossierPage) {
	if len(p.Changes) > 0 {
		w.Heading(1, "Time line")
	}
	for _, d := range byDay(p.Changes) {
		w.Heading(3, first(day(d.Day), "undated"))
		for _, c := range d.changes() {
			var runs []docx.Run
			if c.Actor != "" {
				runs = append(runs, docx.Run{Text: strings.ReplaceAll(c.Actor, "; ", " and ") + " ", Bold: true})
			}
			runs = append(runs, docx.Run{Text: changeText(c)})
			if c.Disputed {
				runs = append(runs, docx.Run{Text: " (disputed)", Italic: true})
			}
			w.Item(w.line(c.Evidence, runs...)...)
		}
	}
}

func (w *wordWriter) figures(p *dossierPage) {
	all := p.Counts
	for _, c := range p.Charts {
		all = append(all, c.Of)
	}
	if len(all) == 0 {
		return
	}
	w.Heading(1, "Figures")
	var rows [][]docx.Cell
	for _, s := range all {
		for _, x := range s.Points {
			note := first(x.SourceName, "the report’s own")
			if x.Revises >= 0 {
				note += ", takes back " + pointValue(s.Points[x.Revises])
			}
			if len(x.Contradicts) > 0 {
				note += ", contradicted"
			}
			rows = append(rows, []docx.Cell{docx.Text(day(x.Day)), docx.Text(seriesTitle(s)), docx.Text(pointValue(x)), {w.line(x.Told, docx.Run{Text: note})}})
		}
	}
	w.Table([]int{3, 6, 3, 5}, []string{"As of", "What", "How many", "On whose word"}, rows)
}

func (w *wordWriter) people(p *dossierPage) {
	if len(p.People) > 0 {
		w.Heading(1, "People")
	}
	for _, one := range p.People {
		w.Item(w.line(one.Told, docx.Run{Text: one.Name, Bold: true}, docx.Run{Text: prefixed(", ", strings.Join(one.Titles, ", "))})...)
	}
}

func (w *wordWriter) reports(p *dossierPage) {
	w.Heading(1, "Reports")
	for _, a := range p.Articles {
		name := docx.Run{Text: reportName(a), Link: webAddress(a.URL)}
		note := prefixed(", ", day(a.Published))
		if a.Family != a.ID {
			note += ", a copy"
		}
		w.Item(name, docx.Run{Text: note, Dim: true})
	}
}

func (w *wordWriter) evidence() {
	w.Heading(1, "The words")
	for i, t := range w.notes.told {
		runs := []docx.Run{{Text: number(float64(i+1)) + ". "}, {Text: "“" + first(t.Sentence, t.Words) + "” "}}
		runs = append(runs, docx.Run{Text: strings.Join(nonempty(first(t.Outlet, t.Publisher), day(t.Published)), ", "), Link: webAddress(t.URL), Dim: true}, docx.Run{Text: "  " + t.ID, Dim: true})
		w.Note(anchor(i+1), runs...)
	}
}

func anchor(n int) string { return "n" + number(float64(n)) }
