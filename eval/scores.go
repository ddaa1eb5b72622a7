package eval

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
)

// The scores file keeps what was measured, one metric a line, so that a change
// of a score is a change of the tree that somebody approves:
//
//	task  data  metric  score with its counts
//
// Lines are grouped by task, in the order of Tasks, and by data.
const scoresHead = `# What the program scores on the gold data: task, data, metric, score in per cent and the counts behind it.
# Written by: go test ./eval -run Scores -update (docs/evaluation.md says what each metric is). Not for editing by hand.
`

// UpdateScores writes the reports into the scores file at path, in the place of
// the lines of the same task and data; other lines stay.
func UpdateScores(path string, reports []*Report) error {
	lines, err := readScores(path)
	if err != nil {
		return err
	}
	for _, r := range reports {
		lines = slices.DeleteFunc(lines, r.owns)
		lines = append(lines, r.Lines()...)
	}
	// Stable: the metrics of one report keep their order.
	slices.SortStableFunc(lines, func(a, b string) int {
		taskA, dataA := head(a)
		taskB, dataB := head(b)
		if c := slices.Index(Tasks(), taskA) - slices.Index(Tasks(), taskB); c != 0 {
			return c
		}
		return strings.Compare(dataA, dataB)
	})
	var b strings.Builder
	b.WriteString(scoresHead)
	group := ""
	for _, line := range lines {
		if task, data := head(line); task+data != group {
			group = task + data
			b.WriteByte('\n')
		}
		b.WriteString(line + "\n")
	}
	if err := os.WriteFile(path, []byte(b.String()), 0o666); err != nil {
		return fmt.Errorf("writing scores: %w", err)
	}
	return nil
}

// CompareScores says where the reports differ from the scores file at path,
// line by line; data that the file does not have are no difference.
func CompareScores(path string, reports []*Report) ([]string, error) {
	lines, err := readScores(path)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, r := range reports {
		kept := slices.DeleteFunc(slices.Clone(lines), func(line string) bool { return !r.owns(line) })
		if len(kept) == 0 {
			continue
		}
		now := r.Lines()
		for _, line := range kept {
			if !slices.Contains(now, line) {
				out = append(out, "- "+line)
			}
		}
		for _, line := range now {
			if !slices.Contains(kept, line) {
				out = append(out, "+ "+line)
			}
		}
	}
	return out, nil
}

// owns reports whether a line of the scores file is of this report's task and data.
func (r *Report) owns(line string) bool {
	task, data := head(line)
	return task == r.Task && data == r.Data
}

func head(line string) (task, data string) {
	fields := strings.Fields(line)
	if len(fields) < 2 {
		return "", ""
	}
	return fields[0], fields[1]
}

// readScores is the lines of the file that hold a score; none where there is
// no file.
func readScores(path string) ([]string, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading scores: %w", err)
	}
	return slices.DeleteFunc(strings.Split(string(text), "\n"), func(line string) bool {
		return strings.TrimSpace(line) == "" || line[0] == '#'
	}), nil
}
