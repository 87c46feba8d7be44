"""Corroboration kept in the warehouse: what independent origins say where no record decides."""

from __future__ import annotations

from typing import Any, Final

from pipeline.origins.corroboration import Statement, corroborate
from pipeline.warehouse.arrow import REAL, TEXT, WHOLE, make_schema, make_table
from pipeline.warehouse.store import Warehouse

_BELIEF_SCHEMA: Final = make_schema(
    {"show_slug": TEXT, "relation": TEXT, "place": TEXT, "value": TEXT, "probability": REAL, "origins": WHOLE, "sites": WHOLE},
    required=("show_slug", "relation", "place", "value", "probability", "origins", "sites"),
)


def weigh_statements(wh: Warehouse) -> int:
    """Tell anew, from all that articles say in their own word, how likely each undecided value is; returns how many values.

    Decided places take part, since they show which sites err and which share their errors; they are not kept: there the record speaks.
    """
    statements: list[Statement] = []
    decided: set[str] = set()
    places: dict[str, tuple[str, str, str]] = {}
    for row in wh.rows("detect/read_statements"):
        thing = "\x1f".join((row["show_slug"], row["relation"], row["place"]))
        places[thing] = (row["show_slug"], row["relation"], row["place"])
        statements.append(Statement(thing, row["value"], row["site"], row["origin_id"], row["stated_since"].timestamp()))
        if row["is_decided"]:
            decided.add(thing)
    rows: list[dict[str, Any]] = []
    for thing, beliefs in corroborate(statements).beliefs.items() if statements else ():
        slug, relation, place = places[thing]
        rows += (
            {"show_slug": slug, "relation": relation, "place": place, "value": b.value, "probability": round(b.probability, 4),
             "origins": b.origins, "sites": b.sources}
            for b in beliefs if thing not in decided
        )  # fmt: skip
    with wh.transaction(), wh.offer({"given_belief": make_table(rows, _BELIEF_SCHEMA)}):
        wh.run("detect/beliefs")
    return len(rows)
