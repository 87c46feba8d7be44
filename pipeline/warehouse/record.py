"""What the checker found, into the warehouse: columnar, in portions, each a transaction; and what is still to be checked, out of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from itertools import islice
from typing import Any, Final

import pyarrow as pa

from pipeline.models import Article, Link, Paragraph, Report
from pipeline.rubric import RUBRIC
from pipeline.warehouse.arrow import TEXT, make_schema, make_table
from pipeline.warehouse.pages import to_utc
from pipeline.warehouse.reputation import score_sites
from pipeline.warehouse.store import Warehouse
from pipeline.warehouse.verdict_rows import ReportRows

_PORTION: Final = 1_000  # reports in one transaction
_TABLES: Final = ("claims", "places", "verdicts", "withdrawals", "scores", "findings", "premises", "article_shows", "corrections")
_VERSION_SCHEMA: Final = make_schema({"version_id": TEXT}, required=("version_id",))

PendingVersion = tuple[str, str, Article]


def pending_versions(
    wh: Warehouse, day: date, checker_version: str | None = None, record_version: str | None = None
) -> Iterator[PendingVersion]:
    """(version_id, article_id, Article) of the day's versions that have no score yet, stubs left out.

    With versions given, also those that were last scored by another checker or record book.
    """
    found = wh.rows("load/pending_versions", day=day, checker_version=checker_version, record_version=record_version)
    return read_versions(wh, [row["version_id"] for row in found])


def versions_touched_by(wh: Warehouse, show_slug: str, properties: Iterable[str] | None = None) -> Iterator[PendingVersion]:
    """The versions to check again when facts of a show changed: those that state a claim about it (with one of these relations).

    Without ``properties`` also those that are mainly about the show and state nothing.
    """
    listed = None if properties is None else list(properties)
    found = wh.rows("load/versions_touched", show_slug=show_slug, properties=listed)
    return read_versions(wh, [row["version_id"] for row in found])


def claims_touched_by(wh: Warehouse, show_slug: str, properties: Iterable[str] | None = None) -> list[str]:
    """Ids of the standing claims about a show with one of these relations (None: all), sorted."""
    listed = None if properties is None else list(properties)
    return [row["claim_id"] for row in wh.rows("load/claims_touched", show_slug=show_slug, properties=listed)]


def read_versions(wh: Warehouse, version_ids: Iterable[str]) -> Iterator[PendingVersion]:
    """The versions with their texts, in the given order, a portion at a time; the same connection may write in between."""
    wanted = iter(version_ids)
    while portion := list(islice(wanted, _PORTION)):
        with wh.offer({"wanted_version": make_table([{"version_id": v} for v in portion], _VERSION_SCHEMA)}):
            found = {row["version_id"]: row for row in wh.rows("load/read_versions")}
        for version_id in portion:
            yield version_id, found[version_id]["article_id"], to_article(found[version_id])


def record_reports(
    wh: Warehouse,
    day: date,
    reports: Iterable[tuple[str, Report]],
    checker_version: str,
    record_version: str,
    recorded_at: datetime,
    *,
    reason: str | None = None,
    rubric_version: str = RUBRIC.name,
) -> dict[str, int]:
    """Take in (version_id, Report) pairs of the run for ``day``; returns how many reports, claims, places and new verdicts there were.

    A verdict or score row is added only when its content differs from the last one. ``reason`` (for example "quarantine") is kept with
    the new verdicts; None: it is told from what changed. A claim that the checker no longer reads anywhere is withdrawn, not deleted.
    The sites' reputations as of the day are computed anew at the end, also when there was no report.
    """
    totals = {"reports": 0, "claims": 0, "places": 0, "new_verdicts": 0}
    values = {
        "day": day, "checker_version": checker_version, "record_version": record_version, "recorded_at": to_utc(recorded_at),
        "reason": reason, "rubric_version": rubric_version,
    }  # fmt: skip
    pairs = iter(reports)
    while portion := list(islice(pairs, _PORTION)):
        tables = _to_tables(wh, portion)
        with wh.transaction(), wh.offer(tables):
            before = wh.count("load/count_verdicts")
            for name in _TABLES:
                wh.run(f"load/{name}", **values)
            totals["new_verdicts"] += wh.count("load/count_verdicts") - before
        totals["reports"] += len(portion)
        totals["claims"] += tables["given_claim"].num_rows
        totals["places"] += tables["given_place"].num_rows
    score_sites(wh, day, recorded_at)
    return totals


def to_article(row: dict[str, Any]) -> Article:
    """A stored version as the extractor made it (times are aware, UTC)."""
    return Article(
        url=row["url"],
        title=row["title"],
        paragraphs=tuple(Paragraph(p["text"], p["kind"]) for p in row["paragraphs"]),
        canonical_url=row["canonical_url"],
        site=row["site"],
        site_name=row["site_name"],
        authors=tuple(row["authors"]),
        published=_to_aware(row["published"]),
        published_has_time=row["published_has_time"],
        modified=_to_aware(row["modified"]),
        language=row["language"],
        description=row["description"],
        links=tuple(Link(link["href"], link["text"]) for link in row["links"]),
        page_type=row["page_type"],
        paywalled=row["paywalled"],
        structured_types=tuple(row["structured_types"]),
    )


def _to_tables(wh: Warehouse, portion: list[tuple[str, Report]]) -> dict[str, pa.Table]:
    with wh.offer({"wanted_version": make_table([{"version_id": v} for v, _ in portion], _VERSION_SCHEMA)}):
        articles = {row["version_id"]: row["article_id"] for row in wh.rows("load/articles_of_versions")}
    rows = ReportRows()
    for version_id, report in dict(portion).items():
        rows.add(version_id, articles[version_id], report)
    return rows.to_tables()


def _to_aware(moment: datetime | None) -> datetime | None:
    return moment.replace(tzinfo=UTC) if moment else None
