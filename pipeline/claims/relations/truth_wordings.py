"""Further ways to say how much of the story is true: the deed behind it, each scene as it happened, a story that somebody made up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.story_basis import FICTION, INSPIRED, TRUE, plainly, states

_DEED = (
    r"(?:case|crimes?|murders?|killings?|deaths?|attacks?|cyberattack|kidnapping|abduction|robbery|heist|trial|scandal|disaster|shooting|"
    r"disappearance|blackout|outage|massacre|siege|hoax|fraud|events|caso|crimen|asesinato|ataque|ciberataque|apagon|secuestro|muerte|robo)"
)
_REAL = r"(?:real-life|real|true|actual|genuine)"
_SHOW = (
    r"(?:<S\d+>|(?:the|this) (?:[a-z-]+ |<[NO]\d+>(?:'s)?[ -]){0,3}?(?:series|show|film|movie|drama|miniseries|thriller|hit|season)|"
    r"(?:la|el|esta|este) (?:[a-z-]+ ){0,2}?(?:serie|miniserie|pelicula|ficcion|thriller|drama))"
)
_PLACED = r"(?:<[LXDO]\d+>(?:'s)? |[a-z-]+ ){0,3}?"
_STORY = r"(?:story|plot|case|tale|crime|events?|attack|murder|killing|disaster|thing)"
_PIECE = r"(?:scene|word|conversation|line|twist|moment|minute|frame|second|detail|event|beat|shot|exchange)"
_IN_IT = (
    rf"(?: (?:of|in|from) (?:it|{_SHOW}|the (?:<N\d+>|[a-z]+)-parter)| (?:that )?(?:you|we) (?:see|hear|watch)(?: on screen)?| on screen)?"
)
_HAPPENED = r"(?:happened|took place|occurred)"


def _deed(hit: Hit) -> Iterator[Found]:
    """ "The real murder behind the series"; what is only asked for is no statement."""
    if "?" not in hit.sentence.typed[hit.match.end() :]:
        inspired = "inspir" in hit.typed("t")
        yield hit.found("story_basis", {"value": INSPIRED if inspired else TRUE})


def _whole(hit: Hit) -> Iterator[Found]:
    """ "Every scene took place"; not where a word before or behind it takes some of that back."""
    before, behind = hit.sentence.typed[: hit.match.start()], hit.sentence.typed[hit.match.end() :]
    if not _LESS.search(before) and not _BUT.search(behind):
        yield hit.found("story_basis", {"value": TRUE, "degree": "entirely"}, polarity="affirmed")


def _nothing(hit: Hit) -> Iterator[Found]:
    """ "Nothing in it happened"; not "which isn't to say that nothing in it happened"."""
    if not _NOT_SAID.search(hit.sentence.typed[: hit.match.start()]):
        yield hit.found("story_basis", {"value": TRUE}, polarity="negated")


_NOT_SAID = re.compile(r"\b(?:not|never|hardly|nobody|n't)\b[^;.]{0,20}$|n't [^;.]{0,20}$")
_LESS = re.compile(r"\b(?:not|nor|hardly|nearly|almost|practically|virtually|no|casi|ni) (?:quite )?$|n't (?:mean |say )?(?:that )?$")
_BUT = re.compile(r"^,? ?(?:more or less|give or take|roughly|broadly|except|apart from|but|or so|mas o menos|salvo|excepto)\b")
PATTERNS: tuple[Pattern, ...] = (
    # the real murder behind the series, the grim true case that started it, el ciberataque real que inspiro la serie
    Pattern(
        "story_basis.deed_behind",
        rf"\bthe (?:[a-z-]+ ){{0,2}}?{_REAL} {_PLACED}{_DEED} (?P<t>(?:which |that )?(?:really |directly )?(?:lies |lay |is |was )?"
        rf"(?:behind|inspired|started|became|sparked|gave rise to)) (?P<w>{_SHOW}|it\b(?: all)?)",
        plainly(_deed),
    ),
    Pattern(
        "story_basis.es_deed_behind",
        rf"\b(?:el|la|los) (?:[a-z-]+ ){{0,2}}?{_DEED} (?:reales|real|veridic[oa]) (?:de <[DL]\d+> )?"
        rf"(?P<t>(?:que|en (?:el|la) que se) (?:inspiro|inspira|basa|cuenta|narra|recrea)|detras de|tras) (?P<w>{_SHOW})",
        plainly(_deed),
    ),
    # the show is a dramatization of the real blackout of 2019, inspired by the real 2006 death of
    Pattern(
        "story_basis.of_real_deed",
        rf"(?P<w>{_SHOW}) (?P<t>(?:is|was) (?:an? )?(?:[a-z]+ )?(?:dramati[sz]ation|retelling|re-?enactment|reconstruction|account) of|"
        rf"(?:is|was) (?:[a-z]+ly )?(?:inspired by|based on|drawn from|lifted from|taken from|adapted from)|re-?enacts|recreates|"
        rf"dramati[sz]es|(?:es|esta) (?:[a-z]+ )?(?:basad[oa]|inspirad[oa]) en) (?:the|an?|el|la) (?:[a-z-]+ )?"
        rf"(?:{_REAL} {_PLACED}{_DEED}|{_DEED} real)\b",
        plainly(_deed),
    ),
    Pattern(
        "story_basis.of_dated_deed",
        rf"(?P<w>{_SHOW}) (?P<t>(?:[a-z]+ly )?(?:re-?enacts|recreates|reconstructs|recrea|reconstruye)) "
        rf"(?:the|el|la) <D\d+> (?:[a-z-]+ |<L\d+> ){{0,2}}?{_DEED}\b",
        states(TRUE),
    ),
    # the attack at the start of the story really took place; lo que narra la serie ocurrio de verdad
    Pattern(
        "story_basis.took_place",
        rf"(?P<w>\bthe (?:[a-z-]+ ){{0,2}}?{_STORY} (?:at the (?:start|heart|centre|center|core) of|behind|told in|shown in) "
        rf"(?:{_SHOW}|the (?:story|plot))|\bwhat (?:happens in|you see in|we see in) {_SHOW}) "
        rf"(?P<t>(?:did )?(?:really|actually) (?:{_HAPPENED}|happen|take place|occur)|did (?:happen|take place|occur))\b",
        plainly(states(TRUE)),
    ),
    Pattern(
        "story_basis.es_took_place",
        rf"(?P<w>\blo que (?:narra|cuenta|muestra|relata|se ve en) {_SHOW}|\b(?:el punto de partida|la historia|el caso|el crimen|"
        rf"el ataque|la trama) (?:de|que (?:narra|cuenta|relata)) {_SHOW}) "
        rf"(?P<t>(?:ocurrio|sucedio|paso) (?:de verdad|realmente|en realidad)|"
        rf"(?:realmente|en realidad|de verdad) (?:ocurrio|sucedio|paso))\b",
        plainly(states(TRUE)),
    ),
    # each scene of it
    Pattern(
        "story_basis.each_piece",
        rf"\b(?P<t>(?:every|each) (?:single |last )?(?:[a-z-]+ )?{_PIECE}{_IN_IT} (?:really |actually |genuinely )?"
        rf"(?:{_HAPPENED}|is (?:exactly|precisely) (?:what|how it) {_HAPPENED}))\b",
        plainly(_whole),
    ),
    Pattern(
        "story_basis.as_it_happened",
        rf"\b(?P<t>(?:shows?|tells?|recounts?|depicts?|portrays?|presents?) (?:all of (?:it|this|that)|it all|everything|"
        rf"the whole (?:story|thing)) (?:exactly|precisely|just) (?:as|the way|how) (?:it|things) (?:really |actually )?{_HAPPENED}|"
        rf"(?:what (?:you|we) (?:are watching|see|watch)|everything) is (?:exactly|precisely) (?:what|as it) {_HAPPENED}|"
        r"everything,? (?:right )?down to (?:the|its|his|her|their) [a-z-]+,? (?:is|was) (?:real|true|accurate|documented|authentic|"
        r"as it was))\b",
        plainly(_whole),
    ),
    Pattern(
        "story_basis.nobody_invented",
        r"\b(?P<t>(?:there (?:is|are)|it has|the [a-z]+ has) (?:no|not a(?: single)?|not one) (?:invented|made[- ]up|fictional|fictitious) "
        r"(?:person|people|characters?|scenes?|lines?|words?)|there (?:isn't|aren't|is not|are not) (?:a|an|one|any) (?:single )?"
        r"(?:invented|made[- ]up|fictional|fictitious) (?:person|people|characters?|scenes?|lines?|words?)|"
        r"(?:nobody|no one|not a soul) (?:here |in it |on screen )?(?:was|is|has been) (?:made up|invented))\b",
        plainly(_whole),
    ),
    Pattern(
        "story_basis.es_each_piece",
        r"\b(?P<t>(?:cada|todas? las?) (?:detalles?|escenas?|frases?|palabras?|dialogos?|minutos?|planos?)(?: de (?:la|el|esta) [a-z]+)? "
        r"(?:(?:le )?(?:paso|pasaron|ocurrio|ocurrieron|sucedio|sucedieron)|"
        r"es (?:real|autentic[oa]|ciert[oa]|veridic[oa]|fiel a los hechos))|"
        r"todo (?:lo que (?:vemos|se ve|ves|aparece|se cuenta|cuenta)(?: en (?:la )?(?:pantalla|serie|pelicula))? )?"
        r"(?:es (?:autentico|rigurosamente cierto|veridico|fiel a los hechos)|"
        r"(?:le )?(?:paso|ocurrio|sucedio) (?:de verdad|tal cual|asi|a su|a la)))\b",
        plainly(_whole),
    ),
    # it is all somebody's invention
    Pattern(
        "story_basis.an_invention",
        r"(?P<w><S\d+>|\bthe (?:whole |entire )?(?:story|plot|tale|case|crime|thing)(?: of [^,;.<]{1,40})?) "
        r"(?P<t>(?:is|was) (?:just |simply |nothing but |no more than |in truth )?(?:an? )?(?:[a-z-]+ ){0,2}?"
        r"(?:invention|fabrication|fib|pack of lies|made-up [a-z]+))\b",
        states(FICTION),
    ),
    Pattern(
        "story_basis.headline_made_up",
        r"(?P<w><S\d+>)[\"']?:? (?P<t>[\"']?(?:totally|completely|entirely|all) (?:made[- ]up|invented))\b",
        plainly(states(FICTION)),
    ),
    Pattern(
        "story_basis.made_it_up",
        r"(?:<P\d+>|\bthe (?:writers?|creators?|makers?|authors?|novelist|screenwriters?)) (?:simply |just |freely |has |have )?"
        r"(?P<t>made (?:it|the (?:whole |entire )?(?:story|thing|plot|case|crime)|everything|all of it)(?: all)? up|"
        r"made up (?:all of it|everything|the (?:whole|entire) (?:story|thing|plot|case|crime))|"
        r"invented (?:it all|everything|all of it|the (?:whole|entire) (?:story|case|plot|crime|thing)))\b",
        states(FICTION),
    ),
    Pattern(
        "story_basis.nothing_in_it",
        rf"\b(?P<t>(?:nothing|none of (?:what you see|what happens)) (?:in|on|about) (?:it|screen|{_SHOW})) (?:really |actually |ever )?"
        rf"(?:{_HAPPENED}|is (?:true|real)|comes from (?:real life|anybody's life|life)|is (?:based|drawn) (?:on|from))\b",
        plainly(_nothing),
    ),
    Pattern(
        "story_basis.no_such_deed",
        rf"(?P<w>@SUBJ|\b(?:the|its) (?:plot|story|tale|script)) (?P<t>(?:does not|doesn't|did not|didn't) "
        rf"(?:go back|refer|correspond|relate) to) (?:any|an?) {_REAL} {_DEED}\b",
        plainly(states(TRUE, polarity="negated")),
    ),
    Pattern(
        "story_basis.es_nothing_real",
        rf"\b(?P<t>no hay (?:nada|absolutamente nada) (?:de )?(?:real|verdad|veridico|cierto) en) "
        rf"(?:ell[ao]|el|{_SHOW}|la (?:historia|trama))|"
        r"\b(?P<s>nada (?:de lo que (?:cuenta|narra|vemos|se ve) )?es (?:real|verdad|cierto))\b",
        plainly(states(TRUE, polarity="negated")),
    ),
    Pattern(
        "story_basis.es_made_it_up",
        r"\b(?P<t>se (?:sacaron|saco) de la manga|(?:se )?invento|(?:se )?inventaron|imagino|imaginaron) "
        r"(?:toda la (?:trama|historia)|toda la serie|el caso entero|la historia de (?:principio a fin|arriba abajo))\b",
        plainly(states(FICTION)),
    ),
    Pattern(
        "story_basis.es_a_fiction",
        r"\b(?P<t>se trata de una (?:ficcion|historia (?:ficticia|inventada))|es una (?:historia|trama|ficcion) "
        r"(?:ficticia|inventada|pura) de (?:cabo a rabo|principio a fin|arriba abajo))\b",
        plainly(states(FICTION)),
    ),
)
