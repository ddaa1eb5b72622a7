// Package talks is what the program knows of how reports speak of
// negotiations: the nouns that name one, and the cues, sequences of words, that
// show how far it has come, who demands what, what the sides cannot settle,
// whose answer is awaited, who stands between them, and where the terms of a
// proposal stand. It is data, one table a file, for anyone to correct, with an
// invented example in every row that the tests of extract/talks run; how cues
// are matched with trees and actors is in extract/talks.
package talks
