"""Whole crawls: the real client in its child process against a small web on loopback."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from pipeline.errors import BadInputError
from pipeline.settings import World
from spiders.archive import read_baseline
from spiders.crawl import Order, crawl_site
from spiders.state import KnownPage, write_state
from spiders.tally import CrawlResult
from tests.spiders.conftest import DAY, FAST, HOME, NOW, answers, make_site, pages
from tests.spiders.web import Asked, Reply, Web, rss, sitemap, with_validators

Crawl = Callable[..., CrawlResult]
TODAY = "Wed, 18 Nov 2026 08:00:00 GMT"


def known(url: str, **more: object) -> dict[str, KnownPage]:
    page = KnownPage(url, first_seen=DAY - timedelta(days=1), last_seen=DAY - timedelta(days=1), article_id="a", status=200)
    return {url: KnownPage(**{**{k: getattr(page, k) for k in page.__slots__}, **more})}


def test_new_articles_of_a_feed_are_archived_with_how_they_were_found(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss((f"{HOME}a?utm_source=rss", "Is A true?", TODAY), (f"{HOME}b", "B", TODAY)), "application/rss+xml")
    web.page(f"{HOME}a", "<p>Äh</p>")
    web.page(f"{HOME}b", "<p>B</p>")
    result = crawl()
    assert (result.outcome, result.cause, result.counts.fetched, result.counts.errors) == ("ok", None, 2, 0)
    found = {page.url: page for page in pages(result)}
    assert found[f"{HOME}a"].payload.decode() == "<p>Äh</p>"
    told = found[f"{HOME}a"].found
    assert (told.way, told.via, told.title, told.published) == ("feed", f"{HOME}feed", "Is A true?", "2026-11-18T08:00:00+00:00")
    assert {a.found.role for a in answers(result)} == {"robots", "policy", "feed", "article"}
    assert all(NOW <= a.fetched_at < NOW + timedelta(minutes=2) for a in answers(result))
    assert web.log[0].url == f"{HOME}robots.txt"
    assert web.log[0].headers["user-agent"].startswith("Reelcheck/")


def test_a_second_run_of_the_day_asks_nothing_unless_told_to(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss((f"{HOME}a", "A", TODAY)))
    first = crawl()
    asked = len(web.log)
    assert crawl() == first
    assert len(web.log) == asked
    assert crawl(again=True).attempt == 2
    assert len(web.log) > asked


def test_a_past_day_is_never_fetched_and_a_future_one_is_refused(web: Web, world: World, crawl: Crawl) -> None:
    result = crawl(now=NOW + timedelta(days=3))
    assert (result.outcome, result.warc, web.log) == ("not crawled", None, [])
    with pytest.raises(BadInputError, match="future"):
        crawl(day=DAY + timedelta(days=1))


def test_the_night_of_a_day_may_run_in_the_small_hours_after_it(web: Web, crawl: Crawl) -> None:
    assert crawl(now=datetime(2026, 11, 19, 5, 0, tzinfo=UTC)).outcome != "not crawled"


def test_known_pages_are_asked_for_conditionally_when_their_turn_comes(web: Web, world: World, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss((f"{HOME}a", "A", TODAY)))
    web.routes[f"{HOME}a"] = with_validators("<p>A</p>", '"1"')
    write_state(world.state / "film.jsonl", known(f"{HOME}a", etag='"1"', last_modified="Tue, 17 Nov 2026 08:00:00 GMT"))
    result = crawl()
    assert (result.counts.not_modified, result.counts.fetched) == (1, 0)
    assert web.asked(f"{HOME}a")[0].headers["if-modified-since"] == "Tue, 17 Nov 2026 08:00:00 GMT"
    assert [(page.status, page.payload) for page in pages(result)] == [(304, b"")]


def test_known_pages_whose_turn_has_not_come_are_left_alone(web: Web, world: World, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss((f"{HOME}a", "A", TODAY)))
    write_state(world.state / "film.jsonl", known(f"{HOME}a", first_seen=DAY - timedelta(days=3)))
    assert crawl().counts.fetched == 0
    assert web.asked(f"{HOME}a") == []


def test_first_contact_notes_old_sitemap_pages_as_a_baseline(web: Web, crawl: Crawl) -> None:
    rows = [(f"{HOME}new", "2026-11-17"), (f"{HOME}old", "2026-10-01"), (f"{HOME}undated", None)]
    web.page(f"{HOME}sitemap.xml", sitemap(*rows), "application/xml")
    web.page(f"{HOME}new", "<p>new</p>")
    result = crawl(make_site({"sitemap": f"{HOME}sitemap.xml"}))
    assert (result.counts.fetched, result.counts.baseline) == (1, 2)
    assert result.warc is not None
    assert sorted(read_baseline(result.warc)) == [f"{HOME}old", f"{HOME}undated"]


def test_robots_are_obeyed_with_the_longest_match(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}robots.txt", "User-agent: *\nDisallow: /private/\nAllow: /private/open", "text/plain")
    urls = [f"{HOME}private/shut", f"{HOME}private/open"]
    web.page(f"{HOME}feed", rss(*((u, "T", TODAY) for u in urls)))
    web.page(urls[1], "<p>open</p>")
    result = crawl()
    assert (result.counts.fetched, result.counts.skipped_by_robots) == (1, 1)
    assert web.asked(urls[0]) == []


@pytest.mark.parametrize(
    ("status", "outcome", "cause"), [(403, "ok", None), (503, "failed", "unreachable"), (429, "failed", "unreachable")]
)
def test_a_robots_error_means_what_the_rfc_says(web: Web, crawl: Crawl, status: int, outcome: str, cause: str | None) -> None:
    web.routes[f"{HOME}robots.txt"] = Reply(b"User-agent: *\nDisallow: /", status)
    web.page(f"{HOME}feed", rss())
    web.page(f"{HOME}feed", rss((f"{HOME}a", "A", TODAY)))
    web.page(f"{HOME}a", "<p>A</p>")
    result = crawl()
    assert (result.outcome, result.cause) == (outcome, cause)
    assert bool(web.asked(f"{HOME}feed")) is (outcome == "ok")


def test_robots_that_close_the_site_are_named(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}robots.txt", "User-agent: Reelcheck\nDisallow: /", "text/plain")
    result = crawl()
    assert (result.outcome, result.cause) == ("failed", "robots closed")
    assert [asked.url for asked in web.log] == [f"{HOME}robots.txt"]


def test_crawl_delay_paces_the_crawl(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}robots.txt", "User-agent: *\nCrawl-delay: 50", "text/plain")
    web.page(f"{HOME}feed", rss(*((f"{HOME}{n}", "T", TODAY) for n in "abc")))
    result = crawl()  # PACE_FACTOR makes half a second of it; six requests, five pauses
    assert result.counts.requests == 6
    assert (result.finished_at - result.started_at).total_seconds() > 2.4


def test_retry_after_is_waited_for(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss((f"{HOME}a", "A", TODAY)))
    web.routes[f"{HOME}a"] = [Reply(b"", 429, {"Retry-After": "100"}), Reply(b"<p>A</p>", 200, {"Content-Type": "text/html"})]
    result = crawl()
    assert (result.outcome, result.counts.fetched) == ("ok", 1)
    assert (result.finished_at - result.started_at).total_seconds() > 1.0
    assert [page.status for page in pages(result)] == [429, 200]


def test_told_to_wait_for_hours_the_crawl_ends_as_blocked(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss(*((f"{HOME}{n}", "T", TODAY) for n in range(30))))
    web.default = lambda asked: Reply(b"", 429, {"Retry-After": "7200"})
    result = crawl(settings={"CONCURRENT_REQUESTS_PER_DOMAIN": 1})
    assert result.cause == "blocked"
    assert len(web.log) < 10


@pytest.mark.parametrize("status", [403, 429])
def test_a_site_that_refuses_is_left_alone(web: Web, crawl: Crawl, status: int) -> None:
    web.page(f"{HOME}feed", rss(*((f"{HOME}{n}", "T", TODAY) for n in range(40))))
    web.default = lambda asked: Reply(b"no", status) if asked.url[-1].isdigit() else Reply(b"", 404)
    result = crawl(settings={"CONCURRENT_REQUESTS_PER_DOMAIN": 1, "BACK_OFF": 1})
    assert (result.outcome, result.cause) == ("failed", "blocked")
    assert len(web.log) < 20


def test_redirects_are_followed_within_the_site_and_recorded(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss((f"{HOME}a", "A", TODAY), (f"{HOME}out", "Out", TODAY)))
    web.routes[f"{HOME}a"] = Reply(b"", 301, {"Location": "/b"})
    web.page(f"{HOME}b", "<p>B</p>")
    web.routes[f"{HOME}out"] = Reply(b"", 302, {"Location": "http://elsewhere.example/x"})
    result = crawl()
    seen = [(page.url, page.status, page.found.asked) for page in pages(result)]
    assert (f"{HOME}a", 301, None) in seen
    assert (f"{HOME}b", 200, f"{HOME}a") in seen
    assert not any("elsewhere" in asked.url for asked in web.log)
    assert result.problems == {"redirects to another host": 1}


def test_what_may_not_be_kept_is_not_kept(web: Web, crawl: Crawl) -> None:
    refusals: dict[str, tuple[str, dict[str, str]]] = {
        "noarchive in the page": ('<meta name="robots" content="noarchive">', {}),
        "noindex in the page": ('<META content="noindex, follow" NAME="Robots">', {}),
        "noarchive in X-Robots-Tag": ("", {"X_Robots_Tag": "noarchive"}),
        "tdm-reservation header": ("", {"tdm_reservation": "1"}),
    }
    urls = {f"{HOME}{number}": reason for number, reason in enumerate(refusals)}
    web.page(f"{HOME}feed", rss(*((url, "T", TODAY) for url in urls)))
    for url, reason in urls.items():
        body, headers = refusals[reason]
        web.page(url, f"{body}<p>the secret</p>", **headers)
    result = crawl()
    assert {page.url: (page.kept, page.status, page.payload) for page in pages(result)} == dict.fromkeys(urls, (False, 200, b""))
    assert all(page.problem is not None and urls[page.url] in page.problem for page in pages(result))
    assert (result.counts.not_kept, result.counts.fetched) == (4, 0)


def test_a_tdmrep_file_reserves_its_paths(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}.well-known/tdmrep.json", '[{"location": "/shut/*", "tdm-reservation": 1}]', "application/json")
    web.page(f"{HOME}feed", rss((f"{HOME}shut/a", "A", TODAY), (f"{HOME}open", "B", TODAY)))
    web.page(f"{HOME}shut/a", "<p>A</p>")
    web.page(f"{HOME}open", "<p>B</p>")
    assert {page.url: page.kept for page in pages(crawl())} == {f"{HOME}shut/a": False, f"{HOME}open": True}


def test_pages_gone_are_counted_and_a_dead_site_is_a_finding(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss((f"{HOME}a", "A", TODAY), (f"{HOME}b", "B", TODAY)))
    web.page(f"{HOME}b", "<p>B</p>")
    result = crawl()
    assert (result.counts.gone, result.counts.fetched, result.counts.errors) == (1, 1, 0)
    web.default = lambda asked: Reply(b"bad gateway", 502)
    web.routes.clear()
    dead = crawl(again=True)
    assert (dead.outcome, dead.cause) == ("failed", "unreachable")


def test_a_feed_that_is_a_page_is_named(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", "<!doctype html><title>Welcome</title>")
    result = crawl()
    assert (result.outcome, result.cause) == ("failed", "feed gone")
    assert result.detail is not None and "HTML page, not with a feed" in result.detail


def test_the_nightly_cap_leaves_the_rest_for_tomorrow(web: Web, crawl: Crawl) -> None:
    web.page(f"{HOME}feed", rss(*((f"{HOME}{n}", "T", TODAY) for n in range(20))))
    web.default = lambda asked: Reply(b"<p>x</p>", 200, {"Content-Type": "text/html"}) if asked.url[-1].isdigit() else Reply(b"", 404)
    result = crawl(settings={"MAX_PAGES": 5})
    assert (result.counts.fetched, result.counts.left) == (5, 15)


def test_without_a_proxy_a_contact_is_needed_and_loopback_is_refused(web: Web, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("REELCHECK_CONTACT", raising=False)
    with pytest.raises(BadInputError, match="REELCHECK_CONTACT"):
        crawl_site(make_site(), DAY, world, now=NOW)
    monkeypatch.setenv("REELCHECK_CONTACT", "desk@film.example")
    port = web.proxy.rsplit(":", 1)[1]
    for slug, host in (("name", "localhost"), ("number", "127.0.0.1"), ("odd", "2130706433")):
        home = f"http://{host}:{port}/"
        result = crawl_site(make_site({"feed": f"{home}feed"}, home=home, slug=slug), DAY, world, now=NOW, settings={"BACK_OFF": 0.1})
        assert (result.outcome, result.cause) == ("failed", "unreachable")
    assert web.log == []


def test_a_broken_state_file_stops_the_start(world: World, crawl: Crawl) -> None:
    world.state.mkdir(parents=True)
    (world.state / "film.jsonl").write_text('{"url": 1}\n')
    with pytest.raises(BadInputError, match="line 1"):
        crawl(day=date(2026, 11, 18))


def test_a_crawl_whose_parent_dies_dies_with_it_and_the_day_can_be_run_again(web: Web, world: World, crawl: Crawl) -> None:
    urls = [f"{HOME}{n}" for n in range(40)]
    web.page(f"{HOME}feed", rss(*((url, "T", TODAY) for url in urls)))

    def slowly(asked: Asked) -> Reply:
        time.sleep(0.3)
        return Reply(b"<p>x</p>", 200, {"Content-Type": "text/html"})

    web.routes.update(dict.fromkeys(urls, slowly))
    order = Order(make_site(), DAY, world, 1, NOW, web.proxy, {**FAST})
    code = f"from spiders.crawl import read_order, run_child\nrun_child(read_order({order.to_json()!r}))"
    parent = subprocess.Popen([sys.executable, "-c", code])
    wait_for(lambda: len(web.asked(urls[-1]) + web.asked(urls[0])) > 0)
    parent.kill()
    parent.wait()
    time.sleep(1)
    asked = len(web.log)
    time.sleep(1)
    assert len(web.log) == asked
    assert not order.warc.exists()
    web.routes.update({url: Reply(b"<p>x</p>", 200, {"Content-Type": "text/html"}) for url in urls})
    result = crawl()
    assert (result.attempt, result.counts.fetched) == (1, 40)
    assert [path.name for path in sorted(world.archive(DAY).glob("film*"))] == ["film-1.json", "film-1.warc.gz"]


def wait_for(ready: Callable[[], bool], seconds: float = 15) -> None:
    end = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_child_that_crashes_is_a_failed_result(web: Web, crawl: Crawl) -> None:
    result = crawl(settings={"CONCURRENT_REQUESTS": "many"})
    assert (result.outcome, result.warc) == ("failed", None)
    assert result.detail is not None and "many" in result.detail
