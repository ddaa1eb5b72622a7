package link_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/fixture"
	"rapporteur/pipeline"
	"rapporteur/record/link"
)

// reading is one report of the tests, read.
type reading struct {
	article *rapporteur.Article
	f       *rapporteur.Findings
	who     []link.Identity
	events  []link.Event
	talks   []link.Talks
}

func readAll(t testing.TB, all []fixture.Story) []reading {
	t.Helper()
	var out []reading
	for _, s := range all {
		for _, a := range s.Reports {
			r, err := pipeline.Read(a)
			if err != nil {
				t.Fatal(err)
			}
			who := link.Identities(a, r.Findings)
			out = append(out, reading{a, r.Findings, who, link.Events(a, r.Findings, who), link.Negotiations(a, r.Findings, who)})
		}
	}
	return out
}

// Same answers alike in either order and after JSON, which a record keeps
// mentions as; what has no keys is the same as nothing.
func TestMentionsKeepTheLaws(t *testing.T) {
	var who []link.Identity
	var events []link.Event
	var talks []link.Talks
	for _, r := range readAll(t, stories(t, "stories")) {
		who, events, talks = append(who, r.who...), append(events, r.events...), append(talks, r.talks...)
	}
	law(t, who)
	law(t, events)
	law(t, talks)
	// What decides is what two reports tell, not which of them has the lesser id.
	idle(t, events, func(x *link.Event) *string { return &x.Article })
	idle(t, talks, func(x *link.Talks) *string { return &x.Article })
	law(t, []link.Issue{link.IssueOf("a permanent ceasefire"), link.IssueOf("an end to the war"), link.IssueOf(""), link.IssueOf("the reef")})
	law(t, []link.Article{link.ArticleOf(lead), link.ArticleOf(lead + footer), link.ArticleOf(""), link.ArticleOf("Two words.")})
}

// A meeting with one more side is another, whichever report tells of it.
func TestMeetingsAreTheSameBothWays(t *testing.T) {
	state := func(code string) link.Side {
		return link.Side{Name: code, Self: code, Root: code, Country: code, Kind: rapporteur.ActorState}
	}
	minister := link.Side{Name: "the minister", Root: "EGY", Country: "EGY", Kind: rapporteur.ActorOffice, Noun: "minister"}
	hamas := link.Side{Name: "Hamas", Self: "hamas", Root: "hamas", Kind: rapporteur.ActorArmedGroup}
	meeting := func(article string, who ...link.Side) link.Event {
		return link.Event{Article: article, Published: "2024-05-02", Type: "CONSULT", Reality: "real", From: "2024-05-01", To: "2024-05-01", Place: "cairo", Actors: who}
	}
	for _, c := range []struct {
		a, b []link.Side
		same bool
	}{
		{[]link.Side{state("EGY"), minister}, []link.Side{state("EGY"), hamas}, true}, // whom Egypt met the first does not tell
		{[]link.Side{state("EGY"), hamas}, []link.Side{minister, hamas}, true},
		{[]link.Side{state("EGY"), hamas}, []link.Side{state("EGY"), state("ISR")}, false},
		{[]link.Side{state("EGY"), hamas}, []link.Side{state("EGY"), hamas, state("QAT")}, true}, // the shorter list is short
	} {
		for _, ids := range [][2]string{{"1", "2"}, {"2", "1"}} {
			x, y := meeting(ids[0], c.a...), meeting(ids[1], c.b...)
			_, there := x.Same(y)
			_, back := y.Same(x)
			if there != c.same || back != c.same {
				t.Errorf("%v and %v are the same: %v, in the other order %v, want %v", c.a, c.b, there, back, c.same)
			}
		}
	}
}

// idle holds Same to an answer that the ids of the articles do not change.
func idle[T link.Mention[T]](t *testing.T, all []T, article func(*T) *string) {
	t.Helper()
	for i, a := range all {
		for _, b := range all[:i] {
			_, same := a.Same(b)
			x, y := a, b
			*article(&x), *article(&y) = *article(&b), *article(&a)
			if _, other := x.Same(y); same != other {
				t.Errorf("%T: %v, with the ids exchanged %v:\n%+v\n%+v", a, same, other, a, b)
			}
		}
	}
}

func law[T link.Mention[T]](t *testing.T, all []T) {
	t.Helper()
	same := 0
	for i, a := range all {
		text, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		var again T
		if err := json.Unmarshal(text, &again); err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(a.Keys(), again.Keys()) {
			t.Errorf("%T: JSON changes the keys of %s", a, text)
		}
		for _, b := range all[:i] {
			why, x := a.Same(b)
			back, y := b.Same(a)
			later, z := again.Same(b)
			if x != y || x != z || why != back || why != later {
				t.Errorf("%T: %v (%s), in the other order %v (%s), after JSON %v (%s):\n%+v\n%+v", a, x, why, y, back, z, later, a, b)
			}
			if x {
				same++
			}
			if x && len(a.Keys()) == 0 {
				t.Errorf("%T: the same as another without a key: %+v", a, a)
			}
		}
	}
	if same == 0 && len(all) > 4 {
		t.Errorf("%T: no two of %d are the same; the law was not tried", all, len(all))
	}
}

// Groups are the same, as sets, in whatever order mentions come.
func TestGroupsAreFreeOfOrder(t *testing.T) {
	var events []link.Event
	for _, r := range readAll(t, stories(t, "stories")) {
		events = append(events, r.events...)
	}
	members := func(all []link.Event) map[string]bool {
		out := map[string]bool{}
		for _, g := range groups(link.Groups(all)) {
			var names []string
			for _, i := range g {
				names = append(names, fmt.Sprint(all[i]))
			}
			out[fmt.Sprint(len(names), slices.Sorted(slices.Values(names)))] = true
		}
		return out
	}
	want := members(events)
	r := rand.New(rand.NewPCG(5, 6))
	for range 5 {
		r.Shuffle(len(events), func(i, k int) { events[i], events[k] = events[k], events[i] })
		if got := members(events); !reflect.DeepEqual(got, want) {
			t.Fatal("another order makes other groups")
		}
	}
}

func BenchmarkMentions(b *testing.B) {
	all := readAll(b, stories(b, "stories"))
	n := 0
	for b.Loop() {
		r := all[n%len(all)]
		n++
		who := link.Identities(r.article, r.f)
		for _, x := range who {
			x.Keys()
		}
		for _, x := range link.Events(r.article, r.f, who) {
			x.Keys()
		}
		for _, x := range link.Negotiations(r.article, r.f, who) {
			x.Keys()
		}
		link.ArticleOf(r.article.Text).Keys()
	}
}
