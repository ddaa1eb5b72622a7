package train

import (
	"fmt"
	"os"

	"rapporteur/language/lexis"
	"rapporteur/train/cluster"
)

// ClusterSettings are those of the word clusters.
type ClusterSettings struct {
	Vectors string `json:"vectors"` // path of the word vectors
	Words   int    `json:"words"`   // how many words, the most frequent ones
	Dim     int    `json:"dim"`
	Bits    [3]int `json:"bits"`
	Rounds  int    `json:"rounds"`
	Seed    uint64 `json:"seed"`
}

// Clusters sorts the words of the vectors and returns the table.
func Clusters(s ClusterSettings) (*lexis.Clusters, error) {
	f, err := os.Open(s.Vectors)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	words, vectors, err := cluster.ReadVectors(f, s.Dim, s.Words)
	if err != nil {
		return nil, fmt.Errorf("reading word vectors from %s: %w", s.Vectors, err)
	}
	return lexis.NewClusters(words, cluster.Hierarchy(vectors, s.Bits, s.Rounds, s.Seed)), nil
}
