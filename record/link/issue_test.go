package link_test

import (
	"slices"
	"testing"

	"rapporteur/knowledge/linking"
	"rapporteur/record/link"
)

func TestIssue(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"a permanent ceasefire", "a complete end to the war", true},
		{"permanent ceasefire", "discuss a lasting truce", true},
		{"a permanent ceasefire", "a 40-day truce", false},
		{"withdrawal of all troops", "the army must pull out its troops", true},
		{"a withdrawal from Rafah", "withdraw its troops from Netzarim", false},
		{"a withdrawal from Rafah", "withdrawal of troops from the Rafah crossing", true},
		{"the release of all hostages", "free the captives held since May", true},
		{"the release of all hostages", "the release of 200 prisoners", false},
		{"a pay increase of 20 percent", "higher wages for teachers", true},
		{"a pay increase of 20 percent", "no cut in pensions", false},
		{"lift tariffs on its steel", "the duty of the army", false},
		{"who pays for the lighthouse", "the cost of the lighthouse on the reef", false},
		{"the lighthouse on the reef", "a lighthouse at the reef", true},
		{"uranium enrichment at Fordow", "how much it may enrich", true},
		{"uranium enrichment", "the level of enrichment", true},
		{"the proposal", "the offer", false},
	} {
		a, b := link.IssueOf(c.a), link.IssueOf(c.b)
		if got := linked(t, a, b); got != c.same {
			why, _ := a.Same(b)
			t.Errorf("%q %v and %q %v: same %v (%s), want %v", c.a, a.Kinds, c.b, b.Kinds, got, why, c.same)
		}
	}
}

// Every row of the table is found in its own example.
func TestIssuesAreKnownByTheirExamples(t *testing.T) {
	for _, row := range linking.Issues() {
		if got := link.IssueOf(row.Example).Kinds; !slices.Contains(got, row.Name) {
			t.Errorf("%q is of %q, want %q", row.Example, got, row.Name)
		}
	}
}
