"""What changed on record during the week, from the statements that the warehouse keeps when it supersedes them."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from pipeline.settings import World
from reports.composing import compose
from reports.context import IssueContext, RecordChange, RecordNews
from reports.digest import build_digest, export_issue, freeze, read_context, render
from reports.letter import render_letter
from reports.readers import Reader, choose_for
from tests.reports.conftest import publish
from tests.reports.sample import build_sample
from tests.reports.stage import MONDAY, WATCHED, Stage, add_fact, rejudge, source, vouch

SHOW = WATCHED


def compose_news(stage: Stage, tmp_path: Path, previous: IssueContext | None = None) -> RecordNews:
    news = compose(stage.write(tmp_path / "snapshot.duckdb"), MONDAY, previous=previous).records
    assert news is not None
    return news


def outline(change: RecordChange) -> tuple[str, str, list[str], list[str]]:
    return change.relation, change.kind, [w.plain for w in change.was], [w.plain for w in change.now]


def make_week() -> Stage:
    """A producer is replaced, which changes a verdict; and lesser things."""
    stage = build_sample()
    add_fact(stage, "country", "Norway", -10, 2)
    add_fact(stage, "country", "Iceland", 2, sources=[vouch("Harbour Post", owner="Northern Media"), vouch("Old Page", tier=3)])
    page = stage.article("lantern", "Made in Norway", day=1, show=SHOW)
    claimed = stage.claim(page, SHOW, "country", {"value": "Norway"}, "made in Norway", verdict="supported")
    rejudge(stage, claimed, "unverifiable", 2)
    add_fact(stage, "award", "Golden Gull", 3)
    add_fact(stage, "language", "Norwegian", -10, 4)
    add_fact(stage, "episode_count", "6", -10, 4)
    add_fact(stage, "episode_count", "6", 4, disputed="Harbour Post has 8")
    return stage


def test_each_kind_of_change_is_told_with_source_owner_and_day(tmp_path: Path) -> None:
    news = compose_news(make_week(), tmp_path)
    assert [outline(change) for change in news.changes] == [
        ("country", "superseded", ["The Salt Ledger is a production from Norway"], ["The Salt Ledger is a production from Iceland"]),
        ("language", "removed", ["The Salt Ledger is in Norwegian"], []),
        ("episode_count", "disputed", [], ["The Salt Ledger has 6 episodes"]),
        ("award", "added", [], ["The Salt Ledger: Golden Gull"]),
    ]
    first = news.changes[0]
    assert next((s.publisher, s.owner, s.read) for s in first.sources) == ("Harbour Post", "Northern Media", date(2026, 11, 17))
    assert (first.seen, first.rejudged, first.changed) == (date(2026, 11, 18), 1, 1)
    assert first.effect == "1 stored claim judged anew, 1 verdict changed"
    assert news.changes[1].effect is None
    assert [c.vouching for c in news.changes] == ["On the word of", "Until then on the word of", "On the word of", "On the word of"]
    assert [c.note for c in news.changes] == [None, None, "Harbour Post has 8", None]


def test_first_facts_later_readings_and_general_knowledge_are_no_news(tmp_path: Path) -> None:
    stage = build_sample()
    add_fact(stage, "language", "English", -10, 2, sources=[vouch("Harbour Post", read="2026-11-01")])
    add_fact(stage, "language", "English", 2, sources=[vouch("Harbour Post", read="2026-11-18")])
    add_fact(stage, "award", "A prize", 3, tier=4)
    add_fact(stage, "award", "Another prize", 3, publishable=False)
    stage.show("brand-new", "Brand New")
    add_fact(stage, "country", "Norway", 3, show="brand-new")
    assert compose_news(stage, tmp_path) == RecordNews(since=MONDAY, changes=(), hidden=0)


def test_one_edit_of_one_list_is_one_line(tmp_path: Path) -> None:
    stage = build_sample()
    for n in range(5):
        add_fact(stage, "award", f"Prize {n}", -10, 3)
        add_fact(stage, "award", f"Prize {n}", 3, sources=[vouch("Harbour Post"), vouch("Second Sight")])
    (change,) = compose_news(stage, tmp_path).changes
    assert (change.kind, change.values, change.more) == ("sourced", 5, 2)
    assert [s.publisher for s in change.sources] == ["Second Sight"]
    assert change.vouching == "Now also on the word of"


def test_several_values_that_come_and_go_are_not_paired(tmp_path: Path) -> None:
    stage = build_sample()
    for gone in ("A. One", "B. Two"):
        add_fact(stage, "writer", gone, -10, 3)
    add_fact(stage, "writer", "C. Three", 3)
    assert [(c.kind, c.values) for c in compose_news(stage, tmp_path).changes] == [("removed", 2), ("added", 1)]


def test_what_touches_a_real_person_is_only_counted(tmp_path: Path) -> None:
    stage = build_sample()
    add_fact(stage, "cast_member", "Ann Lee", 3, qualifiers={"character": "Aud", "real_person": "Ruth Example"})
    assert compose_news(stage, tmp_path) == RecordNews(since=MONDAY, changes=(), hidden=1)


def test_twelve_are_printed_and_the_rest_counted_with_the_command(tmp_path: Path) -> None:
    stage = build_sample()
    for n in range(15):
        stage.show(f"work-{n:02}", f"Work {n:02}")
        add_fact(stage, "country", "Norway", -10, show=f"work-{n:02}")
        add_fact(stage, "award", "Golden Gull", 3, show=f"work-{n:02}")
    context = compose(stage.write(tmp_path / "snapshot.duckdb"), MONDAY, previous=None)
    assert context.records is not None
    assert (len(context.records.changes), context.records.hidden) == (12, 3)
    render(context, tmp_path / "issue")
    for name in ("index.html", "mail.txt"):
        assert "reelcheck shows changes --since 2026-11-16" in (tmp_path / "issue" / name).read_text()
    assert (tmp_path / "issue" / "index.html").stat().st_size < 300_000
    assert (tmp_path / "issue" / "mail.html").stat().st_size < 100_000


def test_only_verdicts_that_the_record_changed_are_counted(tmp_path: Path) -> None:
    stage = make_week()
    page = stage.article("kiosk", "Norway again", day=1, show=SHOW)
    claimed = stage.claim(page, SHOW, "country", {"value": "Denmark"}, "made in Denmark", verdict="unverifiable")
    rejudge(stage, claimed, "conflicts_with_record", 3, reason="checker changed")
    assert compose_news(stage, tmp_path).changes[0].rejudged == 1


def test_what_came_after_the_cut_off_is_not_in_it_and_comes_in_the_next_issue(world: World) -> None:
    publish(make_week(), world)
    made = build_digest(world, MONDAY)
    late = make_week()
    add_fact(late, "award", "Silver Gull", 7)  # on Monday after the issue's cut-off
    publish(late, world)
    listed = build_digest(world, MONDAY, again=True)
    assert listed.differences == ()
    assert any(line.startswith("records/") for line in listed.since)
    following = compose(world.snapshot, MONDAY + timedelta(days=7), previous=made.context).records
    assert following is not None
    assert [outline(c)[3] for c in following.changes] == [["The Salt Ledger: Silver Gull"]]


def test_an_issue_from_before_the_part_stays_as_it_was(world: World, tmp_path: Path) -> None:
    made = build_digest(world, MONDAY)
    kept = json.loads((made.folder / "context.json").read_text())
    del kept["records"]
    old = tmp_path / "old"
    old.mkdir()
    text = json.dumps(kept, ensure_ascii=False, indent=1) + "\n"
    (old / "context.json").write_text(text)
    context = read_context(old)
    assert context.records is None
    freeze(context, old)  # would refuse to write other bytes
    assert (old / "context.json").read_text() == text
    render(context, old)
    assert "records" not in export_issue(context)
    for name in ("index.html", "mail.html", "mail.txt"):
        assert "hanged on record" not in (old / name).read_text()

    (made.folder / "context.json").write_text(text)
    assert build_digest(world, MONDAY, again=True).differences == ()


def test_nothing_changed_is_one_line_on_the_page_and_none_in_the_letter(issue: IssueContext, tmp_path: Path) -> None:
    assert issue.records is not None and issue.records.changes == ()
    render(issue, tmp_path)
    assert "No record changed since the issue before." in (tmp_path / "index.html").read_text()
    assert "hanged on record" not in (tmp_path / "mail.html").read_text()
    assert "CHANGED ON RECORD" not in (tmp_path / "mail.txt").read_text()


def test_every_form_tells_it_and_the_spanish_letter_in_spanish(world: World) -> None:
    publish(make_week(), world)
    made = build_digest(world, MONDAY)
    page, letter = made.html.read_text(), made.text.read_text()
    assert 'id="records"' in page and 'href="#records"' in page
    for told in ("Northern Media", "1 stored claim judged anew, 1 verdict changed", "Harbour Post", "Harbour Post has 8"):
        assert told in page and told in " ".join(letter.split()) and told in made.mail.read_text()
    spanish = " ".join((made.folder / "mail.es.txt").read_text().split())
    assert "CAMBIOS EN EL REGISTRO" in spanish
    assert "Sustituido. The Salt Ledger, país: antes" in spanish
    exported = json.loads((made.folder / "issue.json").read_text())["records"]
    assert exported["changes"][0]["was"] == ["The Salt Ledger is a production from Norway"]


def test_a_reader_of_one_show_gets_the_changes_of_its_record(tmp_path: Path) -> None:
    context = compose(make_week().write(tmp_path / "snapshot.duckdb"), MONDAY, previous=None)
    other = choose_for(context, Reader(address="a@b.example", shows=("glass-orchard",)))
    assert other.records is not None and other.records.changes == ()
    mine = choose_for(context, Reader(address="a@b.example", shows=(SHOW,)))
    assert mine.records == context.records
    assert "Changed on record" in render_letter(mine, {}).html


def test_no_day_of_reading_is_later_than_the_issue(tmp_path: Path) -> None:
    stage = build_sample()
    early, late = vouch("Early Post", read="2026-11-10"), vouch("Late Post", read="2026-12-24")
    add_fact(stage, "language", "Danish", 3, sources=[late])
    add_fact(stage, "country", "Norway", 3, sources=[late, early])
    page = stage.article("kiosk", "Set in Bergen", day=2, show=SHOW)
    evidence = [
        source("Late Post", "setting_time", "1990s", read="2026-12-24"),
        source("Early Post", "setting_time", "1990s", read="2026-11-10"),
    ]
    stage.claim(page, SHOW, "setting_time", {"value": "1950s"}, "set in the 1950s", evidence)
    context = compose(stage.write(tmp_path / "snapshot.duckdb"), MONDAY, previous=None)
    assert context.records is not None
    told = {c.relation: [(s.publisher, s.read) for s in c.sources] for c in context.records.changes}
    assert told == {"language": [("Late Post", None)], "country": [("Early Post", date(2026, 11, 10)), ("Late Post", None)]}
    sources = [item.sources for item in context.items if item.relation == "setting_time"]
    sources += [beside.sources for item in context.items for beside in item.also if beside.relation == "setting_time"]
    assert [(s.publisher, s.read) for s in sources[0]] == [("Early Post", date(2026, 11, 10)), ("Late Post", None)]
    assert "Dec 2026" not in render_letter(context, {}).text
