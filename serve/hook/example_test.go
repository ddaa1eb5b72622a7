package hook_test

import (
	"fmt"
	"io"
	"net/http"
	"sync"
	"time"

	"rapporteur/serve/hook"
)

// A receiver trusts only what is signed with the secret of its subscription, and
// does nothing twice for one id.
func ExampleVerify() {
	const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" // as rapporteur hook add printed it
	var done sync.Map
	http.HandleFunc("POST /rapporteur", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
		if err == nil {
			err = hook.Verify(secret, r.Header, body, time.Now())
		}
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if _, before := done.LoadOrStore(r.Header.Get(hook.HeaderID), true); !before {
			fmt.Printf("new: %s\n", body)
		}
		w.WriteHeader(http.StatusNoContent)
	})
}
