package link

// An Issue is what a position or a sticking point is about.
type Issue struct {
	Text  string   `json:"text"`            // in the report's words
	Words []string `json:"words,omitempty"` // stems of those that say most
	Kinds []string `json:"kinds,omitempty"` // of knowledge/linking/issues.tsv
}

// IssueOf is the issue that a report calls so.
func IssueOf(text string) Issue {
	return Issue{Text: text, Words: contentWords(text)}
}

// Keys are its words.
func (x Issue) Keys() []string { return x.Words }

// Same reports whether x and y are one issue.
func (x Issue) Same(y Issue) (why string, same bool) {
	n := common(x.Words, y.Words)
	if n == 0 || 2*n < min(len(x.Words), len(y.Words))+1 {
		return "different words", false
	}
	return "the same words", true
}
