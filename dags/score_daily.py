"""As soon as a day's articles are in: read their claims, judge and score them, check the data, publish the snapshot."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from airflow.providers.smtp.notifications.smtp import SmtpNotifier
from airflow.sdk import DAG, Asset, IdentityMapper, PartitionedAssetTimetable, get_current_context, task

OPERATORS = "{{ var.value.get('reelcheck_operators', 'operator@localhost') }}"

with DAG(
    "score_daily",
    description="Judge the day's articles and publish the snapshot",
    schedule=PartitionedAssetTimetable(assets=Asset("articles"), default_partition_mapper=IdentityMapper()),
    start_date=datetime(2026, 11, 1),  # noqa: DTZ001 - the timetable holds the zone
    catchup=False,
    max_active_runs=1,
    default_args={
        "retries": 2,
        "retry_delay": timedelta(minutes=5),
        "execution_timeout": timedelta(hours=2),
        "pool": "warehouse",
        "on_failure_callback": SmtpNotifier(
            to=OPERATORS,
            subject="Reelcheck: {{ dag.dag_id }}, {{ ti.task_id }} failed",
            html_content="Run {{ run_id }} of {{ dag.dag_id }}: {{ exception }}",
        ),
    },
    tags=["reelcheck"],
    doc_md="""
### What red means
- **score** red: an article crashed the checker or a record file is malformed (the log names the file and key). Nothing of the day was
  written; fix and clear.
- **check** red: the data is off, and nothing was published; readers still have yesterday's snapshot. The log lists the offending rows by
  check; `pipeline/sql/checks/` says what each check means. Fix the cause, then clear `check`. It is not retried: waiting mends no data.
- **publish** red: the new file could not be written (disk?). Readers still have the old one; clear the task.
""",
) as score_daily:

    @task
    def score() -> dict[str, Any]:
        from pipeline import steps

        return steps.score(steps.current_world(), steps.day_of_run(get_current_context()["dag_run"]))

    @task(retries=0)
    def check() -> dict[str, Any]:
        from pipeline import steps

        return steps.check(steps.current_world(), steps.day_of_run(get_current_context()["dag_run"]))

    @task(outlets=[Asset("scores")])
    def publish() -> dict[str, Any]:
        from pipeline import steps

        return steps.publish(steps.current_world(), steps.day_of_run(get_current_context()["dag_run"]))

    score() >> check() >> publish()
