"""Corroboration kept in the warehouse: what independent origins say where no record decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from pipeline.models import RecordBook
from pipeline.origins.corroboration import Outcome, Statement, Support, corroborate, support_each
from pipeline.origins.independence import domain_of
from pipeline.origins.networks import primary_kinds
from pipeline.records.folding import fold
from pipeline.records.owners import CREDITS
from pipeline.warehouse.arrow import REAL, TEXT, WHOLE, make_schema, make_table
from pipeline.warehouse.store import Warehouse

_BELIEF_SCHEMA: Final = make_schema(
    {"show_slug": TEXT, "relation": TEXT, "place": TEXT, "value": TEXT, "probability": REAL, "origins": WHOLE, "sites": WHOLE},
    required=("show_slug", "relation", "place", "value", "probability", "origins", "sites"),
)
_SUPPORT_SCHEMA: Final = make_schema(
    {"claim_id": TEXT, "agree": WHOLE, "disagree": WHOLE, "same_origin": WHOLE, "same_network": WHOLE, "later": WHOLE, "probability": REAL},
    required=("claim_id", "agree", "disagree", "same_origin", "same_network", "later"),
)


def weigh_statements(wh: Warehouse, book: RecordBook | None = None) -> int:
    """Tell anew, from all that articles say in their own word, how likely each undecided value is; returns how many values.

    Decided places take part, since they show which sites err and which share their errors; they are not kept: there the record speaks.
    ``book``: tells of what a site may speak as of its own; without it none does of a work on record.
    """
    statements: list[Statement] = []
    decided: set[str] = set()
    places: dict[str, tuple[str, str, str]] = {}
    owners = _list_owners(book)
    for row in wh.rows("detect/read_statements"):
        thing = "\x1f".join((row["show_slug"], row["relation"], row["place"]))
        places[thing] = (row["show_slug"], row["relation"], row["place"])
        order, primary = row["stated_since"].timestamp(), is_primary(row, owners)
        statements.append(
            Statement(thing, row["value"], row["site"], row["origin_id"], order, primary, row["network_id"], key=row["claim_id"])
        )
        if row["is_decided"]:
            decided.add(thing)
    outcome = corroborate(statements) if statements else Outcome({}, {}, {})
    rows = [
        {"show_slug": places[thing][0], "relation": places[thing][1], "place": places[thing][2], "value": b.value,
         "probability": round(b.probability, 4), "origins": b.origins, "sites": b.sources}
        for thing, beliefs in outcome.beliefs.items() if thing not in decided for b in beliefs
    ]  # fmt: skip
    undecided = [s for s in statements if s.thing not in decided]
    supports = [_to_row(key, support) for key, support in sorted(support_each(undecided, outcome).items())]
    tables = {"given_belief": make_table(rows, _BELIEF_SCHEMA), "given_support": make_table(supports, _SUPPORT_SCHEMA)}
    with wh.transaction(), wh.offer(tables):
        wh.run("detect/beliefs")
    return len(rows)


def is_primary(row: Mapping[str, Any], owners: Mapping[str, frozenset[str]]) -> bool:
    """Does the site speak of what is its own: a platform of a work that the record gives to it, or gives to nobody?

    ``owners``: by show on record, domains of primary sources and folded names of platforms. A press interview with a maker is a primary
    source of a record; it does not make its publisher one, hence the kind of the site.
    """
    if row["site_kind"] not in primary_kinds() or not row["site_home"]:
        return False
    domain = domain_of(row["site_home"])
    known = owners.get(row["show_slug"])
    return known is None or bool(known & {domain, domain.partition(".")[0]})


def _list_owners(book: RecordBook | None) -> dict[str, frozenset[str]]:
    if book is None:
        return {}
    return {
        slug: frozenset(
            [domain_of(s.url) for s in show.sources.values() if s.tier <= CREDITS and s.url]
            + [fold(str(f.value)).replace(" ", "") for f in show.facts_of("platform")]
        )
        for slug, show in book.shows.items()
    }


def _to_row(key: str, support: Support) -> dict[str, Any]:
    barred = support.barred
    return {
        "claim_id": key, "agree": support.agree, "disagree": support.disagree, "same_origin": barred.get("origin", 0),
        "same_network": barred.get("network", 0), "later": barred.get("later", 0),
        "probability": None if support.probability is None else round(support.probability, 4),
    }  # fmt: skip
