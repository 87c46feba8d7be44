"""Places compared: the same, one within the other, close by, or somewhere else."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from math import asin, cos, radians, sin, sqrt

from pipeline.records.folding import fold, words
from pipeline.records.gazetteer import Place, look_up, look_up_within
from pipeline.records.likeness import Likeness, closest

NEAR_KM = 60.0  # a suburb, the next town, the county round a city
REGION_KM = 500.0
_OF_REGIONS = frozenset({"united states", "united kingdom"})  # countries whose places we know by state or nation
_GROUPS = re.compile(r"\s*(?:[;()/]| and | y | e | between )\s*")  # what stands apart: "Luverne, Minnesota; Fargo, North Dakota"
_PIECES = re.compile(r"\s*(?:,| in | of )\s*")  # what says where: "Troy, Missouri"
_NEAR = re.compile(r"\s*,?\s*(?:\bnear\b|\bcerca de\b|\boutside\b)\s*")
_CAPITAL = re.compile(r"\bWashington,? D\.? ?C\b\.?")
_LEADING_TEXT = """
    the a an el la los las downtown rural small north south east west northern southern eastern western central upstate suburban greater
    inside outside near nazi-occupied
"""
_LEADING = re.compile(
    rf"^(?:{'|'.join(_LEADING_TEXT.split())}|(?:city|town|village|state|suburbs) of|town in|federal prison hospital at) ", re.IGNORECASE
)
_TRAILING = re.compile(r"(?:\s+[a-z]+)+$")  # "New York elite"
_COMMON_TEXT = "the a an of in at and near city town village county state street studio studios north south east west new"
_COMMON = frozenset(_COMMON_TEXT.split())
_ALIASES = {
    "us": "united states", "usa": "united states", "america": "united states", "united states of america": "united states",
    "uk": "united kingdom", "great britain": "united kingdom", "britain": "united kingdom", "reino unido": "united kingdom",
    "estados unidos": "united states", "ussr": "soviet union", "holland": "netherlands", "espana": "spain", "alemania": "germany",
    "francia": "france", "italia": "italy", "inglaterra": "england", "brasil": "brazil", "czechia": "czech republic",
    "nueva york": "new york", "nyc": "new york city", "londres": "london", "la": "los angeles", "l a": "los angeles",
    "washington dc": "washington d c", "washington state": "washington", "ciudad de mexico": "mexico city", "moscu": "moscow",
    "tailandia": "thailand", "ruanda": "rwanda", "libano": "lebanon", "nuevo mexico": "new mexico",
}  # fmt: skip


def compare_places(claimed: str, recorded: str) -> Likeness:
    """SAME: a claimed place is one on record, or contains it. NEAR: it lies within a place on record, or close by.

    FAR: both known, and neither holds the other. UNCLEAR: one of the two is no place that we know.
    """
    if fold(claimed) == fold(recorded) or _is_part_of_name(claimed, recorded):
        return Likeness.SAME
    a, b = find_places(claimed), find_places(recorded)
    if len(_PIECES.split(claimed.strip())) == 1 and any(y.name == _clean(claimed) for recorded_ones in b for y in recorded_ones):
        return Likeness.SAME  # "Santa Fe", of "Santa Fe, New Mexico": a bare name means the namesake on record
    return closest(_compare_two(x, y) for meanings in a for x in meanings for recorded_ones in b for y in recorded_ones)


def are_in_one_region(a: str, b: str) -> bool:
    """May two texts mean places of one region: of one country, and there not of two states of the USA, nations of the United Kingdom or
    places 500 km apart? Also true where one of them is no place that we know."""
    places = [[p for meanings in find_places(text) for p in meanings] for text in (a, b)]
    return not all(places) or any(_share_region(x, y) for x in places[0] for y in places[1])


def _share_region(a: Place, b: Place) -> bool:
    if any(p.opaque and not p.within for p in (a, b)):
        return True
    shared = (a.within | {a.name}) & (b.within | {b.name})
    if not shared - _OF_REGIONS and {a.name, b.name}.isdisjoint(_OF_REGIONS):
        return False
    return a.at is None or b.at is None or _km(a.at, b.at) <= REGION_KM


@lru_cache(maxsize=5_000)
def find_places(text: str) -> tuple[tuple[Place, ...], ...]:
    """For each place that a text names, what it may mean: "Troy, Missouri" is one place, and not the Troy of New York."""
    groups = [bare for g in _GROUPS.split(_CAPITAL.sub("Washington D.C.", text)) if (bare := g.strip(" ,"))]
    return tuple(meanings for group in groups if (meanings := _read_group(group)))


def _read_group(group: str) -> tuple[Place, ...]:
    """What the first place of "X, Y, Z" may mean, given that it lies in (or near) the others."""
    here, *near = _NEAR.split(group)
    pieces = [_clean(piece) for piece in _PIECES.split(here) if piece[:1].isupper() or look_up(_clean(piece))]
    if not pieces:
        return _read_group(near[0]) if near else ()
    head, *context = pieces
    holders = frozenset(p.name for piece in context for p in look_up(piece))
    around = frozenset(w for piece in (*context, *map(_clean, near)) for p in look_up(piece) for w in p.within)
    if not holders | around:
        return look_up(head)
    known = look_up_within(head, holders) or look_up_within(head, around)
    inside = (p for p in known if not any(_is_outside(p, look_up(piece)) for piece in context))
    return tuple(replace(p, within=p.within | holders) for p in inside) or (Place(head, holders | around),)


def _is_outside(place: Place, areas: tuple[Place, ...]) -> bool:
    """Does it lie in none of the states or nations that a name may mean? What lies in those is known: the Plainfield of Illinois is not
    that of "Plainfield, Ohio"."""
    known = [a for a in areas if a.within and a.at is None and not a.opaque]
    return bool(known) and len(known) == len(areas) and not any(a.name in place.within for a in known)


def _clean(piece: str) -> str:
    """The piece's folded name; leading words and trailing common nouns are dropped where that makes it a place we know."""
    bare = piece.strip()
    for attempt in (bare, _TRAILING.sub("", bare)):
        while True:
            plain = _ALIASES.get(fold(attempt), fold(attempt))
            if look_up(plain):
                return plain
            shorter = _LEADING.sub("", attempt, count=1)
            if shorter == attempt:
                break
            attempt = shorter
    return _ALIASES.get(fold(bare), fold(bare))


def _is_part_of_name(claimed: str, recorded: str) -> bool:
    """ "Elstree Studios" of "Elstree Studios, Hertfordshire", "Ignalina plant" of "Ignalina nuclear power plant, Lithuania"."""
    head = set(words(claimed)) - _COMMON
    if look_up(_clean(claimed)):
        return False  # a place of its own: "Kansas" is no part of Kansas City
    return bool(head) and head <= set(words(recorded)) and bool(set(words(recorded.split(",", maxsplit=1)[0])) & head)


def _compare_two(claimed: Place, recorded: Place) -> Likeness:
    if claimed.name == recorded.name:
        one_in_other = claimed.within <= recorded.within or recorded.within <= claimed.within
        return Likeness.SAME if one_in_other or _is_close(claimed, recorded) else Likeness.FAR
    if claimed.name in recorded.within:
        return Likeness.SAME
    if recorded.name in claimed.within:
        return Likeness.NEAR
    if _is_close(claimed, recorded):
        return Likeness.NEAR
    if _may_hold(claimed, recorded) or _may_hold(recorded, claimed):
        return Likeness.UNCLEAR
    if _are_siblings(claimed, recorded) or (claimed.within and recorded.within and not claimed.within & recorded.within):
        return Likeness.FAR  # Virginia and West Virginia, or the Virginia of another country
    x, y = set(claimed.name.split()), set(recorded.name.split())
    return Likeness.NEAR if x <= y or y <= x else Likeness.FAR  # new york / new york city


def _is_close(a: Place, b: Place) -> bool:
    return a.at is not None and b.at is not None and _km(a.at, b.at) <= NEAR_KM


def _may_hold(area: Place, place: Place) -> bool:
    """An area whose contents are not known may hold whatever lies in the same country (and state), unless it is too far from its seat."""
    return area.opaque and area.within <= place.within | {place.name} and not _is_out_of_reach(area, place)


# How far a district or province that is called like its chief town reaches from there at the most.
_REACH_KM = {"united kingdom": 100.0, "spain": 250.0}


def _is_out_of_reach(area: Place, place: Place) -> bool:
    """Manchester, as the name of a district, holds nothing that lies as far from the city as London."""
    reach = next((km for country, km in _REACH_KM.items() if country in area.within), None)
    seats = [p.at for p in look_up(area.name) if p.at is not None and area.within <= p.within]
    return reach is not None and place.at is not None and bool(seats) and all(_km(seat, place.at) > reach for seat in seats)


def _are_siblings(a: Place, b: Place) -> bool:
    """Two states of one country, whose names share a word and nothing else."""
    return a.at is None and b.at is None and not (a.opaque or b.opaque) and a.within == b.within == frozenset({"united states"})


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance (haversine)."""
    lat1, lon1, lat2, lon2 = (radians(v) for v in (*a, *b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 12742 * asin(sqrt(h))
