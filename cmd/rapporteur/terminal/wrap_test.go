package terminal

import (
	"strings"
	"testing"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"one two three four", "- one two\n  three four\n"},
		{"one two" + Tie + "three four", "- one\n  two three\n  four\n"},
		{"https://harbour-post.example/a/long/one is whole", "- https://harbour-post.example/a/long/one\n  is whole\n"},
		{"停火 停火 停火 x", "- 停火 停火\n  停火 x\n"}, // two columns each
		{"", "- \n"},
	} {
		if got := Wrap(c.text, 12, "- ", "  "); got != c.want {
			t.Errorf("%q is wrapped\n%swant\n%s", c.text, got, c.want)
		}
	}
}

func TestColourTakesNoRoom(t *testing.T) {
	p := Palette{On: true}
	plain := Wrap("Arden accused Velm of a raid", 14, "  ", "    ")
	coloured := Wrap(p.Strong("Arden")+" "+p.Doubt("accused Velm")+" of a "+p.Faint("raid"), 14, "  ", "    ")
	if got := strip(coloured); got != plain {
		t.Errorf("without its colour\n%swant\n%s", got, plain)
	}
	if (Palette{}).Strong("Arden") != "Arden" {
		t.Error("the zero Palette writes colour")
	}
}

func strip(s string) string {
	for {
		before, after, ok := strings.Cut(s, "\x1b[")
		if !ok {
			return s
		}
		_, after, _ = strings.Cut(after, "m")
		s = before + after
	}
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"a\n\n  b\tc":        "a b c",
		"\x1b[2Jgone\x07":    "[2Jgone",
		"\u202Eevil\u202C":   "evil",
		"é “curly” – 30 000": "é “curly” – 30 000",
		" ":                  "",
	} {
		if got := Plain(in); got != want {
			t.Errorf("Plain(%q) = %q, want %q", in, got, want)
		}
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("one two three", 10)
	f.Add("\x1b[", 0)
	f.Add("a"+Tie+"b", -1)
	f.Fuzz(func(t *testing.T, text string, width int) {
		text = Plain(text)
		got := strings.Join(strings.Fields(Wrap(text, width, "", " ")), " ")
		if want := strings.Join(strings.Fields(text), " "); got != want {
			t.Errorf("%q wrapped to %d has the words %q", text, width, got)
		}
	})
}
