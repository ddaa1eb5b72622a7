"""Gold as the encoder is fitted on it: documents of sentences of words, with what each set says of them.

Trees come with their own words. Articles with names and attributions are cut into words by the program itself
(train/encoder/words), so that the encoder learns on the words it will meet.
"""

import gzip
import json
import re
import subprocess
import tempfile
from dataclasses import dataclass, field

NO_SPACE_BEFORE = re.compile(r"^([,.;:!?%)\]}’”]|'s|’s|n't|n’t|'re|'ve|'ll|'d|'m|''|…)$")
NO_SPACE_AFTER = {"(", "[", "{", "“", "‘", "$", "#", "``", "£", "€"}
NAMES = ["Date", "Facility", "Location", "Misc", "Money", "NORP", "Organization", "Person", "Product"]
ROLES = ["source", "cue", "content", "inner"]  # inner: a content within a content
NONE = -100  # a label that is not scored


@dataclass
class Document:
    name: str
    words: list = field(default_factory=list)
    lists: list = None  # of every word what the tables of knowledge say, in bits
    clusters: list = None  # of every word
    sentences: list = field(default_factory=list)  # (first, end) of words
    paragraphs: set = field(default_factory=set)  # the first words of paragraphs
    tags: list = None  # "UPOS XPOS" for each word
    heads: list = None  # word of the document, or -1
    deprels: list = None
    names: list = None  # BIOES
    roles: dict = None  # of role: BIOES
    links: list = None  # (word, cue word, role): the first words of a source or content and of its cue


def lines(path):
    with (gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")) as f:
        yield from (l.rstrip("\n") for l in f)


def conllu(it):
    """Documents with all that CoNLL-U tells of their words."""
    out, paragraph = [], True
    rows = []

    def close():
        nonlocal rows, paragraph
        if not rows:
            return
        d = out[-1]
        base = len(d.words)
        if paragraph:
            d.paragraphs.add(base)
        for c in rows:
            d.words.append(c[1])
            d.tags.append(c[3] + " " + c[4])
            d.heads.append(base + int(c[6]) - 1 if c[6] != "0" else -1)
            d.deprels.append(c[7])
        d.sentences.append((base, len(d.words)))
        rows, paragraph = [], False

    for l in it:
        if l.startswith("# newdoc"):
            close()
            out.append(Document(l.split("=", 1)[1].strip(), tags=[], heads=[], deprels=[]))
            paragraph = True
        elif l.startswith("# newpar"):
            close()
            paragraph = True
        elif not l:
            close()
        elif l[0] != "#":
            c = l.split("\t")
            if c[0].isdigit():
                rows.append(c)
    close()
    return out


def trees(path, program):
    out = conllu(lines(path))
    for d, told in zip(out, tell([{"sentences": [d.words[a:b] for a, b in d.sentences]} for d in out], program)):
        d.lists, d.clusters = told["lists"], told["clusters"]
    return out


def tell(texts, program):
    """What train/encoder/words says of texts or sentences."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as f:
        for t in texts:
            f.write(json.dumps(t) + "\n")
        f.seek(0)
        out = subprocess.run(program, stdin=f, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8").stdout
    return [json.loads(l) for l in out.split("\n") if l]


def cut(texts, program):
    """The documents of texts, (name, text), as the program cuts them and as its quick reader hangs their words, each with the
    spans of its words in code points."""
    for (name, _), told in zip(texts, tell([{"text": text} for _, text in texts], program)):
        d = Document(name, *(told[k] or [] for k in ("words", "lists", "clusters")))
        d.tags, d.heads, d.deprels = (told[k] or [] for k in ("tags", "heads", "deprels"))
        d.sentences, d.paragraphs = [tuple(s) for s in told["sentences"] or []], set(told["paragraphs"] or [])
        yield d, told["spans"] or []


def cover(spans, start, end):
    """The words (first, end) of a span of characters, or None where it cuts a word."""
    inside = [i for i, (s, e) in enumerate(spans) if s < end and e > start]
    if not inside or spans[inside[0]][0] < start or spans[inside[-1]][1] > end:
        return None
    return inside[0], inside[-1] + 1


def mark(labels, first, end, kind):
    if end - first == 1:
        labels[first] = "S-" + kind
        return
    labels[first:end] = ["B-" + kind] + ["I-" + kind] * (end - first - 2) + ["E-" + kind]


def named(path, program):
    """Articles with names."""
    texts, entities, text, found, open_, glue = [], [], "", [], None, True
    for l in lines(path):
        if l.startswith("# doc ="):
            text, found = "", []
            texts.append([l.split("=", 1)[1].strip(), ""])
            entities.append(found)
            open_, glue = None, True
        elif l.startswith("# ") and "\t" not in l:
            continue
        elif not l.strip():
            if text and not text.endswith("\n\n"):
                text += "\n\n"
            glue = True
        else:
            token, tag = l.split("\t")[:2]
            if not glue and not NO_SPACE_BEFORE.match(token):
                text += " "
            start = len(text)
            text += token
            glue = token in NO_SPACE_AFTER
            if tag[0] in "BS":
                open_ = [start, len(text), tag[2:]]
                found.append(open_)
            elif tag[0] in "IE" and open_:
                open_[1] = len(text)
            if tag[0] in "OES":
                open_ = None
            texts[-1][1] = text
    out = []
    for (d, spans), found in zip(cut(texts, program), entities):
        d.names = ["O"] * len(d.words)
        for start, end, kind in found:
            if at := cover(spans, start, end):
                mark(d.names, *at, kind)
        out.append(d)
    return out


def attributed(path, program):
    """Articles with attributions."""
    articles = [json.loads(l) for l in lines(path) if l]
    out = []
    for (d, spans), a in zip(cut([(a["id"], a["text"]) for a in articles], program), articles):
        d.roles = {r: ["O"] * len(d.words) for r in ROLES}
        d.links = []
        pieces = {r: set() for r in ROLES[:3]}
        for x in a["attributions"]:
            at = {r: [p for s in x[r] if (p := cover(spans, *s))] for r in pieces}
            for r in pieces:
                pieces[r].update(at[r])
            for r in ("source", "content"):
                d.links += [(p[0], at["cue"][0][0], r) for p in at[r] if at["cue"]]
        for r in ("source", "cue", "content"):
            # Of overlapping sources and cues the shorter is the plainer; of contents the longer holds the others.
            for first, end in sorted(pieces[r], key=lambda p: (p[1] - p[0]) * (-1 if r == "content" else 1)):
                for layer in ("content", "inner") if r == "content" else (r,):
                    if all(l == "O" for l in d.roles[layer][first:end]):
                        mark(d.roles[layer], first, end, layer)
                        break
        out.append(d)
    return out
