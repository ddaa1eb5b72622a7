package main

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur/knowledge/gazetteer"
)

// place is one that goes into the table, with its names.
type place struct {
	gazetteer.Record
	folded   string
	alpha2   string
	second   []string
	variants bool // its name is a transliteration
}

// weight orders the candidates of one name; the ranker of extract/place weighs
// them again with the article at hand.
func (p place) weight() float64 {
	w := math.Log10(float64(p.Population) + 10)
	switch p.Feature {
	case "PPLC":
		w += 3
	case "ADM1":
		w += 0.5
	case "PPLA":
		w += 1
	case "PPLA2":
		w += 0.5
	case "PPLX", "PPLQ", "PPLH", "PPLW":
		w -= 1
	}
	return w
}

// variantKey marks a key that is a variant; knowledge/gazetteer reads it so.
const variantKey = "\x01"

// index collects the references of every name, a main name before second ones.
func index(places []place) map[string][]int {
	names := map[string][]int{}
	for i, p := range places {
		ref := i * 2
		names[p.folded] = append(names[p.folded], ref)
		seen := map[string]bool{p.folded: true}
		for _, s := range p.second {
			if f := gazetteer.Fold(s); !seen[f] && useful(s, f) {
				seen[f] = true
				names[f] = append(names[f], ref|1)
			}
		}
		if !p.variants {
			continue
		}
		variants := map[string]bool{}
		for f := range seen {
			if v := gazetteer.Variant(f); v != "" && !variants[v] {
				variants[v] = true
				names[variantKey+v] = append(names[variantKey+v], ref)
			}
		}
	}
	return names
}

// useful keeps out of the index what is no name that English prose would use:
// codes of airports and stations, numbers, scientific romanisations of Chinese
// and Arabic script (which GeoNames writes in lower case), and scraps.
func useful(name, folded string) bool {
	if len(folded) < 3 || len(folded) > 40 || strings.ContainsAny(name, "0123456789,;/()") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(name, "'‘’`ʿʾ"))
	if !unicode.IsUpper(first) && !strings.HasPrefix(name, "al-") && !strings.HasPrefix(name, "el-") {
		return false
	}
	if name == strings.ToUpper(name) && len(name) <= 5 {
		return false
	}
	for _, r := range name {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) && r > 0x2ff {
			return false
		}
	}
	return true
}
