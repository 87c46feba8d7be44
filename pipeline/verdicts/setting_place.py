"""setting_place: excluded only when explicit, and far from every place on record."""

from __future__ import annotations

import re

from pipeline.models import Claim, Fact, Show
from pipeline.records.folding import fold
from pipeline.records.gazetteer import look_up
from pipeline.records.likeness import Likeness
from pipeline.records.place_names import compare_places
from pipeline.verdicts.comparison import INCOMPARABLE, NO_RECORD, Comparison, Grade, firm, list_values
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.seasons import facts_of_season, is_season_open
from pipeline.verdicts.setting_wordings import ADDS, PARTIAL, is_explicit, tells_of_shoot

_CLAUSES = re.compile(r"(?:[,;]| -)\s+|\s+(?=\b(?:but|while|whereas|although|though|yet|aunque|pero|mientras)\b)")


def compare(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """A place that is on record, holds it or lies in it is no mismatch; nor is one that the record names in another connection."""
    del context
    facts = facts_of_season(claim, show.facts_of("setting_place"))
    place = str(claim.object.get("value", ""))
    if not facts:
        return NO_RECORD
    found = [compare_places(place, str(f.value)) for f in facts]
    right = f"is set in {list_values(_leave_out_wholes([str(f.value) for f in firm(facts)]))}"
    if Likeness.SAME in found:
        return Comparison(Grade.MATCH, (facts[found.index(Likeness.SAME)],), "value", right=right)
    if Likeness.NEAR in found:
        return Comparison(Grade.NEAR, (facts[found.index(Likeness.NEAR)],), failed=("place_near",), right=right)
    if Likeness.FAR not in found or (claim.pattern in _PLACE_ROWS and _is_of_the_shoot(place, show)):
        return INCOMPARABLE
    failed = [] if is_explicit(claim) or claim.polarity == "negated" else ["explicit"]
    if tells_of_shoot(claim.quote):
        failed.append("object_type")
    if _is_added(claim) or PARTIAL.search(_without_shoot(claim)) or _names_recorded_place(claim, facts) or _is_left(place, claim):
        failed.append("adds_a_place")
    if is_season_open(claim, facts, show):
        failed.append("season")
    if Likeness.UNCLEAR in found:
        failed.append("not_comparable")
    if _is_named_elsewhere(place, show):
        failed.append("named_elsewhere")
    return Comparison(Grade.FAR, firm(facts), "value", tuple(failed), right, amber="named_elsewhere" not in failed)


def _leave_out_wholes(places: list[str]) -> list[str]:
    """Without "France" where Paris is named as well; of two that are taken for one ("Mexico", "Mexico City") the longer."""
    return [p for p in places if not any(_holds(p, other) for other in places)]


def _holds(whole: str, part: str) -> bool:
    if compare_places(whole, part) is not Likeness.SAME:
        return False
    within = compare_places(part, whole)
    return within is Likeness.NEAR or (within is Likeness.SAME and len(part) > len(whole))


_PLACE_ROWS = frozenset({"setting.place_row", "setting.town_row"})


def _is_of_the_shoot(place: str, show: Show) -> bool:
    """Is the place on record as one where it was filmed? A row with a label and no more may tell of that."""
    return any(compare_places(place, str(f.value)) in {Likeness.SAME, Likeness.NEAR} for f in show.facts_of("filming_location"))


_FROM = re.compile(
    r"\b(?:from|out of|leav(?:es?|ing)|instead of|rather than|unlike|not|away|desde|deja|abandona) (?:the |its |el |la )?(?:\w+ )?$",
    re.IGNORECASE,
)


def _is_added(claim: Claim) -> bool:
    """One more place beside others? "Chicago, where it is also set" is said beside the shoot, or the case, and not beside a place."""
    return bool(ADDS.search(_ALSO_SET.sub("set", claim.quote)))


_ALSO_SET = re.compile(r"(?<=\bis )also set\b")


def _is_left(place: str, claim: Claim) -> bool:
    """ "Moves the action from Boston to Dallas": is it the place that the story is moved away from, or that somebody leaves? The patterns
    for settings know that themselves."""
    at = claim.sentence.find(place.split(",", maxsplit=1)[0])
    return at > 0 and bool(_FROM.search(claim.sentence[:at])) and not claim.pattern.startswith("setting.")


def _without_shoot(claim: Claim) -> str:
    """The sentence without the clauses that say where the cameras stood: a place named there is no second setting."""
    clauses = _CLAUSES.split(claim.sentence)
    shot = [tells_of_shoot(c) for c in clauses]
    kept = [c for n, c in enumerate(clauses) if not shot[n] and not (n and shot[n - 1] and _GOES_ON.match(c))]
    return ", ".join(kept)


_GOES_ON = re.compile(r"(?:with|and|then|con|y) ", re.IGNORECASE)


def _names_recorded_place(claim: Claim, facts: tuple[Fact, ...]) -> bool:
    """Does the sentence name a place on record as well: one more beside it, or one that it lies in?"""
    told = str(claim.object.get("value", ""))  # what it shares with a place on record ("<Town>, Idaho") is no second place
    sentence = f" {fold(_without_shoot(claim).replace(told, ' '))} "
    places = {fold(p) for f in facts for p in re.split(r"[,;()]| and ", str(f.value)) if p.strip()}
    return any(f" {p} " in sentence for p in places if p)


def _is_named_elsewhere(place: str, show: Show) -> bool:
    """Does the record mention the place as that of an event, a person, a source? A person of that name is none, nor is a namesake: the
    Springfield of another state."""
    name = place.split(",", maxsplit=1)[0].strip()
    texts = (f"{f.value} {f.where or ''} {f.note or ''}" for f in show.facts_of("real_event", "protagonist", "setting_place", "based_on"))
    return any(_mentions(name, place, text) for text in texts)


def _mentions(name: str, place: str, text: str) -> bool:
    if f" {fold(name)} " not in f" {fold(text)} ":
        return False
    found = list(re.finditer(rf"(?:\b([A-ZÀ-Þ][\w’'-]+) )?{re.escape(name)}\b(, [A-ZÀ-Þ][\w’'-]+)?", text))
    if not found:
        return True  # in another spelling
    return any(not _is_surname(m[1], name) and not _is_namesake(name + (m[2] or ""), place) for m in found)


def _is_surname(before: str | None, name: str) -> bool:
    """Is the capitalised word before a name a forename, and both no longer name of a place ("San Francisco")?"""
    return before is not None and before not in _NO_FORENAMES and not look_up(fold(f"{before} {name}"))


def _is_namesake(mentioned: str, place: str) -> bool:
    return "," in place and "," in mentioned and compare_places(place, mentioned) is Likeness.FAR


_NO_FORENAMES = frozenset({"In", "At", "Of", "From", "Near", "The", "Outside", "And", "To"})
