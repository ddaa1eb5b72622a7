package encoder

import (
	"slices"
	"strings"
	"testing"
)

func TestPieces(t *testing.T) {
	vocabulary := []string{"[UNK]", "[CLS]", "[SEP]", "un", "##aff", "##able", "cote", "-", "d", "’", "ivo", "##ire", "$", "5", "##0", "##x"}
	p := newPieces(vocabulary)
	for word, want := range map[string]string{
		"Unaffable":                     "un ##aff ##able",
		"Côte-d’Ivoire":                 "cote - d ’ ivo ##ire",
		"Co\u0302te":                    "cote", // the accent a mark of its own
		"$50":                           "$ 5 ##0",
		"unaffablez":                    "[UNK]", // one letter unknown, all unknown
		"z-un":                          "[UNK] - un",
		"\u200b":                        "[UNK]", // nothing to see is still a word
		"":                              "[UNK]",
		"un\u00adaff":                   "un ##aff", // a soft hyphen
		"un" + strings.Repeat("x", 20):  "un" + strings.Repeat(" ##x", 7),
		"un" + strings.Repeat("x", 400): "[UNK]",
	} {
		var got []string
		for _, n := range p.append(nil, apart(nil, word)) {
			got = append(got, vocabulary[n])
		}
		if strings.Join(got, " ") != want {
			t.Errorf("pieces of %q: %q, want %q", word, got, want)
		}
	}
	if got := p.append([]int32{7}, []byte("cote")); !slices.Equal(got, []int32{7, 6}) {
		t.Errorf("appended to [7]: %v", got)
	}
}

func TestShape(t *testing.T) {
	want := map[string]int32{
		"": 1, "—": 1, "talks": 2, "Talks": 3, "UN": 4, "U.S.": 4, "I": 5, "J.": 5, "McVenn": 6, "iPhone": 6, "2,500": 7, "F-16": 8, "É": 5, "Évian": 3,
	}
	for word, shape1 := range want {
		if got := shape(word, false); got != shape1 {
			t.Errorf("shape of %q: %d, want %d", word, got, shape1)
		}
		if got := shape(word, true); got != shape1+8 {
			t.Errorf("shape of %q at the beginning: %d, want %d", word, got, shape1+8)
		}
	}
}
