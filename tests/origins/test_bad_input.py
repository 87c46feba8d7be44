"""What a hostile or broken web does: a flood of one stub, clocks that lie, sites that swap roles, a cluster that grows for ever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from pipeline.detect import SAME_BODY_ON_SITES, detect_day
from pipeline.settings import World
from pipeline.warehouse.store import MEMORY, Warehouse, limit_memory, open_writer
from tests.origins.simulated import flood
from tests.warehouse.stage import MONDAY, at, change_words, check_night, day_number, make_article, make_page, make_words, put_night

FALSE = "The series was inspired by an article by Paul Inventor, people say."


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World("newsstand", tmp_path / "data")


@pytest.fixture
def wh(world: World) -> Iterator[Warehouse]:
    with open_writer(world) as warehouse:
        yield warehouse


def firsts(wh: Warehouse) -> list[str]:
    rows = wh.db.execute(
        "SELECT a.site FROM base.origins AS o JOIN base.articles AS a USING (article_id) WHERE o.is_first AND o.origin_id IN "
        "(SELECT origin_id FROM base.origins GROUP BY ALL HAVING count(*) > 1) ORDER BY 1"
    ).fetchall()
    return [row[0] for row in rows]


# --- a flood of stubs -------------------------------------------------------------------------------------------------

FLOOD = 100_000


@pytest.mark.parametrize(("sites", "words"), [(50, 60), (50, 900), (FLOOD, 60)])
def test_a_flood_of_one_stub_is_no_origin(wh: Warehouse, sites: int, words: int) -> None:
    flood(wh, FLOOD, sites, words)
    counts = detect_day(wh, MONDAY)
    assert counts["stubs"] == FLOOD
    assert wh.db.execute("SELECT count(*) FROM base.origins").fetchone() == (0,)
    assert wh.db.execute("SELECT count(*) FROM base.copies").fetchone() == (0,)


def test_a_brief_on_fewer_sites_is_a_copy_and_a_long_text_on_very_many_is_syndicated(wh: Warehouse, world: World) -> None:
    few, long = make_words(1, 60), make_words(2, 300)
    listed = [
        make_page(MONDAY, f"https://s{n}.example/b", make_article(f"https://s{n}.example/b", few)) for n in range(SAME_BODY_ON_SITES - 1)
    ]
    listed += [
        make_page(MONDAY, f"https://s{n}.example/l", make_article(f"https://s{n}.example/l", long)) for n in range(SAME_BODY_ON_SITES + 9)
    ]
    put_night(wh, world, MONDAY, listed)
    assert detect_day(wh, MONDAY)["stubs"] == 0
    assert wh.db.execute("SELECT count(*), count(DISTINCT origin_id) FROM base.origins").fetchone() == (2 * SAME_BODY_ON_SITES + 8, 2)


# --- clocks that lie --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("claimed", "first"),
    [
        (None, "alpha"),
        (datetime(1970, 1, 1, 1), "alpha"),  # noqa: DTZ001 - made aware below
        (datetime(2019, 5, 4, 3), "alpha"),  # noqa: DTZ001
        (datetime(2031, 1, 1, 1), "alpha"),  # noqa: DTZ001
        (datetime(2026, 11, 16, 4), "alpha"),  # noqa: DTZ001 - after alpha's three o'clock
    ],
)
def test_a_copy_found_four_nights_later_is_no_first_whatever_date_it_claims(
    wh: Warehouse, world: World, claimed: datetime | None, first: str
) -> None:
    words = make_words(1)
    honest = make_article("https://alpha.example/a", words, published=at(MONDAY, 3), published_has_time=True)
    old = make_article("https://beta.example/old", make_words(2))
    put_night(wh, world, MONDAY, [make_page(MONDAY, str(a.url), a) for a in (honest, old)])
    detect_day(wh, MONDAY)
    later = day_number(4)
    moment = claimed.replace(tzinfo=at(MONDAY).tzinfo) if claimed else None
    liar = make_article("https://beta.example/b", words, published=moment, published_has_time=True)
    put_night(wh, world, later, [make_page(later, "https://beta.example/b", liar)])
    detect_day(wh, later)
    assert firsts(wh) == [first]


def test_an_original_that_was_crawled_a_night_after_its_copy_is_first_by_its_date(wh: Warehouse, world: World) -> None:
    """A lie of less than two days cannot be told from a slow crawl."""
    words = make_words(1)
    for night, (site, published) in enumerate((("copyist", at(MONDAY, 4)), ("alpha", at(MONDAY, 2)))):
        url = f"https://{site}.example/a"
        day = day_number(night)
        put_night(wh, world, day, [make_page(day, url, make_article(url, words, published=published, published_has_time=True))])
        detect_day(wh, day)
    assert firsts(wh) == ["alpha"]


# --- sites that swap roles --------------------------------------------------------------------------------------------


def test_two_sites_that_swap_roles_are_each_charged_in_full_for_what_they_began(wh: Warehouse, world: World) -> None:
    for night in range(6):
        leader, follower = ("alpha", "beta") if night % 2 else ("beta", "alpha")
        day = day_number(night)
        listed = []
        for hour, site in ((2, leader), (4, follower)):
            url = f"https://{site}.example/{night}"
            article = make_article(url, make_words(night), FALSE, published=at(day, hour), published_has_time=True)
            listed.append(make_page(day, url, article))
        put_night(wh, world, day, listed)
        detect_day(wh, day)
        check_night(wh, day)
    assert firsts(wh) == ["alpha"] * 3 + ["beta"] * 3
    (alpha, beta) = wh.db.execute("SELECT site, articles, origins, claims_wrong, score FROM site_scores ORDER BY site").fetchall()
    assert alpha[1:3] == beta[1:3] == (6, 6)
    assert alpha[3] == pytest.approx(beta[3], rel=0.05)
    assert 3.5 < alpha[3] < 4.2  # three of its own in full, three copies at 0.3
    assert wh.db.execute("SELECT articles, sites, origins FROM falsehoods").fetchall() == [(12, 2, 6)]
    assert wh.db.execute("SELECT count(*) FROM site_ties").fetchone() == (0,)


# --- a cluster that grows for ever ------------------------------------------------------------------------------------


def test_a_cluster_that_grows_costs_the_same_every_night_and_leads_to_its_founders(wh: Warehouse, world: World) -> None:
    words = make_words(1, 300)
    links, founder = [], set()
    for night in range(4):
        day = day_number(night)
        urls = [f"https://s{night}x{n}.example/x" for n in range(40)]
        listed = [make_page(day, u, make_article(u, change_words(words, 0.03, seed=night * 100 + n))) for n, u in enumerate(urls)]
        put_night(wh, world, day, listed)
        detect_day(wh, day)
        (count,) = wh.db.execute("SELECT count(*) FROM base.copies WHERE day = $day", {"day": day}).fetchone() or (0,)
        links.append(count)
        founder |= {row[0] for row in wh.db.execute("SELECT DISTINCT origin_id FROM base.origins").fetchall()}
    assert len(founder) == 1
    assert links[-1] <= 1.2 * links[1]
    rows = wh.db.execute(
        "SELECT a.first_day <= $second FROM base.copies AS k JOIN base.articles AS a ON a.article_id = k.of_article WHERE k.day = $last",
        {"second": day_number(1), "last": day_number(3)},
    ).fetchall()
    assert sum(row[0] for row in rows) >= 0.9 * len(rows)


# --- memory -----------------------------------------------------------------------------------------------------------


def test_a_night_writes_within_a_limit_that_can_be_moved(wh: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    def limit() -> str:
        row = wh.db.execute("SELECT current_setting('memory_limit')").fetchone()
        return str(row[0]) if row else ""

    assert limit() == "1.1 GiB"
    monkeypatch.setenv(MEMORY, "3GiB")
    limit_memory(wh.db)
    assert limit() == "3.0 GiB"
