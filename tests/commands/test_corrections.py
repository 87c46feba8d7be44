"""From a false value on a page to its correction, on the sample week."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from pipeline.__main__ import app
from pipeline.commands.corrections import measure_time, say_time
from pipeline.errors import BadInputError
from pipeline.settings import World
from tests.reports.conftest import publish
from tests.reports.sample import build_sample


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> World:
    monkeypatch.setenv("REELCHECK_DATA", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "220")
    return publish(build_sample(), World("newsstand", tmp_path / "newsstand"))


def run(*arguments: str) -> str:
    result = CliRunner().invoke(app, ["corrections", *arguments, "--world", "newsstand"])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert result.exit_code == 0, result.output
    return result.output


def pages() -> list[dict[str, Any]]:
    return [json.loads(line) for line in run("list", "--json", "--limit", "100").splitlines()]


def test_pages_still_up_come_first_and_corrected_ones_say_how_long_it_took(world: World) -> None:
    rows = pages()
    assert [row["is_live"] for row in rows] == sorted((row["is_live"] for row in rows), reverse=True)
    corrected = {row["site"]: row["correction_kind"] for row in rows if row["corrected_at"]}
    assert corrected == {"marquee": "notice", "pantalla": "quiet"}
    assert "announced" in run("list")
    assert not any(row["relation"] == "language" for row in rows), "a disputed statement is not written about"


def test_the_note_names_every_passage_of_the_page_with_sources(world: World) -> None:
    row = next(row for row in pages() if row["relation"] == "director")
    told = run("note", row["claim_id"])
    assert told.startswith("To: Endings Unpacked\nSubject: A passage in “Glass Orchard ending explained”")
    for words in ("directed by Hal Brandt from first to last", "which really happened", "Ines Calder", "Glass Orchard is fiction"):
        assert words in told
    assert list(world.journal.glob("*")) == []


def test_a_note_that_was_sent_and_answered_is_listed_at_once(world: World) -> None:
    row = pages()[0]
    run("sent", row["claim_id"], "--by", "Ada", "--to", "desk@truetales.example")
    (path,) = world.journal.glob("*-note-*.json")
    act = json.loads(path.read_text())
    assert (act["by"], act["step"], act["to"]) == ("Ada", "sent", "desk@truetales.example")
    assert (act["falsehood_id"], act["article_id"]) == (row["falsehood_id"], row["article_id"])
    assert pages()[0]["step"] == "sent"
    run("answered", row["claim_id"], "--by", "Ada")
    run("closed", row["claim_id"], "--by", "Ada")
    again = next(r for r in pages() if r["claim_id"] == row["claim_id"])
    assert again["step"] == "closed"
    assert again["sent_at"] is not None


def test_what_cannot_be_written_about_is_said(world: World) -> None:
    rows = pages()
    gone = next(row for row in rows if not row["is_live"])
    person = next(row for row in rows if row["relation"] == "cast_member")
    for identifier, said in (
        (gone["claim_id"], "no longer states it"),
        (person["claim_id"], "waits for an editor"),
        ("x", "no contradicted"),
    ):
        with pytest.raises(BadInputError, match=said):
            run("note", identifier)
    with pytest.raises(BadInputError, match="no claim 'x'"):
        run("sent", "x", "--by", "Ada")
    with pytest.raises(BadInputError, match="needs a name"):
        run("sent", rows[0]["claim_id"], "--by", " ")


def test_time_to_correction_counts_from_the_note_where_it_came_first() -> None:
    def day(number: int, hour: int = 0) -> datetime:
        return datetime(2026, 11, number, hour, tzinfo=UTC)

    stated, corrected = day(16, 8), day(19, 12)
    assert measure_time(stated, None, corrected) == timedelta(days=3, hours=4)
    assert measure_time(stated, day(18, 12), corrected) == timedelta(days=1)
    assert measure_time(stated, day(20), corrected) == timedelta(days=3, hours=4)
    assert measure_time(stated, day(18), None) is None
    assert (say_time(timedelta(days=3, hours=4)), say_time(None)) == ("3 d 4 h", "")
