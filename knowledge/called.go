package knowledge

import "strings"

// Called are the states, bodies, parts of countries and peoples that the tables
// know by a name, as it is written ("ICRC", "Red Cross"): their entries, and the
// names that the tables give them, in step.
func Called(name string) (keys, names []string) {
	words := strings.Fields(name)
	for _, hit := range NewScanner().Scan(nil, 0, len(words), func(i int) string { return words[i] }) {
		if hit.First > 0 || hit.End < len(words) {
			continue
		}
		for _, s := range hit.Senses {
			switch {
			case s.Form != FormName:
			case s.Country != nil:
				keys, names = append(keys, s.Country.Code), append(names, s.Country.Name)
			case s.Body != nil:
				keys, names = append(keys, s.Body.Key), append(names, s.Body.Name)
			case s.Part != nil:
				keys, names = append(keys, s.Part.Key), append(names, s.Part.Name)
			case s.People != nil:
				keys, names = append(keys, s.People.Key), append(names, s.People.Name)
			}
		}
	}
	return keys, names
}
