package api_test

import (
	"bytes"
	"fmt"
	"maps"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/serve/api"
)

type rows struct {
	Rows []struct {
		ID, Day, Measure, Place string
		Value                   float64
		Best                    struct{ Type, Status string }
		Article                 struct{ ID, Publisher string }
		Words, Sentence         struct {
			Start, End int
			Exact      string
		}
		Speaker struct{ Name string }
	}
	Next  string
	Total int
}

func ids(in rows) (out []string) {
	for _, r := range in.Rows {
		out = append(out, r.ID)
	}
	return out
}

// TestPagesJoinUp: page by page, by next and by the Link header, a list is the
// whole list, also when reports come in between.
func TestPagesJoinUp(t *testing.T) {
	r := invented(t, 30)
	_, s := served(t, r, api.Options{})
	for _, name := range []string{"events", "quotes", "figures", "talks", "changes", "actors", "places", "articles"} {
		t.Run(name, func(t *testing.T) {
			whole := into[rows](t, s.URL+"/api/v1/"+name+"?limit=1000&count=true", http.StatusOK)
			var joined []string
			after := ""
			for {
				response, _ := get(t, s.URL+"/api/v1/"+name+"?limit=7&after="+url.QueryEscape(after))
				page := into[rows](t, s.URL+"/api/v1/"+name+"?limit=7&after="+url.QueryEscape(after), http.StatusOK)
				joined = append(joined, ids(page)...)
				link := response.Header.Get("Link")
				if after = page.Next; after == "" {
					if link != "" {
						t.Errorf("the last page has the link %s", link)
					}
					break
				}
				next := into[rows](t, s.URL+link[1:strings.Index(link, ">")], http.StatusOK)
				same := into[rows](t, s.URL+"/api/v1/"+name+"?limit=7&after="+url.QueryEscape(after), http.StatusOK)
				if !slices.Equal(ids(next), ids(same)) {
					t.Errorf("the Link header leads elsewhere than next")
				}
			}
			if want := ids(whole); len(want) < 10 || !slices.Equal(joined, want) || whole.Total != len(want) {
				t.Errorf("%d rows page by page, %d at once, %d in total", len(joined), len(want), whole.Total)
			}
		})
	}
}

// TestFilters: each filter lets through what it says, and something.
func TestFilters(t *testing.T) {
	_, s := served(t, invented(t, 30), api.Options{})
	for _, c := range []struct {
		ask  string
		held func(i int, r rows) bool
	}{
		{"figures?type=killed", func(i int, r rows) bool { return r.Rows[i].Measure == "killed" }},
		{"figures?type=KILLED&limit=3", func(i int, r rows) bool { return r.Rows[i].Measure == "killed" }},
		{"figures?above=10", func(i int, r rows) bool { return r.Rows[i].Value > 10 }},
		{"figures?source=Ferry+Times", func(i int, r rows) bool { return r.Rows[i].Article.Publisher == "Ferry Times" }},
		{"events?type=ASSAULT&status=happened", func(i int, r rows) bool {
			return r.Rows[i].Best.Type == "ASSAULT" && r.Rows[i].Best.Status == "happened"
		}},
		{"quotes?q=ceasefire", func(i int, r rows) bool { return strings.Contains(r.Rows[i].Sentence.Exact, "ceasefire") }},
		{"quotes?since=2024-01-01&until=2024-01-01", func(i int, r rows) bool { return r.Rows[i].Day == "2024-01-01" }},
	} {
		found := into[rows](t, s.URL+"/api/v1/"+c.ask, http.StatusOK)
		if len(found.Rows) == 0 {
			t.Errorf("%s: nothing", c.ask)
		}
		for i := range found.Rows {
			if !c.held(i, found) {
				t.Errorf("%s: %+v", c.ask, found.Rows[i])
			}
		}
	}
	if found := into[rows](t, s.URL+"/api/v1/events?since=1d", http.StatusOK); len(found.Rows) != 0 {
		t.Errorf("the last day has %d events", len(found.Rows))
	}
	if found := into[rows](t, s.URL+"/api/v1/figures?country=NZL", http.StatusOK); found.Rows == nil || len(found.Rows) != 0 {
		t.Errorf("nothing is %v, want an empty list", found.Rows)
	}
}

// TestSpansAreCodePoints: of text beyond ASCII, too.
func TestSpansAreCodePoints(t *testing.T) {
	r := open(t)
	const text = "Čadin Vär — the envoy — said on Monday: “It will hold.” Shelling killed at least 140 people in El Fasher, officials said."
	reports(t, r, read(t, &rapporteur.Article{Text: text, Published: time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC), Publisher: "Harbour Post"}))
	_, s := served(t, r, api.Options{})
	for _, name := range []string{"quotes", "figures"} {
		found := into[rows](t, s.URL+"/api/v1/"+name, http.StatusOK)
		if len(found.Rows) == 0 {
			t.Fatalf("no %s", name)
		}
		for _, row := range found.Rows {
			for _, w := range []struct {
				Start, End int
				Exact      string
			}{row.Words, row.Sentence} {
				if got := string([]rune(text)[w.Start:w.End]); got != w.Exact {
					t.Errorf("%s: %d..%d is %q and not %q", name, w.Start, w.End, got, w.Exact)
				}
			}
		}
	}
}

// TestAskedWrongly: every refusal is a problem that says what to try.
func TestAskedWrongly(t *testing.T) {
	_, s := served(t, invented(t, 5), api.Options{})
	for _, c := range []struct {
		ask    string
		status int
		says   string
	}{
		{"events?type=WAR", 422, "there are AGREE"},
		{"events?mode=loud", 422, "aerial"},
		{"events?status=rumoured", 422, "happened"},
		{"figures?type=deaths", 422, "killed"},
		{"changes?type=mood", 422, "stance"},
		{"events?country=Atlantis", 422, "Atlantis"},
		{"events?since=someday", 422, "2024-03-12"},
		{"events?since=2024-03-02&until=2024-03-01", 422, "is after"},
		{"events?bbox=1,2,3", 422, "west,south,east,north"},
		{"events?bbox=1,9,3,4", 422, "south to north"},
		{"events?mark=wrong", 422, "rejected"},
		{"events?limit=5000", 422, "1000"},
		{"events?limit=x", 422, "limit"},
		{"events?after=nonsense", 422, "next"},
		{"events?sort=loudest", 422, "newest"},
		{"events?colour=red", 422, "colour"},
		{"events?format=xlsx", 422, "json"},
		{"quotes?q=-war", 422, "word to look for"},
		{"figures?above=many", 422, "above"},
		{"figures?above=-1", 422, "from 0 on"},
		{"changes?talks=x", 422, "talks"},
		{"search", 422, "q"},
		{"search?q=-war", 422, "word to look for"},
		{"talks/e00000000000000", 404, "begins with t"},
		{"talks/t00000000000000", 404, "no finding"},
		{"findings/nonsense", 404, "e3f09ab61c2d4e5"},
		{"findings/e00000000000000", 404, "search for them"},
		{"articles/" + strings.Repeat("0", 64), 404, "SHA-256"},
		{"nothing", 404, "openapi.json"},
	} {
		response, body := get(t, s.URL+"/api/v1/"+c.ask)
		if response.StatusCode != c.status || !strings.Contains(string(body), c.says) || response.Header.Get("Content-Type") != "application/problem+json" || response.Header.Get("ETag") != "" {
			t.Errorf("%s: status %d, %v, %s; want %d and %q", c.ask, response.StatusCode, response.Header, body, c.status, c.says)
		}
	}
	response, answer := post(t, s.URL+"/api/v1/events", "{}")
	if response.StatusCode != http.StatusMethodNotAllowed || response.Header.Get("Allow") != "GET" || !strings.Contains(string(answer), "GET is") {
		t.Errorf("POST: status %d, %s", response.StatusCode, answer)
	}
}

// TestETag: an answer that somebody has is not sent again until the record changes.
func TestETag(t *testing.T) {
	r := invented(t, 10)
	_, s := served(t, r, api.Options{})
	address := s.URL + "/api/v1/quotes?limit=1"
	first, body := get(t, address)
	tag := first.Header.Get("ETag")
	if tag == "" || len(body) == 0 {
		t.Fatalf("the tag is %q of %s", tag, body)
	}
	again, empty := get(t, address, "If-None-Match", `"other", `+tag)
	if again.StatusCode != http.StatusNotModified || len(empty) != 0 {
		t.Errorf("status %d, %s", again.StatusCode, empty)
	}
	if other, _ := get(t, s.URL+"/api/v1/quotes?limit=2", "If-None-Match", tag); other.StatusCode != http.StatusOK {
		t.Errorf("another question has the same tag: status %d", other.StatusCode)
	}
	quote := into[rows](t, address, http.StatusOK).Rows[0]
	response, answer := post(t, s.URL+"/api/v1/corrections", fmt.Sprintf(`{"action":"reject","target":%q,"who":"Brin Marsh"}`, quote.ID))
	if response.StatusCode != http.StatusCreated {
		t.Fatalf("status %d, %s", response.StatusCode, answer)
	}
	changed, now := get(t, address, "If-None-Match", tag)
	if changed.StatusCode != http.StatusOK || bytes.Equal(now, body) || changed.Header.Get("ETag") == tag {
		t.Errorf("after a correction: status %d, %s", changed.StatusCode, now)
	}
}

// TestCorrections: made, refused, undone, logged.
func TestCorrections(t *testing.T) {
	r := invented(t, 10)
	_, s := served(t, r, api.Options{Who: "the desk"})
	event := into[rows](t, s.URL+"/api/v1/events?limit=1&type=ASSAULT&status=happened", http.StatusOK).Rows[0].ID
	address := s.URL + "/api/v1/corrections"
	for _, c := range []struct {
		body   string
		status int
		says   string
	}{
		{fmt.Sprintf(`{"action":"recode","target":%q,"field":"status","value":"planned","why":"it was only planned"}`, event), 201, `"who":"the desk"`},
		{fmt.Sprintf(`{"action":"recode","target":%q,"field":"status","value":"maybe"}`, event), 422, "hypothetical"},
		{fmt.Sprintf(`{"action":"recode","target":%q,"field":"colour","value":"red"}`, event), 422, "colour"},
		{fmt.Sprintf(`{"action":"praise","target":%q}`, event), 422, "rename"},
		{`{"action":"reject","target":"e00000000000000"}`, 422, "no finding"},
		{`{"action":"reject","target":"x"}`, 422, "target"},
		{`{"action":"undo","undoes":7}`, 422, "no correction 7"},
		{`{"action":"undo","undoes":1,"who":"Brin Marsh"}`, 201, `"undoes":1`},
		{`{"action":"undo","undoes":1}`, 422, "undone already"},
	} {
		response, body := post(t, address, c.body)
		if response.StatusCode != c.status || !strings.Contains(string(body), c.says) {
			t.Errorf("%s: status %d, %s; want %d and %q", c.body, response.StatusCode, body, c.status, c.says)
		}
	}
	log := into[[]struct {
		N     int
		Who   string
		Holds bool
	}](t, address, http.StatusOK)
	if len(log) != 2 || log[0].Holds || !log[1].Holds || log[1].Who != "Brin Marsh" {
		t.Errorf("the log is %+v", log)
	}
}

// TestReportAsCorrected: the reading of a report has what people made of it, and
// its findings lead to their place in it.
func TestReportAsCorrected(t *testing.T) {
	_, s := served(t, invented(t, 10), api.Options{})
	type events struct {
		Rows []struct {
			Best struct {
				ID      string
				Article struct{ ID string }
			}
		}
	}
	event := into[events](t, s.URL+"/api/v1/events?limit=1&type=ASSAULT&status=happened", http.StatusOK)
	best := event.Rows[0].Best
	if response, body := post(t, s.URL+"/api/v1/corrections", fmt.Sprintf(`{"action":"recode","target":%q,"field":"status","value":"planned","who":"Brin Marsh"}`, best.ID)); response.StatusCode != 201 {
		t.Fatalf("%s", body)
	}
	type report struct {
		Reading struct {
			Article struct{ Text string }
			Events  []struct {
				Status string
				Anchor struct{ Start int } `json:"anchor_span"`
			}
		}
		Findings []struct {
			ID, Kind string
			Index    int
			Words    struct {
				Start, End int
				Exact      string
			}
		}
	}
	r := into[report](t, s.URL+"/api/v1/articles/"+best.Article.ID, http.StatusOK)
	found := false
	for _, f := range r.Findings {
		if got := string([]rune(r.Reading.Article.Text)[f.Words.Start:f.Words.End]); got != f.Words.Exact {
			t.Errorf("%s: %q and not %q", f.ID, got, f.Words.Exact)
		}
		if f.Kind == "event" && r.Reading.Events[f.Index].Anchor.Start != f.Words.Start {
			t.Errorf("%s is not event %d", f.ID, f.Index)
		}
		if f.ID == best.ID {
			found = true
			if r.Reading.Events[f.Index].Status != "planned" {
				t.Errorf("corrected, it is %s", r.Reading.Events[f.Index].Status)
			}
		}
	}
	if !found {
		t.Errorf("%s is not among the findings", best.ID)
	}
}

// TestNewsOfQuestions: what feeds and webhooks ask is what the lists ask.
func TestNewsOfQuestions(t *testing.T) {
	r := invented(t, 10)
	a, _ := served(t, r, api.Options{})
	items, next, err := a.News(t.Context(), "figures?type=killed&above=3", "")
	if err != nil || len(items) == 0 {
		t.Fatalf("%v, %d items, next %q", err, len(items), next)
	}
	for _, item := range items {
		if item.Kind != "figure" || !strings.Contains(string(item.Data), `"measure":"killed"`) || !strings.Contains(string(item.Data), `"evidence":[{`) {
			t.Errorf("%s", item.Data)
		}
	}
	for question, says := range map[string]string{
		"rumours": "changes", "figures?limit=3": "limit", "figures?typ=killed": "there are actor", "figures?type=deaths": "killed", "figures?%zz": "spaces",
	} {
		if _, _, err := a.News(t.Context(), question, ""); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%s: %v, want %q", question, err, says)
		}
	}
	// What comes into the record last is told first, whenever it was.
	reports(t, r, read(t, &rapporteur.Article{Text: "Shelling killed 140 people in El Fasher on Monday, officials said.", Published: time.Date(1999, 3, 9, 0, 0, 0, 0, time.UTC)}))
	items, _, err = a.News(t.Context(), "figures", "")
	if err != nil || !strings.Contains(string(items[0].Data), "140") {
		t.Errorf("%v, first %s", err, items[0].Data)
	}
}

// TestKept: an answer that was made is given again, to all and until the record changes;
// a table is made for each who asks.
func TestKept(t *testing.T) {
	r := invented(t, 10)
	_, s := served(t, r, api.Options{})
	for _, ask := range []string{"events", "talks", "search?q=ceasefire", "events?format=csv", "figures/series", "openapi.json", "events/places"} {
		first, body := get(t, s.URL+"/api/v1/"+ask)
		again, same := get(t, s.URL+"/api/v1/"+ask)
		first.Header.Del("Date")
		again.Header.Del("Date")
		if first.StatusCode != http.StatusOK || !bytes.Equal(body, same) || !maps.EqualFunc(first.Header, again.Header, slices.Equal) {
			t.Errorf("%s: status %d, again %d; %v and %v; %d and %d bytes", ask, first.StatusCode, again.StatusCode, first.Header, again.Header, len(body), len(same))
		}
	}
	head, err := http.Head(s.URL + "/api/v1/events")
	if err != nil || head.StatusCode != http.StatusOK || head.Header.Get("ETag") == "" {
		t.Errorf("HEAD: %v, %v", head, err)
	}
	// Many at one time.
	var group sync.WaitGroup
	for range 20 {
		group.Go(func() {
			if response, body := get(t, s.URL+"/api/v1/quotes?limit=7"); response.StatusCode != http.StatusOK || len(body) == 0 {
				t.Errorf("status %d, %d bytes", response.StatusCode, len(body))
			}
		})
	}
	group.Wait()
}
