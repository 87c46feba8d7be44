"""A sentence's words with their classes of cues, and where its names, dates, places and numbers stand among them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.claims.entities import Sentence
from pipeline.claims.lexicon import slot_cues

_WORD = re.compile(r"<[A-Z]\d+>|[a-z0-9'-]+|[^\sa-z0-9<]")


@dataclass(frozen=True, slots=True)
class Words:
    """Entities as their type (``<P>``), figures as ``#``; ``at`` gives each word's typed offset."""

    words: tuple[str, ...]
    at: tuple[int, ...]
    places: tuple[int | None, ...]  # of each entity of the sentence, its place among the words
    cues: tuple[str | None, ...]
    kinds: tuple[str, ...]  # of each entity, its type, or SHOW for the work at hand


def lay_out_words(sentence: Sentence, slug: str) -> Words:
    """The words of a sentence; ``slug`` is the work at hand."""
    raw = [(m.start(), m.group()) for m in _WORD.finditer(sentence.typed)]
    cues = slot_cues()
    words = tuple(f"<{w[1]}>" if w[0] == "<" and len(w) > 1 else "#" if w.isdigit() else w for _, w in raw)
    places: list[int | None] = [None] * len(sentence.entities)
    for i, (_, word) in enumerate(raw):
        if word[0] == "<" and len(word) > 1:
            places[int(word[2:-1])] = i
    kinds = tuple("SHOW" if e.type == "S" and e.value == slug else e.type for e in sentence.entities)
    return Words(words, tuple(a for a, _ in raw), tuple(places), tuple(cues.get(w.strip("-'")) for w in words), kinds)
