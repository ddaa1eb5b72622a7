package place

import (
	"strings"

	"rapporteur"
	"rapporteur/knowledge/gazetteer"
)

// home is the country of the publisher: by its address, else by its name ("Kyiv
// Independent", "The Times of Israel"); "" where neither tells.
func home(a *rapporteur.Article) string {
	if code := domain(a.URL); code != "" {
		return code
	}
	words := strings.Fields(a.Publisher)
	for i := range words {
		for n := min(3, len(words)-i); n > 0; n-- {
			name := strings.Join(words[i:i+n], " ")
			if codes := gazetteer.CountriesOfPeople(name); len(codes) == 1 {
				return codes[0]
			}
			if c := great(name); c != "" {
				return c
			}
		}
	}
	return ""
}

// great is the country that a name is of, or its capital or a great city of it;
// "" for other names.
func great(name string) string {
	if len(name) < 4 || gazetteer.Common(name) || !gazetteer.Known(name) {
		return ""
	}
	for _, e := range gazetteer.Lookup(name) {
		if gazetteer.KindOf(e.Feature) == gazetteer.KindCountry || e.Match == gazetteer.MatchName && (e.Feature == "PPLC" || e.Population >= 10*wellKnown) {
			return e.Country
		}
	}
	return ""
}

// domain is the country of a site by its top-level domain; "" for generic ones
// and for those that are sold as words (.tv, .io, .co, .me).
func domain(url string) string {
	_, rest, ok := strings.Cut(url, "://")
	if !ok {
		rest = url
	}
	host, _, _ := strings.Cut(rest, "/")
	host, _, _ = strings.Cut(host, ":")
	i := strings.LastIndexByte(host, '.')
	if i < 0 || len(host)-i != 3 {
		return ""
	}
	switch top := host[i+1:]; top {
	case "tv", "io", "co", "me", "ai", "fm", "am", "ly", "to", "cc", "ws":
		return ""
	case "uk":
		return "GBR"
	default:
		if c := gazetteer.CountryByCode(top); c != nil {
			return c.Alpha3
		}
	}
	return ""
}
