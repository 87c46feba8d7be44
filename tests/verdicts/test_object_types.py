"""What a claim's object must be, so that it can be wrong at all."""

from __future__ import annotations

import pytest

from pipeline.models import Fact
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.object_types import find_type_gates
from tests.builders import make_claim, make_show

CONTEXT = JudgeContext()
ORIGINAL = make_show(Fact("creator", "Ann Quill", ("paper",)))
ADAPTED = make_show(Fact("based_on", "Salt and Marrow", ("paper",), author="Petra Wold"))


def _gates(sentence: str, show: object, pattern: str = "slot.source", **value: str) -> list[str]:
    claim = make_claim("based_on", quote=sentence, sentence=sentence, pattern=pattern, object={"kind": "book", **value})
    return find_type_gates(claim, show, CONTEXT)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("said", "gates"),
    [
        ("Kay Heart wrote Iron Rain, a book on the case, in 2003.", ["object_type"]),
        ("Kay Heart wrote Iron Rain, the book that the series is based on.", []),
    ],
)
def test_a_book_on_the_case_is_no_source_of_an_original(said: str, gates: list[str]) -> None:
    assert _gates(said, ORIGINAL, value="Iron Rain", author="Kay Heart") == gates
    assert _gates(said, ADAPTED, value="Iron Rain", author="Kay Heart") == []


@pytest.mark.parametrize(("author", "gates"), [("Edinburgh Fringe", ["object_type"]), ("Kay Heart", [])])
def test_where_a_play_was_first_seen_is_not_its_author(author: str, gates: list[str]) -> None:
    assert _gates("The series is based on a play.", ADAPTED, "based_on.full", author=author) == gates


def test_a_headline_s_clause_is_no_title_and_a_feast_no_person() -> None:
    assert _gates("The memoir that inspired the show", ADAPTED, value="That Inspired The Show") == ["object_type"]
    assert find_type_gates(make_claim("director", "San Valentín"), ADAPTED, CONTEXT) == ["object_type"]
    assert find_type_gates(make_claim("director", "Valentina San Juan"), ADAPTED, CONTEXT) == []


FIVE = make_show(Fact("episode_count", 5, ("paper",)))


@pytest.mark.parametrize(
    ("sentence", "plain", "number", "gates"),
    [
        ("The ten half-hours were shot at sea.", "ten", 10, []),
        ("All ten hours of it, in one sitting.", "All ten hours", 10, []),
        ("All six hours of it, in one sitting.", "All six hours", 6, ["object_type"]),  # five long episodes may well take six hours
        ("At ten hours the audiobook is twice as long.", "ten hours", 10, ["object_type"]),
        ("Ten hours of practice a day are not enough.", "Ten hours", 10, ["object_type"]),
        ("It lasts three hours.", "lasts three hours", 3, ["object_type"]),
        ("The flood killed ten.", "ten", 10, ["object_type"]),
    ],
)
def test_hours_are_episodes_where_they_could_not_be_filled_otherwise(sentence: str, plain: str, number: int, gates: list[str]) -> None:
    claim = make_claim("episode_count", number, quote=plain, plain=plain, sentence=sentence, pattern="slot.episodes", likelihood=0.99)
    assert find_type_gates(claim, FIVE, CONTEXT) == gates
