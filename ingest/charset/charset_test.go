package charset

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/htmlindex"

	"rapporteur"
)

// encoded is text in the named encoding.
func encoded(t *testing.T, name, text string) []byte {
	t.Helper()
	found, err := htmlindex.Get(name)
	if err != nil {
		t.Fatal(err)
	}
	out, err := found.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return []byte(out)
}

const (
	english = "“We won’t sign,” said Aster Vale — the envoy of Arden — on Monday.\r\n\r\nThe café in Velm was closed.\n"
	russian = "Делегация Ардена прибыла в Вельм на переговоры о перемирии. Посредники заявили, что стороны обсуждают обмен пленными и открытие паромной переправы."
	chinese = "阿登代表团抵达维尔姆，就停火问题进行会谈。调解人表示，双方正在讨论交换俘虏和重新开放渡口的问题。"
)

func TestDecode(t *testing.T) {
	for name, test := range map[string]struct {
		raw      []byte
		declared string
		want     string
		note     string // words of the note; "" for none
	}{
		"ASCII":                         {[]byte("Talks resumed.\r\n"), "", "Talks resumed.\r\n", ""},
		"UTF-8":                         {[]byte(english), "", english, ""},
		"UTF-8 with a mark":             {[]byte("\xEF\xBB\xBF" + english), "", english, ""},
		"UTF-8 under a wrong name":      {[]byte(english), "iso-8859-1", english, "declared as windows-1252 but valid as UTF-8"},
		"a mark beats the declaration":  {[]byte("\xEF\xBB\xBFcaf\xC3\xA9"), "windows-1251", "café", ""},
		"windows-1252 undeclared":       {encoded(t, "windows-1252", english), "", english, "no encoding is declared; read as windows-1252"},
		"windows-1252 declared":         {encoded(t, "windows-1252", english), "ISO-8859-1", english, ""},
		"windows-1252 as UTF-8":         {encoded(t, "windows-1252", english), "utf-8", english, "declared as UTF-8 but not valid so; read as windows-1252"},
		"windows-1251 undeclared":       {encoded(t, "windows-1251", russian), "", russian, "read as windows-1251"},
		"windows-1251 declared":         {encoded(t, "windows-1251", russian), "cp1251", russian, ""},
		"GB18030 declared":              {encoded(t, "gb18030", chinese), "gb2312", chinese, ""},
		"GB18030 undeclared":            {encoded(t, "gb18030", chinese), "", chinese, "no encoding is declared"},
		"unknown declaration":           {[]byte(english), "utf-ate", english, ""},
		"UTF-16 with a mark":            {append([]byte("\xFF\xFE"), encoded(t, "utf-16le", english)...), "", english, ""},
		"UTF-16 big-endian with a mark": {append([]byte("\xFE\xFF"), encoded(t, "utf-16be", english)...), "", english, ""},
		"UTF-16 without a mark":         {encoded(t, "utf-16le", english), "", english, ""},
		"UTF-16 big-endian without":     {encoded(t, "utf-16be", english), "", english, ""},
		"UTF-32 with a mark":            {[]byte("\xFF\xFE\x00\x00a\x00\x00\x00b\x00\x00\x00"), "", "ab", ""},
		"UTF-8 damaged":                 {[]byte("“No,” she\xff said.\n“Yes\xe2\x80"), "", "“No,” she\uFFFD said.\n“Yes\uFFFD\uFFFD", "3 bytes are no text in UTF-8 and became U+FFFD, the first in line 1"},
		"damaged before":                {[]byte("the caf\uFFFD"), "", "the caf\uFFFD", "1 character was lost before the text came here"},
		"NUL":                           {[]byte("one\ntwo\x00three four five"), "", "one\ntwo\uFFFDthree four five", "1 byte is no text in UTF-8 and became U+FFFD, the first in line 2"},
		"holes of windows-1252":         {[]byte("caf\xe9 \x9d closed"), "windows-1252", "café \uFFFD closed", "1 byte is no text in windows-1252"},
		"an odd byte at the end":        {[]byte("\xFF\xFEa\x00b\x00c"), "", "ab\uFFFD", "1 byte is no text in UTF-16"},
		"empty":                         {nil, "", "", ""},
	} {
		got, notes := Decode(test.raw, test.declared)
		if got != test.want {
			t.Errorf("%s: %q; want %q", name, got, test.want)
		}
		switch {
		case test.note == "" && len(notes) > 0:
			t.Errorf("%s: unexpected note %q", name, notes[0].Text)
		case test.note != "" && (len(notes) == 0 || !strings.Contains(notes[len(notes)-1].Text, test.note)):
			t.Errorf("%s: notes %v; want one that says %q", name, notes, test.note)
		}
	}
}

func TestDeclared(t *testing.T) {
	for _, test := range []struct{ raw, contentType, want string }{
		{"<html>", "text/html; charset=koi8-r", "koi8-r"},
		{`<meta charset="utf-8">`, `text/html; charset="Windows-1251"`, "Windows-1251"},
		{"", "text/html;; charset=utf-8;", "utf-8"},
		{`<html><head><META CHARSET=big5>`, "text/html", "big5"},
		{`<meta content="text/html; charset=euc-jp" http-equiv=Content-Type>`, "", "euc-jp"},
		{`<meta name="description" content="charset=fake">`, "", ""},
		{`<!-- <meta charset="fake"> --><meta charset="utf-8">`, "", "utf-8"},
		{"\n<?xml version='1.0' encoding='iso-8859-2'?><html>", "", "iso-8859-2"},
		{`<?xml encoding=utf-8`, "", ""},
		{strings.Repeat(" ", head) + `<meta charset="late">`, "", ""},
	} {
		if got := Declared([]byte(test.raw), test.contentType); got != test.want {
			t.Errorf("%.60q with %q: %q; want %q", test.raw, test.contentType, got, test.want)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte(english), "")
	f.Add([]byte("\xFF\xFEa\x00b"), "utf-16")
	f.Add([]byte("caf\xe9 \x00\x9d"), "iso-2022-jp")
	f.Add([]byte("\x1b$B\x81\x30\xff"), "gb18030")
	f.Fuzz(func(t *testing.T, raw []byte, declared string) {
		text, notes := Decode(raw, declared)
		if !utf8.ValidString(text) || strings.IndexByte(text, 0) >= 0 {
			t.Errorf("not valid text: %q", text)
		}
		for _, note := range notes {
			if note.Kind != rapporteur.NoteEncoding || note.Text == "" {
				t.Errorf("note %+v", note)
			}
			if !note.Span.Empty() && text[note.Span.Start:note.Span.End] != "\uFFFD" {
				t.Errorf("note at %v is not at a replaced byte of %q", note.Span, text)
			}
		}
	})
}
