package export

import (
	"bytes"
	"io"
	"strings"

	"rapporteur"
	"rapporteur/knowledge"
)

// PLOVER is events as JSON Lines with the field names of PLOVER's own records
// (manual of February 2024, chapter on its JSON), one object an event, and keys
// of ours beside them for what PLOVER has no field for. What is unknown is left
// out.
func PLOVER() Writer[Event] { return ploverRecords{} }

type ploverRecords struct{}

func (ploverRecords) Head(io.Writer) error { return nil }

func (ploverRecords) Write(w io.Writer, rows []Event) error {
	var b bytes.Buffer
	for i := range rows {
		if err := encode(&b, ploverOf(&rows[i])); err != nil {
			return err
		}
		b.WriteByte('\n')
	}
	_, err := w.Write(b.Bytes())
	return err
}

type ploverRecord struct {
	ID        string         `json:"id"`
	HasEvent  bool           `json:"has_event"`
	Date      string         `json:"date,omitempty"`
	EndDate   string         `json:"enddate,omitempty"`
	Actor     []ploverActor  `json:"actor"`
	Recipient []ploverActor  `json:"recipient"`
	Event     []string       `json:"event"`
	Location  *ploverPlace   `json:"event_loc,omitempty"`
	EventText []string       `json:"event_text"`
	QuadCode  int            `json:"quad_code,omitempty"`
	Scale     any            `json:"event_scale,omitempty"`
	Mode      []string       `json:"mode"`
	Context   []string       `json:"context"`
	Text      string         `json:"text"`
	TextInfo  ploverTextInfo `json:"text_info"`
	Cite      ploverCite     `json:"cite_info"`
	Coder     string         `json:"coder"`

	// Ours.
	Type         string     `json:"type"`
	Status       string     `json:"status"`
	AttributedTo string     `json:"attributed_to,omitempty"`
	Spans        []spanInfo `json:"event_text_spans"`
	CAMEO        string     `json:"cameo,omitempty"`
	Rule         string     `json:"rule"`
	Reader       string     `json:"reader,omitempty"`
	ArticleID    string     `json:"article_id"`
	Ref          string     `json:"ref,omitempty"`
}

type ploverActor struct {
	Code   string   `json:"code,omitempty"`
	Sector []string `json:"sector,omitempty"`
	Text   string   `json:"entity_text,omitempty"`
	Name   string   `json:"identifier_text"`
	Office string   `json:"office,omitempty"`
	Key    string   `json:"key,omitempty"` // ours
}

type ploverPlace struct {
	Extracted    string   `json:"extracted_place,omitempty"`
	Resolved     string   `json:"resolved_place,omitempty"`
	GeoNamesID   int      `json:"geonameid,omitempty"`
	Lat          *float64 `json:"lat,omitempty"`
	Lon          *float64 `json:"lon,omitempty"`
	City         string   `json:"city,omitempty"`
	Province     string   `json:"province,omitempty"`
	Country      string   `json:"country,omitempty"`
	CountryCode  string   `json:"country_code,omitempty"`
	FeatureClass string   `json:"feature_class,omitempty"`
	FeatureCode  string   `json:"feature_code,omitempty"`
	Resolution   int      `json:"resolution,omitempty"`
}

type ploverTextInfo struct {
	Sequence int `json:"sequence"`
	Start    int `json:"start"`
	End      int `json:"end"`
}

type ploverCite struct {
	URL         string `json:"url,omitempty"`
	Title       string `json:"title,omitempty"`
	Language    string `json:"language,omitempty"`
	Publication string `json:"publication,omitempty"`
	Codebook    string `json:"codebook"`
	Published   string `json:"published,omitempty"` // ours
}

type spanInfo struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Exact string `json:"exact"`
}

func ploverOf(e *Event) ploverRecord {
	date, end := e.When.Bounds()
	if end == date {
		end = ""
	}
	read := e.Type
	e = e.coded()
	return ploverRecord{
		ID: e.ID, HasEvent: true, Date: date, EndDate: end, Actor: ploverActors(e.Actors), Recipient: ploverActors(e.Recipients),
		Event: []string{e.Type}, Location: ploverGround(&e.Ground), EventText: []string{e.Anchor}, QuadCode: e.quadNumber(), Scale: e.score(),
		Mode: e.modes(), Context: append([]string{}, e.Contexts...), Text: e.Sentence,
		TextInfo: ploverTextInfo{e.Number, e.SentenceAt.Start, e.SentenceAt.End},
		Cite:     ploverCite{URL: e.URL, Title: e.Report.Title, Language: e.Language, Publication: e.Publisher, Codebook: "plover-2.0", Published: e.Report.day()},
		Coder:    strings.TrimSpace("rapporteur " + e.Reader),
		Type:     read, Status: e.Status, AttributedTo: e.AttributedTo, Spans: []spanInfo{{e.At.Start, e.At.End, e.Anchor}}, CAMEO: e.CAMEO, Rule: e.Rule, Reader: e.Reader,
		ArticleID: e.Report.ID, Ref: e.Ref,
	}
}

// auxiliary are PLOVER's auxiliary modes for what is not so.
var auxiliary = map[string]string{
	rapporteur.StatusPlanned:      "future",
	rapporteur.StatusThreatened:   "hypothetical",
	rapporteur.StatusDemanded:     "hypothetical",
	rapporteur.StatusHypothetical: "hypothetical",
	rapporteur.StatusDenied:       "negation",
}

// modes are the mode of the type and PLOVER's auxiliary modes; AGREE and CONCEDE are of what
// is to come by themselves.
func (e *Event) modes() []string {
	out := []string{}
	if e.Mode != "" {
		out = append(out, e.Mode)
	}
	if a := auxiliary[e.Status]; a != "" && !(a == "future" && (e.Type == "AGREE" || e.Type == "CONCEDE")) {
		out = append(out, a)
	}
	if e.Historical {
		out = append(out, "historical")
	}
	return out
}

func ploverActors(in []Party) []ploverActor {
	out := make([]ploverActor, len(in))
	for i, p := range in {
		out[i] = ploverActor{Code: p.code(), Sector: p.Sectors, Text: p.Words, Name: p.Name, Office: p.Title, Key: p.Key}
	}
	return out
}

// code is PLOVER's: the country, or in its place the sector of an international
// actor.
func (p *Party) code() string {
	if p.Country != "" {
		return ploverCountry(p.Country)
	}
	for _, s := range p.Sectors {
		if sector := knowledge.SectorByCode(s); sector != nil && sector.International {
			return s
		}
	}
	return ""
}

func ploverGround(g *Ground) *ploverPlace {
	if g.Words == "" && g.Country == "" {
		return nil
	}
	p := &ploverPlace{
		Extracted: g.Words, Resolved: g.Name, GeoNamesID: g.GeoNamesID, City: g.city(), Province: g.province(), CountryCode: ploverCountry(g.Country), FeatureCode: g.Kind,
	}
	p.FeatureClass, p.Resolution = g.rank()
	if c := knowledge.CountryByCode(g.Country); c != nil {
		p.Country = c.Name
	}
	if g.Located {
		p.Lat, p.Lon = &g.Lat, &g.Lon
	}
	return p
}

// rank is GeoNames' class of the place and how fine it is, from 1 for a country to 5 for a part
// of a town; nothing for other kinds of places.
func (g *Ground) rank() (class string, resolution int) {
	switch {
	case g.Kind == "PPLX":
		return "P", 5
	case strings.HasPrefix(g.Kind, "PPL"):
		return "P", 4
	case g.Kind == "ADM2":
		return "A", 3
	case g.Kind == "ADM1":
		return "A", 2
	case strings.HasPrefix(g.Kind, "PCL"):
		return "A", 1
	case g.Words == "" && g.Country != "":
		return "", 1
	}
	return "", 0
}
