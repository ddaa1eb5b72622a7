"""How much the fitted encoder knows of PLOVER events: the type of an event, given the words of its source and target, by cross-validation.

  python train/encoder/plover.py --gold ../shared/data --work WORK

A measurement alone: the pairs state no licence, so nothing that is fitted on them is kept.
"""

import argparse
import json
import os
import random

import torch
import torch.nn.functional as F
from torch import nn

import gold
from batch import Batcher
from model import WIDTH, Model
from pieces import Pieces

FOLDS, EPOCHS, BATCH, RATE, HEAD_RATE = 5, 10, 24, 1e-4, 1e-3


class Typer(nn.Module):
    def __init__(self, state, types):
        super().__init__()
        self.model = Model({"pieces": len(state["pieces"]), **{h: len(ls) for h, ls in state["labels"].items()}})
        self.model.load_state_dict(state["model"])
        self.sides = nn.Embedding(3, WIDTH)  # of neither, of the source, of the target
        nn.init.normal_(self.sides.weight, std=0.02)
        self.out = nn.Sequential(nn.Dropout(0.2), nn.Linear(4 * WIDTH, WIDTH), nn.GELU(), nn.Dropout(0.2), nn.Linear(WIDTH, types))

    def forward(self, batch, sides):
        """The scores of types for windows of one sentence each; sides (b, n) says of every piece whose it is."""
        m = self.model
        real = batch["pieces"] >= 0
        x = m.norm(m.embed(batch) + self.sides(sides))
        mask = torch.zeros(real.shape).masked_fill(~real, -1e4)[:, None, None, :]
        for layer in m.layers:
            x = layer(x, mask)
        mean = lambda on: (x * on[..., None]).sum(1) / on.sum(1, keepdim=True).clamp(min=1)
        top = x.masked_fill(~real[..., None], -1e4).amax(1)
        return self.out(torch.cat([x[:, 0], mean(sides == 1), mean(sides == 2), top], -1)).float()


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--gold", required=True)
    a.add_argument("--work", required=True)
    a.add_argument("--program", default="go run ./train/encoder/words models/en")
    a.add_argument("--seed", type=int, default=1)
    a = a.parse_args()
    pairs = [json.loads(l) for l in gold.lines(os.path.join(a.gold, "events/plv.train.jsonl.gz"))]
    documents = list(gold.cut([(p["id"], p["text"]) for p in pairs], a.program.split()))
    types = sorted({p["type"] for p in pairs})
    state = torch.load(os.path.join(a.work, "checkpoint.pt"), weights_only=True)
    batcher = Batcher(Pieces(state["pieces"]), state["labels"])
    # Pairs of one sentence stay together.
    texts = sorted({p["text"] for p in pairs})
    random.Random(a.seed).shuffle(texts)
    fold = {t: i % FOLDS for i, t in enumerate(texts)}

    def prepare(chosen):
        batch = batcher.batch([(documents[i][0], documents[i][0].sentences) for i in chosen])
        sides = torch.zeros(batch["pieces"].shape, dtype=torch.long)
        n = sides.shape[1]
        firsts = iter(batch["firsts"].tolist())
        for row, i in enumerate(chosen):
            d, spans = documents[i]
            for word, (start, end) in zip(d.words, spans):
                at = next(firsts) - row * n
                for side, key in ((1, "source"), (2, "target")):
                    if start < pairs[i][key][1] and end > pairs[i][key][0]:
                        sides[row, at:at + len(batcher.pieces.of(word))] = side
        return batch, sides

    right = 0
    for f in range(FOLDS):
        torch.manual_seed(a.seed + f)
        r = random.Random(a.seed + f)
        train = [i for i, p in enumerate(pairs) if fold[p["text"]] != f]
        test = [i for i, p in enumerate(pairs) if fold[p["text"]] == f]
        t = Typer(state, len(types))
        groups = [([], RATE), ([], HEAD_RATE)]
        for name, p in t.named_parameters():
            groups[not name.startswith("model.")][0].append(p)
        optimiser = torch.optim.AdamW([{"params": ps, "lr": x, "rate": x} for ps, x in groups], weight_decay=0.01, fused=True)
        steps, at = EPOCHS * -(-len(train) // BATCH), 0
        for _ in range(EPOCHS):
            r.shuffle(train)
            for i in range(0, len(train), BATCH):
                at += 1
                for g in optimiser.param_groups:
                    g["lr"] = g["rate"] * min(1, at / (0.1 * steps)) * (1 - at / (steps + 1))
                t.train()
                batch, sides = prepare(train[i:i + BATCH])
                with torch.autocast("cpu", dtype=torch.bfloat16):
                    loss = F.cross_entropy(t(batch, sides), torch.tensor([types.index(pairs[k]["type"]) for k in train[i:i + BATCH]]))
                loss.backward()
                torch.nn.utils.clip_grad_norm_(t.parameters(), 1.0)
                optimiser.step()
                optimiser.zero_grad()
        t.eval()
        got = 0
        with torch.no_grad():
            for i in range(0, len(test), BATCH):
                batch, sides = prepare(test[i:i + BATCH])
                best = t(batch, sides).argmax(-1).tolist()
                got += sum(types[b] == pairs[k]["type"] for b, k in zip(best, test[i:i + BATCH]))
        right += got
        print(f"fold {f}: {got} of {len(test)} types right", flush=True)
    print(f"type given the pair, {FOLDS} folds: {100 * right / len(pairs):.1f}")


if __name__ == "__main__":
    main()
