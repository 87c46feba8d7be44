"""Makers told of by a pronoun: "Ann Poe created it. She also directed all six episodes."

The name stands in another sentence, or earlier in the same one, so that neither a pattern nor the slot model can join the two. A pronoun is
taken for the only person whom what precedes it, or the sentence before, names: of two it might be either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.claims.entities import Entity, Sentence
from pipeline.claims.patterns import Found
from pipeline.claims.relations.wording import belongs_elsewhere
from pipeline.models import Relation

_PARTS = (
    r"(?:episodes?|parts?|instal?lments?|chapters?|hours?|pilot|finale|opener|scripts?|screenplays?|teleplays?|series|show|drama|film|movie|"
    r"season|run|lot|thing|episodios?|capitulos?|entregas?|guion(?:es)?|libretos?|serie|miniserie|pelicula|temporada)"
)
_SCOPE = (
    r"(?:(?:all|every one|each|most|half|both|many|some|several|the (?:first|last|opening|closing|other|rest)|todos|todas|casi todos) "
    r"(?:of )?)?(?:(?:the|its|this|each|every|all|every single|el|la|los|las|sus|cada|de los|de las) )*"
    r"(?:(?:first|last|opening|closing|other|remaining|entire|whole|primer[oa]s?|ultim[oa]s?) )*(?:<N\d+> )?"
    r"(?:(?:of|de) (?:its|the|los|sus|las) )?(?:[a-z-]+ |<N\d+> ?){0,2}?"
)
_DID: dict[Relation, str] = {
    "director": r"(?:(?:co-)?direct(?:ed|s)|helm(?:ed|s)|shot|filmed|dirigio|dirige|rodo)",
    "writer": r"(?:(?:co-)?wr(?:ote|ites)|penned|scripted|escribio|escribe|redacto)",
}
_HE = r"(?:he|she|el|ella)"
_ALSO = r"(?:(?:also|then|himself|herself|himself,|even|both|alone|in turn|too|tambien|solo|mismo|misma|ademas) )*"
_BUILDS = {
    relation: re.compile(
        rf"(?:^|\b(?:and|but|y|pero) |, )(?:(?:and|but|y|pero) )?{_HE} {_ALSO}(?P<t>{verb}) {_SCOPE}{_PARTS}\b|"
        rf"^(?:fue|es) (?:{_HE} (?:tambien |mism[oa] )?)(?:quien|el que|la que) (?P<u>{verb}) {_SCOPE}{_PARTS}\b"
    )
    for relation, verb in _DID.items()
}
_PERSON = re.compile(r"<[PS]\d+>")
_BEYOND = re.compile(r"\b(?:he|she|her|his|hers|ella)\b")  # whoever a pronoun stands for already is named further up
# where the pronoun may well be somebody else, or the deed another time's
_UNSURE = re.compile(
    r"\b(?:not|never|nor|no|hardly|would|could|might|may|if|when|while|before|after|nunca|jamas|cuando|si|antes|tras)\b|\""
)
# "he wrote all six scripts for <another title>"
_ELSEWHERE = re.compile(r"^(?:,? (?:of|for|on|in|from|de|para|en) (?:[\"']?<[WXSO]\d+>|(?:his|her|that|another|an?|su|otra) ))")


def find_told_makers(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[tuple[str, Found]]:
    """Pattern names ("director.told", "writer.told") and findings of one sentence; ``before``: those that precede it in the article."""
    for relation, build in _BUILDS.items():
        match = build.search(sentence.typed)
        if match is None or _UNSURE.search(sentence.typed[: match.end()]) or _ELSEWHERE.match(sentence.typed[match.end() :]):
            continue
        person = _find_person(sentence, match.start(), before)
        if person is None or belongs_elsewhere(sentence, match.start()):
            continue
        cue = match.span("t") if match["t"] else match.span("u")
        start = match.start() + (2 if match.group().startswith(", ") else 0)
        yield f"{relation}.told", Found(relation, {"value": person.name}, start, match.end(), *cue, plain=True)


def _find_person(sentence: Sentence, at: int, before: Sequence[Sentence]) -> Entity | None:
    """Whom a pronoun at a typed offset stands for; None where it may be more than one."""
    here = _people(sentence, sentence.typed[:at])
    if here:
        return here[0] if len(here) == 1 else None
    if re.search(r"[a-z]", sentence.typed[:at]):
        return None
    previous = before[-1] if before and before[-1].block is sentence.block else None
    if previous is None or _BEYOND.search(previous.typed):
        return None
    told = _people(previous, previous.typed)
    return told[0] if len(told) == 1 else None


def _people(sentence: Sentence, typed: str) -> list[Entity]:
    """The persons named in a stretch of a sentence, each once, in order."""
    found: dict[str, Entity] = {}
    for token in _PERSON.findall(typed):
        entity = sentence.entity_at(token)
        if entity.type == "P" or entity.person:
            found.setdefault(entity.name, entity)
    return list(found.values())
