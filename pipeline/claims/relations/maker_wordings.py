"""Makers told in other words than "directed by": whose hands the direction was in, who handled the finale, who is credited as what.

Rows of names may carry a few words on each of them ("Ann Poe and, in her first work for television, Kay Heart").
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.entities import Entity
from pipeline.claims.patterns import Builder, Found, Hit, Pattern
from pipeline.claims.relations.directors import is_of_a_department
from pipeline.models import Relation

_ASIDE = r"(?:,? \([^()<]{1,40}\)|,? \(<[WXSO]\d+>[^()<]{0,30}\)|, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)?"
_FEW = r"(?:[a-z0-9'-]+ |<[LOWXSD]\d+>(?:'s?)? ){0,5}?"
_AND = r"(?: & |,? and,? |,? y,? |,? e |,? along with |,? alongside |,? junto a )(?:(?:by|de|por|a) )?(?:[a-z][a-z0-9' -]{1,40}, )?"
_ROW = rf"<[PS]\d+>(?:{_AND}{_FEW}<[PS]\d+>|, <[PS]\d+>|, (?:[^,;.<]|<[WXSOLDN]\d+>){{1,60}},{_AND}{_FEW}<[PS]\d+>){{0,4}}"
_NOUN = (
    r"(?:series|show|drama|miniseries|film|movie|production|adaptation|project|run|season|whole thing|thing|lot|"
    r"serie|miniserie|pelicula|ficcion|produccion|proyecto|temporada)"
)
_THE_WORK = rf"(?:it\b|it all|this\b|<S\d+>|(?:the|this|la|el|esta|este) (?:[a-z-]+ |<[NO]\d+>(?:'s|-[a-z]+)? ){{0,3}}{_NOUN})"
_PARTS = (
    r"(?:episodes?|instal?lments?|chapters?|parts?|hours?|pilot|opener|finale|opening|entries|eps|rest|others|remainder|lot|run|"
    r"episodios?|capitulos?|entregas?|partes?|resto|demas|final)"
)
_ORDER = r"(?:(?:first|last|opening|closing|final|other|remaining|entire|whole|primer[oa]s?|ultim[oa]s?|restantes?) )?"
_SCOPE = (
    r"(?:(?:the|all|all the|all of the|every|every single|each|each of the|both|most of the|half of the|half the|its|el|la|los|las|"
    rf"todos los|todas las|sus|cada) {_ORDER}(?:<N\d+> )?{_ORDER}{_PARTS}\b|"
    r"(?:all|both|each|half|most|todos|todas)(?: <N\d+>)?(?: of (?:them|it))?(?:[.,;)]|$))"
)
_OF_IT = (
    rf"(?: (?:of|for|on|behind) (?:{_THE_WORK}|{_SCOPE})| (?:de|del|de la|de los) (?:<N\d+> )?(?:{_NOUN}|{_PARTS}))?"
    r"(?:, (?:[a-z' -]){1,45},)?"
)
_FULLY = (
    r"(?:(?:in (?:its|their) entirety|in full|in (?:large )?part|throughout|alone|in turns?|by turns|"
    r"(?:all the way )?from (?:start|first|beginning|top|the first|the start|pilot) to (?:finish|last|end|bottom|the last|the end|finale)|"
    r"from (?:scratch|nothing|whole cloth|the ground up)|for (?:the (?:small )?screen|television|tv|<O\d+>)|single-handedly|[a-z]+ly|"
    r"integramente|enteramente|en su totalidad|de principio a fin|en solitario|al completo|a medias|a cuatro manos|desde cero),? ){1,2}"
)
_DIRECTION = (
    r"(?:the )?(?:direction|directing(?: duties| honou?rs| chores| credits?)?|directorial (?:duties|reins)|director's (?:chair|seat)|"
    r"megaphone|job of directing|task of directing)"
)
_SCRIPT = (
    r"(?:the |its |los |el )?(?:screenplays?|scripts?|teleplays?|writing(?: duties)?|screenwriting(?: duties)?|scriptwriting|"
    r"guion(?:es)?|libretos?|escritura)"
)
_FALLS = (
    r"(?: (?:was|were|is|are|has been|had been|being))?(?: (?:all|mostly|largely|then|later|also|instead|eventually|again))?"
    r" (?:(?:entrusted|handed|handed over|given|given over|left|assigned|passed|passed on|delegated|signed over) to|"
    r"in(?:to)? the (?:[a-z]+ )?hands of|(?:split|shared|divided)(?: out| up)?(?: equally| evenly)? (?:between|by|among|with)|"
    r"courtesy of|down to|(?:the )?(?:work|job|responsibility|business|province) of|"
    r"(?:handled|done|supplied|provided|taken|taken on|taken over|taken care of|undertaken|managed|filled|occupied) by|"
    r"(?:comes?|came) (?:courtesy of|from|by way of)|(?:fell|falls|goes|went|going|passes|passed|belongs?|belonged) to|fell (?:up)?on|"
    r"(?:lies|lay|rests|rested) with)"
)
_PRODUCED = re.compile(r",? (?:who|que|quien) (?:only |also |tambien |solo )?(?:produc|produj|bankroll|financ|paid)")
_ROLE_NOUNS: dict[Relation, str] = {
    "director": r"(?:co-)?(?:directors?|helmer|realizador(?:a|es)?|director(?:a|es)?)",
    "creator": r"(?:co-)?(?:creators?|showrunners?|creador(?:a|es|as)?)",
    "writer": r"(?:co-)?(?:(?:head |lead |chief |main )?writers?|screenwriters?|scriptwriters?|guionistas?)",
}
_OF_ANOTHER = re.compile(
    r"^,? (?:of|on|for|behind|from|de|del|para|en) (?:the |la |el |los |las )?[\"']?<[WXPOL]\d+>|"
    r"^ (?:of|on|for|behind|de|del|para) (?:an?|another|his|her|their|that|un|una|otr[oa]|su) "
)
_UNREAL = re.compile(
    r"\b(?:would|could|might|may|should|was to|were to|wanted|wants|hoped|almost|nearly|if|unless|until|before|instead of|rather than|"
    r"iba a|quiso|queria|podria|antes de)\b[^,;.]{0,60}$"
)


def _people(hit: Hit) -> list[Entity]:
    """The persons of a row, in order, up to one whom other words hold; a recorded title counts where it is a person's name as well."""
    typed, (start, end) = hit.sentence.typed, hit.span("p")
    found: list[Entity] = []
    at = start
    for token in _TOKEN.finditer(typed[start:end]):
        if found and _HOLDS.search(_JOINS.sub("", typed[at : start + token.start()])):
            break
        entity = hit.sentence.entity_at(token.group())
        if entity.type == "P" or entity.person:
            found.append(entity)
        at = start + token.end()
    if len(found) > 1 and at == end and hit.span("t")[1] <= start and _DOES.match(typed[end:]):
        found.pop()  # "directed from first to last by A, and B wrote it"
    if hit.span("t")[0] >= end and _GOVERNED.search(typed[:start]):
        return found[-1:]  # "with music by A, and B handled the finale"
    return found


_TOKEN = re.compile(r"<[PS]\d+>")
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


def _each(relation: Relation) -> Builder:
    """One finding for each person of the row; none where the words turn to another work, or to what only might have been."""

    def build(hit: Hit) -> Iterator[Found]:
        typed = hit.sentence.typed
        end = max(hit.span("t")[1], hit.span("p")[1])
        if not hit.people("p") or _OF_ANOTHER.search(typed[end:]) or _UNREAL.search(typed[: hit.match.start()]):
            return
        if relation == "director" and (_PRODUCED.match(typed[end:]) or is_of_a_department(hit)):
            return  # "behind the camera is A, who produced all ten episodes"
        for person in _people(hit):
            yield hit.found(relation, {"value": person.name})

    return build


def _the_rest(hit: Hit) -> Iterator[Found]:
    """ "The rest went to Kay Heart", where what precedes it has just told who directed some of it."""
    if _is_on_directing(hit):
        yield from _each("director")(hit)


def _handled(hit: Hit) -> Iterator[Found]:
    """ "Kay Heart handled the finale": a verb that fits other crafts needs a word for directing before it."""
    if not _FITS_ANY_CRAFT.match(hit.typed("t")) or _is_on_directing(hit):
        yield from _each("director")(hit)


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
_CLEFT_OBJECT = rf"(?:{_THE_WORK}|{_SCOPE})"
_DID: dict[Relation, str] = {
    "director": r"(?:co-)?(?:directed|directs|helmed|helms|steered)",
    "creator": r"(?:co-)?(?:created|devised|conceived|invented|dreamed up|dreamt up|came up with)",
    "writer": r"(?:co-)?(?:wrote|writes|penned|scripted)",
}
_DID_ES: dict[Relation, str] = {
    "director": r"(?:dirigio|dirige|dirigieron|dirigen)",
    "creator": r"(?:creo|ideo|concibio|crearon|idearon|concibieron)",
    "writer": r"(?:escribio|escribe|guionizo|escribieron)",
}
_WRITTEN = r"(?:(?:the|its|every|each|both|all|all the|all of the) (?:<N\d+> )?(?:scripts?|screenplays?|teleplays?)|it for the screen)"
_ALSO = r"(?:(?:also|then|himself|herself|themselves|both|alone|actually|really|together|in turn|later) ){0,2}"


def _role_patterns(relation: Relation) -> tuple[Pattern, ...]:
    role, did, did_es = _ROLE_NOUNS[relation], _DID[relation], _DID_ES[relation]
    objects = _CLEFT_OBJECT if relation != "writer" else rf"(?:{_CLEFT_OBJECT}|{_WRITTEN})"
    return (
        # the director of all the episodes is A; the creator, as insiders will tell you, is A
        Pattern(
            f"{relation}.title_of_is",
            rf"(?:^|[,;:.] |\b(?:and|but|while|y) )(?:the |its |el |la |los |su |sus )(?:sole |only |real )?(?P<t>{role}{_OF_IT} "
            rf"(?:is|are|was|were|being|would be|turns out to be|es|son|fue|fueron)) (?:none other than |"
            rf"nada menos que )?@BIO(?P<p>{_ROW})",
            _each(relation),
        ),
        # A, of the earlier hit, is its creator; A is credited as sole creator
        Pattern(
            f"{relation}.is_named",
            rf"(?P<p>{_ROW}){_ASIDE} (?P<t>(?:(?:is|are|was|were|gets?|got|has been|have been) (?:also )?(?:the |its |"
            rf"(?:credited|named|listed|billed|given|cited) (?:here )?as (?:the |its )?)?|(?:serves?|served|acts?|acted) as (?:the |its )?|"
            rf"(?:figura|figuran|aparece|aparecen|consta|constan|firma|firman|ejerce) como (?:el |la |los |su )?|es (?:el |la |su ))"
            rf"(?:sole |only |co-|unic[oa] )?{role})(?:[.,;:)]|$| (?:of|on|for|behind|and|y|de|del|throughout|here|who|while|with)\b)",
            _each(relation),
        ),
        # it was A who directed it; the person who actually wrote the screenplay is A
        Pattern(
            f"{relation}.cleft",
            rf"\b(?:it (?:is|was)|it's|'twas) (?:none other than )?@BIO(?P<p>{_ROW}) (?:who|that) {_ALSO}(?P<t>{did}) {objects}",
            _each(relation),
        ),
        Pattern(
            f"{relation}.es_cleft",
            rf"(?:^|[,;:] |\by )(?P<t>(?:fue|es|fueron|son)) @BIO(?P<p>{_ROW}) (?:quien|quienes|el que|la que) (?:la |lo |los |"
            rf"las )?{did_es}"
            rf"(?:[.,;]|$| (?:la|el|los|las|todos|esta|en|con)\b)",
            _each(relation),
        ),
        Pattern(
            f"{relation}.who_did_is",
            rf"\b(?P<t>the (?:person|man|woman|one|people|ones|pair|duo|hand) (?:who|that) {_ALSO}{did} {objects}[^,;.<]{{0,25}} "
            rf"(?:is|was|are|were)) (?:none other than )?@BIO(?P<p>{_ROW})",
            _each(relation),
        ),
    )


PATTERNS: tuple[Pattern, ...] = (
    *_role_patterns("director"),
    *_role_patterns("creator"),
    *_role_patterns("writer"),
    # directed in its entirety by A
    Pattern(
        "director.passive_fully",
        rf"\b(?P<t>(?:directed|helmed|steered|dirigid[oa]s?) {_FULLY}(?:by|por)) @BIO(?P<p>{_ROW})",
        _each("director"),
    ),
    Pattern(
        "creator.passive_fully",
        rf"(?:{_THE_WORK},?|,|^) (?:(?:is|was|being|fue|es) )?(?P<t>(?:created|devised|conceived|dreamed up|dreamt up|cooked up|"
        rf"cread[oa]|idead[oa]|concebid[oa]) {_FULLY}(?:by|por)) @BIO(?P<p>{_ROW})",
        _each("creator"),
    ),
    Pattern(
        "writer.passive_fully",
        rf"\b(?P<t>(?:scripted|written for the screen|(?:{_SCRIPT}|{_PARTS}|{_NOUN}),? (?:(?:is|was|were|are) )?(?:written|penned|"
        rf"escrit[oa]s?)) "
        rf"{_FULLY}(?:by|por)) @BIO(?P<p>{_ROW})",
        _each("writer"),
    ),
    # direction came from A and, in her first work for television, B
    Pattern("director.falls_to", rf"\b(?P<t>{_DIRECTION}{_OF_IT}{_FALLS}) @BIO(?P<p>{_ROW})", _each("director")),
    Pattern("writer.falls_to", rf"\b(?P<t>{_SCRIPT}{_OF_IT}{_FALLS}) @BIO(?P<p>{_ROW})", _each("writer")),
    Pattern(
        "writer.words_from",
        rf"\b(?P<t>(?:the|its) words (?:come from|came from|are by|were by|are the work of)) @BIO(?P<p>{_ROW})",
        _each("writer"),
    ),
    Pattern(
        "writer.turned_in",
        rf"(?P<p>{_ROW}){_ASIDE},? (?:who )?{_ALSO}(?P<t>(?:dashed off|hammered out|turned in|knocked out|knocked off|banged out|drafted|"
        rf"crafted|typed|supplied|delivered|redacto|redactaron) (?:the|its|every|each|both|all|all the|los|las|el|todos los) (?:<N\d+> )?"
        rf"(?:[a-z]+ )?(?:scripts?|screenplays?|teleplays?|guion(?:es)?|libretos?))\b",
        _each("writer"),
    ),
    Pattern(
        "director.rest_to",
        rf"\b(?P<t>(?:the |its |el |la |los )?(?:rest|others?|remainder|other half|(?:other|remaining|closing|last|final|later) (?:<N\d+>|"
        rf"{_PARTS})(?: {_PARTS})?|resto|demas|otra mitad)(?:{_FALLS}| (?:is|are|was|were|es|son|fue|fueron) (?:by|cosa de|de|obra de))) "
        rf"@BIO(?P<p>{_ROW})",
        _the_rest,
    ),
    Pattern(
        "director.had_the_rest",
        rf"(?:^|[;:,] |\b(?:and|while|y) )(?P<p>{_ROW}){_ASIDE} (?P<t>(?:had|did|took|took (?:charge|care) of|took on|took over|handled|"
        rf"(?:se )?(?:hizo|encargo|ocupo)(?: cargo)?(?: de)?) (?:the|all|los|las|el|del|de los|las) "
        rf"(?:rest|others?|remainder|remaining <N\d+>|resto|demas)\b)",
        _the_rest,
    ),
    Pattern(
        "director.handled",
        rf"(?P<p>{_ROW}){_ASIDE},? (?:who )?{_ALSO}(?P<t>(?:handled|helmed|steered|took (?:charge|care) of|looked after|"
        rf"called the shots on|"
        rf"took the director's chair for|sat in the director's chair for|got behind the camera for) {_SCOPE})",
        _handled,
    ),
    Pattern(
        "director.at_the_helm",
        rf"\b(?P<t>(?:at the helm|behind the camera|in the director's (?:chair|seat)|calling the shots|doing the directing|"
        rf"in charge of (?:the )?direct(?:ion|ing)|on directing duties|directing)"
        rf"(?: (?:of|for|on|throughout) (?:{_THE_WORK}|{_SCOPE})| throughout)?(?:, [a-z' ]{{1,30}},)? "
        rf"(?:is|are|was|were|sits?|sat|stands?|stood|(?:we|you)(?:'ll| will)? find|comes|came|stepped|steps)) @BIO(?P<p>{_ROW})",
        _each("director"),
    ),
    Pattern(
        "director.hired",
        rf"\b(?P<t>(?:for the direction|to direct(?: it| the [a-z]+)?|as (?:the )?director),? (?:they|the (?:producers|studio|network|"
        rf"streamer|"
        rf"makers)|<O\d+>) (?:hired|brought in|picked|chose|turned to|signed|tapped|landed|went for)) @BIO(?P<p>{_ROW})",
        _each("director"),
    ),
    Pattern(
        "director.to_direct",
        rf"\b(?P<t>(?:hand-picked|handpicked|recruited|enlisted|signed up|chose|picked|got|landed)) @BIO(?P<p>{_ROW}) to (?:direct|helm) "
        rf"{_CLEFT_OBJECT}",
        _each("director"),
    ),
    Pattern(
        "director.shares_with",
        rf"\b(?P<t>(?:shar(?:es?|ed|ing)|splits?|splitting|divid(?:es?|ed|ing)) (?:the )?(?:direct(?:ing|ion|orial)(?: duties| work|"
        rf" chores| credits?)?|"
        rf"director's chair) with) @BIO(?P<p>{_ROW})",
        _each("director"),
    ),
    Pattern(
        "director.row_of",
        rf"\b(?P<t>(?:direction|directing duties|directing) (?:is|was|were|are)? ?(?:shared|split|divided)(?: out| up)? "
        rf"(?:between|by|among)) @BIO(?P<p>{_ROW})",
        _each("director"),
    ),
    # A gets the created-by credit
    Pattern(
        "creator.credit",
        rf"(?P<p>{_ROW}){_ASIDE} (?P<t>(?:gets?|got|has|have|holds?|takes?|took|shares?|shared|receives?|received|earns?|earned) "
        r"(?:the|a|sole) (?:sole )?[\"']?(?:created[- ]by|creators?(?:'s|')?)[\"']? credit)",
        _each("creator"),
    ),
    Pattern(
        "creator.brainchild",
        rf"(?P<w>{_THE_WORK})[\"']?(?:,| is| was) (?:very much |all |entirely |largely )?(?P<t>(?:an?|the) (?:[a-z-]+ )?(?:creation|"
        rf"brainchild|"
        rf"invention|baby) of) @BIO(?P<p>{_ROW})",
        _each("creator"),
    ),
    Pattern(
        "creator.brainchild_of",
        rf"(?P<w>{_THE_WORK})[\"']? (?P<t>(?:is|was)) (?P<p>{_ROW})'s? (?:own )?(?:[a-z-]+ )?(?:creation|brainchild|invention|baby|idea)\b",
        _each("creator"),
    ),
    Pattern(
        "creator.behind_is",
        rf"(?:^|[,;:] |\b(?:and|while) )(?P<t>(?:the (?:man|woman|person|people|duo|pair|mind|minds|brain|brains|team) )?behind "
        rf"(?:the (?:series|show|drama|miniseries|adaptation|limited series)|<S\d+>) (?:is|are|was|were|stands?|stood|sits?)) "
        rf"@BIO(?P<p>{_ROW})",
        _each("creator"),
    ),
    # Spanish
    Pattern(
        "director.es_falls_to",
        r"\b(?P<t>(?:la )?(?:direccion|realizacion|puesta en escena|batuta)(?: de (?:la (?:serie|miniserie|ficcion)|"
        r"(?:todos )?los (?:<N\d+> )?"
        r"(?:episodios|capitulos)))? (?:(?:corre|corrio|corren|esta|estuvo|fue|es|queda|quedo|recae|recayo|va|ha corrido|ha estado) "
        r"(?:a cargo|por cuenta|en manos|bajo el mando|cosa|obra|tarea|responsabilidad|asunto) de|(?:recae|recayo) (?:en|sobre)|"
        rf"(?:la|lo) (?:llevo|lleva|llevan|asume|asumio|asumieron|firma|firmo|firman|comparten|compartieron))) @BIO(?P<p>{_ROW})",
        _each("director"),
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
        rf"se conto con) ?a?)) @BIO(?P<p>{_ROW})",
        _each("director"),
    ),
    Pattern(
        "director.es_shares_with",
        r"\b(?P<t>(?:(?:se )?(?:comparte|comparten|compartio|reparte|reparten|repartio|divide|dividen)) (?:la direccion|"
        r"las tareas de direccion|"
        rf"los (?:episodios|capitulos)) (?:con|junto a)) @BIO(?P<p>{_ROW})",
        _each("director"),
    ),
    Pattern(
        "director.es_row",
        rf"(?:^|[,;:] |\by )(?P<t>(?:la |lo |los |las )?(?:dirigen|dirigieron|dirige|dirigio)(?: (?:junto a|a medias|al alimon))?"
        rf"(?: {_SCOPE})?) (?:(?:el|la|los|las) (?:[a-z]+ ){{0,2}})?(?P<p>{_ROW})(?:[.,;(]|$| (?:y|que|con|en)\b)",
        _each("director"),
    ),
    Pattern(
        "writer.es_falls_to",
        r"\b(?P<t>(?:el guion|los guiones|el libreto|los libretos|la escritura)(?: de (?:la serie|los episodios|todos los (?:episodios|"
        r"capitulos)))? (?:(?:corre|corrio|corren|corrieron|esta|estan|estuvo|estuvieron|fue|es|son|queda|quedo|recae|recayo) "
        r"(?:a cargo|por cuenta|en manos|cosa|obra|tarea) de|(?:recae|recayo) (?:en|sobre)|(?:lo|los|la) (?:firma|firman|firmo|firmaron|"
        r"escribe|"
        rf"escribio|redacto|redactaron|puso en limpio))) @BIO(?P<p>{_ROW})",
        _each("writer"),
    ),
    Pattern(
        "writer.es_in_charge",
        r"\b(?P<t>de(?:l guion| los guiones|l libreto| la escritura) se (?:encarga|encargan|encargo|encargaron|ocupa|ocupo|ocuparon|"
        r"hizo cargo))"
        rf" @BIO(?P<p>{_ROW})",
        _each("writer"),
    ),
    Pattern(
        "creator.es_created",
        r"(?:^|[,;:] |\by )(?P<t>(?:la|lo) (?:creo|ideo|concibio|crearon|idearon|concibieron|invento)) "
        rf"(?:(?:el|la|los|las) (?:[a-z]+ ){{0,2}})?(?P<p>{_ROW})",
        _each("creator"),
    ),
    Pattern(
        "creator.es_as_creator",
        rf"\b(?P<t>(?:como (?:creador(?:a|es|as)?|showrunner) (?:figura|figuran|aparece|aparecen|consta|esta|firma|firman)|"
        r"al frente (?:de (?:la (?:serie|ficcion|produccion|miniserie|adaptacion)|el proyecto)|del proyecto) (?:esta|estan|estuvo|se halla|"
        r"se encuentra|figura|se puso)|"
        r"(?:la idea|la serie|la miniserie|el proyecto) (?:es|fue|nace|nacio|surge|surgio) (?:idea|obra|creacion|criatura|"
        rf"de la (?:mente|cabeza|imaginacion)) (?:original )?de)) @BIO(?P<p>{_ROW})",
        _each("creator"),
    ),
)
