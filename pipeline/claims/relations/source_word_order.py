"""What the work comes from, in other orders of words: what comes first in headlines, the cleft sentence, and Spanish word order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.lexicon import print_words
from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.sources import KINDS, name_authors
from pipeline.models import ObjectValue

_PRINT = rf"(?:{'|'.join(print_words())})"
_WORK = (
    r"(?:<S\d+>|(?:the|this) (?:[a-z-]+ |<[NO]\d+>(?:'s)?[ -]){0,2}?(?:series|show|film|movie|drama|miniseries|season|scripts?|episodes)|"
    r"(?:la|el|esta|este) (?:serie|miniserie|pelicula|ficcion|guion))"
)
# of other works of the same matter, and of books about the work itself
_OTHER_BOOK = re.compile(
    r"\b(?:another|other|second|companion|tie-in|making-of|new|latest|next|best|recommended|otro|otra|nuevo|nueva|mejor)\b"
)


_OPEN = re.compile(
    r"\b(?:nor|neither|not|never|without|(?:is|was|were) there|whether|if|ni|tampoco|sin|hay)\b[^.;:]*$"
)  # "nor is there a book ..."


def _kind_alone(hit: Hit) -> Iterator[Found]:
    """ "The novel behind it": the kind, where nothing says that it is one of many books on the matter."""
    before = hit.sentence.typed[: hit.match.start()]
    if not _OTHER_BOOK.search(hit.sentence.typed[hit.match.start() : hit.match.end()]) and not _OPEN.search(before):
        kind = hit.typed("k")
        yield hit.found("based_on", {"kind": KINDS.get(kind, kind)})


def _parts(hit: Hit) -> Iterator[Found]:
    """Title, author, kind and year, as far as the groups have them; a person on record is no title."""
    value: dict[str, ObjectValue] = {}
    titles = hit.entities("s")
    if titles and not titles[0].roles:
        value["value"] = titles[0].surface if len(titles) == 1 else hit.text("s")
    people = hit.entities("p")
    if people:
        value["author"] = name_authors(people)
    if hit.has("k") and hit.typed("k") in KINDS:
        value["kind"] = KINDS[hit.typed("k")]
    years = [y for e in hit.entities("y") for y in e.years]
    if len(years) == 1:
        value["year"] = years[0]
    if value and not _OTHER_BOOK.search(hit.sentence.typed[hit.match.start() : hit.span("k")[1] if hit.has("k") else hit.match.end()]):
        yield hit.found("based_on", value)


def _topic(hit: Hit) -> Iterator[Found]:
    """ "<Title>: Cast, Novel, Ending": what a headline promises to tell of the work is taken to be there; what it asks for is not."""
    sentence = hit.sentence
    if sentence.block.index or "<S" not in sentence.typed:
        return
    if sentence.typed.count(",") + sentence.typed.count(" and ") + sentence.typed.count(" y ") and not _ASKED.search(
        sentence.typed[: hit.match.start()]
    ):
        yield hit.found("based_on", {"kind": KINDS.get(hit.typed("k"), hit.typed("k"))}, plain=True)


_ASKED = re.compile(r"\b(?:or|based on|basada? en|adapted from|is there|does|did|hay)\b[^?,:]*$")
_PLAIN = r"(?:[a-z-]+ ){0,3}?"
_TITLE = r"[\"']?(?P<s><[WXP]\d+>(?:(?:'s| of(?: the)?) <[XLPO]\d+>)?),?[\"']?"
_WORDS = r"(?:[a-z]+ |<[WXPLNDO]\d+> ){0,7}(?:[a-z]+|<[WXPLNDO]\d+>)"  # of a title that the typist took for none
_FROM_ES = r"(?:adaptan?|trasladan?|(?:se )?(?:basa(?:n|da|do)?|inspira(?:n|da|do)?) en|parten? de|nace de|a partir de|se apoya en)"
PATTERNS: tuple[Pattern, ...] = (
    # headlines: the novel behind it, the book that inspired the series, from stage play to screen
    Pattern(
        "based_on.kind_behind",
        rf"\b(?P<t>(?:the|an?|inside the|el|la) {_PLAIN}(?P<k>{_PRINT}) (?:behind|that (?:inspired|started|became)|which inspired|"
        rf"(?:que|en (?:el|la) que se)(?: la| lo)? (?:inspiro|inspira|basa)|detras de)) "
        rf"(?:<O\d+>'s (?:[a-z-]+ ){{0,2}})?(?P<w>{_WORK}|it\b(?: all)?)",
        _kind_alone,
    ),
    Pattern(
        "based_on.kind_to_screen",
        rf"(?:^|[:;,] )(?:[a-z' ]{{0,20}})?(?P<t>from (?:an? |the )?(?:[a-z-]+ ){{0,2}}?(?P<k>{_PRINT}) to "
        r"(?:an? |the )?(?:[a-z-]+ ){0,2}?(?:screens?|streaming|streamer|television|tv|hit|<O\d+>|<S\d+>))",
        _kind_alone,
    ),
    Pattern(
        "based_on.headline_topic",
        r"(?:^|[:?,;~-] |\b(?:and|y) )(?:the |its |el |la |su )?(?:original |source |bestselling |best-selling |secret |forgotten |real |"
        r"<[PX]\d+>(?:'s)? )?(?P<t>(?P<k>graphic novel|novel|memoir|podcast|stage play|play|article|biography|autobiography|book|"
        r"diary|diaries|bestseller|tell-all|novela grafica|novela|memorias|libro|biografia|reportaje|obra de teatro))(?: original)?"
        r"(?:,| and | y |:|;| -|$)",
        _topic,
    ),
    # it was A's memoir T that gave the producers their material; it was these letters that were made into the series
    Pattern(
        "based_on.cleft",
        rf"\bit (?:is|was) (?:(?P<p><P\d+>(?: and <P\d+>)?)'s?|this|that|his|her|their|an?|the) (?:own )?{_PLAIN}(?P<y><D\d+>)? ?{_PLAIN}"
        rf"(?P<k>{_PRINT})(?:,? {_TITLE})?(?:,? (?:[a-z]+ )?(?:published )?(?:in|of|from) <D\d+>,)? "
        rf"(?P<t>(?:that|which) (?:inspired|became|gave (?:rise|birth) to|gave (?:{_WORK}|the (?:producers|makers|writers))|started|"
        rf"(?:was|were) (?:turned|made|adapted|developed) (?:into|for)|(?:{_WORK}|the (?:writers|makers|producers)) "
        rf"(?:is|was|are|were|adapts?|adapted|used|draws?|drew|follows?))|(?:from|on) which (?:{_WORK}|it|the <N\d+> episodes))",
        _parts,
    ),
    # "adapta la biografia T, del periodista A", "la cronica que publico en 2011 el periodista A"
    Pattern(
        "based_on.es_titled_by",
        rf"\b(?P<t>{_FROM_ES}) (?:el|la|los|las|un|una|unas) {_PLAIN}(?P<k>{_PRINT}) [\"']?{_WORDS}[\"']?,[\"']? "
        r"(?:de|del|de la|de los) (?:[a-z]+ ){0,4}?(?P<p><P\d+>(?: y <P\d+>)?)(?:,? (?:publicad[oa]|editad[oa]|aparecid[oa]) en "
        r"(?P<y><D\d+>))?",
        _parts,
    ),
    Pattern(
        "based_on.es_that_wrote",
        rf"\b(?P<t>{_FROM_ES}) (?:{_TITLE},? |[\"']?{_WORDS}[\"']?, )?(?:el|la|los|las|un|una) {_PLAIN}(?P<k>{_PRINT}) "
        r"que (?:publico|escribio|lanzo|edito|saco|firmo) (?:en (?P<y><D\d+>) )?(?:el|la) (?:[a-z]+ ){1,4}?(?P<p><P\d+>)",
        _parts,
    ),
)
