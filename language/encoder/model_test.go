package encoder

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
)

// tiny is the file of a model of a few channels with weights by chance: what it
// reads means nothing, but has to keep the laws.
func tiny(seed uint64) []byte {
	const width, inner, layers, places = 16, 32, 2, 160
	h := header{
		Format: format, Width: width, Layers: layers, Heads: 2, Inner: inner, Places: places, Lists: 3, Clusters: 5,
		Labels: map[string][]string{
			"tags":    {"NOUN NN", "VERB VBD", "PUNCT ."},
			"deprels": {"dep", "nsubj", "root"}, "names": {"O"},
		},
		Pieces: []string{"[UNK]", "[CLS]", "[SEP]", "a", "b", "c", "##a", "##b", "##c", ".", "1", "##1", "ab", "##bc"},
	}
	part := func(l, kind string) { h.Labels[l] = append(h.Labels[l], "B-"+kind, "I-"+kind, "E-"+kind, "S-"+kind) }
	part("names", "Person")
	part("names", "Location")
	for _, r := range roleNames {
		h.Labels[r] = []string{"O"}
		part(r, r)
	}
	chance := rand.New(rand.NewPCG(seed, 0))
	var body bytes.Buffer
	put := func(v any) {
		if err := binary.Write(&body, binary.LittleEndian, v); err != nil {
			panic(err)
		}
	}
	floats := func(n int, scale float32) {
		for range n {
			put(float32(chance.NormFloat64()) * scale)
		}
	}
	add := func(name, kind string, rows, cols int) {
		h.Tensors = append(h.Tensors, tensor{name, kind, rows, cols})
		switch kind {
		case "floats":
			floats(rows*cols, 1)
			return
		case "matrix":
			for range rows {
				put(float32(0.01))
			}
			floats(rows, 0.5)
		case "table":
			for range rows {
				put(float32(0.02))
			}
		}
		for range rows * cols {
			put(int8(chance.IntN(127) - 63))
		}
	}
	add("pieces", "table", len(h.Pieces), width)
	add("places", "table", places, width)
	add("shapes", "floats", shapes, width)
	add("lists", "floats", h.Lists, width)
	add("clusters", "table", h.Clusters, width)
	add("norm", "floats", 2, width)
	for _, l := range []string{"layer0.", "layer1."} {
		add(l+"qkv", "matrix", 3*width, width)
		add(l+"out", "matrix", width, width)
		add(l+"up", "matrix", inner, width)
		add(l+"down", "matrix", width, inner)
		add(l+"norm1", "floats", 2, width)
		add(l+"norm2", "floats", 2, width)
	}
	for _, l := range append([]string{"tags", "names"}, roleNames[:]...) {
		add(l, "matrix", len(h.Labels[l]), width)
	}
	add("root", "floats", 1, width)
	for _, b := range []struct {
		name string
		out  int
	}{{"arcs", 1}, {"rels", 3}, {"links", 2}} {
		add(b.name+".left", "matrix", 8, width)
		add(b.name+".right", "matrix", 8, width)
		add(b.name+".weight", "matrix", b.out*9, 8)
	}
	line, err := json.Marshal(h)
	if err != nil {
		panic(err)
	}
	return append(append(line, '\n'), body.Bytes()...)
}

func tinyModel(t testing.TB, seed uint64) *Model {
	t.Helper()
	m, err := Load(tiny(seed))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestLoadSaysWhatIsWrong(t *testing.T) {
	good := tiny(1)
	line, rest, _ := bytes.Cut(good, []byte("\n"))
	change := func(old, new string) []byte {
		changed := strings.Replace(string(line), old, new, 1)
		if changed == string(line) {
			t.Fatalf("%q is not in the header", old)
		}
		return append(append([]byte(changed), '\n'), rest...)
	}
	for name, c := range map[string]struct {
		file []byte
		want string
	}{
		"empty":          {nil, "no header"},
		"no JSON":        {[]byte("{\n"), "header"},
		"another format": {change(`"format":1`, `"format":2`), "train them anew"},
		"cut short":      {good[:len(good)-1], "cut short"},
		"too long":       {append(bytes.Clone(good), 0), "too many"},
		"heads":          {change(`"heads":2`, `"heads":3`), "impossible sizes"},
		"a tensor":       {change(`"layer1.up"`, `"layer1.upp"`), "layer1.up"},
		"a size":         {change(`"rows":32,"cols":16`, `"rows":31,"cols":16`), "layer0.up"},
		"a label":        {change(`"B-cue"`, `"X-cue"`), "X-cue"},
		"a tag":          {change(`"NOUN NN"`, `"NOUN"`), "pair of tags"},
	} {
		if _, err := Load(c.file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one with %q", name, err, c.want)
		}
	}
}

// FuzzLoad feeds files that are no weights: an error, never a panic.
func FuzzLoad(f *testing.F) {
	good := tiny(1)
	f.Add(good)
	f.Add(good[:len(good)/2])
	f.Add([]byte(`{"format":1,"width":-1}` + "\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := Load(b); (m == nil) == (err == nil) {
			t.Errorf("model %v and error %v", m, err)
		}
	})
}
