from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import BadInputError
from reports.composing import compose
from reports.context import IssueContext, Item
from tests.reports.sample import BASIS, BOOK, PRODUCER, build_sample
from tests.reports.stage import MONDAY, Stage, key_of, source

Compose = Callable[[Stage], IssueContext]


@pytest.fixture
def compose_stage(tmp_path: Path) -> Compose:
    """Compose a stage's week, without an issue before it."""
    return lambda stage: compose(stage.write(tmp_path / "stage.duckdb"), stage.monday, previous=None)


def find_item(issue: IssueContext, slug: str, relation: str) -> Item:
    (item,) = [item for item in issue.items if (item.show.slug, item.relation) == (slug, relation)]
    return item


def small_stage(pages: int = 1, *, day: int = 1, baseline: bool = False) -> Stage:
    """One show, one falsehood, on that many pages of one site."""
    stage = Stage()
    stage.site("kiosk", "The Evening Kiosk")
    stage.show("salt", "Salt", [("based_on", "Salt", {"author": "Maren Oduya", "kind": "memoir"}, BOOK)])
    for n in range(pages):
        article = stage.article("kiosk", f"Salt, page {n}", day=day, show="salt", baseline=baseline)
        stage.claim(article, "salt", "based_on", {"author": "Peter Vance"}, "Peter Vance wrote it first", BOOK)
    stage.crawl()
    return stage


def test_an_item_says_what_is_said_what_is_right_where_and_since_when(issue: IssueContext) -> None:
    item = issue.items[0]
    assert item.said.plain == "The Salt Ledger is based on an article by Peter Vance"
    assert item.headline.plain == "The Salt Ledger is based on the memoir The Salt Ledger by Maren Oduya (2019)"
    assert item.verdict == "contradicts Marquee Trade Register, read 16 Oct 2026"
    assert [(s.publisher, s.tier) for s in item.sources] == [("Marquee Trade Register", 1), ("Lantern Annual", 2)]
    assert (item.pages, item.origins, item.still_up, item.hedged, item.new_pages) == (6, 2, 5, 1, 6)
    assert item.since == MONDAY
    assert [site.name for site in item.sites] == [
        "Binge Base", "Pantalla Abierta", "Story Facts Now", "The Evening Kiosk", "True Tales Explained",
    ]  # fmt: skip
    assert set(item.languages) == {"en", "es"}
    first = item.carriers[0]
    assert first.role == "first and biggest"
    assert first.quote == "The series grew out of an article that Peter Vance wrote for a New York weekly"
    assert first.url == next(c.url for c in item.carriers if c.site.slug == "truetales")
    assert sum(p.pages for p in item.spread) == 6
    assert {p.origin: p.site for p in item.spread} == {"A": "True Tales Explained", "B": "The Evening Kiosk"}


def test_items_are_ranked_by_harm_reach_and_certainty(issue: IssueContext) -> None:
    assert [item.rank for item in issue.items] == list(range(1, len(issue.items) + 1))
    weights = [item.weight for item in issue.items]
    assert weights == sorted(weights, reverse=True)
    for item in issue.items:
        assert item.weight == pytest.approx(item.harm * item.reach * item.certainty, rel=0.02)


def test_copies_reach_less_far_than_origins(compose_stage: Compose) -> None:
    stage = small_stage(pages=0)
    first = stage.article("kiosk", "Origin", day=1, show="salt")
    by = [source("Lantern Annual", "writer", "Ann Lee", tier=1)]
    for relation, evidence in (("based_on", BOOK), ("writer", by)):
        stage.claim(first, "salt", relation, {"value": "wrong"}, "wrong", evidence)
    for n in range(4):
        copy = stage.article("kiosk", f"Copy {n}", day=2, show="salt", origin=first, copy_of=first)
        stage.claim(copy, "salt", "based_on", {"value": "wrong"}, "wrong", BOOK)
        own = stage.article("kiosk", f"Own words {n}", day=2, show="salt")
        stage.claim(own, "salt", "writer", {"value": "wrong"}, "wrong", by)
    issue = compose_stage(stage)
    copied, independent = find_item(issue, "salt", "based_on"), find_item(issue, "salt", "writer")
    assert (copied.pages, copied.origins, independent.pages, independent.origins) == (5, 1, 5, 5)
    assert copied.reach < independent.reach


def test_never_more_than_ten(compose_stage: Compose) -> None:
    stage = small_stage()
    for n in range(14):
        stage.show(f"show-{n}", f"Show {n}")
        article = stage.article("kiosk", f"Article {n}", day=2, show=f"show-{n}")
        stage.claim(article, f"show-{n}", "writer", {"value": f"Writer {n}"}, f"written by Writer {n}", BOOK)
    issue = compose_stage(stage)
    assert len(issue.items) == 10
    assert issue.more_items == 5


def test_what_the_same_pages_get_wrong_about_a_show_is_one_item(compose_stage: Compose) -> None:
    stage = small_stage(pages=2)
    facts = {"episode_count": "5", "setting_place": "Galway", "director": "Ines Calder"}
    for page in stage.rows["articles"][:2]:
        for relation, right in facts.items():
            evidence = [source("Lantern Annual", relation, right, tier=1)]
            stage.claim(page["article_id"], "salt", relation, {"value": "9"}, f"wrong {relation}", evidence)
    elsewhere = [source("Lantern Annual", "platform", "Kanal", tier=1)]
    for n in range(3):
        other = stage.article("kiosk", f"Elsewhere {n}", day=3, show="salt")
        stage.claim(other, "salt", "platform", {"value": "Hulu"}, "it is on Hulu", elsewhere)
    issue = compose_stage(stage)
    assert [(item.relation, len(item.also)) for item in issue.items] == [("based_on", 3), ("platform", 0)]
    lead = issue.items[0]
    assert {s.relation for s in lead.also} == set(facts)
    assert {s.headline.plain for s in lead.also} >= {"Salt has 5 episodes", "Salt is set in Galway"}
    assert all(s.carrier.url == lead.carriers[0].url for s in lead.also)
    assert lead.kit is not None
    assert lead.kit.note.count("“wrong ") == 3
    assert issue.title == "Five statements that the record contradicts"
    assert {m.key for m in issue.memory} == {key for item in issue.items for key in item.keys}


def test_a_statement_said_less_fully_is_counted_in(compose_stage: Compose) -> None:
    stage = small_stage(pages=2)
    other = stage.article("kiosk", "Another", day=3, show="salt")
    stage.claim(other, "salt", "based_on", {"author": "Peter Vance", "kind": "article"}, "an article by Peter Vance", BOOK)
    (item,) = compose_stage(stage).items
    assert (item.pages, item.origins, len(item.folded), item.also) == (3, 3, 1, ())
    stage.claim(other, "salt", "based_on", {"author": "Hal Brandt"}, "Hal Brandt", BOOK)
    (item,) = compose_stage(stage).items
    assert [s.said.plain for s in item.also] == ["Salt is based on a work by Hal Brandt"]


@pytest.mark.parametrize(
    ("relation", "fuller", "less", "items"),
    [
        ("setting_place", "Granite Park, Ohio", "Ohio", 1),
        ("filming_location", "Lima, Ohio, United States", "Ohio, United States", 1),
        ("setting_place", "Granite Park, Ohio", "Granite Park", 2),  # may be another one
        ("setting_place", "Granite Park, Ohio", "Utah", 2),
        ("writer", "Lee, Ann", "Ann", 2),
    ],
)
def test_what_a_place_lies_in_says_the_same_less_fully(compose_stage: Compose, relation: str, fuller: str, less: str, items: int) -> None:
    stage = small_stage(pages=0)
    for n, place in enumerate((fuller, fuller, less)):
        page = stage.article("kiosk", f"Page {n}", day=n, show="salt")
        stage.claim(page, "salt", relation, {"value": place}, f"in {place}", [source("Lantern Annual", relation, "Galway", tier=1)])
    issue = compose_stage(stage)
    printed = [said for item in issue.items for said in (item.said.plain, *(also.said.plain for also in item.also))]
    assert len(printed) == items
    assert issue.items[0].pages == (3 if items == 1 else 2)
    assert fuller in issue.items[0].said.plain


@pytest.mark.parametrize("words", ["a page which claimed that Peter Vance wrote it", "it was not Peter Vance who wrote it"])
def test_a_page_that_refutes_is_not_named_as_one_that_states(compose_stage: Compose, words: str) -> None:
    stage = small_stage(pages=2)
    honest = stage.article(stage.site("honest", "Honest Weekly"), "Salt and its source", day=3, show="salt")
    stage.claim(honest, "salt", "based_on", {"author": "Peter Vance"}, words, BOOK)
    issue = compose_stage(stage)
    (item,) = issue.items
    assert (item.pages, item.origins, [site.name for site in item.sites]) == (2, 2, ["The Evening Kiosk"])
    assert "Honest Weekly" not in issue.items[0].model_dump_json()
    alone = small_stage(pages=0)
    article = alone.article("kiosk", "Salt and its source", day=3, show="salt")
    alone.claim(article, "salt", "based_on", {"author": "Peter Vance"}, words, BOOK)
    assert compose_stage(alone).items == ()


def test_independent_and_known_sources_are_named_first(compose_stage: Compose) -> None:
    stage = Stage()
    stage.site("kiosk", "The Evening Kiosk")
    pages = [
        source("Weekly (mirror)", "director", "Ann Lee", tier=1),
        source("Small Paper", "director", "Ann Lee"),
        source("Known Paper", "director", "Ann Lee"),
        source("A Blog", "director", "Ann Lee", tier=3),
    ]
    stage.show("salt", "Salt", [("director", "Ann Lee", {}, pages)])
    stage.show("other", "Other", [("director", "Bo Day", {}, [source("Known Paper", "director", "Bo Day")])])
    article = stage.article("kiosk", "Salt", day=1, show="salt")
    stage.claim(article, "salt", "director", {"value": "Hal Brandt"}, "Hal Brandt directed it", pages[:1])
    (item,) = compose_stage(stage).items
    assert [s.publisher for s in item.sources] == ["Known Paper", "Small Paper"]
    assert item.verdict == "contradicts Known Paper, read 16 Oct 2026"


@pytest.mark.parametrize(
    ("relation", "value", "said"),
    [
        ("based_on", "is an original screenplay, with no source work", "Salt is an original screenplay, with no source work"),
        ("cast_member", "Ann Lee as Bo Day", "Ann Lee plays Bo Day in Salt"),
        ("episode_count", "10 (season 2)", "Salt has 10 episodes (season 2)"),
        ("based_on", "The Queen's Book, by Ann Lee (memoir, 2020)", "Salt is based on the memoir The Queen’s Book by Ann Lee (2020)"),
    ],
)
def test_evidence_without_its_fact_still_reads_well(compose_stage: Compose, relation: str, value: str, said: str) -> None:
    stage = Stage()
    stage.site("kiosk", "The Evening Kiosk")
    stage.show("salt", "Salt")
    article = stage.article("kiosk", "Salt", day=1, show="salt")
    stage.claim(article, "salt", relation, {"value": "X"}, "as they say", [source("Known Paper", relation, value)])
    assert compose_stage(stage).items[0].headline.plain == said


def test_a_headline_that_only_announces_waits_for_an_editor(compose_stage: Compose) -> None:
    stage = small_stage(pages=0)
    article = stage.article("kiosk", "The Real Story Behind Salt", day=1, show="salt")
    stage.claim(article, "salt", "story_basis", {"value": "true story"}, "The Real Story Behind", BASIS)
    issue = compose_stage(stage)
    assert issue.items == ()
    assert [line.reason for line in issue.held] == ["person or crime"]


def test_pages_that_were_old_at_first_contact_are_no_news(compose_stage: Compose) -> None:
    issue = compose_stage(small_stage(pages=2, baseline=True))
    assert issue.quiet
    assert issue.health.articles_new == 0


def test_a_quiet_week_says_so_in_three_lines(compose_stage: Compose) -> None:
    stage = Stage()
    stage.site("kiosk", "The Evening Kiosk")
    stage.crawl()
    issue = compose_stage(stage)
    assert issue.quiet
    assert issue.title == "A quiet week"
    assert len(issue.opening) == 3
    assert "quiet week" in issue.opening[0].plain


def test_held_disputed_and_rejected_statements_are_not_printed(compose_stage: Compose) -> None:
    for kind, verdict in (("hold", None), ("dispute", None), ("reject", "unverifiable")):
        stage = small_stage()
        stage.rule(kind, falsehood=stage.rows["claims"][0]["falsehood_id"], verdict=verdict, day=8)
        issue = compose_stage(stage)
        assert issue.items == ()
        assert "Peter Vance" not in issue.model_dump_json(exclude={"memory"})
        assert [line.reason for line in issue.held] == ([] if kind == "reject" else ["paused"])


def test_a_person_or_crime_is_printed_only_with_an_editors_word(issue: IssueContext, compose_stage: Compose) -> None:
    assert "Ruth Example" not in issue.model_dump_json()
    assert [line.reason for line in issue.held].count("person or crime") == 1
    stage = build_sample()
    person = '{"character": "Aud", "real_person": "Ruth Example"}'
    stage.rule("confirm", falsehood=key_of("the-salt-ledger", "cast_member", person, "affirmed"), verdict="contradicted")
    confirmed = compose_stage(stage)
    printed = [item for item in confirmed.items if key_of("the-salt-ledger", "cast_member", person, "affirmed") in item.keys]
    assert len(printed) == 1


def test_what_only_differs_from_a_record_counts_against_nobody(issue: IssueContext) -> None:
    assert not any(item.relation == "producer" for item in issue.items)
    (line,) = [line for line in issue.held if line.reason == "conflict"]
    assert line.said is not None
    assert line.carrier is not None
    assert line.said.plain == "The Salt Ledger was produced by Big Laugh Pictures"
    assert line.carrier.quote == "produced by Big Laugh Pictures"
    assert line.sources[0].publisher == PRODUCER[0]["publisher"]


def test_general_knowledge_is_never_printed(compose_stage: Compose) -> None:
    stage = small_stage(pages=0)
    article = stage.article("kiosk", "Salt", day=1, show="salt")
    stage.claim(article, "salt", "writer", {"value": "X Y"}, "by X Y", [source("Common Lore", "writer", "Ann Lee", tier=4)])
    issue = compose_stage(stage)
    assert issue.items == ()
    assert "Common Lore" not in issue.model_dump_json()


def test_corrections_are_told_apart_and_timed(issue: IssueContext) -> None:
    opened, quiet = issue.corrections
    assert (opened.kind, opened.site.name, opened.days_standing) == ("open", "Marquee Daily", 2)
    assert opened.notice is not None
    assert (quiet.kind, quiet.site.name, quiet.notice) == ("quiet", "Pantalla Abierta", None)
    carriers = {c.site.slug: c.corrected for c in issue.items[0].carriers}
    assert carriers["pantalla"] == quiet.corrected
    assert carriers["truetales"] is None


def test_shows_sites_radar_and_health(issue: IssueContext) -> None:
    shows = {line.show.slug: line for line in issue.shows}
    assert shows["glass-orchard"].premise == "fiction"
    assert shows["glass-orchard"].answered_wrong == 2
    assert shows["the-salt-ledger"].cite is not None
    sites = {line.site.slug: line for line in issue.sites}
    assert (sites["truetales"].score, sites["truetales"].movement) == (0.24, 0.02)
    assert sites["endings"].score is None
    assert [(line.title, line.articles) for line in issue.radar] == [("Harbour of Names", 2)]
    health = issue.health
    assert [day.day for day in health.missing_days] == [20]
    assert {(s.site.slug, len(s.days)) for s in health.silent if "did not answer" in s.cause} == {("kiosk", 1), ("reelnotes", 2)}
    assert [(c.name, c.offending) for c in health.failed_checks] == [("articles_in_range", 3)]
    assert (health.canary_recall, health.canary_false_alarms) == (None, None)


def test_canaries_are_printed_where_they_were_run(compose_stage: Compose) -> None:
    stage = small_stage()
    for n in range(4):
        for swapped in (True, False):
            stage.add(
                "canary_results",
                day=stage.day(n),
                canary=f"c{n}",
                swapped=swapped,
                relation="writer",
                caught=swapped and n > 0,
                checker_version="c1",
            )
    health = compose_stage(stage).health
    assert (health.canaries, health.canary_recall, health.twins, health.canary_false_alarms) == (4, 0.75, 4, 0)


def test_a_known_item_comes_again_only_with_a_change(tmp_path: Path) -> None:
    stage = small_stage()
    first = compose(stage.write(tmp_path / "one.duckdb"), MONDAY, previous=None)
    assert [item.status for item in first.items] == ["new"]

    unchanged = compose(stage.write(tmp_path / "same.duckdb"), stage.day(7), previous=first)
    assert unchanged.items == ()
    assert unchanged.standing == 1
    assert unchanged.previous_week == first.week

    copy = stage.article("kiosk", "Salt, again", day=8, show="salt")
    stage.claim(copy, "salt", "based_on", {"author": "Peter Vance"}, "Peter Vance wrote it first", BOOK)
    changed = compose(stage.write(tmp_path / "two.duckdb"), stage.day(7), previous=first)
    (item,) = changed.items
    assert item.status == "update"
    assert item.change == "Update since 2026-W47: 1 more page, 1 more origin."
    assert item.anchor == first.items[0].anchor

    later = compose(stage.write(tmp_path / "three.duckdb"), stage.day(14), previous=changed)
    assert later.items == ()
    assert later.standing == 1


def test_a_correction_without_new_pages_is_an_item_of_its_own_kind(tmp_path: Path) -> None:
    stage = small_stage()
    first = compose(stage.write(tmp_path / "one.duckdb"), MONDAY, previous=None)
    stage.correct(
        stage.rows["articles"][0]["article_id"], stage.rows["claims"][0]["falsehood_id"], 9, "Correction: the source was misstated."
    )
    issue = compose(stage.write(tmp_path / "two.duckdb"), stage.day(7), previous=first)
    (item,) = issue.items
    assert (item.kind, item.status, item.still_up, item.kit) == ("correction", "update", 0, None)
    assert item.change is not None
    assert "corrected by The Evening Kiosk on 25 Nov" in item.change
    assert issue.title == "One page put right"


def test_the_future_is_not_in_a_past_issue(tmp_path: Path) -> None:
    stage = small_stage()
    before = compose(stage.write(tmp_path / "one.duckdb"), MONDAY, previous=None)
    later = stage.article("kiosk", "Later", day=8, show="salt")
    stage.claim(later, "salt", "based_on", {"author": "Peter Vance"}, "as Peter Vance wrote", BOOK)
    after = compose(stage.write(tmp_path / "two.duckdb"), MONDAY, previous=None)
    assert after.items == before.items
    assert after.shows == before.shows


def test_every_printed_claim_shows_quote_and_day(issue: IssueContext) -> None:
    for item in issue.items:
        assert item.sources
        for carrier in item.carriers:
            assert carrier.quote
            assert carrier.first_seen


def test_printed_words_accuse_nobody(issue: IssueContext) -> None:
    text = issue.model_dump_json(exclude={"memory"})
    assert not re.search(r"\b(lie[sd]?|lying|liar|fake[ds]?|hoax|farms?)\b", text, re.IGNORECASE)


def test_the_kit_asks_courteously_with_facts_quotes_and_links(issue: IssueContext) -> None:
    kit = issue.items[0].kit
    assert kit is not None
    assert kit.note_to.slug == "truetales"
    for words in (
        "The series grew out of an article",
        "by Maren Oduya (2019)",
        "Marquee Trade Register, read 16 Oct 2026",
        issue.items[0].anchor,
    ):
        assert words in kit.note
    assert issue.week in kit.citation


@pytest.mark.parametrize("offset", [1, -1])
def test_a_week_begins_on_a_monday(sample_snapshot: Path, offset: int) -> None:
    with pytest.raises(BadInputError, match="no Monday"):
        compose(sample_snapshot, Stage().day(offset), previous=None)


def test_without_a_snapshot_the_error_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="no snapshot at"):
        compose(tmp_path / "none.duckdb", MONDAY, previous=None)
    (tmp_path / "text.duckdb").write_text("no database")
    with pytest.raises(BadInputError, match="not a snapshot"):
        compose(tmp_path / "text.duckdb", MONDAY, previous=None)


def test_missing_bylines_and_days_are_nothing_special(compose_stage: Compose) -> None:
    stage = small_stage(pages=0)
    article = stage.article("kiosk", None, day=1, show="salt", published=None, authors=())
    stage.claim(article, "salt", "story_basis", {"value": "true story"}, "all true", BASIS)
    (item,) = compose_stage(stage).items
    assert (item.carriers[0].published, item.carriers[0].author) == (None, None)
    assert item.carriers[0].title.startswith("https://kiosk.example/")
