"""The newsstand's week, run once through Airflow for all tests of this folder, as `make run` runs it, in a data folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import duckdb
import pytest

from pipeline.settings import World

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Week:
    """What a finished week left behind."""

    world: World
    home: Path
    output: str
    seconds: float

    def ask(self, query: str) -> list[tuple]:
        with duckdb.connect(str(self.world.snapshot), read_only=True) as db:
            return db.execute(query).fetchall()


def run_week(data: Path, home: Path) -> tuple[str, float]:
    """Runs the week; fails with its output when it does not succeed."""
    started = time.monotonic()
    environment = {**os.environ, "REELCHECK_DATA": str(data), "AIRFLOW_HOME": str(home), "NO_COLOR": "1", "COLUMNS": "200"}
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "run_week.py")], env=environment, capture_output=True, text=True, timeout=900, check=False
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-4000:]
    return done.stdout, time.monotonic() - started


@pytest.fixture(scope="session")
def week(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Week]:
    folder = tmp_path_factory.mktemp("week")
    output, seconds = run_week(folder / "data", folder / "airflow")
    yield Week(World("newsstand", folder / "data" / "newsstand"), folder / "airflow", output, seconds)
