"""Causes of a bad day, and the day against range and history."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from spiders.health import judge_day, name_cause
from spiders.tally import Answer, Counts, CrawlResult, Tally
from tests.spiders.conftest import HOME, make_site

SITE = make_site(healthy={"articles": {"min": 1, "max": 20}})
FEED = f"{HOME}feed"


def told(*answers: Answer, **more: object) -> Tally:
    return Tally(answers=list(answers), **more)  # type: ignore[arg-type]


def answered(status: int = 200, problem: str | None = None, found: int = 5, fitting: int = 5, moved_to: str | None = None) -> Answer:
    return Answer("feed", FEED, status, problem, found, fitting, moved_to)


@pytest.mark.parametrize(
    ("tally", "outcome", "cause"),
    [
        (told(answered(), wanted=5, fetched=5), "ok", None),
        (told(answered(304, found=0, fitting=0)), "ok", None),
        (told(answered(404, "HTTP 404")), "failed", "feed gone"),
        (told(answered(200, "is no feed", 0, 0)), "failed", "feed gone"),
        (told(answered(403, "HTTP 403")), "failed", "blocked"),
        (told(answered(0, "timeout")), "failed", "slow"),
        (told(answered(0, "connection refused")), "failed", "unreachable"),
        (told(answered(502, "HTTP 502")), "failed", "unreachable"),
        (told(answered(0, "robots.txt"), robots="closed"), "failed", "robots closed"),
        (told(answered(0, "robots.txt"), robots="unreachable"), "failed", "unreachable"),
        (told(answered(404, "HTTP 404", moved_to="new.example")), "failed", "moved"),
        (told(answered(fitting=0, moved_to="new.example")), "ok", "moved"),
        (told(answered(fitting=0)), "ok", "redesigned"),
        (told(answered(found=0, fitting=0)), "ok", "empty"),
        (told(answered(), answered(410, "HTTP 410", 0, 0), wanted=1, fetched=1), "ok", "feed gone"),
        (told(answered(), wanted=5, errors=5, refused=5), "failed", "blocked"),
        (told(answered(), wanted=5, moved=5), "failed", "moved"),
        (told(answered(), wanted=5, skipped_by_robots=5), "failed", "robots closed"),
        (told(answered(0, "stopped"), out_of_time=True), "failed", "slow"),
    ],
)
def test_causes(tally: Tally, outcome: str, cause: str | None) -> None:
    assert name_cause(SITE, tally, None)[:2] == (outcome, cause)


def test_a_crawl_that_was_stopped_has_the_cause_it_was_stopped_for() -> None:
    stopped = ("slow", "not done after 3 s")
    assert name_cause(SITE, told(answered(), fetched=2), stopped) == ("ok", *stopped)
    assert name_cause(SITE, told(), stopped) == ("failed", *stopped)


def test_a_rule_that_nothing_fits_today_is_no_redesign_of_a_feed() -> None:
    strict = make_site({"feed": FEED, "match": "true-story"})
    assert name_cause(strict, told(answered(fitting=0)), None)[:2] == ("ok", None)


def result(fetched: int, back: int = 0, seconds: float = 10, **more: object) -> CrawlResult:
    start = datetime(2026, 11, 18, 5, tzinfo=UTC) - timedelta(days=back)
    base = {"outcome": "ok", "cause": None, "counts": Counts(fetched=fetched)}
    return CrawlResult(
        "film",
        date(2026, 11, 18) - timedelta(days=back),
        1,
        started_at=start,
        finished_at=start + timedelta(seconds=seconds),
        **{**base, **more},
    )  # type: ignore[arg-type]


def past(*fetched: int) -> list[CrawlResult]:
    return [result(count, back) for back, count in enumerate(fetched, 1)]


@pytest.mark.parametrize(
    ("today", "history", "healthy", "cause"),
    [
        (result(5), [], True, None),
        (result(0), [], False, "empty"),
        (result(21), [], False, None),
        (result(2), past(16, 16, 16, 16, 16), False, "empty"),
        (result(2), past(16, 16, 16, 16), True, None),
        (result(2), past(4, 4, 4, 4, 4), True, None),
        (result(5, seconds=300), past(5, 5, 5, 5, 5), False, "slow"),
        (result(5, seconds=50), past(5, 5, 5, 5, 5), True, None),
        (result(0, outcome="failed", cause="blocked", detail="x"), [], False, "blocked"),
        (result(5, cause="moved", detail="x"), [], False, "moved"),
        (result(0, outcome="not crawled"), [], False, None),
    ],
)
def test_a_day_is_held_against_its_range_and_the_sites_own_past(
    today: CrawlResult, history: list[CrawlResult], healthy: bool, cause: str | None
) -> None:
    health = judge_day(SITE, today, history)
    assert (health.healthy, health.cause) == (healthy, cause)
    assert health.detail
