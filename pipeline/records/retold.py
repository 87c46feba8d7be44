"""A fact told again in much the same words, with another year, number or place than it has on record.

Whatever kind of thing it tells: "Vik bought the mill in 2001", where the record has him buy it in 2014. Asked only where nearly all telling
words of a clause stand in one fact, a name among them, and where no other fact knows of what the clause has instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pipeline.models import Fact
from pipeline.records.conflicts_of_things import APART, is_elsewhere
from pipeline.records.dates import read_years, years_apart
from pipeline.records.fate_wordings import MONTH
from pipeline.records.fates import read_where, to_plain
from pipeline.records.likeness import Likeness
from pipeline.records.numerals import read_numbers
from pipeline.records.place_names import compare_places

SHARE = 0.75  # of a clause's telling words stand in the fact
LEAST = 3  # such words, a name and one that is no name among them, which stands in the fact in the same form
PLENTY = 4  # such words from which another form of it will do
SHORT = 15  # characters up to which a clause without digits tells too little
_CLAUSE = re.compile(r"[;:()]|[.!?](?:\s|$)|, (?![A-Z])")
_YEAR = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2})\b(?!s)")
_LOOSE = re.compile(
    r"\b(?:after|before|following|since|until|till|by|around|about|nearly|almost|more than|over|up to|at least|some|first|again|already|"
    r"previously|earlier|later|tras|despues|antes|desde|hasta|unos|casi|mas de|otra vez|luego|not|never|no|nunca)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*[A-Za-z]")
_STOP_TEXT = """
    the an of in on to for with from by at is are was were be been that this it its his her their he she they and or as had has have who
    whom which real really one some in actually just only then there where when around year years early late mid summer autumn winter spring
    el la los las un una de en que y por con su sus fue fueron se al del ano anos
"""
_STOP = frozenset(_STOP_TEXT.split())
_VERB = re.compile(rf"[A-Z][a-z'-]+ (?:(?:{'|'.join(_STOP_TEXT.split())}) )*([a-z][a-z-]+)")  # the first word behind a name
# Verbs of fates and events, which are compared with more care in lives.py and verdicts/events.py.
_ELSEWHERE_TEXT = """
    killed murdered died dies shot stabbed executed hanged arrested caught captured detained charged indicted tried convicted acquitted
    sentenced resentenced released paroled freed escaped born found founded
"""
_ELSEWHERE = frozenset(_ELSEWHERE_TEXT.split())


@dataclass(frozen=True, slots=True)
class Retold:
    """A clause of a line, ``start`` to ``end``, and the fact that it tells otherwise."""

    start: int
    end: int
    fact: Fact


def find_retold(text: str, facts: tuple[Fact, ...]) -> Iterator[Retold]:
    """Each clause that tells a fact again with another year, number or place."""
    plain = to_plain(text)
    at = 0
    for mark in (*_CLAUSE.finditer(plain), None):
        end = mark.start() if mark else len(plain)
        clause = plain[at:end]
        if any(c.isdigit() for c in clause) or len(clause) > SHORT:
            fact = _tells_otherwise(clause, text[at:end], facts)
            if fact is not None:
                yield Retold(at + len(clause) - len(clause.lstrip()), end, fact)
        at = mark.end() if mark else end


def _tells_otherwise(clause: str, text: str, facts: tuple[Fact, ...]) -> Fact | None:
    if _LOOSE.search(clause):
        return None
    told, verb = read_words(clause), _VERB.search(clause)
    if len(told) < LEAST or verb is None or verb[1] in _ELSEWHERE:
        return None
    close = sorted(((n, f) for f in facts if not f.disputed and (n := _count_told(told, clause, verb[1], _line(f)))), key=lambda c: -c[0])
    if not close or (len(close) > 1 and close[0][0] == close[1][0]):
        return None
    fact = close[0][1]
    otherwise = _has_other_year(clause, fact, facts) or _has_other_number(text, fact, facts) or _has_other_place(clause, fact, facts)
    return fact if otherwise else None


def _count_told(told: frozenset[str], clause: str, verb: str, line: str) -> int:
    """How many of the clause's words stand in the line; 0 where too few do (places that the line lacks do not count), no name, or only
    names."""
    recorded, exact = read_words(line), set(_WORD.findall(line))
    places = read_words(" ".join(read_where(clause, 0, len(clause))))
    telling = told - (places - recorded)
    shared = telling & recorded
    names = {stem(w.lower()) for w in _WORD.findall(clause) if w[0].isupper()}
    least = max(LEAST if verb in exact else PLENTY, SHARE * len(telling))
    return len(shared) if len(shared) >= least and shared & names and shared - names else 0


@lru_cache(maxsize=4_000)
def read_words(text: str) -> frozenset[str]:
    """Stems of the words that tell something: no years, no months, no small words."""
    found = (w.lower().removesuffix("'s") for w in _WORD.findall(to_plain(text)))
    return frozenset(stem(w) for w in found if w not in _STOP and len(w) > 2 and not re.fullmatch(MONTH, w))


def stem(word: str) -> str:
    """Without the commonest English endings: "founded" and "founds" are one."""
    return re.sub(r"(?:ing|ed|es|s|e)$", "", word) if len(word) > 4 else word


def _line(fact: Fact) -> str:
    return f"{fact.value} . {fact.where or ''} . {fact.note or ''}"


def _has_other_year(clause: str, fact: Fact, facts: tuple[Fact, ...]) -> bool:
    years = [int(y) for y in _YEAR.findall(clause)]
    spans = read_years(fact.when or "")
    if len(years) != 1 or not spans:
        return False
    span = (years[0], years[0])
    known = (s for f in facts for s in read_years(f"{_line(f)} . {f.when or ''}"))
    return min(years_apart(span, s) for s in spans) >= APART and all(years_apart(span, s) > 0 for s in known)


def _has_other_number(text: str, fact: Fact, facts: tuple[Fact, ...]) -> bool:
    """Another number of the same things (the word behind it is the same), and one that stands in no fact."""
    here, there = _count_things(text), _count_things(str(fact.value))
    known = {n.value for f in facts for n in read_numbers(_line(f), "en")}
    return any(things in there and number not in known for things, number in here.items())


def _count_things(text: str) -> dict[str, int]:
    """Number by what it counts; what is counted twice is left out."""
    found: dict[str, set[int]] = {}
    for n in read_numbers(text, "en"):
        things = re.match(r" ([a-z]{4,})", text[n.end :])
        if things and not _YEAR.fullmatch(text[n.start : n.end]):
            found.setdefault(stem(things[1]), set()).add(n.value)
    return {things: values.pop() for things, values in found.items() if len(values) == 1}


def _has_other_place(clause: str, fact: Fact, facts: tuple[Fact, ...]) -> bool:
    """Another country or state than the fact's, and one that no fact names."""
    places = read_where(clause, 0, len(clause))
    if len(places) != 1 or not is_elsewhere(places[0], fact):
        return False
    lines = ((f.where, to_plain(_line(f))) for f in facts)
    named = {p for where, line in lines for p in (where, *read_where(line, 0, len(line))) if p}
    return all(compare_places(places[0], p) not in {Likeness.SAME, Likeness.NEAR} for p in named)
