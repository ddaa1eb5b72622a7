"""The encoder and its heads.

A BERT encoder (Devlin et al. 2019) of MiniLM's size (Wang et al. 2020: 6 layers, width 384, 12 heads), to whose
embeddings are added the shape of the word, its cluster and the lists of names that know it; on the vector of each word's first piece stand
  - softmax heads for tags, names and the roles of attribution (BIOES);
  - deep biaffine heads for arcs and their relations (Dozat and Manning 2017);
  - a biaffine head that links the first word of a source or content to that of its cue.
"""

import torch
import torch.nn.functional as F
from torch import nn

from gold import NONE
from pieces import SHAPES

WIDTH, LAYERS, HEADS, INNER, PLACES = 384, 6, 12, 1536, 512
LISTS, CLUSTERS = 10, 2049  # bits of lists of names; clusters of words and none
ARC, REL, LINK = 256, 96, 96
FAR = -1e4


def drop(x, p, training):
    """Dropout of whole features of a window (Gal and Ghahramani 2016), which costs less than of single numbers."""
    return x * F.dropout(x.new_ones(x.shape[0], 1, x.shape[2]), p, training) if training else x


class Layer(nn.Module):
    def __init__(self, drop):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = drop

    def forward(self, x, mask):
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        a = q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5
        a = (a if mask is None else a + mask).softmax(-1) @ v
        a = self.out(a.transpose(1, 2).reshape(b, n, WIDTH))
        x = self.norm1(x + drop(a, self.drop, self.training))
        a = self.down(F.gelu(self.up(x)))
        return self.norm2(x + drop(a, self.drop, self.training))


class Biaffine(nn.Module):
    """Scores of pairs of words, for each of `out` relations: [left; 1] W [right; 1]."""

    def __init__(self, width, out, drop):
        super().__init__()
        self.left = nn.Linear(WIDTH, width)
        self.right = nn.Linear(WIDTH, width)
        self.weight = nn.Parameter(torch.zeros(out, width + 1, width + 1))
        self.drop = drop

    def side(self, layer, x):
        x = F.dropout(F.relu(layer(x)), self.drop, self.training)
        return torch.cat([x, torch.ones_like(x[..., :1])], -1)

    def sides(self, left, right):
        return self.side(self.left, left), self.side(self.right, right)


class Model(nn.Module):
    def __init__(self, sizes, drop=0.1, head_drop=0.25):
        """sizes: the number of pieces and of the labels of each head, by name."""
        super().__init__()
        self.sizes = sizes
        self.pieces = nn.Embedding(sizes["pieces"], WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.shapes = nn.Embedding(SHAPES, WIDTH)
        self.lists = nn.Embedding(LISTS, WIDTH)
        self.clusters = nn.Embedding(CLUSTERS, WIDTH)
        for fresh in (self.shapes, self.lists, self.clusters):
            nn.init.zeros_(fresh.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(LAYERS))
        self.labels = nn.ModuleDict({h: nn.Linear(WIDTH, n) for h, n in sizes.items() if h not in ("pieces", "deprels")})
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.arcs = Biaffine(ARC, 1, head_drop)
        self.rels = Biaffine(REL, sizes["deprels"], head_drop)
        self.links = Biaffine(LINK, 2, head_drop)
        self.drop, self.head_drop = drop, head_drop

    def embed(self, batch):
        """What the encoder is told of the pieces (b, n) of a batch, padded with -1."""
        pieces = batch["pieces"]
        x = self.pieces(pieces.clamp(min=0)) + self.places.weight[: pieces.shape[1]]
        bits = (batch["lists"][..., None] >> torch.arange(LISTS)) & 1
        return x + self.shapes(batch["shapes"]) + self.clusters(batch["clusters"]) + bits.to(x.dtype) @ self.lists.weight

    def encode(self, batch):
        """The vectors (b, n, WIDTH) of the pieces of a batch."""
        real = batch["pieces"] >= 0
        x = drop(self.norm(self.embed(batch)), self.drop, self.training)
        mask = None
        if not real.all():
            mask = torch.zeros(real.shape, dtype=x.dtype).masked_fill(~real, FAR)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def words(self, batch):
        """The vectors of all words of a batch, one after the other."""
        x = self.encode(batch)
        return x.reshape(-1, WIDTH)[batch["firsts"]]

    def label(self, head, w):
        return self.labels[head](F.dropout(w, self.head_drop, self.training))

    def arc_scores(self, w, batch):
        """For every word of every sentence the scores (sentences, m, m + 1) of its heads; the root comes first."""
        grid = batch["grid"]
        d, h = self.arcs.sides(w, torch.cat([w, self.root.to(w.dtype)[None]]))
        root = len(w)
        heads = F.pad(grid, (1, 0), value=root)
        scores = (d @ self.arcs.weight[0])[grid] @ h[heads].transpose(1, 2)
        return scores.float().masked_fill((heads < 0)[:, None, :], FAR)

    def rel_scores(self, w, words, heads):
        """The scores (k, relations) of the arcs from words to heads, which are numbers of words; -1 is the root."""
        d, h = self.rels.sides(w, torch.cat([w, self.root.to(w.dtype)[None]]))
        return torch.einsum("ki,rij,kj->kr", d[words], self.rels.weight, h[heads]).float()

    def tree_loss(self, w, batch):
        grid = batch["grid"]
        scores = self.arc_scores(w, batch)
        b, x = (grid >= 0).nonzero(as_tuple=True)
        words = grid[b, x]
        y = batch["heads"][words]
        heads = torch.where(y > 0, words + y - 1 - x, -1)
        arcs = F.cross_entropy(scores[b, x], y)
        return arcs + F.cross_entropy(self.rel_scores(w, words, heads), batch["deprels"][words])

    def label_loss(self, head, w, batch):
        return F.cross_entropy(self.label(head, w).float(), batch[head], ignore_index=NONE)

    def link_scores(self, w, left, right):
        """The scores (len(left), len(right)) that each word left belongs to the cue right, one matrix a role."""
        l, r = self.links.sides(w[left], w[right])
        return torch.einsum("xi,rij,yj->rxy", l, self.links.weight, r).float()


def pretrained(model, weights, kept):
    """Fills the encoder with the published weights; kept: the numbers of the pieces that stay."""
    get = lambda name: weights[name] if name in weights else weights["bert." + name]
    with torch.no_grad():
        model.pieces.weight.copy_(get("embeddings.word_embeddings.weight")[kept])
        model.places.weight.copy_(get("embeddings.position_embeddings.weight") + get("embeddings.token_type_embeddings.weight")[0])
        for part in ("weight", "bias"):
            getattr(model.norm, part).copy_(get(f"embeddings.LayerNorm.{part}"))
            for i, layer in enumerate(model.layers):
                p = f"encoder.layer.{i}."
                getattr(layer.qkv, part).copy_(torch.cat([get(f"{p}attention.self.{x}.{part}") for x in ("query", "key", "value")]))
                getattr(layer.out, part).copy_(get(f"{p}attention.output.dense.{part}"))
                getattr(layer.norm1, part).copy_(get(f"{p}attention.output.LayerNorm.{part}"))
                getattr(layer.up, part).copy_(get(f"{p}intermediate.dense.{part}"))
                getattr(layer.down, part).copy_(get(f"{p}output.dense.{part}"))
                getattr(layer.norm2, part).copy_(get(f"{p}output.LayerNorm.{part}"))
