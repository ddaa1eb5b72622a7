package coref

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"

	"rapporteur/gold"
	"rapporteur/language/coref"
)

// A Card says where a model comes from.
type Card struct {
	Model    string           `json:"model"`
	About    string           `json:"about"`
	Data     []string         `json:"data"`
	Licence  string           `json:"licence"`
	Date     string           `json:"date"`
	Command  string           `json:"command"`
	Settings Settings         `json:"settings"`
	Scores   map[string]Score `json:"scores"`
	ScoredOn string           `json:"scored_on"`
	SHA256   string           `json:"sha256"`
}

// The texts that the ranker is fitted and scored on: those of GUM under free
// licences.
const (
	fittedOn = "gum.train.free"
	scoredOn = "gum.dev.free"
)

// Make fits the ranker on the treebanks in the folder of that name and gives
// its table and its card.
func Make(folder, date string, s Settings) (weights string, card Card, err error) {
	train, err := ReadAll(filepath.Join(folder, fittedOn+".conllu.gz"))
	if err != nil {
		return "", Card{}, err
	}
	dev, err := ReadAll(filepath.Join(folder, scoredOn+".conllu.gz"))
	if err != nil {
		return "", Card{}, err
	}
	weights = Fit(train, s).String()
	fitted, err := coref.ReadWeights(weights) // as it will be read, rounded
	if err != nil {
		return "", Card{}, err
	}
	sum := sha256.Sum256([]byte(weights))
	return weights, Card{
		Model:    "weights.tsv",
		About:    "log-linear ranker of the antecedents of third-person pronouns and definite descriptions",
		Data:     []string{fittedOn + ": Universal Dependencies English GUM 11, texts under CC BY and CC BY-SA, annotations CC BY 4.0"},
		Licence:  "CC BY-SA 4.0",
		Date:     date,
		Command:  "go run ./train/coref/fit -date " + date,
		Settings: s,
		Scores:   Measure(dev, fitted.Choose),
		ScoredOn: scoredOn + ", gold trees and names",
		SHA256:   hex.EncodeToString(sum[:]),
	}, nil
}

// ReadAll reads every text of a treebank.
func ReadAll(path string) ([]*Document, error) {
	docs, err := gold.Trees(path)
	if err != nil {
		return nil, err
	}
	out := make([]*Document, len(docs))
	for i, d := range docs {
		if out[i], err = Read(d); err != nil {
			return nil, err
		}
	}
	return out, nil
}
