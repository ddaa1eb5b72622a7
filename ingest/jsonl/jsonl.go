// Package jsonl reads many reports from one stream: JSON Lines, one object a
// line, in memory for one line.
//
//	ref        the caller's own id, a string or a number; given back as a string
//	text       the report as plain text, or
//	html       as a page
//	title      headline
//	url        where it was read
//	publisher  outlet
//	published  date of publication: 2024-05-04, RFC 3339 or another form of ingest.ParsePublished
//
// Either text or html must be there; of both, text counts unless it is empty. Other keys are ignored, and so
// are empty lines and a byte order mark in front. Lines end in \n or \r\n, the
// last need not.
//
// The text is kept exactly: offsets into Article.Text are offsets into the
// string that was given. Only NUL becomes U+FFFD, one character for another.
package jsonl

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/ingest"
)

// MaxLine is the longest line that is read, in bytes.
const MaxLine = 64 << 20

// A LineError names a line that could not be read. The next call goes on behind
// it.
type LineError struct {
	Line int    // counted from 1
	Ref  string // the id on the line, "" where it could not be told
	Err  error
}

func (e *LineError) Error() string {
	if e.Ref != "" {
		return fmt.Sprintf("line %d (ref %q): %v", e.Line, e.Ref, e.Err)
	}
	return fmt.Sprintf("line %d: %v", e.Line, e.Err)
}

func (e *LineError) Unwrap() error { return e.Err }

// A Reader reads a stream of reports.
type Reader struct {
	in   *bufio.Reader
	line int
}

// NewReader reads from r, with a buffer of its own.
func NewReader(r io.Reader) *Reader {
	return &Reader{in: bufio.NewReaderSize(r, 1<<16)}
}

// Next is the next report. The error is io.EOF at the end of the stream; a
// *LineError for a line that is no report, after which Next may be called again;
// any other for a stream that can be read no further.
func (r *Reader) Next() (*rapporteur.Article, error) {
	line, err := r.Line()
	if err != nil {
		return nil, err
	}
	return line.Article()
}

// A Line is a line of the stream that has not been looked into, for callers that
// read many at once: Reader.Line in one goroutine, Line.Article in many.
type Line struct {
	Number int // counted from 1, empty lines included
	JSON   []byte
}

// Line is the next line that is not empty, with the errors of Next.
func (r *Reader) Line() (Line, error) {
	for {
		raw, err := r.read()
		if err != nil {
			return Line{}, err
		}
		if raw = bytes.TrimSpace(raw); len(raw) > 0 {
			return Line{r.line, raw}, nil
		}
	}
}

var mark = []byte("\xEF\xBB\xBF")

// read is the next line, whole. One that is too long is passed over to its end
// and never held.
func (r *Reader) read() ([]byte, error) {
	var line []byte
	long := 0
	r.line++
	for {
		part, err := r.in.ReadSlice('\n')
		if long += len(part); long <= MaxLine {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case long > MaxLine && (err == nil || err == io.EOF):
			return nil, &LineError{Line: r.line, Err: fmt.Errorf("the line has %d MB (the limit is %d MB)", long>>20, MaxLine>>20)}
		case err == io.EOF && long > 0, err == nil:
			if r.line == 1 {
				line = bytes.TrimPrefix(line, mark)
			}
			return line, nil
		case err == io.EOF:
			return nil, io.EOF
		}
		return nil, fmt.Errorf("reading line %d: %w", r.line, err)
	}
}

// report is the object on a line.
type report struct {
	Ref       json.RawMessage `json:"ref"`
	Text      *string         `json:"text"`
	HTML      *string         `json:"html"`
	Title     string          `json:"title"`
	URL       string          `json:"url"`
	Publisher string          `json:"publisher"`
	Published string          `json:"published"`
}

// Article is the report on the line. The error is a *LineError.
func (l Line) Article() (*rapporteur.Article, error) {
	var in report
	err := json.Unmarshal(l.JSON, &in)
	ref, refErr := reference(in.Ref)
	source := ingest.Source{Ref: ref, URL: in.URL, Title: in.Title, Publisher: in.Publisher}
	switch {
	case err != nil:
		err = faulty(l.JSON, err)
	case refErr != nil:
		err = refErr
	case in.Text == nil && in.HTML == nil:
		err = errors.New(`neither "text" nor "html"; a report needs one of them`)
	case strings.TrimSpace(in.Published) != "":
		source.Published, err = ingest.ParsePublished(in.Published)
	}
	if err != nil {
		return nil, &LineError{l.Number, ref, err}
	}
	if in.Text == nil || *in.Text == "" && in.HTML != nil {
		return ingest.HTML(*in.HTML, source), nil
	}
	return ingest.Text(*in.Text, source), nil
}

// reference is an id as a string: a number as it is written.
func reference(raw json.RawMessage) (string, error) {
	switch {
	case len(raw) == 0 || string(raw) == "null":
		return "", nil
	case raw[0] == '"':
		var s string
		err := json.Unmarshal(raw, &s)
		return s, err
	case raw[0] == '-' || raw[0] >= '0' && raw[0] <= '9':
		return string(raw), nil
	}
	return "", fmt.Errorf(`"ref" is %.20s; it should be a string or a number`, raw)
}

// faulty says what is wrong with a line that is no report.
func faulty(line []byte, err error) error {
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &wrong) && wrong.Field != "":
		return fmt.Errorf("%q is a JSON %s; it should be a string", wrong.Field, wrong.Value)
	case errors.As(err, &wrong):
		return fmt.Errorf("a JSON %s; it should be an object", wrong.Value)
	}
	begins := string(line[:min(len(line), 40)])
	if !utf8.ValidString(begins) {
		begins = strings.ToValidUTF8(begins, "")
	}
	return fmt.Errorf("not a JSON object (%w); it begins %q", err, begins)
}
