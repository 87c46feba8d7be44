"""What a text says of the source work in passing, or in the sentence behind the one that names it: its title, kind, author, year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.sources import KIND, KINDS, name_authors, read_kind
from pipeline.models import ObjectValue

REACH = 260  # characters before a sentence in which its block must have named a source
_LOOSE = (  # said of other things than sources as well
    r"\b(?:takes?|took|draws?|drew|lifts?|lifted) (?:its|their|his|her|the) (?:[a-z]+ )?(?:story|plot|cue|inspiration|premise|idea) from|"
    r"\b(?:began|begins|started|starts) (?:life |out )?as|\b(?:screen version|retelling) of|\bowes (?:its|a)|\bgoes back to|"
    r"\b(?:made|developed|spun|lifted|born) (?:from|out of)|\bleans? (?:[a-z]+ly )?on|\bthe (?:[a-z]+ )?source (?:is|was)|"
    r"\b(?:parte|partio|nace|nacio) (?:de|como)|\bse inspir[ao] en|\badaptan"
)
_NAMED_A_SOURCE = re.compile(
    r"\b(?:based|adapted|drawn|taken|inspired) (?:loosely |closely |partly )?(?:on|from|by)\b|"
    r"\b(?:comes|came|grew|sprang) (?:out of|from)\b|\badapt(?:s|ation of)\b|\bbasad[oa] en\b|\bse basa en\b|\badapta(?:cion)?\b|"
    r"\b(?:book|novel|memoir|article|play) (?:itself )?(?:is|was) (?:written |penned )?by\b|"
    r"\b(?:libro|novela|articulo) (?:lo|la) escribio\b|"
    rf"(?:{_LOOSE})\b[^.!?]{{1,100}}?\b(?:books?|novels?|memoirs?|biography|autobiography|article|play|podcast|comic|diar(?:y|ies)|thriller|"
    r"bestseller|tell-all|paperback|story|account|libro|novela|memorias|biografia|autobiografia|reportaje|articulo)\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    r"\b(?:another|second|follow-up|sequel|later|next|previous|earlier|other|different|new|latest) (?:[a-z-]+ ){0,2}"
    r"(?:book|novel|memoir|play|article|podcast)\b|\b(?:books|novels|plays|articles|libros|novelas)\b",
    re.IGNORECASE,
)
_PRINT = r"(?:book|novel|memoir|biography|autobiography|article|graphic novel|nonfiction book|libro|novela|autobiografia|articulo)"


def _told_before(hit: Hit) -> str:
    """What the block says before the sentence, as far as it may be continued here."""
    return hit.sentence.block.text[max(0, hit.sentence.start - REACH) : hit.sentence.start]


def continues_source(hit: Hit) -> bool:
    """Has the block, up to the match, just named a source, and no second book?"""
    return _continues(hit, here=True)


def _continues(hit: Hit, *, here: bool = False) -> bool:
    """Has the block just named a source, and no second book? ``here``: the sentence itself may have."""
    before = _told_before(hit)
    if here:
        before += hit.sentence.block.text[hit.sentence.start : hit.sentence.to_folded(hit.match.start())]
    told = before + hit.sentence.block.text[hit.sentence.start : hit.sentence.end]
    return bool(_NAMED_A_SOURCE.search(before)) and not _ANOTHER.search(told) and not _brings_in_a_book(before)


def _brings_in_a_book(before: str) -> bool:
    """Does a sentence behind the one that names the source tell of a book of its own ("A book appeared after the series.")?"""
    last = re.split(r"(?<=[.!?])[\"']?\s+", before.strip())[-1]
    return bool(_A_BOOK.search(last)) and not _NAMED_A_SOURCE.search(last)


_A_BOOK = re.compile(
    r"\b(?:companion|tie-in)\b|(?<!\bis )(?<!\bwas )\b(?:an?|another|una?|otro|otra) (?:[a-z-]+ ){0,3}"
    r"(?:book|novel|memoir|biography|article|libro|novela)\b",
    re.IGNORECASE,
)


def _published(hit: Hit) -> Iterator[Found]:
    """ "The novel was published in 1975", behind "It is based on a novel by ..."."""
    years = [y for e in hit.entities("y") for y in e.years]
    if len(years) != 1 or not _continues(hit, here=True):
        return
    value: dict[str, ObjectValue] = {"year": years[0]}
    if hit.has("k"):
        value["kind"] = KINDS.get(hit.typed("k"), hit.typed("k"))
    yield hit.found("based_on", value)


def _called(hit: Hit) -> Iterator[Found]:
    """ "It is called <title>, it is by <author>": the source, where the sentence before says that there is one."""
    before = _told_before(hit)
    if not _NAMED_A_SOURCE.search(before) or not re.search(rf"\b{KIND}\b", before, re.IGNORECASE) or _ANOTHER.search(before):
        return
    people = hit.people("p")
    if people and not hit.entities("s")[0].roles:
        yield hit.found("based_on", {"value": hit.entities("s")[0].surface, "author": " and ".join(p.name for p in people[:4])})


def _grew(hit: Hit) -> Iterator[Found]:
    """ "His 2006 play <title>, from which the series grew"."""
    title = hit.entities("s")[0]
    if title.roles:
        return  # a person on record
    value: dict[str, ObjectValue] = {"value": title.surface}
    kind = hit.typed("k")
    value["kind"] = KINDS.get(kind, kind)
    years = [y for e in hit.entities("y") for y in e.years]
    if len(years) == 1:
        value["year"] = years[0]
    authors = hit.people("p")
    if authors:
        value["author"] = authors[0].name
    yield hit.found("based_on", value)


def _made_into(hit: Hit) -> Iterator[Found]:
    """ "A's novel <title> was turned into <the work>"."""
    value: dict[str, ObjectValue] = {}
    if hit.has("s"):
        title = hit.entities("s")[0]
        if title.roles:
            return
        value["value"] = title.surface
    value["author"] = " and ".join(e.name for e in hit.entities("p"))
    kind = hit.typed("k")
    value["kind"] = KINDS.get(kind, kind)
    years = [y for e in hit.entities("y") for y in e.years]
    if len(years) == 1:
        value["year"] = years[0]
    yield hit.found("based_on", value)


def _dated(hit: Hit) -> Iterator[Found]:
    """ "A's 1985 novel", of an author on record for this work; a title behind it would be that of another book."""
    author = hit.entities("p")[-1]
    shows = frozenset(slug for slug, role in author.roles if role == "author")
    years = [y for e in hit.entities("y") for y in e.years]
    if shows and len(years) == 1:
        kind = hit.typed("k")
        value: dict[str, ObjectValue] = {"author": author.name, "kind": KINDS.get(kind, kind), "year": years[0]}
        yield hit.found("based_on", value, only_for=shows)


def _behind(hit: Hit) -> Iterator[Found]:
    """ "The secret diaries behind <the work>"."""
    kind = hit.typed("k")
    yield hit.found("based_on", {"kind": KINDS.get(kind, kind)})


def _idea(hit: Hit) -> Iterator[Found]:
    """ "They got the idea from an episode of <another series>"."""
    title = hit.entities("s")[0]
    if not (title.type == "S" and hit.has("w") and hit.typed("w") == hit.typed("s")):
        yield hit.found("based_on", {"value": title.surface, "kind": "series"})


def _named(hit: Hit) -> Iterator[Found]:
    """ "A's memoir <title>, on which the series is based", in whichever order; a person on record is no title."""
    value: dict[str, ObjectValue] = {}
    title = next(iter(hit.entities("s")), None)
    if title is not None:
        if title.roles or (title.type == "P" and re.search(r"lean|mine", hit.typed("t"))):
            return  # "leans on <actor>'s <character>"
        value["value"] = title.surface
    people = hit.people("p") or [p for group in ("p2", "p3") for p in hit.people(group)]
    if people:
        value["author"] = name_authors(people)
    kind = read_kind(hit)
    if kind is not None:
        value["kind"] = kind
    years = [y for group in ("y", "y2") for e in hit.entities(group) for y in e.years]
    if len(years) == 1:
        value["year"] = years[0]
    if value:
        yield hit.found("based_on", value)


def _authored(hit: Hit) -> Iterator[Found]:
    """ "Its author, the reporter A", behind "It is based on a novel"."""
    before = _told_before(hit)
    if hit.people("p") and _NAMED_A_PRINT.search(before) and _continues(hit):
        yield hit.found("based_on", {"author": " and ".join(p.name for p in hit.people("p")[:4])})


_NAMED_A_PRINT = re.compile(
    r"\b(?:based|adapted|drawn|taken|inspired|basad[oa]|basa|adapta)\b[^.!?]{1,120}\b"
    r"(?:book|novel|memoir|biography|autobiography|article|bestseller|libro|novela|memorias|autobiografia|articulo)\b",
    re.IGNORECASE,
)
_WORK = r"(?:<S\d+>|the (?:[a-z-]+ ){0,2}(?:series|show|film|movie|drama|miniseries)|it)"
_PLAIN = r"(?:[a-z-]+ ){0,3}?"
_TOLD = (
    r"(?:<S\d+>|it|(?:the|this|that|every|el|la|los|las|esta|este) (?:[a-z-]+ |<[NO]\d+>(?:'s)?[ -]){0,2}?"
    r"(?:series|show|season|film|movie|drama|miniseries|scripts?|screenplay|episodes?|serie|miniserie|temporada|pelicula|guion|guiones))"
)
_SCRIPTS = (
    r"(?:\b(?:the|its|los|el) (?:[a-z]+ ){0,1}(?:scripts?|screenplay|writers' room|series|show|drama|film|movie|miniseries|guion|guiones|"
    r"serie|miniserie|pelicula|largometraje))"
)
_WAY = r"(?:[a-z]+ly |loosely |in part |throughout )?"
_TITLED = r"[\"']?(?P<s><[WXP]\d+>)[\"']?,?[\"']?"
_BIO_BY = r"(?: (?:written |penned )?(?:by|de) @BIO(?P<p>@PEOPLE))"
_BASED_ON_IT = (
    rf"(?:(?:on|from|upon) which {_TOLD} (?:is|was|are|were) (?:[a-z]+ ){{0,2}}(?:based|adapted|drawn|taken|developed)|"
    rf"(?:which|that) {_TOLD} (?:is|was|are|were) {_WAY}(?:based on|adapted from|drawn from|taken from)|"
    rf"en (?:el|la|las|los) que? ?se (?:basan?|inspiran?) {_TOLD})"
)
_IS_SOURCE = (
    rf"(?:is|was|are|were) (?:what {_TOLD} (?:is|was|are|were) {_WAY}(?:based on|adapted from|drawn from)|"
    rf"the (?:credited |official |acknowledged |sole |only |main )?(?:source|basis)(?: (?:of|for) {_TOLD})?(?:[,.;:]|$| and\b)|"
    rf"the book (?:that|which) {_TOLD} (?:adapts?|is based on|was based on))"
)
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "based_on.published_next",
        rf"(?:^|[,;] |\band |\by )(?:(?:the|that|this|el|la|her|his|<P\d+>'s?) (?:original |source )?"
        rf"(?:(?P<k>{_PRINT})(?: of the same (?:name|title))?|text|tome|fiction|volume|paperback)|it|which|that|se)?,? ?"
        r"(?P<t>(?:(?:was|were|is|had been|fue) )?(?:first |originally |itself )?"
        r"(?:published|issued|printed|out|came out|(?:hit|reached) (?:the )?(?:shelves|shops|stores|bookshops|bookstores|bookshelves)|"
        r"topped the (?:charts|lists)|(?:saw|first saw) (?:print|the light(?: of day)?)|appeared(?: in print)?|has been around|"
        r"publicad[oa]|publico|aparecio|vio la luz|salio a la venta|edito|editad[oa])) "
        r"(?:(?:by|in|through) (?:the )?<[OXLP]\d+>,? )?(?:back )?(?:in|en|since) (?P<y><D\d+>)",
        _published,
    ),
    Pattern(
        "based_on.called",
        r"^(?:it's|it is|the (?:book|novel|memoir|article|play|podcast) is|that (?:book|novel|one) is|se) "
        r"(?P<t>called|titled|entitled|llama) [\"']?(?P<s><[XWP]\d+>),?[\"']?,? (?:and )?(?:it's|it is|it was|was|is)(?: written)? "
        r"by @BIO(?P<p>@PEOPLE)",
        _called,
    ),
    Pattern(
        "based_on.grew",
        rf"(?:(?P<p><P\d+>)'s?|\bhis|\bher|\bthe|\ban?) (?:own |stage |hit )?(?P<y><D\d+>)? ?"
        rf"(?:own |stage |hit )?(?P<k>{KIND}) [\"']?"
        rf"(?P<s><[XWP]\d+>)[\"']?, (?P<t>from which {_WORK} "
        r"(?:grew|sprang|was born|developed|evolved|came|was (?:adapted|drawn|developed)))",
        _grew,
    ),
    Pattern(
        "based_on.grew_out",
        rf"(?P<w>{_WORK}) (?P<t>(?:grew|sprang|sprung|evolved|developed) (?:out of|from)) (?:(?P<p><P\d+>)'s?|his|her|the|an?) "
        rf"(?:own |stage |hit )?(?P<y><D\d+>)? ?(?:own |stage |hit )?(?P<k>{KIND}),? [\"']?(?P<s><[XWP]\d+>)",
        _grew,
    ),
    Pattern(
        "based_on.made_into",
        rf"(?P<p><P\d+>(?: and <P\d+>)?)'s? {_PLAIN}(?P<y><D\d+>)? ?{_PLAIN}(?P<k>{KIND}),? ?[\"']?(?P<s><[XWP]\d+>)?,?[\"']? "
        rf"(?P<t>(?:was|is|has been|got) (?:adapted|turned|made|reworked|developed) (?:into|for|as)|became|is what) "
        rf"(?:the (?:hit )?<[OD]\d+> "
        rf"(?:series|drama|film|miniseries),? )?(?P<w>{_WORK})(?: is (?:based on|adapted from|taken from))?(?:[ ,.;]|$)",
        _made_into,
    ),
    Pattern(
        "based_on.author_dated",
        rf"(?P<p><P\d+>(?: and <P\d+>)?)(?P<t>'s?) {_PLAIN}(?P<y><D\d+>) {_PLAIN}(?P<k>{KIND})"
        r"(?:[,.;:)]|$| (?:about|of the same (?:name|title)|is|was|has|had|and|in|that|which|as)\b)",
        _dated,
    ),
    Pattern(
        "based_on.diaries_behind",
        r"\b(?P<t>(?:secret |private |lost |prison |hidden )(?:[a-z'-]+ )?"
        r"(?P<k>diary|diaries|memoir|letters|novel|journal|journals|manuscript)) "
        r"behind (?P<w><S\d+>|the (?:hit |new )?(?:series|show|film|drama))",
        _behind,
    ),
    Pattern(
        "based_on.idea_from",
        r"\b(?P<t>(?:got|had|took|stole|borrowed|lifted) the (?:whole )?(?:idea|premise|plot|story)(?: (?:for it|for the "
        r"(?:series|show|film|drama)))? from (?:an?|one|the) (?:old |early |[a-z]+ )?episode of) (?:the )?[\"']?(?P<s><[XWSO]\d+>)",
        _idea,
    ),
    # A's memoir T, on which the season is based; T, the 2019 book by A, from which every episode was adapted
    Pattern(
        "based_on.on_which",
        rf"(?:{_TITLED} )?(?:(?P<p2><P\d+>)'s?|\b(?:the|an?|his|her|their|el|la)) (?:own )?{_PLAIN}(?P<y><D\d+>)? ?{_PLAIN}(?P<k>{KIND})"
        rf"{_BIO_BY}?,? (?P<t>{_BASED_ON_IT})\b",
        _named,
    ),
    Pattern(
        "based_on.on_which_titled",
        rf"(?:(?P<p><P\d+>)'s?|\b(?:the|an?|his|her|their|el|la)) (?:own )?{_PLAIN}(?P<y><D\d+>)? ?{_PLAIN}(?P<k>{KIND}),? {_TITLED}"
        rf"(?:,? (?:first |originally )?published in (?P<y2><D\d+>))?,? (?P<t>{_BASED_ON_IT}|{_IS_SOURCE})",
        _named,
    ),
    Pattern("based_on.by_is_source", rf"{_TITLED}{_BIO_BY},? (?P<t>{_IS_SOURCE})", _named),
    Pattern("based_on.whose_is_source", rf"(?P<p><P\d+>(?: and <P\d+>)?)'s? {_TITLED} (?P<t>{_IS_SOURCE})", _named),
    # the scripts follow T, a 1999 novel by A
    Pattern(
        "based_on.follows",
        rf"{_SCRIPTS} (?P<t>{_WAY}(?:follows?|mine[sd]?|lean(?:s|ed)? {_WAY}on|brings? to life|retells?|(?:is|was|were) made from|"
        rf"trasladan?)) {_TITLED} (?:an?|the|el|la|una?) {_PLAIN}(?P<y><D\d+>)? ?{_PLAIN}(?P<k>{KIND})"
        rf"(?:{_BIO_BY}| of @BIO(?P<p3><P\d+>))",
        _named,
    ),
    Pattern(
        "based_on.adapts_whose",
        rf"{_SCRIPTS} (?P<t>{_WAY}(?:adapts?|adapted|mine[sd]?|leans? {_WAY}on)) (?P<p><P\d+>(?: and <P\d+>)?)'s? {_TITLED}"
        r"(?:,? (?:from|of|in|\()? ?(?P<y><D\d+>))?",
        _named,
    ),
    Pattern(
        "based_on.its_author",
        r"(?:^|[,;:] |\band )(?P<t>(?:its|the book's|the novel's|the memoir's) author(?: is| was|,)|(?:la autora|el autor) es) "
        r"@BIO(?P<p>@PEOPLE)",
        _authored,
    ),
)
