"""Copies made by machine, by kind: what a lazy site does to a text."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from functools import partial
from zlib import crc32

Blocks = list[str]
Maker = Callable[[Sequence[str], random.Random], Blocks]

_WORD = re.compile(r"\b[a-zà-ÿ]{2,}\b")
_SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "da", "fe", "go", "hi", "ja", "pe")


def invent_word(word: str, salt: str = "") -> str:
    """The same word always becomes the same word of no language."""
    code = crc32(f"{salt}{word}".encode())
    return "".join(_SYLLABLES[(code >> (4 * place)) & 15] for place in range(max(2, min(len(word) // 2, 5))))


def keep(blocks: Sequence[str], _: random.Random) -> Blocks:
    return list(blocks)


def truncate(blocks: Sequence[str], _: random.Random) -> Blocks:
    """The first three fifths."""
    words = sum(len(b.split()) for b in blocks)
    kept: Blocks = []
    for block in blocks:
        if sum(len(b.split()) for b in kept) >= 0.6 * words:
            break
        kept.append(block)
    return kept


def change_words(blocks: Sequence[str], chance: random.Random, share: float) -> Blocks:
    """That share of all words replaced, names and figures among them like any other."""
    return [" ".join(invent_word(w, str(chance.random())) if chance.random() < share else w for w in b.split()) for b in blocks]


def reorder(blocks: Sequence[str], chance: random.Random) -> Blocks:
    """Paragraphs shuffled."""
    return chance.sample(list(blocks), len(blocks))


def quote_at_length(blocks: Sequence[str], chance: random.Random) -> Blocks:
    """Two fifths of the text inside an article of one's own of the same length."""
    own = [" ".join(invent_word(w, f"own{chance.random()}") for w in b.split()) for b in blocks]
    words, taken = sum(len(b.split()) for b in blocks), Blocks()
    for block in blocks:
        if sum(len(b.split()) for b in taken) >= 0.4 * words:
            break
        taken.append(block)
    return [*own[: len(own) // 2], *taken, *own[len(own) // 2 :]]


def translate(blocks: Sequence[str], _: random.Random) -> Blocks:
    """Every lower-case word becomes another; names, figures and their order are all that is left (number words and months go too)."""
    return [_WORD.sub(lambda m: invent_word(m[0]), block) for block in blocks]


MAKERS: dict[str, Maker] = {
    "exact": keep,
    "truncated": truncate,
    **{f"{share} % of words changed": partial(change_words, share=share / 100) for share in (10, 20, 30, 40)},
    "reordered": reorder,
    "quoted at length": quote_at_length,
    "names and figures only": translate,
}
