package coref

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"
)

func TestTablesAreWhole(t *testing.T) {
	if all, err := readNouns(nounsTable); err != nil || len(all) < 500 {
		t.Errorf("%d nouns, error %v", len(all), err)
	}
	if all, err := readVerbs(verbsTable); err != nil || len(all) < 200 {
		t.Errorf("%d verbs, error %v", len(all), err)
	}
	if _, err := ReadWeights(weightsTable); err != nil {
		t.Error(err)
	}
}

func TestTablesRefuse(t *testing.T) {
	for text, want := range map[string]string{
		"":                                    "an empty table",
		"noun\tclass\tgender\nx\tperson\tq\n": "line 2",
		"noun\tclass\tgender\nx\tperson\nx\tbody\n":     "not listed before",
		"# a\nnoun\tclass\tgender\n\nX\tperson\n":       "line 4",
		"noun\tclass\tgender\nx\tperson\tm\tfurther\n":  "4 columns, want 3",
		"noun\tclass\tgender\nmany words\tweather\tm\n": "a class",
	} {
		if _, err := readNouns(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("nouns %q: error %v, want %q", text, err, want)
		}
	}
	for text, want := range map[string]string{
		"feature\the\tit\tthey\tthe-one\tthe-many\nbeauty\t1\t1\t1\t1\t1\n": `no feature is called "beauty"`,
		"feature\the\nsame-sentence\t1\n":                                   "2 columns",
		"feature\the\tit\tthey\tthe-one\tthe-many\nsame-sentence\tx\n":      `weight "x"`,
	} {
		if _, err := ReadWeights(text); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("weights %q: error %v, want %q", text, err, want)
		}
	}
}

func TestWeightsAreReadBack(t *testing.T) {
	if got := fitted().String(); got != weightsTable {
		t.Error("the weights print otherwise than they were read; fit them again")
	}
}

func TestWeightsAreThoseOfTheCard(t *testing.T) {
	b, err := os.ReadFile("weights.json")
	if err != nil {
		t.Fatal(err)
	}
	var card struct {
		SHA256   string
		Settings struct{ Sure map[string]float64 }
	}
	if err := json.Unmarshal(b, &card); err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256([]byte(weightsTable)); card.SHA256 != hex.EncodeToString(sum[:]) {
		t.Error("weights.json is the card of other weights")
	}
	for i, name := range taskNames {
		if float32(card.Settings.Sure[name]) != fitted().thresholds[i] {
			t.Errorf("%s: the card asks for %v, the weights for %v", name, card.Settings.Sure[name], fitted().thresholds[i])
		}
	}
}

func TestFeaturesHaveNames(t *testing.T) {
	for i, name := range featureNames {
		if name == "" {
			t.Errorf("feature %d has no name", i)
		}
	}
	sorted := slices.Sorted(slices.Values(featureNames[:]))
	if len(slices.Compact(sorted)) != int(features) {
		t.Error("two features have one name")
	}
}

func TestSameFullName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"aster vale", "aster vale", true},
		{"aster vale", "aster m vale", true},
		{"a vale", "aster vale", true},
		{"selim dara kor", "selim dara", true},
		{"omar bin farid", "bin farid", true},
		{"kang jo un", "jo un", true},
		{"rina mori", "mori rina", true},
		{"demetis vale", "demetris vale", true},
		{"aster vale", "bern vale", false},
		{"marina vale", "martin vale", false},
		{"aster vale", "aster holt", false},
		{"kang jo un", "kang jo il", false},
		{"aster maria vale", "aster bella vale", false},
	} {
		if got := sameFullName(strings.Fields(c.a), strings.Fields(c.b)); got != c.want {
			t.Errorf("%q and %q: %v, want %v", c.a, c.b, got, c.want)
		}
	}
}

func TestNameWords(t *testing.T) {
	for name, want := range map[string]string{
		"Abdullah al-Thinni": "abdullah thinni",
		"Ban Ki-moon":        "ban ki moon",
		"John F. O’Dell":     "john f odell",
		"U.S.":               "us",
		"Al Gorran":          "al gorran",
		"“Velm” 2":           "velm 2",
		"—":                  "",
	} {
		if got := strings.Join(nameWords(name), " "); got != want {
			t.Errorf("words of %q: %q, want %q", name, got, want)
		}
	}
}

func TestNameKey(t *testing.T) {
	for name, want := range map[string]string{
		"the Velm Front": "velm front", "Republic of Arden": "arden", "Islamic Republic of Arden": "arden",
		"Republic of Congo": "republic of congo", "Republic of South Arden": "south arden", "Velm Strip": "velm",
		"Velm movement": "velm", "Arden City": "arden city", "State of Velm": "velm", "The": "the",
	} {
		if got := nameKey(nameWords(name)); got != want {
			t.Errorf("key of %q: %q, want %q", name, got, want)
		}
	}
}
