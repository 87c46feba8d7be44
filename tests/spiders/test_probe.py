"""Probing a site's addresses, and drafting a file for a new one."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.errors import BadInputError, SourceDownError
from spiders.probe import draft_site, find_alternates, probe_site
from spiders.site import parse_site
from tests.spiders.conftest import FAST, HOME, make_site
from tests.spiders.web import Reply, Web, rss, sitemap

FRONT = """<html lang="es-MX"><head><title>x</title><meta property="og:site_name" content="El &quot;Film&quot;">
<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/rss+xml" href="/comments/feed/">
<link rel="alternate" hreflang="en" href="/en/"></head><body><a href="/a">A</a></body></html>"""
TODAY = datetime.now(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")


def test_every_address_gets_its_line(web: Web) -> None:
    web.page(f"{HOME}feed", rss((f"{HOME}a", "A", TODAY)))
    web.page(f"{HOME}html", "<!doctype html>")
    web.page(f"{HOME}index.xml", f"<sitemapindex><sitemap><loc>{HOME}map.xml</loc></sitemap></sitemapindex>")
    web.page(f"{HOME}map.xml", sitemap((f"{HOME}b", None), ("http://other.example/c", None)))
    ways = [{"feed": f"{HOME}feed"}, {"feed": f"{HOME}html"}, {"feed": f"{HOME}gone"}, {"sitemap": f"{HOME}index.xml"}]
    answers = probe_site(make_site(*ways), proxy=web.proxy, settings=FAST)
    assert [answer.ok for answer in answers] == [True, False, False, True]
    assert answers[0].told == "1 addresses"
    assert "HTML page" in answers[1].told and answers[2].told == "HTTP 404" and answers[3].told == "2 addresses, 1 fit"
    assert str(answers[2]).startswith("FAIL feed")
    assert not any(asked.url in (f"{HOME}a", f"{HOME}b") for asked in web.log)


def test_an_index_of_a_quiet_site_is_well(web: Web) -> None:
    rows = "".join(f"<sitemap><loc>{HOME}{year}.xml</loc><lastmod>{year}-01-01</lastmod></sitemap>" for year in (2019, 2020))
    web.page(f"{HOME}index.xml", f"<sitemapindex>{rows}</sitemapindex>")
    (answer,) = probe_site(make_site({"sitemap": f"{HOME}index.xml"}), proxy=web.proxy, settings=FAST)
    assert answer.ok and "index of 2 sitemaps" in answer.told


def test_a_dead_or_closed_site_says_so_at_each_address(web: Web) -> None:
    web.page(f"{HOME}robots.txt", "User-agent: *\nDisallow: /", "text/plain")
    (answer,) = probe_site(make_site(), proxy=web.proxy, settings=FAST)
    assert (answer.ok, answer.told) == (False, "robots.txt")


def test_a_draft_names_what_the_site_names_and_what_answered(web: Web) -> None:
    web.page(HOME, FRONT)
    web.page(f"{HOME}robots.txt", f"User-agent: *\nDisallow:\nSitemap: {HOME}all.xml\nSitemap: {HOME}news.xml", "text/plain")
    web.page(f"{HOME}feed", rss((f"{HOME}a", "A", TODAY)))
    web.page(f"{HOME}news.xml", sitemap((f"{HOME}b", None)))
    text = draft_site(HOME, proxy=web.proxy, settings=FAST)
    draft = tomllib.loads(text)
    assert (draft["name"], draft["language"], draft["home"]) == ('El "Film"', "es", HOME)
    assert draft["discover"] == [
        {"feed": f"{HOME}feed", "documented": f"link rel=alternate of {HOME}"},
        {"sitemap": f"{HOME}news.xml", "documented": f"Sitemap line of {HOME}robots.txt"},
    ]
    filled = text.replace('kind = "?"', 'kind = "review site"')
    assert parse_site("film", filled, Path("film.toml")).language == "es"


def test_a_draft_tries_the_usual_places_and_marks_them_as_guessed(web: Web) -> None:
    web.page(HOME, "<title>Film</title><a href='/a'>A</a>")
    web.page(f"{HOME}feed/", rss((f"{HOME}a", "A", TODAY)))
    assert tomllib.loads(draft_site("film.example".join(["http://", ""]), proxy=web.proxy, settings=FAST))["discover"] == [
        {"feed": f"{HOME}feed/", "guessed": True}
    ]


def test_a_draft_of_nothing_says_why(web: Web) -> None:
    with pytest.raises(BadInputError, match="no web address"):
        draft_site("file:///etc/passwd")
    web.routes[HOME] = Reply(b"", 500)
    with pytest.raises(SourceDownError, match="does not answer"):
        draft_site(HOME, proxy=web.proxy, settings=FAST)
    web.page(HOME, "<p>no links")
    with pytest.raises(SourceDownError, match="nowhere that was tried"):
        draft_site(HOME, proxy=web.proxy, settings=FAST)


def test_alternates() -> None:
    assert find_alternates(FRONT.encode(), HOME) == [f"{HOME}feed"]
    assert find_alternates(b"", HOME) == []
