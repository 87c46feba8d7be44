"""Single behaviours of the sites: refusals, redirects, slim editions, walls, charsets, markup."""

from __future__ import annotations

import re
import socket
from datetime import UTC, datetime
from urllib.parse import urlsplit

import feedparser
import httpx
import pytest
from lxml import html

from spiders.newsstand.answers import is_fresh
from spiders.newsstand.stand import Stand
from tests.newsstand.conftest import Reader

PAPER = "http://small-paper.example"
MONDAY, TUESDAY, THURSDAY, FRIDAY = (f"2026-11-{day}T12:00:00Z" for day in (16, 17, 19, 20))


def test_the_first_request_of_each_day_is_refused(small: Reader) -> None:
    for day in (3, 4):
        clock = {"X-Newsstand-Clock": f"2026-12-0{day}T12:00:00Z"}
        codes = [small.client.get(PAPER + path, headers=clock).status_code for path in ("/robots.txt", "/.well-known/x", "/", "/", "/feed")]
        assert codes == [200, 404, 429, 200, 200]
    refused = small.client.get(PAPER, headers={"X-Newsstand-Clock": "2026-12-05T12:00:00Z"})
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "7")


def test_star_bulletin_asks_for_two_seconds(week: Reader) -> None:
    refused = week.client.get("http://star-bulletin.example/feed.xml", headers={"X-Newsstand-Clock": "2026-12-24T12:00:00Z"})
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "2")


@pytest.mark.parametrize("path", ["/", "/robots.txt", "/feed", "/2026/harbour/", "/nothing"])
def test_a_site_is_down_for_a_whole_day(small: Reader, path: str) -> None:
    codes = [small.get(PAPER + path, f"2026-11-{at}Z").status_code for at in ("18T23:59:59", "19T00:00:00", "19T23:59:59", "20T00:00:00")]
    up = 404 if path == "/nothing" else 200
    assert codes == [up, 503, 503, up]


def test_the_courier_is_down_on_wednesday_only(week: Reader, stands: dict[str, Stand]) -> None:
    urls = [stands["county-courier"].home, stands["county-courier"].articles[0].url]
    assert [week.get(u, "2026-11-18T12:00:00Z").status_code for u in urls] == [503, 503]
    assert [week.get(u, "2026-11-19T12:00:00Z").status_code for u in urls] == [200, 200]


def test_old_addresses_and_missing_slashes_redirect(small: Reader) -> None:
    for path in ("/old/harbour.html", "/2026/harbour"):
        moved = small.get(PAPER + path, FRIDAY)
        assert (moved.status_code, moved.headers["location"]) == (301, f"{PAPER}/2026/harbour/")


def test_the_couriers_old_addresses_redirect(week: Reader, stands: dict[str, Stand]) -> None:
    moved = {a.first.old_path: a.url for a in stands["county-courier"].articles if a.first.old_path}
    feed = week.get("http://county-courier.example/feed/").text
    assert moved
    assert all(f"<link>http://county-courier.example{old}</link>" in feed for old in moved)
    for old, new in moved.items():
        assert week.get(f"http://county-courier.example{old}").headers["location"] == new


def test_an_entry_of_the_feed_that_never_existed(small: Reader, week: Reader, stands: dict[str, Stand]) -> None:
    assert f"{PAPER}/never-was/" in small.get(PAPER + "/feed", FRIDAY).text
    assert small.get(PAPER + "/never-was/", FRIDAY).status_code == 404
    ghosts = [stand.home[:-1] + ghost.path for stand in stands.values() for ghost in stand.ghosts]
    assert [week.get(url).status_code for url in ghosts] == [404]


def test_a_removed_article_stands_in_a_real_feed(week: Reader, stands: dict[str, Stand]) -> None:
    codes = {}
    for stand in stands.values():
        if feed := stand.offer("rss", "atom"):
            entries = feedparser.parse(week.get(stand.home[:-1] + feed.path).content).entries
            gone = {a.url for a in stand.articles if any(v.gone for v in a.versions)}
            codes |= {e.link: week.get(e.link).status_code for e in entries if urlsplit(e.link)._replace(query="").geturl() in gone}
    assert codes and set(codes.values()) == {410}


def test_a_slim_edition_names_the_first_as_canonical(small: Reader) -> None:
    first, slim = small.get(PAPER + "/2026/harbour/", FRIDAY), small.get(PAPER + "/2026/harbour/amp/", FRIDAY)
    assert html.fromstring(first.text).xpath("//link[@rel='amphtml']/@href") == [f"{PAPER}/2026/harbour/amp/"]
    assert html.fromstring(slim.text).xpath("//link[@rel='canonical']/@href") == [f"{PAPER}/2026/harbour/"]
    assert slim.headers["etag"] == first.headers["etag"]
    assert "harbour town" in slim.text


def test_a_wall_lets_two_blocks_through(small: Reader) -> None:
    page = small.get(PAPER + "/2026/walled/", MONDAY).text
    assert "Second block." in page and "Third block" not in page
    assert '"isAccessibleForFree": false' in page


def test_noarchive_is_said_in_page_and_header(small: Reader) -> None:
    page = small.get(PAPER + "/2026/withdrawn", MONDAY)
    assert page.headers["x-robots-tag"] == "noindex, noarchive"
    assert html.fromstring(page.text).xpath("//meta[@name='robots']/@content") == ["noindex, noarchive"]
    assert "x-robots-tag" not in small.get(PAPER + "/2026/walled/", MONDAY).headers


def test_keys_for_tests_are_not_served(small: Reader) -> None:
    texts = [
        small.get(PAPER + path, TUESDAY).text for path in ("/", "/feed", "/2026/harbour/", "/2026/harbour/amp/", "/archive/", "/news.xml")
    ]
    assert not re.search("(?i)zz-|falsehood|unreliable", " ".join(texts))


def test_markup_in_titles_is_text(small: Reader) -> None:
    title = "Harbour & Light: where <it> was filmed"
    page = html.fromstring(small.get(PAPER + "/2026/harbour/", TUESDAY).text)
    assert page.xpath("string(//h1)") == title
    assert b"where &lt;it&gt; was" in small.get(PAPER + "/feed", TUESDAY).content


def test_blocks_become_their_elements(small: Reader) -> None:
    page = html.fromstring(small.get(PAPER + "/2026/harbour/", TUESDAY).text)
    body = page.xpath("//div[@class='story-body']")[0]
    assert [h.text for h in body.xpath("./h2")] == ["Facts"]
    assert [(r.xpath("string(th)"), r.xpath("string(td)")) for r in body.xpath(".//tr")] == [
        ("Director", "Nobody At All"),
        ("Episodes", "4"),
    ]
    assert [li.text_content() for li in body.xpath("./ul/li")] == ["first", "second with a link"]
    assert body.xpath("string(./blockquote)").strip() == "We liked the light."
    assert body.xpath("./p/a/@href") == ["http://wirehouse.example/a"]
    assert "never said. This line" in body.xpath("string(./p[1])")


def test_charset_named_in_the_page_only(small: Reader) -> None:
    page = small.get("http://pequena-gaceta.example/nino", MONDAY)
    assert page.headers["content-type"] == "text/html"
    assert "La señal llegó tarde &#8212; «muy tarde».".encode("iso-8859-1") in page.content
    assert b'<meta charset="iso-8859-1">' in page.content
    assert html.fromstring(page.content).xpath("//link[@rel='canonical']/@href") == [f"{PAPER}/2026/harbour/"]


def test_couch_notes_says_utf8_and_is_not(week: Reader, stands: dict[str, Stand]) -> None:
    bodies = [week.get(a.url).content for a in stands["couch-notes"].articles]

    def is_utf8(body: bytes) -> bool:
        try:
            return bool(body.decode("utf-8"))
        except UnicodeDecodeError:
            return False

    assert not any(is_utf8(body) for body in bodies)


def test_archive_has_pages_and_an_end(small: Reader) -> None:
    pages = [small.get(f"{PAPER}/archive/{tail}", FRIDAY) for tail in ("", "page/2/", "page/3/")]
    assert [p.status_code for p in pages] == [200, 200, 404]
    assert [len(html.fromstring(p.text).xpath("//div[@class='teaser']")) for p in pages[:2]] == [5, 1]


def test_forbidden_doors_of_film_postscript_are_linked(week: Reader, stands: dict[str, Stand]) -> None:
    links = html.fromstring(week.get(stands["film-postscript"].articles[0].url).text).xpath("//a/@href")
    rules = week.get("http://film-postscript.example/robots.txt").text
    assert {"/members/lounge/", "/search"} <= set(links)
    assert "Disallow: /members/" in rules and "Disallow: /search" in rules


def test_requests_are_logged(small: Reader) -> None:
    small.get(PAPER + "/2026/walled/", MONDAY, user_agent="tester/1")
    entry = small.serving.read_log()[-1]
    assert entry == {
        "host": "small-paper.example",
        "path": "/2026/walled/",
        "status": 200,
        "clock": "2026-11-16T12:00:00+00:00",
        "agent": "tester/1",
    }


def test_host_header_works_as_well_as_the_proxy(small: Reader) -> None:
    url = small.serving.proxy_url + "/nino"
    page = httpx.get(url, headers={"host": "pequena-gaceta.example"}, trust_env=False)
    assert "La señal llegó".encode("iso-8859-1") in page.content


@pytest.mark.parametrize(
    "line", ["GET http://small-paper.example/archive/ HTTP/1.1", "HEAD http://small-paper.example/archive/?x=1 HTTP/1.1"]
)
def test_absolute_form_on_the_wire(small: Reader, line: str) -> None:
    small.get(f"{PAPER}/", FRIDAY)  # the first request of a day is refused, whichever test makes it
    address = urlsplit(small.serving.proxy_url)
    with socket.create_connection((address.hostname, address.port), timeout=5) as wire:
        wire.sendall(f"{line}\r\nHost: small-paper.example\r\nX-Newsstand-Clock: {FRIDAY}\r\nConnection: close\r\n\r\n".encode())
        got = b"".join(iter(lambda: wire.recv(65536), b""))
    head, _, body = got.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200")
    assert bool(body) == line.startswith("GET")


def test_strangers_and_other_methods(small: Reader) -> None:
    assert small.get("http://elsewhere.example/").status_code == 502
    assert small.client.post(PAPER + "/", content="x").status_code == 405


@pytest.mark.parametrize(
    ("headers", "fresh"),
    [
        ({}, False),
        ({"if-none-match": '"a"'}, True),
        ({"if-none-match": 'W/"a"'}, True),
        ({"if-none-match": '"b", W/"a"'}, True),
        ({"if-none-match": "*"}, True),
        ({"if-none-match": '"b"', "if-modified-since": "Tue, 17 Nov 2026 12:00:00 GMT"}, False),
        ({"if-modified-since": "Tue, 17 Nov 2026 12:00:00 GMT"}, True),
        ({"if-modified-since": "Tue, 17 Nov 2026 11:59:59 GMT"}, False),
        ({"if-modified-since": "some day"}, False),
    ],
)
def test_freshness(headers: dict[str, str], fresh: bool) -> None:
    assert is_fresh(headers, 'W/"a"', datetime(2026, 11, 17, 12, 0, 0, 5, tzinfo=UTC)) is fresh
