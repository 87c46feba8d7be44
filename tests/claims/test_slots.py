"""Statements read by likelihood: how a sentence is coded, how values are paired, and that no value's own letters count."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.claims.entities import Sentence
from pipeline.claims.reader import Reader
from pipeline.claims.slots.coding import Vocabulary, encode
from pipeline.claims.slots.model import Marks, SlotModel, load_model, load_vocabulary
from pipeline.claims.slots.reader import read_slots
from pipeline.models import Article, Claim, Paragraph, RecordBook
from tests.builders import SilentModel
from tests.claims.helpers import reader as make_reader

SLUG = "nobody-counts-the-rain"
OPENING = "Nobody Counts the Rain is a drama."


@pytest.fixture(scope="module")
def book() -> RecordBook:
    return make_reader().book


def make_article(*paragraphs: str) -> Article:
    return Article(None, "Nobody Counts the Rain: who made it", tuple(Paragraph(p) for p in paragraphs), language="en")


def read_claims(book: RecordBook, text: str, model: SlotModel | None = None) -> list[Claim]:
    return [c for c in Reader(book, model).read(make_article(OPENING, text), about=SLUG).claims if c.paragraph == 2]


@pytest.fixture(scope="module")
def to_sentence(book: RecordBook) -> Callable[[str], Sentence]:
    reader = Reader(book, SilentModel())
    return lambda text: reader.sentences(
        make_article(OPENING, "The series Nobody Counts the Rain is a television drama with a finale for viewers.", text)
    )[1][-1]


def mark(sentence: Sentence, parts: dict[int, dict[str, float]], pairs: dict[tuple[str, int, int], float] | None = None) -> Marks:
    return Marks(parts, voices=dict.fromkeys(parts, (0.0, 0.0)), pairs=pairs or {})


def test_a_coded_sentence_does_not_know_the_value(to_sentence: Callable[[str], Sentence]) -> None:
    """Another name, place or day in the same place gives the same pieces."""
    vocabulary = load_vocabulary()
    told = "The pilot was overseen by director {}, in {}, and shown on {}."
    texts = [
        told.format("Quilla Vestergaard", "Madrid", "3 May 2019"),
        told.format("Tobin Marrakesh", "Toronto", "14 June 2023"),
    ]
    assert len({encode(to_sentence(text), SLUG, None, vocabulary).pieces for text in texts}) == 1


def test_a_word_is_split_into_the_longest_known_pieces() -> None:
    vocabulary = Vocabulary(["[UNK]", "play", "##wright", "##w", "##right", "##s"])
    assert vocabulary.split("playwrights") == (1, 2, 5)
    assert vocabulary.split("zebra") == (0,)


def test_a_long_sentence_is_cut_off(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("It is " + "qz xk jq " * 80 + "says Quilla Vestergaard.")
    coded = encode(sentence, SLUG, None, load_vocabulary())
    assert len(sentence.typed) > 500
    assert len(coded.pieces) < 210
    assert all(place < len(coded.pieces) for place in coded.entities.values())


def test_a_likelihood_comes_with_what_the_model_covers(book: RecordBook) -> None:
    claims = read_claims(book, "Nobody Counts the Rain was directed by Quilla Vestergaard.")
    found = next(c for c in claims if c.relation == "director")
    assert found.likelihood is not None
    assert found.likelihood > 0.5
    assert found.against is not None
    assert found.against < 0.5


def test_without_marks_only_patterns_read(book: RecordBook) -> None:
    text = "Nobody Counts the Rain has Tobin Marrakesh in the director's chair."
    assert not any(c.pattern.startswith("slot.") for c in read_claims(book, text, SilentModel()))
    assert any(c.pattern.startswith("slot.") for c in read_claims(book, text))


CAST = "In the cast are Quilla Vestergaard with Tobin Marrakesh as Ysolde Brandt."
PARTS = {0: {"actor": 0.9}, 1: {"actor": 0.9}, 2: {"character": 0.9}}


def read_cast(sentence: Sentence, pairs: dict[tuple[str, int, int], float], parts: dict[int, dict[str, float]]) -> list[dict[str, object]]:
    return [dict(s.found.object) for s in read_slots(sentence, SLUG, mark(sentence, parts, pairs)) if s.name in {"slot.cast", "slot.actor"}]


def test_a_word_for_playing_joins_two_neighbours(to_sentence: Callable[[str], Sentence]) -> None:
    assert read_cast(to_sentence(CAST), {}, PARTS) == [
        {"value": "Tobin Marrakesh", "character": "Ysolde Brandt"},
        {"value": "Quilla Vestergaard"},
    ]


def test_neighbours_are_joined_where_the_model_prefers_them(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("We get Quilla Vestergaard in the shoes of Ysolde Brandt, and later on Tobin Marrakesh.")
    parts = {0: {"actor": 0.9}, 1: {"character": 0.9}, 2: {"actor": 0.9}}
    preferred = read_cast(sentence, {("plays", 0, 1): 0.4, ("plays", 2, 1): 0.2}, parts)
    assert {"value": "Quilla Vestergaard", "character": "Ysolde Brandt"} in preferred
    undecided = read_cast(sentence, {("plays", 0, 1): 0.4, ("plays", 2, 1): 0.4}, parts)
    assert undecided == [{"value": "Quilla Vestergaard"}, {"value": "Tobin Marrakesh"}]


def test_two_rows_are_joined_in_order_only_where_that_is_said(to_sentence: Callable[[str], Sentence]) -> None:
    told = "Quilla Vestergaard and Tobin Marrakesh turn up for Ysolde Brandt and Orla Vance{}."
    parts = {0: {"actor": 0.9}, 1: {"actor": 0.9}, 2: {"character": 0.9}, 3: {"character": 0.9}}
    assert read_cast(to_sentence(told.format(", respectively")), {}, parts) == [
        {"value": "Quilla Vestergaard", "character": "Ysolde Brandt"},
        {"value": "Tobin Marrakesh", "character": "Orla Vance"},
    ]
    assert read_cast(to_sentence(told.format("")), {}, parts) == [{"value": "Quilla Vestergaard"}, {"value": "Tobin Marrakesh"}]


def test_what_somebody_is_known_as_is_no_part_in_this_work(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("Quilla Vestergaard, best known as Ysolde Brandt, holds her own.")
    pairs = {("plays", 0, 1): 0.9}
    assert read_cast(sentence, pairs, {0: {"actor": 0.9}, 1: {"character": 0.9}}) == [{"value": "Quilla Vestergaard"}]


@pytest.mark.parametrize(
    "told",
    [
        "Quilla Vestergaard is there as Ysolde Brandt's husband.",
        "Quilla Vestergaard plays the husband of Ysolde Brandt.",
        "The ferryman (Quilla Vestergaard) plays cards with Ysolde Brandt.",
    ],
)
def test_somebody_of_a_character_is_not_the_character(told: str, to_sentence: Callable[[str], Sentence]) -> None:
    found = read_cast(to_sentence(told), {("plays", 0, 1): 0.9}, {0: {"actor": 0.9}, 1: {"character": 0.9}})
    assert found == [{"value": "Quilla Vestergaard"}]


def test_a_kind_of_source_alone_is_a_statement(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("It all goes back to a memoir.")
    at = sentence.typed.index("memoir")
    marks = Marks(kinds=((at, "memoir", 0.9),), voices={-1 - at: (0.1, 0.0)})
    (found,) = read_slots(sentence, SLUG, marks)
    assert found.found.object == {"kind": "memoir"}
    assert sentence.typed[found.found.start : found.found.end] == "goes back to a memoir"
    assert sentence.typed[found.found.trigger : found.found.trigger_end] == "goes back to a"


def test_a_part_needs_a_value_of_its_type(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("It was shown on 3 May 2019.")
    assert not list(read_slots(sentence, SLUG, mark(sentence, {0: {"director": 0.9}})))


def test_what_may_be_told_either_way_of_the_truth_is_not_read(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("Some of it is true.")
    basis = {"true": 0.8, "inspired": 0.0, "fiction": 0.0, "documentary": 0.0, "entirely": 0.0, "not_own": 0.0, "denied": 0.05}
    assert [s.name for s in read_slots(sentence, SLUG, Marks(basis=basis))] == ["slot.basis"]
    for other in ({"fiction": 0.4}, {"denied": 0.5}):
        assert [s.name for s in read_slots(sentence, SLUG, Marks(basis=basis | other))] == ["slot?.basis"]


def test_what_is_denied_right_before_the_value_is_not_read(book: RecordBook) -> None:
    claims = read_claims(book, "Nobody Counts the Rain has five episodes, not eight.")
    assert [c.object["value"] for c in claims if c.relation == "episode_count"] == [5]


def test_a_sentence_is_read_alike_in_any_company(to_sentence: Callable[[str], Sentence]) -> None:
    model = load_model()
    short = encode(to_sentence("Directed by Quilla Vestergaard."), SLUG, None, model.vocabulary)
    long = encode(to_sentence(CAST + " " + OPENING), SLUG, to_sentence(CAST), model.vocabulary)
    assert model.read([short])[0] == model.read([long, short, short])[1]


def test_the_shipped_pieces_hold_every_token_of_ours() -> None:
    vocabulary = load_vocabulary()
    kinds = Path(__file__).parents[2] / "pipeline" / "claims" / "slots" / "kinds.toml"
    tokens = [line.split('"')[1] for line in kinds.read_text(encoding="utf-8").splitlines() if line.startswith('"')]
    assert len({vocabulary[token] for token in tokens}) == len(tokens) > 20
