"""A process killed at any point of a night, and the night run again: the same rows as a night that nobody disturbed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.settings import World
from pipeline.warehouse.store import open_reader, open_writer
from tests.warehouse.stage import dump

ROOT = Path(__file__).resolve().parents[2]
# Kills itself, as the kernel would, at the n-th statement of the night (or never), so that every transaction is hit somewhere.
NIGHTS = """
import os, signal, sys
from pathlib import Path
from pipeline.detect import detect_day
from pipeline.settings import World
from pipeline.warehouse import snapshot, store
from pipeline.warehouse.checks import run_checks
from pipeline.warehouse.crawl_state import write_state
from pipeline.warehouse.records import load_records
from tests.warehouse.stage import *

world, limit = World("newsstand", Path(sys.argv[1])), int(sys.argv[2])
count = 0
plain = store.Warehouse.run

def run(self, name, **values):
    global count
    count += 1
    if count == limit:
        os.kill(os.getpid(), signal.SIGKILL)
    return plain(self, name, **values)

store.Warehouse.run = run
texts = [make_words(n) for n in range(4)]
for number in range(2):
    day = day_number(number)
    pages = []
    for n, words in enumerate(texts):
        url = f"https://s{n}.example/x"
        said = f"It is {FALSE_QUOTE}." if number == 0 or n else "It is after a memoir."
        pages.append(make_page(day, url, make_article(url, words, said)))
    pages.append(make_page(day, f"https://copy{number}.example/x", make_article(f"https://copy{number}.example/x", change_words(texts[0], 0.1))))
    for step in range(6):
        with store.open_writer(world) as wh:
            if step == 0:
                load_records(wh, BOOK, at(day_number(0)))
                put_night(wh, world, day, pages)
            elif step == 1:
                write_state(wh, world)
            elif step == 2:
                detect_day(wh, day)
            elif step == 3:
                check_night(wh, day)
            elif step == 4:
                run_checks(wh, day)
            else:
                snapshot.publish(wh, world, day)
print(count)
"""


def run_nights(root: Path, limit: int) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", NIGHTS, str(root), str(limit)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=False)


def read_all(root: Path) -> dict[str, Any]:
    world = World("newsstand", root)
    with open_writer(world) as wh:
        rows: dict[str, Any] = dump(wh)
    with open_reader(world.snapshot) as reader:
        rows |= {f"published {view}": reader.db.execute(f"FROM {view} ORDER BY ALL").fetchall() for view in ("claims", "falsehoods", "articles")}
    rows["state"] = {path.name: path.read_text() for path in world.state.iterdir()}
    rows["snapshots"] = sorted(path.name for path in world.published.iterdir())
    return rows


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, dict[str, Any]]:
    root = tmp_path_factory.mktemp("undisturbed")
    done = run_nights(root, 0)
    assert done.returncode == 0, done.stderr
    return int(done.stdout), read_all(root)


@pytest.mark.parametrize("part", [0.03, 0.1, 0.2, 0.3, 0.38, 0.45, 0.55, 0.7, 0.85, 0.97])
def test_a_night_killed_anywhere_and_run_again_gives_the_same_rows(
    tmp_path: Path, undisturbed: tuple[int, dict[str, Any]], part: float
) -> None:
    statements, expected = undisturbed
    killed = run_nights(tmp_path, round(statements * part))
    assert killed.returncode == -signal.SIGKILL
    again = run_nights(tmp_path, 0)
    assert again.returncode == 0, again.stderr
    found = read_all(tmp_path)
    assert found == expected


def test_the_whole_week_again_changes_nothing(tmp_path: Path) -> None:
    assert run_nights(tmp_path, 0).returncode == 0
    before = read_all(tmp_path)
    assert before["claims"] and before["corrections"] and before["copies"]
    assert run_nights(tmp_path, 0).returncode == 0
    assert read_all(tmp_path) == before
