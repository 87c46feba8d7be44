"""What "contradicted" needs besides a mismatch: the gates. None closed means that it was earned."""

from __future__ import annotations

from pipeline.models import Claim, Fact, Show
from pipeline.records.owners import GENERAL, PRESS, independent_owners, is_strong
from pipeline.verdicts.beside import find_neighbours
from pipeline.verdicts.company import WEAK_GATES
from pipeline.verdicts.comparison import Comparison, Grade
from pipeline.verdicts.confidence import find_weak_signs
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.object_types import find_type_gates
from pipeline.verdicts.standing import Standing

SUBJECT_CONFIDENCE = 0.7  # below it, the work that a claim is about is a guess
# Gates that leave an amber conflict; any other closed gate means that nothing may be said.
_AMBER_TEXT = """
    complete evidence holder value first_release explicit years_near recast date_of_article publisher season title degree never region
    mixed_sources other_role
"""
AMBER = frozenset(_AMBER_TEXT.split())
AMBER_ON_TIER_3 = frozenset({"filming_location", "renewal", "award", "real_event"})


def is_amber(closed: tuple[str, ...], relation: str = "") -> bool:
    """May an amber conflict be shown: is every closed gate of the kind that a fuller or better sourced record would open?

    What can hardly be contradicted at all (where it was filmed, whether more is to come) may rest on a page of tier 3.
    """
    if relation in AMBER_ON_TIER_3 and {"complete", "never"} & set(closed):
        return set(closed) <= AMBER | {"poor_evidence"}
    return set(closed) <= AMBER or closed == ("poor_evidence",)


def find_closed_gates(claim: Claim, show: Show, comparison: Comparison, context: JudgeContext) -> tuple[str, ...]:
    """Closed gates of a would-be contradiction: the relation's own, subject, evidence, quarantine; the parser is asked last."""
    closed = [*comparison.failed, *_gate_of_relation(claim, show, comparison)]
    if claim.polarity == "affirmed":
        closed += find_type_gates(claim, show, context)
    closed += find_neighbours(claim, show, comparison, context.claims)
    if claim.subject_confidence < SUBJECT_CONFIDENCE:
        closed.append("subject")
    closed += _gate_of_evidence(claim, show, comparison)
    if (show.slug, claim.relation) in context.quarantined:
        closed.append("quarantine")
    # What cannot contradict anyway needs no licence for its wording; doubts about whose statement it is count all the same.
    if comparison.gate == "never" or "complete" in closed:
        closed += claim.doubts
    else:
        closed += find_weak_signs(claim, context.company)
    asked = not set(closed) - WEAK_GATES if context.thorough else not closed
    if context.standing is not None and not _stands(claim, context.standing, closed, asked=asked):
        closed.append("passage")
    elif asked and context.confirm is not None and not context.confirm(claim, context.language):
        closed.append("parser")
    return tuple(dict.fromkeys(closed))


def _stands(claim: Claim, standing: Standing, closed: list[str], *, asked: bool) -> bool:
    """By its passage; True where no verdict hangs on that."""
    if asked:
        return standing.contradicts(claim)
    return not is_amber(tuple(closed), claim.relation) or standing.may_stand(claim)


def _gate_of_relation(claim: Claim, show: Show, comparison: Comparison) -> list[str]:
    if comparison.gate == "never":
        return ["never"]
    if claim.polarity == "negated" and comparison.grade is Grade.MATCH:
        return []  # denying what stands on record needs no complete list
    if comparison.gate == "complete":
        return [] if claim.relation in show.complete else ["complete"]
    return [] if comparison.facts else [comparison.gate]


def _gate_of_evidence(claim: Claim, show: Show, comparison: Comparison) -> list[str]:
    """ "evidence" where it is thin, "poor_evidence" where no source of tier 2 is among it, "no_evidence" where no page was read at all."""
    if has_strong_evidence(claim, show, comparison):
        return []
    flag = show.complete.get(claim.relation, ()) if comparison.gate == "complete" else ()
    keys = (*(s for f in comparison.facts if not f.disputed for s in f.sources), *comparison.vouchers, *flag)
    best = min(independent_owners(keys, show.sources).values(), default=GENERAL)
    return ["evidence"] if best <= PRESS else ["poor_evidence" if best < GENERAL else "no_evidence"]


def has_strong_evidence(claim: Claim, show: Show, comparison: Comparison) -> bool:
    """The evidence rule for every fact that decides: tier 1, two independent owners one of them at tier 2, or an editor's word.

    Sources that vouch for a complete list vouch for each of its values; the list stands on all of them together. Where a holder or a value
    excludes the claim, one such fact with strong evidence is enough (the claim is far from all the others as well).
    """
    flag = show.complete.get(claim.relation, ()) if comparison.gate == "complete" else ()
    vouchers = (*comparison.vouchers, *flag)
    facts = [f for f in comparison.facts if not f.disputed]
    if not facts:
        return is_strong(vouchers, show.sources)
    if comparison.gate == "complete":
        together = tuple(s for f in facts for s in f.sources)
        return is_strong((*together, *vouchers), show.sources)
    return any(_is_confirmed(f, vouchers, show) for f in facts)


def _is_confirmed(fact: Fact, vouchers: tuple[str, ...], show: Show) -> bool:
    return bool(fact.confirmed) or is_strong((*fact.sources, *vouchers), show.sources)
