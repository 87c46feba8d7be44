"""What a day's articles are to those before: copies and credits of them, members of their origins, or stubs that are nothing at all."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from pipeline.models import RecordBook
from pipeline.origins.clusters import group_origins
from pipeline.origins.expectation import Expectations, expect_from
from pipeline.origins.shingles import MIN_SHINGLES, Hashes, hash_shingles, measure_containment
from pipeline.substance import fold_text
from pipeline.warehouse.arrow import REAL, TEXT, make_schema, make_table
from pipeline.warehouse.keys import article_key, bare_host, clean_url
from pipeline.warehouse.load import record_counts
from pipeline.warehouse.networks import tie_sites
from pipeline.warehouse.retellings import find_retellings, read_day_values
from pipeline.warehouse.store import Warehouse

# Two bodies are near copies when this share of the shorter one's word triples stands in the other. Measured on the labelled articles of
# the development shows: two different ones share at most 0.055, also when they are about one show; one with 20 % of its words changed
# keeps about 0.51 of its triples, with 30 % about 0.34, with 40 % about 0.22.
NEAR: Final = 0.25
# Across sites, which share no furniture and no author's notes, so much is enough where it is more than a sentence or two.
NEAR_ACROSS: Final = 0.16
MIN_ACROSS: Final = 20  # triples in common
# Sketch values that two texts must share before they are compared in full.
MIN_SHARED: Final = 3
# So many articles of one site with the same body are furniture (a wall, an error page), not copies.
SAME_BODY_ON_SITE: Final = 3
# A short body on so many sites is a wall that a service puts before them all; a brief that an agency sends out reaches fewer.
SAME_BODY_ON_SITES: Final = 25
_PORTION: Final = 500  # texts read at once

_COPY_SCHEMA: Final = make_schema(
    {"article_id": TEXT, "of_article": TEXT, "kind": TEXT, "similarity": REAL}, required=("article_id", "of_article", "kind")
)
_ORIGIN_SCHEMA: Final = make_schema({"article_id": TEXT, "origin_id": TEXT}, required=("article_id", "origin_id"))
_MERGE_SCHEMA: Final = make_schema({"origin_id": TEXT, "into_origin": TEXT}, required=("origin_id", "into_origin"))
_LINK_SCHEMA: Final = make_schema({"article_id": TEXT, "kind": TEXT, "target_id": TEXT}, required=("article_id", "kind", "target_id"))


def detect_day(wh: Warehouse, day: date, book: RecordBook | None = None) -> dict[str, int]:
    """Mark the day's stubs, link its versions to all that came before, and place its articles in origins; returns counts.

    ``book``: the records, which tell what anybody who writes about a work would mention; without them fewer retold copies are sure.

    New, changed and gone are told by load already and only counted here. Running it again gives the same rows.
    """
    with wh.transaction():
        wh.run("detect/stubs", day=day, same_body=SAME_BODY_ON_SITE, many_sites=SAME_BODY_ON_SITES)
        links = declared_links(wh, day)
        wh.run("detect/candidates", day=day, min_shared=MIN_SHARED)
        near = measure_candidates(wh)
        expectations = expect_from(book) if book else Expectations()
        read_day_values(wh, day, expectations)
        copied = {row["article_id"] for row in near}
        retold = [row for row in find_retellings(wh, day, expectations) if row["article_id"] not in copied]
        tables = {"given_link": make_table(links, _LINK_SCHEMA), "given_near": make_table([*near, *retold], _COPY_SCHEMA)}
        with wh.offer(tables):
            wh.run("detect/copies", day=day)
        place_in_origins(wh, day)
        tie_sites(wh, day)
        counts = {row["name"]: int(row["amount"]) for row in wh.rows("detect/counts", day=day)}
        record_counts(wh, day, "detect", counts)
    return counts


def declared_links(wh: Warehouse, day: date) -> list[dict[str, Any]]:
    """Canonical addresses on other hosts and credited addresses of the day's versions, as article keys under every site they could be.

    Also those of older versions whose target came only now.
    """
    hosts = {bare_host(f"//{row['host']}"): row["site"] for row in wh.rows("detect/hosts")}
    links: dict[tuple[str, str, str], None] = {}
    for row in wh.rows("detect/declared", day=day):
        for kind, urls in (("canonical", [row["canonical_url"]] if row["canonical_url"] else []), ("credit", row["credits"])):
            for url in urls:
                site = hosts.get(bare_host(url))
                if site is not None and site != row["site"]:
                    links[row["article_id"], kind, article_key(site, clean_url(url))] = None
    return [{"article_id": a, "kind": k, "target_id": t} for a, k, t in links]


def measure_candidates(wh: Warehouse) -> list[dict[str, Any]]:
    """Near copies among the candidate pairs: the earlier and the later article with the share of text in common."""
    wh.run("detect/candidate_texts")
    shingles: dict[str, Hashes] = {}
    texts = wh.run("detect/read_candidate_texts")
    while portion := texts.fetchmany(_PORTION):
        shingles |= {version: hash_shingles(fold_text(text) for text in paragraphs) for version, paragraphs in portion}
    near: dict[tuple[str, str], float] = {}
    for row in wh.rows("detect/read_candidates"):
        one, other = shingles[row["new_version"]], shingles[row["old_version"]]
        if min(len(one), len(other)) < MIN_SHINGLES:
            continue
        share = measure_containment(one, other)
        pair = (row["later_article"], row["earlier_article"])
        enough = share >= NEAR or (not row["same_site"] and share >= NEAR_ACROSS and share * min(len(one), len(other)) >= MIN_ACROSS)
        if enough and share > near.get(pair, 0.0):
            near[pair] = share
    return [
        {"article_id": later, "of_article": earlier, "kind": "near", "similarity": round(share, 4)}
        for (later, earlier), share in sorted(near.items())
    ]


def place_in_origins(wh: Warehouse, day: date) -> None:
    """Give every article of the day that says something its origin, merging origins that it joins."""
    wh.run("detect/unplaced", day=day)
    unplaced = [row["article_id"] for row in wh.rows("detect/read_unplaced")]
    standing = [row["origin_id"] for row in wh.rows("detect/read_founders")]
    links = [(row["origin_id"] or row["article_id"], row["of_origin"] or row["of_article"]) for row in wh.rows("detect/read_links")]
    placed, merged = group_origins(standing, unplaced, links)
    tables = {
        "given_origin": make_table(({"article_id": a, "origin_id": o} for a, o in placed.items()), _ORIGIN_SCHEMA),
        "given_merge": make_table(({"origin_id": old, "into_origin": new} for old, new in merged.items()), _MERGE_SCHEMA),
    }
    with wh.offer(tables):
        wh.run("detect/origins")
