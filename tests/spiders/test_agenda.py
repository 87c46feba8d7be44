"""What a night asks for."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from spiders.agenda import merge, plan_night, sift
from spiders.discovery import Candidate
from spiders.state import KnownPage
from tests.spiders.conftest import HOME, make_site

DAY = date(2026, 11, 18)


def stamp(day: int) -> datetime:
    return datetime(2026, 11, day, 8, tzinfo=UTC)


def mapped(name: str, day: int | None = None, changed: int | None = None) -> Candidate:
    return Candidate(HOME + name, "sitemap", f"{HOME}sitemap", None, stamp(day) if day else None, stamp(changed) if changed else None)


def fed(name: str, day: int | None = None) -> Candidate:
    return Candidate(HOME + name, "feed", f"{HOME}feed", name.title(), stamp(day) if day else None)


def known(name: str, first: int, last: int, **more: object) -> dict[str, KnownPage]:
    page = KnownPage(HOME + name, date(2026, 11, first), date(2026, 11, last), **{"article_id": "x", "status": 200, **more})  # type: ignore[arg-type]
    return {page.url: page}


def names(urls: object) -> list[str]:
    return [str(url).removeprefix(HOME) for url in urls]  # type: ignore[attr-defined]


def test_first_contact_takes_feeds_whole_and_sitemaps_only_where_they_are_fresh() -> None:
    agenda = plan_night([fed("f", 1), mapped("fresh", 12), mapped("old", 10), mapped("undated"), mapped("f", 1)], {}, DAY, 99)
    assert names(e.url for e in agenda.errands) == ["fresh", "f"]
    assert names(agenda.baseline) == ["old", "undated"]


def test_later_an_undated_page_that_nobody_knew_is_new() -> None:
    agenda = plan_night([mapped("undated"), mapped("old", 9)], known("a", 17, 17), DAY, 99)
    assert "undated" in names(e.url for e in agenda.errands)
    assert names(agenda.baseline) == ["old"]


def test_missed_nights_reach_further_back() -> None:
    agenda = plan_night([mapped("old", 6)], known("a", 1, 7), DAY, 99)
    assert agenda.baseline == ()


def test_a_baseline_page_is_never_asked_for() -> None:
    agenda = plan_night([mapped("b", 18), fed("b", 18)], known("b", 1, 1, baseline=True, status=None, article_id=None), DAY, 99)
    assert agenda.errands == () and agenda.baseline == ()


def test_known_pages_have_their_turn_though_nothing_announces_them() -> None:
    pages = (
        known("due", 17, 17)
        | known("not-due", 13, 17)
        | known("failed", 17, 17, status=503, article_id=None)
        | known("gone", 17, 17, status=410)
    )
    agenda = plan_night([], pages, DAY, 99)
    assert sorted(names(e.url for e in agenda.errands)) == ["due", "failed"]
    assert {e.found.way for e in agenda.errands} == {"revisit"}


def test_a_stated_change_brings_a_known_page_forward() -> None:
    agenda = plan_night([mapped("a", 1, 18)], known("a", 1, 17), DAY, 99)
    (errand,) = agenda.errands
    assert errand.known is not None and errand.found.via == f"{HOME}sitemap"


def test_the_cap_takes_the_newest_and_says_what_is_left() -> None:
    agenda = plan_night([fed("a", 10), fed("b", 18), fed("c", 12)], known("old", 17, 17), DAY, 2)
    assert (names(e.url for e in agenda.errands), agenda.left) == (["b", "c"], 2)


def test_what_two_announcements_say_is_joined() -> None:
    (joined,) = merge([mapped("a", changed=17), fed("a", 16)])
    assert (joined.found_by, joined.title, joined.published, joined.changed) == ("feed", "A", stamp(16), stamp(17))


def test_only_pages_of_the_site_that_fit_are_candidates() -> None:
    site = make_site({"feed": f"{HOME}feed", "match": "true"}, hosts=["film-two.example"])
    urls = [
        f"{HOME}true",
        f"{HOME}false",
        "http://other.example/true",
        "http://film-two.example/true",
        f"{HOME}true.jpg",
        HOME,
        f"{HOME}feed",
    ]
    fitting = sift(site, site.discover[0], [Candidate(u, "feed", "x") for u in urls])
    assert [c.url for c in fitting] == [f"{HOME}true", "http://film-two.example/true"]


def test_turns_do_not_depend_on_the_order_of_days_seen() -> None:
    page = known("a", 10, 10)[HOME + "a"]
    assert plan_night([], {page.url: page}, page.first_seen, 9).errands == ()
    assert len(plan_night([], {page.url: page}, page.first_seen + timedelta(days=1), 9).errands) == 1
