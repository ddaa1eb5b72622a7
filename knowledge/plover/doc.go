// Package plover is what the program knows of PLOVER (Political Language
// Ontology for Verifiable Event Records, Open Event Data Alliance, version
// 2.0): its types, modes and contexts, and the verbs and nouns that tell of
// events of each. It is data, one table a file, for anyone to correct; how the
// tables are matched with sentences is in extract/event. docs/plover.md
// explains how to add a row.
package plover
