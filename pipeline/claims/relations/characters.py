"""What a character is called where the sentence names it: whole names where a title is part of one, full ones behind a lone part."""

from __future__ import annotations

import re

from pipeline.claims.entities import Entity, Sentence
from pipeline.claims.patterns import Found
from pipeline.models import Show
from pipeline.records.characters import read_role
from pipeline.records.likeness import Likeness
from pipeline.records.names import compare_people

_NEXT = re.compile(r" (<S\d+>)")
_BEFORE = re.compile(r"(<P\d+>) $")


def name_character(sentence: Sentence, entity: Entity) -> str:
    """As written; "Lionel Roe" where the title of the work is Roe and parts the name in two; "Lionel Roe" too where "Roe" alone stands
    there and the article gives one full name for it."""
    if entity.type == "S":
        first = _neighbour(sentence, entity, _BEFORE)
        return entity.surface if first is None else f"{first.surface} {entity.surface}"
    if entity.type != "P":
        return entity.surface
    last = _neighbour(sentence, entity, _NEXT)
    if last is not None and last.person:
        return f"{entity.surface} {last.surface}"
    return entity.name if is_part_of_name(entity) else entity.surface


def is_part_of_name(entity: Entity) -> bool:
    """A lone first or last name that the article completes."""
    parts = entity.value.lower().split()
    return entity.type == "P" and " " not in entity.surface and len(parts) > 1 and entity.surface.lower() in {parts[0], parts[-1]}


def _neighbour(sentence: Sentence, entity: Entity, where: re.Pattern[str]) -> Entity | None:
    """The name written right before or behind an entity, with nothing but a blank between."""
    token = f"<{entity.type}{next(i for i, e in enumerate(sentence.entities) if e is entity)}>"
    at = sentence.typed.find(token)
    if at < 0:
        return None
    found = where.match(sentence.typed, at + len(token)) if where is _NEXT else where.search(sentence.typed[:at])
    return sentence.entity_at(found.group(1)) if found else None


_NOT = re.compile(r"\b(?:not|never|no longer|hardly|nunca|jamas)\b|n't\b")


def is_denied(sentence: Sentence, cue: int, *names: int) -> bool:
    """Does a denial stand between a cue and the first name behind it: "<A> is not <C>"? Where none follows the cue, nothing is denied."""
    end = min((n for n in names if n >= cue), default=cue)
    return _NOT.search(sentence.typed[cue:end]) is not None


_VERSION = re.compile(
    r"^[^,.;:()!?]{0,28}?\b(?:versions?|takes? on|portraits?|renderings?|accounts?|retellings?|counterparts?|incarnations?|stand-ins?|"
    r"alter egos?|only|sense)\b"
)


def is_only_a_version(sentence: Sentence, at: int) -> bool:
    """ "... is a fictional | version of the founder": what is called invented up to a typed offset is how somebody real is shown."""
    return _VERSION.search(sentence.typed[at:]) is not None


FULL_NAME = 2  # parts


_IN_A_WORK = re.compile(r",? (?:in|on|for|from|de|en) (?:the |la |el |[a-z]+ (?:film|series|drama|play) )?[\"']?<([SWX])\d+>")


def is_pair_on_record(found: Found, sentence: Sentence, show: Show) -> bool:
    """An actor of this work with the full name of one of its characters: said of this work, whatever others the sentence names.

    A forename alone may be anybody's in the other work; and "played Jo Roe in <another work>" is said of that one.
    """
    named = _IN_A_WORK.match(sentence.typed, found.end)
    if named is not None and sentence.entity_at(named.group()[named.group().index("<") :]).value != show.slug:
        return False
    actor, character = found.object.get("value"), found.object.get("character")
    if found.relation != "cast_member" or not isinstance(actor, str) or not isinstance(character, str):
        return False
    names = set(read_role(character).names)
    facts = show.facts_of("cast_member")
    known = any(names <= set(read_role(n).names) for f in facts for n in (f.character, f.real_person) if n)
    return len(names) >= FULL_NAME and known and any(compare_people(actor, str(f.value)) is Likeness.SAME for f in facts)
