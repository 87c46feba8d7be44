"""Text reduced to what comparisons look at: accents, case, punctuation and typographic variants gone."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_POSSESSIVE = re.compile(r"['’]s\b")
_INITIALS = re.compile(r"\b([a-z])\.? (?=[a-z]\b)")


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """ "Tessa Ía" -> "tessa ia"; transliterates other scripts; single blanks between words."""
    plain = text if text.isascii() else anyascii(text)
    return _NOT_WORD.sub(" ", _POSSESSIVE.sub("", plain.casefold()).replace("'", "")).strip()


@lru_cache(maxsize=200_000)
def words(text: str) -> tuple[str, ...]:
    """The folded words, in order."""
    return tuple(fold(text).split())
