package record

import (
	"bytes"
	"flag"
	"os"
	"reflect"
	"strings"
	"testing"

	"rapporteur"
)

var update = flag.Bool("update", false, "write the files of testdata anew; a kept format must not need it")

// sample is a reading that has something in every part that matters to the form.
func sample() *Reading {
	return &Reading{
		Sentences: []Sentence{{Span: rapporteur.Span{Start: 0, End: 31}, Heading: true}, {Span: rapporteur.Span{Start: 33, End: 60}, Paragraph: 1}},
		Findings: &rapporteur.Findings{
			Actors: []rapporteur.Actor{{Name: "Arden", Kind: rapporteur.ActorState, Sectors: []string{"GOV"}, Of: rapporteur.None, Mentions: []rapporteur.Span{{Start: 0, End: 5}}, Rule: "actor/gazetteer"}},
			Events: []rapporteur.Event{{Type: "CONSULT", Anchor: rapporteur.Span{Start: 6, End: 9}, Status: rapporteur.StatusHappened, Statement: rapporteur.None, Actors: []rapporteur.Participant{{Name: "Arden", Spans: []rapporteur.Span{{Start: 0, End: 5}}}}}},
			Talks:  []rapporteur.Talks{{Subject: "the ferry", Proposals: []rapporteur.Proposal{{By: "Arden", Phases: 2, Terms: []rapporteur.Term{{Kind: "ceasefire", Span: rapporteur.Span{Start: 10, End: 12}}}}}}},
		},
	}
}

// TestKeptReadings: what this program kept at any time, it still reads.
func TestKeptReadings(t *testing.T) {
	const kept = "testdata/reading.1"
	packed, err := sample().pack()
	if err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(kept, packed, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	old, err := os.ReadFile(kept)
	if err != nil {
		t.Fatal(err)
	}
	for name, body := range map[string][]byte{"packed today": packed, "packed in November 2026": old} {
		var got Reading
		if err := got.unpack(1, body); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !reflect.DeepEqual(&got, sample()) {
			t.Errorf("%s: it is %+v", name, got)
		}
	}
}

// TestNewFields: a field that is added is empty in what was kept before, and one
// that this program does not know is passed over.
func TestNewFields(t *testing.T) {
	packed, err := squeeze(packer, []byte(`{"Sentences":[{"Span":{"Start":0,"End":4},"Mood":"calm"}],"Findings":{"Events":[{"Type":"AID","Weather":"rain"}],"Omens":[1]}}`))
	if err != nil {
		t.Fatal(err)
	}
	var got Reading
	if err := got.unpack(1, packed); err != nil || len(got.Sentences) != 1 || got.Findings.Events[0].Type != "AID" || got.Findings.Actors != nil {
		t.Errorf("%+v, %v", got, err)
	}
}

func TestDamagedReadings(t *testing.T) {
	packed, err := sample().pack()
	if err != nil {
		t.Fatal(err)
	}
	var r Reading
	if err := r.unpack(2, packed); err == nil || !strings.Contains(err.Error(), "use a newer one") {
		t.Errorf("a format to come is read: %v", err)
	}
	for name, body := range map[string][]byte{"empty": {}, "cut short": packed[:len(packed)/2], "noise": bytes.Repeat([]byte{7}, 50)} {
		if err := r.unpack(1, body); err == nil {
			t.Errorf("%s: it is read", name)
		}
	}
}
