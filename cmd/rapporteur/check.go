package main

import (
	"context"
	"errors"
	"fmt"

	"rapporteur/record"
)

// checkCommand is "rapporteur check".
type checkCommand struct {
	database
	Rebuild bool `help:"First work out everything anew from the texts, their readings and the corrections."`
}

// Run checks.
func (c *checkCommand) Run(ctx context.Context, s streams) (err error) {
	r, err := c.database.open(ctx, record.Options{}, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	if c.Rebuild {
		bar := recordBar(s, unknown)
		done := 0
		err := r.Rebuild(ctx, func(n int) {
			for ; done < n; done++ {
				bar.step()
			}
		})
		bar.close()
		if err != nil {
			return err
		}
		if _, err := fmt.Fprintf(s.out, "worked out anew from %s\n", reports(done)); err != nil {
			return err
		}
	}
	var failed error
	checked, err := r.Check(ctx, func(damage string) {
		if _, err := fmt.Fprintln(s.out, damage); err != nil {
			failed = err
		}
	})
	if err := errors.Join(err, failed); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(s.out, "%s, seen at %d places: %d findings, %d mentions in %d groups\n", reports(checked.Articles), checked.Sightings, checked.Findings, checked.Nodes, checked.Groups); err != nil {
		return err
	}
	if checked.Heavy > 0 {
		if _, err := fmt.Fprintf(s.out, "%d keys are too common to link by\n", checked.Heavy); err != nil {
			return err
		}
	}
	if checked.Damaged > 0 {
		return fmt.Errorf("%s is damaged in %d places; rapporteur check --rebuild works out anew what follows from texts, readings and corrections", c.DB, checked.Damaged)
	}
	_, err = fmt.Fprintln(s.out, "nothing is wrong with it")
	return err
}
