"""When it was first shown: the premiere, by season and region, with as much precision as the words have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.days import RELATIVE, read_day, read_relative
from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.platforms import read_region
from pipeline.claims.relations.wording import (
    PARTS,
    SCREEN_WORK,
    clause_before,
    is_about_other_thing,
    is_about_person,
    is_platform,
    read_season,
)
from pipeline.models import ObjectValue

# words that only a work's release goes with, and words that need the screen beside them
_SURE = (
    r"(?:premier(?:ed|es|e|ing)|debuted|debuts|bow(?:ed|s)?|streaming|streams?|available|screened|was "
    r"broadcast|were broadcast|first aired|aired|airs|"
    r"went live|goes live|goes up|went up|is up|made available|hit screens|hits screens|out today|out now|are "
    r"out|came out|comes out|will be out|first out|release date(?: (?:is|was|will be))?|"
    r"estren(?:o|ada|ado|aron|a)|estreno|disponible|emitid[oa]|emitio|readies for|first showing|first "
    r"screening|(?:world )?premiere|its debut|launch|first came out|start)"
)
_LOOSE = (
    r"(?:released?|releases|launched|launches|dropped|drops?|landed|lands?|arriv(?:ed|es|ing)|hit|reached|"
    r"came to|comes to|came|opened|opens|began|begins|started|starts|"
    r"put out|put (?:it|the [a-z]+) in|turned up|slipped|stormed|out|kicked off|went out|goes out|followed|"
    r"follow|follows|expected|launching|sets|said|"
    r"gave|lanzad[oa]|lanzo|llego|llega|llegaron|vio|saw)"
)
_LINK = r"(?:[ ,(]+(?:[a-z0-9'+-]+|<[OLSWX]\d+>(?:'s)?|<N\d+>)){0,8}?"
_AT = (
    r"(?:,? ?(?:\(|on|in|from|since|at|for|until|as of|of|by|el|en|desde|a partir de|del|de|the|early|late|"
    r"mid|this|last|next|early in|later in|back in|earlier in|as early as|a short spell in cinemas from|desde "
    r"el|a partir del)){0,3}"
)
_DAY = (
    r"(?:(?:last |this |next |on |el |este |el pasado )?(?:monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|lunes|martes|miercoles|jueves|viernes|sabado|domingo),? )?"
    rf"(?:(?P<d><D\d+>)(?P<ly>,? (?:last|this) year| del ano pasado)?|(?P<r>{RELATIVE}))"
)
_FUTURE = re.compile(
    r"\b(?:will|readies|sets|to be|is to|are to|is set to|are set to|due|opens|arrives|launches|drops|lands|"
    r"hits|bows|premieres|debuts|starts|begins|follow|comes|goes|"
    r"expected|predicted|ahead of|upcoming|coming|forthcoming|start|llegara|se estrenara|estrena)\b"
)
_PAST = re.compile(r"\b(?:was|were|has|had|have|did|[a-z]+ed|came|went|hit|began|since|estreno|llego|vio|desde)\b")
_WORK_BEFORE = re.compile(
    rf"(?:<S\d+>|\b(?:it|which|that|its|{SCREEN_WORK}|{PARTS}|all of (?:it|them)|the (?:whole )?(?:lot|thing)|"
    rf"serie|cual|que)\b)[^;:.]{{0,60}}$"
)
_FESTIVAL = re.compile(
    r"\b(?:at|in|the) (?:the )?(<[XLOPS]\d+>)(?: (?:international )?(?:film )?festival)|\b(?:at|in) "
    r"(<[XLOPS]\d+>) (?:in|on|last|this)\b|\bpremiere in (<L\d+>)|"
    r"festival (?:de|of) (<[XL]\d+>)"
)
_CINEMA = re.compile(r"\b(?:cinemas?|theat(?:er|re)s|theatrical|big screen|cines)\b")
_FESTIVALS = frozenset(
    {
        "toronto",
        "sundance",
        "cannes",
        "venice",
        "telluride",
        "berlin",
        "tribeca",
        "tiff",
        "sxsw",
        "locarno",
        "san sebastian",
        "karlovy vary",
        "austin",
    }
)
_MADE = re.compile(
    r"\b(?:written|published|written in|set in|filmed|shot|happened|took place|died|born|arrested|convicted|"
    r"sentenced|published|announced|commissioned|ordered|renewed|cancelled)\b"
)


def _day(hit: Hit) -> str | None:
    block = hit.sentence.block
    around = hit.sentence.typed[max(0, hit.match.start() - 40) : hit.match.end()]
    future = bool(_FUTURE.search(around)) and not re.search(r"\b(?:was|were|had|since|ago|last|which [a-z]+ed)\b", around)
    if hit.has("d"):
        entity = hit.entities("d")[0]
        if hit.has("ly"):
            year = block.published.year if block.published else None
            if year is None or entity.years:
                return None
            return read_day(f"{entity.surface} {year - ('last' in hit.typed('ly') or 'pasado' in hit.typed('ly'))}", block.published)
        if re.search(r"'?s$", entity.surface) and entity.surface[-2].isdigit():
            return None  # a decade
        return read_day(entity.surface, block.published, future, block.spanish)
    words = hit.typed("r")
    for token in re.findall(r"<N\d+>", words):
        words = words.replace(token, str(hit.sentence.entity_at(token).number))
    return read_relative(words, block.published, future)


def _value(hit: Hit, day: str) -> dict[str, ObjectValue]:
    value: dict[str, ObjectValue] = {"value": day}
    typed = hit.sentence.typed
    season = read_season(hit.sentence, hit.match.start() - len(clause_before(typed, hit.match.start(), 70)), hit.match.end())
    if season is not None:
        value["season"] = season
    region = _venue(hit) or read_region(hit)
    if region:
        value["region"] = region
    return value


def _venue(hit: Hit) -> str | None:
    around = clause_before(hit.sentence.typed, hit.match.start(), 30) + hit.sentence.typed[hit.match.start() : hit.match.end() + 12]
    if _CINEMA.search(around):
        return "cinemas"
    for found in _FESTIVAL.finditer(around):
        token = next(g for g in found.groups() if g)
        name = hit.sentence.entity_at(token).surface
        if "festival" in found.group() or "premiere" in found.group() or name.lower() in _FESTIVALS:
            return f"{name} festival" if "premiere" not in found.group() else f"{name} premiere"
    return None


def _sure(hit: Hit) -> Iterator[Found]:
    yield from _released(hit, sure=True)


def _loose(hit: Hit) -> Iterator[Found]:
    yield from _released(hit, sure=False)


def _released(hit: Hit, *, sure: bool) -> Iterator[Found]:
    """A release with its day; where the verb fits other things, a platform, cinemas or the work itself must stand beside it."""
    typed = hit.sentence.typed
    start = hit.span("t")[0]
    between = typed[start : hit.match.end()]
    if is_about_other_thing(typed, start) or is_about_person(typed, start) or _MADE.search(between):
        return
    if not sure and not (any(is_platform(e) for e in hit.entities("m")) or _CINEMA.search(between) or _names_work(hit, start)):
        return
    day = _day(hit)
    if day is not None and int(day[:4]) >= 1920:
        yield hit.found("premiere_date", _value(hit, day), noun=_noun(hit))


def _names_work(hit: Hit, start: int) -> bool:
    return bool(
        _WORK_BEFORE.search(clause_before(hit.sentence.typed, start)) or re.search(rf"\bthe {SCREEN_WORK}\b|<S\d+>|\bit\b", hit.typed("m"))
    )


def _noun(hit: Hit) -> str | None:
    """The word for the work before the verb, as far as it stands in the same clause."""
    before = clause_before(hit.sentence.typed, hit.span("t")[0], 50)
    words = re.findall(r"\b(film|movie|documentary|docuseries|series|drama)\b", before)
    if not words or not re.search(rf"\b(?:the|this|that|la|el) (?:[a-z'-]+ |<[OLDN]\d+>(?:'s)? ?){{0,3}}{words[-1]}\b", before):
        return None
    return {"movie": "film", "docuseries": "documentary", "drama": None}.get(words[-1], words[-1])


def _year_of(hit: Hit) -> Iterator[Found]:
    """ "<Title> (Netflix, 2024)", "the 2022 Netflix series": the year alone."""
    years = hit.entities("d")[0].years
    if len(years) >= 1 and re.fullmatch(r"\d{4}", hit.entities("d")[0].surface) and years[0] >= 1920:
        yield hit.found("premiere_date", {"value": str(years[0])}, noun=hit.typed("n") or None)


def _row(hit: Hit) -> Iterator[Found]:
    day = _day(hit)
    if day is not None:
        yield hit.found("premiere_date", _value(hit, day))


def _days_on(hit: Hit) -> Iterator[Found]:
    """ "It has been on Netflix for five days"."""
    number = hit.entities("c")[0].number
    published = hit.sentence.block.published
    if number is not None and published is not None:
        unit = hit.typed("u")
        day = read_relative(f"{number} {unit} ago" if not unit.startswith(("dia", "sem", "mes")) else f"hace {number} {unit}", published)
        if day:
            yield hit.found("premiere_date", {"value": day})


PATTERNS: tuple[Pattern, ...] = (
    Pattern("premiere_date.shown", rf"\b(?P<t>{_SURE})(?P<m>{_LINK}){_AT} {_DAY}", _sure),
    Pattern("premiere_date.released", rf"\b(?P<t>{_LOOSE})(?P<m>{_LINK}){_AT} {_DAY}", _loose),
    Pattern(
        "premiere_date.day_first",
        rf"(?:^|[,;(] |\b(?:on|since|from|el|in|en) ){_DAY},? (?P<m>(?:[a-z]+ |<[OSL]\d+>,? |the "
        rf"){{0,6}}?)(?P<t>{_SURE}|released|dropped|launched|put out|lanzo)\b",
        _loose,
    ),
    Pattern(
        "premiere_date.bracket",
        r"(?P<w><[SW]\d+>)[\"']?,? (?P<t>\()(?:(?:<O\d+>|[a-z+ ]{2,20}),? ?)?(?:from |since )?(?P<d><D\d+>)",
        _year_of,
    ),
    Pattern(
        "premiere_date.year_noun",
        rf"\b(?P<t>the|this|that|<[PO]\d+>'s?) (?P<d><D\d+>) (?:[a-z-]+ |<[OL]\d+>(?:'s)? "
        rf"){{0,3}}(?P<n>{SCREEN_WORK})\b",
        _year_of,
    ),
    Pattern("premiere_date.noun_year", rf"<[P]\d+>'s (?P<n>{SCREEN_WORK}) (?P<t>from|of) (?P<d><D\d+>)", _year_of),
    Pattern("premiere_date.on_since", rf"<O\d+>(?:,|\.)? (?P<t>since|from|desde)(?P<m>){_AT} {_DAY}", _sure),
    Pattern("premiere_date.opening_since", rf"^(?:on )?<O\d+> (?P<t>since)(?P<m>) {_DAY}", _sure),
    Pattern(
        "premiere_date.on_at",
        rf"\b(?P<t>(?:turned up|arrived|landed|slipped|stormed|is|now|up) (?:[a-z]+ )?(?:on|onto|to))(?P<m> "
        rf"<O\d+>{_LINK}){_AT} {_DAY}",
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
        rf"^(?:[*-] ?)?(?:(?:season|temporada) (?:<N\d+>|one|\d) )?(?P<t>(?:(?:original )?release(?: date)?|"
        rf"released(?: on)?|premiere(?:d)?(?: date)?|air date|first aired|fecha de estreno|estreno|launch(?: "
        rf"date)?|streaming since))\?? ?[:-] ?{_AT} ?{_DAY}",
        _row,
    ),
    Pattern("premiere_date.season_row", rf"^(?:[*-] ?)?(?P<t>season (?:<N\d+>|one|\d))\b[^.;]{{0,30}}?[,:(] ?{_DAY}", _row),
)
