package train

import (
	"fmt"
	"os"

	"rapporteur/language/lexis"
	"rapporteur/train/cluster"
)

// Clusters sorts the words whose vectors stand in the file into clusters.
func Clusters(vectorFile string, s ClusterSettings) (*lexis.Clusters, error) {
	f, err := os.Open(vectorFile)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	words, vectors, err := cluster.ReadVectors(f, s.Dim, s.Words)
	if err != nil {
		return nil, fmt.Errorf("reading word vectors from %s: %w", vectorFile, err)
	}
	return lexis.NewClusters(words, cluster.Hierarchy(vectors, s.Bits, s.Rounds, s.Seed)), nil
}
