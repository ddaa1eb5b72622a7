// Command rapporteur reads news reports of conflicts, and of the talks that try
// to end them, and prints what they say with the words it was read from.
//
//	rapporteur read report.txt              a dossier for the terminal
//	rapporteur read --json page.html        the record of docs/record.md, one object a report
//	rapporteur events --csv report.txt      who did what to whom, as a table (docs/exports.md)
//	rapporteur add reports/                 a record of many reports, to be asked
//	rapporteur parse report.txt             the language layer, as CoNLL-U
//	rapporteur eval talks ../shared/data/talks
//
// It exits with 0 when all was read, 1 when something could not be (named on
// standard error; the rest is done), and 2 when it was asked wrongly.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"rapporteur/cmd/rapporteur/terminal"
)

func main() {
	// A reader that closes the pipe, such as head, gives an error on writing and
	// ends the program without a word.
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second interrupt ends the program at once
	os.Exit(run(ctx, os.Args[1:], streams{
		in: os.Stdin, out: os.Stdout, err: os.Stderr,
		width:       terminal.Width(os.Stdout),
		palette:     terminal.Palette{On: terminal.Colour(os.Stdout)},
		outTerminal: terminal.Is(os.Stdout), errTerminal: terminal.Is(os.Stderr),
	}))
}
