"""The judge around the comparisons: gates from outside, evidence, words."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pipeline.models import Article, Claim, Paragraph, Reading, RecordBook, Show
from pipeline.records.loader import load_records
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.judge import Judge, judge
from pipeline.verdicts.relations import COMPARE

HERE = Path(__file__).parent
QUOTE = "directed by Stellan Kray"
WRONG = Claim("harbour-lights", "director", {"value": "Stellan Kray"}, "affirmed", "asserted", QUOTE, 1, 0, len(QUOTE))
CONTEXT = JudgeContext(published=date(2025, 6, 1))


@pytest.fixture(scope="module")
def book() -> RecordBook:
    return load_records(HERE / "shows")


@pytest.fixture
def show(book: RecordBook) -> Show:
    return book.shows["harbour-lights"]


def test_a_work_without_record_is_unverifiable() -> None:
    judgement = judge(WRONG, None, CONTEXT)
    assert (judgement.verdict, judgement.gates_failed, judgement.evidence) == ("unverifiable", ("no_record",), ())


def test_the_parser_may_stop_a_contradiction_but_is_only_asked_about_one(show: Show) -> None:
    asked: list[Claim] = []
    context = replace(CONTEXT, confirm=lambda claim, language: bool(asked.append(claim)))
    stopped = judge(WRONG, show, context)
    assert (stopped.verdict, stopped.gates_failed) == ("unverifiable", ("parser",))
    judge(replace(WRONG, object={"value": "Aurelio Paz"}), show, context)
    judge(replace(WRONG, subject_confidence=0.1), show, context)
    assert asked == [WRONG]


def test_the_parser_agreeing_changes_nothing(show: Show) -> None:
    assert judge(WRONG, show, replace(CONTEXT, confirm=lambda _, __: True)) == judge(WRONG, show, CONTEXT)


def test_a_field_in_quarantine_contradicts_nobody(show: Show) -> None:
    judgement = judge(WRONG, show, replace(CONTEXT, quarantined=frozenset({(show.slug, "director")})))
    assert (judgement.verdict, judgement.gates_failed) == ("unverifiable", ("quarantine",))


@pytest.mark.parametrize("modality", ["asserted", "hedged", "question", "reported", "debunked"])
def test_the_verdict_is_on_the_statement_whoever_makes_it(show: Show, modality: str) -> None:
    assert judge(replace(WRONG, modality=modality), show, CONTEXT).verdict == "contradicted"  # type: ignore[arg-type]


def test_an_editors_word_is_strong_evidence(book: RecordBook) -> None:
    tide = book.shows["the-long-tide"]
    claim = replace(WRONG, show=tide.slug, relation="cast_member", object={"value": "Stellan Kray", "character": "Keeper Hollis"})
    role = replace(tide.facts_of("cast_member")[0], value="Ken Ashby", character="Keeper Hollis", seasons=(), sources=("chronicle",))
    thin = replace(tide, facts=(role,))
    assert judge(claim, thin, CONTEXT).verdict == "conflicts_with_record"
    confirmed = replace(tide, facts=(replace(role, confirmed="JM 2026-11-02"),))
    assert judge(claim, confirmed, CONTEXT).verdict == "contradicted"


def test_removing_a_record_can_only_take_a_contradiction_back(show: Show) -> None:
    assert judge(WRONG, show, CONTEXT).verdict == "contradicted"
    assert judge(WRONG, replace(show, complete={}), CONTEXT).verdict == "conflicts_with_record"
    assert judge(WRONG, replace(show, facts=()), CONTEXT).verdict == "unverifiable"


def test_evidence_is_best_first_and_never_general_knowledge(book: RecordBook) -> None:
    for show in book.shows.values():
        for fact in show.facts_of("director", "writer"):
            claim = replace(WRONG, show=show.slug, relation=fact.property, object={"value": "Stellan Kray"})
            tiers = [e.tier for e in judge(claim, show, CONTEXT).evidence]
            assert tiers == sorted(tiers)
            assert 4 not in tiers


def test_the_sentence_can_be_pasted(show: Show) -> None:
    assert judge(WRONG, show, CONTEXT).explanation == (
        "This contradicts Streamer press office (read 30 Oct 2026): Harbour Lights was directed by Aurelio Paz."
    )


def test_words_stay_neutral(book: RecordBook) -> None:
    names = [*COMPARE]
    said = [judge(replace(WRONG, show=s.slug, relation=r), s, CONTEXT).explanation for s in book.shows.values() for r in names]
    assert not re.search(r"\b(?:lie|lies|lied|liar|fake|hoax|false)\b", " ".join(said).casefold())


def test_all_claims_of_an_article_are_judged_in_order(book: RecordBook) -> None:
    right = replace(WRONG, object={"value": "Aurelio Paz"})
    reading = Reading("harbour-lights", 1.0, (), (), (WRONG, right, replace(WRONG, show="Some Other Work")))
    article = Article("https://x.example/", "T", (Paragraph(QUOTE),), published=datetime(2025, 6, 1, tzinfo=UTC), language="en-GB")
    judgements = Judge(book).judge_all(reading, article)
    assert [j.claim for j in judgements] == list(reading.claims)
    assert [j.verdict for j in judgements] == ["contradicted", "supported", "unverifiable"]


def test_an_article_without_a_day_contradicts_nothing_that_depends_on_time(book: RecordBook) -> None:
    tide = book.shows["the-long-tide"]
    claim = replace(WRONG, show=tide.slug, relation="season_count", object={"value": 5})
    assert judge(claim, tide, JudgeContext(published=None)).gates_failed == ("date_of_article",)


@pytest.mark.parametrize("value", ["", " ", "🎬", "x" * 10_000, "a\u200bb", "<b>Kray</b>", "\u202eKray"])
def test_odd_objects_break_nothing(book: RecordBook, value: str) -> None:
    for show in book.shows.values():
        for relation in COMPARE:
            claim = replace(WRONG, show=show.slug, relation=relation, object={"value": value, "character": value, "author": value})
            assert judge(claim, show, CONTEXT).verdict != "supported"
