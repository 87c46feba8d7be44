"""Who stayed out of it: denials that name nobody's part, read as denials of the part on record."""

from __future__ import annotations

import pytest

from tests.claims.helpers import article, reader

SLUG = "nobody-counts-the-rain"


def read(told: str) -> list[tuple[str, object, str]]:
    claims = reader().read(article("Nobody Counts the Rain is a drama.", told), about=SLUG).claims
    return [(c.relation, c.object["value"], c.polarity) for c in claims if c.object.get("value") in {"Marta Olmedo", "Aurelio Paz"}]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("Marta Olmedo was not involved.", ("creator", "Marta Olmedo", "negated")),
        ("Marta Olmedo had nothing to do with the series, whatever the posters say.", ("creator", "Marta Olmedo", "negated")),
        ("Marta Olmedo was offered the project but she turned it down.", ("creator", "Marta Olmedo", "negated")),
        ("Aurelio Paz, who made A Winter, did not direct it.", ("director", "Aurelio Paz", "negated")),
        ("Aurelio Paz withdrew before the shoot.", ("director", "Aurelio Paz", "negated")),
        ("Marta Olmedo sat this one out.", ("creator", "Marta Olmedo", "negated")),
        ("Marta Olmedo passed on the offer.", ("creator", "Marta Olmedo", "negated")),
        ("Marta Olmedo was merely consulted.", ("creator", "Marta Olmedo", "negated")),
        ("Marta Olmedo turned down the job of showrunner.", ("creator", "Marta Olmedo", "negated")),
        ("Aurelio Paz only came on board as an actor.", ("director", "Aurelio Paz", "negated")),
        ("Aurelio Paz had no hand in the direction.", ("director", "Aurelio Paz", "negated")),
        ("Aurelio Paz directed none of it.", ("director", "Aurelio Paz", "negated")),
        ("Aurelio Paz se quedó al margen.", ("director", "Aurelio Paz", "negated")),
        ("Aurelio Paz se mantuvo al margen del rodaje.", ("director", "Aurelio Paz", "negated")),
        ("Marta Olmedo passed on it.", ("creator", "Marta Olmedo", "negated")),
        ("Marta Olmedo passed on the project, but the others stayed.", ("creator", "Marta Olmedo", "negated")),
        ("Marta Olmedo stepped aside from the series.", ("creator", "Marta Olmedo", "negated")),
        ("Aurelio Paz merely came in as a dialect coach on the series.", ("director", "Aurelio Paz", "negated")),
    ],
)
def test_somebody_who_stayed_out_is_denied_the_part_on_record(told: str, found: tuple[str, object, str]) -> None:
    assert read(told) == [found]


@pytest.mark.parametrize(
    "told",
    [
        "Marta Olmedo was not involved in the third episode.",
        "Marta Olmedo had nothing to do with the fire.",
        "Marta Olmedo turned down the lights.",
        "Marta Olmedo was not involved in the fire.",
        "Marta Olmedo did not write the role of the captain.",
        "Marta Olmedo sat out the second season.",
        "Marta Olmedo sat this one out, which is the second season.",
        "Marta Olmedo passed on the news.",
        "Marta Olmedo stepped aside to let the others through, in the finale.",
        "Marta Olmedo had no hand in the robbery.",
        "Marta Olmedo had no hand in the direction.",
        "Marta Olmedo was only consulted in the second season.",
        "Marta Olmedo se mantuvo al margen de la polémica.",
        "Marta Olmedo se quedó fuera de la lista de premios.",
        "Marta Olmedo passed on the project that a rival studio had offered.",
        "Marta Olmedo passed on the offer of a second house.",
        "Marta Olmedo turned down the project that a rival studio had offered.",
        "Marta Olmedo stepped aside as head of the guild.",
        "Marta Olmedo just served as producer of Salt Harvest.",
        "Marta Olmedo withdrew from the race for mayor.",
        "Marta Olmedo turned down the job of director of the museum.",
    ],
)
def test_what_is_no_part_of_the_making_denies_nothing(told: str) -> None:
    assert not [c for c in read(told) if c[2] == "negated"]


def test_somebody_who_is_nothing_on_record_is_not_denied() -> None:
    claims = reader().read(article("Nobody Counts the Rain is a drama.", "Kay Heart was not involved."), about=SLUG).claims
    assert not [c for c in claims if c.pattern == "creator.uninvolved"]
