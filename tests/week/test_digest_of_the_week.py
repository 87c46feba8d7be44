"""What the week's digest says of the nights themselves and of the records they judged by, held against what the nights left behind."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from pipeline import steps
from pipeline.models import RecordBook
from pipeline.settings import World
from reports.composing import compose
from reports.digest import read_context
from reports.letter import render_letter
from tests.week.conftest import Week

pytestmark = [pytest.mark.airflow, pytest.mark.xdist_group("week"), pytest.mark.timeout(1200)]
MONDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 22)


def count_canaries(week: Week) -> tuple[int, int, int, int]:
    """(tried, caught, twins, wrongly accused) from the nights' own rows, one by one."""
    rows = week.ask("SELECT day, canary, swapped, caught FROM base.canary_results")
    assert len({(day, canary, swapped) for day, canary, swapped, _ in rows}) == len(rows)
    assert {day for day, *_ in rows} == {date(2026, 11, day) for day in range(16, 23)}, "every night ran its canaries"
    swapped = [caught for *_, is_swapped, caught in rows if is_swapped]
    twins = [caught for *_, is_swapped, caught in rows if not is_swapped]
    return len(swapped), sum(swapped), len(twins), sum(twins)


def test_the_line_of_canaries_has_the_figures_of_the_nights(week: Week) -> None:
    tried, caught, twins, accused = count_canaries(week)
    folder = week.world.digest(MONDAY)
    health = json.loads((folder / "context.json").read_text())["health"]
    assert (health["canaries"], health["twins"]) == (tried, twins)
    assert health["canary_recall"] == pytest.approx(caught / tried, abs=0.0005)
    assert health["canary_false_alarms"] == accused
    assert 0 < caught <= tried
    share = f"{100 * round(caught / tried, 3):.0f}"
    text = " ".join((folder / "mail.txt").read_text().split())
    assert f"Canaries: {share} % of {tried} caught, {accused} false alarm" in text
    page = (folder / "index.html").read_text()
    assert f"<dd>{share} % of {tried}</dd>" in page
    assert f"<dd>{accused} of {twins}</dd>" in page


def test_no_day_of_reading_in_the_issue_is_later_than_its_cut_off(week: Week) -> None:
    context = read_context(week.world.digest(MONDAY))
    assert context.cut_off is not None
    last = context.cut_off.date()
    sources = [s for item in context.items for s in item.sources]
    sources += [s for item in context.items for beside in item.also for s in beside.sources]
    sources += [s for line in context.held for s in line.sources]
    read = [s.read for s in sources]
    assert any(read)
    assert max(day for day in read if day) <= last


def take_out(book: RecordBook, slug: str, prop: str) -> RecordBook:
    """The book as an editor leaves it who strikes one property of one work."""
    show = book.shows[slug]
    facts = tuple(fact for fact in show.facts if fact.property != prop)
    assert len(facts) < len(show.facts)
    complete = {name: keys for name, keys in show.complete.items() if name != prop}
    return replace(book, shows={**book.shows, slug: replace(show, facts=facts, complete=complete)}, version="edited")


def test_an_edited_record_is_told_with_the_verdicts_that_it_changed(week: Week, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    world = World("newsstand", Path(shutil.copytree(week.world.root, tmp_path / "newsstand", symlinks=True)))
    slug, prop, stored = week.ask(
        "SELECT show_slug, relation, count(*) FROM claims WHERE verdict = 'contradicted' AND relation IN ('episode_count', 'platform') "
        "GROUP BY ALL ORDER BY count(*) DESC, show_slug, relation LIMIT 1"
    )[0]
    book = steps.load_book(world, SUNDAY)
    monkeypatch.setattr(steps, "load_book", lambda world, day: take_out(book, slug, prop))
    steps.score(world, SUNDAY)
    steps.publish(world, SUNDAY)

    context = compose(world.snapshot, MONDAY, previous=None)
    assert context.records is not None
    assert context.records.hidden == 0
    (change,) = context.records.changes
    assert (change.show.slug, change.relation, change.kind) == (slug, prop, "removed")
    assert change.seen == datetime(2026, 11, 23).date()  # noqa: DTZ001 - the morning after Sunday's night, by the newsstand's clock
    assert change.changed >= stored
    assert f"{change.changed} verdict" in (change.effect or "")
    assert "Changed on record" in render_letter(context, {}).html
    was = read_context(week.world.digest(MONDAY)).records
    assert was is not None and was.changes == ()
