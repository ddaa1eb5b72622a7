package lexis

import "testing"

func TestDescribe(t *testing.T) {
	for _, c := range []struct {
		word   string
		kind   Case
		last   Last
		length uint8
	}{
		{"truce", CaseLower, LastLetter, 5},
		{"Velm", CaseTitle, LastLetter, 4},
		{"NATO", CaseUpper, LastLetter, 4},
		{"McAdam", CaseMixed, LastLetter, 6},
		{"1,100", CaseNone, LastDigit, 5},
		{"U.S.", CaseUpper, LastMark, 4},
		{"Żółć", CaseTitle, LastLetter, 4},
		{"“", CaseNone, LastMark, 1},
		{"", CaseNone, LastMark, 0},
	} {
		w := Describe(c.word, nil)
		if w.Case != c.kind || w.Last != c.last || w.Length != c.length {
			t.Errorf("%q: case %d, last %d, length %d; want %d, %d, %d", c.word, w.Case, w.Last, w.Length, c.kind, c.last, c.length)
		}
	}
}

// What differs only in a way that does not matter must hash alike, and what
// matters must not.
func TestDescribeHashes(t *testing.T) {
	d := func(s string) Word { return Describe(s, nil) }
	for _, c := range []struct {
		what string
		same bool
		a, b uint64
	}{
		{"apostrophes of Form", true, d("Velm’s").Form, d("Velm's").Form},
		{"quotes of Form", true, d("“").Form, d("\"").Form},
		{"capitals of Form", false, d("Truce").Form, d("truce").Form},
		{"capitals of Lower", true, d("TRUCE").Lower, d("truce").Lower},
		{"digits of Lower", true, d("1987").Lower, d("2024").Lower},
		{"long runs of Shape", true, d("Velm").Shape, d("Arden").Shape},
		{"kinds of Shape", false, d("Velm1").Shape, d("Arden").Shape},
		{"suffix", true, d("mediation").Suffix[4], d("Nation").Suffix[4]},
		{"suffix of a short word", true, d("an").Suffix[4], d("an").Suffix[2]},
		{"prefix", true, d("mediator").Prefix[3], d("Medicine").Prefix[3]},
	} {
		if (c.a == c.b) != c.same {
			t.Errorf("%s: equal is %t, want %t", c.what, c.a == c.b, c.same)
		}
	}
}

func TestDescribeLongWord(t *testing.T) {
	long := make([]byte, 500)
	for i := range long {
		long[i] = 'a' + byte(i%26)
	}
	if got := Describe(string(long), nil).Length; got != 15 {
		t.Errorf("length %d, want the bound of 15", got)
	}
}

func TestClusters(t *testing.T) {
	words := []string{"truce", "ceasefire", "velm", "arden"}
	fine := []uint16{0b101_010_11_001, 0b101_010_11_000, 7, 2047}
	c := NewClusters(words, fine)
	back, err := LoadClusters(c.Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	for i, w := range words {
		want := [3]uint16{fine[i]>>6 + 1, fine[i]>>3 + 1, fine[i] + 1}
		if got := back.Of(Lower(w)); got != want {
			t.Errorf("%s: clusters %v, want %v", w, got, want)
		}
	}
	if got := back.Of(Lower("unknown")); got != [3]uint16{} {
		t.Errorf("unknown word: clusters %v, want none", got)
	}
	if Describe("Truce", back).Cluster != back.Of(Lower("truce")) {
		t.Error("a capital changes the cluster")
	}
	for name, b := range map[string][]byte{"empty": nil, "other": []byte("RLT\x01aaaa"), "cut short": c.Append(nil)[:20]} {
		if _, err := LoadClusters(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
