package encoder

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestHeed(t *testing.T) {
	s := scratch{others: []Opinion{{tag: 1}, {tag: unknown}, {tag: 0}}}
	scores := []float32{5, 4, 1, 2} // of the second word and the third, two labels each
	s.heed(scores, 1, 2, 10, func(o Opinion) int32 { return o.tag })
	if want := []float32{5, 4, 11, 2}; !slices.Equal(scores, want) {
		t.Errorf("%v, want %v", scores, want)
	}
}

// TestOpinions asks for the tags that somebody is for: where that is what the
// encoder read itself nothing changes, and elsewhere a tag only ever gives way
// to the other's.
func TestOpinions(t *testing.T) {
	m := tinyModel(t, 4)
	chance := rand.New(rand.NewPCG(4, 4))
	words, sentences := document(chance, 40, 20)
	var d Desk
	var alone, heard Reading
	m.Read(&d, &alone, words, sentences, nil)
	others := make([]Opinion, len(words))
	for i := range others {
		upos, xpos := m.Tag(alone.Tags[i])
		others[i] = m.Opinion(upos, xpos, 0, "no such relation", "B-Nothing")
		if others[i].tag != int32(alone.Tags[i]) || others[i].deprel != unknown || others[i].name != unknown {
			t.Fatalf("an opinion of %s %s is %+v", upos, xpos, others[i])
		}
	}
	m.Read(&d, &heard, words, sentences, others)
	if !slices.Equal(alone.Tags, heard.Tags) {
		t.Error("tags changed though nobody contradicted them")
	}
	given := 0
	for i := range others {
		others[i].tag = int32(chance.IntN(len(m.tags.labels)))
	}
	m.Read(&d, &heard, words, sentences, others)
	for i, got := range heard.Tags {
		switch int32(got) {
		case int32(alone.Tags[i]):
		case others[i].tag:
			given++
		default:
			t.Errorf("word %d: %d alone, %d with %d for it", i, alone.Tags[i], got, others[i].tag)
		}
	}
	if given == 0 {
		t.Error("no opinion was heard")
	}
	laws(t, m, &heard, words, sentences)
}
