"""Titles of works compared: articles dropped, accents folded, subtitles optional."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from pipeline.records.folding import words
from pipeline.records.likeness import Likeness

_ARTICLES_TEXT = """
    the a an el la los las un una der die das le les l il o os as
"""
_ARTICLES = frozenset(_ARTICLES_TEXT.split())
_SUBTITLE = re.compile(r"\s*(?::|\s[-–—]\s|\().*$")


@lru_cache(maxsize=20_000)
def _key(title: str) -> tuple[str, ...]:
    all_words = words(title.replace("&", " and "))
    return tuple(w for w in all_words if w not in _ARTICLES) or all_words


def compare_titles(a: str, b: str) -> Likeness:
    """SAME: equal words, or equal without the subtitle of one; NEAR: almost the same spelling, or one holds the other; else FAR."""
    x, y = _key(a), _key(b)
    if not x or not y:
        return Likeness.UNCLEAR
    if x == y:
        return Likeness.SAME
    x_main, y_main = _key(_SUBTITLE.sub("", a)), _key(_SUBTITLE.sub("", b))
    if x_main and y_main and (x == y_main or y == x_main):
        return Likeness.SAME
    if fuzz.ratio(" ".join(x), " ".join(y)) >= 88 or (x_main and x_main == y_main):
        return Likeness.NEAR
    short, long = sorted((x, y), key=len)
    return Likeness.NEAR if len(short) > 1 and set(short) <= set(long) else Likeness.FAR
