// Package linking is what the program knows of how reports call one thing by
// different words: spellings of names, the kinds of issues over which talks go
// on. It is data for package record/link, one table a file, for anyone to
// correct.
package linking
