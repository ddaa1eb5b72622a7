//go:build unix

package postgres_test

import (
	"database/sql"
	"errors"
	"flag"
	"fmt"
	"os"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	_ "github.com/jackc/pgx/v5/stdlib"

	"rapporteur/record"
	"rapporteur/record/internal/server"
	"rapporteur/record/postgres"
	"rapporteur/record/recordtest"
)

// start starts the server of these tests when the first of them wants it.
var start = sync.OnceValues(func() (*server.Server, error) {
	var err error
	started, err = server.Start()
	return started, err
})

var started *server.Server

func TestMain(m *testing.M) {
	flag.Parse()
	status := m.Run()
	if started != nil {
		if err := started.Stop(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			status = 1
		}
	}
	os.Exit(status)
}

var databases atomic.Int64

// fresh is the address of a database with nothing in it.
func fresh(t testing.TB) string {
	t.Helper()
	s, err := start()
	if errors.Is(err, server.ErrNone) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("pgx", s.Address("postgres"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	name := fmt.Sprintf("record%d", databases.Add(1))
	if _, err := db.ExecContext(t.Context(), "CREATE DATABASE "+name); err != nil {
		t.Fatal(err)
	}
	return s.Address(name)
}

func open(t testing.TB) record.Store {
	t.Helper()
	s, err := postgres.Open(t.Context(), fresh(t))
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRecord(t *testing.T) { recordtest.Run(t, open) }

// TestWriters: several processes, here several stores, add to one record at a
// time, and it is the one that one of them would have made.
func TestWriters(t *testing.T) {
	address := fresh(t)
	entries := recordtest.Entries(recordtest.NewInventor(20), 60)
	var wait sync.WaitGroup
	for i := range 3 {
		wait.Go(func() {
			s, err := postgres.Open(t.Context(), address)
			if err != nil {
				t.Error(err)
				return
			}
			r := record.New(s, record.Options{Models: "1"})
			for k := i * 20; k < (i+1)*20; k += 5 {
				if _, err := r.Add(t.Context(), entries[k:k+5]...); err != nil {
					t.Error(err)
				}
			}
			if err := r.Close(); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	s, err := postgres.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	r := record.New(s, record.Options{Models: "1"})
	defer r.Close()
	c, err := r.Check(t.Context(), func(damage string) { t.Error(damage) })
	if err != nil || c.Articles != 60 {
		t.Errorf("%+v, %v", c, err)
	}
}

func TestAddressesThatAreNone(t *testing.T) {
	for _, address := range []string{"postgres://[", "postgres://nobody@/none?host=/nowhere"} {
		if _, err := postgres.Open(t.Context(), address); err == nil || !strings.Contains(err.Error(), "opening the record") {
			t.Errorf("%s: %v", address, err)
		}
	}
}
