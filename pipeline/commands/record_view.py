"""A record on the screen: as it stands, or as the snapshot had it at the end of a day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from pipeline.errors import BadInputError
from pipeline.models import Show
from pipeline.records.live.facts import SOURCES
from pipeline.records.live.kept import KeptShow
from pipeline.records.merging import Merged
from pipeline.settings import World

_PLAIN = frozenset({"property", "value", "sources", "season"})


def print_record(merged: Merged, kept: KeptShow) -> None:
    """Every fact with its sources; what is complete; what the live sources said last and what of it an editor should see."""
    show = merged.show
    out = Console()
    out.rule(escape(f"{show.title} ({show.year}, {show.format})"))
    table = Table("property", "value", "more", "sources", box=None)
    for fact in show.facts:
        more = {k: getattr(fact, k) for k in fact.__dataclass_fields__ if k not in _PLAIN and getattr(fact, k)}
        sources = ", ".join(f"{show.sources[s].publisher} (tier {show.sources[s].tier})" for s in fact.sources)
        table.add_row(*map(escape, (fact.property, str(fact.value), "; ".join(f"{k}: {v}" for k, v in more.items()), sources)))
    out.print(table)
    out.print("complete: " + (", ".join(f"{p} ({_name(show, keys)})" for p, keys in sorted(show.complete.items())) or "nothing"))
    out.print("ids: " + (", ".join(f"{k} {v}" for k, v in show.ids.items()) or "none confirmed: no live source is asked"))
    for key, asked in kept.sources.items():
        state = "answered" if asked.state == "ok" else f"{asked.state}: {asked.message}"
        out.print(escape(f"live: {SOURCES[key].publisher} on {asked.asked}: {state}; last usable answer {asked.answered or 'never'}"))
    for word, lines in (("disputed", merged.disputed), ("overruled", merged.overruled), ("near", merged.near)):
        for line in lines:
            out.print(escape(f"{word}: {line}"))


def _name(show: Show, keys: Iterable[str]) -> str:
    return ", ".join(show.sources[k].publisher for k in keys)


def print_record_of(world: World, slug: str, day: date) -> None:
    """The facts that the snapshot had in force at the end of a day, by the clock of the world. Raises BadInputError for none."""
    from pipeline.warehouse.store import open_reader

    end = datetime.combine(day + timedelta(days=1), time())
    with open_reader(world.snapshot) as wh:
        facts = "SELECT * FROM facts_as_of(?) WHERE show_slug = ? ORDER BY property, value"
        cursor = wh.db.execute(facts, [end, slug])
        names = [column[0] for column in cursor.description or []]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    if not rows:
        raise BadInputError(f"the snapshot knew nothing of {slug!r} on {day}")
    out = Console()
    out.rule(escape(f"{rows[0]['show_title']} as of {day}"))
    table = Table("property", "value", "more", "sources", "since", "book", box=None)
    for row in rows:
        table.add_row(*map(escape, _cells(row)))
    out.print(table)
    out.print("complete: " + (", ".join(sorted({r["property"] for r in rows if r["is_complete"]})) or "nothing with a fact"))


def print_changes(world: World, since: datetime) -> None:
    """One line a change since a moment (UTC, without a zone). Raises BadInputError without a snapshot."""
    from pipeline.warehouse.store import open_reader

    with open_reader(world.snapshot) as wh:
        rows = wh.rows("queries/record_changes", since=since)
    for row in rows:
        more = "".join(f", {k} {v}" for k, v in json.loads(row["qualifiers"]).items())
        publishers = ", ".join(s["publisher"] for s in json.loads(row["sources"]))
        print(f"{row['moment']:%Y-%m-%d} {row['change']:8} {row['show_slug']}: {row['property']} {row['value']}{more} ({publishers})")
    print(f"{len(rows)} changes since {since:%Y-%m-%d}")


def _cells(row: Mapping[str, Any]) -> tuple[str, ...]:
    more = {**json.loads(row["qualifiers"]), **({"disputed": row["disputed"]} if row["disputed"] else {})}
    if row["is_quarantined"]:
        more["quarantine"] = "out of service"
    sources = ", ".join(f"{s['publisher']} (tier {s['tier']})" for s in json.loads(row["sources"]))
    told = "; ".join(f"{k}: {v}" for k, v in more.items())
    return row["property"], row["value"], told, sources, f"{row['recorded_at']:%Y-%m-%d}", row["record_version"]
