package record

import (
	"context"
	"encoding/json"
	"fmt"
	"sync"
)

// answers keeps what took long to work out for as long as the record does not
// change.
type answers struct {
	sync.Mutex
	version int64
	of      map[string]any
}

// mostAnswers is how many are kept.
const mostAnswers = 256

// answered is the answer to a question that depends on the record and on about
// alone. What it gives is shared: nobody may change it.
func answered[T any](ctx context.Context, r *Record, question string, about any, work func(Tx) (T, error)) (T, error) {
	var out T
	name, err := json.Marshal(about)
	if err != nil {
		return out, fmt.Errorf("asking for %s: %w", question, err)
	}
	key := question + string(name)
	err = r.store.View(ctx, func(tx Tx) error {
		version, err := number(ctx, tx, "SELECT version FROM state")
		if err != nil {
			return err
		}
		r.answers.Lock()
		if r.answers.version != version || len(r.answers.of) >= mostAnswers || r.answers.of == nil {
			r.answers.version, r.answers.of = version, map[string]any{}
		}
		had, ok := r.answers.of[key]
		r.answers.Unlock()
		if ok {
			out = had.(T)
			return nil
		}
		if out, err = work(tx); err != nil {
			return err
		}
		r.answers.Lock()
		if r.answers.version == version {
			r.answers.of[key] = out
		}
		r.answers.Unlock()
		return nil
	})
	if err != nil {
		return out, fmt.Errorf("asking for %s: %w", question, err)
	}
	return out, nil
}
