package sentence

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/language/token"
)

func TestDateline(t *testing.T) {
	const follows = " The ferry sailed at noon on Monday."
	for _, c := range []struct {
		text    string
		opening bool
		want    string // "" for none
	}{
		{"PORT VELM (Harbour Post) —" + follows, false, "PORT VELM (Harbour Post) —"},
		{"VELM, Arden, March 4 (Harbour Post) -" + follows, false, "VELM, Arden, March 4 (Harbour Post) -"},
		{"VELM, March 4 (Harbour Post)" + follows, true, "VELM, March 4 (Harbour Post)"},
		{"VELM, March 4 (Harbour Post) reported that the ferry sailed.", true, ""},
		{"VELM --" + follows, false, "VELM --"},
		{"VELM—" + follows, false, "VELM—"},
		{"March 4, 2024 (PORT VELM, Arden) — \"We sail at noon,\" the master said.", false, "March 4, 2024 (PORT VELM, Arden) —"},
		{"VELM/OSTER, March 4 (Harbour Post) - Two ferries sailed at noon.", false, "VELM/OSTER, March 4 (Harbour Post) -"},
		{"Port Velm, Arden –" + follows, true, "Port Velm, Arden –"},
		{"Velm -" + follows, true, "Velm -"},
		{"PORT VELM:" + follows, true, "PORT VELM:"},
		{"14:05 GMT" + follows, false, "14:05 GMT"},
		{"14:05 –" + follows, false, "14:05 –"},
		{"[1405 GMT]" + follows, false, "[1405 GMT]"},
		{"1405 GMT:" + follows, false, "1405 GMT:"},
		{"2:05 p.m. EST -" + follows, false, "2:05 p.m. EST -"},
		{"14:05 GMT Monday was the hour at which the ferry sailed.", false, ""},
		{"14:05 was the hour at which the ferry sailed.", false, ""},
		{"1,405 Ardenish soldiers left the port at noon.", false, ""},
		{"1405 soldiers left the port at noon on Monday.", false, ""},
		{"1405 GMT", false, ""},
		{"Velm -" + follows, false, ""}, // only the opening
		{"PORT VELM:" + follows, false, ""},
		{"The Velm Front (VF) — which left the talks in March — came back.", true, ""},
		{"Guinea-Bissau Republic soldiers left the port at noon.", true, ""},
		{"Arden, Velm, Oster and Norrland — four states in all — signed.", true, ""},
		{"The ferry - the last one - sailed at noon.", true, ""},
		{"Vale: We sail at noon tomorrow.", true, ""},
		{"— The ferry sailed at noon on Monday.", true, ""},
		{"VELM —", true, ""},
		{"", true, ""},
	} {
		var words []string
		var gaps []Gap
		tokens := token.Split(nil, c.text, rapporteur.Span{End: len(c.text)})
		for i, k := range tokens {
			words = append(words, c.text[k.Span.Start:k.Span.End])
			next := len(c.text)
			if i+1 < len(tokens) {
				next = tokens[i+1].Span.Start
			}
			gaps = append(gaps, GapOf(c.text, rapporteur.Span{Start: k.Span.End, End: next}))
		}
		got := ""
		if n := Dateline(words, gaps, c.opening); n > 0 {
			got = c.text[:tokens[n-1].Span.End]
		}
		if strings.TrimSpace(got) != c.want {
			t.Errorf("Dateline(%q, opening %v) = %q, want %q", c.text, c.opening, got, c.want)
		}
	}
}
