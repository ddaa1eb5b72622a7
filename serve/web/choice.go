package web

import (
	"rapporteur"
	"rapporteur/knowledge/linking"
	"rapporteur/knowledge/plover"
	"rapporteur/record"
)

// codable are the keys of each kind of finding that a person may set.
var codable = map[record.Kind][]string{
	record.KindActor:         {"name", "kind", "country", "sectors", "title", "key"},
	record.KindStatement:     {"kind", "sourcing", "denies", "outlet", "date", "form", "record"},
	record.KindEvent:         {"type", "mode", "contexts", "status", "date", "place", "country", "attributed_to", "historical", "cameo"},
	record.KindFigure:        {"measure", "of", "value", "value_max", "unit", "qualifier", "place", "date", "attributed_to"},
	record.KindPlace:         {"name", "country", "admin1", "geonames_id", "lat", "lon", "resolved", "kind"},
	record.KindDate:          {"value", "type", "from", "to", "mod"},
	record.KindTalks:         {"subject", "stage", "venue"},
	record.KindProposal:      {"by", "phases"},
	record.KindTerm:          {"kind"},
	record.KindAnswer:        {"actor", "answer"},
	record.KindPosition:      {"actor", "stance", "issue"},
	record.KindStickingPoint: {"issue"},
	record.KindAwaited:       {"from", "what"},
}

var (
	truth    = []string{"true", "false"}
	statuses = []string{
		rapporteur.StatusHappened, rapporteur.StatusOngoing, rapporteur.StatusPlanned, rapporteur.StatusThreatened, rapporteur.StatusDemanded, rapporteur.StatusDenied,
		rapporteur.StatusHypothetical,
	}
	measures = []string{
		rapporteur.MeasureKilled, rapporteur.MeasureInjured, rapporteur.MeasureMissing, rapporteur.MeasureDetained, rapporteur.MeasureCaptivesTaken, rapporteur.MeasureCaptivesHeld,
		rapporteur.MeasureReleased, rapporteur.MeasureDisplaced, rapporteur.MeasureSheltered, rapporteur.MeasureHungry, rapporteur.MeasureTroops, rapporteur.MeasureAid,
		rapporteur.MeasureMoney, rapporteur.MeasureShareDestroyed, rapporteur.MeasureDuration, rapporteur.MeasureOther,
	}
	stages = []string{
		rapporteur.StageProposed, rapporteur.StageAgreedToMeet, rapporteur.StageUnderWay, rapporteur.StageCritical, rapporteur.StageStalled, rapporteur.StageSuspended,
		rapporteur.StageDealReached, rapporteur.StageSigned, rapporteur.StageImplementing, rapporteur.StageCollapsed, rapporteur.StageRejected,
	}
)

// choices are what a key may be set to, where that is a list; anything else is written freely.
var choices = map[record.Kind]map[string][]string{
	record.KindActor: {"kind": {
		rapporteur.ActorState, rapporteur.ActorGovernment, rapporteur.ActorArmedGroup, rapporteur.ActorOrganization, rapporteur.ActorOffice, rapporteur.ActorPerson, rapporteur.ActorPeople,
	}},
	record.KindStatement: {
		"kind":     {rapporteur.KindDirect, rapporteur.KindIndirect, rapporteur.KindMixed},
		"sourcing": {rapporteur.SourcingNamed, rapporteur.SourcingInstitution, rapporteur.SourcingUnnamed}, "denies": truth,
	},
	record.KindEvent:  {"type": eventTypes(), "status": statuses, "historical": truth},
	record.KindFigure: {"measure": measures},
	record.KindPlace:  {"resolved": truth},
	record.KindTalks:  {"stage": stages},
	record.KindAnswer: {"answer": {"awaited", "accepted", "rejected", "accepted-with-reservations", "countered"}},
	record.KindPosition: {"stance": {
		"demands", "insists", "offers", "accepts", "rejects", "opposes", "supports", "warns", "open-to",
	}},
	record.KindTerm: {"kind": {
		"ceasefire", "exchange", "release", "withdrawal", "aid-access", "prisoners", "territory", "sanctions", "security", "political", "money", "wages", "hours", "jobs", "tariffs", "nuclear", "other",
	}},
}

func eventTypes() []string {
	var out []string
	for _, t := range plover.Types() {
		out = append(out, t.Name)
	}
	return out
}

// meaning is what PLOVER codes as an event type, for who points at it.
func meaning(of string) string {
	if t := plover.TypeByName(of); t != nil {
		return t.Name + ": " + t.Meaning
	}
	return of
}

// conflict reports whether a type is one of conflict, not of cooperation.
func conflict(of string) bool {
	t := plover.TypeByName(of)
	return t != nil && t.Score < 0 || of == "REQUEST"
}

// disputes are what negotiations may be about.
func disputes() []string {
	var out []string
	for _, d := range linking.Disputes() {
		out = append(out, d.Kind)
	}
	return out
}
