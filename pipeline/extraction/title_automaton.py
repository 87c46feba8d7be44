"""Very many titles in a page's bytes: one pass whose cost does not grow with their number, as a union of patterns does.

Every way in which a page may spell a title is one literal. Accented letters of one title are taken to be spelled in one manner.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import ahocorasick_rs

_BLANKS: Final = bytes(0x20 if b in b"\t\n\r-" else b for b in range(256))  # a slug's hyphens and line ends are blanks
_WORD: Final = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")


@dataclass(frozen=True, slots=True)
class TitleAutomaton:
    """Literals to look for. ``bounded``: only where no letter or digit stands beside them."""

    automaton: Any
    bounded: bool

    def search(self, payload: bytes) -> bool:
        """Whether the page has one of the titles."""
        plain = payload.translate(_BLANKS)
        found = self.automaton.find_matches_as_indexes(plain, overlapping=self.bounded)
        return any(_stands_alone(plain, start, end) for _, start, end in found) if self.bounded else bool(found)


def build_automaton(literals: Iterable[bytes], *, bounded: bool = False) -> TitleAutomaton:
    """An automaton over the literals, blanks and hyphens taken for one another."""
    return TitleAutomaton(ahocorasick_rs.BytesAhoCorasick(sorted({one.translate(_BLANKS) for one in literals})), bounded)


def spell_out(words: Sequence[Sequence[bytes]], gaps: Sequence[Sequence[bytes]], most: int) -> list[bytes] | None:
    """Every spelling of a title; None where there are more than ``most``.

    ``words``: the spellings of each, one a manner, or a single one where all manners are alike; ``gaps``: those between, in any mixture.
    """
    manners = max(map(len, words), default=1)
    total = manners
    for gap in gaps:
        total *= len(gap)
    if total > most:
        return None
    each = [spelled if len(spelled) == manners else [spelled[0]] * manners for spelled in words]
    return [
        b"".join(itertools.chain.from_iterable(itertools.zip_longest((w[n] for w in each), chosen, fillvalue=b"")))
        for n in range(manners)
        for chosen in itertools.product(*gaps)
    ]


def _stands_alone(plain: bytes, start: int, end: int) -> bool:
    return (start == 0 or plain[start - 1] not in _WORD) and (end == len(plain) or plain[end] not in _WORD)
