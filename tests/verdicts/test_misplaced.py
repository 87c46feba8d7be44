"""Names side by side that are no pair, beside such as are one."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.models import Claim
from pipeline.verdicts.misplaced import is_misplaced


def _claim(sentence: str, pattern: str = "cast.plays", relation: str = "cast_member", plain: str = "", **value: Any) -> Claim:
    given: dict[str, Any] = {"show": "x", "polarity": "affirmed", "modality": "asserted", "paragraph": 1, "start": 0, "end": 1}
    text = {"quote": plain or sentence, "plain": plain or sentence, "sentence": sentence}
    return Claim(**given, **text, relation=relation, object=value, pattern=pattern)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "misplaced"),
    [
        ("Kay is played by Poe regular Ann Bell.", True),
        ("Kay is played by Jo Poe, a regular of Ann Bell's.", False),
        ("El exmarido de Kay, periodista, es Jo Poe.", True),
        ("The rival of Kay is Jo Poe.", True),
        ("Kay es Jo Poe, amiga de la madre.", False),
        ("Jo Poe encarna al de Kay.", True),
        ("Jo Poe encarna a Kay.", False),
    ],
)
def test_whose_part_it_is(told: str, misplaced: bool) -> None:
    assert is_misplaced(_claim(told, value="Jo Poe", character="Kay")) is misplaced


@pytest.mark.parametrize(("told", "misplaced"), [("The rival of Begona is Jo Poe.", True), ("Begona is Jo Poe, a rival of hers.", False)])
def test_the_part_s_accents_are_gone_from_the_sentence(told: str, misplaced: bool) -> None:
    assert is_misplaced(_claim(told, value="Jo Poe", character="Begoña")) is misplaced


def test_brackets_behind_an_actor_in_a_row_hold_another_work() -> None:
    row = _claim("Kay Heart, her aunt: Jo Poe (Iron Rain).", "cast.bracketed", value="Jo Poe", character="Iron Rain")
    assert is_misplaced(row)
    assert not is_misplaced(_claim("Cast: Jo Poe (Kay Heart).", "cast.bracketed", value="Jo Poe", character="Kay Heart"))
    assert not is_misplaced(_claim("Jo Poe (Kay Heart).", "cast.bracketed", value="Jo Poe", character="Kay Heart"))


@pytest.mark.parametrize(("told", "misplaced"), [("Neither she nor Kay Heart existed.", True), ("Kay Heart existed.", False)])
def test_a_denial_before_two_names(told: str, misplaced: bool) -> None:
    assert is_misplaced(_claim(told, "cast.existed", character="Kay Heart", real_person="Kay Heart")) is misplaced


@pytest.mark.parametrize(
    ("told", "misplaced"),
    [
        ("The judge, who directs the inquiry, is Jo Poe.", True),
        ("El juez, que dirige la instruccion, es Jo Poe.", True),
        ("Dirige la serie Jo Poe.", False),
        ("Jo Poe directs the first two.", False),
        ("She directed it all, with Jo Poe at the camera.", True),
        ("Jo Poe was behind the camera for all of it.", False),
        ("Antes había dirigido un corto, Jo Poe.", True),
        ("It was directed by a newcomer, Jo Poe.", False),
        ("Antes escribió y dirigió Jo Poe, un corto de diez minutos.", True),
        ("It was directed by Jo Poe, a newcomer with one film.", False),
    ],
)
def test_what_is_directed_must_be_a_work(told: str, misplaced: bool) -> None:
    assert is_misplaced(_claim(told, "slot.director", "director", value="Jo Poe")) is misplaced


@pytest.mark.parametrize(
    ("told", "misplaced"),
    [
        ("Jo Poe is the nurse who helps to catch her colleague Kay Heart.", True),
        ("Jo Poe es la enfermera que delata a Kay Heart.", True),
        ("Jo Poe is the nurse who is called Kay Heart.", False),
        ("Jo Poe is the nurse Kay Heart.", False),
    ],
)
def test_a_name_in_the_part_s_story(told: str, misplaced: bool) -> None:
    assert is_misplaced(_claim(told, "cast.is_role", value="Jo Poe", character="Kay Heart")) is misplaced
