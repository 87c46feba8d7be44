"""Rows of makers, which may carry a few words on each of them ("Ann Poe and, in her first work for television, Kay Heart"), and what they
are said to have made: the work, all or some of its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.entities import Entity
from pipeline.claims.patterns import Builder, Found, Hit
from pipeline.claims.relations.directors import is_of_a_department
from pipeline.models import Relation

ASIDE = r"(?:,? \([^()<]{1,40}\)|,? \(<[WXSO]\d+>[^()<]{0,30}\)|, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)?"
_FEW = r"(?:[a-z0-9'-]+ |<[LOWXSD]\d+>(?:'s?)? ){0,5}?"
_AND = r"(?: & |,? and,? |,? y,? |,? e |,? along with |,? alongside |,? junto a )(?:(?:by|de|por|a) )?(?:[a-z][a-z0-9' -]{1,40}, )?"
ROW = rf"<[PS]\d+>(?:{_AND}{_FEW}<[PS]\d+>|, <[PS]\d+>|, (?:[^,;.<]|<[WXSOLDN]\d+>){{1,60}},{_AND}{_FEW}<[PS]\d+>){{0,4}}"
NOUN = (
    r"(?:series|show|drama|miniseries|film|movie|production|adaptation|project|run|season|whole thing|thing|lot|"
    r"serie|miniserie|pelicula|ficcion|produccion|proyecto|temporada)"
)
THE_WORK = rf"(?:it\b|it all|this\b|<S\d+>|(?:the|this|la|el|esta|este) (?:[a-z-]+ |<[NO]\d+>(?:'s|-[a-z]+)? ){{0,3}}{NOUN})"
PARTS = (
    r"(?:episodes?|instal?lments?|chapters?|parts?|hours?|pilot|opener|finale|opening|entries|eps|rest|others|remainder|lot|run|"
    r"episodios?|capitulos?|entregas?|partes?|resto|demas|final)"
)
_ORDER = r"(?:(?:first|last|opening|closing|final|other|remaining|entire|whole|primer[oa]s?|ultim[oa]s?|restantes?) )?"
SCOPE = (
    r"(?:(?:the|all|all the|all of the|every|every single|each|each of the|both|most of the|half of the|half the|its|el|la|los|las|"
    rf"todos los|todas las|sus|cada) {_ORDER}(?:<N\d+> )?{_ORDER}{PARTS}\b|"
    r"(?:all|both|each|half|most|todos|todas)(?: <N\d+>)?(?: of (?:them|it))?(?:[.,;)]|$))"
)
OF_IT = (
    rf"(?: (?:of|for|on|behind) (?:{THE_WORK}|{SCOPE})| (?:de|del|de la|de los) (?:<N\d+> )?(?:{NOUN}|{PARTS}))?"
    r"(?:, (?:[a-z' -]){1,45},)?"
)
FULLY = (
    r"(?:(?:in (?:its|their) entirety|in full|in (?:large )?part|throughout|alone|in turns?|by turns|"
    r"(?:all the way )?from (?:start|first|beginning|top|the first|the start|pilot) to (?:finish|last|end|bottom|the last|the end|finale)|"
    r"from (?:scratch|nothing|whole cloth|the ground up)|for (?:the (?:small )?screen|television|tv|<O\d+>)|single-handedly|[a-z]+ly|"
    r"integramente|enteramente|en su totalidad|de principio a fin|en solitario|al completo|a medias|a cuatro manos|desde cero),? ){1,2}"
)
OBJECT = rf"(?:{THE_WORK}|{SCOPE})"
ALSO = r"(?:(?:also|then|himself|herself|themselves|both|alone|actually|really|together|in turn|later) ){0,2}"
# "was handed to", "in the hands of", "came courtesy of": between what was made and a row
FALLS = (
    r"(?: (?:was|were|is|are|has been|had been|being))?(?: (?:all|mostly|largely|then|later|also|instead|eventually|again))?"
    r" (?:(?:entrusted|handed|handed over|given|given over|left|assigned|passed|passed on|delegated|signed over) to|"
    r"in(?:to)? the (?:[a-z]+ )?hands of|(?:split|shared|divided)(?: out| up)?(?: equally| evenly)? (?:between|by|among|with)|"
    r"courtesy of|down to|(?:the )?(?:work|job|responsibility|business|province) of|"
    r"(?:handled|done|supplied|provided|taken|taken on|taken over|taken care of|undertaken|managed|filled|occupied) by|"
    r"(?:comes?|came) (?:courtesy of|from|by way of)|(?:fell|falls|goes|went|going|passes|passed|belongs?|belonged) to|fell (?:up)?on|"
    r"(?:lies|lay|rests|rested) with)"
)
_PRODUCED = re.compile(r",? (?:who|que|quien) (?:only |also |tambien |solo )?(?:produc|produj|bankroll|financ|paid)")
_OF_ANOTHER = re.compile(
    r"^,? (?:of|on|for|behind|from|de|del|para|en) (?:the |la |el |los |las )?[\"']?<[WXPOL]\d+>|"
    r"^ (?:of|on|for|behind|de|del|para) (?:an?|another|his|her|their|that|un|una|otr[oa]|su) "
)
_UNREAL = re.compile(
    r"\b(?:would|could|might|may|should|was to|were to|wanted|wants|hoped|almost|nearly|if|unless|until|before|instead of|rather than|"
    r"iba a|quiso|queria|podria|antes de)\b[^,;.]{0,60}$"
)


def _read_row(hit: Hit) -> list[Entity]:
    """The persons of a row, in order, up to one whom other words hold; a recorded title counts where it is a person's name as well."""
    typed, (start, end) = hit.sentence.typed, hit.span("p")
    found, at = hit.row("p", lambda words: _HOLDS.search(_JOINS.sub("", words)))
    if len(found) > 1 and at == end and hit.span("t")[1] <= start and _DOES.match(typed[end:]):
        found.pop()  # "directed from first to last by A, and B wrote it"
    if hit.span("t")[0] >= end and _GOVERNED.search(typed[:start]):
        return found[-1:]  # "with music by A, and B handled the finale"
    return found


_JOINS = re.compile(
    r"^(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,60}(?=,))?(?: &|,? (?:and|y|e|along with|alongside|junto a)\b|,)(?: (?:by|de|por|"
    r"a)\b)?(?:,? [^<,]*,)?"
)
_HOLDS = re.compile(r"\b(?:of|from|behind|for|by|who|whose|that|which|with|includes?|de|del|con|en|por|que)\b|'s?(?: |$)")
_DOES = re.compile(
    r"(?:, [^,;.]{1,60},)? (?:also |then |tambien )?(?:[a-z]+ed|wrote|writes|is|was|are|were|plays|stars|took|takes|gave|gives|has|had|"
    r"made|"
    r"makes|did|does|directs|adapts|produces|composes|dirige|dirigio|escribio|escribe|produce|produjo|firma|firmo|es|fue|interpreta|"
    r"protagoniza|encarna|se|compuso|pone|puso)\b"
)
_GOVERNED = re.compile(r"\b(?:by|with|from|of|for|starring|de|con|por|junto a)(?: (?:the |el |la )?(?:[a-z-]+ ){0,3})?$")


def each_of_row(relation: Relation) -> Builder:
    """One finding for each person of the row; none where the words turn to another work, or to what only might have been."""

    def build(hit: Hit) -> Iterator[Found]:
        typed = hit.sentence.typed
        end = max(hit.span("t")[1], hit.span("p")[1])
        if not hit.people("p") or _OF_ANOTHER.search(typed[end:]) or _UNREAL.search(typed[: hit.match.start()]):
            return
        if relation == "director" and (_PRODUCED.match(typed[end:]) or is_of_a_department(hit)):
            return  # "behind the camera is A, who produced all ten episodes"
        for person in _read_row(hit):
            yield hit.found(relation, {"value": person.name})

    return build
