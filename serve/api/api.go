package api

import (
	"context"
	"log/slog"
	"net/http"
	"reflect"
	"strings"
	"time"
	"unicode"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/record/link"
	"rapporteur/serve/shelf"
)

// Prefix is where the API stands. A change that breaks a caller gets a new number.
const Prefix = "/api/v1"

// Options are those of an API.
type Options struct {
	Version string // of the program
	Who     string // signs corrections that name nobody
	// Read reads one report, given as a line of JSON Lines (package
	// ingest/jsonl); nil where texts cannot be read here.
	Read func(ctx context.Context, line []byte) (*rapporteur.Reading, error)
	Log  *slog.Logger     // of what went wrong; nil means slog.Default
	Now  func() time.Time // the clock; nil means that of the machine
}

// An API answers questions to a record. It keeps nobody out: who may ask is the
// affair of what it is mounted in.
type API struct {
	record  *record.Record
	options Options
	huma    huma.API
	mux     *http.ServeMux
	handler http.Handler
	list    map[string]lister
	reading chan struct{} // a place for each text that is read at one time
	kept    *shelf.Shelf
}

// New is the API of a record, under Prefix and FeedPrefix.
func New(r *record.Record, o Options) *API {
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	a := &API{record: r, options: o, mux: http.NewServeMux(), reading: make(chan struct{}, mostReadings), kept: shelf.New(mostKept)}
	config := huma.DefaultConfig("Rapporteur", o.Version)
	config.Info.Description = description
	config.OpenAPIPath, config.SchemasPath = Prefix+"/openapi", Prefix+"/schemas"
	config.DocsPath = ""     // huma's page loads scripts from elsewhere
	config.CreateHooks = nil // no "$schema" in every answer
	config.RejectUnknownQueryParameters = true
	config.Components.Schemas = registry()
	config.Tags = tags
	config.Components.SecuritySchemes = map[string]*huma.SecurityScheme{"token": {Type: "http", Scheme: "bearer", Description: "that rapporteur serve was given or printed; none where it listens on this machine alone"}}
	config.Security = []map[string][]string{{}, {"token": {}}}
	a.huma = humago.New(a.mux, config)
	a.huma.UseMiddleware(patiently)
	a.mux.HandleFunc("/", a.nothing)
	a.mux.HandleFunc("GET "+FeedPrefix, a.serveFeed)
	a.list = a.lists()
	a.routes()
	a.handler = a.tagged(a.mux)
	return a
}

const description = `What reports say of conflicts and of the talks that try to end them. Every fact names the report, the words and the place of the words that it came from;
spans count Unicode code points of the text, from 0, the end exclusive. Lists come in pages: ask again with after set to the next of the page before. Answers carry an ETag:
send it as If-None-Match to be told 304 where nothing has changed. What is refused is answered with application/problem+json that says what to try.`

const (
	patience = 30 * time.Second // how long an answer may take; a table takes its own time
	mostKept = 64 << 20         // bytes of answers that are kept
)

func patiently(h huma.Context, next func(huma.Context)) {
	ctx, cancel := context.WithTimeout(h.Context(), patience)
	defer cancel()
	next(huma.WithContext(h, ctx))
}

// now is the time.
func (a *API) now() time.Time { return a.options.Now() }

// ServeHTTP answers.
func (a *API) ServeHTTP(w http.ResponseWriter, r *http.Request) { a.handler.ServeHTTP(w, r) }

// OpenAPI is the description of the API as JSON.
func (a *API) OpenAPI() ([]byte, error) { return a.huma.OpenAPI().MarshalJSON() }

// nothing answers where there is nothing.
func (a *API) nothing(w http.ResponseWriter, r *http.Request) {
	for _, method := range []string{http.MethodGet, http.MethodPost} {
		other := r.Clone(r.Context())
		other.Method = method
		if _, pattern := a.mux.Handler(other); pattern != "/" {
			w.Header().Set("Allow", method)
			writeProblem(w, http.StatusMethodNotAllowed, r.Method+" is not answered here; "+method+" is")
			return
		}
	}
	writeProblem(w, http.StatusNotFound, "there is nothing here; "+Prefix+"/openapi.json lists what there is")
}

// registry makes the schemas. A type is called by its name, and by its package
// before where that is not the record's own or ours.
func registry() huma.Registry {
	r := huma.NewMapRegistry("#/components/schemas/", func(t reflect.Type, hint string) string {
		name := huma.DefaultSchemaNamer(t, hint)
		for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
			t = t.Elem()
		}
		if path := t.PkgPath(); path == "rapporteur/record/link" {
			return "History" + name
		}
		name = strings.TrimSuffix(name, "JSON")
		if name == "" {
			return name
		}
		return string(unicode.ToUpper(rune(name[0]))) + name[1:]
	})
	for of, by := range aliases {
		r.RegisterTypeAlias(of, by)
	}
	return r
}

// aliases are the types that JSON shows otherwise than Go does.
var aliases = map[reflect.Type]reflect.Type{reflect.TypeFor[link.Told](): reflect.TypeFor[toldJSON]()}

// toldJSON is what (link.Told).MarshalJSON prints.
type toldJSON struct {
	ID        string         `json:"id" doc:"of the finding"`
	Article   string         `json:"article" doc:"id of the report"`
	Family    string         `json:"family,omitempty" doc:"id of the first of the copies that the report is one of"`
	Title     string         `json:"title,omitempty"`
	URL       string         `json:"url,omitempty"`
	Publisher string         `json:"publisher,omitempty" doc:"outlet"`
	Outlet    string         `json:"outlet,omitempty" doc:"whose report it is and through whom it came, such as Reuters via Harbour Post"`
	Published string         `json:"published,omitempty"`
	Span      record.Passage `json:"span"`
	Sentence  string         `json:"sentence,omitempty"`
}

var tags = []*huma.Tag{
	{Name: "Talks", Description: "Negotiations, followed from report to report."},
	{Name: "Findings", Description: "What reports say, each with its evidence."},
	{Name: "Reports", Description: "The reports themselves."},
	{Name: "Corrections", Description: "What people changed."},
}
