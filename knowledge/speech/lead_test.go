package speech

import (
	"strings"
	"testing"
)

// The linter of leads.tsv.
func TestLeads(t *testing.T) {
	all, err := readLeads(leads)
	if err != nil {
		t.Fatal(err)
	}
	last := ""
	for line := range strings.Lines(leads) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") || line == "word\tpos" {
			continue
		}
		if line != strings.ToLower(line) || line <= last || strings.Count(line, "\t") != 1 {
			t.Errorf("%q is not in small letters, not where the alphabet has it, or not two cells", line)
		}
		last = line
	}
	if len(all) == 0 || !Leads("condemn", Verb) || !Leads("furious", Adjective) || Leads("condemn", Adjective) || Leads("sail", Verb) {
		t.Errorf("%d words; condemn or furious is not what it should be", len(all))
	}
	if _, err := readLeads("word\tpos\nsail\tnoun\n"); err == nil {
		t.Error("a noun is read")
	}
}
