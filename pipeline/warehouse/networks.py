"""Ties between sites, told anew from all that was observed: accounts, templates, authors, minutes; addresses and topics beside them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Final

from pipeline.origins.networks import (
    LEAST_ADDRESSES,
    LEAST_COINCIDENCES,
    OFF_TOPIC_SHARE,
    TEMPLATE_PAGES,
    Coincidences,
    Holder,
    Pair,
    Tie,
    expect_coincidences,
    find_opaque_tail,
    general_kinds,
    measure_clumping,
    tie_aside,
    tie_authors,
    tie_marks,
    tie_minutes,
    tie_templates,
)
from pipeline.warehouse.arrow import DAY, TEXT, make_schema, make_table
from pipeline.warehouse.store import Warehouse

_TIE_SCHEMA: Final = make_schema(
    dict.fromkeys(("site", "other_site", "kind", "value", "weight", "evidence", "url", "other_url"), TEXT) | {"day": DAY},
    required=("site", "other_site", "kind", "value", "weight", "evidence", "day"),
)


def tie_sites(wh: Warehouse, day: date) -> int:
    """Tell all ties anew; returns how many. Call it inside a transaction, when the day's articles have their origins.

    Same-minute publication looks two months back from ``day``; everything else at all that is known.
    """
    ties = [*_tie_marks(wh), *_tie_templates(wh), *_tie_authors(wh), *_tie_minutes(wh, day)]
    tied = {(tie.site, tie.other_site) for tie in ties}
    ties += [*tie_aside(tied, "opaque addresses", _read_addresses(wh, tied)), *tie_aside(tied, "other topics", _read_topics(wh, tied))]
    with wh.offer({"given_tie": make_table(map(asdict, ties), _TIE_SCHEMA)}):
        wh.run("detect/site_ties")
    return len(ties)


def _tie_marks(wh: Warehouse) -> Iterator[Tie]:
    holders: defaultdict[str, list[Holder]] = defaultdict(list)
    for row in wh.rows("detect/read_marks"):
        holders[row["mark"]].append(Holder(row["site"], row["pages"], row["looked_at"], row["url"], row["first_day"]))
    return tie_marks(holders)


def _tie_templates(wh: Warehouse) -> Iterator[Tie]:
    skeletons: defaultdict[str, list[frozenset[int]]] = defaultdict(list)
    examples: dict[str, tuple[str, date]] = {}
    for row in wh.rows("detect/read_skeletons", most=TEMPLATE_PAGES):
        skeletons[row["site"]].append(frozenset(row["skeleton"]))
        examples.setdefault(row["site"], (row["url"], row["first_day"]))
    return tie_templates(skeletons, examples)


def _tie_authors(wh: Warehouse) -> Iterator[Tie]:
    bylines: defaultdict[str, list[Holder]] = defaultdict(list)
    for row in wh.rows("detect/read_bylines"):
        bylines[row["author"]].append(Holder(row["site"], row["articles"], row["articles"], row["url"], row["first_day"]))
    return tie_authors(bylines)


def _tie_minutes(wh: Warehouse, day: date) -> Iterator[Tie]:
    wh.run("detect/published_minutes", day=day)
    found = wh.rows("detect/read_coincidences", least=LEAST_COINCIDENCES)
    if not found:
        return iter(())
    clumping = measure_clumping({row["minute"]: row["articles"] for row in wh.rows("detect/read_published_minutes")})
    per_day: defaultdict[str, dict[date, int]] = defaultdict(dict)
    for row in wh.rows("detect/read_published_days"):
        per_day[row["site"]][row["day"]] = row["articles"]

    def expect(site: str, other: str) -> float:
        return expect_coincidences(((count, per_day[other].get(at, 0)) for at, count in per_day[site].items()), clumping)

    return tie_minutes(
        Coincidences(
            r["site"], r["other_site"], r["times"], r["days"], expect(r["site"], r["other_site"]), r["day"], r["url"], r["other_url"]
        )
        for r in found
    )


def _read_addresses(wh: Warehouse, tied: set[Pair]) -> dict[str, tuple[str, str, date]]:
    """Sites whose addresses end in a meaningless token: the token's shape, the words for it, the first day."""
    listed: defaultdict[str, list[tuple[str, date]]] = defaultdict(list)
    for row in wh.rows("detect/read_addresses", sites=sorted({site for pair in tied for site in pair})):
        listed[row["site"]].append((row["url"], row["first_day"]))
    traits: dict[str, tuple[str, str, date]] = {}
    for site, told in listed.items():
        if tail := find_opaque_tail([url for url, _ in told]):
            length, example = tail
            traits[site] = (f"{length} signs", f"addresses end in a token such as “{example}”", min(at for _, at in told))
    return traits


def _read_topics(wh: Warehouse, tied: set[Pair]) -> dict[str, tuple[str, str, date]]:
    """Sites that are no general ones by their file, write of watched works, and mostly of other things."""
    traits: dict[str, tuple[str, str, date]] = {}
    for row in wh.rows("detect/read_topics", sites=sorted({site for pair in tied for site in pair})):
        on_topic, articles = row["on_topic"], row["articles"]
        if row["kind"] not in general_kinds() and articles >= LEAST_ADDRESSES and 0 < on_topic < OFF_TOPIC_SHARE * articles:
            traits[row["site"]] = ("", f"{on_topic} of {articles} pages name a watched work", row["first_day"])
    return traits
