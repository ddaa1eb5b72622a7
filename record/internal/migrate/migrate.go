// Package migrate brings a database to the newest schema.
package migrate

import (
	"context"
	"database/sql"
	"fmt"
	"io/fs"

	"github.com/pressly/goose/v3"
)

// Up applies what is new in the folder "migrations" of files.
func Up(ctx context.Context, dialect goose.Dialect, db *sql.DB, files fs.FS) error {
	folder, err := fs.Sub(files, "migrations")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(dialect, db, folder)
	if err != nil {
		return fmt.Errorf("preparing to bring the schema up to date: %w", err)
	}
	have, want, err := provider.GetVersions(ctx)
	if err != nil {
		return fmt.Errorf("asking for the version of the schema: %w", err)
	}
	if have > want {
		return fmt.Errorf("the record has version %d of the schema and this program knows %d; use a newer one", have, want)
	}
	if _, err := provider.Up(ctx); err != nil {
		return fmt.Errorf("bringing the schema up to date: %w", err)
	}
	return nil
}
