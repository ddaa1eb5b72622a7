package link

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/knowledge/linking"
)

// An Identity is an actor of one report, as far as it tells who that is in
// another report.
type Identity struct {
	Name    string   `json:"name"`              // as the report has it
	Kind    string   `json:"kind"`              // one of the Actor constants
	Entry   string   `json:"entry,omitempty"`   // of the knowledge of actors: "hamas", "QAT"
	Country string   `json:"country,omitempty"` // ISO 3166-1 alpha-3
	Title   string   `json:"title,omitempty"`   // a person's office, in the report's words
	Body    string   `json:"body,omitempty"`    // entry, or folded name, of the body it belongs to
	Shorts  []string `json:"shorts,omitempty"`  // folded short forms that the report declares: "rsf"
	Month   string   `json:"month,omitempty"`   // of the report, YYYY-MM: who holds an office changes
}

// Identities are the actors of findings, in step with f.Actors.
func Identities(a *rapporteur.Article, f *rapporteur.Findings) []Identity {
	out := make([]Identity, len(f.Actors))
	for i := range f.Actors {
		out[i] = identityOf(a, f, i)
	}
	return out
}

// ActorNamed is the index in f.Actors of the actor called so, or None: proposals,
// positions and answers name their holders. Parties and mediators may be called
// otherwise than the actors they are.
func ActorNamed(f *rapporteur.Findings, name string) int {
	for i := range f.Actors {
		if f.Actors[i].Name == name {
			return i
		}
	}
	for _, t := range f.Talks {
		for _, p := range slices.Concat(t.Parties, t.Mediators) {
			if p.Name == name && p.Actor >= 0 && p.Actor < len(f.Actors) {
				return p.Actor
			}
		}
	}
	return rapporteur.None
}

// Holders are the names that a position, proposal or answer joins with "; ".
func Holders(joined string) []string {
	if joined == "" {
		return nil
	}
	return strings.Split(joined, "; ")
}

func identityOf(a *rapporteur.Article, f *rapporteur.Findings, i int) Identity {
	x := &f.Actors[i]
	out := Identity{Name: x.Name, Kind: x.Kind, Entry: x.Key, Country: x.Country, Title: strings.ToLower(x.Title), Body: bodyOf(f, i)}
	if out.Country == "" && x.Of >= 0 && x.Of < len(f.Actors) {
		out.Country = f.Actors[x.Of].Country
	}
	if !a.Published.IsZero() {
		out.Month = a.Published.Format("2006-01")
	}
	if x.Kind == rapporteur.ActorPerson || short(x.Name) {
		return out
	}
	for _, m := range x.Mentions {
		text := a.Quote(m)
		if short(text) && abbreviates(text, x.Name) && !slices.Contains(out.Shorts, folded(text)) {
			out.Shorts = append(out.Shorts, folded(text))
		}
	}
	slices.Sort(out.Shorts)
	return out
}

// bodyOf is the entry or the folded name of the body that actor i belongs to: of
// "the guerrilla delegation", which any guerrilla may have, of whose it is.
func bodyOf(f *rapporteur.Findings, i int) string {
	for range 8 {
		of := f.Actors[i].Of
		if of < 0 || of >= len(f.Actors) || of == i {
			return ""
		}
		body := &f.Actors[of]
		switch {
		case body.Key != "":
			return body.Key
		case body.Kind != rapporteur.ActorOffice && (Identity{Name: body.Name}).proper():
			return folded(body.Name)
		}
		i = of
	}
	return ""
}

// rootOf is the actor that stands at the top of those that actor i belongs to:
// the state of an army, the group of its officials.
func rootOf(f *rapporteur.Findings, i int) int {
	for range 8 {
		of := f.Actors[i].Of
		if of < 0 || of >= len(f.Actors) || of == i {
			break
		}
		i = of
	}
	return i
}

// Keys are the names under which the same actor may stand in other reports. One
// who is nobody in particular has none: a bare surname, "protesters", "the
// foreign minister" of a country that the report does not tell.
func (x Identity) Keys() []string {
	if x.Entry != "" {
		return []string{"entry " + x.Entry}
	}
	switch x.Kind {
	case rapporteur.ActorPerson:
		parts := personParts(x.Name)
		if len(parts) < 2 || len(parts[0]) < 2 {
			return nil
		}
		return []string{"person " + sound(parts[0]) + " " + sound(parts[len(parts)-1])}
	case rapporteur.ActorOffice:
		if office := x.office(); office != "" && x.Country != "" && x.Month != "" {
			return []string{"office " + x.Country + " " + office + " " + x.Month}
		}
		return nil
	case rapporteur.ActorPeople, rapporteur.ActorState:
		return nil
	}
	if organ := x.organ(); organ != "" {
		if x.Country == "" {
			return nil
		}
		return []string{"organ " + x.Country + " " + organ}
	}
	name := folded(x.Name)
	if !x.proper() || name == "" {
		return nil
	}
	out := []string{"body " + name}
	for _, s := range x.Shorts {
		out = append(out, "body "+s)
	}
	return out
}

// Same reports whether x and y are the same actor.
func (x Identity) Same(y Identity) (why string, same bool) {
	if cmp.Or(strings.Compare(x.Name, y.Name), strings.Compare(x.Kind, y.Kind), strings.Compare(x.Country, y.Country), strings.Compare(x.Body, y.Body)) > 0 {
		x, y = y, x // what is said of two is said of them in either order
	}
	switch {
	case x.Entry != "" || y.Entry != "":
		if x.Entry != y.Entry {
			return "different entries of the knowledge of actors", false
		}
		return "the same entry of the knowledge of actors, " + x.Entry, true
	case x.class() != y.class():
		return "one is " + x.class() + ", the other " + y.class(), false
	case x.Country != "" && y.Country != "" && x.Country != y.Country:
		return "of " + countryName(x.Country) + " and of " + countryName(y.Country), false
	case len(x.Keys()) == 0 || len(y.Keys()) == 0:
		return "no name by which to know them in another report", false
	}
	switch x.Kind {
	case rapporteur.ActorPerson:
		return x.samePerson(y)
	case rapporteur.ActorOffice:
		if x.office() != y.office() || x.Month != y.Month {
			return "offices of different names or months", false
		}
		return "who was " + x.office() + " of " + countryName(x.Country) + " in " + x.Month, true
	}
	if x.organ() != "" || y.organ() != "" {
		if x.organ() != y.organ() {
			return "different organs", false
		}
		return "the " + x.organ() + " of " + countryName(x.Country), true
	}
	u, v := folded(x.Name), folded(y.Name)
	switch {
	case u == v && !short(x.Name):
		return "the same name", true
	case u == v && x.Country != y.Country:
		return "the same letters, which may stand for two names", false
	case u == v:
		return "the same letters and country", true
	case x.Country != y.Country:
		return "a short form of a name, but not plainly of the same country", false
	case slices.Contains(x.Shorts, v):
		return y.Name + " is short for " + x.Name, true
	case slices.Contains(y.Shorts, u):
		return x.Name + " is short for " + y.Name, true
	}
	return "different names", false
}

func (x Identity) samePerson(y Identity) (why string, same bool) {
	a, b := personParts(x.Name), personParts(y.Name)
	first, last := a[0] == b[0], a[len(a)-1] == b[len(b)-1]
	switch {
	case sound(a[0]) != sound(b[0]) || sound(a[len(a)-1]) != sound(b[len(b)-1]):
		return "different names", false
	case !agreeing(a[1:len(a)-1], b[1:len(b)-1]):
		return "different middle names", false
	case x.Body != "" && y.Body != "" && x.Body != y.Body && (x.Country == "" || y.Country == ""):
		return "of different bodies", false
	}
	supported := x.Country != "" && x.Country == y.Country || x.Body != "" && x.Body == y.Body
	common := linking.Spelling(a[0]) != "" && linking.Spelling(a[len(a)-1]) != ""
	switch {
	case common && !(supported && (x.Title == y.Title || x.Body != "" && x.Body == y.Body)):
		return "a name that many bear, and nothing else that shows them to be one", false
	case first && last:
		return "the same name", true
	case supported:
		return "spellings of one name, and of the same country or body", true
	}
	return "spellings that may be of one name, and nothing else that shows it", false
}

// agreeing reports whether what two people have between given name and surname
// does not tell them apart: one without any may be the other.
func agreeing(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, p := range a {
		if !slices.ContainsFunc(b, func(q string) bool {
			return sound(p) == sound(q) || len(p) == 1 && q[0] == p[0] || len(q) == 1 && p[0] == q[0]
		}) {
			return false
		}
	}
	return true
}

// class is what an identity is, as far as two that differ in it are never one:
// readers take a party for a group or a front for an organization.
func (x Identity) class() string {
	switch x.Kind {
	case rapporteur.ActorArmedGroup, rapporteur.ActorOrganization:
		return "a body"
	case rapporteur.ActorGovernment:
		return "an organ of state"
	}
	return "a " + x.Kind
}

// proper reports whether the name of a body is a name: one with a capital in
// every word that is no particle, or an abbreviation.
func (x Identity) proper() bool {
	if roles()[folded(x.Name)] {
		return false // "Police", at the start of a sentence
	}
	capital := false
	name, _, _ := strings.Cut(x.Name, " (")
	for i, w := range strings.Fields(name) {
		r, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(r):
			capital = true
		case i > 0 && (len(w) <= 3 || strings.Contains(w, "-")):
		default:
			return false
		}
	}
	return capital
}

// office is what the holder of an office is called, without the country, where
// one alone holds it at a time.
func (x Identity) office() string {
	noun := withoutCountry(x.Name, x.Country)
	if single()[noun] && !strings.HasSuffix(strings.ToLower(x.Name), "s") {
		return noun
	}
	return ""
}

// organ is what an organ of a state is called where it bears no name of its
// own: "army" of "the Israeli army".
func (x Identity) organ() string {
	if x.Kind != rapporteur.ActorGovernment {
		return ""
	}
	noun := withoutCountry(x.Name, x.Country)
	if organs()[noun] {
		return noun
	}
	return ""
}
