package api_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/mmcdole/gofeed"

	"rapporteur"
	"rapporteur/serve/api"
)

// TestFeedsAreRead by a reader of feeds, every one of them.
func TestFeedsAreRead(t *testing.T) {
	r := invented(t, 20)
	_, s := served(t, r, api.Options{})
	for _, name := range []string{"changes", "talks", "events", "quotes", "figures", "articles"} {
		response, body := get(t, s.URL+"/feeds/"+name+".atom?since=2023-12-01")
		if response.StatusCode != http.StatusOK || !strings.HasPrefix(response.Header.Get("Content-Type"), "application/atom+xml") || response.Header.Get("ETag") == "" {
			t.Errorf("%s: status %d, %v", name, response.StatusCode, response.Header)
		}
		feed, err := gofeed.NewParser().ParseString(string(body))
		if err != nil || len(feed.Items) == 0 || feed.FeedType != "atom" || feed.FeedLink != s.URL+"/feeds/"+name+".atom?since=2023-12-01" {
			t.Fatalf("%s: %v, %.500s", name, err, body)
		}
		seen := map[string]bool{}
		for _, item := range feed.Items {
			if seen[item.GUID] || item.Title == "" || item.UpdatedParsed == nil || !strings.Contains(item.Content, "<q>") {
				t.Errorf("%s: %+v", name, item)
			}
			seen[item.GUID] = true
		}
	}
}

// TestFeedsHoldHostileText: nothing of a report becomes markup.
func TestFeedsHoldHostileText(t *testing.T) {
	r := open(t)
	reports(t, r, read(t, &rapporteur.Article{
		Text:  "“Peace ]]> <script>alert(1)</script> \x01 will hold,” said Aster Vale on Monday.",
		Title: `<img src=x onerror=alert(1)> & "more"`, URL: "javascript:alert(1)", Publisher: "Harbour Post", Published: time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC),
	}))
	_, s := served(t, r, api.Options{})
	_, body := get(t, s.URL+"/feeds/quotes.atom")
	feed, err := gofeed.NewParser().ParseString(string(body))
	if err != nil || len(feed.Items) != 1 {
		t.Fatalf("%v, %s", err, body)
	}
	content := feed.Items[0].Content
	for _, bad := range []string{"<script", "<img", "javascript:"} {
		if strings.Contains(content, bad) || strings.Contains(feed.Items[0].Link, bad) {
			t.Errorf("%s stands in %s", bad, content)
		}
	}
	if !strings.Contains(content, "&lt;script&gt;") {
		t.Errorf("the words are lost: %s", content)
	}
}

func TestFeedsAskedWrongly(t *testing.T) {
	_, s := served(t, open(t), api.Options{})
	for ask, says := range map[string]string{
		"rumours.atom": "changes.atom", "changes": "changes.atom", "events.atom?type=WAR": "AGREE", "events.atom?colour=red": "there are actor", "events.atom?limit=3": "lists alone",
	} {
		response, body := get(t, s.URL+"/feeds/"+ask)
		if response.StatusCode < 400 || response.StatusCode > 499 || !strings.Contains(string(body), says) || response.Header.Get("Content-Type") != "application/problem+json" {
			t.Errorf("%s: status %d, %s; want %q", ask, response.StatusCode, body, says)
		}
	}
	_, body := get(t, s.URL+"/feeds/events.atom")
	if feed, err := gofeed.NewParser().ParseString(string(body)); err != nil || len(feed.Items) != 0 {
		t.Errorf("of an empty record: %v, %s", err, body)
	}
}
