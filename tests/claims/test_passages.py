"""A statement in its passage: how it is coded, and that neither names nor what is on record show in it."""

from __future__ import annotations

import pytest

from pipeline.claims.passages.coding import MASKED, RELATIONS, SENTENCE
from pipeline.claims.passages.model import load_passage_model
from pipeline.claims.reader import Reader
from pipeline.claims.slots.model import load_vocabulary
from pipeline.models import Article, Claim, Paragraph, Passage, RecordBook
from tests.claims.helpers import reader as make_reader

SLUG = "nobody-counts-the-rain"
HEADLINE = "Nobody Counts the Rain: who made it"
OPENING = "Nobody Counts the Rain is a drama."


@pytest.fixture(scope="module")
def book() -> RecordBook:
    return make_reader().book


def read_claim(book: RecordBook, relation: str, *paragraphs: str) -> Claim:
    """The last one of the relation."""
    article = Article(None, HEADLINE, tuple(Paragraph(p) for p in paragraphs), language="en")
    return [c for c in Reader(book).read(article, about=SLUG).claims if c.relation == relation][-1]


def read_passage(book: RecordBook, relation: str, *paragraphs: str) -> Passage:
    passage = read_claim(book, relation, *paragraphs).passage
    assert passage is not None
    return passage


def spell(pieces: tuple[int, ...]) -> list[str]:
    vocabulary = load_vocabulary()
    names = {number: piece for piece, number in vocabulary.numbers.items()}
    return [names[p] for p in pieces]


def test_the_relation_the_headline_and_what_stands_around(book: RecordBook) -> None:
    passage = read_passage(book, "episode_count", OPENING, "The series has seven episodes. It was shown late.")
    assert " ".join(spell(passage.pieces)) == (
        "[CLS] episodes [SEP] [headline] [work] : who made it [SEP] [paragraph] [work] is a drama . [SEP] "
        "[paragraph] the series has [number] 7 episodes . [SEP] it was shown late . [SEP]"
    )
    assert "7" in spell(passage.pieces[passage.start : passage.end])


def test_neither_a_name_nor_who_is_on_record_shows(book: RecordBook) -> None:
    (director,) = book.shows[SLUG].facts_of("director")[:1]
    known, unknown = (
        read_passage(book, "director", OPENING, f"The series was directed by {name} in that year.")
        for name in (str(director.value), "Quilla Vestergaard")
    )
    assert known == unknown
    assert not {f"[{role}]" for role in MASKED} & set(spell(known.pieces))


def test_a_long_sentence_is_cut_around_what_it_states(book: RecordBook) -> None:
    filler = "and the rain went on and on over the roofs of the town " * 20
    passage = read_passage(book, "episode_count", OPENING, f"The sky was grey {filler}until the series had seven episodes {filler}.")
    assert "7" in spell(passage.pieces[passage.start : passage.end])
    assert len(passage.pieces) < SENTENCE + 60


def test_every_relation_has_a_word_that_is_one_piece() -> None:
    vocabulary = load_vocabulary()
    assert all(len(vocabulary.split(word)) == 1 for word in RELATIONS.values())
    assert len(set(RELATIONS.values())) == len(RELATIONS)


def test_the_shipped_model_gives_the_same_passage_the_same_likelihood(book: RecordBook) -> None:
    model = load_passage_model()
    own = read_passage(book, "episode_count", OPENING, "The series runs to seven episodes.")
    assert model(own) == model(own) > 0.9
