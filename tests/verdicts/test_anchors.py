"""Does the sentence itself say that it speaks of the work?"""

from __future__ import annotations

import pytest

from pipeline.models import Claim
from pipeline.verdicts.anchors import is_anchored, is_possible


def claim(relation: str, sentence: str, subject: str = "about") -> Claim:
    return Claim("a-show", relation, {"value": "x"}, "affirmed", "asserted", sentence, 1, 0, 1, subject, plain=sentence, sentence=sentence)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("relation", "sentence"),
    [
        ("premiere_date", "It came out in 2020 and has no bus in it."),
        ("based_on", "That film was based in part on a book."),
        ("story_basis", "No. Is the hair?"),
        ("story_basis", "La periodista Laura Poe es inventada."),
    ],
)
def test_a_sentence_that_may_speak_of_anything(relation: str, sentence: str) -> None:
    assert not is_anchored(claim(relation, sentence))
    assert is_anchored(claim(relation, sentence, subject="title"))


@pytest.mark.parametrize(
    ("relation", "sentence"),
    [
        ("story_basis", "La serie es inventada."),
        ("premiere_date", "The drama came out in 2020."),
        ("director", "It was directed by Kay Heart."),
        ("cast_member", "Kay Heart plays Jo Poe."),
    ],
)
def test_a_sentence_that_names_the_work_by_a_noun_or_what_it_says(relation: str, sentence: str) -> None:
    assert is_anchored(claim(relation, sentence))


def test_a_premiere_needs_a_release() -> None:
    assert not is_possible(claim("premiere_date", "Season 1: 1947 to 1955, Kay Heart"))
