"""Days as writers put them ("last Thursday", "nine days ago", "15 October", "el pasado 15 de octubre"), read against the article's own day.

A day that the words leave open is given with less precision ("2025-10", "2025"), and not at all where even the year is open: a wrong
date would accuse somebody.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from pipeline.claims.feasts import find_feast
from pipeline.claims.ordinals import ENGLISH_ORDINALS
from pipeline.records.dates import read_date
from pipeline.records.folding import fold

_MONTH_NAMES = (
    "january jan enero", "february feb febrero", "march mar marzo", "april apr abril", "may mayo", "june jun junio", "july jul julio",
    "august aug agosto", "september sep sept septiembre setiembre", "october oct octubre", "november nov noviembre",
    "december dec diciembre",
)  # fmt: skip
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_DAY_NAMES = (
    "monday lunes", "tuesday martes", "wednesday miercoles", "thursday jueves", "friday viernes", "saturday sabado", "sunday domingo",
)  # fmt: skip
WEEKDAYS = {name: number for number, names in enumerate(_DAY_NAMES) for name in names.split()}
_NUMERIC = re.compile(r"^(\d{1,2})([./-])(\d{1,2})[./-](\d{4})$")
_ISO = re.compile(r"^\d{4}-\d{2}-\d{2}$")
_FAR = 320  # days from the article's own at which a day without a year may be last year's or next year's
_UNSURE_WEEKDAY = 2  # "last Thursday", said on a Friday, may be yesterday or the week before


def write_day(day: date) -> str:
    """YYYY-MM-DD."""
    return day.isoformat()


@lru_cache(maxsize=5_000)
def read_day(surface: str, published: date | None, future: bool = False, day_first: bool = True) -> str | None:
    """A calendar date as written -> YYYY-MM-DD, YYYY-MM or YYYY; a missing year is the one nearest to the article's day.

    ``future``: the sentence speaks of what is to come. ``day_first``: whether 11/12/2024 is the 11th of December; where it is not
    known (False) and both readings are days, only the year is given.
    """
    text = surface.strip()
    numeric = _NUMERIC.match(text)
    if numeric:
        first, mark, second, year = int(numeric[1]), numeric[2], int(numeric[3]), int(numeric[4])
        if first <= 12 and second <= 12 and first != second and mark == "/" and not day_first:
            return str(year)
        day, month = (first, second) if second <= 12 else (second, first)
        return _checked(year, month, day)
    if _ISO.match(text):
        return text if read_date(text) else None
    tokens = fold(text).split()
    month = next((MONTHS[t] for t in tokens if t in MONTHS), 0)
    years = [int(t) for t in tokens if re.fullmatch(r"1[5-9]\d\d|20\d\d", t)]
    days = [int(m[1]) for t in tokens if (m := re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?", t))]
    if not month:
        return str(years[0]) if len(years) == 1 and len(tokens) == 1 else None
    if years:
        return _checked(years[0], month, days[0]) if days else f"{years[0]}-{month:02}"
    if published is None:
        return None
    return _nearest(published, month, days[0] if days else None, future)


def _checked(year: int, month: int, day: int) -> str | None:
    try:
        return write_day(date(year, month, day))
    except ValueError:
        return None


def _nearest(published: date, month: int, day: int | None, future: bool) -> str | None:
    """The last such day up to the article's (a day's grace), or the next one where it is to come."""
    years = (published.year, published.year + 1, published.year - 1)
    if day is None:
        if future:
            year = published.year if month >= published.month else published.year + 1
        else:
            year = published.year if month <= published.month else published.year - 1
        return f"{year}-{month:02}"
    return _choose(published, [date.fromisoformat(d) for y in years if (d := _checked(y, month, day))], future)


def _choose(published: date, found: list[date], future: bool) -> str | None:
    """The last of those days up to the article's (a day's grace), or the next where it is to come; None where even that is far off."""
    fitting = [d for d in found if (d - published).days >= -1] if future else [d for d in found if (d - published).days <= 1]
    if not fitting:
        return None
    best = min(fitting, key=lambda d: abs((d - published).days))
    return write_day(best) if abs((best - published).days) <= _FAR else None


_NUMBERS = {
    word: number
    for number, words in enumerate(
        ("", "a one un una", "two dos", "three tres", "four cuatro", "five cinco", "six seis", "seven siete", "eight ocho", "nine nueve",
         "ten diez", "eleven once", "twelve doce"),
    )
    for word in words.split()
}  # fmt: skip
RELATIVE = (
    r"(?:yesterday|today|tonight|last night|this (?:morning|evening|week|month|year)|(?:last|this|next|this coming|this past|on|el|este|"
    r"el pasado|el proximo) (?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|"
    r"domingo)(?: pasado| proximo)?|(?:last|next) (?:week|month|year)|the (?:previous|following) (?:week|month|year)|"
    r"(?:<N\d+>|a|one|hace <N\d+>|hace una?) (?:days?|weeks?|months?|years?|dias?|semanas?|meses|mes|anos?)(?: ago|(?: earlier)?)|ayer|hoy|"
    r"anoche|esta manana|la semana pasada|el mes pasado|el ano pasado|el pasado dia <N\d+>|new year's day|new year's eve|christmas day|"
    r"christmas)"
)
_AGO = re.compile(r"^(?:hace )?(\w+) (day|week|month|year|dia|semana|mes|ano)\w*( ago)?$")
_WEEKDAY = re.compile(rf"^(?P<which>[a-z ]*?) ?\b(?P<day>{'|'.join(WEEKDAYS)})(?: (?P<after>pasado|proximo))?$")
_SHIFTS = {
    "yesterday": -1, "ayer": -1, "last night": -1, "anoche": -1, "today": 0, "tonight": 0, "this morning": 0, "this evening": 0, "hoy": 0,
    "esta manana": 0,
}  # fmt: skip
_ORDINALS = ENGLISH_ORDINALS | {"primero": 1, "uno": 1}  # Spanish counts the other days
ORDINAL_DAY = "|".join(sorted(_ORDINALS, key=len, reverse=True)) + "|last day|ultimo dia"


def read_ordinal_day(ordinal: str, month: str, published: date | None, future: bool = False) -> str | None:
    """ "the third of <October 2025>", "the last day of <September>": the day; None where month and year are no such thing."""
    if ordinal not in {"last day", "ultimo dia"}:
        return read_day(f"{_ORDINALS[ordinal]} {month}", published, future)
    found = read_day(month, published, future)
    if found is None or len(found) != len("2025-09"):
        return None
    year, number = int(found[:4]), int(found[5:])
    return write_day(date(year + number // 12, number % 12 + 1, 1) - timedelta(days=1))


def read_relative(words: str, published: date | None, future: bool = False) -> str | None:
    """A day named from the article's own: "yesterday", "last Thursday", "nine days ago", "last month"; lower case, without accents.

    None without the article's day, and where the words fit days too far apart to tell.
    """
    if published is None:
        return None
    if words in _SHIFTS:
        return write_day(published + timedelta(days=_SHIFTS[words]))
    named = _named_day(words, published, future)
    if named is not None:
        return named
    if words in {"last month", "el mes pasado", "the previous month"}:
        return (published.replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
    if words in {"this month", "next month"}:
        return published.strftime("%Y-%m") if words == "this month" else _month_after(published)
    if words in {"last year", "el ano pasado"}:
        return str(published.year - 1)
    if words in {"this year", "next year"}:
        return str(published.year + (words == "next year"))
    if words in {"last week", "la semana pasada"}:
        return _span(published - timedelta(days=published.weekday() + 7), published - timedelta(days=1))
    ago = _AGO.match(words)
    if ago and (ago[3] or words.startswith("hace")):
        return _ago(ago[1], ago[2], published)
    weekday = _WEEKDAY.match(words)
    return _weekday(WEEKDAYS[weekday["day"]], f"{weekday['which']} {weekday['after'] or ''}", published, future) if weekday else None


def read_feast(name: str, year: int | None, published: date | None, future: bool = False) -> str | None:
    """The day of a feast ("Halloween", "Memorial Day"), of the year given or the one nearest to the article; None for other words."""
    feast = find_feast(name)
    if feast is None:
        return None
    if year is not None:
        return write_day(feast(year))
    return None if published is None else _choose(published, [feast(published.year + off) for off in (0, 1, -1)], future)


def _month_after(day: date) -> str:
    return (day.replace(day=28) + timedelta(days=7)).strftime("%Y-%m")


def _named_day(words: str, published: date, future: bool) -> str | None:
    if words == "christmas":
        return _nearest(published, 12, None, future)  # the season
    found = re.fullmatch(r"el pasado dia (\d{1,2})", words)
    if not found:
        return read_feast(words, None, published, future)
    day = int(found[1])
    month = published if day <= published.day else published.replace(day=1) - timedelta(days=1)
    return _checked(month.year, month.month, day)


def _ago(count: str, unit: str, published: date) -> str | None:
    number = int(count) if count.isdigit() else _NUMBERS.get(count)
    if number is None:
        return None
    if unit in {"day", "dia"}:
        return write_day(published - timedelta(days=number))
    if unit in {"week", "semana"}:
        return _span(published - timedelta(days=7 * number + 4), published - timedelta(days=7 * number - 4))
    if unit in {"month", "mes"}:
        return _span(published - timedelta(days=30 * number + 20), published - timedelta(days=max(30 * number - 20, 0)))
    return None  # "three years ago" is any day of two calendar years


def _weekday(wanted: int, which: str, published: date, future: bool) -> str | None:
    if "next" in which or "proximo" in which or (future and "last" not in which and "pasado" not in which):
        ahead = (wanted - published.weekday()) % 7
        if "next" in which:  # "next Friday" may be this week's or the one after
            return _span(published + timedelta(days=ahead or 7), published + timedelta(days=(ahead or 7) + 7))
        return write_day(published + timedelta(days=ahead)) if ahead else None
    back = (published.weekday() - wanted) % 7
    if "this" in which and "past" not in which:
        return write_day(published - timedelta(days=back)) if back == 0 else None
    if back == 0 or ("last" in which and back <= _UNSURE_WEEKDAY):
        return _span(published - timedelta(days=back + 7), published - timedelta(days=back))
    return write_day(published - timedelta(days=back))


def _span(first: date, last: date) -> str | None:
    """A stretch of days by the finest precision that holds it."""
    if (first.year, first.month) == (last.year, last.month):
        return first.strftime("%Y-%m")
    return str(first.year) if first.year == last.year else None
