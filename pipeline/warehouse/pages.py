"""Extracted pages on their way to the warehouse: one Parquet file per site and attempt, derived columns computed here, in parallel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import islice
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.models import Article
from pipeline.origins.shingles import hash_shingles, take_sketch
from pipeline.origins.traits import PageTraits
from pipeline.substance import (
    count_words,
    find_correction_notice,
    find_credits,
    hash_body,
    hash_content,
    is_stub,
    substantial_paragraphs,
)
from pipeline.warehouse.arrow import BIG, DAY, FLAG, TEXT, TEXTS, TIME, WHOLE, make_schema, make_table
from pipeline.warehouse.keys import address_within_site, article_key, version_key

_BATCH: Final = 500  # rows held at once
PAGE_SCHEMA: Final = make_schema(
    {
        "day": DAY,
        "site": TEXT,
        "attempt": WHOLE,
        "role": TEXT,
        "url": TEXT,
        "final_url": TEXT,
        "status": WHOLE,
        "fetched_at": TIME,
        "etag": TEXT,
        "last_modified": TEXT,
        "warc_file": TEXT,
        "warc_offset": BIG,
        "found_by": TEXT,
        "error": TEXT,
        "kept": FLAG,
        "dropped": FLAG,
        "article_id": TEXT,
        "article_url": TEXT,
        "version_id": TEXT,
        "content_hash": TEXT,
        "body_hash": TEXT,
        "title": TEXT,
        "site_name": TEXT,
        "authors": TEXTS,
        "published": TIME,
        "published_has_time": FLAG,
        "modified": TIME,
        "language": TEXT,
        "description": TEXT,
        "word_count": WHOLE,
        "page_type": TEXT,
        "paywalled": FLAG,
        "canonical_url": TEXT,
        "correction_notice": TEXT,
        "is_stub": FLAG,
        "sketch": pa.list_(pa.uint64()),
        "credits": TEXTS,
        "structured_types": TEXTS,
        "paragraphs": pa.list_(pa.struct([("text", pa.string()), ("kind", pa.string())])),
        "links": pa.list_(pa.struct([("href", pa.string()), ("text", pa.string())])),
        "marks": TEXTS,
        "skeleton": pa.list_(pa.uint64()),
    },
    required=("day", "site", "attempt", "role", "url", "fetched_at", "kept", "dropped", "article_id", "article_url"),
)


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """One response of a crawl and the article read from it.

    ``url`` is what was asked for, ``final_url`` where it came from after redirects (None: the same). ``status`` is 0 when there was no
    answer and None for an address that was only noted as known and old (a baseline); ``fetched_at`` is aware (WARC-Date). ``role`` is
    "article", or that of a page that leads to articles (feed, sitemap ...), whose validators are kept for the next crawl. ``article`` is
    None for those, for 304, for errors and for pages ``dropped_by_prefilter`` (about nothing that is watched). ``error`` says in one
    sentence what went wrong; ``kept`` False: the page's rules forbid keeping it. ``traits``: of its source, None: nobody looked.
    """

    site: str
    day: date
    attempt: int
    url: str
    status: int | None
    fetched_at: datetime
    final_url: str | None = None
    role: str = "article"
    etag: str | None = None
    last_modified: str | None = None
    warc_file: str | None = None
    warc_offset: int | None = None
    found_by: str | None = None
    article: Article | None = None
    error: str | None = None
    kept: bool = True
    dropped_by_prefilter: bool = False
    traits: PageTraits | None = None


def write_articles(path: Path, rows: Iterable[FetchedPage]) -> int:
    """Replace the Parquet file by these rows and return their number; a killed process leaves the old file or none, never half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + ".part")
    pages, count = iter(rows), 0
    with pq.ParquetWriter(aside, PAGE_SCHEMA, compression="zstd") as writer:
        while batch := [to_row(page) for page in islice(pages, _BATCH)]:
            writer.write_table(make_table(batch, PAGE_SCHEMA))
            count += len(batch)
    aside.replace(path)
    return count


def to_row(page: FetchedPage) -> dict[str, Any]:
    """The page as a row of PAGE_SCHEMA. A page that may not be kept loses its article here, whoever passed it on."""
    article = page.article
    kept = page.kept and not (article and article.noarchive)
    address = address_within_site(page.final_url or page.url, article.canonical_url if article else None)
    row: dict[str, Any] = {
        "day": page.day, "site": page.site, "attempt": page.attempt, "role": page.role, "url": page.url, "final_url": page.final_url,
        "status": page.status, "fetched_at": to_utc(page.fetched_at), "etag": page.etag, "last_modified": page.last_modified,
        "warc_file": page.warc_file, "warc_offset": page.warc_offset, "found_by": page.found_by, "error": page.error, "kept": kept,
        "dropped": page.dropped_by_prefilter, "article_id": article_key(page.site, address), "article_url": address,
    }  # fmt: skip
    if page.traits and kept:
        row |= {"marks": list(page.traits.marks), "skeleton": list(page.traits.skeleton)}
    if article and kept and not page.dropped_by_prefilter:
        row |= describe_article(article, str(row["article_id"]))
    return row


def describe_article(article: Article, article_id: str) -> dict[str, Any]:
    """The columns of one version."""
    folded = list(substantial_paragraphs(article))
    content_hash = hash_content(article, folded)
    words = count_words(article)
    stub = is_stub(article, words)
    return {
        "version_id": version_key(article_id, content_hash), "content_hash": content_hash, "body_hash": hash_body(article, folded),
        "title": article.title, "site_name": article.site_name, "authors": list(article.authors),
        "published": to_utc(article.published), "published_has_time": article.published_has_time, "modified": to_utc(article.modified),
        "language": article.language, "description": article.description, "word_count": words,
        "page_type": article.page_type, "paywalled": article.paywalled, "canonical_url": article.canonical_url,
        "correction_notice": find_correction_notice(article), "is_stub": stub,
        "sketch": None if stub else take_sketch(hash_shingles(folded)),
        "credits": list(find_credits(article)), "structured_types": list(article.structured_types),
        "paragraphs": [{"text": p.text, "kind": p.kind} for p in article.paragraphs],
        "links": [{"href": link.href, "text": link.text} for link in article.links],
    }  # fmt: skip


def list_parquet(folder: Path) -> Iterator[Path]:
    """The whole Parquet files of a day's folder, sorted; none when there is no folder."""
    return iter(sorted(folder.glob("*.parquet"))) if folder.is_dir() else iter(())


def to_utc(moment: datetime | None) -> datetime | None:
    """Naive UTC, as the warehouse holds times; a naive one is taken to be UTC."""
    return moment.astimezone(UTC).replace(tzinfo=None) if moment is not None and moment.tzinfo else moment
