"""Families of wordings for the number of episodes, English and Spanish, and their neighbours that count something else."""

from __future__ import annotations

import pytest

from pipeline.claims.reader import Reader
from tests.builders import SilentModel
from tests.claims.helpers import article
from tests.claims.helpers import reader as make_reader


def count(told: str, language: str = "en") -> dict[object, str]:
    """Each number of episodes that the patterns alone read in a paragraph, with what is quoted for it."""
    about = "Nobody Counts the Rain is a drama." if language == "en" else "Nobody Counts the Rain es un drama."
    page = article(about, told, language=language)
    claims = Reader(make_reader().book, SilentModel()).read(page, about="nobody-counts-the-rain").claims
    return {c.object["value"]: c.quote for c in claims if c.relation == "episode_count" and c.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("Here is our guide to the Netflix ten-parter about a drowned town.", 10),
        ("Netflix's eight-chapter drama of ambition opened in March.", 8),
        ("All of Nobody Counts the Rain's four episodes were shot at sea.", 4),
        ("Nobody Counts the Rain, whose nine chapters arrived together, is a puzzle.", 9),
        ("The first two of nine episodes went up on Friday.", 9),
        ("The drama, the last of whose ten episodes went up on Friday, is a puzzle.", 10),
        ("The opening episodes out of a total of six were shown in March.", 6),
        ("Kay Heart directed the opening four of ten episodes.", 10),
        ("The drama is split into seven parts.", 7),
        ("The drama amounts to a tidy eight episodes.", 8),
        ("It is a mere four episodes.", 4),
        ("At four episodes it is shorter than some films.", 4),
        ("With eight episodes, the drama takes a weekend.", 8),
        ("Eight episodes were made, and all of them are out.", 8),
        ("Ten chapters arrived on the first of October.", 10),
        ("Six episodes is the full run.", 6),
        ("Twelve episodes adapted from a comic, and no dull one.", 12),
        ("There are eight.", 8),
        ("There are ten of them, released together.", 10),
        ("In all there are nine.", 9),
        ("Number of chapters: eight", 8),
        ("Episode total: 10", 10),
        ("Length: eight episodes of about forty minutes.", 8),
        ("Eps: six", 6),
        ("Episode count: 8", 8),
        ("Episodes: 8, all of them out now", 8),
        ("Unspooling over the course of twelve episodes, the drama never hurries.", 12),
        ("The series, of six hours, was made in the south.", 6),
    ],
)
def test_english_families(told: str, number: int) -> None:
    assert number in count(told)


@pytest.mark.parametrize(
    ("told", "number"),
    [
        ("La serie, de ocho episodios, es obra de Kay Heart.", 8),
        ("La ficción en seis entregas ya se puede ver.", 6),
        ("La producción de ocho capítulos llegó en octubre.", 8),
        ("La miniserie brasileña de seis capítulos gustó mucho.", 6),
        ("Kay Heart repasa aquella vida en seis episodios.", 6),
        ("La historia está dividida en siete capítulos.", 7),
        ("Son ocho en total, disponibles desde enero.", 8),
        ("Son diez, y cayeron todos de golpe.", 10),
        ("En total son nueve.", 9),
        ("En total, diez capítulos como diez soles.", 10),
        ("Duración: doce capítulos de media hora.", 12),
        ("Entregas: seis", 6),
        ("Con diez episodios, la serie se ve en un fin de semana.", 10),
        ("Ocho entregas, que llegaron en febrero.", 8),
    ],
)
def test_spanish_families(told: str, number: int) -> None:
    assert number in count(told, "es")


@pytest.mark.parametrize(
    "told",
    [
        "There are eight suspects, each with a motive.",
        "The drama is two episodes too long.",
        "Three episodes later, the ferry is gone.",
        "Two episodes in, nobody is dry.",
        "It runs at three episodes a week.",
        "Kay Heart is remembered for the first of two episodes that she directed.",
        "He shot two of six episodes directed by women.",
        "Seats: eight",
        "Episode: 4",
        "Ep: 5",
        "Capítulo: 6",
        "Episodes: 4 to 6",
        "Episodes: 4-6",
        "Episodes: 4 and 5",
        "Episodios: 4 y 5",
        "Chapters: 2, 3",
        "There were five of them.",
        "It credits the wrong man, and it counts ten episodes.",
        "Hay otra del mismo nombre, de otra cadena, que cuenta el caso con Kay Heart en ocho episodios.",
        "Kay Heart hizo luego Sal, que repasa aquella vida en seis episodios.",
        "Kay Heart hizo luego Sal en blanco y negro, con seis episodios.",
        "Otras series: Sal, que Kay Heart escribió para otra cadena en doce episodios.",
        "Salt Harvest, in ten episodes, was made by the same people.",
    ],
)
def test_numbers_of_something_else(told: str) -> None:
    assert count(told) == {}


def test_the_quote_holds_the_number_and_not_the_owner() -> None:
    assert count("Jo Poe's ten-part telling of the flood is a puzzle.")[10] == "ten-part"
    assert count("En total, diez capítulos como diez soles.", "es")[10] == "diez capítulos"
