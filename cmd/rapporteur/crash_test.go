package main

import (
	"encoding/json"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rapporteur/record/recordtest"
)

// TestKilled kills add again and again, whatever it is at. Each time the record
// opens, holds whole articles and is sound; and add goes on where it was, to the
// record that one run makes.
func TestKilled(t *testing.T) {
	const many, kills = 120, 20
	dir := t.TempDir()
	var lines strings.Builder
	v := recordtest.NewInventor(30)
	for range many {
		a := v.Next().Document.Article
		text, _, _ := strings.Cut(a.Text, "\n\n")
		line, err := json.Marshal(map[string]string{"ref": a.Ref, "text": text, "publisher": a.Publisher, "published": a.Published.Format(time.DateOnly)})
		if err != nil {
			t.Fatal(err)
		}
		lines.Write(append(line, '\n'))
	}
	stream := written(t, "stream.jsonl", lines.String())

	whole := filepath.Join(dir, "whole.db")
	begun := time.Now()
	if out, err := itself(t, "add", "--db", whole, "--batch", "4", stream).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	lasts := time.Since(begun)

	db := filepath.Join(dir, "record.db")
	random := rand.New(rand.NewPCG(1, 2))
	had, stoppedShort := 0, 0
	for range kills {
		command := itself(t, "add", "--db", db, "--batch", "4", stream)
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		// Mostly early, so that there is work left for the runs to come.
		time.Sleep(time.Duration(random.Int64N(int64(lasts)/2 + 1)))
		if err := command.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if err := command.Wait(); err != nil {
			stoppedShort++
		}
		_, checked := groups(t, db)
		if checked.Articles < had {
			t.Errorf("%d articles, were %d", checked.Articles, had)
		}
		had = checked.Articles
	}
	if stoppedShort < kills/2 {
		t.Errorf("%d of %d runs were killed before they were done; too few to tell", stoppedShort, kills)
	}
	if out, err := itself(t, "add", "--db", db, "--batch", "4", stream).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want, wantChecked := groups(t, whole)
	got, gotChecked := groups(t, db)
	if got != want || gotChecked != wantChecked || gotChecked.Articles != many {
		t.Errorf("killed %d times it ends as %+v, in one go as %+v; groups equal: %v", kills, gotChecked, wantChecked, got == want)
	}
	t.Logf("killed %d times before the end; %d of %d articles were there before the last run", stoppedShort, had, many)
}
