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
