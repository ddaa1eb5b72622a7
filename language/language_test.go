package language

import (
	"io/fs"
	"reflect"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"unicode"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/models"
)

var loaded = map[string]func() *Reader{Quick: loader(Quick), Careful: loader(Careful)}

func loader(name string) func() *Reader {
	return sync.OnceValue(func() *Reader {
		english, err := fs.Sub(models.English, "en")
		if err != nil {
			panic(err)
		}
		r, err := New(english, name)
		if err != nil {
			panic(err)
		}
		return r
	})
}

// both tests both readers.
func both(t *testing.T, test func(*testing.T, *Reader)) {
	for _, name := range Readers {
		t.Run(name, func(t *testing.T) { test(t, loaded[name]()) })
	}
}

const report = `Arden and Velm resume ferry talks

Delegates from Arden and Velm resumed talks on Monday, the first since January.

“We can't sign a paper that nobody has read,” Velm's foreign minister, Aster Vale, told reporters in Port Orr.
“But we will stay.” She said the U.N. envoy had offered a 40-day truce.`

func TestRead(t *testing.T) { both(t, testRead) }

func testRead(t *testing.T, r *Reader) {
	d := r.Read(&rapporteur.Article{Text: report})
	laws(t, d)
	if !d.Sentences[0].Heading || d.Sentences[1].Heading {
		t.Errorf("headings: %t, %t; want the first sentence alone", d.Sentences[0].Heading, d.Sentences[1].Heading)
	}
	if n := len(d.Sentences); n != 5 {
		t.Errorf("%d sentences, want 5", n)
	}
	find := func(word string) (int, rapporteur.Token) {
		for i := range d.Tokens {
			if d.Word(i) == word && !d.Sentences[0].Span.Contains(d.Tokens[i].Span) {
				return i, d.Tokens[i]
			}
		}
		t.Fatalf("no token %q", word)
		return 0, rapporteur.Token{}
	}
	resumed, verb := find("resumed")
	if verb.UPOS != "VERB" || verb.XPOS != "VBD" || verb.Lemma != "resume" || verb.Deprel != "root" {
		t.Errorf("resumed: %+v", verb)
	}
	if _, talks := find("talks"); talks.Head != resumed || talks.Deprel != "obj" || talks.Lemma != "talk" {
		t.Errorf("talks: %+v, want the object of token %d", talks, resumed)
	}
	if _, clitic := find("n't"); !clitic.Joined {
		t.Error("n't is not joined to what it is written with")
	}
	named := map[string]string{}
	for _, e := range d.Entities {
		named[d.Text(e.Span)] = e.Type
	}
	if named["Aster Vale"] != rapporteur.EntityPerson {
		t.Errorf("entities %v: want Aster Vale, a person", named)
	}
	if len(d.Quotes) != 2 {
		t.Errorf("%d quotations, want 2", len(d.Quotes))
	}
	if !linked(d, "Aster Vale", "She") {
		t.Errorf("She is not linked to Aster Vale in %v", d.Clusters)
	}
}

func linked(d *rapporteur.Document, name, pronoun string) bool {
	for _, c := range d.Clusters {
		var hasName, hasPronoun bool
		for _, m := range c.Mentions {
			hasName = hasName || strings.Contains(d.Text(m.Span), name)
			hasPronoun = hasPronoun || d.Text(m.Span) == pronoun
		}
		if hasName && hasPronoun {
			return true
		}
	}
	return false
}

// The same text gives the same Document, whatever was read before and by how
// many at once.
func TestReadIsTheSameEveryTime(t *testing.T) { both(t, testSame) }

func testSame(t *testing.T, r *Reader) {
	a := &rapporteur.Article{Text: report}
	want := r.Read(a)
	r.Read(&rapporteur.Article{Text: strings.Repeat("Another, longer text about fish and ships. ", 50)})
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			if got := r.Read(a); !reflect.DeepEqual(got, want) {
				t.Error("read otherwise the second time")
			}
		})
	}
	wait.Wait()
}

func TestNewNamesTheFile(t *testing.T) {
	_, err := New(fstest.MapFS{}, "hasty")
	if err == nil || !strings.Contains(err.Error(), "hasty") || !strings.Contains(err.Error(), "careful") {
		t.Errorf("no such reader: error %v; want its name and those there are", err)
	}
	_, err = New(fstest.MapFS{}, Quick)
	if err == nil || !strings.Contains(err.Error(), "clusters.bin.zst") || !strings.Contains(err.Error(), "rapporteur train") {
		t.Errorf("no files: error %v; want the file's name and what to do", err)
	}
	_, err = New(fstest.MapFS{"clusters.bin.zst": {Data: []byte("no such thing")}}, Quick)
	if err == nil || !strings.Contains(err.Error(), "clusters.bin.zst") {
		t.Errorf("a broken file: error %v; want the file's name", err)
	}
}

func TestCompressIsUnpacked(t *testing.T) {
	want := []byte(strings.Repeat("weights ", 1000))
	packed, err := Compress(want)
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadWeights(fstest.MapFS{"w.bin.zst": {Data: packed}}, "w.bin.zst")
	if err != nil || string(got) != string(want) {
		t.Errorf("%d bytes, error %v; want the %d that were packed", len(got), err, len(want))
	}
}

// laws hold for the Document of any text.
func laws(t *testing.T, d *rapporteur.Document) {
	t.Helper()
	text := d.Article.Text
	at := 0
	for i, w := range d.Tokens {
		if w.Span.Start < at || w.Span.Empty() || w.Span.End > len(text) {
			t.Fatalf("token %d at %v after %d of %d bytes", i, w.Span, at, len(text))
		}
		if between := strings.TrimFunc(text[at:w.Span.Start], blank); between != "" {
			t.Fatalf("%q is in no token", between)
		}
		at = w.Span.End
		if w.UPOS == "" || w.XPOS == "" || w.Deprel == "" || w.Lemma == "" {
			t.Fatalf("token %d %q is incomplete: %+v", i, d.Word(i), w)
		}
	}
	next := 0
	for i, s := range d.Sentences {
		if s.First != next || s.End <= s.First {
			t.Fatalf("sentence %d holds tokens %d to %d, want from %d", i, s.First, s.End, next)
		}
		next = s.End
		if s.Span != d.SpanOf(s.First, s.End) {
			t.Fatalf("sentence %d is at %v, its tokens at %v", i, s.Span, d.SpanOf(s.First, s.End))
		}
		roots := 0
		for k := s.First; k < s.End; k++ {
			h := d.Tokens[k].Head
			if h == rapporteur.None {
				roots++
			} else if h < s.First || h >= s.End || h == k {
				t.Fatalf("token %d of sentence %d hangs on %d", k, i, h)
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %d has %d roots", i, roots)
		}
	}
	if next != len(d.Tokens) {
		t.Fatalf("%d of %d tokens are in sentences", next, len(d.Tokens))
	}
	last := 0
	for _, e := range d.Entities {
		if e.First < last || e.End <= e.First || e.End > len(d.Tokens) || e.Span != d.SpanOf(e.First, e.End) {
			t.Fatalf("entity %+v after token %d", e, last)
		}
		last = e.End
	}
	for _, a := range d.Attributions {
		for _, parts := range [][]rapporteur.Passage{a.Source, a.Cue, a.Content} {
			last := 0
			for _, p := range parts {
				if p.First < last || p.End <= p.First || p.End > len(d.Tokens) || p.Span != d.SpanOf(p.First, p.End) {
					t.Fatalf("passage %+v after token %d of %+v", p, last, a)
				}
				last = p.First
			}
		}
	}
	for _, c := range d.Clusters {
		if c.Name < 0 || c.Name >= len(c.Mentions) {
			t.Fatalf("cluster %+v has no mention %d", c, c.Name)
		}
		for _, m := range c.Mentions {
			if m.Head < m.First || m.Head >= m.End || m.Span != d.SpanOf(m.First, m.End) {
				t.Fatalf("mention %+v", m)
			}
		}
	}
}

func blank(r rune) bool {
	return unicode.IsSpace(r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)
}

func FuzzRead(f *testing.F) {
	f.Add(report)
	f.Add("")
	f.Add("‘“\"'")
	f.Add(strings.Repeat("no stop ", 700))
	f.Add("\u200b\n\u2028\x00Łódź 中文 https://a.b/c don't\u00a0U.S.")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 20_000 {
			return
		}
		for _, name := range Readers {
			laws(t, loaded[name]().Read(&rapporteur.Article{Text: text}))
		}
	})
}

// At the beginning of a sentence a capital says nothing, and these end as
// participles and plurals do.
func TestSeatsAreNames(t *testing.T) { both(t, testSeats) }

func testSeats(t *testing.T, r *Reader) {
	for _, seat := range []string{"Beijing", "Pyongyang", "Algiers", "Cairo"} {
		d := r.Read(&rapporteur.Article{Text: seat + " accused the rebels of breaking the truce."})
		if got := d.Tokens[0]; got.UPOS != "PROPN" || got.Deprel != "nsubj" {
			t.Errorf("%s is %s, %s; want a name and the subject", seat, got.UPOS, got.Deprel)
		}
	}
}
