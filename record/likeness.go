package record

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"time"

	"rapporteur/record/link"
)

// A likeness is what linking knows of a mention: what package link makes of it.
type likeness interface {
	keys() []string
	same(likeness) (why string, same bool)
	plain() ([]byte, error) // as JSON
}

// as is a likeness of one kind.
type as[T link.Mention[T]] struct{ T T }

func (a as[T]) keys() []string         { return a.T.Keys() }
func (a as[T]) plain() ([]byte, error) { return json.Marshal(a.T) }
func (a as[T]) same(b likeness) (why string, same bool) {
	other, ok := b.(as[T])
	if !ok {
		return "mentions of different kinds", false
	}
	return a.T.Same(other.T)
}

// alike reports whether two mentions are of one thing. Both are asked, so that it
// holds in either order whatever they say.
func alike(a, b likeness) bool {
	if a == nil || b == nil {
		return false
	}
	if _, same := a.same(b); !same {
		return false
	}
	_, same := b.same(a)
	return same
}

// unpackLikeness reads what a node keeps.
func unpackLikeness(kind Kind, packed []byte) (likeness, error) {
	switch kind {
	case KindArticle:
		return unpackAs[link.Article](packed)
	case KindActor:
		return unpackAs[link.Identity](packed)
	case KindEvent:
		return unpackAs[link.Event](packed)
	case KindTalks:
		return unpackAs[link.Talks](packed)
	}
	return nil, fmt.Errorf("unpacking a mention: kind %q is not linked", byte(kind))
}

func unpackAs[T link.Mention[T]](packed []byte) (likeness, error) {
	var out as[T]
	if err := unpack(packed, &out.T); err != nil {
		return nil, err
	}
	return out, nil
}

// most is how many nodes may hold a key before it tells nothing: those that
// share it are not compared then, and not linked by it. A key of actors tells the
// more the more hold it, since it is a name, and so does one of talks, since it is
// who sits at the table; comparing ends with the first of a group that agrees. So
// theirs are bounded for the sake of memory alone.
func most(kind Kind) int {
	if kind == KindActor || kind == KindTalks {
		return 20_000
	}
	return 1_000
}

// keyHashes are the hashes of the keys of a likeness, each once.
func keyHashes(kind Kind, keys []string) []int64 {
	seen := make(map[int64]bool, len(keys))
	var out []int64
	for _, key := range keys {
		h := hashOf(string(kind) + key)
		for _, begins := range []string{time.DateOnly, "2006-01"} {
			if day, err := time.Parse(begins, key[:min(len(key), len(begins))]); err == nil {
				h = near(h, day)
				break
			}
		}
		if !seen[h] {
			seen[h] = true
			out = append(out, h)
		}
	}
	return out
}

// near is a hash whose first bits are a day, so that those of one time lie
// together in their index, and the reports of today touch few pages of it.
func near(hash int64, day time.Time) int64 {
	return day.Unix()/(24*60*60)<<48 | hash&(1<<48-1)
}

// hashOf is the FNV-1a hash of s, mixed so that all of its bits are good.
func hashOf(s string) int64 {
	h := fnv.New128a()
	h.Write([]byte(s))
	var sum [16]byte
	h.Sum(sum[:0])
	return int64(binary.BigEndian.Uint64(sum[:]) ^ binary.BigEndian.Uint64(sum[8:]))
}
