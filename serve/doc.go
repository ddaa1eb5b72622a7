// Package serve shows a record to people and to programs over HTTP: the pages
// of package web, and the doors for other programs beside them. Whatever is
// served stands behind one guard, which docs/security.md describes: who may ask,
// from which page, by which name, and how much.
package serve
