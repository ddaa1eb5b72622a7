package page

import (
	"strings"
	"testing"
)

// The text of a run is what a browser shows.
func TestCollect(t *testing.T) {
	for name, test := range map[string]struct{ body, want string }{
		"inline elements":        {`<p>The <a href=x>minister</a>'s <b>aide</b> said "<i>we <u>will</u></i>".`, `The minister's aide said "we will".`},
		"words across elements":  {`<p>un<b>der</b>way`, `underway`},
		"white space":            {"<p>\n  one\t two\r\n<b> three </b> four </p>", "one two three four"},
		"no-break space stays":   {"<p>40&nbsp;captives", "40\u00A0captives"},
		"what no browser shows":  {"<p>gov&shy;ern&#8203;ment\uFEFF", "government"},
		"after a time element":   {`<p>On <time datetime="2024-03-11">Monday</time> they met.`, "On Monday they met."},
		"one break":              {"<p>one<br>two", "one\ntwo"},
		"two breaks":             {"<p>one<br> <br/>two<br><br><br>three", "one|two|three"},
		"text beside blocks":     {"<div>one<p>two</p>three</div>four", "one|two|three|four"},
		"quotation element":      {"<p>He said <q>no</q>, and <q>yes</q>.", "He said “no”, and “yes”."},
		"struck out":             {"<p>The <del>third</del> <s>fourth</s> <ins>second</ins> round", "The second round"},
		"scripts and styles":     {"<p>one<script>var x='<p>'</script><style>p{}</style> two", "one two"},
		"not shown":              {`<p>one<span hidden> two</span><span style="display: none"> three</span><span class="sr-only"> four</span>`, "one"},
		"behind a dialog":        {`<div aria-hidden="true"><p>one <i aria-hidden="true">icon</i></div>`, "one"},
		"data table":             {"<table><tr><th>Year<th>Ships<tr><td>1997<td>4,100</table>", "Year\tShips|1997\t4,100"},
		"layout table":           {"<table><tr><td><a href=x>Home</a><br><a>World</a><td>" + strings.Repeat("long text ", 10) + "<br><br>end", "Home\nWorld|" + strings.TrimSpace(strings.Repeat("long text ", 10)) + "|end"},
		"preformatted":           {"<pre>Talks between Arden and Velm on a truce in the Narrows\nwere adjourned.\n\n  Short\nlines</pre>", "Talks between Arden and Velm on a truce in the Narrows were adjourned.|Short\nlines"},
		"headline over lines":    {"<h1>One<br>two</h1>", "One two"},
		"entities":               {"<p>&ldquo;A &amp; B&rdquo; &#x2014; &lt;c&gt;", "“A & B” — <c>"},
		"lists":                  {"<ul><li>one<li>two <b>three</b></ul>", "one|two three"},
		"custom elements":        {"<amp-ad>buy</amp-ad><my-story><p>one</p></my-story>", "one"},
		"empty paragraphs":       {"<p> </p><p>&nbsp;</p><p>one</p>", "one"},
		"marks of ours stay out": {"<p>one\U000F0005 two", "one\U000F0005 two"},
	} {
		runs, _ := collect(parse(test.body))
		var got []string
		for _, r := range runs {
			got = append(got, r.text)
		}
		if got := strings.Join(got, "|"); got != test.want {
			t.Errorf("%s: %q; want %q", name, got, test.want)
		}
	}
}

// article is a page with the given elements between paragraphs of a report.
func article(between string) string {
	return `<html><head><title>Truce talks resume</title></head><body><article><h1>Truce talks resume</h1>
<p>Delegates from Arden and Velm returned to the capital on Tuesday for a second round of talks on reopening the ferry line, two officials said.</p>
<p>The mediators from Corrin and the Eastern Isles had spent the night carrying drafts between the two hotels, according to one of them.</p>
` + between + `
<p>An answer from Velm is expected by Friday, and the two sides are to inspect the harbour wall together before that.</p>
<p>The ferry line has been closed since January, when shelling of the quays began and the crew of the Halcyon was seized.</p>
</article></body></html>`
}

func TestPrune(t *testing.T) {
	plain := Read(article(""), "").Text
	if strings.Count(plain, "\n\n") != 4 || !strings.HasPrefix(plain, "Truce talks resume\n\n") {
		t.Fatalf("the article alone: %q", plain)
	}
	for name, between := range map[string]string{
		"advertisement":     `<div>Advertisement</div>`,
		"read more":         `<p><b>Read more:</b> <a href=x>How the ferry war began</a></p>`,
		"a line of links":   `<p><a href=x>How the ferry war began, and why it has not ended after so many attempts</a></p>`,
		"pull quote":        `<blockquote>had spent the night carrying drafts between the two hotels</blockquote>`,
		"the headline":      `<h2>Truce talks resume</h2>`,
		"newsletter":        `<p>Sign up for our newsletter and get the day's news from the coast.</p>`,
		"caption":           `<figure><img src=x><figcaption>A ferry leaves Port Arden.</figcaption></figure>`,
		"credited caption":  `<p>A ferry leaves Port Arden on Monday. (AP Photo/Ada Lund)</p>`,
		"share buttons":     `<ul class=share><li><a href=x>Facebook</a></li><li><a href=x>Twitter</a></li></ul>`,
		"a paragraph again": `<p>The mediators from Corrin and the Eastern Isles had spent the night carrying drafts between the two hotels, according to one of them.</p>`,
		"stars":             `<p>* * *</p>`,
		"comments":          `<div id="comments"><p>They should have signed in the autumn, this is a disgrace and everybody on the coast knows it.</p></div>`,
		"updated":           `<p>Updated: 13 March 2024, 07:40</p>`,
	} {
		if got := Read(article(between), "").Text; got != plain {
			t.Errorf("%s: read as %q", name, got)
		}
	}
	for name, between := range map[string]string{
		"subheading":          `<h2>What the draft says</h2>`,
		"quotation set apart": `<blockquote><p>“The draft is ours,” the commissioner of Velm wrote in an open letter to the council.</p></blockquote>`,
		"list":                `<ul><li>Forty captives are to be freed in two phases.</li><li>Guns are to be withdrawn twenty kilometres from the shore.</li></ul>`,
		"text in a div":       `<div>The commissioner of Velm, Tom Rook, told <a href=x>reporters</a> that he would wait.</div>`,
		"a short answer":      `<p>“No,” she said, and left the hall for the night.</p>`,
	} {
		got := Read(article(between), "").Text
		if runs, _ := collect(parse(between)); !strings.Contains(got, runs[0].text) || len(got) < len(plain)+len(runs[0].text) {
			t.Errorf("%s: lost from %q", name, got)
		}
	}
}
