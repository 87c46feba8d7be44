"""Which real event on record a statement on things cannot stand beside: what was founded, when and where it happened, how many it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from pipeline.models import Fact
from pipeline.records.dates import read_years, years_apart
from pipeline.records.fate_wordings import WORD
from pipeline.records.fates import Fate, to_plain
from pipeline.records.likeness import Likeness
from pipeline.records.lives import Lives, write_line
from pipeline.records.numerals import read_numbers
from pipeline.records.place_names import are_in_one_region, compare_places

APART = 2  # years from which a date is another; one year off is a slip
_MOST_SLACK = 5  # years by which a long story may have begun before, or ended after, all that is on record
_WITHOUT_CREW = 0.8  # share of those on board, at the least, who are passengers
_FOUND = re.compile(r"\b(?:co-)?(?:found|founds|founded|starts|started|set up) (?P<what>(?:the )?[A-Za-z][A-Za-z'-]+)")
_PLACE_IN_LINE = re.compile(rf"\b(?:in|at|on|near|from|into|of) (?:the )?(?P<place>{WORD}(?: {WORD}){{0,2}}(?:, {WORD})?)")
_COUNTED = re.compile(r" (?P<what>days|people on board|people aboard|passengers)\b")


def is_apart(year: int, spans: Iterable[tuple[int, int]]) -> bool:
    spans = tuple(spans)
    return bool(spans) and min(years_apart((year, year), s) for s in spans) >= APART


def is_elsewhere(place: str, fact: Fact) -> bool:
    """Is a place of another country or state than every place that the fact names?"""
    if not fact.where:
        return False
    named = [m["place"] for m in _PLACE_IN_LINE.finditer(to_plain(f"{fact.value} . {fact.note or ''}"))]
    likeness = [compare_places(place, p) for p in (fact.where, *named)]
    if likeness[0] is not Likeness.FAR or {Likeness.SAME, Likeness.NEAR} & set(likeness):
        return False
    return not are_in_one_region(place, fact.where)


def _against_founding(fate: Fate, lives: Lives, others: tuple[Fact, ...]) -> Fact | None:
    del others
    founded = [f for f in lives.facts for m in _FOUND.finditer(to_plain(str(f.value))) if m["what"].lower() == fate.what and not f.disputed]
    if len(founded) != 1:
        return None
    fact = founded[0]
    if fate.year is not None and fact.when and is_apart(fate.year, read_years(write_line(fact))):
        return fact
    return fact if fate.places and all(is_elsewhere(p, fact) for p in fate.places) else None


def _against_happening(fate: Fate, lives: Lives, others: tuple[Fact, ...]) -> Fact | None:
    """Before or after everything on record, or in no country or state of it."""
    facts = (*lives.facts, *others)
    dated = [f for f in lives.facts if f.when and not f.disputed]
    spans = [s for f in facts for s in read_years(write_line(f))]
    if fate.year is not None and dated and spans:
        first, last = min(s[0] for s in spans), max(s[1] for s in spans)
        slack = min(_MOST_SLACK, 1 + (last - first) // 3)
        if not first - slack <= fate.year <= last + slack:
            return dated[0]
    placed = [f for f in lives.facts if f.where and not f.disputed]
    texts = [t for f in facts for t in _places_of(f)]
    if (
        fate.places
        and placed
        and all(_is_far(p, t) for p in fate.places for t in texts)
        and any(is_elsewhere(p, placed[0]) for p in fate.places)
    ):
        return placed[0]
    return None


def _places_of(fact: Fact) -> tuple[str, ...]:
    named = tuple(m["place"] for m in _PLACE_IN_LINE.finditer(to_plain(f"{fact.value} . {fact.note or ''}")))
    own = (str(fact.value),) if fact.property == "setting_place" else ()
    return (*((fact.where,) if fact.where else ()), *named, *own)


def _is_far(place: str, other: str) -> bool:
    """Another country or state, or no place that we know, which is none against it."""
    return compare_places(place, other) not in {Likeness.SAME, Likeness.NEAR}


def _against_count(fate: Fate, lives: Lives, others: tuple[Fact, ...]) -> Fact | None:
    del others
    lines = [(f, line, read_numbers(line, "en")) for f in lives.facts for line in [write_line(f)]]
    if any(n.value == fate.number for _, _, numbers in lines for n in numbers):
        return None
    for fact, line, numbers in lines:
        for n in () if fact.disputed else numbers:
            counted = _COUNTED.match(line, n.end)
            if counted is not None and _is_count_apart(fate, n.value, counted["what"], line):
                return fact
    return None


def _is_count_apart(fate: Fate, value: int, what: str, line: str) -> bool:
    number = fate.number or 0
    if fate.what == "days of siege":
        return what == "days" and bool(re.search(r"\blasted\b", line))
    if fate.what == "days to rescue":
        return what == "days" and bool(re.search(r"\b(?:alive|rescued?|survived)\b", line))
    if what == "days":
        return False
    if fate.what == "passengers":
        return number > value or number < _WITHOUT_CREW * value
    return what.startswith("people")


OF_THINGS: dict[str, Callable[[Fate, Lives, tuple[Fact, ...]], Fact | None]] = {
    "founding": _against_founding,
    "happening": _against_happening,
    "count": _against_count,
}
