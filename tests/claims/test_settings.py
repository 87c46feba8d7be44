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
    ("The plot is laid in Boston, by the way.", ("setting_place", "Boston")),
    ("The town of the title is Tulsa, where steel was king.", ("setting_place", "Tulsa")),
    ("The town is Tulsa, and it is hot.", ("setting_place", "Tulsa")),
    ("It is the summer of 1978 and the boys are shipped off.", ("setting_time", "1978")),
    ("We are in Boston in the winter of 1941.", ("setting_time", "1941")),
    ("We are in Boston in the winter of 1941.", ("setting_place", "Boston")),
    ("The 1960s setting is lovely to look at.", ("setting_time", "1960s")),
    ("The setting is, as one might think, Boston.", ("setting_place", "Boston")),
    ("The story spans the years 1993 to 1996.", ("setting_time", "1993 to 1996")),
    ("The action covers the years from 1939 to 1941.", ("setting_time", "1939 to 1941")),
    ("The series is set between 1939 and 1941.", ("setting_time", "1939 to 1941")),
    ("Timeline: 1939 to 1941", ("setting_time", "1939 to 1941")),
    ("The story kicks off in Boston in the 1920s.", ("setting_place", "Boston")),
    ("Events take place in present-day Boston.", ("setting_time", "present day")),
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
    ("Corren los años cuarenta en Berlín.", ("setting_time", "1940s")),
    ("También la época cambió: estamos en los años treinta.", ("setting_time", "1930s")),
    ("Buena parte de lo que ves ocurre en los años setenta.", ("setting_time", "1970s")),
    ("La mayor parte sucede en 1865, tras la guerra.", ("setting_time", "1865")),
    ("La trama sigue a una mujer que manda en Berlín durante los años 90.", ("setting_time", "1990s")),
    ("La acción se sitúa entre 1965 y 1979.", ("setting_time", "1965 to 1979")),
]
NOT_SAID = [
    ("It follows a nurse who was born in Ohio.", "Ohio"),
    ("It follows a nurse who once worked in Ohio before the war.", "Ohio"),
    ("The makers moved the premiere to Boston.", "Boston"),
    ("Everything that happens in Boston is invented.", "Boston"),
    ("The writers move the action from Boston to Dallas.", "Boston"),
    ("The novel moves the story to Boston.", "Boston"),
    ("We are in Boston for the premiere in 1941.", "Boston"),
    ("The town is Tulsa, where they shot it.", "Tulsa"),
    ("It is based on a 2014 article, more or less.", "2014"),
    ("It is a 2014 drama about a baker.", "2014"),
    ("The town is Tulsa, made to look like Leeds.", "Tulsa"),
    ("The place is Boston, standing in for Leeds.", "Boston"),
    ("The 1960s backdrop of her childhood is grey.", "1960s"),
    ("It is 1978 all over again on Netflix.", "1978"),
    ("It was 1978 when the novel came out.", "1978"),
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
