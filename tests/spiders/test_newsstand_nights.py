"""Nights on the newsstand, with the state written as the load step writes it: only what is new or has its turn is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

import spiders
from pipeline.settings import World
from spiders.archive import read_archive, read_baseline
from spiders.crawl import crawl_site, state_path
from spiders.newsstand.server import Serving, serve
from spiders.site import Site, load_sites
from spiders.state import KnownPage, read_state, write_state
from spiders.tally import CrawlResult

SITES = load_sites(Path(spiders.__file__).parent / "newsstand" / "sites")
MONDAY = date(2026, 11, 16)
SLUGS = ("marquee-ledger", "glowreel", "film-postscript")


@pytest.fixture(scope="module")
def newsstand() -> Iterator[Serving]:
    with serve(at(MONDAY)) as serving:
        yield serving


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 23, 30, tzinfo=UTC)


def night(site: Site, day: date, world: World, newsstand: Serving, **options: bool) -> CrawlResult:
    newsstand.set_clock(at(day))
    return crawl_site(site, day, world, now=at(day), proxy=newsstand.proxy_url, settings={"PACE_FACTOR": 0.01}, **options)


def load(site: Site, world: World, result: CrawlResult) -> None:
    """What the load step does for the crawler: every answer becomes a known page."""
    known = dict(read_state(state_path(world, site)))
    assert result.warc is not None
    for answer in read_archive(result.warc):
        url = answer.found.asked or answer.url
        old = known.get(url)
        if answer.found.role in ("robots", "policy") or answer.status in (301, 302):
            continue
        known[url] = KnownPage(
            url,
            first_seen=old.first_seen if old else result.day,
            last_seen=result.day if answer.status in (200, 304) or old is None else old.last_seen,
            article_id=f"article:{url}" if answer.found.role == "article" else None,
            etag=answer.headers.get("etag") or (old.etag if old else None),
            last_modified=answer.headers.get("last-modified") or (old.last_modified if old else None),
            status=answer.status,
        )
    for url in read_baseline(result.warc):
        known.setdefault(url, KnownPage(url, result.day, result.day, baseline=True))
    write_state(state_path(world, site), known)


def test_three_nights(newsstand: Serving, tmp_path: Path) -> None:
    world = World("newsstand", tmp_path)
    for slug in SLUGS[:2]:
        site = SITES[slug]
        results = []
        for back in range(3):
            results.append(night(site, MONDAY + timedelta(days=back), world, newsstand))
            load(site, world, results[-1])
        assert [result.outcome for result in results] == ["ok"] * 3
        first, second, third = (result.counts for result in results)
        assert first.fetched > 0
        # The first night's pages have their turn on the second (1 day) and third (2 days): unchanged ones answer 304.
        assert second.not_modified > 0 and third.not_modified > 0
        asked = {answer.url for result in results[1:2] if result.warc for answer in read_archive(result.warc)}
        assert len(asked) >= second.fetched + second.not_modified


def test_an_unchanged_day_run_again_asks_for_no_article_and_hears_304_from_the_feeds(newsstand: Serving, tmp_path: Path) -> None:
    world = World("newsstand", tmp_path)
    whole: list[str] = []
    for slug in SLUGS:
        load(SITES[slug], world, night(SITES[slug], MONDAY, world, newsstand))
        repeat = night(SITES[slug], MONDAY, world, newsstand, again=True)
        assert repeat.attempt == 2 and repeat.warc is not None
        answers = [a for a in read_archive(repeat.warc) if a.found.role not in ("robots", "policy")]
        assert not any(a.found.role == "article" for a in answers)
        whole += [a.url for a in answers if a.status != 304]
    assert whole in ([], ["http://film-postscript.example/archive/"])  # a page with no validators to ask with


def test_a_site_that_is_down_is_unreachable_and_back_the_next_night(newsstand: Serving, tmp_path: Path) -> None:
    world, site = World("newsstand", tmp_path), SITES["county-courier"]
    down = night(site, date(2026, 11, 18), world, newsstand)
    assert (down.outcome, down.cause, down.counts.fetched) == ("failed", "unreachable", 0)
    assert night(site, date(2026, 11, 19), world, newsstand).outcome == "ok"
