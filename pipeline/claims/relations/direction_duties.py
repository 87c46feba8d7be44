"""In whose hands the direction was: "direction fell to A", "B handled the finale", "the rest went to C", "tras la cámara está D"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.maker_rows import ALSO, ASIDE, FALLS, FULLY, OBJECT, OF_IT, PARTS, ROW, SCOPE, THE_WORK, each_of_row

_DIRECTION = (
    r"(?:the )?(?:direction|directing(?: duties| honou?rs| chores| credits?)?|directorial (?:duties|reins)|director's (?:chair|seat)|"
    r"megaphone|job of directing|task of directing)"
)


def _the_rest(hit: Hit) -> Iterator[Found]:
    """ "The rest went to Kay Heart", where what precedes it has just told who directed some of it."""
    if _is_on_directing(hit):
        yield from each_of_row("director")(hit)


def _handled(hit: Hit) -> Iterator[Found]:
    """ "Kay Heart handled the finale": a verb that fits other crafts needs a word for directing before it."""
    if not _FITS_ANY_CRAFT.match(hit.typed("t")) or _is_on_directing(hit):
        yield from each_of_row("director")(hit)


def _is_on_directing(hit: Hit) -> bool:
    """Is directing the last craft told before the match, in its sentence or a little before, and no other one told right behind?"""
    sentence = hit.sentence
    before = sentence.block.text[max(0, sentence.start - _REACH) : sentence.start] + sentence.typed[: hit.match.start()]
    behind = _CLAUSE_END.split(sentence.typed[max(hit.span("t")[1], hit.span("p")[1]) :])[0]
    told = [m.lastgroup for m in _CRAFT.finditer(before)]
    return told[-1:] == ["directing"] and not any(m.lastgroup == "other" for m in _CRAFT.finditer(behind))


_REACH = 150  # characters before a sentence in which its block may have told who directed
_FITS_ANY_CRAFT = re.compile(r"(?:handled|took (?:charge|care) of|looked after)\b")
_CLAUSE_END = re.compile(r"[;:.]|,? \b(?:but|while|pero|mientras)\b")
_CRAFT = re.compile(
    r"\b(?:(?P<directing>direct|helm|behind the camera|in the director|dirig|direccion|dirección|realiz|tras las camaras|tras las cámaras)|"
    r"(?P<other>wr[io]t|scripts?\b|scripted|screenplay|teleplay|penned|story by|scor(?:e|ed|ing)\b|music|compos|song|soundtrack|"
    r"edit(?:ed|ing|ors?)\b|cinematograph|photograph|costume|designe?[dr]|produced|producing|translat|escrib|escrit|gui[oó]n|m[uú]sica|"
    r"banda sonora|compus|montaje|fotograf[ií]a|vestuario))",
    re.IGNORECASE,
)
PATTERNS: tuple[Pattern, ...] = (
    # directed in its entirety by A
    Pattern(
        "director.passive_fully",
        rf"\b(?P<t>(?:directed|helmed|steered|dirigid[oa]s?) {FULLY}(?:by|por)) @BIO(?P<p>{ROW})",
        each_of_row("director"),
    ),
    # direction came from A and, in her first work for television, B
    Pattern("director.falls_to", rf"\b(?P<t>{_DIRECTION}{OF_IT}{FALLS}) @BIO(?P<p>{ROW})", each_of_row("director")),
    Pattern(
        "director.rest_to",
        rf"\b(?P<t>(?:the |its |el |la |los )?(?:rest|others?|remainder|other half|(?:other|remaining|closing|last|final|later) (?:<N\d+>|"
        rf"{PARTS})(?: {PARTS})?|resto|demas|otra mitad)(?:{FALLS}| (?:is|are|was|were|es|son|fue|fueron) (?:by|cosa de|de|obra de))) "
        rf"@BIO(?P<p>{ROW})",
        _the_rest,
    ),
    Pattern(
        "director.had_the_rest",
        rf"(?:^|[;:,] |\b(?:and|while|y) )(?P<p>{ROW}){ASIDE} (?P<t>(?:had|did|took|took (?:charge|care) of|took on|took over|handled|"
        rf"(?:se )?(?:hizo|encargo|ocupo)(?: cargo)?(?: de)?) (?:the|all|los|las|el|del|de los|las) "
        rf"(?:rest|others?|remainder|remaining <N\d+>|resto|demas)\b)",
        _the_rest,
    ),
    Pattern(
        "director.handled",
        rf"(?P<p>{ROW}){ASIDE},? (?:who )?{ALSO}(?P<t>(?:handled|helmed|steered|took (?:charge|care) of|looked after|"
        rf"called the shots on|"
        rf"took the director's chair for|sat in the director's chair for|got behind the camera for) {SCOPE})",
        _handled,
    ),
    Pattern(
        "director.at_the_helm",
        rf"\b(?P<t>(?:at the helm|behind the camera|in the director's (?:chair|seat)|calling the shots|doing the directing|"
        rf"in charge of (?:the )?direct(?:ion|ing)|on directing duties|directing)"
        rf"(?: (?:of|for|on|throughout) (?:{THE_WORK}|{SCOPE})| throughout)?(?:, [a-z' ]{{1,30}},)? "
        rf"(?:is|are|was|were|sits?|sat|stands?|stood|(?:we|you)(?:'ll| will)? find|comes|came|stepped|steps)) @BIO(?P<p>{ROW})",
        each_of_row("director"),
    ),
    Pattern(
        "director.hired",
        rf"\b(?P<t>(?:for the direction|to direct(?: it| the [a-z]+)?|as (?:the )?director),? (?:they|the (?:producers|studio|network|"
        rf"streamer|"
        rf"makers)|<O\d+>) (?:hired|brought in|picked|chose|turned to|signed|tapped|landed|went for)) @BIO(?P<p>{ROW})",
        each_of_row("director"),
    ),
    Pattern(
        "director.to_direct",
        rf"\b(?P<t>(?:hand-picked|handpicked|recruited|enlisted|signed up|chose|picked|got|landed)) @BIO(?P<p>{ROW}) to (?:direct|helm) "
        rf"{OBJECT}",
        each_of_row("director"),
    ),
    Pattern(
        "director.shares_with",
        rf"\b(?P<t>(?:shar(?:es?|ed|ing)|splits?|splitting|divid(?:es?|ed|ing)) (?:the )?(?:direct(?:ing|ion|orial)(?: duties| work|"
        rf" chores| credits?)?|"
        rf"director's chair) with) @BIO(?P<p>{ROW})",
        each_of_row("director"),
    ),
    Pattern(
        "director.row_of",
        rf"\b(?P<t>(?:direction|directing duties|directing) (?:is|was|were|are)? ?(?:shared|split|divided)(?: out| up)? "
        rf"(?:between|by|among)) @BIO(?P<p>{ROW})",
        each_of_row("director"),
    ),
    # Spanish
    Pattern(
        "director.es_falls_to",
        r"\b(?P<t>(?:la )?(?:direccion|realizacion|puesta en escena|batuta)(?: de (?:la (?:serie|miniserie|ficcion)|"
        r"(?:todos )?los (?:<N\d+> )?"
        r"(?:episodios|capitulos)))? (?:(?:corre|corrio|corren|esta|estuvo|fue|es|queda|quedo|recae|recayo|va|ha corrido|ha estado) "
        r"(?:a cargo|por cuenta|en manos|bajo el mando|cosa|obra|tarea|responsabilidad|asunto) de|(?:recae|recayo) (?:en|sobre)|"
        rf"(?:la|lo) (?:llevo|lleva|llevan|asume|asumio|asumieron|firma|firmo|firman|comparten|compartieron))) @BIO(?P<p>{ROW})",
        each_of_row("director"),
    ),
    Pattern(
        "director.es_in_charge",
        r"\b(?P<t>(?:de la (?:direccion|realizacion|puesta en escena)(?: de (?:la serie|los episodios|todos los (?:episodios|capitulos)))? "
        r"se (?:encarga|encargan|encargo|encargaron|ocupa|ocupan|ocupo|ocuparon|hizo cargo|hicieron cargo|responsabilizo)|"
        r"en la (?:direccion|realizacion) (?:esta|estan|estuvo|estuvieron|figura|figuran|encontramos a|repite|debuta|se alternan|"
        r"se turnan|se reparten(?: el trabajo)?)|"
        r"(?:de)?tras (?:de )?la(?:s)? camara(?:s)? (?:esta|estan|estuvo|estuvieron|se alternan|se turnan|se coloca|se coloco|"
        r"encontramos a|"
        r"figura|figuran)|"
        r"en la silla de(?:l)? director(?:a)? (?:esta|se sienta|se sento|encontramos a|figura)|"
        rf"(?:con|para) la direccion (?:han fichado|ficharon|eligieron|contrataron|se ficho|se eligio|"
        rf"se conto con) ?a?)) @BIO(?P<p>{ROW})",
        each_of_row("director"),
    ),
    Pattern(
        "director.es_shares_with",
        r"\b(?P<t>(?:(?:se )?(?:comparte|comparten|compartio|reparte|reparten|repartio|divide|dividen)) (?:la direccion|"
        r"las tareas de direccion|"
        rf"los (?:episodios|capitulos)) (?:con|junto a)) @BIO(?P<p>{ROW})",
        each_of_row("director"),
    ),
    Pattern(
        "director.es_row",
        rf"(?:^|[,;:] |\by )(?P<t>(?:la |lo |los |las )?(?:dirigen|dirigieron|dirige|dirigio)(?: (?:junto a|a medias|al alimon))?"
        rf"(?: {SCOPE})?) (?:(?:el|la|los|las) (?:[a-z]+ ){{0,2}})?(?P<p>{ROW})(?:[.,;(]|$| (?:y|que|con|en)\b)",
        each_of_row("director"),
    ),
)
