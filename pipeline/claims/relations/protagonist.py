"""Who the story is about."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.entities import Entity
from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.records.faiths import read_faiths
from pipeline.records.nationalities import read_country
from pipeline.records.occupations import read_callings

END = (
    r"(?P<v>(?:<[PLXNDO]\d+>|[a-z0-9]|[ '%-]|, (?:an? |the |who |whose |which |and |her |his "
    r")){3,160}?)(?:[.;:!?]|, (?:but|while|with|as|in|it|when|until|created|directed|played|starring|"
    r"written)\b|$| \()"
)


# a description with a relative clause of its own, up to the end of the clause, and what may end it
_WORDS = r"(?:<[LXNDO]\d+>|[a-z0-9]|[ '%-]|, (?:whose |which |and |<L\d+>,? ?))"
_PHRASE = rf"(?P<v>an? {_WORDS}{{6,80}}?,? (?:who|whose) {_WORDS}{{6,90}}?)(?:[.;:!?)]|$|, (?:but|while|with|as|in|it|when|until|a)\b)"


def find_protagonist(hit: Hit) -> Iterator[Found]:
    value = hit.text("v")
    if len(value) > 2:
        yield hit.found("protagonist", {"value": value}, end=hit.span("v")[1])


def _described(hit: Hit) -> Iterator[Found]:
    """ "Plays C, a widowed novelist who ...", of a character on record; what an actor or a maker is called says nothing of the story."""
    character = hit.entities("c")[-1]
    if character.type not in {"P", "S"} or character.plays() or not character.is_played():
        return
    told = hit.text("v")
    if len(told.split()) >= SHORTEST:
        yield hit.found("protagonist", {"value": f"{character.name}, {told}"}, end=hit.span("v")[1])


def is_character(entity: Entity) -> bool:
    return entity.type in {"P", "S"} and not entity.plays() and entity.is_played()


def describe_shortly(hit: Hit) -> Iterator[Found]:
    """ "C, a Dutch diplomat", "a mechanic named C": a character on record and a trade, age or country that it is told to have."""
    character = hit.entities("c")[0]
    first, last = _cut(hit)
    told = hit.sentence.text(first, last).strip(" ,;:\"'")
    if not is_character(character) or not _tells_much(told) or REAL.search(told) or _GOES_ON.match(hit.sentence.typed, last):
        return
    yield hit.found("protagonist", {"value": f"{character.name}, {told}"}, end=max(last, hit.span("c")[1]))


# "C is the Irish actress <P>", "C, a psychologist and a cup of cocoa": no description of C
_GOES_ON = re.compile(r" <[PS]\d+>|,? (?:and|y|e) (?:an?|the|una?|el|la|his|her|su|<P\d+>)\b")


def _tells_much(told: str) -> bool:
    """A trade, an age, so many of a family, a country, or where from."""
    return bool(read_callings(told)) or bool(MUCH.search(told)) or any(tells_origin(w) for w in re.findall(r"[\w-]+", told))


def tells_origin(word: str) -> bool:
    """Is it a word for those from a country or of a faith ("Dutch", "Jewish")?"""
    return read_country(word) is not None or bool(read_faiths(word))


def _cut(hit: Hit) -> tuple[int, int]:
    """Typed offsets of a description up to its last trade or age, with what is told right behind it: a country, where from, of which
    embassy. "The driver [created an empire]" ends at the driver."""
    first, last = hit.span("v")
    typed = hit.sentence.typed
    clause = _CLAUSE.search(typed, first, last)
    last = clause.start() if clause else last
    ends = [m.end() for m in re.finditer(r"[\w-]+(?!['’\w-])", typed[first:last]) if _tells_a_trade(m.group())]
    at = first + ends[-1] if ends else last
    word = _WORD.match(typed, at)
    if word and tells_origin(word[1]):  # behind the trade, as Spanish puts it
        at = word.end()
    behind = _BEHIND.match(typed, at)
    return first, behind.end() if behind else at


def _tells_a_trade(word: str) -> bool:
    return bool(read_callings(word)) or bool(MUCH.search(word))


_WHERE = (
    r" (?:of|from|in|at|de|del|en) (?:(?:the|an?|la|el|una?|rural|suburban|downtown|small-town) )*"
    r"(?:<[LXO]\d+>(?:, <L\d+>)?(?: embassy| consulate| embajada| consulado)?|[a-z]+ (?:embassy|consulate)|(?:[a-z'-]+ ){0,2}[a-z'-]+)"
)
_BEHIND = re.compile(_WHERE)
_WORD = re.compile(r" ([a-z]+)\b")
REAL = re.compile(r"\b(?:real|real-life|actual|genuine|true|verdader[oa]|fictional|invented|ficticio)\b", re.IGNORECASE)
_CLAUSE = re.compile(r" (?:who|whose|whom|which|that|and|que|y)\b")
MUCH = re.compile(
    r"\b(?:years?[ -]old|year-old|teenager|(?:young|old|eld)est of|años|anos|general|novelista?|atheist|ate[oa]|dropout|heiress|"
    r"[a-z]+-born|born|nacid[oa])\b",
    re.IGNORECASE,
)


def _main_character(hit: Hit) -> Iterator[Found]:
    """ "The protagonist is C": a character or somebody portrayed, and nobody who acts."""
    somebody = hit.entities("c")[0]
    told_of = any(role in {"character", "real_person"} for _, role in somebody.roles)  # who may have a part in it as well
    if somebody.type not in {"P", "S", "X"} or (somebody.plays() and not told_of) or (somebody.type == "X" and not somebody.named):
        return
    yield hit.found("protagonist", {"value": somebody.name}, end=hit.span("c")[1])


_MAIN = (
    r"(?:main character|protagonist|hero|heroine|lead character|central character|central figure|narrator and main character|"
    r"protagonista|personaje principal|personaje central|heroe|heroina)"
)
_OF_IT = (
    r"(?: (?:of|in|de) (?:<S\d+>|(?:the|la|el|esta|this) (?:series|show|film|movie|story|drama|piece|plot|serie|pelicula|historia|trama)|"
    r"it))?"
)
ADJECTIVES = r"(?:(?:[a-z0-9'-]+|<[LDNO]\d+>(?:'s)?)[ -])"
DESCRIPTION = rf"(?:an?|una?|the|el|la) {ADJECTIVES}{{0,5}}[a-z-]+(?: (?:of|from|in|at|de|en) (?:the |an? )?<[LXO]\d+>)?"
SHORTEST = 4  # words of a description that is more than an epithet
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "protagonist.follows",
        rf"(?P<w>@WORK)(?:, [^,;.]{{1,80}},)? (?:also |mainly |mostly |loosely |closely |then )?(?P<t>follows|"
        rf"centers on|centres on|centers around|centres around|revolves around|focuses on|is about|isn't about|"
        rf"tells the (?:true |real |remarkable |incredible |shocking )?(?:story|tale) of|charts the (?:rise|life|"
        rf"story|fall)(?: and fall)? of|charts|chronicles|depicts|dramati[sz]es|traces|concerns|tracks|zeroes in "
        rf"on|hinges on|deals with|introduces us to|is the (?:true |real )?story of|recounts|sigue a|cuenta la "
        rf"historia de|narra la historia de|se centra en|gira en torno a|trata de|narra) {END}",
        find_protagonist,
    ),
    Pattern(
        "protagonist.following",
        r"\b(?P<t>following|centering on|centring on|centred on|centered on|focusing on|revolving around|charting|"
        r"chronicling|tells the (?:true |real )?story of|telling the (?:true |real )?story of|about) (?P<v>(?:an? "
        r"|the |two |three |<N\d+> |<P\d+>)(?:<[PLXNDO]\d+>|[a-z0-9]|[ '%-]|, (?:an? |the |who |whose |and "
        r")){5,140}?)(?:[.;:!?]|, (?:but|while|with|as|in|it|when|until)\b|$| \()",
        find_protagonist,
    ),
    Pattern(
        "protagonist.we_meet",
        rf"^(?:here |in it |in the series )?(?P<t>we (?:meet|follow)|it follows|the story follows|the plot follows|"
        rf"the action follows|the (?:show|series|film|drama)'s (?:heroine|hero|protagonist|main character|central "
        rf"character) is|(?:the|its|our) (?:heroine|hero|protagonist|main character|lead character|central figure|"
        rf"central character)s? (?:is|are)) {END}",
        find_protagonist,
    ),
    Pattern(
        "protagonist.narrates",
        rf"(?P<w>@WORK)(?:, [^,;.]{{1,80}},)? (?:also |mainly |mostly |loosely |then )?(?P<t>(?:narrates|relates|relays|portrays|presents|"
        rf"explores|unspools|spins|"
        rf"tells of|speaks of)(?: the (?:[a-z]+ )?(?:journey|story|tale|life|"
        rf"rise|fall|downfall|fate|plight|adventures|struggles?)(?: and [a-z]+)? of)?) {END}",
        find_protagonist,
    ),
    Pattern(
        "protagonist.plays",
        rf"\b(?P<t>plays|portrays|played|embodies|inhabits|stars as|is) (?P<c><[PS]\d+>), {_PHRASE}",
        _described,
    ),
    Pattern(
        "protagonist.is_a",
        rf"(?P<c><[PS]\d+>)(?: \([^()]{{1,60}}\))? (?P<t>is) {_PHRASE}",
        _described,
    ),
    Pattern(
        "protagonist.described",
        rf"(?P<c><[PS]\d+>)(?: \([^()]{{1,60}}\))?(?P<t>,| is| es) (?P<v>{DESCRIPTION})",
        describe_shortly,
    ),
    Pattern(
        "protagonist.named",
        rf"\b(?P<v>(?:an?|una?) {ADJECTIVES}{{0,5}}[a-z-]+)(?P<t>,| (?:named|called|by the name of|known (?:only )?as|llamad[oa]|"
        r"de nombre)) (?:the )?(?P<c><[PS]\d+>)",
        describe_shortly,
    ),
    Pattern(
        "protagonist.main_character",
        rf"\b(?:the|its|our|their|el|la|su) (?:[a-z-]+ )?(?P<t>{_MAIN}){_OF_IT} (?:is|es|was) (?:of course |surely |none other than )?"
        r"(?P<c><[PSX]\d+>)(?:[,.;:!)]|$| (?:himself|herself|and|y|mismo|misma)\b)",
        _main_character,
    ),
    Pattern(
        "protagonist.is_main",
        rf"(?P<c><[PS]\d+>)(?:, [^,;.]{{1,60}},)? (?P<t>is|es) (?:the|its|el|la) {_MAIN}(?:[,.;:!]|$| of| in| de)",
        _main_character,
    ),
)
