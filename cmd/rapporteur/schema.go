package main

import (
	"fmt"

	"rapporteur"
)

// schemaCommand is "rapporteur schema".
type schemaCommand struct{}

// Run prints the schema of the record.
func (schemaCommand) Run(s streams) error {
	text, err := rapporteur.Schema()
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(s.out, "%s\n", text); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}
