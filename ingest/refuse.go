package ingest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
)

// A format is something other than text or HTML, known by its first bytes.
type format struct {
	magic string
	at    int    // offset of magic
	name  string // with its article
	try   string // what to do about it
}

const (
	asText    = "convert it to text first"
	unpack    = "unpack it and give the files in it"
	noText    = "give the report as text or HTML"
	asOffice  = "save it as plain text or HTML from the program that made it"
	asPDF     = "convert it to text first, for example with pdftotext"
	asPicture = "there is no text in it to read; a picture of a page needs character recognition first"
)

var formats = []format{
	{"%PDF-", 0, "a PDF", asPDF},
	{"%!PS", 0, "a PostScript file", "convert it to text first, for example with ps2ascii"},
	{"{\\rtf", 0, "an RTF document", asOffice},
	{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 0, "an old Office document", asOffice},
	{"PK\x03\x04", 0, "a ZIP archive", unpack},
	{"PK\x05\x06", 0, "an empty ZIP archive", unpack},
	{"\x1F\x8B", 0, "a gzip file", "unpack it first, for example with gunzip"},
	{"BZh", 0, "a bzip2 file", "unpack it first, for example with bunzip2"},
	{"\xFD7zXZ\x00", 0, "an xz file", "unpack it first, for example with unxz"},
	{"\x28\xB5\x2F\xFD", 0, "a zstd file", "unpack it first, for example with unzstd"},
	{"7z\xBC\xAF\x27\x1C", 0, "a 7-Zip archive", unpack},
	{"Rar!\x1A\x07", 0, "a RAR archive", unpack},
	{"ustar", 257, "a tar archive", unpack},
	{"\x89PNG\r\n\x1A\n", 0, "a PNG picture", asPicture},
	{"\xFF\xD8\xFF", 0, "a JPEG picture", asPicture},
	{"GIF87a", 0, "a GIF picture", asPicture},
	{"GIF89a", 0, "a GIF picture", asPicture},
	{"II*\x00", 0, "a TIFF picture", asPicture},
	{"MM\x00*", 0, "a TIFF picture", asPicture},
	{"WEBP", 8, "a WebP picture", asPicture},
	{"ftypavif", 4, "an AVIF picture", asPicture},
	{"ftyphei", 4, "an HEIC picture", asPicture},
	{"WAVE", 8, "a sound file", noText},
	{"ID3", 0, "a sound file", noText},
	{"OggS", 0, "a sound or film file", noText},
	{"fLaC", 0, "a sound file", noText},
	{"ftyp", 4, "a film file", noText},
	{"\x1A\x45\xDF\xA3", 0, "a film file", noText},
	{"\x7FELF", 0, "an executable", noText},
	{"MZ\x90\x00", 0, "an executable", noText},
	{"\xCF\xFA\xED\xFE", 0, "an executable", noText},
	{"\xCA\xFE\xBA\xBE", 0, "an executable", noText},
	{"\x00asm", 0, "an executable", noText},
	{"SQLite format 3\x00", 0, "an SQLite database", noText},
	{"PAR1", 0, "a Parquet file", "write its rows as JSON Lines"},
	{"WARC/", 0, "a WARC archive", "rapporteur add reads the pages in it"},
}

// office names the ZIP archives that are documents, by a file that each holds.
var office = []format{
	{"word/", 0, "a Word document", asOffice},
	{"xl/", 0, "an Excel workbook", asOffice},
	{"ppt/", 0, "a PowerPoint presentation", asOffice},
	{"mimetypeapplication/epub", 0, "an e-book", asText},
	{"mimetypeapplication/vnd.oasis", 0, "an OpenDocument file", asOffice},
}

// refuse is the error for bytes that are no text and no page, nil for the rest.
// It knows a format by its first bytes; what it does not know is refused if it
// has the control characters that no text has.
func refuse(raw []byte, name string) error {
	for _, f := range formats {
		if len(raw) < f.at+len(f.magic) || string(raw[f.at:f.at+len(f.magic)]) != f.magic {
			continue
		}
		if f.magic == "PK\x03\x04" {
			start := raw[:min(len(raw), 4096)]
			for _, document := range office {
				if bytes.Contains(start, []byte(document.magic)) {
					f = document
					break
				}
			}
		}
		return fmt.Errorf("it looks like %s; %s", f.name, f.try)
	}
	switch {
	case feed(raw):
		return fmt.Errorf("it looks like a feed; rapporteur add reads the reports in it, and watch follows it")
	case bytes.HasPrefix(beginning(raw), []byte("<?xml")) && !beginsAsPage(raw):
		return fmt.Errorf("it looks like XML that is no page; take the text out of it first")
	case lines(raw, name):
		return fmt.Errorf("it looks like JSON Lines; read it with --jsonl")
	case isJSON(raw):
		return fmt.Errorf(`it looks like JSON; write each report on a line of its own, its text under "text", and read it with --jsonl`)
	case binary(raw):
		return fmt.Errorf("it looks like binary data; %s", noText)
	}
	return nil
}

// beginning is the first kilobyte of raw without mark and white space.
func beginning(raw []byte) []byte {
	return bytes.TrimLeft(bytes.TrimPrefix(raw[:min(len(raw), 1024)], []byte("\xEF\xBB\xBF")), " \t\r\n")
}

// feed reports whether raw is RSS or Atom.
func feed(raw []byte) bool {
	start := beginning(raw)
	xml := bytes.HasPrefix(start, []byte("<?xml"))
	for _, root := range []string{"<rss", "<feed", "<rdf:RDF"} {
		if bytes.HasPrefix(start, []byte(root)) || xml && bytes.Contains(start, []byte("\n"+root)) || xml && bytes.Contains(start, []byte(">"+root)) {
			return true
		}
	}
	return false
}

// lines reports whether raw is a stream for package jsonl: its name says so, or
// its first line is an object with a text in it.
func lines(raw []byte, name string) bool {
	first, _, _ := bytes.Cut(bytes.TrimLeft(bytes.TrimPrefix(raw, []byte("\xEF\xBB\xBF")), " \t\r\n"), []byte("\n"))
	if len(first) == 0 || first[0] != '{' {
		return false
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jsonl", ".ndjson":
		return true
	}
	var object map[string]json.RawMessage
	return json.Unmarshal(first, &object) == nil && (object["text"] != nil || object["html"] != nil)
}

// isJSON reports whether raw is one value of JSON that is more than a word.
func isJSON(raw []byte) bool {
	start := beginning(raw)
	return len(start) > 0 && (start[0] == '{' || start[0] == '[') && json.Valid(bytes.TrimPrefix(raw, []byte("\xEF\xBB\xBF")))
}

// binary reports whether raw has more control characters than a damaged text
// would: one in fifty of its first bytes. UTF-16 and UTF-32, whose Latin letters
// have zeros between them, are told apart by the places of the zeros.
func binary(raw []byte) bool {
	sample := raw[:min(len(raw), 8192)]
	for _, mark := range []string{"\xFF\xFE", "\xFE\xFF", "\x00\x00\xFE\xFF"} {
		if bytes.HasPrefix(sample, []byte(mark)) {
			return false
		}
	}
	control := 0
	var zeros [2]int
	for i, b := range sample {
		switch {
		case b == 0:
			zeros[i&1]++
			control++
		case b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != '\v' && b != '\b' && b != 0x1A && b != 0x1B, b == 0x7F:
			control++
		}
	}
	if utf16 := max(zeros[0], zeros[1]) > len(sample)/4 && min(zeros[0], zeros[1]) <= len(sample)/40; utf16 {
		return control-zeros[0]-zeros[1] > len(sample)/50
	}
	return control > len(sample)/50 && control > 1
}
