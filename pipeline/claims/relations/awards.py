"""Prizes won and nominations."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.wording import clause_before

_PRIZE = (
    r"(?:(?:primetime |international )?emmys?|emmy awards?|academy awards?|oscars?|golden globes?|baftas?|"
    r"peabodys?|sag awards?|screen actors guild awards?|critics'? choice awards?|"
    r"grammys?|goyas?|arieles?|ariel|palme d'or|golden lion|silver bear|golden bear|grand prix|jury prize|"
    r"audience award|independent spirit awards?|gotham awards?|writers guild awards?|"
    r"platinos?|premios? (?:emmy|oscar|goya|platino|bafta)|globos? de oro|best picture|top prize|grand jury prize)"
)
_WON = (
    r"(?:won|wins?|winning|earned|earns|took home|takes home|picked up|picks up|collected|scooped|bagged|"
    r"received|receives|landed|claimed|was awarded|were awarded|walked (?:away|off) with|walks off with|"
    r"swept|got|nabbed|nominated for|up for|in the running for|has already bagged|gano|ganaron|se llevo|se "
    r"llevaron|obtuvo|recibio|opta a|nominad[oa] a|took)"
)
_WHO = r"(?:(?P<p>@PERSON)(?:, [^,;.]{1,80},)? (?:who |which |also |later |has |had |have |already |que |then )*)?"


def _stated(hit: Hit) -> Iterator[Found]:
    """The clause as it stands is the value; a person's prize for another work belongs to that work."""
    typed = hit.sentence.typed
    end = _clause_end(typed, hit.match.end())
    text = hit.sentence.text(hit.match.start(), end).strip(" ,;:")
    elsewhere = re.search(r"\b(?:for|por|con|in|of) (?:the |his |her |their )?[\"']?(?P<w><[WX]\d+>)", typed[hit.match.end() - 1 : end])
    if elsewhere:
        offset = hit.match.end() - 1
        yield hit.found("award", {"value": text}, subject=(offset + elsewhere.start("w"), offset + elsewhere.end("w")), end=end)
        return
    before = clause_before(typed, hit.match.start(), 40)
    if hit.has("p") and re.search(r"\b(?:best known|previously|already|also)\b", before):
        return
    yield hit.found("award", {"value": text}, end=end)


def _clause_end(typed: str, at: int) -> int:
    found = re.search(r"[.;:!?]|, (?:and|but|which|while|who|y|pero)\b|$", typed[at:])
    return min(at + (found.start() if found else 0), at + 110)


_PRIZE_NAME = re.compile(rf"\b{_PRIZE}\b", re.IGNORECASE)


def _named(hit: Hit) -> Iterator[Found]:
    """Prizes that are capitalised names in the typed text."""
    text = hit.sentence.text(*hit.match.span())
    if _PRIZE_NAME.search(text):
        yield from _stated(hit)


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "award.won", rf"\b{_WHO}(?P<t>{_WON}) (?:[a-z'-]+ |<N\d+> |<D\d+> |<[OXP]\d+>(?:'s)? |, ){{0,8}}?(?:<X\d+> )?{_PRIZE}\b", _stated
    ),
    Pattern("award.won_typed", rf"\b{_WHO}(?P<t>{_WON}) (?:[a-z'-]+ |<N\d+> |<D\d+> ){{0,6}}?(?P<a><[XO]\d+>)", _named),
    Pattern(
        "award.nominations",
        rf"(?P<t><N\d+> (?:[a-z-]+ )?(?:{_PRIZE}|<[XO]\d+>) (?:nominations?|nods?|wins?|awards?|trophies|"
        rf"statuettes))\b",
        _named,
    ),
    Pattern("award.nominations_words", r"\b(?P<t>(?:half a dozen|a dozen|several) nominations)\b", _stated),
    Pattern(
        "award.was_nominated",
        r"\b(?P<p>@PERSON)[^;.]{0,40}? (?P<t>(?:was|were|is|are|has been|have been) (?:nominated|shortlisted|up)) "
        r"(?:for|in)\b",
        _stated,
    ),
    Pattern("award.one_of", rf"\b(?P<t>one of the <N\d+>) (?:{_PRIZE}|<[XO]\d+>)", _named),
    Pattern("award.row", r"^(?:[*-] ?)?(?P<t>awards?|premios) ?[:-] ?.{3,80}", _stated),
)
