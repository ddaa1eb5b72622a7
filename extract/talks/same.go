package talks

import (
	"slices"
	"strings"

	"rapporteur"
)

// merged joins sides that are one: a union and its strikers, a group and those
// who are called by what they do.
func (f *finder) merged(in []side) []side {
	var out []side
	for _, s := range in {
		same := slices.IndexFunc(out, func(o side) bool { return f.oneSide(o.actor, s.actor) })
		if same < 0 {
			out = append(out, s)
			continue
		}
		o := &out[same]
		if f.better(s.actor, o.actor) {
			o.actor = s.actor
		}
		o.weight += s.weight
		o.spans = append(o.spans, s.spans...)
	}
	return out
}

func (f *finder) oneSide(a, b int) bool {
	x, y := f.who(a), f.who(b)
	switch {
	case primary(x) == "EUR" && primary(y) == "EUR" && (x.Of == b || y.Of == a):
		return true // "European Union countries"
	case x.Name == "union" && f.unionised(b) || y.Name == "union" && f.unionised(a):
		return true
	case staff(x) && staff(y) && (sector(x, "LAB") || sector(y, "LAB")):
		return true
	case x.Kind == rapporteur.ActorOrganization && y.Kind == rapporteur.ActorOrganization && (holdsName(x.Name, y.Name) || holdsName(y.Name, x.Name)):
		return true
	case x.Kind == y.Kind && x.Key == "" && y.Key == "" && (plainOf(x.Name, y.Name) || plainOf(y.Name, x.Name)):
		return true // "14 hospitals" and "the hospitals"
	case x.Name == "government" && x.Country == "":
		return y.Kind == rapporteur.ActorState || y.Kind == rapporteur.ActorGovernment
	case y.Name == "government" && y.Country == "":
		return x.Kind == rapporteur.ActorState || x.Kind == rapporteur.ActorGovernment
	case x.Kind == rapporteur.ActorPeople && y.Kind == rapporteur.ActorArmedGroup:
		return strings.HasPrefix(y.Name, x.Name+" ") // "Vell demands" and "Vell rebels"
	case y.Kind == rapporteur.ActorPeople && x.Kind == rapporteur.ActorArmedGroup:
		return strings.HasPrefix(x.Name, y.Name+" ")
	case primary(x) == "OPP" && primary(y) == "OPP":
		return x.Key == "" || y.Key == ""
	case x.Kind == rapporteur.ActorArmedGroup && y.Kind == rapporteur.ActorArmedGroup:
		return criminal(x) && criminal(y) || strings.Contains(x.Name, y.Name) || strings.Contains(y.Name, x.Name) || (x.Key == "") != (y.Key == "") && f.lonely()
	}
	return false
}

// staff reports whether a is a union, or the people whom one may speak for:
// teachers, nurses.
func staff(a *rapporteur.Actor) bool {
	return sector(a, "LAB") || a.Kind == rapporteur.ActorPeople && (sector(a, "EDU") || sector(a, "MED"))
}

// plainOf reports whether a name of one word, a plural, is the last word of another.
func plainOf(short, long string) bool {
	s := strings.ToLower(short)
	return strings.HasSuffix(s, "s") && !strings.Contains(s, " ") && strings.HasSuffix(strings.ToLower(long), " "+s)
}

// holdsName reports whether a name is another one with words before or after
// it: "ruling Liberty Party" and "Liberty Party".
func holdsName(long, short string) bool {
	return strings.Contains(short, " ") && (strings.HasPrefix(long, short+" ") || strings.HasSuffix(long, " "+short))
}

// criminal reports whether a is called only by what armed men do: gunmen,
// kidnappers, captors.
func criminal(a *rapporteur.Actor) bool {
	return a.Key == "" && (sector(a, "UAF") || sector(a, "CRM"))
}

// lonely reports whether the report names but one armed group, so that those
// whom it calls rebels are of it.
func (f *finder) lonely() bool {
	n := 0
	for i := range f.count() {
		if a := f.who(i); a.Kind == rapporteur.ActorArmedGroup && a.Key != "" {
			n++
		}
	}
	return n == 1
}

// unions reports whether a is several unions told as one.
func unions(a *rapporteur.Actor) bool {
	return sector(a, "LAB") && strings.HasSuffix(a.Name, " unions")
}

// manyUnions reports whether the report names two unions or more.
func (f *finder) manyUnions() bool {
	n := 0
	for i := range f.count() {
		if a := f.who(i); a.Kind == rapporteur.ActorOrganization && sector(a, "LAB") && !unions(a) {
			n++
		}
	}
	return n > 1
}

// better reports whether a names the side that a and b are better than b does.
func (f *finder) better(a, b int) bool {
	x, y := f.who(a), f.who(b)
	if u, v := unions(x), unions(y); u != v && f.manyUnions() {
		return u // "teacher unions", of which the report names several
	}
	rank := func(v *rapporteur.Actor) int {
		switch {
		case v.Key != "" || v.Rule == "actor/organization":
			return 3
		case v.Kind == rapporteur.ActorOrganization:
			return 2
		case v.Kind == rapporteur.ActorPerson:
			return 0
		}
		return 1
	}
	return rank(x) > rank(y)
}
