package langid

import "strings"

// own is the languages that the trigram tables lack and that reports of
// conflicts come in.
var own = []Language{
	{"sw", "Swahili"},
	{"sq", "Albanian"},
}

// function maps a function word to the code of its language. English has only
// words that no other language of Latin script uses often ("in", "a", "was",
// "die" and "on" are left out for Dutch, German, French and Spanish), and so the
// others ("ya", "wa", "na" and "za" are Hausa and Slavic too). The English ones
// that others share stand under "": where they are frequent, a language without
// a name is not called foreign.
var function = func() map[string]string {
	words := map[string]string{}
	for code, list := range map[string]string{
		"en": `the of and to that with for from by were has have had been said says which their they this
			will would not are after who about it its his her be but than when there more`,
		"": `a in on at is as was an i he she into near no`,
		"sw": `kwa katika kuwa hiyo huo hayo hilo ambao ambayo yake wake wao pia lakini baada kabla kati
			alisema walisema ili bila zaidi cha vya hapo hivyo kwamba`,
		"sq": `të në dhe për një që është janë nga edhe kanë ka duke ishte`,
	} {
		for word := range strings.FieldsSeq(list) {
			words[word] = code
		}
	}
	return words
}()
