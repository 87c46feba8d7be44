"""Works on the same case: two dramas of one murder, two series on one company. The same people are played in both, and an article may turn
from one to the other without its title ("The second one has ...")."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations

from pipeline.models import Claim, Show
from pipeline.records.folding import words
from pipeline.verdicts.comparison import Grade
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.relations import COMPARE

FULL_NAME = 2  # words from which a name tells somebody from others
SHARED = 2  # real people portrayed in both from which two works are taken to be on one case
NAMED = frozenset({"cast_member", "creator", "director", "writer", "platform"})  # numbers and kinds of source agree by chance


def find_rivals(shows: Mapping[str, Show]) -> Mapping[str, tuple[str, ...]]:
    """Each work to the others on record that portray the same real people."""
    portrayed = {
        slug: {n for f in show.facts_of("cast_member") if len(n := words(f.real_person or "")) >= FULL_NAME} for slug, show in shows.items()
    }
    bearers = Counter(name for names in portrayed.values() for name in names)
    shared = {slug: names for slug, all_names in portrayed.items() if len(names := {n for n in all_names if bearers[n] > 1}) >= SHARED}
    rivals: dict[str, list[str]] = defaultdict(list)
    for a, b in combinations(sorted(shared), 2):
        if len(shared[a] & shared[b]) >= SHARED:
            rivals[a].append(b)
            rivals[b].append(a)
    return {slug: tuple(others) for slug, others in rivals.items()}


def fits_rival(claim: Claim, context: JudgeContext) -> bool:
    """Is what is said, and does not name the work, right of another work on the same case, of which the article says something else that
    is right of that one alone?"""
    if claim.subject == "title" or claim.polarity != "affirmed" or claim.relation not in NAMED:
        return False
    rivals = (context.shows[slug] for slug in context.rivals.get(claim.show, ()))
    return any(_fits(claim, rival, context) and any(_is_of(o, rival, claim, context) for o in context.claims) for rival in rivals)


def _is_of(other: Claim, rival: Show, claim: Claim, context: JudgeContext) -> bool:
    if other.relation not in NAMED or other.polarity != "affirmed" or (other.subject == "title" and other.show == claim.show):
        return False  # of this very work by name it is a mistake, and no turn to the other
    apart = other.object.get("value") != claim.object.get("value")
    return apart and _fits(other, rival, context) and not _fits(other, context.shows[claim.show], context)


def _fits(claim: Claim, show: Show, context: JudgeContext) -> bool:
    return COMPARE[claim.relation](claim, show, context).grade is Grade.MATCH
