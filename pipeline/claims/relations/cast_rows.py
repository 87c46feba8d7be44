"""Two rows of names that are paired in order: "Ann and Bea are Jo Roe and Kay Poe, respectively"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.entities import Entity
from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.characters import name_character


def _is_nobody_played(entity: Entity) -> bool:
    return entity.type == "P" and not entity.is_played()


def _rows(hit: Hit) -> Iterator[Found]:
    """Rows of one length (of four names at most), of which the one holds characters on record and the other nobody who is one."""
    first, second = hit.entities("x"), hit.entities("y")
    if len(first) != len(second) or not _IN_ORDER.search(hit.match.group()):
        return
    characters, actors = (first, second) if any(e.is_played() for e in first) else (second, first)
    if any(e.plays() for e in characters) or not any(e.is_played() for e in characters) or not all(_is_nobody_played(a) for a in actors):
        return
    for actor, character in zip(actors, characters, strict=True):
        yield hit.found("cast_member", {"value": actor.name, "character": name_character(hit.sentence, character)})


_ROW = r"<[PSX]\d+>(?:, <[PSX]\d+>){0,2},? (?:and|y|e|&) <[PSX]\d+>"
_ORDER = r"(?:respectively|respectivamente|in (?:that|this) order|por (?:este|ese) orden)"
_IN_ORDER = re.compile(_ORDER)
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "cast.rows",
        rf"(?P<x>{_ROW}),? (?P<t>(?:are|were|son|eran|are (?:played|portrayed) by|son interpretad[oa]s por|estan a cargo de|play|plays|"
        rf"interpretan a|encarnan a)(?:, {_ORDER},)?) (?:a )?(?P<y>{_ROW})(?:,? {_ORDER})?",
        _rows,
    ),
    Pattern("cast.rows_bracketed", rf"(?P<x>{_ROW}) (?P<t>\()(?P<y>{_ROW}),? {_ORDER}\)", _rows),
)
