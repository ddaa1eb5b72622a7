package web

import "net/http"

// panelTarget is what htmx says it will exchange when a finding is opened or closed
// beside a page: then the page itself need not be made.
const panelTarget = "panel"

// onlyPanel reports whether what is beside a page is asked for, without the page.
func onlyPanel(r *http.Request) bool { return r.Header.Get("HX-Target") == panelTarget }

// panelAlone is the answer where only what is beside the page is asked for, nil
// where all of it is.
func (s *Site) panelAlone(r *http.Request) (answer, error) {
	if !onlyPanel(r) {
		return nil, nil
	}
	f, err := s.openFinding(r, nil)
	if err != nil {
		return nil, err
	}
	v := s.view(r, "", "")
	return func(w http.ResponseWriter, r *http.Request) error {
		w.Header().Set("Content-Type", pageType)
		return panelOf(f).Render(withView(r.Context(), v), w)
	}, nil
}

// withPanel is a page that findings are opened beside.
func (s *Site) withPanel(show func(*http.Request) (answer, error)) func(*http.Request) (answer, error) {
	return func(r *http.Request) (answer, error) {
		if alone, err := s.panelAlone(r); alone != nil || err != nil {
			return alone, err
		}
		return show(r)
	}
}
