"""Dates with their precision, as intervals of days; spans of years as stories are set in."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pipeline.records.folding import fold

_ISO = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
_MONTHS = {
    name: n
    for n, names in enumerate(
        (
            "january jan enero", "february feb febrero", "march mar marzo", "april apr abril", "may mayo", "june jun junio",
            "july jul julio",
            "august aug agosto", "september sep sept septiembre setiembre", "october oct octubre", "november nov noviembre",
            "december dec diciembre",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_YEAR = re.compile(r"\b(1[0-9]{3}|20[0-9]{2})(s?)\b")
_SHORT_DECADE = re.compile(r"(?<!\d)['’]?([2-9]0)s\b")
_CENTURY = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)[ -]century")
_RANGE = re.compile(
    r"\b(1[0-9]{3}|20[0-9]{2})(s?)\s*(?:to|until|through|[-–—]|and|a|y|hasta)\s*(?:the )?(?:early |mid |late )?(1[0-9]{3}|20[0-9]{2})(s?)\b"
)
_PRESENT = re.compile(r"\b(?:present|modern|contemporary|today|nowadays|actualidad|current)\b")
_PRESENT_BREADTH = 12  # years before the premiere that still pass as "present day"


@dataclass(frozen=True, slots=True)
class Interval:
    """From first to last day, both included."""

    first: date
    last: date

    def overlaps(self, other: Interval) -> bool:
        return self.first <= other.last and other.first <= self.last

    def days_from(self, other: Interval) -> int:
        """Days between the two; 0 where they overlap."""
        if self.overlaps(other):
            return 0
        return (self.first - other.last).days if self.first > other.last else (other.first - self.last).days

    @property
    def is_day(self) -> bool:
        return self.first == self.last


@lru_cache(maxsize=20_000)
def read_date(text: str) -> Interval | None:
    """2025, 2025-10, 2025-10-15, "22 July 1991", "June 2024" as an interval; None for anything else, impossible days among them."""
    iso = _ISO.match(text.strip())
    try:
        if iso:
            year, month, day = (int(p) if p else None for p in iso.groups())
            return _interval(year or 0, month, day)
        return _read_words(text)
    except ValueError:
        return None


def _read_words(text: str) -> Interval | None:
    tokens = fold(text).split()
    years = [int(t) for t in tokens if re.fullmatch(r"1[0-9]{3}|20[0-9]{2}", t)]
    months = [_MONTHS[t] for t in tokens if t in _MONTHS]
    days = [int(t) for t in tokens if re.fullmatch(r"[0-3]?[0-9]", t)]
    if len(years) != 1 or len(months) > 1 or len(days) > 1 or (days and not months):
        return None
    return _interval(years[0], months[0] if months else None, days[0] if days else None)


def _interval(year: int, month: int | None, day: int | None) -> Interval:
    if month is None:
        return Interval(date(year, 1, 1), date(year, 12, 31))
    if day is None:
        return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    return Interval(date(year, month, day), date(year, month, day))


@lru_cache(maxsize=20_000)
def read_years(text: str, present: int | None = None) -> tuple[tuple[int, int], ...]:
    """Spans of years that a text names: "late 1970s" -> ((1970, 1979),), "1947 to 2005" -> ((1947, 2005),).

    "Present day" is the dozen years before ``present`` (the year of the premiere), and nothing without it.
    """
    spans: list[tuple[int, int]] = []
    plain = text.casefold()
    for m in _RANGE.finditer(plain):
        first, first_s, last, last_s = m.groups()
        spans.append((int(first), int(last) + (9 if last_s else 0)))
        del first_s
    rest = _RANGE.sub(" ", plain)
    spans += [(int(y), int(y) + _length(int(y), s)) for y, s in _YEAR.findall(rest)]
    spans += [(1900 + int(d), 1909 + int(d)) for d in _SHORT_DECADE.findall(rest)]
    spans += [((int(c) - 1) * 100, int(c) * 100) for c in _CENTURY.findall(rest)]
    if present is not None and _PRESENT.search(plain):
        spans.append((present - _PRESENT_BREADTH, present + 1))
    return tuple(spans)


def _length(year: int, plural: str) -> int:
    if not plural:
        return 0
    return 99 if year % 100 == 0 and year < 2000 else 9


def years_apart(a: tuple[int, int], b: tuple[int, int]) -> int:
    """Years between two spans; 0 where they overlap."""
    return max(0, a[0] - b[1], b[0] - a[1])
