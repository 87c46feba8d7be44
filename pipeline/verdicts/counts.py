"""episode_count and season_count: exact numbers, of the season named, at the time of the article."""

from __future__ import annotations

import re
from datetime import date

from pipeline.models import Claim, Fact, Show
from pipeline.records.dates import read_date
from pipeline.verdicts.comparison import INCOMPARABLE, NO_RECORD, Comparison, Grade, firm
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.object_types import ANSWERS, LONE
from pipeline.verdicts.seasons import ONE_OFF, claimed_season, count_seasons, is_season_settled

_EPISODIC = re.compile(r"episod|cap[ií]tulo|-?part(?:er|s)?\b|series|season", re.IGNORECASE)
# A smaller number may be that of some episodes ("over two episodes"), unless it is said to be all there is.
_WHOLE = re.compile(
    r"\ball\b|total|\bwhole\b|consist|compris|made up|\bruns?\b|\bran\b|[- ]part|[- ]episode\b|\bhas\b|\bhad\b|limited to|only|just|"
    r"how many|\b(?:drama|series|show)['’]s\b|\bsuman?\b|"
    r"\bthere (?:are|were)|tod[oa]s|consta|compone|compuest|cuenta con|tiene|episodes:|^(?:the |its |los |sus )|"
    r"^(?:each |every one )?of (?:the|its) |^de (?:los|sus) |\bseries,? of\b|\b(?:serie|ficci[oó]n|producci[oó]n)(?: \w+)?,? (?:de|en)\b|"
    r"\b(?:spread|split|divided|broken up|told) (?:in|into|over|across|out over)\b|\b(?:dividid|repartid|narrad|contad)[oa] en\b|"
    r"^\W*(?:entregas|eps?|parts|chapters|cap[ií]tulos|episodios|length|duraci[oó]n)\b\W{0,3}[:.]|\b(?:totals|amounts? to|adds? up to)\b|"
    r"\bepisodes long$",
    re.IGNORECASE,
)


_OF_ALL_SEASONS = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|dos|tres|cuatro|cinco|seis) (?:seasons|temporadas)(?:,| and| y| with| con)? "
    r"(?:and |a total of |un total de )?(?:[a-z]+|\d+) (?:episodes|episodios|cap[ií]tulos)\b(?! (?:each|apiece|cada))",
    re.IGNORECASE,
)


def _is_whole(claim: Claim) -> bool:
    """Does the number stand for all episodes there are?"""
    if claim.pattern in ANSWERS | {"episode_count.of_which"} or _WHOLE.search(claim.quote) or _APIECE.search(claim.sentence):
        return True
    told_by = claim.pattern.startswith("slot.") or claim.pattern in _LOOSE
    return told_by and bool(LONE.search(claim.sentence) or _WHOLE_NEAR.search(claim.sentence))


_LOOSE = frozenset({"episode_count.has", "episode_count.bare", "episode_count.lone"})  # wordings that fit some of them as well
_WHOLE_NEAR = re.compile(
    r"\bmakes? up the (?:whole )?(?:season|series|run|show|drama)\b|\btand[ae] de\b|^\W*en total\b|"
    r"\b(?:episodes|parts|chapters|instal?lments|episodios|cap[ií]tulos|entregas) (?:in total|in all|altogether|en total)\b",
    re.IGNORECASE,
)


def read_count(value: object) -> int | None:
    """12 or "12" (or "12 episodes") -> 12."""
    found = re.search(r"\d+", str(value))
    return int(found[0]) if found else None


def compare(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """A film has no episodes; a claim without a season is held against the total and every season's count."""
    wanted = read_count(claim.object.get("value"))
    if wanted is None:
        return INCOMPARABLE
    if show.format.endswith("film"):
        return _compare_with_film(claim, show)
    if claim.relation == "season_count":
        return _compare_seasons(wanted, show, context)
    return _compare_episodes(wanted, claim, show, context)


def _compare_with_film(claim: Claim, show: Show) -> Comparison:
    """The format is vouched for by every page that was read about the film."""
    facts = firm(show.facts_of("story_basis"))
    vouchers = tuple(s for f in firm(show.facts_of("director", "premiere_date")) for s in f.sources)
    failed = () if _EPISODIC.search(claim.quote) else ("object_type",)  # a film may be told in three chapters
    return Comparison(Grade.FAR, facts, "value", failed, "is a film, in one piece", vouchers=vouchers)


def _compare_episodes(wanted: int, claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    facts = show.facts_of("episode_count")
    season = claimed_season(claim)
    if season is not None:
        named = tuple(f for f in facts if season in f.seasons)
        facts = named or (tuple(f for f in facts if not f.seasons) if season == 1 and count_seasons(show) == 1 else ())
    if not facts:
        return NO_RECORD
    hits = tuple(f for f in facts if f.value == wanted or str(wanted) in f.fair_values)
    right = _say(facts, season)
    if hits:
        return Comparison(Grade.MATCH, hits[:1], "value", right=right)
    if season is None and wanted in _running_totals(show, context.published):
        return Comparison(Grade.MATCH, firm(facts)[:1], "value", right=right)
    settled = is_season_settled(claim, show) or _is_total(wanted, claim, show) or _fits_no_season(wanted, claim, show, context)
    failed: tuple[str, ...] = () if settled else ("season",)
    if season is None and not failed and wanted < max(f.value for f in facts if isinstance(f.value, int)) and not _is_whole(claim):
        failed = (*failed, "some_of_them")
    if "part" in claim.object or any(f.note and re.search(rf"\b{wanted}\b", f.note) for f in facts):
        failed = (*failed, "note")
    return Comparison(Grade.FAR, firm(facts), "complete", failed, right)


def _is_total(wanted: int, claim: Claim, show: Show) -> bool:
    """ "Five seasons and 53 episodes": more than any season has, said of all of them together."""
    counts = [f.value for f in show.facts_of("episode_count") if f.season and isinstance(f.value, int)]
    return bool(counts) and wanted > max(counts) and bool(_OF_ALL_SEASONS.search(claim.sentence))


_APIECE = re.compile(
    r"\b(?:episodes|parts|chapters|episodios|cap[ií]tulos|entregas|hours) (?:apiece|per season|(?:in )?(?:each|every) season|"
    r"each(?! (?:an?|of|about|some|lasting|running|around|roughly|week|\w+ (?:hours?|minutes))\b)|cada un[oa]|"
    r"(?:por|en|en cada|por cada) temporada)\b",
    re.IGNORECASE,
)


def _fits_no_season(wanted: int, claim: Claim, show: Show, context: JudgeContext) -> bool:
    """Every season that there was is counted on record, and none has so many, nor have any two in a row: whichever is meant, it is wrong.

    Less than a season has may be what was out at the time, unless it is said of each season.
    """
    counts = {f.season: f.value for f in show.facts_of("episode_count") if f.season and isinstance(f.value, int)}
    seasons = count_seasons(show)
    if context.published is None or context.published > show.as_of or set(counts) != set(range(1, seasons + 1)):
        return False
    sums = {sum(counts[s] for s in range(a, b + 1)) for a in counts for b in counts if b >= a}
    return wanted not in sums and (wanted > max(counts.values()) or bool(_APIECE.search(claim.sentence)))


def _running_totals(show: Show, published: date | None) -> set[int]:
    """Sums of the first seasons' counts: what "so far" may have meant at the time."""
    del published
    counts = {f.season: f.value for f in show.facts_of("episode_count") if f.season and isinstance(f.value, int)}
    totals, total = set(), 0
    for season in sorted(counts):
        total += counts[season]
        totals.add(total)
    return totals


def _compare_seasons(wanted: int, show: Show, context: JudgeContext) -> Comparison:
    facts = show.facts_of("season_count")
    if not facts:
        return NO_RECORD
    recorded = max(f.value for f in facts if isinstance(f.value, int))
    right = f"has {recorded} season{'s' if recorded != 1 else ''}"
    if wanted == recorded:
        return Comparison(Grade.MATCH, facts[:1], "value", right=right)
    failed: tuple[str, ...] = ()
    if show.format not in ONE_OFF:
        if context.published is None or (wanted > recorded and context.published > show.as_of):
            failed = ("date_of_article",)
        elif wanted < recorded and wanted >= _seasons_by(show, context.published):
            return Comparison(Grade.NEAR, facts[:1], failed=("date_of_article",), right=right)
    return Comparison(Grade.FAR, firm(facts), "complete", failed, right)


def _seasons_by(show: Show, day: date) -> int:
    """Seasons whose premiere is on record on or before the day."""
    started = {f.season for f in show.facts_of("premiere_date") if f.season and (i := read_date(str(f.value))) and i.first <= day}
    return len(started)


def _say(facts: tuple[Fact, ...], season: int | None) -> str:
    if season is not None:
        return f"has {facts[0].value} episodes in season {season}"
    total = next((f for f in facts if not f.seasons), None)
    if total:
        return f"has {total.value} episodes"
    return "has " + ", ".join(f"{f.value} episodes in season {f.season}" for f in facts[:3])
