"""What a record's real events say of each person: deaths, arrests, verdicts, sentences and the like, each with its years and its fact."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil

from pipeline.models import Fact, Show
from pipeline.records.dates import read_years
from pipeline.records.events import Event, read_events
from pipeline.records.fate_wordings import NAME, WORD
from pipeline.records.fates import BROTHERS, DEATH, LIFE, Named, read_people, to_plain
from pipeline.records.numerals import read_numbers

_SUBJECT = re.compile(
    rf"(?:(?:^|; )(?:The (?:real |inmate )?|[A-Z][a-z]+'s [a-z-]+ )?)"
    rf"(?P<row>(?:{NAME}(?:(?:, {NAME}){{0,3}},? and {NAME})?)|brothers|sisters)"
    r"(?=,? (?!and [A-Z])[a-z0-9])"
)
_TURN = re.compile(r"\b(?:who|which|whose|while|after|when|because|but|that|he|she|they)\b")
_PASSIVE = r"(?:\b(?:was|were|is|are|been|and|later|then)|,) (?:[a-z]+ )?"
_DEEDS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("arrest", rf"{_PASSIVE}(?:arrested|caught|captured|detained)\b(?! (?:[A-Z]|him|her|them))"),
        ("charge", rf"{_PASSIVE}(?:charged|indicted)\b"),
        ("trial", rf"{_PASSIVE}tried\b"),
        ("conviction", rf"{_PASSIVE}(?:convicted|found guilty)\b|\b(?:pleads?|pleaded) guilty\b|\bAlford plea\b"),
        ("acquittal", rf"{_PASSIVE}(?:acquitted|cleared|found not guilty)\b"),
        (
            "sentence",
            rf"{_PASSIVE}(?:re)?sentenced\b|\bgiven [^;]{{1,30}}life terms?\b|\b(?:serves|serving|served|spent) (?:life\b|[^;]{{1,30}}"
            r"(?:years?|months|decades?)\b[^;]{0,20}(?:prison|jail|sentence))",
        ),
        ("custody", r"\b(?:serves life|serving life|still in prison|on death row|under sentence of death)\b"),
        ("release", rf"{_PASSIVE}(?:released|paroled|freed|deported)\b|\b(?:goes|went|walked|walks) free\b"),
        ("death", r"(?:,|\band) died\b|\b(?:was|were|is|are) (?:[a-z]+ ){1,3}and (?:shot dead|killed|hanged|executed)\b"),
    )
)
_ARRESTED = re.compile(rf"\barrest of (?P<who>{NAME})")
_RELEASED = re.compile(rf"\b(?P<who>{NAME})'s release\b|\brelease of (?P<of>{NAME})")
_SENTENCED = re.compile(rf"\b(?:re)?sentenced (?:the )?(?P<who>{NAME}|brothers) to\b")
_KIN_KILLED = re.compile(r"\b(?:killed|murdered|shot|stabbed)(?: dead)? (?:his|her|their) (?P<kin>[a-z]+)")
_FOUND_GUILTY = re.compile(rf"\b(?:jury|court|judge) (?:found|convicted) (?P<who>{NAME})(?: (?:guilty)| of)\b")
_IN_CUSTODY = re.compile(r"\b(?:in prison|in jail|in custody|death row|sentence of death|behind bars|prisoner)\b")
EXECUTED = re.compile(r"\b(?:executed|execution|hanged|put to death|electric chair)\b")
_NOT_SERVED = re.compile(r"\b(?:suspended|probation|house arrest|in absentia)\b")
_LENGTH = re.compile(r"(?P<life>\blife\b)|(?P<death>\bdeath\b)|[ -](?P<unit>years?|months?|decades?)\b")
LEGAL = frozenset({"arrest", "charge", "trial", "conviction", "acquittal", "sentence", "custody", "release", "escape", "term"})
# kinds of events.py that are deeds of a life; whoever gives evidence need not be on trial
_OF_EVENTS = frozenset({"death", "arrest", "conviction", "acquittal", "release", "escape", "testimony"})


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing that a fact says of somebody; ``spans``: the years of it, ``terms``: the sentences of it as in Fate.number."""

    kind: str
    people: tuple[Named, ...]
    spans: tuple[tuple[int, int], ...]
    fact: Fact
    terms: tuple[tuple[int, int], ...] = ()
    executed: bool = False
    in_custody: bool = False


@dataclass(frozen=True, slots=True)
class Lives:
    """All that the facts say. ``bearers``: forenames on record by surname, none where it only stands alone; ``siblings``: the
    brothers."""

    deeds: tuple[Deed, ...]
    facts: tuple[Fact, ...]
    bearers: dict[str, frozenset[str]]
    siblings: tuple[Named, ...] = ()

    def find_deeds(self, person: Named, *kinds: str) -> tuple[Deed, ...]:
        """Of this very person; none where a surname alone may mean several people who have such deeds."""
        found = [d for d in self.deeds if d.kind in kinds and any(_is_one(person, p) for p in d.people)]
        firsts = {p.first for d in found for p in d.people if p.surname == person.surname and p.first}
        return () if person.first is None and len(firsts) > 1 else tuple(found)

    def is_clear(self, person: Named) -> bool:
        """Is it plain who is meant: a full name, or a surname that one person on record bears?"""
        return person.first is not None or len(self.bearers.get(person.surname, frozenset())) <= 1

    def mentions_year(self, person: Named, year: int) -> bool:
        """Does any fact that names the person name that year, as an end of its spans or anywhere in its note?"""
        about = [f for f in self.facts if person.surname in to_plain(write_line(f)).lower()]
        ends = {end for f in about for span in read_years(f"{f.value} . {f.when or ''}") for end in span}
        return year in ends or any(a <= year <= b for f in about for a, b in read_years(f.note or ""))

    def knows_name(self, person: Named, show: Show) -> bool:
        """Is it the person whom the record means by the surname: does it, its title or its line on the protagonist, give that forename?"""
        if person.first is None or person.first in self.bearers.get(person.surname, ()):
            return True
        lines = (*show.titles, *(str(f.value) for f in show.facts_of("protagonist")))
        full = re.compile(rf"\b{re.escape(person.first)} (?:[a-z.]+ )?{re.escape(person.surname)}\b")
        return any(full.search(to_plain(line).lower()) for line in lines)


def find_on_record(person: Named, lives: Lives) -> tuple[Named, ...]:
    """As the record has the person; "Vik and Ida Poe" are a Vik and a Poe where the record knows a Vik by surname, and a forename alone is
    whoever bears it there."""
    if person == BROTHERS:
        return lives.siblings
    if person.first in lives.bearers and person.surname in lives.bearers and person.first not in lives.bearers[person.surname]:
        return (Named(person.first or ""),)
    if person.surname in lives.bearers:
        return (person,)
    of_forename = [surname for surname, firsts in lives.bearers.items() if person.surname in firsts]
    return (Named(of_forename[0], person.surname),) if person.first is None and len(of_forename) == 1 else ()


def find_convict(facts: tuple[Fact, ...]) -> str | None:
    """The surname of the one person whom the record has caught, tried or sentenced; None where there are several."""
    found = {p.surname for d in read_lives(facts).deeds if d.kind in LEGAL for p in d.people}
    return found.pop() if len(found) == 1 else None


def _is_one(a: Named, b: Named) -> bool:
    return a.surname == b.surname and (a.first is None or b.first is None or a.first == b.first)


@lru_cache(maxsize=200)
def read_lives(facts: tuple[Fact, ...]) -> Lives:
    """Everything the facts say, read once per record."""
    siblings = _find_siblings(facts)
    deeds = [deed for f in facts if not f.disputed for deed in _read_deeds(f, siblings)]
    named = [p for f in facts for m in re.finditer(NAME, to_plain(str(f.value))) for p in read_people(m.group())]
    bearers: dict[str, set[str]] = {}
    for p in (*named, *(p for deed in deeds for p in deed.people)):
        bearers.setdefault(p.surname, set()).update({p.first} if p.first else ())
    return Lives(tuple(deeds), facts, {surname: frozenset(firsts) for surname, firsts in bearers.items()}, siblings)


def _find_siblings(facts: tuple[Fact, ...]) -> tuple[Named, ...]:
    """Whom "the brothers" means: the people of one surname in the first row of such on record."""
    if not any(re.search(r"\b(?:brothers|sisters)\b", str(f.value)) for f in facts):
        return ()
    rows = (read_people(m["row"]) for f in facts for m in _SUBJECT.finditer(to_plain(str(f.value))))
    return next((row for row in rows if len(row) > 1 and len({p.surname for p in row}) == 1), ())


def _read_deeds(fact: Fact, siblings: tuple[Named, ...]) -> Iterable[Deed]:
    text = to_plain(str(fact.value))
    events = read_events(str(fact.value), fact.when or "")
    for event in events:
        if event.start > min(e.start for e in events) and event.years == read_years(fact.when or ""):
            event = replace(event, years=())  # the fact's date is that of what it tells first
        if event.kind in _OF_EVENTS and event.who and not event.denied:
            yield _to_deed(event, fact, text)
    for m in _SUBJECT.finditer(text):
        people = siblings if m["row"] in {"brothers", "sisters"} else read_people(m["row"])
        end = text.find(";", m.end())
        clause = text[m.end() : end if end >= 0 else len(text)]
        if people:
            yield from _in_clause(clause, people, fact, m.start() == 0)
    for m in _SENTENCED.finditer(text):
        people = siblings if m["who"] == "brothers" else read_people(m["who"])
        yield Deed("sentence", people, read_years(fact.when or ""), fact, _read_terms(text[m.end() :]))
    for pattern, kind in ((_ARRESTED, "arrest"), (_RELEASED, "release"), (_FOUND_GUILTY, "conviction")):
        for m in pattern.finditer(text):
            people = read_people(next(g for g in m.groups() if g))
            yield Deed(kind, people, read_years(fact.when or ""), fact)


def _in_clause(clause: str, people: tuple[Named, ...], fact: Fact, is_first: bool) -> Iterable[Deed]:
    """What the clause says of its subject; the fact's own date is that of its first clause, and of nothing "later" in it."""
    own, dated = read_years(clause), read_years(fact.when or "") if is_first else ()
    for kind, pattern in _DEEDS:
        found = pattern.search(clause)
        if found is None or _TURN.search(clause, 0, found.start()) or re.search(r"\b(?:not|never)\b", clause[: found.end()]):
            continue
        terms = _read_terms(clause[found.start() :]) if kind == "sentence" else ()
        spans = own if "later" in clause[: found.end()].split() else (*own, *dated)
        yield Deed(kind, people, spans, fact, terms, executed=bool(EXECUTED.search(found.group())))
        if terms and not _NOT_SERVED.search(clause):
            yield Deed("term", people, spans, fact, terms)
    kin = _KIN_KILLED.search(clause)
    if kin and not _TURN.search(clause, 0, kin.start()):
        yield Deed(f"killed {kin['kin']}", people, (*own, *dated), fact)
    served = re.search(r"\b(?:served|spent) ", clause)
    if served and not _TURN.search(clause, 0, served.start()) and re.search(r"\b(?:prisons?|jail|sentence)\b", clause):
        yield Deed("served", people, (*own, *dated), fact, _read_terms(re.split(r" of an? | until", clause[served.start() :])[0]))


def _to_deed(event: Event, fact: Fact, text: str) -> Deed:
    """An event with whoever stands in a row before the name that it has."""
    people = [Named(event.who or "", event.first)]
    before = re.search(rf"\b(?P<first>{WORD}) and $", text[: event.start])
    if before and event.first:
        people.append(Named(event.who or "", before["first"].lower()))
    line = text[event.start : event.end]
    in_custody = bool(_IN_CUSTODY.search(line + text[event.end :]))
    return Deed(event.kind, tuple(people), event.years, fact, executed=event.executed, in_custody=in_custody)


def _read_terms(clause: str) -> tuple[tuple[int, int], ...]:
    """Spans of years: "between four and twelve years" is (4, 12), "fifty years to life" (50, 50) and LIFE."""
    spans: list[tuple[int, int]] = []
    at = 0
    for m in _LENGTH.finditer(clause):
        if m["unit"]:
            piece = re.sub(r"\b(?:and|to|or|-)\b", ",", clause[at : m.start()].replace("-", " "))
            values = [n.value for n in read_numbers(piece, "en")] + ([1] if re.search(r"\b(?:one|a) *$", piece) else [])
            factor = {"d": 10.0, "m": 1 / 12, "y": 1.0}[m["unit"][0]]
            if values:
                spans.append((int(min(values[-2:]) * factor), ceil(max(values[-2:]) * factor)))
        else:
            spans.append((LIFE, LIFE) if m["life"] else (DEATH, DEATH))
        at = m.end()
    return tuple(spans)


def write_line(fact: Fact) -> str:
    return f"{fact.value} . {fact.when or ''} . {fact.note or ''}"
