package export

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const page = "../docs/exports.md"

// region is the part of the page between two marks.
func region(t *testing.T, text, name string) (before, inside, after string) {
	t.Helper()
	begin, end := "<!-- "+name+" -->\n", "<!-- end of "+name+" -->"
	before, rest, ok := strings.Cut(text, begin)
	inside, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		t.Fatalf("%s has no region between %q and %q", page, begin, end)
	}
	return before + begin, inside, end + after
}

// listed is the list of columns for the page.
func listed[R any](table Table[R]) string {
	filled, tagged := false, false
	for _, c := range table.Columns {
		filled = filled || c.Filled != ""
		tagged = tagged || table.Name == "hxl"
	}
	var b strings.Builder
	switch {
	case tagged:
		b.WriteString("| column | hashtag | what |\n| --- | --- | --- |\n")
	case filled:
		b.WriteString("| column | filled | what |\n| --- | --- | --- |\n")
	default:
		b.WriteString("| column | what |\n| --- | --- |\n")
	}
	for _, c := range table.Columns {
		switch {
		case tagged && c.Tag != "":
			fmt.Fprintf(&b, "| `%s` | `%s` | %s |\n", c.Name, c.Tag, c.Says)
		case tagged:
			fmt.Fprintf(&b, "| `%s` | | %s |\n", c.Name, c.Says)
		case filled:
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", c.Name, c.Filled, c.Says)
		default:
			fmt.Fprintf(&b, "| `%s` | %s |\n", c.Name, c.Says)
		}
	}
	return b.String()
}

// keptListed is the list of the columns that rows of a record have besides.
func keptListed() string {
	var b strings.Builder
	b.WriteString("| table | column | what |\n| --- | --- | --- |\n")
	for _, c := range KeptEvents.Columns[len(Events.Columns):] {
		if c.Name != "mark" {
			fmt.Fprintf(&b, "| events | `%s` | %s |\n", c.Name, c.Says)
		}
	}
	for _, c := range KeptActors.Columns[len(Actors.Columns):] {
		if c.Name != "mark" {
			fmt.Fprintf(&b, "| actors | `%s` | %s |\n", c.Name, c.Says)
		}
	}
	last := KeptQuotes.Columns[len(KeptQuotes.Columns)-1]
	fmt.Fprintf(&b, "| all | `%s` | %s |\n", last.Name, last.Says)
	return b.String()
}

// TestPageListsTheColumns holds docs/exports.md to the tables, column by column.
func TestPageListsTheColumns(t *testing.T) {
	content, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	for _, list := range []struct{ name, want string }{
		{Events.Name, listed(Events)}, {Quotes.Name, listed(Quotes)}, {Figures.Name, listed(Figures)}, {Actors.Name, listed(Actors)},
		{POLECATPlus.Name, listed(POLECATPlus)}, {GDELTEvents.Name, listed(GDELTEvents)}, {HXLFigures.Name, listed(HXLFigures)},
		{"kept", keptListed()},
	} {
		before, inside, after := region(t, text, "columns of "+list.name)
		if inside != list.want && !*update {
			t.Errorf("%s lists other columns of %s than there are; run go test ./export -update", page, list.name)
		}
		text = before + list.want + after
	}
	if *update {
		if err := os.WriteFile(page, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// TestPageNamesTheFieldsOfPLOVER: every field that is written is explained.
func TestPageNamesTheFieldsOfPLOVER(t *testing.T) {
	content, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(content), "\n## PLOVER JSON Lines\n")
	section, _, _ = strings.Cut(section, "\n## ")
	keys := regexp.MustCompile(`"([a-z_]+)":`).FindAllStringSubmatch(written(t, PLOVER(), EventsOf(ferry())), -1)
	if len(keys) < 50 {
		t.Fatalf("%d keys", len(keys))
	}
	for _, key := range keys {
		if !strings.Contains(section, "`"+key[1]+"`") && key[1] != "exact" {
			t.Errorf("%s does not explain %q", page, key[1])
		}
	}
}

var fence = regexp.MustCompile("(?s)```[a-z]+\n(.*?)```")

// runSnippet runs an example of the page beside an exported file.
func runSnippet(t *testing.T, name, program, file string) string {
	t.Helper()
	binary, err := exec.LookPath(program)
	if err != nil {
		t.Skipf("%s is not here, so its example is not run", program)
	}
	content, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	_, inside, _ := region(t, string(content), name)
	code := fence.FindStringSubmatch(inside)
	if code == nil {
		t.Fatalf("no code in %q", inside)
	}
	dir := t.TempDir()
	for path, text := range map[string]string{file: code[1], "events.csv": written(t, CSV(Events), EventsOf(ferry()))} {
		if err := os.WriteFile(filepath.Join(dir, path), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	command := exec.Command(binary, file)
	command.Dir = dir
	command.Env = append(os.Environ(), "PYTHONIOENCODING=utf-8", "LC_ALL=C.UTF-8")
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return strings.ReplaceAll(string(out), "\r\n", "\n")
}

func TestPythonExample(t *testing.T) {
	const want = "2024-03-11 CONSULT ['=Élan Vale'] ['a delegation, from Velm']\n"
	if out := runSnippet(t, "python", "python3", "load.py"); out != want {
		t.Errorf("prints %q, want %q", out, want)
	}
}

func TestRExample(t *testing.T) {
	const want = "2024-03-11 | CONSULT | =Élan Vale\n"
	if out := runSnippet(t, "r", "Rscript", "load.R"); out != want {
		t.Errorf("prints %q, want %q", out, want)
	}
}
