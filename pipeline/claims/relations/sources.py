"""What the work is based on: title, author, kind and year of the source."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.lexicon import source_kinds
from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.models import ObjectValue

# words of the text -> kinds of the record format
KINDS = source_kinds()
_KIND = "|".join(sorted(KINDS, key=len, reverse=True))
KIND = rf"(?:{_KIND})"
_QUAL = r"(?:[a-z0-9'.-]+,? |<[DON]\d+>(?:'s)?[ ,-]?|<[LX]\d+>(?:'s)? (?:magazine |newspaper )?){0,7}?"
_CUE = (
    r"(?:(?:is|was|are|were|being|it's|'s|itself|once again|also|in turn|closely|loosely|very|partly|directly|"
    r"faithfully|largely|officially|actually|really|reportedly|originally) ){0,4}"
    r"(?:based|adapted|drawn|taken|lifted|derived|developed|inspired|sourced|borrowed|basad[oa]|adaptad[oa]|"
    r"inspirad[oa]|modelled|modeled) (?:(?:loosely|closely|partly|directly|very loosely|in part|faithfully|, "
    r"in part,) )?(?:on|upon|from|by|out of|en|de|por)"
    r"|(?:adapts?|adapting|adaptation of|adaptacion de|draws (?:heavily |freely |loosely |closely )?(?:on|"
    r"from|upon)|drew (?:heavily )?on|takes? (?:its |their )?(?:cue|inspiration|lead|story|title|starting "
    r"point) from|"
    r"works? from|working from|began (?:life )?as|started (?:life |out )?as|began with|comes? from|came from|"
    r"grew out of|came out of|grows out of|comes out of|owes (?:everything|much|a lot|its plot) to|(?:is|was) "
    r"a (?:screen |television |tv |film )?(?:version|remake|retelling|adaptation|dramati[sz]ation|reboot) of|"
    r"a remake of|retells|goes back to|rests on|"
    r"parte de|nacio como|nace de|adapta|se basa en|se inspira en|toma como base)"
)


def _source(hit: Hit, **fixed: ObjectValue) -> Iterator[Found]:
    found: dict[str, ObjectValue] = {}
    title = next((e for e in hit.entities("s") if e.type in {"W", "X", "S", "P"}), None)
    if title is not None:
        found["value"] = title.surface
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
    if found:
        yield hit.found("based_on", found)


def _titled(hit: Hit) -> Iterator[Found]:
    """As _source, with authors from whichever group caught them."""
    for found in _source(hit):
        for group in ("p2", "p3"):
            people = hit.people(group)
            if people and "author" not in found.object:
                found.object["author"] = " and ".join(p.name for p in people[:4])
        yield found


def _kind(hit: Hit) -> str | None:
    for group in ("k", "k2", "k3"):
        if hit.has(group):
            word = hit.typed(group).strip()
            before = hit.sentence.typed[max(0, hit.span(group)[0] - 30) : hit.span(group)[0]]
            if word in {"book", "books", "account", "bestseller"} and any(
                q in before for q in ("nonfiction", "non-fiction", "true-crime", "true crime")
            ):
                return "nonfiction book"
            if word in {"story"}:
                return None
            return KINDS.get(word, word)
    return None


_BY = r"(?: (?:written |penned |published |co-written |reported |hosted |created |made )?(?:by|from|de|por|of) (?:the )?@BIO(?P<p>@PEOPLE))"
_BY2 = r"(?: (?:written |penned |published |co-written |reported |hosted )?(?:by|de|por|from) (?:the )?@BIO(?P<p>@PEOPLE))"
_YEAR_AFTER = (
    r"(?:,? (?:first )?(?:\(|published in |released in |which came out in |that came out in |from |of |out in "
    r"|which was published in |publicad[oa] en |de |that )?(?P<y2><D\d+>)\)?)?"
)
_TITLE = (
    r"(?:,? (?:called |titled |entitled |also called |titulad[oa] |llamad[oa] )?[\"']?(?P<s><[WXSP]\d+>)(?:: "
    r"<[PXWL]\d+>[^.;,]{0,60})?[\"']?,?)"
)

PATTERNS: tuple[Pattern, ...] = (
    # based on the 2020 memoir Title by A and B, published in ...
    Pattern(
        "based_on.full",
        rf"\b(?P<t>{_CUE}) (?:an? |the |his |her |their |its |el |la |un |una |las |los |another |this |that |some "
        rf")?{_QUAL}(?P<y><D\d+>)?(?:'s)?[ ,]?{_QUAL}(?P<k>{KIND})\b{_TITLE}?{_BY}?{_YEAR_AFTER}",
        _source,
    ),
    # based on A's memoir Title
    Pattern(
        "based_on.possessive",
        rf"\b(?P<t>{_CUE}) (?:the )?@BIO(?P<p><P\d+>(?:(?:, | and |,? and | & )<P\d+>){{0,3}})'s? (?:own |very own "
        rf")?{_QUAL}(?P<y><D\d+>)?(?:'s)?[ ,]?{_QUAL}(?P<k>{KIND}|story)\b{_TITLE}?{_YEAR_AFTER}",
        _source,
    ),
    # based on Title, the memoir by A / Title, A's memoir / Title, a 1978 novella by A
    Pattern(
        "based_on.title",
        rf"\b(?P<t>{_CUE}) (?:the |her |his |their )?[\"']?(?P<s><[WXPS]\d+>)[\"']?(?:: "
        rf"<[PXWL]\d+>[^.;,]{{0,60}})?,? (?:\(?(?:an? |the |his |her |their |un |una |el |la "
        rf"))?(?:@BIO(?P<p2><P\d+>)'s )?{_QUAL}(?P<y><D\d+>)?(?:'s)?[ ,]?{_QUAL}(?P<k>{KIND})\b(?: (?:that|which) "
        rf"@BIO(?P<p3>@PEOPLE) (?:published|wrote|released|had written))?{_BY}?{_YEAR_AFTER}",
        _titled,
    ),
    Pattern(
        "based_on.title_by",
        rf"\b(?P<t>{_CUE}) (?:the |her |his |their )?[\"']?(?P<s><[WXS]\d+>)[\"']?,? (?:written |published |"
        rf"reported )?(?:by|de) (?:the )?@BIO(?P<p>@PEOPLE){_YEAR_AFTER}",
        _source,
    ),
    Pattern("based_on.title_alone", rf"\b(?P<t>{_CUE}) (?:the |her |his |their )?[\"']?(?P<s><W\d+>)[\"']?{_YEAR_AFTER}", _source),
    # "an article written by A for The Title Magazine" after the work, "from the nonfiction bestseller by A"
    Pattern(
        "based_on.from_by",
        rf"\b(?P<t>from|on|per|after|via) (?:an? |the |his |her |el |la )?{_QUAL}(?P<y><D\d+>)?[ "
        rf",]?{_QUAL}(?P<k>{KIND}){_TITLE}?{_BY2}{_YEAR_AFTER}",
        _source,
    ),
    # A's 2019 memoir, Title, as its starting point
    Pattern(
        "based_on.takes",
        rf"(?P<p><P\d+>(?:(?:, | and |,? and | & )<P\d+>){{0,3}})'s? {_QUAL}(?P<y><D\d+>)?[ "
        rf",]?{_QUAL}(?P<k>{KIND})\b{_TITLE}?[^.;]{{0,60}}? (?P<t>as (?:an? |its |her |his |their |the "
        rf")?(?:starting[ -]point|jumping-off point|springboard|source|basis|blueprint|inspiration|foundation))",
        _source,
    ),
    # the source is / its source is a slim memoir by A; the source material, A's book
    Pattern(
        "based_on.source_is",
        rf"\b(?P<t>(?:the|its|their|whose|la|su) (?:original |literary |main |real |actual )?(?:source|source "
        rf"material|inspiration|basis|starting point|fuente|origen|book|novel|memoir)(?: for (?:it|the [a-z]+|all "
        rf"this))?(?: is| was| are| comes from|,|:| es| fue)) (?:an? |the |his |her |un |una |el |la "
        rf")?(?:[\"']?(?P<s><[WX]\d+>)[\"']?,? (?:an? |the |his |her )?)?(?:@BIO(?P<p2><P\d+>)'s "
        rf")?{_QUAL}(?P<y><D\d+>)?[ ,]?{_QUAL}(?P<k>{KIND})\b{_BY}?{_YEAR_AFTER}",
        _titled,
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
        rf"(?:(?P<p><P\d+>(?: and <P\d+>)?)'s? )?{_QUAL}(?P<y><D\d+>)?[ "
        rf",]?{_QUAL}(?P<k>{KIND})\b{_TITLE}?{_BY2.replace('(?P<p>', '(?P<p3>')}?,? (?:that|which) "
        rf"(?P<t>(?:directly |originally |first )?(?:inspired|gave rise to|became|was turned into|lies behind|is "
        rf"behind|underlies|started it all))\b",
        _titled,
    ),
    # A turned his own stage show into ...; A adapted her own book
    Pattern(
        "based_on.own",
        rf"(?P<p><P\d+>(?: and <P\d+>)?)[^.;<]{{0,50}}?(?P<t>(?:adapted|adapts|turned|turns|adapting|reworked|"
        rf"expanded|has turned)) (?:the |his |her |their )(?:own )?{_QUAL}(?P<k>{KIND})\b{_TITLE}?",
        _source,
    ),
    Pattern(
        "based_on.wrote_the",
        rf"(?P<p>@PEOPLE),? (?:who )?(?:(?:also|had|first|originally) ){{0,2}}(?P<t>(?:wrote|published|penned|"
        rf"authored)) (?:the )(?:original |source |best-selling |bestselling )?(?:<D\d+> "
        rf")?(?P<k>{KIND})\b{_TITLE}? (?:on which|that|it is|which (?:the|it))",
        _source,
    ),
    # no source at all, an original
    Pattern(
        "based_on.no_source",
        r"\b(?P<t>(?:not|isn't|wasn't|never) (?:actually |really |directly )?(?:based|adapted|drawn|taken|"
        r"inspired)) (?:on|from|by) (?:an?|any|anybody's|anyone's|the) (?:[a-z-]+ ){0,3}(?P<k>book|novel|memoir|"
        r"article|podcast|play|film|documentary|series)\b",
        _source,
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
        rf"(?P<s><[WX]\d+>)(?:, [^,;.]{{1,60}},)? (?P<t>is|was) (?:actually |really |itself )?(?:an? |the "
        rf")(?:[a-z-]+ |<[DO]\d+> ){{0,3}}(?P<k>{KIND})\b{_BY}?",
        _source,
    ),
)
