"""What a second run of an unchanged day costs the sites: the newsstand's night, loaded, then crawled once more for the same day.

    nice .venv/bin/python scripts/bench_unchanged.py [--day 2026-11-18]

Prints how many requests the first run made, how many the second made and how each was answered, and how many versions the second brought.
Exits 1 when fewer than 95 % of the first run's requests were saved (not made, or answered 304) or a new version came of it.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
import tempfile
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from pipeline import steps  # noqa: E402 - the script also runs where the project is not installed
from pipeline.settings import World  # noqa: E402
from pipeline.warehouse.store import open_writer  # noqa: E402
from spiders.archive import read_archive  # noqa: E402
from spiders.crawl import crawl_site  # noqa: E402

AIM = 0.95


def crawl_all(world: World, day: date, *, again: bool) -> tuple[int, Counter[str]]:
    """(requests sent, answers by role and status) of all sites."""
    now = datetime.combine(day, steps.NEWSSTAND_CLOCK)
    sent, answers = 0, Counter[str]()
    for slug, site in steps.load_sites_of(world).items():
        if site.retired is None:
            settings = steps._stage_settings(now)
            result = crawl_site(site, day, world, now=now, proxy=os.environ[steps.NEWSSTAND], settings=settings, again=again)
            sent += result.counts.requests
            answers.update(f"{a.found.role} {a.status or a.problem}" for a in (read_archive(result.warc) if result.warc else ()))
            logging.getLogger(__name__).info("site=%s requests=%d", slug, result.counts.requests)
    return sent, answers


def take_in(world: World, day: date) -> int:
    """Extract and load; how many versions the warehouse then holds."""
    steps.extract(world, day)
    steps.load(world, day)
    with open_writer(world) as wh:
        return int(wh.db.execute("SELECT count(*) FROM base.article_versions").fetchone()[0])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--day", type=date.fromisoformat, default=date(2026, 11, 18))
    day = parser.parse_args().day
    with tempfile.TemporaryDirectory(prefix="reelcheck-unchanged-") as temporary, steps.serve_newsstand() as proxy:
        os.environ[steps.NEWSSTAND] = proxy
        world = World("newsstand", Path(temporary))
        for before in (day - timedelta(days=2), day - timedelta(days=1)):  # a day as it is met in use: with a yesterday
            crawl_all(world, before, again=False)
            take_in(world, before)
        first, told = crawl_all(world, day, again=False)
        versions = take_in(world, day)
        second, answers = crawl_all(world, day, again=True)
        new = take_in(world, day) - versions
    spent = second - sum(n for name, n in answers.items() if name.endswith(" 304"))
    saved = 1 - spent / first
    print(f"first run of {day}: {first} requests ({', '.join(f'{k}: {n}' for k, n in sorted(told.items()))})")
    print(f"second run: {second} requests ({', '.join(f'{k}: {n}' for k, n in sorted(answers.items()))})")
    print(f"saved: {saved:.1%} of the first run's requests (aim: at least {AIM:.0%}); new versions: {new}")
    return 0 if saved >= AIM and new == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
