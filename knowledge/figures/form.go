package figures

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed forms.tsv
var formsTSV string

var forms = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, r := range table.Rows("figures/forms.tsv", formsTSV, "form", "verb") {
		out[r[0]] = r[1]
	}
	return out
})

// VerbOf is the verb of measures.tsv or stretches.tsv that form, in small
// letters, is a past tense or participle of, or "".
func VerbOf(form string) string {
	if v := forms()[form]; v != "" {
		return v
	}
	for _, ending := range [3]string{"ed", "ing", "d"} {
		stem, cut := strings.CutSuffix(form, ending)
		if !cut || len(stem) < 3 {
			continue
		}
		candidates := [3]string{stem, stem + "e", ""}
		if n := len(stem); stem[n-1] == stem[n-2] {
			candidates[2] = stem[:n-1]
		}
		for _, v := range candidates {
			if v != "" && (len(MeasuresOf(ClassVerb, v)) > 0 || Lasts(ClassVerb, v)) {
				return v
			}
		}
	}
	return ""
}
