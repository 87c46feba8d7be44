"""The stages of a night and a week, each a function of a world and a day: what Airflow's tasks and the command line call.

Every step can be run again and gives the same rows. Each returns counts and paths, small enough for an XCom. Days and weeks come from
the run's partition key, never from the clock; the one exception is the crawl of a live site, which says when it looked.

A step imports what it alone needs: Airflow runs each in a process of its own, the crawl in one for every site.
"""

from __future__ import annotations

import logging
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, Protocol

from pipeline.collector import collect_rarely
from pipeline.contract import CHECKER_VERSION
from pipeline.errors import BadInputError
from pipeline.journal import write_act
from pipeline.models import Article, RecordBook
from pipeline.settings import World, monday_of, open_world
from spiders.crawl import crawl_site, list_results
from spiders.settings import BASE
from spiders.site import Site, load_sites

if TYPE_CHECKING:
    from pipeline.archive_pages import ArchiveTask
    from pipeline.warehouse.rejudging import SuspectField
    from pipeline.warehouse.store import Warehouse

logger = logging.getLogger(__name__)

NEWSSTAND = "REELCHECK_NEWSSTAND"  # address of the proxy that serves a world on loopback, while it runs
NEWSSTAND_CLOCK = time(23, 30, tzinfo=UTC)  # when the newsstand's night looks at a day
NEWSSTAND_PACE = 0.02
WORLD = "REELCHECK_WORLD"
EXTRACTORS = 2
AUTOMATIC = "reelcheck (automatic)"  # who signs an act that no person did


class RunLike(Protocol):
    """The part of Airflow's DagRun that says which day a run is for."""

    partition_key: str | None
    logical_date: datetime | None
    run_after: datetime


def current_world() -> World:
    """The world that the DAGs work in: REELCHECK_WORLD, or live."""
    return open_world(os.environ.get(WORLD, "live"))


def day_of_run(run: RunLike) -> date:
    """The day that a run is for: its partition key, else its logical date, else when it was due."""
    key = getattr(run, "partition_key", None)
    if key:
        try:
            return date.fromisoformat(key[:10])
        except ValueError as e:
            raise BadInputError(f"partition key {key!r} is no day") from e
    return (getattr(run, "logical_date", None) or run.run_after).date()


def week_of_run(run: RunLike) -> date:
    """The Monday of the week that a run is for."""
    return monday_of(day_of_run(run))


# --- crawl ------------------------------------------------------------------------------------------------------------


def load_sites_of(world: World) -> dict[str, Site]:
    """The sites of a world by slug. Raises BadInputError for a malformed file."""
    return load_sites(world.sites)


def list_sites(world: World) -> list[str]:
    """Slugs of the sites that are still crawled."""
    return [slug for slug, site in load_sites_of(world).items() if site.retired is None]


def crawl(world: World, day: date, slug: str) -> dict[str, Any]:
    """Fetches what is new on one site into the day's archive. A dead site is a result with a cause, not an error."""
    sites = load_sites_of(world)
    if slug not in sites:
        raise BadInputError(f"no site {slug!r}: `reelcheck sites list` names them")
    proxy = newsstand_proxy(world)
    now = datetime.combine(day, NEWSSTAND_CLOCK) if proxy else None
    titles = _watched_titles(world, day) if sites[slug].search else ()
    result = crawl_site(sites[slug], day, world, now=now, proxy=proxy, settings=_stage_settings(now), titles=titles)
    logger.info("crawl site=%s day=%s outcome=%s cause=%s", slug, day, result.outcome, result.cause)
    told = {k: v for k, v in asdict(result.counts).items() if v}
    return {"site": slug, "day": day.isoformat(), "outcome": result.outcome, "cause": result.cause, **told}


def newsstand_proxy(world: World) -> str | None:
    """Address of the proxy behind which a world is served, None for the live one. Raises BadInputError when nothing serves it."""
    if world.is_live:
        return None
    proxy = os.environ.get(NEWSSTAND)
    if not proxy:
        raise BadInputError(f"nothing serves the {world.name} world: `reelcheck nightly --sites newsstand` does, or set {NEWSSTAND}")
    return proxy


@contextmanager
def serve_newsstand() -> Iterator[str]:
    """Runs the newsstand in a child process while the block runs; gives its proxy's address."""
    from spiders.newsstand.server import serve  # noqa: PLC0415 - only the demonstration needs a web server

    with serve(datetime.combine(date(2026, 11, 16), NEWSSTAND_CLOCK)) as stand:
        yield stand.proxy_url


def _stage_settings(now: datetime | None) -> dict[str, object]:
    """On the newsstand every request carries the instant that it is answered for, and waits are shortened: nobody is hurt by haste."""
    if now is None:
        return {}
    headers = {**BASE["DEFAULT_REQUEST_HEADERS"], "X-Newsstand-Clock": now.isoformat()}
    return {"DEFAULT_REQUEST_HEADERS": headers, "PACE_FACTOR": NEWSSTAND_PACE}


# --- extract, load, detect --------------------------------------------------------------------------------------------


def extract(world: World, day: date, again: bool = False) -> dict[str, Any]:
    """Extracts the day's archives that have not been yet (all with ``again``), on several cores.

    A page that names no watched work and speaks of no true story is dropped unread; it stays in the archive.
    """
    from pipeline.archive_pages import extract_archive  # noqa: PLC0415 - before the pool: its processes inherit what is imported

    titles = _watched_titles(world, day)
    tasks = [t for t in _archive_tasks(world, day, titles) if again or not t.target.exists()]
    told = Counter[str]()
    if tasks:
        with ProcessPoolExecutor(max_workers=min(EXTRACTORS, len(tasks))) as pool:
            for task, counts in zip(tasks, pool.map(extract_archive, tasks), strict=True):
                told.update(
                    responses=counts.responses,
                    articles=counts.articles,
                    dropped=counts.dropped,
                    unreadable=counts.unreadable,
                    corrupt_records=len(counts.corrupt),
                )
                for offset, reason in counts.corrupt:
                    logger.warning("record skipped site=%s day=%s file=%s offset=%d reason=%s", task.site, day, task.warc, offset, reason)
    return {"archives": len(tasks), **told, "folder": str(world.articles(day))}


def _watched_titles(world: World, day: date) -> tuple[str, ...]:
    """All titles of the works on record, those that live sources know included."""
    return tuple(sorted({title for show in load_book(world, day).shows.values() for title in show.titles}))


def _archive_tasks(world: World, day: date, titles: tuple[str, ...]) -> list[ArchiveTask]:
    from pipeline.archive_pages import ArchiveTask  # noqa: PLC0415

    tasks = []
    for slug in load_sites_of(world):
        for result in list_results(world.archive(day), slug):
            if result.warc is not None:
                target = world.articles(day) / f"{slug}-{result.attempt}.parquet"
                tasks.append(ArchiveTask(result.warc, slug, day, result.attempt, target, titles))
    return tasks


def load(world: World, day: date) -> dict[str, Any]:
    """Takes the day's pages and crawl results into the warehouse, then tells the crawler what is known."""
    from pipeline.warehouse.crawl_state import write_state  # noqa: PLC0415
    from pipeline.warehouse.load import load_day  # noqa: PLC0415
    from pipeline.warehouse.load import load_sites as take_sites  # noqa: PLC0415
    from pipeline.warehouse.store import open_writer  # noqa: PLC0415

    sites = load_sites_of(world)
    runs = [asdict(r) for slug in sites for r in list_results(world.archive(day), slug)]
    with open_writer(world) as wh:
        take_sites(wh, [_declare(site) for site in sites.values()])
        counts = load_day(wh, day, runs, world.articles(day))
        write_state(wh, world)
    return dict(counts)


def _declare(site: Site) -> dict[str, Any]:
    bounds = site.healthy.articles
    return {
        "site": site.slug, "name": site.name, "home": site.home, "language": site.language, "kind": site.kind, "why": site.why,
        "retired": site.retired, "articles_min": bounds.min, "articles_max": bounds.max,
    }  # fmt: skip


@collect_rarely()
def detect(world: World, day: date) -> dict[str, Any]:
    """Tells new from changed from gone, marks copies and gathers them into origins."""
    from pipeline.detect import detect_day  # noqa: PLC0415
    from pipeline.warehouse.store import open_writer  # noqa: PLC0415

    with open_writer(world) as wh:
        return dict(detect_day(wh, day, load_book(world, day)))


# --- score, check, publish --------------------------------------------------------------------------------------------


@collect_rarely()
def score(world: World, day: date) -> dict[str, Any]:
    """Reads, judges and scores the day's new versions, and old ones that a changed record, a quarantine or another checker touches.

    A field of a record that contradicts several sites which are otherwise right is taken out of service until an editor has looked.
    """
    from pipeline.checker import Checker  # noqa: PLC0415
    from pipeline.warehouse.aliases import tell_aliases  # noqa: PLC0415
    from pipeline.warehouse.beliefs import weigh_statements  # noqa: PLC0415
    from pipeline.warehouse.independence import Kinship  # noqa: PLC0415
    from pipeline.warehouse.journal import merge_journal  # noqa: PLC0415
    from pipeline.warehouse.peculiar import mark_peculiar  # noqa: PLC0415
    from pipeline.warehouse.radar import watch_radar  # noqa: PLC0415
    from pipeline.warehouse.record import pending_versions, read_versions, record_reports  # noqa: PLC0415
    from pipeline.warehouse.records import load_records  # noqa: PLC0415
    from pipeline.warehouse.rejudging import find_outdated, find_suspect_fields, list_quarantined  # noqa: PLC0415
    from pipeline.warehouse.store import open_writer  # noqa: PLC0415

    book = load_book(world, day)
    recorded_at = _recorded_at(world, day)
    told = Counter[str]()
    with open_writer(world) as wh:
        facts = load_records(wh, book, recorded_at)
        merge_journal(wh, world.journal)

        kinship = Kinship(wh, book)

        def judge_versions(versions: Iterator[tuple[str, str, Article]], reason: str | None) -> None:
            checker = Checker(book, quarantined=list_quarantined(wh))
            reports = (
                (version_id, checker.check(article, article.url or "", bar=kinship.bar_for(article_id, article)))
                for version_id, article_id, article in versions
            )
            told.update(record_reports(wh, day, reports, CHECKER_VERSION, book.version, recorded_at, reason=reason))

        judge_versions(pending_versions(wh, day, CHECKER_VERSION, book.version), None)
        for reason, versions in find_outdated(wh).items():
            judge_versions(read_versions(wh, versions), reason)
        suspects = find_suspect_fields(wh)
        if suspects:
            _quarantine(world, suspects, recorded_at)
            merge_journal(wh, world.journal)
            for versions in find_outdated(wh).values():
                judge_versions(read_versions(wh, versions), "quarantine")
        told.update(aliases=tell_aliases(wh))
        told.update(peculiar_names=mark_peculiar(wh, book), on_radar=watch_radar(wh, day, book), beliefs=weigh_statements(wh, book))
        told.update(_try_canaries(wh, book, day))
    return {**facts, **told, "quarantined": len(suspects)}


def _try_canaries(wh: Warehouse, book: RecordBook, day: date) -> dict[str, int]:
    """Runs the day's canaries in memory and keeps whether they were caught; what becomes of that is the checks' to say."""
    from pipeline.checker import Checker  # noqa: PLC0415
    from pipeline.evaluation.canaries import CANARIES, count_canaries, list_rows, run_canaries  # noqa: PLC0415
    from pipeline.warehouse.canaries import read_right_articles, record_canaries  # noqa: PLC0415
    from pipeline.warehouse.rejudging import list_quarantined  # noqa: PLC0415

    quarantined = list_quarantined(wh)
    right = [(version_id, article) for version_id, _, article in read_right_articles(wh, day, 3 * CANARIES)]
    results = run_canaries(Checker(book, quarantined=quarantined), right, day, quarantined) if right else []
    record_canaries(wh, day, list_rows(results), CHECKER_VERSION)
    return count_canaries(results)


def _quarantine(world: World, suspects: Iterable[SuspectField], at: datetime) -> None:
    """Takes fields out of service by an act in the journal, where an editor finds and can lift it."""
    for s in suspects:
        reason = f"contradicts {s.sites} sites of {s.origins} origins that are otherwise right; an editor has to look"
        logger.warning("quarantine show=%s property=%s reason=%s", s.show_slug, s.property, reason)
        after = at + timedelta(microseconds=1)  # later than the check that it makes outdated
        write_act(world, "record_wrong", AUTOMATIC, {"show": s.show_slug, "property": s.property, "reason": reason}, after)


def _recorded_at(world: World, day: date) -> datetime:
    """When a verdict is recorded: now; on the newsstand its own clock's next morning, so that a week can be run again to the same rows."""
    if not world.is_live:
        return datetime.combine(day + timedelta(days=1), time(5, tzinfo=UTC))
    return datetime.now(UTC)


def check(world: World, day: date) -> dict[str, Any]:
    """Runs the data checks. Raises CheckFailedError, naming each check and its first rows, when one that must hold does not."""
    from pipeline.warehouse.checks import require_passed, run_checks  # noqa: PLC0415
    from pipeline.warehouse.store import open_writer  # noqa: PLC0415

    with open_writer(world) as wh:
        results = run_checks(wh, day)
    warned = [r for r in results if r.severity == "warn" and not r.passed]
    for r in warned:
        logger.warning("check day=%s name=%s rows=%d question=%s first=%s", day, r.name, r.offending, r.question, r.sample[:1])
    require_passed(results)
    return {"checks": len(results), "warnings": len(warned), "warned": [r.name for r in warned]}


def publish(world: World, day: date) -> dict[str, Any]:
    """Publishes a new snapshot and its Parquet files; readers of the old one are not disturbed."""
    from pipeline.warehouse.snapshot import publish as publish_snapshot  # noqa: PLC0415
    from pipeline.warehouse.store import open_writer  # noqa: PLC0415

    with open_writer(world) as wh:
        path = publish_snapshot(wh, world, day)
    return {"snapshot": str(path)}


# --- the week ---------------------------------------------------------------------------------------------------------


def newest_day(world: World) -> date:
    """Newest day of the snapshot. Raises BadInputError without a snapshot."""
    from pipeline.warehouse.store import open_reader  # noqa: PLC0415

    with open_reader(world.snapshot) as wh:
        row = wh.db.execute("SELECT max(day) FROM site_health").fetchone()
    if not row or row[0] is None:
        raise BadInputError(f"{world.snapshot} holds no day yet: run `reelcheck nightly` first")
    newest: date = row[0]
    return newest


def newest_week(world: World) -> date:
    """Monday of the newest week that the snapshot holds days of. Raises BadInputError without a snapshot."""
    return monday_of(newest_day(world))


def compose(world: World, monday: date) -> dict[str, Any]:
    """Composes and freezes the week's issue, or renders the frozen one again."""
    from reports.digest import build_digest  # noqa: PLC0415

    made = build_digest(world, monday)
    return {"folder": str(made.folder), "html": str(made.html), "text": str(made.text), "items": len(made.items)}


def release(world: World, monday: date) -> dict[str, Any]:
    """Puts the week's issue where readers find it, and what it printed on record: analysts find it in the snapshot."""
    from pipeline.warehouse.journal import merge_journal  # noqa: PLC0415
    from pipeline.warehouse.snapshot import publish as publish_snapshot  # noqa: PLC0415
    from pipeline.warehouse.store import open_writer  # noqa: PLC0415
    from reports.release import release_issue  # noqa: PLC0415

    at = None if world.is_live else datetime.combine(monday + timedelta(days=7), time(7, tzinfo=UTC))
    page = release_issue(world, monday, at=at)
    day = newest_day(world)
    with open_writer(world) as wh:
        merge_journal(wh, world.journal)
        publish_snapshot(wh, world, day)
    return {"page": str(page)}


def mail(world: World, monday: date, connection: str | None) -> dict[str, Any]:
    """Mails the issue to its readers, each at most once. ``connection``: an SMTP URI; None mails nothing and says so."""
    from reports.mail import mail_issue  # noqa: PLC0415

    if connection is None:
        logger.warning("mail week=%s skipped: no connection smtp_default", monday)
        return {"sent": 0, "skipped": "no connection smtp_default"}
    return dict(mail_issue(world, monday, connection))


# --- records ----------------------------------------------------------------------------------------------------------


def refresh_records(world: World, day: date) -> dict[str, Any]:
    """Asks the live sources about the works that are due, then takes curated and live facts into the warehouse."""
    return {**ask_live_sources(world, day), **take_in_records(world, day)}


def ask_live_sources(world: World, day: date) -> dict[str, Any]:
    """Asks about works whose ids an editor confirmed: weekly, nightly around a premiere. A source that is down is named, and no error."""
    if not world.is_live:
        return {"skipped": f"the {world.name} world has no live sources"}
    from pipeline.records.live.night import ask_due_sources  # noqa: PLC0415
    from pipeline.records.loader import load_records as load_record_book  # noqa: PLC0415

    return ask_due_sources(world.root, load_record_book(), day)


def take_in_records(world: World, day: date) -> dict[str, Any]:
    """Brings the warehouse's facts to the day's book; what changed is superseded, nothing is overwritten."""
    from pipeline.warehouse.records import load_records  # noqa: PLC0415
    from pipeline.warehouse.store import open_writer  # noqa: PLC0415

    with open_writer(world) as wh:
        return dict(load_records(wh, load_book(world, day), _recorded_at(world, day)))


def load_book(world: World, day: date) -> RecordBook:
    """What articles are judged by: the curated records with the live statements known when a verdict on that day is recorded.

    A past day that is run again is judged by what is known now, as it is by the curated files that lie there now.
    """
    from pipeline.records.loader import load_records as load_record_book  # noqa: PLC0415
    from pipeline.records.merging import load_merged  # noqa: PLC0415

    return load_merged(load_record_book(), world.root, _recorded_at(world, day).date())
