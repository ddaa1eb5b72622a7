package train

import "rapporteur/language/lexis"

// Settings are those of one table. A run is repeated to the bit by the same
// settings on the same data.
type Settings struct {
	Bits   int    `json:"bits"`   // the table has 1<<bits places
	Epochs int    `json:"epochs"` // passes over the data
	Seed   uint64 `json:"seed"`   // of the order of the examples
}

// TagSettings are those of the tagger.
type TagSettings struct {
	Settings
	Folds int `json:"folds"` // parts, each tagged once by a tagger that has not seen it
	Least int `json:"least"` // pairs of tags rarer than this have no class
}

// TreeSettings are those of the parser.
type TreeSettings struct {
	Settings
	Beam  int `json:"beam"`  // states kept while learning
	Least int `json:"least"` // arcs rarer than this have no class
}

// NameSettings are those of the recogniser of names.
type NameSettings struct {
	Settings
	Rate  float64 `json:"rate"`  // of the first steps
	Decay float64 `json:"decay"` // towards zero, on the weights a step touches
	Folds int     `json:"folds"` // parts, each read once by a model fitted on the others
	Least int     `json:"least"` // features seen fewer times are not learnt
}

// ClusterSettings are those of the word clusters.
type ClusterSettings struct {
	Words  int    `json:"words"` // how many words, the most frequent ones
	Dim    int    `json:"dim"`   // of the vectors
	Bits   [3]int `json:"bits"`  // of the numbers on each level
	Rounds int    `json:"rounds"`
	Seed   uint64 `json:"seed"`
}

// The settings of the models that the program is built with.
var (
	ClustersDefault  = ClusterSettings{Words: 120_000, Dim: 100, Bits: lexis.ClusterBits, Rounds: 15, Seed: 1}
	SentencesDefault = Settings{Bits: 18, Epochs: 10, Seed: 1}
	TagsDefault      = TagSettings{Settings: Settings{Bits: 21, Epochs: 6, Seed: 1}, Folds: 5, Least: 3}
	TreesDefault     = TreeSettings{Settings: Settings{Bits: 23, Epochs: 8, Seed: 1}, Beam: 8, Least: 5}
	NamesDefault     = NameSettings{Settings: Settings{Bits: 22, Epochs: 10, Seed: 1}, Rate: 0.007, Decay: 0.0001, Folds: 4, Least: 3}
)
