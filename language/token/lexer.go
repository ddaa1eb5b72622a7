package token

import (
	"strings"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/knowledge/words"
)

// lexer cuts one chunk (what stands between white space) after the other.
type lexer struct {
	text string
	end  int // of the stretch
	out  []Token
}

func (l *lexer) emit(from, to int, joined bool) {
	if from < to {
		l.out = append(l.out, Token{rapporteur.Span{Start: from, End: to}, joined})
	}
}

// at is the rune at i within the chunk, or 0 beyond it.
func (l *lexer) at(i, end int) rune {
	if i >= end {
		return 0
	}
	r, _ := decode(l.text, i, end)
	return r
}

func (l *lexer) chunk(from, to int) {
	if i, j, ok := address(l.text[from:to]); ok {
		l.cut(from, from+i)
		l.emit(from+i, from+j, false)
		l.cut(from+j, to)
		return
	}
	l.cut(from, to)
}

// cut reads a chunk that holds no address.
func (l *lexer) cut(from, to int) {
	for i := from; i < to; {
		r, size := decode(l.text, i, to)
		switch {
		case isInvisible(r):
			i += size
		case isWord(r):
			i = l.word(i, to)
		case isApostrophe(r):
			i = l.apostrophe(i, to)
		case (r == '#' || r == '@') && isWord(l.at(i+size, to)) && i == from && !isDigit(l.at(i+size, to)):
			end := l.run(i+size, to)
			for r == '@' && l.at(end, to) == '.' && isLower(l.at(end+1, to)) {
				end = l.run(end+1, to) // @vale.harbour.example
			}
			l.emit(i, end, false)
			i = end
		default:
			i = l.punctuation(i, to)
		}
	}
}

// run is the end of the letters and digits from i on.
func (l *lexer) run(i, to int) int {
	for i < to {
		r, size := decode(l.text, i, to)
		if !isWord(r) {
			break
		}
		i += size
	}
	return i
}

// word reads a word that begins at i with what binds to it, and returns where
// the next token begins.
func (l *lexer) word(from, to int) int {
	end := l.run(from, to)
	for end < to {
		r, size := decode(l.text, end, to)
		next := l.at(end+size, to)
		if !isWord(next) || !l.binds(r, from, end, end+size, to) {
			break
		}
		end = l.run(end+size, to)
	}
	end = l.unit(from, end)
	if end < to && l.text[end] == '$' && allUpper(l.text[from:end]) && end-from <= 3 {
		end++ // US$, A$, HK$
	}
	if end < to && l.text[end] == '.' && l.at(end+1, to) != '.' && l.abbreviation(from, end, to) {
		end++
	}
	l.clitics(from, end)
	return end
}

// binds reports whether the mark r between the word [from, end) and the word
// that begins at next leaves them one token.
func (l *lexer) binds(r rune, from, end, next, to int) bool {
	before, _ := utf8.DecodeLastRuneInString(l.text[from:end])
	after := l.at(next, to)
	digits := isDigit(before) && isDigit(after)
	switch r {
	case '\'', '’', 'ʼ', '`', '´':
		return true // "it's", "O'Rourke"; clitics are cut off later
	case '.':
		// Decimals, initialisms (U.S.A), file and host names; a stop before a
		// capital is the end of a sentence whose space was lost.
		return digits || isLower(after) && !isDigit(before) && from+1 < end || l.initials(from, end) || l.degree(from, end, next, to)
	case ',':
		return digits && l.run(next, to)-next >= 2
	case ':':
		return digits && l.run(next, to)-next == 2
	case '/':
		return digits
	case '&':
		return isUpper(before) && isUpper(after) && end-from <= 3
	case '-', '‐', '‑':
		return l.hyphen(from, end, next, to)
	case '@', '*', '·', '…':
		return r == '*' || r == '·'
	}
	return false
}

// degree reports whether a stop parts an abbreviation from a capital letter with a
// stop of its own: "Ph.D."
func (l *lexer) degree(from, end, next, to int) bool {
	return end-from <= 3 && isUpper(l.at(next, to)) && l.at(next+1, to) == '.' && !isWord(l.at(next+2, to)) && words.Abbreviations()[strings.ToLower(l.text[from:end])]
}

// initials reports whether [from, end) is single letters parted by stops: the
// "U" and "U.S" of "U.S.A".
func (l *lexer) initials(from, end int) bool {
	single := false
	for i := from; i < end; {
		r, size := decode(l.text, i, end)
		i += size
		if isDigit(r) {
			return false
		}
		if i < end {
			if l.text[i] != '.' {
				return false
			}
			i++
		}
		single = true
	}
	return single
}

// hyphen reports whether the hyphen leaves one token.
func (l *lexer) hyphen(from, end, next, to int) bool {
	first := l.text[from:end]
	second := l.text[next:l.run(next, to)]
	if strings.Contains(first, "-") {
		return allDigits(strings.ReplaceAll(first, "-", "")) && allDigits(second) // 2024-05-04, 713-853-3989
	}
	if allDigits(first) && allDigits(second) {
		after := l.run(next, to)
		isDate := len(first) == 4 && len(second) == 2 && l.at(after, to) == '-' && isDigit(l.at(after+1, to))
		isPhone := len(first) == 3 && (len(second) == 4 || len(second) == 3 && l.at(after, to) == '-' && isDigit(l.at(after+1, to)))
		return isDate || isPhone
	}
	return words.Prefixes()[strings.ToLower(first)] && (len(first) > 1 || isLower(l.at(next, to)))
}

// unit parts a number from the unit written to it ("5pm", "10km") by ending the
// word before the unit; ordinals and decades ("20th", "1990s") stay whole.
func (l *lexer) unit(from, end int) int {
	i := from
	for i < end && (isDigit(rune(l.text[i])) || strings.IndexByte(".,:", l.text[i]) >= 0) {
		i++
	}
	if i == from || i == end || !isDigit(rune(l.text[i-1])) {
		return end
	}
	switch strings.ToLower(l.text[i:end]) {
	case "am", "pm", "a.m", "p.m", "km", "kg", "cm", "mm", "m", "mph", "k", "bn", "mn", "ft", "mw", "gw", "kw", "mb", "gb", "hrs", "min", "gmt", "utc", "lb", "lbs", "oz", "kph", "ha", "sq", "tn", "b":
		return i
	}
	return end
}

// abbreviation reports whether the stop after [from, end) belongs to the word.
func (l *lexer) abbreviation(from, end, to int) bool {
	word := l.text[from:end]
	last := end+1 >= to // the stop ends the chunk: another word may follow
	if l.initials(from, end) {
		// "J." and "U.S." keep their stop, and so does a lone "I." only where a
		// name goes on: as a pronoun it ends the sentence.
		return word != "I" || l.followedByCapital(end+1)
	}
	if at := strings.LastIndexByte(word, '-'); at >= 0 {
		word = word[at+1:]
	}
	lower := strings.ToLower(word)
	if !words.Abbreviations()[lower] {
		return false
	}
	switch lower {
	case "no", "nos":
		return l.followedByDigit(end + 1) // "No. 5", but "She said no."
	case "co", "al", "p", "v", "par", "fig", "inc", "ltd", "corp", "etc", "jr", "sr":
		return true
	}
	// Ordinary words that are abbreviations too must be written as names are.
	switch lower {
	case "sat", "sun", "mar", "dec", "ind", "ill", "miss", "mass", "wash", "ore", "del", "pop", "min", "fig", "spec", "mon", "col", "gov", "rep", "ed", "det", "est", "pa", "la", "const", "conf", "admin", "fri", "wed", "mo", "ala":
		first, _ := utf8.DecodeRuneInString(word)
		return isUpper(first) && (l.followedByCapital(end+1) || l.followedByDigit(end+1) || l.followedByLower(end+1) || l.follow(end+1) == '(' || !last)
	}
	return true
}

// follow is the first rune after white space from i on, 0 at the end.
func (l *lexer) follow(i int) rune {
	for i < l.end {
		r, size := decode(l.text, i, l.end)
		if r != ' ' && r != '\n' && r != '\t' && r != 0xa0 {
			return r
		}
		i += size
	}
	return 0
}

func (l *lexer) followedByCapital(i int) bool { return isUpper(l.follow(i)) }
func (l *lexer) followedByDigit(i int) bool   { return isDigit(l.follow(i)) }
func (l *lexer) followedByLower(i int) bool   { return isLower(l.follow(i)) }

// punctuation reads one mark, or a run of the same mark that is one token.
func (l *lexer) punctuation(from, to int) int {
	if end := emoticon(l.text[from:to]); end > 0 {
		l.emit(from, from+end, false)
		return from + end
	}
	r, size := decode(l.text, from, to)
	end := from + size
	for end < to {
		next, n := decode(l.text, end, to)
		if !runs(r, next) {
			break
		}
		end += n
	}
	l.emit(from, end, false)
	return end
}

// emoticon is the length of the face that s begins with, 0 where it has none.
func emoticon(s string) int {
	if s[0] != ':' && s[0] != ';' {
		return 0
	}
	for _, face := range [...]string{":-)", ":-(", ";-)", ":)", ":(", ";)", ":D"} {
		if strings.HasPrefix(s, face) && (len(s) == len(face) || !isWord(rune(s[len(face)]))) {
			return len(face)
		}
	}
	return 0
}

// runs reports whether marks a and b, side by side, are one token.
func runs(a, b rune) bool {
	switch a {
	case '.', '-', '*', '=', '_', '~', '<', '>', '+', '—', '–', '…', '•':
		return a == b
	case '!', '?':
		return b == '!' || b == '?'
	case '$':
		return b == '$'
	}
	return false
}

func allUpper(s string) bool {
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return s != ""
}

func allDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
