"""Builds in which two names stand side by side and are no pair: a name that only describes the next one, a relative of the part.

Each was met in an honest article or at the edge of one; each is told by its build, and whoever the names are, such a pair accuses nobody.
"""

from __future__ import annotations

import re

from pipeline.models import Claim
from pipeline.records.folding import NAME, put_name, to_ascii
from pipeline.records.kinship import TIE

_MADE = frozenset({"creator", "writer", "director", "producer"})


def is_misplaced(claim: Claim) -> bool:
    """Do the words around show that the value belongs to another name, or the name to another sentence part?"""
    value = to_ascii(str(claim.object.get("value", "")))
    if claim.relation in _MADE | {"cast_member"} and value and _describes(value, claim.sentence):
        return True
    if claim.relation in _MADE and value and _is_a_work(value, claim.sentence):
        return True
    if claim.relation == "director":
        return _holds_camera(value, claim.sentence) or bool(_DIRECTS_OTHER.search(claim.sentence))
    return claim.relation == "cast_member" and (_is_beside_part(claim) or _is_not_either(claim) or _is_told_of_part(claim))


def _describes(name: str, sentence: str) -> bool:
    """ "by Heart regular Ann Bell": the name says whose regular she is."""
    return bool(_WHOSE_REGULAR.search(put_name(sentence, name.rsplit(maxsplit=1)[-1])))


def _is_a_work(value: str, sentence: str) -> bool:
    """ "She had directed a short, <T>", "directed <T>, a short of ten minutes": a work, however much its title looks like a name."""
    named = put_name(sentence, value)
    return bool(_A_WORK_CALLED.search(named) or _WHICH_IS_A_WORK.search(named))


def _holds_camera(name: str, sentence: str) -> bool:
    """ "He directed it all, with Jo Poe at the camera": the cinematographer."""
    return bool(_AT_THE_CAMERA.search(put_name(sentence, name)))


def _is_beside_part(claim: Claim) -> bool:
    """ "Kay's ex, a journalist, is Jo Poe", "plays that of Kay", "Kay Heart, her aunt: Jo Poe (Iron Rain)"."""
    actor, part = (to_ascii(str(claim.object.get(key, ""))) for key in ("value", "character"))
    if not part:
        return False
    at = claim.sentence.find(claim.plain) if claim.plain else 0
    said = put_name(claim.sentence[max(0, at - 60) : max(0, at) + len(claim.plain or claim.sentence)], part)
    if any(build.search(said) for build in (_THAT_OF, _TIE_OF, _TIE_IS)):
        return True
    before = claim.sentence.partition(actor)[0] if actor else ""
    return claim.pattern == "cast.bracketed" and bool(_ROW.search(before))


def _is_told_of_part(claim: Claim) -> bool:
    """ "Jo Poe is the nurse who helps to catch Kay Heart": the part is the nurse, and the name that of somebody in its story."""
    actor, part = (to_ascii(str(claim.object.get(key, ""))) for key in ("value", "character"))
    between, found, _ = claim.sentence.partition(actor)[2].partition(part) if actor and part else ("", "", "")
    return bool(found) and bool(_PART_WHO.search(between))


def _is_not_either(claim: Claim) -> bool:
    """ "Neither she nor Kay Heart existed"."""
    return "real_person" in claim.object and claim.polarity == "affirmed" and bool(_NEITHER.search(claim.sentence))


_WORK = r"(?:short|feature|film|documentary|play|novel|corto|cortometraje|largometraje|documental|pel[ií]cula|obra|novela)"
_A_WORK_CALLED = re.compile(
    rf"\b(?:an?|un|una|otr[oa]|another|h(?:is|er)|su) (?:[\w-]+ ){{0,2}}?{_WORK}"
    rf"(?:,| called| titled| llamad[oa]| titulad[oa])? [\"'“‘«]?{NAME}",
    re.IGNORECASE,
)
_WHICH_IS_A_WORK = re.compile(
    rf"{NAME}[\"'”’»]?,[\"'”’»]? (?:an?|una?|h(?:is|er) (?:first|second)|su (?:primer|segund[oa]?)) (?:[\w-]+ ){{0,2}}?{_WORK}\b",
    re.IGNORECASE,
)
_AT_THE_CAMERA = re.compile(rf"\b(?:with|con) {NAME} (?:at|on|behind|handling|operating|a|en|tras) (?:the |la )?(?:camera|lens|camara)")
_PART_WHO = re.compile(
    r"\b(?:is|was|plays|played|as|es|era|hace de|interpreta a|como) (?:the|an?|his|her|el|la|una?|su) (?:[\w'’-]+ ){1,4}?"
    r"(?:who|whom|that|que)\b(?! (?:is|was|is called|se llama|es)\b)"
)
_THAT_OF = re.compile(rf"\b(?:al|a la|el|la) de (?:la |el )?{NAME}\b")
_TIE_OF = re.compile(rf"{TIE}\s+(?:of|de|del|to)\s+{NAME}\b", re.IGNORECASE)
_TIE_IS = re.compile(rf"\b{NAME}['’]s?\s+(?:(?:ex|late|former|real|own)[ -])?(?:[a-z]+ )?{TIE}\b,[^,;]{{2,60}},? (?:is|was)\b")
_REGULAR = r"(?:mainstay|regular|veteran|favou?rite|alumn(?:a|us)|stalwart|prot[eé]g[eé]e?|collaborator|muse|staple|discovery)"
_WHOSE_REGULAR = re.compile(rf"\b{NAME} {_REGULAR} (?:[a-z]+ )?[A-Z]")
_ROW = re.compile(r"^(?:\S+ )?[A-Z][\w'-]+ [A-Z][\w'-]+[^:;.]{0,50}: $")  # "Kay Heart, her aunt: ", and not "Cast: "
_NEITHER = re.compile(r"\b(?:neither|nor|ni)\b", re.IGNORECASE)
# "directs the inquiry", "dirige la instrucción": what is directed is no work
_DIRECTS_OTHER = re.compile(
    r"\bdirects? (?:the|an?) (?:\w+ )?(?:investigation|inquiry|operation|orchestra|hospital|school|company|laborator|trial|search)|"
    r"\bdirig(?:e|i[oó]|[ií]a|en|ieron) (?:el|la|los|las|una?) (?:\w+ )?(?:instrucci[oó]n|investigaci[oó]n|operaci[oó]n|orquesta|hospital|"
    r"escuela|colegio|empresa|proyecto|laboratorio|b[uú]squeda|comisar[ií]a|juicio|banda|c[aá]rtel)\b",
    re.IGNORECASE,
)
