"""The crawler can be pointed nowhere it shouldn't go: crawls without a proxy, whose names a test resolver answers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from pipeline.settings import World
from spiders.crawl import crawl_site
from spiders.tally import CrawlResult
from tests.spiders.conftest import DAY, NOW, make_site, pages
from tests.spiders.web import Reply, Web, open_web, rss

TODAY = "Wed, 18 Nov 2026 08:00:00 GMT"
RESOLVER = {"TWISTED_DNS_RESOLVER": "tests.spiders.resolver.LoopbackResolver", "BACK_OFF": 0.05, "RETRY_TIMES": 1, "DOWNLOAD_TIMEOUT": 3}


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


def test_a_host_with_only_an_ipv6_address_is_crawled(direct: Callable[..., CrawlResult]) -> None:
    """``both.example`` answers on IPv4 alone: the connection that IPv6 refuses is made again over IPv4."""
    with open_web("::1") as six:
        six.page(f"http://six.example:{six.port}/page", "<p>six</p>")
        result = direct(f"http://six.example:{six.port}/page", "http://both.example:{port}/good", hosts=["six.example", "both.example"])
        answers = {page.url: page for page in pages(result)}
        assert answers[f"http://six.example:{six.port}/page"].payload == b"<p>six</p>"
        assert [asked.headers["host"] for asked in six.log] == [f"six.example:{six.port}"] * 2
    assert result.problems == {} and result.counts.gone == 1


def test_names_with_a_private_address_of_either_kind_are_refused(web: Web, direct: Callable[..., CrawlResult]) -> None:
    hosts = ["private-six.example", "mapped.example", "mixed.example", "private-four.example"]
    with open_web("::1") as six:
        leads = [f"http://{host}:{port}/secret" for host in hosts for port in (web.port, six.port)]
        literals = [f"http://[{host}]:{six.port}/secret" for host in ("::1", "::ffff:7f00:1", "64:ff9b::7f00:1", "fd00::1", "fe80::1")]
        result = direct("{home}good", *leads, *literals, hosts=[*hosts, "::1", "::ffff:7f00:1", "64:ff9b::7f00:1", "fd00::1", "fe80::1"])
        assert six.log == []
    assert [page.url for page in pages(result) if page.status == 200 and "film.example" not in page.url] == []
    assert {asked.headers["host"] for asked in web.log} == {f"film.example:{web.port}"}
    assert result.counts.fetched == 1
    assert result.counts.errors + result.counts.skipped_by_robots == len(leads) + len(literals)


def test_a_name_without_an_address_is_no_such_host(direct: Callable[..., CrawlResult]) -> None:
    result = direct("{home}good", "http://none.example/x", hosts=["none.example"])
    assert result.counts.fetched == 1
    assert result.counts.errors + result.counts.skipped_by_robots == 1


def test_a_name_server_that_does_not_answer_is_a_timeout(direct: Callable[..., CrawlResult]) -> None:
    result = direct("{home}good", "http://mute.example/x", hosts=["mute.example"])
    assert result.counts.fetched == 1
    assert result.counts.errors + result.counts.skipped_by_robots == 1
    assert (result.finished_at - result.started_at).total_seconds() < 20


def test_no_proxy_of_the_environment_is_used(web: Web, direct: Callable[..., CrawlResult], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    assert direct("{home}good").counts.fetched == 1
