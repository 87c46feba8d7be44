"""What a relation's module hands to the gates: how a claim stands to the record, and on which facts that rests."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal

from pipeline.models import Fact

# What a mismatch needs before it may be called a contradiction (CLAIMS' table):
# complete: the record lists all there is; holder: it says who fills exactly this place; value: it holds a value that excludes the claim's;
# never: amber at most.
Gate = Literal["complete", "holder", "value", "never"]


class Grade(Enum):
    """How the claimed value stands to the record."""

    MATCH = "match"
    SLIGHT = "slight"  # off by so little that it is a slip (days, one year)
    NEAR = "near"  # fair, or not to be told apart by the record
    FAR = "far"  # excluded by a value on record
    ABSENT = "absent"  # not among the values on record
    INCOMPARABLE = "incomparable"
    NO_RECORD = "no record"


@dataclass(frozen=True, slots=True)
class Comparison:
    """``facts``: those that decide. ``failed``: gates that this comparison found closed. ``right``: what the record has, as a phrase.

    ``amber``: whether a mismatch whose gate stays closed is still worth an amber ``conflicts_with_record``. ``slip``: whether one is at
    least a slip ("minor_discrepancy").
    """

    grade: Grade
    facts: tuple[Fact, ...] = ()
    gate: Gate = "complete"
    failed: tuple[str, ...] = ()
    right: str = ""
    amber: bool = True
    slip: bool = False
    vouchers: tuple[str, ...] = ()  # keys of further sources that vouch for it (of a complete list, or of the record's head)


NO_RECORD = Comparison(Grade.NO_RECORD, failed=("no_record",))
INCOMPARABLE = Comparison(Grade.INCOMPARABLE, failed=("not_comparable",))


def firm(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Those that good sources do not dispute."""
    return tuple(f for f in facts if not f.disputed)


def list_values(values: list[str], most: int = 3) -> str:
    """ "A", "A and B", "A, B and C", "A, B, C and others"."""
    unique = list(dict.fromkeys(values))
    if len(unique) > most:
        return ", ".join(unique[:most]) + " and others"
    return " and ".join([", ".join(unique[:-1]), unique[-1]]) if len(unique) > 1 else "".join(unique)
