"""Who plays somebody's mother, where whose stands a clause or a sentence before: "It follows Ann Poe. Her mother is played by Jo Roe."

With "is" alone it may be the actor's own family ("Jo Roe plays Ann. Her mother is Kay Roe") or what the mother was called: nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.claims.entities import Sentence
from pipeline.claims.patterns import Found, expand
from pipeline.claims.relations.cast_wordings import NEVER
from pipeline.claims.relations.characters import name_character
from pipeline.models import ObjectValue
from pipeline.records.folding import words
from pipeline.records.kinship import ROLE

_WHO = (
    rf"(?P<whose>his|her|their|su) (?P<who>(?:[a-z-]+ ){{0,3}}?(?:{ROLE}|hubby))"
    r"(?P<fiction> (?:on screen|on-screen|in the (?:show|series|film)|en la ficcion))?"
)
_ASIDE = r"(?:, [^,;.<]{1,60},)?"
_BY = (
    r"(?:is|was|es|esta) (?:here )?(?:played|portrayed|embodied|brought to life|voiced|interpretad[oa]|encarnad[oa]) (?:by|por)|"
    r"(?:falls|fell|goes|went|belongs) to|(?:recae|recayo) en|corre a cargo de|(?:lo|la) (?:interpreta|encarna|borda|hace)|"
    r"(?:has|tiene) (?:the face|the features|el rostro|la cara) (?:of|de)"
)
_PASSIVE = re.compile(
    expand(rf"(?:^|[,;:] (?:and |while |y )?|\b(?:and|while|y) ){_WHO}{_ASIDE} (?P<t>{_BY}|(?P<be>is|es)) @BIO(?P<a><P\d+>)")
)
_ACTIVE = re.compile(
    rf"(?P<a><P\d+>)(?:, [^;.<]{{1,80}},)? (?P<t>plays|portrays|embodies|interpreta a|encarna a|da vida a|hace de) {_WHO}"
    r"(?=[.;:!?]|,(?! (?:[a-z'-]+ ){0,3}<P)|$| (?:who|and|y|que)\b)"
)
_ENDS = re.compile(r"[,.;:()!?]|$| (?:and|with|in|who|of|as|from|y|con|en|que)\b")
# "his on-screen mother": the part's, whoever stands before
_ON_SCREEN = re.compile(r"\b(?:on-screen|onscreen|screen|fictional|tv)\b")
_OPEN = re.compile(rf"{NEVER}|\b(?:real|real-life|actual|own|life|vida real|verdader[oa]|propi[oa])\b")


def find_relatives(sentence: Sentence, before: Sequence[Sentence]) -> Iterator[tuple[str, Found]]:
    """ "cast.told_relative" with the part as "Ann Poe's mother", where exactly one character on record stands right before."""
    if "<P" not in sentence.typed or _OPEN.search(sentence.typed):
        return
    for build in (_PASSIVE, _ACTIVE):
        for match in build.finditer(sentence.typed):
            actor = sentence.entity_at(match["a"])
            if not actor.may_act() or (build is _PASSIVE and not _ENDS.match(sentence.typed, match.end("a"))):
                continue
            owner = _find_owner(sentence, match.start(), before)
            copula = build is _PASSIVE and match["be"] is not None
            if owner is None or (copula and not (match["fiction"] or _ON_SCREEN.search(match["who"]))):
                continue
            who = sentence.text(*match.span("who"))
            part = f"{owner}'s {who}"  # in Spanish too: "madre de Ann Poe" would read as Ann Poe herself
            value: dict[str, ObjectValue] = {"value": actor.name, "character": part}
            start = match.start("whose") if build is _PASSIVE else match.start("a")
            yield "cast.told_relative", Found("cast_member", value, start, match.end(), *match.span("t"))


def _find_owner(sentence: Sentence, at: int, before: Sequence[Sentence]) -> str | None:
    """The one character named up to a typed offset, else in the sentence before; None where there are two, or only somebody else."""
    near = [(sentence, sentence.typed[:at])]
    if before and before[-1].block is sentence.block:
        near.append((before[-1], before[-1].typed))
    for where, typed in near:
        people = [e for e in (where.entity_at(token) for token in re.findall(r"<[PS]\d+>", typed)) if e.type == "P" or e.person]
        played = sorted({name_character(where, e) for e in people if e.is_played()}, key=len)
        if played:
            return played[-1] if all(set(words(n)) <= set(words(played[-1])) for n in played) else None
        if people:
            return None
    return None
