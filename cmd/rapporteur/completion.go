package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/kong"
)

// completionCommand is "rapporteur completion".
type completionCommand struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// Help is what --help says below the flags.
func (completionCommand) Help() string {
	return `For bash: rapporteur completion bash > ~/.local/share/bash-completion/completions/rapporteur. For zsh: the same into a file _rapporteur in a folder of $fpath. For fish: into ~/.config/fish/completions/rapporteur.fish.`
}

// Run prints the script.
func (c completionCommand) Run(k *kong.Kong, s streams) error {
	write := map[string]func([]completed) string{"bash": bashScript, "zsh": zshScript, "fish": fishScript}[c.Shell]
	if _, err := fmt.Fprint(s.out, write(completedOf(k))); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

// completed is a subcommand as shells complete it.
type completed struct {
	name, help string
	flags      []completedFlag
	words      []string // that its first argument may be; none where it is a file or free
}

// completedFlag is a flag.
type completedFlag struct {
	name, short, help string
	takes             bool     // a value
	values            []string // that it may have; none where it is a file or free
}

// completedOf reads the grammar.
func completedOf(k *kong.Kong) []completed {
	var out []completed
	for _, n := range k.Model.Children {
		c := completed{name: n.Name, help: plainHelp(n.Help)}
		if len(n.Positional) > 0 {
			c.words = choicesOf(n.Positional[0])
		}
		for _, group := range n.AllFlags(true) {
			for _, f := range group {
				flag := completedFlag{name: f.Name, help: plainHelp(f.Help), takes: !f.IsBool(), values: choicesOf(f.Value)}
				if f.Short != 0 {
					flag.short = string(f.Short)
				}
				c.flags = append(c.flags, flag)
			}
		}
		slices.SortFunc(c.flags, func(a, b completedFlag) int { return strings.Compare(a.name, b.name) })
		out = append(out, c)
	}
	return out
}

func choicesOf(v *kong.Value) []string {
	if v.Enum == "" {
		return nil
	}
	return v.EnumSlice()
}

// plainHelp is help without what a shell or roff could take for its own.
func plainHelp(help string) string {
	first, _, _ := strings.Cut(help, ". ")
	return strings.NewReplacer("$$", "$", "`", "", "'", "’", `"`, "”", "[", "(", "]", ")", ":", " –", `\`, "").Replace(strings.TrimSuffix(first, "."))
}

func bashScript(commands []completed) string {
	var b strings.Builder
	names := make([]string, len(commands))
	for i, c := range commands {
		names[i] = c.name
	}
	fmt.Fprintf(&b, `# Completion of rapporteur for bash.
_rapporteur() {
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=
	if [ "$COMP_CWORD" -eq 1 ]; then
		COMPREPLY=($(compgen -W '%s --help' -- "$word"))
		return
	fi
	case ${COMP_WORDS[1]},$before in
`, strings.Join(names, " "))
	for _, c := range commands {
		for _, f := range c.flags {
			if len(f.values) > 0 {
				fmt.Fprintf(&b, "\t%s,--%s) COMPREPLY=($(compgen -W '%s' -- \"$word\")); return ;;\n", c.name, f.name, strings.Join(f.values, " "))
			}
		}
	}
	b.WriteString("\tesac\n\tcase ${COMP_WORDS[1]} in\n")
	for _, c := range commands {
		flags := make([]string, len(c.flags))
		for i, f := range c.flags {
			flags[i] = "--" + f.name
		}
		fmt.Fprintf(&b, "\t%s) words='%s' ;;\n", c.name, strings.Join(flags, " "))
	}
	b.WriteString("\tesac\n\tcase $word in\n\t-*) COMPREPLY=($(compgen -W \"$words\" -- \"$word\")); return ;;\n\tesac\n")
	b.WriteString("\tcase ${COMP_WORDS[1]},$COMP_CWORD in\n")
	for _, c := range commands {
		if len(c.words) > 0 {
			fmt.Fprintf(&b, "\t%s,2) COMPREPLY=($(compgen -W '%s' -- \"$word\")); return ;;\n", c.name, strings.Join(c.words, " "))
		}
	}
	b.WriteString("\tesac\n\tCOMPREPLY=($(compgen -f -- \"$word\"))\n}\ncomplete -o filenames -F _rapporteur rapporteur\n")
	return b.String()
}

func zshScript(commands []completed) string {
	var b strings.Builder
	b.WriteString("#compdef rapporteur\n# Completion of rapporteur for zsh.\n_rapporteur() {\n\tlocal -a commands\n\tcommands=(\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "\t\t'%s:%s'\n", c.name, c.help)
	}
	b.WriteString("\t)\n\tif (( CURRENT == 2 )); then\n\t\t_describe command commands\n\t\treturn\n\tfi\n\tlocal command=$words[2]\n\tshift words\n\t(( CURRENT-- ))\n\tcase $command in\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "\t%s)\n\t\t_arguments \\\n", c.name)
		for _, f := range c.flags {
			value := ""
			switch {
			case len(f.values) > 0:
				value = ":value:(" + strings.Join(f.values, " ") + ")"
			case f.takes:
				value = ":value:_files"
			}
			fmt.Fprintf(&b, "\t\t\t'*--%s[%s]%s' \\\n", f.name, f.help, value)
			if f.short != "" {
				fmt.Fprintf(&b, "\t\t\t'*-%s[%s]%s' \\\n", f.short, f.help, value)
			}
		}
		if len(c.words) > 0 {
			fmt.Fprintf(&b, "\t\t\t'1:what:(%s)' \\\n", strings.Join(c.words, " "))
		}
		b.WriteString("\t\t\t'*:file:_files'\n\t\t;;\n")
	}
	b.WriteString("\tesac\n}\n_rapporteur \"$@\"\n")
	return b.String()
}

func fishScript(commands []completed) string {
	var b strings.Builder
	b.WriteString("# Completion of rapporteur for fish.\n")
	for _, c := range commands {
		fmt.Fprintf(&b, "complete -c rapporteur -n __fish_use_subcommand -f -a %s -d '%s'\n", c.name, c.help)
	}
	for _, c := range commands {
		when := "complete -c rapporteur -n '__fish_seen_subcommand_from " + c.name + "'"
		for _, f := range c.flags {
			line := when + " -l " + f.name
			if f.short != "" {
				line += " -s " + f.short
			}
			switch {
			case len(f.values) > 0:
				line += " -x -a '" + strings.Join(f.values, " ") + "'"
			case f.takes:
				line += " -r"
			}
			fmt.Fprintf(&b, "%s -d '%s'\n", line, f.help)
		}
		if len(c.words) > 0 {
			fmt.Fprintf(&b, "%s -a '%s'\n", when, strings.Join(c.words, " "))
		}
	}
	return b.String()
}
