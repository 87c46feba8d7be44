"""A week of 10,000 new articles: composed within its bounds, measured in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.warehouse.store import Warehouse, connect, create_schema
from tests.reports.stage import MONDAY

ARTICLES = 10_000
SECONDS, MEGABYTES = 10.0, 500

WEEK = Path(__file__).with_name("big_week.sql").read_text()
MEASURE = """
import json, sys, time
from datetime import date
from pathlib import Path
from reports.digest import compose
start = time.perf_counter()
issue = compose(Path(sys.argv[1]), date.fromisoformat(sys.argv[2]), previous=None)
seconds = time.perf_counter() - start
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))  # of this process alone
print(json.dumps({"seconds": seconds, "megabytes": int(peak.split()[1]) / 1024,
    "articles": issue.health.articles_new, "items": len(issue.items), "claims": issue.health.claims_checked, "cpu": time.process_time()}))
"""


@pytest.fixture(scope="module")
def big_week(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("big") / "snapshot.duckdb"
    with connect(path) as db:
        create_schema(Warehouse(db))
        db.execute(WEEK.replace("{articles}", str(ARTICLES)).replace("{monday}", MONDAY.isoformat()))
    return path


def test_a_week_of_ten_thousand_articles(big_week: Path) -> None:
    done = subprocess.run([sys.executable, "-c", MEASURE, str(big_week), MONDAY.isoformat()], capture_output=True, text=True, check=True)
    measured = json.loads(done.stdout.splitlines()[-1])
    assert (measured["articles"], measured["items"]) == (ARTICLES, 10)
    assert measured["claims"] == 5 * ARTICLES
    # Processor time: what else runs on the machine is not the digest's.
    assert measured["cpu"] < 2 * SECONDS
    assert measured["megabytes"] < MEGABYTES
