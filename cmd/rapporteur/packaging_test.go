package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestUnitIsUnderstood by the program, as to what it starts, and where systemd is here by
// that, all of it.
func TestUnitIsUnderstood(t *testing.T) {
	file, err := os.ReadFile(filepath.Join(root, "packaging/rapporteur.service"))
	if err != nil {
		t.Fatal(err)
	}
	content := string(file)
	line := regexp.MustCompile(`(?m)^ExecStart=/usr/local/bin/rapporteur (.*)$`).FindStringSubmatch(content)
	if line == nil {
		t.Fatal("the unit starts nothing")
	}
	// It is understood where it fails for want of a record, not for how it is asked.
	if status, _, err := ask("", append(strings.Fields(line[1]), "--db", filepath.Join(t.TempDir(), "none", "record.db"))...); status != someUnread {
		t.Errorf("the unit starts rapporteur %s, which ends with %d: %s", line[1], status, err)
	}
	analyze, err := exec.LookPath("systemd-analyze")
	if err != nil {
		t.Skip("there is no systemd here")
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "rapporteur.service")
	here := strings.Replace(strings.Replace(content, "/usr/local/bin/rapporteur", program, 1), "Documentation=man:rapporteur(1)\n", "", 1)
	if err := os.WriteFile(path, []byte(here), 0o644); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(analyze, "verify", path).CombinedOutput(); err != nil || len(out) > 0 {
		t.Errorf("%v: %s", err, out)
	}
}
