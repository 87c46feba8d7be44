"""Sources that cannot count for the article under test: the record without their word, and what then rests on nobody's."""

from __future__ import annotations

from dataclasses import replace

from pipeline.models import Claim, Show
from pipeline.verdicts.comparison import Comparison
from pipeline.verdicts.context import JudgeContext

GATE = "no_independent_source"


def leave_out(show: Show, context: JudgeContext, *, later: bool) -> Show:
    """The record with all its facts and without the sources that are bound to the article. ``later``: without those that came after it too.

    A page that came later may have a true statement from the article; that it contradicts the article it does not have from there.
    """
    if context.bar is None:
        return show
    kept = {key: s for key, s in show.sources.items() if (bond := context.bar(s)) is None or (bond == "later" and not later)}
    return show if len(kept) == len(show.sources) else replace(show, sources=kept)


def lost_its_sources(claim: Claim, comparison: Comparison, full: Show, counted: Show) -> bool:
    """Had what decides a source, and has it none that counts?"""
    keys = {s for fact in comparison.facts for s in fact.sources} | set(comparison.vouchers)
    keys = keys or set(full.complete.get(claim.relation, ()))
    return bool(keys & full.sources.keys()) and not keys & counted.sources.keys()
