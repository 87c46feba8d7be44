"""Where and when the story is set, in the many ways of saying so; and what is said of lives, shoots and other things."""

from __future__ import annotations

import pytest

from tests.claims.helpers import article, reader


def _read(text: str, language: str = "en") -> set[tuple[str, str]]:
    claims = reader().read(article(text, language=language), about="nobody-counts-the-rain").claims
    return {(c.relation, str(c.object["value"])) for c in claims if c.relation in {"setting_place", "setting_time"}}


SAID = [
    ("The writers move the action from Boston to Dallas.", ("setting_place", "Dallas")),
    ("They moved the whole thing to Boston.", ("setting_place", "Boston")),
    ("The story has been transplanted from Leeds to Boston.", ("setting_place", "Boston")),
    ("The series was shot in Leeds, but all of it happens in Boston.", ("setting_place", "Boston")),
    ("Boston, where the show is set as well, lent its harbour.", ("setting_place", "Boston")),
    ("The setting is the Lisbon of the 1950s.", ("setting_place", "Lisbon")),
    ("The six-parter, which is set and filmed in Lisbon, looks grey.", ("setting_place", "Lisbon")),
    ("The series opens in spring and takes us to Boston, where it rains.", ("setting_place", "Boston")),
    ("It follows a family of bakers in rural Ohio.", ("setting_place", "Ohio")),
    ("The story is set in the present day.", ("setting_time", "present day")),
    ("The story unfolds during the American Civil War.", ("setting_time", "American Civil War, 1861 to 1865")),
    ("The story runs through the 1970s and 1980s.", ("setting_time", "1980s")),
    ("The town is wet, and the period is the 1970s.", ("setting_time", "1970s")),
    ("Everything happens in Tulsa, Oklahoma, Georgia having been too dear.", ("setting_place", "Tulsa, Oklahoma")),
]
DICHO = [
    ("La serie nos lleva hasta Berlín.", ("setting_place", "Berlín")),
    ("La trama se ubica en Lisboa.", ("setting_place", "Lisboa")),
    ("La acción tiene lugar en Londres.", ("setting_place", "Londres")),
    ("Los guionistas trasladan la acción a Boston.", ("setting_place", "Boston")),
    ("Lisboa, donde transcurre casi toda la historia, es gris.", ("setting_place", "Lisboa")),
    ("Todo sucede en los años sesenta.", ("setting_time", "1960s")),
    ("Las cámaras estuvieron en Oporto, pero la historia transcurre a finales de los años noventa.", ("setting_time", "1990s")),
    ("Corre el año 1921.", ("setting_time", "1921")),
]
NOT_SAID = [
    ("It follows a nurse who was born in Ohio.", "Ohio"),
    ("It follows a nurse who once worked in Ohio before the war.", "Ohio"),
    ("The makers moved the premiere to Boston.", "Boston"),
    ("Everything that happens in Boston is invented.", "Boston"),
    ("The writers move the action from Boston to Dallas.", "Boston"),
    ("The novel moves the story to Boston.", "Boston"),
]


@pytest.mark.parametrize(("text", "wanted"), SAID, ids=lambda v: v if isinstance(v, str) else v[1])
def test_said_in_english(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in _read(text)


@pytest.mark.parametrize(("text", "wanted"), DICHO, ids=lambda v: v if isinstance(v, str) else v[1])
def test_said_in_spanish(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in _read(text, "es")


@pytest.mark.parametrize(("text", "place"), NOT_SAID, ids=lambda v: v)
def test_no_pattern_reads_a_setting_there(text: str, place: str) -> None:
    claims = reader().read(article(text), about="nobody-counts-the-rain").claims
    assert not [c for c in claims if c.pattern.startswith("setting.") and place in str(c.object["value"])]
