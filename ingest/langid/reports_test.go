package langid

import (
	"testing"

	"rapporteur"
	"rapporteur/gold"
)

// Of 3,331 English reports from every part of the world, whole, none may be
// called foreign; a few are too short to tell. The small town news of LGL, the
// foreign names of Worldwide Newswire and the quotations of Wikinews are there
// for the trouble they make.
func TestReportsInEnglish(t *testing.T) {
	n, untold := 0, 0
	read := func(set string, a *rapporteur.Article, err error) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		switch got := Detect(a.Text); {
		case got.Foreign():
			t.Errorf("%s: read as %+v: %.200q", set, got, a.Text)
		case got == Language{}:
			untold++
		}
	}
	data := func(name string) string { return gold.Shared(t, "data", name) }
	for _, set := range []string{"text/wikinews_2019_2020.jsonl.gz", "text/au_pm_media_releases.jsonl.gz", "text/us_foreign_relations_milestones.jsonl.gz"} {
		for a, err := range gold.Texts(data(set)) {
			read(set, a, err)
		}
	}
	for _, set := range []string{"places/lgl.jsonl.gz", "places/geowebnews.jsonl.gz"} {
		for a, err := range gold.Places(data(set)) {
			read(set, a.Article, err)
		}
	}
	for _, set := range []string{"ner/worldwide.train.bioes.tsv.gz", "ner/worldwide.dev.bioes.tsv.gz"} {
		for a, err := range gold.Names(data(set)) {
			read(set, a.Article, err)
		}
	}
	for _, set := range []string{"attribution/polnear.dev.jsonl.gz"} {
		for a, err := range gold.Attributions(data(set)) {
			read(set, a.Article, err)
		}
	}
	files, err := gold.Reports(data("talks/dev"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		r, err := gold.Report(file)
		if err != nil {
			t.Fatal(err)
		}
		read("talks/dev", r.Document.Article, nil)
	}
	if n < 3000 || untold > n/500 {
		t.Errorf("%d reports, of which %d could not be told", n, untold)
	}
	t.Logf("%d reports, %d too short or too mixed to tell, none called foreign", n, untold)
}
