"""Reelcheck's own part of the bench, in a process of its own: one site of served pages from the crawl to the snapshot.

    python bench_night.py {"proxy": ..., "folder": ..., "sitemap": ..., "read_all": true, "stages": [...]}

Prints one JSON object: CPU and wall seconds of each stage (children included), and its counts. The stages are pipeline.steps's own, but
that ``read_all`` leaves the prefilter off: the pages are of all subjects, and the bench is to measure what reading costs.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline import steps  # noqa: E402 - the script also runs where the project is not installed
from pipeline.archive_pages import extract_archive  # noqa: E402
from pipeline.settings import World  # noqa: E402
from spiders.crawl import crawl_site  # noqa: E402

DAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
SETTINGS = {"PACE_FACTOR": 0.0, "MAX_PAGES": 5_000, "CONCURRENT_REQUESTS_PER_DOMAIN": 8}


def spent() -> float:
    """Seconds of CPU of this process and of the children that it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def read_everything(world: World) -> dict[str, Any]:
    """The extract step without its prefilter."""
    tasks = [replace(task, titles=()) for task in steps._archive_tasks(world, DAY, ())]
    with ProcessPoolExecutor(max_workers=len(tasks)) as pool:
        counts = list(pool.map(extract_archive, tasks))
    return {"articles": sum(c.articles for c in counts), "dropped": sum(c.dropped for c in counts)}


def crawl_once(world: World, order: dict[str, Any]) -> dict[str, Any]:
    (site,) = steps.load_sites_of(world).values()
    result = crawl_site(site, DAY, world, now=NOW, proxy=order["proxy"], settings=SETTINGS)
    return {"outcome": result.outcome, **asdict(result.counts)}


def main() -> None:
    logging.disable(logging.WARNING)
    order = json.loads(sys.argv[1])
    folder = Path(order["folder"])
    (folder / "sites").mkdir(parents=True)
    (folder / "sites" / "pages.toml").write_text(
        'name = "Pages"\nhome = "http://pages.example/"\nwhy = "Saved real pages."\nkind = "newspaper"\nlanguage = "en"\npace = 0\n\n'
        f'[[discover]]\nsitemap = "http://pages.example{order["sitemap"]}"\n\n[healthy]\narticles = {{ min = 0, max = 9000 }}\n'
    )
    world = World("pages", folder / "world", folder / "sites")
    stages: dict[str, Callable[[], dict[str, Any]]] = {
        "crawl": lambda: crawl_once(world, order),
        "extract": lambda: read_everything(world) if order["read_all"] else steps.extract(world, DAY),
    }
    for step in (steps.load, steps.detect, steps.score, steps.check, steps.publish):
        stages[step.__name__] = lambda step=step: step(world, DAY)  # type: ignore[misc]
    told = {}
    for name in order["stages"]:
        cpu, wall = spent(), time.monotonic()
        counts = stages[name]()
        told[name] = {"cpu": spent() - cpu, "wall": time.monotonic() - wall, "counts": counts}
    print(json.dumps(told, default=str))


if __name__ == "__main__":
    main()
