from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

from pipeline.models import RecordBook, Report
from pipeline.settings import World
from pipeline.warehouse.record import claims_touched_by, pending_versions, read_versions, record_reports, versions_touched_by
from pipeline.warehouse.records import load_records
from pipeline.warehouse.store import Warehouse
from tests.warehouse.stage import (
    BOOK,
    FALSE_QUOTE,
    SHOW,
    at,
    check_night,
    day_number,
    dump,
    make_article,
    make_page,
    make_report,
    make_words,
    put_night,
)

X = "https://alpha.example/x"


def put(wh: Warehouse, world: World, number: int, *extra: str, seed: int = 1, url: str = X) -> None:
    put_night(wh, world, day_number(number), [make_page(day_number(number), url, make_article(url, make_words(seed), *extra))])


def history(wh: Warehouse) -> list[tuple[str, str]]:
    return wh.db.execute("SELECT verdict, reason FROM verdict_history ORDER BY recorded_at").fetchall()


def test_an_article_comes_back_from_the_warehouse_as_it_went_in(wh: Warehouse, world: World) -> None:
    article = make_article(
        X, make_words(1), "Last.", authors=("Ann", "Bob"), published=at(day_number(0), 3), published_has_time=True, site="alpha",
        site_name="Alpha", description="About it", paywalled=True, structured_types=("NewsArticle",), canonical_url=X,
    )  # fmt: skip
    put_night(wh, world, day_number(0), [make_page(day_number(0), X, article)])
    ((_, _, back),) = pending_versions(wh, day_number(0))
    assert back == article


def test_a_checked_version_is_not_pending_until_checker_or_record_change(wh: Warehouse, world: World) -> None:
    put(wh, world, 0, FALSE_QUOTE)
    load_records(wh, BOOK, at(day_number(0)))
    day = day_number(0)
    assert check_night(wh, day)["reports"] == 1
    assert list(pending_versions(wh, day)) == []
    assert list(pending_versions(wh, day, "c1", "book-1")) == []
    assert len(list(pending_versions(wh, day, "c2", "book-1"))) == 1
    assert len(list(pending_versions(wh, day, "c1", "book-2"))) == 1


def test_a_verdict_row_is_added_only_when_it_says_something_new_and_says_why(wh: Warehouse, world: World) -> None:
    put(wh, world, 0, FALSE_QUOTE)
    load_records(wh, BOOK, at(day_number(0)))
    day = day_number(0)
    check_night(wh, day)
    check_night(wh, day, checker="c2", recorded_at=at(day_number(2)))
    assert history(wh) == [("contradicted", "first check")]
    check_night(wh, day, checker="c3", explanation="contradicts The Paper, 1 Nov", recorded_at=at(day_number(3)))
    check_night(wh, day, checker="c3", record="book-2", verdict="conflicts_with_record", recorded_at=at(day_number(4)))
    assert history(wh) == [
        ("contradicted", "first check"), ("contradicted", "checker changed"), ("conflicts_with_record", "record changed"),
    ]  # fmt: skip
    assert wh.db.execute("SELECT verdict, checker_version FROM claims").fetchall() == [("conflicts_with_record", "c3")]


def test_a_claim_that_is_no_longer_read_is_withdrawn_and_can_come_back(wh: Warehouse, world: World) -> None:
    put(wh, world, 0, FALSE_QUOTE)
    load_records(wh, BOOK, at(day_number(0)))
    day = day_number(0)
    check_night(wh, day)
    ((version, _, article),) = pending_versions(wh, day, "c2")
    silent = make_report(replace(article, paragraphs=()))
    record_reports(wh, day, [(version, silent)], "c2", "book-1", at(day_number(2)))
    assert wh.db.execute("SELECT count(*) FROM claims").fetchone() == (0,)
    assert wh.db.execute("SELECT count(*) FROM falsehoods").fetchone() == (0,)
    assert wh.db.execute("SELECT label FROM articles").fetchone() == ("insufficient",)
    assert wh.db.execute(
        "SELECT count(*) FROM claims_as_of($day, known_at := $known)", {"day": day, "known": at(day_number(1)).replace(tzinfo=None)}
    ).fetchone() == (1,)
    record_reports(wh, day, [(version, make_report(article))], "c3", "book-1", at(day_number(3)))
    assert [verdict for verdict, _ in history(wh)] == ["contradicted", "not_a_claim", "contradicted"]
    assert wh.db.execute("SELECT verdict, is_live FROM claims").fetchall() == [("contradicted", True)]


def test_what_others_say_never_counts_as_the_articles_own_word(wh: Warehouse, world: World) -> None:
    put(wh, world, 0, FALSE_QUOTE)
    load_records(wh, BOOK, at(day_number(0)))
    check_night(wh, day_number(0), modality="debunked")
    assert wh.db.execute("SELECT verdict, own_word FROM claims").fetchall() == [("contradicted", False)]
    assert wh.db.execute("SELECT count(*) FROM falsehoods").fetchone() == (0,)


def test_of_several_places_the_own_word_speaks_for_the_claim(wh: Warehouse, world: World) -> None:
    put(wh, world, 0, FALSE_QUOTE, f"They say it is {FALSE_QUOTE}.")
    load_records(wh, BOOK, at(day_number(0)))
    ((version, _, article),) = pending_versions(wh, day_number(0))
    report = make_report(article)
    first, second = report.judgements
    reported = replace(first, claim=replace(first.claim, modality="reported"))
    mixed = replace(report, judgements=(reported, second, second))
    record_reports(wh, day_number(0), [(version, mixed)], "c1", "book-1", at(day_number(1)))
    row = wh.db.execute("SELECT modality, own_word, occurrences, paragraph FROM claims").fetchall()
    assert row == [("asserted", True, 2, second.claim.paragraph)]


def test_checking_an_old_version_again_leaves_the_history_alone(wh: Warehouse, world: World) -> None:
    put(wh, world, 0, FALSE_QUOTE)
    put(wh, world, 1, FALSE_QUOTE, "A new paragraph.")
    load_records(wh, BOOK, at(day_number(0)))
    check_night(wh, day_number(0))
    check_night(wh, day_number(1), explanation="contradicts The Paper, better said")
    before = dump(wh, "verdicts", "claims")
    old = [(v, make_report(a)) for v, _, a in versions_touched_by(wh, "a-show") if "A new paragraph." not in a.text]
    record_reports(wh, day_number(5), old, "c1", "book-1", at(day_number(6)))
    assert dump(wh, "verdicts", "claims") == before


def test_touched_claims_and_versions_are_those_of_the_show_and_relation(wh: Warehouse, world: World) -> None:
    put(wh, world, 0, FALSE_QUOTE)
    put(wh, world, 1, seed=2, url="https://alpha.example/silent")
    load_records(wh, BOOK, at(day_number(0)))
    check_night(wh, day_number(0))
    check_night(wh, day_number(1))
    assert len(claims_touched_by(wh, "a-show", ["based_on"])) == 1
    assert claims_touched_by(wh, "a-show", ["platform"]) == claims_touched_by(wh, "another") == []
    assert len(list(versions_touched_by(wh, "a-show", ["based_on"]))) == 1
    assert len(list(versions_touched_by(wh, "a-show"))) == 2


def test_a_show_that_a_listicle_no_longer_scores_gets_no_stale_score(wh: Warehouse, world: World) -> None:
    put(wh, world, 0, FALSE_QUOTE)
    ((version, _, article),) = pending_versions(wh, day_number(0))
    report: Report = make_report(article)
    listed = replace(report, show_scores={"a-show": report.score, "b-show": report.score})
    record_reports(wh, day_number(0), [(version, listed)], "c1", "book-1", at(day_number(1)))
    assert wh.db.execute("SELECT count(*) FROM scores WHERE label = 'unreliable'").fetchone() == (3,)
    one = replace(report, show_scores={"a-show": report.score})
    record_reports(wh, day_number(0), [(version, one)], "c2", "book-1", at(day_number(2)))
    told = dict(wh.db.execute("SELECT show_slug, label FROM scores WHERE show_slug IS NOT NULL").fetchall())
    assert told == {"a-show": "unreliable", "b-show": "insufficient"}


def test_a_quiet_correction_an_open_one_and_none(wh: Warehouse, world: World) -> None:
    load_records(wh, BOOK, at(day_number(0)))
    urls = {name: f"https://{name}.example/x" for name in ("quiet", "open", "kept", "moved")}
    words = {name: make_words(n) for n, name in enumerate(urls)}
    first = [make_page(day_number(0), u, make_article(u, words[n], f"It is {FALSE_QUOTE}.")) for n, u in urls.items()]
    second_extra = {
        "quiet": ("It is after a memoir.",),
        "open": ("It is after a memoir.", "Correction: an earlier version named the wrong source."),
        "kept": (f"It is {FALSE_QUOTE}.", "And more."),
        "moved": ("And more.", f"Some say, and so do we, that it is {FALSE_QUOTE}."),
    }
    second = [make_page(day_number(1), u, make_article(u, words[n], *second_extra[n])) for n, u in urls.items()]
    for number, pages in enumerate((first, second)):
        put_night(wh, world, day_number(number), pages)
        check_night(wh, day_number(number))
    rows = wh.db.execute("SELECT site, kind, notice IS NOT NULL, hours_stated, day FROM corrections ORDER BY site").fetchall()
    assert rows == [("open", "notice", True, 24, day_number(1)), ("quiet", "quiet", False, 24, day_number(1))]
    falsehood = wh.db.execute("SELECT articles, articles_live, sites FROM falsehoods").fetchall()
    assert falsehood == [(4, 2, 4)]
    assert wh.db.execute("SELECT count(*) FROM corrections_as_of($day)", {"day": day_number(0)}).fetchone() == (0,)
    assert wh.db.execute("SELECT articles_live FROM falsehoods_as_of($day)", {"day": day_number(0)}).fetchone() == (4,)


def test_a_falsehood_that_the_checker_only_failed_to_read_is_no_correction(wh: Warehouse, world: World) -> None:
    load_records(wh, BOOK, at(day_number(0)))
    put(wh, world, 0, FALSE_QUOTE)
    check_night(wh, day_number(0))
    put(wh, world, 1, FALSE_QUOTE, "And more.")
    ((version, _, article),) = pending_versions(wh, day_number(1))
    record_reports(wh, day_number(1), [(version, make_report(replace(article, paragraphs=())))], "c1", "book-1", at(day_number(2)))
    assert wh.db.execute("SELECT count(*) FROM corrections").fetchone() == (0,)


def test_a_falsehood_that_comes_back_is_no_correction_any_more(wh: Warehouse, world: World) -> None:
    load_records(wh, BOOK, at(day_number(0)))
    for number, extra in enumerate((FALSE_QUOTE, "Nothing.", FALSE_QUOTE)):
        put(wh, world, number, extra)
        check_night(wh, day_number(number))
        assert wh.db.execute("SELECT count(*) FROM corrections").fetchone() == (int(number == 1),)


def test_records_again_change_nothing_and_a_changed_fact_is_superseded(wh: Warehouse) -> None:
    assert load_records(wh, BOOK, at(day_number(0))) == {"shows": 1, "facts": 2, "new_facts": 2, "superseded_facts": 0}
    before = dump(wh, "facts", "shows")
    load_records(wh, BOOK, at(day_number(1)))
    assert dump(wh, "facts", "shows") == before
    disputed = replace(SHOW, facts=(SHOW.facts[0], replace(SHOW.facts[1], disputed="two papers differ")), title="A Show (2025)")
    told = load_records(wh, RecordBook({SHOW.slug: disputed}, "book-2"), at(day_number(2)))
    assert told == {"shows": 1, "facts": 2, "new_facts": 1, "superseded_facts": 1}
    rows = wh.db.execute("SELECT property, disputed FROM facts ORDER BY property").fetchall()
    assert rows == [("based_on", "two papers differ"), ("story_basis", None)]
    then = at(day_number(1)).replace(tzinfo=None)
    rows = wh.db.execute("SELECT disputed FROM facts_as_of($at) ORDER BY property", {"at": then}).fetchall()
    assert rows == [(None,), (None,)]
    assert wh.db.execute("SELECT title FROM shows").fetchall() == [("A Show (2025)",)]
    assert load_records(wh, RecordBook({}, "book-3"), at(day_number(3)))["superseded_facts"] == 2
    assert wh.db.execute("SELECT count(*) FROM facts").fetchone() == (0,)


def test_many_versions_are_read_in_order_while_the_same_connection_writes(wh: Warehouse, world: World) -> None:
    urls = [f"https://alpha.example/{n}" for n in range(30)]
    put_night(
        wh, world, day_number(0), [make_page(day_number(0), u, make_article(u, make_words(n), FALSE_QUOTE)) for n, u in enumerate(urls)]
    )
    told = check_night(wh, day_number(0))
    assert (told["reports"], told["places"], told["new_verdicts"]) == (30, 30, 30)
    ids = [row[0] for row in wh.db.execute("SELECT version_id FROM base.article_versions ORDER BY version_id DESC").fetchall()]
    assert [v for v, _, _ in read_versions(wh, ids)] == ids


def test_evidence_is_kept_whole(wh: Warehouse, world: World) -> None:
    put(wh, world, 0, FALSE_QUOTE)
    load_records(wh, BOOK, at(day_number(0)))
    check_night(wh, day_number(0))
    (evidence,) = json.loads(wh.db.execute("SELECT evidence FROM falsehoods").fetchone()[0])  # type: ignore[index]
    assert evidence == {
        "property": "based_on", "value": "The Real Book", "publisher": "The Paper", "url": "https://paper.example/a", "tier": 2,
        "read": "2026-11-01",
    }  # fmt: skip


def test_a_views_day_looks_back_and_never_forward(wh: Warehouse, world: World) -> None:
    load_records(wh, BOOK, at(day_number(0)))
    for number in range(3):
        put(wh, world, number, FALSE_QUOTE, seed=number, url=f"https://s{number}.example/x")
        check_night(wh, day_number(number))
    for number in range(3):
        day = day_number(number)
        for view in ("articles", "claims", "spread", "scores"):
            assert wh.db.execute(f"SELECT count(*) FROM {view}_as_of($day)", {"day": day}).fetchone() == (number + 1,)
        row = wh.db.execute("SELECT articles, sites, first_site, newest_day FROM falsehoods_as_of($day)", {"day": day}).fetchall()
        assert row == [(number + 1, number + 1, "s0", day)]
    late = at(day_number(2) - timedelta(days=1), 23).replace(tzinfo=None)
    assert wh.db.execute("SELECT count(*) FROM claims_as_of($day, known_at := $at)", {"day": day_number(2), "at": late}).fetchone() == (1,)
