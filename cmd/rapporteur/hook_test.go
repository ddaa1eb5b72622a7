package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/serve/hook"
)

// TestHook: who subscribed is told what came after, once, and can verify it.
func TestHook(t *testing.T) {
	db := filepath.Join(t.TempDir(), "record.db")
	t.Setenv("RAPPORTEUR_DB", db)
	var secret string
	var told []string
	receiver := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		body, err := io.ReadAll(q.Body)
		if err == nil {
			err = hook.Verify(secret, q.Header, body, time.Now())
		}
		if err != nil {
			t.Error(err)
		}
		told = append(told, string(body))
	}))
	defer receiver.Close()
	do := func(want int, says string, args ...string) string {
		t.Helper()
		status, out, err := ask("", args...)
		if status != want || !strings.Contains(out+err, says) {
			t.Fatalf("%v: status %d, %s%s; want %d, %q", args, status, out, err, want, says)
		}
		return out
	}
	do(1, "there is no record", "hook", "list")
	do(0, "added", "add", "--published", "2024-03-11", written(t, "old.txt", "Shelling killed 250 people in El Fasher on Sunday, officials said."))
	do(2, "3 arguments", "hook", "add", "a", "b", "c")
	do(1, "no question is called", "hook", "add", "rumours", "https://desk.example/")
	do(1, "begin with https", "hook", "add", "figures", receiver.URL)
	const question = "figures?type=killed&place=El Fasher&above=100"
	out := do(0, "whsec_", "hook", "add", question, receiver.URL, "--private")
	secret = strings.TrimSpace(out[strings.Index(out, "whsec_"):])
	do(0, question, "hook", "list")
	do(0, "0 delivered", "hook", "send")
	do(0, "added", "add", "--published", "2024-03-12", written(t, "new.txt", "Shelling killed 140 people in El Fasher on Monday, officials said. In Nyala 300 people were killed."))
	do(0, "added", "add", "--published", "2024-03-12", written(t, "few.txt", "Shelling killed 12 people in El Fasher on Tuesday, officials said."))
	do(0, "1 delivered", "hook", "send")
	do(0, "0 delivered", "hook", "send")
	if len(told) != 1 || !strings.Contains(told[0], "140") || !strings.Contains(told[0], `"type":"figure"`) {
		t.Errorf("told %v", told)
	}
	do(0, "taken with 200", "hook", "log")
	id, _, _ := strings.Cut(do(0, "sub_", "hook", "list"), " ")
	do(0, "", "hook", "remove", id)
	do(1, "none of this id", "hook", "remove", id)
}

// TestHookKeepsOut: an address inside is not posted to unless it is allowed.
func TestHookKeepsOut(t *testing.T) {
	receiver := httptest.NewTLSServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { t.Error("was posted to") }))
	defer receiver.Close()
	t.Setenv("RAPPORTEUR_DB", filepath.Join(t.TempDir(), "record.db"))
	ask("", "add", "--published", "2024-03-11", written(t, "report.txt", truce))
	if status, out, err := ask("", "hook", "add", "quotes", receiver.URL, "--old"); status != 0 {
		t.Fatal(out, err)
	}
	if status, out, err := ask("", "hook", "send"); status != someUnread || !strings.Contains(out, "0 delivered; 1 to be tried again") {
		t.Errorf("status %d, %s%s", status, out, err)
	}
	if _, out, _ := ask("", "hook", "log"); !strings.Contains(out, "an address of this machine") {
		t.Errorf("the log is %s", out)
	}
}

// TestServerSends: a server tells who subscribes while it runs.
func TestServerSends(t *testing.T) {
	before := sending
	sending = 20 * time.Millisecond
	db := filepath.Join(t.TempDir(), "record.db")
	t.Setenv("RAPPORTEUR_DB", db)
	ask("", "add", "--published", "2024-03-11", written(t, "report.txt", truce))
	told := make(chan string, 10)
	receiver := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, q *http.Request) {
		body, _ := io.ReadAll(q.Body)
		told <- string(body)
	}))
	defer receiver.Close()
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"serve", "--listen", "127.0.0.1:0"}, streams{in: strings.NewReader(""), out: io.Discard, err: io.Discard, width: 80})
	}()
	defer func() {
		stop()
		if status := <-ended; status != 0 {
			t.Errorf("the server ends with %d", status)
		}
		sending = before
	}()
	if status, out, err := ask("", "hook", "add", "quotes?actor=Aster Vale", receiver.URL, "--private"); status != 0 {
		t.Fatal(out, err)
	}
	ask("", "add", "--published", "2024-03-12", written(t, "more.txt", "“We will sign,” Aster Vale said on Tuesday."))
	select {
	case message := <-told:
		if !strings.Contains(message, "We will sign") {
			t.Errorf("told %s", message)
		}
	case <-time.After(20 * time.Second):
		t.Error("nobody was told")
	}
}

// TestMCPOverStandardInput: as an assistant starts the program.
func TestMCPOverStandardInput(t *testing.T) {
	db := filepath.Join(t.TempDir(), "record.db")
	if status, _, err := ask("", "add", "--db", db, "--published", "2024-03-11", written(t, "report.txt", truce)); status != 0 {
		t.Fatal(err)
	}
	command := itself(t, "mcp", "--db", db)
	in, err := command.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	stdout, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		in.Close()
		if err := command.Wait(); err != nil {
			t.Errorf("ends with %v", err)
		}
	}()
	answers := bufio.NewReader(stdout)
	for i, message := range []string{
		`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"t","version":"1"}}}`,
		`{"jsonrpc":"2.0","method":"notifications/initialized"}`,
		`{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"quotes","arguments":{"actor":["Aster Vale"]}}}`,
	} {
		fmt.Fprintln(in, message)
		if i == 1 {
			continue
		}
		answer, err := answers.ReadString('\n')
		if err != nil || i == 2 && (!strings.Contains(answer, "It will hold") || !strings.Contains(answer, "2024-03-11")) {
			t.Fatalf("%v, %s", err, answer)
		}
	}
}
