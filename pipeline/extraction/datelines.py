"""The day in a dateline: what stands in words near the title of a page that states its date nowhere else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from pipeline.extraction.vocabulary import read_months

_MONTHS: Final = read_months()
_MONTH: Final = "|".join(sorted(_MONTHS, key=len, reverse=True))
_DAY_FIRST: Final = re.compile(
    rf"(?<!\d)(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s*(?:de\s+|of\s+|-)?({_MONTH})\.?,?\s*(?:de\s+|del\s+|-)?((?:19|20)\d\d)(?!\d)"
)
_MONTH_FIRST: Final = re.compile(rf"(?<![a-z])({_MONTH})\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+((?:19|20)\d\d)(?!\d)")
_YEAR_FIRST: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_DOTTED: Final = re.compile(r"(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)")
_LINE_CHARS: Final = 150  # a dateline is no longer; a longer line is prose that tells of other days


def find_dateline(lines: Iterable[str]) -> datetime | None:
    """Midnight UTC of the first day that is spelt out in one of these lines. Figures with slashes, 3/4/2025, are ambiguous and none."""
    for line in lines:
        if len(line) <= _LINE_CHARS and any(c.isdigit() for c in line) and (day := read_day(line)):
            return day
    return None


def read_day(line: str) -> datetime | None:
    """ "21. Oktober 2025", "Oct 21, 2025", "2025-10-21", "21.10.2025" to a day."""
    plain = "".join(c for c in unicodedata.normalize("NFD", line.lower()) if not unicodedata.combining(c))
    if m := _YEAR_FIRST.search(plain):
        return _build(int(m[1]), int(m[2]), int(m[3]))
    if m := _MONTH_FIRST.search(plain):
        return _build(int(m[3]), _MONTHS[m[1]], int(m[2]))
    if m := _DAY_FIRST.search(plain):
        return _build(int(m[3]), _MONTHS[m[2]], int(m[1]))
    if m := _DOTTED.search(plain):
        return _build(int(m[3]), int(m[2]), int(m[1]))
    return None


def _build(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day, tzinfo=UTC)
    except ValueError:
        return None
