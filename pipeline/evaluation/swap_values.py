"""What is swapped in where a number, a day or a part goes out: as far off as falsehoods of writers are, and false as far as records tell.

How far off is weighted by the labelled falsehoods of the development articles, as `python scripts/evaluate_all.py --falsehoods` counts them
(2026-11-26: 60 counts of episodes and 19 days, against the nearest number or year on record; 13 of the days are wrong in the year).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from babel.dates import get_month_names

from pipeline.evaluation.samples import Statement
from pipeline.models import Fact, Show
from pipeline.records.dates import Interval, read_date
from pipeline.records.folding import fold, to_ascii, words
from pipeline.records.kinship import TIE
from pipeline.records.names import HONORIFICS

COUNTS_OFF = {-4: 1, -2: 8, -1: 4, 1: 13, 2: 16, 3: 9, 4: 7, 5: 2}  # how far off: how many of the labelled false counts
YEARS_OFF = {-2: 5, -1: 8}  # likewise of the false years of a release
YEAR_WRONG = 13 / 19  # share of false days that are wrong in the year, not in the month or the day alone
DAYS_OFF = 14  # a day no further from one on record is no falsehood
OUT_FOR = 2  # days for which a work must have been out at a day that is told as past
_YEAR = re.compile(r"\b20\d\d\b")
_TITLES = HONORIFICS | {"deputy"}


def draw_count(value: int, taken: set[int], most: int, rng: random.Random) -> int | None:
    """Another count from 2 to ``most`` that is none of ``taken`` (those on record for any season); None where there is none."""
    free = {value + off: weight for off, weight in COUNTS_OFF.items() if 2 <= value + off <= most and value + off not in taken}
    return rng.choices(list(free), list(free.values()))[0] if free else None


def draw_day(value: str, quote: str, show: Show, published: date | None, language: str, rng: random.Random) -> tuple[str, str] | None:
    """A month or a year named in the quote and another one for it; None where the quote names none or nothing else fits.

    The new day is more than ``DAYS_OFF`` days from every one on record, and lies before the article's own as what is out is told as out:
    in the same year as the article's where the quote names none. ``value`` is the day that is told, YYYY, YYYY-MM or YYYY-MM-DD.
    """
    known = [day for f in show.facts_of("premiere_date") if (day := read_date(str(f.value)))]
    if not known or not read_date(value):
        return None
    months = _list_months(value, quote, known, published, language)
    years = _list_years(value, quote, show, known, published)
    weights = [YEARS_OFF[int(new) - int(old)] for old, new in years]
    if years and (not months or rng.random() < YEAR_WRONG):
        return rng.choices(years, weights)[0]
    return rng.choice(months) if months else None


def _list_months(value: str, quote: str, known: list[Interval], published: date | None, language: str) -> list[tuple[str, str]]:
    """The month in the quote with each that may stand for it. Where no year stands beside it, one of any year on record may not."""
    names = list_months(language)
    shown = next((m for m in names if re.search(rf"\b{m}\b", quote)), None)
    if shown is None or len(value) < len("2025-10"):
        return []
    has_year = _YEAR.search(quote) is not None
    year = value[:4] if has_year or published is None else str(published.year)
    taken = {int(value[5:7])} | {day.first.month for day in known if not has_year}
    free = [m for m in range(1, 13) if m not in taken and _is_free(f"{year}-{m:02}{value[7:]}", known, published)]
    return [(shown, names[m - 1]) for m in free]


def _list_years(value: str, quote: str, show: Show, known: list[Interval], published: date | None) -> list[tuple[str, str]]:
    """The year in the quote with each that may stand for it: none of a release or of the source on record, which the words may tell of."""
    year = value[:4]
    if year not in _YEAR.findall(quote):
        return []
    taken = {day.first.year for day in known} | {y for f in show.facts_of("based_on") for y in (f.year, *f.fair_years)}
    near = [y for off in YEARS_OFF if (y := int(year) + off) not in taken]
    return [(year, str(y)) for y in near if _is_free(f"{y}{value[4:]}", known, published)]


def _is_free(new: str, known: list[Interval], published: date | None) -> bool:
    day = read_date(new)
    if day is None or any(day.days_from(other) <= DAYS_OFF for other in known):
        return False
    return published is None or (published - day.first).days >= OUT_FOR


@cache
def list_months(language: str) -> tuple[str, ...]:
    """January to December, as they are spelt in a sentence."""
    return tuple(get_month_names("wide", locale=language).values())


def is_out(value: str, published: date | None) -> bool:
    """Had the article's day come after the day that a statement tells? What is still to come may be moved, and contradicts nobody."""
    return published is None or value <= published.isoformat()


def find_name(names: Sequence[str], quote: str, *, apart_from: str) -> str | None:
    """The longest row of words in the quote, each with a capital, that are words of those names ("Borís Stone", of Boris Stone).

    Titles and a possessive's ending are no part of it. None where there is none, where it shares a word with ``apart_from``, or where the
    words only tell of somebody's relative ("Mike's son", "madre de Mike").
    """
    known = {w for name in names for w in words(name)} - _TITLES
    rows = [quote[start:end] for start, end in _find_rows(quote, known) if not _is_tie(quote, start, end)]
    found = max(rows, key=len, default="")
    return None if not found or set(words(found)) & set(words(apart_from)) else found


def _find_rows(quote: str, known: set[str]) -> Iterator[tuple[int, int]]:
    tokens = [m.span() for m in re.finditer(r"[^\W\d_]+(?:['’-](?!s\b)[^\W\d_]+)*\.?", quote)]
    row: list[tuple[int, int]] = []
    for start, end in [*tokens, (len(quote), len(quote))]:
        text = quote[start:end].rstrip(".")
        belongs = bool(text) and text[:1].isupper() and set(words(text)) <= known and bool(words(text))
        if row and (not belongs or quote[row[-1][1] : start] != " "):
            yield row[0][0], row[-1][1] - (quote[row[-1][1] - 1] == ".")
            row = []
        if belongs:
            row.append((start, end))


def _is_tie(quote: str, start: int, end: int) -> bool:
    before, after = to_ascii(quote[:start]).lower(), to_ascii(quote[end:]).lower()
    told_after = re.match(rf"(?:'s?(?: [a-z-]+)?)? {TIE}s?\b", after)
    return bool(told_after or re.search(rf"{TIE}s? (?:of|to|de|del) (?:la |el )?$", before))


def strip_title(name: str) -> str:
    """The name without the titles before it ("Detective Joyce Stone" is Joyce Stone); a title alone is nothing."""
    parts = name.split()
    while parts and fold(parts[0]) in _TITLES:
        parts = parts[1:]
    return " ".join(parts)


def shape_name(new: str, shown: str, names: Sequence[str]) -> str:
    """A full name at the length at which the quote gives one of ``names``: in full, by the surname, or by the first name."""
    if len(shown.split()) > 1:
        return new
    surnames = {words(bare)[-1] for name in names if len(words(bare := strip_title(name))) > 1}
    return new.split()[-1 if words(shown)[-1] in surnames else 0]


def list_parts(mine: Fact, show: Show) -> list[str]:
    """Full names, titles left out, of other parts of the same work that are on record for somebody else than the actor of ``mine``, with
    no name in common with any part of that actor or with the real person behind it."""
    own = {w for f in show.facts_of("cast_member") if words(str(f.value)) == words(str(mine.value)) for w in words(f.character or "")}
    own |= set(words(str(mine.real_person or "")))
    others = [f.character for f in show.facts_of("cast_member") if f.character and words(str(f.value)) != words(str(mine.value))]
    plain = [bare for c in others if is_plain_name(bare := strip_title(c)) and not own & set(words(bare))]
    return sorted(set(plain))


_SUFFIXES = frozenset({"II", "III", "IV", "Jr", "Sr"})


def is_plain_name(name: str) -> bool:
    """Two or three capitalised words of letters: no pair, no description, no number behind it."""
    parts = name.split()
    plain = all(p[0].isupper() and p.replace("-", "").replace("'", "").isalpha() for p in parts)
    return plain and 2 <= len(parts) <= 3 and parts[-1] not in _SUFFIXES


def list_restated(statement: Statement, statements: Sequence[Statement], kind: str) -> tuple[Statement, ...]:
    """The other true statements of the same fact: whoever gets it wrong does so wherever it is told."""
    same = [s for s in statements if s is not statement and s.show == statement.show and s.relation == statement.relation]
    return tuple(s for s in same if _is_same_fact(s, statement, kind))


def _is_same_fact(one: Statement, other: Statement, kind: str) -> bool:
    a, b = str(one.object.get("value", "")), str(other.object.get("value", ""))
    if kind == "month":
        return a[:7] == b[:7]
    if kind == "year":
        return a[:4] == b[:4]
    if kind == "role":
        return fold(a) == fold(b)
    return kind == "medium" or (a == b and one.object.get("season") == other.object.get("season"))
