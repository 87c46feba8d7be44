from __future__ import annotations

from pathlib import Path

from pipeline.settings import World
from pipeline.warehouse.crawl_state import write_state
from pipeline.warehouse.load import load_day
from pipeline.warehouse.pages import write_articles
from pipeline.warehouse.store import Warehouse
from spiders.state import KnownPage, read_state
from tests.warehouse.stage import day_number, make_article, make_page, make_words, put_night

X = "https://alpha.example/x"


def known(world: World) -> dict[str, KnownPage]:
    """As the crawler reads it."""
    return read_state(world.state / "alpha.jsonl")


def test_the_crawler_reads_what_the_warehouse_took_in(wh: Warehouse, world: World) -> None:
    page = make_page(day_number(0), X, make_article(X, make_words(1)), etag='"1"', last_modified="Mon")
    noted = make_page(day_number(0), "https://alpha.example/old", status=None, found_by="baseline")
    put_night(wh, world, day_number(0), [page, noted])
    assert write_state(wh, world) == 2
    told = known(world)
    assert told[X].etag == '"1"'
    assert told[X].last_modified == "Mon"
    assert (told[X].first_seen, told[X].last_seen, told[X].status, told[X].baseline) == (day_number(0), day_number(0), 200, False)
    assert told[X].article_id == wh.db.execute("SELECT article_id FROM articles").fetchone()[0]  # type: ignore[index]
    assert told[X].content_sha256 is not None
    assert (told[noted.url].status, told[noted.url].baseline, told[noted.url].article_id) == (None, True, None)


def test_a_304_keeps_the_validators_and_moves_last_seen(wh: Warehouse, world: World) -> None:
    put_night(wh, world, day_number(0), [make_page(day_number(0), X, make_article(X, make_words(1)), etag='"1"')])
    put_night(wh, world, day_number(1), [make_page(day_number(1), X, status=304)])
    write_state(wh, world)
    assert (known(world)[X].etag, known(world)[X].status, known(world)[X].last_seen) == ('"1"', 304, day_number(1))


def test_what_could_not_be_read_is_asked_for_whole_again(wh: Warehouse, world: World) -> None:
    page = make_page(day_number(0), X, None, etag='"1"', error="no title and no text on this page")
    put_night(wh, world, day_number(0), [page])
    write_state(wh, world)
    assert (known(world)[X].etag, known(world)[X].article_id) == (None, None)


def test_a_failed_visit_leaves_the_last_answer_in_place(wh: Warehouse, world: World) -> None:
    put_night(wh, world, day_number(0), [make_page(day_number(0), X, make_article(X, make_words(1)), etag='"1"')])
    put_night(wh, world, day_number(1), [make_page(day_number(1), X, status=503)])
    write_state(wh, world)
    assert (known(world)[X].status, known(world)[X].last_seen, known(world)[X].etag) == (503, day_number(0), '"1"')


def test_a_feeds_validators_are_kept_only_when_all_that_it_announced_came_in(wh: Warehouse, world: World) -> None:
    feed = make_page(day_number(0), "https://alpha.example/feed", role="feed", etag='"f"')
    write_articles(world.articles(day_number(0)) / "a-1.parquet", [feed])
    for counts, expected in (({"errors": 1}, False), ({"left": 3}, False), ({}, True)):
        load_day(wh, day_number(0), [{"site": "alpha", "outcome": "ok", "counts": counts}], world.articles(day_number(0)))
        write_state(wh, world)
        path: Path = world.state / "alpha.jsonl"
        assert (path.exists() and feed.url in known(world)) is expected
