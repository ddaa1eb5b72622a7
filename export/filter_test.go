package export

import (
	"strings"
	"testing"
)

func TestPeriod(t *testing.T) {
	for in, want := range map[string]string{
		"2024-03-11":            "2024-03-11 2024-03-11 2024-03-11",
		"2024-03":               "2024-03 2024-03-01 2024-03-31",
		"2023-02":               "2023-02 2023-02-01 2023-02-28",
		"2024":                  "2024 2024-01-01 2024-12-31",
		"2024-03-09/2024-03-10": " 2024-03-09 2024-03-10",
		"2023/2024-02":          " 2023-01-01 2024-02-29",
		"2024-03-11T14:00":      "2024-03-11 2024-03-11 2024-03-11",
		"":                      "  ",
		"2024-13":               "  ",
		"/2024-03":              "  2024-03-31",
		"soon":                  "  ",
		"2024-W11":              "  ",
	} {
		first, last := Period(in).Bounds()
		if got := strings.Join([]string{Period(in).Single(), first, last}, " "); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestNamed(t *testing.T) {
	for _, c := range []struct {
		asked, name string
		want        bool
	}{
		{"red cross", "the International Red Cross", true},
		{"Vale", "=Élan Vale", true},
		{"ÉLAN", "Élan Vale", true},
		{"val", "Élan Vale", false},
		{"cross red", "Red Cross", false},
		{"Velm", "Velm’s coast guard", true},
		{"Egypt", "Qatar; Egypt", true},
		{"", "Velm", false},
	} {
		if got := Named(c.asked, c.name); got != c.want {
			t.Errorf("%q in %q: %v", c.asked, c.name, got)
		}
	}
}

func TestFilters(t *testing.T) {
	r := ferry()
	events := EventsOf(r)
	for _, c := range []struct {
		filter Filter
		want   string // which of the four events
	}{
		{Filter{}, "0123"},
		{Filter{Types: []string{"CONSULT"}}, "03"},
		{Filter{Statuses: []string{"denied", "planned"}}, "23"},
		{Filter{Actors: []string{"vale"}}, "0"},
		{Filter{Actors: []string{"Norway"}}, "23"}, // by key, whatever the report calls it
		{Filter{Actors: []string{"vale", "velm"}}, "023"},
		{Filter{Countries: []string{"SDN"}}, "23"},
		{Filter{Countries: []string{"NOR"}}, "023"}, // the first by its place, too
		{Filter{Since: "2024-03-12"}, "123"},        // undated ones by publication, a month by its last day
		{Filter{Until: "2024-03-11"}, "03"},
		{Filter{Since: "2024-03-11", Until: "2024-03-11"}, "03"},
		{Filter{Since: "2024-04-01"}, ""},
	} {
		c.filter.Ready()
		got := ""
		for i := range events {
			if c.filter.Event(&events[i]) {
				got += string(rune('0' + i))
			}
		}
		if got != c.want {
			t.Errorf("%+v keeps %q, want %q", c.filter, got, c.want)
		}
	}
	said := Filter{Actors: []string{"velm"}}
	said.Ready()
	quotes := QuotesOf(r)
	if said.Quote(&quotes[0]) || !said.Quote(&quotes[1]) {
		t.Error("quotations are filtered by something else than their speaker")
	}
	undated := ferry()
	undated.Document.Article.Published = undated.Document.Article.Published.AddDate(-3000, 0, 0)
	late := Filter{Since: "2024-01-01", Countries: []string{"NOR"}}
	late.Ready()
	figures := FiguresOf(r)
	if !late.Figure(&figures[0]) || late.Figure(&figures[1]) {
		t.Error("figures are filtered by something else than their place and date")
	}
	if actors := ActorsOf(undated); late.Actor(&actors[0]) {
		t.Error("an actor of an old report is not too old")
	}
}

func TestChoose(t *testing.T) {
	if got, err := Choose("event type", []string{"assault", " Consult"}, EventTypes()); err != nil || strings.Join(got, " ") != "ASSAULT CONSULT" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := Choose("event type", []string{"WAR"}, EventTypes()); err == nil || !strings.Contains(err.Error(), "ASSAULT") {
		t.Errorf("%v does not list what there is", err)
	}
	if got, err := Countries([]string{"sdn", "Norway", "Burma"}); err != nil || strings.Join(got, " ") != "SDN NOR MMR" {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := Countries([]string{"Arvonia"}); err == nil || !strings.Contains(err.Error(), "SDN") {
		t.Errorf("%v does not list what there is", err)
	}
}
