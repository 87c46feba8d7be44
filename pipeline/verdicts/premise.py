"""What an article answers to "is it a true story?", beside what the record has."""

from __future__ import annotations

from pipeline.models import Claim, Judgement, Premise, Reading, Show

_WEIGHT = {"asserted": 1.0, "hedged": 0.5}
_POSITIVE = frozenset({"true story", "inspired by real events"})


def judge_premise(reading: Reading, show: Show, judgements: tuple[Judgement, ...]) -> Premise:
    """The answer that the article's own words give most weight to, title and opening counted double.

    ``article`` is one of "true story", "inspired by real events", "fiction", "documentary", or None where it evades. ``agrees`` is None
    where either side says nothing; true story and inspired by real events agree.
    """
    recorded = next((str(f.value) for f in show.facts_of("story_basis")), None)
    votes: dict[str, float] = {}
    for judgement in judgements:
        claim = judgement.claim
        answer = _answer_of(claim) if claim.show == show.slug and claim.relation == "story_basis" else None
        weight = _WEIGHT.get(claim.modality, 0.0)
        if answer and weight:
            votes[answer] = votes.get(answer, 0.0) + weight * (2.0 if claim.paragraph <= 1 else 1.0)
    del reading
    article = max(votes, key=lambda a: votes[a]) if votes else None
    return Premise(article, recorded, _agree(article, recorded))


def _answer_of(claim: Claim) -> str | None:
    """The answer in one claim; a denied fiction says "true story", a denied true story "fiction", a denied documentary nothing."""
    value = str(claim.object.get("value", ""))
    if claim.polarity == "affirmed":
        return value if value in _POSITIVE | {"fiction", "documentary"} else None
    if claim.object.get("degree") or claim.object.get("scope"):
        return "inspired by real events" if value in _POSITIVE else None
    return {"true story": "fiction", "inspired by real events": "fiction", "fiction": "true story"}.get(value)


def _agree(article: str | None, recorded: str | None) -> bool | None:
    if article is None or recorded is None:
        return None
    return article == recorded or {article, recorded} <= _POSITIVE
