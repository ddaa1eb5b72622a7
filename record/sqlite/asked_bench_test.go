//go:build unix

package sqlite_test

import (
	"os"
	"testing"

	"rapporteur/record/recordtest"
	"rapporteur/record/sqlite"
)

// BenchmarkAsked asks a record that is there already, RAPPORTEUR_BENCH_RECORD,
// what BenchmarkGrowth asks the one it makes.
func BenchmarkAsked(b *testing.B) {
	path := os.Getenv("RAPPORTEUR_BENCH_RECORD")
	if path == "" {
		b.Skip("RAPPORTEUR_BENCH_RECORD names no record of invented reports")
	}
	s, err := sqlite.Open(b.Context(), path)
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	recordtest.Questions(b, s)
}
