package main

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"

	"rapporteur"
	"rapporteur/pipeline"
)

// weights is the flag that says which models are loaded.
type weights struct {
	Models string `type:"existingdir" placeholder:"DIR" help:"Read with the models in this folder instead of those built in."`
}

func (w weights) pipeline(reader string, workers int) (*pipeline.Pipeline, error) {
	o := pipeline.Options{Reader: reader, Workers: workers}
	if w.Models != "" {
		o.Models = os.DirFS(w.Models)
	}
	return pipeline.New(o)
}

// work reads every input, prints what form makes of each article, in the order
// of the inputs, and names what could not be read.
func work(ctx context.Context, s streams, from *sources, with weights, reader string, form func(*pipeline.Pipeline, *rapporteur.Article) ([]byte, error)) error {
	if len(from.Inputs) == 0 {
		return errNoInput
	}
	if err := from.check(); err != nil {
		return err
	}
	p, err := with.pipeline(reader, from.Workers)
	if err != nil {
		return err
	}
	do := func(in input) (out []byte, err error) {
		// A fault in one report must not end a job of a million.
		defer func() {
			if fault := recover(); fault != nil {
				err = fmt.Errorf("reading %s: a fault of the program, please report it with the text: %v\n%s", in.name, fault, debug.Stack())
			}
		}()
		a, err := in.article(ctx)
		if err != nil {
			return nil, err
		}
		return form(p, a)
	}
	desk := &desk{streams: s, bar: newBar(s, from.count())}
	finished := make(chan error, 1)
	go func() {
		for out, err := range pipeline.Ordered(from.each(ctx, s.in), p.Workers(), do) {
			if ctx.Err() != nil {
				break
			}
			if err := desk.put(out, err); err != nil {
				finished <- err
				return
			}
		}
		finished <- nil
	}()
	// A read from a terminal or a long report cannot be called off: when the user
	// has had enough, what is under way is left behind.
	select {
	case err = <-finished:
	case <-ctx.Done():
	}
	return desk.close(err, ctx.Err() != nil)
}
