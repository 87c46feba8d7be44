"""Who the story is about."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern

_END = (
    r"(?P<v>(?:<[PLXNDO]\d+>|[a-z0-9]|[ '%-]|, (?:an? |the |who |whose |which |and |her |his "
    r")){3,160}?)(?:[.;:!?]|, (?:but|while|with|as|in|it|when|until|created|directed|played|starring|"
    r"written)\b|$| \()"
)


# a description with a relative clause of its own, up to the end of the clause, and what may end it
_WORDS = r"(?:<[LXNDO]\d+>|[a-z0-9]|[ '%-]|, (?:whose |which |and |<L\d+>,? ?))"
_PHRASE = rf"(?P<v>an? {_WORDS}{{6,80}}?,? (?:who|whose) {_WORDS}{{6,90}}?)(?:[.;:!?)]|$|, (?:but|while|with|as|in|it|when|until|a)\b)"


def _protagonist(hit: Hit) -> Iterator[Found]:
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


SHORTEST = 4  # words of a description that is more than an epithet
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "protagonist.follows",
        rf"(?P<w>@WORK)(?:, [^,;.]{{1,80}},)? (?:also |mainly |mostly |loosely |closely |then )?(?P<t>follows|"
        rf"centers on|centres on|centers around|centres around|revolves around|focuses on|is about|isn't about|"
        rf"tells the (?:true |real |remarkable |incredible |shocking )?(?:story|tale) of|charts the (?:rise|life|"
        rf"story|fall)(?: and fall)? of|charts|chronicles|depicts|dramati[sz]es|traces|concerns|tracks|zeroes in "
        rf"on|hinges on|deals with|introduces us to|is the (?:true |real )?story of|recounts|sigue a|cuenta la "
        rf"historia de|narra la historia de|se centra en|gira en torno a|trata de|narra) {_END}",
        _protagonist,
    ),
    Pattern(
        "protagonist.following",
        r"\b(?P<t>following|centering on|centring on|centred on|centered on|focusing on|revolving around|charting|"
        r"chronicling|tells the (?:true |real )?story of|telling the (?:true |real )?story of|about) (?P<v>(?:an? "
        r"|the |two |three |<N\d+> |<P\d+>)(?:<[PLXNDO]\d+>|[a-z0-9]|[ '%-]|, (?:an? |the |who |whose |and "
        r")){5,140}?)(?:[.;:!?]|, (?:but|while|with|as|in|it|when|until)\b|$| \()",
        _protagonist,
    ),
    Pattern(
        "protagonist.we_meet",
        rf"^(?:here |in it |in the series )?(?P<t>we (?:meet|follow)|it follows|the story follows|the plot follows|"
        rf"the action follows|the (?:show|series|film|drama)'s (?:heroine|hero|protagonist|main character|central "
        rf"character) is|(?:the|its|our) (?:heroine|hero|protagonist|main character|lead character|central figure|"
        rf"central character)s? (?:is|are)) {_END}",
        _protagonist,
    ),
    Pattern(
        "protagonist.narrates",
        rf"(?P<w>@WORK)(?:, [^,;.]{{1,80}},)? (?:also |mainly |mostly |loosely |then )?(?P<t>(?:narrates|relates|relays|portrays|presents|"
        rf"explores|unspools|spins|"
        rf"tells of|speaks of)(?: the (?:[a-z]+ )?(?:journey|story|tale|life|"
        rf"rise|fall|downfall|fate|plight|adventures|struggles?)(?: and [a-z]+)? of)?) {_END}",
        _protagonist,
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
)
