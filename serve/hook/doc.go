// Package hook tells other programs what is new in a record: it posts the answers
// to a question, such as "changes?actor=M23", to an address as they come.
//
// What a delivery promises: it is signed as Standard Webhooks 1.0 asks
// (https://www.standardwebhooks.com), carries an id that stays the same over all
// tries, and is tried until it is taken or for about three days. A receiver may
// get one twice, after a crash between the answer and its being noted, and
// drops what has an id that it knows.
package hook
