package train

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// Inflection is a form of a word with its Penn tag and its dictionary form.
type Inflection struct{ Tag, Form, Lemma string }

// WordNet reads the verbs, nouns and adjectives of WordNet 3.0 (files index.*
// and *.exc in dir) and inflects them: by its lists of exceptions where they
// have the form, else by the rules of English spelling.
func WordNet(dir string) ([]Inflection, error) {
	var out []Inflection
	for _, part := range []struct {
		name    string
		inflect func(string) []Inflection
	}{{"verb", inflectVerb}, {"noun", inflectNoun}, {"adj", inflectAdjective}} {
		exceptions, err := readExceptions(filepath.Join(dir, part.name+".exc"))
		if err != nil {
			return nil, err
		}
		words, err := readIndex(filepath.Join(dir, "index."+part.name))
		if err != nil {
			return nil, err
		}
		irregular := map[string]bool{} // lemma and tag whose form the exceptions give
		for _, word := range words {
			for _, form := range exceptions[word] {
				for _, tag := range exceptionTags(part.name, form) {
					out = append(out, Inflection{tag, form, word})
					irregular[word+" "+tag] = true
				}
			}
		}
		for _, word := range words {
			for _, i := range part.inflect(word) {
				if !irregular[word+" "+i.Tag] {
					out = append(out, i)
				}
			}
		}
	}
	return out, nil
}

// exceptionTags are the tags that a form of WordNet's exceptions can have: the
// lists do not say.
func exceptionTags(part, form string) []string {
	switch {
	case part == "noun":
		return []string{"NNS"}
	case part == "adj" && strings.HasSuffix(form, "est"):
		return []string{"JJS"}
	case part == "adj":
		return []string{"JJR"}
	case strings.HasSuffix(form, "ing"):
		return []string{"VBG"}
	case strings.HasSuffix(form, "s"):
		return []string{"VBZ"}
	}
	return []string{"VBD", "VBN"}
}

func readExceptions(path string) (map[string][]string, error) {
	out := map[string][]string{}
	err := eachLine(path, func(line string) {
		if form, word, ok := strings.Cut(line, " "); ok && plainWord(form) && plainWord(word) {
			out[word] = append(out[word], form)
		}
	})
	return out, err
}

func readIndex(path string) ([]string, error) {
	var out []string
	err := eachLine(path, func(line string) {
		if word, _, _ := strings.Cut(line, " "); plainWord(word) {
			out = append(out, word)
		}
	})
	return out, err
}

func eachLine(path string, do func(string)) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("reading WordNet: %w", err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		do(in.Text())
	}
	return in.Err()
}

func plainWord(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return len(s) > 1
}

func inflectVerb(v string) []Inflection {
	past, ing := v+"ed", v+"ing"
	switch last := v[len(v)-1]; {
	case strings.HasSuffix(v, "ie"):
		past, ing = v+"d", v[:len(v)-2]+"ying"
	case last == 'e' && !strings.HasSuffix(v, "ee") && !strings.HasSuffix(v, "oe") && !strings.HasSuffix(v, "ye"):
		past, ing = v+"d", v[:len(v)-1]+"ing"
	case last == 'e':
		past = v + "d"
	case last == 'y' && !isVowel(v[len(v)-2]):
		past = v[:len(v)-1] + "ied"
	case doubles(v):
		past, ing = v+v[len(v)-1:]+"ed", v+v[len(v)-1:]+"ing"
	}
	return []Inflection{{"VBZ", plural(v), v}, {"VBG", ing, v}, {"VBD", past, v}, {"VBN", past, v}}
}

func inflectNoun(n string) []Inflection { return []Inflection{{"NNS", plural(n), n}} }

func inflectAdjective(string) []Inflection { return nil } // regular comparatives: the treebank has enough

// plural is the form in -s of a noun or verb.
func plural(w string) string {
	switch last := w[len(w)-1]; {
	case last == 's' || last == 'x' || last == 'z' || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"):
		return w + "es"
	case last == 'y' && !isVowel(w[len(w)-2]):
		return w[:len(w)-1] + "ies"
	}
	return w + "s"
}

// doubles reports whether a verb of one syllable doubles its last letter:
// consonant, vowel, consonant. Longer verbs stand in WordNet's exceptions.
func doubles(v string) bool {
	n := len(v)
	if n < 3 || isVowel(v[n-1]) || strings.ContainsRune("wxy", rune(v[n-1])) || !isVowel(v[n-2]) || isVowel(v[n-3]) {
		return false
	}
	vowels := 0
	for i := range n {
		if isVowel(v[i]) {
			vowels++
		}
	}
	return vowels == 1
}

func isVowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
