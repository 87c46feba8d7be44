"""What is swapped in where a number, a day or a part goes out: values that are certainly false and as far off as falsehoods of writers are.

Counted on the labelled development articles: four in five false counts are too high; a false year is at most two off, and mostly too early;
nine in ten parts that a wrong actor's line names are others of the same work; and who states such a fact falsely does so throughout
(424 false counts, in three articles of them the true one stood as well).
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.evaluation.samples import Statement
from pipeline.models import Fact, Show
from pipeline.records.folding import fold, words

YEARS_OFF = (-2, -2, -2, -1, -1, 1)  # as often as in the labelled falsehoods
TOO_HIGH = 0.8  # share of false counts that are
OUT_FOR = 2  # days for which a work must have been out at a day that is told as past
_MONTHS_EN = "January February March April May June July August September October November December"
_MONTHS_ES = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
MONTHS = {"en": tuple(_MONTHS_EN.split()), "es": tuple(_MONTHS_ES.split())}
_YEAR = re.compile(r"\b20\d\d\b")


def draw_count(value: int, taken: set[int], most: int, rng: random.Random) -> int | None:
    """Another count from 3 to ``most``, at least two off and on record for no season; None where there is none."""
    free = [n for n in range(3, most + 1) if n not in taken and abs(n - value) > 1]
    high = [n for n in free if n > value]
    low = [n for n in free if n < value]
    likelier, other = (high, low) if rng.random() < TOO_HIGH else (low, high)
    return rng.choice(likelier or other) if free else None


def draw_month(value: str, quote: str, show: Show, published: date | None, language: str, rng: random.Random) -> tuple[str, str] | None:
    """A month named in the quote and another one for it, not next to any on record, in which the day would still lie before the article's
    own and, without a year beside it, less than a year before: what is out is told as out. None where the quote names none."""
    names = MONTHS[language]
    shown = next((m for m in names if re.search(rf"\b{m}\b", quote, re.IGNORECASE)), None)
    taken = {int(str(f.value)[5:7]) for f in show.facts_of("premiere_date") if re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", str(f.value))}
    if shown is None or not taken or not re.fullmatch(r"\d{4}-\d\d(?:-\d\d)?", value):
        return None
    free = [m for m in range(1, 13) if all(min((m - t) % 12, (t - m) % 12) > 1 for t in taken)]
    told = [names[m - 1] for m in free if _is_told_as_out(m, value, bool(_YEAR.search(quote)), published)]
    return (shown, rng.choice(told)) if told else None


def _is_told_as_out(month: int, value: str, has_year: bool, published: date | None) -> bool:
    if published is None:
        return True
    day = min(int(value[8:10] or 28), 28)
    year = int(value[:4])
    if has_year:
        return (published - date(year, month, day)).days >= OUT_FOR
    return (published - date(published.year, month, day)).days >= OUT_FOR


def draw_year(show: Show, published: date | None, rng: random.Random) -> int | None:
    """A year that is no year of a release or of the source on record, at most two off one and not after the article."""
    years = {int(y) for f in show.facts_of("premiere_date") if (y := str(f.value)[:4]).isdigit()}
    sources = {y for f in show.facts_of("based_on") for y in (f.year, *f.fair_years)}
    near = [y + off for y in sorted(years) for off in YEARS_OFF]
    free = [y for y in near if y not in years | sources and (published is None or y <= published.year)]
    return rng.choice(free) if free else None


def is_out(value: str, published: date | None) -> bool:
    """Had the article's day come after the day that a statement tells? What is still to come may be moved, and contradicts nobody."""
    return published is None or value <= published.isoformat()


def find_name(names: Sequence[str], quote: str, *, apart_from: str) -> str | None:
    """The longest row of words in the quote that are all words of those names ("Borís Shcherbina", of Boris Shcherbina), with a capital at
    either end; None where there is none or where it is part of ``apart_from``."""
    known = {w for name in names for w in words(name)}
    best: tuple[int, int] | None = None
    for start, end in _find_rows(quote, known):
        if best is None or end - start > best[1] - best[0]:
            best = (start, end)
    found = quote[best[0] : best[1]] if best else ""
    return None if not found or set(words(found)) & set(words(apart_from)) else found


def _find_rows(quote: str, known: set[str]) -> Iterator[tuple[int, int]]:
    tokens = [m.span() for m in re.finditer(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?", quote)]
    row: list[tuple[int, int]] = []
    for start, end in [*tokens, (len(quote), len(quote))]:
        text = quote[start:end].rstrip(".")
        belongs = bool(text) and text[:1].isupper() and set(words(text)) <= known and bool(words(text))
        if row and (not belongs or quote[row[-1][1] : start] != " "):
            yield row[0][0], row[-1][1] - (quote[row[-1][1] - 1] == ".")
            row = []
        if belongs:
            row.append((start, end))


def list_parts(mine: Fact, show: Show, *, full: bool) -> list[str]:
    """Other parts of the same work that the actor of ``mine`` cannot have: somebody else's, with no name in common. ``full``: full names,
    else first names."""
    own = {w for f in show.facts_of("cast_member") if words(str(f.value)) == words(str(mine.value)) for w in words(f.character or "")}
    own |= set(words(str(mine.real_person or "")))
    others = [f.character for f in show.facts_of("cast_member") if f.character and words(str(f.value)) != words(str(mine.value))]
    plain = [c for c in others if is_plain_name(c) and not own & set(words(c))]
    return [c if full else c.split()[0] for c in sorted(dict.fromkeys(plain))]


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
