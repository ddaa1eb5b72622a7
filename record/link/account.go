package link

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/knowledge/gazetteer"
)

// Keys are what the event shares with other accounts of it: its type, a day, and
// two of who took part, where, and how many.
func (x Event) Keys() []string {
	var parts []string
	add := func(s string) {
		if s != "" && len(parts) < 5 && !slices.Contains(parts, s) {
			parts = append(parts, s)
		}
	}
	for _, s := range slices.Concat(x.Actors, x.Recipients) {
		switch {
		case s.Root != "":
			add(s.Root)
		case s.Self != "":
			add(s.Self)
		case s.Noun != "":
			add("the " + s.Noun)
		}
	}
	if x.Place != "" && !x.Wide {
		add("in " + gazetteer.Variant(x.Place))
	} else if x.Country != "" {
		add("in " + x.Country)
	}
	for _, c := range x.Counts {
		if !c.Vague {
			add(c.Measure + " " + strconv.FormatFloat(c.Value, 'g', 6, 64))
			break
		}
	}
	slices.Sort(parts)
	var out []string
	for _, day := range x.days() {
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
// publication and the one before.
func (x Event) days() []string {
	switch {
	case x.From != "" && apart(x.From, x.To) > 3:
		return []string{x.From[:7]}
	case x.From != "":
		return []string{x.From}
	case x.Published == "" || x.Historical:
		return nil
	}
	return []string{x.Published, dayBefore(x.Published)}
}

// Same reports whether x and y are accounts of one event.
func (x Event) Same(y Event) (why string, same bool) {
	if x.Article == y.Article {
		return "a report tells of an event once", false
	}
	if x.Type != y.Type {
		return "of different types", false
	}
	if x.Reality != y.Reality {
		return "one is " + x.Reality + ", the other " + y.Reality, false
	}
	when, ok := x.sameTime(y)
	if !ok {
		return when, false
	}
	points, reasons := 0.0, []string{when}
	if x.From != "" && y.From != "" {
		points += 1.5
	}
	who, met, ok := x.sameSides(y)
	if !ok {
		return who, false
	}
	if who != "" {
		reasons = append(reasons, who)
	}
	points += met
	where, at, ok := x.samePlace(y)
	if !ok {
		return where, false
	}
	if where != "" {
		reasons = append(reasons, where)
	}
	points += at
	if n := common(x.Words, y.Words); n > 2 {
		points += min(2.5, float64(n)/float64(min(len(x.Words), len(y.Words)))*4)
	}
	if points < 4.5 {
		return "too little that shows them to be one (" + strings.Join(reasons, ", ") + ")", false
	}
	return strings.Join(reasons, ", "), true
}

func (x Event) sameTime(y Event) (string, bool) {
	switch {
	case x.From != "" && y.From != "":
		if x.From > y.To || y.From > x.To {
			return "on different days", false
		}
		return "of " + max(x.From, y.From), true
	case x.Historical != y.Historical:
		return "one is background", false
	case x.From != "" || y.From != "":
		day, published := x.From, y.Published
		if day == "" {
			day, published = y.From, x.Published
		}
		if published == "" || apart(day, published) > 1 || day > published {
			return "of a day that the other report does not tell", false
		}
		return "of " + day, true
	}
	if x.Published == "" || y.Published == "" || apart(x.Published, y.Published) > 1 {
		return "reported days apart", false
	}
	return "reported in the same days", true
}

func (x Event) sameSides(y Event) (string, float64, bool) {
	if mutual[x.Type] {
		best, met := sidesAgainst(slices.Concat(x.Actors, x.Recipients), slices.Concat(y.Actors, y.Recipients))
		if best == opposed {
			return "of other sides", 0, false
		}
		return "of the same sides", float64(min(met, 3)), true
	}
	doer, _ := sidesAgainst(x.Actors, y.Actors)
	target, _ := sidesAgainst(x.Recipients, y.Recipients)
	if doer == opposed || target == opposed {
		return "of other sides", 0, false
	}
	return "of the same sides", float64(doer+target) / 2, true
}

// mutual are the types in which all who take part are alike.
var mutual = map[string]bool{"CONSULT": true, "AGREE": true, "COOPERATE": true, "SUPPORT": true}

func (x Event) samePlace(y Event) (string, float64, bool) {
	switch {
	case x.Place == "" || y.Place == "":
	case x.Place == y.Place || x.GeoNames != 0 && x.GeoNames == y.GeoNames:
		if x.Wide {
			return "in " + x.Place, 0.5, true
		}
		return "in " + x.Place, 1.5, true
	case !x.Wide && !y.Wide:
		return "in different places", 0, false
	}
	if x.Country != "" && y.Country != "" && x.Country != y.Country {
		return "in different countries", 0, false
	}
	return "", 0, true
}

// apart is the number of days from one day to another, whichever is first; many
// where one is no day.
func apart(a, b string) int {
	x, err := time.Parse(time.DateOnly, a)
	y, err2 := time.Parse(time.DateOnly, b)
	if err != nil || err2 != nil {
		return 1 << 20
	}
	return int(math.Abs(x.Sub(y).Hours())/24 + 0.5)
}

func dayBefore(day string) string {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil {
		return ""
	}
	return t.AddDate(0, 0, -1).Format(time.DateOnly)
}
