"""A whole week through Airflow: what an operator, an editor and an analyst find afterwards."""

from __future__ import annotations

import json
from datetime import date

import pytest

from spiders.newsstand.stand import load_stands
from tests.week.conftest import Week, run_week

pytestmark = [pytest.mark.airflow, pytest.mark.xdist_group("week"), pytest.mark.timeout(1200)]
MONDAY = date(2026, 11, 16)


def test_every_run_succeeds_and_says_where_things_are(week: Week) -> None:
    assert week.output.count("success") == 15
    assert str(week.world.snapshot) in week.output
    assert (week.world.digest(MONDAY) / "index.html").stat().st_size > 10_000
    assert (week.world.digest(MONDAY) / "mail.txt").read_text().strip()
    assert "worst findings" in week.output


def test_all_sites_and_days_are_there(week: Week) -> None:
    assert week.ask("SELECT count(DISTINCT site), count(DISTINCT day) FROM site_health") == [(14, 7)]
    ((articles,),) = week.ask("SELECT count(*) FROM articles WHERE NOT is_baseline")
    assert articles >= 120
    ((shows,),) = week.ask("SELECT count(DISTINCT show_slug) FROM claims WHERE is_on_record")
    assert shows >= 25


def test_the_site_that_was_down_is_a_finding_and_nothing_else_suffered(week: Week) -> None:
    failed = week.ask("SELECT site, day, cause FROM site_health WHERE outcome = 'failed'")
    assert failed == [("county-courier", date(2026, 11, 18), "unreachable")]


def test_no_article_that_is_right_is_accused(week: Week) -> None:
    right = {a.url for stand in load_stands() for a in stand.articles if all(v.label == "reliable" for v in a.versions)}
    accused = week.ask("SELECT url, quote, explanation FROM claims WHERE verdict = 'contradicted' AND own_word")
    assert [row for row in accused if row[0] in right] == []


def test_articles_about_other_things_are_accused_of_nothing(week: Week) -> None:
    other = {a.url for stand in load_stands() for a in stand.articles if not any(v.show or v.works for v in a.versions)}
    accused = week.ask("SELECT url, quote FROM claims WHERE verdict = 'contradicted'")
    assert [row for row in accused if row[0] in other] == []


def test_the_falsehood_that_spread_is_found_with_its_first_page(week: Week) -> None:
    rows = week.ask(
        "SELECT first_site, articles, sites FROM falsehoods "
        "WHERE show_slug = 'no-one-saw-us-leave' AND relation = 'based_on' ORDER BY articles DESC"
    )
    assert rows, "the invented source of the most copied article is found"
    first_site, articles, sites = rows[0]
    assert first_site == "glowreel"
    assert articles >= 3
    assert sites >= 3


def test_a_silent_edit_and_an_open_one_are_both_seen(week: Week) -> None:
    edited = week.ask("SELECT site, count(*) FROM article_versions GROUP BY site, article_id HAVING count(*) > 1 ORDER BY site")
    assert {site for site, _ in edited} == {"glowreel", "marquee-ledger"}


def test_a_gone_page_is_gone(week: Week) -> None:
    ((gone,),) = week.ask("SELECT count(*) FROM articles WHERE gone_day IS NOT NULL")
    assert gone >= 1


def test_the_snapshot_holds_no_article_bodies(week: Week) -> None:
    longest = week.ask("SELECT max(length(quote)) FROM claims")[0][0]
    assert longest <= 400
    columns = {name for (name,) in week.ask("SELECT column_name FROM information_schema.columns WHERE table_name = 'article_versions'")}
    assert not columns & {"paragraphs", "body", "text"}


def test_the_second_run_changes_nothing_and_is_faster(week: Week) -> None:
    before = week.world.snapshot.resolve()
    issue = {p.name: p.read_bytes() for p in week.world.digest(MONDAY).iterdir() if p.is_file()}
    _, seconds = run_week(week.world.root.parent, week.home)
    assert week.world.snapshot.resolve() == before
    assert {p.name: p.read_bytes() for p in week.world.digest(MONDAY).iterdir() if p.is_file()} == issue
    assert seconds < week.seconds


def test_the_frozen_context_is_complete(week: Week) -> None:
    context = json.loads((week.world.digest(MONDAY) / "context.json").read_text())
    assert 1 <= len(context["items"]) <= 10
