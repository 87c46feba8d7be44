"""Feeds, sitemaps, listings and WordPress lists as pure functions on bytes."""

from __future__ import annotations

import contextlib
import gzip
import json
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipeline.errors import SourceDownError
from spiders.addresses import is_public, normalise_url
from spiders.discovery import (
    MAX_FEED_ITEMS,
    MAX_SITEMAP_URLS,
    choose_children,
    parse_stamp,
    read_feed,
    read_listing,
    read_sitemap,
    read_wordpress,
)
from tests.spiders.web import rss, sitemap

FEED = "https://film.example/feed"
MAP = "https://film.example/sitemap.xml"
SHARED = Path(__file__).parents[3] / "shared" / "pages" / "feeds_sitemaps"


def test_a_feed_gives_address_title_and_date_in_utc() -> None:
    (item,) = read_feed(rss(("https://film.example/a?utm_medium=x", " Is it\n true? ", "Wed, 18 Nov 2026 08:00:00 +0200")).encode(), FEED)
    assert (item.url, item.title, item.found_by, item.found_at) == ("https://film.example/a", "Is it true?", "feed", FEED)
    assert (item.published, item.changed) == (datetime(2026, 11, 18, 6, tzinfo=UTC), None)


def test_an_atom_feed_gives_both_dates_and_relative_links() -> None:
    atom = """<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title>A</title><link rel="alternate" href="/a"/>
    <published>2026-11-17T10:00:00Z</published><updated>2026-11-18T10:00:00+01:00</updated></entry></feed>"""
    (item,) = read_feed(atom.encode(), FEED)
    assert item.url == "https://film.example/a"
    assert (item.published, item.changed) == (datetime(2026, 11, 17, 10, tzinfo=UTC), datetime(2026, 11, 18, 9, tzinfo=UTC))


def test_a_giant_feed_costs_no_more_than_a_long_one() -> None:
    row = "<item><title>T</title><link>https://film.example/{}</link></item>"
    body = f"<rss version='2.0'><channel>{''.join(row.format(n) for n in range(150_000))}</channel></rss>".encode()
    started = time.perf_counter()
    items = read_feed(body, FEED)
    assert len(items) == MAX_FEED_ITEMS and items[-1].url.endswith(f"/{MAX_FEED_ITEMS - 1}")
    assert time.perf_counter() - started < 3


ITEM = b"<item><link>http://film.example/1</link>"
RSS = b"<rss version='2.0'><channel>"
LONG = 3_000_000
# Each took the feed parser alone from ten seconds to hours.
SLOW_FEEDS = {
    "comments": b"<!---->" * 570 + b"x",
    "blanks before": b"\n" * LONG + RSS + ITEM,
    "blanks within": RSS + b"\n" * LONG + ITEM,
    "brackets": RSS + b"<" * LONG,
    "ampersands": RSS + b"<title>" + b"&" * LONG,
    "elements in elements": RSS + b"<a>" * 300_000,
    "items that do not end": RSS + ITEM * 200_000,
    "attributes": b"<rss " + b" ".join(b"a%d='1'" % n for n in range(200_000)) + b"><channel></channel></rss>",
    "broken attributes": RSS + ITEM + b"<link " + b"a " * 1_000_000 + b"></item>",
    "markup in text": RSS + ITEM + b"<description>" + b"&lt;div&gt;" * 300_000 + b"</description></item>",
    "enclosures": RSS + ITEM + b"<enclosure url='x'/>" * 250_000 + b"</item>",
    "links": b"<feed xmlns='http://www.w3.org/2005/Atom'><entry>" + b"<link href='http://film.example/1'/>" * 130_000 + b"</entry></feed>",
    "CDATA": RSS + b"<![CDATA[" * 300_000,
    "items": RSS + b"<item><link>http://film.example/1</link></item>" * 200_000,
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", SLOW_FEEDS)
def test_no_feed_takes_long_to_read(name: str) -> None:
    started = time.process_time()
    with contextlib.suppress(SourceDownError):
        assert len(read_feed(SLOW_FEEDS[name], FEED)) <= 1
    assert time.process_time() - started < 8


def test_what_is_not_quite_xml_is_read() -> None:
    told = "<title>Caf\xe9 &eacute;t\xe9 &amp; R&B &bogus; &#39;</title><link>https://film.example/a?b=1&c=2</link>"
    items = read_feed(f"<?xml version='1.0' encoding='utf-8'?><rss version='2.0'><channel><item>{told}</item>".encode("cp1252"), FEED)
    assert [(item.url, item.title) for item in items] == [("https://film.example/a?b=1&c=2", "Café été & R&B &bogus; '")]


def test_links_are_relative_to_the_base_that_stands_nearest() -> None:
    body = b"<rss version='2.0' xml:base='https://a.example/'><channel><item xml:base='b/'><link>c</link></item><item><link>d</link></item>"
    assert [item.url for item in read_feed(body + b"</channel></rss>", FEED)] == ["https://a.example/b/c", "https://a.example/d"]


@pytest.mark.timeout(60)
def test_no_sitemap_takes_long_to_read() -> None:
    for body in (b"<urlset>" + b"<x/>" * 12_000_000, b"<urlset><url>" + b"<loc>http://film.example/1</loc>" * 300_000, b"<a>" * 10_000_000):
        started = time.process_time()
        with contextlib.suppress(SourceDownError):
            assert len(read_sitemap(gzip.compress(body, 1), MAP).candidates) <= 1
        assert time.process_time() - started < 10


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<!DOCTYPE html><html><body>Hello", "HTML page, not with a feed"),
        (b"<?xml version='1.0'?>\n<html xmlns='x'>", "HTML page, not with a feed"),
        (b"", "no feed"),
        (b"\x00\x01\x02", "no feed"),
        (b"{}", "no feed"),
        (b'<!DOCTYPE r [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><rss><channel><title>&b;</title></channel></rss>', "XML entities"),
    ],
)
def test_what_is_no_feed_is_named(body: bytes, said: str) -> None:
    with pytest.raises(SourceDownError, match=said):
        read_feed(body, FEED)


def test_a_sitemap_gives_dates_and_survives_a_stray_ampersand() -> None:
    found = read_sitemap(sitemap(("https://film.example/a?x=1&y=2", "2026-11-18"), ("https://film.example/b", None)).encode(), MAP)
    assert [c.url for c in found.candidates][-1] == "https://film.example/b"
    assert found.candidates[0].changed == datetime(2026, 11, 18, tzinfo=UTC)


def test_a_news_sitemap_gives_title_and_publication_date() -> None:
    body = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
    xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><url><loc>https://film.example/a</loc>
    <image:image><image:loc>https://film.example/pic.jpg</image:loc><image:title>A picture</image:title></image:image>
    <n:news><n:publication><n:name>Film</n:name></n:publication><n:publication_date>2026-11-18T09:30:00-05:00</n:publication_date>
    <n:title>Is &quot;A&quot; true?</n:title></n:news></url></urlset>"""
    (page,) = read_sitemap(body.encode(), MAP).candidates
    assert (page.url, page.title) == ("https://film.example/a", 'Is "A" true?')
    assert page.published == datetime(2026, 11, 18, 14, 30, tzinfo=UTC)


def test_an_index_is_pruned_by_lastmod_and_by_name() -> None:
    rows = {
        "new": "2026-11-17", "newer": "2026-11-18T01:00:00Z", "old": "2026-10-01", "posts-2019-03": None, "posts-2026-11": None,
        "posts": None, "archive-2024": None,
    }  # fmt: skip
    body = "".join(f"<sitemap><loc>/{n}.xml</loc>{f'<lastmod>{d}</lastmod>' if d else ''}</sitemap>" for n, d in rows.items())
    index = read_sitemap(f"<sitemapindex>{body}</sitemapindex>".encode(), MAP)
    chosen = choose_children(index, date(2026, 11, 11), 20)
    assert [c.url.rsplit("/", 1)[1] for c in chosen] == ["newer.xml", "new.xml", "posts-2026-11.xml", "posts.xml"]
    assert len(choose_children(index, date(2026, 11, 11), 2)) == 2


def test_gzip_text_and_feeds_under_a_sitemap_address_are_read() -> None:
    page = ("https://film.example/a", "2026-11-18")
    assert len(read_sitemap(gzip.compress(sitemap(page).encode()), MAP).candidates) == 1
    assert len(read_sitemap(b"\xef\xbb\xbfhttps://film.example/a\nnot a line\n", MAP).candidates) == 2
    assert read_sitemap(rss(("https://film.example/a", "A", "")).encode(), MAP).candidates[0].found_by == "feed"


def test_a_giant_sitemap_is_cut_at_the_protocols_limit() -> None:
    body = sitemap(*((f"https://film.example/{n}", None) for n in range(MAX_SITEMAP_URLS + 10_000))).encode()
    assert len(read_sitemap(body, MAP).candidates) == MAX_SITEMAP_URLS


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<!doctype html><p>", "HTML page, not with a sitemap"),
        (b"<other/>", "no sitemap"),
        (b"", "no sitemap"),
        (b"\x1f\x8b\x08garbage", "broken gzip"),
        (gzip.compress(b" " * 60_000_000), "unzips to more than"),
        (b'<!DOCTYPE x [<!ENTITY lol "lol">]><urlset><url><loc>&lol;</loc></url></urlset>', "XML entities"),
    ],
    ids=["html", "other", "empty", "gzip", "bomb", "entities"],
)
def test_what_is_no_sitemap_is_named(body: bytes, said: str) -> None:
    with pytest.raises(SourceDownError, match=said):
        read_sitemap(body, MAP)


def test_nothing_outside_the_document_is_loaded() -> None:
    body = b'<!DOCTYPE urlset SYSTEM "file:///etc/passwd"><urlset><url><loc>https://film.example/a</loc></url></urlset>'
    assert len(read_sitemap(body, MAP).candidates) == 1


LISTING = b"""<base href="https://film.example/in/"><nav><a href="/about">About</a></nav><h2><a href="a">Is <b>A</b> true?</a></h2>
<a href="b#top"><h3>B</h3></a><a href="javascript:x">no</a><a href="mailto:x@y">no</a><a href="a">again</a>"""


def test_a_listing_gives_its_links_or_those_in_headings() -> None:
    found = [(c.url, c.title) for c in read_listing(LISTING, "https://film.example/")]
    assert ("https://film.example/about", "About") in found and ("https://film.example/in/b", "B") in found
    assert len(found) == 3
    assert [c.url[-1] for c in read_listing(LISTING, "https://film.example/", headings_only=True)] == ["a", "b"]


def test_html_nested_very_deep_is_read() -> None:
    body = b"<div>" * 100_000 + b'<a href="/a">A</a>'
    assert len(read_listing(body, "https://film.example/")) <= 1


def test_wordpress_posts() -> None:
    post = {"link": "https://film.example/a", "title": {"rendered": "A &amp; B"}, "date_gmt": "2026-11-18T08:00:00", "modified_gmt": None}
    (found,) = read_wordpress(json.dumps([post, {"link": 7}, 5]).encode(), "https://film.example/wp-json/wp/v2/posts")
    assert (found.title, found.published, found.found_by) == ("A & B", datetime(2026, 11, 18, 8, tzinfo=UTC), "wordpress")
    for body in (b"<html>", b'{"code": "rest_no_route"}', b"[" * 200_000):
        with pytest.raises(SourceDownError):
            read_wordpress(body, "x")


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("HTTPS://Film.Example:443/A/?utm_source=x&id=3&PHPSESSID=1#top", "https://film.example/A/?id=3"),
        ("http://film.example", "http://film.example/"),
        ("http://film.example/a;jsessionid=AF?b=2&a=1&sid=9", "http://film.example/a?b=2&a=1"),
        ("http://film.example:8080/ñ", "http://film.example:8080/%C3%B1"),
        ("ftp://film.example/", None),
        ("http://user:pw@film.example/", None),
        ("http://film.example/" + "a" * 3_000, None),
        ("http://[::1", None),
        ("javascript:alert(1)", None),
    ],
)
def test_addresses_have_one_form(url: str, kept: str | None) -> None:
    assert normalise_url(url) == kept
    if kept:
        assert normalise_url(kept) == kept


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True), ("2606:2800:220:1::1", True), ("127.0.0.1", False), ("10.1.2.3", False), ("169.254.169.254", False),
        ("192.168.0.1", False), ("100.64.0.1", False), ("0.0.0.0", False), ("224.0.0.1", False), ("255.255.255.255", False),
        ("::1", False), ("fe80::1%eth0", False), ("fd00::1", False), ("::ffff:127.0.0.1", False), ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False), ("not an address", False), ("fec0::1", False), ("ff02::1", False), ("::", False), ("100::1", False),
        ("::127.0.0.1", False), ("2001:db8::1", False), ("3fff::1", False), ("2001:0:4136:e378:8000:63bf:3fff:fdd2", False),
        ("64:ff9b:1::a00:1", False), ("64:ff9b::a00:1", False), ("64:ff9b::5db8:d822", True), ("::ffff:93.184.216.34", True),
        ("2606:2800:220:1::1%eth0", False), ("::ffff:a9fe:a9fe", False), ("fd00:ec2::254", False), ("2002:a9fe:a9fe::1", False),
    ],
)  # fmt: skip
def test_only_public_addresses_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize(
    ("text", "stamp"),
    [
        ("2026-11", datetime(2026, 11, 1, tzinfo=UTC)),
        ("2026-11-18T10:00Z", datetime(2026, 11, 18, 10, tzinfo=UTC)),
        ("2026-11-18 10:00:00", datetime(2026, 11, 18, 10, tzinfo=UTC)),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_dates_of_sitemaps(text: str | None, stamp: datetime | None) -> None:
    assert parse_stamp(text) == stamp


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="../shared/pages is not beside the project")
def test_feeds_and_sitemaps_of_the_wild_are_read() -> None:
    """Each gives candidates, or is one of the few that have no usable link, or are no feeds at all."""
    without: set[str] = set()
    for path in SHARED.rglob("*"):
        if not path.is_file() or path.suffix == ".opml":
            continue
        body = path.read_bytes()
        try:
            found = read_sitemap(body, MAP) if "sitemap" in path.name.lower() else read_feed(body, FEED)
        except SourceDownError:
            without.add(path.name)
            continue
        if not found or (not isinstance(found, tuple) and not found.candidates + found.children):
            without.add(path.name)
    no_links = {"atom-with-tag-uri-links.xml", "complexNamespaceFeed.xml", "incomplete-fields.atom", "missing-fields.atom"}
    assert without == no_links | {"notafeed.html", "unrecognized.rss", "feed.json"}
