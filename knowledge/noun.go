package knowledge

import (
	_ "embed"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed titles.tsv
var titlesTSV string

//go:embed roles.tsv
var rolesTSV string

// A Noun is a title, or a noun for actors without a name.
type Noun struct {
	Singular string
	Plural   string // the singular where it has no other form ("police")
	Title    bool   // from titles.tsv
	Kind     string // one of the Actor constants; office for a title
	Class    string // class of roles.tsv, rank of titles.tsv
	Sectors  []string
	Speaks   bool // a holder, speaking in office, speaks for the body
	Source   bool // reports quote them without a name
}

// Nouns are all titles and roles.
var Nouns = sync.OnceValue(func() []Noun {
	var out []Noun
	for _, r := range table.Rows("titles.tsv", titlesTSV, "title", "plural", "sectors", "rank", "speaks") {
		out = append(out, Noun{
			Singular: r[0], Plural: pluralOr(r[1], r[0]), Title: true, Kind: "office", Class: r[3],
			Sectors: table.List(r[2]), Speaks: r[4] == "yes", Source: r[4] == "yes",
		})
	}
	for _, r := range table.Rows("roles.tsv", rolesTSV, "noun", "plural", "kind", "class", "sectors", "source") {
		out = append(out, Noun{
			Singular: r[0], Plural: pluralOr(r[1], r[0]), Kind: r[2], Class: r[3],
			Sectors: table.List(r[4]), Source: r[5] == "yes",
		})
	}
	return out
})

func pluralOr(plural, singular string) string {
	if plural != "" {
		return plural
	}
	return Plural(singular)
}

// Plural is the plural of an English noun formed by rule, of its last word
// where it is a phrase.
func Plural(noun string) string {
	switch n := len(noun); {
	case n < 3:
		return noun + "s"
	case strings.HasSuffix(noun, "man"):
		return noun[:n-2] + "en"
	case noun[n-1] == 'y' && !strings.ContainsRune("aeiou", rune(noun[n-2])):
		return noun[:n-1] + "ies"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "x"), strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "sh"):
		return noun + "es"
	}
	return noun + "s"
}
