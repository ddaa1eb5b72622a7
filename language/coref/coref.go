// Package coref finds the mentions of one and the same person, body or place:
// names, titles, descriptions and pronouns.
//
// It works in the order of certainty, as the sieve of Lee and others does
// (Deterministic coreference resolution based on entity-centric,
// precision-ranked rules, Computational Linguistics 39:4, 2013):
//
//  1. names: a full name, its surname, its acronym, its declared alias
//  2. grammar: appositions, titles before names, predicates, relative pronouns,
//     reflexives
//  3. quotations: "I" and "we" are who speaks
//  4. definite descriptions and third-person pronouns, from left to right: a
//     log-linear ranker weighs the referents so far and "none of them" (the
//     mention-ranking model of Denis and Baldridge 2008, with the features of
//     weights.tsv), and abstains where it is not sure
//
// A wrong "he" puts words into the wrong mouth, so what stays in doubt stays
// out.
package coref

import (
	"rapporteur"
	"rapporteur/knowledge"
)

// Find gives the clusters of d, whose Tokens, Sentences, Entities and Quotes
// are complete. Every cluster has a name or at least two mentions; clusters
// ascend by their first mention, and a mention belongs to one cluster at most.
func Find(d *rapporteur.Document) []rapporteur.Cluster {
	return FindWith(d, fitted().Choose)
}

// FindWith is Find with another judge of the anaphors: choose gets the cases in
// the order of the text and returns the index of a candidate, or -1 for none of
// them. A Case is its to read until it returns.
func FindWith(d *rapporteur.Document, choose func(*Case) int) []rapporteur.Cluster {
	if len(d.Tokens) == 0 || len(d.Sentences) == 0 {
		return nil
	}
	f := &finder{tree: newTree(d), scanner: knowledge.NewScanner()}
	f.findMentions()
	f.matchNames()
	f.matchGrammar()
	f.findSpeakers()
	f.resolve(choose)
	return f.output()
}

// A finder is one run over one Document.
type finder struct {
	*tree
	mentions []mention
	byHead   []int32 // mention headed by each token, or none
	clusters []cluster
	short    map[string]bool // names of one word among the entities
	speakers []int32         // mention that speaks each quotation, or none
	known    []string        // what knowledge calls who each mention names, or ""
	scanner  *knowledge.Scanner
	hits     []knowledge.Hit

	// Of resolve.
	latest   int32 // cluster mentioned last, or none
	mostSeen int32 // how often the most frequent referent was mentioned
	current  Case
	// Of the current case: the clusters of who reports it and of who reported
	// last, or none, and whether somebody else is named as a subject since.
	reporter, lastReporter int32
	interrupted            bool
	buffer                 []uint8 // holds the features of the current case
}

// none stands for "no token", "no mention", "no cluster".
const none = -1
