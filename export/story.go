package export

import (
	"slices"

	"rapporteur"
)

// A Story is who and what the whole report of an event names.
type Story struct{ People, Organizations, Locations []string }

func storyOf(r *rapporteur.Reading) *Story {
	s := &Story{}
	for _, a := range r.Findings.Actors {
		switch a.Kind {
		case rapporteur.ActorPerson:
			s.People = append(s.People, a.Name)
		case rapporteur.ActorOrganization, rapporteur.ActorArmedGroup, rapporteur.ActorGovernment:
			s.Organizations = append(s.Organizations, a.Name)
		}
	}
	for _, p := range r.Findings.Places {
		if !slices.Contains(s.Locations, p.Name) {
			s.Locations = append(s.Locations, p.Name)
		}
	}
	return s
}
