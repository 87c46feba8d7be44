"""Fates that the record speaks against: amber and never more, whatever the evidence."""

from __future__ import annotations

from pipeline.models import Claim, Fact, Show
from pipeline.records.conflicts import find_conflict
from pipeline.records.fates import name_person, read_fates, split_stated
from pipeline.records.retold import find_retold
from pipeline.verdicts.comparison import Comparison, Grade


def compare_fates(claim: Claim, show: Show) -> Comparison | None:
    """None where the record says nothing against the claim.

    "Was never caught" is a fate of its own: read as denied or not, it is the same denial, and MATCH is what a denied claim cannot have.
    """
    text = str(claim.object.get("value", ""))
    name, words = split_stated(text)
    for fate in read_fates(words):
        fact = find_conflict(name_person(fate, name) if name else fate, show)
        if fact is not None and (claim.polarity == "affirmed" or fate.kind == "denial"):
            return _differ(fact, Grade.FAR if claim.polarity == "affirmed" else Grade.MATCH)
    again = next(find_retold(text, show.facts_of("real_event")), None) if claim.polarity == "affirmed" else None
    return _differ(again.fact, Grade.FAR) if again is not None else None


def _differ(fact: Fact, grade: Grade) -> Comparison:
    return Comparison(grade, (fact,), "never", right=f"has on record: {fact.value}" + (f" ({fact.when})" if fact.when else ""))
