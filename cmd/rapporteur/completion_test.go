package main

import (
	"os/exec"
	"strings"
	"testing"
)

func TestCompletionKnowsTheGrammar(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish"} {
		status, out, err := ask("", "completion", shell)
		for _, want := range []string{"read", "search", "explained by nobody", "publisher", "gdelt-tsv", "careful"} {
			if has := strings.Contains(out, want); has != (want != "explained by nobody") {
				t.Errorf("%s (status %d, %s): has %q: %v", shell, status, err, want, has)
			}
		}
	}
	if status, _, err := ask("", "completion", "csh"); status != wrongUsage || !strings.Contains(err, `"bash","zsh","fish"`) {
		t.Errorf("status %d, %s", status, err)
	}
}

// TestShellsTakeTheScripts: each shell that is here reads its script without a word.
func TestShellsTakeTheScripts(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish"} {
		t.Run(shell, func(t *testing.T) {
			path, err := exec.LookPath(shell)
			if err != nil {
				t.Skipf("there is no %s here", shell)
			}
			_, script, _ := ask("", "completion", shell)
			if out, err := exec.Command(path, "-n", written(t, "script", script)).CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
}

func TestBashCompletes(t *testing.T) {
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("there is no bash here")
	}
	_, script, _ := ask("", "completion", "bash")
	path := written(t, "script", script)
	for line, want := range map[string]string{
		"rapporteur sea":                     "search",
		"rapporteur search --sou":            "--source",
		"rapporteur events --format polecat": "polecat-csv polecat-tsv",
		"rapporteur correct re":              "rename reject recode",
		"rapporteur add --reader c":          "careful",
	} {
		words := append([]string{"-c", `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _rapporteur; echo "${COMPREPLY[*]}"`, path}, strings.Fields(line)...)
		out, err := exec.Command(bash, words...).CombinedOutput()
		if got := strings.TrimSpace(string(out)); err != nil || got != want {
			t.Errorf("%s: %v, completes %q, want %q", line, err, got, want)
		}
	}
}

// TestManual: the page names every subcommand and every flag, and roff has
// nothing to say against it.
func TestManual(t *testing.T) {
	status, page, errs := ask("", "man")
	for _, want := range []string{".TH RAPPORTEUR 1", `rapporteur search <words>`, `\-\-publisher`, "RAPPORTEUR_DB", ".SH EXIT STATUS"} {
		if status != 0 || !strings.Contains(page, want) {
			t.Errorf("status %d, %s: the page has no %q", status, errs, want)
		}
	}
	groff, err := exec.LookPath("groff")
	if err != nil {
		t.Skip("there is no groff here")
	}
	command := exec.Command(groff, "-k", "-man", "-Tutf8", "-ww")
	command.Stdin = strings.NewReader(page)
	var complaints strings.Builder
	command.Stderr = &complaints
	shown, err := command.Output()
	if err != nil || complaints.Len() > 0 || !strings.Contains(string(shown), "User Commands") {
		t.Errorf("%v: %s", err, complaints.String())
	}
}
