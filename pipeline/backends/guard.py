"""The guard rails around every back-end: what they answer can take a contradiction back or add a mild reading, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.backends.seams import SecondLook
from pipeline.models import Article, Claim, Judgement, RecordBook

LLM = "llm"  # the pattern that a model's claim carries
MODEL_CONFIDENCE = 0.3  # in the subject of a model's claim: well under the judge's line for contradictions
_TAKEN_BACK = {
    "adjudicator": "a language model that was asked again doubts that the statement and the record exclude each other",
    "nli": "the record's own sentence may imply this statement",
}


def lower_doubted(
    judgements: Sequence[Judgement], looks: Sequence[SecondLook], article: Article, book: RecordBook
) -> tuple[Judgement, ...]:
    """The same judgements, contradictions that a second look doubts lowered to unverifiable; every other one is the same object."""
    return tuple(_look_again(j, looks, article, book) if j.verdict == "contradicted" else j for j in judgements)


def _look_again(judgement: Judgement, looks: Sequence[SecondLook], article: Article, book: RecordBook) -> Judgement:
    show = book.shows.get(judgement.claim.show)
    gate = next((look.gate for look in looks if show is not None and look.has_doubt(judgement, article, show)), None)
    if gate is None:
        return judgement
    explanation = f"Nothing on record settles this: {_TAKEN_BACK.get(gate, gate)}."
    return replace(judgement, verdict="unverifiable", explanation=explanation, gates_failed=(*judgement.gates_failed, gate))


def mark_reading(claim: Claim) -> Claim:
    """A model's claim as it may enter: marked, with low confidence whatever the extractor said of itself."""
    return replace(claim, pattern=LLM, subject_confidence=min(claim.subject_confidence, MODEL_CONFIDENCE))


def cap_reading(judgement: Judgement) -> Judgement:
    """The judgement of a model's claim as it may stand: it agrees with the record, or it is unverifiable; it is held against nobody."""
    if judgement.verdict == "supported":
        return replace(judgement, explanation=f"{judgement.explanation} (Statement read by a language model.)")
    gates = tuple(dict.fromkeys((*judgement.gates_failed, LLM)))
    explanation = "Nothing on record settles this: the statement was read by a language model alone."
    return replace(judgement, verdict="unverifiable", explanation=explanation, gates_failed=gates)
