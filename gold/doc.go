// Package gold reads the annotated data that models are fitted on and readings
// are measured against. Files may be gzipped (.gz). Offsets count code points
// in the files and bytes here; an offset outside its text, or words that the
// offsets do not select, are errors that name the file and the line.
//
// Readers of many documents are iterators, so that a large file is never held
// whole; All collects one. Articles carry what the file knows of them (Ref is
// the id in the file).
package gold
