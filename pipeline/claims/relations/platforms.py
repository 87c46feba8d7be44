"""Where it was first shown: channels, streaming services, distributors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.entities import Entity
from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.wording import SCREEN_WORK, belongs_elsewhere, clause_before, is_about_other_thing, is_platform
from pipeline.models import ObjectValue

_REGIONS = {
    "uk": "United Kingdom", "britain": "United Kingdom", "united kingdom": "United Kingdom", "us": "United States", "u.s.": "United States",
    "states": "United States", "united states": "United States", "america": "United States", "estados unidos": "United States",
    "espana": "Spain", "spain": "Spain", "reino unido": "United Kingdom", "canada": "Canada", "australia": "Australia",
    "ireland": "Ireland",
    "japan": "Japan", "germany": "Germany", "france": "France", "india": "India", "mexico": "Mexico",
}  # fmt: skip
AVAILABILITY = "availability"  # the doubt whether more is said than that it can be seen there
_RELEASE = re.compile(
    r"\b(?:19|20)\d\d\b|"
    r"premier|original|debut|launch|releas|dropp?|land|first|\bhit\b|made for|commission|came out|series|smash|drama|show|film|movie|"
    r"estren|lanz|serie|producid|outdid|arriv|bow|air|aired|broadcast|"
    r"dramedy|comedy|-part(?:er)?s?\b|[ -]parters?\b|adaptation|dramati[sz]ation|retelling|ficci[oó]n|producci[oó]n|pel[ií]cula|cinta\b|"
    r"exclusiv|mystery|thriller|sensation|shocker|chiller|saga|epic|biopic|[eé]xito de|fen[oó]meno de|"
    r"from [a-z]+ (?:[a-z]+ )?to\b|ran (?:for|on)|"
    r"uncork|unleash|unspool|unwrap|roll(?:s|ed|ing)? out|brought|brings|put (?:it )?(?:out|up)|served up|run of|bets on|"
    r"lit up|lights? up|set alight|put online|uploaded|posted|(?:found|scored|landed|encontrado) (?:\w+ ){1,4}|"
    r"solt[oó]|liber[oó]|sac[oó]|colg[oó]|subi[oó]|emiti|first (?:night|showing)|primera noche|pas[oó] (?:antes|primero)|"
    r"^(?:[*-] ?)?(?:(?:original )?(?:platform|network|channel|streamer|broadcaster)|released by|distributor|plataforma|"
    r"cadena|canal)\?? ?[:-]",
    re.IGNORECASE,
)
_REGION = re.compile(
    r"\bin (?:the )?(uk|us|u\.s\.|states|<L\d+>)(?:[ ,.;]|$)|\b(?:over )?(?:here )?in (?:the )?(states)\b|\ben (<L\d+>)|"
    r"\b(abroad|international(?:ly)?|other territories|outside the|elsewhere|most territories|rest of the world)\b"
)
_DOCUMENTARY = re.compile(r"\b(?:documentary|docuseries|docu-series|documental|special|podcast|reality show|true-crime series)\b")
_NO_RELEASE = re.compile(
    r"\b(?:bought|acquired|optioned|picked up|snapped up|bid|pitched|turned down|passed|outbid|lost)\b|"
    r"\b(?:<N\d+>|two|three|four) series on\b"
)  # a deal, or somebody's years in another work ("a doctor for four series on ...")

_DEVELOPED = re.compile(r"\b(?:development|work on (?:it|the [a-z]+)|el desarrollo) $")  # began somewhere
# "soon in its 17th season on <platform>", "a doctor for four series on <platform>": another work, of long standing
_LONG_RUN = re.compile(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)|[a-z]+(?:teenth|tieth|inth|elfth|eventh)) season (?:on|at) <O\d+>|"
    r"\bfor (?:<N\d+>|two|three|four|several|many) (?:series|seasons) (?:on|at) <O\d+>, (?:plays|stars|is|was|returns|takes)\b|"
    r"\b(?:was|were|played|had been) (?:<[A-Z]\d+>|the [a-z]+),? for (?:<N\d+>|[a-z]+) (?:series|seasons) (?:on|at) <O\d+>"
)

# what else to watch, and what somebody makes next: "try the <platform> thriller about ...", "she is working on a drama for <platform>"
_OTHERS_BEFORE = re.compile(
    r"\b(?:try|seek out|check out(?! (?:all |everything |our |the ){0,2}(?:details|cast|trailer|facts|guide|about))|"
    r"recommend(?:s|ed)?|compare[ds]?|unlike|similar to|in the vein of|reminiscent of|there(?: is|'s) also|"
    r"prueba|recomend\w+)\b[^.;:]{0,70}$|"
    r"\b(?:is|are|was|now|esta) (?:now |also |busy |already )?(?:working on|making|writing|developing|preparing|planning|filming|shooting|"
    r"directing|producing|preparando|escribiendo|rodando)\b[^.;:<]{0,30}$"
)
_ITS_OWN = re.compile(r"\b(?:its|their) own\b|\brival\b|\banother\b")


def is_of_others(typed: str, start: int, end: int) -> bool:
    """Do the words before a statement, or inside it, turn to what else there is to watch, or to what somebody makes next?"""
    before = typed[max(0, start - 110) : start]
    return bool(_OTHERS_BEFORE.search(re.split(r"<S\d+>", before)[-1]) or _ITS_OWN.search(typed[start:end]))


def read_region(hit: Hit) -> str | None:
    """The region that the clause of a match names; "international" for everywhere else."""
    typed = hit.sentence.typed
    window = clause_before(typed, hit.match.start(), 60) + typed[hit.match.start() : hit.match.end() + 30]
    for found in _REGION.finditer(window):
        word = next(g for g in found.groups() if g)
        if word.startswith("<"):
            word = hit.sentence.entity_at(word).surface.lower()
            if word in _REGIONS:
                return _REGIONS[word]
            continue
        return _REGIONS.get(word, "international")
    return None


def state(hit: Hit, platform: Entity, **more: object) -> Iterator[Found]:
    """One finding, unless the words are about a documentary, a deal, a book."""
    typed = hit.sentence.typed
    around = typed[hit.match.start() : hit.match.end()]
    if belongs_elsewhere(hit.sentence, hit.match.start()) or _is_planned(hit):
        return
    if is_of_others(typed, hit.match.start(), hit.match.end()) or _LONG_RUN.search(
        typed[max(0, hit.match.start() - 30) : hit.match.end() + 10]
    ):
        return
    if _DOCUMENTARY.search(around) or _NO_RELEASE.search(around) or is_about_other_thing(typed, hit.match.start()):
        return
    if _DEVELOPED.search(typed[: hit.match.start()]):
        return
    value: dict[str, ObjectValue] = {"value": brand_of(platform)}
    region = read_region(hit)
    if region:
        value["region"] = region
    noun = hit.typed("n") or None
    yield hit.found("platform", value, noun=noun, beside=_people_beside(hit), **more)


_STRANGER = re.compile(r"^(?: [a-z'-]+){0,2} (?:by|from|with|starring|de|con) (?:the )?(?P<p><P\d+>)(?!'s? (?!(?:series|show|drama)\b))")


def _is_planned(hit: Hit) -> bool:
    """ "A Netflix series about the case is in the works"."""
    typed = hit.sentence.typed
    return bool(re.match(r"an? ", typed)) and bool(re.search(r"\b(?:in the works|planned|announced|in development)\b", typed))


def _people_beside(hit: Hit) -> tuple[frozenset[tuple[str, str]], ...]:
    """ "Hulu's series with <somebody>", "<somebody>'s series for Hulu": the roles of those people on record."""
    typed = hit.sentence.typed
    after = _STRANGER.search(typed[hit.match.end() :])
    before = re.search(r"(<P\d+>)'s? (?:[a-z-]+ ){0,2}$", typed[: hit.match.start()])
    people = [after["p"]] if after else []
    people += [before.group(1)] if before else []
    return tuple(hit.sentence.entity_at(token).roles for token in people)


def brand_of(platform: Entity) -> str:
    """The brand as written, without the genitive."""
    return re.sub(r"['’]s?$", "", platform.surface).strip()


_OTHER_TITLE = re.compile(r"^ <[XWP]\d+>")


def _each(hit: Hit) -> Iterator[Found]:
    if _OTHER_TITLE.search(hit.sentence.typed[hit.match.end() :]) and hit.has("n"):
        return  # "the HBO series Generation": that one's platform
    for entity in hit.entities("o"):
        if is_platform(entity):
            yield from state(hit, entity)


_DOES = re.compile(r"<O\d+> (?:has |had |have )?[a-z-]+ (?:the|an?|this|that|its|it|on|in|la|el|una?)\b")


def _bare(hit: Hit) -> Iterator[Found]:
    """ "<a platform> drama", and not "<a platform> commissioned the drama": what it did with it is no name for it."""
    does = _DOES.match(hit.sentence.typed, hit.span("o")[0])
    if does is None or hit.span("n")[0] < does.end():
        yield from _each(hit)


_O = r"(?P<o><O\d+>)"
_N = rf"(?P<n>{SCREEN_WORK})s?\b"
_ADJ = r"(?:[a-z0-9'&-]+,? |<[LDXP]\d+>(?:'s)? |<N\d+>[ -](?:part |episode |parter )?|<[NL]\d+>-[a-z]+ ){0,6}?"
_SHOWN = (
    r"(?:premier(?:ed|es|e|ing)|debut(?:ed|s|ing)?|released|dropped|drops?|landed|lands?|launch(?:ed|es)?|arriv(?:ed|es|ing)|"
    r"bow(?:ed|s)?|hit|hits|aired|airs|airing|broadcast|streaming|streams?|streamed|available|shown|screened|reached|came out|"
    r"comes out|came|went up|goes up|went live|went out|goes out|open(?:ed|s)?|opens|began|started|starts|put out|turned up|"
    r"slipped|stormed|sits|lives|out|ended its run|its run|reached its end|kicked off|unveiled|made available|going up|its debut|"
    r"its premiere|playing|showing|all of (?:it|them)|the (?:whole )?lot|whole|estren(?:o|ada|ado|aron)|disponible|lanzad[oa]|"
    r"llego|llega|emitid[oa]|emitio|puede verse|se puede ver|estreno|vio)"
)
_SHOWS = (
    r"(?:released|releases|dropped|drops?|premiered|premieres|launched|launches|unveiled|aired|airs|streams|streamed|streaming|"
    r"put out|debuted|debuts|bows|bowed|broadcast|commissioned|has it|shows it|carries|carry|put it|has a go with|gave it|gave us|"
    r"screened|sets|estreno|estrena|lanzo|emitio|ordered|made (?:it|the))"
)
PATTERNS: tuple[Pattern, ...] = (
    Pattern("platform.possessive", rf"{_O}(?P<t>'s?) {_ADJ}(?:{_N}|(?P<w>[\"']?<S\d+>))", _each),
    Pattern(
        "platform.noun",
        rf"\b(?P<t>(?:the|an?|this|that|new|another|its|la|el|una|esta|hit|latest|[a-z]+est)) {_ADJ}{_O} {_ADJ}{_N}",
        _bare,
    ),
    Pattern("platform.noun_bare", rf"(?:^|, |: |\()(?P<t>){_O} {_ADJ}{_N}", _bare),
    Pattern("platform.noun_before", rf"(?:-(?:part|episode)|-jaw[a-z]*|<S\d+>,?) (?P<t>)(?:the )?{_O} {_N}", _each),
    Pattern(
        "platform.shown",
        rf"\b(?P<t>{_SHOWN})(?: [a-z'-]+| <[DLN]\d+>| <[LX]\d+>'s?|,){{0,9}}? "
        rf"(?:on|onto|to|via|at|for|by|through|exclusively on|only on|en|a|por|in) (?:the |la |el )?{_O}",
        _each,
    ),
    Pattern(
        "platform.shows",
        r"(?P<o><O\d+>)(?:, [^,;.]{1,60},)? (?:has |have |had |first |then |will |is set to |originally |finally |itself )*"
        rf"(?P<t>{_SHOWS})(?:[ ,.;]|$)",
        _each,
    ),
    Pattern(
        "platform.title_on",
        rf"(?P<w><S\d+>)[\"']?(?:,| is| was|:|\.)? ?(?:also |now |currently |streaming )?(?P<t>on|en|for|de) (?:the )?{_O}",
        _each,
    ),
    Pattern(
        "platform.title_of",
        rf"(?P<w><S\d+>)[\"']?,? (?:[a-z'-]+ ){{0,4}}(?P<t>is|was|es) (?:very much |indeed |an? |una? )?{_O}",
        _each,
    ),
    Pattern(
        "platform.now_on",
        r"\b(?P<t>(?:now|only|exclusively|currently|all|dias|back|is|it's|are|was|be seen|be found|to stream|watch it|be watched|"
        rf"find it)) (?:streaming |available )?(?:on|en) (?:the )?{_O}",
        _each,
    ),
    Pattern(
        "platform.for",
        rf"\b(?P<t>(?P<n>{SCREEN_WORK})s?(?: [a-z'-]+){{0,3}}) (?:for|on|from|by|at|de|para|en|del) (?:the |la |el )?{_O}",
        _each,
    ),
    Pattern(  # apart, since what was made for one may be shown by another
        "platform.ordered_for",
        rf"\b(?P<t>made(?: the (?:series|film|show|drama))?|created|developed|adapted|produced|producida|hecha|realizada) "
        rf"(?:for|on|from|by|at|de|para|en|del) (?:the |la |el )?{_O}",
        _each,
    ),
    Pattern(
        "platform.bracket",
        r"(?P<w><S\d+>)[\"']?,? ?(?P<t>\()(?P<o><O\d+>(?: and <O\d+>|, <O\d+>)?)(?:,|\)| again)",
        _each,
    ),
    Pattern("platform.reached", rf"\b(?P<t>reached|hit|joined|picked up by|been on|grabbed by|llego a|traves de) (?:the )?{_O}", _each),
    Pattern("platform.after_title", rf"(?P<w><S\d+>)[\"']?(?P<t>\.|,|:|~) {_O}(?:,|\.|;|$)", _each),
    Pattern(
        "platform.opening",
        rf"^(?:also |it is |on |only on |solo |tambien )?(?P<t>on |en )?{_O}(?:\.|,? (?:since|from|desde)(?: el)? <D\d+>)",
        _each,
    ),
    Pattern(
        "platform.logo",
        rf"\b(?P<t>the|talk of|world of|hours of|on) {_O}(?:(?:'s)? (?:logo|banner|brand|own figures|location scouts|chart|top ten)|"
        r", and|\.|,|$)",
        _each,
    ),
    Pattern(
        "platform.row",
        r"^(?:[*-] ?)?(?P<t>(?:where to (?:watch|stream)(?: it)?|platform|network|streaming (?:on|service|platform)|streamer|channel|"
        r"available on|watch (?:it )?on|released by|distributor|broadcaster|original network|donde ver(?:la|lo)?|plataforma|cadena|"
        rf"disponible en))\?? ?[:-] ?(?:on |en )?{_O}",
        _each,
    ),
)


def speaks_of_release(quote: str) -> bool:
    """Do the words say that a platform showed or made the work first, rather than that it can be seen there?"""
    return bool(_RELEASE.search(quote))
