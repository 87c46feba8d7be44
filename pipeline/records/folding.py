"""Text reduced to what comparisons look at: accents, case, punctuation and typographic variants gone."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_LETTERS = {n: chr(n).lower() if chr(n).isalnum() else " " for n in range(128)}
_POSSESSIVE = re.compile(r"'s\b")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_FEW = 64  # characters that are quicker to replace one after the other than to look at the text's one by one


def to_ascii(text: str) -> str:
    """anyascii's transliteration, at a tenth of its price for text of which little is beyond ASCII."""
    if text.isascii():
        return text
    foreign = set(_BEYOND_ASCII.findall(text))
    if len(foreign) > _FEW:
        return anyascii(text)
    for char in foreign:
        text = text.replace(char, _spell(char))
    return text


_spell = lru_cache(maxsize=None)(anyascii)


NAME = "Onename"
"""Stands in a text for the name that is asked about, so that long expressions with a name in them are compiled once, not for each name."""


def put_name(text: str, name: str) -> str:
    """The text with NAME wherever the name stands, as it is written and in whole words."""
    return _whole(name).sub(NAME, text) if name and name in text else text


@lru_cache(maxsize=2_000)
def _whole(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """ "Tessa Ía" -> "tessa ia"; transliterates other scripts; single blanks between words."""
    plain = to_ascii(text)
    if "'" in plain:
        plain = _POSSESSIVE.sub("", plain.lower()).replace("'", "")
    return " ".join(plain.translate(_LETTERS).split())


@lru_cache(maxsize=200_000)
def words(text: str) -> tuple[str, ...]:
    """The folded words, in order."""
    return tuple(fold(text).split())
