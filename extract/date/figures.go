package date

// clockFigures reads "10:30", "10:30:15", "10.30am", "3pm", "3 p.m.", "1500" at
// byte at; end is 0 where there is no time.
func clockFigures(s string, at int) (c clock, end int, sure bool) {
	c.set = true
	h, k := figures(s, at, 4)
	switch n := k - at; {
	case n == 0:
		return c, 0, false
	case n == 4:
		c.hour, c.minute = h/100, h%100
		return c, valid(c, k), false
	case n == 3:
		return c, 0, false
	}
	c.hour = h
	if k < len(s) && (s[k] == ':' || s[k] == '.') {
		m, e := figures(s, k+1, 2)
		if e != k+3 || e < len(s) && isDigit(s[e]) {
			return c, 0, false
		}
		dot := s[k] == '.'
		c.minute, k = m, e
		if x, e := figures(s, k+1, 2); !dot && k < len(s) && s[k] == ':' && e == k+3 {
			c.second, c.seconds, k = x, true, e
		}
		e, pm, ok := glued(s, k)
		if ok {
			c.afternoon(pm)
			return c, valid(c, e), true
		}
		// "10.30" is a number unless a.m. or a zone follows as its own word.
		if dot && !followed(s, k) {
			return c, 0, false
		}
		return c, valid(c, k), false
	}
	if e, pm, ok := glued(s, k); ok && h <= 12 {
		c.afternoon(pm)
		return c, valid(c, e), true
	}
	return c, valid(c, k), false
}

func valid(c clock, end int) int {
	if c.hour > 24 || c.minute > 59 || c.second > 59 {
		return 0
	}
	return end
}

// figures reads up to most digits at k.
func figures(s string, k, most int) (value, end int) {
	for end = k; end < len(s) && end < k+most+1 && isDigit(s[end]); end++ {
		value = value*10 + int(s[end]-'0')
	}
	if end > k+most {
		return 0, k
	}
	return value, end
}

// glued reads "am", "pm", "a.m." written to the figures before byte k.
func glued(s string, k int) (end int, pm, ok bool) {
	if k+2 > len(s) {
		return k, false, false
	}
	c := s[k] | 0x20
	if c != 'a' && c != 'p' {
		return k, false, false
	}
	e := k + 1
	if s[e] == '.' {
		e++
	}
	if e >= len(s) || s[e]|0x20 != 'm' || e+1 < len(s) && letter(s[e+1]) {
		return k, false, false
	}
	return e + 1, c == 'p', true
}

// followed reports whether a.m., p.m. or a capital zone follows after a blank.
func followed(s string, k int) bool {
	if k+3 >= len(s) || s[k] != ' ' {
		return false
	}
	_, _, ok := glued(s, k+1)
	return ok || s[k+1:k+4] == "GMT" || s[k+1:k+4] == "UTC"
}

func letter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
