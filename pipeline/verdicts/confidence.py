"""How sure is it that the article says this of this work? Independent signs, multiplied; below the line nothing is contradicted.

    confidence = subject x doubts x licence

*subject*: how the statement names the work. *doubts*: what the reader saw around it (claims/doubts.py). *licence*: how often
contradictions that rest on the same pattern turned out right on texts with known answers (licences.toml): Laplace's rule, a wrong one
weighing four times a right one. A pattern without a record of being right has no licence: it may support, it accuses nobody.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pipeline.models import Claim

LINE = 0.59
WRONG = 4  # a false accusation weighs so many times a just one
SUBJECT: Mapping[str, float] = {"title": 1.0, "pronoun": 0.95, "section": 0.95, "about": 0.9}
DOUBTS: Mapping[str, float] = {
    "other_work": 0.5,
    "attachment": 0.5,
    "embedded": 0.4,
    "refuted": 0.4,
    "labelled": 0.4,
    "quoted": 0.4,
    "since": 0.6,
    "earlier": 0.6,
}
SEEN_ONCE = 2 / 3  # the licence of a pattern that was right once: others are reckoned as such here, so that the two gates are told apart
_TABLE = Path(__file__).with_name("licences.toml")


@cache
def load_licences() -> Mapping[str, tuple[int, int]]:
    """Pattern to (right, wrong) contradictions on texts with known answers."""
    counts = tomllib.loads(_TABLE.read_text(encoding="utf-8"))["patterns"]
    return {name: (right, wrong) for name, (right, wrong) in counts.items()}


def license_of(pattern: str) -> float:
    """0..1; half for a pattern that nobody has seen at work, 1 for a claim that no pattern of ours found."""
    if not pattern:
        return 1.0
    right, wrong = load_licences().get(pattern, (0, 0))
    return (right + 1) / (right + WRONG * wrong + 2)


def find_weak_signs(claim: Claim) -> list[str]:
    """ "pattern" where its licence alone is too weak, the doubts and "confidence" where the product is; none where it is strong."""
    licence = license_of(claim.pattern)
    sound = SUBJECT.get(claim.subject, 0.5)
    for doubt in claim.doubts:
        sound *= DOUBTS[doubt]
    closed = ["pattern"] if licence < LINE else []
    if sound * max(licence, SEEN_ONCE) < LINE:
        closed += [*claim.doubts, "confidence"]
    return closed
