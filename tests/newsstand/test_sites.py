"""Every real site, whole: what it offers parses, and every article answers as its site promises."""

from __future__ import annotations

import gzip
import json
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest
from lxml import etree, html
from protego import Protego

from spiders.newsstand.answers import Query, answer
from spiders.newsstand.stand import STANDS, Falsehood, Stand, StandArticle
from spiders.site import load_site
from tests.newsstand.conftest import SUNDAY_NIGHT, Reader

SLUGS = sorted(file.parent.name for file in STANDS.glob("*/stand.toml"))
SITES = STANDS.with_name("sites")
RECORDS = Path(__file__).parents[2] / "pipeline" / "records" / "shows"
WEEK = (date(2026, 11, 16), date(2026, 11, 22))
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "n": "http://www.google.com/schemas/sitemap-news/0.9"}

every_site = pytest.mark.parametrize("slug", SLUGS)


def read_xml(body: bytes) -> etree._Element:
    return etree.fromstring(gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body)


def test_the_week_is_as_large_as_promised(stands: dict[str, Stand]) -> None:
    articles = [a for s in stands.values() for a in s.articles]
    in_week = [a for a in articles if WEEK[0] <= a.first.published.astimezone(UTC).date() <= WEEK[1]]
    edits = {v.edit for a in articles for v in a.versions}
    assert len(stands) == 14
    assert len(in_week) >= 120
    assert len({a.first.show for a in in_week if a.first.show}) >= 25
    assert len({a.first.published.astimezone(UTC).date() for a in in_week}) == 7
    assert edits == {None, "quiet", "open"}
    assert any(a.first.published.date() < WEEK[0] for a in articles)
    assert any(v.paywall for a in articles for v in a.versions)
    assert any(v.noarchive for a in articles for v in a.versions)
    assert any(v.gone for a in articles for v in a.versions)


@every_site
def test_articles_point_at_things_that_exist(slug: str, stands: dict[str, Stand]) -> None:
    known = {f"{a.site}/{a.stem}" for s in stands.values() for a in s.articles}
    urls = {a.url for s in stands.values() for a in s.articles}
    records = {file.stem for file in RECORDS.glob("*.toml")}
    for article in stands[slug].articles:
        for version in article.versions:
            assert version.copy_of is None or version.copy_of in known, article.stem
            assert version.canonical is None or version.canonical in urls, article.stem
            assert {version.show, *version.works} - {None} <= records, article.stem
            assert version.language == stands[slug].language, article.stem


@every_site
def test_home_and_robots(slug: str, stands: dict[str, Stand], week: Reader) -> None:
    stand = stands[slug]
    home = week.get(stand.home)
    rules = week.get(stand.home + "robots.txt")
    robots = Protego.parse(rules.text)
    assert home.status_code == rules.status_code == 200
    assert stand.articles[-1].first.title in html.fromstring(home.content.decode(stand.sent_charset)).text_content()
    assert not robots.can_fetch(stand.home + "search?q=x", "Reelcheck")
    assert all(robots.can_fetch(a.url, "Reelcheck") for a in stand.articles)
    assert set(robots.sitemaps) == {stand.home[:-1] + o.path for o in stand.offers if "sitemap" in o.kind}


@every_site
def test_every_link_of_the_home_page_leads_somewhere(slug: str, stands: dict[str, Stand], week: Reader) -> None:
    home = week.get(stands[slug].home)
    links = {urljoin(str(home.url), str(link)) for link in html.fromstring(home.content).xpath("//a/@href")}
    assert {link: week.get(link).status_code for link in links} == dict.fromkeys(links, 200)


@every_site
def test_offers_list_exactly_what_is_out(slug: str, stands: dict[str, Stand], week: Reader) -> None:
    stand = stands[slug]
    here = {a.url for a in stand.articles if not a.is_gone(SUNDAY_NIGHT)}
    newest = sorted(stand.articles, key=lambda a: a.first.published, reverse=True)
    for offer in stand.offers:
        response = week.get(stand.home[:-1] + offer.path)
        assert response.status_code == 200, offer
        if offer.kind in ("rss", "atom"):
            feed = feedparser.parse(response.content, response_headers=dict(response.headers))
            links = {urlsplit(e.link)._replace(query="").geturl() for e in feed.entries}
            ghosts = {stand.home[:-1] + g.path for g in stand.ghosts}
            assert not feed.bozo, feed.get("bozo_exception")
            assert feed.version == {"rss": "rss20", "atom": "atom10"}[offer.kind]
            assert links == {first_address(a) for a in newest[: 15 - len(ghosts)]} | ghosts
            assert all(e.published_parsed and e.title and e.summary for e in feed.entries)
        elif offer.kind == "news-sitemap":
            root = read_xml(response.content)
            dates = [datetime.fromisoformat(d) for d in root.xpath("//n:publication_date/text()", namespaces=NS)]
            recent = {a.url for a in stand.articles if (SUNDAY_NIGHT - a.first.published).total_seconds() < 48 * 3600}
            assert set(root.xpath("//s:loc/text()", namespaces=NS)) == recent & here
            assert len(dates) == len(recent & here) > 0
        elif offer.kind == "listing":
            assert follow_listing(week, stand.home[:-1] + offer.path) == here
        else:
            assert follow_sitemap(week, str(response.url)) - {stand.home + "about/"} == here


def first_address(article: StandArticle) -> str:
    return urljoin(article.url, article.first.old_path or article.path)


def follow_sitemap(reader: Reader, url: str) -> set[str]:
    root = read_xml(reader.get(url).content)
    locations = set(root.xpath("//s:loc/text()", namespaces=NS))
    if root.tag.endswith("sitemapindex"):
        return set().union(*(follow_sitemap(reader, child) for child in locations))
    return locations


def follow_listing(reader: Reader, url: str) -> set[str]:
    page = html.fromstring(reader.get(url).content)
    page.make_links_absolute(url)
    found = set(page.xpath("//div[@class='teaser']//a/@href"))
    older = page.xpath("//a[@rel='next']/@href")
    return found | (follow_listing(reader, older[0]) if older else set())


@every_site
def test_every_article_answers_in_its_charset(slug: str, stands: dict[str, Stand], week: Reader) -> None:
    stand = stands[slug]
    for article in stand.articles:
        response = week.get(article.url)
        if article.is_gone(SUNDAY_NIGHT):
            assert response.status_code == 410
            continue
        version = article.versions[-1]
        shown = version.blocks[:2] if version.paywall else version.blocks
        text = " ".join(html.fromstring(response.content.decode(stand.sent_charset)).text_content().split())
        header = f"; charset={stand.header_charset}" if stand.header_charset else ""
        assert response.status_code == 200
        assert response.headers["content-type"] == "text/html" + header
        assert f'charset={stand.meta_charset}"' in response.text.replace('charset="', "charset=")
        assert " ".join(version.title.split()) in text
        for block in shown:
            label, value = block.fact if block.kind == "fact_row" else ("", block.text)
            assert " ".join(value.split()) in text and label in text, article.stem


@every_site
def test_articles_and_feeds_answer_304(slug: str, stands: dict[str, Stand], week: Reader) -> None:
    stand = stands[slug]
    urls = [stand.articles[-1].url, *(stand.home[:-1] + o.path for o in stand.offers if o.kind != "listing")]
    for url in urls:
        first = week.get(url)
        by_tag = week.get(url, if_none_match=first.headers["etag"])
        by_date = week.get(url, if_modified_since=first.headers["last-modified"])
        stale = week.get(url, if_none_match='"other"', if_modified_since=first.headers["last-modified"])
        assert [r.status_code for r in (first, by_tag, by_date, stale)] == [200, 304, 304, 200], url
        assert by_tag.content == b""
        assert by_tag.headers["etag"] == first.headers["etag"]


@every_site
def test_adverts_change_and_validators_do_not(slug: str, stands: dict[str, Stand], week: Reader) -> None:
    url = stands[slug].articles[-1].url
    pages = [week.get(url) for _ in range(4)]
    assert len({p.content for p in pages}) == 4
    assert len({(p.headers["etag"], p.headers["last-modified"]) for p in pages}) == 1


@every_site
def test_structured_data_says_what_the_file_says(slug: str, stands: dict[str, Stand], week: Reader) -> None:
    stand = stands[slug]
    for article in [a for a in stand.articles if not a.is_gone(SUNDAY_NIGHT)]:
        page = html.fromstring(week.get(article.url).content.decode(stand.sent_charset))
        embedded = page.xpath("//script[@type='application/ld+json']/text()")
        if stand.style in ("bare", "soup"):
            assert not embedded and not page.xpath("//*[@itemscope]")
            continue
        version = article.versions[-1]
        if stand.style == "microdata":
            assert " ".join(page.xpath("//*[@itemprop='headline']")[0].text_content().split()) == version.title
            found = page.xpath("//*[@itemprop='datePublished']/@datetime")[0]
        else:
            data = json.loads(embedded[0])
            node = next(n for n in data.get("@graph", [data]) if n["@type"] == stand.schema_type)
            assert node["headline"] == version.title
            assert node["isAccessibleForFree"] is not version.paywall
            found = node["datePublished"]
        assert datetime.fromisoformat(found) == version.published


@every_site
def test_nothing_that_tests_expect_reaches_a_page(slug: str, stands: dict[str, Stand]) -> None:
    """Pages are the same bytes when the keys meant for tests are other ones."""
    stand = stands[slug]
    planted = Falsehood(relation="writer", value="ZZ", quote="ZZ")
    other = {"label": "mixed", "falsehoods": (planted,), "show": "zz", "works": ("zz",), "copy_of": "zz/zz"}
    for number, article in enumerate(stand.articles):
        masked = type(article)(article.site, article.stem, tuple(v.model_copy(update=other) for v in article.versions))
        twin = stand.model_copy(update={"articles": (*stand.articles[:number], masked, *stand.articles[number + 1 :])})
        query = Query(article.path, SUNDAY_NIGHT)
        assert answer(twin, query) == answer(stand, query)
        assert b"falsehood" not in answer(stand, query).body


@every_site
def test_the_crawler_is_told_the_same(slug: str, stands: dict[str, Stand]) -> None:
    stand, told = stands[slug], load_site(SITES / f"{slug}.toml")
    assert (told.name, told.home, told.language) == (stand.name, stand.home, stand.language)
    assert [d.url for d in told.discover] == [stand.home[:-1] + o.path for o in stand.offers]
    for way in told.discover:
        assert all(way.matches(a.url, None) for a in stand.articles)
        if way.match:
            assert not any(way.matches(stand.home[:-1] + p.path, None) for p in stand.pages)
