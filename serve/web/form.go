package web

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"net/http"
)

// Forms carry a token that belongs to a cookie of the browser they were sent to.
// Requests from pages of other sites are refused before (Sec-Fetch-Site, Origin);
// this holds where a browser sends neither.
const formCookie = "rapporteur_form"

var errForm = errors.New("this form was not made for this browser, or the server was started anew since: load the page again and repeat what you did")

// formToken is the token for the forms of a page; it gives the browser its cookie
// where it has none.
func formToken(w http.ResponseWriter, r *http.Request, s *Site) string {
	cookie, err := r.Cookie(formCookie)
	if err != nil || len(cookie.Value) != 2*sha256.Size/2 {
		var b [sha256.Size / 2]byte
		_, _ = rand.Read(b[:])
		cookie = &http.Cookie{Name: formCookie, Value: hex.EncodeToString(b[:]), Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode}
		http.SetCookie(w, cookie)
	}
	return s.sign(cookie.Value)
}

func (s *Site) sign(value string) string {
	mac := hmac.New(sha256.New, s.key[:])
	mac.Write([]byte(value))
	return hex.EncodeToString(mac.Sum(nil))
}

// checkForm is an error for a form that no page of this server gave out.
func (s *Site) checkForm(r *http.Request) error {
	cookie, err := r.Cookie(formCookie)
	if err != nil || !hmac.Equal([]byte(r.PostFormValue("form")), []byte(s.sign(cookie.Value))) {
		return errForm
	}
	return nil
}

// whoCookie keeps the name that a person last signed with.
const whoCookie = "rapporteur_who"
