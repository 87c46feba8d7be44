"""What a text says of the source work in passing, or in the sentence behind the one that names it: its title, kind, author, year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.sources import KIND, KINDS
from pipeline.models import ObjectValue

REACH = 260  # characters before a sentence in which its block must have named a source
_NAMED_A_SOURCE = re.compile(
    r"\b(?:based|adapted|drawn|taken|inspired) (?:loosely |closely |partly )?(?:on|from|by)\b|"
    r"\b(?:comes|came|grew|sprang) (?:out of|from)\b|\badapt(?:s|ation of)\b|\bbasad[oa] en\b|\bse basa en\b|\badapta(?:cion)?\b|"
    r"\b(?:book|novel|memoir|article|play) (?:itself )?(?:is|was) (?:written |penned )?by\b|"
    r"\b(?:libro|novela|articulo) (?:lo|la) escribio\b",
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


def _continues(hit: Hit, *, here: bool = False) -> bool:
    """Has the block just named a source, and no second book? ``here``: the sentence itself may have."""
    before = _told_before(hit)
    if here:
        before += hit.sentence.block.text[hit.sentence.start : hit.sentence.to_folded(hit.match.start())]
    return bool(_NAMED_A_SOURCE.search(before)) and not _ANOTHER.search(
        before + hit.sentence.block.text[hit.sentence.start : hit.sentence.end]
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


_WORK = r"(?:<S\d+>|the (?:[a-z-]+ ){0,2}(?:series|show|film|movie|drama|miniseries)|it)"
_PLAIN = r"(?:[a-z-]+ ){0,3}?"
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "based_on.published_next",
        rf"(?:^|[,;] |\band |\by )(?:(?:the|that|this|el|la|her|his) (?:original |source )?(?P<k>{_PRINT})|it|which|that|se)?,? ?"
        r"(?P<t>(?:(?:was|were|is|had been|fue) )?(?:first |originally |itself )?"
        r"(?:published|came out|hit (?:the )?shelves|appeared in print|"
        r"publicad[oa]|publico|aparecio)) (?:(?:by|in|through) (?:the )?<[OXLP]\d+>,? )?(?:back )?(?:in|en) (?P<y><D\d+>)",
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
)
