from __future__ import annotations

import pytest

from pipeline.origins.corroboration import Statement, corroborate, resolve_by_crh, vote_plainly
from tests.origins.simulated import copy_falsehood, simulate_sources


def best(statements: list[Statement], **options: bool) -> dict[str, str]:
    return {thing: beliefs[0].value for thing, beliefs in corroborate(statements, **options).beliefs.items()}


def share_right(found: dict[str, str], truth: dict[str, str]) -> float:
    return sum(found.get(thing) == value for thing, value in truth.items()) / len(truth)


@pytest.mark.parametrize("copies", [0, 1, 5, 50, 500])
def test_a_false_value_copied_any_number_of_times_weighs_as_one_origin(copies: int) -> None:
    outcome = corroborate(copy_falsehood(copies, as_origin=True))
    alone = corroborate(copy_falsehood(0, as_origin=True))
    right, wrong = outcome.beliefs["director"]
    assert (right.value, wrong.value) == ("right", "wrong")
    assert (wrong.origins, wrong.sources) == (1, copies + 1)
    assert right.probability == pytest.approx(alone.beliefs["director"][0].probability, abs=1e-9)


def test_plain_voting_falls_for_the_copies() -> None:
    assert vote_plainly(copy_falsehood(50, as_origin=True))["director"] == "wrong"


def test_copiers_that_nobody_declared_are_found_by_the_errors_they_share() -> None:
    said, truth = simulate_sources(seed=3)
    outcome = corroborate(said)
    among = [p for (a, b), p in outcome.dependence.items() if "source" not in a and "source" not in b]
    apart = [p for (a, b), p in outcome.dependence.items() if "source" in a and "source" in b]
    assert sum(p > 0.5 for p in among) >= 0.9 * len(among)
    assert sum(p > 0.5 for p in apart) <= 0.05 * len(apart)
    found = share_right({thing: b[0].value for thing, b in outcome.beliefs.items()}, truth)
    assert found >= 0.95
    assert found > share_right(vote_plainly(said), truth) + 0.1
    assert found >= share_right(best(said, find_copiers=False), truth)
    assert found >= share_right(resolve_by_crh(said), truth)


def test_independent_origins_make_it_likelier_and_never_certain() -> None:
    chances = []
    for count in (1, 2, 4):
        said = [Statement("x", "a", f"s{n}") for n in range(count)] + [Statement("x", "b", "other")]
        (belief,) = [b for b in corroborate(said).beliefs["x"] if b.value == "a"]
        assert belief.origins == count
        chances.append(belief.probability)
    assert chances == sorted(chances)
    assert chances[0] < 0.6
    assert 0.95 < chances[-1] < 1.0


def test_one_voice_alone_is_no_proof() -> None:
    (belief,) = corroborate([Statement("x", "a", "s")]).beliefs["x"]
    assert belief.probability < 0.9


def test_order_of_statements_makes_no_difference() -> None:
    said, _ = simulate_sources(seed=5, things=30)
    assert corroborate(said).beliefs == corroborate(said[::-1]).beliefs
