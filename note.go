package rapporteur

// A Note says what could not be read as asked, or was read with a doubt that
// the reader of the record should know. Odd text makes notes, never errors.
type Note struct {
	Kind string // what it is about, one of the Note constants
	Text string // for a person, a sentence without a final stop
	Span Span   // where; empty when it is about the whole article
}

// The kinds of Note.
const (
	NoteEncoding  = "encoding"     // bytes that were no valid text in the declared or detected encoding
	NoteEmpty     = "empty"        // nothing to read
	NoteLanguage  = "language"     // not English, so not read
	NoteNoArticle = "no-article"   // a page without a main text
	NoteUndated   = "undated"      // no date of publication, so relative dates stay unresolved
	NotePublished = "published"    // date of publication from a doubtful place, such as the address of a page
	NoteTruncated = "truncated"    // input cut short
	NoteAmbiguous = "ambiguous"    // two readings were possible
	NoteQuotation = "quotation"    // quotation marks that do not pair
	NoteTooLong   = "long-passage" // a passage too long to be read as sentences
)
