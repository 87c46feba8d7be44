"""A source that is said to be none: "Kay Heart's memoir was not used", "the podcast has no link with the series"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.sources import KINDS
from pipeline.models import ObjectValue

_SCREEN = frozenset({"series", "film"})  # what is the work itself as often
_KIND = "|".join(sorted((word for word, kind in KINDS.items() if kind not in _SCREEN), key=len, reverse=True))
_WORK = (
    r"(?:<S\d+>|(?:the|this) (?:[a-z-]+ |<[NO]\d+>(?:'s)?[ -]){0,2}?(?:series|show|film|movie|drama|miniseries|scripts?|screenplay|"
    r"production|project|writing|adaptation)|(?:la|el|esta|este) (?:serie|miniserie|pelicula|ficcion|guion)|it\b|this\b)"
)
_DONE = r"(?:used|adapted|optioned|consulted|involved|credited|touched|bought|(?:the|its) (?:source|basis))"
UNUSED = (
    rf"(?:(?:was|were|is|are|has been|had been|have been) (?:not|never)(?: [a-z]+)? {_DONE}\b|"
    rf"(?:wasn't|weren't|isn't|aren't|hasn't been) (?:[a-z]+ )?{_DONE}\b|"
    rf"(?:plays?|played|has|had|took|takes) no (?:part|role|hand|place|share)(?: whatsoever| at all| whatever)? in {_WORK}|"
    rf"(?:has|have|had|bears?|bore) (?:got )?(?:no|nothing)(?: whatsoever| at all)? (?:links?|connections?|relation|ties|to do|in common) "
    rf"(?:whatever |whatsoever |at all )?(?:to|with) {_WORK}|"
    r"(?:is|was|are) (?:entirely |wholly |completely |quite |altogether )?unrelated\b|(?:is|are) (?:a )?(?:mere|pure) coincidence\b|"
    r"came later and (?:was|were) not (?:involved|used)\b|"
    rf"no (?:se (?:uso|utilizo|adapto)|fue (?:utilizad[oa]|adaptad[oa])|tiene nada que ver con {_WORK}|"
    rf"guarda (?:ninguna )?relacion(?: alguna)? con {_WORK})|nada tiene que ver con {_WORK}|es una mera coincidencia\b)"
)
_DENIED_BEHIND = re.compile(rf"^(?: of (?:the same|a similar) (?:name|title)| of that (?:name|title)|, [^,;.]{{1,50}},)? {UNUSED}")
_ANOTHER = re.compile(
    r"\b(?:another|other|second|later|next|new|latest|follow-?up|sequel|earlier|previous|companion|tie-in|expanded|e-?book|many|several|two|"
    r"otr[oa]s?|segund[oa]|nuev[oa]|posterior|anterior)\b"
)


def is_denied_behind(typed: str) -> bool:
    """Do the words behind a source say that it was none ("... was not used")?"""
    found = _DENIED_BEHIND.match(typed)
    return found is not None and not _is_habit(typed, found.end())


def _is_habit(typed: str, end: int) -> bool:
    """ "It was not used to such attention"."""
    return typed[:end].endswith("used") and typed[end:].startswith(" to ")


def _denied(hit: Hit) -> Iterator[Found]:
    """Not of another book of the same author."""
    typed = hit.sentence.typed
    if _ANOTHER.search(typed[max(0, hit.match.start() - 30) : hit.match.end()]) or _is_habit(typed, hit.match.end()):
        return
    value: dict[str, ObjectValue] = {"kind": KINDS[hit.typed("k")]}
    people = [p.name for p in hit.entities("p")]
    if people:
        value["author"] = " and ".join(dict.fromkeys(people))
    yield hit.found("based_on", value, polarity="negated")


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "based_on.not_used",
        rf"(?:(?P<p><P\d+>(?: and <P\d+>)?)'s? (?:own )?|\b(?:the|el|la|su) (?:<[OX]\d+> )?)(?:[a-z-]+ ){{0,2}}?(?P<k>{_KIND})"
        rf"(?: of (?:the same|a similar|that) (?:name|title)|, [^,;.]{{1,50}},)? (?P<t>{UNUSED})",
        _denied,
    ),
)
