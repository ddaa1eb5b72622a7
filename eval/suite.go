package eval

import (
	"context"
	"path/filepath"
)

// suite is what the scores file holds, under the folder of the gold data:
// every task's development data, and the two sets that have none, of which the
// training part stands in and is named so.
var suite = []struct{ task, path string }{
	{"syntax", "syntax"},
	{"ner", "ner"},
	{"coref", "syntax"},
	{"attribution", "attribution"},
	{"events", "events"},
	{"events", "events/plv.train.jsonl.gz"},
	{"places", "places"},
	{"dates", "dates"},
	{"dates", "dates/meantime.train.jsonl.gz"},
	{"talks", "talks"},
}

// Suite measures all that the scores file holds; data is the folder that has a
// folder for each kind of gold.
func Suite(ctx context.Context, data string, read Reader) ([]*Report, error) {
	var out []*Report
	for _, s := range suite {
		reports, err := Measure(ctx, s.task, filepath.Join(data, filepath.FromSlash(s.path)), read)
		if err != nil {
			return nil, err
		}
		out = append(out, reports...)
	}
	return out, nil
}
