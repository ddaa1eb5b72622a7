package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"runtime"

	"rapporteur/models"
)

// version is that of the program; CHANGELOG.md has an entry for each.
const version = "0.1.0-dev"

// versionCommand is "rapporteur version".
type versionCommand struct{}

// Run prints the version and, from their cards, the models: two programs with
// the same ones read alike.
func (versionCommand) Run(s streams) error {
	if _, err := fmt.Fprintf(s.out, "rapporteur %s (%s, %s/%s)\n", version, runtime.Version(), runtime.GOOS, runtime.GOARCH); err != nil {
		return err
	}
	cards, err := fs.Glob(models.English, "en/*.json")
	if err != nil {
		return err
	}
	for _, name := range cards {
		content, err := fs.ReadFile(models.English, name)
		var card struct{ File, Made, SHA256 string }
		if err == nil {
			err = json.Unmarshal(content, &card)
		}
		if err != nil {
			return fmt.Errorf("reading the card models/%s: %w", name, err)
		}
		if _, err := fmt.Fprintf(s.out, "  %-18s %s  SHA-256 %.12s…\n", card.File, card.Made, card.SHA256); err != nil {
			return err
		}
	}
	return nil
}
