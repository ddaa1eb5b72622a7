package coref

import (
	_ "embed"
	"fmt"
	"sync"
)

//go:embed verbs.tsv
var verbsTable string

// A verbKind is what a verb says of its subject.
type verbKind uint8

const (
	anyVerb verbKind = iota
	reports          // gives words to its subject
	acts             // what persons and bodies do
	happens          // what things do
)

var verbKinds = map[string]verbKind{"report": reports, "act": acts, "happen": happens}

var verbs = sync.OnceValue(func() map[string]verbKind { return must(readVerbs(verbsTable)) })

func readVerbs(text string) (map[string]verbKind, error) {
	out := make(map[string]verbKind, 512)
	err := readTable("verbs.tsv", text, func(columns []string) error {
		kind, ok := verbKinds[columns[1]]
		if _, twice := out[columns[0]]; !ok || twice {
			return fmt.Errorf("%q: want a verb not listed before and report, act or happen", columns)
		}
		out[columns[0]] = kind
		return nil
	})
	return out, err
}

// doing is what the verb whose subject x is says of x.
func (f *finder) doing(x *mention) verbKind {
	head := x.head
	if x.rel == relFlat && f.heads[head] != none {
		head = f.heads[head] // a name that the parse has made part of another
	}
	verb := f.heads[head]
	if f.rels[head] != relSubject || verb == none || f.d.Tokens[verb].UPOS != "VERB" {
		return anyVerb
	}
	return verbs()[f.lemma(verb)]
}
