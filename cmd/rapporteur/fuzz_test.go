package main

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
)

// FuzzStandardInput: whatever bytes come, they are read or refused, in every
// form, and what is printed can be shown or parsed.
func FuzzStandardInput(f *testing.F) {
	f.Add([]byte(truce))
	f.Add([]byte("<html><p>" + raid))
	f.Add([]byte("\xff\xfe\x00"))
	f.Add([]byte("“\x1b[2J"))
	f.Add([]byte(`{"text":"Velm waits."}` + "\n{"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<12 {
			t.Skip("long texts fuzz slowly")
		}
		for _, args := range [][]string{{"read", "-"}, {"read", "--explain", "--published", published, "-"}, {"read", "--json", "-"}, {"read", "--json", "--jsonl", "-"}, {"parse", "-"}} {
			status, out, err := ask(string(raw), args...)
			if status == wrongUsage || (status == someUnread) != (err != "") || strings.Contains(err, "fault of the program") {
				t.Errorf("%v: status %d, %s", args, status, err)
			}
			switch args[1] {
			case "--json":
				for line := range strings.Lines(out) {
					if !json.Valid([]byte(line)) {
						t.Errorf("%v prints %s", args, line)
					}
				}
			case "-", "--explain":
				if i := strings.IndexFunc(out, func(r rune) bool { return unicode.IsControl(r) && r != '\n' }); args[0] == "read" && i >= 0 {
					t.Errorf("%v prints a control character at %d: %q", args, i, out)
				}
			}
		}
	})
}
