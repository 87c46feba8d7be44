"""Fates that the record speaks against: who is said to have died, been freed, sentenced or never caught, and is on record otherwise.

A sentence is read only where it tells what happened: none that asks, tells of the work or its plot, leaves it open, or passes on what
others say. What the record says nothing against is left alone, so that nothing found here can be worth more than a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.entities import Sentence
from pipeline.claims.patterns import Found
from pipeline.models import ObjectValue, Show
from pipeline.records.conflicts import find_conflict
from pipeline.records.fate_wordings import MONTH, NAME
from pipeline.records.fates import BROTHERS, OF_THINGS, Fate, name_person, read_fates, read_people, to_plain, write_stated
from pipeline.records.folding import fold
from pipeline.records.gazetteer import look_up
from pipeline.records.lives import find_convict, read_lives
from pipeline.records.nationalities import read_country
from pipeline.records.of_the_work import tells_of_the_work
from pipeline.records.retold import find_retold

_ATTRIBUTED_TEXT = """
    according claim claims claimed rumour rumours rumor rumors reportedly alleged allegedly supposedly supposed believe believes believed
    thought theory theories myth legend said says insists insisted wrongly mistakenly mistaken incorrect incorrectly contrary false
    falsely untrue if unless would could might almost nearly instead whether imagine imagines dream dreams segun dicen dice supuestamente
    supuesto supuesta creen cree rumores habria podria casi falso falsa aunque
"""
_OPEN = re.compile(rf"\b(?i:{'|'.join(_ATTRIBUTED_TEXT.split())})\b|\bmay\b|\bnot true\b|\bno es cierto\b|[?]")
# What is still so in a clause behind these may be so in the story alone: "while he is still alive".
_WHILE = re.compile(r"\b(?:while|when|as long as|until|mientras|cuando|hasta que) (?:[A-Za-z'-]+ ){0,3}$", re.IGNORECASE)
_RUN = re.compile(NAME)
_SENTENCE = re.compile(r"[.!?] ")
_IS_MONTH = re.compile(MONTH, re.IGNORECASE)


def find_fates(sentence: Sentence, show: Show) -> Iterator[tuple[int, int, Found]]:
    """Each fate that the record speaks against, with its stretch of the sentence."""
    facts = show.facts_of("real_event")
    text = sentence.block.text[sentence.start : sentence.end]
    if not facts or sentence.block.index == 0 or _OPEN.search(plain := to_plain(text)):
        return
    of_the_work = tells_of_the_work(plain)
    told: list[tuple[int, int]] = []
    for fate in read_fates(text):
        if any(fate.start < end and start < fate.end for start, end in told) or _WHILE.search(plain[: fate.start]):
            continue
        if of_the_work and fate.kind != "happening":
            continue
        who = None if fate.people or fate.kind in OF_THINGS else _resolve(sentence, fate, show)
        if find_conflict(name_person(fate, who) if who else fate, show) is not None:
            told.append((fate.start, fate.end))
            yield fate.start, fate.end, _found(sentence, fate, who)
    for again in () if of_the_work else find_retold(text, facts):
        if not any(again.start < end and start < again.end for start, end in told):
            yield again.start, again.end, _quote(sentence, again.start, again.end)


def _found(sentence: Sentence, fate: Fate, who: str | None) -> Found:
    found = _quote(sentence, fate.start, fate.end, who)
    value = found.object
    if fate.year is not None:
        value["when"] = str(fate.year)
    if fate.places:
        value["where"] = fate.places[0]
    return found


def _quote(sentence: Sentence, first: int, last: int, who: str | None = None) -> Found:
    start, end = (sentence.to_typed(sentence.start + at) for at in (first, last))
    value: dict[str, ObjectValue] = {"value": write_stated(sentence.text(start, end), who)}
    return Found("real_event", value, start, end, start, end)


def _resolve(sentence: Sentence, fate: Fate, show: Show) -> str | None:
    """Whom "he" means: the one person whom the sentence names before, or else the nearest earlier one of the paragraph that names any.

    None where two people are named there, or somebody whom no real event on record names. "The killer", and whoever was never caught or
    stood before a jury in a paragraph that names nobody, is the one person whom the record has before the law.
    """
    facts = show.facts_of("real_event")
    if fate.culprit:
        return find_convict(facts)
    bearers = read_lives(facts).bearers
    known = {*bearers, *(first for firsts in bearers.values() for first in firsts)}  # either may stand alone
    before = _ASIDE.sub(" ", to_plain(sentence.block.text[: sentence.start + fate.start]))
    for piece in reversed(_SENTENCE.split(before)):
        if _BROTHERS.search(piece):
            return BROTHERS.surname
        people = {p.surname for m in _RUN.finditer(piece) if _may_be_person(m.group(), show) for p in read_people(m.group())}
        if people:
            return people.pop() if len(people) == 1 and people <= known else None
    return find_convict(facts) if fate.kind in {"denial", "jury verdict"} else None


_ASIDE = re.compile(r"\([^()]*\)")
_BROTHERS = re.compile(r"\b[Tt]he (?:two )?brothers\b|\b[Ll]os hermanos\b")


def _may_be_person(run: str, show: Show) -> bool:
    """Not a place, a month, a people, a title of the work or a word in capitals."""
    if run.isupper() or _IS_MONTH.fullmatch(run) or read_country(run):
        return False
    return not look_up(fold(run)) and all(fold(run) != fold(t) for t in show.titles)
