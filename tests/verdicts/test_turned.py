"""Sentences that turn to another work without naming one on record, beside such as speak of the article's own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from pipeline.models import Claim
from pipeline.verdicts.turned import turns_elsewhere


def _claim(sentence: str, relation: str, subject: str = "about", **value: Any) -> Claim:
    given: dict[str, Any] = {"show": "x", "polarity": "affirmed", "modality": "asserted", "paragraph": 1, "start": 0, "end": 1}
    return Claim(**given, quote=sentence, sentence=sentence, relation=relation, object=value, subject=subject, pattern="x.y")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("The Hulu drama about the same murder is the shorter one.", True),
        ("La serie de Hulu sobre el mismo crimen es más corta.", True),
        ("The Hulu drama about a murder in Ohio is short.", False),
        ("Amazon made its own version with Kay Heart a year on.", True),
        ("Amazon hizo su versión con Ann Quill.", True),
        ("Amazon made the series in its own studios.", False),
        ("Jo Poe fue la reina Ann en la serie de Hulu, de tres temporadas.", True),
        ("Jo Poe was the queen in the popular Hulu series.", True),
        ("Jo Poe was cast in the Hulu series.", False),
        ("It was all there in the end, and Hulu released it.", False),
        ("Home: Apple, though it was meant for Hulu.", True),
        ("It was meant to be seen on Hulu.", False),
        ("I binged all ten parts of it on Hulu over the weekend.", True),
        ("You can watch the series on Hulu from Friday.", False),
        ("The series is on Hulu, which dropped it all at once.", False),
        ("The series is on Hulu, which has lost subscribers.", False),
        ("Se hizo para Hulu, que la dejó.", True),
        ("La vi de un tirón en Hulu.", True),
        ("Everybody watched. It was first shown on Hulu.", False),
        ("The series was made for Hulu, which thought better of it.", True),
        ("Se hizo para Hulu, que renunció a emitirla.", True),
        ("It was ordered by Hulu before it moved to another home.", True),
        ("It was made for Hulu, which is proud of it.", False),
        ("It was made for Hulu before the summer.", False),
        ("A rival version with Kay Heart is on its way to Hulu.", True),
        ("For more of her, see Iron Rain, a film on Hulu.", True),
        ("She will next be seen in a series for Hulu.", True),
        ("It can be seen next to the news on Hulu.", False),
    ],
)
def test_a_platform_of_another_version(told: str, other: bool) -> None:
    assert turns_elsewhere(_claim(told, "platform", value="Hulu")) is other


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("Iron Rain and Cold Harbour both had ten episodes.", True),
        ("The series had ten episodes, and both leads were praised.", False),
        ("Jo Poe, for six seasons Kay Heart in Iron Rain, leads the cast.", True),
        ("It ran for six seasons on Netflix.", False),
        ("A rival made a seven-part Cleopatra in 1980 with Jo Poe.", True),
        ("Netflix released a seven-part drama in 1980.", False),
        ("Jo Poe now shines in Iron Rain, which has ten episodes.", True),
        ("Jo Poe triunfa con La Lluvia, de Apple, que tiene diez capítulos.", True),
        ("Jo Poe leads the series, which has ten episodes.", False),
        ("That HBO hit had ten episodes.", True),
        ("The first has ten episodes, the other six.", True),
        ("Ann Quill's previous success, from May, had ten episodes.", True),
        ('Jo Poe, judge for ten seasons in "Iron Rain", leads the cast.', True),
        ("La primera tiene diez capítulos y la segunda seis.", True),
        ("The first season has ten episodes.", False),
        ("La primera temporada tiene diez capítulos.", False),
        ("Aquella serie tuvo diez capítulos.", True),
        ("Critics say that the series has ten episodes.", False),
        ("It kept us up for ten nights.", False),
        ("Luego entró en la última temporada de Iron Rain, de Netflix, que consta de diez episodios.", True),
    ],
)
def test_a_number_of_another_work(told: str, other: bool) -> None:
    assert turns_elsewhere(_claim(told, "episode_count", value=10)) is other


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("Iron Rain came in May with three episodes; there Jo Poe is Kay Heart.", True),
        ("It came in May with three episodes; Jo Poe is Kay Heart.", False),
        ("Jo Poe fue la reina para Kay Heart.", True),
        ("Jo Poe fue después Kay Heart y ganó un premio.", True),
        ("Jo Poe was later Kay Heart for an old friend.", True),
        ("Jo Poe was Kay Heart, later replaced.", False),
        ("Jo Poe es Kay Heart, reina para sus súbditos.", False),
        ("Jo Poe is Kay Heart in The Iron Rain and the Sun.", True),
        ("Jo Poe is Kay Heart in “Iron Rain”.", True),
        ("Jo Poe is Kay Heart in Netflix's drama.", False),
        ("Jo Poe is Kay Heart in the drama.", False),
    ],
)
def test_a_part_in_another_work(told: str, other: bool) -> None:
    assert turns_elsewhere(_claim(told, "cast_member", value="Jo Poe", character="Kay Heart")) is other


def test_what_the_title_itself_is_said_to_have_is_its_own() -> None:
    told = "Jo Poe now shines in Iron Rain, which has ten episodes."
    assert not turns_elsewhere(_claim(told, "episode_count", "title", value=10))
    told = "Jo Poe is Kay Heart in The Iron Rain."
    assert not turns_elsewhere(_claim(told, "cast_member", "title", value="Jo Poe", character="Kay Heart"))


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("Ann Quill won a prize for the article that she grew into her book.", True),
        ("It comes from an article by Ann Quill, who lives among books.", False),
        ("Ann Quill's article became a favourite of book clubs.", False),
        ("It was developed from an article, not from the thriller novel of that title.", False),
    ],
)
def test_an_article_that_became_the_book(told: str, other: bool) -> None:
    assert turns_elsewhere(_claim(told, "based_on", author="Ann Quill", kind="article")) is other


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("Jo Poe plays the killer, but the heart of it all is Ann Bell as Kay Heart.", True),
        ("Jo Poe hace de asesino, pero el alma de la serie es Ann Bell como Kay Heart.", True),
        ("Jo Poe, hardly known but to a few, plays Kay Heart.", False),
        ("Jo Poe played Kay Heart herself in Kay Heart's Game.", True),
        ("Amazon has one of its own, with Jo Poe as Kay Heart.", True),
        ("Jo Poe, in the Amazon one, is Kay Heart.", True),
        ("Amazon tiene la suya, con Jo Poe en el papel de Kay Heart.", True),
        ("The town has its own charm, and Jo Poe as Kay Heart has more.", False),
        ("Jo Poe plays Kay Heart in Hulu's Iron Rain.", False),
    ],
)
def test_a_part_of_another_clause_or_work_is_another_actor_s(told: str, other: bool) -> None:
    assert turns_elsewhere(_claim(told, "cast_member", value="Jo Poe", character="Kay Heart")) is other


def test_a_name_s_accents_are_gone_from_the_sentence() -> None:
    told = "Jose Poe plays the killer, but the heart of it is Ann Bell as Begona."
    assert turns_elsewhere(_claim(told, "cast_member", value="José Poe", character="Begoña"))
    assert not turns_elsewhere(_claim(told, "cast_member", value="Ann Bell", character="Begoña"))


def test_the_author_of_a_source_wrote_no_script() -> None:
    assert turns_elsewhere(_claim("The screenplay comes from a magazine profile by Kay Heart.", "writer", value="Kay Heart"))
    assert not turns_elsewhere(_claim("The screenplay comes from Kay Heart.", "writer", value="Kay Heart"))


def test_an_actor_without_a_part_is_told_of_nothing_else() -> None:
    assert not turns_elsewhere(_claim("Jo Poe is in the cast.", "cast_member", value="Jo Poe"))


def test_a_number_of_evenings_is_none_of_episodes() -> None:
    told = _claim("Six episodes (all right, ten Thursdays), one staircase.", "episode_count", value=10)
    assert turns_elsewhere(replace(told, plain="Six episodes (all right, ten"))
    assert not turns_elsewhere(replace(told, plain="Six episodes"))


def test_a_number_of_seasons_of_a_title_is_that_title_s() -> None:
    told = _claim("Kay Heart, known from the five seasons of Iron Rain, is the mother.", "season_count", value=5)
    assert turns_elsewhere(replace(told, plain="the five seasons"))
    assert not turns_elsewhere(replace(told, plain="the five seasons", subject="title"))


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("She was in Iron Rain, from Hulu, a series of ten episodes.", True),
        ("Salió en La Lluvia, de Hulu, una serie de diez capítulos.", True),
        ("Jo Poe shines in it, a series of ten episodes.", False),
        ("Jo Poe for two seasons, Ann Quill for ten.", True),
        ("It went on for ten seasons.", False),
        ("Kay Heart, ten episodes, from a memoir.", True),
        ("Netflix has it, ten episodes, from a memoir.", False),
        ("In the series, ten episodes tell of one night.", False),
    ],
)
def test_a_number_told_of_another_title(told: str, other: bool) -> None:
    assert turns_elsewhere(_claim(told, "episode_count", value=10)) is other
    assert not turns_elsewhere(_claim(told, "episode_count", "title", value=10))


def test_a_part_called_like_the_work_was_played_in_another() -> None:
    told = _claim("Jo Poe was Cleopatra in a ten-part series of 1980.", "episode_count", "title", value=10)
    assert turns_elsewhere(told)
    assert not turns_elsewhere(_claim("Jo Poe plays Cleopatra in a ten-part series.", "episode_count", "title", value=10))


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("Iron Rain: The Trial had ten episodes on Hulu, with Jo Poe as Kay Heart.", True),
        ("The series had ten episodes on Hulu, with Jo Poe as Kay Heart.", False),
        ("Jo Poe fue en aquella película Kay Heart.", True),
        ("In that older film Jo Poe was Kay Heart.", True),
        ("In that house Jo Poe plays Kay Heart.", False),
    ],
)
def test_the_cast_of_another_title(told: str, other: bool) -> None:
    assert turns_elsewhere(_claim(told, "cast_member", value="Jo Poe", character="Kay Heart")) is other


@pytest.mark.parametrize(
    ("told", "subject", "other"),
    [
        ("Ann Bell's Iron Rain and Salt had Jo Poe in the lead and Kay Heart as Ida Fern.", "about", True),
        ("Bell's Salt cast the young Jo Poe and Kay Heart as Ida Fern.", "about", True),
        ("Ann Bell's Iron Rain has Kay Heart as Ida Fern.", "title", False),
        ("Ida's sister had Kay Heart as Ida Fern in mind.", "about", False),
        ("It has Jo Poe's doctor and Kay Heart as Ida Fern.", "about", False),
    ],
)
def test_a_work_named_by_its_maker_has_a_cast_of_its_own(told: str, subject: str, other: bool) -> None:
    claim = _claim(told, "cast_member", subject, value="Kay Heart", character="Ida Fern")
    assert turns_elsewhere(claim) is other


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("She wrote it in 2011, in just six weeks.", True),
        ("Ann Quill empezó a trabajar y lo escribió en 2011.", True),
        ("Her book came out in 2011.", False),
    ],
)
def test_the_year_of_writing_is_no_year_of_print(told: str, other: bool) -> None:
    assert turns_elsewhere(_claim(told, "based_on", year=2011)) is other


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("Ann Bell will be in the third, set in Rome.", True),
        ("Ann Bell estará en la próxima temporada, ambientada en Roma.", True),
        ("Ann Bell will be in the series, set in Rome.", False),
    ],
)
def test_the_next_season_is_another_series_s(told: str, other: bool) -> None:
    assert turns_elsewhere(_claim(told, "setting_place", value="Rome")) is other


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("The cameras never got inside Eastgate Palace.", True),
        ("It was shot in Rome, which has been Paris, Eastgate Palace and everywhere else.", True),
        ("It was shot in Rome and in Eastgate Palace.", False),
        ("It was shot in a house that has been empty for years, in Eastgate Palace.", False),
        ("The cameras never stopped in Eastgate Palace.", False),
    ],
)
def test_where_no_camera_was(told: str, other: bool) -> None:
    assert turns_elsewhere(_claim(told, "filming_location", "title", value="Eastgate Palace")) is other
