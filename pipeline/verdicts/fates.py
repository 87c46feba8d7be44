"""Fates that the record speaks against: amber and never more, whatever the evidence."""

from __future__ import annotations

from pipeline.models import Claim, Fact, Show
from pipeline.records.conflicts import find_conflict
from pipeline.records.fates import name_person, read_fates
from pipeline.records.retold import find_retold
from pipeline.verdicts.comparison import Comparison, Grade


def compare_fates(claim: Claim, show: Show) -> Comparison | None:
    """None where the record says nothing against the claim. A denial ("was never caught") is a fate of its own and needs no polarity."""
    text = str(claim.object.get("value", ""))
    name, mark, rest = text.partition(": ")
    facts = show.facts_of("real_event")
    fates = name_person(rest, name) if mark and " " not in name and name[:1].isupper() else read_fates(text)
    for fate in fates:
        fact = find_conflict(fate, show)
        if fact is not None and (claim.polarity == "affirmed" or fate.kind == "denial"):
            return _differ(fact, Grade.FAR if claim.polarity == "affirmed" else Grade.MATCH)
    again = next(find_retold(text, facts), None) if claim.polarity == "affirmed" else None
    return _differ(again.fact, Grade.FAR) if again is not None else None


def _differ(fact: Fact, grade: Grade) -> Comparison:
    return Comparison(grade, (fact,), "never", right=f"has on record: {fact.value}" + (f" ({fact.when})" if fact.when else ""))
