"""Stories through the warehouse: one origin for a text and its spun and translated copies, another for who wrote independently."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.detect import detect_day
from pipeline.models import Article
from pipeline.records.loader import load_records
from pipeline.settings import World, open_world
from pipeline.warehouse.store import Warehouse, open_writer
from tests.origins.stories import TELLINGS, load_stories, split_blocks
from tests.warehouse.stage import day_number, dump, make_page, put_night


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("REELCHECK_DATA", str(tmp_path))
    return open_world("newsstand")


@pytest.fixture
def wh(world: World) -> Iterator[Warehouse]:
    with open_writer(world) as warehouse:
        yield warehouse


def put_tellings(wh: Warehouse, world: World, numbers: range, order: tuple[str, ...] = TELLINGS) -> None:
    """Each telling on its own site, one a night."""
    book = load_records()
    for night, telling in enumerate(order):
        pages = []
        for number in numbers:
            url = f"https://{telling}.example/{number}"
            blocks = tuple(split_blocks(load_stories()[number][telling]))
            article = Article(url, f"Piece {number}", blocks, language="es" if telling == "spanish" else "en")
            pages.append(make_page(day_number(night), url, article))
        put_night(wh, world, day_number(night), pages)
        detect_day(wh, day_number(night), book)


def origins(wh: Warehouse) -> set[tuple[str, ...]]:
    rows = wh.db.execute(
        "SELECT list(a.site ORDER BY a.site) FROM base.origins AS o JOIN base.articles AS a USING (article_id) GROUP BY origin_id"
    ).fetchall()
    return {tuple(row[0]) for row in rows}


def kinds(wh: Warehouse) -> set[tuple[str, str]]:
    rows = wh.db.execute("SELECT a.site, k.kind FROM base.copies AS k JOIN base.articles AS a USING (article_id)").fetchall()
    return set(rows)


def test_a_spun_and_a_translated_copy_join_the_origin_and_an_honest_piece_founds_its_own(wh: Warehouse, world: World) -> None:
    put_tellings(wh, world, range(10))
    assert origins(wh) == {("base", "spanish", "spun"), ("own",)}
    assert {("spun", "spun"), ("spanish", "translated")} <= kinds(wh) <= {("spun", "spun"), ("spun", "near"), ("spanish", "translated")}


def test_whoever_comes_first_founds_it(wh: Warehouse, world: World) -> None:
    put_tellings(wh, world, range(3), ("spanish", "own", "base"))
    firsts = wh.db.execute(
        "SELECT DISTINCT a.site FROM base.origins AS o JOIN base.articles AS a USING (article_id) "
        "WHERE o.is_first AND o.origin_id IN (SELECT origin_id FROM base.origins GROUP BY origin_id HAVING count(*) > 1)"
    ).fetchall()
    assert firsts == [("spanish",)]


def test_nights_again_give_the_same_rows(wh: Warehouse, world: World) -> None:
    put_tellings(wh, world, range(4))
    before = dump(wh, "copies", "origins", "article_values")
    for number in (3, 1, 2, 0, 3):
        detect_day(wh, day_number(number), load_records())
    assert dump(wh, "copies", "origins", "article_values") == before
