"""A false source told in part ("a novel by X") and the same told in full ("The Y, a 2019 novel by X") are one falsehood.

An id is a hash of what is said and stays; which one stands for which is told beside it, anew from all that is known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

_NAMING: Final = ("author", "value")  # of these a part has to name one: "a secret novel" is part of everything
_BOOKS: Final = frozenset(("novel", "memoir", "nonfiction book", "biography", "autobiography", "short story"))


@dataclass(frozen=True, slots=True)
class FalseSource:
    """``told``: the canonical object (author, value, kind, year ...), folded. ``day``: first stated."""

    falsehood_id: str
    show_slug: str
    told: Mapping[str, str]
    day: date


def find_aliases(sources: Iterable[FalseSource]) -> Iterator[tuple[str, str, date]]:
    """(told in part, told in full, day from which both were stated). Where two differ in what it leaves open, a part stands alone."""
    by_show: defaultdict[str, list[FalseSource]] = defaultdict(list)
    for source in sources:
        by_show[source.show_slug].append(source)
    for listed in by_show.values():
        for part in listed:
            fuller = [s for s in listed if is_part_of(part.told, s.told)]
            fullest = [s for s in fuller if not any(is_part_of(s.told, other.told) for other in fuller)]
            if len(fullest) == 1:
                yield part.falsehood_id, fullest[0].falsehood_id, max(part.day, fullest[0].day)


def is_part_of(part: Mapping[str, str], full: Mapping[str, str]) -> bool:
    """Does ``full`` say all that ``part`` says, and more?"""
    if not any(part.get(key) for key in _NAMING) or len(part) > len(full) or part == full:
        return False
    return all(full.get(key) == value or (key == "kind" and _is_wider(value, full.get(key))) for key, value in part.items())


def _is_wider(kind: str, other: str | None) -> bool:
    return kind == "book" and other in _BOOKS
