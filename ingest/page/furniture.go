package page

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed furniture.tsv
var furnitureTable string

// A phrase is one row of furniture.tsv.
type phrase struct {
	how   string
	max   int
	words string
}

// furniture is the rows, those of "is" and "stop" apart as sets.
var furniture = sync.OnceValue(func() (known struct {
	whole, stops map[string]bool
	phrases      []phrase
}) {
	known.whole, known.stops = map[string]bool{}, map[string]bool{}
	for line := range strings.Lines(furnitureTable) {
		p, ok := parsePhrase(line)
		switch {
		case !ok:
		case p.how == "is":
			known.whole[p.words] = true
		case p.how == "stop":
			known.stops[p.words] = true
		default:
			known.phrases = append(known.phrases, p)
		}
	}
	return known
})

// parsePhrase reads a row; not ok for a comment and for a row with a fault,
// which the linter names.
func parsePhrase(line string) (p phrase, ok bool) {
	fields := strings.Split(strings.TrimRight(line, "\r\n"), "\t")
	if strings.HasPrefix(line, "#") || len(fields) != 4 {
		return p, false
	}
	for _, digit := range fields[1] {
		if digit < '0' || digit > '9' {
			return p, false
		}
		p.max = 10*p.max + int(digit-'0')
	}
	p.how, p.words = fields[0], fields[2]
	return p, p.words != "" && p.max > 0
}

// straight brings the marks that are written in two ways to one.
var straight = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "\u00A0", " ", "\n", " ", "\t", " ")

// plainly is text as the table spells it, with and without the punctuation at
// its ends.
func plainly(text string) (plain, bare string) {
	plain = strings.ToLower(straight.Replace(text))
	return plain, strings.Trim(plain, " .,:;!?|•·*-–—→»>…[]()")
}

// stopping reports whether the article ends before r.
func stopping(r *run) bool {
	if len(r.text) > 60 {
		return false
	}
	_, bare := plainly(r.text)
	return furniture().stops[bare]
}

// furnishing reports whether r stands among the paragraphs of an article
// without being one.
func furnishing(r *run) bool {
	size := utf8.RuneCountInString(r.text)
	if size > 600 {
		return false
	}
	text, bare := plainly(r.text)
	known := furniture()
	if bare == "" || known.whole[bare] {
		return true
	}
	for _, p := range known.phrases {
		if size > p.max {
			continue
		}
		switch p.how {
		case "starts":
			if strings.HasPrefix(text, p.words) {
				return true
			}
		case "linked":
			if strings.HasPrefix(text, p.words) && r.link() {
				return true
			}
		case "ends":
			if strings.HasSuffix(bare, p.words) {
				return true
			}
		case "has":
			if strings.Contains(text, p.words) {
				return true
			}
		}
	}
	return false
}
