"""setting_place and setting_time: excluded only when explicit, and far from every value on record."""

from __future__ import annotations

import re

from pipeline.models import Claim, Fact, Show
from pipeline.records.dates import read_years, years_apart
from pipeline.records.folding import fold
from pipeline.records.likeness import Likeness
from pipeline.records.place_names import compare_places
from pipeline.verdicts.comparison import INCOMPARABLE, NO_RECORD, Comparison, Grade, firm, list_values
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.seasons import facts_of_season, is_season_settled

EXPLICIT = re.compile(
    r"\bset (?:in|at|on|against|during|between|over|mostly|largely|partly|chiefly)\b|\b(?:is|was) set\b|takes? place|"
    r"took place|\bsetting\b|unfolds?|"
    r"plays out|transports? (?:us|viewers)|\bworld of\b|elite\b|action (?:is|has been|was) (?:kept|moved|set)|story is located|"
    r"ambientad|transcurre|se desarrolla|se sit[uú]a|situad",
    re.IGNORECASE,
)
# "The script also travels to Karachi" adds a place and excludes none.
_ADDS = re.compile(
    r"\b(?:also|visits?|travels?|trips? to|stops? (?:in|at)|"
    r"moves? (?:on )?to|shifts?|ends? in|opens?|begins?|starts?|scenes? in|flashback|viaja|también)\b",
    re.IGNORECASE,
)
# A part of the story has its own place and time.
_PARTIAL = re.compile(
    r"\b(?:(?:first|last|second|third|opening|closing|final|some|one|early|later|certain|\w+ of the) episodes?|"
    r"(?:an?|this|that|the|each) episode|episodes? (?:one|two|three|four|\d+|is|are)|finale|half|"
    r"part of|scenes?|chapters?|prologue|epilogue|storylines?|subplots?|partly|in part|some of|final act|"
    r"first act|sections?|sequences?|cap[ií]tulos?|episodios?|escenas?|tramo|mitad)\b",
    re.IGNORECASE,
)
# Where the cameras stood is another matter than where the story is set.
_FILMING = re.compile(
    r"\bfilm(?:ed|ing)\b|\bshot\b|\bshoot|\bcameras?\b|\brod(?:ó|ad|aj)|\bfilmó|\bfilmad|\bgrab(?:ó|ad|ación)", re.IGNORECASE
)
FAR_YEARS = 10
AMBER_YEARS = 3
EXACT_FAR_YEARS = 4  # between a year and years that the record gives to the year; a decade on record leaves FAR_YEARS
_VAGUE = re.compile(r"\d0['’]?s\b|present|centur|early|late|mid|decade|years|generations", re.IGNORECASE)


def _is_explicit(claim: Claim) -> bool:
    """Is it said in so many words? What setting.set reads has them, in the question before an answer at the least."""
    return claim.pattern == "setting.set" or bool(EXPLICIT.search(claim.quote))


def compare_place(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """A place that is on record, holds it or lies in it is no mismatch; nor is one that the record names in another connection."""
    del context
    facts = facts_of_season(claim, show.facts_of("setting_place"))
    place = str(claim.object.get("value", ""))
    if not facts:
        return NO_RECORD
    found = [compare_places(place, str(f.value)) for f in facts]
    right = f"is set in {list_values([str(f.value) for f in firm(facts)])}"
    if Likeness.SAME in found:
        return Comparison(Grade.MATCH, (facts[found.index(Likeness.SAME)],), "value", right=right)
    if Likeness.NEAR in found:
        return Comparison(Grade.NEAR, (facts[found.index(Likeness.NEAR)],), failed=("place_near",), right=right)
    if Likeness.FAR not in found:
        return INCOMPARABLE
    failed = [] if _is_explicit(claim) or claim.polarity == "negated" else ["explicit"]
    if _FILMING.search(claim.quote):
        failed.append("object_type")
    if _ADDS.search(claim.quote) or _PARTIAL.search(claim.sentence) or _names_recorded_place(claim, facts):
        failed.append("adds_a_place")
    if any(f.seasons for f in facts) and not is_season_settled(claim, show):
        failed.append("season")
    if Likeness.UNCLEAR in found:
        failed.append("not_comparable")
    if _is_named_elsewhere(place, show):
        failed.append("named_elsewhere")
    return Comparison(Grade.FAR, firm(facts), "value", tuple(failed), right, amber="named_elsewhere" not in failed)


def _names_recorded_place(claim: Claim, facts: tuple[Fact, ...]) -> bool:
    """Does the sentence name a place on record as well: one more beside it, or one that it lies in?"""
    sentence = f" {fold(claim.sentence)} "
    places = {fold(p) for f in facts for p in re.split(r"[,;()]| and ", str(f.value)) if p.strip()}
    return any(f" {p} " in sentence for p in places if p)


def _is_named_elsewhere(place: str, show: Show) -> bool:
    """Does the record mention the place as that of an event, a person, a shoot?"""
    wanted = f" {fold(place.split(',', maxsplit=1)[0])} "
    texts = (f"{f.value} {f.where or ''} {f.note or ''}" for f in show.facts_of("real_event", "protagonist", "setting_place", "based_on"))
    return any(wanted in f" {fold(t)} " for t in texts)


def compare_time(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """Spans of years: overlapping match, ten years and more apart are far, three to nine worth an amber note."""
    del context
    facts = facts_of_season(claim, show.facts_of("setting_time"))
    wanted = read_years(str(claim.object.get("value", "")), show.year)
    if not facts:
        return NO_RECORD
    spans = [(f, s) for f in facts for s in read_years(str(f.value), show.year)]
    if not wanted or not spans:
        return INCOMPARABLE
    fact, gap = min(((f, years_apart(w, s)) for f, s in spans for w in wanted), key=lambda pair: pair[1])
    right = f"is set in {list_values([_say(f) for f in firm(facts)])}"
    if gap == 0:
        wider = all(_is_much_wider(w, s) for w in wanted for f, s in spans)
        return Comparison(Grade.NEAR if wider else Grade.MATCH, (fact,), "value", ("years_near",) if wider else (), right)
    failed = [] if _is_explicit(claim) else ["explicit"]
    if _FILMING.search(claim.quote):
        failed.append("object_type")
    if _PARTIAL.search(claim.sentence) or any(years_apart(w, s) == 0 for w in read_years(claim.sentence, show.year) for _, s in spans):
        failed.append("years_near")
    if any(f.seasons for f in facts) and not is_season_settled(claim, show):
        failed.append("season")
    if gap < (EXACT_FAR_YEARS if _are_exact(claim, facts, wanted, show) else FAR_YEARS):
        failed.append("years_near")
    if gap < AMBER_YEARS:
        return Comparison(Grade.NEAR, (fact,), failed=("years_near",), right=right)
    if _event_in(wanted, show) or any(years_apart(w, s) < AMBER_YEARS for w in wanted for s in _noted_years(facts, show)):
        failed.append("named_elsewhere")
    return Comparison(Grade.FAR, firm(facts), "value", tuple(failed), right, amber="named_elsewhere" not in failed)


def _are_exact(claim: Claim, facts: tuple[Fact, ...], wanted: tuple[tuple[int, int], ...], show: Show) -> bool:
    """Does one year stand against years that the record gives to the year, in its notes as well (a prologue, an opening)?"""
    if len(wanted) != 1 or wanted[0][0] != wanted[0][1] or _ADDS.search(claim.quote):
        return False
    if any(_VAGUE.search(str(f.value)) or not re.search(r"\d{4}", str(f.value)) for f in facts):
        return False
    return all(years_apart(wanted[0], s) >= EXACT_FAR_YEARS for s in _noted_years(facts, show))


def _noted_years(facts: tuple[Fact, ...], show: Show) -> list[tuple[int, int]]:
    """Years in the notes of the facts: those of a prologue, an opening, a flashback."""
    return [s for f in facts if f.note for s in read_years(f.note, show.year)]


def _is_much_wider(claimed: tuple[int, int], recorded: tuple[int, int]) -> bool:
    """ "From 1947 to 2005", of the 1990s; a century is no more than a way to say when."""
    return 15 < claimed[1] - claimed[0] < 99 and (claimed[1] - claimed[0]) > 2 * (recorded[1] - recorded[0] + 5)


def _event_in(wanted: tuple[tuple[int, int], ...], show: Show) -> bool:
    """Does an event on record fall into the claimed years?"""
    spans = [s for f in show.facts_of("real_event", "protagonist") for s in read_years(f"{f.when or ''} {f.value}")]
    return any(years_apart(w, s) == 0 for w in wanted for s in spans)


def _say(fact: Fact) -> str:
    text = str(fact.value)
    return f"the {text}" if re.fullmatch(r"(?:early |mid-?|late )?\d{3}0s", text) else text
