package opml

import (
	"fmt"
	"strings"
	"testing"
)

const list = `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Arden &amp; Velm" title="Arden &amp; Velm">
  <outline type="rss" text="Harbour Post" xmlUrl="https://harbour-post.example/feed" htmlUrl="https://harbour-post.example/"/>
  <outline text="Deeper"><outline title="Velm Radio" XMLURL="feed://velm.example/rss"/></outline>
</outline>
<outline text="Again" xmlUrl="https://harbour-post.example/feed"/>
<outline text="Bad" xmlUrl="javascript:alert(1)"/>
<outline text="File" xmlUrl="file:///etc/hosts"/>
<outline text="More" type="include" url="https://lists.example/more.opml"/>
<outline text="A page" type="link" url="https://lists.example/page"/>
</body></opml>`

func TestRead(t *testing.T) {
	feeds, err := Read([]byte(list))
	if err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("%q", feeds)
	want := `[{"Harbour Post" "https://harbour-post.example/feed" "https://harbour-post.example/" "Arden & Velm"} ` +
		`{"Velm Radio" "https://velm.example/rss" "" "Arden & Velm / Deeper"} {"More" "https://lists.example/more.opml" "" ""}]`
	if got != want || !Is([]byte(list)) {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

func TestBroken(t *testing.T) {
	for cut := strings.Index(list, "<opml") + 5; cut < len(list)-len("</opml>"); cut += 7 {
		feeds, err := Read([]byte(list[:cut]))
		if err == nil {
			t.Errorf("cut at %d it is said to be whole", cut)
		}
		for _, f := range feeds {
			if !strings.Contains(list, f.Address[len("https:"):]+`"`) {
				t.Errorf("cut at %d: %s is no address of the list", cut, f.Address)
			}
		}
	}
	feeds, err := Read([]byte(strings.Replace(list, "<outline text=\"Again\"", "<outline & <b text=\"Again\"", 1)))
	if err == nil || len(feeds) != 2 || !strings.Contains(err.Error(), "broken after 2 feeds") {
		t.Errorf("%v, %v", feeds, err)
	}
	for _, raw := range []string{"", "x", "<html></html>", "<rss/>", "x<opml/>", "{}"} {
		if feeds, err := Read([]byte(raw)); Is([]byte(raw)) || err == nil && raw != "x<opml/>" {
			t.Errorf("%q gives %v, %v", raw, feeds, err)
		}
	}
}

func TestHostile(t *testing.T) {
	deep := "<opml><body>" + strings.Repeat("<outline text='a'>", 200_000)
	if _, err := Read([]byte(deep)); err == nil || !strings.Contains(err.Error(), "deeply") {
		t.Errorf("a deep one: %v", err)
	}
	var many strings.Builder
	many.WriteString("<opml><body>")
	for n := range MaxFeeds + 1 {
		fmt.Fprintf(&many, `<outline xmlUrl="https://a.example/%d"/>`, n)
	}
	if feeds, err := Read([]byte(many.String() + "</body></opml>")); len(feeds) != MaxFeeds || err == nil || !strings.Contains(err.Error(), "more than") {
		t.Errorf("a long one: %d, %v", len(feeds), err)
	}
	bomb := `<?xml version="1.0"?><!DOCTYPE opml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><opml><body><outline text="&b;" xmlUrl="https://a.example/1"/></body></opml>`
	if feeds, err := Read([]byte(bomb)); err != nil || len(feeds) != 1 || strings.Contains(feeds[0].Title, "aaa") {
		t.Errorf("entities of its own: %v, %v", feeds, err)
	}
	if _, err := Read(make([]byte, MaxBytes+1)); err == nil {
		t.Error("a huge one is read")
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(list))
	f.Add([]byte("<opml><outline xmlurl='http://a'"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		feeds, _ := Read(raw)
		for _, feed := range feeds {
			if !strings.HasPrefix(feed.Address, "http://") && !strings.HasPrefix(feed.Address, "https://") {
				t.Errorf("%q", feed)
			}
		}
	})
}
