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
    copy = f"https://copy{number}.example/x"
    pages.append(make_page(day, copy, make_article(copy, change_words(texts[0], 0.1))))
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
        rows |= {
            f"published {view}": reader.db.execute(f"FROM {view} ORDER BY ALL").fetchall() for view in ("claims", "falsehoods", "articles")
        }
    rows["state"] = {path.name: path.read_text() for path in world.state.iterdir()}
    rows["newest"] = world.snapshot.resolve().stem.rsplit("-", 1)[1]
    return rows


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int, dict[str, Any]]:
    """The folder of two nights that nobody disturbed, how many files of SQL they ran, and all their rows."""
    root = tmp_path_factory.mktemp("undisturbed")
    done = run_nights(root, 0)
    assert done.returncode == 0, done.stderr
    return root, int(done.stdout), read_all(root)


@pytest.mark.parametrize("part", [0.1, 0.35, 0.6, 0.85])
def test_nights_killed_anywhere_and_run_again_give_the_same_rows(
    tmp_path: Path, undisturbed: tuple[Path, int, dict[str, Any]], part: float
) -> None:
    _, statements, expected = undisturbed
    killed = run_nights(tmp_path, round(statements * part))
    assert killed.returncode == -signal.SIGKILL
    again = run_nights(tmp_path, 0)
    assert again.returncode == 0, again.stderr
    assert read_all(tmp_path) == expected


def test_whole_nights_again_change_nothing(undisturbed: tuple[Path, int, dict[str, Any]]) -> None:
    root, _, before = undisturbed
    assert before["claims"] and before["corrections"] and before["copies"]
    assert run_nights(root, 0).returncode == 0
    assert read_all(root) == before
