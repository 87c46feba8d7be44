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


# "A <platform> original" says more than a note on where else it can be seen excuses, unless it is told of a mistake.
_ORIGINAL = re.compile(r"\boriginals?\b", re.I)
_MISTAKEN = re.compile(
    r"\b(?:(?:took|takes?|taken|taking|tom(?:a|an|[oó]|aron)) (?:\w+ ){1,3}(?:for|por)|mistook|mistak\w+|thought|thinks?|assum\w+|"
    r"suppos\w+|believ\w+|pass(?:es|ed)? for|billed|branded|parec\w+|cre[eí]\w*)\b|"
    r"(?:\b(?:not|never|no|rather than)|n['’]t)\b[^,.;]{0,30}\boriginal",
    re.I,
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
    own = _ORIGINAL.search(claim.quote) and not _MISTAKEN.search(claim.sentence or claim.quote)
    if not own and any(f.note and name.casefold() in f.note.casefold() for f in facts):
        return Comparison(Grade.NEAR, firm(facts), failed=("note",), right=right)
    later = _LATER.search(claim.quote)
    first = not later and "availability" not in claim.doubts
    return Comparison(Grade.ABSENT, firm(facts), "complete", ("first_release",) if later else (), right, amber=first)
