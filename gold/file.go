package gold

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// open reads path, unzipped where its name says so.
func open(path string) (io.ReadCloser, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("reading gold: %w", err)
	}
	if !strings.HasSuffix(path, ".gz") {
		return f, nil
	}
	z, err := gzip.NewReader(bufio.NewReaderSize(f, 1<<16))
	if err != nil {
		f.Close()
		return nil, fmt.Errorf("reading gold %s: %w; unzip it or check that it is whole", path, err)
	}
	return zipped{z, f}, nil
}

type zipped struct {
	*gzip.Reader
	file *os.File
}

func (z zipped) Close() error { return errors.Join(z.Reader.Close(), z.file.Close()) }

// lines yields the lines of path with their numbers, counted from 1.
func lines(path string) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		f, err := open(path)
		if err != nil {
			yield(line{}, err)
			return
		}
		defer f.Close()
		in := bufio.NewReaderSize(f, 1<<16)
		for n := 1; ; n++ {
			text, err := in.ReadString('\n')
			if err != nil && err != io.EOF {
				yield(line{}, fmt.Errorf("%s: line %d: %w", path, n, err))
				return
			}
			if text != "" && !yield(line{n, strings.TrimRight(text, "\r\n")}, nil) {
				return
			}
			if err == io.EOF {
				return
			}
		}
	}
}

type line struct {
	number int
	text   string
}

// records yields what convert makes of each JSON line of path, and stops at
// the first that is malformed.
func records[R, T any](path string, convert func(*R) (T, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		for l, err := range lines(path) {
			if err != nil {
				yield(none, err)
				return
			}
			if strings.TrimSpace(l.text) == "" {
				continue
			}
			raw := new(R)
			record := none
			if err = json.Unmarshal([]byte(l.text), raw); err == nil {
				record, err = convert(raw)
			}
			if err != nil {
				yield(none, fmt.Errorf("%s: line %d: %w", path, l.number, err))
				return
			}
			if !yield(record, nil) {
				return
			}
		}
	}
}

// All collects the records of a reader.
func All[T any](records iter.Seq2[T, error]) ([]T, error) {
	var out []T
	for r, err := range records {
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// The parts that a data set is cut into, as its file names say them.
const (
	SplitTrain     = "train"
	SplitDev       = "dev"
	SplitTest      = "test"
	SplitNoisy     = "noisy"     // not checked by hand
	SplitAgreement = "agreement" // the same texts by several annotators
)

// Split is the part of a data set that a file holds, by its name
// ("gum.dev.free.conllu.gz": dev); "" where the name gives none, as in data
// that are not cut.
func Split(path string) string {
	for part := range strings.SplitSeq(filepath.Base(path), ".") {
		if slices.Contains([]string{SplitTrain, SplitDev, SplitTest, SplitNoisy, SplitAgreement}, part) {
			return part
		}
	}
	return ""
}

// day is the ISO 8601 day that s begins with; zero where it begins with none,
// as some dates of the sources do.
func day(s string) time.Time {
	if len(s) < len(time.DateOnly) {
		return time.Time{}
	}
	t, err := time.Parse(time.DateOnly, s[:len(time.DateOnly)])
	if err != nil {
		return time.Time{}
	}
	return t
}

// in says which part of a record err is about.
func in(kind, name string, err error) error {
	return fmt.Errorf("%s %q: %w", kind, name, err)
}
