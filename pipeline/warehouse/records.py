"""Show records into the warehouse as statements: a changed one is superseded, never overwritten."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any, Final

from pipeline.models import Fact, RecordBook, Show, Source
from pipeline.warehouse.arrow import DAY, FLAG, TEXT, TEXTS, WHOLE, make_schema, make_table
from pipeline.warehouse.keys import make_key
from pipeline.warehouse.pages import to_utc
from pipeline.warehouse.store import Warehouse

_QUALIFIERS: Final = (
    "author", "kind", "year", "publisher", "character", "real_person", "season", "region", "scope", "when", "where",
)  # fmt: skip
# Said about a fact, without making it another fact.
_REMARKS: Final = ("note", "fair_kinds", "fair_years", "fair_values", "confirmed")
_FACT_SCHEMA: Final = make_schema(
    {
        "fact_id": TEXT, "show_slug": TEXT, "property": TEXT, "value": TEXT, "qualifiers": TEXT, "sources": TEXT, "tier": WHOLE,
        "is_complete": FLAG, "disputed": TEXT, "licence": TEXT, "publishable": FLAG, "first_seen": DAY, "last_seen": DAY,
    },
    required=("fact_id", "show_slug", "property", "value"),
)  # fmt: skip
_SHOW_SCHEMA: Final = make_schema(
    {
        "show_slug": TEXT, "title": TEXT, "original_title": TEXT, "also_known_as": TEXTS, "format": TEXT, "year": WHOLE, "as_of": DAY,
        "complete": TEXTS, "vouchers": TEXT, "ids": TEXT,
    },
    required=("show_slug", "title"),
)  # fmt: skip


def load_records(wh: Warehouse, book: RecordBook, recorded_at: datetime) -> dict[str, int]:
    """Bring the warehouse's facts to the book's; returns how many shows and facts it holds and how many facts are new or superseded.

    Loading the same book again changes nothing. A show that the book no longer has is superseded with its facts.
    """
    shows = [to_show_row(show) for show in book.shows.values()]
    facts = [row for show in book.shows.values() for row in to_fact_rows(show)]
    tables = {"given_show": make_table(shows, _SHOW_SCHEMA), "given_fact": make_table(facts, _FACT_SCHEMA)}
    with wh.transaction(), wh.offer(tables):
        values = {"record_version": book.version, "recorded_at": to_utc(recorded_at)}
        wh.run("load/shows", **values)
        wh.run("load/facts", **values)
        counts = wh.rows("load/record_counts", **values)[0]
    return {name: int(amount) for name, amount in counts.items()}


def to_show_row(show: Show) -> dict[str, Any]:
    return {
        "show_slug": show.slug, "title": show.title, "original_title": show.original_title, "also_known_as": list(show.also_known_as),
        "format": show.format, "year": show.year, "as_of": show.as_of, "complete": sorted(show.complete),
        "vouchers": json.dumps({prop: sorted(keys) for prop, keys in sorted(show.complete.items())}),
        "ids": json.dumps(dict(show.ids), sort_keys=True),
    }  # fmt: skip


def to_fact_rows(show: Show) -> Iterator[dict[str, Any]]:
    """One row per distinct fact; a fact stated twice is one with the sources of both."""
    merged: dict[str, list[Fact]] = {}
    for fact in show.facts:
        merged.setdefault(fact_key(show.slug, fact), []).append(fact)
    for key, same in merged.items():
        fact = same[0]
        sources = [show.sources[k] for k in dict.fromkeys(k for f in same for k in f.sources) if k in show.sources]
        read: list[date] = [s.read for s in sources] or [show.as_of]
        yield {
            "fact_id": key, "show_slug": show.slug, "property": fact.property, "value": str(fact.value),
            "qualifiers": json.dumps(to_qualifiers(fact, (*_QUALIFIERS, *_REMARKS)), ensure_ascii=False, sort_keys=True),
            "sources": json.dumps(
                [
                    {"key": s.key, "publisher": s.publisher, "url": s.url, "tier": s.tier, "read": s.read.isoformat(),
                     "owner": s.owner, "after": s.after, **({"revision": s.revision} if s.revision else {})}
                    for s in sources
                ],
                ensure_ascii=False,
            ),
            "tier": min((s.tier for s in sources), default=4), "is_complete": fact.property in show.complete,
            "disputed": fact.disputed, "licence": to_licence(sources), "publishable": not sources or not all(s.restricted for s in sources),
            "first_seen": min(read), "last_seen": max(read),
        }  # fmt: skip


def to_licence(sources: Iterable[Source]) -> str | None:
    """The licences that the fact is held under; None as soon as one source let us state it in our own words."""
    licences = {s.licence for s in sources}
    return None if None in licences or not licences else "; ".join(sorted(filter(None, licences)))


def fact_key(slug: str, fact: Fact) -> str:
    """The same for the same property, value and qualifiers of a show, whatever sources vouch for it."""
    return make_key(slug, fact.property, str(fact.value), json.dumps(to_qualifiers(fact, _QUALIFIERS), ensure_ascii=False, sort_keys=True))


def to_qualifiers(fact: Fact, names: Iterable[str]) -> dict[str, Any]:
    """The qualifiers that the fact has, tuples as lists."""
    told = {name: getattr(fact, name) for name in names}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in told.items() if value not in (None, ())}
