package rapporteur

import (
	"crypto/sha256"
	"encoding/hex"
	"time"
)

// An Article is one report as it came: its text, byte for byte, and what is
// known of it from outside the text. It is never altered after ingest.
type Article struct {
	Ref       string    // the caller's own id for it, given back untouched
	Text      string    // valid UTF-8; every Span counts bytes of it
	Title     string    // headline, where the source gives one apart from the text
	URL       string    // where it was read
	Author    string    // byline
	Publisher string    // outlet
	Language  string    // ISO 639-1 code of the text as detected; "" where it is too short to tell
	Published time.Time // date of publication; zero where unknown, and then relative dates stay unresolved
	Notes     []Note    // what ingest could not do as asked
}

// ID names the article by its content: the SHA-256 of Text in hexadecimal, so
// that anybody can check it with an ordinary tool.
func (a *Article) ID() string {
	sum := sha256.Sum256([]byte(a.Text))
	return hex.EncodeToString(sum[:])
}

// Quote is the text that s covers; "" for a span outside the text.
func (a *Article) Quote(s Span) string {
	if s.Start < 0 || s.End > len(a.Text) || s.Empty() {
		return ""
	}
	return a.Text[s.Start:s.End]
}
