package eval

import (
	"context"
	"slices"
	"strings"
	"testing"

	"rapporteur/gold"
)

func TestSuiteCoversEveryTask(t *testing.T) {
	reports, err := Suite(context.Background(), gold.Shared(t, "data"), nothing)
	if err != nil {
		t.Fatal(err)
	}
	missing := Tasks()
	for _, r := range reports {
		missing = slices.DeleteFunc(missing, func(task string) bool { return task == r.Task })
		if r.Documents == 0 || len(r.Scores) == 0 {
			t.Errorf("%s on %s: %d documents, %d scores", r.Task, r.Data, r.Documents, len(r.Scores))
		}
		if split := gold.Split(r.Data + "."); split == gold.SplitTrain && !strings.HasPrefix(r.Data, "plv.") && !strings.HasPrefix(r.Data, "meantime.") {
			t.Errorf("%s is measured on %s, which is for training", r.Task, r.Data)
		}
	}
	if len(missing) > 0 {
		t.Errorf("tasks without scores: %q", missing)
	}
}
