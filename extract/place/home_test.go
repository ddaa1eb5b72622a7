package place

import (
	"testing"

	"rapporteur"
)

func TestHome(t *testing.T) {
	for _, c := range []struct{ url, publisher, want string }{
		{"https://www.harbour-post.co.uk/a", "", "GBR"},
		{"https://news.example.ke", "The Kyiv Packet", "KEN"},
		{"https://harbour-post.com", "The Kyiv Packet", "UKR"},
		{"", "Times of Sudan", "SDN"},
		{"", "The Ghanaian Packet", "GHA"},
		{"https://packet.io", "Harbour Post", ""},
		{"", "The Reading Post", ""},
	} {
		if got := home(&rapporteur.Article{URL: c.url, Publisher: c.publisher}); got != c.want {
			t.Errorf("%q, %q: home %q, want %q", c.url, c.publisher, got, c.want)
		}
	}
}
