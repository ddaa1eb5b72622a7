"""Windows of a document and batches of windows."""

import torch

from gold import NONE, ROLES
from pieces import shape

WINDOW = 128  # pieces, with the marks that open and part it


def windows(d, pieces, first=WINDOW):
    """The document cut into windows of whole sentences: [(sentence, sentence...)]; the first holds at most `first` pieces.

    A sentence longer than a window has one of its own, as long as the encoder's places reach.
    """
    out, now, size, limit = [], [], 1, first
    for s in d.sentences:
        n = sum(len(pieces.of(w)) for w in d.words[s[0]:s[1]]) + (s[0] in d.paragraphs)
        if now and size + n > limit:
            out.append(now)
            now, size, limit = [], 1, WINDOW
        now.append(s)
        size += n
    if now:
        out.append(now)
    return out


class Batcher:
    def __init__(self, pieces, labels, without=()):
        """labels: for each head the list of its labels; without: what of a word the encoder is not told."""
        self.pieces = pieces
        self.without = without
        self.labels = labels
        self.index = {h: {l: i for i, l in enumerate(ls)} for h, ls in labels.items()}

    def batch(self, chosen, longest=512):
        """The tensors of windows, [(document, sentences)], with the labels their documents have."""
        rows, shapes, lists, clusters, firsts, grid, count = [], [], [], [], [], [], 0
        out = {h: [] for h in (*self.labels, "heads")}
        links = []
        for row, (d, sentences) in enumerate(chosen):
            p, s, told, c, places = [self.pieces.begin], [0], [0], [0], {}
            for first, end in sentences:
                if first in d.paragraphs and len(p) > 1:
                    p.append(self.pieces.between)
                    for x in (s, told, c):
                        x.append(0)
                line = []
                for i in range(first, end):
                    numbers = self.pieces.of(d.words[i])
                    if len(p) + len(numbers) > longest:
                        break
                    firsts.append((row, len(p)))
                    places[i] = count
                    line.append(count)
                    count += 1
                    p += numbers
                    s += [shape(d.words[i], i == first)] * len(numbers)
                    told += [d.lists[i]] * len(numbers)
                    c += [d.clusters[i]] * len(numbers)
                    self.label(out, d, i, first)
                grid.append(line)
            rows.append(p)
            shapes.append(s)
            lists.append(told)
            clusters.append(c)
            for part, cue, role in d.links or ():
                if part in places and cue in places:
                    links.append((places[part], places[cue], ROLES.index(role) // 2, row))
        # Few sizes: each new one costs the kernels a new plan.
        n = -(-max(len(r) for r in rows) // 32) * 32
        spare = -count % 128
        pad = lambda rows, n, with_: torch.tensor([r + [with_] * (n - len(r)) for r in rows])
        batch = {
            "pieces": pad(rows, n, -1),
            "shapes": pad(shapes, n, 0),
            "lists": pad(lists, n, 0),
            "clusters": pad(clusters, n, 0),
            "firsts": torch.tensor([r * n + at for r, at in firsts] + [0] * spare),
            "grid": pad(grid, max(len(l) for l in grid), -1),
            "count": count,
            "links": links,
        }
        for told in self.without:
            batch[told].zero_()
        for h, ls in out.items():
            if ls:
                batch[h] = torch.tensor(ls + [NONE] * spare)
        return batch

    def label(self, out, d, i, first):
        get = lambda h, l: self.index[h].get(l, NONE)
        if d.tags:
            out["tags"].append(get("tags", d.tags[i]))
            out["heads"].append(d.heads[i] - first + 1 if d.heads[i] >= 0 else 0)
            out["deprels"].append(get("deprels", d.deprels[i]))
        if d.names:
            out["names"].append(get("names", d.names[i]))
        if d.roles:
            for r in ROLES:
                out[r].append(get(r, d.roles[r][i]))
