"""A further attempt on the same day goes by the rules that the first one was told, and asks again only where there were none to be had."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from pipeline.settings import World
from spiders.crawl import crawl_site
from spiders.tally import CrawlResult
from tests.spiders.conftest import DAY, FAST, HOME, NOW, make_site
from tests.spiders.web import Reply, Web, rss

Crawl = Callable[..., CrawlResult]
TODAY = "Wed, 18 Nov 2026 08:00:00 GMT"
ROBOTS, POLICY = f"{HOME}robots.txt", f"{HOME}.well-known/tdmrep.json"


@pytest.fixture
def site(web: Web) -> Web:
    web.page(f"{HOME}feed", rss((f"{HOME}a", "A", TODAY), (f"{HOME}private/b", "B", TODAY), (f"{HOME}reserved/c", "C", TODAY)))
    for name in ("a", "private/b", "reserved/c"):
        web.page(HOME + name, "<p>x</p>")
    web.page(ROBOTS, "User-agent: *\nDisallow: /private/", "text/plain")
    web.page(POLICY, '[{"location": "/reserved/*", "tdm-reservation": 1}]', "application/json")
    return web


def test_the_second_attempt_obeys_without_asking(site: Web, crawl: Crawl) -> None:
    first, second = crawl(), crawl(again=True)
    assert [len(site.asked(url)) for url in (ROBOTS, POLICY)] == [1, 1]
    assert (second.counts.fetched, second.counts.not_kept, second.counts.skipped_by_robots) == (1, 1, 1)
    assert first.counts.requests == second.counts.requests + 2


def test_the_pace_that_robots_txt_asks_for_still_holds(site: Web, crawl: Crawl) -> None:
    site.page(ROBOTS, "User-agent: *\nCrawl-delay: 31536000", "text/plain")
    assert [crawl().cause, crawl(again=True).cause] == ["slow", "slow"]
    assert len(site.asked(ROBOTS)) == 1


@pytest.mark.parametrize("status", [503, 429])
def test_a_host_that_did_not_say_is_asked_again(site: Web, crawl: Crawl, status: int) -> None:
    site.routes[ROBOTS] = Reply(b"", status)
    assert crawl(settings={"RETRY_TIMES": 0}).cause == "unreachable"
    site.page(ROBOTS, "", "text/plain")
    assert crawl(again=True).counts.fetched == 2


def test_rules_hold_for_a_day(site: Web, world: World) -> None:
    def run(hours: int) -> CrawlResult:
        return crawl_site(make_site(), DAY, world, now=NOW - timedelta(hours=20 - hours), proxy=site.proxy, settings=FAST, again=True)

    run(1)
    site.page(ROBOTS, "User-agent: *\nDisallow: /", "text/plain")
    assert run(20).counts.fetched == 1
    assert run(26).counts.fetched == 0
    assert len(site.asked(ROBOTS)) == 2
