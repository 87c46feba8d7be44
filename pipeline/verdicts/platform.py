"""platform: the brand of first release; any region's first platform on record is right."""

from __future__ import annotations

import re

from pipeline.models import Claim, Show
from pipeline.records.likeness import Likeness
from pipeline.records.organisations import compare_platforms
from pipeline.verdicts.comparison import INCOMPARABLE, NO_RECORD, Comparison, Grade, firm, list_values
from pipeline.verdicts.context import JudgeContext

_LATER = re.compile(
    r"\bnow\b|\balso\b|available|rent|\bbuy\b|later|rerun|moved?\b|resurfac|catalog|library|return|again|disponible|ahora|también", re.I
)


def compare(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """One family is near; two brands that we know are far. Only what is said of the first release can be excluded."""
    del context
    facts = show.facts_of("platform")
    if not facts:
        return NO_RECORD
    name = str(claim.object.get("value", ""))
    found = [compare_platforms(name, v) for f in facts for v in (str(f.value), *f.fair_values)]
    right = f"was first shown on {list_values([str(f.value) for f in firm(facts)])}"
    if Likeness.SAME in found:
        hit = next(f for f in facts if Likeness.SAME in [compare_platforms(name, v) for v in (str(f.value), *f.fair_values)])
        return Comparison(Grade.MATCH, (hit,), "value", right=right)
    if Likeness.NEAR in found:
        return Comparison(Grade.NEAR, firm(facts), failed=("brand_family",), right=right)
    if Likeness.UNCLEAR in found or not name:
        return INCOMPARABLE
    if any(f.note and name.casefold() in f.note.casefold() for f in facts):
        return Comparison(Grade.NEAR, firm(facts), failed=("note",), right=right)
    later = _LATER.search(claim.quote)
    first = not later and "availability" not in claim.doubts
    return Comparison(Grade.ABSENT, firm(facts), "complete", ("first_release",) if later else (), right, amber=first)
