//go:build unix

package sqlite_test

import (
	"os"
	"path/filepath"
	"testing"

	"rapporteur/record/recordtest"
	"rapporteur/record/sqlite"
)

// BenchmarkGrowth is run once: go test -bench Growth -benchtime 1x. With
// RAPPORTEUR_BENCH_ARTICLES=100000 it is the measurement of docs/store.md.
func BenchmarkGrowth(b *testing.B) {
	path := filepath.Join(b.TempDir(), "record.db")
	s, err := sqlite.Open(b.Context(), path)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	recordtest.Growth(b, s, func() int64 {
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		return info.Size()
	})
}

// BenchmarkFollowed is run once: go test -bench Followed -benchtime 1x. With
// RAPPORTEUR_BENCH_ARTICLES=100000 it is the measurement of docs/following.md.
func BenchmarkFollowed(b *testing.B) {
	s, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "record.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	recordtest.Followed(b, s)
}
