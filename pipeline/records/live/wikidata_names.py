"""What Wikidata's entities are called, and of some what they are: asked for in portions, kept between runs, each once in thirty days."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from pipeline.errors import SourceDownError
from pipeline.records.folding import fold
from pipeline.records.live.polite_client import PoliteClient
from pipeline.records.live.wikidata_entities import NAME_LANGUAGES, read_aliases, read_labels, read_name
from pipeline.records.whole_files import write_whole

BATCH = 50  # ids that one request may name
WHOLE_BATCH = 25  # with all their statements they are large
NAMES_STAND = timedelta(days=30)  # a person's name is not asked for every week
_MOST_NAMES = 60
# The statements that are kept of an entity: class, genre, form; author, creator; when it came out; when and where it was.
KEPT: Final = ("P31", "P136", "P7937", "P50", "P170", "P577", "P580", "P582", "P585", "P276", "P17")


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that statements point at. ``entity`` holds its KEPT statements where it was asked for whole, else it is None."""

    name: str
    also: tuple[str, ...] = ()
    entity: Mapping[str, Any] | None = None


@dataclass
class NameTable:
    """``file`` keeps the table. What has no name in any language, or is gone, is kept as such."""

    client: PoliteClient
    base: str
    file: Path

    def get(self, wanted: str) -> Named | None:
        """What was asked for before (``fetch``); None where nobody knows a name."""
        told = self._rows.get(wanted)
        if not told or not told["name"]:
            return None
        return Named(told["name"], tuple(told["also"]), None if told["claims"] is None else {"id": wanted, "claims": told["claims"]})

    def fetch(self, wanted: Iterable[str], *, whole: bool = False) -> None:
        """Asks for those that are not known, or not young enough, in portions. Raises SourceDownError; what was read until then is kept."""
        oldest = (self.client.now() - NAMES_STAND).isoformat()
        missing = sorted((i for i in set(wanted) if self._is_missing(i, oldest, whole)), key=lambda i: int(i[1:]))
        names = {"props": "labels|aliases", "languages": "|".join(NAME_LANGUAGES), "languagefallback": "1"}
        params = {"props": "info|labels|aliases|claims"} if whole else names
        try:
            for part in cut(missing, WHOLE_BATCH if whole else BATCH):
                found = fetch_entities(self.client, self.base, part, params, NAMES_STAND)
                self._rows |= {asked: self._to_row(found.get(asked), whole) for asked in part}
        finally:
            if missing:
                write_whole(self.file, json.dumps(self._rows, ensure_ascii=False, indent=0, sort_keys=True).encode())

    def _is_missing(self, wanted: str, oldest: str, whole: bool) -> bool:
        told = self._rows.get(wanted)
        return told is None or told["read"] < oldest or (whole and bool(told["name"]) and told["claims"] is None)

    def _to_row(self, entity: Mapping[str, Any] | None, whole: bool) -> dict[str, Any]:
        name = read_name(entity) if entity else None
        others = (*read_labels(entity).values(), *(alias for _, alias in read_aliases(entity))) if entity else ()
        claims = entity.get("claims") if entity and whole else None
        return {
            "name": name,
            "also": list(dict.fromkeys(o for o in others if fold(o) and fold(o) != fold(name or "")))[:_MOST_NAMES],
            "read": self.client.now().isoformat(),
            "claims": {p: claims[p] for p in KEPT if p in claims} if isinstance(claims, dict) else {} if whole else None,
        }

    @cached_property
    def _rows(self) -> dict[str, dict[str, Any]]:
        try:
            kept = json.loads(self.file.read_bytes())
            return {str(k): v for k, v in kept.items() if {"name", "also", "read", "claims"} <= set(v)}
        except (OSError, ValueError, AttributeError, TypeError):
            return {}


def fetch_entities(
    client: PoliteClient, base: str, ids: Sequence[str], params: Mapping[str, str], max_age: timedelta
) -> dict[str, Mapping[str, Any]]:
    """asked id -> entity; those that are missing are left out. An id that was merged comes back under the id that was asked for."""
    asked = {"action": "wbgetentities", "format": "json", "maxlag": "5", "ids": "|".join(ids), **params}
    got = client.get_json(f"{base}/w/api.php", asked, max_age)
    entities = got[0].get("entities") if got and isinstance(got[0], dict) else None
    if not isinstance(entities, dict):
        error = got[0].get("error") if got and isinstance(got[0], dict) else None
        said = error.get("code") if isinstance(error, dict) else None
        raise SourceDownError(f"Wikidata answered a request for names with {said or 'a form that is not known'}")
    found: dict[str, Mapping[str, Any]] = {}
    for key, entity in entities.items():
        if isinstance(entity, dict) and "missing" not in entity:
            found[str(key)] = entity
            if isinstance(origin := (entity.get("redirects") or {}).get("from"), str):
                found[origin] = entity
    return found


def cut(items: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    """Portions of at most that size."""
    return (items[n : n + size] for n in range(0, len(items), size))
