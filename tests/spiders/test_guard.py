"""The crawler can be pointed nowhere it shouldn't go: crawls without a proxy, whose names a test resolver answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.settings import World
from spiders.crawl import crawl_site
from spiders.tally import CrawlResult
from tests.spiders.conftest import DAY, NOW, make_site, pages
from tests.spiders.web import Reply, Web, rss

TODAY = "Wed, 18 Nov 2026 08:00:00 GMT"
RESOLVER = {"TWISTED_DNS_RESOLVER": "tests.spiders.resolver.LoopbackResolver", "BACK_OFF": 0.05, "RETRY_TIMES": 1}


@pytest.fixture
def direct(web: Web, world: World, monkeypatch: pytest.MonkeyPatch) -> Callable[..., CrawlResult]:
    """Crawl http://film.example:PORT/ with no proxy; its feed announces the given addresses."""
    monkeypatch.setenv("REELCHECK_CONTACT", "desk@film.example")

    def run(*urls: str, **site: Any) -> CrawlResult:
        port = web.proxy.rsplit(":", 1)[1]
        home = f"http://film.example:{port}/"
        web.page(f"{home}feed", rss(*((url.format(home=home, port=port), "T", TODAY) for url in urls)))
        web.page(f"{home}good", "<p>good</p>")
        told = make_site({"feed": f"{home}feed"}, home=home, **site)
        return crawl_site(told, DAY, world, now=NOW, settings=RESOLVER)

    return run


def test_a_public_host_is_crawled(direct: Callable[..., CrawlResult]) -> None:
    result = direct("{home}good")
    assert [(page.status, page.payload) for page in pages(result)] == [(200, b"<p>good</p>")]


def test_pages_and_redirects_to_private_addresses_are_refused(web: Web, direct: Callable[..., CrawlResult]) -> None:
    inner = ["inner.example", "127.0.0.1", "[::1]", "0x7f.1", "2130706433", "169.254.169.254"]
    port = web.proxy.rsplit(":", 1)[1]
    home = f"http://film.example:{port}/"
    for number, host in enumerate(inner):
        web.routes[f"{home}leads-in-{number}"] = Reply(b"", 302, {"Location": f"http://{host}:{port}/secret"})
    leads = [f"{{home}}leads-in-{number}" for number in range(len(inner))]
    result = direct("{home}good", *leads, *(f"http://{host}:{{port}}/secret" for host in inner), hosts=[h.strip("[]") for h in inner])
    assert [page.url for page in pages(result) if page.status == 200] == [f"{home}good"]
    assert {asked.headers["host"] for asked in web.log} == {f"film.example:{port}"}
    assert result.counts.errors + result.counts.skipped_by_robots == 2 * len(inner)


def test_a_name_that_is_bound_anew_between_two_requests_is_refused(web: Web, direct: Callable[..., CrawlResult]) -> None:
    """robots.txt of the host is answered from its first, public address; the page's own connection is checked again."""
    port = web.proxy.rsplit(":", 1)[1]
    web.routes[f"http://flip.example:{port}/robots.txt"] = Reply(b"", 404, {"Connection": "close"})
    web.page(f"http://flip.example:{port}/secret", "<p>secret</p>")
    direct("{home}good", "http://flip.example:{port}/secret", hosts=["flip.example"])
    assert [asked.url for asked in web.log if "flip" in asked.url] == [f"http://flip.example:{port}/robots.txt"]


def test_no_proxy_of_the_environment_is_used(web: Web, direct: Callable[..., CrawlResult], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert direct("{home}good").counts.fetched == 1
