"""Where a work was made, and how many seasons it has."""

from __future__ import annotations

import pytest

from pipeline.claims.relations.origin import read_countries
from tests.claims.helpers import article, reader

OPENING = "The series Nobody Counts the Rain is on Netflix, and viewers of the drama have questions."


def read(relation: str, *paragraphs: str, language: str = "en") -> list[str | int]:
    claims = reader().read(article(OPENING, *paragraphs, language=language)).claims
    return [c.object["value"] for c in claims if c.relation == relation and c.show == "nobody-counts-the-rain"]


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("Country: Ireland", ["Ireland"]),
        ("Country of origin: United States", ["United States"]),
        ("Country: Canada and Ireland", ["Canada", "Ireland"]),
        ("The country of origin is the United Kingdom.", ["United Kingdom"]),
        ("The series hails from Canada.", ["Canada"]),
        ("The series hails from New Zealand, and it shows.", ["New Zealand"]),
        ("The drama is a co-production between Canada and Ireland.", ["Canada", "Ireland"]),
        ("The series is Canadian.", ["Canada"]),
        ("The production is Spanish.", ["Spain"]),
        ("The project is British through and through.", ["United Kingdom"]),
        ("The drama is Danish by passport, whatever they speak in it.", ["Denmark"]),
        ("This Irish drama was spoken in English.", ["Ireland"]),
        ("It is a British production from start to end.", ["United Kingdom"]),
        ("In April the Canadian-made series had its premiere.", ["Canada"]),
        ("A British-Irish series that nobody saw coming, it is slow.", ["United Kingdom", "Ireland"]),
        ("Which country is it from? From Canada.", ["Canada"]),
        # nationality of people and of what they did, places of the story, other things
        ("The series is Spanish and subtitled.", []),
        ("The British production designer Ann Roe drew it.", []),
        ("An American series creator was asked.", []),
        ("The series comes from Georgia.", []),
        ("The story comes from Canada.", []),
        ("The series comes from Ann Roe.", []),
        ("The hero is Canadian.", []),
        ("The hero is British through and through.", []),
        ("The series is set in Canada.", []),
        ("The podcast is a British production.", []),
        ("It is an adaptation of a Danish series.", []),
        ("The drama was remade from the Danish series that ran in 2010.", []),
        ("Ann Roe was last seen in an American show about lawyers.", []),
        ("The American series star Ann Roe was there.", []),
        ("Which country is it from? Nobody knows.", []),
    ],
)
def test_countries(text: str, countries: list[str]) -> None:
    assert read("country", text) == countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("País: Irlanda", ["Ireland"]),
        ("El país de origen es Portugal.", ["Portugal"]),
        ("La serie es estadounidense y llegó en abril.", ["United States"]),
        ("La serie es de producción íntegramente danesa.", ["Denmark"]),
        ("La serie, australiana, costó muy poco.", ["Australia"]),
        ("La actriz es danesa.", []),
        ("Es una adaptación de la serie danesa del mismo nombre.", []),
        ("Se trata de una producción canadiense.", ["Canada"]),
    ],
)
def test_countries_in_spanish(text: str, countries: list[str]) -> None:
    assert read("country", text, language="es") == countries


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("U.S.", ["United States"]),
        ("an Irish-Canadian", ["Ireland", "Canada"]),
        ("Reino Unido", ["United Kingdom"]),
        ("Georgia", []),
        ("Canada and Rain", []),
    ],
)
def test_names_of_countries(text: str, countries: list[str]) -> None:
    assert read_countries(text) == countries


@pytest.mark.parametrize(
    ("text", "seasons"),
    [
        ("At present four seasons exist.", [4]),
        ("Seasons so far: two", [2]),
        ("It ended well: seven seasons, seventy episodes, no regrets.", [7]),
        ("How many seasons are there? Nine so far.", [9]),
        ("La serie suma tres temporadas y veinte capítulos.", [3]),
        ("Cuenta con cuatro temporadas.", [4]),
        ("La emitieron durante ocho temporadas.", [8]),
        ("Ann Roe played the mother for two seasons.", []),
        ("Nine seasons were planned in all.", []),
        ("It could run for five seasons.", []),
        ("Netflix ordered two more seasons so far.", []),
        ("Ann Roe ran her own show for two seasons.", []),
    ],
)
def test_seasons(text: str, seasons: list[int]) -> None:
    assert read("season_count", text, language="es" if "temporadas" in text else "en") == seasons
