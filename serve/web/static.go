package web

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"net/http"
	"path"
	"time"
)

// Everything that a page loads. htmx is under the Zero-Clause BSD licence.
//
//go:embed static
var files embed.FS

// static serves the files under names that change with what they hold, so that
// browsers may keep them for good.
var static = newStatic()

type staticFiles struct {
	named   map[string]string // name to path with the hash
	content map[string][]byte // by path
}

func newStatic() *staticFiles {
	s := &staticFiles{map[string]string{}, map[string][]byte{}}
	entries, err := fs.ReadDir(files, "static")
	if err != nil {
		panic(err) // they are in the program
	}
	for _, e := range entries {
		content, err := fs.ReadFile(files, "static/"+e.Name())
		if err != nil {
			panic(err)
		}
		sum := sha256.Sum256(content)
		at := StaticPath + hex.EncodeToString(sum[:6]) + "/" + e.Name()
		s.named[e.Name()], s.content[at] = at, content
	}
	return s
}

var contentTypes = map[string]string{".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}

func (s *staticFiles) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	content, ok := s.content[r.URL.Path]
	if !ok {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", contentTypes[path.Ext(r.URL.Path)])
	w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
}

// file is the path of a static file.
func file(name string) string { return static.named[name] }

// styleSheet is the look of the pages, for files that stand for themselves.
func styleSheet() string { return string(static.content[static.named["style.css"]]) }
