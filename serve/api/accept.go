package api

import (
	"cmp"
	"mime"
	"slices"
	"strconv"
	"strings"
)

// accepted are the media types of an Accept header, those that are wanted most
// first. What cannot be understood is passed over.
func accepted(header string) []string {
	type wish struct {
		media   string
		quality float64
	}
	var wishes []wish
	for part := range strings.SplitSeq(header, ",") {
		media, parameters, err := mime.ParseMediaType(part)
		if err != nil {
			continue
		}
		w := wish{media, 1}
		if q, err := strconv.ParseFloat(parameters["q"], 64); err == nil {
			w.quality = q
		}
		if w.quality > 0 {
			wishes = append(wishes, w)
		}
	}
	slices.SortStableFunc(wishes, func(a, b wish) int { return cmp.Compare(b.quality, a.quality) })
	out := make([]string, len(wishes))
	for i, w := range wishes {
		out[i] = w.media
	}
	return out
}
