package encoder

// An Opinion is what another reader took a word for, in the numbers of a Model;
// Model.Opinion makes it. It is worth a little beside what the encoder sees, and
// decides where the encoder is of two minds: the errors of a linear model are
// others than those of a transformer (docs/evaluation.md).
type Opinion struct {
	tag    int32
	name   int32
	head   int32 // within the sentence, from 1; 0 for the root
	deprel int32
}

// How much opinions are worth, in units of the scores; tuned on development data
// (docs/evaluation.md).
const (
	trustInTags    = 1
	trustInNames   = 2
	trustInHeads   = 1
	trustInDeprels = 1
)

// unknown is the number of what the model has no label for.
const unknown = -1

// numbers are the places of labels.
type numbers map[string]int32

func numbered(labels []string) numbers {
	n := numbers{}
	for i, l := range labels {
		n[l] = int32(i)
	}
	return n
}

func (n numbers) of(label string) int32 {
	if i, ok := n[label]; ok {
		return i
	}
	return unknown
}

// Opinion is that of one who gave a word these tags, this head (counted from 1
// within the sentence, 0 for the root) and relation, and this label of names in
// the BIOES scheme. Labels that the model does not have count for nothing.
func (m *Model) Opinion(upos, xpos string, head int32, deprel, name string) Opinion {
	return Opinion{tag: m.numbers.tags.of(upos + " " + xpos), name: m.numbers.names.of(name), head: head, deprel: m.numbers.deprels.of(deprel)}
}

// heed adds to the scores of the words from first on what the others' labels are worth.
func (s *scratch) heed(scores []float32, first, labels int, trust float32, label func(Opinion) int32) {
	if s.others == nil {
		return
	}
	for i := range len(scores) / labels {
		if l := label(s.others[first+i]); l != unknown {
			scores[i*labels+int(l)] += trust
		}
	}
}
