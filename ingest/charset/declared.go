package charset

import (
	"bytes"
	"mime"
	"strings"

	"golang.org/x/net/html"
)

// head is how much of a page is searched for its declaration. The standard asks
// for 1024 bytes; pages that begin with a long comment are forgiven.
const head = 4096

// Declared is the encoding that a page or its sender declares, "" for none: the
// charset parameter of the Content-Type header, else of a meta element, else
// the encoding of an XML declaration.
func Declared(raw []byte, contentType string) string {
	if name := Parameter(contentType); name != "" {
		return name
	}
	raw = raw[:min(len(raw), head)]
	if name := inMeta(raw); name != "" {
		return name
	}
	return inXML(raw)
}

// Parameter is the charset parameter of a media type, "" for none.
func Parameter(contentType string) string {
	if _, parameters, err := mime.ParseMediaType(contentType); err == nil {
		return parameters["charset"]
	}
	_, after, _ := strings.Cut(strings.ToLower(contentType), "charset=") // a header with a fault elsewhere
	name, _, _ := strings.Cut(after, ";")
	return strings.Trim(name, ` "'`)
}

func inMeta(raw []byte) string {
	tokens := html.NewTokenizer(bytes.NewReader(raw))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			tag, more := tokens.TagName()
			if string(tag) != "meta" {
				continue
			}
			var charset, content string
			var isType bool
			for more {
				var key, value []byte
				key, value, more = tokens.TagAttr()
				switch string(key) {
				case "charset":
					charset = string(value)
				case "content":
					content = string(value)
				case "http-equiv":
					isType = strings.EqualFold(string(value), "content-type")
				}
			}
			if charset != "" {
				return charset
			}
			if name := Parameter(content); isType && name != "" {
				return name
			}
		}
	}
}

func inXML(raw []byte) string {
	start := bytes.TrimLeft(raw, " \t\r\n")
	if !bytes.HasPrefix(start, []byte("<?xml")) {
		return ""
	}
	declaration, _, _ := bytes.Cut(start, []byte("?>"))
	_, after, _ := bytes.Cut(declaration, []byte("encoding="))
	if len(after) < 2 || after[0] != '"' && after[0] != '\'' {
		return ""
	}
	name, _, closed := strings.Cut(string(after[1:]), string(after[0]))
	if !closed {
		return ""
	}
	return name
}
