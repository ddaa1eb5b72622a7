package page

import (
	"testing"
	"time"
)

func TestDate(t *testing.T) {
	for name, test := range map[string]struct{ head, body, address, want, from string }{
		"JSON-LD before meta": {
			head: `<meta name=date content=2024-01-01><script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2024-03-12T10:00:00Z"}</script>`,
			want: "2024-03-12T10:00:00Z", from: fromLinked},
		"never the change": {
			head: `<meta property="article:modified_time" content="2024-03-13"><meta property="og:updated_time" content="2024-03-13">`},
		"the article of this page": {
			head: `<meta property="og:title" content="Ours"><script type="application/ld+json">[{"@type":"NewsArticle","headline":"Theirs","datePublished":"2024-01-01"},{"@type":"NewsArticle","headline":"Ours","datePublished":"2024-03-12"}]</script>`,
			want: "2024-03-12T00:00:00Z", from: fromLinked},
		"broken JSON-LD": {
			head: "<script type=application/ld+json>{\"@type\":\"NewsArticle\",}</script><meta itemprop=datePublished content=2024-03-12>",
			want: "2024-03-12T00:00:00Z", from: fromMeta},
		"JSON-LD with line breaks in strings": {
			head: "<script type=application/ld+json><!-- {\"@type\":\"http://schema.org/NewsArticle\",\"headline\":\"a\nb\",\"datePublished\":\"2024-03-12\"} --></script>",
			want: "2024-03-12T00:00:00Z", from: fromLinked},
		"a time that no page can have": {head: `<meta name=date content=1970-01-01><meta name=pubdate content=2124-01-01>`},
		"time element":                 {body: `<time itemprop="datePublished" datetime="2024-03-12T10:00+02:00">x</time>`, want: "2024-03-12T10:00:00+02:00", from: fromTime},
		"the only time element":        {body: `<time>12 March 2024</time>`, want: "2024-03-12T00:00:00Z", from: fromTime},
		"several time elements":        {body: `<time>12 March 2024</time><time>13 March 2024</time>`},
		"time of an update":            {body: `<time class="updated" datetime="2024-03-13">x</time>`},
		"microdata":                    {body: `<span itemprop="datePublished" content="2024-03-12">x</span>`, want: "2024-03-12T00:00:00Z", from: fromTime},
		"address":                      {address: "https://harbourpost.example/2024/03/12/talks.html", want: "2024-03-12T00:00:00Z", from: fromAddress},
		"address with dashes":          {address: "https://harbourpost.example/world/2024-03-12-talks", want: "2024-03-12T00:00:00Z", from: fromAddress},
		"address with a month's name":  {address: "https://harbourpost.example/world/2024/mar/12/talks", want: "2024-03-12T00:00:00Z", from: fromAddress},
		"number in an address":         {address: "https://harbourpost.example/20249912/talks-20240312123"},
		"day of the readers": {
			head: `<meta property="article:published_time" content="2024-03-13T01:30:00+00:00">`, address: "https://harbourpost.example/2024/03/12/talks",
			want: "2024-03-12T00:00:00Z", from: fromMeta},
		"line under the headline": {body: `<h1>Truce talks resume</h1><p>By Ruth Amble</p><p>Published: Tuesday, March 12, 2024 | 10:05 GMT</p>`, want: "2024-03-12T00:00:00Z", from: fromByline},
		"a date in the text":      {body: `<h1>Truce talks resume</h1><p>The two sides have not met since March 12, 2024.</p>`},
		"ambiguous line":          {body: `<h1>Truce talks resume</h1><p>04/05/2024</p>`},
	} {
		doc := parse("<html><head><title>Truce talks resume</title>" + test.head + "</head><body>" + test.body)
		h := readHead(doc)
		runs, _ := collect(doc)
		got, from := h.date(doc, runs, headline(runs, h.titles(), ""), test.address)
		shown := ""
		if !got.IsZero() {
			shown = got.Format(time.RFC3339)
		}
		if shown != test.want || from != test.from {
			t.Errorf("%s: %q from %q; want %q from %q", name, shown, from, test.want, test.from)
		}
	}
}

func TestTitle(t *testing.T) {
	for name, test := range map[string]struct {
		head, body, want string
		shown            bool // the page shows it
	}{
		"h1":                    {`<title>Talks resume in Velm | Harbour Post</title>`, `<h1>Talks resume in Velm</h1>`, "Talks resume in Velm", true},
		"h1 among others":       {`<meta property=og:title content="Talks resume in Velm">`, `<h1>Harbour Post</h1><h1>Talks resume in <i>Velm</i></h1>`, "Talks resume in Velm", true},
		"longer on the page":    {`<title>Talks resume in Velm</title>`, `<h1>Talks resume in Velm after a week</h1>`, "Talks resume in Velm after a week", true},
		"cut in the metadata":   {`<title>Talks resume in Velm after...</title>`, `<h1>Talks resume in Velm after a week</h1>`, "Talks resume in Velm after a week", true},
		"for search engines":    {`<title>Velm talks: truce, captives, ferries</title>`, `<h1>A truce for the ferries of Velm at last</h1>`, "A truce for the ferries of Velm at last", true},
		"h1 is the site":        {`<meta property=og:site_name content="Harbour Post"><title>Talks resume in Velm - Harbour Post</title>`, `<h1>Harbour Post</h1><h2>Talks resume in Velm</h2>`, "Talks resume in Velm", true},
		"only declared":         {`<meta property=og:site_name content="Harbour Post"><title>Talks resume in Velm - Harbour Post</title>`, `<p>x`, "Talks resume in Velm", false},
		"a dash of its own":     {`<title>Talks resume - in Velm</title>`, `<p>x`, "Talks resume - in Velm", false},
		"JSON-LD with entities": {`<script type="application/ld+json">{"@type":"Article","headline":"Velm &amp; Arden <i>talk</i>"}</script>`, `<p>x`, "Velm & Arden talk", false},
		"a link to another":     {`<title>Talks resume in Velm</title>`, `<h2><a href=x>Talks resume in Velm</a></h2>`, "Talks resume in Velm", false},
		"first line":            {`<title>Dispatch: Talks resume in Velm</title>`, `<div><b>Talks resume in Velm</b><br>March 12</div>`, "Talks resume in Velm", true},
		"none":                  {``, `<p>x`, "", false},
	} {
		doc := parse("<html><head>" + test.head + "</head><body>" + test.body)
		h := readHead(doc)
		runs, _ := collect(doc)
		top := headline(runs, h.titles(), h.publisher(""))
		runs = split(runs, top)
		got := title(h.titles(), h.publisher(""))
		if top >= 0 {
			got = runs[top].text
		}
		if got != test.want || top >= 0 != test.shown {
			t.Errorf("%s: %q, shown %v; want %q, %v", name, got, top >= 0, test.want, test.shown)
		}
	}
}

func TestAuthor(t *testing.T) {
	for name, test := range map[string]struct{ head, found, want string }{
		"meta":              {`<meta name=author content="By Ruth Amble">`, "", "Ruth Amble"},
		"several":           {`<meta name=author content="Ruth Amble, Tom Rook and Ada Lund">`, "", "Ruth Amble; Tom Rook; Ada Lund"},
		"post":              {`<meta name=author content="Ruth Amble, Political Editor">`, "", "Ruth Amble"},
		"address":           {`<meta property="article:author" content="https://social.example/amble">`, "Ruth Amble", "Ruth Amble"},
		"JSON-LD by id":     {`<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","author":{"@id":"#a"}},{"@id":"#a","@type":"Person","name":"Ruth Amble"}]}</script>`, "", "Ruth Amble"},
		"JSON-LD strings":   {`<script type="application/ld+json">{"@type":"NewsArticle","author":["Ruth Amble",{"name":"Tom Rook"}]}</script>`, "", "Ruth Amble; Tom Rook"},
		"nobody twice":      {`<meta name=author content="Ruth Amble; RUTH AMBLE">`, "", "Ruth Amble"},
		"words around":      {`<meta name=author content="Posted by Ruth Amble">`, "", "Ruth Amble"},
		"a system":          {`<meta name=author content="admin">`, "Unknown", ""},
		"nobody":            {``, "", ""},
		"found on the page": {``, "Ruth Amble", "Ruth Amble"},
	} {
		h := readHead(parse("<html><head>" + test.head + "</head>"))
		if got := h.author(test.found); got != test.want {
			t.Errorf("%s: %q; want %q", name, got, test.want)
		}
	}
}

func TestPublisher(t *testing.T) {
	for name, test := range map[string]struct{ head, address, want string }{
		"JSON-LD":   {`<meta property=og:site_name content=Other><script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"Harbour Post"}}</script>`, "", "Harbour Post"},
		"site name": {`<meta property=og:site_name content="Harbour Post">`, "https://harbourpost.example/", "Harbour Post"},
		"host":      {`<meta name=publisher content="https://social.example/post">`, "https://www.harbourpost.example/a", "harbourpost.example"},
		"nothing":   {``, "", ""},
	} {
		h := readHead(parse("<html><head>" + test.head + "</head>"))
		if got := h.publisher(test.address); got != test.want {
			t.Errorf("%s: %q; want %q", name, got, test.want)
		}
	}
}
