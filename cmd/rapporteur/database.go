package main

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"rapporteur/models"
	"rapporteur/record"
	"rapporteur/record/postgres"
	"rapporteur/record/sqlite"
)

// database is the flag that says where the record is.
type database struct {
	DB string `name:"db" env:"RAPPORTEUR_DB" default:"record.db" placeholder:"WHERE" help:"The record: a file, or the address of a PostgreSQL database (postgres://user@host/name). $$RAPPORTEUR_DB where not given, else record.db in this folder."`
}

// shared reports whether the record is in a database of a server.
func (d database) shared() bool {
	return strings.HasPrefix(d.DB, "postgres://") || strings.HasPrefix(d.DB, "postgresql://")
}

// open opens the record. Only who adds to it makes one where there is none.
func (d database) open(ctx context.Context, o record.Options, create bool) (*record.Record, error) {
	if d.shared() {
		s, err := postgres.Open(ctx, d.DB)
		if err != nil {
			return nil, err
		}
		return record.New(s, o), nil
	}
	if _, err := os.Stat(d.DB); errors.Is(err, fs.ErrNotExist) && !create {
		return nil, fmt.Errorf("there is no record %s: name one with --db, or make one with rapporteur add", d.DB)
	}
	s, err := sqlite.Open(ctx, d.DB)
	if err != nil {
		return nil, err
	}
	return record.New(s, o), nil
}

// recordBar is a bar for work on a record: what that prints comes at the end, so
// that the bar is in nobody's way on the same screen.
func recordBar(s streams, total int) bar {
	s.outTerminal = false
	return newBar(s, total)
}

// reading is the version of what reads: that of the program, whose rules change
// with it, and of the models. Two with the same one read alike.
func (w weights) reading() (string, error) {
	files, err := fs.Sub(models.English, "en")
	if err != nil {
		return "", err
	}
	if w.Models != "" {
		files = os.DirFS(w.Models)
	}
	cards, err := fs.Glob(files, "*.json")
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, name := range cards {
		content, err := fs.ReadFile(files, name)
		var card struct{ File, SHA256 string }
		if err == nil {
			err = json.Unmarshal(content, &card)
		}
		if err != nil {
			return "", fmt.Errorf("reading the card %s of the models: %w", name, err)
		}
		fmt.Fprintln(sum, card.File, card.SHA256)
	}
	return fmt.Sprintf("%s+%.6x", version, sum.Sum(nil)), nil
}
