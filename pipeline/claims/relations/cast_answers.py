"""Who plays whom, in an answer: "And Ann Poe? That would be Jo Roe.", "Who plays Ann Poe? Jo Roe."

A question that asks for anything else than who somebody is in the cast ("Is Ann Poe real?") is none; and an answer that goes on to tell
what its person says, made or is to another one answers something else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.claims.entities import Entity, Sentence
from pipeline.claims.patterns import Found, expand
from pipeline.claims.relations.cast_wordings import CREDITS, NEVER
from pipeline.claims.relations.characters import name_character
from pipeline.models import ObjectValue
from pipeline.records.kinship import TIE

_LABEL = r"(?:(?:q|a|p|r|<N\d+>)[.:)] |[*-] )?"
_DESCRIBED = r"(?:[a-z'-]+,? |<[LOXDN]\d+>(?:'s)?,? ){0,6}?"
# "And Ann Poe, the widow next door?"
_ELLIPTIC = re.compile(
    rf"^{_LABEL}(?:and|but|so|what of|what about|how about|as for|y|pero|que hay de|que tal)? ?(?:a|de)? ?{_DESCRIBED}"
    r"(?P<c><[PS]\d+>)(?:,? (?:[a-z'-]+|<[LOXDN]\d+>(?:'s)?)){0,9},? ?[?!]+$"
)
_VERB = re.compile(
    r"\b(?:who|whom|whose|which|quien|cual|is|was|are|were|did|does|do|will|would|could|can|has|had|have|really|real|true|exist\w*|"
    r"happen\w*|die[ds]?|live[ds]?|know|based|married|guilty|es|fue|era|existio|vivio|murio|de verdad|verdad|cierto|"
    r"not|no|where|when|why|donde|cuando|por que)\b|n't\b"
)
# "Who plays Ann Poe?"
_PLAYS = (
    r"(?:plays?|played|is playing|portrays?|portrayed|embodies|got (?:the (?:part|role) of|to play)|takes on|took on|voices|voiced|"
    r"steps into the (?:shoes|skin) of|is cast as|was cast as|interpreta|interpreto|encarna|encarno|da vida|dio vida|hace de|hizo de|"
    r"se mete en la piel de|pone (?:cara|rostro|voz))"
)
_ASKED = re.compile(
    rf"^{_LABEL}(?:and |but |so |so, |y )?(?:who|which (?:actor|actress|star)|quien|que (?:actor|actriz)) {_PLAYS} (?:a |al )?{_DESCRIBED}"
    r"(?P<c><[PS]\d+>)[^<]{0,60}\?$|"
    rf"^{_LABEL}(?:and |but |so |so, |y )?(?:who is|who's|by whom is|quien es|por quien esta) {_DESCRIBED}(?P<d><[PS]\d+>)"
    r"(?: (?:then|now|here|played by|portrayed by|in (?:the|this) (?:series|show|film|drama)|en (?:la|esta) (?:serie|pelicula)))+\?$"
)
_ANSWER = re.compile(
    expand(
        rf"^{_LABEL}(?:(?:why|well|oh|ah|ok|okay|yes|yep|pues|bueno|si),? )?"
        r"(?:(?:that|this|it|he|she|ese|esa|este|esta|lo|la)(?:'s| is|'d be| would be| will be| was| has to be| can only be| es|"
        r" era| fue| interpreta| encarna| hace)? (?:played by )?)?(?:none other than |nada menos que |only |just )?"
        r"(?P<bio>(?:the |an? |el |la |un |una |al )?(?:[a-z0-9'&-]+,? |<[LDOWXS]\d+>(?:'s)?,? ){0,6}?)"
        r"(?P<a><P\d+>)(?P<t> ?[,.(!;~:-]|$| (?:is who|from|of|in|with|no less|again|of all people|himself|herself|nada menos|de|en|con)\b)"
    )
)
# no words that describe somebody: "that could have been Jo Roe", "ask Jo Roe", "by Jo Roe and ..."
_NO_BIO = re.compile(
    r"\b(?:could|should|might|may|must|have|had|been|be|ask|asked|says?|said|met|with|by|and|or|like|but|for|to|of|see|unlike|because|if|"
    r"when|y|o|como|con|por|para|pero|aunque|si|podria|habria|pudo|ser)\b"
)
# what the answer goes on to tell of its person: "Jo Roe, who directs", "Jo Roe, her sister in the show"
_GOES_ON = re.compile(
    r"^,? (?:who|que|quien) (?:also )?(?:plays|says|said|told|directs|directed|wrote|writes|created|produced|adapted|interpreta|dice|"
    r"dirige|escribe|creo)\b|"
    r"^,? (?:the|his|her|their|el|la|su) (?:director|creator|writer|author|showrunner|producer|real|actual|autora?|directora?)\b|"
    rf"^, (?:her|his|their|su|the|el|la) (?:[a-z-]+ )?{TIE}\b"
)
_OPEN = re.compile(
    rf"{NEVER}|\b(?:before|real|actual|documentary|stage|based|inspired|really|maybe|perhaps|probably|wanted|hoped|quiza|verdad|"
    r"dream cast\w*)\b"
)
CAST_BACK = 8  # sentences in which somebody who acts, or a word for a cast, shows that the text is on the cast


def find_answer(sentence: Sentence, before: Sequence[Sentence], slug: str | None) -> tuple[str, Found] | None:
    """The pair that a question and this sentence, its answer, tell together; None where they tell none. ``slug``: the work at hand."""
    asked = before[-1] if before else None
    if asked is None or not _follows(asked, sentence):
        return None
    part, plainly = _read_question(asked)
    match = _ANSWER.match(sentence.typed) if part is not None else None
    if (
        part is None
        or match is None
        or _NO_BIO.search(match["bio"])
        or _OPEN.search(sentence.typed)
        or _GOES_ON.match(sentence.typed[match.end("a") :])
    ):
        return None
    actor = sentence.entity_at(match["a"])
    others = [e for e in sentence.entities if e is not actor and e.type == "P" and (e.is_played() or e.plays())]
    of_another = any(e.type == "S" and not e.person and e.value != slug for e in (*asked.entities, *sentence.entities[:1]))
    if not actor.may_act() or others or of_another or (actor.plays() and not actor.acts()):
        return None
    if not (plainly or actor.acts() or _is_on_cast(sentence, before)):
        return None
    value: dict[str, ObjectValue] = {"value": actor.name, "character": name_character(asked, part)}
    at, end = match.span("a")
    return "cast.told_answer", Found("cast_member", value, at, end, at, at, plain=True)


def _follows(asked: Sentence, sentence: Sentence) -> bool:
    """Does the sentence stand right behind, in the same block or at the head of the next?"""
    return asked.block is sentence.block or sentence.start == sentence.block.sentences[0][0]


def _read_question(asked: Sentence) -> tuple[Entity | None, bool]:
    """The character on record that is asked for, None where nobody is, and whether a word for playing asks."""
    plain = _ASKED.match(asked.typed)
    match = plain or _ELLIPTIC.match(asked.typed)
    if match is None or (plain is None and _VERB.search(asked.typed)):
        return None, False
    token = match["c"] or (plain["d"] if plain else None)
    part = asked.entity_at(token) if token else None
    people = [e for e in asked.entities if e.type == "P" and e is not part]
    return (part if part is not None and part.is_played() and not people else None), plain is not None


def _is_on_cast(sentence: Sentence, before: Sequence[Sentence]) -> bool:
    near = before[-CAST_BACK:]
    return bool(CREDITS.search(sentence.block.text.lower())) or any(
        CREDITS.search(s.typed) or any(e.acts() for e in s.entities) for s in near
    )
