"""Every night: fetch what is new on the watched sites, extract it, load it, notice what changed."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from typing import Any

from airflow.providers.smtp.notifications.smtp import SmtpNotifier
from airflow.sdk import DAG, Asset, CronPartitionTimetable, get_current_context, task
from airflow.sdk.definitions.callback import AsyncCallback
from airflow.sdk.definitions.deadline import DeadlineAlert, DeadlineReference

OPERATORS = "{{ var.value.get('reelcheck_operators', 'operator@localhost') }}"

with DAG(
    "crawl_daily",
    description="Crawl the watched sites and load what is new",
    schedule=CronPartitionTimetable("0 5 * * *", timezone="UTC", run_offset=-1, key_format="%Y-%m-%d"),
    start_date=datetime(2026, 11, 1),  # noqa: DTZ001 - the timetable holds the zone
    catchup=False,
    max_active_runs=1,
    default_args={
        "retries": 2,
        "retry_delay": timedelta(minutes=5),
        "execution_timeout": timedelta(hours=2),
        "on_failure_callback": SmtpNotifier(
            to=OPERATORS,
            subject="Reelcheck: {{ dag.dag_id }}, {{ ti.task_id }} failed",
            html_content="Run {{ run_id }} of {{ dag.dag_id }}: {{ exception }}",
        ),
    },
    deadline=None
    if os.environ.get("REELCHECK_DEADLINES") == "off"
    else DeadlineAlert(
        reference=DeadlineReference.DAGRUN_QUEUED_AT,
        interval=timedelta(hours=5),
        callback=AsyncCallback(
            SmtpNotifier,
            {"to": OPERATORS, "subject": "Reelcheck: the night is late", "html_content": "crawl_daily has run for five hours."},
        ),
    ),
    tags=["reelcheck"],
    doc_md="""
### What red means
- **crawl** (one mapped task per site) is red only when the crawler itself broke; a dead site is a finding, and the task is green.
  The other sites go on to extract and load. Read the task's log, fix, clear the one mapped task and the tasks behind it.
- **extract** red: the archive of the day could not be read. The WARC files are whole: clear the task.
- **load** or **detect** red: nothing was half-written (one transaction a step). Another writer may hold the lock: the log names it.
  Clear the task; running a day again gives the same rows.

The same steps from a shell: `reelcheck nightly --day YYYY-MM-DD`.
""",
) as crawl_daily:

    @task
    def list_sites() -> list[str]:
        from pipeline import steps

        return steps.list_sites(steps.current_world())

    @task(retries=1, max_active_tis_per_dagrun=4)
    def crawl(site: str) -> dict[str, Any]:
        from pipeline import steps

        return steps.crawl(steps.current_world(), steps.day_of_run(get_current_context()["dag_run"]), site)

    @task(trigger_rule="all_done")
    def extract() -> dict[str, Any]:
        from pipeline import steps

        return steps.extract(steps.current_world(), steps.day_of_run(get_current_context()["dag_run"]))

    @task(pool="warehouse")
    def load() -> dict[str, Any]:
        from pipeline import steps

        return steps.load(steps.current_world(), steps.day_of_run(get_current_context()["dag_run"]))

    @task(pool="warehouse", outlets=[Asset("articles")])
    def detect() -> dict[str, Any]:
        from pipeline import steps

        return steps.detect(steps.current_world(), steps.day_of_run(get_current_context()["dag_run"]))

    crawl.expand(site=list_sites()) >> extract() >> load() >> detect()
