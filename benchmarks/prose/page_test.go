package prose

import (
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"
)

func tableHead(first string, all []contender) string {
	head, line := "| "+first, "| ---"
	for _, c := range all {
		head, line = head+" | "+c.name, line+" | ---:"
	}
	return head + " |\n" + line + " |\n"
}

const about = `# Beside prose

[jdkato/prose](https://github.com/jdkato/prose) is the other Go library that tags words and finds names without cgo. Both read the same texts in
one process and are scored by the same code (` + "`eval`" + `, [docs/evaluation.md](../evaluation.md)).

- When and where: %s; %s, %d cores, %s, %s%s.
- What: %s, its built-in model (loaded once, ` + "`UsingModel`" + `), and Rapporteur as in this tree.
- Again: ` + "`cd benchmarks/prose && nice -n 15 go test -run Accuracy -benchtime 300ms -timeout 30m -update`" + `

## Accuracy

%s
Raw text in, laid over the gold by characters: a word that is not cut as in the gold counts as wrong in the third row of each treebank.
prose's tags for brackets and dashes are written as UD writes them, ` + "`PERSON`" + ` is counted as Person and ` + "`GPE`" + ` as Location; a name
is right with its exact span. "A sentence at a time" is prose used with care: within one document it gives all occurrences of a
string the tag of the last. (Names fare worse so.)

Three things favour Rapporteur. Its models were fitted on the training parts of these very sets, with settings chosen on these development
parts; those of prose, as far as it says, on others. UD cuts hyphenated words and prose, by the older convention, does not. And
Location holds more than GPE: rivers, regions, continents.

## Speed

Thousands of tokens (and MB) a second of processor time, garbage collection included, on one core: the median of three rounds that alternate.
Tokens are Rapporteur's for both, so that the ratio of two numbers is that of their times.

%s
Sentences cost prose much, since it reads its sentence model anew for every document: only its last row has them. Ours have them from
the second row on.
`

// write measures the speed and writes the page.
func write(t *testing.T, accuracy, company string) {
	all := stages(t)
	speed := "| stage | what it does"
	var columns [][]float64
	var sizes []corpus
	for _, c := range corpora {
		sizes = append(sizes, gather(c.texts(t)))
		size := sizes[len(sizes)-1]
		columns = append(columns, speeds(all, size))
		speed += fmt.Sprintf(" | %s (%d texts, %d tokens)", c.name, len(size.texts), size.tokens)
	}
	speed += " |\n| --- | ---" + strings.Repeat(" | ---:", len(columns)) + " |\n"
	for i, s := range all {
		speed += "| " + s.name + " | " + s.does
		for k, c := range sizes {
			speed += fmt.Sprintf(" | %.1f (%.2f)", columns[k][i]/1e3, columns[k][i]*float64(c.bytes)/float64(c.tokens)/1e6)
		}
		speed += " |\n"
	}
	page := fmt.Sprintf(about, time.Now().UTC().Format(time.DateOnly), processor(t), runtime.NumCPU(), runtime.Version(),
		runtime.GOOS+"/"+runtime.GOARCH, company, peer(t), accuracy, speed)
	if err := os.WriteFile("docs/benchmarks/prose.md", []byte(page), 0o666); err != nil {
		t.Fatal(err)
	}
}

// company says whether other jobs share the machine, to be asked before the work
// begins.
func company(t *testing.T) string {
	text, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		t.Fatal(err)
	}
	load, _, _ := strings.Cut(string(text), " ")
	if n, err := strconv.ParseFloat(load, 64); err != nil || n < 0.5 {
		return ""
	}
	return ", shared with another job (load average " + load + " before this began)"
}

// line is the rest of the first line of a file that holds after.
func line(t *testing.T, path, after string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, found := strings.Cut(string(text), after)
	if !found {
		t.Fatalf("%s has no %q", path, after)
	}
	rest, _, _ = strings.Cut(rest, "\n")
	return strings.Trim(rest, " \t:")
}

func processor(t *testing.T) string { return line(t, "/proc/cpuinfo", "model name") }

// peer is prose's module with its version.
func peer(t *testing.T) string {
	const path = "github.com/jdkato/prose/v2"
	return path + " " + line(t, "benchmarks/prose/go.mod", path)
}
