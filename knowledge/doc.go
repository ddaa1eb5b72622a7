// Package knowledge is what the program knows of the world before it reads:
// states, the bodies that act in conflicts and talks, the titles people hold,
// the nouns for those who are not named. It is data, one table a file, for
// anyone to correct; the code reads the tables once, when they are first asked
// for, and finds their names in text.
//
// docs/actors.md explains the tables of actors and how to add a row.
package knowledge
