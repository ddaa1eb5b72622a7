package export

import (
	"cmp"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"rapporteur/knowledge"
)

// GDELT is the table of events as the 61 columns of GDELT 2 Events, in order,
// without a header as GDELT's own files have none: one row a pair of actor and
// recipient.
func GDELT() Writer[Event] { return dyads{tabs[Dyad]{GDELTEvents, false}} }

type dyads struct{ tabs[Dyad] }

func (d dyads) Write(w io.Writer, rows []Event) error {
	var out []Dyad
	for i := range rows {
		out = append(out, DyadsOf(&rows[i])...)
	}
	return d.tabs.Write(w, out)
}

// A Dyad is one pair of those who take part in an event.
type Dyad struct {
	*Event
	Actor1, Actor2 Party
	pair           int // counted from 0 within the event
}

// DyadsOf are the pairs of an event: each actor with each recipient; without
// recipients each two actors, once; without either, what there is.
func DyadsOf(e *Event) []Dyad {
	var out []Dyad
	add := func(a, b Party) { out = append(out, Dyad{e, a, b, len(out)}) }
	switch {
	case len(e.Recipients) == 0 && len(e.Actors) > 1:
		for i, a := range e.Actors {
			for _, b := range e.Actors[i+1:] {
				add(a, b)
			}
		}
	default:
		for _, a := range orNobody(e.Actors) {
			for _, b := range orNobody(e.Recipients) {
				add(a, b)
			}
		}
	}
	return out
}

func orNobody(in []Party) []Party {
	if len(in) == 0 {
		return []Party{{}}
	}
	return in
}

// told is how often a record says that the event is told; once says it of a row
// that comes from no record, or by itself.
func (d *Dyad) told(how func(*Kept) int, once int) int {
	if d.Kept != nil && how(d.Kept) > 0 {
		return how(d.Kept)
	}
	return once
}

// number names a dyad by 52 bits of a hash, which every program that reads
// numbers keeps exact.
func (d *Dyad) number() int {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s/%d", d.Report.ID+d.Event.ID, d.pair))
	return int(binary.BigEndian.Uint64(sum[:8]) >> 12)
}

// GDELTEvents are the columns of GDELT 2 Events.
var GDELTEvents = Table[Dyad]{Name: "gdelt-tsv", Columns: join(
	[]Column[Dyad]{
		{"GLOBALEVENTID", func(d *Dyad) any { return d.number() }, "a number of 52 bits made of `event_id` and the pair: the same text gives the same number", Full, "", Text},
		{"SQLDATE", func(d *Dyad) any { return strings.ReplaceAll(d.day(), "-", "") }, "day of the event as the report gives it; empty where it gives none, or a longer time. Never the day of publication", Partly, "", Text},
		{"MonthYear", func(d *Dyad) any { return d.monthYear() }, "where the report gives at least the month", Partly, "", Text},
		{"Year", func(d *Dyad) any { year, _, _ := d.When.parts(); return count(year) }, "where the report gives at least the year", Partly, "", Text},
		{"FractionDate", func(d *Dyad) any { return d.fraction() }, "year and the part of it that has passed, (month × 30 + day) / 365 as GDELT reckons; with a day only", Partly, "", Text},
	},
	gdeltParty("Actor1", func(d *Dyad) *Party { return &d.Actor1 }, "the actor"),
	gdeltParty("Actor2", func(d *Dyad) *Party { return &d.Actor2 }, "the recipient, or the other of two who act together"),
	[]Column[Dyad]{
		{"IsRootEvent", func(d *Dyad) any { return bit(d.Lead) }, "1 in the first paragraph of the body", Full, "", Text},
		{"EventCode", func(d *Dyad) any { return d.coded().CAMEO }, "CAMEO root code only: what PLOVER says is no finer", Partly, "", Text},
		{"EventBaseCode", func(d *Dyad) any { return d.coded().CAMEO }, "the same, as GDELT has it for codes of the first level", Partly, "", Text},
		{"EventRootCode", func(d *Dyad) any { return d.coded().CAMEO }, "CAMEO root code of PLOVER's type and mode; of what is only planned (with `--all`) 03, 08 for a retreat", Full, "", Text},
		{"QuadClass", func(d *Dyad) any { return d.quadClass() }, "1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict, by PLOVER's type; CAMEO counts a few roots otherwise (CONCEDE is verbal here, root 08 material there)", Full, "", Text},
		{"GoldsteinScale", func(d *Dyad) any { return d.coded().score() }, "PLOVER's conflict-cooperation score of mode or type, which runs from -10 to 10 as Goldstein's but is another scale", Partly, "", Text},
		{"NumMentions", func(d *Dyad) any { return d.told(func(k *Kept) int { return k.Accounts }, 1+len(d.Also)) }, "accounts of the event in a record; of one report its mentions there", Partly, "", Text},
		{"NumSources", func(d *Dyad) any { return d.told(func(k *Kept) int { return k.Sources }, 1) }, "reports in a record that tell of it, copies of one text counted once; of one report 1", Partly, "", Text},
		{"NumArticles", func(d *Dyad) any { return d.told(func(k *Kept) int { return k.Reports }, 1) }, "the same with copies; of one report 1", Partly, "", Text},
		{"AvgTone", func(*Dyad) any { return nil }, "tone is not measured", Empty, "", Text},
	},
	gdeltNowhere("Actor1Geo"),
	gdeltNowhere("Actor2Geo"),
	[]Column[Dyad]{
		{"ActionGeo_Type", func(d *Dyad) any { return count(d.Ground.resolution()) }, "1 country, 2 state of the USA, 3 town of the USA, 4 other town, 5 other first-level division; empty for other kinds of places", Partly, "", Text},
		{"ActionGeo_FullName", func(d *Dyad) any { return d.Ground.fullName() }, "town, division, country", Full, "", Text},
		{"ActionGeo_CountryCode", func(d *Dyad) any { return codes()[d.Ground.Country].fips }, "FIPS 10-4", Full, "", Text},
		{"ActionGeo_ADM1Code", func(*Dyad) any { return nil }, "the gazetteer has names of divisions, not their FIPS codes", Empty, "", Text},
		{"ActionGeo_ADM2Code", func(*Dyad) any { return nil }, "the gazetteer has no second-level divisions", Empty, "", Text},
		{"ActionGeo_Lat", func(d *Dyad) any { return d.Ground.degrees(d.Ground.Lat) }, "", Full, "", Text},
		{"ActionGeo_Long", func(d *Dyad) any { return d.Ground.degrees(d.Ground.Lon) }, "", Full, "", Text},
		{"ActionGeo_FeatureID", func(*Dyad) any { return nil }, "ids of GNS and GNIS; places here have GeoNames ids, which are others", Empty, "", Text},
		{"DATEADDED", func(d *Dyad) any { return d.added() }, "time of publication, `YYYYMMDDHHMMSS`", Partly, "", Text},
		{"SOURCEURL", func(d *Dyad) any { return d.URL }, "", Full, "", Text},
	},
)}

// gdeltParty are the columns of one of the two.
func gdeltParty(role string, of func(*Dyad) *Party, says string) []Column[Dyad] {
	kind := func(n int) func(*Dyad) any {
		return func(d *Dyad) any {
			if all := of(d).roles(); n < len(all) {
				return all[n]
			}
			return nil
		}
	}
	nothing := func(*Dyad) any { return nil }
	return []Column[Dyad]{
		{role + "Code", func(d *Dyad) any { return of(d).Country + strings.Join(of(d).roles(), "") }, "country and types one after the other", Full, "", Text},
		{role + "Name", func(d *Dyad) any { return of(d).Name }, says + ": its name as the record has it, not in capitals", Full, "", Text},
		{role + "CountryCode", func(d *Dyad) any { return of(d).Country }, "ISO 3166-1 alpha-3, which CAMEO's codes are but for a few", Full, "", Text},
		{role + "KnownGroupCode", nothing, "actors have no CAMEO group codes", Empty, "", Text},
		{role + "EthnicCode", nothing, "not read", Empty, "", Text},
		{role + "Religion1Code", nothing, "not read", Empty, "", Text},
		{role + "Religion2Code", nothing, "not read", Empty, "", Text},
		{role + "Type1Code", kind(0), "CAMEO role of the primary PLOVER sector (`export/sectors.tsv`)", Partly, "", Text},
		{role + "Type2Code", kind(1), "of the next", Partly, "", Text},
		{role + "Type3Code", kind(2), "of the third", Partly, "", Text},
	}
}

// gdeltNowhere are the columns of where an actor is from, which is not read.
func gdeltNowhere(prefix string) []Column[Dyad] {
	var out []Column[Dyad]
	for _, name := range []string{"Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID"} {
		out = append(out, Column[Dyad]{prefix + "_" + name, func(*Dyad) any { return nil }, "only the event has a place", Empty, "", Text})
	}
	return out
}

// roles are the CAMEO roles of p, each once.
func (p *Party) roles() []string {
	var out []string
	for _, s := range p.Sectors {
		if r := roles()[s]; r != "" && !slices.Contains(out, r) {
			out = append(out, r)
		}
	}
	return out
}

func (d *Dyad) monthYear() any {
	year, month, _ := d.When.parts()
	if month == 0 {
		return nil
	}
	return year*100 + month
}

func (d *Dyad) fraction() any {
	year, month, day := d.When.parts()
	if day == 0 {
		return nil
	}
	return math.Round((float64(year)+float64(month*30+day)/365)*1e4) / 1e4
}

func (d *Dyad) quadClass() any { return count(d.coded().quadNumber()) }

func (d *Dyad) added() string {
	if d.Published.IsZero() {
		return ""
	}
	return d.Published.UTC().Format("20060102150405")
}

func bit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// resolution is GDELT's type of a place, 0 for none of its five.
func (g *Ground) resolution() int {
	american := g.Country == "USA"
	switch {
	case strings.HasPrefix(g.Kind, "PCL"), g.Words == "" && g.Country != "":
		return 1
	case g.Kind == "ADM1" && american:
		return 2
	case strings.HasPrefix(g.Kind, "PPL") && american:
		return 3
	case strings.HasPrefix(g.Kind, "PPL"):
		return 4
	case g.Kind == "ADM1":
		return 5
	}
	return 0
}

// fullName is what GDELT calls a place: the town, its division, its country.
func (g *Ground) fullName() string {
	country := g.Country
	if c := knowledge.CountryByCode(g.Country); c != nil {
		country = c.Name
	}
	var parts []string
	for _, part := range []string{cmp.Or(g.Name, g.Words), g.Admin1, country} {
		if part != "" && !slices.Contains(parts, part) {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}
