package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur/export"
	"rapporteur/record"
)

// exportCommand is "rapporteur export".
type exportCommand struct {
	To string `arg:"" help:"A folder, which is made where there is none; or one file, whose ending says the form: .jsonl, .csv, .parquet, .geojson."`
	database
	filters
	Source []string `sep:"none" placeholder:"OUTLET" help:"Only from reports of this outlet. May be given again."`
	Place  string   `placeholder:"NAME" help:"Only there, or where it is spoken of."`
	Words  string   `placeholder:"WORDS" help:"Only with these words, in a quotation or else in the report."`
	Table  []string `enum:"readings,events,accounts,quotes,figures,actors" placeholder:"TABLE" help:"Only readings (reports with all that they say), events (each once), accounts (of events, each by itself), quotes, figures, actors (each once). A file has one: readings in .jsonl and else events where not given."`
	Format []string `enum:"jsonl,csv,parquet,geojson" placeholder:"FORM" help:"Into a folder, only in these forms: jsonl (readings), csv, parquet, geojson (events and figures)."`
}

// Help is what --help says below the flags.
func (exportCommand) Help() string {
	return `Takes the record away, whole or what the flags let through, for Python, R, spreadsheets, maps and other programs (docs/exports.md). A file is there when it is complete: what was there before it stays until then.`
}

// Run exports.
func (c *exportCommand) Run(ctx context.Context, s streams) error {
	flags, err := c.filter()
	if err != nil {
		return err
	}
	of := record.Filter{Actors: flags.Actors, Countries: flags.Countries, Since: flags.Since, Until: flags.Until, Sources: c.Source, Place: c.Place, Words: c.Words}
	paths, err := c.paths()
	if err != nil {
		return err
	}
	return c.with(ctx, s, func(r *record.Record) error {
		e := &exporter{ctx: ctx, streams: s, record: r, of: of, paths: paths}
		defer e.abandon()
		for _, table := range exportedTables {
			if err := e.table(table); err != nil {
				return err
			}
		}
		return nil
	})
}

var (
	exportedTables = []string{"readings", "events", "accounts", "quotes", "figures", "actors"}
	exportedForms  = []string{"jsonl", "csv", "parquet", "geojson"}
)

// paths are the files to write, by table and form.
func (c *exportCommand) paths() (map[string]map[string]string, error) {
	ending := strings.TrimPrefix(filepath.Ext(c.To), ".")
	if slices.Contains(exportedForms, ending) {
		table := "events"
		if ending == "jsonl" {
			table = "readings"
		}
		switch {
		case len(c.Format) > 0:
			return nil, usage("--format is for a folder; the form of %s is in its name", c.To)
		case len(c.Table) > 1:
			return nil, usage("--table: one file has one table; name a folder for %s", strings.Join(c.Table, ", "))
		case len(c.Table) == 1:
			table = c.Table[0]
		}
		if !hasForm(table, ending) {
			return nil, usage("there are no %s as %s", table, ending)
		}
		return map[string]map[string]string{table: {ending: c.To}}, nil
	}
	if info, err := os.Stat(c.To); err == nil && !info.IsDir() {
		return nil, usage("%s is a file, and its ending says no form; name a folder, or a file that ends with .%s", c.To, strings.Join(exportedForms, ", ."))
	}
	if err := os.MkdirAll(c.To, 0o777); err != nil {
		return nil, fmt.Errorf("making the folder to export to: %w", err)
	}
	tables, forms := c.Table, c.Format
	if len(tables) == 0 {
		tables = exportedTables
	}
	if len(forms) == 0 {
		forms = exportedForms
	}
	out := map[string]map[string]string{}
	for _, table := range tables {
		for _, form := range forms {
			if !hasForm(table, form) || form == "jsonl" && table != "readings" {
				continue
			}
			if out[table] == nil {
				out[table] = map[string]string{}
			}
			out[table][form] = filepath.Join(c.To, table+"."+form)
		}
	}
	if len(out) == 0 {
		return nil, usage("there are no %s as %s", strings.Join(tables, ", "), strings.Join(forms, ", "))
	}
	return out, nil
}

// hasForm reports whether a table can be written in a form.
func hasForm(table, form string) bool {
	switch form {
	case "jsonl":
		return true
	case "geojson":
		return table == "events" || table == "accounts" || table == "figures"
	}
	return table != "readings"
}

// An exporter writes the tables of a record.
type exporter struct {
	ctx context.Context
	streams
	record *record.Record
	of     record.Filter
	paths  map[string]map[string]string
	open   []*os.File // files under way
}

// table writes one table in all of its forms.
func (e *exporter) table(name string) error {
	if len(e.paths[name]) == 0 {
		return nil
	}
	switch name {
	case "readings":
		return e.readings()
	case "events":
		all := func(*export.Event) bool { return true }
		return exportRows(e, name, export.KeptEvents, export.EventsGeoJSON(), export.AskEvents(e.ctx, e.record, e.of, "", all, nil))
	case "accounts":
		return exportRows(e, name, export.KeptEvents, export.EventsGeoJSON(), export.AskAccounts(e.ctx, e.record, e.of, ""))
	case "quotes":
		return exportRows(e, name, export.KeptQuotes, nil, export.AskQuotes(e.ctx, e.record, e.of, ""))
	case "figures":
		return exportRows(e, name, export.KeptFigures, export.FiguresGeoJSON(), export.AskFigures(e.ctx, e.record, e.of, ""))
	default:
		return exportRows(e, name, export.KeptActors, nil, export.AskActors(e.ctx, e.record, e.of, ""))
	}
}

// exportRows writes rows in the forms that are wanted of them, all at once.
func exportRows[R any](e *exporter, name string, table export.Table[R], onMap export.Writer[R], rows iter.Seq2[R, error]) error {
	var sinks []export.Sink[R]
	for _, form := range exportedForms {
		path := e.paths[name][form]
		if path == "" {
			continue
		}
		file, err := e.create(path)
		if err != nil {
			return err
		}
		var sink export.Sink[R]
		switch form {
		case "csv":
			sink, err = export.Into(file, export.CSV(table))
		case "jsonl":
			sink, err = export.Into(file, export.JSONL(table))
		case "geojson":
			sink, err = export.Into(file, onMap)
		default:
			sink = export.Parquet(file, table)
		}
		if err != nil {
			return fmt.Errorf("writing %s: %w", path, err)
		}
		sinks = append(sinks, sink)
	}
	n := 0
	for row, err := range rows {
		if err = errors.Join(err, e.ctx.Err()); err != nil {
			return err
		}
		n++
		for _, sink := range sinks {
			if err := sink.Put(row); err != nil {
				return fmt.Errorf("writing %s: %w", name, err)
			}
		}
	}
	for _, sink := range sinks {
		if err := sink.Close(); err != nil {
			return fmt.Errorf("writing %s: %w", name, err)
		}
	}
	return e.finish(name, n)
}

// create begins a file that gets its name when it is complete.
func (e *exporter) create(path string) (io.Writer, error) {
	file, err := os.CreateTemp(filepath.Dir(path), filepath.Base(path)+".*.part")
	if err != nil {
		return nil, fmt.Errorf("exporting: %w", err)
	}
	e.open = append(e.open, file)
	return file, nil
}

// finish gives the files of a table their names.
func (e *exporter) finish(name string, rows int) error {
	i := 0
	for _, form := range exportedForms {
		path := e.paths[name][form]
		if path == "" {
			continue
		}
		file := e.open[i]
		i++
		err := errors.Join(file.Chmod(0o644), file.Close())
		if err == nil {
			err = os.Rename(file.Name(), path)
		}
		if err != nil {
			return fmt.Errorf("exporting: %w", err)
		}
		fmt.Fprintf(e.out, "%s  %d\n", path, rows)
	}
	e.open = nil
	return nil
}

// abandon removes what was not completed.
func (e *exporter) abandon() {
	for _, file := range e.open {
		_ = file.Close()
		_ = os.Remove(file.Name())
	}
}
