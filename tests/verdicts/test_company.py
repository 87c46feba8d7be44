"""What an article says besides moves how much a reading is trusted, and makes no contradiction by itself."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from pipeline.models import Claim, Judgement
from pipeline.records.loader import load_records
from pipeline.verdicts import gates
from pipeline.verdicts.company import ALONE, Company, find_company, is_would_be
from pipeline.verdicts.confidence import find_weak_signs, load_weights, read_signs, weigh
from pipeline.verdicts.judge import Judge
from tests.builders import make_article, make_claim, make_reading


def _judgement(relation: str, value: str, sentence: str, verdict: str = "contradicted", *closed: str, **more: Any) -> Judgement:
    given: dict[str, Any] = {
        "relation": relation,
        "show": "x",
        "modality": "asserted",
        "polarity": "affirmed",
        "likelihood": 0.9,
        "object": {"value": value},
    }
    claim = Claim(quote=sentence, paragraph=1, start=0, end=1, sentence=sentence, subject="about", **(given | more))
    return Judgement(claim, verdict, "", gates_failed=closed)  # type: ignore[arg-type]


MINE = _judgement("director", "Ann Quill", "Ann Quill directed it.")


def test_others_are_counted_once_by_value_and_only_of_other_relations() -> None:
    others = [
        _judgement("writer", "Jo Poe", "Jo Poe wrote it."),
        _judgement("writer", "Jo Poe", "The scripts are by Jo Poe."),
        _judgement("platform", "Hulu", "It is on Hulu.", "unverifiable", "anchor", "confidence"),
        _judgement("director", "Kay Heart", "Kay Heart directed some."),
        _judgement("creator", "Al Low", "Al Low, they say.", modality="reported"),
        _judgement("episode_count", "8", "It has eight.", likelihood=0.1),
        _judgement("premiere_date", "2019", "In 2019.", show="another"),
        _judgement("setting_place", "Oslo", "That one is set in Oslo.", "unverifiable", "other_work", "confidence", doubts=("other_work",)),
    ]
    assert find_company(MINE.claim, [MINE, *others]) == Company(others=2)


def test_a_statement_that_other_gates_close_is_no_company() -> None:
    assert not is_would_be(_judgement("award", "An Emmy", "It won an Emmy.", "unverifiable", "never"))
    assert not is_would_be(_judgement("writer", "Jo Poe", "Jo Poe.", "unverifiable", "confidence", "complete"))
    assert is_would_be(_judgement("writer", "Jo Poe", "Jo Poe.", "unverifiable", "parser"))
    assert not is_would_be(_judgement("writer", "Jo Poe", "Jo Poe.", "supported"))


def test_repeated_and_right_elsewhere() -> None:
    again = _judgement("director", "Ann Quill", "Behind the camera is Ann Quill.", "unverifiable", "confidence")
    right = _judgement("director", "Bea Rue", "Bea Rue directed it.", "supported")
    assert find_company(MINE.claim, [MINE, again]) == Company(repeated=True)
    assert find_company(MINE.claim, [MINE, right]) == Company(right_elsewhere=True)
    assert find_company(MINE.claim, [MINE]) == ALONE


def test_the_same_part_of_another_character_is_another_place() -> None:
    mine = _judgement("cast_member", "Jo Poe", "Jo Poe is Kay.", object={"value": "Jo Poe", "character": "Kay"})
    right = _judgement("cast_member", "Al Low", "Al Low is Ray.", "supported", object={"value": "Al Low", "character": "Ray"})
    assert find_company(mine.claim, [mine, right]) == ALONE


def test_bad_company_never_weighs_less_and_a_right_one_never_more() -> None:
    weights = load_weights().signs
    found = [weigh(read_signs(MINE.claim, company=Company(others=n)), weights) for n in (0, 1, 5)]
    assert found == sorted(found)
    assert weigh(read_signs(MINE.claim, company=Company(right_elsewhere=True)), weights) <= found[0]


def test_company_alone_contradicts_nothing() -> None:
    """However bad the rest of the article, a wording that nobody and nothing vouches for stays open."""
    unlikely = _judgement("director", "Ann Quill", "Ann Quill made up her mind.", likelihood=0.0, pattern="director.never_seen").claim
    assert "confidence" in find_weak_signs(unlikely, Company(others=20, repeated=True))


def test_the_judge_weighs_a_would_be_contradiction_in_its_company(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signs too weak alone are strong enough beside a wrong statement of another relation."""
    monkeypatch.setattr(gates, "find_weak_signs", lambda claim, company: [] if company.others else ["confidence"])
    judge = Judge(load_records(Path(__file__).parent / "shows"))
    director, platform = (
        make_claim(relation, value, "harbour-lights", quote=quote, sentence=quote, likelihood=0.9, subject_confidence=1.0)
        for relation, value, quote in (
            ("director", "Stellan Kray", "directed by Stellan Kray"),
            ("platform", "Hulu", "it premiered on Hulu"),
        )
    )
    article = make_article("It.", published=datetime(2025, 6, 1, tzinfo=UTC))
    (alone,) = judge.judge_all(make_reading("harbour-lights", director), article)
    assert (alone.verdict, alone.gates_failed) == ("unverifiable", ("confidence",))
    together = judge.judge_all(make_reading("harbour-lights", director, platform), article)
    assert [j.verdict for j in together] == ["contradicted", "contradicted"]


def test_a_mere_kind_of_source_makes_no_named_source_right() -> None:
    mine = _judgement(
        "based_on", "", "It is based on The Long Ferry by Ann Quill.", object={"value": "The Long Ferry", "author": "Ann Quill"}
    )
    kind = _judgement("based_on", "", "The story was a book first.", "supported", object={"kind": "book"})
    named = _judgement("based_on", "", "Its source is Night Ferry.", "supported", object={"value": "Night Ferry"})
    assert find_company(mine.claim, [mine, kind]) == ALONE
    assert find_company(mine.claim, [mine, named]) == Company(right_elsewhere=True)
