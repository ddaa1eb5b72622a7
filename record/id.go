package record

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"strings"

	"rapporteur"
)

// An ID names a finding for life: a letter for its kind, eight hexadecimal
// digits of the id of its article, and six of the SHA-256 of that id, the kind
// and the byte range of the words that name the finding. Any reading that finds
// the same words gives the same ID. The article's digits make the article of an ID known
// without an index, and the findings of one article neighbours.
type ID int64

// A Kind is what a finding is: the letter of its ID.
type Kind byte

// The kinds of findings, and of mentions an article too.
const (
	KindActor         Kind = 'a'
	KindDate          Kind = 'd'
	KindEvent         Kind = 'e'
	KindFigure        Kind = 'f'
	KindStickingPoint Kind = 'k'
	KindPlace         Kind = 'l'
	KindTerm          Kind = 'm'
	KindAnswer        Kind = 'n'
	KindPosition      Kind = 'p'
	KindProposal      Kind = 'r'
	KindStatement     Kind = 's'
	KindTalks         Kind = 't'
	KindAwaited       Kind = 'w'
	KindArticle       Kind = 'x'
)

var kindNames = map[Kind]string{
	KindActor: "actor", KindDate: "date", KindEvent: "event", KindFigure: "figure", KindStickingPoint: "sticking point",
	KindPlace: "place", KindTerm: "term", KindAnswer: "answer", KindPosition: "position", KindProposal: "proposal",
	KindStatement: "statement", KindTalks: "talks", KindAwaited: "awaited", KindArticle: "article",
}

func (k Kind) String() string { return kindNames[k] }

const (
	kindShift    = 56
	articleShift = 24
	idDigits     = 14
)

// newID is the ID of the nth finding of a kind at the same words, from 0.
func newID(article string, kind Kind, at rapporteur.Span, nth int) ID {
	sum := sha256.Sum256(fmt.Appendf(nil, "%s %c %d:%d %d", article, kind, at.Start, at.End, nth))
	return firstID(article, kind) | ID(binary.BigEndian.Uint32(sum[:])>>8)
}

// firstID is the least that a finding of this kind in this article can have.
func firstID(article string, kind Kind) ID {
	var head [4]byte
	if len(article) >= 8 {
		// An article's id is the hexadecimal of a hash; of anything else the zero head will do.
		_, _ = hex.Decode(head[:], []byte(article[:8]))
	}
	return ID(kind)<<kindShift | ID(binary.BigEndian.Uint32(head[:]))<<articleShift
}

// ArticleID is the ID of an article as a mention.
func ArticleID(article string) ID { return firstID(article, KindArticle) }

// Kind is what the finding is.
func (id ID) Kind() Kind { return Kind(id >> kindShift) }

// Head is the first eight digits of the id of the finding's article.
func (id ID) Head() string { return fmt.Sprintf("%08x", uint32(id>>articleShift)) }

func (id ID) String() string {
	if id == 0 {
		return ""
	}
	return fmt.Sprintf("%c%014x", byte(id.Kind()), int64(id)&(1<<kindShift-1))
}

// MarshalText is String, so that JSON has an ID as people know it.
func (id ID) MarshalText() ([]byte, error) { return []byte(id.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (id *ID) UnmarshalText(text []byte) (err error) {
	*id = 0
	if len(text) > 0 {
		*id, err = ParseID(string(text))
	}
	return err
}

// ParseID reads what String prints.
func ParseID(s string) (ID, error) {
	bad := func() (ID, error) {
		return 0, fmt.Errorf("%q is no id: an id is a letter for its kind and %d hexadecimal digits, such as %s", s, idDigits, ID('e')<<kindShift|0x3f09ab61c2d4e5)
	}
	if len(s) != idDigits+1 || kindNames[Kind(s[0])] == "" {
		return bad()
	}
	digits, err := hex.DecodeString(strings.ToLower(s[1:]))
	if err != nil {
		return bad()
	}
	return ID(s[0])<<kindShift | ID(binary.BigEndian.Uint64(append([]byte{0}, digits...))), nil
}
