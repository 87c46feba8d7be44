"""Copies that share no words: spun and translated ones, found among all that came before by the values that they carry."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlsplit

import pyarrow as pa

from pipeline.models import Link, Paragraph
from pipeline.origins.agreement import MIN_SHARED, Agreement, compare_values
from pipeline.origins.expectation import Expectations
from pipeline.origins.values import hash_value, read_values
from pipeline.warehouse.arrow import TEXT, TEXTS, make_schema, make_table
from pipeline.warehouse.store import Warehouse

LEAST_SHARE: Final = 0.6  # of the shorter article's values: with less in common two articles are not compared
APART: Final = 0.5  # sharing less than this, a third article tells what independent ones mention
_PORTION: Final = 500  # texts read at once
_VALUE_SCHEMA: Final = make_schema(
    {"version_id": TEXT, "hashes": pa.list_(pa.uint64()), "works": TEXTS}, required=("version_id", "hashes", "works")
)


@dataclass(frozen=True, slots=True)
class Body:
    """What is compared of one version."""

    hashes: Sequence[int]
    distinct: frozenset[int]
    works: frozenset[str]
    language: str | None


def read_day_values(wh: Warehouse, day: date, expectations: Expectations) -> int:
    """Read and keep the values of the day's versions that were not read yet; returns how many."""
    rows: list[dict[str, Any]] = []
    texts = wh.run("detect/read_valueless", day=day)
    while portion := texts.fetchmany(_PORTION):
        for version, url, paragraphs, links, title in portion:
            blocks = [Paragraph(p["text"], p["kind"]) for p in paragraphs]
            values = read_values(blocks, [Link(k["href"], k["text"]) for k in links], urlsplit(url).hostname or "")
            works = expectations.find_shows([title or "", *(b.text for b in blocks)])
            rows.append({"version_id": version, "hashes": [hash_value(v) for v in values], "works": sorted(works)})
    with wh.offer({"given_values": make_table(rows, _VALUE_SCHEMA)}):
        wh.run("detect/values")
    return len(rows)


def find_retellings(wh: Warehouse, day: date, expectations: Expectations) -> list[dict[str, Any]]:
    """Spun and translated copies among the day's bodies and all before: each later article with the one earlier article that it follows.

    Needs the temporary table ``appearance`` of detect/candidates. Rows have article_id, of_article, kind and similarity (share of the
    shorter one's values).
    """
    wh.run("detect/retelling_candidates", day=day, min_shared=MIN_SHARED)
    bodies = {
        row["version_id"]: Body(row["hashes"], frozenset(row["hashes"]), frozenset(row["works"]), row["language"])
        for row in wh.rows("detect/read_candidate_values")
    }
    pairs = wh.rows("detect/read_retelling_candidates")
    mates: defaultdict[str, list[Body]] = defaultdict(list)
    for row in pairs:
        mates[row["new_version"]].append(bodies[row["old_version"]])
    best: dict[str, tuple[Agreement, dict[str, Any]]] = {}
    for row in pairs:
        new, old = bodies[row["new_version"]], bodies[row["old_version"]]
        if not row["to_compare"] or not _is_worth_comparing(new, old):
            continue
        agreement = compare_bodies(new, old, mates[row["new_version"]], expectations, row["new_is_later"])
        held = best.get(row["later_article"])
        if agreement.is_copy and (held is None or agreement.odds > held[0].odds):
            best[row["later_article"]] = agreement, _describe(row, agreement, new, old)
    return [link for _, (_, link) in sorted(best.items())]


def compare_bodies(
    one: Body, other: Body, mates: Sequence[Body], expectations: Expectations, one_is_later: bool | None = None
) -> Agreement:
    """``mates``: articles that share values with one of the two; those that follow neither tell what everybody mentions.

    ``one_is_later``: which of the two may be an excerpt of the other; None: neither.
    """
    works = one.works | other.works
    later, earlier = (one, other) if one_is_later else (other, one)
    may_be_excerpt = one_is_later is not None and len(later.hashes) < len(earlier.hashes)
    others = [m.distinct for m in mates if m is not other and _is_apart(m, one) and _is_apart(m, other)]
    return compare_values(one.hashes, other.hashes, expectations.expected_of(works), bool(works), others, may_be_excerpt)


def _is_worth_comparing(one: Body, other: Body) -> bool:
    shared = len(one.distinct & other.distinct)
    return shared >= MIN_SHARED and shared >= LEAST_SHARE * min(len(one.distinct), len(other.distinct))


def _is_apart(one: Body, other: Body) -> bool:
    return len(one.distinct & other.distinct) < APART * min(len(one.distinct), len(other.distinct))


def _describe(row: Mapping[str, Any], agreement: Agreement, new: Body, old: Body) -> dict[str, Any]:
    translated = new.language and old.language and new.language != old.language
    return {
        "article_id": row["later_article"],
        "of_article": row["earlier_article"],
        "kind": "translated" if translated else "spun",
        "similarity": round(agreement.share, 4),
    }
