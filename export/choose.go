package export

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/knowledge"
	"rapporteur/knowledge/plover"
)

// EventTypes are the types that events may have.
func EventTypes() []string {
	var out []string
	for _, t := range plover.Types() {
		out = append(out, t.Name)
	}
	return out
}

// EventModes are the modes that events may have, of whatever type.
func EventModes() []string {
	var out []string
	for _, t := range plover.Types() {
		for _, m := range t.Modes {
			if !slices.Contains(out, m.Name) {
				out = append(out, m.Name)
			}
		}
	}
	return out
}

// Choose is what was asked for as it is written, capitals aside, or an error
// that lists what there is.
func Choose(what string, asked, there []string) ([]string, error) {
	var out []string
next:
	for _, a := range asked {
		for _, t := range there {
			if strings.EqualFold(strings.TrimSpace(a), t) {
				out = append(out, t)
				continue next
			}
		}
		return nil, fmt.Errorf("no %s %q; there are %s", what, a, strings.Join(there, ", "))
	}
	return out, nil
}

// Countries are the ISO 3166-1 alpha-3 codes of countries given by code or name,
// or an error that lists what there is.
func Countries(asked []string) ([]string, error) {
	var out []string
next:
	for _, a := range asked {
		a = strings.TrimSpace(a)
		for _, c := range knowledge.Countries() {
			if strings.EqualFold(a, c.Code) || strings.EqualFold(a, c.Name) {
				out = append(out, c.Code)
				continue next
			}
			for _, n := range c.Aliases {
				if !n.Ambiguous && strings.EqualFold(a, n.Text) {
					out = append(out, c.Code)
					continue next
				}
			}
		}
		var codes []string
		for _, c := range knowledge.Countries() {
			codes = append(codes, c.Code)
		}
		return nil, fmt.Errorf("no country %q; write its name or its code of ISO 3166-1 alpha-3, one of %s", a, strings.Join(codes, " "))
	}
	return out, nil
}
