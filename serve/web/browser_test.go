package web

import (
	"bytes"
	"context"
	_ "embed"
	"log/slog"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// chromium is a browser with the pages of the stories; the test skips where there
// is none on this machine.
func chromium(t *testing.T) (ctx context.Context, at string) {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes its time")
	}
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	if path == "" {
		t.Skip("there is no Chromium on this machine: the pages are not tried in a browser")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox) // its sandbox refuses to be root
	}
	b, _ := desk(t, reported(t)...)
	allocator, cancel := chromedp.NewExecAllocator(t.Context(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(allocator)
	t.Cleanup(cancel)
	ctx, cancel = context.WithTimeout(ctx, 6*time.Minute)
	t.Cleanup(cancel)
	return ctx, b.at
}

// otherDesks are one that asks for a token, of which a browser sees no more than that,
// and one without a report.
func otherDesks(t *testing.T) (closed, empty string) {
	t.Helper()
	r := newRecord(t)
	at := func(o Options) string {
		o.Log, o.Version, o.Now = slog.New(slog.DiscardHandler), "test", clock
		return newBrowser(t, New(r, o)).at
	}
	return at(Options{Token: true}), at(Options{})
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, steps...); err != nil {
		t.Fatal(err)
	}
}

func evaluate[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	out, err := chromedp.Run(ctx, chromedp.Evaluate[T](script))
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	return out
}

// until waits until a script says so.
func until(t *testing.T, ctx context.Context, script string) {
	t.Helper()
	for range 100 {
		if evaluate[bool](t, ctx, `document.readyState === "complete" && !!(`+script+")") {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	t.Fatalf("in vain it was waited for %s at %s", script, evaluate[string](t, ctx, "location.href"))
}

func address(t *testing.T, ctx context.Context) *url.URL {
	t.Helper()
	u, err := url.Parse(evaluate[string](t, ctx, "location.href"))
	if err != nil {
		t.Fatal(err)
	}
	return u
}

// TestDayOfAnAnalyst opens, filters, follows a quote to its source, corrects a fact,
// takes it back, and prints.
func TestDayOfAnAnalyst(t *testing.T) {
	ctx, at := chromium(t)

	// The negotiations; one of them.
	do(t, ctx, chromedp.EmulateViewport(1360, 900), chromedp.Navigate(at+"/"))
	until(t, ctx, `document.documentElement.classList.contains("js") && window.htmx`)
	evaluate[any](t, ctx, `[...document.querySelectorAll("a.name")].find(a => a.textContent.includes("Jeddah")).click()`)
	until(t, ctx, `document.querySelector("#positions") && document.title.includes("Jeddah")`)

	// Events, filtered: the address says by what.
	do(t, ctx, chromedp.Navigate(at+"/events"))
	until(t, ctx, "window.htmx")
	rows := `document.querySelectorAll("#results tbody tr").length`
	all := evaluate[int](t, ctx, rows)
	evaluate[any](t, ctx, `document.querySelector('.filters input[name="type"][value="ASSAULT"]').click()`)
	until(t, ctx, `location.search.includes("type=ASSAULT") && `+rows+` < `+number(float64(all)))
	if others := evaluate[int](t, ctx, `[...document.querySelectorAll("#results .type")].filter(e => e.textContent !== "ASSAULT").length`); others != 0 {
		t.Errorf("%d rows are of another type", others)
	}
	do(t, ctx, chromedp.NavigateBack())
	until(t, ctx, rows+" === "+number(float64(all)))

	// A quote, its evidence, its report.
	do(t, ctx, chromedp.Navigate(at+"/quotes"))
	until(t, ctx, "window.htmx")
	evaluate[any](t, ctx, `document.querySelector("#results a.row").click()`)
	until(t, ctx, `document.querySelector("aside#panel[data-finding] .evidence mark")`)
	if address(t, ctx).Query().Get("finding") == "" {
		t.Error("the address does not say which quote is open")
	}
	evaluate[any](t, ctx, `document.querySelector("#panel .more").click()`)
	until(t, ctx, `location.pathname.startsWith("/reports/") && document.querySelector(".text .on")`)

	// Keys: Escape closes, / searches, j goes from mark to mark.
	do(t, ctx, chromedp.KeyEvent("\x1b"))
	until(t, ctx, `!document.querySelector("#panel[data-finding]") && !document.querySelector(".text .on")`)
	do(t, ctx, chromedp.KeyEvent("j"))
	until(t, ctx, `document.activeElement.matches("a.m")`)
	do(t, ctx, chromedp.KeyEvent("\r"))
	until(t, ctx, `document.activeElement.id === "panel" && document.activeElement.dataset.finding`)
	do(t, ctx, chromedp.KeyEvent("/"))
	until(t, ctx, `document.activeElement.id === "q"`)

	// A figure is wrong: it is corrected where it is seen, and that is taken back.
	do(t, ctx, chromedp.Navigate(at+"/figures?type=killed&sort=oldest"))
	until(t, ctx, "window.htmx")
	evaluate[any](t, ctx, `document.querySelector("#results a.row").click()`)
	until(t, ctx, `document.querySelector("#panel input[name=field][value=value]")`)
	evaluate[any](t, ctx, `(() => {
		const form = document.querySelector("#panel input[name=field][value=value]").form;
		form.closest("details").open = true;
		form.elements.value.value = "17";
		form.elements.why.value = "the agency corrected it";
		form.querySelector("button").click();
	})()`)
	until(t, ctx, `document.querySelector(".done")?.textContent.includes("correction 1")`)
	if !evaluate[bool](t, ctx, `document.querySelector("#results tbody tr").textContent.includes("17") && !!document.querySelector("#panel .log")`) {
		t.Error("neither table nor finding show what was corrected")
	}
	evaluate[any](t, ctx, `document.querySelector(".done button").click()`)
	until(t, ctx, `document.querySelector(".done")?.textContent.includes("Taken back")`)
	if evaluate[bool](t, ctx, `document.querySelector("#results tbody tr").textContent.includes("17")`) {
		t.Error("what was undone is still shown")
	}

	// A briefing on paper.
	do(t, ctx, chromedp.Navigate(at+"/"))
	until(t, ctx, "window.htmx")
	evaluate[any](t, ctx, `[...document.querySelectorAll("a.name")].find(a => a.textContent.includes("Jeddah")).click()`)
	until(t, ctx, `document.querySelector("#positions")`)
	pdf, err := chromedp.Run(ctx, chromedp.PrintToPDF())
	if err != nil || !bytes.HasPrefix(pdf, []byte("%PDF-")) || len(pdf) < 20_000 {
		t.Errorf("it prints %d bytes: %v", len(pdf), err)
	}
	keep(t, "dossier.pdf", pdf)
}

// TestWithoutScripts: filters, findings and corrections work by themselves.
func TestWithoutScripts(t *testing.T) {
	ctx, at := chromium(t)
	do(t, ctx, chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		return err
	}))
	do(t, ctx, chromedp.Navigate(at+"/events"), chromedp.SendKeys(chromedp.CSS(`.filters input[name="place"]`), "El Fasher"), chromedp.Click(chromedp.CSS(`.filters button`)),
		chromedp.WaitVisible(chromedp.CSS(`.filters .go a`)), chromedp.Click(chromedp.CSS(`#results a.row`)), chromedp.WaitVisible(chromedp.CSS(`aside#panel .evidence`)))
	where, err := chromedp.Run(ctx, chromedp.Location())
	if err != nil || !strings.Contains(where, "place=El+Fasher") || !strings.Contains(where, "finding=") {
		t.Errorf("the page is %s, %v", where, err)
	}
	do(t, ctx, chromedp.Click(chromedp.CSS(`#panel .judge details:first-of-type summary`)), chromedp.Click(chromedp.CSS(`#panel .judge details[open] button`)), chromedp.WaitVisible(chromedp.CSS(`.done`)))
	if said, err := chromedp.Run(ctx, chromedp.Text(chromedp.CSS(`.done`))); err != nil || !strings.Contains(said, "correction 1") {
		t.Errorf("confirming says %q, %v", said, err)
	}
}

//go:embed testdata/axe.min.js
var axe string

// looks are how pages are looked at.
var looks = []struct {
	name   string
	width  int64
	scheme string
	rules  string // those that a look may break
}{{"light", 1360, "light", ""}, {"dark", 1360, "dark", `"color-contrast"`}, {"phone", 390, "light", `"color-contrast", "target-size", "scrollable-region-focusable"`}}

// TestAccessible holds every kind of page, light, dark and on a phone, to the rules of
// axe-core (WCAG 2.2, A and AA, and its best practices). Where RAPPORTEUR_SCREENSHOTS
// names a folder, pictures of the pages are put there.
func TestAccessible(t *testing.T) {
	ctx, at := chromium(t)
	pages := everyPage(t, ctx, at)
	for _, look := range looks {
		do(t, ctx, chromedp.EmulateViewport(look.width, 900), chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
			_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: look.scheme}}})
			return err
		}))
		for _, p := range pages {
			do(t, ctx, chromedp.Navigate(p[1]))
			until(t, ctx, `!document.querySelector(".coming")`)
			evaluate[any](t, ctx, axe+"; 0")
			options := ""
			if look.rules != "" {
				options = `, runOnly: {type: "rule", values: [` + look.rules + `]}`
			}
			violations, err := chromedp.Run(ctx, chromedp.Evaluate[string](`axe.run(document, {resultTypes: ["violations"]`+options+`}).then(r => r.violations.flatMap(v => v.nodes.slice(0, 3).map(n => v.id + ": " + n.html.slice(0, 160) + " " + n.failureSummary)).join("\n"))`, chromedp.EvalAwaitPromise))
			if err != nil || violations != "" {
				t.Errorf("%s, %s (%s): %v\n%s", p[0], look.name, p[1], err, violations)
			}
			if wide := evaluate[int](t, ctx, `document.documentElement.scrollWidth - document.documentElement.clientWidth`); wide > 0 {
				t.Errorf("%s, %s: the page is %d pixels wider than the window", p[0], look.name, wide)
			}
			if os.Getenv(screenshots) != "" {
				picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
				if err != nil {
					t.Fatal(err)
				}
				keep(t, p[0]+"-"+look.name+".png", picture)
			}
		}
	}
}

const screenshots = "RAPPORTEUR_SCREENSHOTS"

func keep(t *testing.T, name string, content []byte) {
	t.Helper()
	if dir := os.Getenv(screenshots); dir != "" {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// everyPage is a page of each kind, by name and address.
func everyPage(t *testing.T, ctx context.Context, at string) [][2]string {
	t.Helper()
	var pages [][2]string
	add := func(at string, named ...string) {
		for i := 0; i < len(named); i += 2 {
			pages = append(pages, [2]string{named[i], at + named[i+1]})
		}
	}
	add(at, "negotiations", "/", "changes", "/changes", "events", "/events", "quotes", "/quotes", "figures", "/figures", "actors", "/actors", "reports", "/reports", "corrections", "/corrections",
		"search", "/search?q=ceasefire", "search-nothing", "/search?q=zeppelin", "search-empty", "/search?q=", "empty", "/events?type=AID&place=Nowhere", "missing", "/nothing",
		"refused", "/events?since=someday", "figures-chart", "/figures?type=killed&country=SDN", "quotes-words", "/quotes?words=ceasefire")
	closed, bare := otherDesks(t)
	add(closed, "login", LoginPath, "login-wrong", LoginPath+"?wrong=1&next=%2Fevents")
	add(bare, "bare-negotiations", "/", "bare-changes", "/changes", "bare-events", "/events", "bare-figures", "/figures", "bare-reports", "/reports", "bare-corrections", "/corrections")
	first := func(page, selector string) string {
		do(t, ctx, chromedp.Navigate(at+page))
		return evaluate[string](t, ctx, `(a => a.pathname + a.search)(document.querySelector('`+selector+`'))`)
	}
	do(t, ctx, chromedp.Navigate(at+"/"))
	talks := evaluate[string](t, ctx, `[...document.querySelectorAll("a.name")].find(a => a.textContent.includes("Jeddah")).pathname`)
	report := first("/reports?sort=oldest", "#results a.row")
	opened := first("/figures?type=killed&sort=oldest", "#results a.row")
	add(at, "negotiation", talks, "negotiation-open", first(talks, ".tools a[data-f]"), "report", report, "report-open", first(report, "a.m.g-events"),
		"event-open", first("/events", "#results a.row"), "quote-open", first("/quotes", "#results a.row"), "actor", first("/actors", "#results a.row"),
		"finding", "/findings/"+idIn(opened), "pick", "/events?pick="+idIn(first("/events", "#results a.row")))
	correctOne(t, ctx, at+opened)
	add(at, "corrected", opened+"&done=1", "corrections-some", "/corrections")
	return pages
}

// idIn is the finding that an address opens.
func idIn(address string) string { return address[strings.Index(address, "finding=")+len("finding="):] }

// correctOne confirms what is open at an address.
func correctOne(t *testing.T, ctx context.Context, at string) {
	t.Helper()
	do(t, ctx, chromedp.Navigate(at))
	until(t, ctx, `document.querySelector('#panel input[name=action][value=confirm]')`)
	evaluate[any](t, ctx, `document.querySelector('#panel input[name=action][value=confirm]').form.submit()`)
	until(t, ctx, `document.querySelector(".done")`)
}
