"""What Spanish says in ways of its own: makers, roles, sources, and whether it happened. Typed text carries no accents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern, each_person
from pipeline.claims.relations.cast_wordings import GIFT
from pipeline.claims.relations.sources import KIND, _source
from pipeline.claims.relations.story_basis import FICTION, INSPIRED, TRUE, states

_AND = r"(?:, y |, e |, | y | e | junto a | y el propio | y la propia )"
_PEOPLE = rf"<[PS]\d+>(?:{_AND}(?:[a-z]+ ){{0,3}}?<[PS]\d+>){{0,12}}"
_BIO = r"(?:(?:el|la|los|las|un|una|su|sus|al|del|por|de) )?(?:[a-z'-]+,? |<[LDOX]\d+> ){0,5}?"
_TO = r"(?:a|al|a la|a los|a las|de|del|de la)"
_C = r"(?P<c><[PSX]\d+>)"
_BE_ROLE = r"(?:es|son|sera|seran|fue|era)"


def _plays(hit: Hit) -> Iterator[Found]:
    """Actors and characters in either order, paired where there is one of each or "respectivamente" says so."""
    actors = [p for p in hit.people("a") if not (p.is_played() and not p.plays())]
    characters = [e for e in hit.entities("c") if e.type in {"P", "S", "X"}]
    typed = hit.sentence.typed[hit.match.start() : hit.match.end() + 30]
    if characters and re.search(r", (?:y|e|que|quien|aunque|pero) ", hit.sentence.typed[hit.span("t")[1] : hit.span("c")[0]]):
        return  # "hace de su padre, y es ...": the name is of another statement
    if (len(actors) == 1 and len(characters) == 1) or (len(actors) == len(characters) and "respectivamente" in typed):
        for actor, character in zip(actors, characters, strict=True):
            yield hit.found("cast_member", {"value": actor.name, "character": character.surface})
    else:
        for actor in actors:
            yield hit.found("cast_member", {"value": actor.name})


def _is(hit: Hit) -> Iterator[Found]:
    """ "A es C": one of the two must act on record, the other must not."""
    first, second = hit.entities("a")[0], hit.entities("c")[0]
    if "S" in {first.type, second.type} and GIFT.search(hit.sentence.typed[hit.span("t")[1] : hit.span("c")[0]]):
        return  # "<Title> es un regalo para A": the work, where its title is somebody's name as well
    if first.acts() and not second.acts():
        yield hit.found("cast_member", {"value": first.name, "character": second.surface})
    elif second.acts() and not first.acts():
        yield hit.found("cast_member", {"value": second.name, "character": first.surface})


def _role(hit: Hit) -> Iterator[Found]:
    """A role in plain words: "hace un cameo como el juez"."""
    for actor in hit.people("a"):
        if not (actor.is_played() and not actor.plays()):
            yield hit.found("cast_member", {"value": actor.name, "character": hit.text("c")})


def _company(hit: Hit) -> Iterator[Found]:
    for company in hit.entities("o"):
        yield hit.found("production_company", {"value": company.surface})


def _written(hit: Hit) -> Iterator[Found]:
    """The source; a book by somebody who is its author nowhere on record, said to be out, is another book."""
    if hit.pattern.name == "based_on.es_published" and any(not p.roles for p in hit.sentence.entities if p.type == "P"):
        return
    yield from _source(hit)


_DIRECTION = r"(?:direccion|realizacion|camara|batuta)"
_ASIDE = r"(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)?"


def _makers_on_record(hit: Hit) -> Iterator[Found]:
    """ "La antologia de A y B": only for people who make things on record."""
    for person in hit.people("p"):
        if any(role == "maker" for _, role in person.roles):
            yield hit.found("creator", {"value": person.name})


def _seen(hit: Hit) -> Iterator[Found]:
    for actor in hit.people("a"):
        if not (actor.is_played() and not actor.plays()):
            yield hit.found("cast_member", {"value": actor.name})


_AS_PRODUCER = re.compile(r",? (?:que|quien|como) (?:la |lo )?produ[cj]")


def _behind_camera(hit: Hit) -> Iterator[Found]:
    """Who stands behind the cameras directs, unless the sentence goes on to say that they produce."""
    if not _AS_PRODUCER.match(hit.sentence.typed, hit.match.end()):
        yield from each_person("director")(hit)


_OF_A_PART = re.compile(r"\b(?:lo|aquello|algo|(?:el|la|los|las)(?: [a-z]+)?) que (?:[a-z]+ )?$")  # "excepto lo que es inventado"


def _invented(hit: Hit) -> Iterator[Found]:
    if not _OF_A_PART.search(hit.sentence.typed[: hit.span("t")[0]]):
        yield hit.found("story_basis", {"value": FICTION})


PATTERNS: tuple[Pattern, ...] = (
    # is it true?
    Pattern(
        "story_basis.es_real_story",
        r"\b(?P<t>(?:la|su|una)) (?:historia (?:real|verdadera|veridica)|verdadera historia|historia de la vida "
        r"real)(?:,? (?:que (?:hay|se esconde|esconde) )?(?:detras |tras )?(?:de|del|en)\b| que inspiro| que "
        r"cuenta)",
        states(TRUE),
    ),
    Pattern(
        "story_basis.es_happened",
        r"\b(?P<t>(?:todo (?:aquello|esto|eso)|aquello|esto|el (?:crimen|caso)|lo que (?:cuenta|se ve)|la "
        r"historia)) (?:[a-z]+ )?(?:paso|ocurrio|sucedio|existio) (?:de verdad|realmente|en la realidad)\b",
        states(TRUE),
    ),
    Pattern(
        "story_basis.es_did_happen",
        r"^ ?(?P<t>(?:ocurrio|paso|sucedio|existio)) (?:de verdad|realmente)[^.]{0,60}\?",
        states(TRUE, modality="question"),
    ),
    Pattern(
        "story_basis.es_made_up",
        r"\b(?P<t>(?:la (?:historia|trama|serie|pelicula)|el (?:argumento|caso|crimen|relato)|su (?:argumento|trama|historia)|todo)"
        r" (?:es|fue|son)(?: pura| puramente| totalmente| enteramente| completamente| por completo| toda?| una)*) "
        r"(?:imaginari[oa]|inventad[oa]|invencion|fantasia|fabulacion)\b",
        states(FICTION),
    ),
    Pattern(
        "story_basis.es_no_case",
        r"\b(?P<t>no (?:se )?(?:basa|inspira|parte|nace|esta basada|esta inspirada|esta basado)) (?:en|de|por) (?:ningun|ninguna) "
        r"(?:caso|hecho|historia|suceso|persona)s? (?:real|reales|verdader[oa]|veridic[oa])",
        states(TRUE, polarity="negated"),
    ),
    Pattern("story_basis.es_how_much", r"\b(?P<t>(?:cuanto|que) hay de (?:verdad|cierto|real|realidad))\b", states(INSPIRED)),
    Pattern(
        "story_basis.es_from_facts",
        r"\b(?P<t>(?:parte|nace|bebe|toma|arranca) de (?:los |unos )?hechos(?: reales)?|se toma (?:muchas |"
        r"algunas |varias |bastantes )?licencias|(?:una )?(?:dramatizacion|ficcionalizacion|version novelada|"
        r"recreacion))\b",
        states(INSPIRED),
    ),
    Pattern(
        "story_basis.es_imagination",
        r"\b(?P<t>(?:sale|salio|nace|nacio|surge|surgio|se trata|es (?:fruto|producto)) de la (?:imaginacion|"
        r"ocurrencia|invencion|mente) de)\b",
        states(FICTION),
    ),
    Pattern(
        "story_basis.es_invented",
        r"\b(?P<t>(?:es|son) (?:pura |puro |todo |totalmente |completamente )?(?:invencion|inventad[oa]|invento|"
        r"ficcion pura|una invencion|un invento))\b",
        _invented,
    ),
    # makers
    Pattern(
        "creator.es_creator",
        rf"\b(?P<t>(?:su|el|la|los|las|sus) (?:creador|creadora|creadores|creadoras)(?: y (?:guionista|showrunner|"
        rf"director|directora|productor|productora)(?:es|s)?)?(?: de la (?:serie|ficcion|miniserie))?),? "
        rf"(?P<p>{_PEOPLE})",
        each_person("creator"),
    ),
    Pattern(
        "creator.es_saga",
        rf"\b(?P<t>(?:antologia|serie|miniserie|ficcion|nueva entrega|obra|criatura) (?:de|creada por|ideada por)) "
        rf"(?P<p><P\d+>(?:{_AND}<P\d+>){{0,3}})",
        _makers_on_record,
    ),
    Pattern("writer.es_and_creator", rf"\b(?P<t>(?:su|el|la) (?:creador|creadora) y guionista),? (?P<p>{_PEOPLE})", each_person("writer")),
    Pattern(
        "writer.es_signed",
        rf"\b(?P<t>(?:el guion|los guiones|el libreto|los libretos) (?:lleva|llevan|es|son|corre|corren|corrio|"
        rf"estan|esta)(?: a cargo)?(?: (?:la |de la )?firma)? (?:de|por)) {_BIO}(?P<p>{_PEOPLE})",
        each_person("writer"),
    ),
    Pattern(
        "writer.es_signs",
        rf"(?P<p>{_PEOPLE}){_ASIDE} (?P<t>(?:firma|firman|firmo|firmaron|escribe|escriben|escribio|escribieron)(?: "
        rf"y dirige[n]?)? (?:el guion|los guiones|el libreto|todos los (?:episodios|capitulos)|los (?:episodios|"
        rf"capitulos)))",
        each_person("writer"),
    ),
    Pattern(
        "director.es_charge",
        rf"\b(?P<t>(?:la )?{_DIRECTION} (?:corre|corrio|corren|estuvo|esta|quedo|recae|recayo|fue)(?: a cargo| en "
        rf"manos| bajo la batuta)?,?(?: entre otros,?)? (?:de|en|por)) {_BIO}(?P<p>{_PEOPLE})",
        each_person("director"),
    ),
    Pattern(
        "director.es_camera",
        rf"\b(?P<t>(?:de la (?:camara|direccion) se (?:encarga|encargan|encargo|encargaron|ocupa|ocupan|ocuparon)|"
        rf"(?:de)?tras (?:de )?las camaras (?:esta|estan|estuvo|se puso|se pusieron|se situa|se encuentran?|se sento|encontramos a)|"
        rf"en la silla de (?:direccion|director|directora) (?:esta|se sienta|se sento|se puso)|"
        rf"a los mandos (?:esta|estan|estuvo))(?: nada menos que)?) "
        rf"{_BIO}(?P<p>{_PEOPLE})",
        _behind_camera,
    ),
    Pattern(
        "director.es_directs",
        rf"(?:^|[,;:] |\by )(?P<t>(?:la|lo|los|las) (?:dirige|dirigen|dirigio|dirigieron)(?: junto a)?|dirigen?|dirigio|dirigieron) "
        rf"(?:(?:el|la|los|las) (?:[a-z]+ ){{0,2}})?(?P<p>{_PEOPLE})(?:[.,;(]|$| (?:y|que|con|en)\b)",
        each_person("director"),
    ),
    Pattern(
        "director.es_alone",
        rf"(?:^|[,;:] )(?P<p><P\d+>){_ASIDE},? (?:que |quien )?(?P<t>(?:(?:la|lo|los|las) )?(?:dirige|dirigio)|"
        rf"se encargo (?:en solitario )?de la direccion|(?:se )?(?:puso|sento|coloco) (?:tras las camaras|en la silla de director(?:a)?)|"
        rf"estuvo tras las camaras)(?:[.,;]|$| (?:con|en solitario|junto|de principio)\b|"
        rf" (?:la|los|todos los) (?:<N\d+> )?(?:serie|miniserie|pelicula|episodios|capitulos))",
        each_person("director"),
    ),
    Pattern(
        "creator.es_conceived",
        rf"\b(?P<t>(?:el proyecto|la serie|la miniserie|la ficcion|la idea) (?:lo|la) (?:concibio|ideo|creo|alumbro|invento)|"
        rf"(?:creo|ideo|concibio) (?:la|esta) (?:serie|miniserie|ficcion)) {_BIO}(?P<p>{_PEOPLE})",
        each_person("creator"),
    ),
    Pattern(
        "creator.es_artificer",
        r"(?P<p><P\d+>), (?:el |la )?(?P<t>(?:artifice|creador|creadora|cerebro) (?:de|detras de|tras)) "
        r"(?P<w>(?:la|esta) (?:serie|miniserie|ficcion)\b|<S\d+>)",
        each_person("creator"),
    ),
    Pattern(
        "writer.es_charge",
        rf"\b(?P<t>(?:la escritura|el guion|los guiones|el libreto) (?:corre|corrio|corrieron|estuvo|estuvieron|quedo|recayo) "
        rf"(?:a cargo de|en manos de|en)|(?:el guion|los guiones) (?:lo|los) (?:firma|firmo|escribio|redacto)) {_BIO}(?P<p>{_PEOPLE})",
        each_person("writer"),
    ),
    Pattern(
        "director.es_signed",
        rf"\b(?P<t>(?:lleva|llevan|con) la firma (?:del director|de la directora|de los directores)) "
        rf"{_BIO}(?P<p>{_PEOPLE})",
        each_person("director"),
    ),
    Pattern(
        "director.es_hands", rf"\b(?P<t>(?:bajo|con) la (?:direccion|batuta|mirada) de) {_BIO}(?P<p>{_PEOPLE})", each_person("director")
    ),
    Pattern(
        "director.es_apposition",
        r"(?P<p><P\d+>), (?:(?:el|la|su|tambien|productor(?:a)?|ejecutiv[oa]|guionista|creador(?:a)?|y|e) "
        r"){0,5}(?P<t>(?:director|directora|realizador|realizadora))(?: de (?:la|los|las|el|todos)\b| y |,|\.|"
        r"$)",
        each_person("director"),
    ),
    Pattern(
        "director.es_shared",
        rf"(?P<p>{_PEOPLE}) (?P<t>(?:comparten|compartio|comparte|asumen|asumio|firman|firmo|se reparten) la "
        rf"direccion)",
        each_person("director"),
    ),
    Pattern(
        "director.es_shared_with",
        rf"\b(?P<t>comparten la direccion con|comparte la direccion con|codirigida con|junto a) "
        rf"{_BIO}(?P<p><P\d+>),? que (?:se encargo|dirigio|se ocupo)",
        each_person("director"),
    ),
    Pattern(
        "director.es_brought",
        r"(?P<w>[\"']?<[SWX]\d+>[\"']?), (?:que|la que) (?P<p><P\d+>) (?P<t>llevo al cine|llevo a la pantalla|"
        r"dirigio)",
        each_person("director"),
    ),
    Pattern("director.es_not", r"(?P<p><P\d+>)(?:, [^,;.]{1,90},)? (?P<t>no dirige|no dirigio)\b", each_person("director")),
    Pattern(
        "producer.es_produced",
        rf"(?P<p>{_PEOPLE}),? que (?P<t>(?:produjo|produce|ha producido|coprodujo|produjeron))\b",
        each_person("producer"),
    ),
    Pattern(
        "producer.es_as",
        rf"(?P<p>{_PEOPLE}){_ASIDE} (?P<t>(?:figura|figuran|ejerce|ejercen|aparece|aparecen|participa|participan|"
        rf"firma|firman|ejercio|actua|actuan|es|son|tambien es)(?: tambien)?(?: como)? (?:el |la |los |las |un |"
        rf"una )?(?:productor|productora|productores|productoras)(?: ejecutiv[oa]s?)?)\b",
        each_person("producer"),
    ),
    Pattern("producer.es_apposition", r"(?P<p><P\d+>), (?P<t>(?:productor|productora)(?: ejecutiv[oa])?)\b", each_person("producer")),
    Pattern(
        "producer.es_production",
        rf"\b(?P<t>(?:la )?produccion(?: ejecutiva)?,? (?:corre a cargo de|corrio a cargo de|es de|de|la de|esta "
        rf"en manos de)) {_BIO}(?P<p>{_PEOPLE}|<P\d+> \(<[OX]\d+>\) y <P\d+>)",
        each_person("producer"),
    ),
    Pattern(
        "company.es_produces",
        r"\b(?P<t>(?:lo|la|los|las) (?:produce|produjo|producen|produjeron)|una produccion de|coproduccion de) "
        r"(?P<o><[OX]\d+>(?:(?:, | y | e )<[OX]\d+>){0,4})",
        _company,
    ),
    Pattern("company.es_bracket", r"(?P<t>produc[a-z]+)[^;.()]{0,60}<P\d+> \((?P<o><[OX]\d+>)\)", _company),
    # who plays whom
    Pattern(
        "cast.es_skin",
        rf"(?P<a><P\d+>){_ASIDE},? (?:(?:que|quien|tambien|ya|no solo|debuta como actriz|debuta como actor|se) "
        rf"){{0,3}}(?P<t>(?:(?:mete|pone|meten|ponen|puso|metio) )?en (?:la piel|los zapatos) {_TO}|(?:pone|calza) "
        rf"la barba de|"
        rf"con el (?:papel|rol) {_TO}|en el (?:papel|rol) {_TO}|hace {_TO}|hizo {_TO}|asume el papel {_TO}|encarna "
        rf"{_TO}|interpreta {_TO}|da vida {_TO}|dio vida {_TO}|interpreto {_TO}) {_BIO}{_C}",
        _plays,
    ),
    Pattern(
        "cast.es_is",
        rf"(?P<a><[PSX]\d+>){_ASIDE} (?P<t>{_BE_ROLE}) (?:(?:el|la|su|un|una) )?(?:[a-z]+ ){{0,3}}?{_C}(?:,|\.|;|:|"
        rf"\)|$| (?:en|de|y|el|la|su|con|cuando)\b)",
        _is,
    ),
    Pattern(
        "cast.es_elided",
        rf"(?:interpreta|encarna|da vida|papel|piel)[^.;]{{3,140}}?[,;] (?:y |e )?(?P<a><P\d+>), (?P<t>al|a la|a|"
        rf"el|la|como|su [a-z]+,?) {_BIO}{_C}",
        _plays,
    ),
    Pattern(
        "cast.es_played_by",
        rf"\b(?:a|al) (?:los? |las? )?(?:[a-z]+,? ){{0,3}}?(?P<c><[PSX]\d+>(?:(?:, | y | e )<[PSX]\d+>){{0,3}}),? "
        rf"(?P<t>(?:lo|la|le|los|las|les) (?:interpreta|interpretan|encarna|encarnan|da vida|dan vida|dio vida)) "
        rf"{_BIO}(?P<a>{_PEOPLE})",
        _plays,
    ),
    Pattern(
        "cast.es_relative",
        rf"{_C},? (?P<t>(?:a (?:quien|la que|el que) (?:da vida|interpreta|encarna)|(?:y|que) (?:la|lo) interpreta|"
        rf"interpretad[oa] por|encarnad[oa] por|con el rostro de)) {_BIO}(?P<a><P\d+>)",
        _plays,
    ),
    Pattern(
        "cast.es_on_screen",
        rf"\b(?P<t>(?:en (?:la )?pantalla (?:son|es)|completan el reparto|encabeza[n]? el reparto|al frente del "
        rf"reparto estan?|el reparto lo (?:completan|encabezan|forman)|junto a|a su lado (?:aparecen|estan))) "
        rf"(?P<a>{_PEOPLE})",
        _seen,
    ),
    Pattern(
        "cast.es_cameo",
        r"(?P<a><P\d+>)(?:, con [^.;]{0,80},| [a-z ]{0,30})? (?P<t>(?:hace un cameo|aparece|tiene un cameo|sale|"
        r"hace una aparicion)(?: breve)? como) (?P<c>(?:el|la|un|una) [a-z]+)\b",
        _role,
    ),
    # sources
    Pattern(
        "based_on.es_wrote_it",
        rf"\b(?P<t>el|la) (?P<k>{KIND}) (?:original )?(?:lo|la) (?:escribio|firma|firmo|publico) "
        rf"{_BIO}(?P<p>{_PEOPLE})",
        _written,
    ),
    Pattern(
        "based_on.es_published",
        rf"(?:(?P<k>{KIND})[^.;]{{0,90}}? )(?P<t>(?:se publico|publicad[oa]|aparecid[oa]|aparecio|se edito|"
        rf"editad[oa]|vio la luz)) en (?P<y><D\d+>)",
        _written,
    ),
    Pattern(
        "based_on.es_that",
        rf"(?P<t>[\"']?(?P<s><[WX]\d+>)[\"']?),? (?:el|la|las|los) (?P<k>{KIND})(?: de no ficcion)? (?:que|de) "
        rf"{_BIO}(?P<p><P\d+>)(?: (?:publico|escribio|edito) en (?P<y><D\d+>))",
        _written,
    ),
    Pattern(
        "based_on.es_drinks",
        rf"\b(?P<t>(?:se inspira|se basa|bebe|nace|parte|sale)(?: libremente)?,? (?:en|de)|adapta|adaptacion de|"
        rf"sino de|version de) (?:el|la|las|los|un|una) (?P<k>{KIND})(?: (?:homonim[oa]|autobiografic[oa]|"
        rf"superventas|de no ficcion))? de {_BIO}(?P<p><P\d+>)(?:, (?:publicad[oa]|aparecid[oa]) en "
        rf"(?P<y><D\d+>))?",
        _written,
    ),
)
