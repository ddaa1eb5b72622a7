package main

import (
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

// manCommand is "rapporteur man".
type manCommand struct{}

// Help is what --help says below the flags.
func (manCommand) Help() string {
	return `To read it: rapporteur man | man -l -. To keep it: into ~/.local/share/man/man1/rapporteur.1.`
}

// Run prints the page.
func (manCommand) Run(k *kong.Kong, s streams) error {
	if _, err := fmt.Fprint(s.out, manPage(k)); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// manPage is the manual as man(7) wants it, made of the grammar. It has no date:
// the same program prints the same page.
func manPage(k *kong.Kong) string {
	var b strings.Builder
	put := func(format string, values ...any) { fmt.Fprintf(&b, format+"\n", values...) }
	put(`.TH RAPPORTEUR 1 "" "rapporteur %s" "User Commands"`, roff(version))
	put(".SH NAME\nrapporteur \\- reads reports of conflicts and of the talks that try to end them, and keeps a record")
	put(".SH SYNOPSIS\n.B rapporteur\n.I command\n.RI [ flags ]\n.RI [ arguments ]")
	put(".SH DESCRIPTION")
	for part := range strings.SplitSeq(description, "\n\n") {
		put("%s\n.PP", roff(part))
	}
	put(".SH COMMANDS")
	envs := map[string]string{}
	var order []string
	for _, n := range k.Model.Children {
		put(".SS \"rapporteur %s\"\n%s", roff(n.Summary()), roff(n.Help))
		if n.Detail != "" {
			put(".PP\n%s", roff(n.Detail))
		}
		for _, p := range n.Positional {
			put(".TP\n.I %s\n%s", roff(p.Summary()), roff(p.Help))
		}
		for _, f := range n.Flags {
			if f.Hidden {
				continue
			}
			put(".TP\n%s\n%s", manFlag(f), roff(f.Help))
			if f.HasDefault && f.Default != "" && !f.IsBool() {
				put("Default: %s.", roff(f.Default))
			}
			if f.Enum != "" {
				put("One of %s.", roff(strings.Join(f.EnumSlice(), ", ")))
			}
			for _, env := range f.Envs {
				if envs[env] == "" {
					order = append(order, env)
				}
				envs[env] = f.Name
			}
		}
	}
	put(".SH ENVIRONMENT")
	for _, env := range order {
		put(".TP\n.B %s\nStands for \\-\\-%s where that is not given.", roff(env), roff(envs[env]))
	}
	put(".SH EXIT STATUS\n.TP\n.B 0\nAll was read.\n.TP\n.B 1\nSomething could not be read or done; it is named on standard error, the rest is done.\n.TP\n.B 2\nAsked wrongly.")
	return b.String()
}

// manFlag is a flag in bold with the name of its value.
func manFlag(f *kong.Flag) string {
	line := `.BR \-\-` + roff(f.Name)
	if f.Short != 0 {
		line = `.BR \-` + string(f.Short) + ` ", " \-\-` + roff(f.Name)
	}
	if !f.IsBool() {
		line += ` " ` + roff(f.FormatPlaceHolder()) + `"`
	}
	return line
}

// roff is text that roff takes for nothing but text.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "$$", "$", `"`, `\(dq`).Replace(strings.TrimSpace(text))
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.HasPrefix(line, "'") {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
