package hook_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/serve/hook"
)

// news is a source with pages of two, the newest first.
type news struct{ items []hook.Item }

func (n *news) add(ids ...string) {
	for _, id := range ids {
		n.items = append([]hook.Item{{ID: id, Kind: "change", Data: []byte(`{"id":"` + id + `"}`)}}, n.items...)
	}
}

func (n *news) News(_ context.Context, question, mark string) ([]hook.Item, string, error) {
	if question != "changes?actor=Velm" {
		return nil, "", errors.New("there is no such question")
	}
	from := 0
	fmt.Sscan(mark, &from)
	end := min(from+2, len(n.items))
	next := ""
	if end < len(n.items) {
		next = fmt.Sprint(end)
	}
	return n.items[from:end], next, nil
}

// A receiver keeps what it is sent and answers as it is told.
type receiver struct {
	*httptest.Server
	mu     sync.Mutex
	answer int
	secret string
	ids    []string // webhook-id of each request
	items  []string
	bad    []error
}

func receive(t *testing.T) *receiver {
	r := &receiver{answer: http.StatusNoContent}
	r.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		r.mu.Lock()
		defer r.mu.Unlock()
		body, err := io.ReadAll(q.Body)
		var message struct {
			Type, Question string
			Data           struct{ ID string }
		}
		if err == nil {
			err = errors.Join(json.Unmarshal(body, &message), hook.Verify(r.secret, q.Header, body, noon))
		}
		if err == nil && (message.Type != "change" || message.Question != "changes?actor=Velm") {
			err = fmt.Errorf("the message is %s", body)
		}
		if err != nil {
			r.bad = append(r.bad, err)
		}
		r.ids, r.items = append(r.ids, q.Header.Get(hook.HeaderID)), append(r.items, message.Data.ID)
		w.WriteHeader(r.answer)
	}))
	t.Cleanup(r.Close)
	return r
}

var noon = time.Date(2024, 3, 12, 12, 0, 0, 0, time.UTC)

// desk is a book with one subscription to what comes after "old".
func desk(t *testing.T) (*hook.Sender, *news, *receiver, hook.Subscription) {
	t.Helper()
	book, err := hook.Open(t.Context(), filepath.Join(t.TempDir(), "record.hooks"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	from, to := &news{}, receive(t)
	from.add("old", "older", "oldest")
	sub, err := book.Subscribe(t.Context(), from, "changes?actor=Velm", to.URL, true, false, noon)
	if err != nil {
		t.Fatal(err)
	}
	to.secret = sub.Secret
	return &hook.Sender{Book: book, Source: from, Client: func(bool) *http.Client { return to.Client() }, Now: func() time.Time { return noon }}, from, to, sub
}

// round gathers and sends once.
func round(t *testing.T, s *hook.Sender) (queued int, sent hook.Sent) {
	t.Helper()
	queued, err := s.Gather(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if sent, err = s.Send(t.Context()); err != nil {
		t.Fatal(err)
	}
	return queued, sent
}

func TestOnlyWhatIsNewIsTold(t *testing.T) {
	s, from, to, _ := desk(t)
	if queued, sent := round(t, s); queued != 0 || sent != (hook.Sent{}) {
		t.Errorf("before anything is new: %d queued, %+v", queued, sent)
	}
	from.add("a", "b", "c")
	if queued, sent := round(t, s); queued != 3 || sent.Delivered != 3 {
		t.Errorf("%d queued, %+v; want 3 and 3", queued, sent)
	}
	round(t, s)
	if got := strings.Join(to.items, " "); got != "a b c" {
		t.Errorf("told %q; want each once, the oldest first", got)
	}
	if len(to.bad) > 0 {
		t.Errorf("the receiver does not trust it: %v", to.bad)
	}
}

// TestLateNews: what comes into the record behind what is known is told, too.
func TestLateNews(t *testing.T) {
	s, from, to, _ := desk(t)
	from.add("a", "b", "c", "d")
	round(t, s)
	from.items = append(from.items, hook.Item{ID: "late", Kind: "change", Data: []byte(`{"id":"late"}`)})
	round(t, s)
	if got := strings.Join(to.items, " "); got != "a b c d late" {
		t.Errorf("told %q", got)
	}
}

// TestTriedAgain: what is refused is tried again later under the same id, and
// given up in the end.
func TestTriedAgain(t *testing.T) {
	s, from, to, sub := desk(t)
	to.answer = http.StatusInternalServerError
	from.add("a")
	if _, sent := round(t, s); sent.Again != 1 {
		t.Errorf("%+v; want one to be tried again", sent)
	}
	if _, sent := round(t, s); sent != (hook.Sent{}) {
		t.Errorf("tried again at once: %+v", sent)
	}
	now := noon
	s.Now = func() time.Time { return now }
	tries := 1
	for ; tries < 50; tries++ {
		n, next, err := s.Book.Waiting(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if n == 0 {
			break
		}
		if now = next; now.Before(noon) {
			t.Fatalf("due at %s", now)
		}
		round(t, s)
	}
	if tries != 10 || now.Sub(noon) < 72*time.Hour {
		t.Errorf("given up after %d tries and %s; want 10 in three days", tries, now.Sub(noon))
	}
	for _, id := range to.ids {
		if id != to.ids[0] {
			t.Errorf("the ids of the tries are %v; want one", to.ids)
		}
	}
	log, err := s.Book.Log(t.Context(), sub.ID, 100)
	if err != nil || len(log) != 10 || log[0].State != hook.StateFailed || log[0].Status != 500 || !strings.Contains(log[0].Error, "500") {
		t.Errorf("%v, the log is %+v", err, log)
	}
}

// TestReceiverDown: while nobody answers only one delivery a round is tried.
func TestReceiverDown(t *testing.T) {
	s, from, to, _ := desk(t)
	to.answer = http.StatusServiceUnavailable
	from.add("a", "b", "c")
	if _, sent := round(t, s); sent.Again != 1 || len(to.items) != 1 {
		t.Errorf("%+v and %v; want one try", sent, to.items)
	}
	to.answer = http.StatusOK
	s.Now = func() time.Time { return noon.Add(2 * time.Minute) }
	round(t, s)
	if n, _, _ := s.Book.Waiting(t.Context()); n != 0 {
		t.Errorf("%d wait still; told %v", n, to.items)
	}
}

// TestOnePoisonousMessage: a message that the receiver chokes on holds up no other.
func TestOnePoisonousMessage(t *testing.T) {
	s, from, to, _ := desk(t)
	to.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, q *http.Request) {
		if body, _ := io.ReadAll(q.Body); strings.Contains(string(body), `"id":"a"`) {
			w.WriteHeader(http.StatusInternalServerError)
		}
	})
	from.add("a", "b", "c")
	if _, sent := round(t, s); sent.Delivered != 2 || sent.Again != 1 {
		t.Errorf("%+v; want two delivered and one to be tried again", sent)
	}
}

func TestGone(t *testing.T) {
	s, from, to, sub := desk(t)
	to.answer = http.StatusGone
	from.add("a", "b")
	round(t, s)
	from.add("c")
	round(t, s)
	all, err := s.Book.Subscriptions(t.Context())
	if err != nil || len(all) != 1 || !strings.Contains(all[0].Ended, "410") || len(to.items) != 1 {
		t.Errorf("%v, %+v, told %v; want an ended subscription and one try", err, all, to.items)
	}
	if err := s.Book.Unsubscribe(t.Context(), sub.ID); err != nil {
		t.Error(err)
	}
	if err := s.Book.Unsubscribe(t.Context(), sub.ID); err == nil || !strings.Contains(err.Error(), "none of this id") {
		t.Errorf("ended twice: %v", err)
	}
}

// TestNoRedirects: what is told is for the address that was given, and for no
// other that it points at.
func TestNoRedirects(t *testing.T) {
	s, from, to, _ := desk(t)
	other := receive(t)
	to.Config.Handler = http.RedirectHandler(other.URL, http.StatusTemporaryRedirect)
	from.add("a")
	if _, sent := round(t, s); sent.Again != 1 || len(other.items) != 0 {
		t.Errorf("%+v, and the other was told %v", sent, other.items)
	}
}

func TestRefusedSubscriptions(t *testing.T) {
	s, from, _, _ := desk(t)
	for _, c := range []struct{ question, url, want string }{
		{"rumours", "https://desk.example/hook", "no such question"},
		{"changes?actor=Velm", "desk.example", "https://"},
		{"changes?actor=Velm", "http://desk.example/hook", "https://"},
		{"changes?actor=Velm", "file:///etc/passwd", "https://"},
	} {
		if _, err := s.Book.Subscribe(t.Context(), from, c.question, c.url, false, false, noon); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s to %s: %v, want %q", c.question, c.url, err, c.want)
		}
	}
}

func TestVerifyDistrusts(t *testing.T) {
	s, from, to, sub := desk(t)
	var header http.Header
	var body []byte
	to.Config.Handler = http.HandlerFunc(func(_ http.ResponseWriter, q *http.Request) {
		header = q.Header.Clone()
		body, _ = io.ReadAll(q.Body)
	})
	from.add("a")
	round(t, s)
	if err := hook.Verify(sub.Secret, header, body, noon); err != nil {
		t.Fatal(err)
	}
	other := "whsec_" + strings.Repeat("A", 32)
	for name, err := range map[string]error{
		"another body":   hook.Verify(sub.Secret, header, append(body, ' '), noon),
		"another secret": hook.Verify(other, header, body, noon),
		"an old one":     hook.Verify(sub.Secret, header, body, noon.Add(time.Hour)),
		"no header":      hook.Verify(sub.Secret, http.Header{}, body, noon),
	} {
		if err == nil {
			t.Errorf("%s is trusted", name)
		}
	}
}

// TestSignatureOfTheStandard: the example of the Standard Webhooks specification's
// own libraries.
func TestSignatureOfTheStandard(t *testing.T) {
	header := http.Header{}
	header.Set(hook.HeaderID, "msg_p5jXN8AQM9LWM0D4loKWxJek")
	header.Set(hook.HeaderTimestamp, "1614265330")
	header.Set(hook.HeaderSignature, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
	if err := hook.Verify("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", header, []byte(`{"test": 2432232314}`), time.Unix(1614265330, 0)); err != nil {
		t.Error(err)
	}
}

// TestTwoSenders: two processes with one book deliver each once.
func TestTwoSenders(t *testing.T) {
	s, from, to, _ := desk(t)
	for i := range 40 {
		from.add(fmt.Sprint("item", i))
	}
	if _, err := s.Gather(t.Context()); err != nil {
		t.Fatal(err)
	}
	var wait sync.WaitGroup
	for range 3 {
		wait.Go(func() {
			if _, err := s.Send(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if len(to.items) != 40 {
		t.Errorf("%d deliveries of 40 answers", len(to.items))
	}
}

// TestBookIsPrivate: it holds the secrets.
func TestBookIsPrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no permissions of this kind on Windows")
	}
	path := filepath.Join(t.TempDir(), "record.hooks")
	book, err := hook.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	if _, err := hook.Open(t.Context(), t.TempDir()); err == nil {
		t.Error("a folder is opened as a book")
	}
}
