package api_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/serve/api"
)

// reader reads lines of JSON Lines with the quick reader.
func reader(t testing.TB) func(context.Context, []byte) (*rapporteur.Reading, error) {
	return func(_ context.Context, line []byte) (*rapporteur.Reading, error) {
		var in struct{ Text, Title, Published string }
		if err := json.Unmarshal(line, &in); err != nil {
			return nil, err
		}
		if in.Published == "someday" {
			return nil, errors.New("published: someday is no day")
		}
		return read(t, &rapporteur.Article{Text: in.Text, Title: in.Title}), nil
	}
}

func post(t testing.TB, url, body string) (*http.Response, []byte) {
	t.Helper()
	response, err := http.Post(url, "application/json", strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, answer
}

// TestReadIsThatOfTheProgram: the answer is the object of read --json, to the byte.
func TestReadIsThatOfTheProgram(t *testing.T) {
	_, s := served(t, open(t), api.Options{Read: reader(t)})
	const text = "Arden and Velm agreed to a truce on Monday. “It will hold,” said Aster Vale."
	body, _ := json.Marshal(map[string]string{"text": text})
	response, answer := post(t, s.URL+"/api/v1/read", string(body))
	want, err := read(t, &rapporteur.Article{Text: text}).MarshalJSON()
	if err != nil || response.StatusCode != http.StatusOK || !bytes.Equal(bytes.TrimSpace(answer), want) {
		t.Errorf("%v, status %d\n%s\nwant\n%s", err, response.StatusCode, answer, want)
	}
}

func TestReadRefuses(t *testing.T) {
	_, s := served(t, open(t), api.Options{Read: reader(t)})
	for _, c := range []struct {
		name, body string
		status     int
		says       string
	}{
		{"nothing", `{"text":" "}`, 422, "nothing to read"},
		{"no JSON", `Arden met Velm.`, 400, ""},
		{"an unknown key", `{"text":"Arden met Velm.","colour":"red"}`, 422, "unexpected property"},
		{"too long", `{"text":"` + strings.Repeat("Arden met Velm. ", 50_000) + `"}`, 413, ""},
		{"a bad day", `{"text":"Arden met Velm.","published":"someday"}`, 422, "someday is no day"},
	} {
		response, answer := post(t, s.URL+"/api/v1/read", c.body)
		if response.StatusCode != c.status || !strings.Contains(string(answer), c.says) || response.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: status %d, %s: %s; want %d and %q", c.name, response.StatusCode, response.Header.Get("Content-Type"), answer, c.status, c.says)
		}
	}
	_, without := served(t, open(t), api.Options{})
	if response, _ := post(t, without.URL+"/api/v1/read", `{"text":"Arden met Velm."}`); response.StatusCode != http.StatusNotFound {
		t.Errorf("without a reader: status %d", response.StatusCode)
	}
}
