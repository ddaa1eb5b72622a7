package coref

import "strings"

// called reports whether a full name may be a form of the individual's.
func (who *individual) called(words []string) bool {
	for _, form := range who.forms {
		if len(form) > 1 && sameFullName(form, words) {
			return true
		}
	}
	return false
}

// sameFullName reports whether two names of two words or more can be one: one
// begins or ends the other ("Salva Kiir", "Salva Kiir Mayardit"), or they differ
// only by what stands in the middle or is cut to an initial.
func sameFullName(a, b []string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if beginsWith(a, b) || endsWith(a, b) {
		return true
	}
	if len(a) == 2 && len(b) == 2 && a[0] == b[1] && a[1] == b[0] {
		return true // given name first or last
	}
	if a[len(a)-1] != b[len(b)-1] || !sameWord(a[0], b[0]) {
		return false
	}
	i := 1
	for _, w := range b[1 : len(b)-1] {
		for i < len(a)-1 && !sameWord(a[i], w) {
			i++
		}
		if i == len(a)-1 {
			return false
		}
		i++
	}
	return true
}

// sameWord lets an initial stand for a word, and overlooks a slip in a long one.
func sameWord(a, b string) bool {
	return a == b || len(a) == 1 && strings.HasPrefix(b, a) || len(b) == 1 && strings.HasPrefix(a, b) || slip(a, b)
}

// slip reports whether two words of six letters or more differ by one letter, or
// by two that have changed places.
func slip(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	if len(b) < 6 || len(a)-len(b) > 1 {
		return false
	}
	i := 0
	for i < len(b) && a[i] == b[i] {
		i++
	}
	switch {
	case i == len(b):
		return true
	case len(a) > len(b):
		return a[i+1:] == b[i:]
	}
	return a[i+1:] == b[i+1:] || i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// rank says how well a short name fits: as the same short name (4), surname
// (3), given name (2) or a name in the middle (1).
func (who *individual) rank(words []string) int {
	best := 0
	bare := words
	for len(bare) > 1 && particle(bare[0]) {
		bare = bare[1:]
	}
	for _, form := range who.forms {
		switch {
		case len(form) == len(words) && equalWords(form, words):
			best = max(best, 4)
		case endsWith(form, words), endsWith(form, bare):
			best = max(best, 3)
		case beginsWith(form, words):
			best = max(best, 2)
		case len(words) == 1 && len(words[0]) > 2:
			for _, w := range form {
				if w == words[0] {
					best = max(best, 1)
				}
			}
		}
	}
	if best == 4 && len(who.forms) > 1 {
		best = 3 // as good as the surname of another with that name
	}
	return best
}
