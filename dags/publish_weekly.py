"""Every Monday: compose last week's digest, hold it for an editor where that is switched on, release it, mail it at most once."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from airflow.providers.smtp.notifications.smtp import SmtpNotifier
from airflow.providers.standard.operators.hitl import ApprovalOperator
from airflow.sdk import DAG, CronPartitionTimetable, get_current_context, task

OPERATORS = "{{ var.value.get('reelcheck_operators', 'operator@localhost') }}"

with DAG(
    "publish_weekly",
    description="Compose, release and mail the weekly digest",
    schedule=CronPartitionTimetable("0 7 * * 1", timezone="UTC", run_offset=-1, key_format="%Y-%m-%d"),
    start_date=datetime(2026, 11, 1),  # noqa: DTZ001 - the timetable holds the zone
    catchup=False,
    max_active_runs=1,
    default_args={
        "retries": 2,
        "retry_delay": timedelta(minutes=5),
        "execution_timeout": timedelta(hours=1),
        "on_failure_callback": SmtpNotifier(
            to=OPERATORS,
            subject="Reelcheck: {{ dag.dag_id }}, {{ ti.task_id }} failed",
            html_content="Run {{ run_id }} of {{ dag.dag_id }}: {{ exception }}",
        ),
    },
    tags=["reelcheck"],
    doc_md="""
The key is the Monday of the week that the issue is about. The issue takes the days that were published and names those that were not; it
never waits for a missing one.

### What red means
- **compose** red: there is no snapshot, or it lacks a view. Run `score_daily` for one of the week's days, then clear.
- **hold** waits for an editor under *Required actions* when the variable `reelcheck_hold` is `true`. Rejecting ends the run.
- **release** red: an editor holds the issue (`reelcheck desk` shows it; clear the task when it is approved), or its folder could not be
  written; clear.
- **mail** red: the mail server did not take the issue for some reader (the log lists them). Clear the task: nobody gets it twice.
""",
) as publish_weekly:

    @task
    def compose() -> dict[str, Any]:
        from pipeline import steps

        return steps.compose(steps.current_world(), steps.week_of_run(get_current_context()["dag_run"]))

    @task.branch
    def choose() -> str:
        from airflow.sdk import Variable

        return "hold" if Variable.get("reelcheck_hold", "false").lower() == "true" else "release"

    hold = ApprovalOperator(
        task_id="hold",
        subject="Release this week's digest?",
        body="{{ ti.xcom_pull(task_ids='compose') }}",
        execution_timeout=None,
        response_timeout=timedelta(days=3),
    )

    @task(trigger_rule="none_failed_min_one_success", pool="warehouse")
    def release() -> dict[str, Any]:
        from pipeline import steps

        return steps.release(steps.current_world(), steps.week_of_run(get_current_context()["dag_run"]))

    @task
    def mail() -> dict[str, Any]:
        from airflow.sdk import Connection
        from airflow.sdk.exceptions import AirflowNotFoundException

        from pipeline import steps

        try:
            connection = Connection.get("smtp_default").get_uri()
        except AirflowNotFoundException:
            connection = None
        return steps.mail(steps.current_world(), steps.week_of_run(get_current_context()["dag_run"]), connection)

    chosen = choose()
    released = release()
    compose() >> chosen >> [hold, released]
    hold >> released >> mail()
