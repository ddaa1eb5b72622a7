package encoder

// window is the number of pieces that are read together, as when the encoder
// was fitted: some five sentences, which see each other.
const window = 128

// A Word is what the encoder is told of a word of the text.
type Word struct {
	Form string
	Known
}

// Known is what is known of a word beside its form.
type Known struct {
	Lists   uint16 // what the tables of knowledge say it may be part of, a bit each (package name)
	Cluster uint16 // by the company it keeps, 0 for none (package lexis)
}

// A Sentence is a run of words, [First, End); Opens says that it opens a paragraph.
type Sentence struct {
	First, End int
	Opens      bool
}

// A strip is what the encoder reads at once: whole sentences, or a part of one
// that is longer than all its places.
type strip struct {
	pieces    []int32
	shapes    []int32
	known     []Known // of the word of every piece
	firsts    []int32 // the place of the first piece of each word
	sentences []Sentence
	line      line
}

// A line is a sentence in pieces.
type line struct {
	pieces []int32
	shapes []int32
	known  []Known
	firsts []int32 // in pieces, of each word

	letters []byte
}

func (m *Model) cut(l *line, words []Word) {
	l.pieces, l.shapes, l.known, l.firsts = l.pieces[:0], l.shapes[:0], l.known[:0], l.firsts[:0]
	for i, w := range words {
		l.firsts = append(l.firsts, int32(len(l.pieces)))
		l.letters = apart(l.letters[:0], w.Form)
		l.pieces = m.pieces.append(l.pieces, l.letters)
		form := shape(w.Form, i == 0)
		for len(l.shapes) < len(l.pieces) {
			l.shapes, l.known = append(l.shapes, form), append(l.known, w.Known)
		}
	}
}

// strips cuts a document into strips and calls read for each, when it is in s.
func (m *Model) strips(s *strip, words []Word, sentences []Sentence, read func()) {
	empty := func() {
		s.pieces, s.shapes, s.known = s.pieces[:0], s.shapes[:0], s.known[:0]
		s.mark(m.pieces.begin)
		s.firsts, s.sentences = s.firsts[:0], s.sentences[:0]
	}
	flush := func() {
		if len(s.sentences) > 0 {
			read()
		}
		empty()
	}
	empty()
	for _, x := range sentences {
		m.cut(&s.line, words[x.First:x.End])
		marks := 0
		if x.Opens {
			marks = 1
		}
		if len(s.pieces)+marks+len(s.line.pieces) > window {
			flush()
		} else if x.Opens && len(s.sentences) > 0 {
			s.mark(m.pieces.between)
		}
		for first := x.First; first < x.End; {
			n := s.put(&s.line, first-x.First, m.header.Places)
			s.sentences = append(s.sentences, Sentence{First: first, End: first + n})
			if first += n; first < x.End {
				flush()
			}
		}
	}
	flush()
}

// mark adds a piece that is no word.
func (s *strip) mark(piece int32) {
	s.pieces, s.shapes, s.known = append(s.pieces, piece), append(s.shapes, 0), append(s.known, Known{})
}

// put adds the words of a sentence from the one given on, as many as there are
// places for, and says how many.
func (s *strip) put(l *line, from, places int) int {
	start := int(l.firsts[from])
	n := 0
	for _, at := range l.firsts[from:] {
		end := len(l.pieces)
		if from+n+1 < len(l.firsts) {
			end = int(l.firsts[from+n+1])
		}
		if len(s.pieces)+end-int(at) > places {
			break
		}
		s.firsts = append(s.firsts, int32(len(s.pieces)))
		s.pieces = append(s.pieces, l.pieces[at:end]...)
		n++
	}
	end := start + len(s.pieces) - len(s.shapes)
	s.shapes, s.known = append(s.shapes, l.shapes[start:end]...), append(s.known, l.known[start:end]...)
	return n
}
