package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"rapporteur/record"
	"rapporteur/serve/api"
	"rapporteur/serve/mcp"
)

// mcpCommand is "rapporteur mcp".
type mcpCommand struct {
	database
}

// Help is what --help says below the flags.
func (mcpCommand) Help() string {
	return `An assistant starts it itself; tell it the command "rapporteur mcp --db /path/to/record.db". Nothing can be changed through it. rapporteur serve answers the same at /mcp. docs/api.md has more.`
}

// Run answers one assistant until it hangs up.
func (c *mcpCommand) Run(ctx context.Context, s streams) (err error) {
	r, err := c.database.open(ctx, record.Options{}, false)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, r.Close()) }()
	server := mcp.Server(api.New(r, api.Options{Version: version, Log: slog.New(slog.NewTextHandler(s.err, nil))}), version)
	if err := mcp.Serve(ctx, server, s.in, s.out); err != nil && ctx.Err() == nil {
		return fmt.Errorf("talking to the assistant: %w", err)
	}
	return nil
}
