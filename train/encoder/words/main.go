// Command words tells the training of the encoder what the program makes of
// texts: their words and sentences, what the encoder is told of every word, and
// the tags and trees of the quick reader. It reads JSON lines, {"text": …} or {"sentences": [[…]]} for what is already
// cut, and writes one line for each.
//
//	go run ./train/encoder/words MODELS < texts.jsonl
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/language"
)

type input struct {
	Text      string
	Sentences [][]string
}

type output struct {
	Words      []string `json:"words"`
	Spans      [][2]int `json:"spans"`      // of words, in code points
	Sentences  [][2]int `json:"sentences"`  // words, [first, end)
	Paragraphs []int    `json:"paragraphs"` // their first words
	Lists      []uint16 `json:"lists"`
	Clusters   []uint16 `json:"clusters"`
	Tags       []string `json:"tags"`  // "UPOS XPOS"
	Heads      []int    `json:"heads"` // words, -1 for the root of a sentence
	Deprels    []string `json:"deprels"`
}

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "words:", err)
		os.Exit(1)
	}
}

func run() error {
	if len(os.Args) != 2 {
		return fmt.Errorf("want the folder of the models, as in: go run ./train/encoder/words models/en < texts.jsonl")
	}
	reader, err := language.New(os.DirFS(os.Args[1]), language.Quick)
	if err != nil {
		return err
	}
	in, out := json.NewDecoder(bufio.NewReader(os.Stdin)), bufio.NewWriter(os.Stdout)
	e := json.NewEncoder(out)
	e.SetEscapeHTML(false)
	for in.More() {
		var x input
		if err := in.Decode(&x); err != nil {
			return err
		}
		var o output
		if x.Sentences != nil {
			for _, s := range x.Sentences {
				o.Sentences = append(o.Sentences, [2]int{len(o.Words), len(o.Words) + len(s)})
				o.Words = append(o.Words, s...)
			}
		} else {
			o.read(x.Text, reader)
		}
		for _, w := range reader.Describe(o.Words, o.Sentences) {
			o.Lists, o.Clusters = append(o.Lists, w.Lists), append(o.Clusters, w.Cluster)
		}
		if err := e.Encode(o); err != nil {
			return err
		}
	}
	return out.Flush()
}

// read cuts a text.
func (o *output) read(text string, reader *language.Reader) {
	d := reader.Read(&rapporteur.Article{Text: text})
	paragraph := -1
	for _, s := range d.Sentences {
		o.Sentences = append(o.Sentences, [2]int{s.First, s.End})
		if s.Paragraph != paragraph {
			o.Paragraphs = append(o.Paragraphs, s.First)
			paragraph = s.Paragraph
		}
	}
	at, points := 0, 0
	for i, t := range d.Tokens {
		points += utf8.RuneCountInString(text[at:t.Span.Start])
		n := utf8.RuneCountInString(d.Word(i))
		o.Words, o.Spans = append(o.Words, d.Word(i)), append(o.Spans, [2]int{points, points + n})
		at, points = t.Span.End, points+n
		o.Tags, o.Heads, o.Deprels = append(o.Tags, t.UPOS+" "+t.XPOS), append(o.Heads, t.Head), append(o.Deprels, t.Deprel)
	}
}
