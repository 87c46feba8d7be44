"""Which falsehoods are told in part and stand for a fuller one, kept in the warehouse."""

from __future__ import annotations

import json
from typing import Final

from pipeline.origins.aliases import FalseSource, find_aliases
from pipeline.warehouse.arrow import DAY, TEXT, make_schema, make_table
from pipeline.warehouse.store import Warehouse

_ALIAS_SCHEMA: Final = make_schema(
    {"falsehood_id": TEXT, "into_falsehood": TEXT, "day": DAY}, required=("falsehood_id", "into_falsehood", "day")
)


def tell_aliases(wh: Warehouse) -> int:
    """Tell anew which false sources are part of a fuller one; returns how many. Rulings and counts follow the fuller one."""
    sources = (
        FalseSource(row["falsehood_id"], row["show_slug"], json.loads(row["object_key"]), row["day"])
        for row in wh.rows("detect/read_false_sources")
    )
    rows = [{"falsehood_id": part, "into_falsehood": full, "day": day} for part, full, day in find_aliases(sources)]
    with wh.transaction(), wh.offer({"given_alias": make_table(rows, _ALIAS_SCHEMA)}):
        wh.run("detect/falsehood_aliases")
    return len(rows)
