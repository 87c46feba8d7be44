"""More ways to say where and when a story is set: labels of rows, "the year in which it is set", who set it where, a place on the map."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.claims.relations.place_lists import read_places
from pipeline.claims.relations.settings import read_times

_WORK = (
    r"(?:<S\d+>|(?:the|its|la|el|su) (?:[a-z-]+ )?(?:series|show|film|movie|drama|story|action|plot|serie|pelicula|historia|accion|trama)|"
    r"it)"
)
OWN_TIME = 2  # years before the page in which "the year: 2024" may be that of the release


def _place_row(hit: Hit) -> Iterator[Found]:
    """ "The base: Duxford, Cambridgeshire": a place right behind a label for one."""
    start, end = hit.span("l")
    told = re.sub(r"^(?:the|rural|in|en) ", "", hit.sentence.text(start, end), flags=re.IGNORECASE)
    yield hit.found("setting_place", {"value": told}, end=end)


def _year_row(hit: Hit) -> Iterator[Found]:
    """ "The year: 1941"; a year about the release may be that of the release."""
    published = hit.sentence.block.published
    for value, at in read_times(hit, hit.span("t")[1], len(hit.sentence.typed)):
        year = re.match(r"(?:1\d|20)\d\d", value)
        if year and (published is None or int(year.group()) < published.year - OWN_TIME):
            yield hit.found("setting_time", {"value": value}, end=at)
        return


def _year_of_story(hit: Hit) -> Iterator[Found]:
    """ "1999, the year in which the action is set"."""
    for value, _ in read_times(hit, *hit.span("d")):
        yield hit.found("setting_time", {"value": value})
        return


def _set_there(hit: Hit) -> Iterator[Found]:
    """ "They set it in Oklahoma", "on the map we are in Yellowstone"."""
    begin = hit.span("t")[1] if hit.has("t") else hit.match.start()
    for place in read_places(hit.sentence, begin, hit.match.end(), strict=True):
        yield hit.found("setting_place", {"value": place.text}, end=place.end)
        return


_LABEL = r"^(?:[*-] ?)?[*\"'(]*(?:(?:the|el|la) )?"
_ROW_END = r"[*]*\?? ?[:-][*]*"
_PLACES = r"(?P<l>(?:(?:the|rural|in|en) )?(?:[a-z-]+(?: [a-z-]+)?, )?<L\d+>(?:, <L\d+>)?)"
PATTERNS: tuple[Pattern, ...] = (
    Pattern(
        "setting.place_row",
        rf"{_LABEL}(?P<t>(?:where on the map|scene of (?:it|the story)|where (?:the story|it) is set|lugar de la accion|escenario|"
        rf"donde transcurre|donde ocurre|donde se ambienta){_ROW_END}) ?{_PLACES}",
        _place_row,
    ),
    # a label that says less: where the company is, or the cameras were
    Pattern("setting.town_row", rf"{_LABEL}(?P<t>(?:base|place|town|city|localidad|pueblo){_ROW_END}) ?{_PLACES}", _place_row),
    Pattern(
        "setting.year_row",
        rf"{_LABEL}(?P<t>(?:year(?: of the (?:story|action))?|years|decade|era|time of the (?:story|action)|epoca|decada|"
        rf"anos?(?: de la accion)?) ?"
        r"[*]*:[*]*)",
        _year_row,
    ),
    Pattern(
        "setting.year_of_story",
        rf"(?P<d><D\d+>)(?:,|\.| is| era| es|:)? (?P<t>(?:is )?(?:the |el )?(?:year|decade|ano|decada) (?:in which|when|that|"
        rf"en (?:el |la )?que) "
        rf"(?:{_WORK} (?:is|was|se|esta) (?:set|takes place|situa|ambienta(?:da)?|desarrolla|ubica)|se (?:situa|ambienta|desarrolla|ubica) "
        rf"{_WORK}|transcurre {_WORK}|{_WORK} (?:takes place|unfolds|happens|transcurre)))",
        _year_of_story,
    ),
    Pattern(
        "setting.they_set",
        r"\b(?:they|the (?:makers|writers|producers|creators|showrunners?|screenwriters?|adaptation|script)) (?:have |has )?"
        r"(?P<t>(?:set|sets|placed?|places|located?|locates) (?:it|it all|all of it|(?:the|their) (?:whole |entire )?"
        r"(?:story|action|plot|series|thing|drama)) in) (?:the (?:town|city|village|suburbs?|mountains|fictional town) of |rural |"
        r"downtown |small-town )?"
        r"<[LX]\d+>(?:, <L\d+>)?",
        _set_there,
    ),
    Pattern(
        "setting.on_the_map",
        r"(?:^|[.;:] )(?:(?P<t>(?:on the map,? |on screen,? |in the (?:series|show|film|story),? |en (?:la serie|la ficcion|pantalla),? )"
        r"(?:we(?:'re| are)|estamos|nos encontramos) (?:in|at|en)) (?:the )?<[LX]\d+>(?:, (?:in )?<L\d+>)?|"
        r"(?:we(?:'re| are)|estamos) (?:in|at|en) (?:the )?<[LX]\d+>(?:, (?:in )?<L\d+>)? (?:for (?:nearly |almost )?(?:all|most) of it|"
        r"casi todo el tiempo|todo el tiempo)\b)",
        _set_there,
    ),
)
