"""Where it was filmed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.place_lists import read_places
from pipeline.claims.relations.wording import SCREEN_WORK, belongs_elsewhere, clause_before, is_about_person, noun_before, read_season
from pipeline.models import ObjectValue

# where a list of locations ends and something else begins
_STOP = re.compile(
    r"[;:?!]|\.(?:$| )|\b(?:which|where|who|whose|but|while|because|since|after|before|rather than|instead of|"
    r"even though|although|though|as the|"
    r"so that|aunque|pero|porque|donde|que|ya que)\b|\b(?:doubl(?:es|ed|ing)|standing in|stands in|stood in|"
    r"playing|posing|passing|stand-ins?) (?:in )?(?:for|as)?\b|"
    r"\b(?:playing|posing as|dressed as|made to look like)\b|, (?:a|the) (?:year|film|series|city that)\b"
)
_GUN = re.compile(
    r"^(?:shot|shoot)(?:,)? (?:dead|and (?:killed|wounded)|himself|herself|him|her\b|them\b|by police|to "
    r"death|at\b|down\b|his|their|the (?:man|woman|couple|victim|president)|"
    r"from|through the|in the (?:head|back|chest|face|neck|leg|street)|<P\d+>)"
)
_NOT_SHOOTING = re.compile(r"\b(?:shot (?:to|at) (?:fame|number)|single shot|one shot|long shot|tracking shot|opening shot|parting shot)\b")
_LIKENESS = re.compile(
    r"\b(?:doubl(?:es|ed|ing) for|st(?:ands?|ood) in (?:for|as)|standing in for|play(?:s|ed|ing) the part of|"
    r"pass(?:es|ed) for)\b"
)


def _listed(hit: Hit) -> Iterator[Found]:
    """Every place of the clause behind the cue."""
    typed = hit.sentence.typed
    start, begin = hit.span("t")
    if _is_gunfire(hit, start) or _NOT_SHOOTING.search(typed[max(0, start - 20) : begin + 20]):
        return
    if belongs_elsewhere(hit.sentence, start):
        return
    stop = _STOP.search(typed, begin)
    end = stop.start() if stop else len(typed)
    polarity = "negated" if _NONE.search(typed[max(0, start - 90) : start]) else None
    season = read_season(hit.sentence, start - len(clause_before(typed, start, 70)), begin)
    first = True
    for place in read_places(hit.sentence, begin, end):
        if not first and place.start - begin > 200:
            break
        value: dict[str, ObjectValue] = {"value": place.text}
        if season is not None:
            value["season"] = season
        yield hit.found(
            "filming_location",
            value,
            polarity=polarity,
            noun=noun_before(typed, start),
            end=place.end,
            start=hit.match.start() if first else _quote_start(typed, place.start),
        )
        first = False


def _quote_start(typed: str, at: int) -> int:
    """A second place's quote begins a few words before it."""
    window = typed[max(0, at - 60) : at]
    cut = max(window.rfind(", "), window.rfind(" in "), window.rfind(" and "), window.rfind(" y "), window.rfind(" en "))
    return max(0, at - 60) + cut + 1 if cut >= 0 else at


def _is_gunfire(hit: Hit, start: int) -> bool:
    typed = hit.sentence.typed
    if typed.startswith(("shot", "shoot"), start) and _GUN.search(typed[start : start + 60]):
        return True
    passive = re.search(r"\b(?:was|were|been|being|is|are|fue|fueron|got) (?:[a-z]+ )?$", typed[max(0, start - 25) : start])
    return bool(passive) and is_about_person(typed, start)


_NONE = re.compile(
    r"(?:^|[;:.] |, )(?:but |and |although )?(?:nor|neither|nothing|none|no (?:scenes?|part|frame|footage)|"
    r"not (?:one|a|a single) [a-z]+|ni|nada|ninguna?)\b[^;:]{0,70}$"
)


def _before(hit: Hit) -> Iterator[Found]:
    """ "Liverpool doubles for Dublin": the place stands before the cue."""
    places = list(read_places(hit.sentence, *hit.span("l")))
    for place in places:
        yield hit.found("filming_location", {"value": place.text}, start=place.start)


def _row(hit: Hit) -> Iterator[Found]:
    begin = hit.span("t")[1]
    for place in read_places(hit.sentence, begin, len(hit.sentence.typed), strict=False):
        yield hit.found("filming_location", {"value": place.text}, end=place.end)


_SHOT = r"(?:filmed|shot|lensed|rodad[oa]s?|grabad[oa]s?|filmad[oa]s?)"
_HOW = (
    r"(?: (?:on location|on site|in full|entirely|mainly|mostly|largely|primarily|partly|chiefly|wholly|"
    r"almost|extensively|exclusively|principally|again|also|for real|"
    r"integramente|principalmente|sobre todo|en gran parte|por completo|casi|in part|last [a-z]+|early|late|"
    r"for the most part|in and around|"
    r"over [a-z <>N0-9]+|between [^,;.]{1,40}|during [^,;.]{1,30}|it|the (?:whole (?:thing|lot)|(?:entire "
    r")?(?:series|show|film|season|scenes?))|them|"
    r"in <D\d+>|<D\d+>|en <D\d+>),?){0,4}"
)
_IN = r"(?:,? (?:in|at|inside|around|on location in|on|across|near|outside|throughout|within|amid|en|por|entre)\b)"
_CREW = r"(?:crew|team|production|producers|makers|cast and crew|equipo|rodaje|produccion)"


_ASKED = re.compile(r"(?:where (?:was|were|did|is)|donde se|was any of it|filming|locations?)[^?.!]{0,80}\?\s*$")


def _answer(hit: Hit) -> Iterator[Found]:
    """ "Where was it shot? Mostly in ...": the question stands before."""
    if _ASKED.search(hit.sentence.block.text[: hit.sentence.start].lower()[-160:]):
        yield from _listed(hit)


def _answer_after(hit: Hit) -> Iterator[Found]:
    """A question with its answer in the same stretch ("Where was it shot? New York, mostly"); of a headline."""
    begin = hit.span("t")[1]
    end = len(hit.sentence.typed)
    if end - begin < 60:
        for place in read_places(hit.sentence, begin, end):
            yield hit.found("filming_location", {"value": place.text}, end=place.end, modality="asserted")


PATTERNS: tuple[Pattern, ...] = (
    Pattern("filming_location.shot", rf"\b(?P<t>{_SHOT}{_HOW}){_IN}", _listed),
    Pattern(
        "filming_location.shot_it",
        rf"(?P<t>\b(?:shot|filmed|films|shoots|shooting|filming|shoot|film)(?: (?:it|most of it|all of it|"
        rf"everything|them|the (?:[a-z'-]+ ){{0,3}}(?:thing|lot|series|show|film|season|scenes|stairs?)|[a-z]+ "
        rf"scenes?))?{_HOW}){_IN}",
        _listed,
    ),
    Pattern(
        "filming_location.took_place",
        r"\b(?P<t>(?:(?:principal )?(?:filming|photography|shooting|production|the shoot)|cameras|(?:the "
        r")?(?:scenes?|interiors?|exteriors?)|rodaje|la grabacion|las grabaciones|location work)"
        r"(?: (?:for|of|on|de) (?:[a-z]+ |<S\d+> |<N\d+> |<O\d+>(?:'s)? ){1,5})?,? ?"
        r"(?:took place|was centred|was centered|was based|was done|were done|came about|began|started|starts|"
        r"kicked off|wrapped|rolled|happened|has taken place|moved|was completed|were shot|were built|"
        r"occurred|was carried out|was split|is under way|tuvo lugar|se llevo a cabo|se realizo|comenzo|"
        r"transcurrio)(?: [a-z]+ly)?(?: on location| between [^,;.]{1,30}| on a sound ?stage)?)(?:,? (?:in|at|"
        r"around|on|near|to|inside|en|a)\b)",
        _listed,
    ),
    Pattern(
        "filming_location.reflexive",
        r"\b(?P<t>se (?:rodo|rodaron|filmo|filmaron|grabo|grabaron|ha rodado|han rodado|rueda|ruedan)(?: "
        r"(?:integramente|sobre todo|principalmente|en gran parte|casi por completo|tambien|por completo))?)"
        r"(?:,? (?:en|entre|por)\b)",
        _listed,
    ),
    Pattern(
        "filming_location.made",
        r"\b(?P<t>(?:series|show|film|drama|it|whole thing) (?:was|is) (?:made|put together|produced|mounted)(?: "
        r"(?:for the most part|mostly|largely|entirely|mainly|wholly))?)(?: in(?: and around)?\b)",
        _listed,
    ),
    Pattern(
        "filming_location.based",
        rf"\b(?P<t>(?:{_CREW}|shoot)(?:,? who)? (?:was|were|is|set up|stayed|worked|trabajo|went|moved|travell?ed|"
        rf"viajo|decamped|spent [^,;.]{{1,30}}|made)(?: (?:based|camp|home|mainly|mostly|ademas|largely|a|un par "
        rf"de semanas|par de semanas|entre otros sitios,?)){{0,3}})(?:,? (?:in|at|to|around|on|en|a)\b)",
        _listed,
    ),
    Pattern(
        "filming_location.took_crew", r"\b(?P<t>(?:took|sent|brought|flew|led) the (?:crew|production|cast|team|cameras) to)\b", _listed
    ),
    Pattern(
        "filming_location.where",
        r"(?P<l><[LX]\d+>(?:, <[LX]\d+>)?),? (?:which is |that is )?(?P<t>where) (?:the )?(?:whole of |most of |"
        r"entire )?(?:the )?(?:series|show|film|drama|it|<S\d+>|scenes?|serie) (?:was|were) "
        r"(?:(?:actually|mostly|mainly|really|largely) )?(?:shot|filmed|made|lensed)",
        _before,
    ),
    Pattern("filming_location.on_location", r"\b(?P<t>on location) (?:in|at|around)\b", _listed),
    Pattern(
        "filming_location.double",
        r"(?P<l><[LX]\d+>(?:(?:, and |, | and | y |'s )<[LX]\d+>|(?:'s|,) [a-z ]{1,25}| and its outskirts|(?: in| "
        r"near|, near| de)(?: the)? <[LX]\d+>){0,4}),? (?:also |here |often |all |now |once )?"
        r"(?P<t>doubl(?:es|ed|ing) (?:up )?(?:for|as)|st(?:ands?|ood) in (?:for|as)|standing in (?:for|as)|"
        r"fill(?:s|ed) in for|passes for|passed for|posing as|poses as|"
        r"playing the part of|plays the part of|played its part|did the job|hizo de|hace de|hacen de|provided "
        r"(?:some of )?the|supplied the)\b",
        _before,
    ),
    Pattern(
        "filming_location.with_double",
        r"\b(?P<t>with) (?P<l><[LX]\d+>(?:(?:, and |, | and )<[LX]\d+>| and its outskirts){0,4}) (?:doubling|"
        r"playing|standing in|filling in|posing|passing)\b",
        _before,
    ),
    Pattern(
        "filming_location.answer",
        r"^(?P<t>(?:mostly|mainly|largely|entirely|partly|chiefly|sobre todo|principalmente) (?:in|en))\b",
        _answer,
    ),
    Pattern(
        "filming_location.answer_question",
        r"\b(?P<t>where was (?:it|<S\d+>|the [a-z]+) (?:filmed|shot)\??|donde se (?:rodo|filmo|"
        r"grabo)[^?]{0,30}\?)",
        _answer_after,
    ),
    Pattern(
        "filming_location.row",
        r"^(?:[*-] ?)?(?P<t>(?:filming locations?|filmed (?:in|at)|shot (?:in|on location in)|locations?|where "
        r"(?:was it|it was) filmed|lugar(?:es)? de rodaje|localizaciones|rodaje))\?? ?[:-]",
        _row,
    ),
    Pattern(
        "filming_location.headline",
        rf"<[OS]\d+>(?:'s)? (?:{SCREEN_WORK}'s )?(?P<l>(?:<[LX]\d+>(?: and |, )?){{1,3}}) (?P<t>(?:filming "
        rf")?locations)\b",
        _before,
    ),
)
