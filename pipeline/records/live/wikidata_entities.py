"""Wikidata's entity JSON, read with care: ranks, unknown and no values, precision of dates, languages. Pure functions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pipeline.errors import SourceDownError

NAME_LANGUAGES = ("en", "mul", "es", "pt", "fr", "de", "it")  # in order of preference; "mul" is what a name is in every language
_TIME = re.compile(r"([+-])(\d+)-(\d\d)-(\d\d)T")
_GREGORIAN = "Q1985727"
_DAY, _MONTH, _YEAR = 11, 10, 9  # Wikidata's numbers for the precision of a time
_ID = re.compile(r"[QP][1-9][0-9]*")


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement with a value. ``value``: an entity id, a text, a number or an ISO date of its own precision, by property."""

    value: str | int
    preferred: bool
    qualifiers: Mapping[str, tuple[str | int, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statements:
    """All that stands under one property, deprecated left out. ``unknown``: how many say "some value"; ``none``: one says "no value"."""

    values: tuple[Statement, ...] = ()
    unknown: int = 0
    none: bool = False
    unreadable: int = 0

    @property
    def best(self) -> tuple[Statement, ...]:
        """The preferred ones where there are any, else all."""
        return tuple(s for s in self.values if s.preferred) or self.values


def is_id(text: str) -> bool:
    """Whether it is the id of an item or a property."""
    return bool(_ID.fullmatch(text))


def pick_entity(answer: object, wanted: str) -> dict[str, Any] | None:
    """The entity in an answer of either interface; under its new id where it was merged into another. None: missing or deleted.

    Raises SourceDownError for what has not the form of an answer.
    """
    entities = answer.get("entities") if isinstance(answer, dict) else None
    if not isinstance(entities, dict):
        raise SourceDownError(f"Wikidata answered in a form that is not known: no entities ({wanted})")
    entity = entities.get(wanted) or (next(iter(entities.values())) if len(entities) == 1 else None)
    if entity is None or (isinstance(entity, dict) and "missing" in entity):
        return None
    if not isinstance(entity, dict) or not is_id(str(entity.get("id"))):
        raise SourceDownError(f"Wikidata answered in a form that is not known: an entity without an id ({wanted})")
    return entity


def read_statements(entity: Mapping[str, Any], prop: str) -> Statements:
    """The statements of a property. Those that no known shape fits are counted, never guessed at."""
    claims = entity.get("claims") or {}
    listed = claims.get(prop, []) if isinstance(claims, dict) else []
    values: list[Statement] = []
    unknown = unreadable = 0
    none = False
    for claim in listed if isinstance(listed, list) else []:
        if not isinstance(claim, dict) or claim.get("rank") == "deprecated":
            continue
        snak = claim.get("mainsnak")
        if not isinstance(snak, dict):
            unreadable += 1
            continue
        kind = snak.get("snaktype")
        if kind == "value":
            value = read_value(snak)
            if value is None:
                unreadable += 1
            else:
                values.append(Statement(value, claim.get("rank") == "preferred", _read_qualifiers(claim.get("qualifiers"))))
        unknown += kind == "somevalue"
        none = none or kind == "novalue"
    return Statements(tuple(values), unknown, none, unreadable)


def _read_qualifiers(table: object) -> dict[str, tuple[str | int, ...]]:
    if not isinstance(table, dict):
        return {}
    found: dict[str, tuple[str | int, ...]] = {}
    for prop, snaks in table.items():
        listed = snaks if isinstance(snaks, list) else []
        read = (read_value(s) for s in listed if isinstance(s, dict) and s.get("snaktype") == "value")
        if values := tuple(v for v in read if v is not None):
            found[prop] = values
    return found


def read_value(snak: Mapping[str, Any]) -> str | int | None:
    """An entity's id, a text, a whole number, an ISO date; None for any other value or a form that is not known."""
    data = snak.get("datavalue")
    if not isinstance(data, dict):
        return None
    kind, value = data.get("type"), data.get("value")
    if kind == "string" and isinstance(value, str):
        return value.strip() or None
    if not isinstance(value, dict):
        return None
    if kind == "wikibase-entityid":
        return _read_id(value)
    if kind == "monolingualtext":
        text = value.get("text")
        return text.strip() or None if isinstance(text, str) else None
    if kind == "quantity":
        return _read_count(value.get("amount"))
    return read_time(value) if kind == "time" else None


def _read_id(value: Mapping[str, Any]) -> str | None:
    given = value.get("id") or (f"Q{value['numeric-id']}" if value.get("entity-type") == "item" and "numeric-id" in value else None)
    return given if isinstance(given, str) and is_id(given) else None


def _read_count(amount: object) -> int | None:
    """ "+5" -> 5; None for fractions."""
    text = str(amount).removeprefix("+")
    return int(text) if re.fullmatch(r"-?\d{1,12}", text) else None


def read_time(value: Mapping[str, Any]) -> str | None:
    """YYYY-MM-DD, YYYY-MM or YYYY by its precision (11, 10, 9); None for other precisions and calendars, and for days that are none."""
    found = _TIME.match(str(value.get("time")))
    if not found or found[1] == "-" or not str(value.get("calendarmodel", _GREGORIAN)).endswith(_GREGORIAN):
        return None
    year, month, day = int(found[2]), int(found[3]), int(found[4])
    precision = value.get("precision")
    try:
        if precision == _DAY:
            return date(year, month, day).isoformat()
        if precision == _MONTH:
            return date(year, month, 1).isoformat()[:7]
        return f"{date(year, 1, 1).year:04}" if precision == _YEAR else None
    except ValueError:
        return None


def read_name(entity: Mapping[str, Any]) -> str | None:
    """What an entity is called, in the first of NAME_LANGUAGES that has a label, else in any."""
    labels = read_labels(entity)
    return next((labels[x] for x in NAME_LANGUAGES if x in labels), next(iter(labels.values()), None))


def read_labels(entity: Mapping[str, Any]) -> dict[str, str]:
    """language -> label."""
    return dict(_read_terms(entity.get("labels")))


def read_aliases(entity: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """(language, alias), in the order of the answer."""
    table = entity.get("aliases")
    if not isinstance(table, dict):
        return ()
    return tuple(pair for terms in table.values() if isinstance(terms, list) for pair in _read_terms(dict(enumerate(terms))))


def _read_terms(table: object) -> Iterator[tuple[str, str]]:
    for term in table.values() if isinstance(table, dict) else ():
        if isinstance(term, dict) and isinstance(term.get("value"), str) and term["value"].strip():
            yield str(term.get("language", "")), term["value"].strip()


def list_ids(statements: Iterable[Statement], *qualifiers: str) -> Iterator[str]:
    """Every entity that the statements or these qualifiers of theirs name."""
    for statement in statements:
        named = [statement.value, *(v for q in qualifiers for v in statement.qualifiers.get(q, ()))]
        yield from (v for v in named if isinstance(v, str) and is_id(v))
