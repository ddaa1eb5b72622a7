package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestServe(t *testing.T) {
	dir := t.TempDir()
	db, report := filepath.Join(dir, "record.db"), filepath.Join(dir, "truce.txt")
	if err := os.WriteFile(report, []byte(truce), 0o666); err != nil {
		t.Fatal(err)
	}
	if status, _, errs := ask("", "add", "--db", db, "--published", "2024-03-12", report); status != 0 {
		t.Fatal(errs)
	}
	for _, c := range []struct {
		listen string
		token  bool
	}{{"127.0.0.1:0", false}, {"0.0.0.0:0", true}} {
		t.Run(c.listen, func(t *testing.T) {
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			out, printed := io.Pipe()
			ended := make(chan int, 1)
			go func() {
				ended <- run(ctx, []string{"serve", "--db", db, "--listen", c.listen}, streams{in: strings.NewReader(""), out: printed, err: io.Discard, width: 80})
				printed.Close()
			}()
			lines := bufio.NewScanner(out)
			lines.Scan()
			address := regexp.MustCompile(`http://\S+`).FindString(lines.Text())
			if address == "" {
				t.Fatalf("it says %q", lines.Text())
			}
			address = strings.Replace(strings.Replace(address, "[::]", "127.0.0.1", 1), "0.0.0.0", "127.0.0.1", 1)
			token := ""
			if c.token {
				lines.Scan()
				_, token, _ = strings.Cut(lines.Text(), "token: ")
			}
			get := func(bearer string) (int, string) {
				request, err := http.NewRequest(http.MethodGet, address+"reports", nil)
				if err != nil {
					t.Fatal(err)
				}
				if bearer != "" {
					request.Header.Set("Authorization", "Bearer "+bearer)
				}
				answer, err := http.DefaultClient.Do(request)
				if err != nil {
					t.Fatal(err)
				}
				defer answer.Body.Close()
				body, err := io.ReadAll(answer.Body)
				if err != nil {
					t.Fatal(err)
				}
				return answer.StatusCode, string(body)
			}
			status, body := get(token)
			if status != http.StatusOK || !strings.Contains(body, "2024") {
				t.Errorf("the page of reports: %d %.200s", status, body)
			}
			if status, _ := get(""); c.token != (status == http.StatusUnauthorized) {
				t.Errorf("without a token it answers %d", status)
			}
			http.DefaultClient.CloseIdleConnections()
			stop()
			select {
			case status := <-ended:
				if status != allRead {
					t.Errorf("it ends with %d", status)
				}
			case <-time.After(20 * time.Second):
				t.Fatal("it does not end")
			}
		})
	}
	for _, c := range []struct {
		args   []string
		status int
		err    string
	}{
		{[]string{"--listen", "nowhere"}, wrongUsage, "an address and a port are needed"},
		{[]string{"--token", "short"}, wrongUsage, "too short"},
		{[]string{"--db", filepath.Join(dir, "none.db")}, someUnread, "there is no record"},
		{[]string{"--db", db, "--listen", "192.0.2.1:1"}, someUnread, "--listen names another place"},
	} {
		if status, _, errs := ask("", append([]string{"serve"}, c.args...)...); status != c.status || !strings.Contains(errs, c.err) {
			t.Errorf("serve %v: %d, %s", c.args, status, errs)
		}
	}
}
