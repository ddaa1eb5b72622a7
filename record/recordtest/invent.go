package recordtest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"rapporteur"
)

// An Inventor makes readings of reports that nobody wrote: text from templates,
// with the findings that the templates stand for. The same seed makes the same
// reports. Its world grows with the reports of a day, as that of real news does:
// the more are read, the more countries, towns and people they are about. Of a
// million pairs of reports 130 share a band of their signatures, as do 70 to 120
// of real ones.
type Inventor struct {
	random *rand.Rand
	Start  time.Time // day of the first report
	PerDay int       // reports a day
	made   int
	world
}

// A world is who and what reports are about.
type world struct{ sides, towns, lasts, words []string }

// NewInventor begins a series of reports.
func NewInventor(seed uint64) *Inventor {
	return &Inventor{random: rand.New(rand.NewPCG(seed, 17)), Start: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC), PerDay: 40, world: newWorld(40)}
}

// newWorld is one of so many reports a day.
func newWorld(perDay int) world {
	var v world
	taken := map[string]bool{}
	for _, s := range sides {
		taken[code(s)] = true
	}
	v.sides = invented(sides, max(len(sides), perDay/5), func(name string) bool {
		fresh := !taken[code(name)]
		taken[code(name)] = true
		return fresh
	})
	v.towns = invented(towns, max(len(towns), perDay), nil)
	v.lasts = invented(lasts, max(len(lasts), perDay), nil)
	for _, name := range invented(nil, 10_000, nil) {
		v.words = append(v.words, strings.ToLower(name))
	}
	return v
}

// code is what stands for an ISO code of an invented country.
func code(side string) string { return strings.ToUpper(side[:3]) }

// invented are so many names, some given and the others of syllables, of those
// that are fit.
func invented(given []string, n int, fit func(string) bool) []string {
	const onsets, nuclei, codas = "bdfghklmnprstvwz", "aeiou", "lmnrstkd"
	out := slices.Clone(given)
	r := rand.New(rand.NewPCG(uint64(len(given)), 5))
	letter := func(of string) byte { return of[r.IntN(len(of))] }
	for len(out) < n {
		name := []byte{letter(onsets), letter(nuclei), letter(onsets), letter(nuclei), letter(codas), letter(onsets), letter(nuclei)}
		name[0] -= 'a' - 'A'
		if fit == nil || fit(string(name)) {
			out = append(out, string(name))
		}
	}
	return out
}

var (
	sides    = []string{"Arden", "Velm", "Oster", "Brakk", "Sorrel", "Tamsin", "Ulven", "Quarrow"}
	towns    = strings.Fields("Larn Mirholt Eskby Dorvane Fennick Haldor Ilwick Jarrow Kessel Lindow Marrow Norrad Orrin Pellam Rusk Selby Tarn Ulf Varden Wex")
	firsts   = strings.Fields("Aster Brin Cado Dela Elan Faro Gwen Hale Iris Joren Kael Lira Maro Nela Orin Pia Quill Rhea Soren Tova")
	lasts    = strings.Fields("Vale Quist Marsh Holt Wren Stroud Penn Lark Dorn Fisk Gale Hurst Kemp Lowe Moss Nash Oakes Pike Rowe Sand")
	outlets  = []string{"Harbour Post", "Velm Radio", "The Oster Courier", "Ferry Times", "Northern Wire", "Coast Daily"}
	adverbs  = strings.Fields("again early late briefly heavily openly quietly twice suddenly repeatedly")
	things   = strings.Fields("harbour market bridge school depot station hospital mill quarry airfield granary tower barracks ferry road")
	issues   = strings.Fields("ceasefire prisoners withdrawal aid ferry border fishing sanctions police return")
	weapons  = strings.Fields("rockets shells mortars drones rifles mines")
	opinions = strings.Fields("unacceptable overdue possible near dead fair clear final")
)

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

// A draft is a text under way, with the places of its words.
type draft struct {
	b         strings.Builder
	sentences []rapporteur.Sentence
	begin     int
	actors    map[string]int
	f         rapporteur.Findings
}

func (d *draft) put(words string) rapporteur.Span {
	start := d.b.Len()
	d.b.WriteString(words)
	return rapporteur.Span{Start: start, End: d.b.Len()}
}

func (d *draft) end() {
	d.b.WriteString(".")
	d.sentences = append(d.sentences, rapporteur.Sentence{Span: rapporteur.Span{Start: d.begin, End: d.b.Len()}, Paragraph: len(d.sentences) / 3})
	if len(d.sentences)%3 == 0 {
		d.b.WriteString("\n\n")
	} else {
		d.b.WriteString(" ")
	}
	d.begin = d.b.Len()
}

// who writes a name and gives the participant that it is.
func (d *draft) who(name, kind, key, country string) rapporteur.Participant {
	span := d.put(name)
	i, ok := d.actors[name]
	if !ok {
		i = len(d.f.Actors)
		d.actors[name] = i
		d.f.Actors = append(d.f.Actors, rapporteur.Actor{Name: name, Kind: kind, Key: key, Country: country, Sectors: []string{"GOV"}, Of: rapporteur.None, Rule: "actor/invented"})
	}
	d.f.Actors[i].Mentions = append(d.f.Actors[i].Mentions, span)
	return rapporteur.Participant{Name: name, Actor: i, Spans: []rapporteur.Span{span}}
}

func (v *Inventor) state(d *draft, i int) rapporteur.Participant {
	return d.who(v.sides[i], rapporteur.ActorState, code(v.sides[i]), code(v.sides[i]))
}

// word is one that no other report need have in such company.
func (v *Inventor) word() string { return pick(v.random, v.words) }

// Next is the next report, read.
func (v *Inventor) Next() *rapporteur.Reading {
	r := v.random
	if v.made == 0 {
		v.world = newWorld(v.PerDay)
	}
	day := v.Start.AddDate(0, 0, v.made/v.PerDay)
	v.made++
	d := &draft{actors: map[string]int{}}
	a := r.IntN(len(v.sides))
	b := (a + 1 + r.IntN(2)) % len(v.sides) // each has it out with its neighbours
	for n := 14 + r.IntN(14); n > 0; n-- {
		switch r.IntN(7) {
		case 0, 1:
			v.attack(d, day, a, b)
		case 2, 3:
			v.saying(d, a)
		case 4:
			v.meeting(d, day, a, b)
		default:
			for range 2 + r.IntN(2) {
				d.put("The")
				for range 10 + r.IntN(8) {
					d.put(" " + v.word())
				}
				d.end()
			}
		}
	}
	if r.IntN(3) > 0 {
		v.talks(d, a, b)
	}
	outlet := pick(r, outlets)
	article := &rapporteur.Article{
		Ref: fmt.Sprintf("invented/%d", v.made), Text: d.b.String(), Title: fmt.Sprintf("%s and %s: report %d", v.sides[a], v.sides[b], v.made),
		URL: fmt.Sprintf("https://%s.example/%d", strings.ToLower(strings.ReplaceAll(outlet, " ", "-")), v.made), Publisher: outlet, Language: "en", Published: day,
	}
	return &rapporteur.Reading{Document: &rapporteur.Document{Article: article, Reader: "invented", Sentences: d.sentences}, Findings: &d.f}
}

func (v *Inventor) attack(d *draft, day time.Time, a, b int) {
	r := v.random
	back := r.IntN(4)
	on := day.AddDate(0, 0, -back)
	e := rapporteur.Event{Type: "ASSAULT", Mode: "heavy-weapons", Contexts: []string{"military"}, CAMEO: "19", Status: rapporteur.StatusHappened, Statement: rapporteur.None, Sentence: len(d.sentences), Rule: "event/invented"}
	e.Actors = []rapporteur.Participant{v.state(d, a)}
	d.put(" " + v.word() + " forces " + pick(r, adverbs) + " ")
	e.Anchor = d.put("fired")
	d.put(" " + pick(r, weapons) + " at a " + v.word() + " " + pick(r, things) + " of ")
	e.Recipients = []rapporteur.Participant{v.state(d, b)}
	d.put(" near ")
	town := r.IntN(len(v.towns))
	e.Place = v.towns[town]
	e.PlaceSpan = d.put(v.towns[town])
	e.Country = code(v.sides[b])
	d.f.Places = append(d.f.Places, rapporteur.Place{Span: e.PlaceSpan, Name: v.towns[town], Kind: "PPL", Country: e.Country, GeoNamesID: 900_000_000 + town, Lat: 50 + float64(town%20)/7, Lon: float64(town) / 30, Resolved: true, Sentence: len(d.sentences), Rule: "place/invented"})
	d.put(" ")
	e.DateSpan = d.put("on " + on.Weekday().String())
	e.Date = on.Format(time.DateOnly)
	d.f.Dates = append(d.f.Dates, rapporteur.Date{Span: e.DateSpan, Type: rapporteur.DateDay, Value: e.Date, From: e.Date, To: e.Date, Sentence: len(d.sentences), Rule: "date/invented"})
	if r.IntN(2) == 0 {
		n := 1 + r.IntN(40)
		d.put(", killing ")
		span := d.put(fmt.Sprintf("%d civilians", n))
		d.f.Figures = append(d.f.Figures, rapporteur.Figure{Measure: rapporteur.MeasureKilled, Of: "civilians", Value: float64(n), Unit: "people", Span: span, Place: e.Place, Date: e.Date, Statement: rapporteur.None, Sentence: len(d.sentences), Rule: "figure/invented"})
	}
	d.f.Events = append(d.f.Events, e)
	d.end()
}

// person is somebody of a country: families stay in theirs.
func (v *Inventor) person(d *draft, of int) rapporteur.Participant {
	r := v.random
	family := of + len(v.sides)*r.IntN(len(v.lasts)/len(v.sides))
	return d.who(pick(r, firsts)+" "+v.lasts[family], rapporteur.ActorPerson, "", code(v.sides[of]))
}

func (v *Inventor) saying(d *draft, a int) {
	r := v.random
	d.put("“")
	content := d.put(fmt.Sprintf("The %s %s of %s is %s, and %s %s %s is %s", v.word(), pick(r, issues), pick(r, v.towns), v.word(), v.word(), pick(r, issues), v.word(), pick(r, opinions)))
	d.put("”, ")
	cue := d.put("said")
	d.put(" ")
	speaker := v.person(d, a)
	d.f.Statements = append(d.f.Statements, rapporteur.Statement{Speaker: speaker, Cue: cue, Content: []rapporteur.Span{content}, Kind: rapporteur.KindDirect, Sourcing: rapporteur.SourcingNamed,
		Addressee: rapporteur.Participant{Actor: rapporteur.None}, Sentence: len(d.sentences), Rule: "statement/invented"})
	d.end()
}

func (v *Inventor) meeting(d *draft, day time.Time, a, b int) {
	r := v.random
	e := rapporteur.Event{Type: "CONSULT", Mode: "visit", CAMEO: "04", Status: rapporteur.StatusHappened, Statement: rapporteur.None, Sentence: len(d.sentences), Rule: "event/invented", Country: "GBR"}
	first := v.person(d, a)
	d.put(" of " + v.sides[a] + " ")
	e.Anchor = d.put("met")
	d.put(" ")
	second := v.person(d, b)
	e.Actors = []rapporteur.Participant{first, second}
	d.put(" " + pick(r, adverbs) + " in ")
	e.Place = pick(r, v.towns)
	e.PlaceSpan = d.put(e.Place)
	e.Date = day.AddDate(0, 0, -1).Format(time.DateOnly)
	d.put(" ")
	e.DateSpan = d.put("the day before")
	d.f.Events = append(d.f.Events, e)
	d.end()
}

func (v *Inventor) talks(d *draft, a, b int) {
	r := v.random
	t := rapporteur.Talks{Stage: rapporteur.StageUnderWay, Rule: "talks/invented"}
	d.put("Delegates of ")
	t.Parties = append(t.Parties, v.state(d, a))
	d.put(" and ")
	t.Parties = append(t.Parties, v.state(d, b))
	d.put(" ")
	t.StageSpan = d.put("met")
	d.put(" for ")
	issue := pick(r, issues)
	t.Subject = issue
	t.Spans = []rapporteur.Span{d.put("talks")}
	d.put(" on " + issue + " in ")
	t.Venue = pick(r, v.towns)
	t.VenueSpan = d.put(t.Venue)
	d.end()
	d.put(v.sides[a] + " ")
	t.Positions = []rapporteur.Position{{Actor: v.sides[a], Stance: pick(r, []string{"demands", "offers", "rejects", "open-to"}), Issue: issue, Span: d.put("spoke of the " + issue), Rule: "talks/invented"}}
	d.put(" and ")
	t.Proposals = []rapporteur.Proposal{{By: v.sides[b], Span: d.put("a plan"), Rule: "talks/invented"}}
	d.put(" with ")
	t.Proposals[0].Terms = []rapporteur.Term{{Kind: "ceasefire", Span: d.put(fmt.Sprintf("a truce of %d days", 5+r.IntN(60))), Rule: "talks/invented"}}
	d.end()
	d.f.Talks = append(d.f.Talks, t)
}
