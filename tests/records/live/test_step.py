"""The step that the DAG calls: live facts reach the warehouse as statements, with licence and revision, and are superseded."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from pipeline import steps
from pipeline.models import Fact
from pipeline.records.live.kept import KeptShow, take_in, write_kept
from pipeline.settings import World
from pipeline.warehouse.store import open_writer
from tests.records.live.conftest import Web, make_book, make_show
from tests.records.live.test_merging import TVMAZE, answer
from tests.records.live.test_refresh import set_endpoints

FACTS = "SELECT property, value, licence, publishable, superseded_at IS NULL AS standing, sources FROM base.facts ORDER BY ALL"


@pytest.fixture
def world(web: Web, monkeypatch: pytest.MonkeyPatch) -> World:
    set_endpoints(web, monkeypatch)
    book = make_book(make_show(Fact("director", "Greta Lindqvist", ("gazette",))))
    monkeypatch.setattr("pipeline.records.loader.load_records", lambda: book)
    return World("live", web.root)


def test_live_facts_reach_the_warehouse(world: World) -> None:
    today = datetime.now(UTC).date()
    counts = steps.refresh_records(world, today)
    assert (counts["asked"], counts["answered"], counts["sources_down"], counts["shows"]) == (1, 4, {}, 1)
    with open_writer(world) as wh:
        rows = wh.db.execute(FACTS).fetchall()
    by_value = {(r[0], r[1]): r for r in rows}
    assert len(rows) == counts["facts"] == counts["new_facts"]
    assert by_value["director", "Greta Lindqvist"][2] is None, "in our own words by the curated source"
    assert by_value["platform", "Netflix"][2] == "CC BY-SA 4.0; CC0 1.0"
    assert '"revision": "1200"' in by_value["platform", "Netflix"][5]
    assert all(r[3] for r in rows)
    again = steps.refresh_records(world, today)
    assert (again["new_facts"], again["superseded_facts"], again["asked"]) == (0, 0, 0)


def test_a_statement_that_went_is_superseded(world: World) -> None:
    today = datetime.now(UTC).date()
    kept = KeptShow(slug="harbour-lights")
    take_in(kept, answer(TVMAZE, ("platform", "Netflix"), ("language", "Spanish")), today - timedelta(days=7))
    write_kept(world.root, kept)
    steps.take_in_records(world, today)
    take_in(kept, answer(TVMAZE, ("platform", "Hulu"), ("language", "Spanish")), today)
    write_kept(world.root, kept)
    steps.take_in_records(world, today)
    with open_writer(world) as wh:
        rows = wh.db.execute(FACTS).fetchall()
    platforms = {(r[1], r[4]) for r in rows if r[0] == "platform"}
    assert platforms == {("Netflix", False), ("Hulu", True)}


def test_the_newsstand_has_no_live_sources(world: World, web: Web) -> None:
    assert "no live sources" in steps.ask_live_sources(World("newsstand", web.root), datetime.now(UTC).date())["skipped"]
    assert web.requests() == []
