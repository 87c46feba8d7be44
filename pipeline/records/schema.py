"""What a show's TOML file may hold, checked by pydantic; docs/records.md describes it for editors."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal, NotRequired, get_args

from pydantic import ConfigDict, Field, StringConstraints, TypeAdapter, ValidationError
from typing_extensions import TypedDict

from pipeline.models import Property, ShowFormat

STORY_BASES = ("true story", "inspired by real events", "fiction")
PROPERTIES: tuple[str, ...] = get_args(Property)

Kind = Literal[
    "memoir", "novel", "nonfiction book", "article", "podcast", "play", "film", "series", "documentary", "comic", "game", "short story",
    "poem",
]  # fmt: skip
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Year = Annotated[int, Field(ge=1, le=2200)]
SeasonText = Annotated[str, StringConstraints(pattern=r"^\d{1,3}(-\d{1,3})?$")]
STRICT = ConfigDict(extra="forbid", strict=True)


class FactTable(TypedDict):
    """One ``[[fact]]`` of a file."""

    __pydantic_config__ = STRICT  # type: ignore[misc]

    property: Property
    value: Text | int
    sources: Annotated[list[Text], Field(min_length=1)]
    author: NotRequired[Text]
    kind: NotRequired[Kind]
    year: NotRequired[Year]
    publisher: NotRequired[Text]
    character: NotRequired[Text]
    real_person: NotRequired[Text]
    season: NotRequired[Annotated[int, Field(ge=1, le=200)] | SeasonText]
    region: NotRequired[Text]
    scope: NotRequired[Text]
    when: NotRequired[Text]
    where: NotRequired[Text]
    note: NotRequired[Text]
    disputed: NotRequired[Text]
    confirmed: NotRequired[Text]
    fair_kinds: NotRequired[list[Kind]]
    fair_years: NotRequired[list[Year]]
    fair_values: NotRequired[list[Text]]


class SourceTable(TypedDict):
    """One ``[sources.<key>]`` of a file."""

    __pydantic_config__ = STRICT  # type: ignore[misc]

    publisher: Text
    tier: Literal[1, 2, 3, 4]
    read: date
    url: NotRequired[Annotated[str, StringConstraints(pattern=r"^https?://")]]
    owner: NotRequired[Text]
    after: NotRequired[Text]


class IdTable(TypedDict):
    """``[ids]``: what an editor confirmed; each opens the live source of its name."""

    __pydantic_config__ = STRICT  # type: ignore[misc]

    wikidata: NotRequired[Annotated[str, StringConstraints(pattern=r"^Q[1-9][0-9]*$")]]
    tvmaze: NotRequired[Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]*$")]]
    imdb: NotRequired[Annotated[str, StringConstraints(pattern=r"^tt[0-9]{7,}$")]]


class ShowTable(TypedDict):
    """A whole file."""

    __pydantic_config__ = STRICT  # type: ignore[misc]

    title: Text
    format: ShowFormat
    as_of: date
    fact: list[FactTable]
    sources: dict[str, SourceTable]
    also_known_as: NotRequired[list[Text]]
    original_title: NotRequired[Text]
    year: NotRequired[Year]
    complete: NotRequired[dict[Property, list[Text]]]
    ids: NotRequired[IdTable]


@cache
def _adapter() -> TypeAdapter[ShowTable]:
    return TypeAdapter(ShowTable)


def find_problems(table: dict[str, Any]) -> list[tuple[tuple[str | int, ...], str]]:
    """(place, what is wrong) for everything in a parsed file that the format does not allow; [] for a good one."""
    try:
        _adapter().validate_python(table)
    except ValidationError as e:
        return list(_describe(e))
    return [*_cross_problems(table)]


def _describe(error: ValidationError) -> Iterator[tuple[tuple[str | int, ...], str]]:
    seen: set[tuple[str | int, ...]] = set()
    for item in error.errors(include_url=False):
        place = tuple(
            part for part in item["loc"] if not (isinstance(part, str) and ("constrained" in part or part in {"int", "str", "date"}))
        )
        if place in seen:  # a union reports one error per member: one line is enough
            continue
        seen.add(place)
        yield place, _say(item["type"], item["msg"], item.get("input"), item.get("ctx") or {})


def _say(kind: str, message: str, given: object, context: dict[str, Any]) -> str:
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        return "is no key of this format"
    if kind == "literal_error":
        return f"is {given!r}; allowed: {str(context.get('expected', '')).replace(chr(39), '')}"
    return f"is {given!r}: {message[0].lower()}{message[1:]}"


def _cross_problems(table: dict[str, Any]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """What holds between keys: sources that exist, value types by property, urls for pages that were read."""
    sources = table["sources"]
    for n, fact in enumerate(table["fact"]):
        for key in fact["sources"]:
            if key not in sources:
                yield ("fact", n, "sources"), f"names {key!r}, which is no [sources.…] of this file"
        yield from ((("fact", n, key), why) for key, why in _value_problems(fact))
    for prop, keys in table.get("complete", {}).items():
        for key in keys:
            if key not in sources:
                yield ("complete", prop), f"names {key!r}, which is no [sources.…] of this file"
    for key, source in sources.items():
        if source["tier"] != 4 and "url" not in source:
            yield ("sources", key, "url"), "is missing (only tier 4, general knowledge, has none)"


def _value_problems(fact: dict[str, Any]) -> Iterator[tuple[str, str]]:
    prop, value = fact["property"], fact["value"]
    counts = prop in {"episode_count", "season_count"}
    if counts != isinstance(value, int):
        yield "value", f"of {prop} is {value!r}; write {'a whole number' if counts else 'a text in quotation marks'}"
    if prop == "story_basis" and value not in STORY_BASES:
        yield "value", f"of story_basis is {value!r}; allowed: {', '.join(STORY_BASES)}"
    if prop == "based_on" and "kind" not in fact:
        yield "kind", f"of based_on is missing; allowed: {', '.join(get_args(Kind))}"
