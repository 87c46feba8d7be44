"""A hostile server against the real client: every case ends in its named cause, within its bound, and spoils nothing else."""

from __future__ import annotations

import contextlib
import gzip
import io
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any

import brotli
import pytest

from pipeline.settings import World
from spiders.crawl import crawl_site
from spiders.tally import CrawlResult
from tests.spiders.conftest import DAY, FAST, HOME, NOW, answers, make_site, pages
from tests.spiders.web import Asked, Raw, Reply, Route, Web, open_web, rss, sitemap

Crawl = Callable[..., CrawlResult]
TODAY = "Wed, 18 Nov 2026 08:00:00 GMT"
BAD = f"{HOME}bad"
SMALL = {"DOWNLOAD_MAXSIZE": 1_000_000, "DOWNLOAD_TIMEOUT": 2, "BACK_OFF": 0.1}
BOUND = 30.0  # seconds for any of these sites; most take two


def head(**headers: str) -> bytes:
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n{lines}\r\n".encode()


def forever(connection: socket.socket, first: bytes, again: bytes, pause: float = 0) -> None:
    """Send until the client hangs up."""
    with contextlib.suppress(OSError):
        connection.sendall(first)
        for _ in range(2_000_000):
            connection.sendall(again)
            if pause:
                time.sleep(pause)


def zip_bomb(size: int) -> bytes:
    out = io.BytesIO()
    with gzip.GzipFile(fileobj=out, mode="wb") as zipped:
        for _ in range(size // 1_000_000):
            zipped.write(b"\0" * 1_000_000)
    return out.getvalue()


def page(body: bytes, **headers: str) -> Reply:
    return Reply(body, headers={"Content-Type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}})


def run_short(connection: socket.socket) -> None:
    connection.sendall(head(Content_Length="500") + b"<p>only this")


def sends(first: bytes, again: bytes, pause: float = 0) -> Raw:
    return lambda connection: forever(connection, first, again, pause)


LONG = b"<p>and an answer that nobody asked for\r\n\r\n" * 100
# What is wrong with the page, and the name that it must get (None: it is read).
PAGES: dict[str, tuple[Route, str | None]] = {
    "bomb": (page(zip_bomb(200_000_000), Content_Encoding="gzip"), "too large when unpacked"),
    "bomb-in-bomb": (page(gzip.compress(zip_bomb(200_000_000)), Content_Encoding="gzip, gzip"), "too large when unpacked"),
    "deflate-bomb": (page(zlib.compress(b"\0" * 100_000_000), Content_Encoding="deflate"), "too large when unpacked"),
    "brotli-bomb": (page(brotli.compress(b"\0" * 100_000_000, quality=1), Content_Encoding="br"), "too large when unpacked"),
    "many-layers": (page(b"x", Content_Encoding=", ".join(["gzip"] * 2_000)), "broken content encoding"),
    "not-gzip": (page(b"<p>plain", Content_Encoding="gzip"), "broken content encoding"),
    "half-gzip": (page(gzip.compress(b"<p>" * 9_000)[:-30], Content_Encoding="gzip"), "broken content encoding"),
    "two-gzips": (page(gzip.compress(b"<p>one") + gzip.compress(b" and two") + b"\0\0", Content_Encoding="gzip"), None),
    "stated-length": (sends(head(Content_Length=str(10**12)), b"x" * 65_536), "too large"),
    "endless-body": (sends(head(Connection="close"), b"x" * 65_536), "too large"),
    "endless-chunks": (sends(head(Transfer_Encoding="chunked"), b"ffff\r\n" + b"x" * 65_535 + b"\r\n"), "too large"),
    "endless-chunk-line": (sends(head(Transfer_Encoding="chunked") + b"5;", b"x" * 65_536), "cut short"),
    "endless-trailer": (
        sends(head(Transfer_Encoding="chunked") + b"1\r\nx\r\n0\r\n", b"X-T: " + b"y" * 900 + b"\r\n"),
        "cut short",
    ),
    "negative-chunk": (lambda c: c.sendall(head(Transfer_Encoding="chunked") + b"-5\r\nhello\r\n"), "cut short"),
    "negative-length": (lambda c: c.sendall(head(Content_Length="-1") + b"<p>"), "connection failed"),
    "loris-in-body": (sends(head(Content_Length="100000"), b"x", 0.05), "timeout"),
    "loris-in-header": (sends(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n", 0.05), "timeout"),
    "silence": (lambda connection: time.sleep(6), "timeout"),
    "header-flood": (sends(b"HTTP/1.1 200 OK\r\n", b"X-Flood: " + b"y" * 1_000 + b"\r\n"), "connection failed"),
    "endless-header-line": (sends(b"HTTP/1.1 200 OK\r\nX-Long: ", b"y" * 65_536), "connection failed"),
    "endless-interim": (sends(b"", b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" * 100), "connection failed"),
    "shorter-than-stated": (run_short, "cut short"),
    "longer-than-stated": (lambda c: c.sendall(head(Content_Length="3") + LONG), None),
    "two-lengths": (lambda c: c.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 900\r\n\r\n<p>"), "connection failed"),
    "nonsense": (lambda c: c.sendall(b"\x00\xff nonsense\r\n\r\n"), "connection failed"),
    "redirect-loop": (Reply(b"", 302, {"Location": "/redirect-loop-2"}), "redirect loop"),
    "redirect-new": (Reply(b"", 302, {"Location": "/new/"}), "redirect loop"),
    "redirect-file": (Reply(b"", 302, {"Location": "file:///etc/passwd"}), None),
    "redirect-user": (Reply(b"", 302, {"Location": "http://u:p@film.example/"}), "is no plain web address"),
    "redirect-nowhere": (Reply(b"", 302, {"Location": "http://"}), "redirect loop"),
    "redirect-private": (Reply(b"", 302, {"Location": "http://169.254.169.254/latest/meta-data/"}), "redirects to another host"),
    "deep": (page(b"<div>" * 100_000), None),
    "good": (page(b"<p>good</p>"), None),
}


@pytest.fixture(scope="module")
def bazaar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[CrawlResult, Web, float]]:
    """One crawl of a site where nearly every page is hostile."""
    with open_web() as web:
        web.page(f"{HOME}feed", rss(*((HOME + name, name, TODAY) for name in PAGES)), "application/rss+xml")
        for name, (route, _) in PAGES.items():
            web.routes[HOME + name] = route
            if not isinstance(route, Reply):
                web.raw.add(HOME + name)
        web.routes[f"{HOME}redirect-loop-2"] = Reply(b"", 302, {"Location": "/redirect-loop"})
        web.default = lambda asked: Reply(b"", 302, {"Location": f"{asked.url}x"}) if "/new/" in asked.url else Reply(b"", 404)
        started = time.monotonic()
        settings = {**FAST, **SMALL, "CONCURRENT_REQUESTS_PER_DOMAIN": 8}
        result = crawl_site(
            make_site(), DAY, World("newsstand", tmp_path_factory.mktemp("bazaar")), now=NOW, proxy=web.proxy, settings=settings
        )
        yield result, web, time.monotonic() - started


@pytest.mark.parametrize("name", PAGES)
def test_every_hostile_page_gets_its_name(bazaar: tuple[CrawlResult, Web, float], name: str) -> None:
    mine = [a for a in pages(bazaar[0]) if HOME + name in (a.url, a.found.asked)]
    problem = PAGES[name][1]
    if problem is None:
        assert [a.problem for a in mine] == [None]
    else:
        assert mine[-1].problem is not None and problem in mine[-1].problem
        assert not any(a.status == 200 and a.payload for a in mine)


def test_a_hostile_page_costs_its_bound_and_spoils_nothing_else(bazaar: tuple[CrawlResult, Web, float]) -> None:
    result, web, seconds = bazaar
    assert seconds < BOUND
    assert (result.outcome, result.counts.fetched) == ("ok", 4)
    assert {a.url: a.payload for a in pages(result)}[f"{HOME}two-gzips"] == b"<p>one and two"
    assert {a.url: a.payload for a in pages(result)}[f"{HOME}good"] == b"<p>good</p>"
    assert {a.url: a.payload for a in pages(result)}[f"{HOME}longer-than-stated"] == b"<p>"
    assert len(web.asked(f"{HOME}redirect-loop")) + len(web.asked(f"{HOME}redirect-loop-2")) == 6
    assert not any("169.254" in asked.url or "passwd" in asked.url for asked in web.log)


def test_the_nights_other_sites_do_not_notice(web: Web, world: World) -> None:
    """A site that answers nothing, one whose pages are bombs and one whose rules are dear, beside one that is well."""
    silent, bombs, dear, well = (f"http://{name}.example/" for name in ("silent", "bombs", "dear", "well"))
    web.hostile(f"{silent}robots.txt", lambda connection: time.sleep(20))
    for home in (bombs, dear, well):
        web.page(f"{home}feed", rss(*((f"{home}{'a' * 900}{n}", "T", TODAY) for n in range(4))))
        web.default = lambda asked: Reply(b"", 404) if ".txt" in asked.url or ".json" in asked.url else Reply(b"<p>x</p>", 200)
    for n in range(4):
        web.routes[f"{bombs}{'a' * 900}{n}"] = PAGES["bomb"][0]
    web.page(f"{dear}robots.txt", "User-agent: *\n" + "Disallow: /" + "*a" * 200 + "*b$\n", "text/plain")
    web.page(f"{dear}.well-known/tdmrep.json", '[{"location": "/' + "*a" * 200 + '*b", "tdm-reservation": 1}]', "application/json")
    sites = [make_site({"feed": f"{home}feed"}, slug=home[7:-9], home=home) for home in (silent, bombs, dear, well)]
    started = time.monotonic()
    with ThreadPoolExecutor(4) as pool:
        settings = {**FAST, **SMALL}
        told = list(pool.map(lambda site: crawl_site(site, DAY, world, now=NOW, proxy=web.proxy, settings=settings), sites))
    assert time.monotonic() - started < BOUND
    assert [(r.outcome, r.cause, r.counts.fetched) for r in told] == [
        ("failed", "unreachable", 0), ("failed", "unreachable", 0), ("ok", None, 4), ("ok", None, 4)
    ]  # fmt: skip
    assert told[1].problems == {"too large when unpacked": 4}


def test_an_endless_calendar(web: Web, crawl: Crawl) -> None:
    """Pages that link to ever more pages: links of articles are not followed, and a listing is asked for once."""

    def month(asked: Asked) -> Reply:
        number = int(asked.url.rsplit("-", 1)[-1]) if "-" in asked.url else 0
        return Reply(
            "".join(f'<h2><a href="/cal-{number + n}">x</a></h2>' for n in range(1, 60)).encode(), 200, {"Content-Type": "text/html"}
        )

    web.default = lambda asked: month(asked) if "/cal" in asked.url else Reply(b"", 404)
    result = crawl(make_site({"listing": f"{HOME}cal"}), settings={**SMALL, "MAX_PAGES": 25})
    assert (result.counts.fetched, result.counts.left) == (25, 34)
    assert len(web.log) < 32


def test_a_session_id_loop(web: Web, crawl: Crawl) -> None:
    """The same three pages under ever new session ids are three pages."""
    numbers = count()
    links = "".join(f'<h2><a href="/{page};jsessionid=%d?PHPSESSID=%d">x</a></h2>' for page in "abc" for _ in range(50))
    fill: Callable[[], str] = lambda: links % tuple(next(numbers) for _ in range(links.count("%d")))  # noqa: E731
    web.routes[f"{HOME}list"] = lambda asked: Reply(fill().encode(), 200, {"Content-Type": "text/html"})
    for page in "abc":
        web.page(f"{HOME}{page}", f"<p>{page}</p>")
    result = crawl(make_site({"listing": f"{HOME}list"}))
    assert (result.counts.fetched, result.counts.announced) == (3, 3)


def test_a_listing_with_more_links_than_pages_exist(web: Web, crawl: Crawl) -> None:
    body = "".join(f'<h2><a href="/{n}">x</a></h2>' for n in range(50_000))
    web.page(f"{HOME}list", body)
    result = crawl(make_site({"listing": f"{HOME}list"}), settings={"MAX_PAGES": 3, "DOWNLOAD_MAXSIZE": 10_000_000})
    assert (result.counts.announced, result.counts.gone) == (2_000, 3)


BOMB = b'<!DOCTYPE rss [<!ENTITY a "lol">' + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)) + b"]>"


def test_entity_and_zip_bombs_in_feeds_and_sitemaps(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", BOMB + b"<rss version='2.0'><channel><title>&j;</title></channel></rss>")
    web.page(f"{HOME}map", BOMB + b"<urlset><url><loc>&j;</loc></url></urlset>")
    web.page(f"{HOME}zip", gzip.compress(b" " * 60_000_000))
    web.page(f"{HOME}nil", zip_bomb(60_000_000))
    started = time.monotonic()
    result = crawl(make_site({"feed": f"{HOME}feed"}, *({"sitemap": HOME + name} for name in ("map", "zip", "nil"))))
    assert (result.outcome, result.cause) == ("failed", "feed gone")
    assert ["entities" in str(a.problem) or "unzips" in str(a.problem) for a in result.answers] == [True] * 4
    assert time.monotonic() - started < BOUND


def test_a_feed_with_a_million_items(web: Web, crawl: Crawl) -> None:
    row = b"<item><link>http://film.example/1</link></item>"
    web.page(f"{HOME}feed", b"<rss version='2.0'><channel>" + row * 1_000_000 + b"</channel></rss>", "application/rss+xml")
    result = crawl()
    assert (result.outcome, result.cause, result.problems) == ("failed", "feed gone", {"too large": 1})


def test_a_sitemap_index_without_end(web: Web, crawl: Crawl) -> None:
    numbers = count()

    def index(asked: Asked) -> Reply:
        rows = "".join(f"<sitemap><loc>{HOME}map{next(numbers)}.xml</loc></sitemap>" for _ in range(100))
        return Reply(f"<sitemapindex>{rows}</sitemapindex>".encode())

    web.default = lambda asked: index(asked) if "/map" in asked.url else Reply(b"", 404)
    result = crawl(make_site({"sitemap": f"{HOME}map.xml"}), settings={"MAX_SITEMAPS": 12})
    assert sum("/map" in asked.url for asked in web.log) == 12
    assert result.cause == "empty"


def test_a_listing_nested_very_deep(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}list", b"<div>" * 100_000 + b"<h2><a href='/x'>x</a></h2>")
    assert crawl(make_site({"listing": f"{HOME}list"})).outcome == "ok"


def test_a_robots_file_without_end(web: Web, crawl: Crawl) -> None:
    """What comes before the cap is not obeyed in part: a robots.txt that cannot be read counts as unreachable, and nothing is fetched."""
    web.hostile(f"{HOME}robots.txt", lambda c: forever(c, head(), b"Disallow: /x\r\n" * 5_000))
    result = crawl(settings=SMALL)
    assert (result.outcome, result.cause) == ("failed", "unreachable")


def test_robots_rules_that_are_dear_to_match(web: Web, crawl: Crawl) -> None:
    rules = "User-agent: *\n" + "Disallow: /" + "*a" * 60 + "*b$\n" * 3
    web.page(f"{HOME}robots.txt", rules, "text/plain")
    web.page(f"{HOME}{'a' * 300}", "<p>")
    web.page(f"{HOME}feed", rss((f"{HOME}{'a' * 300}", "A", TODAY)))
    started = time.monotonic()
    assert crawl().counts.fetched + crawl().counts.skipped_by_robots == 1
    assert time.monotonic() - started < BOUND


def test_a_crawl_delay_of_a_year(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}robots.txt", "User-agent: *\nCrawl-delay: 31536000", "text/plain")
    result = crawl()
    assert (result.outcome, result.cause) == ("failed", "slow")


def test_a_site_that_eats_the_nights_time(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss(*((f"{HOME}{n}", "T", TODAY) for n in range(200))))

    def slowly(asked: Asked) -> Reply:
        time.sleep(0.4 if asked.url[-1].isdigit() else 0)
        return Reply(b"<p>x</p>", 200, {"Content-Type": "text/html"}) if asked.url[-1].isdigit() else Reply(b"", 404)

    web.default = slowly
    result = crawl(settings={"CRAWL_SECONDS": 3})
    assert (result.outcome, result.cause) == ("ok", "slow")
    assert 0 < result.counts.fetched < 200
    assert len(pages(result)) >= result.counts.fetched


def test_addresses_that_are_too_long_are_not_asked_for(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}sitemap.xml", sitemap((f"{HOME}{'a' * 5_000}", "2026-11-18"), (f"{HOME}b", "2026-11-18")))
    assert crawl(make_site({"sitemap": f"{HOME}sitemap.xml"})).counts.announced == 1


def test_markup_in_titles_and_headers_stays_data(web: Web, crawl: Crawl) -> None:
    title = "&lt;script&gt;alert(1)&lt;/script&gt; \u202e"
    web.page(f"{HOME}feed", rss((BAD, title, TODAY)))
    web.page(BAD, "<p>x</p>", X_Odd="é\x7f<b>")
    result: Any = crawl()
    (page,) = pages(result)
    assert page.found.title is not None and "script" in page.found.title
    assert len(answers(result)) == 4
