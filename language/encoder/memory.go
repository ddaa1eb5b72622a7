package encoder

// share is how much what a word is taken for elsewhere in the document counts
// beside what it is taken for here (docs/evaluation.md).
const share = 0.5

// memory is what the words of a document with capitals were taken for, by form:
// a name that is clear in one sentence of a report helps where it stands bare.
type memory struct {
	number map[string]int32 // of a form
	count  []int32          // its occurrences
	sums   []float32        // for each form, of the scores of every kind
	own    []float32
}

// recall adds to the scores of names of each word what the other occurrences of
// the same form were taken for.
func (m *Model) recall(s *scratch, words []Word) {
	mem, k, kinds := &s.memory, m.names.Out, len(m.kinds.names)
	if mem.number == nil {
		mem.number = map[string]int32{}
	}
	clear(mem.number)
	mem.count, mem.sums, mem.own = mem.count[:0], mem.sums[:0], grow(mem.own, kinds)
	capital := func(w string) bool {
		kind := shape(w, false)
		return kind >= 3 && kind <= 6
	}
	for i := range words {
		w := words[i].Form
		if !capital(w) {
			continue
		}
		n, ok := mem.number[w]
		if !ok {
			n = int32(len(mem.count))
			mem.number[w] = n
			mem.count = append(mem.count, 0)
			mem.sums = extend(mem.sums, kinds)
			clear(mem.sums[int(n)*kinds:])
		}
		mem.count[n]++
		m.kinds.strengths(mem.own, s.names[i*k:][:k])
		for c, v := range mem.own {
			mem.sums[int(n)*kinds+c] += v
		}
	}
	for i := range words {
		w := words[i].Form
		if !capital(w) {
			continue
		}
		n := mem.number[w]
		others := mem.count[n] - 1
		if others == 0 {
			continue
		}
		scores := s.names[i*k:][:k]
		m.kinds.strengths(mem.own, scores)
		for c, v := range mem.own {
			mem.own[c] = float32((mem.sums[int(n)*kinds+c] - v) * share / float32(others))
		}
		for l := range scores {
			scores[l] += mem.own[m.kinds.number[l]]
		}
	}
}

// strengths makes dst, for every kind, how far its best label lies below the best of all.
func (d *bioes) strengths(dst, scores []float32) {
	most := scores[best(scores)]
	for c := range dst {
		dst[c] = impossible
	}
	for l, v := range scores {
		c := d.number[l]
		dst[c] = max(dst[c], v-most)
	}
}
