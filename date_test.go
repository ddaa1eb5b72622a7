package rapporteur

import "testing"

func TestCovered(t *testing.T) {
	for _, c := range []struct{ from, to, want string }{
		{"2024-03-11", "2024-03-11", "2024-03-11"},
		{"2024-02-01", "2024-02-29", "2024-02"},
		{"2024-01-01", "2024-12-31", "2024"},
		{"2024-03-11", "2024-03-17", "2024-03-11/2024-03-17"},
		{"2024-02-01", "2024-03-31", "2024-02-01/2024-03-31"},
		{"2024-03-11", "", ""},
		{"", "2024-03-11", ""},
	} {
		if got := (Date{From: c.from, To: c.to}).Covered(); got != c.want {
			t.Errorf("%q to %q covers %q, want %q", c.from, c.to, got, c.want)
		}
	}
}
