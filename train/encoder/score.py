"""Scores while fitting, on gold words: orientation, not the figures of docs/evaluation.md, which are from raw text."""

import torch

from batch import windows
from gold import ROLES


def spans(labels):
    """The spans (first, end, kind) of BIOES labels, illegal ones mended as they come."""
    out, open_ = set(), None
    for i, l in enumerate(labels):
        if l == "O" or l[0] in "BS":
            open_ = None
        if l[0] in "BS" or l[0] in "IE" and (open_ is None or open_[1] != l[2:]):
            open_ = (i, l[2:])
        if l[0] in "ES":
            out.add((open_[0], i + 1, l[2:]))
            open_ = None
    return out


def score(kind, model, batcher, documents):
    found = {}
    if kind == "trees":
        right = total = tags = 0
    counts = {}
    for d in documents:
        chosen = [(d, w) for w in windows(d, batcher.pieces)]
        predicted = {h: [] for h in (["names"] if kind == "names" else ROLES)}
        for i in range(0, len(chosen), 16):
            batch = batcher.batch(chosen[i:i + 16])
            w = model.words(batch)
            if kind == "trees":
                b, x = (batch["grid"] >= 0).nonzero(as_tuple=True)
                y = model.arc_scores(w, batch)[b, x].argmax(-1)
                word = batch["grid"][b, x]
                rels = model.rel_scores(w, word, torch.where(y > 0, word + y - 1 - x, -1)).argmax(-1)
                plain = [l.split(":")[0] for l in batcher.labels["deprels"]]
                gold_y, gold_r = batch["heads"][word], batch["deprels"][word]
                right += sum(int(a == c and plain[e] == plain[f]) for a, c, e, f in zip(y.tolist(), gold_y.tolist(), rels.tolist(), gold_r.tolist()))
                total += len(word)
                tags += int((model.label("tags", w).argmax(-1) == batch["tags"]).sum())
                continue
            for h in predicted:
                ls = batcher.labels[h]
                predicted[h] += [ls[j] for j in model.label(h, w).argmax(-1).tolist()[:batch["count"]]]
        if kind == "trees":
            continue
        for h, labels in predicted.items():
            gold = spans(d.names if h == "names" else d.roles[h])
            got = spans(labels)
            c = counts.setdefault(h if h != "inner" else "content", [0, 0, 0])
            c[0] += len(gold & got)
            c[1] += len(gold)
            c[2] += len(got)
    if kind == "trees":
        return {"las": round(100 * right / total, 2), "tags": round(100 * tags / total, 2)}
    return {h: round(200 * t / max(1, g + p), 2) for h, (t, g, p) in counts.items()}
