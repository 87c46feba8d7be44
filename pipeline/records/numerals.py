"""Whole numbers in a line, in digits or in words, each with where it stands; words are read by text2num.

What is no plain number is left out: ordinals, "one" (a pronoun as often), a bare "hundred" ("hundreds of", "half a million"), decimals, and
both of a pair ("two-three", "5 or 6", "3 million").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from text_to_num import find_numbers

_PIECE = re.compile(r"[^\W\d_]+|\d+|.", re.DOTALL)
_DIGITS = re.compile(r"(?<![\w,.-])(?:\d{1,3}(?:[,.]\d{3})+|\d+)(?![\w-]|[.,]\d)")
_RANGE = re.compile(r" ?[-/\u2013\u2014] ?| (?:(?:or|to|and|o|u|a|y) )?")
_ORDINAL = "tercer"  # which text2num takes for three
_BARE = frozenset({100, 1_000, 1_000_000})


class Number(NamedTuple):
    """``start``/``end``: offsets in the text read."""

    start: int
    end: int
    value: int


class _Piece:
    """A word or sign, as text2num wants it."""

    def __init__(self, match: re.Match[str]) -> None:
        self.match = match

    def text(self) -> str:
        return self.match.group()

    def nt_separated(self, previous: _Piece) -> bool:
        del previous
        return False

    def not_a_number_part(self) -> bool:
        return self.match.group().isdigit()


def read_numbers(text: str, language: str) -> tuple[Number, ...]:
    """The numbers of ``text`` in order; ``language`` is "en" or "es", for "once" is a number in one of them."""
    found = sorted({*_read_digits(text), *_read_words(text, language)})
    ranged = {n for a, b in pairwise(found) if _RANGE.fullmatch(text[a.end : b.start]) for n in (a, b)}
    return tuple(n for n in found if n not in ranged and not (n.value in _BARE and text[n.start : n.end].isalpha()))


MOST_COUNTED = 10


def read_counts(text: str) -> tuple[Number, ...]:
    """Numbers from two to ten, in English, Spanish or digits: how many people a line tells of ("tres hermanas")."""
    found = {n for language in ("en", "es") for n in read_numbers(text, language)}
    return tuple(sorted(n for n in found if 1 < n.value <= MOST_COUNTED))


def write_digits(text: str, language: str) -> str:
    """The text with its numbers in words written in digits."""
    for number in reversed(read_numbers(text, language)):
        if not text[number.start].isdigit():
            text = f"{text[: number.start]}{number.value}{text[number.end :]}"
    return text


def _read_digits(text: str) -> Iterator[Number]:
    for m in _DIGITS.finditer(text):
        yield Number(m.start(), m.end(), int(re.sub("[,.]", "", m.group())))


def _read_words(text: str, language: str) -> Iterator[Number]:
    pieces = [_Piece(m) for m in _PIECE.finditer(text) if m.group().lower() != _ORDINAL]
    for found in find_numbers(pieces, language, threshold=0):
        if not found.is_ordinal and found.value > 1 and found.value.is_integer():
            yield Number(pieces[found.start].match.start(), pieces[found.end - 1].match.end(), int(found.value))
