package web

import (
	"fmt"
	"strings"
	"testing"

	"rapporteur/record"
)

// printed is segments with their marks in brackets: names in square ones, extents in round ones.
func printed(segments []segment) string {
	var b strings.Builder
	for _, s := range segments {
		names, within := "", ""
		for _, m := range s.Names {
			names += fmt.Sprint(int(m.ID))
		}
		for _, m := range s.Within {
			within += fmt.Sprint(int(m.ID))
		}
		switch {
		case names != "" && within != "":
			fmt.Fprintf(&b, "[%s|%s(%s)]", s.Text, names, within)
		case names != "":
			fmt.Fprintf(&b, "[%s|%s]", s.Text, names)
		case within != "":
			fmt.Fprintf(&b, "(%s|%s)", s.Text, within)
		default:
			b.WriteString(s.Text)
		}
	}
	return b.String()
}

func TestSegments(t *testing.T) {
	name := func(id, rank int, spans ...[2]int) mark { return mark{ID: record.ID(id), Rank: rank, Names: spans} }
	for _, c := range []struct {
		name  string
		from  int
		to    int
		marks []mark
		want  string
	}{
		{"none", 0, 10, nil, "0123456789"},
		{"one", 0, 10, []mark{name(1, 1, [2]int{2, 4})}, "01[23|1]456789"},
		{"nested", 0, 10, []mark{name(1, 1, [2]int{0, 10}), name(2, 0, [2]int{3, 5})}, "[012|1][34|21][56789|1]"},
		{"crossing", 0, 10, []mark{name(1, 1, [2]int{0, 5}), name(2, 2, [2]int{3, 8})}, "[012|1][34|12][567|2]89"},
		{"same", 0, 10, []mark{name(2, 1, [2]int{3, 5}), name(1, 1, [2]int{3, 5})}, "012[34|12]56789"},
		{"side by side", 0, 10, []mark{name(1, 1, [2]int{0, 5}), name(2, 1, [2]int{5, 10})}, "[01234|1][56789|2]"},
		{"twice", 0, 10, []mark{name(1, 1, [2]int{0, 4}, [2]int{2, 6})}, "[01|1][23|1][45|1]6789"},
		{"cut at the sentence", 3, 7, []mark{name(1, 1, [2]int{0, 5})}, "[34|1]56"},
		{"outside", 3, 7, []mark{name(1, 1, [2]int{7, 9}), name(2, 1, [2]int{0, 3})}, "3456"},
		{"empty", 0, 10, []mark{name(1, 1, [2]int{4, 4})}, "0123456789"},
		{"extent", 0, 10, []mark{{ID: 1, Names: [][2]int{{0, 2}}, Extents: [][2]int{{4, 8}}}, name(2, 1, [2]int{5, 6})}, "[01|1]23(4|1)[5|2(1)](67|1)89"},
	} {
		if got := printed(segments("0123456789", c.from, c.to, c.marks)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func FuzzSegments(f *testing.F) {
	f.Add("some words", 0, 4, 2, 7, 1, 3)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d, from, to int) {
		from, to = max(from, 0), min(to, len(text))
		if from > to {
			return
		}
		got := ""
		for _, s := range segments(text, from, to, []mark{{ID: 1, Names: [][2]int{{a, b}}}, {ID: 2, Extents: [][2]int{{c, d}}}}) {
			if s.Text == "" {
				t.Error("an empty segment")
			}
			got += s.Text
		}
		if got != text[from:to] {
			t.Errorf("%q became %q", text[from:to], got)
		}
	})
}
