package link

import (
	"slices"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/knowledge/gazetteer"
)

// An Event is one event as one report tells it.
type Event struct {
	Article    string   `json:"article"`             // id of the report
	Published  string   `json:"published,omitempty"` // YYYY-MM-DD
	Type       string   `json:"type"`
	Mode       string   `json:"mode,omitempty"`
	Reality    string   `json:"reality"` // real, denied, planned, threatened, demanded or hypothetical
	Claimed    bool     `json:"claimed,omitempty"`
	Historical bool     `json:"historical,omitempty"`
	Actors     []Side   `json:"actors,omitempty"`
	Recipients []Side   `json:"recipients,omitempty"`
	Place      string   `json:"place,omitempty"`    // folded
	GeoNames   int      `json:"geonames,omitempty"` // id of the place
	Lat        float64  `json:"lat,omitempty"`
	Lon        float64  `json:"lon,omitempty"`
	Wide       bool     `json:"wide,omitempty"` // the place is a country, a region or a sea
	Near       bool     `json:"near,omitempty"` // the place is only named in the same sentence
	Country    string   `json:"country,omitempty"`
	From       string   `json:"from,omitempty"` // first and last day, as the report dates it
	To         string   `json:"to,omitempty"`
	Anchor     []string `json:"anchor,omitempty"` // stems of the words that name it
	Words      []string `json:"words,omitempty"`  // stems of the words of its sentence that say most
	Counts     []Count  `json:"counts,omitempty"` // figures told with it
}

// A Count is a figure told with an event.
type Count struct {
	Measure string  `json:"measure"`
	Of      string  `json:"of,omitempty"` // stem of what is counted
	Value   float64 `json:"value"`
	Vague   bool    `json:"vague,omitempty"`
}

// Events are the events of findings, in step with f.Events. who are the
// identities of its actors.
func Events(a *rapporteur.Article, f *rapporteur.Findings, who []Identity) []Event {
	out := make([]Event, len(f.Events))
	for i := range f.Events {
		out[i] = eventOf(a, f, who, i)
	}
	return out
}

// eventOf is event i of findings.
func eventOf(a *rapporteur.Article, f *rapporteur.Findings, who []Identity, i int) Event {
	e := &f.Events[i]
	out := Event{
		Article: a.ID(), Type: e.Type, Mode: e.Mode, Reality: realityOf(e.Status), Claimed: e.AttributedTo != "", Historical: e.Historical,
		Actors: sidesOf(f, who, e.Actors), Recipients: sidesOf(f, who, e.Recipients), Country: e.Country,
	}
	if !a.Published.IsZero() {
		out.Published = a.Published.Format(time.DateOnly)
	}
	out.From, out.To = days(e.Date)
	out.placed(f, e)
	out.Anchor = contentWords(a.Quote(e.Anchor))
	for _, s := range e.Also {
		out.Anchor = append(out.Anchor, contentWords(a.Quote(s))...)
	}
	slices.Sort(out.Anchor)
	out.Anchor = slices.Compact(out.Anchor)
	sentence := sentenceAround(a.Text, e.Anchor)
	out.Words = tellingWords(a.Quote(sentence), slices.Concat(out.Actors, out.Recipients), out.Place)
	for k := range f.Figures {
		g := &f.Figures[k]
		if sentence.Contains(g.Span) && counted[g.Measure] {
			out.Counts = append(out.Counts, Count{g.Measure, lastStem(g.Of), g.Value, g.Qualifier == "vague"})
		}
	}
	return out
}

// counted are the measures that tell one event from another.
var counted = map[string]bool{
	rapporteur.MeasureKilled: true, rapporteur.MeasureInjured: true, rapporteur.MeasureMissing: true, rapporteur.MeasureDetained: true,
	rapporteur.MeasureCaptivesTaken: true, rapporteur.MeasureReleased: true, rapporteur.MeasureTroops: true, rapporteur.MeasureAid: true, rapporteur.MeasureMoney: true,
}

// realityOf is what two mentions must agree in: what is planned is not what
// happened.
func realityOf(status string) string {
	if status == rapporteur.StatusHappened || status == rapporteur.StatusOngoing {
		return "real"
	}
	return status
}

// placed sets where the event was: at its own place, or at the one place that its
// sentence names.
func (x *Event) placed(f *rapporteur.Findings, e *rapporteur.Event) {
	x.Place = gazetteer.Fold(e.Place)
	var found *rapporteur.Place
	for k := range f.Places {
		p := &f.Places[k]
		switch {
		case !e.PlaceSpan.Empty() && p.Span.Overlaps(e.PlaceSpan):
			found = p
		case e.PlaceSpan.Empty() && p.Sentence == e.Sentence && !wide(p) && found == nil:
			found = p
		}
	}
	if found == nil {
		return
	}
	if x.Place == "" {
		x.Place, x.Near = gazetteer.Fold(found.Name), true
	}
	x.GeoNames, x.Wide = found.GeoNamesID, wide(found)
	if found.Resolved || found.GeoNamesID != 0 {
		x.Lat, x.Lon = found.Lat, found.Lon
	}
	if x.Country == "" {
		x.Country = found.Country
	}
}

// wide reports whether a place is a country, a region or a sea.
func wide(p *rapporteur.Place) bool {
	return strings.HasPrefix(p.Kind, "PCL") || strings.HasPrefix(p.Kind, "ADM1") || strings.HasPrefix(p.Kind, "RGN") || p.Kind == "CONT" || p.Kind == "SEA" || p.Kind == "TERR"
}

// days are the first and last day of an ISO 8601 date or range.
func days(date string) (from, to string) {
	first, last, ranged := strings.Cut(date, "/")
	if !ranged {
		last = first
	}
	from, _ = bounds(first)
	_, to = bounds(last)
	return from, to
}

// bounds are the first and last day of YYYY, YYYY-MM or YYYY-MM-DD.
func bounds(date string) (from, to string) {
	switch len(date) {
	case 4:
		return date + "-01-01", date + "-12-31"
	case 7:
		t, err := time.Parse("2006-01", date)
		if err != nil {
			return "", ""
		}
		return date + "-01", t.AddDate(0, 1, -1).Format(time.DateOnly)
	case 10:
		return date, date
	}
	return "", ""
}

// sentenceAround is roughly the sentence that span stands in: the record keeps
// findings, not the language layer.
func sentenceAround(text string, span rapporteur.Span) rapporteur.Span {
	start, end := min(span.Start, len(text)), min(span.End, len(text))
	for start > 0 && text[start-1] != '\n' && !(start > 1 && text[start-1] == ' ' && closes(text, start-2)) {
		start--
	}
	for end < len(text) && text[end] != '\n' && !(end > 0 && text[end] == ' ' && closes(text, end-1)) {
		end++
	}
	return rapporteur.Span{Start: start, End: end}
}

// closes reports whether the sign at i ends a sentence, and no abbreviation.
func closes(text string, i int) bool {
	for i > 0 && (text[i] == '"' || text[i] == ')' || text[i] == '\'') {
		i--
	}
	switch text[i] {
	case '?', '!':
		return true
	case '.':
		word := text[strings.LastIndexAny(text[:i], " \n")+1 : i]
		return len(word) > 3 && !strings.Contains(word, ".") || strings.TrimFunc(word, func(r rune) bool { return r >= '0' && r <= '9' }) == "" && word != ""
	}
	return false
}
