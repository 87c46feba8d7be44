"""Statements read by likelihood: what is asked, how values are paired, and that no value's own letters count."""

from __future__ import annotations

import pytest

from pipeline.claims.reader import Reader
from pipeline.claims.slots.features import describe, lay_out_words
from pipeline.claims.slots.model import SlotModel, load_model, read_table, write_table
from pipeline.claims.slots.reader import read_slots
from pipeline.models import Article, Claim, Paragraph, RecordBook
from tests.claims.helpers import reader as make_reader

SLUG = "nobody-counts-the-rain"


@pytest.fixture(scope="module")
def book() -> RecordBook:
    return make_reader().book


def make_article(*paragraphs: str) -> Article:
    return Article(None, "Nobody Counts the Rain: who made it", tuple(Paragraph(p) for p in paragraphs), language="en")


def read_claims(book: RecordBook, text: str, model: SlotModel | None = None) -> list[Claim]:
    opening = "Nobody Counts the Rain is a drama."
    return [c for c in Reader(book, model).read(make_article(opening, text), about=SLUG).claims if c.paragraph == 2]


def test_features_do_not_know_the_value(book: RecordBook) -> None:
    """A name is described by its surroundings alone: another name in its place gives the same features."""
    reader = Reader(book)
    described = []
    for name in ("Quilla Vestergaard", "Tobin Marrakesh"):
        _, sentences = reader.sentences(
            make_article("Nobody Counts the Rain is a drama.", f"The pilot was overseen by director {name}, we hear.")
        )
        last = sentences[-1]
        described.append(describe(last, lay_out_words(last, SLUG), 0))
    assert described[0] == described[1]
    assert "L1=director" in described[0]


def test_a_likelihood_comes_with_what_the_model_covers(book: RecordBook) -> None:
    claims = read_claims(book, "Nobody Counts the Rain was directed by Quilla Vestergaard.")
    found = next(c for c in claims if c.relation == "director")
    assert found.likelihood is not None
    assert found.likelihood > 0.2


def test_without_weights_only_patterns_read(book: RecordBook) -> None:
    text = "The lead goes to Quilla Vestergaard, with Tobin Marrakesh in the director's chair throughout the shoot."
    assert not any(c.pattern.startswith("slot.") for c in read_claims(book, text, SlotModel({})))


def test_only_neighbours_are_paired(book: RecordBook) -> None:
    """Two actors and one character: the one that a word for playing joins to it has the part."""
    model = SlotModel({"person": {"bias": (("actor", 2.0),), "L1=as": (("character", 4.0), ("actor", -4.0))}})
    _, sentences = Reader(book).sentences(
        make_article("Nobody Counts the Rain is a drama.", "In the cast are Quilla Vestergaard with Tobin Marrakesh as Ysolde Brandt.")
    )
    found = [s.found.object for s in read_slots(sentences[-1], SLUG, model)]
    assert {"value": "Tobin Marrakesh", "character": "Ysolde Brandt"} in found
    assert {"value": "Quilla Vestergaard"} in found


def test_what_is_denied_right_before_the_value_is_not_read(book: RecordBook) -> None:
    claims = read_claims(book, "Nobody Counts the Rain has five episodes, not eight.")
    assert [c.object["value"] for c in claims if c.relation == "episode_count"] == [5]


def test_a_table_reads_as_it_was_written() -> None:
    model = SlotModel({"date": {"L1=on": (("premiere", 1.25), ("set_at", -0.5))}})
    assert read_table(write_table(model, "head\nmore")) == model


def test_the_shipped_table_has_every_part() -> None:
    parts = {part for table in load_model().weights.values() for pairs in table.values() for part, _ in pairs}
    assert {"actor", "character", "director", "creator", "source_author", "platform", "premiere", "episodes", "filmed_in"} <= parts


def test_a_broken_table_is_refused() -> None:
    with pytest.raises(ValueError, match="could not convert"):
        read_table("date\tL1=on\tpremiere=often\n")
