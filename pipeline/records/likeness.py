"""How alike two values are: the one scale that every typed comparison answers on."""

from __future__ import annotations

from enum import Enum


class Likeness(Enum):
    """SAME: may support. NEAR: neither supports nor contradicts. UNCLEAR: the two cannot be compared. FAR: different things."""

    SAME = "same"
    NEAR = "near"
    UNCLEAR = "unclear"
    FAR = "far"


_ORDER = (Likeness.SAME, Likeness.NEAR, Likeness.UNCLEAR, Likeness.FAR)


def closest(likenesses: list[Likeness]) -> Likeness:
    """The closest of several comparisons; UNCLEAR where there is none."""
    return min(likenesses, key=_ORDER.index) if likenesses else Likeness.UNCLEAR
