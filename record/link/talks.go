package link

import (
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"rapporteur"
	"rapporteur/knowledge/linking"
)

// Talks is one negotiation as one report shows it.
type Talks struct {
	Article   string   `json:"article"`
	Published string   `json:"published,omitempty"` // YYYY-MM-DD
	Subject   string   `json:"subject,omitempty"`
	Kind      string   `json:"kind,omitempty"`   // what is negotiated, of knowledge/linking/disputes.tsv; "" where nothing tells
	Matter    string   `json:"matter,omitempty"` // what is at stake, of the same table
	Sides     []Side   `json:"sides,omitempty"`
	Mediators []Side   `json:"mediators,omitempty"`
	Venue     string   `json:"venue,omitempty"` // in the report's words
	Stage     string   `json:"stage,omitempty"`
	Dispute   []string `json:"dispute,omitempty"` // stems of the words that say what it is about
	Issues    []string `json:"issues,omitempty"`  // of knowledge/linking/issues.tsv, that anybody takes a position on
}

// Negotiations are the talks of findings, in step with f.Talks. who are the
// identities of its actors.
func Negotiations(a *rapporteur.Article, f *rapporteur.Findings, who []Identity) []Talks {
	out := make([]Talks, len(f.Talks))
	for i := range f.Talks {
		out[i] = talksOf(a, f, who, i)
	}
	return out
}

func talksOf(a *rapporteur.Article, f *rapporteur.Findings, who []Identity, i int) Talks {
	t := &f.Talks[i]
	out := Talks{
		Article: a.ID(), Subject: t.Subject, Sides: sidesOf(f, who, t.Parties), Mediators: sidesOf(f, who, t.Mediators),
		Venue: t.Venue, Stage: t.Stage,
	}
	if !a.Published.IsZero() {
		out.Published = a.Published.Format(time.DateOnly)
	}
	out.Kind, out.Matter = disputeOf(t)
	out.Issues = issuesOf(t)
	out.Dispute = slices.DeleteFunc(tellingWords(t.Subject, out.Sides, ""), func(w string) bool { return pale[w] })
	return out
}

// issuesOf are the names of the issues that positions and sticking points are on,
// ascending.
func issuesOf(t *rapporteur.Talks) []string {
	var out []string
	for _, p := range t.Positions {
		out = append(out, IssueOf(p.Issue).Kinds...)
	}
	for _, s := range t.StickingPoints {
		out = append(out, IssueOf(s.Issue).Kinds...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// disputeOf is the kind and the matter that the subject, the terms, the positions
// and the sticking points of talks show most; the subject counts for three of the
// others. What only one of these others shows is no name for the talks.
func disputeOf(t *rapporteur.Talks) (kind, matter string) {
	subject := stemsOf(t.Subject)
	var said []stemSet
	for _, p := range t.Positions {
		said = append(said, stemsOf(p.Issue))
	}
	for _, s := range t.StickingPoints {
		said = append(said, stemsOf(s.Issue))
	}
	best := 0
	for _, d := range disputes() {
		points := 0
		if slices.ContainsFunc(d.phrases, subject.speakOf) {
			points += 3
		}
		for _, s := range said {
			if slices.ContainsFunc(d.phrases, s.speakOf) {
				points++
			}
		}
		for _, p := range t.Proposals {
			for _, term := range p.Terms {
				if slices.Contains(d.terms, term.Kind) {
					points++
				}
			}
		}
		if points > best {
			best, kind, matter = points, d.kind, d.matter
		}
	}
	if best < 2 {
		kind = ""
	}
	return kind, matter
}

// A dispute is a row of the table of disputes, in stems.
type dispute struct {
	kind, matter string
	terms        []string
	phrases      []linking.Phrase
}

var disputes = sync.OnceValue(func() []dispute {
	var out []dispute
	for _, d := range linking.Disputes() {
		out = append(out, dispute{d.Kind, d.Matter, d.Terms, stemmed(d.Phrases)})
	}
	return out
})

// How long talks may not be heard of, in days, and still be the same: with two
// sides known to be the same; where one of them is no state, which has one matter
// to settle with another side, and it is this; and with one side.
const (
	silence      = 120
	longSilence  = 240
	shortSilence = 45
)

// Keys are pairs of sides at one table, and each side with the matter, for two
// stretches of months, each half of which the next one shares: reports meet that
// are no further apart than silence, and a process of many reports has few keys.
// Two states have much to settle with each other: what they share is the pair
// with the matter, with a word of the dispute, or with the fortnight.
func (x Talks) Keys() []string {
	day, err := time.Parse(time.DateOnly, x.Published)
	if err != nil {
		return nil
	}
	labels := x.labels()
	month := day.Year()*12 + int(day.Month()) - 1
	var out []string
	add := func(unit string, at, half int, part string) {
		for _, n := range []int{at / half, at/half - 1} {
			out = append(out, unit+strconv.Itoa(half)+":"+strconv.Itoa(n)+" "+part)
		}
	}
	for i, a := range labels {
		for _, b := range labels[i+1:] {
			pair := a.name + ", " + b.name
			if !a.state || !b.state {
				add("m", month, 8, pair)
				continue
			}
			add("d", dayNumber(x.Published), shortSilence/3+1, pair)
			if x.Matter != "" {
				add("m", month, 4, pair+" on "+x.Matter)
			}
			for _, w := range slices.Concat(x.Dispute, x.Issues) {
				add("m", month, 4, pair+": "+w)
			}
		}
		if x.Matter != "" {
			add("m", month, 2, a.name+" on "+x.Matter)
		}
	}
	return out
}

// A label is what a side may be called in another report.
type label struct {
	name  string
	state bool
}

// labels are those of the sides, ascending, at most six.
func (x Talks) labels() []label {
	var out []label
	for _, s := range x.Sides {
		l := label{s.Root, s.Root != "" && s.Root == s.Country}
		switch {
		case l.name != "":
		case s.Self != "":
			l.name = s.Self
		case s.Noun != "":
			l.name = "the " + s.Noun
		}
		if l.name != "" && !slices.Contains(out, l) {
			out = append(out, l)
		}
	}
	slices.SortFunc(out, func(a, b label) int { return strings.Compare(a.name, b.name) })
	return out[:min(len(out), 6)]
}

// Same reports whether x and y are one process: the same sides at one table, over
// the same matter, near enough in time.
func (x Talks) Same(y Talks) (why string, same bool) {
	if x.Article > y.Article {
		x, y = y, x // what is said of two is said of them in either order
	}
	gap := Apart(x.Published, y.Published)
	switch {
	case x.Article == y.Article:
		return "two negotiations of one report", false
	case gap > longSilence:
		return "too far apart in time", false
	}
	words := common(x.Dispute, y.Dispute) + common(x.Issues, y.Issues)
	if x.Matter != "" && y.Matter != "" && x.Matter != y.Matter && words == 0 {
		return "one on " + min(x.Kind, y.Kind) + ", the other on " + max(x.Kind, y.Kind), false
	}
	if x.Matter != y.Matter && words == 0 && gap > shortSilence/3 && x.states() && y.states() {
		return "of states, but not plainly over the same matter", false
	}
	met, missing := tables(x.Sides, y.Sides)
	if gap > silence && !(met >= 2 && x.Matter != "" && x.Matter == y.Matter && group(x.Sides, y.Sides)) {
		return "too far apart in time", false
	}
	switch {
	case missing > 0 && met < 2:
		return "of other sides", false
	case missing > met:
		return "mostly of other sides", false
	case met >= 2:
		return "of the same sides" + over(x, y), true
	case met == 0:
		return "no side is known to be the same", false
	case gap > shortSilence:
		return "one side is the same, but long after", false
	case x.Matter == "" || x.Matter != y.Matter:
		return "one side is the same, the matter not plainly", false
	}
	// An armed group or a union has one negotiation at a time, a state has many.
	if group(x.Sides, y.Sides) && missing == 0 {
		return "one side is the same, the other not told by both" + over(x, y), true
	}
	_, brokers := sidesAgainst(x.Mediators, y.Mediators)
	if words >= 2 || brokers > 0 || words >= 1 && x.Venue != "" && x.Venue == y.Venue {
		return "one side is the same, the other not told by both" + over(x, y), true
	}
	return "one side is the same, and little else", false
}

// group reports whether a side that is no state sits at both tables.
func group(a, b []Side) bool {
	return slices.ContainsFunc(a, func(s Side) bool {
		return s.Self != "" && s.Root != s.Country && s.Kind != rapporteur.ActorPerson &&
			slices.ContainsFunc(b, func(t Side) bool { return s.Root == t.Root && s.Root != "" })
	})
}

func over(x, y Talks) string {
	if x.Matter == y.Matter && x.Matter != "" {
		return ", over " + x.Matter
	}
	return ""
}

// states reports whether all sides are states.
func (x Talks) states() bool {
	return !slices.ContainsFunc(x.Sides, func(s Side) bool { return s.Root == "" || s.Root != s.Country })
}

// tables says how many of the sides of one table sit at the other, and how many
// of the fewer cannot.
func tables(a, b []Side) (met, missing int) {
	if len(a) > len(b) {
		a, b = b, a
	}
	taken := make([]bool, len(b))
	for _, s := range a {
		best, at := opposed, -1
		for k, t := range b {
			if taken[k] {
				continue
			}
			if n := s.atTable(t); n > best {
				best, at = n, k
			}
		}
		switch {
		case best >= called:
			met++
			taken[at] = true
		case best == opposed:
			missing++
		}
	}
	return met, missing
}

// atTable is against for those who negotiate: teachers and nurses are two sides,
// and who is called by a noun is the body that has it in its name.
func (s Side) atTable(t Side) int {
	n := s.against(t)
	if n != alike && n != unknown {
		return n
	}
	switch {
	case s.Noun != "" && t.Noun != "" && !crowd[s.Noun] && !crowd[t.Noun] && s.Noun != t.Noun:
		return opposed
	case s.Noun != "" && t.Noun != "" && s.Country == t.Country && (s.Noun == t.Noun || crowd[s.Noun] && crowd[t.Noun]):
		return called // the rebels and the insurgents of one country
	case s.named(t) || t.named(s):
		return called
	case s.Noun != "" && !crowd[s.Noun] && t.Self != "" && t.Root == t.Self && t.Kind == rapporteur.ActorOrganization:
		return opposed
	case t.Noun != "" && !crowd[t.Noun] && s.Self != "" && s.Root == s.Self && s.Kind == rapporteur.ActorOrganization:
		return opposed
	}
	return n
}

// named reports whether a side without a name is called by a noun that stands in
// the name of t: "teachers" and the "National Union of Teachers".
func (s Side) named(t Side) bool {
	return s.Self == "" && s.Noun != "" && !crowd[s.Noun] && t.Self != "" && strings.Contains(" "+t.Self+" ", " "+s.Noun+" ")
}

// crowd are stems of nouns that any armed, striking or governing side may be
// called by.
var crowd = set("rebel insurgent fighter guerrilla militant separatist opposition worker union striker employe staff labor labour govern side leader person gunman kidnapper captor faction group militia")
