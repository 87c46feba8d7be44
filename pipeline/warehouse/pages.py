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
from pipeline.substance import (
    count_words,
    find_correction_notice,
    find_credits,
    hash_body,
    hash_content,
    is_stub,
    substantial_paragraphs,
)
from pipeline.warehouse.keys import address_within_site, article_key, version_key

_BATCH: Final = 500  # rows held at once
_TIME: Final = pa.timestamp("us")

_FIELDS: Final[list[pa.Field[Any]]] = [
    pa.field("day", pa.date32(), nullable=False),
    pa.field("site", pa.string(), nullable=False),
    pa.field("attempt", pa.int32(), nullable=False),
    pa.field("role", pa.string(), nullable=False),
    pa.field("url", pa.string(), nullable=False),
    pa.field("final_url", pa.string()),
    pa.field("status", pa.int32()),
    pa.field("fetched_at", _TIME, nullable=False),
    pa.field("etag", pa.string()),
    pa.field("last_modified", pa.string()),
    pa.field("warc_file", pa.string()),
    pa.field("warc_offset", pa.int64()),
    pa.field("found_by", pa.string()),
    pa.field("error", pa.string()),
    pa.field("kept", pa.bool_(), nullable=False),
    pa.field("dropped", pa.bool_(), nullable=False),
    pa.field("article_id", pa.string(), nullable=False),
    pa.field("article_url", pa.string(), nullable=False),
    pa.field("version_id", pa.string()),
    pa.field("content_hash", pa.string()),
    pa.field("body_hash", pa.string()),
    pa.field("title", pa.string()),
    pa.field("site_name", pa.string()),
    pa.field("authors", pa.list_(pa.string())),
    pa.field("published", _TIME),
    pa.field("published_has_time", pa.bool_()),
    pa.field("modified", _TIME),
    pa.field("language", pa.string()),
    pa.field("description", pa.string()),
    pa.field("word_count", pa.int32()),
    pa.field("page_type", pa.string()),
    pa.field("paywalled", pa.bool_()),
    pa.field("canonical_url", pa.string()),
    pa.field("correction_notice", pa.string()),
    pa.field("is_stub", pa.bool_()),
    pa.field("sketch", pa.list_(pa.uint64())),
    pa.field("credits", pa.list_(pa.string())),
    pa.field("structured_types", pa.list_(pa.string())),
    pa.field("paragraphs", pa.list_(pa.struct([("text", pa.string()), ("kind", pa.string())]))),
    pa.field("links", pa.list_(pa.struct([("href", pa.string()), ("text", pa.string())]))),
]
PAGE_SCHEMA: Final = pa.schema(_FIELDS)


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """One response of a crawl and the article read from it.

    ``url`` is what was asked for, ``final_url`` where it came from after redirects (None: the same). ``status`` is 0 when there was no
    answer and None for an address that was only noted as known and old (a baseline); ``fetched_at`` is aware (WARC-Date). ``role`` is
    "article", or that of a page that leads to articles (feed, sitemap ...), whose validators are kept for the next crawl. ``article`` is
    None for those, for 304, for errors and for pages ``dropped_by_prefilter`` (about nothing that is watched). ``error`` says in one
    sentence what went wrong; ``kept`` False: the page's rules forbid keeping it.
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


def write_articles(path: Path, rows: Iterable[FetchedPage]) -> int:
    """Replace the Parquet file by these rows and return their number; a killed process leaves the old file or none, never half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(path.name + ".part")
    pages, count = iter(rows), 0
    with pq.ParquetWriter(aside, PAGE_SCHEMA, compression="zstd") as writer:
        while batch := [to_row(page) for page in islice(pages, _BATCH)]:
            writer.write_table(to_table(batch))
            count += len(batch)
    aside.replace(path)
    return count


def to_table(rows: list[dict[str, Any]]) -> pa.Table:
    """Rows of PAGE_SCHEMA; half characters that a page's JSON can smuggle in, and that UTF-8 cannot hold, become question marks."""
    try:
        return pa.Table.from_pylist(rows, schema=PAGE_SCHEMA)
    except UnicodeEncodeError:
        return pa.Table.from_pylist([_mend(row) for row in rows], schema=PAGE_SCHEMA)


def _mend(value: Any) -> Any:
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {key: _mend(v) for key, v in value.items()}
    return [_mend(v) for v in value] if isinstance(value, list) else value


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
    if article and kept and not page.dropped_by_prefilter:
        row |= describe_article(article, str(row["article_id"]))
    return row


def describe_article(article: Article, article_id: str) -> dict[str, Any]:
    """The columns of one version."""
    content_hash = hash_content(article)
    stub = is_stub(article)
    return {
        "version_id": version_key(article_id, content_hash), "content_hash": content_hash, "body_hash": hash_body(article),
        "title": article.title, "site_name": article.site_name, "authors": list(article.authors),
        "published": to_utc(article.published), "published_has_time": article.published_has_time, "modified": to_utc(article.modified),
        "language": article.language, "description": article.description, "word_count": count_words(article),
        "page_type": article.page_type, "paywalled": article.paywalled, "canonical_url": article.canonical_url,
        "correction_notice": find_correction_notice(article), "is_stub": stub,
        "sketch": None if stub else take_sketch(hash_shingles(substantial_paragraphs(article))),
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
