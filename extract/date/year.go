package date

import "strings"

// years reads what begins with a number and is a year or more: "2011", "1990s",
// "the mid-1990s", "500 BC". Whether a bare number is a year depends on what
// stands around it.
func (p *parser) years(i int) (*node, int) {
	s := p.raw(i)
	if n, ok := decades(s); ok {
		// "the 80s", "the early 80s"; "in his 40s" is an age, "$20s" are notes.
		if len(strings.TrimRight(s, "s'’")) == 2 && !p.is(i-1, "the", "'", "’") && (p.word(i-1) == nil || p.word(i-1).class&isStage == 0 || !p.is(i-2, "the")) {
			return nil, i
		}
		return n, i + 1
	}
	y, width := p.digits(i)
	if width == 0 {
		return nil, i
	}
	if w := p.word(i + 1); width <= 4 && w != nil && w.class&isEra != 0 && y > 0 && p.raw(i + 1)[0] <= 'Z' {
		return &node{kind: calendar, rule: "date/year", year: y, unit: year, bc: w.bc}, i + 2
	}
	if p.isYear(i) && (p.raw(i+1) == "s" || p.raw(i+1) == "'s" || p.raw(i+1) == "’s") && y%10 == 0 && (p.raw(i+1) == "s" || !p.nounAfter(i+2)) {
		return tens(y), i + 2
	}
	// The Russell 2000 and its like are names.
	if y%1000 == 0 && p.upos(i-1) == "PROPN" && (p.upos(i+1) == "PROPN" || p.upos(i+1) == "NOUN") {
		return nil, i
	}
	if !p.isYear(i) || !p.yearHere(i, y) {
		return nil, i
	}
	n := &node{kind: calendar, rule: "date/year", year: y, unit: year}
	// "the 2014-16 siege"; "2014-2016" is two years, as every range that names both.
	if last, width := p.digits(i + 2); width == 2 && last > y%100 && p.is(i+1, "-") && p.glued(i+1) && p.glued(i+2) && !p.glued(i+3) {
		n.until = y/100*100 + last
		return n, i + 3
	}
	return n, i + 1
}

func (p *parser) nounAfter(i int) bool {
	switch p.upos(i) {
	case "NOUN", "ADJ", "PROPN":
		return true
	}
	return false
}

// decades reads "1990s", "1990's", "90s".
func decades(s string) (*node, bool) {
	k := 0
	y := 0
	for k < len(s) && k < 4 && isDigit(s[k]) {
		y = y*10 + int(s[k]-'0')
		k++
	}
	switch s[k:] {
	case "s", "'s", "’s":
	default:
		return nil, false
	}
	switch {
	case k == 4 && y >= 1000 && y < 2100 && y%10 == 0:
	case k == 2 && y >= 20 && y%10 == 0:
		y += 1900
	default:
		return nil, false
	}
	return tens(y), true
}

// tens is the decade that begins with year y; "the 1800s" is a century, "the
// 2000s" is no century yet.
func tens(y int) *node {
	if y%100 == 0 && y < 2000 {
		return &node{kind: calendar, rule: "date/century", year: y, unit: century}
	}
	return &node{kind: calendar, rule: "date/decade", year: y, unit: decade}
}

// shortYear reads "'98" and "the '90s" at the apostrophe.
func (p *parser) shortYear(i int) (*node, int) {
	if i+1 >= p.high || !p.glued(i+1) || p.glued(i) {
		return nil, i
	}
	if n, ok := decades(p.raw(i + 1)); ok && len(p.raw(i+1)) == 3 {
		return n, i + 2
	}
	y, width := p.digits(i + 1)
	if width == 2 && y >= 20 && y%10 == 0 && p.is(i+2, "'s") && !p.nounAfter(i+3) { // "the '60's"
		return tens(1900 + y), i + 3
	}
	if width == 2 && p.datedBefore(i) {
		return &node{kind: calendar, rule: "date/year", year: pivot(y), unit: year}, i + 2
	}
	return nil, i
}

// apostrophe reads "'98" and "'90s" where they are one word.
func (p *parser) apostrophe(i int) (*node, int) {
	s := strings.TrimPrefix(strings.TrimPrefix(p.raw(i), "'"), "’")
	if len(s) == len(p.raw(i)) {
		return nil, i
	}
	if n, ok := decades(s); ok && len(s) == 3 {
		return n, i + 1
	}
	if len(s) == 2 && s[0] >= '2' && s[0] <= '9' && s[1] == '0' && p.is(i+1, "'s") && !p.nounAfter(i+2) {
		return tens(1900 + 10*int(s[0]-'0')), i + 2
	}
	if len(s) == 2 && isDigit(s[0]) && isDigit(s[1]) && p.datedBefore(i) {
		return &node{kind: calendar, rule: "date/year", year: pivot(int(s[0]-'0')*10 + int(s[1]-'0')), unit: year}, i + 1
	}
	return nil, i
}

// datedBefore reports whether the word before i lets a year of two figures be
// one: "since '98", but not "Harbour Suite '11".
func (p *parser) datedBefore(i int) bool {
	if w := p.word(i - 1); w != nil && w.class&(isMonth|isSeason|isStage|isOrdinal) != 0 {
		return true
	}
	return p.is(i-1, "in", "since", "of", "by", "from", "until", "before", "after", "to", "and", "between", "during", "-", "the", "around")
}

// fiscal reads "fiscal 2024", "fiscal year 2024", "the year 2011".
func (p *parser) fiscal(i int) (*node, int) {
	j := i
	fiscal := p.is(j, "fiscal", "financial")
	if fiscal {
		j++
	}
	if p.is(j, "year") {
		j++
	} else if !fiscal {
		return nil, i
	}
	if !p.isYear(j) {
		return nil, i
	}
	y, _ := p.digits(j)
	if fiscal {
		return &node{kind: literal, rule: "date/fiscal", timex: "DATE", value: "FY" + p.raw(j)}, j + 1
	}
	return &node{kind: calendar, rule: "date/year", year: y, unit: year}, j + 1
}

// yearHere decides whether four figures are a year. In doubt they are one only
// where a report could be speaking of its own times.
func (p *parser) yearHere(i, y int) bool {
	next := p.word(i + 1)
	if next != nil && next.class&(isUnit|isMeridiem|isZone|isFiller|isNumber) != 0 && next.form != "last" && next.form != "second" && !p.zoneAt(i+1) && next.class&isZone == 0 {
		return false
	}
	if next != nil && next.class&isZone != 0 && p.zoneAt(i+1) {
		return false
	}
	if p.is(i+1, "hours") || p.raw(i+1) == "%" || p.is(i+1, ":") && p.glued(i+1) && i+2 < p.high && p.lexemes[i+2].digit {
		return false
	}
	if p.is(i-1, ".", ",") && p.glued(i) && p.glued(i-1) || p.is(i-1, ":", "'") && p.glued(i) {
		return false
	}
	switch s := p.raw(i - 1); s {
	case "c", "c.", "ca", "ca.":
		return true
	case "$", "€", "£", "¥", "#", "No", "No.", "Rs", "US$", "+", "=", "USD", "EUR":
		return false
	}
	if p.is(i+1, "-") && p.isYear(i+2) && p.is(i-1, "over") {
		return true // "over 2000 - 2050"
	}
	if p.is(i-1, "than", "least", "most", "nearly", "almost", "over", "approximately", "roughly", "some") && !p.is(i-2, "later", "earlier") {
		return false
	}
	if p.is(i-1, "-") && p.glued(i) && p.glued(i-1) {
		// "Covid-2019" and "A-2000" are names; "1999-2003" and "mid-2019" are not.
		if before := p.word(i - 2); !p.isYear(i-2) && (before == nil || before.class&(isStage|isMonth|isPart|isSeason) == 0 && !p.is(i-2, "end", "pre", "post")) && p.raw(i-2) != "pre" && p.raw(i-2) != "post" {
			return false
		}
	}
	if p.is(i-1, "in", "since", "by", "until", "till", "during", "before", "after", "between", "throughout", "early", "late", "mid", "circa", "of", "from") {
		return !p.counts(i) || y >= 1900 && y < 2100
	}
	if y < 1000 || y >= 2100 {
		return false
	}
	if p.is(i-1, "(", "-", "/", "to", "and", "the", "this", "'s", "or", "around", "about", "through", ",") && y < 1900 {
		return !p.counts(i) && y >= 1500
	}
	if y < 1900 || y > 2060 {
		return false
	}
	if p.is(i-1, ",") && p.upos(i+1) == "NOUN" && p.t.Tokens[p.lexemes[i+1].token].XPOS == "NNS" && (p.word(i-2) == nil || p.word(i-2).class == 0) {
		return false // "Aster Vale, 2019 votes ahead"
	}
	// "2015 people", but "the 2015 elections", "its 2015 budget".
	if p.upos(i+1) == "NOUN" && p.t.Tokens[p.lexemes[i+1].token].XPOS == "NNS" && p.counts(i) {
		switch p.upos(i - 1) {
		case "DET", "PRON", "PART", "PROPN", "ADJ":
			return true
		}
		return p.is(i-1, "'s")
	}
	return true
}
