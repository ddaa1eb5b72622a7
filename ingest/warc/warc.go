// Package warc reads web archives (WARC, ISO 28500:2009 and 2017), as crawlers and
// wget write them: each record packed with gzip, the whole with zstd (also with a
// dictionary of its own, as the IIPC's draft has it), or not packed.
//
//	in := warc.NewReader(file)
//	for {
//		page, err := in.Next()
//		…
//		a, err := page.Article()
//	}
//
// It passes over what can be no report (requests, pictures, redirections, what
// was not found), holds one page at a time, and goes on behind a damaged record
// where there is a way. A file cut short is an error that says so.
package warc

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/textproto"
	"net/url"
	"strconv"
	"strings"
	"time"
)

const (
	maxHeader = 64 << 10 // bytes of the header of a record
	maxPage   = 16 << 20 // bytes of a page, as it was sent and unpacked
	buffered  = 128 << 10
)

// A RecordError is a record that could not be read. Unless Last, the next call goes on
// behind it.
type RecordError struct {
	Record int    // counted from 1
	Offset int64  // where it begins in the file as it is, packed
	URL    string // "" where it could not be told
	Last   bool   // there is no way to go on
	Err    error
}

func (e *RecordError) Error() string {
	of := ""
	if e.URL != "" {
		of = " (" + e.URL + ")"
	}
	return fmt.Sprintf("record %d%s, at byte %d: %v", e.Record, of, e.Offset, e.Err)
}

func (e *RecordError) Unwrap() error { return e.Err }

// A Page is a page or a plain text that was archived.
type Page struct {
	Record      int    // counted from 1
	Offset      int64  // where its record begins in the file as it is
	ID          string // WARC-Record-ID without angle brackets
	URL         string
	Captured    time.Time // zero where unknown
	ContentType string    // of a resource; that of a response is in its block
	Truncated   string    // why the record has not all of it, "" where it has

	response bool
	block    []byte
}

// A Reader reads one archive.
type Reader struct {
	source *source
	in     *bufio.Reader // of the records, unpacked
	record int
	left   int64 // of the block of the current record
	fail   error // after which nothing comes
	behind bool  // the current record is damaged and its end is to be looked for
}

// NewReader reads from r, with a buffer of its own.
func NewReader(r io.Reader) *Reader {
	s := newSource(r)
	return &Reader{source: s, in: bufio.NewReaderSize(s, buffered)}
}

// Records is how many records were read so far, pages or not.
func (r *Reader) Records() int { return r.record }

// Next is the next page. The error is io.EOF at the end; a *RecordError for a record
// that cannot be read.
func (r *Reader) Next() (*Page, error) {
	for {
		if r.fail != nil {
			return nil, r.fail
		}
		page, err := r.next()
		if err != nil || page != nil {
			return page, err
		}
	}
}

// next is the next record if it is a page, nil if it is none.
func (r *Reader) next() (*Page, error) {
	if err := r.toRecord(); err != nil {
		return nil, err
	}
	page := &Page{Record: r.record, Offset: r.source.offset()}
	header, err := r.header()
	if err != nil {
		return nil, r.damaged(page, err)
	}
	page.URL = target(header.Get("WARC-Target-URI"))
	length, err := strconv.ParseInt(strings.TrimSpace(header.Get("Content-Length")), 10, 64)
	if err != nil || length < 0 {
		return nil, r.damaged(page, fmt.Errorf("it has no length (Content-Length: %.40q)", header.Get("Content-Length")))
	}
	r.left = length
	if !page.wanted(header) {
		return nil, nil
	}
	if length > maxPage {
		return nil, &RecordError{page.Record, page.Offset, page.URL, false, fmt.Errorf("it has %d MB (the limit is %d MB)", length>>20, maxPage>>20)}
	}
	// The length is the word of a stranger: what is there decides how much is held.
	var block bytes.Buffer
	n, err := io.CopyN(&block, r.in, length)
	r.left -= n
	if err != nil {
		return nil, r.damaged(page, err)
	}
	// The sum that tells damage stands at the end of what is packed, behind the two
	// line ends; and where there are none, the length is wrong.
	behind, err := r.in.Peek(len("\r\n\r\nW"))
	if err != nil {
		if err := r.source.damage(page.Offset); err != nil {
			return nil, r.damaged(page, err)
		}
	}
	if len(behind) > 0 && behind[0] != '\r' && behind[0] != '\n' && !bytes.HasPrefix(behind, []byte("WARC/")) {
		return nil, r.damaged(page, fmt.Errorf("it does not end where it should (behind it stands %q)", behind))
	}
	page.block = block.Bytes()
	if page.response && !worth(page.block) {
		return nil, nil
	}
	return page, nil
}

// wanted reports whether a record may be a page, as its header says, and keeps
// what that says of it.
func (p *Page) wanted(header textproto.MIMEHeader) bool {
	media, _, _ := mime.ParseMediaType(header.Get("Content-Type"))
	switch strings.ToLower(strings.TrimSpace(header.Get("WARC-Type"))) {
	case "response":
		p.response = true
		if media != "" && media != "application/http" {
			return false // the answer of a name server
		}
	case "resource", "conversion":
		p.ContentType = header.Get("Content-Type")
		if !text(media) {
			return false
		}
	default:
		return false
	}
	u, err := url.Parse(p.URL)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "file" || strings.HasSuffix(u.Path, "/robots.txt") {
		return false
	}
	p.ID = strings.Trim(header.Get("WARC-Record-ID"), "<> ")
	p.Captured, _ = time.Parse(time.RFC3339, strings.TrimSpace(header.Get("WARC-Date")))
	p.Truncated = header.Get("WARC-Truncated")
	return true
}

// target is the address of a record. The standard of 2009 was read as having it
// in angle brackets, and wget writes it so.
func target(s string) string { return strings.Trim(strings.TrimSpace(s), "<>") }

// text reports whether a media type is one that reports come in.
func text(media string) bool {
	switch media {
	case "text/html", "application/xhtml+xml", "text/plain":
		return true
	}
	return false
}

// toRecord goes to the beginning of the next record.
func (r *Reader) toRecord() error {
	r.record++
	if r.behind {
		r.behind = false
		if err := r.resync(); err != nil {
			r.fail = io.EOF
			return io.EOF
		}
		return nil
	}
	if r.left > 0 {
		n, err := io.CopyN(io.Discard, r.in, r.left)
		r.left -= n
		if err != nil {
			return r.damaged(&Page{Record: r.record - 1, Offset: r.source.offset()}, err)
		}
	}
	// Two line ends stand behind each record; some writers have more, or none.
	for {
		b, err := r.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF):
			r.fail = io.EOF
			return io.EOF
		case err != nil:
			return r.damaged(&Page{Record: r.record, Offset: r.source.offset()}, err)
		case b != '\r' && b != '\n':
			return r.in.UnreadByte()
		}
	}
}

// header is that of the record which begins here.
func (r *Reader) header() (textproto.MIMEHeader, error) {
	version, err := r.line(maxHeader)
	if err != nil {
		return nil, err
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, fmt.Errorf("no record begins here (%.20q); is it a WARC file?", version)
	}
	header := textproto.MIMEHeader{}
	left := maxHeader
	last := ""
	for {
		line, err := r.line(left)
		if err != nil {
			return nil, err
		}
		if left -= len(line) + 1; line == "" {
			return header, nil
		}
		if line[0] == ' ' || line[0] == '\t' { // goes on from the line before
			if values := header[last]; len(values) > 0 {
				values[len(values)-1] += " " + strings.TrimSpace(line)
			}
			continue
		}
		name, value, ok := strings.Cut(line, ":")
		if !ok {
			return nil, fmt.Errorf("the line %.40q of its header has no name", line)
		}
		last = textproto.CanonicalMIMEHeaderKey(strings.TrimSpace(name))
		header[last] = append(header[last], strings.TrimSpace(value))
	}
}

// line is the next line, without its end.
func (r *Reader) line(most int) (string, error) {
	var line []byte
	for {
		part, err := r.in.ReadSlice('\n')
		if len(line)+len(part) > most {
			return "", fmt.Errorf("its header has more than %d kB", maxHeader>>10)
		}
		line = append(line, part...)
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF):
			return "", io.ErrUnexpectedEOF
		case err != nil:
			return "", err
		}
		return strings.TrimRight(string(line), "\r\n"), nil
	}
}

// damaged is the error for a record that ends otherwise than it should.
func (r *Reader) damaged(p *Page, err error) error {
	out := &RecordError{Record: p.Record, Offset: p.Offset, URL: p.URL, Err: err}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		out.Err = errors.New("the file breaks off within it; was the download or the crawl interrupted?")
	}
	r.left, r.behind = 0, true
	if out.Last = !r.source.canResync(); out.Last {
		r.fail = io.EOF
	}
	return out
}

// resync goes to where the next record seems to begin: the next packed member, or
// the next line that begins as records do.
func (r *Reader) resync() error {
	if r.source.kind == packedGzip {
		if err := r.source.resync(); err != nil {
			return err
		}
		r.in.Reset(r.source)
		return nil
	}
	for start := true; ; {
		if start {
			if begins, _ := r.in.Peek(7); bytes.HasPrefix(begins, []byte("WARC/1.")) || bytes.HasPrefix(begins, []byte("WARC/0.")) {
				return nil
			}
		}
		part, err := r.in.ReadSlice('\n')
		if err != nil && !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
		start = err == nil && len(part) > 0
	}
}
