package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
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
			if out, err := exec.Command(path, "-n", written(t, "script", scriptOf(shell))).CombinedOutput(); err != nil || len(out) > 0 {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
}

// completedBy asks a shell for what may follow a line, given the path of its script.
var completedBy = map[string]func(t *testing.T, shell, script, line string) []string{
	"bash": func(t *testing.T, shell, script, line string) []string {
		words := append([]string{"-c", `source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _rapporteur; printf '%s\n' "${COMPREPLY[@]}"`, script}, strings.Fields(line)...)
		return strings.Fields(said(t, shell, words...))
	},
	"fish": func(t *testing.T, shell, script, line string) []string {
		var out []string
		for l := range strings.Lines(said(t, shell, "--no-config", "-c", `source $argv[1]; complete -C $argv[2]`, script, line)) {
			word, _, _ := strings.Cut(strings.TrimSpace(l), "\t")
			out = append(out, word)
		}
		return out
	},
	// A zsh completes only what is typed: it is given a terminal, and the words that
	// its completion adds are written to a file.
	"zsh": func(t *testing.T, shell, script, line string) []string {
		dir := t.TempDir()
		content, err := os.ReadFile(script)
		if err == nil {
			err = os.WriteFile(filepath.Join(dir, "_rapporteur"), content, 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
		said(t, shell, "-f", "-c", `
zmodload zsh/zpty
zpty z zsh -f -i
zpty -w z "cd $1; fpath=($1 \$fpath); autoload -Uz compinit; compinit -u -D"
zpty -w z "compadd() { builtin compadd -O found \"\$@\"; print -rl -- \$found >>$1/added; builtin compadd \"\$@\" }; echo RE''ADY"
zpty -r z out '*READY*'
zpty -w -n z "$2"$'\t'
for try in {1..50}; do [[ -s $1/added ]] && break; sleep 0.1; done
sleep 0.3
zpty -d z`, "zsh", dir, line)
		added, err := os.ReadFile(filepath.Join(dir, "added"))
		if err != nil {
			t.Fatal(err)
		}
		return strings.Fields(string(added))
	},
}

// said is what a program prints.
func said(t *testing.T, program string, arguments ...string) string {
	t.Helper()
	command := exec.Command(program, arguments...)
	command.Dir = t.TempDir() // files of the folder are completed, too
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v: %s", program, err, out)
	}
	return string(out)
}

func TestShellsComplete(t *testing.T) {
	for shell, ask := range completedBy {
		t.Run(shell, func(t *testing.T) {
			path, err := exec.LookPath(shell)
			if err != nil {
				t.Skipf("there is no %s here", shell)
			}
			script := written(t, "script", scriptOf(shell))
			for line, want := range map[string][]string{
				"rapporteur sea":                     {"search"},
				"rapporteur search --sou":            {"--source"},
				"rapporteur events --format polecat": {"polecat-csv", "polecat-tsv"},
				"rapporteur correct re":              {"recode", "reject", "rename"},
				"rapporteur add --reader c":          {"careful"},
			} {
				got := ask(t, path, script, line)
				slices.Sort(got)
				if got = slices.Compact(got); !slices.Equal(got, want) {
					t.Errorf("%s: it completes %q, want %q", line, got, want)
				}
			}
		})
	}
}

func scriptOf(shell string) string {
	_, script, _ := ask("", "completion", shell)
	return script
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
