"""Places in a stretch of typed text, as written: "Malibu, California" is one, "Malibu and Santa Barbara" are two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.claims.entities import Entity, Sentence
from pipeline.claims.lexicon import words
from pipeline.claims.relations.wording import is_platform
from pipeline.records.folding import fold
from pipeline.records.gazetteer import look_up, look_up_within

_TOKEN = re.compile(r"<([LXPO])(\d+)>")
_LEADS = re.compile(
    r"(?:\b(?:in|at|around|across|inside|near|on|outside|throughout|from|to|of|and|or|between|including|like|as|chiefly|mainly|notably|"
    r"en|y|e|entre|de|del|por|con|hasta|cerca de|is|are|was|es|with|within|through|visits|leaves|leave|the)|[,(&:/-]) "
    r"(?:the |el |la |los |las |downtown |greater |nearby |rural |central |north(?:ern)? |south(?:ern)? |east(?:ern)? |west(?:ern)? |"
    r"[a-z'-]+ (?:of|de|province of|suburbs of) |(?:[a-z'-]+ ){0,4})?$|^$|[(:] ?$|<D\d+> $|(?:ies|ta|te) $"
)
_DIRECT = re.compile(r"\b(?:in|at|inside|around|near|en|and|y|,) (?:the |the old |el |la |greater |nearby |chiefly in |mainly in )?$")
_ROUGHLY = re.compile(
    r"\b(?:just outside|outside|near|not far from|miles (?:from|[a-z]+ of)|close to|cerca de|lejos de|a few "
    r"[a-z]+ from) (?:of |the )?$"
)
_NOT_PLACE = re.compile(
    r"^ (?:invasion|war|crisis|disaster|siege|massacre|police|council|tank|fire|bombing|accident|case|trial|prison|water|based)\b|^-|"
    r"^'s\b (?!own)|^ (?:said|says|told|plays|directed|wrote|created|is|was|stars|has|had)\b"
)


_DECADE_TEXT = "twenties thirties forties fifties sixties seventies eighties nineties"
_DECADES = frozenset(_DECADE_TEXT.split())


@dataclass(frozen=True, slots=True)
class Stretch:
    """A place as written; typed offsets."""

    text: str
    start: int
    end: int
    known: bool  # a place that the gazetteer knows


def read_places(sentence: Sentence, start: int, end: int, *, strict: bool = True) -> Iterator[Stretch]:
    """Places between two typed offsets. ``strict``: only what the gazetteer knows, or unknown names behind "in", "at" and the like."""
    at = start
    while found := _TOKEN.search(sentence.typed, at, end):
        entity = sentence.entities[int(found[2])]
        at = found.end()
        lead = sentence.typed[max(0, found.start() - 45) : found.start()]
        if _ROUGHLY.search(lead):
            continue
        direct = not strict or bool(_DIRECT.search(lead))
        if not _is_place(entity, not direct) or not _LEADS.search(lead) or _NOT_PLACE.search(sentence.typed[at : at + 12]):
            continue
        stretch = widen_place(sentence, entity, found.start(), at, end)
        at = stretch.end
        yield stretch


def widen_place(sentence: Sentence, entity: Entity, start: int, stop: int, end: int | None = None) -> Stretch:
    """A place between two typed offsets with what holds it, if that follows before ``end``: "Malibu, California"."""
    text, inner = entity.surface, entity
    while joined := _HELD_BY.match(sentence.typed, stop, len(sentence.typed) if end is None else end):
        wider = sentence.entities[int(joined[2])]
        listed = _IN_LIST_BEFORE.search(sentence.typed, 0, start) or _IN_LIST_BEHIND.match(sentence.typed, joined.end())
        if not _holds(wider, inner, listed=bool(listed) or inner is not entity):
            break
        stop, inner = joined.end(), wider
        text = f"{text}, {wider.surface}"
    return Stretch(text, start, stop, entity.type == "L")


_IN_LIST_BEFORE = re.compile(r"<[LX]\d+>, $|\b(?:entre|between) $")
_IN_LIST_BEHIND = re.compile(r",? (?:and|y|e) (?:the |la |el )?<[LX]\d+>|, (?:the |la |el )?(?:[a-z]+ ){0,3}<[LX]\d+>")
_HELD_BY = re.compile(r"(?:, (?:in |en )?| in )<([LX])(\d+)>(?=[,.;:)]|$| [a-z(])")


def _is_place(entity: Entity, strict: bool) -> bool:
    lower = entity.surface.lower()
    if entity.type == "L":
        return True
    if (
        lower in _DECADES
        or entity.roles
        or is_platform(entity)
        or lower in words("demonyms")
        or (entity.type == "X" and not entity.named and strict)
    ):
        return False
    if entity.type == "X":
        return True
    return not strict


def _holds(wider: Entity, place: Entity, *, listed: bool) -> bool:
    """Does the second name say where the first lies? ``listed``: the two stand in a row of places, which may lie beside each other."""
    areas = look_up(fold(wider.surface))
    holders = frozenset(p.name for p in areas)
    if wider.type != "L" or not holders:
        return False
    name = fold(place.surface)
    around = frozenset(w for p in areas if p.at is None for w in p.within)  # a province whose towns are known by their country alone
    return not look_up(name) or bool(look_up_within(name, holders) or (not listed and look_up_within(name, around)))
