"""How alike two values are: the one scale that every typed comparison answers on."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum


class Likeness(Enum):
    """In order of closeness. SAME: may support. NEAR: neither supports nor contradicts. UNCLEAR: not comparable. FAR: different things."""

    SAME = "same"
    NEAR = "near"
    UNCLEAR = "unclear"
    FAR = "far"


def closest(likenesses: Iterable[Likeness]) -> Likeness:
    """The closest of several comparisons; UNCLEAR where there is none."""
    found = set(likenesses)
    return next((x for x in Likeness if x in found), Likeness.UNCLEAR)
