package record

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge"
	"rapporteur/knowledge/plover"
)

// A choice is what a field of a finding may be, where it may not be anything. Empty is allowed of all but those that always say something.
type choice struct {
	what string
	all  []string
	must bool
	list bool // several, parted by blanks, commas or semicolons
}

// The values that findings may have, for filters and for those who correct them.
var (
	Stages = []string{
		rapporteur.StageProposed, rapporteur.StageAgreedToMeet, rapporteur.StageUnderWay, rapporteur.StageCritical, rapporteur.StageStalled, rapporteur.StageSuspended,
		rapporteur.StageDealReached, rapporteur.StageSigned, rapporteur.StageImplementing, rapporteur.StageCollapsed, rapporteur.StageRejected,
	}
	Statuses = []string{
		rapporteur.StatusHappened, rapporteur.StatusOngoing, rapporteur.StatusPlanned, rapporteur.StatusThreatened, rapporteur.StatusDemanded, rapporteur.StatusDenied, rapporteur.StatusHypothetical,
	}
	Measures = []string{
		rapporteur.MeasureKilled, rapporteur.MeasureInjured, rapporteur.MeasureMissing, rapporteur.MeasureDetained, rapporteur.MeasureCaptivesTaken, rapporteur.MeasureCaptivesHeld,
		rapporteur.MeasureReleased, rapporteur.MeasureDisplaced, rapporteur.MeasureSheltered, rapporteur.MeasureHungry, rapporteur.MeasureTroops, rapporteur.MeasureAid, rapporteur.MeasureMoney,
		rapporteur.MeasureShareDestroyed, rapporteur.MeasureDuration, rapporteur.MeasureOther,
	}
	ActorKinds = []string{
		rapporteur.ActorState, rapporteur.ActorGovernment, rapporteur.ActorArmedGroup, rapporteur.ActorOrganization, rapporteur.ActorOffice, rapporteur.ActorPerson, rapporteur.ActorPeople,
	}
	QuoteKinds = []string{rapporteur.KindDirect, rapporteur.KindIndirect, rapporteur.KindMixed}
	forms      = []string{
		rapporteur.FormStatement, rapporteur.FormInterview, rapporteur.FormPressConference, rapporteur.FormSpeech, rapporteur.FormBroadcast, rapporteur.FormPost, rapporteur.FormLetter,
		rapporteur.FormCall, rapporteur.FormTestimony, rapporteur.FormDocument, rapporteur.FormLeak,
	}
	qualifiers = []string{"more than", "at least", "about", "up to", "nearly", "less than", "exactly", "vague"}
	answersTo  = []string{"awaited", "accepted", "rejected", "accepted-with-reservations", "countered"}
	stances    = []string{"demands", "insists", "offers", "accepts", "rejects", "opposes", "supports", "warns", "open-to"}
	termKinds  = []string{
		"ceasefire", "exchange", "release", "withdrawal", "aid-access", "prisoners", "territory", "sanctions", "security", "political", "money", "wages", "hours", "jobs", "tariffs",
		"nuclear", "other",
	}
)

// allowed is what a field of a finding may be, as it is coded now; ok is false
// where it may be anything.
func allowed(finding any, key string) (v choice, ok bool) {
	switch key {
	case "country":
		var codes []string
		for _, c := range knowledge.Countries() {
			codes = append(codes, c.Code)
		}
		return choice{what: "country, by its code of ISO 3166-1 alpha-3", all: codes}, true
	case "contexts":
		var names []string
		for _, c := range plover.Contexts() {
			names = append(names, c.Name)
		}
		return choice{what: "context of PLOVER", all: names, list: true}, true
	}
	switch f := finding.(type) {
	case *rapporteur.Event:
		switch key {
		case "type":
			var names []string
			for _, t := range plover.Types() {
				names = append(names, t.Name)
			}
			return choice{what: "type of PLOVER", all: names, must: true}, true
		case "mode":
			var names []string
			if t := plover.TypeByName(f.Type); t != nil {
				for _, m := range t.Modes {
					names = append(names, m.Name)
				}
			}
			return choice{what: "mode that PLOVER has for " + f.Type, all: names}, true
		case "status":
			return choice{what: "status", all: Statuses, must: true}, true
		}
	case *rapporteur.Statement:
		known := map[string]choice{
			"kind":     {what: "kind of statement", all: QuoteKinds, must: true},
			"sourcing": {what: "sourcing", all: []string{rapporteur.SourcingNamed, rapporteur.SourcingInstitution, rapporteur.SourcingUnnamed}, must: true},
			"record":   {what: "terms of a statement", all: []string{rapporteur.RecordOn, rapporteur.RecordOff, rapporteur.RecordBackground}},
			"form":     {what: "form of a statement", all: forms},
		}
		v, ok = known[key]
		return v, ok
	case *rapporteur.Figure:
		switch key {
		case "measure":
			return choice{what: "measure", all: Measures, must: true}, true
		case "qualifier":
			return choice{what: "qualifier", all: qualifiers}, true
		}
	case *rapporteur.Actor:
		switch key {
		case "kind":
			return choice{what: "kind of actor", all: ActorKinds, must: true}, true
		}
	case *rapporteur.Date:
		if key == "type" {
			return choice{what: "type of TIMEX3", all: []string{rapporteur.DateDay, rapporteur.DateTime, rapporteur.DateDuration, rapporteur.DateSet}, must: true}, true
		}
	case *rapporteur.Talks:
		if key == "stage" {
			return choice{what: "stage of talks", all: Stages}, true
		}
	case *rapporteur.Position:
		if key == "stance" {
			return choice{what: "stance", all: stances, must: true}, true
		}
	case *rapporteur.Answer:
		if key == "answer" {
			return choice{what: "answer", all: answersTo, must: true}, true
		}
	case *rapporteur.Term:
		if key == "kind" {
			return choice{what: "kind of term", all: termKinds, must: true}, true
		}
	}
	return choice{}, false
}

// checkRecode reports what is wrong with a new value of a field of a finding, and
// what is allowed.
func checkRecode(finding any, key, value string) error {
	if _, isDate := finding.(*rapporteur.Date); key == "date" || isDate && (key == "from" || key == "to") {
		if from, _ := days(value); value != "" && from == "" {
			return askedWrongly("%q is no date: write YYYY, YYYY-MM, YYYY-MM-DD, or two of them as FROM/TO; or nothing", value)
		}
		return nil
	}
	v, ok := allowed(finding, key)
	if !ok {
		return nil
	}
	asked := []string{value}
	if v.list {
		asked = splitList(value)
	}
	for _, a := range asked {
		if a == "" && !v.must || slices.Contains(v.all, a) {
			continue
		}
		return askedWrongly("%q is no %s; %s", a, v.what, cmp.Or(choices(v), "there are none"))
	}
	return nil
}

// choices says what is allowed.
func choices(v choice) string {
	if len(v.all) == 0 {
		return ""
	}
	out := "there are " + strings.Join(v.all, ", ")
	if !v.must {
		out += fmt.Sprintf(", and nothing (%q)", "")
	}
	return out
}

// splitList is a list as a person writes it.
func splitList(value string) []string {
	return strings.FieldsFunc(value, func(r rune) bool { return r == ',' || r == ';' || r == ' ' })
}
