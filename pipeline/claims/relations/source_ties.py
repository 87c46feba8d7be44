"""What ties a work to its source: that it keeps to it, that it was lent its story; and whose the book is, what it is called.

A source stands in one of three builds: "<title>, the 1999 novel by A", "A's 1999 novel <title>", "the 1999 novel <title> by A". A kind
alone ("faithful to the book") says too little to be read here. Whose readers or fans will like the work, or what it
departs from, says nothing: there are other books on the same matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.lexicon import print_words
from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.source_facts import continues_source
from pipeline.claims.relations.sources import KINDS, name_authors
from pipeline.models import ObjectValue

_NO_KIND = "thriller|whodunit|chiller|potboiler|page-turner|cronica|ensayo"  # of books, and of no kind that the record knows
_PRINT = "|".join((_NO_KIND, *print_words()))
_PLAIN = r"(?:[a-z0-9-]+,? |<[OLN]\d+>(?:'s)? ){0,4}?"
_NAMES = r"<P\d+>(?:(?:, | and |,? and | & | y | e )<P\d+>){0,3}"
_BIO = r"(?:(?:the |an? |el |la |one )?(?:[a-z0-9'-]+,? |<[LOD]\d+>(?:'s)? ){0,5}?)"
_PIECES = r"(?:(?:'s| of(?: the)?) <[XLPO]\d+>)?"
_BY = r"(?:written |penned |published |reported |hosted |escrit[oa] |publicad[oa] |firmad[oa] )?(?:by|from|de|del|por)"
_QUOTED = r"[\"'](?:[a-z]+ |<[WXPLNDO]\d+> ){0,7}(?:[a-z]+|<[WXPLNDO]\d+>)[\"']"  # a title that the typist took for none
_WROTE = r"(?:que|that|which) (?:[a-z]+ )?(?:escribio|publico|firmo|edito)(?: en <D\d+>)?"


def _kind_of(build: str) -> str:
    return rf"{_PLAIN}(?P<year_{build}><D\d+>)?(?:'s)? ?{_PLAIN}(?P<kind_{build}>{_PRINT})\b"


def _title_in(build: str) -> str:
    return rf"(?:,? (?:called |titled |entitled |titulad[oa] |llamad[oa] )?[\"']?(?P<title_{build}><[WXP]\d+>{_PIECES})[\"']?)"


_DATED = (
    r"(?:,? (?:\(|(?:which |that )?(?:was )?(?:first )?(?:published|issued|printed|released|publicad[oa]|editad[oa]) (?:in|en) |"
    r"from |of |de )(?P<year_behind><D\d+>)\)?)?"
)
_DET = r"(?:the|an?|that|this|her|his|their|el|la|los|las|un|una|unas|su|sus)"
# the three builds: "<title>, the 1999 novel by A", "A's 1999 novel <title>", "the 1999 novel <title> by A"
_TITLED = (
    rf"(?:[\"']?(?P<title_titled><[WXP]\d+>{_PIECES})[\"']?|{_QUOTED}),[\"']? (?:{_DET} |(?P<owner_titled>{_NAMES})'s? )"
    rf"{_kind_of('titled')}(?:,? (?:(?:{_BY}|{_WROTE}) {_BIO}(?P<author_titled>{_NAMES})|"
    rf"(?:que|which|that) (?P<writer_titled>{_NAMES}) (?:publico|escribio|saco|edito|wrote|published|brought out)))?"
)
_OWNED = rf"(?P<owner_owned>{_NAMES})'s? (?:own |very own )?{_kind_of('owned')}{_title_in('owned')}?"
_TOLD = rf"{_DET} {_kind_of('told')}(?:{_title_in('told')}|,? {_QUOTED})?(?:,? (?:{_BY}|{_WROTE}) {_BIO}(?P<author_told>{_NAMES}))?"
SOURCE = rf"(?:{_TITLED}|{_OWNED}|{_TOLD}){_DATED}"
# the groups of SOURCE
_TITLE_GROUPS = ("title_titled", "title_owned", "title_told")
_AUTHOR_GROUPS = ("owner_titled", "author_titled", "writer_titled", "owner_owned", "author_told")
_KIND_GROUPS = ("kind_titled", "kind_owned", "kind_told")
_YEAR_GROUPS = ("year_titled", "year_owned", "year_told", "year_behind")
_WORK = (
    r"(?:<S\d+>|it\b|(?:the|this) (?:[a-z-]+ |<[NO]\d+>(?:'s)?[ -]){0,2}?(?:series|show|film|movie|drama|miniseries|season|scripts?|"
    r"screenplay|"
    r"adaptation|episodes|finale|ending)|(?:la|el|esta|este|los) (?:serie|miniserie|pelicula|ficcion|guion|guiones|adaptacion|final))"
)
_THIS = r"(?:<S\d+>|(?:the|this) (?:[a-z-]+ |<[NO]\d+>(?:'s)?[ -]){0,2}?(?:series|show|drama|miniseries))"
# other books than the source: somebody's next one, a companion to the work, one of several
_OTHER = re.compile(
    r"\b(?:another|other|second|third|later|next|new|latest|follow-?up|sequel|earlier|previous|companion|tie-in|making-of|several|many|"
    r"similar|rival|otr[oa]s?|segund[oa]|nuev[oa]|posterior|anterior|parecid[oa])\b"
)
# said of a book that is no source, or of what only might have been one
_NOT_SO = re.compile(
    r"\b(?:not|n't|never|no|nor|neither|without|unrelated|rather than|instead of|if only|could have|might have|should have|ni|sin|nunca|"
    r"tampoco)\b"
)
_PLURAL = frozenset({"books", "novels", "podcasts", "articles", "comics"})


def _read_source(hit: Hit) -> dict[str, ObjectValue]:
    """Title, author, kind and year that the groups of SOURCE caught; {} where the kind is told of many, or the title is a person's name."""
    value: dict[str, ObjectValue] = {}
    group = next((g for g in _TITLE_GROUPS if hit.has(g)), None)
    if group is not None:
        titles = hit.entities(group)
        if titles[0].roles:
            return {}
        value["value"] = titles[0].surface if len(titles) == 1 else hit.text(group)
    people = [p for g in _AUTHOR_GROUPS for p in hit.entities(g)]
    if people:
        value["author"] = name_authors(people)
    word = next((hit.typed(g) for g in _KIND_GROUPS if hit.has(g)), "")
    if word in _PLURAL:
        return {}
    if word in KINDS:
        value["kind"] = KINDS[word]
    years = [y for g in _YEAR_GROUPS for e in hit.entities(g) for y in e.years]
    if len(years) == 1:
        value["year"] = years[0]
    return value


def _source(hit: Hit) -> Iterator[Found]:
    """A source with an author or a title."""
    value = _read_source(hit)
    said = hit.sentence.typed[hit.match.start() : hit.match.end()]
    before = re.split(r"[;:.] |, (?:but|pero|and|y) ", hit.sentence.typed[: hit.match.start()])[-1]
    if value.keys() & {"author", "value"} and not _OTHER.search(said) and not _NOT_SO.search(f"{before} {hit.typed('t')}"):
        yield hit.found("based_on", value)


def _with_bare_title(hit: Hit) -> Iterator[Found]:
    """As _source, or with "<title>, de A"."""
    if hit.has("bare_author"):
        titles = hit.entities("bare_title")
        if not any(t.roles for t in titles):
            value: dict[str, ObjectValue] = {"author": name_authors(hit.entities("bare_author"))}
            yield hit.found("based_on", value | ({"value": titles[0].surface} if titles else {}))
    else:
        yield from _source(hit)


def _author_of_it(hit: Hit) -> Iterator[Found]:
    """ "The novel's author is A", behind words that say the work to come from one."""
    people = hit.entities("p")
    if people and continues_source(hit):
        value: dict[str, ObjectValue] = {"author": name_authors(people)}
        if hit.has("k") and hit.typed("k") in KINDS:
            value["kind"] = KINDS[hit.typed("k")]
        yield hit.found("based_on", value)


def _called(hit: Hit) -> Iterator[Found]:
    """ "It is called <title>", behind words that say the work to come from something."""
    title = next((e for g in ("s", "s2") for e in hit.entities(g)), None)
    told = hit.sentence.typed
    if title is not None and not title.roles and continues_source(hit) and not _TRANSLATED.search(told):
        yield hit.found("based_on", {"value": title.surface})


_TRANSLATED = re.compile(
    r"\b(?:in (?:english|spanish|french|german)|translat\w+|edition|en (?:ingles|espanol|frances)|traduc\w+|edicion)\b"
)
_KEEPS = (
    r"(?:(?:is|was|stays|stayed|remains|remained|keeps|kept|sticks|stuck|hews|hewed|es|se mantiene|sigue siendo) "
    r"(?:[a-z]+ly |very |fairly |quite |close |muy |bastante |mas o menos )?(?:faithful|true|loyal|close|closely|fiel|cercan[oa]|"
    r"to) ?(?:to|a)?|"
    r"(?:condenses|compresses|expands(?: on)?|updates|reworks|reimagines|simplifies|abridges|dramati[sz]es|fictionali[sz]es|transposes|"
    r"retells|brings to (?:the screen|life)|mines|follows|condensa|comprime|actualiza|reelabora|dramatiza|recrea|ilustra|sigue|"
    r"lleva a (?:la pantalla|imagenes)))"
)
_ROOT = (
    r"(?:source|seed|spark|blueprint|foundation|backbone|template|springboard|jumping-off point|germ|raw material|groundwork|bible|model)"
)
_BASE_ES = r"(?:punto de partida|base|fuente|origen|germen|semilla|materia prima|inspiracion)"
PATTERNS: tuple[Pattern, ...] = (
    Pattern("based_on.keeps_to", rf"(?:(?P<w>{_WORK})[\"']? |^|[;:,] |\by )(?P<t>{_KEEPS}) {SOURCE}", _source),
    Pattern(
        "based_on.root_is",
        rf"\b(?P<t>(?:the|its|their) (?:[a-z]+ )?{_ROOT}(?: (?:for|of|behind) {_WORK})? (?:is|was|were|came from|comes from|"
        rf"lies in)) {SOURCE}",
        _source,
    ),
    Pattern(
        "based_on.stands_behind",
        rf"(?:^|[,;:] |\band )(?P<t>(?:behind|underneath|underlying|at the (?:root|heart|bottom) of) {_WORK}[\"']? (?:is|was|lies|lay|"
        rf"stands|stood|"
        rf"sits)) {SOURCE}",
        _source,
    ),
    Pattern(
        "based_on.to_thank",
        rf"(?P<w>{_WORK})[\"']? (?P<t>(?:has|had|owes its (?:existence|story|plot|life) to)) {SOURCE}(?: to thank|[,.;]|$)",
        _source,
    ),
    Pattern(
        "based_on.lent_it",
        rf"{SOURCE},? (?P<t>(?:which |that )?(?:lent|lends|gave|gives|supplied|supplies|provided|provides|furnished) (?:{_WORK}|"
        rf"the (?:makers|"
        r"writers|producers)) (?:with )?(?:its|the|their) (?:plot|story|premise|bones|framework|outline|material|"
        r"starting point))",
        _source,
    ),
    Pattern(
        "based_on.they_based_it_on",
        rf"{SOURCE},? (?P<t>(?:on which (?:<[OP]\d+>|the (?:makers|writers|producers|studio)|he|she|they) (?:based|built|modelled) {_WORK}|"
        rf"(?:which|that) {_WORK} (?:adapts|dramati[sz]es|follows|retells|draws on|brings to (?:life|the screen))))",
        _source,
    ),
    Pattern(
        "based_on.taken_up",
        rf"{SOURCE},? (?P<t>(?:was|were|has been|is) (?:snapped up|optioned|bought|acquired|adapted|dramati[sz]ed|reworked)"
        rf"(?: by <[OP]\d+>)? for {_THIS})",
        _source,
    ),
    Pattern(
        "based_on.got_and_turned",
        rf"\b(?P<t>(?:got hold of|picked up|bought|optioned|acquired|snapped up|fell for|discovered|found|took)) {SOURCE}[^;.]{{0,40}},? "
        rf"and (?:turned|made|adapted|developed|reworked) (?:it )?(?:into|for|as) (?:{_THIS}|<N\d+> (?:episodes|parts|hours))",
        _source,
    ),
    # who wrote it, and what it is called, behind the sentence that names a source
    Pattern(
        "based_on.author_of_it",
        rf"\b(?P<t>(?:(?:its|the|that) (?:original )?(?P<k>{_PRINT})'s (?:author|writer|host)|the (?:author|writer|host) of the "
        rf"(?:original )?(?:{_PRINT})|its host|(?:el autor|la autora) (?:del libro|de la novela|del articulo|de las memorias))"
        rf"(?:,| is| was|:| es| era)) (?:(?:the |an? |el |la )?(?:[a-z-]+ |<[LOD]\d+>(?:'s)? ){{0,4}})(?P<p>{_NAMES})"
        r"(?:[,.;:)]|$| (?:and|who|had|has|was|says|said|y|que)\b)",
        _author_of_it,
    ),
    Pattern(
        "based_on.called_so",
        r"(?:^|[;:] |, )(?:(?:it's|it is|it was|the (?:book|novel|memoir|article|play|podcast|title) is|that one is|se|el titulo(?:,|"
        r" es)) ?"
        r"(?P<t>(?:called|titled|entitled|titula|llama|))[\"']? ?[\"']?(?P<s><[XWP]\d+>)[\"']?(?:[.,;]|$| (?:and|y)\b)|"
        r"[\"']?(?P<s2><[XWP]\d+>)[\"']?,? (?:it (?:is|was)|it's|is the name of it|was the title)(?: called)?(?:[.,;]|$| (?:and|y)\b))",
        _called,
    ),
    # Spanish: what comes first, and what stands behind
    Pattern(
        "based_on.es_source_is",
        rf"\b(?P<t>(?:la obra|el libro|el texto|la novela|la fuente|el origen|el germen|la base|el punto de partida|la inspiracion)"
        rf"(?: (?:que (?:sirve|sirvio) de (?:base|partida|{_BASE_ES})|de (?:la|el) que (?:parte|nace|sale|bebe)|de partida|original|"
        rf"en (?:la|el) que se (?:basa|inspira)(?: {_WORK})?|de {_WORK}|que (?:inspira|inspiro) {_WORK}))? (?:es|fue|esta en|son|fueron)) "
        rf"(?:{SOURCE}|(?:[\"']?(?P<bare_title><[WX]\d+>)[\"']?|{_QUOTED}),[\"']? (?:de|del) {_BIO}(?P<bare_author>{_NAMES}))",
        _with_bare_title,
    ),
    Pattern(
        "based_on.es_is_source",
        rf"{SOURCE},? (?P<t>(?:(?:es|fue|sirve de|sirvio de|constituye|sirvio como) (?:la |el |su )?{_BASE_ES}\b|{_BASE_ES} de {_WORK}|"
        rf"(?:de|en|a partir de) (?:cuyas paginas|la que|el que|las que|los que|donde) (?:se )?(?:sale|salio|nace|nacio|basa|inspira|"
        rf"parte|bebe)\b))",
        _source,
    ),
    Pattern(
        "based_on.es_roots",
        rf"(?:{_WORK}|la (?:trama|historia|idea)|el argumento|los guionistas|el proyecto) (?P<t>(?:hunde[n]? sus raices en|"
        rf"tiene[n]? su (?:origen|raiz|"
        rf"germen) en|se alimenta de|se nutre de|arranca de|partieron de|partio de|procede de|proviene de|debe (?:su|"
        rf"el) [a-z]+ a)) {SOURCE}",
        _source,
    ),
)
