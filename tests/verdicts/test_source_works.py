"""What the author of a source had written before it, told beside it, is no other source."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.models import Claim, Fact, Show
from pipeline.verdicts.comparison import Grade
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.source_work import compare

BOOK = Fact("based_on", "Salt and Iron", ("press",), author="Ines Valbuena", kind="nonfiction book", year=2013)
PRIZE = Fact("real_event", "Valbuena won a prize for her reporting, published in 2009, before the book", ("press",))


@pytest.mark.parametrize(
    ("sentence", "events", "excluded"),
    [
        ("Valbuena's article was published in 2009.", (), True),
        ("Valbuena's article was published in 2009.", (PRIZE,), False),
        ("Valbuena's article was published in 2009, and the book in 2013.", (), False),
        ("Valbuena's article was published in 2009, and the book in 2016.", (), True),
    ],
)
def test_an_earlier_article_of_the_author_excludes_nothing(sentence: str, events: tuple[Fact, ...], excluded: bool) -> None:
    show = Show("low-tide", "Low Tide", "series", date(2026, 1, 2), (BOOK, *events), {}, {})
    told: dict[str, str | int] = {"kind": "article", "year": 2009}
    claim = Claim(show.slug, "based_on", told, "affirmed", "asserted", sentence, 1, 0, len(sentence), sentence=sentence)
    assert (compare(claim, show, JudgeContext()).grade is Grade.FAR) is excluded


@pytest.mark.parametrize(
    ("told", "grade"),
    [
        ({"author": "Quill", "kind": "nonfiction book"}, Grade.INCOMPARABLE),
        ({"author": "Valbuena", "kind": "nonfiction book"}, Grade.MATCH),
        ({"author": "Quill", "value": "Salt and Iron"}, Grade.MATCH),
    ],
)
def test_a_kind_alone_supports_no_other_author(told: dict[str, str | int], grade: Grade) -> None:
    """A surname excludes nobody, and "Quill's own book" is not borne out by Valbuena's."""
    show = Show("low-tide", "Low Tide", "series", date(2026, 1, 2), (BOOK,), {}, {})
    sentence = "It was adapted from that book."
    claim = Claim(show.slug, "based_on", told, "affirmed", "asserted", sentence, 1, 0, len(sentence), sentence=sentence)
    assert compare(claim, show, JudgeContext()).grade is grade
