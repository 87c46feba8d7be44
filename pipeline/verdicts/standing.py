"""Whether a would-be contradiction stands in its article: is it the article's own statement, and on this work?

The passage model (claims/passages) reads the text around it. What it is sure of stands by itself; what it does not rule out
stands beside another contradiction, of another relation, of which it is sure, and two that it finds likely stand together: an article
that errs once is likelier to have been read rightly elsewhere.
Measured in docs/decisions.md. The model sees neither names nor what is on record, so that it can't know whether a statement is right.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.models import Claim, Judgement, Passage
from pipeline.verdicts.company import is_would_be

FIRM = 0.95  # likelihood from which on a statement stands by itself
LEAST = 0.4  # ... and beside a firm one, or as an amber note
TOGETHER = 1.6  # sum from which on two statements vouch for each other

Ask = Callable[[Passage], float]


class Standing:
    """Of the statements of one article. ``judgements`` are those made before anybody was asked; ``ask`` gives the likelihood, 0..1, that a
    passage states something in the article's own word of its work."""

    def __init__(self, ask: Ask, judgements: Sequence[Judgement]) -> None:
        self._ask = ask
        self._judgements = judgements
        self._known: dict[Passage, float] = {}

    def contradicts(self, claim: Claim) -> bool:
        """Does it stand firmly enough to contradict? True of one that nobody coded (a back-end's, which is capped elsewhere)."""
        if claim.passage is None:
            return True
        likelihood = self._of(claim.passage)
        return likelihood >= FIRM or (likelihood >= LEAST and self._has_company(claim, likelihood))

    def may_stand(self, claim: Claim) -> bool:
        """Firmly enough for an amber note?"""
        return claim.passage is None or self._of(claim.passage) >= LEAST

    def _has_company(self, claim: Claim, likelihood: float) -> bool:
        others = (
            self._of(j.claim.passage)
            for j in self._judgements
            if is_would_be(j)
            and not j.claim.doubts
            and j.claim.show == claim.show
            and j.claim.relation != claim.relation
            and j.claim.passage is not None
        )
        return any(other >= FIRM or likelihood + other >= TOGETHER for other in others)

    def _of(self, passage: Passage) -> float:
        if passage not in self._known:
            self._known[passage] = self._ask(passage)
        return self._known[passage]
