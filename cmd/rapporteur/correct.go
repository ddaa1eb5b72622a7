package main

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"rapporteur/record"
)

// correctCommand is "rapporteur correct".
type correctCommand struct {
	Action string   `arg:"" enum:"rename,merge,split,reject,confirm,recode,undo,log" help:"rename ID NAME, merge ID ID, split ID, reject ID, confirm ID, recode ID FIELD VALUE, undo NUMBER, or log."`
	Words  []string `arg:"" optional:"" name:"what" help:"What it is about: an id, as search and the other questions print it, and what the correction needs."`
	database
	Who string `env:"USER" placeholder:"NAME" help:"Who corrects; $$USER where not given."`
	Why string `placeholder:"REASON" help:"Why, for those who read the log."`
}

// Help is what --help says below the flags.
func (correctCommand) Help() string {
	return `Corrections are kept apart from what the program read: no re-reading loses them, and each can be undone, also an undoing. correct log lists them.`
}

// Run corrects.
func (c *correctCommand) Run(ctx context.Context, s streams) (err error) {
	correction, err := c.correction()
	if err != nil {
		return err
	}
	r, err := c.database.open(ctx, record.Options{}, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	if c.Action == "log" {
		return printLog(ctx, s, r)
	}
	kept, err := r.Correct(ctx, correction)
	if errors.Is(err, record.ErrAsked) {
		return usage("%v", err)
	}
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(s.out, "correction %d is kept; rapporteur correct undo %d takes it back\n", kept.N, kept.N)
	return err
}

// correction is what the arguments ask for.
func (c *correctCommand) correction() (record.Correction, error) {
	out := record.Correction{Action: c.Action, Who: c.Who, Why: c.Why}
	wanted := map[string]int{"rename": 2, "merge": 2, "split": 1, "reject": 1, "confirm": 1, "recode": 3, "undo": 1, "log": 0}[c.Action]
	if len(c.Words) != wanted {
		return out, usage("correct %s takes %d arguments and got %d; see rapporteur correct --help", c.Action, wanted, len(c.Words))
	}
	var err error
	switch c.Action {
	case "log":
		return out, nil
	case record.ActionUndo:
		if out.Undoes, err = strconv.ParseInt(c.Words[0], 10, 64); err != nil {
			return out, usage("correct undo %s: which correction? correct log numbers them", c.Words[0])
		}
		return out, nil
	case record.ActionRename:
		out.Value = c.Words[1]
	case record.ActionMerge:
		if out.Other, err = target(c.Words[1]); err != nil {
			return out, err
		}
	case record.ActionRecode:
		out.Field, out.Value = c.Words[1], c.Words[2]
	}
	out.Target, err = target(c.Words[0])
	return out, err
}

// target reads an id; that of an article may be whole.
func target(id string) (record.Target, error) {
	if len(id) == 64 {
		return record.Target{ID: record.ArticleID(id), Article: id}, nil
	}
	parsed, err := record.ParseID(id)
	if err != nil {
		return record.Target{}, usage("%v", err)
	}
	return record.Target{ID: parsed}, nil
}

func printLog(ctx context.Context, s streams, r *record.Record) error {
	log, err := r.Corrections(ctx)
	if err != nil {
		return err
	}
	for _, c := range log {
		if _, err := fmt.Fprintln(s.out, logLine(c)); err != nil {
			return err
		}
	}
	return nil
}

// logLine is a line of the log, for people.
func logLine(c record.LoggedCorrection) string {
	parts := []string{strconv.FormatInt(c.N, 10), c.At, c.Who, c.Action}
	for _, part := range []string{c.Target.ID.String(), c.Other.ID.String(), c.Field, c.Value} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if c.Undoes > 0 {
		parts = append(parts, strconv.FormatInt(c.Undoes, 10))
	}
	if c.Why != "" {
		parts = append(parts, "("+c.Why+")")
	}
	switch {
	case !c.Holds:
		parts = append(parts, "[undone]")
	case c.Lost:
		parts = append(parts, "[not found in the present reading]")
	}
	return strings.Join(parts, "  ")
}
