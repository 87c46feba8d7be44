"""What the work is based on: title, author, kind and year of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.claims.entities import Entity
from pipeline.claims.lexicon import SCREEN_KINDS, source_kinds
from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.models import ObjectValue, Polarity

# words of the text -> kinds of the record format
KINDS = source_kinds()
_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
KIND = rf"(?:{_KIND})"
_QUAL = r"(?:[a-z0-9'.-]+,? |<[DON]\d+>(?:'s)?[ ,-]?|<[LX]\d+>(?:'s)? (?:magazine |newspaper )?){0,7}?"
_CUE = (
    r"(?:(?:is|was|are|were|being|it's|'s|itself|once again|also|in turn|closely|loosely|very|partly|directly|"
    r"faithfully|largely|officially|actually|really|reportedly|originally) ){0,4}"
    r"(?:based|adapted|drawn|taken|lifted|derived|developed|inspired|sourced|borrowed|basad[oa]|adaptad[oa]|"
    r"inspirad[oa]|modelled|modeled) (?:(?:loosely|closely|partly|directly|very loosely|in part|"
    r"faithfully|straight|, in part,) )?(?:on|upon|from|by|out of|en|de|por)(?: the pages of)?"
    r"|(?:spun|sprung|ripped|cribbed|made|built|born) (?:straight |directly |loosely )?(?:from|out of)(?: the pages of)?"
    r"|(?:adapts?|adapting|adaptation of|adaptacion de|draws (?:heavily |freely |loosely |closely )?(?:on|"
    r"from|upon)|draws,? (?:too|also|in part),? on|drew (?:heavily )?on|(?:takes?|took|taking|borrows|borrowed|lifts|lifted) "
    r"(?:its |their |his |her |the |much of its )?(?:whole |entire )?(?:cue|inspiration|lead|story|plot|premise|idea|starting point|"
    r"material) from|takes? (?:its |their )?title from|has its (?:origins?|roots?) in|its (?:origins?|roots) (?:is|are|lies?) in|"
    r"owes (?:its (?:existence|story|plot|premise|life)|a (?:heavy |great |large )?debt) to|"
    r"leans? (?:[a-z]+ly |throughout )?on|leaned (?:[a-z]+ly )?on|"
    r"(?:derives?|derived|stems?|stemmed|springs|sprang|comes? straight|came straight) from(?: the pages of)?|"
    r"works? from|working from|began (?:life )?as|started (?:life |out )?as|began with|comes? from|came from|"
    r"grew out of|came out of|grows out of|comes out of|owes (?:everything|much|a lot|its plot) to|(?:is|was) "
    r"a (?:screen |television |tv |film )?(?:version|remake|retelling|adaptation|dramati[sz]ation|reboot) of|"
    r"a remake of|retells|goes back to|rests on|"
    r"part(?:e|en|a) de|nacio como|nace de|adaptan?|se basan? en|se basaron en|se inspiran? en|se inspiro en|toman? como base|"
    r"trasladan?|bebe de|sale de|procede de|tiene su origen en|se apoya en|lleva a la pantalla|llevan a la pantalla)"
)


def _source(hit: Hit, **fixed: ObjectValue) -> Iterator[Found]:
    found: dict[str, ObjectValue] = {}
    if " sino " in hit.sentence.typed[hit.span("t")[1] : hit.match.end()]:
        return  # "no sale de la imaginacion de X, sino de ...": what counts comes behind
    if _OF_A_PART.search(hit.sentence.typed[: hit.span("t")[0]]):
        return
    title = next((e for group in ("s", "s2") for e in hit.entities(group) if e.type in {"W", "X", "S", "P"}), None)
    if title is not None:
        found["value"] = _whole_title(hit, title)
    authors = list(dict.fromkeys(p.name for p in hit.people("p")))
    if authors:
        found["author"] = " and ".join(authors[:4])
    kind = _kind(hit)
    if kind:
        found["kind"] = kind
    year = next((y for g in ("y", "y2", "y3") for e in hit.entities(g) for y in e.years), None)
    if year is not None:
        found["year"] = year
    found.update(fixed)
    if title is not None and title.type == "P" and _is_no_title(hit, title):
        return
    screen = kind in SCREEN_KINDS
    if screen and not found.keys() - {"kind"} and not hit.has("none"):
        return
    if found:
        yield hit.found("based_on", found)


_OF_A_PART = re.compile(  # "the finale takes its cue from a film by ..."
    r"(?:^|[,;:] |\b(?:and|but|while|y|pero) )(?:the|its|that|this|el|la|su) (?:[a-z]+ )?(?:finale|scenes?|sequence|opening|ending|score|"
    r"soundtrack|song|costumes?|look|poster|structure|style|subplot|twist|tone|escena|secuencia|banda sonora|tono|estilo)\b[^,;:]*$"
)


def _whole_title(hit: Hit, title: Entity) -> str:
    """The title as it stands there, where the typist made two names of it."""
    group = next(g for g in ("s", "s2") if any(e is title for e in hit.entities(g)))
    return hit.text(group) if len(hit.entities(group)) > 1 else title.surface


def _is_no_title(hit: Hit, title: Entity) -> bool:
    """What looks like a person's name is a title where "the book by ..." follows it directly, and no person on record is called so."""
    typed = hit.sentence.typed
    if hit.has("s") and _CALLED.search(typed[: hit.span("s")[0]]):
        return False
    at = typed.find(">", hit.span("s")[0] if hit.has("s") else hit.match.start()) + 1
    behind = typed[at : hit.span("k")[0]] if hit.has("k") else ""
    return bool(title.roles) or not behind.startswith(", ") or bool(_CLAUSE.search(behind))


_CALLED = re.compile(r"\b(?:called|titled|entitled|titulad[oa]|llamad[oa]) [\"']?$")
_CLAUSE = re.compile(r"\b(?:and|by|who|whom|which|it|was|were|is|are|has|had|from|on|of|author|writer|novelist|autora?)\b")


def _titled(hit: Hit) -> Iterator[Found]:
    """As _source, with the author from whichever group caught one, "that she wrote with B" and "a Jane Roe novel" included."""
    for found in _source(hit):
        if "author" not in found.object:
            people = [p for group in ("p2", "p3", "p4", "p5") for p in hit.people(group)]
            if not people and found.object.get("kind") not in {"article", "podcast"}:
                people = hit.people("b")
            if people:
                found.object["author"] = name_authors(people)
        yield found


def name_authors(people: Sequence[Entity]) -> str:
    """The first four of those who wrote a source, each once, as a claim holds them."""
    return " and ".join(dict.fromkeys(p.name for p in people[:4]))


_NO_KIND = frozenset({"thriller", "thrillers", "whodunit", "chiller", "potboiler"})  # of books as well as of films


def read_kind(hit: Hit) -> str | None:
    """The kind in the groups k, k2, k3, as the record format says it; None where they say none that it knows."""
    return _kind(hit)


def _based_it(hit: Hit) -> Iterator[Found]:
    """As _titled, but whoever "based it on" the source did not write that."""
    for found in _titled(hit):
        makers = [p.name for p in hit.people("p2")]
        if found.object.get("author") in makers:
            del found.object["author"]
        yield found


def _fixed(hit: Hit, polarity: Polarity) -> Iterator[Found]:
    for found in _source(hit):
        found.polarity = polarity
        yield found


def _none(hit: Hit) -> Iterator[Found]:
    """ "No book was involved": not where the words before it belong to somebody's view, or where another thing had no book behind it."""
    if not _OF_ANOTHER.search(hit.sentence.typed):
        yield from _fixed(hit, "negated")


_OF_ANOTHER = re.compile(
    r"\b(?:other|another|new|second|companion|tie-in|further|official) (?:[a-z-]+ )?(?:book|novel|memoir|podcast|article|series|film)|"
    r"\b(?:yet|so far|todavia|por ahora|aun)\b"
)


def _kind(hit: Hit) -> str | None:
    for group in ("k", "k2", "k3"):
        if hit.has(group):
            word = hit.typed(group).strip()
            before = hit.sentence.typed[max(0, hit.span(group)[0] - 30) : hit.span(group)[0]]
            if word in {"book", "books", "account", "bestseller"} and any(
                q in before for q in ("nonfiction", "non-fiction", "true-crime", "true crime")
            ):
                return "nonfiction book"
            if word in {"story", *_NO_KIND}:
                return None
            return KINDS.get(word, word)
    return None


_BY = (
    r"(?: (?:written |penned |published |co-written |reported |hosted |created |made )?(?:by|from(?: the pen of)?|del?|por|of) "
    r"(?:the )?@BIO(?P<p>@PEOPLE))"
)
_BY2 = (
    r"(?:,? (?:written |penned |published |co-written |reported |hosted )?(?:by|del?|por|from(?: the pen of)?) (?:the )?@BIO(?P<p>@PEOPLE))"
)
# "that she wrote with Jane Roe", "which Roe and Poe published in 2010"
_THAT = (
    r"(?:,? (?:(?:that|which|que) )?(?:(?:he|she|they|@BIO(?P<p3>@PERSON))(?: and (?:the "
    r")?@BIO(?P<p4>@PERSON))?) (?:had |later |first |also )*"
    r"(?:wrote|published|co-wrote|dictated|recorded|brought out|put out|knocked out|drew|released|written|penned|publico|escribio|saco|"
    r"lanzo|edito|dedico)(?: "
    r"(?:with|con) (?:an? |the |un |una |el |la )?(?:[a-z-]+,? ){0,3}"
    r"(?P<p5>@PERSON))?)"
)
_YEAR_AFTER = (
    r"(?:,? (?:which |that )?(?:was |had been )?(?:first |originally )?(?:\(|published (?:by <[OX]\d+> )?in |"
    r"released in |came out in |appeared in |which came out in |that came out in |"
    r"from |of |out in |publicad[oa] (?:por <[OX]\d+> )?en |de |in |en )?(?P<y2><D\d+>)\)?)?"
)
_PIECES = r"(?:(?:'s| of(?: the)?) <[XLPO]\d+>)?"  # of a title of which the typist made two names
_TITLE = (
    r"(?:,? (?:called |titled |entitled |also called |titulad[oa] |llamad[oa] )?[\"']?"
    rf"(?P<s><[WXSP]\d+>{_PIECES})(?:: "
    r"<[PXWL]\d+>[^.;,]{0,60})?[\"']?,?)"
)
_ART = r"(?:an? |the |his |her |their |its |el |la |un |una |las |los |another |this |that |some |one |unas |sus? )"
_FICTION = r"thrillers?|whodunit|chiller|potboiler"
_YK = rf"{_QUAL}(?P<y><D\d+>)?(?:'s)?[ ,]?{_QUAL}(?:(?P<b><[PXO]\d+>) (?:magazine |newspaper )?)?{_QUAL}(?P<k>{KIND}|{_FICTION})\b"
_AFTER_IT = (
    r"(?:supplies|supplied|provides?|provided|inspired|gave rise to|is the (?:basis|source|starting point|"
    r"foundation)|was the (?:basis|source|starting point|foundation)|lies behind|"
    r"is behind|underlies|started it all|was turned into|became the|furnished|forms the basis|formed the "
    r"basis|served as the (?:basis|source)|serves as the (?:basis|source))"
)

PATTERNS: tuple[Pattern, ...] = (
    # based on the 2020 memoir Title by A and B, published in ...
    Pattern("based_on.full", rf"\b(?P<t>{_CUE}) {_ART}?{_YK}{_TITLE}?(?:{_BY}|{_THAT})?{_YEAR_AFTER}", _titled),
    # based on A's memoir Title
    Pattern(
        "based_on.possessive",
        rf"\b(?P<t>{_CUE}) (?:the )?@BIO(?P<p><P\d+>(?:(?:, | and |,? and | & )<P\d+>){{0,3}})'s? (?:own |very own )?"
        rf"{_QUAL}(?P<y><D\d+>)?(?:'s)?[ ,]?{_QUAL}(?P<k>{KIND}|story|history)\b{_TITLE}?{_YEAR_AFTER}",
        _source,
    ),
    # based on Title, the memoir by A / Title, A's memoir / Title, a 1978 novella by A
    Pattern(
        "based_on.title",
        rf"\b(?P<t>{_CUE}) (?:the |her |his |their )?[\"']?(?P<s><[WXSP]\d+>)[\"']?,?[\"']? (?:\(?{_ART})?"
        rf"(?:@BIO(?P<p2><P\d+>)'s (?:own )?)?{_YK}(?:{_BY}|{_THAT})?{_YEAR_AFTER}",
        _titled,
    ),
    Pattern(
        "based_on.title_by",
        rf"\b(?P<t>{_CUE}) (?:the |her |his |their )?[\"']?(?P<s><[WXS]\d+>)[\"']?,?[\"']? (?:written |published |"
        rf"reported )?(?:by|de) (?:the )?@BIO(?P<p>@PEOPLE){_YEAR_AFTER}",
        _source,
    ),
    Pattern("based_on.title_alone", rf"\b(?P<t>{_CUE}) (?:the |her |his |their )?[\"']?(?P<s><W\d+>)[\"']?{_YEAR_AFTER}", _source),
    # "an article written by A for The Title Magazine" after the work, "from the nonfiction bestseller by A"
    Pattern(
        "based_on.from_by",
        rf"\b(?P<t>from|on|per|after|via|with|sino de|viene de|sale de|procede de|nace de) "
        rf"{_ART}{_YK}{_TITLE}?(?:{_BY2}|{_THAT}){_YEAR_AFTER}",
        _titled,
    ),
    Pattern(
        "based_on.from_possessive",
        rf"\b(?P<t>from|after|on|of|via) @BIO(?P<p><P\d+>(?: and <P\d+>)?)'s? (?:own )?{_YK}{_TITLE}?{_YEAR_AFTER}",
        _source,
    ),
    # A's 2019 memoir, Title, as its starting point; A's memoir supplies the bones
    Pattern(
        "based_on.takes",
        rf"(?P<p><P\d+>(?:(?:, | and |,? and | & )<P\d+>){{0,3}})'s? {_YK}{_TITLE}?[^.;]{{0,60}}? "
        r"(?P<t>as (?:an? |its |her |his |their |the )?(?:starting[ -]point|jumping-off point|springboard|source|"
        r"basis|blueprint|inspiration|foundation))",
        _source,
    ),
    Pattern(
        "based_on.supplies",
        rf"(?P<p><P\d+>(?:(?:, | and |,? and | & )<P\d+>){{0,3}})(?:'s?|, whose) {_YK}{_TITLE}?[^.;<]{{0,50}}?,? "
        rf"(?P<t>{_AFTER_IT})\b",
        _source,
    ),
    Pattern(
        "based_on.takes_title",
        rf"[\"']?(?P<s><[WX]\d+>)[\"']?, {_ART}(?:@BIO(?P<p2><P\d+>)'s )?{_YK}{_BY}?[^.;]{{0,40}}? (?P<t>as (?:an? "
        rf"|its |her |his |their |the )?"
        r"(?:starting[ -]point|jumping-off point|springboard|source|basis|blueprint|inspiration|foundation)|which "
        r"(?:creator |writer |director )?<P\d+>[^.;]{0,30} (?:adapted|used|turned))",
        _titled,
    ),
    Pattern(
        "based_on.starting_point",
        rf"\b(?P<t>as (?:his|her|their|its|a) (?:starting[ -]point|source|basis|springboard)),? "
        rf"[\"']?(?P<s><[WXP]\d+>)[\"']?,? {_ART}{_YK}{_BY}?{_YEAR_AFTER}",
        _source,
    ),
    # the source is / its source is a slim memoir by A; the credited source is A's own book, Title
    Pattern(
        "based_on.source_is",
        rf"\b(?P<t>(?:the|its|their|whose|la|el|su|one|only) (?:[a-z]+ )?(?:source|source material|inspiration|"
        rf"basis|origin|starting point|fuente|origen|book|novel|memoir|libro|(?:book|text|novel|volume) in question)"
        rf"(?: for (?:it|the [a-z]+|all this))?(?: is| was| are| comes from|,|:| es| fue| esta en)) "
        rf"{_ART}?(?:[\"']?(?P<s><[WXP]\d+>{_PIECES})[\"']?,? (?:an? |the |his |her )?)?"
        rf"(?:@BIO(?P<p2><P\d+>)'s (?:own )?)?{_YK}{_TITLE.replace('(?P<s>', '(?P<s2>')}?(?:{_BY}|{_THAT})?{_YEAR_AFTER}",
        _titled,
    ),
    Pattern(
        "based_on.source_is_title",
        rf"\b(?P<t>(?:the|its|their|credited) (?:[a-z]+ )?(?:source|source material|basis)(?: is| was|:)) "
        rf"[\"']?(?P<s><[WX]\d+>)[\"']?{_BY2}?{_YEAR_AFTER}",
        _source,
    ),
    Pattern(
        "based_on.book_is_by",
        r"\b(?P<t>the (?P<k>book|novel|memoir|podcast|article|play|original)) (?:itself )?(?:is|was|comes) "
        r"(?:written |penned )?(?:by|from) @BIO(?P<p>@PEOPLE)",
        _source,
    ),
    # the book by A that inspired it
    Pattern(
        "based_on.inspired_it",
        rf"(?:(?P<p><P\d+>(?: and <P\d+>)?)'s? )?{_YK}{_TITLE}?{_BY2.replace('(?P<p>', '(?P<p3>')}?,? (?:that|"
        rf"which) (?P<t>(?:directly |originally |first )?{_AFTER_IT})\b",
        _titled,
    ),
    # A turned his own stage show into ...; A adapted her own book
    Pattern(
        "based_on.own",
        rf"(?P<p><P\d+>(?: and <P\d+>)?)[^.;<]{{0,50}}?(?P<t>(?:turned|turns|reworked|has turned|based it on|built it (?:out of|from|on))) "
        rf"(?:his |her |their )(?:own )?{_QUAL}(?P<k>{KIND})\b{_TITLE}?{_YEAR_AFTER}",
        _source,
    ),
    Pattern(
        "based_on.own_titled",
        rf"(?P<p><P\d+>(?: and <P\d+>)?)[^.;<]{{0,50}}?(?P<t>(?:adapted|adapts|adapting)) (?:his |her |their "
        rf")(?:own )?{_QUAL}(?P<k>{KIND})\b{_TITLE}{_YEAR_AFTER}",
        _source,
    ),
    Pattern(
        "based_on.based_it",
        rf"(?P<p2><P\d+>|\bhe|\bshe|\bthey|\bwho) (?P<t>(?:based|built|modelled) (?:it|the (?:series|show|film|"
        rf"drama|story|script)) (?:on|out of|from)) {_ART}?[\"']?(?P<s><[WX]\d+>)[\"']?,?[\"']? "
        rf"(?:\(?{_ART})?{_YK}(?:{_BY}|{_THAT})?{_YEAR_AFTER}",
        _based_it,
    ),
    Pattern(
        "based_on.wrote_the",
        rf"(?P<p>@PEOPLE),? (?:who )?(?:(?:also|had|first|originally) ){{0,2}}(?P<t>(?:wrote|published|penned|"
        rf"authored)) the (?:original |source |best-selling |bestselling )?"
        rf"(?:<D\d+> )?(?P<k>{KIND})\b{_TITLE}? (?:on which|that|it is|which (?:the|it)|"
        r"behind (?:it|<S\d+>|the (?:series|show|film|drama)))",
        _source,
    ),
    # "A, the author of ..., published <the work's title> in 2016": the book of that name
    Pattern(
        "based_on.published",
        r"(?P<p><P\d+>)(?:, (?:[^,;.<]|<[WXSOLDN]\d+>){1,80},)? (?P<t>(?:first |originally )?(?:published|wrote|"
        r"publico|escribio)) (?:the (?P<k>book|novel|memoir) )?[\"']?(?P<s><S\d+>)[\"']? (?:in|en|back in) "
        r"(?P<y><D\d+>)",
        _source,
    ),
    Pattern(
        "based_on.whose",
        rf"(?P<p><P\d+>), whose {_YK}{_TITLE}? (?:of the same name )?(?P<t>(?:came out|was published|appeared|was "
        rf"released) (?:back )?in) (?P<y2><D\d+>)",
        _source,
    ),
    Pattern(
        "based_on.first_published",
        rf"\b(?P<t>(?:first |originally )?published in|publicad[oa] en|aparecid[oa] en) (?P<y><D\d+>), (?:the|el|"
        rf"la) (?P<k>{KIND})\b",
        _source,
    ),
    # no source at all, an original
    Pattern(
        "based_on.no_source",
        r"\b(?P<t>(?P<none>not|isn't|wasn't|never|nor is it|no esta|doesn't|does not|tampoco|no se) (?:actually |really |directly |come )?"
        r"(?:based|adapted|drawn|taken|inspired|come|basad[oa]|basa)) (?:on|from|by|en) "
        r"(?:an?|any|anybody's|anyone's|the|ningun|ninguna|un|una) (?:[a-z-]+ ){0,3}(?P<k>book|novel|memoir|"
        r"article|podcast|play|film|documentary|series|libro|novela)\b",
        lambda hit: _fixed(hit, "negated"),
    ),
    Pattern(
        "based_on.none_behind",
        rf"\b(?P<t>(?P<none>there (?:is|was|were) (?:no|neither|never an?|never any)|there(?:'s| has| had) (?:no|never been an?)|"
        rf"there never was an?|there (?:isn't|wasn't) an?|no)) (?:[a-z-]+ ){{0,2}}(?P<k>{KIND}|source) (?:or (?:[a-z-]+ ){{0,2}}{KIND} )?"
        r"(?:[a-z-]+ )?(?:behind|underneath|underlying|involved|at the (?:root|bottom)|"
        r"to (?:read|buy|draw on|adapt|go on|work from|begin with|start (?:from|with)))\b",
        _none,
    ),
    Pattern(
        "based_on.none_used",
        rf"(?:^|[,;:] |\b(?:and|but|that|rumou?rs?),? )(?P<t>(?P<none>no|neither|ningun|ninguna)) (?:[a-z-]+ |<[OL]\d+> )"
        rf"{{0,2}}(?P<k>{KIND}) (?:or (?:[a-z-]+ ){{0,2}}{KIND} )?"
        r"(?:(?:was|is|were|has been|had been) (?:ever )?(?:involved|used|adapted|consulted|optioned|bought|credited|its source|"
        r"the (?:source|basis))|(?:served|serves) as (?:the |its |a )?(?:basis|source)|"
        r"(?:inspired|underlies|gave rise to) (?:it|the|this|<S)|(?:sirvio|sirve) de (?:base|partida)|inspiro|esta detras|se uso)",
        _none,
    ),
    Pattern(
        "based_on.nothing_to_do",
        rf"(?P<w>@SUBJ) (?P<t>(?P<none>(?:has|had)(?: got)? nothing (?:whatsoever |at all )?(?:to do|in common) with|owes nothing to|"
        rf"draws on no|no tiene nada que ver con)) (?:any |an? |ningun |ninguna |un |una )?(?:[a-z-]+ ){{0,2}}(?P<k>{KIND})\b",
        _none,
    ),
    Pattern(
        "based_on.nothing_to_do_with_it",
        rf"(?:^|[,;:] |\b(?:and|but) )(?:an?|any|una?) (?:[a-z-]+ ){{0,2}}(?P<k>{KIND}) (?P<t>(?P<none>(?:has|had)(?: got)? nothing "
        r"(?:whatsoever |at all )?to do with|no tiene nada que ver con)) "
        r"(?:it|this|<S\d+>|the (?:series|show|film|drama)|la (?:serie|pelicula))",
        _none,
    ),
    Pattern(
        "based_on.not_kind",
        r"\b(?P<t>(?:is|was|'s) (?:an? |the )(?:[a-z-]+ ){0,2}(?:memoir|biography|article|autobiography|"
        r"nonfiction book|novel), )not (?:an? )(?P<k>novel|memoir|biography|autobiography)\b",
        lambda hit: _fixed(hit, "negated"),
    ),
    Pattern(
        "based_on.row",
        rf"^(?P<t>(?:based on|source|source material|adapted from|basad[oa] en)) ?[:-] ?(?:the |an? "
        rf")?(?:[\"']?(?P<s><[WX]\d+>)[\"']?,? ?)?{_QUAL}(?P<k>{KIND})?{_BY2}?",
        _source,
    ),
    Pattern(
        "based_on.source_kind",
        r"\b(?P<t>think of it as|the book is|it is|it's|the (?:book|source) (?:is|was)) (?:really |actually |, in "
        r"fact, )?(?:an? )(?P<k>memoir|novel|biography|autobiography)\b",
        _source,
    ),
    Pattern(
        "based_on.is_kind",
        r"(?P<s><W\d+>)(?:, (?:[^,;.<]|<D\d+>){1,60},)? (?P<t>is|was|isn't|wasn't|no es) (?:actually |really |"
        r"itself )?(?:not )?(?:an? |the |una? )(?:[a-z-]+ |<[DO]\d+> ){0,3}(?P<k>memoir|novel|biography|"
        r"autobiography|novella|play|podcast|novela)\b",
        _source,
    ),
)
