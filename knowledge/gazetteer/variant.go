package gazetteer

import "strings"

// Variant is a coarser spelling than Fold, under which the transliterations of
// one name from Arabic, Persian, Cyrillic, Hebrew, Ge'ez or Burmese script
// usually meet: "Deir al-Balah" and "Dayr al Balaḩ", "El Fasher" and "Al
// Fashir", "Khan Younis" and "Khān Yūnis". It takes a folded name. Articles are
// dropped, long and short vowels made equal, double consonants single, a final
// h after a vowel lost. "" for a name with too little left to tell it apart.
func Variant(folded string) string {
	out := make([]byte, 0, len(folded))
	for word, rest := "", folded; rest != ""; {
		word, rest, _ = strings.Cut(rest, " ")
		if article[word] && (rest != "" || len(out) > 0) {
			continue
		}
		// Words are joined: "Abu Kamal" and "Abukamal" are one name.
		out = appendVariant(out, word)
	}
	if len(out) < 4 {
		return ""
	}
	return string(out)
}

var article = map[string]bool{
	"al": true, "el": true, "ad": true, "ed": true, "an": true, "en": true, "ar": true, "er": true, "as": true, "es": true,
	"ash": true, "esh": true, "at": true, "et": true, "az": true, "ez": true, "adh": true, "edh": true, "ath": true, "ul": true, "l": true,
}

// digraphs are rewritten before single letters are looked at, longest first.
var digraphs = []struct{ from, to string }{
	{"tch", "c"}, {"dzh", "j"}, {"ouw", "u"},
	{"ch", "c"}, {"dj", "j"}, {"ph", "f"}, {"ck", "k"}, {"kh", "x"}, {"gh", "g"}, {"dh", "d"}, {"th", "t"},
	{"ou", "u"}, {"oo", "u"}, {"ee", "i"}, {"ei", "i"}, {"ey", "i"}, {"ai", "i"}, {"ay", "i"}, {"ie", "i"}, {"iy", "i"}, {"yi", "i"},
	{"au", "u"}, {"aw", "u"}, {"ow", "u"}, {"uw", "u"}, {"aa", "a"}, {"ii", "i"}, {"uu", "u"}, {"ia", "a"}, {"ya", "a"},
}

func appendVariant(out []byte, word string) []byte {
	start := len(out)
	for i := 0; i < len(word); {
		piece, n := word[i:i+1], 1
		for _, d := range digraphs {
			if strings.HasPrefix(word[i:], d.from) && (i > 0 || d.to != "a") { // not the first sound of "Yaba"
				piece, n = d.to, len(d.from)
				break
			}
		}
		switch piece {
		case "e", "y":
			piece = "i"
		case "o":
			piece = "u"
		case "q":
			piece = "k"
		case "w":
			piece = "v"
		case "h":
			if i+1 == len(word) {
				piece = ""
			}
		}
		i += n
		if piece == "" || len(out) > start && out[len(out)-1] == piece[0] {
			continue
		}
		out = append(out, piece...)
	}
	return out
}
