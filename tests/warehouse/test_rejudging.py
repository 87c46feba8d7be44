"""A fact that changes, a new record and a quarantine make old checks outdated, and nothing else does."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from pipeline.checker import Checker
from pipeline.journal import write_act
from pipeline.models import Fact, RecordBook, Show, Source
from pipeline.settings import World
from pipeline.warehouse.journal import merge_journal
from pipeline.warehouse.load import load_day
from pipeline.warehouse.pages import FetchedPage, write_articles
from pipeline.warehouse.record import pending_versions, read_versions, record_reports
from pipeline.warehouse.records import load_records
from pipeline.warehouse.rejudging import find_outdated, find_suspect_fields, list_quarantined
from pipeline.warehouse.snapshot import publish
from pipeline.warehouse.store import Warehouse, create_schema
from tests.builders import make_article

DAY = date(2026, 11, 18)
NIGHT = datetime(2026, 11, 19, 5, tzinfo=UTC)
SOURCES = {
    "maker": Source("maker", "The Platform", 1, DAY, "https://platform.example/press"),
    "paper": Source("paper", "The Paper", 2, DAY, "https://paper.example/a"),
}


def make_record(director: str, slug: str = "the-glass-orchard", title: str = "The Glass Orchard") -> Show:
    facts = (
        Fact("story_basis", "fiction", ("maker",)),
        Fact("director", director, ("maker", "paper")),
        Fact("platform", "Netflix", ("maker",)),
        Fact("cast_member", "Ines Calder", ("maker", "paper"), character="Ada Moss"),
    )
    return Show(slug, title, "limited series", DAY, facts, SOURCES, {"director": ("maker",), "platform": ("maker",)}, year=2026)


def make_records(*shows: Show) -> RecordBook:
    return RecordBook({s.slug: s for s in shows}, "book-" + "-".join(str(hash(s.facts)) for s in shows))


def load_article(wh: Warehouse, world: World, text: str, site: str = "paper-site") -> None:
    article = make_article(
        text, text.replace("series", "show"), title="The Glass Orchard on Netflix: who made the series", url=f"https://{site}.example/a"
    )
    page = FetchedPage(site, DAY, 1, f"https://{site}.example/a", 200, NIGHT - timedelta(hours=6), article=article)
    write_articles(world.articles(DAY) / f"{site}-1.parquet", [page])
    load_day(wh, DAY, [], world.articles(DAY))


def check_all(wh: Warehouse, book: RecordBook, at: datetime) -> None:
    checker = Checker(book, quarantined=list_quarantined(wh))
    pending = pending_versions(wh, DAY, "checker-1", None)
    record_reports(wh, DAY, ((v, checker.check(a)) for v, _, a in pending), "checker-1", book.version, at)


def verdicts(wh: Warehouse) -> dict[str, str]:
    return dict(wh.db.execute("SELECT relation, verdict FROM claims ORDER BY relation").fetchall())


TEXT = "The Glass Orchard is a Netflix series directed by Mara Lindqvist. Ines Calder plays Ada Moss."


def test_nothing_is_outdated_when_nothing_changed(wh: Warehouse, world: World) -> None:
    book = make_records(make_record("Mara Lindqvist"))
    load_records(wh, book, NIGHT)
    load_article(wh, world, TEXT)
    check_all(wh, book, NIGHT)
    load_records(wh, book, NIGHT + timedelta(days=1))
    assert verdicts(wh)["director"] == "supported"
    assert find_outdated(wh) == {}


def test_a_changed_fact_judges_old_articles_again_and_the_history_says_why(wh: Warehouse, world: World) -> None:
    before, after = make_records(make_record("Mara Lindqvist")), make_records(make_record("Otto Brandt"))
    load_records(wh, before, NIGHT)
    load_article(wh, world, TEXT)
    check_all(wh, before, NIGHT)
    later = NIGHT + timedelta(days=1)
    load_records(wh, after, later)
    outdated = find_outdated(wh)
    assert list(outdated) == ["record changed"]
    checker = Checker(after)
    versions = read_versions(wh, outdated["record changed"])
    record_reports(wh, DAY, ((v, checker.check(a)) for v, _, a in versions), "checker-1", after.version, later, reason="record changed")
    assert verdicts(wh)["director"] == "contradicted"
    assert find_outdated(wh) == {}
    history = wh.db.execute("SELECT verdict, reason FROM verdict_history WHERE relation = 'director' ORDER BY recorded_at").fetchall()
    assert [v for v, _ in history] == ["supported", "contradicted"]
    assert history[1][1] == "record changed"


def test_a_new_record_reads_the_old_articles_that_name_it(wh: Warehouse, world: World) -> None:
    other = replace(make_record("Somebody Else", "another-work", "Another Work Entirely"))
    load_records(wh, make_records(other), NIGHT)
    load_article(wh, world, TEXT)
    check_all(wh, make_records(other), NIGHT)
    load_records(wh, make_records(other, make_record("Mara Lindqvist")), NIGHT + timedelta(days=1))
    assert len(find_outdated(wh)["record changed"]) == 1


def test_a_changed_flag_and_a_changed_voucher_judge_again_also_where_the_list_is_empty(wh: Warehouse, world: World) -> None:
    """Complete and without a fact says that there is none: who vouches for that opens and shuts the gate."""
    record = make_record("Mara Lindqvist")
    key = next(iter(record.sources))
    other = replace(record.sources[key], key="other", url="https://other.example/")
    both = {**record.sources, "other": other}
    flagged = replace(record, sources=both, complete={**record.complete, "based_on": (key,)})
    vouched = replace(flagged, complete={**record.complete, "based_on": (key, "other")})
    load_records(wh, make_records(replace(record, sources=both)), NIGHT)
    load_article(wh, world, TEXT)
    check_all(wh, make_records(record), NIGHT)
    for day, changed in enumerate((flagged, vouched), start=1):
        assert find_outdated(wh) == {}
        load_records(wh, make_records(changed), NIGHT + timedelta(days=day))
        assert len(find_outdated(wh)["record changed"]) == 1
        versions = read_versions(wh, find_outdated(wh)["record changed"])
        reports = ((v, Checker(make_records(changed)).check(a)) for v, _, a in versions)
        record_reports(wh, DAY, reports, "checker-1", make_records(changed).version, NIGHT + timedelta(days=day), reason="record changed")


def test_a_field_in_quarantine_contradicts_nobody_until_it_is_put_back(wh: Warehouse, world: World) -> None:
    book = make_records(make_record("Otto Brandt"))
    load_records(wh, book, NIGHT)
    load_article(wh, world, TEXT)
    check_all(wh, book, NIGHT)
    assert verdicts(wh)["director"] == "contradicted"
    field = {"show": "the-glass-orchard", "property": "director", "reason": "looks wrong"}
    for hours, kind, expected in ((1, "record_wrong", False), (2, "restore", True)):
        at = NIGHT + timedelta(hours=hours)
        write_act(world, kind, "An Editor", field, at)
        merge_journal(wh, world.journal)
        versions = read_versions(wh, find_outdated(wh)["quarantine"])
        checker = Checker(book, quarantined=list_quarantined(wh))
        record_reports(wh, DAY, ((v, checker.check(a)) for v, _, a in versions), "checker-1", book.version, at, reason="quarantine")
        assert (verdicts(wh)["director"] == "contradicted") is expected
        assert find_outdated(wh) == {}


def test_a_field_is_suspect_only_when_several_sites_that_are_otherwise_right_say_otherwise(wh: Warehouse, world: World) -> None:
    book = make_records(make_record("Otto Brandt"))
    load_records(wh, book, NIGHT)
    words = ("orchard", "lantern", "harbour")
    for number, word in enumerate(words):
        load_article(wh, world, f"{TEXT} It opens with a {word}, number {number}, that nobody expected {word}s to be.", site=f"site-{word}")
    check_all(wh, book, NIGHT)
    assert find_suspect_fields(wh) == [], "sites without a record of being right prove nothing"
    wh.db.execute("UPDATE base.site_scores SET score = 0.9, claims_right = 20")
    (suspect,) = find_suspect_fields(wh)
    assert (suspect.show_slug, suspect.property, suspect.sites) == ("the-glass-orchard", "director", 3)


def test_a_check_of_an_older_warehouse_is_made_again_and_can_be_published(wh: Warehouse, world: World) -> None:
    """Older warehouses did not note when a check was made: the column came in without values."""
    load_records(wh, make_records(make_record("Mara Lindqvist")), NIGHT)
    load_article(wh, world, TEXT)
    check_all(wh, make_records(make_record("Mara Lindqvist")), NIGHT)
    wh.db.execute("ALTER TABLE base.checks ALTER checked_at DROP NOT NULL")
    wh.db.execute("UPDATE base.checks SET checked_at = NULL")

    create_schema(wh)
    assert wh.db.execute("SELECT DISTINCT checked_at FROM base.checks").fetchall() == [(NIGHT.replace(tzinfo=None),)]
    assert publish(wh, world, DAY).exists()

    wh.db.execute("UPDATE base.checks SET checked_at = NULL")
    wh.db.execute("DELETE FROM base.scores")
    create_schema(wh)
    outdated = [version for versions in find_outdated(wh).values() for version in versions]
    assert outdated == [row[0] for row in wh.db.execute("SELECT version_id FROM base.checks").fetchall()] != []
