package feed

import (
	"net/url"
	"strings"
)

// tracking are the parameters by which outlets count where readers come from.
// They lead nowhere else, and the same report would have many addresses with
// them.
var tracking = map[string]bool{
	"fbclid": true, "gclid": true, "dclid": true, "yclid": true, "msclkid": true, "igshid": true, "mc_cid": true, "mc_eid": true,
	"at_medium": true, "at_campaign": true, "at_custom1": true, "at_custom2": true, "ns_mchannel": true, "ns_source": true, "ns_campaign": true, "ns_linkname": true,
	"cmpid": true, "ftag": true, "wt_zmc": true, "maca": true, "smid": true, "traffic_source": true,
}

// clean is an address without what counts readers and without a place on the
// page. What is left is as it was, in its order.
func clean(u *url.URL) string {
	kept := ""
	for part := range strings.SplitSeq(u.RawQuery, "&") {
		key, _, _ := strings.Cut(part, "=")
		if key = strings.ToLower(key); strings.HasPrefix(key, "utm_") || tracking[key] {
			continue
		}
		if kept != "" {
			kept += "&"
		}
		kept += part
	}
	out := *u
	out.RawQuery, out.Fragment, out.RawFragment = kept, "", ""
	return out.String()
}
