"""Every Sunday: ask the live sources about the watched works; new facts come in, conflicts are listed for an editor."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from airflow.providers.smtp.notifications.smtp import SmtpNotifier
from airflow.sdk import DAG, CronPartitionTimetable, get_current_context, task

OPERATORS = "{{ var.value.get('reelcheck_operators', 'operator@localhost') }}"

with DAG(
    "refresh_records",
    description="Take the records in, and ask the live sources about the watched works",
    schedule=CronPartitionTimetable("0 3 * * 0", timezone="UTC", key_format="%Y-%m-%d"),
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
### What red means
- **refresh** red: a record file is malformed (the log names file and key). A live source that is down or answers nonsense is *not* red:
  the old facts stay, the source is named in the task's result, and the next run asks again.
""",
) as refresh_records:

    @task(pool="warehouse")
    def refresh() -> dict[str, Any]:
        from pipeline import steps

        return steps.refresh_records(steps.current_world(), steps.day_of_run(get_current_context()["dag_run"]))

    refresh()
