package export

import (
	"cmp"
	_ "embed"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed codes.tsv
var codesTSV string

//go:embed sectors.tsv
var sectorsTSV string

// A code is what other data sets write for a country.
type code struct{ fips, cow, plover string }

var codes = sync.OnceValue(func() map[string]code {
	out := map[string]code{}
	for _, r := range table.Rows("export/codes.tsv", codesTSV, "code", "fips", "cow", "plover", "name") {
		out[r[0]] = code{r[1], r[2], r[3]}
	}
	return out
})

// ploverCountry is what PLOVER writes for the country with an alpha-3 code.
func ploverCountry(c string) string { return cmp.Or(codes()[c].plover, c) }

// roles are the CAMEO roles of PLOVER's sectors.
var roles = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, r := range table.Rows("export/sectors.tsv", sectorsTSV, "sector", "cameo", "why") {
		out[r[0]] = r[1]
	}
	return out
})
