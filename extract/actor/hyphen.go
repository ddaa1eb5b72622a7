package actor

import (
	"rapporteur/knowledge"
)

// glued reports whether token i is one side of a word joined by a hyphen, and
// so says nothing of belonging: "pro-Russian", "Saudi-led", "Iran-backed".
func (f *finder) glued(i int) bool {
	first, end := i, i+1
	if h := f.hit(i); h != nil {
		first, end = h.First, h.End
	}
	return f.hyphen(first-1) && f.touch(first-2, first-1) && f.touch(first-1, first) ||
		f.hyphen(end) && f.touch(end-1, end) && f.touch(end, end+1)
}

func (f *finder) hyphen(i int) bool {
	if i < 0 || i >= len(f.t.Tokens) {
		return false
	}
	switch f.t.Word(i) {
	case "-", "‐", "‑", "–":
		return true
	}
	return false
}

// touch reports whether no blank parts tokens i and j.
func (f *finder) touch(i, j int) bool {
	return i >= 0 && j < len(f.t.Tokens) && f.t.Tokens[i].Span.End == f.t.Tokens[j].Span.Start
}

// joined reports whether the name is the first part of an adjective: the
// "Britain" of "Britain-based", but not the "Israel" of "Israel-Hamas".
func (f *finder) joined(h *knowledge.Hit) bool {
	return f.hyphen(h.End) && f.touch(h.End-1, h.End) && f.touch(h.End, h.End+1) &&
		(f.t.Tokens[h.End+1].UPOS == "VERB" || f.t.Tokens[h.End+1].UPOS == "ADJ")
}
