"""Wikidata (CC0): search, entities, the names of what they point at, and its query service."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pipeline.errors import SourceDownError
from pipeline.records.likeness import Likeness
from pipeline.records.live.facts import WIKIDATA, Answer, unique_facts
from pipeline.records.live.polite_client import DAY, PoliteClient
from pipeline.records.live.wikidata_entities import is_id, pick_entity, read_labels, read_name, read_statements
from pipeline.records.live.wikidata_facts import (
    collect_facts,
    list_authors,
    list_names_needed,
    list_whole_needed,
    name_format,
    read_format,
    read_titles,
    read_years,
)
from pipeline.records.live.wikidata_names import BATCH, NameTable, cut, fetch_entities
from pipeline.records.live.wikidata_subjects import list_places
from pipeline.records.titles import compare_titles

_QUERY = Path(__file__).parent / "real_events_since.sparql"
_MOST_CANDIDATES = 10


@dataclass(frozen=True, slots=True)
class Candidate:
    """A work that a search or query found. ``wikidata`` is its id; years and platforms as far as told."""

    wikidata: str
    title: str
    year: int | None = None
    premiere: str | None = None
    format: str | None = None
    platforms: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    real_events: bool = False


@dataclass(frozen=True, slots=True)
class Wikidata:
    """``names`` keeps what entities are called between runs; within a run no entity is asked for twice."""

    client: PoliteClient
    base: str
    sparql: str
    names: NameTable

    # --- entities ---

    def fetch_entity(self, wanted: str) -> tuple[Mapping[str, Any], datetime] | None:
        """One entity whole, after its redirects; None where it was deleted. Raises SourceDownError."""
        if not is_id(wanted):
            raise SourceDownError(f"{wanted!r} is no id of Wikidata")
        got = self.client.get_json(f"{self.base}/wiki/Special:EntityData/{wanted}.json")
        if got is None:
            return None
        answer, retrieved_at = got
        entity = pick_entity(answer, wanted)
        return None if entity is None else (entity, retrieved_at)

    def read_work(self, wanted: str) -> Answer | None:
        """All that Wikidata says about a work; None where it has no such entity any more."""
        self.prepare([wanted])
        got = self.fetch_entity(wanted)
        if got is None:
            return None
        entity, retrieved_at = got
        collected = collect_facts(entity, self.names.get, retrieved_at)
        titles = read_titles(entity)
        labels = read_labels(entity)
        original = next((str(s.value) for s in read_statements(entity, "P1476").best), None)
        return Answer(
            source=WIKIDATA.key,
            url=f"{self.base}/wiki/{entity['id']}",
            retrieved_at=retrieved_at,
            title=labels.get("en") or read_name(entity) or wanted,
            revision=str(entity.get("lastrevid") or "") or None,
            facts=unique_facts(collected.facts),
            titles=tuple(dict.fromkeys(t for t in (*titles, original) if t)),
            refused=tuple(collected.refused),
            hints=tuple(collected.hints),
            characters=tuple(dict.fromkeys(collected.characters)),
            real=tuple(dict.fromkeys(collected.real)),
            ids=_read_ids(entity),
            years=read_years(entity),
            format=read_format(entity),
            original_title=original,
            pages=_read_pages(entity),
        )

    def prepare(self, wanted: Iterable[str]) -> None:
        """Fetches, in portions, what these works point at, so that each is asked for once."""
        entities = [got[0] for one in wanted if (got := self._try_entity(one))]
        whole = {i for e in entities for i in list_whole_needed(e)}
        self.names.fetch(whole, whole=True)
        known = [named.entity for i in whole if (named := self.names.get(i)) and named.entity]
        second = {i for e in known for i in (*list_authors(e), *list_places(e))}
        self.names.fetch({i for e in entities for i in list_names_needed(e)} | second)

    def _try_entity(self, wanted: str) -> tuple[Mapping[str, Any], datetime] | None:
        try:
            return self.fetch_entity(wanted)
        except SourceDownError:
            return None  # reading that work will say so

    # --- search ---

    def search(self, title: str, year: int | None = None) -> list[Candidate]:
        """Series and films of that title, best first: those of the year (give or take one), then those whose title is the same."""
        got = self.client.get_json(
            f"{self.base}/w/api.php",
            {
                "action": "wbsearchentities",
                "format": "json",
                "language": "en",
                "uselang": "en",
                "type": "item",
                "limit": "20",
                "search": title,
            },
        )
        hits = got[0].get("search") if got and isinstance(got[0], dict) else None
        if not isinstance(hits, list):
            raise SourceDownError("Wikidata answered a search in a form that is not known")
        ids = [h["id"] for h in hits if isinstance(h, dict) and is_id(str(h.get("id")))]
        found = [c for part in cut(ids, BATCH) for c in self._read_candidates(part)]
        fitting = [c for c in found if year is None or c.year is None or abs(c.year - year) <= 1]
        order = {c.wikidata: n for n, c in enumerate(fitting)}
        return sorted(fitting, key=lambda c: (c.year != year, compare_titles(c.title, title) is not Likeness.SAME, order[c.wikidata]))[
            :_MOST_CANDIDATES
        ]

    def _read_candidates(self, ids: Sequence[str]) -> list[Candidate]:
        entities = fetch_entities(self.client, self.base, ids, {"props": "info|labels|claims", "languages": "en|mul"}, DAY)
        found = []
        for wanted in ids:
            entity = entities.get(wanted)
            shape = read_format(entity) if entity else None
            if entity and shape:
                years = read_years(entity)
                found.append(Candidate(str(entity["id"]), read_name(entity) or wanted, years[0] if years else None, format=shape))
        return found

    # --- query service ---

    def find_works(self, since: date, until: date) -> list[Candidate]:
        """Series and films first released in [since, until), each once, and whether real people or events are behind it."""
        query = _QUERY.read_text(encoding="utf-8").replace("$since", since.isoformat()).replace("$until", until.isoformat())
        got = self.client.get_json(self.sparql, {"query": query, "format": "json"})
        results = got[0].get("results") if got and isinstance(got[0], dict) else None
        rows = results.get("bindings") if isinstance(results, dict) else None
        if not isinstance(rows, list):
            raise SourceDownError("Wikidata's query service answered in a form that is not known")
        works: dict[str, dict[str, set[str]]] = {}
        for row in rows:
            cells = row.items() if isinstance(row, dict) else ()
            told = {k: v["value"] for k, v in cells if isinstance(v, dict) and isinstance(v.get("value"), str)}
            wanted = told.get("work", "").rpartition("/")[2]
            if is_id(wanted):
                work = works.setdefault(wanted, {})
                for key, value in told.items():
                    work.setdefault(key, set()).add(value)
        return [_to_candidate(wanted, told) for wanted, told in works.items()]


def _to_candidate(wanted: str, told: Mapping[str, set[str]]) -> Candidate:
    premiere = min((p[:10] for p in told.get("premiere", ()) if p[:4].isdigit()), default=None)
    classes = {c.rpartition("/")[2] for c in told.get("class", ())}
    return Candidate(
        wikidata=wanted,
        title=min(told.get("workLabel", {wanted})),
        year=int(premiere[:4]) if premiere else None,
        premiere=premiere,
        format=name_format(classes),
        platforms=_sorted(told, "platformLabel"),
        countries=_sorted(told, "countryLabel"),
        genres=_sorted(told, "genreLabel"),
        real_events="true" in told.get("real", set()),
    )


def _sorted(told: Mapping[str, set[str]], key: str) -> tuple[str, ...]:
    return tuple(sorted(told.get(key, set())))


def _read_ids(entity: Mapping[str, Any]) -> dict[str, str]:
    """Its own id, and those of IMDb (P345) and TVmaze (P8600) where exactly one stands there."""
    ids = {"wikidata": str(entity["id"])}
    for name, prop in (("imdb", "P345"), ("tvmaze", "P8600")):
        values = {str(s.value) for s in read_statements(entity, prop).best}
        if len(values) == 1:
            ids[name] = values.pop()
    return ids


def _read_pages(entity: Mapping[str, Any]) -> dict[str, str]:
    """language -> title of its Wikipedia article."""
    links = entity.get("sitelinks")
    found = {}
    for site, link in links.items() if isinstance(links, dict) else ():
        language = site.removesuffix("wiki")
        if site.endswith("wiki") and language and isinstance(link, dict) and isinstance(link.get("title"), str):
            found[language] = link["title"]
    return found
