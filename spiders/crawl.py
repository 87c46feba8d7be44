"""One site, one day: runs the spider in a child process and hands back what came of it.

``python -m spiders.crawl`` is that child; it reads its order from standard input.
"""

from __future__ import annotations

import ctypes
import json
import logging
import signal
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from filelock import FileLock

from pipeline.errors import BadInputError
from pipeline.settings import World
from spiders.archive import ArchiveWriter
from spiders.health import name_cause
from spiders.rulebook import read_rulebook
from spiders.settings import OWN, ROBOT, VERSION, crawl_settings
from spiders.site import Site
from spiders.state import read_state
from spiders.tally import Counts, CrawlResult, Tally, read_result, write_result

logger = logging.getLogger(__name__)

# The night of a day runs in the small hours after it; from noon (UTC) on the day is past and is never fetched again.
NIGHT_ENDS = timedelta(hours=36)
GRACE = 60.0  # seconds beyond its own bound after which a child is killed


def crawl_site(
    site: Site,
    day: date,
    world: World,
    *,
    now: datetime | None = None,
    proxy: str | None = None,
    settings: Mapping[str, object] | None = None,
    again: bool = False,
    titles: Collection[str] = (),
) -> CrawlResult:
    """Crawl a site for a day, or hand back what its archive already has.

    ``now`` is the time observed at the start (default: the clock's); time observed is ``now`` plus what has elapsed. ``proxy``: a plain
    HTTP forward proxy (the newsstand, served pages), behind which the guard against private addresses is off. ``settings`` overrides
    spiders.settings. ``titles`` of watched works are searched for where the site's file allows it. ``again`` asks for a further attempt
    although a whole archive exists. A past day is never fetched. A dead site is a result, not an exception; BadInputError: a day in the
    future, no contact address, a broken state file.
    """
    now = now or datetime.now(UTC)
    if now.tzinfo is None:
        raise BadInputError(f"the time {now.isoformat()} has no zone")
    folder = world.archive(day)
    done = list(list_results(folder, site.slug))
    whole = [result for result in done if result.warc is not None]
    if whole and not again:
        return whole[-1]
    if day > now.astimezone(UTC).date():
        raise BadInputError(f"{day} is in the future; sites can be crawled for {now.astimezone(UTC).date()} at the latest")
    if reason := why_not(site, day, now):
        result = whole[-1] if whole else CrawlResult(site.slug, day, 0, "not crawled", None, Counts(), now, now, detail=reason)
        if not whole:
            write_result(folder / f"{site.slug}-0.json", result)
        return result
    crawl_settings(site, proxy, settings or {})  # refuses what the child would refuse, in this process
    read_state(state_path(world, site))
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / f".{site.slug}.lock"):
        attempt = 1 + max((result.attempt for result in list_results(folder, site.slug)), default=0)
        result = run_child(Order(site, day, world, attempt, now, proxy, dict(settings or {}), tuple(titles)))
    if result.outcome == "failed":
        logger.warning("crawl failed site=%s day=%s attempt=%d cause=%s detail=%s", site.slug, day, attempt, result.cause, result.detail)
    return result


def why_not(site: Site, day: date, now: datetime) -> str | None:
    if site.retired is not None and day >= site.retired:
        return f"retired on {site.retired}"
    if now >= datetime.combine(day, datetime.min.time(), UTC) + NIGHT_ENDS:
        return "the day is past and was not crawled; a past day is never fetched"
    return None


def list_results(folder: Path, slug: str) -> Iterator[CrawlResult]:
    """Results of a site's attempts in a day's folder, in their order; ``warc`` is None where the archive is not there."""
    for attempt, path in sorted(list_attempts(folder, slug)):
        try:
            result = read_result(path)
        except (OSError, ValueError, TypeError, KeyError):
            continue  # half a result is that of a killed attempt
        whole = result.warc is not None and result.warc.exists()
        if result.attempt == attempt and (whole or result.warc is None):
            yield result


def list_attempts(folder: Path, slug: str) -> Iterator[tuple[int, Path]]:
    for path in folder.glob(f"{slug}-*.json"):
        number = path.stem.removeprefix(f"{slug}-")
        if number.isdigit():
            yield int(number), path


def state_path(world: World, site: Site) -> Path:
    return world.state / f"{site.slug}.jsonl"


# --- the child ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Order:
    """What the child is told."""

    site: Site
    day: date
    world: World
    attempt: int
    now: datetime
    proxy: str | None
    settings: dict[str, object]
    titles: tuple[str, ...] = ()

    @property
    def warc(self) -> Path:
        return self.world.archive(self.day) / f"{self.site.slug}-{self.attempt}.warc.gz"

    @property
    def result(self) -> Path:
        return self.world.archive(self.day) / f"{self.site.slug}-{self.attempt}.json"

    def to_json(self) -> str:
        return json.dumps(
            {
                "site": self.site.model_dump(mode="json"),
                "day": self.day.isoformat(),
                "world": [self.world.name, str(self.world.root)],
                "attempt": self.attempt,
                "now": self.now.isoformat(),
                "proxy": self.proxy,
                "settings": self.settings,
                "titles": self.titles,
            }
        )


def read_order(text: str) -> Order:
    data = json.loads(text)
    name, root = data["world"]
    return Order(
        Site.model_validate(data["site"]),
        date.fromisoformat(data["day"]),
        World(name, Path(root)),
        data["attempt"],
        datetime.fromisoformat(data["now"]),
        data["proxy"],
        data["settings"],
        tuple(data["titles"]),
    )


def run_child(order: Order) -> CrawlResult:
    """Run the order in a child process, within its bound; a child that dies leaves a failed result."""
    started = monotonic()
    bound = float(str(order.settings.get("CRAWL_SECONDS", OWN["CRAWL_SECONDS"]))) + GRACE
    try:
        child = subprocess.run(
            [sys.executable, "-m", "spiders.crawl"], input=order.to_json(), text=True, capture_output=True, timeout=bound, check=False
        )
        for line in child.stderr.splitlines():
            logger.info("site=%s day=%s child: %s", order.site.slug, order.day, line)
        if child.returncode == 0:
            return read_result(order.result)
        lines = child.stderr.strip().splitlines()
        detail = f"the crawl's process ended with {child.returncode}: {lines[-1] if lines else 'no message'}"
        result = fail(order, started, "unreachable" if child.returncode == 0 else None, detail)
    except subprocess.TimeoutExpired:
        result = fail(order, started, "slow", f"killed after {bound:.0f} s")
    write_result(order.result, result)
    order.warc.with_name(order.warc.name + ".part").unlink(missing_ok=True)
    return result


def fail(order: Order, started: float, cause: Any, detail: str) -> CrawlResult:
    finished = order.now + timedelta(seconds=monotonic() - started)
    return CrawlResult(order.site.slug, order.day, order.attempt, "failed", cause, Counts(), order.now, finished, detail=detail)


def start_clock(now: datetime) -> Callable[[], datetime]:
    """A clock that showed ``now`` when it was started."""
    started = monotonic()
    return lambda: now + timedelta(seconds=monotonic() - started)


def run_order(order: Order) -> CrawlResult:
    """Crawl in this process, which can do so once (the reactor cannot be started again). The result is written before the archive."""
    from scrapy.crawler import AsyncCrawlerProcess  # noqa: PLC0415 - installs the reactor; the parent must not

    from spiders.article_spider import ArticleSpider, Job  # noqa: PLC0415

    clock, tally = start_clock(order.now), Tally()
    known = read_state(state_path(order.world, order.site))
    settings = crawl_settings(order.site, order.proxy, order.settings)
    if order.proxy is not None:
        settings["TWISTED_DNS_RESOLVER"] = "scrapy.resolver.CachingThreadedResolver"
    earlier = [result.warc for result in list_results(order.warc.parent, order.site.slug) if result.warc is not None]
    job = Job(order.site, order.day, order.attempt, order.titles, read_rulebook(earlier, order.now))
    with ArchiveWriter(order.warc, order.site.slug, order.day, order.attempt, f"{ROBOT}/{VERSION}", clock) as writer:
        process = AsyncCrawlerProcess(settings)
        crawler = process.create_crawler(ArticleSpider)
        crawl = process.crawl(crawler, job=job, known=known, writer=writer, clock=clock, tally=tally)
        process.start()
        crawl.result()  # raises what kept the engine from starting, which Scrapy only logs
        spider = crawler.spider
        if not isinstance(spider, ArticleSpider):
            raise TypeError("the spider did not open")
        if spider.crash is not None:
            raise spider.crash
        outcome, cause, detail = name_cause(order.site, tally, spider.stopped)
        result = CrawlResult(
            order.site.slug,
            order.day,
            order.attempt,
            outcome,
            cause,
            tally.to_counts(),
            order.now,
            clock(),
            order.warc,
            detail,
            dict(tally.problems.most_common()),
            tuple(tally.answers),
        )
        write_result(order.result, result)
    return result


def die_with_parent() -> None:
    """Linux: have the kernel end this process when its parent dies, lest an orphan go on crawling beside the next attempt."""
    if sys.platform == "linux":
        set_death_signal = 1  # PR_SET_PDEATHSIG in prctl(2)
        ctypes.CDLL(None).prctl(set_death_signal, signal.SIGKILL, 0, 0, 0)


if __name__ == "__main__":
    die_with_parent()
    run_order(read_order(sys.stdin.read()))
