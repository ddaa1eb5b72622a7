package warc

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zlib"
	"github.com/klauspost/compress/zstd"

	"rapporteur"
)

const words = "Envoys of Arden and Velm met in Port Oster on Monday for the first talks since the ferry was shelled, officials of both sides said. " +
	"They agreed to meet again within a week, and to stop firing at the harbour until then."

func page(n int) string {
	return fmt.Sprintf(`<!DOCTYPE html><html lang="en"><head><title>Talks %d</title></head><body><article><h1>Talks %[1]d</h1><p>%s</p><p>It was the meeting number %[1]d.</p></article></body></html>`, n, words)
}

func record(kind, address, contentType, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Record-ID: <urn:uuid:%x>\r\nWARC-Target-URI: %s\r\nWARC-Date: 2024-03-12T10:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, len(block), address, contentType, len(block), block)
}

func answer(header, body string) string {
	return "HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + body
}

const asHTML = "Content-Type: text/html; charset=utf-8"

func response(n int) string {
	return record("response", fmt.Sprintf("<https://a.example/%d>", n), "application/http; msgtype=response", answer(asHTML, page(n)))
}

func gz(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

func zst(s string, options ...zstd.EOption) string {
	z, err := zstd.NewWriter(nil, options...)
	if err != nil {
		panic(err)
	}
	return string(z.EncodeAll([]byte(s), nil))
}

// all is what an archive has: a line for each page or error.
func all(t *testing.T, raw string) (lines []string, articles []*rapporteur.Article) {
	t.Helper()
	in := NewReader(strings.NewReader(raw))
	for range 10_000 {
		p, err := in.Next()
		if errors.Is(err, io.EOF) {
			return lines, articles
		}
		if err != nil {
			if _, ok := errors.AsType[*RecordError](err); !ok {
				t.Fatalf("%v is no RecordError", err)
			}
			lines = append(lines, err.Error())
			continue
		}
		a, err := p.Article()
		if err != nil {
			lines = append(lines, err.Error())
			continue
		}
		lines = append(lines, p.URL+" "+a.Title)
		articles = append(articles, a)
	}
	t.Fatal("it does not end")
	return nil, nil
}

func TestPackings(t *testing.T) {
	info := record("warcinfo", "", "application/warc-fields", "software: x\r\n")
	request := record("request", "https://a.example/1", "application/http; msgtype=request", "GET /1 HTTP/1.1\r\n\r\n")
	picture := record("response", "https://a.example/1.png", "application/http; msgtype=response", answer("Content-Type: image/png", "\x89PNG"))
	gone := record("response", "https://a.example/gone", "application/http; msgtype=response", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n"+page(9))
	robots := record("response", "https://a.example/robots.txt", "application/http", answer("Content-Type: text/plain", "User-agent: *"))
	dns := record("response", "dns:a.example", "text/dns", "a.example 1 IN A 1.2.3.4")
	resource := record("resource", "https://a.example/2", "text/html", page(2))
	text := record("conversion", "https://a.example/3", "text/plain", words)
	records := []string{info, request, response(1), picture, gone, robots, dns, resource, text}
	plain := strings.Join(records, "")
	each := ""
	for _, r := range records {
		each += gz(r)
	}
	dictionary := []byte(strings.Repeat(plain, 3))
	frame := func(content []byte) string {
		head := binary.LittleEndian.AppendUint32([]byte{0x5D, 0x2A, 0x4D, 0x18}, uint32(len(content)))
		return string(head) + string(content)
	}
	eachZstd := ""
	for _, r := range records {
		eachZstd += zst(r)
	}
	_ = dictionary
	for name, raw := range map[string]string{
		"plain": plain, "gzip, a member a record": each, "gzip, one member": gz(plain), "gzip, records over members": gz(plain[:500]) + gz(plain[500:]),
		"zstd": zst(plain), "zstd, a frame a record": eachZstd, "zstd with an empty dictionary": frame(nil) + eachZstd,
	} {
		lines, articles := all(t, raw)
		want := []string{"https://a.example/1 Talks 1", "https://a.example/2 Talks 2", "https://a.example/3 "}
		if strings.Join(lines, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s:\n%s", name, strings.Join(lines, "\n"))
			continue
		}
		a := articles[0]
		if a.Text != "Talks 1\n\n"+words+"\n\nIt was the meeting number 1." || a.URL != "https://a.example/1" || !strings.HasPrefix(a.Ref, "urn:uuid:") {
			t.Errorf("%s: %+v", name, a)
		}
		if a.Published.Format(time.DateOnly) != "2024-03-12" || len(a.Notes) != 1 || a.Notes[0].Kind != rapporteur.NotePublished {
			t.Errorf("%s: published %v, %v", name, a.Published, a.Notes)
		}
		if articles[2].Text != words {
			t.Errorf("%s: the plain text is %q", name, articles[2].Text)
		}
	}
}

func TestPayloads(t *testing.T) {
	body := page(1)
	chunked := fmt.Sprintf("%x\r\n%s\r\n%x\r\n%s\r\n0\r\n\r\n", 100, body[:100], len(body)-100, body[100:])
	var deflated, bare, br bytes.Buffer
	z := zlib.NewWriter(&deflated)
	io.WriteString(z, body)
	z.Close()
	f, _ := flate.NewWriter(&bare, 5)
	io.WriteString(f, body)
	f.Close()
	b := brotli.NewWriter(&br)
	io.WriteString(b, body)
	b.Close()
	packed := gz(body)
	for name, c := range map[string]struct{ header, body string }{
		"plain":                       {"", body},
		"chunked":                     {"\r\nTransfer-Encoding: chunked", chunked},
		"chunked, but undone before":  {"\r\nTransfer-Encoding: chunked", body},
		"gzip":                        {"\r\nContent-Encoding: gzip", packed},
		"gzip, but undone before":     {"\r\nContent-Encoding: gzip", body},
		"gzip, chunked":               {"\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked", fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(packed), packed)},
		"gzip twice":                  {"\r\nContent-Encoding: gzip, gzip", gz(packed)},
		"deflate":                     {"\r\nContent-Encoding: deflate", deflated.String()},
		"deflate without its wrapper": {"\r\nContent-Encoding: deflate", bare.String()},
		"brotli":                      {"\r\nContent-Encoding: br", br.String()},
		"brotli, but undone before":   {"\r\nContent-Encoding: br", body},
		"zstd":                        {"\r\nContent-Encoding: zstd", zst(body)},
		"a length that is wrong":      {"\r\nContent-Length: 100000", body},
		"a coding that is none":       {"\r\nContent-Encoding: UTF-8", body},
	} {
		lines, articles := all(t, record("response", "https://a.example/1", "application/http", answer(asHTML+c.header, c.body)))
		if len(articles) != 1 || !strings.HasSuffix(articles[0].Text, "meeting number 1.") {
			t.Errorf("%s: %v", name, lines)
		}
	}
	for want, c := range map[string]struct{ header, body string }{
		"not known here":        {"\r\nContent-Encoding: lzma", "x"},
		"has more than 16 MB":   {"\r\nContent-Encoding: gzip", gz(strings.Repeat(" ", 40<<20))},
		"looks like a PDF":      {"", "%PDF-1.7"},
		"unpacking the page":    {"\r\nContent-Encoding: gzip", "\x1F\x8Bxxxxxxxxxxxxxx"},
		"the answer in it is b": {"\r\nTransfer-Encoding: chunked\r\nContent-Length: x y", "5\r\nhello"},
	} {
		lines, _ := all(t, record("response", "https://a.example/1", "application/http", answer(asHTML+c.header, c.body)))
		if len(lines) != 1 || !strings.Contains(lines[0], want) || !strings.Contains(lines[0], "https://a.example/1") {
			t.Errorf("%q: %v", want, lines)
		}
	}
}

func TestDates(t *testing.T) {
	for declared, want := range map[string]string{"2023-01-05": "2023-01-05", "2024-03-12": "2024-03-12", "2031-01-01": "2024-03-12"} {
		html := strings.Replace(page(1), "<title>", `<meta property="article:published_time" content="`+declared+`"><title>`, 1)
		_, articles := all(t, record("response", "https://a.example/1", "application/http", answer(asHTML, html)))
		if len(articles) != 1 || articles[0].Published.Format(time.DateOnly) != want || (declared == want) != (len(articles[0].Notes) == 0) {
			t.Errorf("a page of %s: %+v", declared, articles)
		}
	}
}

// damaged is what each file of testdata/bad, named by its fault, should give:
// so many pages, and words of the one error.
var damaged = map[string]struct {
	pages int
	err   string
}{
	"cut-in-a-block.warc":        {1, "record 2 (https://a.example/2), at byte"},
	"cut-in-a-header.warc":       {1, "breaks off within it"},
	"length-too-long.warc":       {1, "breaks off within it"},
	"length-too-short.warc":      {2, "does not end where it should"},
	"no-length.warc":             {2, "it has no length"},
	"negative-length.warc":       {2, "it has no length"},
	"no-blank-line.warc":         {3, ""},
	"folded-header.warc":         {3, ""},
	"line-without-a-name.warc":   {2, "has no name"},
	"not-a-warc.warc":            {0, "is it a WARC file?"},
	"endless-header.warc":        {2, "more than 64 kB"},
	"cut-in-a-member.warc.gz":    {1, "breaks off within it"},
	"damaged-member.warc.gz":     {2, "record 2"},
	"rubbish-between.warc.gz":    {3, "cannot be unpacked"},
	"cut.warc.zst":               {1, "breaks off within it"},
	"damaged.warc.zst":           {0, "cannot be unpacked"}, // the reader does not tell where frames end, so the record before is doubted, too
	"empty.warc":                 {0, ""},
	"cut-in-a-gzip-head.warc.gz": {1, "breaks off within it"},
}

// bad makes the damaged archives.
func bad() map[string]string {
	one, two, three := response(1), response(2), response(3)
	broken := []byte(gz(two))
	broken[len(broken)/2] ^= 0xFF
	brokenZstd := []byte(zst(two))
	brokenZstd[len(brokenZstd)/2] ^= 0xFF
	longer := func(s string, by int) string {
		at := strings.Index(s, "Content-Length: ") + len("Content-Length: ")
		end := at + strings.Index(s[at:], "\r\n")
		var n int
		fmt.Sscan(s[at:end], &n)
		return fmt.Sprint(s[:at], n+by, s[end:])
	}
	return map[string]string{
		"cut-in-a-block.warc":        one + two[:len(two)-200],
		"cut-in-a-header.warc":       one + two[:60],
		"length-too-long.warc":       one + longer(two, 1_000_000),
		"length-too-short.warc":      longer(one, -40) + two + three,
		"no-length.warc":             strings.Replace(one, "Content-Length", "Length", 1) + two + three,
		"negative-length.warc":       strings.Replace(one, "Content-Length: ", "Content-Length: -", 1) + two + three,
		"no-blank-line.warc":         strings.TrimSuffix(one, "\r\n\r\n") + strings.TrimSuffix(two, "\r\n") + three,
		"folded-header.warc":         strings.Replace(one, "WARC-Date:", "X-Long: a\r\n  b\r\nWARC-Date:", 1) + two + three,
		"line-without-a-name.warc":   one + strings.Replace(two, "WARC-Date:", "nonsense\r\nWARC-Date:", 1) + three,
		"not-a-warc.warc":            "Talks resumed.\nNobody signed.\n",
		"endless-header.warc":        one + "WARC/1.0\r\n" + strings.Repeat("X: y\r\n", 20_000) + "\r\n" + three,
		"cut-in-a-member.warc.gz":    gz(one) + gz(two)[:100],
		"damaged-member.warc.gz":     gz(one) + string(broken) + gz(three),
		"rubbish-between.warc.gz":    gz(one) + "\x1F\x8B\x08rubbish" + gz(two) + gz(three),
		"cut.warc.zst":               zst(one) + zst(two)[:100],
		"damaged.warc.zst":           zst(one) + string(brokenZstd) + zst(three),
		"empty.warc":                 "",
		"cut-in-a-gzip-head.warc.gz": gz(one) + gz(two)[:5],
	}
}

func TestBad(t *testing.T) {
	archives := bad()
	if len(archives) != len(damaged) {
		t.Errorf("%d archives, %d expectations", len(archives), len(damaged))
	}
	for name, raw := range archives {
		lines, articles := all(t, raw)
		want := damaged[name]
		var faults []string
		for _, line := range lines {
			if strings.HasPrefix(line, "record ") {
				faults = append(faults, line)
			}
		}
		if len(articles) != want.pages || (want.err == "") != (len(faults) == 0) || want.err != "" && !strings.Contains(faults[0], want.err) || len(faults) > 1 {
			t.Errorf("%s: %d pages, %q; want %d and %q", name, len(articles), faults, want.pages, want.err)
		}
	}
}

// Where it says that a record begins, one begins.
func TestOffsets(t *testing.T) {
	raw := gz(response(1)) + gz(record("request", "https://a.example/", "application/http", "GET / HTTP/1.1")) + gz(response(2)) + gz(response(3))
	in := NewReader(strings.NewReader(raw))
	for n := 1; n <= 3; n++ {
		p, err := in.Next()
		if err != nil {
			t.Fatal(err)
		}
		again, err := NewReader(strings.NewReader(raw[p.Offset:])).Next()
		if err != nil || again.URL != p.URL || p.URL != fmt.Sprint("https://a.example/", n) {
			t.Errorf("at byte %d: %v, %v", p.Offset, again, err)
		}
	}
	if in.Next(); in.Records() < 4 {
		t.Errorf("%d records", in.Records())
	}
}

// A record that says it has an exabyte takes no more memory than there are bytes.
func TestLengthsAreNotBelieved(t *testing.T) {
	big := strings.Replace(response(1), "Content-Length: ", "Content-Length: 99999999999", 1)
	lines, articles := all(t, big)
	if len(articles) > 0 || len(lines) == 0 || !strings.Contains(lines[0], "the limit is 16 MB") {
		t.Errorf("%v", lines)
	}
	under := strings.Replace(response(1), "Content-Length: ", "Content-Length: 1", 1)
	if lines, _ := all(t, under); len(lines) != 1 || !strings.Contains(lines[0], "breaks off") {
		t.Errorf("%v", lines)
	}
}

// TestWget reads an archive that wget wrote, if one is given.
func TestWget(t *testing.T) {
	files, _ := filepath.Glob(os.Getenv("RAPPORTEUR_WARC"))
	if len(files) == 0 {
		t.Skip("RAPPORTEUR_WARC names no archive")
	}
	for _, name := range files {
		raw, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		lines, articles := all(t, string(raw))
		t.Logf("%s: %d pages, %d lines, the last %v", name, len(articles), len(lines), lines[max(0, len(lines)-3):])
	}
}

func FuzzNext(f *testing.F) {
	for _, raw := range bad() {
		if len(raw) < 10_000 {
			f.Add([]byte(raw))
		}
	}
	f.Add([]byte(zst(response(1))))
	f.Fuzz(func(t *testing.T, raw []byte) {
		in := NewReader(bytes.NewReader(raw))
		for range len(raw) + 10 {
			p, err := in.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				continue
			}
			if a, err := p.Article(); err == nil && a.URL != "" && a.URL != p.URL {
				t.Errorf("%q became %q", p.URL, a.URL)
			}
		}
		t.Error("it does not end")
	})
}

// BenchmarkNext reads an archive in which one record in three is a page.
func BenchmarkNext(b *testing.B) {
	picture := record("response", "https://a.example/1.png", "application/http; msgtype=response", answer("Content-Type: image/png", strings.Repeat("\x89PNG", 5000)))
	request := record("request", "https://a.example/1", "application/http; msgtype=request", "GET /1 HTTP/1.1\r\n\r\n")
	html := record("response", "https://a.example/1", "application/http; msgtype=response", answer(asHTML, strings.Repeat(page(1), 60)))
	var plain, packed, z strings.Builder
	for range 200 {
		for _, r := range []string{request, picture, html} {
			plain.WriteString(r)
			packed.WriteString(gz(r))
			z.WriteString(zst(r))
		}
	}
	for name, raw := range map[string]string{"plain": plain.String(), "gzip": packed.String(), "zstd": z.String()} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(plain.Len())) // unpacked
			for b.Loop() {
				in := NewReader(strings.NewReader(raw))
				pages := 0
				for {
					_, err := in.Next()
					if errors.Is(err, io.EOF) {
						break
					} else if err != nil {
						b.Fatal(err)
					}
					pages++
				}
				if pages != 200 {
					b.Fatal(pages)
				}
			}
		})
	}
}
