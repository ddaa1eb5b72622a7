// Package markup begins to read XML as it comes from the web: in any encoding
// that it declares, and not well-formed in every place.
package markup

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"

	"rapporteur/ingest/charset"
)

// Decoder reads XML of any declared encoding, forgivingly.
func Decoder(raw []byte) *xml.Decoder {
	text, _ := charset.Decode(raw, charset.Declared(raw, ""))
	in := xml.NewDecoder(strings.NewReader(text))
	in.Strict = false
	in.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	return in
}

// Root is the name of the element that raw begins with, without its prefix; ""
// where something else stands there.
func Root(raw []byte) string {
	in := Decoder(raw[:min(len(raw), 64<<10)])
	for {
		t, err := in.Token()
		if err != nil {
			return ""
		}
		if start, ok := t.(xml.StartElement); ok {
			return start.Name.Local
		}
		if words, ok := t.(xml.CharData); ok && len(bytes.TrimSpace(words)) > 0 {
			return ""
		}
	}
}
