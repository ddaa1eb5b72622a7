package web

import (
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"

	"rapporteur"
)

// TestHostileReports: whatever an article says of itself is text on every page and
// in every file.
func TestHostileReports(t *testing.T) {
	const script, image = `<script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`
	var reports []*rapporteur.Article
	for _, a := range reported(t) {
		a.Title = script + a.Publisher + `<svg onload=alert(1)><style>*{display:none}</style>`
		a.Publisher = image + a.Publisher
		a.Author = `'><a href="javascript:alert(1)">`
		a.URL = "javascript:alert(document.cookie)//" + a.URL
		a.Ref = script
		a.Text = strings.ReplaceAll(a.Text, "Rapid Support Forces", `Rapid Support Forces </p><svg/onload=alert(1)> <iframe src="data:text/html,x">`)
		reports = append(reports, a)
	}
	reports = append(reports, &rapporteur.Article{
		Title: "\u202eevil\u2066", Publisher: "&lt;b&gt;", Published: time.Date(2025, 3, 1, 0, 0, 0, 0, time.UTC), URL: "https://velm.example/\"onclick=alert(1)",
		Text: "<script>alert(1)</script> Soldiers of Velm <b onmouseover=alert(1)>attacked</b> a village on Monday, “<img src=x onerror=alert(1)>,” Aster Vale said. ]]><!-- x --> &lt;script&gt;",
	})
	b, _ := desk(t, reports...)
	queue := []string{"/", "/events", "/quotes", "/figures", "/actors", "/reports", "/changes", "/search?q=attacked", "/search?q=%3Cscript%3Ealert(1)%3C/script%3E", "/events?actor=%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/events?%22%3E%3Cscript%3E=1"}
	for _, a := range reports {
		queue = append(queue, "/reports/"+a.ID())
	}
	seen := 0
	for i := 0; i < len(queue); i++ {
		p := b.get(queue[i])
		for _, n := range p.all("") {
			if n.Data == "script" && !strings.HasPrefix(attribute(n, "src"), StaticPath) || n.Data == "img" || n.Data == "iframe" || n.Data == "style" && !strings.Contains(p.Path, "dossier") {
				t.Errorf("%s holds <%s>", p.Path, n.Data)
			}
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || (a.Key == "href" || a.Key == "src" || a.Key == "action" || strings.HasPrefix(a.Key, "hx-get")) && !safeAddress(a.Val) {
					t.Errorf("%s holds <%s %s=%q>", p.Path, n.Data, a.Key, a.Val)
				}
			}
			if href := attribute(n, "href"); n.Data == "a" && len(queue) < 300 && (strings.HasPrefix(href, "/talks/") || strings.HasPrefix(href, "/findings/") || strings.HasPrefix(href, "/actors/a")) {
				queue = append(queue, href)
			}
		}
		if p.Root != nil && strings.Contains(bodyText(p.Root), "alert(1)") {
			seen++
		}
	}
	if seen < 20 {
		t.Errorf("only %d pages show the hostile text: they prove little", seen)
	}
}

// bodyText is what is read on a page.
func bodyText(root *html.Node) string {
	var b strings.Builder
	for n := range root.Descendants() {
		if n.Type == html.TextNode && n.Parent.Data != "script" && n.Parent.Data != "style" {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}
