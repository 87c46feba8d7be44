"""What the command line tells of copies, networks and the radar, from a published snapshot."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.__main__ import app
from pipeline.detect import detect_day
from pipeline.models import RecordBook
from pipeline.origins.traits import PageTraits
from pipeline.settings import World, open_world
from pipeline.warehouse.radar import watch_radar
from pipeline.warehouse.snapshot import publish
from pipeline.warehouse.store import open_writer
from tests.warehouse.stage import check_night, day_number, make_article, make_page, make_words, put_night

FALSE = "The series was inspired by an article by Paul Inventor, people say."
ACCOUNT = PageTraits(("adsense:1234567890123456",))


@pytest.fixture
def world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """Twelve pages on three nights that repeat one text, two of the sites in one hand; and a film that nobody watches."""
    monkeypatch.setenv("REELCHECK_DATA", str(tmp_path))
    opened = open_world("newsstand")
    words = make_words(1)
    with open_writer(opened) as wh:
        for night in range(3):
            day = day_number(night)
            listed = []
            for n in range(4):
                url = f"https://s{night}{n}.example/{night}"
                listed.append(make_page(day, url, make_article(url, words, FALSE, title=f"Piece {n}")))
            for site in ("alpha", "beta"):
                url = f"https://{site}.example/{night}"
                told = make_article(url, make_words(night + 50 + len(site)), title="Is The Quiet Harbour based on a true story?")
                listed.append(make_page(day, url, told, traits=ACCOUNT))
            put_night(wh, opened, day, listed)
            detect_day(wh, day)
            check_night(wh, day)
            watch_radar(wh, day, RecordBook({}, "b"))
        publish(wh, opened, day_number(2))
    yield opened


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, [*arguments, "--world", "newsstand"])
    assert done.exit_code == 0, done.output
    return done.output


def test_twelve_pages_are_one_origin_and_each_follows_the_first(world: World) -> None:
    out = run("spread")
    assert "12 pages, 1 origin, 12 sites" in out
    lines = [line for line in out.splitlines() if ".example/" in line]
    assert len(lines) == 12
    assert lines[0][:4] == "2026"
    assert all(line.startswith(("  ├─ 2026", "  └─ 2026")) and "(exact 1.00)" in line for line in lines[1:])


def test_a_slug_chooses_and_an_unknown_one_is_an_operator_s_mistake(world: World) -> None:
    assert "12 pages" in run("spread", "a-show")
    done = CliRunner().invoke(app, ["spread", "another-show", "--world", "newsstand"])
    assert done.exit_code == 1
    assert "another-show" in str(done.exception)


def test_networks_are_told_with_their_evidence(world: World) -> None:
    out = run("sites", "networks")
    assert "network alpha: alpha, beta" in out
    assert "strong: AdSense account 1234567890123456 on 3 of 3 pages of alpha and 3 of 3 of beta" in out
    assert "https://alpha.example/0" in out


def test_the_radar_names_the_command_that_adopts(world: World) -> None:
    out = run("radar")
    assert "Quiet Harbour: 6 pages, 4 origins, 2 sites" in out
    assert "adopt: reelcheck shows add 'Quiet Harbour'" in out
