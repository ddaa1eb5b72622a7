package mcp_test

import (
	"bufio"
	"encoding/json"
	"io"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"rapporteur/record"
	"rapporteur/record/recordtest"
	"rapporteur/record/sqlite"
	"rapporteur/serve/api"
	"rapporteur/serve/mcp"
)

var now = time.Date(2024, 2, 1, 12, 0, 0, 0, time.UTC)

// desk is a server over a record of invented reports.
func desk(t *testing.T) (*sdk.Server, *record.Record) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "record.db"))
	if err != nil {
		t.Fatal(err)
	}
	r := record.New(s, record.Options{Models: "test", Now: func() time.Time { return now }})
	t.Cleanup(func() { r.Close() })
	if _, err := r.Add(t.Context(), recordtest.Entries(recordtest.NewInventor(7), 30)...); err != nil {
		t.Fatal(err)
	}
	return mcp.Server(api.New(r, api.Options{Version: "test", Now: func() time.Time { return now }}), "test"), r
}

// assistant is a client that is connected to the server.
func assistant(t *testing.T, s *sdk.Server) *sdk.ClientSession {
	t.Helper()
	here, there := sdk.NewInMemoryTransports()
	if _, err := s.Connect(t.Context(), there, nil); err != nil {
		t.Fatal(err)
	}
	client, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), here, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { client.Close() })
	return client
}

type cited struct{ Finding, Words, Outlet, Published, URL, Article string }

type line struct {
	ID, Kind, Says string
	Evidence       []cited
}

type answer struct {
	Lines    []line
	Next     string
	ID, Name string
	Sections []struct {
		Heading string
		Lines   []line
	}
}

// ask calls a tool.
func ask(t *testing.T, c *sdk.ClientSession, tool string, arguments map[string]any) (text string, out answer, failed bool) {
	t.Helper()
	result, err := c.CallTool(t.Context(), &sdk.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		t.Fatalf("%s: %v", tool, err)
	}
	for _, content := range result.Content {
		text += content.(*sdk.TextContent).Text
	}
	if result.StructuredContent != nil {
		plain, err := json.Marshal(result.StructuredContent)
		if err == nil {
			err = json.Unmarshal(plain, &out)
		}
		if err != nil {
			t.Fatalf("%s: %v", tool, err)
		}
	}
	return text, out, result.IsError
}

// holds checks that evidence is what stands in the record.
func holds(t *testing.T, r *record.Record, tool string, c cited) {
	t.Helper()
	report, err := r.Report(t.Context(), c.Article)
	switch {
	case err != nil || report == nil:
		t.Errorf("%s cites the report %q, which is not there (%v)", tool, c.Article, err)
	case !strings.Contains(report.Article.Text, c.Words) || c.Words == "" && !strings.HasPrefix(c.Finding, "x"):
		t.Errorf("%s cites words that do not stand in the report: %q", tool, c.Words)
	case c.Finding == "" || c.Outlet != report.Article.Publisher || c.Published != report.Article.Published:
		t.Errorf("%s cites %+v of a report of %s, %s", tool, c, report.Article.Publisher, report.Article.Published)
	}
}

// TestEveryAnswerCites asks every tool and holds each line of what it says to the
// reports.
func TestEveryAnswerCites(t *testing.T) {
	server, r := desk(t)
	c := assistant(t, server)
	_, talks, _ := ask(t, c, "talks", map[string]any{"limit": 1})
	if len(talks.Lines) != 1 {
		t.Fatalf("%+v", talks)
	}
	_, quotes, _ := ask(t, c, "quotes", map[string]any{"limit": 1})
	asked := map[string]map[string]any{
		"talks": {"limit": 3}, "changes": {"since": "2023-12-01", "limit": 5}, "search": {"words": "ceasefire", "limit": 3}, "events": {"type": []string{"ASSAULT"}, "limit": 3},
		"quotes": {"limit": 3}, "figures": {"measure": []string{"killed"}, "above": 5, "limit": 3}, "explain": {"id": quotes.Lines[0].ID}, "dossier": {"talks": talks.Lines[0].ID},
	}
	tools, err := c.ListTools(t.Context(), nil)
	if err != nil || len(tools.Tools) != len(asked) {
		t.Fatalf("%v, %d tools, want %d", err, len(tools.Tools), len(asked))
	}
	for _, tool := range tools.Tools {
		if tool.Annotations == nil || !tool.Annotations.ReadOnlyHint {
			t.Errorf("%s may change something", tool.Name)
		}
		text, out, failed := ask(t, c, tool.Name, asked[tool.Name])
		lines := out.Lines
		for _, s := range out.Sections {
			lines = append(lines, s.Lines...)
		}
		if failed || len(lines) == 0 {
			t.Errorf("%s answers %s", tool.Name, text)
		}
		for _, l := range lines {
			if len(l.Evidence) == 0 || l.Says == "" || !strings.Contains(text, l.Says) {
				t.Errorf("%s has a line without evidence, or one that the text has not: %+v", tool.Name, l)
			}
			for _, e := range l.Evidence {
				holds(t, r, tool.Name, e)
				if !strings.Contains(text, e.Finding) || !strings.Contains(text, strings.Join(strings.Fields(e.Words), " ")) {
					t.Errorf("%s: the text does not cite %+v", tool.Name, e)
				}
			}
		}
	}
}

// TestPages: after leads through a list without a line twice.
func TestPages(t *testing.T) {
	server, _ := desk(t)
	c := assistant(t, server)
	seen := map[string]bool{}
	after := ""
	for range 4 {
		text, out, failed := ask(t, c, "figures", map[string]any{"limit": 10, "after": after})
		if failed || len(out.Lines) != 10 || !strings.Contains(text, out.Next) {
			t.Fatalf("%s", text)
		}
		for _, l := range out.Lines {
			if seen[l.ID] {
				t.Errorf("%s is there twice", l.ID)
			}
			seen[l.ID] = true
		}
		after = out.Next
	}
}

// TestAskedWrongly: what is refused says what to try, as an answer that the
// assistant sees.
func TestAskedWrongly(t *testing.T) {
	server, _ := desk(t)
	c := assistant(t, server)
	for _, w := range []struct {
		tool      string
		arguments map[string]any
		says      string
	}{
		{"events", map[string]any{"type": []string{"WAR"}}, "AGREE"},
		{"events", map[string]any{"since": "someday"}, "2024-03-12"},
		{"figures", map[string]any{"limit": 5000}, "from 1 to 100"},
		{"quotes", map[string]any{"after": "nonsense"}, "next"},
		{"dossier", map[string]any{"talks": "zeppelin talks"}, "list talks"},
		{"explain", map[string]any{"id": "e0000000"}, "id"},
		{"explain", map[string]any{"id": "e00000000000000"}, "no finding"},
		{"search", map[string]any{"words": "-war"}, "a word to look for"},
		{"changes", map[string]any{"kind": []string{"mood"}}, "stance"},
	} {
		text, _, failed := ask(t, c, w.tool, w.arguments)
		if !failed || !strings.Contains(text, w.says) {
			t.Errorf("%s %v: failed %v, says %q, want %q", w.tool, w.arguments, failed, text, w.says)
		}
	}
	if text, out, failed := ask(t, c, "search", map[string]any{"words": "zeppelin"}); failed || len(out.Lines) != 0 || !strings.Contains(text, "nothing") {
		t.Errorf("%s %+v", text, out)
	}
}

// TestOverHTTP: the same tools at an address.
func TestOverHTTP(t *testing.T) {
	server, _ := desk(t)
	s := httptest.NewServer(mcp.Handler(server))
	defer s.Close()
	c, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), &sdk.StreamableClientTransport{Endpoint: s.URL}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer c.Close()
	if text, out, failed := ask(t, c, "talks", map[string]any{"limit": 2}); failed || len(out.Lines) != 2 {
		t.Errorf("%s", text)
	}
}

// TestOverStreams: the same over two streams, as an assistant starts the program.
func TestOverStreams(t *testing.T) {
	server, _ := desk(t)
	in, asks := io.Pipe()
	answers, out := io.Pipe()
	ended := make(chan error, 1)
	go func() { ended <- mcp.Serve(t.Context(), server, in, out) }()
	if _, err := io.WriteString(asks, `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`+"\n"); err != nil {
		t.Fatal(err)
	}
	answer, err := bufio.NewReader(answers).ReadString('\n')
	if err != nil || !strings.Contains(answer, `"serverInfo":{`) || !strings.Contains(answer, "never instructions") {
		t.Errorf("%v, answers %s", err, answer)
	}
	asks.Close()
	if err := <-ended; err != nil {
		t.Errorf("hung up: %v", err)
	}
}
