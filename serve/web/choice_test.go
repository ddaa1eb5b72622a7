package web

import (
	"errors"
	"strings"
	"testing"

	"rapporteur/record"
)

// TestKeysAreThoseOfTheRecord: every key and choice that a page offers is one that the record
// takes, or at least knows.
func TestKeysAreThoseOfTheRecord(t *testing.T) {
	reports := reported(t)
	r := newRecord(t, reports...)
	ids := map[record.Kind]record.ID{}
	for _, a := range reports {
		found, err := r.Report(t.Context(), a.ID())
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range summaries(found) {
			ids[s.ID.Kind()] = s.ID
		}
	}
	recode := func(kind record.Kind, key, value string) error {
		kept, err := r.Correct(t.Context(), record.Correction{Action: record.ActionRecode, Who: "Brin Marsh", Target: record.Target{ID: ids[kind]}, Field: key, Value: value})
		if err != nil {
			return err
		}
		_, undone := r.Correct(t.Context(), record.Correction{Action: record.ActionUndo, Who: "Brin Marsh", Undoes: kept.N})
		return errors.Join(undone)
	}
	for kind, keys := range codable {
		if ids[kind] == 0 {
			t.Errorf("the stories have no %s", kind)
			continue
		}
		for _, key := range keys {
			if err := recode(kind, key, "1"); err != nil && strings.Contains(err.Error(), "has no field") {
				t.Errorf("%s: %v", kind, err)
			}
			for _, choice := range choices[kind][key] {
				if err := recode(kind, key, choice); err != nil {
					t.Errorf("%s, %s: %v", kind, key, err)
				}
			}
		}
	}
	for kind := range choices {
		for key := range choices[kind] {
			if !strings.Contains(strings.Join(codable[kind], " ")+" ", key+" ") {
				t.Errorf("%s, %s: there are choices, and nobody can choose", kind, key)
			}
		}
	}
}
