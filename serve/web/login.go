package web

import "net/http"

// login is the page that asks for the token; what is sent from it is answered by the gate.
func (s *Site) login(r *http.Request) (answer, error) {
	if !s.options.Token {
		return nil, errNotFound
	}
	v := s.view(r, "Token", "")
	v.Bare = true
	return s.shown(v, loginPage(LocalPath(r.URL.Query().Get("next")), r.URL.Query().Get("wrong") != "")), nil
}
