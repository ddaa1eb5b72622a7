package export

import (
	"strings"

	"rapporteur"
)

// A Party is an actor in a role of a row.
type Party struct {
	Name    string   // canonical, or the words of the report
	Words   string   // the words that put it there
	Spans   []string // where they stand, each as "90..139"
	Kind    string   // one of the Actor constants; "" where no actor was identified
	Key     string   // its entry in the knowledge of actors
	Country string   // ISO 3166-1 alpha-3
	Sectors []string
	Title   string // a person's office or description
	Of      string // the body it belongs to or speaks for
}

// party is a participant with what the report's actors say of it.
func (l *lines) party(p rapporteur.Participant) Party {
	out := Party{Name: p.Name, Words: l.pieces(p.Spans), Spans: l.spans(p.Spans)}
	all := l.reading.Findings.Actors
	if p.Actor < 0 || p.Actor >= len(all) {
		return out
	}
	a := &all[p.Actor]
	out.Kind, out.Key, out.Country, out.Sectors, out.Title = a.Kind, a.Key, a.Country, a.Sectors, a.Title
	if a.Of >= 0 && a.Of < len(all) {
		out.Of = all[a.Of].Name
	}
	return out
}

func (l *lines) parties(in []rapporteur.Participant) []Party {
	out := make([]Party, len(in))
	for i, p := range in {
		out[i] = l.party(p)
	}
	return out
}

// eachParty is one thing of each party, in step with their names.
func eachParty(in []Party, what func(*Party) string) []string {
	out := make([]string, len(in))
	for i := range in {
		out[i] = what(&in[i])
	}
	return out
}

func (p *Party) name() string    { return p.Name }
func (p *Party) country() string { return p.Country }
func (p *Party) sectors() string { return strings.Join(p.Sectors, "|") }
func (p *Party) kind() string    { return p.Kind }
func (p *Party) words() string   { return p.Words }
func (p *Party) spans() string   { return strings.Join(p.Spans, "|") }
