"""The DAG files: they load, say what red means, and are shaped as an operator expects."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from pipeline.errors import BadInputError
from pipeline.steps import day_of_run, week_of_run

pytestmark = [pytest.mark.airflow, pytest.mark.xdist_group("airflow")]
DAGS = Path(__file__).resolve().parents[2] / "dags"
NAMES = ("crawl_daily", "score_daily", "publish_weekly", "refresh_records")


@pytest.fixture(scope="module")
def dags(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    os.environ.update(AIRFLOW_HOME=str(tmp_path_factory.mktemp("airflow")), AIRFLOW__CORE__LOAD_EXAMPLES="False", REELCHECK_DEADLINES="on")
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(dag_folder=str(DAGS))
    assert bag.import_errors == {}
    return dict(bag.dags)


def test_the_four_dags_are_there(dags: dict[str, Any]) -> None:
    assert sorted(dags) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_each_says_what_red_means_and_whom_to_tell(dags: dict[str, Any], name: str) -> None:
    dag = dags[name]
    assert "What red means" in dag.doc_md
    assert not dag.catchup
    assert dag.max_active_runs == 1
    for task in dag.tasks:
        assert task.on_failure_callback, task.task_id


def test_a_site_that_fails_keeps_nobody_from_extract(dags: dict[str, Any]) -> None:
    dag = dags["crawl_daily"]
    assert dag.get_task("extract").trigger_rule == "all_done"
    assert dag.get_task("crawl").downstream_task_ids == {"extract"}
    assert dag.deadline, "somebody is told when the night is late"


def test_a_failed_check_keeps_everything_from_publish(dags: dict[str, Any]) -> None:
    publish = dags["score_daily"].get_task("publish")
    assert publish.upstream_task_ids == {"check"}
    assert publish.trigger_rule == "all_success"


def test_writers_share_the_one_slot_pool(dags: dict[str, Any]) -> None:
    writers = {
        ("crawl_daily", "load"),
        ("crawl_daily", "detect"),
        ("score_daily", "score"),
        ("score_daily", "check"),
        ("score_daily", "publish"),
    }
    for dag, task in writers:
        assert dags[dag].get_task(task).pool == "warehouse", (dag, task)


def test_the_scores_follow_the_articles_of_the_same_day(dags: dict[str, Any]) -> None:
    outlets = dags["crawl_daily"].get_task("detect").outlets
    assert [asset.name for asset in outlets] == ["articles"]


def run(key: str | None = None, logical: datetime | None = None) -> Any:
    return SimpleNamespace(partition_key=key, logical_date=logical, run_after=datetime(2026, 11, 20, 5, tzinfo=UTC))


def test_the_day_comes_from_the_partition_key_first() -> None:
    assert day_of_run(run("2026-11-18", datetime(2026, 11, 1, tzinfo=UTC))) == date(2026, 11, 18)
    assert day_of_run(run(None, datetime(2026, 11, 19, tzinfo=UTC))) == date(2026, 11, 19)
    assert day_of_run(run()) == date(2026, 11, 20)
    assert week_of_run(run("2026-11-18")) == date(2026, 11, 16)
    with pytest.raises(BadInputError, match="partition key 'soon'"):
        day_of_run(run("soon"))
