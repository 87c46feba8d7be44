"""Characters on record told by what they are: a trade before a name, an embassy behind it, a place of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.protagonist import ADJECTIVES, DESCRIPTION, MUCH, REAL, describe_shortly, is_character, tells_origin
from pipeline.records.occupations import read_callings


def _of_embassy(hit: Hit) -> Iterator[Found]:
    """ "C of the Belgian embassy"."""
    character = hit.entities("c")[0]
    if is_character(character):
        yield hit.found("protagonist", {"value": f"{character.name}, of {hit.text('v')}"})


def _titled(hit: Hit) -> Iterator[Found]:
    """ "British diplomat C": a trade right before the name of a character, as newspapers put it."""
    character, told = hit.entities("c")[0], hit.text("v")
    first, last = hit.span("v")
    word = hit.typed("t")
    if not is_character(character) or not read_callings(told) or read_callings(word)[-1:] != read_callings(told)[-1:] or REAL.search(told):
        return
    if not (MUCH.search(told) or any(tells_origin(w) for w in told.split())):
        return  # a mere title says too little
    typed = hit.sentence.typed[first:last]
    begins = max((m.end() for m in _BEFORE_TITLE.finditer(typed)), default=0)
    told = hit.sentence.text(first + begins, last).strip(" ,;:\"'")
    yield hit.found("protagonist", {"value": f"{character.name}, {told}"}, start=first + begins)


# where the words before a trade begin anew: "opposite the dentist C"
_BEFORE_TITLE = re.compile(
    r"(?:^|\b)(?:as|is|plays|played|by|of|for|with|and|to|from|in|on|at|than|the|an?|his|her|their|follows|opposite|against|like|that|who|"
    r"when|where|while|after|before|about|de|del|la|el|una?|como|es|a|al|y|con|por|su|sigue|meet|meets) "
)


def _born(hit: Hit) -> Iterator[Found]:
    """ "C was born in L"."""
    character = hit.entities("c")[0]
    if is_character(character):
        yield hit.found("protagonist", {"value": f"{character.name}, born in {hit.text('v').removeprefix('in ').removeprefix('en ')}"})


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "protagonist.introduced",
        rf"(?P<c><[PS]\d+>)(?P<t>:| -| ~) (?P<v>{DESCRIPTION})",
        describe_shortly,
    ),
    Pattern(
        "protagonist.of_embassy",
        r"(?P<c><[PS]\d+>)(?P<t> (?:of|at|from|de) )(?P<v>(?:the|la) (?:<L\d+>|[a-z]+) (?:embassy|consulate|legation)|"
        r"la (?:embajada|legacion) [a-z]+)",
        _of_embassy,
    ),
    Pattern(
        "protagonist.named_from",
        rf"\b(?P<v>(?:an?|una?) {ADJECTIVES}{{0,5}}[a-z-]+ (?:of|from|in|at|de|en) (?:the |an? |la |el )?<[LXO]\d+>(?:, <L\d+>)?)"
        rf"(?P<t>,| (?:named|called|by the name of|known (?:only )?as|llamad[oa]|de nombre)) (?:the )?(?P<c><[PS]\d+>)",
        describe_shortly,
    ),
    Pattern(
        "protagonist.titled",
        rf"(?:^|[ ,.:;(\"'])(?P<v>{ADJECTIVES}{{0,3}}(?P<t>[a-z-]+)) (?P<c><[PS]\d+>)",
        _titled,
    ),
    Pattern(
        "protagonist.born",
        r"(?P<c><[PS]\d+>)(?:,| \([^()]{1,60}\))? (?P<t>(?:was |is |fue |es )?(?:born|nacio|nacid[oa]))"
        r"(?P<v> (?:and raised )?(?:in|en) <L\d+>)",
        _born,
    ),
)
