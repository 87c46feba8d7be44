"""How verdicts become a score. One table of weights under one name; a changed weight is a new name, and every score stores it.

The score is the mean of a Beta posterior over "a checkable statement of this article is right": each distinct statement adds its weight,
and a false one adds twice its weight, since one invented source costs a reader more than one right date helps. The prior is Jeffreys'
(0.5, 0.5). The interval is the central 90 %. Labels come from that posterior; the printed score passes through the calibrated layer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from scipy.special import betaincinv

from pipeline.calibration import IDENTITY, Layer, load_layer, read_features
from pipeline.models import Claim, Finding, Judgement, Label, Score, VerdictName

CORE_RELATIONS = frozenset({"story_basis", "based_on"})
# How likely a statement with this verdict is right. What is unverifiable has no place in the posterior, only in coverage.
P_TRUE: Mapping[VerdictName, float] = {"supported": 1.0, "minor_discrepancy": 0.8, "conflicts_with_record": 0.35, "contradicted": 0.0}
NEAR_ANSWERS = frozenset({"true story", "inspired by real events"})
HEDGED = 0.5
STRONG_TIER = 2
# An unverifiable statement with one of these gates closed may well be said of something else, by somebody else, or be misread: it says
# nothing of coverage.
NOT_SURELY_SAID_OF_IT = frozenset(
    {
        "no_record",
        "subject",
        "other_work",
        "since",
        "attachment",
        "object_type",
        "embedded",
        "refuted",
        "labelled",
        "quoted",
        "earlier",
        "another",
    }
)
# Amber alone calls an article mixed only in numbers: one statement that does not fit an incomplete list is often the list's fault.
LEAST_AMBER = 3


@dataclass(frozen=True, slots=True)
class Rubric:
    """A named table of weights per relation, and the bounds of the labels."""

    name: str
    weights: Mapping[str, float]
    prior: tuple[float, float] = (0.5, 0.5)
    cost_of_false: float = 2.0
    least_weight: float = 1.0
    unreliable_below: float = 0.5
    reliable_above: float = 0.7
    least_coverage: float = 0.5
    layer: Layer = IDENTITY

    def without_layer(self) -> Rubric:
        """The same weights, uncalibrated."""
        return replace(self, layer=IDENTITY)

    def score(self, show: str | None, judgements: Iterable[Judgement], findings: Iterable[Finding] = ()) -> Score:
        """The score of what an article says in its own word about ``show`` (a slug; None: about nothing on record, so insufficient).

        Findings move no label: they are read by the calibrated layer alone.
        """
        own = distinct_statements(j for j in judgements if j.claim.modality in {"asserted", "hedged"})
        core = answer_core(own)
        if show is None:
            return Score("insufficient", None, None, None, 0.0, "not answered", ("about no work on record",))
        good = bad = checkable = total = 0.0
        for j in own:
            weight = self.weigh(j)
            if j.verdict == "unverifiable" and NOT_SURELY_SAID_OF_IT.intersection(j.gates_failed):
                continue
            total += weight
            if j.verdict in P_TRUE:
                checkable += weight
                good += weight * P_TRUE[j.verdict]
                bad += weight * (1 - P_TRUE[j.verdict]) * self.cost_of_false
        coverage = checkable / total if total else 0.0
        if checkable < self.least_weight:
            return Score("insufficient", None, None, None, coverage, core, ("too little that can be checked",))
        mean, low, high = posterior(round(self.prior[0] + good, 3), round(self.prior[1] + bad, 3))
        label, reasons = self._label(own, low, high, coverage)
        if label == "insufficient":
            return Score(label, None, None, None, coverage, core, reasons)
        features = read_features(own, findings, core_wrong=core == "wrong")
        mean, low, high = (self.layer.apply(p, features) for p in (mean, low, high))
        return Score(label, mean, low, high, coverage, core, reasons)

    def weigh(self, judgement: Judgement) -> float:
        """Weight of one statement: relation x confidence in its subject x hedge.

        A match with the record makes the subject sure, and a contradiction has passed the gates that ask for a sure one.
        """
        claim = judgement.claim
        subject = 1.0 if judgement.verdict in {"supported", "contradicted"} else claim.subject_confidence
        return self.weights.get(claim.relation, 0.5) * subject * (HEDGED if claim.modality == "hedged" else 1.0)

    def _label(self, own: tuple[Judgement, ...], low: float, high: float, coverage: float) -> tuple[Label, tuple[str, ...]]:
        false = [j for j in own if j.verdict == "contradicted"]
        if high < self.unreliable_below and (len(false) >= 2 or any(is_core_against_strong(j) for j in false)):
            return "unreliable", (f"{len(false)} statements contradict the record",)
        if low > self.reliable_above and coverage >= self.least_coverage and not false:
            return "reliable", (f"{sum(j.verdict == 'supported' for j in own)} statements agree with the record",)
        amber = sum(j.verdict == "conflicts_with_record" for j in own)
        if false or amber >= LEAST_AMBER:
            return "mixed", (f"{len(false)} statements contradict the record, {amber} more do not fit it",)
        return "insufficient", ("not enough that agrees with the record to vouch for the rest",)


def distinct_statements(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Each (work, relation, object, polarity) once, the gravest verdict and the surest modality of its places first."""
    rank = {"contradicted": 0, "conflicts_with_record": 1, "minor_discrepancy": 2, "supported": 3}
    kept: dict[tuple[object, ...], Judgement] = {}
    for j in sorted(judgements, key=lambda j: (rank.get(j.verdict, 4), j.claim.modality != "asserted")):
        kept.setdefault(statement_key(j.claim), j)
    return tuple(kept.values())


def statement_key(claim: Claim) -> tuple[object, ...]:
    """What makes two places the same statement; "a true story" and "inspired by real events" are one answer to one question."""
    if claim.relation == "story_basis" and claim.object.get("value") in NEAR_ANSWERS and set(claim.object) == {"value"}:
        return (claim.show, claim.relation, "true or inspired", claim.polarity)
    return (claim.show, claim.relation, tuple(sorted((k, str(v).casefold()) for k, v in claim.object.items())), claim.polarity)


def answer_core(own: Iterable[Judgement]) -> Literal["right", "wrong", "not answered"]:
    """Does it get the source and the truth of the story right?"""
    verdicts = {j.verdict for j in own if j.claim.relation in CORE_RELATIONS}
    if "contradicted" in verdicts:
        return "wrong"
    return "right" if "supported" in verdicts else "not answered"


def is_core_against_strong(judgement: Judgement) -> bool:
    """A contradicted source or truth of the story, with evidence of tier 1 or 2."""
    return judgement.claim.relation in CORE_RELATIONS and any(e.tier <= STRONG_TIER for e in judgement.evidence)


@lru_cache(maxsize=20_000)
def posterior(a: float, b: float) -> tuple[float, float, float]:
    """Mean and central 90 % interval of Beta(a, b)."""
    return a / (a + b), float(betaincinv(a, b, 0.05)), float(betaincinv(a, b, 0.95))


_LAYER = load_layer()
RUBRIC = Rubric(
    f"reliability-v2+{_LAYER.version}" if _LAYER.version else "reliability-v2",
    {
        "based_on": 1.5,
        "story_basis": 1.2,
        "creator": 1.0,
        "writer": 1.0,
        "director": 1.0,
        "producer": 0.8,
        "production_company": 0.8,
        "cast_member": 1.0,
        "premiere_date": 1.0,
        "real_event": 1.0,
        "protagonist": 1.0,
        "setting_place": 0.8,
        "setting_time": 0.8,
        "filming_location": 0.8,
        "episode_count": 0.8,
        "season_count": 0.8,
        "award": 0.6,
        "renewal": 0.6,
        "platform": 0.6,
        "country": 0.4,
        "language": 0.4,
    },
    layer=_LAYER,
)
