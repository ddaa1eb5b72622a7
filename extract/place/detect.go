package place

import (
	"strings"

	"rapporteur"
	"rapporteur/extract/grammar"
	"rapporteur/knowledge/gazetteer"
)

// The rules by which a name is taken for that of a place.
const (
	ruleEntity   = "place/entity"   // a named entity of type Location
	ruleFacility = "place/facility" // the place in the name of a facility
	ruleSpotted  = "place/spotted"  // a name of the gazetteer that the entity model missed
	ruleMistaken = "place/mistaken" // a name of the gazetteer that the entity model took for something else
)

// found is a name of a place: tokens [first, end).
type found struct {
	span       rapporteur.Span
	first, end int
	rule       string
	plain      bool // the words beside it say that it is a place
	contained  bool // they put it in a place that is known
}

// longestName is as many tokens as a name of the gazetteer has that is looked
// for without the help of the entity model.
const longestName = 5

// detector goes over the tokens of one report.
type detector struct {
	*grammar.Tree
	located map[string]bool // folded names of the Location entities
	of      map[string]bool // countries that these and the peoples of the report point to; made when asked for
	persons map[string]bool // words of the names of persons, where these have several
	out     []found
}

// detect finds the names of places, ascending.
func detect(t *grammar.Tree) []found {
	d := &detector{Tree: t, located: map[string]bool{}, persons: map[string]bool{}}
	for _, e := range t.Entities {
		switch {
		case e.Type == rapporteur.EntityLocation:
			d.located[gazetteer.Fold(t.Text(e.Span))] = true
		case e.Type == rapporteur.EntityPerson && e.End > e.First+1:
			for i := e.First; i < e.End; i++ {
				d.persons[t.Word(i)] = true
			}
		}
	}
	next := 0
	for _, e := range t.Entities {
		d.spot(next, e.First)
		switch e.Type {
		case rapporteur.EntityLocation:
			d.location(e.First, e.End)
		case rapporteur.EntityFacility:
			d.facility(e.First, e.End)
		case rapporteur.EntityOrganization:
			d.owner(e.First, e.End)
			if d.struck(e.First) && d.facilityOf(e.First, e.End) == gazetteer.FacilitySpot {
				d.facility(e.First, e.End)
			} else {
				d.mistaken(e)
			}
		case rapporteur.EntityPerson, rapporteur.EntityMisc, rapporteur.EntityNORP:
			d.mistaken(e)
		}
		next = max(next, e.End)
	}
	d.spot(next, len(t.Tokens))
	return d.out
}

func (d *detector) add(first, end int, rule string) {
	d.out = append(d.out, found{d.SpanOf(first, end), first, end, rule, d.plain(first, end), d.contained(first, end)})
}

// plain reports whether the words beside a name say that it is a place.
func (d *detector) plain(first, end int) bool {
	if d.locative(first) || d.listed(first) {
		return true
	}
	if first > 0 {
		switch d.Word(first - 1) {
		case "at", "At", "to", "To", "of":
			return true
		}
	}
	if d.facilityOf(first, end) == gazetteer.FacilitySpot {
		return true
	}
	for _, i := range []int{first - 2, first - 1, end - 1, end} { // "the village of Velmhara", "Velmhara camp"
		if i >= 0 && i < len(d.Tokens) && (i < first || i >= end || end-first > 1) {
			if k, _ := kindOf(d.Word(i)); k != gazetteer.KindUnknown {
				return true
			}
		}
	}
	return false
}

// listed reports whether the name that begins at token i goes on a list that a
// place before it began: "Kosti, Sennar and Velmhara".
func (d *detector) listed(i int) bool {
	if n := len(d.out); n > 0 && i > 1 && (d.Word(i-1) == "," || d.Word(i-1) == "and") {
		return d.out[n-1].end == i-1 || d.out[n-1].end == i-2 && d.Word(i-2) == ","
	}
	return false
}

// facilityOf is what the words of a name say of a street, a building or a body.
func (d *detector) facilityOf(first, end int) gazetteer.Facility {
	return facilityOf(strings.Fields(d.Text(d.SpanOf(first, end))))
}

// location takes a Location entity: divided where it lists ("Paris, Texas",
// "the Donetsk and Luhansk regions"), without the words before the name
// ("the", "southern", "Israeli-occupied") and the common nouns after it.
func (d *detector) location(first, end int) {
	whole := gazetteer.Known(d.Text(d.SpanOf(first, end))) // "Bosnia and Herzegovina"
	for from := first; from < end; {
		to := from
		for to < end && (whole && d.Word(to) != "," || !whole && !d.divides(from, to)) {
			to++
		}
		d.named(from, to)
		from = to + 1
	}
}

// divides reports whether token i ends a name that began at token from.
func (d *detector) divides(from, i int) bool {
	switch d.Word(i) {
	case ",", "and", "or", "&", "/", ";", "(", ")", "to", "in", "near":
		return true
	case "'s", "’s": // "Sudan's Gezira", not "Eva's Village"
		return i > from && d.prominent(from, i)
	case "of": // "Hama province of Syria", not "Gulf of Aden"
		return i > 0 && d.lower(i-1)
	}
	return false
}

func (d *detector) named(first, end int) {
	for end > first && !d.known(first, end) && (d.lower(end-1) || d.Word(end - 1)[0] < '0') {
		end--
	}
	start := first
	for start < end && !d.known(start, end) && d.leads(start) {
		start++
	}
	if start < end && start > first && d.capital(start-1) && describes(d.Word(start-1)) && !d.familiar(start, end) {
		start = first // "West Wing" is no wing in the west
	}
	if start < end && !d.known(start, end) {
		if to := d.begins(start, end); to > start { // "San Fernando Civic Center"
			d.add(start, to, ruleEntity)
			return
		}
	}
	if start == end { // not known at all: "northern Velmhara", "Red Hills"
		for start = first; start < end && (d.lower(start) || d.Word(start) == "-"); start++ {
		}
	}
	if start < end && d.proper(start, end) {
		d.add(start, end, ruleEntity)
	}
}

// known reports whether the gazetteer has the words as a name. It overlooks
// articles and hyphens, which the span of a name must not begin with.
func (d *detector) known(first, end int) bool {
	return d.Word(first) != "the" && d.Word(first) != "-" && gazetteer.Known(d.Text(d.SpanOf(first, end)))
}

// lower reports whether token i begins with a small letter or a mark of the
// apostrophe kind, as "'s" does.
func (d *detector) lower(i int) bool {
	c := d.Word(i)[0]
	return 'a' <= c && c <= 'z' || c == '\'' || strings.HasPrefix(d.Word(i), "’")
}

// leads reports whether token i may be left off at the front of a name.
func (d *detector) leads(i int) bool {
	w := d.Word(i)
	return w == "-" || w == "The" || d.lower(i) || describes(w) || gazetteer.CountriesOfPeople(w) != nil ||
		d.Tokens[i].UPOS == "ADJ" || d.Tokens[i].UPOS == "DET" || d.Tokens[i].UPOS == "VERB" || d.Tokens[i].UPOS == "ADV"
}

// proper reports whether the words can name a place: with a capital, and not
// the people or the adjective of a country.
func (d *detector) proper(first, end int) bool {
	if end == first+1 && gazetteer.CountriesOfPeople(d.Word(first)) != nil && !d.known(first, end) {
		return false
	}
	for i := first; i < end; i++ {
		if c := d.Word(i)[0]; 'A' <= c && c <= 'Z' || c >= 0x80 || '0' <= c && c <= '9' {
			return true
		}
	}
	return false
}

// familiar reports whether the words name a well-known place, or one that the
// report names elsewhere.
func (d *detector) familiar(first, end int) bool {
	return d.prominent(first, end) || d.located[gazetteer.Fold(d.Text(d.SpanOf(first, end)))]
}

// begins is the end of the well-known name that begins tokens [first, end) and
// owns the rest; first where none does, or where the rest makes it another
// place ("Congo Basin", "Jordan River").
func (d *detector) begins(first, end int) int {
	for to := end - 1; to > first; to-- {
		if !d.familiar(first, to) {
			continue
		}
		switch k, _ := kindOf(d.Word(to)); k {
		case gazetteer.KindWater, gazetteer.KindArea:
			return first
		}
		if w := d.Word(to); w == "Basin" || w == "Plain" || w == "Plains" || w == "Hills" || w == "Heights" || w == "Coast" {
			return first
		}
		return to
	}
	return first
}

// facility takes a known facility whole, else the place that begins its name
// and says where it is: "the Rafah crossing", "Kharkiv airport". Another, "the Aster Vale
// Hospital", is told where the report puts it in a town.
func (d *detector) facility(first, end int) {
	for first < end && d.Lemma(first) == "the" {
		first++
	}
	if first == end {
		return
	}
	if d.prominent(first, end) {
		d.add(first, end, ruleFacility)
		return
	}
	for to := end - 1; to > first; to-- {
		if d.prominent(first, to) && d.followed(to) {
			d.add(first, to, ruleFacility)
			return
		}
	}
	if d.facilityOf(first, end) == gazetteer.FacilitySpot {
		d.add(first, end, ruleFacility)
	}
}

// struck reports whether what begins at token i is a place rather than a body, as the
// words before it say: "at the Aster Vale Hospital", "a strike on", "shells hit".
func (d *detector) struck(i int) bool {
	if i > 0 && d.Word(i) != "the" && d.Lemma(i-1) == "the" {
		i--
	}
	if i == 0 {
		return false
	}
	switch d.Lemma(i - 1) {
	case "at", "in", "near", "outside", "inside", "into", "hit", "strike", "shell", "bomb", "storm", "raid", "damage", "destroy", "enter":
		return true
	case "on":
		return i > 1 && (d.Lemma(i-2) == "strike" || d.Lemma(i-2) == "attack" || d.Lemma(i-2) == "raid" || d.Lemma(i-2) == "airstrike")
	}
	return false
}

// followed reports whether token i begins what a place may own: a common noun
// or an adjective ("International").
func (d *detector) followed(i int) bool {
	w := d.Word(i)
	k, _ := kindOf(w)
	return k != gazetteer.KindUnknown || w == "International" || w == "Central" || w == "University" || w == "port" || w == "Port" ||
		d.Tokens[i].UPOS == "NOUN"
}

// mistaken takes a name for that of a place against the entity model: one that
// the report uses as a place elsewhere; a country, state or capital that is no
// person; or a known name after a preposition of place ("in Decatur").
func (d *detector) mistaken(e rapporteur.Entity) {
	first, end := e.First, e.End
	for first+1 < end && d.Word(first) == "the" {
		first++
	}
	if first < end && d.contained(first, end) {
		d.add(first, end, ruleMistaken)
		return
	}
	if first == end || !d.known(first, end) || !d.opens(first) || end == first+1 && gazetteer.CountriesOfPeople(d.Word(first)) != nil {
		return
	}
	name := d.Text(d.SpanOf(first, end))
	switch {
	case d.locative(first) && (d.located[gazetteer.Fold(name)] || populous(name, locativeTown)), d.evident(first, end, e.Type):
	case gazetteer.Common(name), e.Type == rapporteur.EntityPerson && d.persons[d.Word(end-1)]:
		return
	case e.Type != rapporteur.EntityPerson && d.located[gazetteer.Fold(name)], stately(name), d.county(first, end):
	default:
		return
	}
	d.add(first, end, ruleMistaken)
}

// contained reports whether the words before and behind a name that nothing is
// known of put it in a place: "in Velm Hara, Sudan".
func (d *detector) contained(first, end int) bool {
	if first == 0 || end+1 >= len(d.Tokens) || d.Word(end) != "," || !d.capital(first) || !d.capital(end+1) || gazetteer.CountriesOfPeople(d.Word(first)) != nil {
		return false
	}
	switch d.Word(first - 1) {
	case "in", "In", "near", "Near", "outside":
	default:
		return false
	}
	to := end + 2
	for to < len(d.Tokens) && to < end+1+longestName && d.capital(to) {
		to++
	}
	for ; to > end+1; to-- {
		if d.familiar(end+1, to) {
			return true
		}
	}
	return false
}

// locative reports whether a preposition of place stands before token i, the
// article overlooked.
func (d *detector) locative(i int) bool {
	if i > 0 && (d.Word(i-1) == "the" || describes(d.Word(i-1))) && d.Word(i-1) != "in" {
		i--
	}
	if i == 0 {
		return false
	}
	switch d.Word(i - 1) {
	case "in", "near", "outside", "from", "around", "across", "into", "In", "Near", "Outside", "From", "Around", "Across", "inside", "throughout", "toward", "towards",
		"entered", "reached", "seized", "captured", "bombed", "shelled", "stormed", "besieged":
		return true
	}
	return false
}

// county reports whether tokens [first, end) name a division with its kind:
// "Madison County".
func (d *detector) county(first, end int) bool {
	k, plural := kindOf(d.Word(end - 1))
	return end > first+1 && k == gazetteer.KindDivision && !plural
}

// stately reports whether a name is that of a country, a large division or a capital.
func stately(name string) bool {
	for _, e := range gazetteer.Lookup(name) {
		if kind := gazetteer.KindOf(e.Feature); kind == gazetteer.KindCountry && (len(name) > 3 || name == strings.ToUpper(name)) ||
			len(name) > 3 && e.Match == gazetteer.MatchName && (e.Feature == "PPLC" || e.Feature == "ADM1" && e.Population > 1_000_000) {
			return true
		}
	}
	return false
}

// populous reports whether a name is the main one of a town of at least so many.
func populous(name string, least int) bool {
	for _, e := range gazetteer.Lookup(name) {
		if e.Match == gazetteer.MatchName && (e.Population >= least || gazetteer.KindOf(e.Feature) == gazetteer.KindCountry) {
			return true
		}
	}
	return false
}

// owner takes the country from a body that is named by it: "Israel's parliament".
func (d *detector) owner(first, end int) {
	for to := first + 1; to < end && to <= first+3; to++ {
		if w := d.Word(to); w == "'s" || w == "’s" {
			if d.prominent(first, to) {
				d.add(first, to, ruleEntity)
			}
			return
		}
	}
}

// spot looks for names of the gazetteer among tokens [first, end), which no
// entity covers.
func (d *detector) spot(first, end int) {
	for i := first; i < end; {
		if !d.opens(i) || d.Tokens[i].UPOS != "PROPN" && d.capital(i) {
			i++
			continue
		}
		run := i + 1
		for run < end && run < i+longestName && d.SentenceOf(run) == d.SentenceOf(i) && d.continues(run) {
			run++
		}
		taken := i
		for to := run; to > i; to-- {
			if d.capital(to-1) && d.spotted(i, to, first, end) {
				taken = to
				break
			}
		}
		if taken > i {
			d.add(i, taken, ruleSpotted)
			i = taken
			continue
		}
		// The rest of a name that is not known is no name of its own.
		for i++; i < end && d.capital(i) && d.Tokens[i].UPOS == "PROPN"; i++ {
		}
	}
}

func (d *detector) capital(i int) bool {
	c := d.Word(i)[0]
	return 'A' <= c && c <= 'Z'
}

// continues reports whether token i may stand inside a name after its first word.
func (d *detector) continues(i int) bool {
	if d.capital(i) && d.Tokens[i].UPOS == "PROPN" {
		return true
	}
	switch d.Word(i) {
	case "of", "the", "and", "-", "al", "el", "ad", "de", "la", "du", "ul", "'":
		return true
	}
	return false
}

// spotted reports whether tokens [i, to) are a name that needs no entity model:
// one that the report uses as a place elsewhere, or that of a well-known place;
// and not part of a longer name.
func (d *detector) spotted(i, to, first, end int) bool {
	if i > first && d.capital(i-1) && d.Tokens[i-1].UPOS == "PROPN" && !describes(d.Word(i-1)) {
		return false
	}
	if to < end && d.capital(to) && d.Tokens[to].UPOS == "PROPN" && d.Word(to) != "-" {
		if k, _ := kindOf(d.Word(to)); k == gazetteer.KindUnknown {
			return false
		}
	}
	if to-i == 1 && (gazetteer.CountriesOfPeople(d.Word(i)) != nil || gazetteer.Common(d.Word(i)) || describes(d.Word(i))) {
		return false
	}
	if d.located[gazetteer.Fold(d.Text(d.SpanOf(i, to)))] || d.abbreviated(i, to) || d.known(i, to) && d.evident(i, to, "") {
		return true
	}
	return d.prominent(i, to)
}

// abbreviated reports whether tokens [i, to) shorten the state that a town
// before a comma lies in: "Velm, Ill."
func (d *detector) abbreviated(i, to int) bool {
	if i < 2 || d.Word(i-1) != "," || d.Tokens[i-2].UPOS != "PROPN" || d.SpanOf(i, to).Len() > 6 {
		return false
	}
	for _, e := range gazetteer.Lookup(d.Text(d.SpanOf(i, to))) {
		if e.Feature == "ADM1" && e.Match == gazetteer.MatchSecond {
			return true
		}
	}
	return false
}

// Floors of population for a name that is taken without the entity model.
const (
	spottedTown = 150_000
	spottedPart = 2_000_000 // a second name of a city may be anything
	// After a preposition of place a smaller town does.
	locativeTown = 15_000
)

// prominent reports whether the words name a place that most readers know.
func (d *detector) prominent(first, end int) bool {
	name := d.Text(d.SpanOf(first, end))
	if len(name) < 4 && name != strings.ToUpper(name) || !d.known(first, end) || end == first+1 && (gazetteer.Common(name) || describes(name)) {
		return false
	}
	for _, e := range gazetteer.Lookup(name) {
		switch kind := gazetteer.KindOf(e.Feature); {
		case len(name) < 4:
			// "US", "UK", "UAE": abbreviations of states only.
			if kind == gazetteer.KindCountry {
				return true
			}
		case kind == gazetteer.KindCountry, e.Feature == "PPLC" && e.Match == gazetteer.MatchName, e.Feature == "ADM1" && e.Population > spottedTown:
			return true
		case kind == gazetteer.KindTown && (e.Population >= spottedPart || e.Population >= spottedTown && e.Match == gazetteer.MatchName):
			return true
		case kind != gazetteer.KindTown && kind != gazetteer.KindDivision && (end-first > 1 || kind != gazetteer.KindSite):
			return true
		}
	}
	return false
}
