"""Time and offsets on hostile text: bounded by length, whatever stands there."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.claims.text import MAX_SENTENCE, fold_text, split_sentences
from tests.claims.helpers import article, reader

WORDS = (
    "Nobody Counts the Rain|Ferry|based on|adapted from|the memoir|by|Ann Poe|and|, |created by|not|<P0>|(|)|\"|'|?|. |"
    "Edda Lindqvist|as|plays|who|The|of the|in|1999|ten episodes|is|was|\u200b|ß|İ|Ǆ|…|’s|«|»|é|—|the"
)
PIECES = st.sampled_from(WORDS.split("|"))


@pytest.fixture(autouse=True, scope="module")
def _loaded() -> None:
    """What is loaded once counts against no example."""
    reader().read(article("Edda Lindqvist is Vera Holm."), about="nobody-counts-the-rain")


@given(st.lists(PIECES, max_size=120), st.text(max_size=60))
@settings(max_examples=120, deadline=1500, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_is_read_and_quoted_verbatim(pieces: list[str], noise: str) -> None:
    text = " ".join(pieces) + noise
    told = article(text)
    for claim in reader().read(told, about="nobody-counts-the-rain").claims:
        source = (told.title if claim.paragraph == 0 else text) or ""
        assert source[claim.start : claim.end] == claim.quote


@given(st.text(max_size=400))
@settings(max_examples=200, deadline=500)
def test_folding_keeps_the_way_back(text: str) -> None:
    folded = fold_text(text)
    assert folded.text.isascii()
    assert "<" not in folded.text
    for start, end in split_sentences(folded.text):
        a, b = folded.to_original(start, end)
        assert 0 <= a <= b <= len(text)
        assert end - start <= MAX_SENTENCE


HOSTILE = {
    "no spaces": "a" * 1_000_000,
    "one sentence": "the series was based on a " * 40_000,
    "ten thousand titles": "Nobody Counts the Rain and Ferry, " * 10_000,
    "names": "Ann Poe, " * 100_000,
    "brackets": "(" * 500_000 + ")" * 500_000,
    "quotes": "'\" " * 300_000,
    "capitals": "The Of And " * 90_000,
    "dots": ". " * 500_000,
    "commas": "Edda Lindqvist, " * 60_000 + "plays Vera Holm.",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_million_characters_take_bounded_time(name: str) -> None:
    reader()
    started = time.process_time()
    reader().read(article(HOSTILE[name]), about="nobody-counts-the-rain")
    reader().read(article(*[HOSTILE[name][:10_000]] * 20), about="nobody-counts-the-rain")
    assert time.process_time() - started < 12


@pytest.mark.parametrize(
    "sentence", ["The series, which was created by Ann Poe, follows Vera Holm. ", "Edda Lindqvist, Tomas Brandt and Aino Salo star. "]
)
def test_time_grows_with_length_only(sentence: str) -> None:
    def spent(times: int) -> float:
        told = article(*[sentence * 20] * times)
        started = time.process_time()
        reader().read(told, about="nobody-counts-the-rain")
        return time.process_time() - started

    spent(2)
    assert spent(40) < 12 * max(spent(10), 0.01)


def test_a_name_and_long_words_take_no_longer_than_they_are_long() -> None:
    """A question without its mark, whose words may be divided in many ways."""
    words = "investigated counterintelligence misrepresentations notwithstanding institutional irresponsibility"
    told = article("Edda Lindqvist is Vera Holm.", f"And Vera Holm {words}.", f"Tomas Brandt {words}.")
    started = time.process_time()
    reader().read(told, about="nobody-counts-the-rain")
    assert time.process_time() - started < 5.0
