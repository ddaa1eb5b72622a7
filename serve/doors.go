package serve

import (
	"net/http"

	"rapporteur/record"
	"rapporteur/serve/api"
	"rapporteur/serve/mcp"
)

// doors mounts what is served to programs. All of it stands behind guard.
func doors(mux *http.ServeMux, r *record.Record, o Options) {
	a := api.New(r, api.Options{Version: o.Version, Who: o.Who, Read: o.Read, Log: o.Log})
	mux.Handle("/api/", a)
	mux.Handle(api.FeedPrefix, a)
	mux.Handle("/mcp", mcp.Handler(mcp.Server(a, o.Version)))
}
