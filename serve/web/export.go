package web

import (
	"net/http"
	"strings"
)

// dossierFile is a negotiation as one HTML file that needs nothing else.
func (s *Site) dossierFile(r *http.Request) (answer, error) {
	p, err := s.dossierPage(r)
	if err != nil {
		return nil, err
	}
	p.File = true
	return func(w http.ResponseWriter, r *http.Request) error {
		attach(w, "text/html; charset=utf-8", p.Name+".html")
		n := newNotes()
		ctx := withNotes(withView(r.Context(), s.view(r, p.Name, "")), n)
		return dossierDocument(p, n).Render(ctx, w)
	}, nil
}

// dossierWord is a negotiation as a document for a word processor.
func (s *Site) dossierWord(r *http.Request) (answer, error) {
	p, err := s.dossierPage(r)
	if err != nil {
		return nil, err
	}
	return func(w http.ResponseWriter, r *http.Request) error {
		attach(w, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", p.Name+".docx")
		d := wordOf(p)
		d.Created, d.Author = s.options.Now(), "Rapporteur "+s.options.Version
		_, err := d.WriteTo(w)
		return err
	}, nil
}

// attach makes an answer a file to be kept.
func attach(w http.ResponseWriter, contentType, name string) {
	// Headers hold ASCII; what a browser makes of the rest differs.
	ascii := strings.Map(func(r rune) rune {
		switch {
		case r == '–' || r == '—':
			return '-'
		case r < ' ' || r > '~' || strings.ContainsRune(`"\/:*?<>|`, r):
			return -1
		}
		return r
	}, name)
	w.Header().Set("Content-Type", contentType)
	w.Header().Set("Content-Disposition", `attachment; filename="`+ascii+`"`)
}
