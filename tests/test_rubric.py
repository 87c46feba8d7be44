"""The score: what a label needs, and what must not move it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.calibration import FEATURES, Layer, load_layer
from pipeline.rubric import RUBRIC, distinct_statements, posterior
from tests.builders import make_judgement


def many_right(n: int) -> list:
    return [make_judgement("supported", "cast_member", f"Actor {i}") for i in range(n)]


def test_enough_that_agrees_is_reliable() -> None:
    score = RUBRIC.score("a-show", many_right(9))
    assert score.label == "reliable"
    assert RUBRIC.without_layer().score("a-show", many_right(9)).low > 0.7  # type: ignore[operator]
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


def test_more_evidence_against_an_article_never_raises_its_score() -> None:
    layer = Layer("c-test", 0.1, dict.fromkeys(FEATURES, 0.4))
    rubric = replace(RUBRIC, layer=layer)
    scores = [
        rubric.score("a-show", [*many_right(12), *(make_judgement("contradicted", "director", f"X {i}") for i in range(n))]).score
        for n in range(5)
    ]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] > scores[1] > scores[2]  # type: ignore[operator]


def test_the_layer_moves_no_label_and_keeps_the_bounds_in_order() -> None:
    layer = Layer("c-test", -3.0, dict.fromkeys(FEATURES, 0.4))
    for judgements in (many_right(9), [*many_right(20), make_judgement("contradicted", "premiere_date", "2024")]):
        plain = RUBRIC.without_layer().score("a-show", judgements)
        moved = replace(RUBRIC, layer=layer).score("a-show", judgements)
        assert moved.label == plain.label
        assert moved.low <= moved.score <= moved.high  # type: ignore[operator]
        assert moved.score < plain.score  # type: ignore[operator]


def test_no_file_is_the_identity(tmp_path: Path) -> None:
    layer = load_layer(tmp_path / "calibration.toml")
    assert layer.apply(0.37, {}) == 0.37


def test_the_shipped_layer_has_the_signs_that_sense_demands() -> None:
    layer = load_layer()
    assert set(layer.weights) <= set(FEATURES)
    assert all(weight >= 0 for weight in layer.weights.values())
    assert not layer.version or RUBRIC.name.endswith(layer.version)
