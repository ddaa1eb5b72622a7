// Package rapporteur is the vocabulary of the program: the nouns that its
// stages hand to one another, and their form in JSON.
//
// Data flows one way:
//
//	ingest ─▶ *Article ─▶ language ─▶ *Document ─▶ extract ─▶ *Findings ─▶ record ─▶ serve
//
// An Article is the untouched text. A Document is its language layer: tokens,
// sentences, trees, names, who is who. Findings are what the report says: actors,
// statements, events, figures, dates, places and talks, each with the Span of
// the words it came from and the name of the rule or model that read it. A
// Reading is all three, and prints as the JSON object of docs/record.md.
//
// Package pipeline is the door for programs that want all of it at once.
package rapporteur
