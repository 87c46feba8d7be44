"""What is right, with its sources: the evidence of a verdict as printable statements."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from reports.context import Source, Words
from reports.snapshot import Snapshot
from reports.text import clean_text, safe_link
from reports.wording import Value, Values, say_claim, say_list, say_predicate

PRINTED_TIER = 3  # general knowledge (4) supports and is never printed
MOST_SOURCES = 4

# (show, property) -> the facts in force, each as its value and qualifiers.
Qualifiers = Mapping[tuple[str, str], tuple[Values, ...]]

# Where no fact decides, the evidence holds a predicate of the show instead of a value.
_PREDICATE = re.compile(r"^(?:is|was|has|had|came|comes|premiered|ended|tells|follows|draws|runs|takes)\b")


def read_object(text: Any) -> dict[str, Value]:
    """An object or qualifiers column (JSON text) as a plain mapping; anything but text and whole numbers is left out."""
    loaded = json.loads(text) if isinstance(text, str) else text
    return {k: v for k, v in loaded.items() if isinstance(v, str | int) and not isinstance(v, bool)} if isinstance(loaded, dict) else {}


def read_qualifiers(snapshot: Snapshot, shows: Iterable[str]) -> Qualifiers:
    """The shows' facts, for a fuller sentence than the evidence alone allows."""
    found: dict[tuple[str, str], tuple[Values, ...]] = {}
    for row in snapshot.fetch_rows("facts", shows=sorted(set(shows))):
        key = (row["show_slug"], row["property"])
        found[key] = (*found.get(key, ()), {"value": row["value"], **read_object(row["qualifiers"])})
    return found


def list_sources(show: str, title: str, evidence: Any, qualifiers: Qualifiers) -> tuple[Source, ...]:
    """The printable sources of a verdict, best tier first; one per publisher and statement."""
    loaded = json.loads(evidence) if isinstance(evidence, str) else evidence
    sources: dict[tuple[str, str], Source] = {}
    for entry in sorted(loaded or (), key=lambda e: int(e.get("tier") or 4)):
        if int(entry.get("tier") or 4) > PRINTED_TIER:
            continue
        statement = _say_fact(show, title, str(entry["property"]), str(entry["value"]), qualifiers)
        publisher = clean_text(str(entry.get("publisher") or "the record"), 80)
        source = Source(
            statement=statement,
            publisher=publisher,
            url=safe_link(entry.get("url")),
            read=_read_day(entry.get("read")),
            tier=int(entry["tier"]),
        )
        sources.setdefault((publisher, statement.plain), source)
    return tuple(sources.values())[:MOST_SOURCES]


def _say_fact(show: str, title: str, name: str, value: str, qualifiers: Qualifiers) -> Words:
    fact = find_fact(qualifiers.get((show, name), ()), value)
    if fact is None and _PREDICATE.match(value):
        return say_predicate(title, value)
    if fact is not None and fact.get("character"):
        fact = {key: inner for key, inner in fact.items() if key != "real_person"}  # whom a role portrays is another statement
    return say_claim(title, name, fact or {"value": value})


def find_fact(facts: Sequence[Values], text: str) -> Values | None:
    """The fact that evidence names as its value, with or without qualifiers behind it: "Tessa Ía as Valeria Goldberg", "10 (season 2)"."""
    named = [f for f in facts if re.match(rf"{re.escape(str(f['value']))}(?=$|,| as | \()", text)]
    return max(named, key=lambda f: (len(str(f["value"])), sum(str(q) in text for q in f.values())), default=None)


def _read_day(value: Any) -> date | None:
    return date.fromisoformat(str(value)[:10]) if value else None


def say_record(show: str, title: str, evidence: Any, qualifiers: Qualifiers) -> Words | None:
    """The record's side in one sentence: all values of the first property that the evidence names. None where nothing may be printed."""
    loaded = [e for e in (json.loads(evidence) if isinstance(evidence, str) else evidence) or () if int(e.get("tier") or 4) <= PRINTED_TIER]
    if not loaded:
        return None
    name = str(loaded[0]["property"])
    values = list(dict.fromkeys(str(e["value"]) for e in loaded if e["property"] == name))
    if len(values) == 1 or name in ("based_on", "cast_member", "story_basis", "premiere_date"):
        return _say_fact(show, title, name, values[0], qualifiers)
    return say_claim(title, name, {"value": _join_values(values)})


def _join_values(values: Sequence[str]) -> str:
    return say_list(values) if len(values) <= 4 else f"{', '.join(values[:3])} and {len(values) - 3} more"
