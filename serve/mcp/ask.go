package mcp

import (
	"context"
	"fmt"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"rapporteur/record"
	"rapporteur/serve/api"
)

func (d desk) search(ctx context.Context, _ *sdk.CallToolRequest, in searchInput) (*sdk.CallToolResult, answer, error) {
	limit, err := limited(in.Limit)
	if err != nil {
		return nil, answer{}, err
	}
	entries, err := d.api.Search(ctx, in.Words, record.Filter{Since: in.Since, Until: in.Until, Sources: in.Outlet}, limit)
	if err != nil {
		return nil, answer{}, err
	}
	return told(answer{Lines: entries}, "nothing has these words; try fewer, or the beginning of one with *")
}

func (d desk) explain(ctx context.Context, _ *sdk.CallToolRequest, in idInput) (*sdk.CallToolResult, answer, error) {
	entries, err := d.api.Explain(ctx, in.ID)
	if err != nil {
		return nil, answer{}, err
	}
	return told(answer{Lines: entries}, "")
}

// A section is a part of a dossier.
type section struct {
	Heading string      `json:"heading"`
	Lines   []api.Entry `json:"lines"`
}

// opened is one negotiation.
type opened struct {
	ID       string    `json:"id"`
	Name     string    `json:"name"`
	Sections []section `json:"sections"`
}

// mostOfSection is how many lines a part of a dossier has at most.
const mostOfSection = 40

func (d desk) dossier(ctx context.Context, _ *sdk.CallToolRequest, in dossierInput) (*sdk.CallToolResult, opened, error) {
	found, err := d.api.Dossier(ctx, in.Talks)
	if err != nil {
		return nil, opened{}, err
	}
	out := opened{ID: found.ID.String(), Name: found.Name}
	var b strings.Builder
	fmt.Fprintf(&b, "%s [%s]\n", out.Name, out.ID)
	for _, s := range api.Sections(found) {
		if len(s.Entries) == 0 {
			continue
		}
		fmt.Fprintf(&b, "\n%s\n", s.Heading)
		left := 0
		if left = len(s.Entries) - mostOfSection; left > 0 {
			s.Entries = s.Entries[:mostOfSection]
		}
		for _, e := range s.Entries {
			line(&b, e)
		}
		if left > 0 {
			fmt.Fprintf(&b, "- and %d more\n", left)
		}
		out.Sections = append(out.Sections, section{s.Heading, s.Entries})
	}
	return &sdk.CallToolResult{Content: []sdk.Content{&sdk.TextContent{Text: b.String()}}}, out, nil
}
