package encoder

// share is how much what a word is taken for elsewhere in the document counts
// beside what it is taken for here (docs/evaluation.md).
const share = 0.5

// memory is what the words of a document with capitals were taken for, by form:
// a name that is clear in one sentence of a report helps where it stands bare.
type memory struct {
	number map[string]int32 // of a form
	forms  []int32          // of every word the number of its form, -1 for one without a capital
	count  []int32          // the occurrences of each form
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
	mem.forms, mem.count, mem.sums, mem.own = grow(mem.forms, len(words)), mem.count[:0], mem.sums[:0], grow(mem.own, kinds)
	for i, w := range words {
		mem.forms[i] = -1
		if kind := shape(w.Form, false); kind < 3 || kind > 6 {
			continue
		}
		n, ok := mem.number[w.Form]
		if !ok {
			n = int32(len(mem.count))
			mem.number[w.Form] = n
			mem.count = append(mem.count, 0)
			mem.sums = extend(mem.sums, kinds)
			clear(mem.sums[int(n)*kinds:])
		}
		mem.forms[i] = n
		mem.count[n]++
		m.kinds.strengths(mem.own, s.names[i*k:][:k])
		for c, v := range mem.own {
			mem.sums[int(n)*kinds+c] += v
		}
	}
	clear(mem.number) // which would keep the text
	for i, n := range mem.forms {
		if n < 0 || mem.count[n] == 1 {
			continue
		}
		scores := s.names[i*k:][:k]
		m.kinds.strengths(mem.own, scores)
		for c, v := range mem.own {
			mem.own[c] = float32((mem.sums[int(n)*kinds+c] - v) * share / float32(mem.count[n]-1))
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
