"""What a live source says of a work, as statements that keep where they come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pipeline.models import Fact, Property

QUALIFIERS = ("author", "kind", "year", "publisher", "character", "real_person", "season", "region", "when", "where")


@dataclass(frozen=True, slots=True)
class LiveSource:
    """One live source as a voucher. ``key`` names it in records (``live_…``, so that it never meets a curated key).

    ``after``: whom it copies from, so that the two count once. ``restricted``: its licence keeps what it alone says out of the snapshot.
    """

    key: str
    publisher: str
    tier: int
    licence: str
    after: str | None = None
    restricted: bool = False


WIKIDATA = LiveSource("live_wikidata", "Wikidata", 3, "CC0 1.0", after="wikipedia.org")
TVMAZE = LiveSource("live_tvmaze", "TVmaze", 3, "CC BY-SA 4.0")
WIKIPEDIA = {
    language: LiveSource(f"live_wikipedia_{language}", f"Wikipedia ({language})", 2, "CC BY-SA 4.0", after="wikipedia.org")
    for language in ("en", "es", "de", "fr", "it", "pt")
}
IMDB = LiveSource("live_imdb", "IMDb", 3, "IMDb non-commercial licence", restricted=True)
SOURCES: Mapping[str, LiveSource] = {s.key: s for s in (WIKIDATA, TVMAZE, *WIKIPEDIA.values(), IMDB)}


@dataclass(frozen=True, slots=True)
class SourcedFact:
    """One statement of one live source.

    ``qualifiers``: of QUALIFIERS, each with a value. ``also``: other names of the same value (labels in other languages, aliases), fair to
    say and used in comparing. ``revision``: of the page or entity that it was read in; None where the source counts none.
    """

    property: Property
    value: str | int
    source: str
    tier: int
    retrieved_at: datetime
    revision: str | None = None
    qualifiers: Mapping[str, str | int] = field(default_factory=dict)
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that one source said about one work.

    ``url``: the page that people can read. ``exhaustive``: properties of which the source is known to list every value of this work.
    ``refused``: statements left out, each "property value: why". ``hints``: what an editor may want to see, and no fact.
    ``characters``: named without an actor. ``real``: what says that real people or events are behind it, one line each.
    ``ids``: identifiers of the same work elsewhere.
    """

    source: str
    url: str
    retrieved_at: datetime
    title: str
    revision: str | None = None
    facts: tuple[SourcedFact, ...] = ()
    titles: tuple[str, ...] = ()
    exhaustive: tuple[Property, ...] = ()
    refused: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()
    real: tuple[str, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)
    years: tuple[int, ...] = ()
    format: str | None = None
    original_title: str | None = None
    pages: Mapping[str, str] = field(default_factory=dict)  # language -> title of its article


def unique_facts(facts: Iterable[SourcedFact]) -> tuple[SourcedFact, ...]:
    """Each statement once, in order: the same property, value and qualifiers."""
    return tuple({(f.property, f.value, tuple(sorted(f.qualifiers.items()))): f for f in reversed(list(facts))}.values())[::-1]


def to_fact(fact: SourcedFact) -> Fact:
    """The statement as a fact of a record, vouched for by its one source."""
    season = fact.qualifiers.get("season")
    seasons = (season,) if isinstance(season, int) else ()
    return Fact(fact.property, fact.value, (fact.source,), fair_values=fact.also, seasons=seasons, **fact.qualifiers)  # type: ignore[arg-type]
