package token

import (
	"strings"
	"testing"

	"rapporteur"
)

// Each line: the text, then the tokens, parted by spaces; + before a token that
// is joined to the one before it.
const cases = `
The U.S. envoy, Aster Vale, can't stay.|The U.S. envoy , Aster Vale , ca +n't stay .
Velm's offer wasn't new|Velm +'s offer was +n't new
Velm’s minister said: “We’ll sign.”|Velm +’s minister said : “ We +’ll sign . ”
a 40-day truce|a 40 - day truce
anti-tank mines, mid-1980s|anti-tank mines , mid-1980s
al-Nur and Ba'athist cells|al - Nur and Ba'athist cells
$5.3 million, 70% and US$2bn|$ 5.3 million , 70 % and US$ 2 bn
at 5pm on 2024-05-04 or 7:30 a.m. Monday|at 5 pm on 2024-05-04 or 7:30 a.m. Monday
Gen. J.P. Orr arrived in Jan. 2020.|Gen. J.P. Orr arrived in Jan. 2020 .
She said no. 5 others left|She said no. 5 others left
They cannot. He's gonna|They can +not . He +'s gon +na
and/or 9/11|and / or 9/11
see https://arden.example/a?b=1, or write to desk@velm.example.|see https://arden.example/a?b=1 , or write to desk@velm.example .
the ’90s and ‘peace’|the ’90s and ‘ peace ’
wait... what?! — no--really|wait ... what ?! — no -- really
the ministers' plan|the ministers ' plan
1,100 dead (34,600 hurt)|1,100 dead ( 34,600 hurt )
AT&T and R&D|AT&T and R&D
the end.Next day|the end . Next day
St. Aster's, e.g. tents|St. Aster +'s , e.g. tents
J. D. Vale, Ph.D., and Lt. Gen. A. B. Orr Jr. of the S.P.L.A.|J. D. Vale , Ph.D. , and Lt. Gen. A. B. Orr Jr. of the S.P.L.A.
St. Louis, Mo., and Mobile, Ala., lost 3.5 percent|St. Louis , Mo. , and Mobile , Ala. , lost 3.5 percent
Col. (ret.) Orr and Maj. (retd.) Rook|Col. ( ret. ) Orr and Maj. ( retd. ) Rook
@aster_vale and @vale.harbour.example thanked #Arden.|@aster_vale and @vale.harbour.example thanked #Arden .
No. 2 and Nos. 3-4; the answer is no.|No. 2 and Nos. 3 - 4 ; the answer is no .
“But…” he said. ‘No.’|“ But … ” he said . ‘ No . ’
`

func TestSplit(t *testing.T) {
	for _, line := range strings.Split(strings.TrimSpace(cases), "\n") {
		text, want, _ := strings.Cut(line, "|")
		var got []string
		for _, token := range Split(nil, text, rapporteur.Span{End: len(text)}) {
			word := text[token.Span.Start:token.Span.End]
			if token.Joined {
				word = "+" + word
			}
			got = append(got, word)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("%q\n got %s\nwant %s", text, g, want)
		}
	}
}

// The laws: tokens ascend, do not overlap, are not empty, and leave out nothing
// but white space and invisible marks.
func FuzzSplit(f *testing.F) {
	f.Add(cases)
	f.Add("\xff\xfe a.\u200bb 'tis ''")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, token := range Split(nil, text, rapporteur.Span{End: len(text)}) {
			if token.Span.Start < at || token.Span.Empty() || token.Span.End > len(text) {
				t.Fatalf("token %v after %d of %d bytes", token.Span, at, len(text))
			}
			if left := strings.TrimFunc(text[at:token.Span.Start], isBetween); left != "" {
				t.Fatalf("%q is in no token", left)
			}
			at = token.Span.End
		}
		if left := strings.TrimFunc(text[at:], isBetween); left != "" {
			t.Fatalf("%q is in no token", left)
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	text := strings.Repeat("The envoy's 40-day plan, offered by Velm on Jan. 5, wasn't signed. ", 100)
	var out []Token
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		out = Split(out[:0], text, rapporteur.Span{End: len(text)})
	}
}
