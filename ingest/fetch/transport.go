package fetch

import "net/http"

// Transport makes connections as a Client does, to public addresses only unless
// private is true, for requests that get nothing: webhooks.
func Transport(private bool) http.RoundTripper { return transport(judges(private)) }
