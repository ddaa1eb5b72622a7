// Package record keeps what many reports say: their texts, their readings and
// what people corrected, and worked out from these three the rows that
// questions are asked of, and the groups of mentions that are one thing.
//
// What a row of evidence promises: it names the article, the bytes of its text
// and the words that stand there, and the rule that read them; check holds the
// record to it. docs/store.md says what the tables are, and
// docs/decisions/0005-record.md why.
//
// A Record works on a Store, of which there are two: record/sqlite and
// record/postgres. Everything but the words of their SQL is here.
package record
