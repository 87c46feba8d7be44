"""From a day's extracted pages and crawl results to rows: by natural keys, in one transaction, the same whenever it is run again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from pipeline.warehouse.arrow import BIG, DAY, TEXT, TIME, WHOLE, make_schema, make_table
from pipeline.warehouse.pages import PAGE_SCHEMA, list_parquet, to_utc
from pipeline.warehouse.store import Warehouse

_COUNTS: Final = (
    "requests", "fetched", "not_modified", "baseline", "skipped_by_robots", "errors", "gone", "not_kept", "announced",
)  # fmt: skip
_RUN_SCHEMA: Final = make_schema(
    {"day": DAY, "site": TEXT, "attempt": WHOLE, "outcome": TEXT, "cause": TEXT, "detail": TEXT}
    | dict.fromkeys((*_COUNTS, "left_out"), WHOLE)
    | {"answers": TEXT, "started_at": TIME, "finished_at": TIME, "warc_file": TEXT},
    required=("day", "site", "attempt", "outcome"),
)
_SITE_SCHEMA: Final = make_schema(
    dict.fromkeys(("site", "name", "home", "language", "kind", "why"), TEXT)
    | {"retired": DAY, "articles_min": WHOLE, "articles_max": WHOLE},
    required=("site", "name"),
)
_COUNT_SCHEMA: Final = make_schema({"name": TEXT, "amount": BIG})


def load_day(wh: Warehouse, day: date, site_runs: Sequence[Mapping[str, Any]], extracted: Path) -> dict[str, int]:
    """Take in one day: the crawl's results and every Parquet file of ``extracted``; returns articles by outcome.

    ``site_runs``: one mapping per attempt with the keys of spiders.tally.CrawlResult (site, attempt, outcome, cause, counts ...).
    Everything that the day brought before is replaced; a folder that is missing means that nothing was extracted.
    """
    paths = [str(path) for path in list_parquet(extracted)]
    empty = {"empty_page": PAGE_SCHEMA.empty_table()}
    with wh.transaction(), wh.offer(empty | {"given_run": make_table([to_run(day, r) for r in site_runs], _RUN_SCHEMA)}):
        wh.run("load/crawl_runs")
        if paths:
            wh.run("load/incoming_files", paths=paths, day=day)
        else:
            wh.run("load/incoming_nothing")
        for name in ("incoming", "sites_met", "fetches", "articles", "article_versions", "page_traits"):
            wh.run(f"load/{name}", day=day)
        counts = {row["outcome"]: int(row["amount"]) for row in wh.rows("load/load_counts", day=day)}
        record_counts(wh, day, "load", counts)
    return counts


def load_sites(wh: Warehouse, sites: Iterable[Mapping[str, Any]]) -> int:
    """Take in the sites' declarations; returns their number.

    Keys: site (slug), name, home, language, kind, why, retired (date), articles_min, articles_max; all but site and name may be missing.
    """
    rows = [{name: site.get(name) for name in _SITE_SCHEMA.names} for site in sites]
    with wh.transaction(), wh.offer({"given_site": make_table(rows, _SITE_SCHEMA)}):
        wh.run("load/sites")
    return len(rows)


def record_counts(wh: Warehouse, day: date, stage: str, counts: Mapping[str, int]) -> None:
    """Keep what a stage counted; call it inside the stage's transaction."""
    table = make_table([{"name": name, "amount": amount} for name, amount in counts.items()], _COUNT_SCHEMA)
    with wh.offer({"given_count": table}):
        wh.run("load/day_runs", day=day, stage=stage)


def to_run(day: date, result: Mapping[str, Any]) -> dict[str, Any]:
    """A crawl result as a row of base.crawl_runs; what it does not say is 0 or NULL."""
    told: Mapping[str, Any] = result.get("counts") or {}
    warc = result.get("warc")
    return {
        "day": day, "site": result["site"], "attempt": int(result.get("attempt") or 1), "outcome": result["outcome"],
        "cause": result.get("cause"), "detail": result.get("detail"),
        **{name: int(told.get(name) or 0) for name in _COUNTS}, "left_out": int(told.get("left") or 0),
        "answers": json.dumps(result.get("answers") or [], ensure_ascii=False, default=str),
        "started_at": _to_moment(result.get("started_at")), "finished_at": _to_moment(result.get("finished_at")),
        "warc_file": Path(str(warc)).name if warc else None,
    }  # fmt: skip


def _to_moment(value: datetime | str | None) -> datetime | None:
    return to_utc(datetime.fromisoformat(value) if isinstance(value, str) else value)
