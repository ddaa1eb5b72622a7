package serve

import (
	"net/http"

	"rapporteur/record"
)

// doors mounts what is served to programs. All of it stands behind guard.
func doors(mux *http.ServeMux, r *record.Record, o Options) {}
