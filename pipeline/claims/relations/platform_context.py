"""Words beside a platform that say more than that the work can be seen there: they make it the platform's own, or tell of its release."""

from __future__ import annotations

import re

from pipeline.claims.relations.wording import PARTS, SCREEN_WORK

_OWN_BEFORE = re.compile(
    r"\b(?:(?:exclusive|belongs?|home) (?:to|on)|exclusively (?:on|to|for|via)|"
    r"(?:ran|run|runs|lasted) (?:for )?(?:[a-z'-]+ |<N\d+> ){0,3}(?:on|at)|"
    r"(?:brought|brings|sent|took|taken) (?:it|the [a-z]+|<S\d+>) to|"
    r"from (?:<L\d+> |[a-z]+ )?(?:stage|page|book|novel|play|podcast|bestseller|best-seller|headlines?)(?: play)? to|"
    r"(?:exito|fenomeno|bombazo|taquillazo) (?:de|en)|pas[oe] (?:antes |primero )?por|"
    r"first (?:night|showing|airing|run),? (?:was |came )?on|primera noche,? en|courtesy of|"
    r"(?:lit|lights|lighting) up|set (?:fire to|alight)|"
    r"(?:put (?:online|out|up)|brought out|rolled out|uploaded|unveiled|served up|posted|unleashed|uncorked|made available)"
    r"(?: [a-z0-9'-]+| <[DN]\d+>){0,6} by|"
    r"(?:gran |nueva |ultima )?apuesta de|serie estrella de|hono[u]?r belongs to) (?:the |la |el )?$"
)
_OWN_NOUN = (
    r"(?:original|exclusive|smash|hit|sensation|mystery|thriller|chiller|shocker|drama|dramedy|series|miniseries|show|film|movie|"
    r"production|release|event|saga|epic|biopic|comedy|docudrama|adaptation)"
)
_RELEASES = (
    r"(?:uncorked|uncorks|unleashed|unleashes|unspooled|unwrapped|unveiled|rolled out|rolls out|brought out|brings out|put out|put up|"
    r"served up|serves up|shared|posted|presented|outdid itself|let loose|gave us|bets on|banks on|gambles on|scores with|scored with|"
    r"str(?:uck|ikes) gold with|treat(?:s|ed) us to|"
    r"made (?:the series|it|the show|the film) available|apuesta por|aposto por|hizo|hecho|solto|suelta|soltado|libero|libera|liberado|"
    r"saco|sacado|colgo|colgado|subio|subido|puso|estreno|estrenado|emitio|emitido|lanzo|lanzado|presento|presentado)"
)
_OWN_BEHIND = re.compile(
    rf"^(?:'s?)? (?:(?!(?:the|its|an?|this|that|his|her|their)\b)(?:[a-z-]+|<[NL]\d+>)(?:-part|-episode)? ){{0,3}}?{_OWN_NOUN}s?\b|"
    rf"^(?:,? (?:which|that))? (?:(?:has|had|have|first|then|finally|itself|really|ha|habia) )*{_RELEASES}\b"
)
_WITH_WORK = re.compile(r"\b(?:with|con) <S\d+>[\"']?, $")
_HAS_FOUND = re.compile(
    r"^ (?:has|have|ha|han) (?:found|scored|landed|unearthed|encontrado|dado con|logrado) (?:itself )?(?:its|another|one|an?|uno?|una|su) "
    r"(?:[a-z-]+ ){0,4}?(?:hit|drama|dramas|smash|sensation|success|series|shows?|exito|exitos|series?|fenomeno)\b"
)
_SINCE = re.compile(r"^,? (?:since|from|desde)(?: el| the)? <D\d+>")
_WORK = re.compile(rf"<S\d+>|\b(?:it|{SCREEN_WORK}|{PARTS})\b")
# what is done with the work of others, what is told of another time or work, and what is not so
_ELSE_TEXT = """
    sold|sells?|bought|buys|acquired|licen[sc]ed?|rights|pick(?:s|ed)? up|snapped|passed on|turned down|vendi\\w+|compr[oa]\\w*|
    derechos|moved?|moves|later|again|rerun|re-?release[ds]?|returns?|returned|back|resurfac\\w+|second life|now|also|library|catalogue?|
    luego|despues|ahora|tambien|another|other|next|upcoming|similar|previous|earlier|unlike|like|otr[oa]|proxim[oa]|anterior|
    not|never|no|nor|isn't|wasn't|nunca|(?:an?|second|third|fourth|new|last) season|season <N\\d+>|
    (?:una|segunda|tercera|nueva|ultima) temporada|temporada <N\\d+>|trailer|teaser|clip|documentary|docuseries|podcast|special|
    documental|(?:was|were|is|are) to|to (?:have been|be)|meant|supposed|would|could|might|mistak\\w+|taken? for|in the works|expected|
    (?:its|their) own|rival|charts?|executives?|subscribers?|boss|viewers
"""
_ELSE = re.compile(rf"\b(?:{''.join(line.strip() for line in _ELSE_TEXT.splitlines())})\b|<[WX]\d+>")
_END = re.compile(r",? (?:and|but|while|y|pero) |, ")
_WINDOW, _NEAR = 60, 40  # characters of typed text that are looked at on either side, and those before for what speaks against


def find_own_words(typed: str, start: int, end: int) -> tuple[int, int] | None:
    """Where words beside the platform between two typed offsets make the work its own ("a <platform> exclusive") or speak of the release
    there ("<platform> uncorked the season"): the stretch of the platform and those words. None where none do, where the clause speaks of
    a deal, a rerun, another work, or where it names another platform."""
    before = re.split(r"[;:(]|\. ", typed[max(0, start - _WINDOW) : start])[-1]
    behind = re.split(r"[;)]|\. ", typed[end : end + _WINDOW])[0]
    if _ELSE.search(before[-_NEAR:]) or _ELSE.search(_END.split(behind)[0]) or "<O" in before + behind:
        return None
    lead = _OWN_BEFORE.search(before)
    follow = (
        _OWN_BEHIND.search(behind)
        or (_WITH_WORK.search(before) and _HAS_FOUND.search(behind))
        or (_SINCE.search(behind) if _WORK.search(before) else None)
    )
    if lead is None and follow is None:
        return None
    return start - len(before) + lead.start() if lead else start, end + follow.end() if follow else end
