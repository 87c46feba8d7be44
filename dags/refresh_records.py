"""Every night: ask the live sources about the watched works that are due; new facts come in, conflicts are listed for an editor."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from airflow.providers.smtp.notifications.smtp import SmtpNotifier
from airflow.sdk import DAG, CronPartitionTimetable, get_current_context, task

OPERATORS = "{{ var.value.get('reelcheck_operators', 'operator@localhost') }}"

with DAG(
    "refresh_records",
    description="Ask the live sources about the watched works that are due, and take the records in",
    schedule=CronPartitionTimetable("0 3 * * *", timezone="UTC", key_format="%Y-%m-%d"),
    start_date=datetime(2026, 11, 1),  # noqa: DTZ001 - the timetable holds the zone
    catchup=False,
    max_active_runs=1,
    default_args={
        "retries": 2,
        "retry_delay": timedelta(minutes=10),
        "execution_timeout": timedelta(hours=2),
        "on_failure_callback": SmtpNotifier(
            to=OPERATORS,
            subject="Reelcheck: {{ dag.dag_id }}, {{ ti.task_id }} failed",
            html_content="Run {{ run_id }} of {{ dag.dag_id }}: {{ exception }}",
        ),
    },
    tags=["reelcheck"],
    doc_md="""
Works are asked about once a week, and every night within 60 days of their premiere; only works whose `[ids]` an editor confirmed. The
rules of the watch list are asked once a week. Nothing is asked for a day that is over. What the sources add to the curated files lies as a
patch under `proposed` of **ask**'s result: an editor reads it and runs `git apply`.

### What red means
- **ask** red: a record or the watch list is malformed; the log names file and key. A live source that
  is down, slow or answers nonsense is *not* red: the old facts stay, the task's result names it under `sources_down` and `marked`, and the
  next night asks again. Nothing is asked before `REELCHECK_CONTACT` is set.
- **refresh** red: the warehouse could not be written; run it again. It comes after **ask** whatever became of that.
""",
) as refresh_records:

    @task
    def ask() -> dict[str, Any]:
        from pipeline import steps

        return steps.ask_live_sources(steps.current_world(), steps.day_of_run(get_current_context()["dag_run"]))

    @task(pool="warehouse", trigger_rule="all_done")
    def refresh() -> dict[str, Any]:
        from pipeline import steps

        return steps.take_in_records(steps.current_world(), steps.day_of_run(get_current_context()["dag_run"]))

    ask() >> refresh()
