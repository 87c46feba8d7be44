"""setting_time: excluded only when explicit, and far from every time on record."""

from __future__ import annotations

import re

from pipeline.models import Claim, Fact, Show
from pipeline.records.dates import read_years, years_apart
from pipeline.verdicts.comparison import INCOMPARABLE, NO_RECORD, Comparison, Grade, firm, list_values
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.seasons import facts_of_season, is_season_open
from pipeline.verdicts.setting_wordings import ADDS, PARTIAL, is_explicit, lead_to, tells_of_shoot

Span = tuple[int, int]  # the first and the last year

FAR_YEARS = 10
AMBER_YEARS = 3
EXACT_FAR_YEARS = 4  # from years that the record gives to the year, or to a part of a decade
YEAR_FROM_YEAR = 3  # between a year told and years on record that are exact as well, and few
YEAR_FROM_YEAR_PLAIN = 2  # ... where it is said in so many words when all of it is set, and of no beginning
FEW_YEARS = 3
SPAN_GAP = 2  # between two spans told from year to year: they leave one another out altogether; YEAR_FAR_YEARS from a decade
YEAR_FAR_YEARS = 6  # between a year and a decade on record; between two decades it takes FAR_YEARS
_VAGUE = re.compile(r"present|centur|decade|years|generations", re.IGNORECASE)
_PART = re.compile(r"\b(early|mid|late)[ -](?:the )?(\d{3}0)['’]?s\b", re.IGNORECASE)
_PARTS = {"early": (0, 4), "mid": (3, 7), "late": (6, 9)}


def compare(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """Spans of years: overlapping ones match. How far apart they must be to exclude each other depends on how both are told (`_is_near`);
    nearer ones are far with that gate closed, or near where not even AMBER_YEARS (SPAN_GAP) lie between."""
    del context
    facts = facts_of_season(claim, show.facts_of("setting_time"))
    wanted = read_years(str(claim.object.get("value", "")), show.year)
    if not facts:
        return NO_RECORD
    spans = [(f, s) for f in facts for s in read_years(str(f.value), show.year)]
    if not wanted or not spans or (claim.pattern == "setting.year_row" and _is_of_the_release(wanted, show)):
        return INCOMPARABLE
    fact, gap = min(((f, years_apart(w, s)) for f, s in spans for w in wanted), key=lambda pair: pair[1])
    right = f"is set in {list_values([_say(f) for f in firm(facts)])}"
    if gap == 0:
        wider = all(_is_much_wider(w, s) for w in wanted for f, s in spans)
        return Comparison(Grade.NEAR if wider else Grade.MATCH, (fact,), "value", ("years_near",) if wider else (), right)
    now = claim.pattern == "setting.we_are_in" and any(abs(w[0] - show.year) <= _OWN_TIME for w in wanted if show.year)
    plain = not now and (is_explicit(claim) or _is_time_of_all(claim, wanted, [s for _, s in spans]))
    failed = [] if plain else ["explicit"]
    if tells_of_shoot(claim.quote):
        failed.append("object_type")
    if PARTIAL.search(claim.sentence) or any(years_apart(w, s) == 0 for w in read_years(claim.sentence, show.year) for _, s in spans):
        failed.append("years_near")
    if is_season_open(claim, facts, show):
        failed.append("season")
    near = any(_is_near(claim, f, s, wanted, show) for f, s in spans)
    if near:
        failed.append("years_near")
    least = min(years_apart(_narrow(_told_time(claim), w), _narrow(str(f.value), s)) for f, s in spans for w in wanted)
    if (near or not plain) and least < (SPAN_GAP if _is_span(wanted) else AMBER_YEARS) and not _leaves_out(wanted, [s for _, s in spans]):
        return Comparison(Grade.NEAR, (fact,), failed=("years_near",), right=right)
    noted = any(years_apart(w, s) < AMBER_YEARS for w in wanted for s in _noted_years(facts, show))
    if noted or (_event_in(wanted, show) and not _SAYS_OF_WORK.search(lead_to(claim) + claim.quote)):
        failed.append("named_elsewhere")
    return Comparison(Grade.FAR, firm(facts), "value", tuple(failed), right, amber="named_elsewhere" not in failed)


RELEASE_YEARS = 2  # within which the year in a fact box may be that of the release, or of the book


def _is_of_the_release(wanted: tuple[Span, ...], show: Show) -> bool:
    """Could the year of a row "Year: 2022" be that in which the work, or what it is based on, came out?"""
    years = [y for y in (show.year, *(f.year for f in show.facts_of("based_on"))) if y is not None]
    return any(years_apart(w, (y, y)) <= RELEASE_YEARS for w in wanted for y in years)


_OWN_TIME = 1  # years from the premiere in which "it is 2022" may be said of the day on which it is written


def _is_near(claim: Claim, fact: Fact, span: Span, wanted: tuple[Span, ...], show: Show) -> bool:
    """Too near to a time on record to exclude it. How far is far depends on how exactly both are given.

    Years, and parts of a decade ("mid-1990s"), exclude another year or decade from EXACT_FAR_YEARS on; a whole decade excludes a year from
    YEAR_FAR_YEARS on; a list said to be complete is exact in any case. A year excludes a few exact years on record from YEAR_FROM_YEAR on,
    a span from year to year those that it leaves out (`_leaves_out`). What is said of a beginning takes FAR_YEARS.
    """
    told = [_narrow(_told_time(claim), w) for w in wanted]
    recorded = _narrow(str(fact.value), span)
    length = told[0][1] - told[0][0]
    if len(told) != 1 or ADDS.search(claim.quote) or _VAGUE.search(str(fact.value)):
        return min(years_apart(w, span) for w in wanted) < FAR_YEARS
    if any(years_apart(told[0], s) < EXACT_FAR_YEARS for s in _noted_years((fact,), show)):
        return True
    if _is_span(wanted):
        return not _leaves_out(wanted, [span])
    if length == 0 and span[1] - span[0] < FEW_YEARS:
        plain = claim.pattern in _OF_ALL and not _BEGINS.search(claim.sentence)
        return years_apart(told[0], recorded) < (YEAR_FROM_YEAR_PLAIN if plain else YEAR_FROM_YEAR)
    if length == DECADE and _is_next_decade(claim, told[0], show):
        return False
    whole = recorded[1] - recorded[0] == DECADE
    far = EXACT_FAR_YEARS
    if whole and "setting_time" not in show.complete:
        far = FAR_YEARS if length == DECADE else YEAR_FAR_YEARS
    return years_apart(told[0], recorded) < far


# patterns of sentences that say when the whole of it is set
_WHOLE_TEXT = "set takes_place the_setting row follow transports moved_to ambientada"
_OF_ALL = frozenset(f"setting.{name}" for name in _WHOLE_TEXT.split())
DECADES = 2  # on record, from which they are taken for all there are
_EDGE = re.compile(
    r"\b(?:early|late|turn|end|close|dawn|eve|cusp|start|beginning|into|until|through to|by|between|from|principios|comienzos|inicios|"
    r"finales|fines|hasta|desde|entre)\b",
    re.IGNORECASE,
)


def _is_next_decade(claim: Claim, told: Span, show: Show) -> bool:
    """Is a whole decade told, of a work for which the record has two or more others, in which it is not? One alone may be told loosely."""
    facts = facts_of_season(claim, show.facts_of("setting_time"))
    spans = [s for f in facts for s in read_years(str(f.value), show.year)]
    covered = {year // 10 for first, last in spans for year in range(first, last + 1)}
    if claim.pattern not in _OF_ALL or len(covered) < DECADES or any(f.disputed or _VAGUE.search(str(f.value)) for f in facts):
        return False
    return told[0] // 10 not in covered and not _is_of_a_part(claim.sentence) and not _noted_years(facts, show)


def _is_of_a_part(sentence: str) -> bool:
    """Does a sentence speak of a beginning, an end, a part or a leap in time anywhere? ("Directed by Jo Poe" is no such edge.)"""
    said = _MADE_BY.sub("", sentence)
    return any(part.search(said) for part in (_EDGE, _BEGINS, PARTIAL, _LEAPS))


_MADE_BY = re.compile(r"\b(?:by|from|de) (?=(?:the )?[A-ZÀ-Þ])")
_LEAPS = re.compile(
    r"\b(?:flash-?(?:backs?|forwards?)|then|later|afterwards|moves? (?:on|forward|back)|jumps?|leaps?|luego|despu[eé]s|"
    r"m[aá]s tarde|salta|saltos?)\b",
    re.IGNORECASE,
)


def _is_span(wanted: tuple[Span, ...]) -> bool:
    """ "From 1993 to 1996", and neither a year nor a decade."""
    return len(wanted) == 1 and wanted[0][1] - wanted[0][0] not in {0, DECADE}


def _leaves_out(wanted: tuple[Span, ...], spans: list[Span]) -> bool:
    """Does a span, told from year to year, end before all years on record, or begin after them, and reach well away from them?"""
    if not _is_span(wanted):
        return False
    (first, last), earliest, latest = wanted[0], min(s[0] for s in spans), max(s[1] for s in spans)
    gap = SPAN_GAP if all(s[1] - s[0] != DECADE for s in spans) else YEAR_FAR_YEARS
    if last < earliest:
        return earliest - last >= gap or earliest - first >= FAR_YEARS
    return first > latest and (first - latest >= gap or last - latest >= FAR_YEARS)


def _is_time_of_all(claim: Claim, wanted: tuple[Span, ...], spans: list[Span]) -> bool:
    """Is it said when all of it happens, if not in so many words? Of a beginning, where that is later than all that is on record (an
    earlier one may be a flashback) or the end is told as well; of what it tells, where that is no past of somebody in it."""
    said = lead_to(claim) + claim.quote
    if _BEGINS.search(said):
        told = read_years(claim.sentence) or wanted
        early = all(y[1] < min(s[0] for s in spans) for y in told) and len(told) > 1 and not _DECADE_WORD.search(claim.sentence)
        return min(w[0] for w in wanted) > max(s[1] for s in spans) or early
    if claim.pattern == "setting.follow":
        return not _BACKSTORY.search(claim.quote) and not (_FOLLOWS.search(claim.quote) and _PAST_EVENT.search(claim.quote))
    return bool(_IT_IS.search(said))


_BEGINS = re.compile(
    r"\b(?:story|plot|action|drama|tale|series|show|film|movie|miniseries|it|historia|trama|acci[oó]n|serie|pel[ií]cula|\w+) (?:\w+ )?"
    r"(?:begins?|opens?|starts?|kicks? off|empieza|comienza|arranca)\b",
    re.IGNORECASE,
)
_DECADE_WORD = re.compile(r"\b(?:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties|\w+enta)\b", re.IGNORECASE)
_BACKSTORY = re.compile(
    r"\b(?:who|which|that|whose|when|where|before|after|since|que|cuando|cuyo|cuya)\b[^.;]*?\b(?:was|were|had|did|came|became|began|left|"
    r"went|met|grew|got|took|made|wrote|won|lost|died|fell|fled|\w+ed|\w+(?:ó|aron|ieron|io)|era|fue|fueron|hab[ií]a)\b|"
    r"\b(?:born|raised|real|true|book|novel|memoir|nacid[oa]|criad[oa]|libro|novela)\b",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"\b(?:follows|tells|sigue|cuenta|narra)\b", re.IGNORECASE)
_PAST_EVENT = re.compile(
    r"\b(?:murders?|killings?|cases?|crimes?|deaths?|disappearances?|trials?|wars?|accidents?|crash|shooting|siege|scandal|"
    r"asesinatos?|crimen|muertes?|desaparici[oó]n|juicio|guerra|accidente)\b[^,;.]{0,30}$",
    re.IGNORECASE,
)
# "It is the summer of 1978 and the boys ...", "It is 1952, the place is ..."
_IT_IS = re.compile(
    r"^\W*(?:(?:A|Q): ?)?(?:so,? )?(?:it is|it's|we are in|we're in|es|estamos en)(?: back in| en)?(?: the| el)?"
    r"(?: (?:early|mid|late|spring|summer|autumn|fall|winter|year|verano|invierno|oto[nñ]o|primavera|a[nñ]o))?"
    r"(?:[ -](?:of|in|de)(?: the)?)? ?"
    r"(?:1\d|20)\d\ds?$",
    re.IGNORECASE,
)


def _told_time(claim: Claim) -> str:
    """The time as told: with the "early" or "late" before it that the value has not."""
    value = str(claim.object.get("value", ""))
    part = re.search(rf"\b(?:early|mid|late)[ -](?:the )?{re.escape(value)}", claim.sentence, re.IGNORECASE)
    return part.group() if part else value


DECADE = 9  # years between the first and the last of one


# The work itself is said to be set there, and nothing that happened: another event of that year is no excuse.
_SAYS_OF_WORK = re.compile(
    r"^(?!.*\b(?:real|true|actual|book|novel|memoir|libro|novela|based)\b)"
    r".*\b(?:it|series|miniseries|show|drama|film|movie|"
    r"thriller|season|plot|story|tale|narrative|action|events|serie|miniserie|temporada|historia|relato|pel[ií]cula|trama|acci[oó]n)"
    r"(?:'s| is| was| takes| est[aá])? (?:\w+ly )*(?:set\b|place\b|unfolds|plays out|ambientada|transcurre|se desarrolla)",
    re.IGNORECASE,
)


def _narrow(text: str, span: Span) -> Span:
    """ "Mid-1990s" is no more than a part of the decade that was read."""
    part = _PART.search(text)
    if part is None or span != (int(part[2]), int(part[2]) + DECADE):
        return span
    first, last = _PARTS[part[1].lower()]
    return span[0] + first, span[0] + last


def _noted_years(facts: tuple[Fact, ...], show: Show) -> list[Span]:
    """Years in the notes of the facts: those of a prologue, an opening, a flashback. The very year on record, told to the day, is none."""
    return [
        s
        for f in facts
        for text in (f.note, f.disputed)
        if text
        for s in read_years(text, show.year)
        if s not in read_years(str(f.value), show.year) or s[0] != s[1]
    ]


def _is_much_wider(claimed: Span, recorded: Span) -> bool:
    """ "From 1947 to 2005", of the 1990s; a century is no more than a way to say when."""
    return 15 < claimed[1] - claimed[0] < 99 and (claimed[1] - claimed[0]) > 2 * (recorded[1] - recorded[0] + 5)


def _event_in(wanted: tuple[Span, ...], show: Show) -> bool:
    """Does an event on record fall into the claimed years?"""
    spans = [s for f in show.facts_of("real_event", "protagonist") for s in read_years(f"{f.when or ''} {f.value}")]
    return any(years_apart(w, s) == 0 for w in wanted for s in spans)


def _say(fact: Fact) -> str:
    text = str(fact.value)
    return f"the {text}" if re.fullmatch(r"(?:early |mid-?|late )?\d{3}0s", text) else text
