"""Who plays whom, in other words than "A plays C"; and what is no such statement, however near it comes."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.claims.patterns import Found
from pipeline.claims.reader import PAIR_CONFIDENCE, Reader
from pipeline.claims.subject import Subject
from tests.builders import SilentModel
from tests.claims.helpers import article, reader

OPENING = "Nobody Counts the Rain is a drama on Netflix."
EDDA, TOMAS = "Edda Lindqvist", "Tomas Brandt"


def read(text: str, language: str = "en", *, silent: bool = True) -> list[dict[str, Any]]:
    """Objects of what is read of the cast in one paragraph behind the opening, by patterns alone."""
    reading = (Reader(reader().book, SilentModel()) if silent else reader()).read(
        article(OPENING, text, language=language), about="nobody-counts-the-rain"
    )
    return [dict(c.object) | {"polarity": c.polarity} for c in reading.claims if c.relation == "cast_member" and c.paragraph == 2]


def pairs(text: str, language: str = "en") -> set[tuple[str, str]]:
    return {(str(o["value"]), str(o["character"])) for o in read(text, language) if "value" in o and "character" in o}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Vera Holm, the widow next door, is Edda Lindqvist, in fine form.", (EDDA, "Vera Holm")),
        ("Her neighbour Vera Holm is Edda Lindqvist.", (EDDA, "Vera Holm")),
        ("Vera Holm is played by Edda Lindqvist, and her captain Joar Nyberg by Tomas Brandt.", (TOMAS, "Joar Nyberg")),
        ("Vera Holm: Edda Lindqvist, who deserves a prize.", (EDDA, "Vera Holm")),
        ("Playing Vera Holm, Edda Lindqvist learned to row.", (EDDA, "Vera Holm")),
        ("The role of the widow Vera Holm went to Edda Lindqvist, with Tomas Brandt as a captain.", (EDDA, "Vera Holm")),
        ("Edda Lindqvist, once a nurse in a soap that nobody recalls, is Vera Holm.", (EDDA, "Vera Holm")),
        ("As the widow Vera Holm we have Edda Lindqvist.", (EDDA, "Vera Holm")),
        ("Edda Lindqvist, who had not been seen on a screen for years, is Vera Holm.", (EDDA, "Vera Holm")),
    ],
)
def test_pairs_in_english(text: str, pair: tuple[str, str]) -> None:
    assert pair in pairs(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("A Vera Holm le presta el rostro Edda Lindqvist.", (EDDA, "Vera Holm")),
        ("La viuda Vera Holm la borda Edda Lindqvist.", (EDDA, "Vera Holm")),
        ("La vecina, Vera Holm, esta a cargo de Edda Lindqvist.", (EDDA, "Vera Holm")),
        ("El papel de Vera Holm lo hizo Edda Lindqvist.", (EDDA, "Vera Holm")),
    ],
)
def test_pairs_in_spanish(text: str, pair: tuple[str, str]) -> None:
    assert pair in pairs(text, "es")


@pytest.mark.parametrize(
    "text",
    [
        "The real Vera Holm is Edda Lindqvist's neighbour.",
        "Edda Lindqvist is not Joar Nyberg, as some captions have it.",
        "Vera Holm is not the great Tomas Brandt.",
        "Vera Holm is never Tomas Brandt: he only sounds like her.",
        "With Edda Lindqvist playing Vera Holm, Tomas Brandt could lean back.",
        "Edda Lindqvist plays her as a girl in the village where Joar Nyberg keeps his boat.",
        "Edda Lindqvist plays the woman who marries Joar Nyberg.",
        "Nobody but Vera Holm is kind to Tomas Brandt's captain.",
    ],
)
def test_what_pairs_nobody(text: str) -> None:
    wrong = {(EDDA, "Joar Nyberg"), (TOMAS, "Vera Holm")}
    assert not wrong & pairs(text)


def test_a_part_in_another_work_is_not_of_this_one() -> None:
    """A pair of this record is said of this work, though others are named; not where the part itself is put into another one."""
    about = "nobody-counts-the-rain"
    elsewhere = article(OPENING, 'Edda Lindqvist once played Joar Nyberg in the film "Low Water Mark".')
    assert not [c for c in reader().read(elsewhere, about=about).claims if c.paragraph == 2 and c.show == about and not c.doubts]
    here = article(OPENING, 'Joar Nyberg is played by Edda Lindqvist, known to all from "Low Water Mark".')
    claims = [c for c in reader().read(here, about=about).claims if c.paragraph == 2 and "character" in c.object]
    assert [(c.show, c.doubts) for c in claims] == [(about, ())]


def test_two_rows_in_brackets_are_no_pair_of_neighbours() -> None:
    assert not pairs("Tomas Brandt and Edda Lindqvist (Vera Holm and Joar Nyberg, respectively).") & {(EDDA, "Vera Holm")}


def test_a_lone_name_is_completed_from_the_article() -> None:
    told = article(OPENING, "A captain called Joar Nyberg comes home.", "Tomas Brandt plays Nyberg.")
    claims = reader().read(told, about="nobody-counts-the-rain").claims
    assert [c.object["character"] for c in claims if c.paragraph == 3 and "character" in c.object] == ["Joar Nyberg"]


@pytest.mark.parametrize(
    "text",
    [
        "Vera Holm was a real woman.",
        "Vera Holm, the widow of the story, was a real nurse from Oslo.",
        "Edda Lindqvist plays Vera Holm, a real-life nurse who still lives there.",
        "Vera Holm really existed.",
        "Vera Holm is no invention.",
    ],
)
def test_characters_said_to_have_lived(text: str) -> None:
    wanted = {"character": "Vera Holm", "real_person": "Vera Holm", "polarity": "affirmed"}
    assert wanted in read(text)


@pytest.mark.parametrize("text", ["Vera Holm is a real monster.", "Vera Holm is a real treat.", "Vera Holm was a real pain to write."])
def test_a_figure_of_speech_makes_nobody_real(text: str) -> None:
    assert not any("real_person" in o for o in read(text))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Do not look for her: there was no Vera Holm.", "en"),
        ("Vera Holm is a fictional nurse.", "en"),
        ("Vera Holm es un personaje imaginario.", "es"),
        ("Vera Holm es pura invencion.", "es"),
    ],
)
def test_characters_said_to_be_invented(text: str, language: str) -> None:
    assert {"character": "Vera Holm", "real_person": "Vera Holm", "polarity": "negated"} in read(text, language)


def test_who_is_told_to_have_lived_is_quoted_without_the_actor() -> None:
    reading = Reader(reader().book, SilentModel()).read(
        article(OPENING, "Her neighbour, Vera Holm, was a real woman. Vera Holm, played by Edda Lindqvist, was a real woman."),
        about="nobody-counts-the-rain",
    )
    told = [c for c in reading.claims if "real_person" in c.object]
    assert [(c.polarity, c.object["character"]) for c in told] == [("affirmed", "Vera Holm")] * 2
    assert [c.quote for c in told] == ["Vera Holm, was a real woman", "was a real woman"]


def test_a_bracket_behind_an_actor_may_hold_another_work() -> None:
    assert (EDDA, "Tessa Lorne") in pairs("Edda Lindqvist (Tessa Lorne).")
    assert (EDDA, "Tessa Lorne") not in pairs("It stars Edda Lindqvist (Tessa Lorne) as Vera Holm.")


@pytest.mark.parametrize(("character", "sure"), [("Vera Holm", True), ("Vera", False), ("Tessa Lorne", False)])
def test_a_pair_of_the_record_settles_which_work_is_meant(character: str, sure: bool) -> None:
    """Among several works an actor and the full name of a character of one of them say which it is; a first name alone does not."""
    about = "nobody-counts-the-rain"
    made = reader()
    sentence = made.sentences(article(OPENING, f"{EDDA} plays {character}."))[1][-1]
    found = Found("cast_member", {"value": EDDA, "character": character}, 0, len(sentence.typed), 0, 0)
    subject = made._claim_back(Subject(about, "about", 0.6), found, sentence, about)
    assert subject == Subject(about, "about", PAIR_CONFIDENCE if sure else 0.6)


@pytest.mark.parametrize(
    "told",
    [
        "Vera Holm is a fictional version of a widow from the coast.",
        "It is the fictional version of Vera Holm that we meet first.",
        "Vera Holm is a composite only in the sense that all of us are.",
    ],
)
def test_a_version_of_somebody_is_no_invention(told: str) -> None:
    assert not [o for o in read(told) if "real_person" in o]
    assert [o["polarity"] for o in read("Vera Holm is a fictional widow.") if "real_person" in o] == ["negated"]
