package fetch

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"syscall"
	"time"
)

// A ForbiddenError is an address that no request may go to.
type ForbiddenError struct {
	Address netip.Addr
	Why     string // what kind of address it is
}

func (e *ForbiddenError) Error() string {
	return fmt.Sprintf("%s is %s, and addresses that others choose must not lead there; if it is a site of your own network, say --intranet", e.Address, e.Why)
}

// A network that no request from outside may reach, and what it is.
type network struct {
	prefix netip.Prefix
	is     string
}

// networks are those of IANA's registries of special-purpose addresses (RFC 6890
// and what came after it) that are not reachable from everywhere.
var networks = func() (all []network) {
	for _, n := range []struct{ prefix, is string }{
		{"0.0.0.0/8", "an address of this machine"},
		{"10.0.0.0/8", "an address of a private network"},
		{"100.64.0.0/10", "an address inside a provider's network"}, // RFC 6598, carrier-grade NAT
		{"127.0.0.0/8", "an address of this machine"},
		{"169.254.0.0/16", "a link-local address"}, // the metadata services of clouds, too
		{"172.16.0.0/12", "an address of a private network"},
		{"192.0.0.0/24", "an address for protocols"},
		{"192.0.2.0/24", "an address for examples"},
		{"192.88.99.0/24", "an address of a relay"},
		{"192.168.0.0/16", "an address of a private network"},
		{"198.18.0.0/15", "an address for benchmarks"},
		{"198.51.100.0/24", "an address for examples"},
		{"203.0.113.0/24", "an address for examples"},
		{"224.0.0.0/4", "a multicast address"},
		{"240.0.0.0/4", "a reserved address"},
		{"::/128", "an address of this machine"},
		{"::1/128", "an address of this machine"},
		{"64:ff9b:1::/48", "an address of a private network"}, // RFC 8215, local NAT64
		{"100::/64", "an address that leads nowhere"},
		{"2001::/23", "an address for protocols"}, // Teredo, too, which hides an IPv4 address
		{"2001:db8::/32", "an address for examples"},
		{"2002::/16", "an address of a relay"}, // 6to4, which hides an IPv4 address
		{"3fff::/20", "an address for examples"},
		{"5f00::/16", "an address for protocols"},
		{"fc00::/7", "an address of a private network"},
		{"fe80::/10", "a link-local address"},
		{"fec0::/10", "an address of a private network"},
		{"ff00::/8", "a multicast address"},
	} {
		all = append(all, network{netip.MustParsePrefix(n.prefix), n.is})
	}
	return all
}()

var (
	nat64  = netip.MustParsePrefix("64:ff9b::/96") // RFC 6052: an IPv4 address in the last four bytes
	global = netip.MustParsePrefix("2000::/3")     // all that is given out of IPv6
)

// forbidden is the error for an address that no request may go to, else nil.
func forbidden(a netip.Addr) error {
	asked := a
	a = a.WithZone("").Unmap()
	if nat64.Contains(a) {
		b := a.As16()
		a = netip.AddrFrom4([4]byte(b[12:]))
	}
	for _, n := range networks {
		if n.prefix.Contains(a) {
			return &ForbiddenError{asked, n.is}
		}
	}
	if a.Is6() && !global.Contains(a) {
		return &ForbiddenError{asked, "a reserved address"}
	}
	return nil
}

// control looks at the address that a connection is about to be made to: after
// names are resolved, so that no answer of a name server can come in between.
func (j judge) control(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return fmt.Errorf("an address that cannot be judged: %w", err)
	}
	return j(to)
}

// A judge says why no request may go to an address, nil where one may.
type judge func(netip.AddrPort) error

// public lets requests go to addresses that are reachable from everywhere.
func public(to netip.AddrPort) error { return forbidden(to.Addr()) }

// judges lets requests go to public addresses, or anywhere where private is true.
func judges(private bool) judge {
	if private {
		return func(netip.AddrPort) error { return nil }
	}
	return public
}

// transport makes connections to the addresses that a judge allows.
//
// A proxy of the environment (HTTPS_PROXY) makes the connections itself. It may
// stand in a private network; what the request is for is then judged by its name
// before the proxy is asked.
func transport(allows judge) http.RoundTripper {
	guarded := &net.Dialer{Timeout: connecting, KeepAlive: 15 * time.Second, Control: allows.control}
	free := &net.Dialer{Timeout: connecting, KeepAlive: 15 * time.Second}
	t := &http.Transport{
		Proxy:                  http.ProxyFromEnvironment,
		TLSHandshakeTimeout:    connecting,
		MaxResponseHeaderBytes: maxHeader,
		MaxIdleConnsPerHost:    1,
		MaxIdleConns:           64,
		IdleConnTimeout:        30 * time.Second,
		DisableCompression:     true, // unpacked here, with a limit
		ForceAttemptHTTP2:      true,
	}
	proxies := map[string]bool{}
	for _, scheme := range []string{"http", "https"} {
		request := &http.Request{URL: &url.URL{Scheme: scheme, Host: "harbour-post.example"}}
		if proxy, err := http.ProxyFromEnvironment(request); err == nil && proxy != nil {
			proxies[hostPort(proxy)] = true
		}
	}
	t.DialContext = func(ctx context.Context, network, address string) (net.Conn, error) {
		if proxies[address] {
			return free.DialContext(ctx, network, address)
		}
		return guarded.DialContext(ctx, network, address)
	}
	if len(proxies) == 0 {
		return t
	}
	return behindProxy{t, allows}
}

// hostPort is what is dialled to reach u.
func hostPort(u *url.URL) string {
	port := u.Port()
	switch {
	case port != "":
	case u.Scheme == "https":
		port = "443"
	case u.Scheme == "http":
		port = "80"
	default:
		port = "1080"
	}
	return net.JoinHostPort(u.Hostname(), port)
}

// behindProxy judges where requests lead before a proxy is asked to make them.
// Where names cannot be resolved here, the proxy is left to judge.
type behindProxy struct {
	*http.Transport
	allows judge
}

func (t behindProxy) RoundTrip(r *http.Request) (*http.Response, error) {
	host := r.URL.Hostname()
	var leads []netip.Addr
	if a, err := netip.ParseAddr(host); err == nil {
		leads = []netip.Addr{a}
	} else if found, err := net.DefaultResolver.LookupNetIP(r.Context(), "ip", host); err == nil {
		leads = found
	}
	for _, a := range leads {
		if err := t.allows(netip.AddrPortFrom(a, 0)); err != nil {
			return nil, err
		}
	}
	return t.Transport.RoundTrip(r)
}
