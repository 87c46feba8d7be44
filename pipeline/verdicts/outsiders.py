"""Somebody else than those whom the work is about: a name that is on no list.

A name counts only where the record names one or a few people whom the work is about and lists a well-filled cast, of which nobody shares
a part of it or has a like surname, and where the sentence names nobody on record. No cast list is complete, and real people have birth
names and pen names: of a true story about a real person, another name counts only where what is told of it differs wholly (unnamed.py).
"""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

from pipeline.models import Claim, Fact, Show
from pipeline.records.folding import words
from pipeline.records.occupations import CALLINGS
from pipeline.records.place_names import find_places
from pipeline.verdicts.descriptions import read_head
from pipeline.verdicts.parts import WELL_LISTED
from pipeline.verdicts.record_words import texts_on_people, words_of
from pipeline.verdicts.unnamed import ABOUT, differs_wholly, is_about

_TITLE = r"(?:(?:Detective|Inspector|Sergeant|Captain|Officer|Agent|Doctor|Dr\.?|Mr\.?|Mrs\.?|Ms\.?|Professor|Father|Sister|Judge) )?"
_NAME = re.compile(rf"^(?:the (?:[a-z-]+ ){{1,3}})?{_TITLE}((?:[A-ZÀ-Þ][\w’'-]+ ){{1,3}}[A-ZÀ-Þ][\w’'-]+)(?=,| who\b| que\b| as\b|$)")
_LEAD = re.compile(r"\bprotagonistas?\b", re.IGNORECASE)  # who plays the part, as often as not
FULL_NAME = 2  # parts


def is_outsider(claim: Claim, text: str, facts: tuple[Fact, ...], show: Show) -> bool:
    """Is it said to be about somebody with a full name, of whom the record knows nothing, though it knows the people well?"""
    name = _NAME.match(text)
    if name is None or claim.pattern not in ABOUT or not is_about(claim, facts) or find_places(name[1]) or _LEAD.search(claim.sentence):
        return False
    cast = [f for f in show.facts_of("cast_member") if f.character]
    if len(cast) < WELL_LISTED or not all(re.search(r"\b[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ]", str(f.value)) for f in facts):
        return False
    told = [w for w in words(name[1]) if len(w) > 2]
    if len(told) < FULL_NAME or told[-1] in words_of(show) or _may_be_on_record(told, show):
        return False
    if _names_somebody(claim.sentence.replace(name.group(), " "), show):
        return False
    return not _is_of_a_real_person(facts, show) or differs_wholly(read_head(text[name.end() :].lstrip(" ,")), facts, show)


def _may_be_on_record(told: list[str], show: Show) -> bool:
    """Is a given name one on record, or the surname another spelling of one ("Khomiuk")?"""
    people = {w for text in (*texts_on_people(show), *show.characters) for w in _names(text)}
    return bool(set(told) & people) or any(Levenshtein.distance(told[-1], w, score_cutoff=LETTERS) <= LETTERS for w in people)


def _names_somebody(sentence: str, show: Show) -> bool:
    """Does it name anybody else whom the record knows, who plays one of them, or whose life it tells?"""
    titles = {w for title in (show.title, *show.titles) for w in words(title)}
    known = {w for f in show.facts for text in (f.author, f.character, f.real_person) if text for w in _names(text)}
    known |= {w for f in show.facts_of("protagonist", "cast_member") for w in _names(str(f.value))}
    return bool((_names(sentence) & known) - titles)


def _names(text: str) -> set[str]:
    """Capitalised words, folded, without titles and trades."""
    return {w for name in re.findall(r"\b[A-ZÀ-Þ][\w’'-]+", text) for w in words(name) if len(w) > 2 and w not in CALLINGS} - _NO_NAMES


_NO_NAMES = frozenset({"the", "and", "for", "his", "her", "its", "one", "two", "los", "las", "una", "who", "with", "from", "this", "that"})
LETTERS = 2  # by which two spellings of one surname differ


def _is_of_a_real_person(facts: tuple[Fact, ...], show: Show) -> bool:
    """Is one of those whom it is about real under that name, or, in a true story, not known to be invented?"""
    basis = {str(f.value) for f in show.facts_of("story_basis")}
    if not basis & {"true story", "inspired by real events"}:
        return False
    line = {w for f in facts for w in _names(str(f.value))}
    played = [f.real_person for f in show.facts_of("cast_member") if f.real_person and line & _names(f.character or "")]
    return any(set(words(person)[:1]) & line for person in played) or (not played and "true story" in basis)
