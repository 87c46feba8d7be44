"""What a work on Wikidata is about: real events and people among its subjects (P921), its characters (P674), when it is set (P2408).

Nothing of this makes a list complete: an entity names what somebody thought of naming.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from pipeline.records.dates import read_years
from pipeline.records.live.wikidata_entities import Statement, is_id, list_ids, read_statements
from pipeline.records.live.wikidata_names import Named

SUBJECT, CHARACTER, PERIOD, ROLE = "P921", "P674", "P2408", "P453"
_HUMAN: Final = "Q5"
# What has a time of its own and is no event: decades, years, centuries, ages, invented events, seasons of a series.
_NO_EVENT: Final = frozenset({"Q39911", "Q577", "Q578", "Q11514315", "Q15831598", "Q3464665"})
_AT, _START, _END = "P585", "P580", "P582"
_PLACES: Final = ("P276", "P17")  # where it happened, else in which country
MOST_SUBJECTS, MOST_CHARACTERS = 10, 40


@dataclass(slots=True)
class Subjects:
    """``events``: (value, qualifiers) of real_event facts; ``real``: lines that say what is real behind the work, for an editor."""

    events: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    characters: list[str] = field(default_factory=list)
    real: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)  # subjects that are neither person nor event
    refused: list[str] = field(default_factory=list)


def list_subjects(entity: Mapping[str, Any]) -> set[str]:
    """Ids of subjects, characters, roles and periods: what they are is wanted too, not their names alone."""
    found = {i for prop, most in ((SUBJECT, MOST_SUBJECTS), (CHARACTER, MOST_CHARACTERS)) for i in list_ids(_first(entity, prop, most))}
    cast = read_statements(entity, "P161").values[:MOST_CHARACTERS]
    roles = {str(v) for s in cast for v in s.qualifiers.get(ROLE, ()) if is_id(str(v))}
    return found | roles | set(list_ids(read_statements(entity, PERIOD).values))


def list_places(subject: Mapping[str, Any]) -> list[str]:
    """Ids of the places of an event, the nearest first, whose names are wanted."""
    return list(dict.fromkeys(i for prop in _PLACES for i in list_ids(read_statements(subject, prop).best[:3])))


def is_human(entity: Mapping[str, Any] | None) -> bool:
    """A person of flesh and blood, by its class."""
    return entity is not None and any(s.value == _HUMAN for s in read_statements(entity, "P31").values)


def collect_subjects(entity: Mapping[str, Any], names: Callable[[str], Named | None]) -> Subjects:
    """Reads the subjects and characters of a work."""
    out = Subjects()
    for wanted in list_ids(_first(entity, SUBJECT, MOST_SUBJECTS)):
        named = names(wanted)
        if named is None:
            out.refused.append(f"main subject {wanted}: has no name in any language")
        elif is_human(named.entity):
            out.real.append(f"its subject is {named.name}, a real person")
        elif named.entity and (when := read_when(named.entity)) and not _classes(named.entity) & _NO_EVENT:
            where = next((n.name for i in list_places(named.entity) if (n := names(i))), None)
            out.events.append((named.name, {"when": when, **({"where": where} if where else {})}))
            out.real.append(f"its subject is {named.name}, of {when}")
        else:
            out.others.append(named.name)
    for wanted in list_ids(_first(entity, CHARACTER, MOST_CHARACTERS)):
        if (named := names(wanted)) is None:
            out.refused.append(f"character {wanted}: has no name in any language")
        else:
            out.characters.append(named.name)
            if is_human(named.entity):
                out.real.append(f"{named.name}, a real person, is a character of it")
    return out


def name_period(named: Named) -> str | None:
    """A setting in time as records write it: the name where it says years ("1960s"), else the years of the period, else None."""
    if read_years(named.name):
        return named.name
    return read_when(named.entity, years=True) if named.entity else None


def read_when(entity: Mapping[str, Any], *, years: bool = False) -> str | None:
    """When something was: its day, month or year, or "1939 to 1945"; with ``years`` no more exact than that. None where it does not say."""
    cut = 4 if years else 10
    at = _time(entity, _AT)
    if at:
        return at[:cut]
    start, end = _time(entity, _START), _time(entity, _END)
    if not start:
        return None
    return f"{start[:4]} to {end[:4]}" if end and end[:4] != start[:4] else start[:cut]


def _time(entity: Mapping[str, Any], prop: str) -> str | None:
    return next((str(s.value) for s in read_statements(entity, prop).best), None)


def _first(entity: Mapping[str, Any], prop: str, most: int) -> tuple[Statement, ...]:
    return read_statements(entity, prop).values[:most]


def _classes(entity: Mapping[str, Any]) -> set[str]:
    return {str(s.value) for s in read_statements(entity, "P31").values}
