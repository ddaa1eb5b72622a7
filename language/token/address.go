package token

import "strings"

// address finds a web or mail address in the chunk and says where it begins and
// ends, closing punctuation left out.
func address(chunk string) (from, to int, ok bool) {
	at := strings.Index(chunk, "://")
	switch {
	case at > 0:
		from = at
		for from > 0 && 'a' <= chunk[from-1]|0x20 && chunk[from-1]|0x20 <= 'z' {
			from--
		}
	case strings.HasPrefix(strings.ToLower(chunk), "www."):
		from = 0
	case strings.Count(chunk, "@") == 1 && strings.Contains(chunk[strings.IndexByte(chunk, '@'):], "."):
		at = strings.IndexByte(chunk, '@')
		if at == 0 {
			return 0, 0, false
		}
		for from = at; from > 0 && isMailByte(chunk[from-1]); {
			from--
		}
		if from == at {
			return 0, 0, false
		}
	default:
		return 0, 0, false
	}
	to = len(strings.TrimRight(chunk, ".,;:!?'\"”’)]}>…"))
	if to <= from {
		return 0, 0, false
	}
	return from, to, true
}

func isMailByte(b byte) bool {
	return 'a' <= b|0x20 && b|0x20 <= 'z' || '0' <= b && b <= '9' || strings.IndexByte("._-+%", b) >= 0
}
