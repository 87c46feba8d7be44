"""Whether somebody real stands behind a character, read by likelihood: the model says of whom it is told, plain words say what."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.claims.entities import Sentence
from pipeline.claims.patterns import Found
from pipeline.claims.relations.characters import is_only_a_version, name_character
from pipeline.claims.slots.findings import LEAST, RIVAL, UNSURE, Likely, Slot, find_extent, make_likely
from pipeline.claims.slots.words import Words
from pipeline.models import ObjectValue, Polarity

LEAST_DENIED = 0.8  # likelihood of a denial, so that a word for an invention is taken to be said of this character
SURE = "slot.portrait"
DENIAL: Polarity = "negated"

_REALITY = re.compile(
    r"\b(?:real|actual|true|genuine|exist\w*|lived|invent\w*|fiction\w*|fictitious|composite|imagin\w*|made-up|"
    r"(?:made|dreamt|dreamed|cooked) up|"
    r"verdader[oa]|verdad|ficticio|ficticia|ficcion|existio)\b"
)
_PERSON = (
    r"(?:person|people|man|men|woman|women|figure|character|girl|boy|one|nurse|doctor|officer|agent|reporter|journalist|lawyer|attorney|"
    r"detective|teacher|colleague|employee|worker|investigator|physicist|scientist|custodian|foreman|enforcer|physician|soldier|victim|"
    r"survivor|human being)"
)
# What is said of a character that nobody stands behind ...
_INVENTED = re.compile(
    r"\b(?:never (?:actually |really )?(?:existed|lived|walked the earth)|(?:did|does) ?(?:n[o']t|not) (?:actually |really )?exist|"
    rf"(?:was|is|were|are) (?:never|not|no) (?:an? )?(?:real|actual)(?:[- ]life)?(?: {_PERSON})?|"
    r"(?:was|were|is|are|been|being) (?:[a-z]+ly )?(?:invented|made up|dreamt up|dreamed up|cooked up|conjured up)|"
    r"(?:pure|complete|total|sheer|entire) (?:fiction|invention|fabrication|fantasy)|"
    r"(?:pure|[a-z]+ly) (?:fictional|fictitious|imaginary|made[ -]up|invented)|"
    r"(?:is|was|are|were) (?:an? )?(?:fictional|fictitious|invention|fabrication|figment|composite|amalgam)|"
    r"(?:fictional|fictitious|made-up|invented) (?:character|creation|figure|person)|"
    r"an? (?:composite|amalgam|figment|invention|product) of|"
    r"no (?:such )?(?:person|man|woman|one|body)? ?(?:by (?:that|this) name )?(?:ever )?existed|"
    r"(?:es|era|son|eran|fue) (?:un |una )?(?:personaje |figura )?(?:[a-z]+mente )?(?:inventad[oa]s?|ficticio|ficticia|invencion|"
    r"imaginari[oa])|(?:no|nunca|jamas) existio|pura (?:invencion|ficcion)|personaje (?:[a-z]+mente )?(?:inventado|ficticio))\b"
)
_THERE_WAS_NO = re.compile(r"\bthere (?:was|is|never was|has never been) (?:no|never|any) (?:such )?(?:[a-z]+ ){0,3}?$")
# ... and of one who lived
_REAL = re.compile(
    rf"\b(?:(?:is|was|are|were|as|too was|also) (?:also |indeed |in fact |very much |of course )?(?:an? )?(?:very )?"
    rf"(?:real|actual|real-life|genuine)(?:-life)? (?:<[A-Z]\d+> )?(?:[a-z-]+ ){{0,2}}?(?:<[LOX]\d+> )?{_PERSON}|"
    rf"an? (?:real|actual|real-life|genuine)(?:-life)? (?:[a-z-]+ )?{_PERSON}|"
    r"(?:really|actually|truly) (?:existed|lived|walked the earth)|(?:existio|vivio) (?:de verdad|en la vida real|realmente)|"
    r"(?:es|fue|era) una? (?:persona|mujer|personaje|hombre) (?:real|de carne y hueso))\b"
)
# Said of a part of the character or in part, of somebody beside it, or of what was made of it
_IN_PART = re.compile(
    r"\b(?:in part|part(?:ly|ially)|largely|mostly|somewhat|loosely|half|version|names?|scenes?|romance|relationship|affair|marriage|"
    r"dialogue|subplot|storyline|details?|aspects?|moments?|backstory|biograph\w+|almost|nearly|based|inspired|modell?ed|drawn|"
    r"wife|husband|mother|father|sister|brother|daughter|son|friend|boss|partner|rather|if|whether|"
    r"parte|escenas?|nombres?|inspirad[oa]|basad[oa]|si)\b"
)
# "Jo Roe - the family's boss -": who it is, not whose somebody else is
_APPOSED = re.compile(
    r"(?<=>)(?:,| -| ~| \() (?:the|an?|his|her|their|<[XLOS]\d+>(?:'s)?) (?:[a-z-]+ ){0,2}"
    r"(?:wife|husband|mother|father|sister|brother|daughter|son|friend|boss|partner)\b"
)
_ANOTHER = re.compile(r"<P\d+>")
_AND_ANOTHER = re.compile(r",? (?:and|or|nor|y|ni|&) (?:[a-z]+ ){0,2}<[PS]\d+>,? ?(?:(?:both|too|also|alike),? )?")
REACH = 110  # typed characters between the character and the words


def read_portraits(sentence: Sentence, laid: Words, slots: Sequence[Slot]) -> Iterator[Likely]:
    """Characters told to be real or invented; and, never enough to be read by itself, how likely it is that one is told to be real."""
    if not _REALITY.search(sentence.typed):
        return
    read = set()
    for slot in slots:
        if slot.part in {"character", "real_person"} and slot.number not in read and _is_character(sentence, slot):
            for likely in _read_plain(sentence, laid, slot):
                read.add(slot.number)
                yield likely
    for slot in slots:
        if slot.part == "real_person":
            name = name_character(sentence, sentence.entities[slot.number])
            likely = make_likely(sentence, laid, f"{UNSURE}portrait", "cast_member", {"character": name, "real_person": name}, [slot])
            likely.found.end = max(likely.found.end, min(len(sentence.typed), find_extent(sentence, laid, slot.number)[1] + REACH))
            yield likely


def _is_character(sentence: Sentence, slot: Slot) -> bool:
    """Somebody on record as one, or named by a part of the name, and no actor."""
    entity = sentence.entities[slot.number]
    return slot.likelihood >= LEAST and (entity.is_played() or not entity.plays())


def _read_plain(sentence: Sentence, laid: Words, slot: Slot) -> Iterator[Likely]:
    """The one statement that plain words make of the character, if nothing in the clause turns it."""
    start, end = find_extent(sentence, laid, slot.number)
    lived = _find_beside(_REAL, sentence, end) if slot.part == "real_person" and slot.denied < LEAST_DENIED else None
    said = lived or (_find_invented(sentence, start, end) if slot.denied >= RIVAL else None)
    if said is None or (not lived and is_only_a_version(sentence, said[1])):
        return
    first, last = min(start, said[0]), max(end, said[1])
    if _IN_PART.search(_APPOSED.sub(" ", sentence.typed[first:last], count=1)):
        return
    if _ANOTHER.search(sentence.typed[end : said[0]]):  # "Jo Roe, whom Ann Poe plays, is invented": two statements
        first = said[0]
    character = name_character(sentence, sentence.entities[slot.number])
    value: dict[str, ObjectValue] = {"character": character, "real_person": character}
    found = Found("cast_member", value, first, last, *said, polarity=None if lived else DENIAL)
    if lived:
        yield Likely(SURE, found, slot.likelihood, slot.not_own, slot.denied)
    else:
        sure = slot.denied >= LEAST_DENIED
        yield Likely(SURE if sure else f"{UNSURE}portrait", found, slot.denied, slot.not_own, denied=1.0)


def _find_invented(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    there = _THERE_WAS_NO.search(sentence.typed[:start])
    return _find_beside(_INVENTED, sentence, end) or ((there.start(), end) if there else None)


def _find_beside(wanted: re.Pattern[str], sentence: Sentence, end: int) -> tuple[int, int] | None:
    """Where such words stand behind the character, with no other played character (but one of whom it is
    said as well) and no end of a clause between; else None."""
    found = wanted.search(sentence.typed, end, end + REACH)
    if found is None:
        return None
    between = sentence.typed[end : found.start()]
    others = (sentence.entities[int(n)] for n in re.findall(r"<[PS](\d+)>", between))
    apart = any(e.is_played() for e in others) and not _AND_ANOTHER.fullmatch(between)
    return None if apart or re.search(r"[;:?]", between) else found.span()
