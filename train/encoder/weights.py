"""Writes a checkpoint as language/encoder reads it: matrices in 7 bits a weight, one scale an output channel.

  python train/encoder/weights.py CHECKPOINT OUT [CHECK]

CHECK is what PyTorch makes of a few sentences with the same weights, for the tests of language/encoder.

The file is a line of JSON, which names the labels, the pieces and the tensors, and the tensors, little-endian:
  matrix  scales float32[rows], bias float32[rows], int8[rows, cols]
  table   scales float32[rows], int8[rows, cols]
  floats  float32[rows, cols]
Seven bits keep sums of products with unsigned bytes within 16 bits, as the kernels of AVX2 want it.
"""

import json
import sys

import torch

from batch import Batcher
from gold import ROLES, Document, tell
from model import CLUSTERS, HEADS, INNER, LAYERS, LISTS, PLACES, WIDTH, Model
from pieces import Pieces

MOST = 63
BITS = {"pieces": 63, "places": 127, "clusters": 127}


def quantise(w, most):
    """int8 rows and their scales, the scale of each row such that the squared error is least."""
    top = w.abs().amax(1).clamp(min=1e-8) / most
    best, scale = torch.full_like(top, float("inf")), top
    for cut in torch.linspace(0.7, 1.0, 16):
        s = top * cut
        q = (w / s[:, None]).round().clamp(-most, most)
        error = ((q * s[:, None] - w) ** 2).sum(1)
        scale = torch.where(error < best, s, scale)
        best = torch.minimum(best, error)
    return (w / scale[:, None]).round().clamp(-most, most).to(torch.int8), scale


class File:
    def __init__(self):
        self.tensors, self.bytes = [], []

    def put(self, name, kind, rows, cols, *parts):
        self.tensors.append({"name": name, "kind": kind, "rows": rows, "cols": cols})
        self.bytes += [p.contiguous().numpy().tobytes() for p in parts]

    def matrix(self, name, w, bias):
        q, scale = quantise(w, MOST)
        self.put(name, "matrix", *w.shape, scale, bias, q)

    def table(self, name, w):
        q, scale = quantise(w, BITS[name])
        self.put(name, "table", *w.shape, scale, q)

    def floats(self, name, w):
        w = w.reshape(-1, w.shape[-1])
        self.put(name, "floats", *w.shape, w)


def write(state, path):
    m = {k: v.float() for k, v in state["model"].items()}
    f = File()
    linear = lambda name, key: f.matrix(name, m[key + ".weight"], m[key + ".bias"])
    norm = lambda name, key: f.floats(name, torch.stack([m[key + ".weight"], m[key + ".bias"]]))
    f.table("pieces", m["pieces.weight"])
    f.table("places", m["places.weight"])
    f.floats("shapes", m["shapes.weight"])
    f.floats("lists", m["lists.weight"])
    f.table("clusters", m["clusters.weight"])
    norm("norm", "norm")
    for i in range(LAYERS):
        for part in ("qkv", "out", "up", "down"):
            linear(f"layer{i}.{part}", f"layers.{i}.{part}")
        for part in ("norm1", "norm2"):
            norm(f"layer{i}.{part}", f"layers.{i}.{part}")
    for head in ("tags", "names", *ROLES):
        linear(head, f"labels.{head}")
    f.floats("root", m["root"])
    for head in ("arcs", "rels", "links"):
        linear(f"{head}.left", f"{head}.left")
        linear(f"{head}.right", f"{head}.right")
        # [left; 1] W as a matrix of its own: for each relation and element of [right; 1] a row.
        w = m[f"{head}.weight"].transpose(1, 2).reshape(-1, m[f"{head}.weight"].shape[1])
        f.matrix(f"{head}.weight", w[:, :-1].contiguous(), w[:, -1].contiguous())
    header = {"format": 1, "width": WIDTH, "layers": LAYERS, "heads": HEADS, "inner": INNER, "places": PLACES, "lists": LISTS, "clusters": CLUSTERS,
              "labels": state["labels"], "pieces": state["pieces"], "tensors": f.tensors}
    with open(path, "wb") as out:
        out.write(json.dumps(header, ensure_ascii=False).encode() + b"\n")
        for b in f.bytes:
            out.write(b)


TEXT = """KYIV , Ukraine — Foreign Minister Mara Venn said on Monday that the rebels had rejected the cease-fire proposed by Qatar .
“ We will not sign , ” she told reporters in the Zaporizhzhia region , according to the U.N. mission 's 2,500 observers .
ARDEN TALKS STALL

The Velm Liberation Front 's São Miguel office , which opened in 2019 , denied that any of its fighters would n't leave .
But the envoy insisted : “ They 'll go . ”"""


def check(state, path, program):
    model = Model({"pieces": len(state["pieces"]), **{h: len(ls) for h, ls in state["labels"].items()}})
    model.load_state_dict(state["model"])
    model.eval()
    d = Document("check", links=[])
    for l in TEXT.split("\n"):
        if not l or not d.words:
            d.paragraphs.add(len(d.words))
        if l:
            d.sentences.append((len(d.words), len(d.words) + len(l.split())))
            d.words += l.split()
    told = tell([{"sentences": [d.words[a:b] for a, b in d.sentences]}], program)[0]
    d.lists, d.clusters = told["lists"], told["clusters"]
    with torch.no_grad():
        for name, p in model.named_parameters():
            if p.dim() == 2 and name.endswith(".weight") and not name.startswith(("shapes", "lists", "links.weight", "arcs.weight", "rels.weight")):
                q, scale = quantise(p, BITS.get(name.removesuffix(".weight"), MOST))
                p.copy_(q.float() * scale[:, None])
        batch = Batcher(Pieces(state["pieces"]), state["labels"]).batch([(d, d.sentences)])
        w = model.words(batch)
        n = batch["count"]
        out = {"words": d.words, "lists": d.lists, "clusters": d.clusters, "sentences": d.sentences, "paragraphs": sorted(d.paragraphs), "pieces": batch["pieces"][0].tolist(),
               "heads": [r for g, s in zip(batch["grid"], model.arc_scores(w, batch)) for r in s[: int((g >= 0).sum())].argmax(-1).tolist()]}
        for head in ("tags", "names", "content"):
            out[head] = [[round(x, 3) for x in row] for row in model.label(head, w)[:n].tolist()]
    with open(path, "w", encoding="utf-8") as f:
        json.dump(out, f, ensure_ascii=False)
        f.write("\n")


if __name__ == "__main__":
    state = torch.load(sys.argv[1], weights_only=True)
    write(state, sys.argv[2])
    if len(sys.argv) > 3:
        check(state, sys.argv[3], ["go", "run", "./train/encoder/words", "models/en"])
