"""What the command line shows of a record, and by which record ``check`` judges."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.__main__ import app
from pipeline.errors import BadInputError
from pipeline.models import Fact, RecordBook
from pipeline.records import loader
from pipeline.records.live.kept import KeptShow, mark, take_in, write_kept
from pipeline.settings import World
from pipeline.warehouse.records import load_records
from pipeline.warehouse.snapshot import publish
from pipeline.warehouse.store import open_writer
from tests.records.live.conftest import make_book, make_show
from tests.records.live.test_merging import TVMAZE, answer

TODAY = datetime.now(UTC).date()
ARTICLE = """Harbour Lights: who made the series

Harbour Lights is a limited series that was directed by Otto Brandt. Harbour Lights runs to eight episodes.
"""


def book_with(*facts: Fact) -> RecordBook:
    complete = {"episode_count": ("gazette", "chronicle"), "director": ("gazette", "chronicle")}
    return make_book(make_show(Fact("story_basis", "true story", ("gazette", "chronicle")), *facts, complete=complete))


CURATED = book_with(Fact("director", "Greta Lindqvist", ("gazette", "chronicle")), Fact("episode_count", 5, ("gazette", "chronicle")))


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("REELCHECK_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("COLUMNS", "250")
    monkeypatch.setattr(loader, "load_records", lambda *_: CURATED)
    return World("live", tmp_path / "data" / "live")


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))
    if isinstance(result.exception, BadInputError):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def keep(world: World, *rows: tuple[str, str | int]) -> None:
    kept = KeptShow(slug="harbour-lights")
    take_in(kept, answer(TVMAZE, *rows), TODAY)
    mark(kept, "live_wikidata", "down", "wikidata.example answered 503, 4 attempts", TODAY)
    write_kept(world.root, kept)


def check(tmp_path: Path) -> dict[str, object]:
    page = tmp_path / "page.txt"
    page.write_text(ARTICLE)
    told: dict[str, object] = json.loads(run("check", "--json", "--show", "harbour-lights", str(page)))
    return told


def verdict(report: dict[str, object], relation: str) -> str:
    (found,) = {c["verdict"] for c in report["claims"] if c["relation"] == relation}  # type: ignore[attr-defined]
    return str(found)


def test_check_judges_by_what_the_night_would_judge_by(world: World, tmp_path: Path) -> None:
    alone = check(tmp_path)
    assert (verdict(alone, "episode_count"), verdict(alone, "director")) == ("contradicted", "contradicted")
    keep(world, ("episode_count", 8))
    merged = check(tmp_path)
    assert verdict(merged, "episode_count") != "contradicted", "a live source says so too"
    assert verdict(merged, "director") == "contradicted"
    assert merged["versions"]["records"] != alone["versions"]["records"]  # type: ignore[index]


def test_check_knows_what_is_in_quarantine(world: World, tmp_path: Path) -> None:
    with open_writer(world) as wh:
        load_records(wh, CURATED, datetime.now(UTC))
        wh.db.execute("INSERT INTO base.quarantine (show_slug, property, since, reason) VALUES ('harbour-lights', 'director', now(), 'x')")
        publish(wh, world, TODAY)
    report = check(tmp_path)
    assert (verdict(report, "episode_count"), verdict(report, "director")) == ("contradicted", "unverifiable")


def test_show_prints_what_live_sources_add_dispute_and_fail_to_say(world: World) -> None:
    assert "live:" not in run("shows", "show", "harbour-lights")
    keep(world, ("episode_count", 8), ("language", "Spanish"))
    shown = run("shows", "show", "harbour-lights")
    assert "TVmaze (tier 3)" in shown
    assert "disputed: episode_count 8 (TVmaze) against episode_count 5" in shown
    assert f"live: Wikidata on {TODAY}: down: wikidata.example answered 503, 4 attempts; last usable answer never" in shown
    assert "complete: director (The Gazette, Chronicle)" in shown
    with pytest.raises(BadInputError, match="did you mean harbour-lights"):
        run("shows", "show", "harbour")


def test_show_prints_the_record_of_a_past_day(world: World) -> None:
    before = datetime.now(UTC) - timedelta(days=10)
    with open_writer(world) as wh:
        load_records(wh, book_with(Fact("episode_count", 8, ("gazette",), disputed="counts differ")), before)
        load_records(wh, CURATED, before + timedelta(days=5))
        publish(wh, world, TODAY)
    then = run("shows", "show", "harbour-lights", "--day", str((before + timedelta(days=1)).date()))
    now = run("shows", "show", "harbour-lights", "--day", str(TODAY))
    assert "counts differ" in then
    assert "Greta Lindqvist" not in then
    assert "Greta Lindqvist" in now
    assert "counts differ" not in now
    with pytest.raises(BadInputError, match="knew nothing of 'harbour-lights'"):
        run("shows", "show", "harbour-lights", "--day", str((before - timedelta(days=1)).date()))


def test_changes_are_listed_and_a_first_record_is_none(world: World) -> None:
    start = datetime.now(UTC) - timedelta(days=5)
    director, platform = Fact("director", "Greta Lindqvist", ("gazette",)), Fact("platform", "Netflix", ("gazette",))
    vouched = replace(platform, sources=("gazette", "chronicle"))
    books = [book_with(director, platform), book_with(replace(director, disputed="they differ"), vouched), book_with(vouched)]
    with open_writer(world) as wh:
        for days, book in enumerate(books):
            load_records(wh, book, start + timedelta(days=days))
        publish(wh, world, TODAY)
    lines = run("shows", "changes").splitlines()
    assert [line.split(maxsplit=1)[1] for line in lines[:-1]] == [
        "gone     harbour-lights: director Greta Lindqvist (The Gazette)",
        "disputed harbour-lights: director Greta Lindqvist (The Gazette)",
        "vouchers harbour-lights: platform Netflix (The Gazette, Chronicle)",
    ]
    assert lines[-1].startswith("3 changes since ")
    assert run("shows", "changes", "--since", str(TODAY)).splitlines()[-1] == f"0 changes since {TODAY}"
