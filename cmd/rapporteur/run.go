package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"syscall"

	"github.com/alecthomas/kong"

	"rapporteur/cmd/rapporteur/terminal"
	"rapporteur/eval"
	"rapporteur/train"
)

// The exit statuses.
const (
	allRead    = 0
	someUnread = 1
	wrongUsage = 2
)

// streams are what the program reads and writes, and what is known of them.
type streams struct {
	in                       io.Reader
	out, err                 io.Writer
	width                    int // columns of out
	palette                  terminal.Palette
	outTerminal, errTerminal bool
}

// complain tells the user what could not be done.
func (s streams) complain(err error) { fmt.Fprintf(s.err, "rapporteur: %v\n", err) }

// grammar is what may be asked of the program: one field a subcommand.
type grammar struct {
	Read       readCommand       `cmd:"" help:"Read reports and print what they say."`
	Add        addCommand        `cmd:"" help:"Add reports to a record, which keeps them with what they say and joins what they tell alike."`
	Watch      watchCommand      `cmd:"" help:"Follow feeds, lists of feeds and sitemaps, and read what is new into a record."`
	Search     searchCommand     `cmd:"" help:"Search a record for words, in what people said and in whole reports."`
	Explain    explainCommand    `cmd:"" help:"Tell of a finding in a record where it comes from and what it was joined with, and why."`
	Talks      talksCommand      `cmd:"" help:"List the negotiations that a record follows, as they stand."`
	Show       showCommand       `cmd:"" help:"Print one negotiation of a record whole, with all that shows it."`
	Changes    changesCommand    `cmd:"" help:"Print who moved, in all negotiations of a record or in one, the last first."`
	Correct    correctCommand    `cmd:"" help:"Correct a record: rename, merge, split, reject, confirm, re-code, and undo."`
	Check      checkCommand      `cmd:"" help:"Check a record: whether every row points at its words and every group is as it should be."`
	Serve      serveCommand      `cmd:"" help:"Serve a record as pages for a browser, on this machine or, with a token, to others."`
	Events     eventsCommand     `cmd:"" help:"Print who did what to whom as a table, for spreadsheets and for those who know POLECAT or GDELT."`
	Quotes     quotesCommand     `cmd:"" help:"Print who says what as a table."`
	Figures    figuresCommand    `cmd:"" help:"Print the counts that matter as a table, with HXL hashtags if you like."`
	Actors     actorsCommand     `cmd:"" help:"Print who is who as a table."`
	Export     exportCommand     `cmd:"" help:"Take a record away: reports with all that they say, and tables, for Python, R, spreadsheets and maps."`
	Parse      parseCommand      `cmd:"" help:"Print the language layer of reports: words, trees, names, who is who."`
	Eval       evalCommand       `cmd:"" help:"Measure the program on annotated data."`
	Train      trainCommand      `cmd:"" help:"Fit the models on gold data and write them with their cards."`
	Schema     schemaCommand     `cmd:"" help:"Print a JSON Schema of what read --json prints, or an OpenAPI document of what the API answers."`
	Version    versionCommand    `cmd:"" help:"Print the version of the program and of its models."`
	Hook       hookCommand       `cmd:"" help:"Post what is new in a record to other programs as it comes (webhooks)."`
	MCP        mcpCommand        `cmd:"" name:"mcp" help:"Let an assistant ask a record (Model Context Protocol over standard input and output)."`
	Completion completionCommand `cmd:"" help:"Print a script that lets a shell complete what is typed."`
	Man        manCommand        `cmd:"" help:"Print the manual page."`
}

const description = `Reads news reports of conflicts and negotiations, and keeps a record in which every fact points at the words it came from.

Exits with 0 when all was read, 1 when something could not be read (named on standard error, the rest done), 2 when asked wrongly.`

var (
	// errTold means that something could not be done and the user knows.
	errTold = errors.New("already told")
	// errUsage is the kind of error that a wrong question is.
	errUsage = errors.New("wrong usage")
)

func usage(format string, values ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{errUsage}, values...)...)
}

// run does what args ask and gives the exit status.
func run(ctx context.Context, args []string, s streams) (status int) {
	// kong ends the program itself after --help; here that must be a return.
	type exit int
	defer func() {
		switch caught := recover().(type) {
		case nil:
		case exit:
			status = int(caught)
		default:
			panic(caught)
		}
	}()
	var g grammar
	parser, err := kong.New(&g, kong.Name("rapporteur"), kong.Description(description),
		kong.Writers(s.out, s.err), kong.Exit(func(code int) { panic(exit(code)) }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: s.width}),
		kong.Vars{"tasks": strings.Join(eval.Tasks(), ", "), "models": strings.Join(train.Steps, ", "), "version": version},
		kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(s))
	if err != nil {
		s.complain(err)
		return wrongUsage
	}
	if len(args) == 0 {
		args = []string{"--help"}
	}
	command, err := parser.Parse(args)
	if err != nil {
		s.complain(fmt.Errorf("%w; see rapporteur %s", err, strings.Join(append(asked(parser, args), "--help"), " ")))
		return wrongUsage
	}
	switch err := command.Run(); {
	case err == nil, errors.Is(err, syscall.EPIPE):
		return allRead
	case errors.Is(err, errUsage):
		s.complain(err)
		return wrongUsage
	case !errors.Is(err, errTold):
		s.complain(err)
	}
	return someUnread
}

// asked is the subcommand that args begin with, if any.
func asked(parser *kong.Kong, args []string) []string {
	for _, command := range parser.Model.Children {
		if command.Name == args[0] {
			return args[:1]
		}
	}
	return nil
}
