"""How many episodes, and of which season."""

from __future__ import annotations

import pytest

from tests.claims.helpers import article, reader


@pytest.mark.parametrize(
    ("told", "season"),
    [
        ("There are twelve episodes in total, and a second season has been confirmed for next year.", None),
        ("There are twelve episodes in season two, and more to come.", 2),
        ("The second season has twelve episodes.", 2),
    ],
)
def test_a_season_of_the_next_clause_is_not_the_one_counted(told: str, season: int | None) -> None:
    claims = reader().read(article("Nobody Counts the Rain is a drama.", told), about="nobody-counts-the-rain").claims
    assert [c.object.get("season") for c in claims if c.relation == "episode_count"] == [season]


@pytest.mark.parametrize(
    ("told", "language", "counted"),
    [
        ("It had two thirds as many episodes.", "en", set()),
        ("There are eight, each lasting about 50 minutes.", "en", {8}),
        ("There are eight, and none of them runs much over half an hour.", "en", {8}),
        ("It opened on a Sunday and closed after a tenth episode that divided opinion.", "en", {10}),
        ("Son diez, con duración desigual.", "es", {10}),
        ("Fueron, en total, cuarenta episodios repartidos en cuatro temporadas.", "es", {40}),
        ("En total, son cinco temporadas: cuarenta capítulos para devorar.", "es", {40}),
        ("The first three episodes out of a total of six came to Hulu in March.", "en", {6}),
        ("There are eight suspects, each with a motive.", "en", set()),
        ("Release is weekly after a three-episode opening.", "en", set()),
        ("It is a three-episode drama.", "en", {3}),
        ("She left after a tenth episode of panic.", "en", set()),
        ("Dirigió veinte episodios de otra serie.", "es", set()),
    ],
)
def test_counts_told_by_length_or_by_the_last(told: str, language: str, counted: set[int]) -> None:
    about = "Nobody Counts the Rain is a drama." if language == "en" else "Nobody Counts the Rain es un drama."
    claims = reader().read(article(about, told, language=language), about="nobody-counts-the-rain").claims
    assert {c.object["value"] for c in claims if c.relation == "episode_count"} == counted
