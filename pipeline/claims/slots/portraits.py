"""Whether somebody real stands behind a character, read by likelihood: the model says of whom it is told, plain words say what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.claims.entities import Sentence
from pipeline.claims.patterns import Found
from pipeline.claims.relations.characters import is_only_a_version, name_character
from pipeline.claims.slots.findings import LEAST, RIVAL, UNSURE, Likely, Slot, find_extent, make_likely
from pipeline.claims.slots.portrait_words import DENIES, INVENTED, LIVES, NOBODY_BEHIND, REAL, THE_REAL, THERE_WAS_NO, WITHOUT_MODEL
from pipeline.claims.slots.words import Words
from pipeline.models import ObjectValue, Polarity

LEAST_DENIED = 0.8  # likelihood of a denial, so that a word for an invention is taken to be said of this character
SURE = "slot.portrait"
DENIAL: Polarity = "negated"
ANYBODY = "a real person"

_REALITY = re.compile(
    r"\b(?:real|actual|true|genuine|exist\w*|lived|invent\w*|fiction\w*|fictitious|composite|amalgam|figment|creat\w*|imagin\w*|made-up|"
    r"(?:made|dreamt|dreamed|cooked|thought) up|fabricat\w*|flesh|modell?ed|counterpart|basis|"
    r"based (?:on|after|from) (?:any|no)\w*|stands? for any\w*|verdader[oa]|verdad|real\w*|ficticio|ficticia|ficcion|vivio|existi\w+|carne|"
    r"se (?:corresponde|inspira|basa)n?)\b"
)
# fewer than in kinship.TIE: "a real doctor", "una mujer real" are the character itself
_RELATIVE = r"(?:wife|husband|mother|father|sister|brother|daughter|son|friend|boss|partner)"
# Said of a part of the character or in part, of somebody beside it, or of what was made of it
_IN_PART = re.compile(
    r"\b(?:in part|part(?:ly|ially)|largely|mostly|somewhat|loosely|half|version|names?|scenes?|romance|relationship|affair|marriage|"
    r"dialogue|subplot|storyline|details?|aspects?|moments?|backstory|biograph\w+|almost|nearly|based|inspired|modell?ed|drawn|"
    rf"{_RELATIVE}|rather|if|whether|"
    r"parte|escenas?|nombres?|inspirad[oa]|basad[oa]|si)\b"
)
# "Jo Roe - the family's boss -": who it is, not whose somebody else is
_APPOSED = re.compile(
    r"(?<=>)(?:,| -| ~| \() (?:the|an?|his|her|their|<[XLOS]\d+>(?:'s)?) (?:[a-z-]+ ){0,2}"
    rf"{_RELATIVE}\b"
)
_SAME_NAME = re.compile(r"\bunder (?:exactly )?(?:that|this|the same) (?:very |same )?name\b")  # not the name alone is real
_ANOTHER = re.compile(r"<P\d+>")
_AND_ANOTHER = re.compile(r",? (?:and|or|nor|y|ni|&) (?:[a-z]+ ){0,2}<[PS]\d+>,? ?(?:(?:both|too|also|alike),? )?")
REACH = 110  # typed characters between the character and the words


def read_portraits(sentence: Sentence, laid: Words, slots: Sequence[Slot]) -> Iterator[Likely]:
    """Characters told to be real or invented; and, never enough to be read by itself, how likely it is that one is told to be either."""
    read = set()
    for slot in slots:
        if slot.part in {"character", "real_person"} and slot.number not in read and _is_character(sentence, slot):
            for likely in _read_plain(sentence, laid, slot):
                read.add(slot.number)
                yield likely
    if not _REALITY.search(sentence.typed):
        return
    for slot in slots:
        if slot.part == "real_person":
            yield _read_faint(sentence, laid, slot)
        if slot.part == "character" and slot.denied >= LEAST_DENIED and _is_character(sentence, slot):
            likely = _read_faint(sentence, laid, slot)
            likely.found.polarity = DENIAL
            yield replace(likely, likelihood=slot.denied, denied=1.0)


def _read_faint(sentence: Sentence, laid: Words, slot: Slot) -> Likely:
    """Too faint to be read by itself; it reaches over the words behind the name, so that it meets what a pattern finds there."""
    name = name_character(sentence, sentence.entities[slot.number])
    likely = make_likely(sentence, laid, f"{UNSURE}portrait", "cast_member", {"character": name, "real_person": name}, [slot])
    likely.found.end = max(likely.found.end, min(len(sentence.typed), find_extent(sentence, laid, slot.number)[1] + REACH))
    return likely


def _is_character(sentence: Sentence, slot: Slot) -> bool:
    """Somebody on record as one, or named by a part of the name, and no actor."""
    entity = sentence.entities[slot.number]
    return slot.likelihood >= LEAST and (entity.is_played() or not entity.plays())


def _read_plain(sentence: Sentence, laid: Words, slot: Slot) -> Iterator[Likely]:
    """The one statement that plain words make of the character, if nothing in the clause turns it."""
    start, end = find_extent(sentence, laid, slot.number)
    lived = _find_lived(sentence, start, end) if slot.part == "real_person" and slot.denied < LEAST_DENIED else None
    without = None if lived or slot.denied < RIVAL else _find_without_model(sentence, start, end)
    said = lived or without or (_find_invented(sentence, start, end) if slot.denied >= RIVAL else None)
    if said is None or (not lived and is_only_a_version(sentence, said[1])):
        return
    first, last = min(start, said[0]), max(end, said[1])
    if not without and _IN_PART.search(_SAME_NAME.sub(" ", _APPOSED.sub(" ", sentence.typed[first:last], count=1))):
        return
    if _ANOTHER.search(sentence.typed[end : said[0]]):  # "Jo Roe, whom Ann Poe plays, is invented": two statements
        first = said[0]
    character = name_character(sentence, sentence.entities[slot.number])
    value: dict[str, ObjectValue] = {"character": character, "real_person": ANYBODY if without else character}
    found = Found("cast_member", value, first, last, *said, polarity=None if lived else DENIAL)
    if lived:
        yield Likely(SURE, found, slot.likelihood, slot.not_own, slot.denied)
    else:
        sure = slot.denied >= LEAST_DENIED
        yield Likely(SURE if sure else f"{UNSURE}portrait", found, slot.denied, slot.not_own, denied=1.0)


def _find_lived(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """Where words say that the character lived: behind the name, or "the real" right before it and a life behind."""
    beside = _find_beside(REAL, sentence, end)
    if beside is not None and not DENIES.search(sentence.typed[end : beside[0]]):
        return beside
    before = THE_REAL.search(sentence.typed[:start])
    return (before.start(), end) if before and LIVES.match(sentence.typed[end:]) and not DENIES.search(sentence.typed[:start]) else None


def _find_without_model(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """Where words say that nobody at all stands behind the character."""
    before = NOBODY_BEHIND.search(sentence.typed[:start])
    return _find_beside(WITHOUT_MODEL, sentence, end) or ((before.start(), end) if before else None)


def _find_invented(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    there = THERE_WAS_NO.search(sentence.typed[:start])
    return _find_beside(INVENTED, sentence, end) or ((there.start(), end) if there else None)


def _find_beside(wanted: re.Pattern[str], sentence: Sentence, end: int) -> tuple[int, int] | None:
    """Where such words stand behind the character, with no other played character (but one of whom it is
    said as well) and no end of a clause between; else None."""
    found = wanted.search(sentence.typed, end, end + REACH)
    if found is None:
        return None
    between = sentence.typed[end : found.start()]
    others = (sentence.entities[int(n)] for n in re.findall(r"<[PS](\d+)>", between))
    apart = any(e.is_played() for e in others) and not _AND_ANOTHER.fullmatch(between)
    return None if apart or re.search(r"[;:?]", between) or _NEW_SUBJECT.search(between) else found.span()


# "..., so his testimony in the finale is an invention": of the testimony
_NEW_SUBJECT = re.compile(
    r"\b(?:so|and|but|because|since|while|whereas|y|pero|porque|mientras) (?:his|her|their|the|its|this|that|su|sus|el|la|los|las) [^,]*$"
)
