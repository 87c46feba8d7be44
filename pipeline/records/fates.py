"""What became of people, read from one line: how they ended, whether they live or are free, what they were sentenced to; and where and when
things happened that the line calls the real ones.

Made for statements that invent such a fate. It reads more turns of phrase than events.py and each more narrowly: who it is of stands right
before the verb, one year at the most, and nothing denied but what is itself a denial ("was never caught"). English and Spanish.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from pipeline.records.fate_wordings import (
    ABOARD,
    AFTER,
    ANY_YEAR,
    BETWEEN,
    BY_COURT,
    CULPRIT,
    DAYS,
    END,
    FIRST_VERB,
    FOUNDED,
    LASTED,
    LEAD,
    MONTH,
    NO_NAME,
    OF_PEOPLE,
    OTHER_SUBJECT,
    OTHER_TIME,
    PRONOUNS,
    REAL_EVENTS,
    RESCUED,
    SURVIVED,
    WHEN,
    WHERE,
    WHO,
)
from pipeline.records.folding import to_ascii
from pipeline.records.numerals import read_numbers

LIFE, DEATH = 10_000, 20_000  # sentences for life and to death, beside those in years


@dataclass(frozen=True, slots=True)
class Named:
    """A person as a line names one: folded, without accents; ``first`` is None where a surname stands alone."""

    surname: str
    first: str | None = None


@dataclass(frozen=True, slots=True)
class Fate:
    """``people`` is empty where a pronoun stands or nobody is named. ``start``/``end``: offsets in the text read.

    ``culprit``: is "the killer" all that it says of who it is?

    ``number``: how many (on board, days), the years of a sentence, or LIFE or DEATH. ``what``: the thing founded, what is counted, or what
    is denied ("caught").
    """

    kind: str
    people: tuple[Named, ...]
    start: int
    end: int
    year: int | None = None
    places: tuple[str, ...] = ()
    number: int | None = None
    what: str = ""
    culprit: bool = False
    cause: str = ""  # what the clause says that it was for


OF_THINGS = frozenset({"founding", "happening", "count"})  # kinds that are of nobody
BROTHERS = Named("brothers")  # whoever they are on record


@lru_cache(maxsize=4_000)
def read_fates(text: str) -> tuple[Fate, ...]:
    """The fates that a line states, in no order."""
    plain = to_plain(text)
    return (*_of_people(plain), *_of_things(plain), *_counted(text, plain))


def to_plain(text: str) -> str:
    """The text without accents, of the same length."""
    plain = to_ascii(text)
    return plain if len(plain) == len(text) else "".join(to_ascii(c)[:1] or " " for c in text)


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...]:
    """Kind, its verbs alone, by which most lines are passed over, and the whole."""
    return tuple((kind, re.compile(verb), re.compile(rf"{WHO}{BETWEEN}{FIRST_VERB},? (?P<verb>{verb})\b")) for kind, verb in OF_PEOPLE)


def _of_people(plain: str) -> Iterator[Fate]:
    for kind, verbs, pattern in _patterns():
        if not verbs.search(plain):
            continue
        for m in pattern.finditer(plain):
            if m["first"] and (OTHER_SUBJECT.search(m["first"]) or m["who"].endswith("'s")):
                continue
            end = _end_of_clause(plain, m.end())
            number = _read_term(plain[m.end() : end], kind) if kind in {"sentence", "served"} else None
            if kind in {"sentence", "served"} and number is None:
                continue
            what = _denied_act(m) if kind == "denial" else m["kin"] if kind == "kin killing" else ""
            yield _fate(kind, plain, m, end, number, what)
    for m in BY_COURT.finditer(plain):
        kind = "conviction" if m["verb"] in {"guilty", "culpable", "culpables"} else "acquittal"
        yield _fate(kind, plain, m, _end_of_clause(plain, m.end()))


def _of_things(plain: str) -> Iterator[Fate]:
    for pattern in FOUNDED:
        for m in pattern.finditer(plain):
            end = _end_of_clause(plain, m.end())
            year, places = _read_when(plain, m.end("verb"), end), read_where(plain, m.end("verb"), end)
            yield Fate("founding", (), m.start(), end, year, places, what=m["what"].lower().removesuffix("'s"))
    for m in REAL_EVENTS.finditer(plain):
        end = _end_of_clause(plain, m.end())
        yield Fate("happening", (), m.start(), end, _read_when(plain, m.end(), end), read_where(plain, m.end(), end))


def _counted(text: str, plain: str) -> Iterator[Fate]:
    """How many were on board, and after how many days the last were found alive or a siege was over."""
    if not ABOARD.search(plain) and not DAYS.search(plain):
        return
    for number in read_numbers(text, "es" if re.search(r"\b(?:dias|pasajeros|personas)\b", plain) else "en"):
        aboard, days = ABOARD.match(plain, number.end), DAYS.match(plain, number.end)
        if aboard and (aboard["board"] or aboard["what"] in {"passengers", "pasajeros"}):
            what = "aboard" if aboard["board"] else "passengers"
            yield Fate("count", (), number.start, aboard.end(), number=number.value, what=what)
        if days and (lasted := LASTED.search(plain, 0, number.start)):
            yield Fate("count", (), lasted.start(), days.end(), number=number.value, what="days of siege")
        before, behind = SURVIVED.search(plain, 0, number.start), RESCUED.match(plain, number.end) if days else None
        if days and (before or (behind and AFTER.search(plain, 0, number.start))):
            start, end = before.start() if before else plain.rfind(" ", 0, number.start - 1) + 1, behind.end() if behind else days.end()
            yield Fate("count", (), start, end, number=number.value, what="days to rescue")


def _fate(kind: str, plain: str, m: re.Match[str], end: int, number: int | None = None, what: str = "") -> Fate:
    people = read_people(m["who"])
    start = min(m.start("who"), m.start("verb"))
    if not people and m["who"].lower() not in PRONOUNS and not CULPRIT.fullmatch(m["who"]):
        start = m.start("verb")
    if kind in {"acquittal", "conviction"}:
        start = m.start()
    lead = LEAD.search(plain, max(0, start - 40), start)
    year = _read_when(plain, m.end(), end, lead)
    return Fate(
        kind,
        people,
        lead.start("lead") if lead else start,
        end,
        year,
        read_where(plain, m.end(), end),
        number,
        what,
        bool(CULPRIT.fullmatch(m["who"])),
        _read_cause(plain[m.end() : end]),
    )


def _read_cause(clause: str) -> str:
    found = re.search(r"\b(?:for|of|por) (?!(?:life|a |an |\d|years|at least|good)\b)(?P<cause>[a-z][^,]*)", clause)
    return found["cause"] if found else ""


def _end_of_clause(plain: str, at: int) -> int:
    found = END.search(plain, at)
    return found.start() if found else len(plain)


def _read_when(plain: str, at: int, end: int, lead: re.Match[str] | None = None) -> int | None:
    """The one year of a clause, behind its verb or at the head of the sentence; None where there are several, or it dates another thing."""
    years = ANY_YEAR.findall(plain, at, end)
    if not years:
        return int(lead["year"]) if lead else None
    found = WHEN.search(plain, at, end)
    if len(years) > 1 or found is None or OTHER_TIME.search(plain, at, found.start()):
        return None
    return int(found["year"])


def read_where(plain: str, at: int, end: int) -> tuple[str, ...]:
    """Names of places behind "in" and the like, in a stretch of text without accents."""
    found = (m for m in WHERE.finditer(plain, at, end) if not OTHER_TIME.search(plain, at, m.start()))
    return tuple(m["place"].rstrip(".") for m in found if not re.match(MONTH, m["place"], re.IGNORECASE))


_TERM = re.compile(
    r"(?P<life>\blife\b(?! of)|cadena perpetua|prision perpetua)|(?P<death>\bdeath\b|\bmuerte\b)|(?P<years>years?\b|anos\b|decades?\b)"
)
_OPEN = re.compile(
    r"\b(?:minimum|at least|years? to life|parole|suspended|minimo|al menos|more than|over|up to|or|probation|nearly|almost|casi)\b"
)


def _read_term(clause: str, kind: str) -> int | None:
    """Years, LIFE or DEATH; None where the clause leaves it open ("25 years to life") or says several."""
    if _OPEN.search(clause):
        return None
    terms = list(_TERM.finditer(clause))
    if len(terms) != 1:
        return None
    term = terms[0]
    if kind == "sentence" and not term["years"]:
        return LIFE if term["life"] else DEATH
    numbers = [n for language in ("en", "es") for n in read_numbers(clause[: term.start()].replace("-", " "), language)]
    values = {n.value for n in numbers}
    if len(values) != 1 or not term["years"]:
        return None
    return values.pop() * (10 if term["years"].startswith("decade") else 1)


_ACTS = {
    "detenid": "arrested", "arrestad": "arrested", "capturad": "caught", "juzgad": "tried", "condenad": "convicted", "acusad": "charged",
    "encarcelad": "jailed",
}  # fmt: skip


def _denied_act(m: re.Match[str]) -> str:
    if m["acto"]:
        return _ACTS[re.sub(r"[oa]s?$", "", m["acto"])]
    return m["act"] or ("jailed" if m["jail"] else "tried")


_INITIAL = re.compile(r"[A-Z]\.?")


def read_people(row: str) -> tuple[Named, ...]:
    """ "Ron and Dan Poe" are two Poes; "Ron Poe and Ida Vik" are one of each. Empty for a pronoun or where no name stands."""
    if row.endswith(("brothers", "hermanos")):
        return (BROTHERS,)
    people: list[Named] = []
    for part in reversed(re.split(r", and |, y |, | and | y | e ", row)):
        names = [
            w.strip(".").removesuffix("'s").lower()
            for w in part.split()
            if w[:1].isupper() and w.strip(".") not in NO_NAME and not _INITIAL.fullmatch(w)
        ]
        if not names:
            continue
        alone = len(names) == 1
        if alone and people and people[-1].first is not None:
            people.append(Named(people[-1].surname, names[0]))  # or a surname of its own, which no record has with that forename
            continue
        people.append(Named(names[-1], None if alone else names[0]))
    return tuple(reversed(people))


def name_person(fate: Fate, name: str) -> Fate:
    """The fate with the surname ``name`` for a pronoun; one that names somebody, or is of nobody, is left alone."""
    if fate.people or fate.kind in OF_THINGS:
        return fate
    return replace(fate, people=(BROTHERS if name.lower() == BROTHERS.surname else Named(name.lower()),))


def write_stated(text: str, who: str | None) -> str:
    """The words of a statement, behind the surname of whom a pronoun in them stands for: "Poe: she was arrested"."""
    stated = text.strip(" ,;:")
    return f"{who.capitalize()}: {stated}" if who else stated


def split_stated(text: str) -> tuple[str | None, str]:
    """The surname that write_stated put before the words, None where it put none, and the words."""
    name, mark, words = text.partition(": ")
    return (name, words) if mark and " " not in name and name[:1].isupper() else (None, text)
