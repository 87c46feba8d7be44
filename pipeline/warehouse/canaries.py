"""The shadow lane's articles out of the warehouse, and its results into it. Their texts never enter any table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from pipeline.warehouse.arrow import DAY, FLAG, TEXT, make_schema, make_table
from pipeline.warehouse.record import PendingVersion, read_versions
from pipeline.warehouse.store import Warehouse

_SCHEMA: Final = make_schema(
    {"day": DAY, "canary": TEXT, "swapped": FLAG, "relation": TEXT, "caught": FLAG, "checker_version": TEXT},
    required=("day", "canary", "swapped", "relation", "caught", "checker_version"),
)


def read_right_articles(wh: Warehouse, day: date, most: int) -> Iterator[PendingVersion]:
    """At most ``most`` articles that are right as far as is known, the day's own first, others in an order drawn for the day."""
    return read_versions(wh, [row["version_id"] for row in wh.rows("load/canary_candidates", day=day, most=most)])


def record_canaries(wh: Warehouse, day: date, results: Iterable[Mapping[str, Any]], checker_version: str) -> int:
    """Put the day's results in place of those before; returns their number. Keys: canary, swapped, relation, caught."""
    table = make_table([{"day": day, "checker_version": checker_version, **result} for result in results], _SCHEMA)
    with wh.transaction(), wh.offer({"given_canary": table}):
        wh.run("load/canary_results", day=day)
    return int(table.num_rows)
