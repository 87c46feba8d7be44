"""A night that is killed at any point and run again gives the rows of a night that was left alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-m", "pipeline", "nightly", "--day", "2026-11-17", "--sites", "newsstand"]
ROWS = {
    "articles": "SELECT site, url, is_baseline FROM articles ORDER BY ALL",
    "versions": "SELECT v.site, v.url, v.title, v.word_count FROM article_versions AS v ORDER BY ALL",
    "claims": "SELECT url, show_slug, relation, object_key, polarity, verdict, quote, explanation FROM claims ORDER BY ALL",
    "scores": "SELECT article_id, show_slug, label, score, coverage FROM scores ORDER BY ALL",
    "health": "SELECT site, outcome, cause FROM site_health ORDER BY ALL",
}

pytestmark = [pytest.mark.xdist_group("killed"), pytest.mark.timeout(600)]


def run_night(data: Path, until: str | None = None) -> None:
    """Runs the night; kills its whole process group as soon as it has told of ``until``."""
    environment = {**os.environ, "REELCHECK_DATA": str(data), "NO_COLOR": "1", "COLUMNS": "200", "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        COMMAND, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    told = []
    assert process.stderr is not None
    for line in process.stderr:
        told.append(line)
        if until is not None and line.split("] ")[-1].lstrip("0123456789/ ").startswith(until):
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            return
    assert process.wait() == 0, "".join(told[-20:])
    assert until is None, f"the night never told of {until!r}: {''.join(told[-20:])}"


def read_rows(data: Path) -> dict[str, list[tuple]]:
    with duckdb.connect(str(data / "newsstand" / "published" / "current.duckdb"), read_only=True) as db:
        return {name: db.execute(query).fetchall() for name, query in ROWS.items()}


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[tuple]]:
    data = tmp_path_factory.mktemp("undisturbed")
    run_night(data)
    rows = read_rows(data)
    assert all(rows.values())
    return rows


@pytest.mark.parametrize("until", ["crawl glowreel", "load", "score"])
def test_a_killed_night_is_made_good(tmp_path: Path, undisturbed: dict[str, list[tuple]], until: str) -> None:
    run_night(tmp_path, until)
    run_night(tmp_path)
    assert read_rows(tmp_path) == undisturbed
