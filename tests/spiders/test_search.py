"""More like this: watched titles as terms for a site's own search, only where its file says that the site allows it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.errors import BadInputError
from spiders.search import choose_titles, names_title, read_results, to_address
from spiders.site import Search, parse_site
from spiders.tally import CrawlResult
from tests.spiders.conftest import DAY, HOME, make_site, pages
from tests.spiders.web import Reply, Web, rss

Crawl = Callable[..., CrawlResult]
TERMS = "http://film.example/terms, read 2026-11-25: robots may use the search"
SEARCH = {"url": f"{HOME}?s={{title}}", "terms": TERMS}
TODAY = "Wed, 18 Nov 2026 08:00:00 GMT"
TITLES = ("The Quiet House", "Nadie nos vio partir")
RESULTS = """<h1>Results for The Quiet House</h1><h2><a href="/quiet-house-true-story">Is The Quiet House a true story?</a></h2>
<h2><a href="/the-quiet-house-cast">Who plays whom</a></h2><h2><a href="/gardening">Ten quiet gardens</a></h2>
<a href="/?s=The+Quiet+House&page=2">The Quiet House, page 2</a><a href="http://other.example/the-quiet-house">The Quiet House</a>"""


def test_results_that_name_the_title_become_articles(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss())
    web.page(f"{HOME}?s=The+Quiet+House", RESULTS)
    web.page(f"{HOME}?s=Nadie+nos+vio+partir", rss((f"{HOME}vio", "«Nadie nos vio partir», la historia", TODAY)), "application/rss+xml")
    for name in ("quiet-house-true-story", "the-quiet-house-cast", "vio"):
        web.page(HOME + name, "<p>x</p>")
    result = crawl(make_site(search=SEARCH), titles=TITLES)
    assert {(p.url, p.status, p.found.way, p.found.via) for p in pages(result)} == {
        (f"{HOME}quiet-house-true-story", 200, "search", f"{HOME}?s=The+Quiet+House"),
        (f"{HOME}the-quiet-house-cast", 200, "search", f"{HOME}?s=The+Quiet+House"),
        (f"{HOME}vio", 200, "search", f"{HOME}?s=Nadie+nos+vio+partir"),
    }
    assert [answer.way for answer in result.answers] == ["feed", "search", "search"]


def test_a_site_that_does_not_say_so_is_not_searched(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss())
    crawl(make_site(), titles=TITLES)
    assert not any("s=" in asked.url for asked in web.log)


def test_robots_txt_outranks_the_file_and_ends_the_searching(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}robots.txt", "User-agent: *\nDisallow: /*?s=", "text/plain")
    web.page(f"{HOME}feed", rss((f"{HOME}a", "A", TODAY)))
    web.page(f"{HOME}a", "<p>a</p>")
    result = crawl(make_site(search=SEARCH), titles=TITLES)
    assert not any("s=" in asked.url for asked in web.log)
    assert (result.outcome, result.cause, result.counts.skipped_by_robots, result.counts.fetched) == ("ok", None, 1, 1)


def test_a_night_searches_for_a_few_titles_in_turn_and_at_the_sites_pace(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss())
    web.default = lambda asked: Reply(b"<p>nothing", 200, {"Content-Type": "text/html"}) if "s=" in asked.url else Reply(b"", 404)
    titles = tuple(f"Title {n}" for n in range(10))
    crawl(make_site(search=SEARCH), titles=titles, settings={"MAX_SEARCHES": 4})
    assert sum("s=" in asked.url for asked in web.log) == 4
    turns = [title for night in range(5) for title in choose_titles(titles, DAY + timedelta(days=night), 4)]
    assert sorted(turns) == sorted(titles * 2)


def test_a_search_that_is_gone_is_no_sick_site_and_is_not_asked_again(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss((f"{HOME}a", "A", TODAY)))
    web.page(f"{HOME}a", "<p>a</p>")
    result = crawl(make_site(search=SEARCH), titles=TITLES)
    assert (result.outcome, result.cause) == ("ok", None)
    assert sum("s=" in asked.url for asked in web.log) == 1


def test_an_old_result_is_noted_and_not_fetched(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss())
    web.page(f"{HOME}?s=The+Quiet+House", rss((f"{HOME}old", "The Quiet House", "Wed, 18 Nov 2020 08:00:00 GMT")))
    result = crawl(make_site(search=SEARCH), titles=TITLES[:1])
    assert (result.counts.baseline, result.counts.fetched) == (1, 0)


@pytest.mark.parametrize(
    ("text", "title", "named"),
    [
        ("Is ‘The Quiet House’ real?", "The Quiet House", True), ("the-quiet-house-ending", "The Quiet House", True),
        ("Señora Acero: la historia", "Senora Acero", True), ("The Quiet Houses", "The Quiet House", False), ("anything", "!!!", False),
    ],
)  # fmt: skip
def test_a_result_names_a_title_word_for_word(text: str, title: str, named: bool) -> None:
    (result, *_) = read_results(rss((f"{HOME}x", text, TODAY)).encode(), f"{HOME}?s=x", title) or (None,)
    assert (result is not None) is named
    if result is not None:
        assert names_title(result, title)


def test_titles_are_quoted_for_their_place() -> None:
    assert to_address(Search(url=f"{HOME}?q={{title}}&f=rss", terms=TERMS), "A & B?") == f"{HOME}?q=A+%26+B%3F&f=rss"
    assert to_address(Search(url=f"{HOME}find/{{title}}/", terms=TERMS), "A/B c") == f"{HOME}find/A%2FB%20c/"


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ('url = "http://film.example/?s={title}"', "search.terms"), ('url = "http://film.example/?s="\nterms = "T"', "{title} once"),
        ('url = "http://{title}.example/"\nterms = "T"', "in its host"),
        ('url = "http://film.example/?s={title}"\nterms = "they said so by mail"', "name the page"),
    ],
)  # fmt: skip
def test_a_search_without_its_permission_is_no_site_file(table: str, reason: str) -> None:
    told = table.replace('"T"', f'"{TERMS}"')
    head = f'name = "F"\nhome = "{HOME}"\nwhy = "w"\nkind = "trade"\nlanguage = "en"\n[[discover]]\nfeed = "{HOME}f"\n'
    text = f"{head}[search]\n{told}\n[healthy]\n"
    with pytest.raises(BadInputError) as raised:
        parse_site("film", text + "articles = { min = 0, max = 9 }\n", Path("film.toml"))
    assert reason in str(raised.value)
    assert "\n" not in str(raised.value)
