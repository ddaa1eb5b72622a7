// Package api is a record for programs: JSON over HTTP, described by an OpenAPI
// 3.1 document that is made from this code, with tables in the forms of package
// export beside it, Atom feeds of what is new, and the same as a source of
// webhooks.
//
// One set of questions serves all: what follows /api/v1/ in "changes?actor=M23" is
// the question of an API call, with ".atom" in it of a feed, and as it stands of a
// webhook. docs/api.md explains them.
package api
