package published

import (
	"strings"
	"testing"
	"time"
)

func TestParse(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"2024-05-04", "2024-05-04T00:00:00Z"},
		{" 2024-05-04\n", "2024-05-04T00:00:00Z"},
		{"2024-5-4", "2024-05-04T00:00:00Z"},
		{"20240504", "2024-05-04T00:00:00Z"},
		{"2024/05/04", "2024-05-04T00:00:00Z"},
		{"2024-05-04T13:00:00Z", "2024-05-04T13:00:00Z"},
		{"2024-05-04T13:00:00.123Z", "2024-05-04T13:00:00Z"},
		{"2024-05-04T23:30:00-07:00", "2024-05-04T23:30:00-07:00"},
		{"2024-05-04T23:30:00+0200", "2024-05-04T23:30:00+02:00"},
		{"2024-05-04T13:00", "2024-05-04T13:00:00Z"},
		{"2024-05-04T13:00+02:00", "2024-05-04T13:00:00+02:00"},
		{"20240504T130000Z", "2024-05-04T13:00:00Z"},
		{"20240504130000", "2024-05-04T13:00:00Z"},
		{"2024-05-04 13:00", "2024-05-04T13:00:00Z"},
		{"2024-05-04 13:00:59", "2024-05-04T13:00:59Z"},
		{"2024-05-04 13:00:00 +0300", "2024-05-04T13:00:00+03:00"},
		{"2024-05-04 13:00:00+03:00", "2024-05-04T13:00:00+03:00"},
		{"4 May 2024", "2024-05-04T00:00:00Z"},
		{"04 May 2024", "2024-05-04T00:00:00Z"},
		{"4th May 2024", "2024-05-04T00:00:00Z"},
		{"the 4th of May, 2024", "2024-05-04T00:00:00Z"},
		{"May 4, 2024", "2024-05-04T00:00:00Z"},
		{"may 4 2024", "2024-05-04T00:00:00Z"},
		{"Sept. 4, 2024", "2024-09-04T00:00:00Z"},
		{"September 4, 2024", "2024-09-04T00:00:00Z"},
		{"Saturday, May 4th, 2024 at 3:15 p.m.", "2024-05-04T15:15:00Z"},
		{"Sat 4 May 2024 15:15 GMT", "2024-05-04T15:15:00Z"},
		{"May 4, 2024 3:15pm", "2024-05-04T15:15:00Z"},
		{"Sat, 04 May 2024 13:00:00 GMT", "2024-05-04T13:00:00Z"},
		{"Sat, 04 May 2024 13:00:00 +0200", "2024-05-04T13:00:00+02:00"},
		{"4-May-2024", "2024-05-04T00:00:00Z"},
	} {
		got, err := Parse(test.in)
		if err != nil {
			t.Errorf("%q: %v", test.in, err)
			continue
		}
		if got := got.Truncate(time.Second).Format(time.RFC3339); got != test.want {
			t.Errorf("%q: %s; want %s", test.in, got, test.want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, in := range []string{
		"", "yesterday", "2024", "May 2024", "2024-13-04", "2024-02-30", "31 June 2024", "04/05/2024", "4.5.2024",
		"1714824000", "0000-01-01", strings.Repeat("4 May 2024 ", 1000), "4 May 2024 \xff",
	} {
		got, err := Parse(in)
		if err == nil {
			t.Errorf("%.40q: read as %s; want an error", in, got)
		} else if !strings.Contains(err.Error(), "4 May 2024,") {
			t.Errorf("%.40q: the error names no accepted form: %v", in, err)
		}
	}
	if _, err := Parse("04/05/2024"); !strings.Contains(err.Error(), "told apart") {
		t.Errorf("04/05/2024: %v; want the reason", err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("2024-05-04")
	f.Add("Saturday, May 4th, 2024 at 3:15 p.m. GMT")
	f.Fuzz(func(t *testing.T, s string) {
		if got, err := Parse(s); err == nil && got.IsZero() {
			t.Errorf("%q: the zero time without an error", s)
		}
	})
}
