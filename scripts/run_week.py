"""The newsstand's week through Airflow, for `make run`: seven nights of crawl_daily and score_daily, then publish_weekly.

Starts the newsstand on loopback, runs the DAGs in this process with `dag.test()`, stops what it started, and prints where the digest and
the snapshot are, with the worst findings. Run again, it changes nothing: every step finds its work done.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console

ROOT = Path(__file__).resolve().parent.parent
MONDAY = date(2026, 11, 16)
WORST = 3
out = Console(highlight=False)


def main() -> int:
    """Runs the week; exit code 1 when a DAG run did not succeed."""
    os.chdir(ROOT)
    from pipeline import steps
    from pipeline.airflow_processes import airflow_home, prepare
    from pipeline.settings import open_world

    started = time.monotonic()
    world = open_world("newsstand")
    home = airflow_home(ROOT)
    out.print("[dim]preparing Airflow's metadata[/]")
    prepare(home)
    with steps.serve_newsstand() as proxy:
        settings = {steps.NEWSSTAND: proxy, "REELCHECK_WORLD": "newsstand", "REELCHECK_DEADLINES": "off"}
        os.environ.update(home.environment({**settings, "AIRFLOW__LOGGING__LOGGING_LEVEL": "ERROR"}))
        dags = load_dags(home.dags)
        for offset in range(7):
            day = MONDAY + timedelta(days=offset)
            for name in ("crawl_daily", "score_daily"):
                if not run_dag(dags[name], day, started):
                    return 1
        if not run_dag(dags["publish_weekly"], MONDAY, started):
            return 1
    show_results(world)
    out.print(f"[dim]{time.monotonic() - started:.0f} s[/]")
    return 0


def load_dags(folder: Path) -> dict[str, Any]:
    """The project's DAGs, imported once. Exits when a file cannot be imported."""
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(dag_folder=str(folder))
    if bag.import_errors:
        sys.exit(f"DAGs cannot be imported: {bag.import_errors}")
    for dag in bag.dags.values():
        for task in dag.tasks:
            task.retries = 0  # a failure is shown at once instead of being tried again in five minutes
    return dict(bag.dags)


def run_dag(dag: Any, day: date, since: float) -> bool:
    """One run for one day, said in one line; the tasks' own counts come from what they returned."""
    logging.disable(logging.WARNING)
    run = dag.test(logical_date=datetime(day.year, day.month, day.day, tzinfo=UTC))
    logging.disable(logging.NOTSET)
    state = str(run.state)
    out.print(f"[dim]{time.monotonic() - since:5.0f} s[/]  {day}  {dag.dag_id:15} {state}")
    if state != "success":
        for task in run.get_task_instances():
            if str(task.state) != "success":
                out.print(f"        {task.task_id}: {task.state}")
    return state == "success"


def show_results(world: Any) -> None:
    """Where things are, and the worst findings of the week."""
    import duckdb

    from pipeline.settings import iso_week

    query = (ROOT / "scripts" / "worst_findings.sql").read_text()
    with duckdb.connect(str(world.snapshot), read_only=True) as db:
        worst = db.execute(query, {"most": WORST}).fetchall()
    out.print()
    out.print(f"digest    {world.digest(MONDAY) / 'index.html'}")
    out.print(f'snapshot  {world.snapshot}   (ask it: .venv/bin/reelcheck sql --world newsstand "FROM falsehoods")')
    out.print(f"\nThe {len(worst)} worst findings of {iso_week(MONDAY)}:")
    for show, quote, explanation, articles, origins, sites in worst:
        out.print(f" - {show}: “{quote}”", markup=False)
        spread = ", ".join(f"{n} {noun}{'' if n == 1 else 's'}" for n, noun in ((articles, "page"), (origins, "origin"), (sites, "site")))
        out.print(f"   {explanation} ({spread})", markup=False)


if __name__ == "__main__":
    sys.exit(main())
