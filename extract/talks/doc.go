// Package talks finds the negotiation that a report speaks of: who negotiates
// with whom, who stands between them, where, how far they have come, what is
// proposed and on which terms, who answered how, where everybody stands, what
// the sides cannot settle, and whose answer is awaited. docs/talks.md says what
// is recorded and how it is decided.
package talks
