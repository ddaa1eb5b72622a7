"""Wordpieces of the uncased BERT vocabulary (Schuster and Nakajima 2012; Devlin et al. 2019), and the shape of a word.

language/encoder has the same in Go; a test there holds the two together.
"""

import unicodedata

LONGEST = 8  # pieces of a word; what follows them is left out: an address, a hash
SHAPES = 17  # of words, and one of marks that are no word

# Marks of English print that are no ASCII and stay in the vocabulary.
PRINT = "“”‘’–—…•·€£¥₹°§©®™½¼²³×→−₽₦₱₺"


class Pieces:
    def __init__(self, vocabulary):
        """vocabulary: the pieces in the order of their numbers."""
        self.list = vocabulary
        self.number = {piece: i for i, piece in enumerate(vocabulary)}
        self.unknown = self.number["[UNK]"]
        self.begin, self.between = self.number["[CLS]"], self.number["[SEP]"]
        self.memory = {}

    def of(self, word):
        """The numbers of the pieces of word, at least one."""
        if word not in self.memory:
            numbers = [n for part in parts(word) for n in self.greedy(part)]
            self.memory[word] = numbers[:LONGEST] or [self.unknown]
        return self.memory[word]

    def greedy(self, part):
        """The longest pieces from the left; one unknown piece if they do not cover part."""
        out, at = [], 0
        while at < len(part):
            for end in range(len(part), at, -1):
                n = self.number.get(("##" if at else "") + part[at:end])
                if n is not None:
                    out.append(n)
                    at = end
                    break
            else:
                return [self.unknown]
        return out


def parts(word):
    """word without case and accents, cut at every punctuation mark."""
    out, fresh = [], True
    for c in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(c)
        if category == "Mn" or category in ("Cc", "Cf") or c.isspace():
            continue
        if punctuation(c, category):
            out.append(c)
            fresh = True
        elif fresh:
            out.append(c)
            fresh = False
        else:
            out[-1] += c
    return out


def punctuation(c, category):
    return category.startswith("P") or 33 <= ord(c) <= 47 or 58 <= ord(c) <= 64 or 91 <= ord(c) <= 96 or 123 <= ord(c) <= 126


def kept(piece):
    """Whether a piece of the published vocabulary stays: English text has no other."""
    if piece in ("[PAD]", "[UNK]", "[CLS]", "[SEP]"):
        return True
    if piece.startswith("[") and len(piece) > 1:
        return False
    return all(33 <= ord(c) < 127 or c in PRINT for c in piece)


def shape(word, first):
    """The number of the shape of word, which tells case that the pieces do not; first: it opens a sentence."""
    upper = sum(c.isupper() for c in word)
    lower = sum(c.islower() for c in word)
    digits = sum(c in "0123456789" for c in word)
    if digits:
        kind = 6 if upper + lower == 0 else 7
    elif upper + lower == 0:
        kind = 0
    elif upper == 0:
        kind = 1
    elif upper == 1 and lower == 0:
        kind = 4
    elif lower == 0:
        kind = 3
    elif upper == 1 and word[0].isupper():
        kind = 2
    else:
        kind = 5
    return 1 + kind + (8 if first else 0)
