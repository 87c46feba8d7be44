"""Who the story is about, as synopses have it: what it retells and follows, whom we meet in it, which unit it is on."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.protagonist import find_protagonist
from pipeline.records.numerals import read_counts


def _somebody(hit: Hit) -> Iterator[Found]:
    """Behind a verb that much else may follow: an article, a number or a name at the head."""
    told = hit.typed("v")
    if _HEAD.match(told) or any(n.start == 0 for n in read_counts(told)):
        yield from find_protagonist(hit)


_PIECE = r"(?:<[PLXNDO]\d+>|[a-z0-9 '%-])"
_TOLD = rf"(?P<v>{_PIECE}{{1,120}}(?:, (?:an? |the |una? |el |la |who |whose |que ){_PIECE}{{3,100}})?)"
_HEAD = re.compile(r"(?:an?|his|her|una?|sus?|el|la|los|las|the) |<[PN]")


def _unit(hit: Hit) -> Iterator[Found]:
    """ "The group: the 91st" is the 91st group."""
    told = hit.text("v")
    noun = "" if _UNIT_NOUN.search(told) else " " + re.split(r"\W", hit.typed("t"))[0]
    if noun.strip() in {"", "group", "squadron", "regiment"}:
        yield hit.found("protagonist", {"value": told + noun})


_UNIT_NOUN = re.compile(r"(?:group|division|regiment|battalion|squadron|brigade|infantry|airborne|wing)\b", re.IGNORECASE)


PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "protagonist.synopsis",
        rf"^[\"'(]*(?:(?:the|its|in short, the|el|la|su) )?(?:[a-z-]+ )?(?P<t>(?:plot|premise|story|synopsis|logline|pitch|set-?up|hero|"
        rf"heroine|protagonist|main character|argumento|sinopsis|trama|historia|premisa|protagonista))"
        rf"(?: in (?:brief|short|a (?:line|nutshell|sentence)))?"
        rf"(?: is(?: this)?| es(?: esta)?)?[.:]?[*]* ?(?::|~|-|\.) {_TOLD}",
        _somebody,
    ),
    Pattern(
        "protagonist.retells",
        rf"(?P<w>@WORK)(?:, [^,;.]{{1,80}},)? (?:also |mainly |mostly |loosely |then )?(?P<t>"
        rf"(?:retells|reconstructs|relives|recreates|re-creates|re-enacts|reenacts|revisits|documents|spotlights|profiles|shadows|"
        rf"details|turns on|is built around|is told through|looks at|"
        rf"brings to (?:the screen|life)|puts on screen|has at its (?:heart|centre|center)|recrea|reconstruye|relata|retrata|"
        rf"repasa|recorre|aborda|trata sobre|habla de|nos presenta a|presenta a|lleva a la pantalla|arranca con|gira alrededor de|"
        rf"tiene como protagonista a)"
        rf"(?: (?:[a-z]+ by [a-z]+|paso a paso|escena a escena|faithfully|fielmente))?"
        rf"(?:,? (?:the|la|el) (?:[a-z]+ )?(?:journey|story|tale|life|rise|fall|downfall|fate|plight|adventures|struggles?|fight|vida|"
        rf"historia|"
        rf"lucha|caida|ascenso|auge|aventuras)(?: and [a-z]+| y [a-z]+)? (?:of|de))?) {_TOLD}",
        _somebody,
    ),
    Pattern(
        "protagonist.and_follows",
        rf"(?: and|, which|,) (?:then |also |now )?(?P<t>follows|charts|chronicles|traces|tracks|"
        rf"centres on|centers on|"
        rf"revolves around|focuses on|tells the (?:[a-z]+ )?(?:story|tale) of|sigue a|"
        rf"narra la historia de|cuenta la historia de|narra la lucha de|"
        rf"se centra en|gira en torno a) {_TOLD}",
        _somebody,
    ),
    Pattern(
        "protagonist.es_we_meet",
        rf"(?:^|[.:;] )(?:aqui |en ella |en la serie )?(?P<t>(?:conocemos a|seguimos a|"
        rf"seguimos los pasos de|cuenta la (?:lucha|vida|historia) de|"
        rf"narra la (?:lucha|vida|historia) de|el protagonista es|la protagonista es|el personaje (?:central|principal) es|"
        rf"(?:los|las) protagonistas son|"
        rf"its protagonist is|the show's protagonist is|(?:the|its) (?:man|woman|person|figure) at (?:the|its) (?:centre|center|heart) "
        rf"(?:of it |of the story |of the series )?is)) {_TOLD}",
        find_protagonist,
    ),
    Pattern(
        "protagonist.unit",
        r"(?:^|[.;*] ?)[\"'(*]*(?:(?:the|its|la|el|su) )?(?P<t>(?:unit|group|squadron|regiment|outfit|unidad|grupo|regimiento|escuadron)"
        r"(?:[*]*:[*]*| is| es)) (?P<v>(?:the |el |la )?(?:<N\d+>|[0-9]+)(?:st|nd|rd|th)?(?: <O\d+>| [a-z]+ [a-z]+)?)",
        _unit,
    ),
    Pattern(
        "protagonist.follows_unit",
        r"\b(?P<t>follows|about|cent(?:re|er)s on|cent(?:re|er)ed on|tells the (?:true |real )?story of|charts|dramati[sz]es|sigue a|"
        r"narra la historia de) (?P<v>(?:(?:the|its|los|las|the american|the young) )?(?:(?:airmen|men|crews|pilots|flyers|fliers|"
        r"soldiers|members|hombres|aviadores|pilotos|soldados) (?:of|de|del) )?(?:the |el |la )?"
        r"(?:<N\d+>|[0-9]+)(?:st|nd|rd|th)(?: <O\d+>| [a-z]+ [a-z]+))",
        _unit,
    ),
)
