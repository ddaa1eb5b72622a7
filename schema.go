package rapporteur

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"reflect"
	"regexp"
	"slices"
	"strings"
)

// Schema is a JSON Schema (draft 2020-12) of the object that
// (*Reading).MarshalJSON prints, made from the Go types behind it, so that it
// cannot say anything else; what keys mean is taken from docs/record.md. It
// allows no keys that it does not name: a record with others is of another
// version of the program.
func Schema() ([]byte, error) {
	m := &schemaMaker{made: map[string]bool{}, says: meanings(recordPage)}
	root := m.object(reflect.TypeFor[readingJSON](), "reading")
	root.Schema = "https://json-schema.org/draft/2020-12/schema"
	root.Title = "The record of one report, as rapporteur read --json prints it"
	root.Defs = m.defs
	compact, err := encode(root)
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = json.Indent(&b, compact, "", "  ")
	return b.Bytes(), err
}

//go:embed docs/record.md
var recordPage string

// A schema is what of JSON Schema is needed here, in the order in which it reads
// well.
type schema struct {
	Schema      string   `json:"$schema,omitempty"`
	Title       string   `json:"title,omitempty"`
	Description string   `json:"description,omitempty"`
	Ref         string   `json:"$ref,omitempty"`
	Type        any      `json:"type,omitempty"` // a string, or a []string where null will do, too
	Enum        []string `json:"enum,omitempty"`
	Pattern     string   `json:"pattern,omitempty"`
	Minimum     *float64 `json:"minimum,omitempty"`
	Items       *schema  `json:"items,omitempty"`
	Properties  named    `json:"properties,omitempty"`
	Required    []string `json:"required,omitempty"`
	Additional  *bool    `json:"additionalProperties,omitempty"`
	Defs        named    `json:"$defs,omitempty"`
}

// named are schemas by name, in order.
type named []struct {
	name string
	of   *schema
}

func (n named) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	for i, s := range n {
		b.WriteByte("{,"[min(i, 1)])
		name, err := encode(s.name)
		if err != nil {
			return nil, err
		}
		of, err := encode(s.of)
		if err != nil {
			return nil, err
		}
		b.Write(append(append(name, ':'), of...))
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

func (n *named) add(name string, of *schema) {
	*n = append(*n, struct {
		name string
		of   *schema
	}{name, of})
}

// choices are the keys that have one of a list of values.
var choices = map[string][]string{
	"actor.kind":         {ActorState, ActorGovernment, ActorArmedGroup, ActorOrganization, ActorOffice, ActorPerson, ActorPeople},
	"statement.kind":     {KindDirect, KindIndirect, KindMixed},
	"statement.sourcing": {SourcingNamed, SourcingInstitution, SourcingUnnamed},
	"statement.record":   {RecordOn, RecordOff, RecordBackground},
	"statement.form": {
		FormStatement, FormInterview, FormPressConference, FormSpeech, FormBroadcast, FormPost, FormLetter, FormCall, FormTestimony, FormDocument, FormLeak,
	},
	"event.status": {StatusHappened, StatusOngoing, StatusPlanned, StatusThreatened, StatusDemanded, StatusDenied, StatusHypothetical},
	"figure.measure": {
		MeasureKilled, MeasureInjured, MeasureMissing, MeasureDetained, MeasureCaptivesTaken, MeasureCaptivesHeld, MeasureReleased, MeasureDisplaced,
		MeasureSheltered, MeasureHungry, MeasureTroops, MeasureAid, MeasureMoney, MeasureShareDestroyed, MeasureDuration, MeasureOther,
	},
	"date.type": {DateDay, DateTime, DateDuration, DateSet},
	"talks.stage": {
		StageProposed, StageAgreedToMeet, StageUnderWay, StageCritical, StageStalled, StageSuspended, StageDealReached, StageSigned, StageImplementing,
		StageCollapsed, StageRejected,
	},
	"note.kind": {
		NoteEncoding, NoteEmpty, NoteLanguage, NoteNoArticle, NoteUndated, NotePublished, NoteTruncated, NoteAmbiguous, NoteQuotation, NoteTooLong,
	},
}

// patterns are the keys whose text has a form.
var patterns = map[string]string{
	"article.id":        "^[0-9a-f]{64}$",
	"article.published": `^\d{4}-\d{2}-\d{2}(T.+)?$`,
	"event.type":        "^[A-Z]+$",
	"event.cameo":       `^\d{2}$`,
	"actor.country":     "^[A-Z]{3}$",
	"event.country":     "^[A-Z]{3}$",
	"place.country":     "^[A-Z]{3}$",
}

// everywhere are the keys that all findings have, which docs/record.md explains
// once.
var everywhere = map[string]string{
	"rule":     "the rule or model that found it",
	"reader":   "the models that made the language layer it stands on",
	"sentence": "number of the sentence, counted from 0",
	"start":    "in Unicode code points of article.text, from 0",
	"end":      "likewise, exclusive",
	"exact":    "the words themselves",
	"span":     "the words it came from",
}

// schemaMaker walks the types, each once.
type schemaMaker struct {
	made map[string]bool
	defs named
	says map[string]string
}

// object is the schema of a struct called name; embedded structs lend it their
// keys.
func (m *schemaMaker) object(t reflect.Type, name string) *schema {
	closed := false
	out := &schema{Type: "object", Additional: &closed}
	for _, f := range reflect.VisibleFields(t) {
		key, options, tagged := strings.Cut(f.Tag.Get("json"), ",")
		if key == "" {
			continue
		}
		optional := tagged && slices.Contains(strings.Split(options, ","), "omitempty")
		of := m.value(f.Type, optional)
		full := name + "." + key
		of.Enum, of.Pattern = choices[full], patterns[full]
		if of.Description = m.says[full]; of.Description == "" {
			of.Description = everywhere[key]
		}
		if of.Type == "integer" {
			of.Minimum = new(float64) // indices, offsets, counts and GeoNames ids
		}
		out.Properties.add(key, of)
		if !optional {
			out.Required = append(out.Required, key)
		}
	}
	return out
}

// value is the schema of a value. A pointer that is not left out may be null.
func (m *schemaMaker) value(t reflect.Type, optional bool) *schema {
	switch t.Kind() {
	case reflect.Pointer:
		out := m.value(t.Elem(), false)
		if kind, plain := out.Type.(string); plain && !optional {
			out.Type = []string{kind, "null"}
		}
		return out
	case reflect.Slice:
		return &schema{Type: "array", Items: m.value(t.Elem(), false)}
	case reflect.Struct:
		name := strings.TrimSuffix(t.Name(), "JSON")
		if !m.made[name] {
			m.made[name] = true
			m.defs.add(name, nil)
			at := len(m.defs) - 1
			of := m.object(t, name)
			m.defs[at].of = of
		}
		return &schema{Ref: "#/$defs/" + name}
	case reflect.Float64:
		return &schema{Type: "number"}
	case reflect.Bool:
		return &schema{Type: "boolean"}
	case reflect.Int:
		return &schema{Type: "integer"}
	}
	return &schema{Type: "string"}
}

// kindOf is the name of the struct behind a section of docs/record.md.
var kindOf = map[string]string{
	"The object": "reading", "`article`": "article", "`actors`": "actor", "`statements`": "statement", "`events`": "event", "`figures`": "figure",
	"`dates`": "date", "`places`": "place", "`talks`": "talks", "`notes`": "note",
}

// meanings are what a page says of keys, by "kind.key".
func meanings(page string) map[string]string {
	heading, row, code := regexp.MustCompile(`^#+ (.*)$`), regexp.MustCompile("^\\| (`.*`) \\| (.*) \\|$"), regexp.MustCompile("`([a-z_0-9]+)`")
	out := map[string]string{}
	kind := ""
	for line := range strings.Lines(page) {
		line = strings.TrimRight(line, "\r\n")
		if h := heading.FindStringSubmatch(line); h != nil {
			kind = kindOf[h[1]]
		}
		if r := row.FindStringSubmatch(line); r != nil && kind != "" {
			for _, key := range code.FindAllStringSubmatch(r[1], -1) {
				out[kind+"."+key[1]] = strings.NewReplacer("`", "", "*", "").Replace(r[2])
			}
		}
	}
	return out
}
