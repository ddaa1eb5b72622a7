package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/iotest"
	"time"

	"rapporteur/conllu"
)

var update = flag.Bool("update", false, "write what is printed into the examples, golden files and README")

// TestMain lets the test binary be the program, for the tests that need a
// process of its own.
func TestMain(m *testing.M) {
	if os.Getenv("RAPPORTEUR_ITSELF") != "" {
		main()
	}
	os.Exit(m.Run())
}

// ask runs the program in this process.
func ask(stdin string, args ...string) (status int, out, err string) {
	var stdout, stderr bytes.Buffer
	status = run(context.Background(), args, streams{in: strings.NewReader(stdin), out: &stdout, err: &stderr, width: 80})
	return status, stdout.String(), stderr.String()
}

// written is the path of a new file.
func written(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

const (
	truce = "Arden and Velm agreed to a truce on Monday. “It will hold,” said Aster Vale, who leads the delegation of Arden."
	raid  = "Soldiers of Velm attacked a village near Port Oster on Sunday and killed at least 12 people, officials said."
)

func TestStatusAndMessages(t *testing.T) {
	report := written(t, "report.txt", truce)
	stream := written(t, "stream.jsonl", `{"ref":"a","text":"Arden met Velm."}`+"\nbad\n\n"+`{"ref":3,"text":"Velm waits."}`+"\n")
	for _, c := range []struct {
		name, stdin string
		args        []string
		status      int
		out, err    string // what must be in them; "" for nothing at all
	}{
		{"help", "", []string{"--help"}, 0, "Commands:", ""},
		{"nothing asked", "", nil, 0, "Commands:", ""},
		{"help of read", "", []string{"read", "--help"}, 0, "--published=DATE", ""},
		{"help of eval names the tasks", "", []string{"eval", "--help"}, 0, "attribution", ""},
		{"version", "", []string{"version"}, 0, "rapporteur " + version, ""},
		{"version of the models", "", []string{"version"}, 0, "trees.bin", ""},
		{"read", "", []string{"read", report}, 0, "Arden and Velm agreed", ""},
		{"standard input", truce, []string{"read", "-"}, 0, "Arden and Velm agreed", ""},
		{"explain", truce, []string{"read", "--explain", "-"}, 0, "Arden and Velm agreed", ""},
		{"text", truce, []string{"read", "--text", "-"}, 0, "THE REPORT\n  s1 ", ""},
		{"conllu", truce, []string{"parse", "-"}, 0, "# sent_id = 1", ""},
		{"parse json", truce, []string{"parse", "--format", "json", "-"}, 0, `"sentences":[`, ""},
		{"stream", "", []string{"parse", "--jsonl", stream}, 1, "# newdoc id = 3", stream + ": line 2: not a JSON object"},
		{"stream from standard input", "{}\n", []string{"read", "--jsonl", "-"}, 1, "", `standard input: line 1: neither "text" nor "html"`},
		{"stream of dossiers", "", []string{"read", "--jsonl", stream}, 1, "\n3\n", "2 reports read, 1 could not be read"},
		{"stream not there", "", []string{"read", "--jsonl", "none.jsonl", stream}, 1, "Velm waits", "none.jsonl"},
		{"empty stream", "", []string{"read", "--json", "--jsonl", "-"}, 0, "", ""},

		{"no such command", "", []string{"raed", report}, 2, "", `did you mean one of "read"`},
		{"no such flag", "", []string{"read", "--jsn", report}, 2, "", "see rapporteur read --help"},
		{"no input", "", []string{"read"}, 2, "", "<input>"},
		{"bad date", "", []string{"read", "--published", "someday", report}, 2, "", "--published someday"},
		{"bad format", "", []string{"parse", "--format", "xml", report}, 2, "", `"conllu","json"`},
		{"two forms", "", []string{"read", "--json", "--explain", report}, 2, "", "can't be used together"},
		{"text in json", "", []string{"read", "--json", "--text", report}, 2, "", "can't be used together"},
		{"standard input twice", truce, []string{"read", "-", "-"}, 2, "", "only once"},
		{"one title for two", "", []string{"read", "--title", "Truce", report, report}, 2, "", "--title is for a single report"},
		{"one address for a stream", "", []string{"read", "--url", "https://a.example", "--jsonl", stream}, 2, "", "--url is for a single report"},
		{"workers", "", []string{"read", "--workers=-1", report}, 2, "", "at least one"},
		{"no such models", "", []string{"read", "--models", "nowhere", report}, 2, "", "nowhere"},
		{"no such task", "", []string{"eval", "luck", report}, 2, "", `no task "luck"`},
		{"no such data", "", []string{"eval", "dates", "nowhere"}, 1, "", "nowhere"},

		{"not there", "", []string{"read", "--json", "none.txt"}, 1, "", "none.txt: no such file or directory; check the name"},
		{"forgotten scheme", "", []string{"read", "harbour-post.example/truce"}, 1, "", "begin an address of the web with https://"},
		{"a directory", "", []string{"read", "."}, 1, "", "it is a directory; name the files in it"},
		{"the rest is done", "", []string{"read", "none.txt", report}, 1, "Arden and Velm agreed", "1 report read, 1 could not be read"},
		{"a stream as a report", "", []string{"read", stream}, 1, "", "--jsonl"},
		{"models that are none", "", []string{"read", "--models", t.TempDir(), report}, 1, "", "loading the model"},
		{"nothing to measure", "", []string{"eval", "dates", t.TempDir()}, 1, "", "no development data"},
	} {
		t.Run(c.name, func(t *testing.T) {
			status, out, err := ask(c.stdin, c.args...)
			if status != c.status {
				t.Errorf("status %d, want %d", status, c.status)
			}
			if !strings.Contains(out, c.out) || c.out == "" && out != "" {
				t.Errorf("printed\n%s\nwant %q", out, c.out)
			}
			if !strings.Contains(err, c.err) || c.err == "" && err != "" {
				t.Errorf("on standard error %q, want %q", err, c.err)
			}
		})
	}
}

// printed is what the tests look at in the JSON.
type printed struct {
	Article struct{ Ref, Title, Publisher, Published, URL, Text string }
	Notes   []struct{ Kind string }
}

// records reads JSON, one object a line.
func records(t *testing.T, out string) []printed {
	t.Helper()
	var all []printed
	for line := range strings.Lines(out) {
		var r printed
		if err := json.Unmarshal([]byte(line), &r); err != nil {
			t.Fatalf("%v in the line %.100q", err, line)
		}
		all = append(all, r)
	}
	return all
}

func TestWhatIsKnownFromOutside(t *testing.T) {
	page := written(t, "page.html", `<html lang="en"><head><title>Truce</title><meta property="article:published_time" content="2023-01-05">
		<meta property="og:site_name" content="Velm Radio"></head><body><article><p>`+truce+`</p><p>`+raid+`</p></article></body></html>`)
	plain := written(t, "plain.txt", raid)

	_, out, _ := ask("", "read", "--json", "--published", "2024-03-12", "--title", "A <truce>", "--publisher", "Harbour Post", "--url", "https://a.example/?x=1&y=2", page)
	if strings.Contains(out, `\u003c`) || strings.Contains(out, `\u0026`) {
		t.Errorf("the record is escaped for HTML: %.300s", out)
	}
	a := records(t, out)[0].Article
	if a.Title != "A <truce>" || a.Publisher != "Harbour Post" || a.Published != "2024-03-12" || a.URL != "https://a.example/?x=1&y=2" || a.Ref != page {
		t.Errorf("a single page: %+v; the flags should count more than what it says", a)
	}

	_, out, _ = ask("", "read", "--json", "--published", "2024-03-12", "--publisher", "Harbour Post", page, plain)
	got := records(t, out)
	if a := got[0].Article; a.Published != "2023-01-05" || a.Publisher != "Velm Radio" {
		t.Errorf("a page among others: %+v; it should keep what it says", a)
	}
	if a := got[1].Article; a.Published != "2024-03-12" || a.Publisher != "Harbour Post" {
		t.Errorf("a text among others: %+v; the flags should fill its gaps", a)
	}

	_, out, _ = ask(`{"text":"Velm waits.","published":"2020-02-02"}`+"\n"+`{"text":"Velm waits."}`, "read", "--json", "--published", "2024-03-12", "--jsonl", "-")
	got = records(t, out)
	if a, b := got[0].Article, got[1].Article; a.Published != "2020-02-02" || b.Published != "2024-03-12" {
		t.Errorf("in a stream: %q and %q", a.Published, b.Published)
	}
}

// harmless are faults that cost nothing of the text.
var harmless = map[string]bool{"cut-in-a-tag.html": true, "never-closes.html": true}

// TestBadInput: whatever comes, it is either read, with a note that says what
// is odd about it, or named on standard error.
func TestBadInput(t *testing.T) {
	files, err := filepath.Glob("../../ingest/testdata/bad/*")
	if err != nil || len(files) < 10 {
		t.Fatalf("%d bad files (%v)", len(files), err)
	}
	for _, file := range files {
		for _, form := range [][]string{{"read", "--json"}, {"read"}, {"parse"}} {
			status, out, err := ask("", append(form, file)...)
			switch {
			case status == 1:
				if !strings.Contains(err, file) || out != "" {
					t.Errorf("%v: not read, but prints %q and says %q", form, out, err)
				}
			case status != 0 || err != "":
				t.Errorf("%v %s: status %d, says %q", form, file, status, err)
			case len(form) == 2 && len(records(t, out)[0].Notes) == 0 && !harmless[filepath.Base(file)]:
				t.Errorf("%s: read without a note", file)
			}
		}
	}
}

func TestForeignReportIsNotReadAsEnglish(t *testing.T) {
	french := strings.Repeat("Le ministre des Affaires étrangères a déclaré lundi que les négociations sur le cessez-le-feu avaient repris à Genève. ", 5)
	status, out, err := ask(french, "read", "-")
	if status != 0 || err != "" || !strings.Contains(out, "written in French, not English, so not read") || strings.Contains(out, "WHO") {
		t.Errorf("status %d, %q, prints\n%s", status, err, out)
	}
}

func TestOneEndlessLine(t *testing.T) {
	for name, text := range map[string]string{
		"one word":  strings.Repeat("x", 10<<20),
		"quotes":    strings.Repeat(`"`, 1<<16),
		"no blanks": strings.Repeat("Arden,Velm;", 1<<14),
	} {
		status, out, err := ask(text, "read", "--json", "-")
		if status != 0 || err != "" {
			t.Errorf("%s: status %d, %.200q", name, status, err)
			continue
		}
		if got := records(t, out)[0].Article.Text; got != text {
			t.Errorf("%s: the text has changed", name)
		}
	}
}

func TestOrderIsThatOfTheInputs(t *testing.T) {
	var stream strings.Builder
	for i := range 60 {
		text := strings.Repeat(truce+" ", 1+i*7%20)
		if i%3 == 0 {
			text = raid
		}
		line, err := json.Marshal(map[string]any{"ref": i, "text": text})
		if err != nil {
			t.Fatal(err)
		}
		stream.Write(append(line, '\n'))
		if i%10 == 5 {
			stream.WriteString("broken\n")
		}
	}
	_, one, oneErr := ask(stream.String(), "read", "--json", "--jsonl", "--published", "2024-03-12", "-j", "1", "-")
	_, eight, eightErr := ask(stream.String(), "read", "--json", "--jsonl", "--published", "2024-03-12", "-j", "8", "-")
	if one != eight || oneErr != eightErr {
		t.Error("one worker and eight print different things")
	}
	for i, r := range records(t, one) {
		if r.Article.Ref != fmt.Sprint(i) {
			t.Fatalf("report %d has the ref %q", i, r.Article.Ref)
		}
	}
	if n := strings.Count(oneErr, "line "); n != 6 {
		t.Errorf("%d lines named, want 6: %s", n, oneErr)
	}
}

// lag is an endless stream of reports whose reader must not run far ahead of
// what is printed.
type lag struct {
	t           *testing.T
	line        []byte
	at          int
	given, left int // bytes given; reports still to be printed before the end
	printed     int
}

func (l *lag) Read(p []byte) (int, error) {
	if l.left <= 0 {
		return 0, io.EOF
	}
	n := copy(p, l.line[l.at:])
	l.at = (l.at + n) % len(l.line)
	l.given += n
	return n, nil
}

func (l *lag) Write(p []byte) (int, error) {
	l.printed++
	l.left--
	return len(p), nil
}

func TestStreamsTakeConstantMemory(t *testing.T) {
	line, err := json.Marshal(map[string]any{"text": truce + strings.Repeat(" ", 64<<10)}) // each fills the buffer of the reader
	if err != nil {
		t.Fatal(err)
	}
	l := &lag{t: t, line: append(line, '\n'), left: 200}
	var stderr bytes.Buffer
	status := run(context.Background(), []string{"read", "--json", "--jsonl", "-j", "2", "-"}, streams{in: l, out: l, err: &stderr, width: 80})
	if status != 0 || stderr.Len() > 0 {
		t.Fatalf("status %d, %s", status, stderr.String())
	}
	if taken := l.given / len(l.line); taken > l.printed+20 {
		t.Errorf("%d reports taken for %d printed", taken, l.printed)
	}
}

// broken is an output that takes n bytes and then fails.
type broken struct {
	n   int
	err error
}

func (b *broken) Write(p []byte) (int, error) {
	if b.n -= len(p); b.n < 0 {
		return 0, b.err
	}
	return len(p), nil
}

func TestOutputThatFails(t *testing.T) {
	stream := strings.Repeat(`{"text":"Velm waits."}`+"\n", 200)
	for _, c := range []struct {
		err    error
		status int
		says   string
	}{
		{&os.PathError{Op: "write", Path: "/dev/stdout", Err: syscall.EPIPE}, 0, ""},
		{syscall.ENOSPC, 1, "no space left"},
	} {
		for _, args := range [][]string{{"read", "--json", "--jsonl", "-"}, {"read", "--jsonl", "-"}, {"parse", "--jsonl", "-"}} {
			var stderr bytes.Buffer
			status := run(context.Background(), args, streams{in: strings.NewReader(stream), out: &broken{1000, c.err}, err: &stderr, width: 80})
			if said := stderr.String(); status != c.status || !strings.Contains(said, c.says) || c.says == "" && said != "" {
				t.Errorf("%v after %v: status %d, %q", args, c.err, status, said)
			}
		}
	}
}

func TestInputThatFails(t *testing.T) {
	in := io.MultiReader(strings.NewReader(`{"ref":"a","text":"Velm waits."}`+"\n"), iotest.ErrReader(syscall.EIO))
	var stdout, stderr bytes.Buffer
	status := run(context.Background(), []string{"read", "--json", "--jsonl", "-"}, streams{in: in, out: &stdout, err: &stderr, width: 80})
	if status != 1 || len(records(t, stdout.String())) != 1 || !strings.Contains(stderr.String(), "reading standard input: reading line 2: input/output error") {
		t.Errorf("status %d, %q, %q", status, stdout.String(), stderr.String())
	}
}

func TestInterrupt(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	in, feed := io.Pipe()
	defer feed.Close()
	var stderr bytes.Buffer
	out := make(chan string, 1)
	go func() {
		fmt.Fprintln(feed, `{"text":"Velm waits."}`)
		<-out // one is printed; the next never comes
		stop()
	}()
	done := make(chan int)
	go func() {
		done <- run(ctx, []string{"read", "--json", "--jsonl", "-"}, streams{in: in, out: lines(out), err: &stderr, width: 80})
	}()
	select {
	case status := <-done:
		if status != 1 || stderr.String() != "rapporteur: stopped after 1 report\n" {
			t.Errorf("status %d, %q", status, stderr.String())
		}
	case <-time.After(30 * time.Second):
		t.Error("it waits for the end of its input")
	}
}

// lines is an output that hands on what is written.
type lines chan string

func (l lines) Write(p []byte) (int, error) {
	l <- string(p)
	return len(p), nil
}

func TestAddresses(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/truce", func(w http.ResponseWriter, _ *http.Request) {
		fmt.Fprintf(w, `<html lang="en"><title>Truce</title><article><p>%s</p><p>%s</p></article></html>`, truce, raid)
	})
	server := httptest.NewServer(mux)
	defer server.Close()
	status, out, err := ask("", "read", "--json", server.URL+"/truce")
	if status != 1 || out != "" || !strings.Contains(err, "an address of this machine") || !strings.Contains(err, "--intranet") {
		t.Errorf("status %d, %s%s; want to be told what lets it", status, out, err)
	}
	status, out, err = ask("", "read", "--json", "--intranet", "--pause", "5ms", server.URL+"/truce", server.URL+"/gone", server.URL+"/truce")
	if got := records(t, out); status != 1 || len(got) != 2 || got[0].Article.URL != server.URL+"/truce" || !strings.Contains(got[1].Article.Text, "It will hold") {
		t.Errorf("status %d, %s", status, out)
	}
	if !strings.Contains(err, server.URL+"/gone: the server answered \"404 Not Found\"") || !strings.Contains(err, "2 reports read, 1 could not be read") {
		t.Errorf("on standard error %q", err)
	}
}

func TestParsePrintsWhatItsReadersRead(t *testing.T) {
	_, out, _ := ask(`{"ref":"x/1","text":"Velm didn't wait."}`+"\n"+`{"ref":"x/2","text":"Arden did."}`, "parse", "--jsonl", "-")
	docs, err := conllu.Read(strings.NewReader(out))
	if err != nil || len(docs) != 2 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	if !strings.Contains(out, "# newdoc id = x/1\n") || !strings.Contains(out, "2-3\tdidn't\t") {
		t.Errorf("prints\n%s", out)
	}
}

func TestBarIsForMany(t *testing.T) {
	show := func(out bool, args ...string) string {
		var stderr bytes.Buffer
		run(context.Background(), args, streams{in: strings.NewReader(truce), out: io.Discard, err: &stderr, width: 80, errTerminal: true, outTerminal: out})
		return stderr.String()
	}
	report := written(t, "report.txt", truce)
	if got := show(false, "read", report, report); !strings.Contains(got, "reading") || !strings.HasSuffix(got, "\r") {
		t.Errorf("two reports show %q", got)
	}
	if got := show(false, "read", report); got != "" {
		t.Errorf("one report shows %q", got)
	}
	if got := show(true, "read", report, report); got != "" {
		t.Errorf("two reports on the same screen show %q", got)
	}
	if got := show(false, "read", report, "none.txt"); !strings.Contains(got, "\rrapporteur: reading a report") {
		t.Errorf("the message is written into the bar: %q", got)
	}
}

func TestEvalSavesScoresOnPurpose(t *testing.T) {
	data := "../../gold/testdata/talks"
	status, out, err := ask("", "eval", "talks", data)
	if status != 0 || err != "" || !strings.Contains(out, "quick  careful") || !strings.Contains(out, "Jaccard") {
		t.Errorf("status %d, %q, prints\n%s", status, err, out)
	}
	scores := filepath.Join(t.TempDir(), "scores.txt")
	if status, _, err = ask("", "eval", "talks", data, "--save", scores); status != 2 || !strings.Contains(err, "--reader quick") {
		t.Errorf("saving the scores of both: status %d, %q; want to be told to choose", status, err)
	}
	status, out, err = ask("", "eval", "talks", data, "--reader", "quick", "--save", scores)
	saved, readErr := os.ReadFile(scores)
	if status != 0 || err != "" || !strings.Contains(out, "precision") || readErr != nil || !bytes.Contains(saved, []byte("\ntalks ")) {
		t.Errorf("status %d, %q, prints\n%s\nsaves %s (%v)", status, err, out, saved, readErr)
	}
}
