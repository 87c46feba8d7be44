"""Who plays a part that is told in plain words: the lead, the title role, "the neighbour", "Jo Poe's mother"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.cast_wordings import CREDITS, NEVER
from pipeline.claims.relations.characters import is_denied
from pipeline.records.kinship import ROLE

# asked, announced, replaced: who never came to play the part
_NEVER = re.compile(rf"{NEVER}|\b(?:turned|approached|refus\w+|declin\w+|dropp\w+|want\w*)\b")
# "had the title role in <another work>"
_ELSEWHERE = re.compile(r"^,? (?:in|of|on|for|from|opposite|de|en) (?!(?:the|this|it|la|el|esta)\b)")


def _lead(hit: Hit) -> Iterator[Found]:
    """The lead of this work: who was only asked for it, or had that of another one, has none."""
    actor, typed = hit.entities("a")[0], hit.sentence.typed
    if not actor.may_act() or _NEVER.search(typed) or _ELSEWHERE.match(typed[hit.match.end() :]) or "<W" in typed:
        return
    title = re.search(r"\b(?:title|titular|eponymous)\b", hit.typed("c"))
    yield hit.found("cast_member", {"value": actor.name, "character": "the title role" if title else "the lead"})


def _told(hit: Hit) -> Iterator[Found]:
    """A part told by who it is to whom; a name that no record knows is an actor's only where the text is on the cast."""
    actor, typed = hit.entities("a")[0], hit.sentence.typed
    known = actor.acts() or CREDITS.search(hit.sentence.block.text.lower())
    denied = is_denied(hit.sentence, hit.span("t")[1], hit.span("a")[0]) or _NEVER.search(typed)
    if actor.may_act() and known and not denied and not typed.startswith("'s", hit.span("a")[1]):
        yield hit.found("cast_member", {"value": actor.name, "character": hit.text("c")})


_A = r"(?P<a><P\d+>)"
_OF = r"(?:(?:the |an? |el |la |un |una )?(?:[a-z'-]+ |<[LOXDN]\d+>(?:'s)? ){0,4}?)"
_WHOM = (
    r"(?:(?:the |an? )?(?:(?:[a-z]+ )?(?:actor|actress|star|newcomer|veteran|singer|comedian) |<[LOXDN]\d+>(?:'s)? |[a-z]+ian |[a-z]+ish )"
    r"{0,3}?)"
)
_ENDS = r"(?:[,.;:)!?]|$| (?:and|with|in|who|from|of|as|y|con|en|que)\b)"
_OPENS = r"(?:[,.;:)!?]|$| (?:and|with|who|is|was|gives|shines|steals|carries|proves|does|makes|y|con|que|es)\b)"
_MAIN = r"(?P<c>(?:lead|title|titular|leading|main|starring|eponymous|central)(?: (?:role|part|character))?)"
_ROLE = r"(?P<c>(?:lead|title|titular|leading|main|starring|eponymous|central) (?:role|part|character))"
_PAPEL = r"(?P<c>papel (?:protagonista|principal|titular|protagonico))"
_WHO = rf"(?P<c>(?:the |his |her |their |its |<[PS]\d+>'s? )(?:[a-z-]+ ){{0,3}}?{ROLE})"
_QUIEN = rf"(?P<c>(?:el |la |su )(?:[a-z-]+ )?{ROLE}(?: de <[PS]\d+>)?)"
_GIVEN = (
    r"(?:went to|goes to|fell to|falls to|(?:is|was|has been) (?:played|portrayed|taken|filled) by|(?:is|was|has been) "
    r"(?:given|handed|entrusted) to|belongs to|is in the hands of)"
)
PATTERNS: tuple[Pattern, ...] = (
    Pattern("cast.in_lead", rf"^(?:and |but )?in the {_MAIN},? (?P<t>(?:is |stands |shines )?){_WHOM}{_A}{_OPENS}", _lead),
    Pattern(
        "cast.lead_found", rf"\bin the {_MAIN},? (?P<t>(?:we|you) (?:find|have|get|see|meet)|there is|stands) {_WHOM}{_A}{_ENDS}", _lead
    ),
    Pattern(
        "cast.has_lead",
        rf"{_A}(?:, [^,;.<]{{1,60}},)? (?P<t>(?:(?:plays|has|takes|takes on|fills|carries|bags|lands|landed|is|shines|stars|dazzles|"
        rf"is cast) (?:in |as )?|in )the) {_ROLE}",
        _lead,
    ),
    Pattern("cast.lead_went", rf"\bthe {_ROLE},? (?P<t>{_GIVEN}) {_WHOM}{_A}", _lead),
    Pattern(
        "cast.es_lead",
        rf"\b(?:en |con )?el {_PAPEL},? (?P<t>(?:encontramos a |vemos a |esta |lo (?:hace|asume) |recae en |es para )?){_OF}{_A}",
        _lead,
    ),
    Pattern(
        "cast.role_told",
        rf"\b(?:role|part) of {_WHO},? (?P<t>{_GIVEN}) {_OF}{_A}",
        _told,
    ),
    Pattern("cast.told_is", rf"(?:^|[,;:] (?:and |while )?|\band |\bwhile ){_WHO} (?P<t>is|goes to|falls to) {_OF}{_A}{_ENDS}", _told),
    Pattern(
        "cast.es_told",
        rf"(?:^|[,;:] (?:y )?|\by ){_QUIEN} (?P<t>es|(?:esta |es )?(?:interpretad|encarnad)[oa] por|recae en|"
        rf"(?:lo|la) (?:interpreta|encarna|hace)|se confio a|queda en manos de) {_OF}{_A}{_ENDS}",
        _told,
    ),
)
