// Package fetch gets what stands at addresses of the web that others chose: safely, since an
// address in a feed may be made by an enemy, and politely, since the servers
// belong to somebody.
//
//	c := fetch.New(fetch.Options{})
//	r, err := c.Get(ctx, fetch.Request{Address: "https://harbour-post.example/feed.xml"})
//
// Safely: only http and https; no request to an address of this machine, of a
// private network or of no network at all, whatever name it hides behind, asked
// when the connection is made and so for every redirection; limits on size
// (packed and unpacked), time, redirections and the header. docs/security.md
// says what that is against.
//
// Politely: a User-Agent that names the product, robots.txt (RFC 9309), one
// request at a time to a host with a pause between two, Retry-After and a
// growing pause for hosts in trouble, and conditional requests (RFC 9110,
// section 13).
package fetch
