from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.checker import Checker
from pipeline.evaluation.canaries import CANARIES, count_canaries, list_rows, run_canaries
from pipeline.models import Article, Paragraph
from pipeline.records.loader import load_records
from pipeline.settings import World
from pipeline.warehouse.canaries import record_canaries
from pipeline.warehouse.store import Warehouse, open_writer

DAY = date(2026, 11, 18)
RIGHT = Article(
    url="https://site.example/chernobyl-makers",
    title="Chernobyl: who made the series",
    paragraphs=(
        Paragraph("Chernobyl is a five-part miniseries on HBO."),
        Paragraph("Chernobyl was created and written by Craig Mazin. All five episodes of Chernobyl were directed by Johan Renck."),
    ),
    language="en",
)
DAYS = [DAY.replace(day=n) for n in range(1, 13)]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(load_records())


@pytest.fixture
def wh(tmp_path: Path) -> Iterator[Warehouse]:
    with open_writer(World("newsstand", tmp_path)) as warehouse:
        yield warehouse


def test_a_swapped_fact_is_caught_and_its_twin_is_not_accused(checker: Checker) -> None:
    results = [result for day in DAYS for result in run_canaries(checker, [("chernobyl", RIGHT)], day)]
    counts = count_canaries(results)
    assert counts["canaries"] == len(DAYS)
    assert counts["canaries_caught"] > 0
    assert counts["canary_false_alarms"] == 0
    assert len({r.relation for r in results}) > 1, "every day draws its own swap"


def test_a_day_run_again_gives_the_same_and_touches_no_article(checker: Checker) -> None:
    before = repr(RIGHT)
    assert run_canaries(checker, [("chernobyl", RIGHT)], DAY) == run_canaries(checker, [("chernobyl", RIGHT)], DAY)
    assert repr(RIGHT) == before


def test_a_wrong_article_is_a_false_alarm_of_its_twin(checker: Checker) -> None:
    wrong = replace(RIGHT, paragraphs=tuple(Paragraph(p.text.replace("Johan Renck", "Peter Vance")) for p in RIGHT.paragraphs))
    assert count_canaries(run_canaries(checker, [("wrong", wrong)], DAY))["canary_false_alarms"] == 1


def test_a_field_out_of_service_makes_no_canary(checker: Checker) -> None:
    fields = frozenset(("chernobyl", name) for name in ("creator", "writer", "director", "platform"))
    relations = {r.relation for day in DAYS for r in run_canaries(checker, [("chernobyl", RIGHT)], day, fields)}
    assert relations <= {"episode_count"}


def test_what_is_about_nothing_or_says_nothing_gives_no_result(checker: Checker) -> None:
    mute = Article(url=None, title="A cake for Sunday", paragraphs=(Paragraph("Two eggs, flour, and patience."),))
    assert run_canaries(checker, [("mute", mute)], DAY) == []


def test_no_more_than_the_days_number(checker: Checker) -> None:
    results = run_canaries(checker, [(f"chernobyl-{n}", RIGHT) for n in range(CANARIES + 5)], DAY)
    assert count_canaries(results)["canaries"] == CANARIES


def test_results_replace_those_of_an_earlier_run(wh: Warehouse, checker: Checker) -> None:
    rows = list_rows(run_canaries(checker, [("chernobyl", RIGHT)], DAY))
    for _ in range(2):
        assert record_canaries(wh, DAY, rows, "c1") == 2
    assert record_canaries(wh, DAY.replace(day=1), [], "c1") == 0
    found = wh.db.execute("SELECT day, canary, swapped, checker_version FROM base.canary_results ORDER BY swapped").fetchall()
    assert found == [(DAY, "chernobyl", False, "c1"), (DAY, "chernobyl", True, "c1")]
