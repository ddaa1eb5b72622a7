package ingest

import (
	"bytes"
	"mime"
	"path/filepath"
	"strings"
)

// isHTML tells a page from plain text: by its media type, by the ending of its
// name, else by how it begins. A text that speaks of tags stays text: only an
// opening that nothing but a page has will do.
func isHTML(raw []byte, s Source) bool {
	if media, _, err := mime.ParseMediaType(s.ContentType); err == nil {
		switch media {
		case "text/html", "application/xhtml+xml":
			return true
		case "text/plain", "text/markdown":
			return beginsAsPage(raw) // servers say text/plain of anything
		}
	}
	switch strings.ToLower(filepath.Ext(s.Name)) {
	case ".html", ".htm", ".xhtml", ".shtml":
		return true
	}
	return beginsAsPage(raw)
}

// openings are how a page begins, after white space, a byte order mark, an XML
// declaration and comments.
var openings = []string{"<!doctype html", "<html", "<head", "<body", "<meta ", "<title>", "<article", "<div", "<script", "<link "}

func beginsAsPage(raw []byte) bool {
	start := raw[:min(len(raw), 4096)]
	if bytes.HasPrefix(start, []byte("\xFF\xFE")) || bytes.HasPrefix(start, []byte("\xFE\xFF")) {
		start = bytes.ReplaceAll(start[2:], []byte{0}, nil) // UTF-16: its Latin letters will do
	}
	start = bytes.TrimPrefix(start, []byte("\xEF\xBB\xBF"))
	for {
		start = bytes.TrimLeft(start, " \t\r\n\f")
		var after []byte
		var closed bool
		switch {
		case bytes.HasPrefix(start, []byte("<!--")):
			_, after, closed = bytes.Cut(start, []byte("-->"))
		case bytes.HasPrefix(start, []byte("<?xml")):
			_, after, closed = bytes.Cut(start, []byte("?>"))
		}
		if !closed {
			break
		}
		start = after
	}
	start = bytes.ToLower(start[:min(len(start), 32)])
	for _, opening := range openings {
		if bytes.HasPrefix(start, []byte(opening)) {
			return true
		}
	}
	return false
}
