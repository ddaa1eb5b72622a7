// Package conllu reads and writes CoNLL-U, the exchange format of Universal
// Dependencies (https://universaldependencies.org/format.html).
//
// Reading puts the raw text together as the treebank's comments tell it
// (sentences joined by a space unless SpaceAfter=No, paragraphs by a blank
// line), so that a Document of gold trees and one read from the same text can
// be compared by characters. Empty nodes are skipped; enhanced dependencies,
// features and the MISC column are kept in Row for those who train on them.
package conllu

import "rapporteur"

// A Doc is one document of a treebank.
type Doc struct {
	ID string
	*rapporteur.Document
	Rows     []Row    // one for each token of Document.Tokens
	Comments []string // of the whole document, before its first sentence
}

// A Row is what CoNLL-U says of a token beyond rapporteur.Token.
type Row struct {
	Feats string
	Misc  string
	Form  string // as written in column 2; differs from the text where the treebank corrects it
}
