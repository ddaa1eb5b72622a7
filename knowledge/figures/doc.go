// Package figures knows the words that numbers are made of, the words beside
// them that hedge, the units they come in, and the verbs, nouns and adjectives
// that say what a number counts: the dead, the displaced, money, the length of a
// truce. It holds data alone: how figures are read is in extract/figure.
package figures
