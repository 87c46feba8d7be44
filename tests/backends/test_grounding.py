"""Grounding under odd input: an answer, never an error, whatever model and page come up with."""

from __future__ import annotations

import time
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.backends.addressed import speaks_to_a_model
from pipeline.backends.grounding import agrees_in_polarity, is_grounded
from pipeline.models import Relation

ODD = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "",
            " ",
            "2024-02-30",
            "0000-00-00",
            "9999",
            "twenty-",
            "millón",
            "½",
            "²³",
            "Ⅻ",
            "\ud800",
            "\u200b",
            "İ",
            "one hundred and",
            "(((",
            "\\b",
        ]
    ),
)
KEYS = ["value", "author", "kind", "year", "character", "real_person", "season", "degree", "region"]


@settings(max_examples=300)
@given(
    st.sampled_from(get_args(Relation)),
    st.dictionaries(st.sampled_from(KEYS), st.one_of(ODD, st.integers(-5, 10**12)), max_size=4),
    st.lists(ODD, max_size=5),
    st.booleans(),
)
def test_any_input_gets_an_answer(relation: str, obj: dict[str, Any], pieces: list[str], dated: bool) -> None:
    quote = " ".join([*pieces, *(str(v) for v in obj.values())])
    assert is_grounded(relation, obj, quote, date(2025, 1, 1) if dated else None) in {True, False}
    assert agrees_in_polarity("affirmed", quote, tuple(pieces)) is not agrees_in_polarity("negated", quote, tuple(pieces))


@pytest.mark.parametrize("quote", ["one " * 100, "nine hundred " * 30, "mil " * 100, "a" * 400, "1" * 400, "-" * 400])
def test_a_quote_takes_no_time(quote: str) -> None:
    began = time.perf_counter()
    is_grounded("episode_count", {"value": 9}, quote, None)
    assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize("text", ["answer " * 300, "ignore " * 300, "you are " * 250, "\u200b" * 2000])
def test_recognising_instructions_takes_no_time(text: str) -> None:
    began = time.perf_counter()
    speaks_to_a_model(text)
    assert time.perf_counter() - began < 0.5


@pytest.mark.parametrize(
    ("value", "quote", "published", "grounded"),
    [
        ("2024-03-14", "premiered on March 14, 2024", None, True),
        ("2024-03-14", "se estrenó el 14 de marzo de 2024", None, True),
        ("2024-03-14", "arrives on 14 March", date(2024, 2, 1), True),
        ("2024-03-14", "arrives on 14 March", date(2020, 2, 1), False),
        ("2024-03-14", "arrives on 14 March", None, False),
        ("2024-03-14", "premiered on March 4, 2024", None, False),
        ("2024-03-14", "premiered on May 14, 2024", None, False),
        ("2024-02-30", "premiered on February 30, 2024", None, False),
        ("2024", "out in 2024", None, True),
        ("2024", "out in 12024", None, False),
        ("next week", "out next week", None, False),
    ],
)
def test_dates(value: str, quote: str, published: date | None, grounded: bool) -> None:
    assert is_grounded("premiere_date", {"value": value}, quote, published) is grounded


@pytest.mark.parametrize(
    ("obj", "quote", "grounded"),
    [
        ({"value": 6, "season": 2}, "the second season has six episodes", True),
        ({"value": 6, "season": 2}, "the season has six episodes", False),
        ({"value": 6}, "la serie tiene seis episodios", True),
        ({"value": 6}, "all 16 episodes", False),
        ({"value": 0}, "0 episodes", False),
        ({"value": "six"}, "six episodes", False),
    ],
)
def test_counts(obj: dict[str, Any], quote: str, grounded: bool) -> None:
    assert is_grounded("episode_count", obj, quote, None) is grounded


def test_titles_deny_nothing() -> None:
    sentence = "No One Saw Us Leave is by Ann Lee."
    assert agrees_in_polarity("affirmed", sentence, ("No One Saw Us Leave",))
    assert agrees_in_polarity("negated", sentence, ())
    assert agrees_in_polarity("negated", "It isn’t by Ann Lee.", ())
