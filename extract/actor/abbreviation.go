package actor

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
)

// declare reads the abbreviation that follows a name and stands for it from
// then on: "(MILF)", ", or MILF,", ", known as MILF".
func (f *finder) declare(end, id int) {
	t := f.t
	n := len(t.Tokens)
	i := end
	for steps := 0; i < n && steps < 5; steps++ {
		w := t.Word(i)
		if w != "(" && w != "," && w != "or" && w != "also" && w != "known" && w != "as" && w != "the" && w != "“" && w != "\"" {
			break
		}
		i++
	}
	if i == end || i >= n || t.SentenceOf(i) != t.SentenceOf(end-1) || t.Word(end) == "the" {
		return
	}
	short := t.Word(i)
	if f.who(i) >= 0 || !abbreviates(short, t.Text(t.SpanOf(max(0, f.startOf(end-1)), end))) && !f.foreign(end, i) {
		return
	}
	if f.declared == nil {
		f.declared = map[string]int{}
	}
	if _, taken := f.declared[short]; !taken {
		f.declared[short] = id
	}
}

// foreign reports whether token i, alone in brackets right after the name that
// ends before token end, is an abbreviation, which may be that of another
// language: "the Velmish Workers' League (KPRV)".
func (f *finder) foreign(end, i int) bool {
	short := f.t.Word(i)
	return i == end+1 && f.t.Word(end) == "(" && i+1 < len(f.t.Tokens) && f.t.Word(i+1) == ")" && f.hitAt[i] == 0 &&
		len(short) > 2 && abbreviation(short) && strings.ToUpper(short) != strings.ToLower(short) && f.t.Tokens[i].UPOS != "NUM"
}

// findAbbreviations gives every use of a declared abbreviation its body.
func (f *finder) findAbbreviations() {
	if len(f.declared) == 0 {
		return
	}
	for i := range f.t.Tokens {
		if f.t.Tokens[i].UPOS == "PUNCT" || f.at[i] > 0 {
			continue
		}
		if id, ok := f.declared[f.t.Word(i)]; ok {
			span := f.t.Tokens[i].Span
			f.addVariant(id, f.t.Text(span), 1)
			f.mention(i, span, id)
		}
	}
}

// initials is the one body named by the report whose initials are exactly the
// capitals of short, though nobody declares them; None where there is none.
func (f *finder) initials(short string) int {
	if !abbreviation(short) || len(short) < 3 {
		return rapporteur.None
	}
	found := rapporteur.None
	for id := range f.identities {
		who := &f.identities[id]
		if who.Kind == rapporteur.ActorPerson || who.described || !slices.ContainsFunc(who.variants, func(v variant) bool { return initialsOf(v.text) == short }) {
			continue
		}
		if found >= 0 {
			return rapporteur.None
		}
		found = id
	}
	return found
}

// initialsOf are the first letters of the words of a name that have capitals.
func initialsOf(name string) string {
	var out []byte
	for i := 0; i < len(name); i++ {
		if name[i] >= 'A' && name[i] <= 'Z' && (i == 0 || name[i-1] == ' ' || name[i-1] == '-') {
			out = append(out, name[i])
		}
	}
	return string(out)
}

// startOf is the first token of the name that ends with token last.
func (f *finder) startOf(last int) int {
	if m := f.at[last]; m > 0 {
		span := f.mentions[m-1].span
		for last > 0 && f.t.Tokens[last-1].Span.Start >= span.Start {
			last--
		}
	}
	return last
}

// abbreviates reports whether short is written with the initials of long, in
// their order: all capitals of short must be initials, at least two.
func abbreviates(short, long string) bool {
	var initials []rune
	for _, w := range strings.FieldsFunc(long, func(r rune) bool { return r == ' ' || r == '-' }) {
		r, _ := utf8.DecodeRuneInString(w)
		initials = append(initials, unicode.ToUpper(r))
	}
	at, capitals := 0, 0
	if n := len(short); n >= 4 && n <= 8 && len(initials) >= n && short[0] >= 'A' && short[0] <= 'Z' && strings.ToLower(short[1:]) == short[1:] {
		short = strings.ToUpper(short) // "Numsa"
	}
	for _, r := range short {
		if r == '.' || r == '-' || unicode.IsLower(r) {
			continue
		}
		if !unicode.IsUpper(r) {
			return false
		}
		capitals++
		for at < len(initials) && initials[at] != r {
			at++
		}
		if at == len(initials) {
			return false
		}
		at++
	}
	return capitals >= 2 && capitals*2 >= len(short) && short != long
}

// folded is a name as byKey knows it.
func folded(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, ".", ""))
}

// abbreviates reports whether the entity is a declared abbreviation.
func (f *finder) abbreviates(e rapporteur.Entity) bool {
	_, ok := f.declared[f.t.Word(e.End-1)]
	return ok && e.End-e.First == 1
}
