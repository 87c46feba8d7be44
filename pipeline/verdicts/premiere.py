"""premiere_date: intervals by the claim's precision, held against every region and festival on record."""

from __future__ import annotations

import re
from datetime import date

from pipeline.models import Claim, Fact, Show
from pipeline.records.dates import Interval, read_date
from pipeline.records.folding import fold
from pipeline.verdicts.comparison import INCOMPARABLE, NO_RECORD, Comparison, Grade, firm, list_values
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.days import say_day
from pipeline.verdicts.seasons import claimed_season, count_seasons, facts_of_season

LONG_BEFORE = 2  # years before the first release: on development articles 72 of 72 such days were of something else
SLIP = 3  # days off that are a slip or a time zone


def compare(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """Overlap with any date of the season matches; up to three days off is slight; else far, unless the date was still to come."""
    wanted = read_date(str(claim.object.get("value", "")))
    facts = _of_season(claim, show)
    if not facts:
        return NO_RECORD
    dated = [(f, i) for f in facts if (i := read_date(str(f.value)))]
    if wanted is None or not dated:
        return INCOMPARABLE
    right = _say(claim, firm(facts))
    fact, interval = min(dated, key=lambda pair: (pair[1].days_from(wanted), bool(pair[0].disputed)))
    days = interval.days_from(wanted)
    if days == 0 and _is_other_festival(claim, [f for f, i in dated if i.days_from(wanted) == 0]):
        return Comparison(Grade.FAR, firm(facts), "complete", () if wanted.is_day else ("region",), right)
    if days == 0:
        precise = wanted.is_day and not interval.is_day
        return Comparison(Grade.NEAR if precise else Grade.MATCH, (fact,), "value", failed=("precision",) if precise else (), right=right)
    if days <= SLIP:
        return Comparison(Grade.SLIGHT, (fact,), right=right)
    if wanted.is_day and not _YEAR.search(claim.plain or claim.quote) and any(_same_day(i, wanted) for _, i in dated):
        return Comparison(Grade.NEAR, (fact,), "value", failed=("precision",), right=right)  # "began on 15 March": which year is a guess
    return Comparison(Grade.FAR, firm(facts), "complete", _closed(claim, show, facts, wanted, context), right)


_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:this|last|next) year\b|\b(?:ago|yesterday|today)\b|'\d\d\b")


# What may stand in the name of a festival's place on record: "Toronto International Film Festival", "SXSW festival, Austin".
_FESTIVAL = re.compile(r"\bfestival\b")
_SMALL_TEXT = "festival film international the of de del la el cine internacional world premiere closing opening at in"
_SMALL = frozenset(_SMALL_TEXT.split())


def _is_other_festival(claim: Claim, facts: list[Fact]) -> bool:
    """Is the day on record that of a festival, and does the claim name another one?"""
    region = fold(str(claim.object.get("region", "")))
    if not _FESTIVAL.search(region) or not facts:
        return False
    named = [fold(f.region or "") for f in facts]
    return all(_FESTIVAL.search(n) and not _share_word(region, n) for n in named)


def _share_word(one: str, other: str) -> bool:
    telling = [{_PLACES.get(w, w) for w in re.findall(r"\w+", text)} - _SMALL for text in (one, other)]
    return bool(telling[0] & telling[1])


# Festivals under more than one name, each to the word that stands on record.
_PLACES = {
    "tiff": "toronto", "venecia": "venice", "mostra": "venice", "biennale": "venice", "lido": "venice", "berlinale": "berlin",
    "austin": "sxsw", "south": "sxsw", "southwest": "sxsw", "croisette": "cannes", "park": "sundance", "donostia": "sebastian",
}  # fmt: skip


def _same_day(one: Interval, other: Interval) -> bool:
    """The same day of the calendar, whatever the year."""
    return one.is_day and (one.first.month, one.first.day) == (other.first.month, other.first.day)


def _of_season(claim: Claim, show: Show) -> tuple[Fact, ...]:
    facts = show.facts_of("premiere_date")
    season = claimed_season(claim)
    if season is None:
        return facts
    exact = tuple(f for f in facts if season in f.seasons)
    if exact or season > 1:
        return exact
    return facts_of_season(claim, facts) if count_seasons(show) > 1 else facts


def _closed(claim: Claim, show: Show, facts: tuple[Fact, ...], wanted: Interval, context: JudgeContext) -> tuple[str, ...]:
    closed: list[str] = []
    if wanted.last.year < min(i.first.year for f in facts if (i := read_date(str(f.value)))) - LONG_BEFORE:
        closed.append("long_before")  # a day of the story, of the source or of another work
    region = fold(str(claim.object.get("region", "")))
    on_record = any(f.region and _regions_agree(region, fold(f.region)) for f in facts)
    if region and not on_record and not _is_before_first_festival(region, facts, wanted):
        closed.append("region")  # a region or festival that is not on record may have had a day of its own
    source_years = {y for f in show.facts_of("based_on") for y in (f.year, *f.fair_years)}
    if not wanted.is_day and wanted.first.year in source_years:
        closed.append("source_year")  # the year of the book, most likely said of the book
    if _THERE_SINCE.search(claim.plain or claim.quote):
        closed.append("availability")  # "it's been streaming there since ...": where it came to later, most likely
    if context.published and wanted.last >= context.published and not _is_told_as_past(claim, facts, context.published):
        closed.append("date_of_article")  # an announcement; the day may have been moved since
    return tuple(closed)


_THERE_SINCE = re.compile(r"\b(?:there|here|all[ií]|ah[ií]|aqu[ií])\b,? (?:\w+ ){0,2}(?:since|desde|from)\b", re.IGNORECASE)
_EARLY = 30  # days before the first festival on record at which no other can have shown it


def _is_before_first_festival(region: str, facts: tuple[Fact, ...], wanted: Interval) -> bool:
    """A festival that is said to have shown it well before the first one on record, which had the premiere."""
    days = [(i.first, bool(_FESTIVAL.search(fold(f.region or "")))) for f in facts if (i := read_date(str(f.value)))]
    first = min(days, default=None)
    return bool(_FESTIVAL.search(region)) and first is not None and first[1] and (first[0] - wanted.last).days > _EARLY


_SETTLED = 1  # days for which it must have been out, so that no article of that day still waits for it
_PAST = re.compile(
    r"\b(?:premiered|debuted|bowed|released|dropped|landed|launched|arrived|hit|aired|broadcast|came out|went out|opened|began|started|"
    r"estren[oó]|estrenad[oa]s?|lanz[oó]|lanzad[oa]s?|lleg[oó]|llegaron|emiti[oó]|aterriz[oó]|vio la luz|out since|"
    r"could (?:first )?be seen|was (?:first )?(?:seen|shown)|pudo verse|se (?:pudo ver|vio))\b"
)
_TO_COME = re.compile(
    r"\b(?:will|to be|is|are|due|set|set to|expected|scheduled|slated|going to|being|until|before|would|could(?! be seen\b)|may|might|"
    r"ser[aá]n?|va|van|previst[oa]|volver[aá])\b",
    re.IGNORECASE,
)
_ANOTHER_RUN = re.compile(r"\b(?:return\w*|second|sequel|regres\w+|volver[aá]|segunda|secuela)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:()]|\b(?:and|but|y|pero)\b")


_VERB_BEFORE = 12  # characters
_STARTED = re.compile(r"\b(?:started|began|comenz[oó] a|empez[oó] a) $")


def _is_told_as_past(claim: Claim, facts: tuple[Fact, ...], published: date) -> bool:
    """ "It dropped on <a day to come>", written when it had long been out: no announcement, but a wrong day."""
    said = claim.plain or claim.quote
    before = claim.sentence.partition(said)[0][-_VERB_BEFORE:]  # "started streaming on ...": the verb may stand before the quote
    out = [i.last for f in facts if (i := read_date(str(f.value)))]
    is_out = bool(out) and (published - max(out)).days >= _SETTLED
    if not is_out or not (_STARTED.search(before.lower()) or _PAST.search(f"{before}{said}".lower())):
        return False
    return not _TO_COME.search(_find_clause(claim, said)) and not _is_of_another_run(claim, said)


def _find_clause(claim: Claim, said: str) -> str:
    """The words of the statement with what stands around them in their clause: "is adapted" of another clause tells nothing of the day."""
    before, _, behind = claim.sentence.partition(said)
    return f"{_CLAUSE.split(before)[-1]}{said}{_CLAUSE.split(behind)[0]}"


def _is_of_another_run(claim: Claim, said: str) -> bool:
    """Does the sentence, but for a clause of its own behind the statement, tell of a return?"""
    before, _, behind = claim.sentence.partition(said)
    return bool(_ANOTHER_RUN.search(before + said + _CLAUSE.split(behind)[0]))


def _regions_agree(a: str, b: str) -> bool:
    return a in b or b in a


def say_date(value: str) -> str:
    """ "2025-10-15" -> "15 Oct 2025"; a month or a year as it stands."""
    interval = read_date(value)
    return say_day(interval.first) if interval and interval.is_day else value


def _say(claim: Claim, facts: tuple[Fact, ...]) -> str:
    season = claimed_season(claim)
    shown = [say_date(str(f.value)) + (f" ({f.region})" if f.region else "") for f in facts]
    return (f"had season {season} released on " if season else "was released on ") + list_values(shown) if shown else ""
