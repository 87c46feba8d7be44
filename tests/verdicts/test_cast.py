"""Who plays whom against a record: comparisons that read like credits, ages of others, people who belong to the story itself."""

from __future__ import annotations

import pytest

from pipeline.models import Claim, Fact
from pipeline.verdicts.cast import compare
from pipeline.verdicts.comparison import Grade
from pipeline.verdicts.context import JudgeContext
from tests.builders import make_claim, make_show

VERA = Fact("cast_member", "Edda Lindqvist", ("paper",), character="Vera Holm", real_person="Inés Valbuena")
JOAR = Fact("cast_member", "Tomas Brandt", ("paper",), character="Joar Nyberg")
SOURCE = Fact("based_on", "The Gutter Years", ("paper",), author="Marta Olmedo")
SHOW = make_show(VERA, JOAR, SOURCE)


def told(actor: str, part: str | None, sentence: str, pattern: str = "cast.part_is_told") -> Claim:
    value = {"value": actor} if part is None else {"value": actor, "character": part}
    return make_claim("cast_member", object=value, sentence=sentence, quote=sentence, pattern=pattern)


def closed(claim: Claim, *others: Claim) -> tuple[str, ...]:
    compared = compare(claim, SHOW, JudgeContext(claims=(claim, *others)))
    assert compared.grade is Grade.FAR
    return compared.failed


COMPARED = told("Quilla Vestergaard", "Vera Holm", "Vera Holm is Quilla Vestergaard.")


def test_a_part_that_has_its_own_actor_in_the_article_is_compared_not_recast() -> None:
    assert closed(COMPARED) == ()
    assert closed(COMPARED, told("Edda Lindqvist", "Vera", "Edda Lindqvist plays Vera.", "cast.plays")) == ("object_type",)
    assert closed(COMPARED, told("Edda Lindqvist", None, "Edda Lindqvist is superb.", "cast.stars")) == ("object_type",)
    assert closed(COMPARED, told("Edda Lindqvist", "Kaia Lunde", "Edda Lindqvist plays Kaia Lunde.", "cast.plays")) == ()
    assert closed(COMPARED, told("Tomas Brandt", "Joar Nyberg", "Tomas Brandt plays Joar Nyberg.", "cast.plays")) == ()


def test_other_wordings_are_no_comparison() -> None:
    played = told("Quilla Vestergaard", "Vera Holm", "Vera Holm is played by Quilla Vestergaard.", "cast.played_by")
    assert closed(played, told("Edda Lindqvist", "Vera Holm", "Edda Lindqvist plays Vera Holm.", "cast.plays")) == ()


def test_two_of_one_cast_in_a_scene_are_no_pair() -> None:
    """Critics tell scenes with actors' names; a stranger to the cast who gets the part is no scene."""
    scene = told("Tomas Brandt", "Vera Holm", "Vera Holm gets a long look from Tomas Brandt.", "cast.part_gets")
    assert closed(scene) == ("object_type",)
    assert closed(told("Quilla Vestergaard", "Vera Holm", "Vera Holm gets a loud turn from Quilla Vestergaard.", "cast.part_gets")) == ()
    assert closed(told("Tomas Brandt", "Vera Holm", "Tomas Brandt plays Vera Holm.", "cast.plays")) == ()


@pytest.mark.parametrize("person", ["Inés Valbuena", "Marta Olmedo"])
def test_whom_the_story_is_about_or_who_wrote_it_is_no_actor(person: str) -> None:
    assert "object_type" in closed(told(person, "Joar Nyberg", f"Joar Nyberg is {person} and is not."))


@pytest.mark.parametrize(
    ("sentence", "gates"),
    [
        ("Vera Holm is played by Quilla Vestergaard, the older Joar Nyberg by Tomas Brandt.", ()),
        ("Her older sister Vera Holm is played by Quilla Vestergaard.", ()),
        ("Young Vera Holm is played by Quilla Vestergaard.", ("recast",)),
        ("Vera Holm as a girl is played by Quilla Vestergaard.", ("recast",)),
    ],
)
def test_ages(sentence: str, gates: tuple[str, ...]) -> None:
    assert closed(told("Quilla Vestergaard", "Vera Holm", sentence, "cast.played_by")) == gates


def test_a_forename_shared_with_ones_own_part_makes_no_other_part_ones_own() -> None:
    """ "Joar Berg" is somebody else's by the record, whoever else is called Joar; "Joar" may be either."""
    berg = Fact("cast_member", "Sam Poe", ("paper",), character="Joar Berg")
    show = make_show(VERA, JOAR, berg)
    whole = told("Tomas Brandt", "Joar Berg", "Tomas Brandt plays Joar Berg.", "cast.plays")
    assert compare(whole, show, JudgeContext()).grade is Grade.FAR
    lone = told("Tomas Brandt", "Joar", "Tomas Brandt plays Joar.", "cast.plays")
    assert compare(lone, show, JudgeContext()).grade is Grade.MATCH
    unknown = told("Tomas Brandt", "Joar Lund", "Tomas Brandt plays Joar Lund.", "cast.plays")
    assert compare(unknown, show, JudgeContext()).failed == ("character_near",)


@pytest.mark.parametrize(("part", "grade"), [("Joar's wife", Grade.FAR), ("Kaia Lunde's wife", Grade.NO_RECORD), ("the wife", Grade.FAR)])
def test_the_wife_of_a_note_is_somebodys_of_her_own_family(part: str, grade: Grade) -> None:
    wife = Fact("cast_member", "Ann Quill", ("paper",), character="Ida Nyberg", note="the wife, a baker")
    kaia = Fact("cast_member", "Sam Poe", ("paper",), character="Kaia Lunde")
    claim = told("Quilla Vestergaard", part, f"{part} is played by Quilla Vestergaard.", "cast.played_by")
    assert compare(claim, make_show(JOAR, kaia, wife), JudgeContext()).grade is grade


def test_a_credit_in_brackets_of_nobody_here_may_be_another_work() -> None:
    assert "object_type" in closed(told("Tomas Brandt", "Kaia Lunde", "Tomas Brandt (Kaia Lunde) is in it.", "cast.bracketed"))
    assert closed(told("Tomas Brandt", "Vera Holm", "Tomas Brandt (Vera Holm) is in it.", "cast.bracketed")) == ()
