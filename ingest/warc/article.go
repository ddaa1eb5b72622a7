package warc

import (
	"bufio"
	"bytes"
	"compress/flate"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"

	"rapporteur"
	"rapporteur/ingest"
)

// worth reports whether an archived answer may be a page, by its first lines:
// most of an archive is pictures and scripts, which need not be taken apart.
func worth(block []byte) bool {
	head := block[:min(len(block), maxHeader)]
	if end := bytes.Index(head, []byte("\r\n\r\n")); end >= 0 {
		head = head[:end]
	} else if end := bytes.Index(head, []byte("\n\n")); end >= 0 {
		head = head[:end]
	}
	status, rest, _ := bytes.Cut(head, []byte("\n"))
	if words := bytes.Fields(status); len(words) < 2 || string(words[1]) != "200" {
		return false
	}
	for line := range bytes.Lines(rest) {
		name, value, ok := bytes.Cut(line, []byte(":"))
		if ok && bytes.EqualFold(bytes.TrimSpace(name), []byte("Content-Type")) {
			media, _, _ := strings.Cut(string(value), ";")
			return text(strings.ToLower(strings.TrimSpace(media)))
		}
	}
	return false
}

// Article is the report on the page. What is known of the archive goes into it:
// the address, and, for a page that says nothing of its date, or says that it was published
// after it was archived, the day on which it was archived, with a note.
func (p *Page) Article() (*rapporteur.Article, error) {
	body, contentType, cut, err := p.body()
	if err != nil {
		return nil, p.wrap(err)
	}
	s := ingest.Source{Ref: p.ID, URL: p.URL, ContentType: contentType}
	if u, err := url.Parse(p.URL); err == nil {
		s.Name = u.Path
		if u.Scheme == "file" {
			s.URL = ""
		}
	}
	if media, _, _ := mime.ParseMediaType(contentType); media != "" {
		s.Name = "" // what the server said counts more than how the address ends
	}
	a, err := ingest.Bytes(body, s)
	if err != nil {
		return nil, p.wrap(err)
	}
	if cut || p.Truncated != "" {
		a.Notes = append(a.Notes, rapporteur.Note{Kind: rapporteur.NoteTruncated, Text: "the archive does not have the whole page"})
	}
	if day := p.Captured; !day.IsZero() && (a.Published.IsZero() || a.Published.After(day.Add(36*time.Hour))) {
		a.Published = time.Date(day.Year(), day.Month(), day.Day(), 0, 0, 0, 0, time.UTC)
		kept := a.Notes[:0]
		for _, n := range a.Notes {
			if n.Kind != rapporteur.NotePublished && n.Kind != rapporteur.NoteUndated {
				kept = append(kept, n)
			}
		}
		a.Notes = append(kept, rapporteur.Note{Kind: rapporteur.NotePublished, Text: "date of publication " + a.Published.Format(time.DateOnly) + " is the day on which the page was archived; the page gives none that can be"})
	}
	return a, nil
}

func (p *Page) wrap(err error) error {
	return &RecordError{Record: p.Record, Offset: p.Offset, URL: p.URL, Err: err}
}

// body is the page itself, unchunked and unpacked. cut: it is not whole.
func (p *Page) body() (body []byte, contentType string, cut bool, err error) {
	if !p.response {
		return p.block, p.ContentType, false, nil
	}
	answer, err := http.ReadResponse(bufio.NewReader(bytes.NewReader(p.block)), nil)
	if err != nil {
		return nil, "", false, fmt.Errorf("the answer in it is broken: %w", err)
	}
	defer answer.Body.Close()
	contentType = answer.Header.Get("Content-Type")
	// Some crawlers keep what was sent, some what it means, and say the same of both.
	sent, err := io.ReadAll(io.LimitReader(answer.Body, maxPage+1))
	if err != nil {
		if at := bytes.Index(p.block, []byte("\r\n\r\n")); len(answer.TransferEncoding) > 0 && len(sent) == 0 && at >= 0 {
			sent = p.block[at+4:] // it says that it is chunked, and is not
		} else {
			cut = errors.Is(err, io.ErrUnexpectedEOF)
			if !cut || len(sent) == 0 {
				return nil, "", false, fmt.Errorf("the answer in it is broken: %w", err)
			}
		}
	}
	body = sent
	codings := strings.Split(strings.ToLower(strings.Join(answer.Header.Values("Content-Encoding"), ",")), ",")
	for i := len(codings) - 1; i >= 0; i-- {
		var short bool
		if body, short, err = unpack(body, strings.TrimSpace(codings[i])); err != nil {
			return nil, "", false, err
		}
		cut = cut || short
	}
	return body, contentType, cut, nil
}

// unpack undoes a content coding, unless somebody did so before.
func unpack(sent []byte, coding string) (body []byte, cut bool, err error) {
	var in io.Reader
	from := bytes.NewReader(sent)
	switch coding {
	case "", "identity", "none", "utf-8": // the last is a mistake that servers make
		return sent, false, nil
	case "gzip", "x-gzip":
		if !bytes.HasPrefix(sent, gzipMagic[:2]) {
			return sent, false, nil
		}
		in, err = gzip.NewReader(from)
	case "deflate": // zlib by the standard, bare by some servers
		if in, err = zlib.NewReader(from); err != nil {
			from.Reset(sent)
			in, err = flate.NewReader(from), nil
		}
	case "br":
		if bytes.HasPrefix(bytes.TrimLeft(sent, " \t\r\n"), []byte("<")) {
			return sent, false, nil
		}
		in = brotli.NewReader(from)
	case "zstd":
		if !bytes.HasPrefix(sent, zstdMagic) {
			return sent, false, nil
		}
		var d *zstd.Decoder
		if d, err = zstd.NewReader(from, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxWindow(8<<20), zstd.WithDecoderMaxMemory(maxPage)); err == nil {
			defer d.Close()
			in = d
		}
	default:
		return nil, false, fmt.Errorf("the page is packed with %.40q, which is not known here", coding)
	}
	if err != nil {
		return nil, false, fmt.Errorf("unpacking the page (%s): %w", coding, err)
	}
	body, err = io.ReadAll(io.LimitReader(in, maxPage+1))
	switch {
	case len(body) > maxPage:
		return nil, false, fmt.Errorf("the page, unpacked, has more than %d MB", maxPage>>20)
	case err != nil && len(body) > 0 && errors.Is(err, io.ErrUnexpectedEOF):
		return body, true, nil
	case err != nil:
		return nil, false, fmt.Errorf("unpacking the page (%s): %w", coding, err)
	}
	return body, false, nil
}
