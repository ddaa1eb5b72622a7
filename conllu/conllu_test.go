package conllu

import (
	"strings"
	"testing"
)

const sample = `# newdoc id = harbour
# newpar
# sent_id = 1
# text = Delegates can't sail.
1	Delegates	delegate	NOUN	NNS	_	4	nsubj	_	_
2-3	can't	_	_	_	_	_	_	_	_
2	ca	can	AUX	MD	_	4	aux	_	_
3	n't	not	PART	RB	_	4	advmod	_	_
4	sail	sail	VERB	VB	_	0	root	_	SpaceAfter=No
5	.	.	PUNCT	.	_	4	punct	_	_

# newpar
# sent_id = 2
# text = Velm waits.
1	Velm	Velm	PROPN	NNP	_	2	nsubj	_	_
2	waits	wait	VERB	VBZ	_	0	root	_	SpaceAfter=No
3	.	.	PUNCT	.	_	2	punct	_	_

`

func TestReadLaysWordsOverTheText(t *testing.T) {
	docs, err := Read(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	d := docs[0]
	if got, want := d.Article.Text, "Delegates can't sail.\n\nVelm waits."; got != want {
		t.Fatalf("text %q, want %q", got, want)
	}
	var words []string
	for i := range d.Tokens {
		words = append(words, d.Word(i))
	}
	if got, want := strings.Join(words, " "), "Delegates ca n't sail . Velm waits ."; got != want {
		t.Errorf("words %q, want %q", got, want)
	}
	if got := d.Tokens[5].Head; got != 6 {
		t.Errorf("head of Velm is token %d, want 6: heads count through the document", got)
	}
}

func TestWriteIsReadBack(t *testing.T) {
	docs, err := Read(strings.NewReader(sample))
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := Write(&out, docs[0].Document); err != nil {
		t.Fatal(err)
	}
	if got := out.String(); got != sample {
		t.Errorf("read and written again:\n%s\nwant:\n%s", got, sample)
	}
}

func TestReadNamesTheLine(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"nine columns":     {"1\ta\ta\tX\tX\t_\t0\troot\t_\n", "line 1: 9 columns"},
		"ids out of order": {"2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n", "line 1: word id"},
		"head beyond":      {"1\ta\ta\tX\tX\t_\t7\tdep\t_\t_\n\n", "line 2: head 7"},
		"text differs":     {"# text = b\n1\ta\ta\tX\tX\t_\t0\troot\t_\t_\n\n", "line 3: the tokens do not spell"},
	} {
		_, err := Read(strings.NewReader(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want %q", name, err, c.want)
		}
	}
}
