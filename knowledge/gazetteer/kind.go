package gazetteer

import "strings"

// A Kind is a class of features, as the words beside a name tell it.
type Kind int

const (
	KindUnknown  Kind = iota
	KindCountry       // states and territories
	KindDivision      // first-level and lower divisions
	KindTown          // populated places, camps and quarters among them
	KindWater         // seas, rivers, straits, lakes
	KindArea          // regions without a government of their own, islands, mountains, continents
	KindSite          // crossings, bridges, buildings, dams
)

// KindOf is the class of a GeoNames feature code.
func KindOf(feature string) Kind {
	switch {
	case strings.HasPrefix(feature, "PCL"):
		return KindCountry
	case strings.HasPrefix(feature, "ADM"):
		return KindDivision
	case strings.HasPrefix(feature, "PPL"), feature == "STLMT":
		return KindTown
	}
	switch feature {
	case "SEA", "OCN", "STM", "STRT", "LK", "LKS", "BAY", "GULF", "CHN", "SD", "HBR", "CNL", "SHOL", "RF":
		return KindWater
	case "RDCR", "AIRP", "BDG", "BLDG", "PS", "DAM", "AIRB", "MILB", "PRN", "PAL", "SQR", "MSQE", "RLG", "ST":
		return KindSite
	}
	return KindArea
}

// KindOfWord is the class of place that a common noun names, lower-case and
// singular: "province", "town", "river". KindUnknown for other words.
func KindOfWord(word string) Kind {
	switch word {
	case "country", "nation", "kingdom", "republic", "sultanate":
		return KindCountry
	case "province", "oblast", "governorate", "state", "district", "prefecture", "department", "region", "krai", "county", "division",
		"wilaya", "emirate", "municipality", "canton", "parish", "territory", "raion", "township", "voivodeship", "subcounty", "locality":
		return KindDivision
	case "city", "town", "village", "capital", "hamlet", "port", "suburb", "neighborhood", "neighbourhood", "camp", "settlement", "commune":
		return KindTown
	case "river", "sea", "lake", "strait", "gulf", "bay", "ocean", "canal":
		return KindWater
	case "island", "islands", "mountain", "mountains", "valley", "peninsula", "desert", "plateau", "forest", "archipelago", "enclave":
		return KindArea
	case "crossing", "bridge", "airport", "airbase", "base", "dam", "prison":
		return KindSite
	}
	return KindUnknown
}

// byKind reads "Kharkiv Oblast", "Sagaing region" and "Raqqa city" as the
// division or the town of that name.
func byKind(folded string) []Entry {
	i := strings.LastIndexByte(folded, ' ')
	if i < 3 {
		return nil
	}
	kind := KindOfWord(folded[i+1:])
	if kind != KindDivision && kind != KindTown {
		return nil
	}
	all := exact([]byte(folded[:i]))
	if len(all) == 0 {
		all = byVariant(folded[:i])
	}
	var out []Entry
	for _, e := range all {
		if KindOf(e.Feature) == kind {
			out = append(out, e)
		}
	}
	return out
}
