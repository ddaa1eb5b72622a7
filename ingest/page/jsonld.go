package page

import (
	"encoding/json"
	"html"
	"slices"
	"strings"

	dom "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A linked is what a page says of an article in JSON-LD, under the names of
// schema.org.
type linked struct {
	article    bool // of a type that is a report, rather than the page around one
	headline   string
	authors    []string
	publisher  string
	published  string // datePublished
	created    string // dateCreated
	body       string // articleBody, where a page ships its text only for programs
	restricted bool   // isAccessibleForFree is false
}

// articleTypes are the schema.org types of a text that somebody reports.
var articleTypes = []string{
	"Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "AskPublicNewsArticle", "BackgroundNewsArticle",
	"OpinionNewsArticle", "ReviewNewsArticle", "LiveBlogPosting", "BlogPosting", "SocialMediaPosting", "Report",
	"TechArticle", "ScholarlyArticle", "PressRelease", "AdvertiserContentArticle", "SatiricalArticle",
}

// pageTypes describe the page; their dates are the second choice.
var pageTypes = []string{"WebPage", "ItemPage", "CreativeWork", "MediaObject", "VideoObject"}

// elsewhere is the properties whose values are other articles than this one.
var elsewhere = []string{
	"itemListElement", "mentions", "isPartOf", "hasPart", "relatedLink", "citation", "comment", "review", "isBasedOn",
	"significantLink", "associatedMedia", "liveBlogUpdate", "subjectOf",
}

// linkedData is everything that doc says in JSON-LD of articles and pages, in
// the order of the page. Blocks that are no JSON are passed over.
func linkedData(doc *dom.Node) (all []linked) {
	each(doc, func(script *dom.Node) bool {
		if script.FirstChild == nil || !strings.Contains(strings.ToLower(attribute(script, "type")), "ld+json") {
			return true
		}
		value, ok := decode(script.FirstChild.Data)
		if !ok {
			return true
		}
		var objects []map[string]any
		gather(value, &objects, 0)
		byID := map[string]map[string]any{}
		for _, object := range objects {
			if id, ok := object["@id"].(string); ok && len(object) > 1 && byID[id] == nil {
				byID[id] = object
			}
		}
		for _, object := range objects {
			types := list(object["@type"])
			is := func(of []string) bool {
				return slices.ContainsFunc(types, func(t string) bool { return slices.Contains(of, t[strings.LastIndexAny(t, "/:")+1:]) })
			}
			if article := is(articleTypes); article || is(pageTypes) {
				all = append(all, describe(object, byID, article))
			}
		}
		return len(all) < 50
	}, atom.Script)
	return all
}

// decode reads the content of a script element, with the faults that real pages
// have: comment marks around it, entities, and line breaks within strings.
func decode(source string) (value any, ok bool) {
	source = strings.TrimSpace(source)
	for _, mark := range []string{"<!--", "-->", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "//]]>", "/*]]>*/", "]]>"} {
		source = strings.TrimSpace(strings.TrimPrefix(strings.TrimSuffix(source, mark), mark))
	}
	source = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, strings.TrimSuffix(source, ";"))
	if json.Unmarshal([]byte(source), &value) == nil {
		return value, true
	}
	return value, json.Unmarshal([]byte(html.UnescapeString(source)), &value) == nil
}

// gather lists the objects within value, outermost first.
func gather(value any, into *[]map[string]any, depth int) {
	if depth > 20 || len(*into) > 2000 {
		return
	}
	switch value := value.(type) {
	case []any:
		for _, item := range value {
			gather(item, into, depth+1)
		}
	case map[string]any:
		*into = append(*into, value)
		keys := make([]string, 0, len(value))
		for key := range value {
			if !slices.Contains(elsewhere, key) {
				keys = append(keys, key)
			}
		}
		slices.Sort(keys)
		for _, key := range keys {
			gather(value[key], into, depth+1)
		}
	}
}

func describe(object map[string]any, byID map[string]map[string]any, article bool) linked {
	d := linked{
		article:   article,
		headline:  plainText(first(object["headline"], object["name"])),
		published: first(object["datePublished"]),
		created:   first(object["dateCreated"]),
		body:      first(object["articleBody"]),
	}
	for _, who := range names(object["author"], byID) {
		d.authors = append(d.authors, plainText(who))
	}
	if of := names(object["publisher"], byID); len(of) > 0 {
		d.publisher = plainText(of[0])
	}
	switch free := object["isAccessibleForFree"].(type) {
	case bool:
		d.restricted = !free
	case string:
		d.restricted = strings.EqualFold(free, "false")
	}
	return d
}

// names is the names of people or bodies, given as strings, as objects, as
// references to objects, or as a list of these.
func names(value any, byID map[string]map[string]any) (out []string) {
	switch value := value.(type) {
	case string:
		return []string{value}
	case []any:
		for _, item := range value {
			if _, nested := item.([]any); !nested {
				out = append(out, names(item, byID)...)
			}
		}
	case map[string]any:
		if name := first(value["name"]); name != "" {
			return list(value["name"])
		}
		if id, ok := value["@id"].(string); ok && byID[id] != nil {
			return list(byID[id]["name"])
		}
	}
	return out
}

// list is the strings of value, a string or a list.
func list(value any) (out []string) {
	switch value := value.(type) {
	case string:
		return []string{value}
	case []any:
		for _, item := range value {
			if s, ok := item.(string); ok {
				out = append(out, s)
			}
		}
	}
	return out
}

// first is the first string in values, "" for none.
func first(values ...any) string {
	for _, value := range values {
		for _, s := range list(value) {
			if s = strings.TrimSpace(s); s != "" {
				return s
			}
		}
	}
	return ""
}

// plainText is a value of metadata without entities, tags and line breaks.
func plainText(s string) string {
	s = html.UnescapeString(s)
	if strings.Contains(s, "<") {
		if doc := parse(s); doc != nil {
			s = content(doc)
		}
	}
	return strings.Join(strings.Fields(s), " ")
}
