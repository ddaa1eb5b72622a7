package ingest

import (
	"fmt"
	"os"

	"rapporteur"
)

// File reads the report in a file. The name is the Source's where that has none,
// and the Ref too.
func File(path string, s Source) (*rapporteur.Article, error) {
	if s.Name == "" {
		s.Name = path
	}
	if s.Ref == "" {
		s.Ref = path
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading a report: %w", err)
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, fmt.Errorf("reading a report: %w", err)
	case info.IsDir():
		return nil, fmt.Errorf("reading %s: it is a directory; name the files in it", path)
	}
	a, err := Read(f, s)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	return a, nil
}
