"""Actors named with a character that bears a title: "Jane Roe's Princess Anne", "who played Joe Poe in the first season"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.wording import read_season
from pipeline.models import ObjectValue

_TITLED = re.compile(
    r"^(?:princess|prince|queen|king|lady|lord|sir|dame|duke|duchess|president|general|colonel|captain|major|detective|inspector|"
    r"sergeant|sheriff|officer|agent|dr|doctor|professor|father|sister|judge|senator|governor)\b",
    re.IGNORECASE,
)


def _possessive(hit: Hit) -> Iterator[Found]:
    """Only behind somebody who acts on record, and where the title belongs to a name that nobody acts under."""
    actor, character = hit.entities("a")[0], hit.entities("c")[0]
    if not any(r == "actor" for _, r in actor.roles) or actor.is_played() or character.plays() or " " not in actor.surface:
        return
    if _TITLED.search(character.surface) and not character.is_played():
        yield hit.found("cast_member", {"value": actor.name, "character": character.surface})


def _in_season(hit: Hit) -> Iterator[Found]:
    """Who played whom in a season that is named."""
    season = read_season(hit.sentence, *hit.span("z"))
    actor, character = hit.entities("a")[0], hit.entities("c")[0]
    if season is None or character.plays() or (actor.is_played() and not actor.plays()):
        return
    value: dict[str, ObjectValue] = {"value": actor.name, "character": character.surface, "season": season}
    yield hit.found("cast_member", value)


PATTERNS: tuple[Pattern, ...] = (
    Pattern("cast.possessive_titled", r"(?P<a><P\d+>)(?P<t>'s?) (?:[a-z-]+ ){0,3}?(?P<c><P\d+>)(?:[ ,.;:)!?]|$)", _possessive),
    Pattern(
        "cast.in_season",
        r"(?P<a><P\d+>),? (?P<t>(?:who )?(?:played|portrayed|plays|portrays)) (?P<c><[PS]\d+>) in "
        r"(?P<z>(?:the )?(?:season(?:s)? (?:<N\d+>|one)|<[DN]\d+> seasons?|[a-z]+ (?:season|series)))",
        _in_season,
    ),
)
