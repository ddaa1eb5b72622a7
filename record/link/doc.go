// Package link says when two mentions, found in two reports, are of one thing:
// two articles of one text, two actors of one identity, two accounts of one
// event, two reports of one negotiation. It knows no database. Every question is
// asked of the two mentions alone and answered alike in either order, so that a
// record is the same whatever the order in which its reports came
// (docs/decisions/0005-record.md). Mentions are plain values that survive JSON,
// so that a store may keep them and ask again.
//
// Over the dated findings of one negotiation it also tells histories: of
// positions, stages, answers, what is awaited, and of series of figures.
//
// docs/linking.md says what counts as the same and what does not.
package link

// A Mention is one thing as one report shows it. Mentions that share no key are
// never the same; one without keys is the same as nothing. Same says why, for a
// person, where it says yes, and what speaks against it where it says no. It is
// symmetric.
type Mention[T any] interface {
	Keys() []string
	Same(T) (why string, same bool)
}

// Groups are the connected components of mentions, as Same links those that
// share a key: for each mention the index of the first of its group. It is for
// sets that fit into memory; a record asks its index for those that share a key.
func Groups[T Mention[T]](mentions []T) []int {
	first := make([]int, len(mentions))
	for i := range first {
		first[i] = i
	}
	root := func(i int) int {
		for first[i] != i {
			first[i] = first[first[i]]
			i = first[i]
		}
		return i
	}
	byKey := map[string][]int{}
	for i, m := range mentions {
		asked := map[int]bool{}
		for _, key := range m.Keys() {
			for _, j := range byKey[key] {
				if asked[j] {
					continue
				}
				asked[j] = true
				a, b := root(i), root(j)
				if a == b {
					continue
				}
				if _, same := m.Same(mentions[j]); same {
					first[max(a, b)] = min(a, b)
				}
			}
			byKey[key] = append(byKey[key], i)
		}
	}
	for i := range first {
		first[i] = root(i)
	}
	return first
}
