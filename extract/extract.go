// Package extract finds what a Document says: its finders, each in a package of
// its own, read the trees and the names and return values; they never write.
package extract

import (
	"rapporteur"
	"rapporteur/extract/grammar"
)

// Find runs the finders in the order in which they need each other. What a
// finder needs is in its signature.
func Find(d *rapporteur.Document) *rapporteur.Findings {
	t := grammar.New(d)
	_ = t
	return &rapporteur.Findings{}
}
