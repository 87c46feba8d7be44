"""The end of a run and the weekday of a run are no first release."""

from __future__ import annotations

import pytest

from pipeline.claims.reader import Reader
from pipeline.models import Fact
from tests.builders import make_article, make_book, make_show

READER = Reader(
    make_book(
        make_show(Fact("platform", "Netflix", ("paper",)), Fact("premiere_date", "2026-03-18", ("paper",)), title="The Glass Orchard")
    )
)
TITLE = "The Glass Orchard on Netflix: the series explained"


def premieres(text: str) -> list[str]:
    reading = READER.read(make_article("The Glass Orchard is a Netflix series.", text, title=TITLE))
    return [str(c.object["value"]) for c in reading.claims if c.relation == "premiere_date"]


@pytest.mark.parametrize(
    "text",
    [
        "The Glass Orchard, the last of whose eight episodes went up on Netflix on Friday, is over.",
        "The finale of The Glass Orchard landed on Netflix on Friday.",
        "The Glass Orchard aired on Netflix on Tuesday nights.",
    ],
)
def test_not_a_premiere(text: str) -> None:
    assert premieres(text) == []


def test_a_premiere() -> None:
    assert "2026-03-18" in premieres("The Glass Orchard premiered on Netflix on March 18, 2026.")
