package main

import (
	"fmt"

	"rapporteur"
	"rapporteur/serve/api"
)

// schemaCommand is "rapporteur schema".
type schemaCommand struct {
	Of string `arg:"" optional:"" enum:"record,api" default:"record" help:"record: what read --json prints, as a JSON Schema; api: what the API answers, as an OpenAPI document with a schema of everything."`
}

// Run prints the schema.
func (c schemaCommand) Run(s streams) error {
	write := rapporteur.Schema
	if c.Of == "api" {
		write = api.New(nil, api.Options{Version: version, Read: reads()}).OpenAPI
	}
	text, err := write()
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(s.out, "%s\n", text); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}
