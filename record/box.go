package record

import (
	"fmt"
	"strconv"
	"strings"
)

// A Box is a part of the map, in degrees of WGS 84. West may be greater than
// East: then it lies across the 180th meridian.
type Box struct{ West, South, East, North float64 }

// ParseBox reads "west,south,east,north" (RFC 7946, section 5); nil for "".
func ParseBox(text string) (*Box, error) {
	if text == "" {
		return nil, nil
	}
	parts := strings.Split(text, ",")
	var sides [4]float64
	for i, part := range parts {
		side, err := strconv.ParseFloat(strings.TrimSpace(part), 64)
		if err != nil || len(parts) != len(sides) {
			return nil, fmt.Errorf("bbox is west,south,east,north in degrees, such as 21.8,8.7,38.6,22.2, not %q", text)
		}
		sides[i] = side
	}
	if !(-90 <= sides[1] && sides[1] <= sides[3] && sides[3] <= 90 && -180 <= min(sides[0], sides[2]) && max(sides[0], sides[2]) <= 180) {
		return nil, fmt.Errorf("bbox %s is no part of the map: south to north within -90 and 90, west to east within -180 and 180", text)
	}
	return &Box{West: sides[0], South: sides[1], East: sides[2], North: sides[3]}, nil
}

// String is the box as ParseBox reads it.
func (b Box) String() string {
	side := func(degrees float64) string { return strconv.FormatFloat(degrees, 'f', -1, 64) }
	return side(b.West) + "," + side(b.South) + "," + side(b.East) + "," + side(b.North)
}
