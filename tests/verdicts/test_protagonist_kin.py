"""Kin who are followed, against one person on record: what is no number of people and no kin of that name."""

from __future__ import annotations

import pytest

from pipeline.models import Fact
from pipeline.verdicts.comparison import Grade
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.protagonist import compare
from tests.builders import make_claim, make_show

MOTHER = Fact("protagonist", "Vera Holm, a young housewife and mother of two, who searches for her children", ("paper",))


@pytest.mark.parametrize(
    ("note", "grade"),
    [
        ("Vera's sister-in-law", Grade.FAR),  # no sister
        ("Vera's sister", Grade.INCOMPARABLE),  # a sister in the plot is not nobody
    ],
)
def test_two_sisters_are_no_mother_of_two(note: str, grade: Grade) -> None:
    aunt = Fact("cast_member", "Tomas Brandt", ("paper",), character="Joar Nyberg", note=note)
    claim = make_claim("protagonist", "two sisters who vanish", quote="follows two sisters who vanish")
    assert compare(claim, make_show(MOTHER, aunt), JudgeContext()).grade is grade


def test_a_mother_of_two_is_one_person() -> None:
    claim = make_claim("protagonist", "a mother of two who searches for her children", quote="follows a mother of two")
    assert compare(claim, make_show(MOTHER), JudgeContext()).grade is Grade.MATCH
