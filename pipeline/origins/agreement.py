"""How much more likely it is that two articles agree as they do because one follows the other than by chance.

Each value gives a likelihood ratio (naive Bayes, as in Fellegi and Sunter 1969, "A theory for record linkage"): a shared one speaks for
a copy by as much as an independent article about the same work would be unlikely to mention it, one that only the shorter article has
speaks against. What is on the work's record is what everybody mentions; what no record has, and few others, is what a copy takes along,
a wrong value most of all. That two texts keep one order adds to it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt
from typing import Final

from pipeline.origins.values import Kind, kind_of

# Chosen with the newsstand's articles, the labelled development articles and the stories written for the purpose in view.
KEPT: Final = 0.9  # share of an article's values that a copy keeps
EXPECTED: Final = 0.45  # an article about a work mentions a given value on its record with about this chance
# and one that is not on record with about this, by kind.
UNEXPECTED: Final[Mapping[Kind, float]] = {"name": 0.03, "word": 0.12, "number": 0.15, "special": 0.08}
# Where no record tells what is known of the work, a value may be common knowledge about it.
UNRECORDED: Final[Mapping[Kind, float]] = {"name": 0.25, "word": 0.3, "number": 0.3, "special": 0.25}
PRIOR_WEIGHT: Final = 4.0  # articles about the same thing that the chances above count for beside those counted
LARGER: Final = 0.7  # weight of what only the longer article has: a copy may be an excerpt, or padded
MOST_EXPECTED: Final = 8.0  # values on record come together (a cast, a fact box): all of them prove no more than this
# Of an excerpt the longer text's other parts say nothing: only what stands there between the first and the last of what was taken.
EXCERPT: Final = 2.0  # taken off the odds: an excerpt is a bolder guess than a copy
STRAY: Final = 1.2  # taken off for each shared value that the longer text has elsewhere (a name is listed where it is met first)
ORDER: Final = 0.5  # weight of each value kept in order beyond what chance would
LINE: Final = 7.0  # log of the odds from which two articles are called one and its copy
MIN_SHARED: Final = 5
MIN_UNEXPECTED: Final = 1


@dataclass(frozen=True, slots=True)
class Agreement:
    """``odds``: logarithm of the likelihood ratio; ``share``: of the shorter article's values that the other has, 0 to 1."""

    odds: float
    share: float
    shared: int
    unexpected: int

    @property
    def is_copy(self) -> bool:
        return self.odds >= LINE and self.shared >= MIN_SHARED and self.unexpected >= MIN_UNEXPECTED


def compare_values(
    one: Sequence[int],
    other: Sequence[int],
    expected: Collection[int],
    on_record: bool,
    others: Sequence[Collection[int]] = (),
    may_be_excerpt: bool = False,
) -> Agreement:
    """``one``, ``other``: values in order. ``expected``: values on record for their works; ``on_record`` False: no record is known.

    ``others``: the values of other articles about the same thing that follow neither. ``may_be_excerpt``: the shorter came later, so that
    it may have taken a stretch of the longer; the other way round a longer text that holds a shorter one may as well refute it.
    """
    shorter, longer = sorted((one, other), key=len)
    inside, outside = set(longer), set(shorter)
    shared = [v for v in shorter if v in inside]

    def chance(value: int) -> float:
        base = EXPECTED if value in expected else (UNEXPECTED if on_record else UNRECORDED)[kind_of(value)]
        held = sum(value in o for o in others)
        return min((held + PRIOR_WEIGHT * base) / (len(others) + PRIOR_WEIGHT), 0.95)

    def weigh(of_expected: bool) -> float:
        evidence = sum(log(KEPT / chance(v)) for v in shared if (v in expected) is of_expected)
        return evidence + sum(_miss(chance(v)) for v in shorter if v not in inside and (v in expected) is of_expected)

    misses = [0.0 if v in outside else LARGER * _miss(chance(v)) for v in longer]

    def add_misses(start: int, end: int) -> float:
        of_expected = sum(misses[n] for n in range(start, end) if longer[n] in expected)
        return min(weigh(True) + of_expected, MOST_EXPECTED) + weigh(False) + sum(misses[start:end]) - of_expected

    odds = add_misses(0, len(longer))
    if may_be_excerpt:
        start, end = find_window(misses)
        strays = len(shared) - sum(miss == 0.0 for miss in misses[start:end])
        odds = max(odds, add_misses(start, end) - EXCERPT - STRAY * strays)
    odds += ORDER * max(0.0, count_in_order(shared, longer) - 2 * sqrt(len(shared)))
    unexpected = sum(v not in expected for v in shared)
    return Agreement(odds, len(shared) / max(len(shorter), 1), len(shared), unexpected)


def _miss(chance: float) -> float:
    """Evidence of a value that only one of the two has."""
    return log((1 - KEPT) / (1 - chance))


def find_window(misses: Sequence[float]) -> tuple[int, int]:
    """The stretch of the longer text (start, end) that an excerpt would be of; ``misses``: 0 for what both have, else its weight, below 0.

    The best sum of a stretch (Kadane), where a shared value is worth what it costs to leave it out.
    """
    best, window, total, start = 0.0, (0, 0), 0.0, 0
    for place, miss in enumerate(misses):
        if total <= 0:
            total, start = 0.0, place
        total += STRAY if miss == 0.0 else miss
        if total > best:
            best, window = total, (start, place + 1)
    return window


def count_in_order(shared: Sequence[int], longer: Sequence[int]) -> int:
    """Most shared values that stand in one order in both (longest increasing subsequence)."""
    places = {value: place for place, value in enumerate(longer)}
    tails: list[int] = []
    for value in shared:
        place = places[value]
        at = bisect_left(tails, place)
        tails[at : at + 1] = [place]
    return len(tails)
