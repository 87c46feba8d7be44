"""What lint finds in records that load but should not be relied on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.models import Fact, RecordBook, Show, Source
from pipeline.records.lint import lint_records
from pipeline.records.loader import load_records

READ = date(2026, 10, 30)
SOURCES = {
    "platform": Source("platform", "Press office", 1, READ, "https://platform.example/"),
    "gazette": Source("gazette", "The Gazette", 2, READ, "https://gazette.example/"),
    "blog": Source("blog", "A blog", 3, READ, "https://blog.example/"),
    "known": Source("known", "general knowledge", 4, READ),
}
CLEAN = Show(
    slug="a-show",
    title="A Show",
    format="series",
    as_of=date(2026, 11, 1),
    year=2024,
    facts=(Fact("story_basis", "fiction", ("platform",)), Fact("premiere_date", "2024-03-01", ("platform",))),
    sources=SOURCES,
    complete={"story_basis": ("platform",)},
)


def findings(*shows: Show) -> list[tuple[str, str, str]]:
    found = lint_records(RecordBook({s.slug: s for s in shows}, "v"), Path("folder"))
    return [(f.severity, f.rule, f.where) for f in found]


def with_facts(*facts: Fact, **changes: object) -> Show:
    return replace(CLEAN, facts=(*CLEAN.facts, *facts), **changes)  # type: ignore[arg-type]


def test_a_clean_record_has_no_findings() -> None:
    assert findings(CLEAN) == []


@pytest.mark.parametrize(
    ("show", "wanted"),
    [
        (replace(CLEAN, facts=CLEAN.facts[1:]), ("error", "story-basis", "story_basis")),
        (with_facts(CLEAN.facts[0]), ("error", "story-basis", "story_basis")),
        (with_facts(Fact("director", "Ann Stone", ("nobody",))), ("error", "unknown-source", "[[fact]] 3")),
        (replace(CLEAN, complete={"director": ("nobody",)}), ("error", "unknown-source", "[complete] director")),
        (replace(CLEAN, complete={"director": ("blog", "gazette")}), None),
        (replace(CLEAN, complete={"director": ("blog",)}), ("warning", "complete-thin", "[complete] director")),
        (with_facts(Fact("director", "Ann Stone", ("gazette",)), complete={"director": ("blog",)}),
         ("note", "complete-thin-alone", "[complete] director")),
        (with_facts(Fact("premiere_date", "2024-02-31", ("platform",))), ("error", "date", "[[fact]] 3")),
        (with_facts(Fact("premiere_date", "2199-01-01", ("platform",), season=4)), ("error", "date", "[[fact]] 3")),
        (with_facts(Fact("setting_time", "long ago", ("platform",))), ("warning", "date", "[[fact]] 3")),
        (with_facts(Fact("real_event", "A ferry sank", ("platform",), when="in winter")), ("warning", "date", "[[fact]] 3")),
        (replace(CLEAN, year=None), ("warning", "year", "year")),
        (replace(CLEAN, year=2020), ("warning", "year", "year")),
        (replace(CLEAN, as_of=date(2026, 1, 1)), ("warning", "date", "[sources.blog]")),
        (with_facts(Fact("director", "Ann Stone", ("known",))), ("note", "person-unsourced", "[[fact]] 3")),
        (with_facts(Fact("director", "Ann Stone", ())), ("error", "person-unsourced", "[[fact]] 3")),
        (with_facts(Fact("episode_count", 4_000_000, ("platform",))), ("error", "count", "[[fact]] 3")),
        (with_facts(Fact("episode_count", 6, ("platform",)), format="film"), ("error", "count", "episode_count")),
        (with_facts(Fact("episode_count", 6, ("platform",)), Fact("season_count", 1, ("platform",)),
                    Fact("episode_count", 5, ("platform",), season=1, seasons=(1,))), ("warning", "count", "episode_count")),
        (replace(CLEAN, sources=SOURCES | {"x": replace(SOURCES["blog"], key="x", after="x")}), ("error", "after", "[sources.x]")),
        (replace(CLEAN, sources=SOURCES | {"x": replace(SOURCES["blog"], key="x", after="gazete")}), ("error", "after", "[sources.x]")),
        (replace(CLEAN, sources=SOURCES | {"x": replace(SOURCES["blog"], key="x", after="gazette")}), None),
        (replace(CLEAN, sources=SOURCES | {"x": replace(SOURCES["blog"], key="x", after="wikipedia.org")}), None),
        (replace(CLEAN, sources=SOURCES | {"x": replace(SOURCES["blog"], key="x", owner="A House", after="y"),
                                           "y": replace(SOURCES["blog"], key="y", after="x")}), ("error", "after", "[sources.y]")),
        (replace(CLEAN, sources=SOURCES | {"x": replace(SOURCES["blog"], key="x", owner="A House"),
                                           "y": replace(SOURCES["blog"], key="y", after="a house")}), None),
    ],
)  # fmt: skip
def test_rule(show: Show, wanted: tuple[str, str, str] | None) -> None:
    assert (wanted in findings(show)) if wanted else (findings(show) == [])


def test_same_titles_need_years_to_be_told_apart() -> None:
    other = replace(CLEAN, slug="a-show-1999", title="a show", year=1999, facts=CLEAN.facts[:1])
    assert findings(CLEAN, other) == []
    found = findings(CLEAN, replace(other, year=2024))
    assert found == [("error", "duplicate-title", "title")] * 2


def test_one_work_of_a_live_source_has_one_record() -> None:
    other = replace(CLEAN, slug="another", title="Another Show", ids={"wikidata": "Q1", "tvmaze": "7"})
    assert findings(replace(CLEAN, ids={"wikidata": "Q2", "tvmaze": "8"}), other) == []
    assert findings(replace(CLEAN, ids={"wikidata": "Q1"}), other) == [("error", "duplicate-id", "[ids] wikidata")] * 2


def test_findings_name_the_file_and_come_errors_first() -> None:
    bad = replace(CLEAN, year=None, facts=())
    found = lint_records(RecordBook({"a-show": bad}, "v"), Path("folder"))
    assert {f.path for f in found} == {Path("folder/a-show.toml")}
    assert [f.severity for f in found] == sorted((f.severity for f in found), key=["error", "warning", "note"].index)


def test_the_bundled_records_have_no_errors() -> None:
    assert [f for f in lint_records(load_records()) if f.severity == "error"] == []
