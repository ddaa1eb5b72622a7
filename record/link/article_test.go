package link_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rapporteur/gold"
	"rapporteur/record/link"
)

// alterations are what papers do to an agency's report. Each is one copy of the
// text.
var alterations = []struct {
	name  string
	least float64 // recall that is asked for
	do    func(words []string, r *rand.Rand) []string
}{
	{"3% of the words changed", 0.99, func(w []string, r *rand.Rand) []string {
		out := append([]string{}, w...)
		for i := range out {
			if r.Float64() < 0.03 {
				out[i] = fmt.Sprintf("word%d", r.IntN(1000))
			}
		}
		return out
	}},
	{"cut to 70%, with a header", 0.98, func(w []string, r *rand.Rand) []string {
		return append(strings.Fields(header), w[:len(w)*7/10]...)
	}},
	{"cut to 40%", 0.88, func(w []string, r *rand.Rand) []string { return w[:len(w)*4/10] }},
	{"15% dropped in pieces", 0.98, func(w []string, r *rand.Rand) []string {
		var out []string
		for i := 0; i < len(w); i += 20 {
			if r.Float64() >= 0.15 {
				out = append(out, w[i:min(i+20, len(w))]...)
			}
		}
		return out
	}},
	{"another lead, a footer", 0.98, func(w []string, r *rand.Rand) []string {
		out := append(strings.Fields(lead), w[min(len(w)/4, 45):]...)
		return append(out, strings.Fields(footer)...)
	}},
	{"another lead, the last quarter gone", 0.94, func(w []string, r *rand.Rand) []string {
		return append(strings.Fields(lead), w[min(len(w)/5, 45):len(w)*3/4]...)
	}},
}

const (
	header = "HARBOUR POST | World | Share this story with your friends. From our correspondents and agencies. Listen to this report, four minutes."
	lead   = "What began as a quiet week in the capital ended with questions that nobody at the ministry seemed ready to answer, as diplomats, aid workers and merchants alike waited for news from the coast."
	footer = "Additional reporting by our staff in Port Velm. Sign up for the morning letter of the Harbour Post and never miss what happens at sea."
)

// texts are those of the shared data that are long enough for a report.
func texts(t testing.TB) []string {
	var out []string
	for _, name := range []string{"wikinews_2019_2020", "au_pm_media_releases", "us_foreign_relations_milestones"} {
		for a, err := range gold.Texts(gold.Shared(t, "data", "text", name+".jsonl.gz")) {
			if err != nil {
				t.Fatal(err)
			}
			if len(strings.Fields(a.Text)) >= 120 {
				out = append(out, a.Text)
			}
		}
	}
	return out
}

// linked reports whether two articles share a key and are the same.
func linked[T link.Mention[T]](t testing.TB, a, b T) bool {
	t.Helper()
	_, same := a.Same(b)
	if _, back := b.Same(a); back != same {
		t.Errorf("Same depends on the order: %v and %v", a, b)
	}
	if !same {
		return false
	}
	keys := map[string]bool{}
	for _, k := range a.Keys() {
		keys[k] = true
	}
	for _, k := range b.Keys() {
		if keys[k] {
			return true
		}
	}
	return false
}

func TestCopiesAreKnown(t *testing.T) {
	all := texts(t)
	r := rand.New(rand.NewPCG(1, 2))
	signatures := make([]link.Article, len(all))
	for i, text := range all {
		signatures[i] = link.ArticleOf(text)
	}
	for _, alteration := range alterations {
		found, n := 0, 0
		for i, text := range all {
			copied := link.ArticleOf(strings.Join(alteration.do(strings.Fields(text), r), " "))
			n++
			if linked(t, signatures[i], copied) {
				found++
			}
		}
		recall := float64(found) / float64(n)
		t.Logf("%-36s recall %.3f (%d of %d)", alteration.name, recall, found, n)
		if recall < alteration.least {
			t.Errorf("%s: recall %.3f, want %.2f", alteration.name, recall, alteration.least)
		}
	}
}

func TestDifferentTextsAreNoCopies(t *testing.T) {
	all := texts(t)
	signatures := make([]link.Article, len(all))
	for i, text := range all {
		signatures[i] = link.ArticleOf(text)
	}
	byKey := map[string][]int{}
	for i := range signatures {
		for _, k := range signatures[i].Keys() {
			byKey[k] = append(byKey[k], i)
		}
	}
	asked := map[[2]int]bool{}
	for _, list := range byKey {
		for n, i := range list {
			for _, k := range list[:n] {
				asked[[2]int{k, i}] = true
			}
		}
	}
	copies, forms := 0, 0
	for pair := range asked {
		if why, same := signatures[pair[0]].Same(signatures[pair[1]]); same {
			copies++
			if overlap(all[pair[0]], all[pair[1]]) < 0.5 {
				forms++
				t.Logf("no line in common, but %s: %.60q and %.60q", why, all[pair[0]], all[pair[1]])
			}
		}
	}
	n := len(all) * (len(all) - 1) / 2
	t.Logf("%d pairs of %d texts; %d share a band, %d are copies, %d of them forms filled in anew", n, len(all), len(asked), copies, forms)
	// What one office announces of six regions in one wording is a form filled in
	// six times. All that is taken for a copy by mistake is of this sort.
	if forms > 6 {
		t.Errorf("%d pairs of different texts are taken for copies, want 6 at most", forms)
	}
}

// overlap is the share of the shorter text's sentences that the longer has, too:
// a slow and plain way to know a copy.
func overlap(a, b string) float64 {
	if len(a) > len(b) {
		a, b = b, a
	}
	flat := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	b = flat(b)
	in, n := 0, 0
	for _, s := range strings.Split(flat(a), ". ") {
		if n += len(s); strings.Contains(b, s) {
			in += len(s)
		}
	}
	return float64(in) / float64(max(n, 1))
}

func BenchmarkArticleOf(b *testing.B) {
	text := strings.Repeat(lead+" "+header+" "+footer+" ", 8)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		link.ArticleOf(text)
	}
}
