package eval

import (
	"hash/fnv"
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/gold"
)

// noise spoils gold as a poor reader would, the same way each time for a text:
// findings are dropped, moved, mistaken and invented.
type noise struct {
	*rand.Rand
	text string
}

func newNoise(text string) noise {
	h := fnv.New64a()
	h.Write([]byte(text))
	return noise{rand.New(rand.NewPCG(h.Sum64(), 1)), text}
}

// once is true in about one of n cases.
func (n noise) once(of int) bool { return n.IntN(of) == 0 }

func (n noise) pick(from ...string) string { return from[n.IntN(len(from))] }

// moved is s, or sometimes s with an end a few code points off.
func (n noise) moved(s rapporteur.Span) rapporteur.Span {
	if !n.once(3) {
		return s
	}
	for range 1 + n.IntN(5) {
		if _, size := utf8.DecodeRuneInString(n.text[s.End:]); n.once(2) {
			s.End += size
		} else if _, size := utf8.DecodeLastRuneInString(n.text[:s.Start]); n.once(2) {
			s.Start -= size
		} else if _, size := utf8.DecodeLastRuneInString(n.text[s.Start:s.End]); s.Len() > size {
			s.End -= size
		}
	}
	return s
}

func (n noise) movedAll(in []rapporteur.Span) []rapporteur.Span {
	var out []rapporteur.Span
	for _, s := range in {
		if !n.once(8) {
			out = append(out, n.moved(s))
		}
	}
	return out
}

// anywhere is a few code points of the text.
func (n noise) anywhere() rapporteur.Span {
	at := 0
	if len(n.text) > 20 {
		at = n.IntN(len(n.text) - 15)
	}
	for at > 0 && !utf8.RuneStart(n.text[at]) {
		at--
	}
	s := rapporteur.Span{Start: at, End: at}
	for range 1 + n.IntN(8) {
		_, size := utf8.DecodeRuneInString(n.text[s.End:])
		s.End += size
	}
	return s
}

// tree is a gold document with tags, lemmas, heads and sentences mistaken.
func (n noise) tree(d *rapporteur.Document) *rapporteur.Document {
	out := &rapporteur.Document{Article: d.Article}
	for i, s := range d.Sentences {
		if merge := i > 0 && n.once(10); merge {
			last := &out.Sentences[len(out.Sentences)-1]
			last.Span.End, last.End = s.Span.End, s.End
		} else {
			out.Sentences = append(out.Sentences, s)
		}
	}
	for _, s := range out.Sentences {
		for i := s.First; i < s.End; i++ {
			t := d.Tokens[i]
			if n.once(10) {
				t.UPOS = n.pick("NOUN", "VERB", "")
			}
			if n.once(10) {
				t.XPOS = n.pick("NN", "VBD", "")
			}
			if n.once(10) {
				t.Lemma = n.pick(strings.ToLower(t.Lemma), "", "a b")
			}
			if n.once(6) {
				t.Head = s.First + n.IntN(s.End-s.First)
			}
			if n.once(10) {
				t.Deprel = n.pick("obl", t.Deprel+":x", "")
			}
			out.Tokens = append(out.Tokens, t)
		}
	}
	return out
}

// crude is the words between blanks, cut where the noise falls, each governed
// by the one before it.
func (n noise) crude(a *rapporteur.Article) *rapporteur.Document {
	d := &rapporteur.Document{Article: a}
	at := 0
	for word := range strings.FieldsSeq(a.Text) {
		start := at + strings.Index(a.Text[at:], word)
		at = start + len(word)
		for i, r := range word {
			if i == 0 || strings.ContainsRune(".,;:!?()[]“”\"'’-", r) || n.once(40) {
				d.Tokens = append(d.Tokens, rapporteur.Token{
					Span: rapporteur.Span{Start: start + i, End: at}, UPOS: n.pick("NOUN", "PUNCT"), Lemma: word[i:], Head: len(d.Tokens) - 1,
					Deprel: n.pick("punct", "nsubj"), Joined: i > 0 && n.once(3),
				})
				if i > 0 {
					d.Tokens[len(d.Tokens)-2].Span.End = start + i
				}
			}
		}
		if strings.ContainsAny(word, ".!?") || len(d.Sentences) == 0 {
			from := 0
			if k := len(d.Sentences); k > 0 {
				from = d.Sentences[k-1].End
			}
			d.Tokens[from].Head = rapporteur.None
			d.Sentences = append(d.Sentences, rapporteur.Sentence{Span: d.SpanOf(from, len(d.Tokens)), First: from, End: len(d.Tokens)})
		}
	}
	if k := len(d.Sentences) - 1; k >= 0 {
		d.Sentences[k].End = len(d.Tokens)
		d.Sentences[k].Span = d.SpanOf(d.Sentences[k].First, len(d.Tokens))
		for i := d.Sentences[k].First; i < len(d.Tokens); i++ {
			d.Tokens[i].Joined = d.Tokens[i].Joined && i > d.Sentences[k].First
		}
	}
	return d
}

func (n noise) entities(in []rapporteur.Entity) (out []rapporteur.Entity) {
	for _, e := range in {
		if n.once(5) {
			continue
		}
		e.Span = n.moved(e.Span)
		if n.once(6) {
			e.Type = n.pick("Person", "Location", "NORP", "Product")
		}
		out = append(out, e)
		if n.once(7) {
			out = append(out, rapporteur.Entity{Span: n.anywhere(), Type: n.pick("Person", "Misc")})
		}
	}
	return out
}

func (n noise) statements(in []gold.Attribution) (out []rapporteur.Statement) {
	for _, a := range in {
		if n.once(4) {
			continue
		}
		s := rapporteur.Statement{Content: n.movedAll(a.Content)}
		if len(a.Source) > 0 {
			s.Speaker.Spans = []rapporteur.Span{n.moved(a.Source[0])}
		}
		if len(a.Cue) > 0 {
			s.Cue = n.moved(a.Cue[0])
		}
		out = append(out, s)
		if n.once(5) {
			out = append(out, rapporteur.Statement{Content: []rapporteur.Span{n.anywhere(), n.anywhere()}, Cue: n.anywhere()})
		}
	}
	return out
}

func (n noise) events(kind string, source, target rapporteur.Span) (out []rapporteur.Event) {
	for range n.IntN(3) {
		e := rapporteur.Event{Type: kind, Anchor: n.anywhere()}
		if kind == "YIELD" {
			e.Type = n.pick("RETREAT", "CONCEDE")
		}
		if n.once(3) {
			e.Type = n.pick("CONSULT", "ACCUSE", "ASSAULT")
		}
		if n.once(6) {
			source, target = target, source
		}
		e.Actors = append(e.Actors, by(n.moved(source))...)
		if n.once(4) {
			e.Actors = append(e.Actors, by(n.moved(target))...)
		} else {
			e.Recipients = append(e.Recipients, by(n.movedAll([]rapporteur.Span{target})...)...)
		}
		out = append(out, e)
	}
	return out
}

func (n noise) places(in []gold.Toponym) (out []rapporteur.Place) {
	for _, w := range in {
		if n.once(5) {
			continue
		}
		p := rapporteur.Place{Span: n.moved(w.Span), Name: w.Name, Lat: w.Lat, Lon: w.Lon, GeoNamesID: w.GeoNamesID, Resolved: !n.once(8)}
		if n.once(5) {
			p.Lat += 3 * n.Float64()
			p.GeoNamesID = 0
		}
		out = append(out, p)
		if n.once(6) {
			out = append(out, rapporteur.Place{Span: n.anywhere(), Name: "Velm", Resolved: true, GeoNamesID: 7})
		}
	}
	return out
}

func (n noise) dates(in []gold.TimeExpression) (out []rapporteur.Date) {
	for _, w := range in {
		if n.once(5) {
			continue
		}
		d := rapporteur.Date{Span: n.moved(w.Span), Type: "DATE", Value: n.pick(append(w.Values(), "2024", "")...)}
		out = append(out, d)
		if n.once(4) {
			out = append(out, rapporteur.Date{Span: n.moved(w.Span), Type: "DATE", Value: "XXXX"})
		}
	}
	return out
}

// people spoils names, drops and adds some.
func (n noise) people(in []rapporteur.Participant) (out []rapporteur.Participant) {
	for _, p := range in {
		switch n.IntN(8) {
		case 0:
			continue
		case 1:
			p.Name = "the " + p.Name
		case 2:
			words := strings.Fields(p.Name)
			p.Name = words[len(words)-1]
		case 3:
			p.Name = n.pick("U.S.", "Velm", "President Zoé Vale", p.Name+"; Velm")
		}
		out = append(out, p)
	}
	if n.once(6) {
		out = append(out, rapporteur.Participant{Name: "Arden"})
	}
	return out
}

func (n noise) name(s string) string {
	if p := n.people([]rapporteur.Participant{{Name: s}}); len(p) > 0 {
		return p[0].Name
	}
	return ""
}

// findings spoils a whole record.
func (n noise) findings(in *rapporteur.Findings) *rapporteur.Findings {
	out := &rapporteur.Findings{}
	for _, s := range in.Statements {
		if !n.once(5) {
			s.Speaker.Name, s.Content = n.name(s.Speaker.Name), n.movedAll(s.Content)
			s.Kind, s.Sourcing = n.pick(s.Kind, s.Kind, "direct"), n.pick(s.Sourcing, s.Sourcing, "named")
			out.Statements = append(out.Statements, s)
		}
	}
	for _, e := range in.Events {
		if !n.once(5) {
			e.Type = n.pick(e.Type, e.Type, e.Type, "CONSULT", "AGREE", "RETREAT", "CONCEDE")
			e.Actors, e.Recipients = n.people(e.Actors), n.people(e.Recipients)
			if e.Anchor, e.Also = n.moved(e.Anchor), n.movedAll(e.Also); n.once(9) {
				e.Anchor = n.anywhere()
			}
			if n.once(12) {
				e.Anchor = rapporteur.Span{}
			}
			e.Status, e.Country = n.pick(e.Status, e.Status, "happened"), n.pick(e.Country, e.Country, "VLM")
			e.Date = n.pick(e.Date, e.Date, e.Date+"-01", "", "2024")
			out.Events = append(out.Events, e)
		}
	}
	for _, f := range in.Figures {
		if !n.once(5) {
			f.Span, f.Value = n.moved(f.Span), f.Value+float64(n.IntN(3)/2)
			f.Measure = n.pick(f.Measure, f.Measure, "killed")
			out.Figures = append(out.Figures, f)
		}
	}
	for _, t := range in.Talks {
		if !n.once(6) {
			out.Talks = append(out.Talks, n.talks(t))
		}
	}
	if n.once(4) {
		out.Talks = append(out.Talks, rapporteur.Talks{
			Parties: n.people(nil), Mediators: n.people(nil), Stage: rapporteur.StageStalled,
			Awaited: []rapporteur.Awaited{{From: "Velm", Span: n.anywhere()}},
		})
	}
	return out
}

func (n noise) talks(t rapporteur.Talks) rapporteur.Talks {
	out := rapporteur.Talks{Parties: n.people(t.Parties), Mediators: n.people(t.Mediators), Stage: n.pick(t.Stage, t.Stage, "stalled", "proposed")}
	for _, p := range t.Proposals {
		q := rapporteur.Proposal{By: p.By}
		for _, x := range p.Terms {
			q.Terms = append(q.Terms, rapporteur.Term{Kind: n.pick(x.Kind, x.Kind, "other"), Span: n.moved(x.Span)})
		}
		for _, x := range p.Answers {
			q.Answers = append(q.Answers, rapporteur.Answer{Actor: n.name(x.Actor), Answer: x.Answer, Span: n.moved(x.Span)})
		}
		out.Proposals = append(out.Proposals, q)
	}
	for _, x := range t.Positions {
		x.Actor, x.Span = n.name(x.Actor), n.moved(x.Span)
		out.Positions = append(out.Positions, x)
	}
	for _, x := range t.StickingPoints {
		x.Span = n.moved(x.Span)
		out.StickingPoints = append(out.StickingPoints, x)
	}
	for i, x := range t.Awaited {
		x.From, x.What, x.Span = n.name(x.From), strconv.Itoa(i), n.moved(x.Span)
		out.Awaited = append(out.Awaited, x)
	}
	return out
}
