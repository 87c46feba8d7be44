"""When it was first shown: the premiere, by season and region, with as much precision as the words have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.days import MONTHS, ORDINAL_DAY, RELATIVE, read_day, read_feast, read_ordinal_day, read_relative
from pipeline.claims.entities import Sentence
from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.platforms import read_region
from pipeline.claims.relations.wording import (
    PARTS,
    SCREEN_WORK,
    SEASON_ORDINALS,
    belongs_elsewhere,
    clause_before,
    is_about_other_thing,
    is_about_person,
    is_platform,
    read_season,
)
from pipeline.models import ObjectValue

FIRST_FILMS = 1920  # no work on record is older
# words that only a work's release goes with, and words that need the screen beside them
_SURE = (
    r"(?:premier(?:ed|es|e|ing)|debuted|debuts|bow(?:ed|s)?|streaming|streams?|available|screened|was broadcast|were broadcast|"
    r"first aired|aired|airs|went live|goes live|goes up|went up|is up|made available|hit screens|hits screens|"
    r"came out|comes out|will be out|first out|release date(?: (?:is|was|will be))?|estren(?:o|ada|ado|aron|a)|estreno|"
    r"disponible|emitid[oa]|emitio|readies for|first showing|first screening|(?:world )?premiere|its debut|launch|first came out|"
    r"start)"
)
_LOOSE = (
    r"(?:released?|releases|launched|launches|dropped|drops?|landed|lands?|arriv(?:ed|es|ing)|hit|reached|came to|comes to|opened|"
    r"opens|open|began|begins|started|starts|put out|put (?:it|the [a-z]+) in|turned up|slipped|stormed|out|kicked off|went out|"
    r"goes out|follow|expected|launching|sets|lanzad[oa]|lanzo|llego|llega|llegaron|vio|reach|saw)"
)
_NEEDS_PLATFORM = frozenset(
    [
        "hit",
        "reached",
        "came",
        "comes",
        "opened",
        "opens",
        "open",
        "began",
        "begins",
        "started",
        "starts",
        "kicked",
        "follow",
        "expected",
        "sets",
        "put",
        "slipped",
        "stormed",
        "turned",
        "saw",
        "vio",
        "went",
        "goes",
        "out",
        "reach",
    ]
)
_LINK = r"(?:[ ,(]+(?:[a-z0-9'+-]+|<[OLSWX]\d+>(?:'s)?|<N\d+>)){0,8}?"
_AT = (
    r"(?:,? ?(?:\(|on|in|from|since|at|as of|of|by|el|en|desde|a partir de|del|de|the|early|late|mid|this|last|next|"
    r"early in|later in|back in|earlier in|as early as|a short spell in cinemas from|desde el|a partir del)){0,3}"
)
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo)"
_MONTH = "|".join(name for name in MONTHS if len(name) > 4 or name in {"may", "june", "july", "mayo"})
_DAY = (
    rf"(?:(?:last |this |next |on |el |este |el pasado )?{_WEEKDAY},? )?(?:(?P<d><D\d+>)(?P<ly>,? (?:last|this) year| del ano pasado)?|"
    rf"(?P<r>{RELATIVE})|(?:the |el )?(?P<od>{ORDINAL_DAY}) (?:of|de) (?P<om>{_MONTH}|<D\d+>)|"
    rf"(?:in|last|en|this) (?:early |late )?(?P<mo>{_MONTH})\b)"
)
_FUTURE = re.compile(
    r"\b(?:will|readies|sets|to be|is to|are to|is set to|are set to|due|opens|arrives|launches|drops|lands|hits|bows|premieres|"
    r"debuts|starts|begins|follow|comes|goes|expected|predicted|ahead of|upcoming|coming|forthcoming|start|llegara|se estrenara|"
    r"estrena|launch|yet to)\b"
)
_NOT_FUTURE = re.compile(r"\b(?:was|were|had|since|ago|last|which [a-z]+ed|desde|pasado)\b")
# further words for a work that newspapers like
_TOLD_AS = r"(?:mystery|shocker|romp|whodunit|blockbuster|caper|yarn|potboiler|tearjerker|weepie|misterio|culebron|novelon)"
_WORK_BEFORE = re.compile(
    rf"(?:<S\d+>|\b(?:it|{SCREEN_WORK}|{_TOLD_AS}|{PARTS}|all of (?:it|them)|the (?:whole )?(?:lot|thing)|what|"
    r"(?:the|its) (?:first|last|remaining|other) <N\d+>))"
    r"[\"',]*(?: [^;:.,<]{1,60},)?(?: (?:which|that|que|cual))?(?: (?:[a-z]+ly|was|were|is|are|be|been|will|has|have|had|first|then|"
    r"also|all|of|only|to|set|due|se|fue|finally|it|just|itself|being|predicted|expected|slated|scheduled|"
    r"rumoured|rumored|said|tipped)){0,6} $|"
    rf"(?:<S\d+>|\b(?:it|{SCREEN_WORK})\b)[^;:.]{{0,90}}(?:,| and| y) (?:will be |was |is |were )?$"
)
_NAMED_BEFORE = re.compile(r"(?P<w><[WXP]\d+>)[\"']?,? (?:which|that|que) (?:[a-z]+ ){0,2}$|(?P<v><[WXP]\d+>)[\"']?, $")
_NAMED_SUBJECT = re.compile(r"(?P<w><[WX]\d+>)[\"']? (?:first |was |had |only )*$")
_WORK_WITHIN = re.compile(rf"\b(?:the|its|all|la|las|los) (?:[a-z'-]+ |<N\d+> ){{0,2}}(?:{SCREEN_WORK}|{PARTS})\b|<S\d+>|\bit\b")
_NOT_FIRST = re.compile(
    r"\b(?:finale|final episode|last episode|(?:fifth|sixth|seventh|eighth|ninth|tenth) (?:and (?:last|final) )?episode|"
    r"reached its end|ended|end of its run|trailer|teaser|adelanto|avance|desenlace|"
    r"regreso|spin-?off|derivada|secuela|precuela|sequel|prequel|returned|moved|re-?released?|rerun|second life)\b"
)
_FESTIVAL = re.compile(
    r"\b(?:at|in|the) (?:the )?(<[XLOPS]\d+>)(?: (?:international )?(?:film )?festival)|"
    r"\b(?:at|in) (<[XLOPS]\d+>) (?:in|on|last|this)\b|\bpremiere in (<L\d+>)|festival (?:de|of) (<[XL]\d+>)"
)
_CINEMA = re.compile(r"\b(?:cinemas?|theat(?:er|re)s|theatrical|big screen|cines)\b")
_FESTIVAL_TEXT = (
    "toronto|sundance|cannes|venice|telluride|berlin|tribeca|tiff|sxsw|locarno|san sebastian|karlovy vary|austin|south by southwest|venecia"
)
_FESTIVALS = frozenset(_FESTIVAL_TEXT.split("|"))
_MADE = re.compile(
    r"\b(?:written|published|set in|filmed|shot|happened|took place|died|born|arrested|convicted|sentenced|announced|commissioned|"
    r"ordered|renewed|cancelled|events|prison|jail|bail|custody|doors|attempts)\b"
)


def _day(hit: Hit) -> str | None:
    block = hit.sentence.block
    around = clause_before(hit.sentence.typed, hit.match.start(), 40) + hit.sentence.typed[hit.match.start() : hit.match.end()]
    stated = hit.sentence.typed[max(0, hit.span("t")[0] - 12) : hit.match.end()] if hit.has("t") else around
    future = bool(_FUTURE.search(around)) and not _NOT_FUTURE.search(stated)
    if hit.has("f"):
        year = next((e.years[0] for e in hit.entities("fy") if e.years), None) if hit.has("fy") else None
        return read_feast(hit.entities("f")[0].surface, year, block.published, future)
    if hit.has("d"):
        entity = hit.entities("d")[0]
        if hit.has("ly"):
            if block.published is None or entity.years:
                return None
            back = "last" in hit.typed("ly") or "pasado" in hit.typed("ly")
            return read_day(f"{entity.surface} {block.published.year - back}", block.published)
        return read_day(entity.surface, block.published, future, block.spanish)
    if hit.has("od"):
        month = hit.entities("om")[0].surface if hit.entities("om") else hit.typed("om")
        return read_ordinal_day(hit.typed("od"), month, block.published, future)
    if hit.has("mo"):
        return read_day(hit.typed("mo"), block.published, future)
    words = hit.typed("r")
    for token in re.findall(r"<N\d+>", words):
        words = words.replace(token, str(hit.sentence.entity_at(token).number))
    return read_relative(words, block.published, future)


_BARE_SEASON = re.compile(  # "... in season four, <somebody> in the fifth, which <platform> released"
    r"\b(?:in |for |with |en )?(?:the|la) ([a-z]+),? (?:which|that|que) (?:<O\d+> )?(?:[a-z]+ ){0,4}$"
)


def read_bare_season(before: str, season: int) -> int:
    """The season that the typed words before a release name by its ordinal alone, else the one that was named."""
    bare = _BARE_SEASON.search(before)
    return SEASON_ORDINALS.get(bare[1], season) if bare else season


def _value(hit: Hit, day: str) -> dict[str, ObjectValue]:
    value: dict[str, ObjectValue] = {"value": day}
    typed = hit.sentence.typed
    season = read_season(hit.sentence, hit.match.start() - len(clause_before(typed, hit.match.start(), 70)), hit.match.end())
    if season is not None:
        value["season"] = read_bare_season(typed[: hit.span("t")[0]] if hit.has("t") else "", season)
    region = _venue(hit) or read_region(hit)
    if region:
        value["region"] = region
    return value


def _venue(hit: Hit) -> str | None:
    typed = hit.sentence.typed
    around = clause_before(typed, hit.match.start(), 30) + typed[hit.match.start() : hit.match.end() + 12]
    if _CINEMA.search(around):
        return "cinemas"
    for found in _FESTIVAL.finditer(around):
        token = next(g for g in found.groups() if g)
        name = hit.sentence.entity_at(token).surface
        if "premiere" in found.group():
            return f"{name} premiere"
        if "festival" in found.group() or name.lower() in _FESTIVALS:
            return f"{name} festival"
    return next((e.surface for e in hit.entities("m") if e.surface.lower().endswith("festival")), None) if hit.has("m") else None


_LAST_ONES = re.compile(r"\b(?:last of|last (?:episodes?|<N\d+>)|final(?:e| episodes?| <N\d+>)|ultim[oa]s? (?:episodios?|capitulos?))\b")
_EVERY_WEEK = re.compile(r"^(?:s\b| (?:nights|evenings|mornings|afternoons)\b)")


def _sure(hit: Hit) -> Iterator[Found]:
    yield from _released(hit, sure=True)


def _loose(hit: Hit) -> Iterator[Found]:
    yield from _released(hit, sure=False)


def _festival(hit: Hit) -> Iterator[Found]:
    """What a festival showed, where the work itself stands before it."""
    start = hit.span("t")[0]
    before = clause_before(hit.sentence.typed, start)
    if not _NAMES_WORK.search(before + hit.typed("m")) or is_about_other_thing(hit.sentence.typed, start):
        return
    if belongs_elsewhere(hit.sentence, start) or _NOT_FIRST.search(before):
        return
    day = _day(hit)
    value = _value(hit, day) if day is not None else {}
    if "festival" in str(value.get("region", "")).lower():
        yield hit.found("premiere_date", value, noun=_noun(hit))


_NAMES_WORK = re.compile(rf"<S\d+>|\b(?:it|version|cut|la|(?:the|this) (?:[a-z'-]+ ){{0,2}}{SCREEN_WORK})\b")


def _released(hit: Hit, *, sure: bool) -> Iterator[Found]:
    """A release with its day; where the verb fits other things, a platform, cinemas or the work itself must stand beside it."""
    typed = hit.sentence.typed
    start = hit.span("t")[0]
    between = typed[start : hit.match.end()]
    before = clause_before(typed, start)
    on_screen = any(is_platform(e) for e in hit.entities("m")) or bool(_CINEMA.search(between)) or _has_platform_before(hit, start)
    if (
        belongs_elsewhere(hit.sentence, start)
        or is_about_other_thing(typed, start)
        or _MADE.search(between)
        or _NOT_FIRST.search(before + between)
    ):
        return
    if _LAST_ONES.search(typed[max(0, start - 60) : start]) or _EVERY_WEEK.search(typed[hit.match.end() :]):
        return  # its end, or the day of the week on which it ran
    if _RUN.search(between):
        return  # the run, not its beginning; or a question of its own
    if _STARTS.match(hit.typed("t")) and _SHOOT_BEFORE.search(before):
        return  # "production on a second season started on ..."
    if is_about_person(typed, start) and not (on_screen and re.search(r"\b(?:they|its|who|el) (?:[a-z]+ )?$", before)):
        return
    needs_platform = hit.typed("t").split()[0] in _NEEDS_PLATFORM
    if not sure and not on_screen and ((needs_platform and _gives_year(hit)) or not _names_work(hit, start)):
        return
    day = _day(hit)
    named = _NAMED_BEFORE.search(typed[:start]) or _NAMED_SUBJECT.search(typed[:start])
    if day is not None and int(day[:4]) >= FIRST_FILMS:
        subject = next((named.span(g) for g in named.groupdict() if named[g]), None) if named else None
        named_day = hit.has("f") or hit.has("od")  # no date to the slot model, which is asked about dates alone
        yield hit.found("premiere_date", _value(hit, day), noun=_noun(hit), subject=subject, plain=named_day)


_STARTS = re.compile(r"(?:start|beg[ai]n|kicked off|open|empez|comenz|arranc)")
_SHOOT_BEFORE = re.compile(
    r"(?:^|[,;:] ?)\W*(?:principal photography|(?:the |el |la )?(?:production|filming|shooting|shoot|rodaje|produccion))\b"
)


def is_not_first(sentence: Sentence, start: int, end: int) -> bool:
    """Is the day between two typed offsets that of a finale, a trailer, a rerun, the filming, or the end of the run?"""
    typed = sentence.typed
    around = clause_before(typed, start) + typed[start:end]
    return bool(_NOT_FIRST.search(around) or _MADE.search(typed[start:end]) or _LAST_ONES.search(around) or _RUN.search(typed[start:end]))


# Verbs that no cue word stands for, of which the one nearest before a day tells what it is the day of.
_TELLS = re.compile(
    r"\b(?:unveiled|uncorked|rolled out|brought out|put out|vio la luz|vieron la luz|aterrizo|aterrizaron|solto|libero|cayeron|colgo|subio|"
    r"emitio|disponibles?|pud(?:o|ieron) ver(?:se)?|puede[n]? ver(?:se)?|available)\b|"
    rf"(?:<S\d+>[\"']?|\b(?:it|{SCREEN_WORK}|{PARTS}))(?: (?:that|which|que|has|had|have|first|then|only|also|se|ha|been))* "
    r"(?:began|begins|started|starts|opened|opens|running|ran|kicked off|went (?:out|up|live)|empezo|comenzo|arranco)\b"
    r"(?! (?:filming|shooting|production|work|life|when|the ))"
)
# what happens to people, told beside a day
_LIVES = re.compile(
    r"\b(?:prison|jail|parole|custody|arrest\w*|captur\w+|convict\w+|sentenc\w+|trial|verdict|escap\w+|died|born|killed|murdered|married|"
    r"divorced|prision|carcel|libertad|deten\w+|detuv\w+|condenad?\w*|juicio|sentencia|murio|nacio|asesin\w+|police\b|policias?|patruller\w+)\b"
)


def find_telling_verb(typed: str, at: int) -> tuple[int, int] | None:
    """Where the clause before a day, at a typed offset, has the verb that makes it the day of a release; None where it has none."""
    before = clause_before(typed, at, 70)
    told = [m.span() for m in _TELLS.finditer(before)]
    return (at - len(before) + told[-1][0], at - len(before) + told[-1][1]) if told else None


def is_of_a_life(typed: str, start: int, end: int) -> bool:
    """Does the clause around a day tell of somebody's arrest, trial or death?"""
    return bool(_LIVES.search(clause_before(typed, start, 60)) or _LIVES.search(re.split(r"[;:]|\. ", typed[end : end + 60])[0]))


_RUN = re.compile(r"\b(?:until|till|through|before|up to|hasta|weekly)\b|\b(?:and|y) (?:what|how|why|who|que|como|por que) ")


def _has_platform_before(hit: Hit, start: int) -> bool:
    """ "<platform> released": the subject of the verb is the channel or streamer."""
    found = re.search(r"(<O\d+>)(?: (?:has|have|had|will|only|first|also|to))* $", hit.sentence.typed[:start])
    return bool(found) and is_platform(hit.sentence.entity_at(found.group(1)))  # type: ignore[union-attr]


def _gives_year(hit: Hit) -> bool:
    """Dates with a year may be those of the story ("the film opens in 1945")."""
    return bool(hit.has("d") and hit.entities("d")[0].years)


def _names_work(hit: Hit, start: int) -> bool:
    return bool(_WORK_BEFORE.search(clause_before(hit.sentence.typed, start)) or _WORK_WITHIN.search(hit.typed("m")))


def _noun(hit: Hit) -> str | None:
    """The word for the work before the verb, as far as it stands in the same clause."""
    before = clause_before(hit.sentence.typed, hit.span("t")[0], 50)
    words: list[str] = re.findall(r"\b(film|movie|documentary|docuseries|series)\b", before)
    if not words or not re.search(rf"\b(?:the|this|that|la|el) (?:[a-z'-]+ |<[OLDN]\d+>(?:'s)? ?){{0,3}}{words[-1]}\b", before):
        return None
    return {"movie": "film", "docuseries": "documentary"}.get(words[-1], words[-1])


def _year_of(hit: Hit) -> Iterator[Found]:
    """ "<Title> (Netflix, 2024)", "the 2022 Netflix series": the year alone."""
    date = hit.entities("d")[0]
    if not re.fullmatch(r"\d{4}", date.surface) or date.years[0] < FIRST_FILMS:
        return
    if is_about_other_thing(hit.sentence.typed, hit.match.start()):
        return
    named = None if hit.has("w") else _NAMED_BEFORE.search(hit.sentence.typed[: hit.match.start()])
    more = {"subject": named.span("v")} if named and named["v"] else {}
    beside = tuple(e.roles for e in hit.people("p"))
    yield hit.found("premiere_date", {"value": date.surface}, noun=hit.typed("n") or None, beside=beside, **more)


def _row(hit: Hit) -> Iterator[Found]:
    day = _day(hit)
    if day is not None:
        yield hit.found("premiere_date", _value(hit, day))


def _days_on(hit: Hit) -> Iterator[Found]:
    """ "It has been on Netflix for five days"."""
    number = hit.entities("c")[0].number
    published = hit.sentence.block.published
    unit = hit.typed("u")
    spanish = unit.startswith(("dia", "sem", "mes"))
    day = read_relative(f"hace {number} {unit}" if spanish else f"{number} {unit} ago", published) if number else None
    if day:
        yield hit.found("premiere_date", {"value": day})


PATTERNS: tuple[Pattern, ...] = (
    Pattern("premiere_date.shown", rf"\b(?P<t>{_SURE})(?P<m>{_LINK}){_AT},? {_DAY}", _sure),
    Pattern("premiere_date.released", rf"\b(?P<t>{_LOOSE})(?P<m>{_LINK}){_AT},? {_DAY}", _loose),
    Pattern(
        "premiere_date.today",
        r"\b(?P<t>llega|llego|arrives?|opens?|launche[sd]|lands?|drops?|premieres?|debuts?|out|se estrena) "
        rf"(?P<r>{RELATIVE})(?P<m> (?:a|on|onto|to|en|at) (?:la |the )?<O\d+>)",
        _loose,
    ),
    Pattern(
        "premiere_date.cinemas",
        rf"\b(?P<t>in (?:select(?:ed)? |some |us |uk )?(?:cinemas|theat(?:er|re)s)|en cines)(?P<m>){_AT} {_DAY}",
        _sure,
    ),
    Pattern(
        "premiere_date.when",
        r"(?P<d><D\d+>), (?P<t>when) (?P<m>(?:the [a-z]+|it|<S\d+>) (?:first )?(?:hit screens|premiered|debuted|"
        r"aired|came out|launched|arrived|landed|started))\b",
        _sure,
    ),
    Pattern(
        "premiere_date.day_first",
        rf"(?:^|[,;(] |\b(?:on|since|from|el|in|en) ){_DAY},? (?P<m>(?:[a-z]+ |<[OSL]\d+>,? |the ){{0,6}}?)"
        rf"(?P<t>{_SURE}|released|dropped|launched|put out|lanzo)\b",
        _loose,
    ),
    Pattern(
        "premiere_date.bracket",
        r"(?P<w><[SW]\d+>)[\"']?,? (?P<t>\()(?:(?:<O\d+>|[a-z+ ]{2,20})(?:,| and <O\d+>,)? ?)?(?:from |since )?(?P<d><D\d+>)",
        _year_of,
    ),
    Pattern(
        "premiere_date.year_noun",
        rf"\b(?P<t>the|this|that|(?P<p><[PO]\d+>)'s?) (?P<d><D\d+>) (?:[a-z-]+ |<[OL]\d+>(?:'s)? ){{0,3}}(?P<n>{SCREEN_WORK})\b"
        r"(?:,? [\"']?(?P<w><[SW]\d+>))?",
        _year_of,
    ),
    Pattern("premiere_date.noun_year", rf"(?P<p><P\d+>)'s? (?P<n>{SCREEN_WORK}) (?P<t>from|of) (?P<d><D\d+>)", _year_of),
    Pattern(
        "premiere_date.feast",
        rf"\b(?P<t>{_SURE}|{_LOOSE})(?P<m>{_LINK}) (?:on|for|el|en|la|in time for) (?:the |la |el )?(?P<f><[PX]\d+>)(?:,? (?P<fy><D\d+>))?",
        _loose,
    ),
    Pattern(
        "premiere_date.festival",
        r"\b(?P<t>(?:first )?(?:shown|seen|screened|unveiled|presented|bowed|opened|launched|presentada|mostrada|vista))"
        rf"(?P<m>(?: [a-z]+){{0,4}} (?:at|in|en|to) (?:the |el )?(?:<[XLOPS]\d+> (?:(?:international )?(?:film )?festival)|"
        rf"festival de <[XL]\d+>|<O\d+>)),? {_AT} ?{_DAY}",
        _festival,
    ),
    Pattern("premiere_date.on_since", rf"(?P<m><O\d+>)(?:,|\.)? (?P<t>since|from|desde){_AT} {_DAY}", _sure),
    Pattern(
        "premiere_date.on_at",
        rf"\b(?P<t>(?:turned up|arrived|landed|slipped|stormed|is|now|up) (?:[a-z]+ )?(?:on|onto|to))(?P<m> <O\d+>{_LINK}){_AT} {_DAY}",
        _loose,
    ),
    Pattern(
        "premiere_date.days_on",
        r"\b(?P<t>lleva|has been (?:on <O\d+> )?for|after) (?P<c><N\d+>) (?P<u>days?|weeks?|months?|dias?|"
        r"semanas?|mes(?:es)?) (?:en|on) <O\d+>",
        _days_on,
    ),
    Pattern(
        "premiere_date.row",
        r"^(?:[*-] ?)?(?:(?:season|temporada) (?:<N\d+>|one|\d):? )?(?P<t>(?:(?:original )?release(?: date)?|released(?: on)?|"
        rf"premiere(?:d)?(?: date)?|air date|first aired|fecha de estreno|estreno|launch(?: date)?|streaming "
        rf"since))\?? ?[:-] ?{_AT} ?{_DAY}",
        _row,
    ),
    Pattern("premiere_date.season_row", rf"^(?:[*-] ?)?(?P<t>season (?:<N\d+>|one\b|\d))[^.;]{{0,30}}?[,:(] ?{_DAY}", _row),
)
