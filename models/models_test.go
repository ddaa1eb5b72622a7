package models

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"strings"
	"testing"
)

// The linter of the cards: every file of weights has one that tells the truth
// about it.
func TestCards(t *testing.T) {
	const most = 40 << 20 // what the project allows its weights, all together
	files, err := fs.ReadDir(English, "en")
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, f := range files {
		if strings.HasSuffix(f.Name(), ".json") {
			continue
		}
		weights, err := fs.ReadFile(English, "en/"+f.Name())
		if err != nil {
			t.Fatal(err)
		}
		total += len(weights)
		stem, _, _ := strings.Cut(f.Name(), ".")
		b, err := fs.ReadFile(English, "en/"+stem+".json")
		if err != nil {
			t.Errorf("%s has no card: %v", f.Name(), err)
			continue
		}
		var card struct {
			File, SHA256, Task, Method, Command, Made string
			Bytes                                     int
			Settings                                  map[string]any
			Data                                      []struct{ File, Licence string }
		}
		if err := json.Unmarshal(b, &card); err != nil {
			t.Errorf("the card of %s: %v", f.Name(), err)
			continue
		}
		sum := sha256.Sum256(weights)
		if card.File != f.Name() || card.Bytes != len(weights) || card.SHA256 != hex.EncodeToString(sum[:]) {
			t.Errorf("the card of %s is that of %s, %d bytes, %s", f.Name(), card.File, card.Bytes, card.SHA256)
		}
		if card.Task == "" || card.Method == "" || card.Command == "" || card.Made == "" || len(card.Settings) == 0 || len(card.Data) == 0 {
			t.Errorf("the card of %s leaves something out", f.Name())
		}
		for _, d := range card.Data {
			if d.File == "" || d.Licence == "" {
				t.Errorf("the card of %s names data without a licence: %+v", f.Name(), d)
			}
		}
	}
	if total > most {
		t.Errorf("%d bytes of weights, at most %d", total, most)
	}
}
