"""Text reduced to what comparisons look at: accents, case, punctuation and typographic variants gone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from anyascii import anyascii

_LETTERS = {n: chr(n).lower() if chr(n).isalnum() else " " for n in range(128)}
_NOT_WORD_IN_LINE = re.compile(r"[^a-z0-9\n]+")
_POSSESSIVE = re.compile(r"'s\b")
_INITIALS = re.compile(r"\b([a-z])\.? (?=[a-z]\b)")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_FEW = 64  # characters that are quicker to replace one after the other than to look at the text's one by one


def to_ascii(text: str) -> str:
    """anyascii's transliteration, at a tenth of its price for text of which little is beyond ASCII."""
    if text.isascii():
        return text
    foreign = set(_BEYOND_ASCII.findall(text))
    return anyascii(text) if len(foreign) > _FEW else _replace(text, foreign)


def _replace(text: str, foreign: Iterable[str]) -> str:
    for char in foreign:
        text = text.replace(char, _spell(char))
    return text


_spell = lru_cache(maxsize=None)(anyascii)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """ "Tessa Ía" -> "tessa ia"; transliterates other scripts; single blanks between words."""
    plain = to_ascii(text)
    if "'" in plain:
        plain = _POSSESSIVE.sub("", plain.lower()).replace("'", "")
    return " ".join(plain.translate(_LETTERS).split())


def fold_all(texts: Iterable[str]) -> list[str]:
    """Each text as ``fold`` has it, past its cache: for long lists of names, a fifth of the price."""
    listed = [text.replace("\n", " ") for text in texts]
    joined = "\n".join(listed)
    plain = _POSSESSIVE.sub("", _replace(joined, set(_BEYOND_ASCII.findall(joined))).casefold()).replace("'", "")
    lines = [line.strip() for line in _NOT_WORD_IN_LINE.sub(" ", plain).split("\n")]
    return lines if len(lines) == len(listed) else list(map(fold.__wrapped__, listed))  # a sign that is spelled as a line's end


@lru_cache(maxsize=200_000)
def words(text: str) -> tuple[str, ...]:
    """The folded words, in order."""
    return tuple(fold(text).split())
