package rapporteur

import "unicode/utf8"

// A ruler turns byte offsets into code-point offsets. Most reports have a few
// curly quotes in a few kilobytes, so a count every stride bytes makes each
// question cheap without a table as long as the text.
type ruler struct {
	text  string
	marks []int // code points before byte i*stride; nil for ASCII text
}

const stride = 256

func newRuler(text string) ruler {
	ascii := true
	for i := 0; i < len(text) && ascii; i++ {
		ascii = text[i] < utf8.RuneSelf
	}
	if ascii {
		return ruler{text: text}
	}
	marks := make([]int, 0, len(text)/stride+1)
	n := 0
	for i := 0; i < len(text); i++ {
		if i%stride == 0 {
			marks = append(marks, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return ruler{text, marks}
}

// at is the number of code points before byte offset i.
func (r ruler) at(i int) int {
	i = min(max(i, 0), len(r.text))
	if r.marks == nil || i == 0 {
		return i
	}
	mark := min(i/stride, len(r.marks)-1)
	n := r.marks[mark]
	for j := mark * stride; j < i; j++ {
		if utf8.RuneStart(r.text[j]) {
			n++
		}
	}
	return n
}
