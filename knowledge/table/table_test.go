package table

import (
	"reflect"
	"strings"
	"testing"
)

func TestRows(t *testing.T) {
	got := Rows("ferries.tsv", "# Ferries.\nname\tport\tseats\r\nGull\tVelm\t40\n\nTern\tOster\n", "name", "port", "seats")
	if want := [][]string{{"Gull", "Velm", "40"}, {"Tern", "Oster", ""}}; !reflect.DeepEqual(got, want) {
		t.Errorf("rows %q, want %q", got, want)
	}
}

func TestFaultsSayWhere(t *testing.T) {
	for text, want := range map[string]string{
		"name\tharbour\nGull\tVelm\n":    "knowledge/ferries.tsv: columns",
		"name\tport\nGull\tVelm\t40\n":   `"Gull\tVelm\t40"`,
		"# no line names the columns.\n": "",
	} {
		func() {
			defer func() {
				said, _ := recover().(string)
				if want == "" && said != "" || !strings.Contains(said, want) {
					t.Errorf("%q panics with %q, want %q in it", text, said, want)
				}
			}()
			Rows("ferries.tsv", text, "name", "port")
		}()
	}
}

func TestList(t *testing.T) {
	if got := List("a|b c"); !reflect.DeepEqual(got, []string{"a", "b c"}) || List("") != nil {
		t.Errorf("List gives %q and %q", got, List(""))
	}
}
