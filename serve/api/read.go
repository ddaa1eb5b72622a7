package api

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur"
)

const (
	mostReadings = 2         // texts that are read at one time
	mostText     = 512 << 10 // bytes of a request
)

// textInput is a report to be read, as a line of rapporteur read --jsonl.
type textInput struct {
	Body textJSON
}

type textJSON struct {
	Text      string `json:"text,omitempty" doc:"the report as plain text, or"`
	HTML      string `json:"html,omitempty" doc:"as a page"`
	Ref       string `json:"ref,omitempty" doc:"your own id, given back as article.ref"`
	Title     string `json:"title,omitempty" doc:"headline"`
	URL       string `json:"url,omitempty" doc:"where it was published; nothing is fetched from there"`
	Publisher string `json:"publisher,omitempty" doc:"outlet"`
	Published string `json:"published,omitempty" doc:"date of publication, against which \"on Monday\" is read"`
}

func (a *API) readRoute() {
	if a.options.Read == nil {
		return
	}
	huma.Register(a.huma, huma.Operation{
		Method: http.MethodPost, Path: Prefix + "/read", OperationID: "read", Tags: []string{"Reports"}, MaxBodyBytes: mostText, BodyReadTimeout: 20 * time.Second,
		Summary: "Read one report and give what it says, as rapporteur read --json; nothing is kept", Errors: []int{http.StatusRequestEntityTooLarge, http.StatusServiceUnavailable},
	}, func(ctx context.Context, in *textInput) (*struct{ Body *readingJSON }, error) {
		out, err := a.read(ctx, in.Body)
		if err != nil {
			return nil, err
		}
		return &struct{ Body *readingJSON }{out}, nil
	})
}

func (a *API) read(ctx context.Context, text textJSON) (*readingJSON, error) {
	if strings.TrimSpace(text.Text) == "" && strings.TrimSpace(text.HTML) == "" {
		return nil, problem(http.StatusUnprocessableEntity, "there is nothing to read: send the report as text or as html")
	}
	line, err := json.Marshal(text)
	if err != nil {
		return nil, refused(err)
	}
	select {
	case a.reading <- struct{}{}:
	case <-time.After(10 * time.Second):
		return nil, huma.ErrorWithHeaders(problem(http.StatusServiceUnavailable, "other reports are being read; try again in a moment"), http.Header{"Retry-After": {"10"}})
	case <-ctx.Done():
		return nil, a.failed(ctx, ctx.Err())
	}
	type result struct {
		*rapporteur.Reading
		err error
	}
	done := make(chan result, 1)
	go func() {
		defer func() { <-a.reading }() // it goes on where nobody waits for it any more, and holds its place until then
		defer func() {
			if fault := recover(); fault != nil {
				done <- result{err: fmt.Errorf("a fault of the program: %v", fault)}
			}
		}()
		r, err := a.options.Read(ctx, line)
		done <- result{r, err}
	}()
	select {
	case r := <-done:
		if r.err != nil {
			return nil, refused(fmt.Errorf("the report cannot be read: %w", r.err))
		}
		return &readingJSON{r.Reading}, nil
	case <-ctx.Done():
		return nil, problem(http.StatusServiceUnavailable, "the report takes too long to read; send it in parts")
	}
}

// readingJSON is a reading with the schema that the program prints for it.
type readingJSON struct{ *rapporteur.Reading }

// MarshalJSON prints the reading as rapporteur read --json does.
func (r readingJSON) MarshalJSON() ([]byte, error) { return r.Reading.MarshalJSON() }

// Schema is that of rapporteur schema, its parts among the API's.
func (readingJSON) Schema(r huma.Registry) *huma.Schema {
	const name = "Reading"
	ref := &huma.Schema{Ref: "#/components/schemas/" + name}
	if r.Map()[name] != nil {
		return ref
	}
	text, err := rapporteur.Schema()
	if err != nil {
		panic(fmt.Sprintf("the schema of a reading cannot be made: %v", err)) // it is made of types that do not change at run time
	}
	var root struct {
		rawSchema
		Defs map[string]rawSchema `json:"$defs"`
	}
	if err := json.Unmarshal(text, &root); err != nil {
		panic(fmt.Sprintf("the schema of a reading is no JSON: %v", err))
	}
	r.Map()[name] = root.rawSchema.schema()
	for part, s := range root.Defs {
		r.Map()[partName(part)] = s.schema()
	}
	return ref
}

// partName is the name in the API of a part of a reading.
func partName(part string) string {
	return "Reading" + strings.ToUpper(part[:1]) + part[1:]
}

// rawSchema is as much of JSON Schema as rapporteur.Schema uses.
type rawSchema struct {
	Title, Description, Pattern string
	Ref                         string `json:"$ref"`
	Type                        any
	Enum                        []any
	Minimum                     *float64
	Items                       *rawSchema
	Properties                  map[string]rawSchema
	Required                    []string
	Additional                  *bool `json:"additionalProperties"`
}

func (s rawSchema) schema() *huma.Schema {
	out := &huma.Schema{Title: s.Title, Description: s.Description, Pattern: s.Pattern, Enum: s.Enum, Minimum: s.Minimum, Required: s.Required}
	switch t := s.Type.(type) {
	case string:
		out.Type = t
	case []any:
		out.Type, _ = t[0].(string)
		out.Nullable = true
	}
	if s.Ref != "" {
		out.Ref = "#/components/schemas/" + partName(strings.TrimPrefix(s.Ref, "#/$defs/"))
	}
	if s.Items != nil {
		out.Items = s.Items.schema()
	}
	if s.Additional != nil {
		out.AdditionalProperties = *s.Additional
	}
	if s.Properties != nil {
		out.Properties = map[string]*huma.Schema{}
		for key, of := range s.Properties {
			out.Properties[key] = of.schema()
		}
	}
	return out
}
