package talks

import (
	"testing"
	"time"
)

// TestUndated reads stories of which nobody knows when they were published: what
// the days of the week place in the present is news, what years place is history.
func TestUndated(t *testing.T) {
	for _, s := range stories(t, "reports") {
		var want int
		switch s.name {
		case "history":
		case "exiles", "hospitals", "lists":
			want = 1
		default:
			continue
		}
		d := *parsed(t, []string{s.text})[0]
		article := *d.Article
		article.Published = time.Time{}
		d.Article = &article
		if got := read(&d).Talks; len(got) != want {
			t.Errorf("%s: %d negotiations, want %d", s.name, len(got), want)
		}
	}
}
