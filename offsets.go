package rapporteur

// CodePoints gives the offset in Unicode code points of a byte offset of text:
// what the JSON counts spans in, for whoever writes them in another form.
// Offsets outside the text give its ends.
func CodePoints(text string) func(offset int) int {
	return newRuler(text).at
}
