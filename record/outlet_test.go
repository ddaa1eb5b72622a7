package record

import "testing"

func TestWhoseReport(t *testing.T) {
	for opening, want := range map[string]string{
		"PORT SOL, March 3 (Reuters) - Delegates met.":          "Reuters",
		"\n BOGOTA (Reuters) – The government":                  "Reuters",
		"PORT SOL — Delegates (and others) — met.":              "",
		"The Velm Liberation Front (VLF) - one of three - met.": "",
		"Delegates met.": "",
	} {
		if got := credited(opening); got != want {
			t.Errorf("%q is credited to %q, want %q", opening, got, want)
		}
	}
	for _, c := range []struct{ origin, publisher, want string }{
		{"Reuters", "Harbour Post", "Reuters via Harbour Post"},
		{"", "Harbour Post", "Harbour Post"},
		{"Reuters", "", "Reuters"},
		{"AP", "The Associated Press", "The Associated Press"},
		{"Harbour Post", "harbour post", "harbour post"},
	} {
		if got := through(c.origin, c.publisher); got != c.want {
			t.Errorf("through(%q, %q) is %q, want %q", c.origin, c.publisher, got, c.want)
		}
	}
	a, b := copied{Mention{Article: "1", Published: "2024-03-01"}, "Harbour Post"}, copied{Mention{Article: "2", Published: "2024-03-01"}, "Reuters"}
	if got := origin([]copied{a, b}, "1"); got != "Reuters" {
		t.Errorf("of one day the agency is not first: %q", got)
	}
	if b.Published = "2024-03-02"; origin([]copied{a, b}, "1") != "" || origin([]copied{a, b}, "2") != "Harbour Post" {
		t.Error("who had it the day before is first")
	}
}
