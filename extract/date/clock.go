package date

import "fmt"

// timeOfDay reads a time: "10:30", "3 p.m.", "0600 GMT", "noon", "10 o'clock".
// A bare "10:30" needs a word before it that times something, or it is a score
// or a verse.
func (p *parser) timeOfDay(i int) (clock, int) {
	if w, j := p.entry(i, isClock); w != nil && (!p.capital(i) || i == p.low) {
		c := clock{set: true, hour: int(w.clock[0]-'0')*10 + int(w.clock[1]-'0')}
		return c, p.zone(&c, j)
	}
	c, j, sure := p.hours(i)
	if j == i {
		return clock{}, i
	}
	if k := p.zone(&c, j); k > j {
		return c, k
	}
	if !sure && !p.timed(i) {
		return clock{}, i
	}
	return c, j
}

// timed reports whether the word before lexeme i makes a time of it.
func (p *parser) timed(i int) bool {
	return p.is(i-1, "at", "from", "until", "till", "by", "about", "around", "since", "before", "after", "between", "to", "and", "-", ",", "approximately", "of", "nearly", "almost") ||
		i > p.low && p.word(i-1) != nil && p.word(i-1).class&(isWeekday|isDay|isPart) != 0
}

// hours reads the figures of a time and its a.m. or p.m.; sure where nothing
// else could be meant.
func (p *parser) hours(i int) (c clock, j int, sure bool) {
	c.set = true
	switch {
	case i >= p.high:
		return c, i, false
	case p.lexemes[i].digit:
		at, end := int(p.lexemes[i].start), 0
		c, end, sure = clockFigures(p.text, at)
		if end == 0 {
			return c, i, false
		}
		if j = p.after(i, end); j == 0 {
			return c, i, false
		}
	default:
		a, e := p.words(i)
		if e == i || a.vague || a.value < 1 || a.value > 12 || !p.is(e, "o'clock") && !p.meridiem(e) {
			return c, i, false
		}
		c.hour, j = int(a.value), e
	}
	if p.is(j, "o'clock") {
		j, sure = j+1, true
	}
	if p.is(j, "in") && p.is(j+1, "the") && p.word(j+2) != nil && p.word(j+2).class&isPart != 0 && sure {
		c.afternoon(p.word(j+2).part != "MO")
		return c, j + 3, true
	}
	if p.meridiem(j) {
		c.afternoon(p.word(j).pm)
		return c, j + 1, true
	}
	if p.is(j, "hours") && j == i+1 && fourFigures(p.raw(i)) {
		return c, j + 1, true
	}
	// Bare figures are no time without minutes.
	if _, width := p.digits(i); width > 0 && j == i+1 && !sure {
		if !fourFigures(p.raw(i)) || !p.zoneAt(j) {
			return c, i, false
		}
	}
	return c, j, sure
}

func fourFigures(s string) bool { return len(s) == 4 && s[0] <= '2' && s[2] <= '5' }

// meridiem reports whether a.m. or p.m. stands at i. "am" is a verb elsewhere.
func (p *parser) meridiem(i int) bool {
	w := p.word(i)
	return w != nil && w.class&isMeridiem != 0
}

func (c *clock) afternoon(pm bool) {
	switch {
	case pm && c.hour < 12:
		c.hour += 12
	case !pm && c.hour == 12:
		c.hour = 0
	}
}

// zone passes over a time zone, in brackets or not.
func (p *parser) zone(c *clock, i int) int {
	j := p.skip(i, "(")
	if w, e := p.entry(j, isZone); w != nil && p.zoneAt(j) {
		offset := ""
		if w.utc {
			offset, e = p.offset(e)
		}
		if j > i && !p.is(e, ")") {
			return i
		}
		c.utc, c.offset = w.utc, offset
		if j > i {
			e++
		}
		return e
	}
	return i
}

// offset reads the whole hours that follow GMT or UTC: "GMT+3", "UTC -5".
func (p *parser) offset(i int) (string, int) {
	s := p.raw(i)
	if s == "" || s[0] != '+' && s != "-" {
		return "", i
	}
	sign, e := s[:1], i+1
	h, width := p.digits(e)
	if s != sign {
		h, width = figures(s, 1, 2)
		width--
		e--
	}
	if width < 1 || width > 2 || h > 14 || p.is(e+1, ":") {
		return "", i
	}
	return fmt.Sprintf("%s%02d", sign, h), e + 1
}

// zoneAt reports whether a time zone stands at i; its letters must be capitals,
// as "et" and "est" are words of other languages and names.
func (p *parser) zoneAt(i int) bool {
	w, e := p.entry(i, isZone)
	if w == nil {
		return false
	}
	s := p.raw(i)
	return e > i+1 || 'A' <= s[len(s)-1] && s[len(s)-1] <= 'Z'
}

// after is the first lexeme at or after byte end, when end is where a lexeme
// after i ends or begins; 0 where it falls inside one.
func (p *parser) after(i, end int) int {
	j := i
	for j < p.high && int(p.lexemes[j].start) < end {
		j++
	}
	last := p.lexemes[j-1]
	switch {
	case int(last.end) == end, int(last.end) == end+1 && p.text[end] == '.':
		return j
	}
	return 0
}
