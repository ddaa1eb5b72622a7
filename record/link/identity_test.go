package link_test

import (
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record/link"
)

const (
	person = rapporteur.ActorPerson
	armed  = rapporteur.ActorArmedGroup
	orga   = rapporteur.ActorOrganization
	gov    = rapporteur.ActorGovernment
	office = rapporteur.ActorOffice
)

func TestIdentity(t *testing.T) {
	type id = link.Identity
	for _, c := range []struct {
		a, b id
		same bool
	}{
		{id{Name: "Hamas", Kind: armed, Entry: "hamas"}, id{Name: "Islamic Resistance Movement", Kind: orga, Entry: "hamas"}, true},
		{id{Name: "Hamas", Kind: armed, Entry: "hamas"}, id{Name: "Hamas", Kind: armed}, false}, // one may be anybody's Hamas
		{id{Name: "Velm Liberation Front", Kind: armed}, id{Name: "The Velm Liberation Front", Kind: orga}, true},
		{id{Name: "Velm Liberation Front (VLF)", Kind: armed, Shorts: []string{"vlf"}}, id{Name: "VLF", Kind: armed}, true},
		{id{Name: "Velm Liberation Front", Kind: armed, Country: "NOR", Shorts: []string{"vlf"}}, id{Name: "VLF", Kind: armed, Country: "PER"}, false},
		{id{Name: "VLF", Kind: armed, Country: "NOR"}, id{Name: "VLF", Kind: armed}, false},
		{id{Name: "Velm Liberation Front", Kind: armed}, id{Name: "Oster Liberation Front", Kind: armed}, false},
		{id{Name: "armed men", Kind: armed, Country: "NGA"}, id{Name: "armed men", Kind: armed, Country: "NGA"}, false},
		{id{Name: "Police", Kind: gov}, id{Name: "Police", Kind: gov}, false},
		{id{Name: "Israeli army", Kind: gov, Country: "ISR"}, id{Name: "army", Kind: gov, Country: "ISR"}, true},
		{id{Name: "army", Kind: gov}, id{Name: "army", Kind: gov}, false},
		{id{Name: "Kenyan government", Kind: gov, Country: "KEN"}, id{Name: "government of Kenya", Kind: gov, Country: "KEN"}, true},
		{id{Name: "Kenyan parliament", Kind: gov, Country: "KEN"}, id{Name: "Kenyan army", Kind: gov, Country: "KEN"}, false},

		{id{Name: "Mohammed Hassan al-Haddad", Kind: person, Country: "LBY"}, id{Name: "Muhammad Haddad", Kind: person, Country: "LBY"}, true},
		{id{Name: "Mohamed al-Hadad", Kind: person, Country: "LBY"}, id{Name: "Gen. Muhammad Hassan Haddad", Kind: person, Country: "LBY"}, true},
		{id{Name: "Mohammed al-Haddad", Kind: person, Country: "LBY"}, id{Name: "Muhammad Haddad", Kind: person, Country: "YEM"}, false},
		{id{Name: "Mohammed al-Haddad", Kind: person}, id{Name: "Muhammad Haddad", Kind: person}, false}, // nothing but the sound
		{id{Name: "Mohammed Hassan", Kind: person}, id{Name: "Mohammed Hassan", Kind: person}, false},    // many are called so
		{id{Name: "Mohammed Hassan", Kind: person, Country: "EGY", Title: "judge"}, id{Name: "Mohamed Hassan", Kind: person, Country: "EGY", Title: "judge"}, true},
		{id{Name: "Mohammed Hassan", Kind: person, Country: "EGY", Title: "judge"}, id{Name: "Mohamed Hassan", Kind: person, Country: "EGY", Title: "baker"}, false},
		{id{Name: "Aster Vale", Kind: person}, id{Name: "Foreign Minister Aster Vale", Kind: person, Country: "NOR"}, true},
		{id{Name: "Aster Vale", Kind: person}, id{Name: "Mara Vale", Kind: person}, false}, // two of one surname
		{id{Name: "Vale", Kind: person, Country: "NOR"}, id{Name: "Vale", Kind: person, Country: "NOR"}, false},
		{id{Name: "Vale", Kind: person, Country: "NOR"}, id{Name: "Aster Vale", Kind: person, Country: "NOR"}, false},
		{id{Name: "Aster J. Vale", Kind: person}, id{Name: "Aster Jorun Vale", Kind: person}, true},
		{id{Name: "Aster J. Vale", Kind: person}, id{Name: "Aster P. Vale", Kind: person}, false},
		{id{Name: "Volodymyr Zelensky", Kind: person, Country: "UKR"}, id{Name: "Volodymyr Zelenskyy", Kind: person, Country: "UKR"}, true},
		{id{Name: "Oleksandr Novak", Kind: person, Country: "UKR"}, id{Name: "Alexander Novak", Kind: person, Country: "RUS"}, false},
		{id{Name: "Sergei Lavik", Kind: person, Country: "RUS"}, id{Name: "Sergey Lavik", Kind: person, Country: "RUS"}, true},
		{id{Name: "Aster Vale", Kind: person}, id{Name: "Aster Vale", Kind: orga}, false},

		{id{Name: "Kenyan foreign minister", Kind: office, Country: "KEN", Month: "2024-05"}, id{Name: "foreign minister of Kenya", Kind: office, Country: "KEN", Month: "2024-05"}, true},
		{id{Name: "Kenyan foreign minister", Kind: office, Country: "KEN", Month: "2024-05"}, id{Name: "Kenyan foreign minister", Kind: office, Country: "KEN", Month: "2025-05"}, false},
		{id{Name: "foreign minister", Kind: office, Month: "2024-05"}, id{Name: "foreign minister", Kind: office, Month: "2024-05"}, false},
		{id{Name: "Kenyan officials", Kind: office, Country: "KEN", Month: "2024-05"}, id{Name: "Kenyan officials", Kind: office, Country: "KEN", Month: "2024-05"}, false},
		{id{Name: "protesters", Kind: rapporteur.ActorPeople, Country: "KEN"}, id{Name: "protesters", Kind: rapporteur.ActorPeople, Country: "KEN"}, false},
	} {
		if got := linked(t, c.a, c.b); got != c.same {
			why, _ := c.a.Same(c.b)
			t.Errorf("%+v and %+v: same %v (%s), want %v", c.a, c.b, got, why, c.same)
		}
	}
}

// A short form counts where the report itself declares it.
func TestShortFormsAreDeclared(t *testing.T) {
	a := &rapporteur.Article{Text: "The Velm Liberation Front (VLF) left. The LFV stayed.", Published: time.Date(2024, 5, 6, 0, 0, 0, 0, time.UTC)}
	f := &rapporteur.Findings{Actors: []rapporteur.Actor{{
		Name: "Velm Liberation Front", Kind: armed, Of: rapporteur.None,
		Mentions: []rapporteur.Span{{Start: 4, End: 25}, {Start: 27, End: 30}, {Start: 42, End: 45}},
	}}}
	got := link.Identities(a, f)[0]
	if len(got.Shorts) != 1 || got.Shorts[0] != "vlf" || got.Month != "2024-05" {
		t.Errorf("identity %+v, want the short form vlf and the month 2024-05", got)
	}
}
