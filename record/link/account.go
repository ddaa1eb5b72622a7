package link

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur"
	"rapporteur/knowledge/gazetteer"
)

// Keys are what the event shares with other accounts of it: its type, a day, and
// two of who took part, where, how many and how; a town, a person, a group or a
// number alone, too, but no state, since on a busy day a state does much.
func (x Event) Keys() []string {
	var parts, alone []string
	add := func(s string, fine bool) {
		if len(parts) < 4 && !slices.Contains(parts, s) {
			parts = append(parts, s)
			if fine {
				alone = append(alone, s)
			}
		}
	}
	if x.Place != "" && !x.Wide {
		add("in "+cmp.Or(gazetteer.Variant(x.Place), x.Place), true)
	}
	for _, c := range x.Counts {
		if !c.Vague && c.Value > 3 {
			add(c.Measure+" "+strconv.FormatFloat(c.Value, 'g', 6, 64), true)
			break
		}
	}
	for _, s := range slices.Concat(x.Actors, x.Recipients) {
		switch {
		case s.Root != "":
			add(s.Root, s.Root != s.Country)
		case s.Self != "":
			add(s.Self, true)
		}
	}
	if len(parts) < 3 && x.Mode != "" {
		add("by "+x.Mode, false)
	}
	if len(parts) < 3 && x.Country != "" {
		add("in "+x.Country, false)
	}
	slices.Sort(parts)
	var out []string
	for _, day := range x.days() {
		for _, a := range alone {
			out = append(out, day+" "+x.Type+" "+a)
		}
		for i := range parts {
			for k := i + 1; k < len(parts); k++ {
				out = append(out, day+" "+x.Type+" "+parts[i]+", "+parts[k])
			}
		}
	}
	return out
}

// days are those on which the event may have been, as far as keys tell: the
// first of a short stretch, the month of a long one; without a date, the day of
// publication and the one before. What is long past is told by its month in some
// reports and by its day in others.
func (x Event) days() []string {
	switch {
	case x.From != "" && Apart(x.From, x.To) > 3:
		return []string{x.From[:7]}
	case x.From != "" && (x.Historical || x.Published != "" && Apart(x.From, x.Published) > 40):
		return []string{x.From, x.From[:7]}
	case x.From != "":
		return []string{x.From}
	case x.Published == "" || x.Historical:
		return nil
	}
	return []string{x.Published, daysBefore(x.Published, 1)}
}

// enough is how much must show that two accounts are of one event. Two that agree
// in day, doer and place have 4.75 or more, in day, doer and target alike 4.5.
const enough = 4.0

// Of deeds there are many in a day: that the sides are the same shows nothing
// unless a place, a number or words do so, too.
var deeds = set("ASSAULT COERCE MOBILIZE PROTEST RETREAT AID")

const enoughBesides = 1.0

// enoughOfOne is what who, where or how many must show, one of them: a town near by,
// a number, a side. Words alone make chains of all that is told of one uproar.
const enoughOfOne = 0.75

// mediation is the mode of what brokers do: they sit at the table, too, but what
// they did is not that the two sides met.
const mediation = "third-party"

// byMode are the types whose modes are different acts: who expels does not
// recall, who releases does not withdraw. Of an assault two reports may name the
// aircraft and the explosion.
var byMode = set("SANCTION COERCE RETREAT PROTEST AID")

// Same reports whether x and y are accounts of one event: of one type and one
// reality, with nothing that contradicts, and with enough that agrees.
func (x Event) Same(y Event) (why string, same bool) {
	if x.Article > y.Article {
		x, y = y, x // what is said of two is said of them in either order
	}
	switch {
	case x.Article == y.Article:
		return "a report tells of an event once", false
	case x.Type != y.Type:
		return "of different types, " + min(x.Type, y.Type) + " and " + max(x.Type, y.Type), false
	case x.Reality != y.Reality && !disputed(x, y):
		return "one is " + min(x.Reality, y.Reality) + ", the other " + max(x.Reality, y.Reality), false
	case x.Mode != "" && y.Mode != "" && x.Mode != y.Mode && (byMode[x.Type] || x.Mode == "phone" || y.Mode == "phone"):
		return "one was " + x.Mode + ", the other " + y.Mode, false
	case (x.Mode == mediation) != (y.Mode == mediation):
		return "one is the meeting, the other its mediation", false
	}
	var total, besides, most float64 // most is the most that who, where or how many shows
	var reasons []string
	for i, ask := range []func(x, y Event) (string, float64){sameTime, sameSides, samePlace, sameCounts, sameWords} {
		reason, points := ask(x, y)
		if points <= never {
			return reason, false
		}
		if total += points; i > 1 {
			besides += points
		}
		if 0 < i && i < 4 {
			most = max(most, points)
		}
		if reason != "" {
			reasons = append(reasons, reason)
		}
	}
	if x.Mode != "" && x.Mode == y.Mode {
		total += 0.5
	}
	if target, _ := sidesAgainst(x.Recipients, y.Recipients); target == called {
		besides += 0.5 // a school, a mayor, a market: they say more than that the sides are one
	}
	if onePerson(x.Actors, y.Actors) {
		besides++ // of a man or woman by name one deed is told of a day: he resigned
	}
	if most < enoughOfOne {
		return "the day and the words are alike, but neither who, nor where, nor how many", false
	}
	if total < enough || (deeds[x.Type] || x.Reality != y.Reality) && besides < enoughBesides {
		return "too little shows them to be one: " + strings.Join(reasons, ", "), false
	}
	return strings.Join(reasons, ", "), true
}

// onePerson reports whether somebody by name stands in both lists.
func onePerson(a, b []Side) bool {
	return slices.ContainsFunc(a, func(s Side) bool {
		return s.Kind == rapporteur.ActorPerson && s.Self != "" && slices.ContainsFunc(b, func(t Side) bool { return t.Self == s.Self })
	})
}

// disputed reports whether one account tells of what the other denies. They are of
// one event only where both give the day and the doer: a denial of "any attack"
// is of no certain one. The group then shows both.
func disputed(x, y Event) bool {
	if !(x.Reality == "denied" && y.Reality == "real" || x.Reality == "real" && y.Reality == "denied") || x.From == "" || x.From != y.From || x.To != y.To {
		return false
	}
	doer, _ := sidesAgainst(x.Actors, y.Actors)
	return doer >= oneRoot
}

// never is what speaks against two accounts more than all that can speak for them.
const never = -100

// sameTime asks when. A report that gives no day tells most likely of what was
// new when it was published.
func sameTime(x, y Event) (string, float64) {
	switch {
	case x.From != "" && y.From != "":
		switch long := max(Apart(x.From, x.To), Apart(y.From, y.To)); {
		case x.From > y.To || y.From > x.To:
			return "on different days", never
		case long == 0:
			return "on " + x.From, 2
		case long <= 7:
			return "about " + max(x.From, y.From), 1
		}
		return "about " + max(x.From, y.From), 0.5
	case x.Historical || y.Historical:
		return "long ago, on no certain day", never
	case x.From == "" && y.From == "":
		if x.Published == "" || y.Published == "" || Apart(x.Published, y.Published) > 1 {
			return "reported days apart", never
		}
		return "reported in the same days", 0.5 - 0.5*float64(Apart(x.Published, y.Published))
	}
	if x.From == "" {
		x, y = y, x
	}
	gap := Apart(x.To, y.Published)
	if y.Published == "" || gap > 1 || x.From > y.Published {
		return "on a day that the other report does not tell", never
	}
	return "on " + x.From + ", which the other report does not tell", 1.2 - 0.4*float64(gap)
}

// sameSides asks who, and to whom.
func sameSides(x, y Event) (string, float64) {
	if mutual[x.Type] {
		return sameTable(slices.Concat(x.Actors, x.Recipients), slices.Concat(y.Actors, y.Recipients))
	}
	doer, _ := sidesAgainst(x.Actors, y.Actors)
	target, _ := sidesAgainst(x.Recipients, y.Recipients)
	switch {
	case doer == opposed:
		return "done by others", never
	case target == opposed:
		return "done to others", never
	}
	points := weight[doer] + weight[target]
	if a, b := nouns(x.Recipients), nouns(y.Recipients); target < oneRoot && len(a) > 0 && len(b) > 0 && common(a, b) == 0 {
		points--
	}
	switch {
	case doer >= oneRoot && target >= oneRoot:
		return "of the same sides", points
	case doer >= oneRoot:
		return "of the same doer", points
	case target >= oneRoot:
		return "of the same target", points
	}
	return "", points
}

// weight is what it counts that two sides are one.
var weight = map[int]float64{alike: 0.5, called: 1.25, oneRoot: 1.25, oneState: 1.25, oneAndAll: 2}

// mutual are the types in which all who take part are alike.
var mutual = map[string]bool{"CONSULT": true, "AGREE": true, "COOPERATE": true}

// sameTable asks who met: nobody of those fewer may be missing from the others.
// Of two lists of as many, nobody of either may be.
func sameTable(a, b []Side) (string, float64) {
	n, k := seats(a), seats(b)
	if n > k {
		a, b = b, a
	}
	met, missing := attend(a, b)
	if n == k && missing == "" {
		var back map[string]bool
		back, missing = attend(b, a)
		if len(back) < len(met) {
			met = back
		}
	}
	switch {
	case missing != "":
		return missing + " is not named by the other report", never
	case len(met) == 0:
		return "", 0
	case len(met) == 1:
		return "of one same side", 1
	}
	return "of the same sides", min(1.25*float64(len(met)), 3)
}

// seats is how many different sides there are: a state and its minister are one.
func seats(of []Side) int {
	seen := map[string]bool{}
	for _, s := range of {
		seen[cmp.Or(s.Root, s.Self, s.Country+" "+s.Noun)] = true
	}
	return len(seen)
}

// attend are those of a who are in b, by side, and who is not.
func attend(a, b []Side) (met map[string]bool, missing string) {
	met = map[string]bool{}
	for _, s := range a {
		best := opposed
		for _, t := range b {
			best = max(best, s.against(t))
		}
		if best == opposed && (missing == "" || s.Name < missing) {
			missing = s.Name
		}
		if best >= oneRoot {
			met[s.Root+s.Self] = true
		}
	}
	return met, missing
}

// nouns are the nouns by which those without a name are called, ascending; those
// that say nothing are left out.
func nouns(sides []Side) []string {
	var out []string
	for _, s := range sides {
		if s.Noun != "" && !anybody[s.Noun] {
			out = append(out, s.Noun)
		}
	}
	slices.Sort(out)
	return out
}

// anybody are nouns for people and things that any other noun may stand for.
var anybody = set("person man woman civilian other member resident victim suspect city town area village site position target building child vehicle")

// samePlace asks where.
func samePlace(x, y Event) (string, float64) {
	known := x.Lat != 0 && y.Lat != 0
	switch {
	case x.Country != "" && y.Country != "" && x.Country != y.Country:
		return "in different countries", never
	case x.Place == "" || y.Place == "":
		return "", 0
	case x.Place == y.Place || x.GeoNames != 0 && x.GeoNames == y.GeoNames:
		if x.Wide {
			return "in " + min(x.Place, y.Place), 0.5
		}
		return "in " + min(x.Place, y.Place), 1.5
	case x.Wide || y.Wide || x.Near || y.Near:
		return "", 0
	case known && kilometres(x, y) < 30:
		return "near " + min(x.Place, y.Place), 0.75
	}
	return "in different places", never
}

// kilometres is the distance between two events on the sphere (haversine).
func kilometres(x, y Event) float64 {
	const radian = math.Pi / 180
	dlat, dlon := (x.Lat-y.Lat)*radian/2, (x.Lon-y.Lon)*radian/2
	h := math.Sin(dlat)*math.Sin(dlat) + math.Cos(x.Lat*radian)*math.Cos(y.Lat*radian)*math.Sin(dlon)*math.Sin(dlon)
	return 2 * 6371 * math.Asin(math.Sqrt(min(1, h)))
}

// sameCounts asks how many. Tolls rise, so that others do not contradict; numbers
// of different people do.
func sameCounts(x, y Event) (string, float64) {
	for _, c := range x.Counts {
		for _, d := range y.Counts {
			if c.Measure == d.Measure && c.Value == d.Value && !c.Vague && !d.Vague {
				points := 1.0
				if c.Value > 3 {
					points = 1.5
				}
				return c.Measure + " " + strconv.FormatFloat(c.Value, 'f', -1, 64), points
			}
		}
	}
	for _, c := range x.Counts {
		for _, d := range y.Counts {
			if c.Measure == d.Measure && (max(c.Value, d.Value) > 2*min(c.Value, d.Value) || c.Of != "" && d.Of != "" && c.Of != d.Of && !anybody[c.Of] && !anybody[d.Of]) {
				return "", -0.75
			}
		}
	}
	return "", 0
}

// sameWords asks in what words. Those of the sides and the place are counted
// already.
func sameWords(x, y Event) (string, float64) {
	points := 0.0
	for i, k := 0, 0; i < len(x.Words) && k < len(y.Words); {
		switch strings.Compare(x.Words[i], y.Words[k]) {
		case 0:
			points += 0.5
			i, k = i+1, k+1
		case -1:
			i++
		default:
			k++
		}
	}
	return "", min(points, 2.5)
}

// Apart is the number of days from one day to another, whichever is first; many
// where one is no day.
func Apart(a, b string) int {
	x, y := dayNumber(a), dayNumber(b)
	if x == noDay || y == noDay {
		return 1 << 20
	}
	return max(x-y, y-x)
}

// noDay is the number of what is no day: far from all.
const noDay = -1 << 30

// dayNumber counts days, YYYY-MM-DD, from the first of the year nought. Mentions
// are compared by their days so often that time.Parse would take a tenth of the
// time of adding a report.
func dayNumber(day string) int {
	if len(day) != len(time.DateOnly) || day[4] != '-' || day[7] != '-' {
		return noDay
	}
	y, m, d := digits(day[:4]), digits(day[5:7]), digits(day[8:])
	if y < 0 || m < 1 || m > 12 || d < 1 || d > 31 {
		return noDay
	}
	// March is the first month, so that the day that leap years have is the last.
	if m -= 3; m < 0 {
		y, m = y-1, m+12
	}
	return 365*y + y/4 - y/100 + y/400 + (153*m+2)/5 + d
}

// digits is the number that s writes, -1 where it writes none.
func digits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = 10*n + int(s[i]-'0')
	}
	return n
}

func daysBefore(day string, n int) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, -n).Format(time.DateOnly)
}
