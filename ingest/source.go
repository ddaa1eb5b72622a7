package ingest

import (
	"fmt"
	"io"
	"time"

	"rapporteur"
	"rapporteur/ingest/published"
)

// MaxBytes is the largest report that is read. A million characters are a
// book; what is larger is a collection, for which jsonl is the way.
const MaxBytes = 64 << 20

// A Source is what is known of a report from outside its bytes. The zero Source
// will do: whatever it lacks is looked for in the report.
type Source struct {
	Ref         string    // the caller's own id, given back untouched
	URL         string    // where it was read
	ContentType string    // media type, as in HTTP: "text/html; charset=utf-8"
	Name        string    // of the file, whose ending tells HTML from text
	Title       string    // headline
	Publisher   string    // outlet
	Published   time.Time // date of publication
}

// Bytes reads a report out of raw: an HTML page, if the content type, the ending
// of the name or else the bytes say so, and plain text otherwise. The error is
// for bytes that are neither, and says what they are and what to try.
func Bytes(raw []byte, s Source) (*rapporteur.Article, error) {
	if len(raw) > MaxBytes {
		return nil, fmt.Errorf("a report of %d MB is too large (the limit is %d MB); split it, or give many reports as JSON Lines", len(raw)>>20, MaxBytes>>20)
	}
	if err := refuse(raw, s.Name); err != nil {
		return nil, err
	}
	if isHTML(raw, s) {
		return fromPage(raw, s), nil
	}
	return fromBytes(raw, s), nil
}

// Read reads a report to the end of r, as Bytes does.
func Read(r io.Reader, s Source) (*rapporteur.Article, error) {
	raw, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, err
	}
	return Bytes(raw, s)
}

// ParsePublished reads a date of publication as a person writes it; a date
// without a time is midnight UTC. The error names the forms it accepts.
func ParsePublished(s string) (time.Time, error) { return published.Parse(s) }
