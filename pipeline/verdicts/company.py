"""The company that a would-be contradiction keeps: what else its article states of the same work.

A reader errs by the sentence, a bad article by the dozen. Where statements of other kinds are off the record too, one more is likelier to
have been read right; where the article has the same place right elsewhere, or nothing else wrong, it is likelier that a sentence was
misread. Measured on articles of works left out, this halves the false accusations of reliable articles at equal precision
(docs/decisions.md). It never makes a contradiction: it only moves how much the reading is trusted (confidence.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.models import Claim, Judgement
from pipeline.verdicts.bars import VOICES

OWN_WORD = frozenset({"asserted", "hedged"})
LEAST = 0.5  # likelihood under which another statement is no company
ELSEWHERE = frozenset({"other_work", "since", "attachment", "earlier"})  # doubts of which work, or of which time
DOUBTS = (*sorted(ELSEWHERE), "availability", *VOICES)
WEAK_GATES = frozenset({"pattern", "anchor", "confidence", *DOUBTS})  # what weighing signs can close; other gates hold whatever they weigh


@dataclass(frozen=True, slots=True)
class Company:
    """``others``: statements of other relations, each value once, that contradict or would but for weak signs, and are surely of this work
    (a text that turns to another one is misread in a row). ``repeated``: another sentence says the same. ``right_elsewhere``: another
    sentence fills the same place rightly."""

    others: int = 0
    repeated: bool = False
    right_elsewhere: bool = False


ALONE = Company()


def is_would_be(judgement: Judgement) -> bool:
    """Does it contradict, or would it, were the signs stronger and the parser of another mind?"""
    closed = set(judgement.gates_failed)
    return judgement.verdict == "contradicted" or (
        bool(closed) and closed <= WEAK_GATES | {"parser"} and bool(closed & {"confidence", "parser"})
    )


def find_company(claim: Claim, judgements: Sequence[Judgement]) -> Company:
    """Of a claim among all judgements of its article; its own and those of its sentence do not count."""
    mine = [j for j in judgements if j.claim.show == claim.show and j.claim.modality in OWN_WORD]
    others = {
        (j.claim.relation, _value(j.claim))
        for j in mine
        if j.claim.relation != claim.relation and is_would_be(j) and _is_of_this_work(j.claim)
    }
    alike = [j for j in mine if j.claim.relation == claim.relation and j.claim.sentence != claim.sentence]
    value = _value(claim)
    repeated = any(value and _value(j.claim) == value and (j.claim.likelihood or 0.0) >= LEAST for j in alike)
    right = any(j.verdict == "supported" and _place(j.claim) == _place(claim) for j in alike)
    return Company(len(others), repeated, right)


def _is_of_this_work(claim: Claim) -> bool:
    """Nothing speaks against it, and the slot model sees it too, where it is asked about such statements at all."""
    return (claim.likelihood is None or claim.likelihood >= LEAST) and not ELSEWHERE & set(claim.doubts)


def _value(claim: Claim) -> str:
    return str(claim.object.get("value", claim.object.get("author", "")))


def _place(claim: Claim) -> tuple[object, ...]:
    """What the statement fills: the part of a character, who stands behind it, or the relation itself, affirmed or denied. A source that is
    named is another place than a mere kind of source: "it was a book" makes no title right."""
    named = claim.relation != "based_on" or bool({"value", "author"} & set(claim.object))
    return claim.object.get("character"), "real_person" in claim.object, claim.polarity, named
