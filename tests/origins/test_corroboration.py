from __future__ import annotations

import pytest

from pipeline.origins.corroboration import Statement, Support, corroborate, resolve_by_crh, support_each, vote_plainly
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


def test_a_network_speaks_with_one_voice() -> None:
    said = [Statement("x", "a", f"s{n}", network="n") for n in range(20)] + [Statement("x", "b", "other")]
    first, second = corroborate(said).beliefs["x"]
    assert first.probability == pytest.approx(second.probability)
    (network,) = [b for b in (first, second) if b.value == "a"]
    assert (network.origins, network.sources) == (1, 20)


def test_who_is_primary_for_one_thing_is_one_of_many_for_another() -> None:
    said = [Statement("own", "a", "maker", is_primary=True), Statement("own", "b", "paper")]
    said += [Statement("foreign", "a", "maker"), Statement("foreign", "b", "paper")]
    beliefs = corroborate(said).beliefs
    assert beliefs["own"][0].value == "a"
    assert beliefs["own"][0].probability > 0.75
    assert beliefs["foreign"][0].probability < 0.6


def support(own: Statement, *others: Statement) -> Support:
    said = [own, *others]
    return support_each(said, corroborate(said))[own.key]


def test_a_statement_is_supported_by_others_of_other_origins_and_networks_that_were_not_later() -> None:
    own = Statement("x", "a", "s", "o1", 10.0, network="n", key="c")
    told = support(
        own,
        Statement("x", "a", "copyist", "o1", 5.0),
        Statement("x", "a", "sister", "o2", 5.0, network="n"),
        Statement("x", "a", "s", "o3", 5.0, network="n"),
        Statement("x", "a", "late", "o4", 11.0),
        Statement("x", "a", "early", "o5", 9.0),
        Statement("x", "a", "early copyist", "o5", 9.5),
        Statement("x", "b", "dissenter", "o6", 9.0),
    )
    assert (told.agree, told.disagree, told.barred) == (1, 1, {"origin": 1, "network": 2, "later": 1})
    assert told.probability is not None
    assert 0.3 < told.probability < 0.7


def test_a_primary_source_supports_also_when_it_speaks_later() -> None:
    own = Statement("x", "a", "s", "o1", 10.0, key="c")
    assert support(own, Statement("x", "a", "maker", "o2", 20.0, is_primary=True)).agree == 1
    alone = support(own, Statement("x", "a", "paper", "o2", 20.0))
    assert (alone.agree, alone.probability) == (0, None)


@pytest.mark.parametrize("copies", [0, 1, 10, 50])
def test_copies_add_nothing_to_the_support_of_one_another(copies: int) -> None:
    said = [Statement("x", "a", f"s{n}", "o1", float(n), key=f"c{n}") for n in range(copies + 1)]
    supports = support_each(said, corroborate(said))
    assert {s.agree for s in supports.values()} == {0}
    assert {s.probability for s in supports.values()} == {None}
