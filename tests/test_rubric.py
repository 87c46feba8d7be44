"""The score: what a label needs, and what must not move it."""

from __future__ import annotations

from pipeline.rubric import RUBRIC, distinct_statements, posterior
from tests.builders import make_judgement


def many_right(n: int) -> list:
    return [make_judgement("supported", "cast_member", f"Actor {i}") for i in range(n)]


def test_enough_that_agrees_is_reliable() -> None:
    score = RUBRIC.score("a-show", many_right(9))
    assert score.label == "reliable"
    assert score.low is not None
    assert score.low > 0.7
    assert score.coverage == 1.0


def test_one_repeated_truth_does_not_make_an_article_reliable() -> None:
    score = RUBRIC.score("a-show", [make_judgement("supported", "platform", "Netflix") for _ in range(50)])
    assert score.label == "insufficient"
    assert score.score is None


def test_trivial_truths_do_not_buy_off_an_invented_source() -> None:
    invented = [make_judgement("contradicted", "based_on", "A Novel"), make_judgement("contradicted", "writer", "Somebody Else")]
    trivial = [make_judgement("supported", "platform", "Netflix"), make_judgement("supported", "country", "Mexico")]
    assert RUBRIC.score("a-show", invented + trivial).label == "unreliable"


def test_one_false_detail_among_many_truths_is_mixed_never_reliable() -> None:
    score = RUBRIC.score("a-show", [*many_right(20), make_judgement("contradicted", "premiere_date", "2024")])
    assert score.label == "mixed"


def test_what_an_article_quotes_or_refutes_never_counts_against_it() -> None:
    for modality in ("reported", "question", "debunked"):
        refuted = [make_judgement("contradicted", "based_on", f"Novel {i}", modality=modality) for i in range(5)]
        assert RUBRIC.score("a-show", [*many_right(9), *refuted]).label == "reliable", modality


def test_a_hedged_falsehood_weighs_half() -> None:
    plain = RUBRIC.score("a-show", [*many_right(9), make_judgement("contradicted", "director", "X Y")])
    hedged = RUBRIC.score("a-show", [*many_right(9), make_judgement("contradicted", "director", "X Y", modality="hedged")])
    assert plain.score is not None
    assert hedged.score is not None
    assert plain.score < hedged.score


def test_unverifiable_lowers_coverage_and_nothing_else() -> None:
    more = [make_judgement("unverifiable", "real_event", f"event {i}") for i in range(9)]
    alone, beside = RUBRIC.score("a-show", many_right(9)), RUBRIC.score("a-show", many_right(9) + more)
    assert (alone.score, alone.low) == (beside.score, beside.low)
    assert beside.coverage < alone.coverage


def test_about_nothing_on_record_says_nothing() -> None:
    assert RUBRIC.score(None, many_right(20)).label == "insufficient"


def test_core_answer() -> None:
    assert RUBRIC.score("a-show", [make_judgement("supported", "based_on", "A Book")]).core == "right"
    assert RUBRIC.score("a-show", [make_judgement("contradicted", "story_basis", "fiction")]).core == "wrong"
    assert RUBRIC.score("a-show", many_right(3)).core == "not answered"


def test_the_gravest_place_of_a_statement_counts() -> None:
    kept = distinct_statements([make_judgement("supported"), make_judgement("contradicted")])
    assert [j.verdict for j in kept] == ["contradicted"]


def test_posterior_is_ordered() -> None:
    mean, low, high = posterior(3.5, 1.5)
    assert low < mean < high
    assert round(mean, 3) == 0.7
