package knowledge

import (
	_ "embed"
	"sync"
	"unicode/utf8"

	"rapporteur/knowledge/table"
)

//go:embed given_names.tsv
var givenNamesTSV string

// The answers of Gender.
const (
	Unknown   = byte(0)
	Masculine = byte('m')
	Feminine  = byte('f')
	Either    = byte('u')
)

var givenNames = sync.OnceValue(func() map[string]byte {
	rows := table.Rows("given_names.tsv", givenNamesTSV, "name", "gender")
	out := make(map[string]byte, len(rows))
	for _, r := range rows {
		out[r[0]] = r[1][0]
	}
	return out
})

// Gender is the gender of those who usually bear a given name as it is written
// with a capital ("Aisha"); a hyphenated name that is not known itself has that
// of its first part. It is Unknown for names that are not listed.
func Gender(name string) byte {
	all := givenNames()
	if g := all[name]; g != Unknown {
		return g
	}
	for i := 0; i < len(name); i++ {
		if name[i] == '-' {
			return all[name[:i]]
		}
		if name[i] >= utf8.RuneSelf {
			break
		}
	}
	return Unknown
}
