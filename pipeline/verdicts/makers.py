"""creator, writer, director, producer, production_company."""

from __future__ import annotations

from pipeline.models import Claim, Fact, Property, Show
from pipeline.records.likeness import Likeness, closest
from pipeline.records.names import compare_person_to_any, is_full_name, looks_like_organisation, split_people
from pipeline.records.organisations import compare_companies
from pipeline.verdicts.comparison import INCOMPARABLE, NO_RECORD, Comparison, Grade, firm, list_values
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.seasons import facts_of_season, is_season_settled

ROLES: tuple[Property, ...] = ("creator", "writer", "director", "producer")
_NEAR_ROLES: dict[str, tuple[Property, ...]] = {
    # creator, writer, showrunner and source author are near one another; a producer's credit may be anybody's
    "creator": ("writer", "producer", "director"),
    "writer": ("creator",),
    "director": ("creator",),
    "producer": ("creator", "writer", "director"),
}


def compare(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """A person among the holders of the role matches; one who made the work in a near role is near; anybody else is absent."""
    del context
    name = str(claim.object.get("value", ""))
    if claim.relation == "production_company" or looks_like_organisation(name):
        return _compare_company(name, show)
    facts = facts_of_season(claim, show.facts_of(claim.relation))
    found, fact = _find(name, facts)
    right = _say(claim.relation, facts)
    if found is Likeness.SAME and fact:
        return Comparison(Grade.MATCH, (fact,), "value", right=right)
    if found is Likeness.NEAR and fact:
        return Comparison(Grade.NEAR, (fact,), failed=("name_near",), right=right)
    near = show.facts_of(*_NEAR_ROLES.get(claim.relation, ())) + _source_authors(claim, show)
    found, fact = _find(name, near)
    if found in {Likeness.SAME, Likeness.NEAR} and fact:
        return Comparison(Grade.NEAR, (fact,), failed=("near_role",), right=right or f"has {fact.value} as {fact.property}")
    if not facts:
        return NO_RECORD
    if not is_full_name(name):
        return Comparison(Grade.INCOMPARABLE, firm(facts), failed=("full_name",), right=right)
    failed = _closed(claim, show)
    if _find(name, show.facts_of(*ROLES, "cast_member"))[0] in {Likeness.SAME, Likeness.NEAR}:
        failed = (*failed, "other_role")  # on record as one of the crew or the cast: credits are often mixed up, by writers and by readers
    return Comparison(Grade.ABSENT, firm(facts), "complete", failed, right)


def _find(name: str, facts: tuple[Fact, ...]) -> tuple[Likeness, Fact | None]:
    """The closest holder; several claimed people must all be found for SAME."""
    people = split_people(name)
    if len(people) > 1:
        found = [_find(p, facts) for p in people]
        worst = max((x for x, _ in found), key=list(Likeness).index)
        return worst, found[0][1]
    best, holder = Likeness.FAR, None
    for fact in facts:
        likeness = compare_person_to_any(name, (str(fact.value), *fact.fair_values), surname_is_enough=True)
        if list(Likeness).index(likeness) < list(Likeness).index(best):
            best, holder = likeness, fact
    return best, holder


def _source_authors(claim: Claim, show: Show) -> tuple[Fact, ...]:
    """Sources of the work, as facts whose value is the author; only for roles that a source's author is near to."""
    if claim.relation == "director":
        return ()
    return tuple(Fact("writer", f.author, f.sources, disputed=f.disputed) for f in show.facts_of("based_on") if f.author)


def _closed(claim: Claim, show: Show) -> tuple[str, ...]:
    if claim.relation == "director" and not is_season_settled(claim, show):
        return ("season",)
    return ()


def _compare_company(name: str, show: Show) -> Comparison:
    facts = show.facts_of("production_company")
    every = facts + show.facts_of("platform", "producer")
    if not facts:
        return NO_RECORD
    right = _say("production_company", facts)
    for likeness, grade in ((Likeness.SAME, Grade.MATCH), (Likeness.NEAR, Grade.NEAR)):
        hits = tuple(f for f in every if compare_companies(name, str(f.value)) is likeness)
        own = tuple(f for f in hits if f.property == "production_company")
        if own:
            return Comparison(grade, own[:1], "value", right=right)
        if hits:
            return Comparison(Grade.NEAR, hits[:1], failed=("near_role",), right=right)
    if closest([compare_companies(name, str(f.value)) for f in facts]) is Likeness.UNCLEAR:
        return INCOMPARABLE
    return Comparison(Grade.ABSENT, firm(facts), "complete", right=right)


_AS = {
    "creator": "was created by", "writer": "was written by", "director": "was directed by", "producer": "was produced by",
    "production_company": "was produced by",
}  # fmt: skip


def _say(relation: str, facts: tuple[Fact, ...]) -> str:
    return f"{_AS[relation]} {list_values([str(f.value) for f in firm(facts)])}" if firm(facts) else ""
