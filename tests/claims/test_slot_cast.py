"""Who plays whom, read by likelihood: names joined by "is", by a face, and what joins nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.claims.entities import Sentence
from pipeline.claims.slots.model import Marks
from pipeline.claims.slots.reader import read_slots

SLUG = "nobody-counts-the-rain"
PAIR = ("Quilla Vestergaard", "Ysolde Brandt")


def read(sentence: Sentence, parts: dict[str, dict[str, float]], pairs: dict[tuple[str, str], float]) -> set[tuple[str, str]]:
    """Pairs of actor and character, where the model gives these parts and joins to the entities that begin so."""
    numbers = {e.surface.split()[0].lower(): n for n, e in enumerate(sentence.entities)}
    marks = Marks(
        {numbers[word]: likely for word, likely in parts.items()},
        voices={numbers[word]: (0.0, 0.0) for word in parts},
        pairs={("plays", numbers[a], numbers[b]): p for (a, b), p in pairs.items()},
    )
    found = (s.found.object for s in read_slots(sentence, SLUG, marks) if s.name == "slot.cast")
    return {(str(o["value"]), str(o["character"])) for o in found}


@pytest.mark.parametrize("real", [0.0, 0.4])
@pytest.mark.parametrize("likely", [0.9, 0.8])
def test_a_name_behind_is_acts_where_the_model_is_sure(likely: float, real: float, to_sentence: Callable[[str], Sentence]) -> None:
    """ "Ysolde Brandt is Quilla Vestergaard": she may be the woman behind the character, too."""
    parts = {"quilla": {"actor": likely, "real_person": real}, "ysolde": {"character": 0.95}}
    found = read(to_sentence("Her friend Ysolde Brandt is Quilla Vestergaard."), parts, {("quilla", "ysolde"): 0.95})
    assert found == ({PAIR} if (likely, real) == (0.9, 0.0) else set())


@pytest.mark.parametrize(
    "told",
    [
        "The unlucky Ysolde Brandt has the face of Quilla Vestergaard.",
        "Ysolde Brandt, who rarely sleeps, wears the face of Quilla Vestergaard.",
        "La temida Ysolde Brandt aparece con los rasgos de Quilla Vestergaard.",
    ],
)
def test_a_face_is_lent(told: str, to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence(told), {"quilla": {"actor": 0.9}, "ysolde": {"character": 0.9}}, {}) == {PAIR}


def test_a_face_behind_another_pair_is_not_the_first_ones(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("Tobin Marrakesh is joined by Ysolde Brandt, who has the face of Quilla Vestergaard.")
    parts = {"tobin": {"actor": 0.9}, "ysolde": {"character": 0.9}, "quilla": {"actor": 0.9}}
    assert read(sentence, parts, {("tobin", "ysolde"): 0.6, ("quilla", "ysolde"): 0.6}) == {PAIR}


@pytest.mark.parametrize(
    ("told", "paired"),
    [
        ("Quilla Vestergaard is the only guard who treats Ysolde Brandt well.", False),
        ("Quilla Vestergaard is the only guard on the island, who becomes Ysolde Brandt.", True),
        ("The suspect was Ysolde Brandt, a sailor and Quilla Vestergaard reader.", False),
        ("As Ysolde Brandt, all teeth, she outshines even Quilla Vestergaard.", False),
        ("As Ysolde Brandt, all teeth, you will see Quilla Vestergaard.", True),
        ("There sits Ysolde Brandt, a part that went to Quilla Vestergaard.", True),
    ],
)
def test_names_apart_are_not_joined_however_sure_the_model(told: str, paired: bool, to_sentence: Callable[[str], Sentence]) -> None:
    parts = {"quilla": {"actor": 0.99}, "ysolde": {"character": 0.99}}
    assert read(to_sentence(told), parts, {("quilla", "ysolde"): 0.95}) == ({PAIR} if paired else set())


@pytest.mark.parametrize(
    ("told", "paired"),
    [
        ("Her friend, Ysolde Brandt, is Quilla Vestergaard.", True),
        ("Ysolde Brandt, the widow next door, is Quilla Vestergaard.", True),
        ("Tobin Marrakesh plays Vera Holm; Ysolde Brandt is Quilla Vestergaard.", True),
        ("Ysolde Brandt is Quilla Vestergaard.", False),
        ("Ysolde Brandt, in short, is Quilla Vestergaard.", False),
        ("Ysolde Brandt is Quilla Vestergaard with a boat.", False),
        ("Her friend Ysolde Brandt is Quilla Vestergaard with a boat.", False),
        ("And the friend with the boat, Ysolde Brandt, is Quilla Vestergaard!", False),
    ],
)
def test_a_comparison_is_no_cast_list(told: str, paired: bool, to_sentence: Callable[[str], Sentence]) -> None:
    """Whoever nobody knows to act may be whom the character is like; where she is being introduced, or others are paired, she is not."""
    listed = told.startswith("Tobin")
    parts = {"quilla": {"actor": 0.99, "character": 0.3}, "ysolde": {"character": 0.99, "actor": 0.3}}
    pairs = {("quilla", "ysolde"): 0.99, ("ysolde", "quilla"): 0.8}  # read the other way round it is no list of two
    if listed:
        parts |= {"tobin": {"actor": 0.99}, "vera": {"character": 0.99}}
        pairs |= {("tobin", "vera"): 0.99}
    assert (PAIR in read(to_sentence(told), parts, pairs)) is paired


@pytest.mark.parametrize(
    ("told", "paired"),
    [
        ("Quilla Vestergaard, a widow, is Ysolde Brandt, her friend.", True),
        ("Quilla Vestergaard, an Ysolde Brandt, her friend next door.", False),
    ],
)
def test_what_somebody_is_behind_an_article_is_no_part(told: str, paired: bool, to_sentence: Callable[[str], Sentence]) -> None:
    """ "Jo Roe, a New Yorker, his friend": where the verb is left out, the name behind the article says what Jo Roe is."""
    found = read(to_sentence(told), {"quilla": {"actor": 0.99}, "ysolde": {"character": 0.99}}, {("quilla", "ysolde"): 0.99})
    assert (PAIR in found) is paired
