"""What the tests of the slot readers share."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.claims.entities import Sentence
from pipeline.claims.reader import Reader
from pipeline.models import Article, Paragraph
from tests.builders import SilentModel
from tests.claims.helpers import reader as make_reader


@pytest.fixture(scope="module")
def to_sentence() -> Callable[[str], Sentence]:
    """The last sentence of an article about the series of the test records, as the readers see it."""
    reader = Reader(make_reader().book, SilentModel())

    def read(text: str) -> Sentence:
        opening = ("Nobody Counts the Rain is a drama.", "The series Nobody Counts the Rain is a television drama for viewers.")
        told = Article(None, "Nobody Counts the Rain: who made it", tuple(map(Paragraph, (*opening, text))), language="en")
        return reader.sentences(told)[1][-1]

    return read
