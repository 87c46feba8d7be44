"""A part at another age has an actor of its own; an age that is told of somebody else, or as a trade's, closes nothing."""

from __future__ import annotations

import pytest

from pipeline.verdicts.ages import tells_an_age


@pytest.mark.parametrize(
    "sentence",
    [
        "Young Vera Holm is Jo Roe.",
        "The little Vera in the orphanage is Jo Roe.",
        "Old Mrs Vera Holm is Jo Roe.",
        "Vera (adult): Jo Roe.",
        "Vera as a girl is played by Jo Roe.",
        "As a nine-year-old girl, Vera is Jo Roe.",
        "At seventeen Vera is Jo Roe.",
        "Jo Roe plays Vera, now older and wiser.",
        "Jo Roe plays the adult; Vera is in most scenes.",
        "The younger one is Jo Roe, and Vera rows.",
        "Vera Holm, de niña, es Jo Roe.",
        "Vera joven es Jo Roe.",
        "Más tarde, Vera Holm es Jo Roe.",
        "Vera Holm is Jo Roe in scenes from when Vera was a small child.",
        "In her younger days, Vera Holm is Jo Roe.",
        "Vera Holm, when she is young, is Jo Roe.",
        "Vera Holm, then younger, is Jo Roe.",
        "When Vera was only twelve, she is Jo Roe.",
        "Vera Holm es Jo Roe cuando era muy pequeña.",
    ],
)
def test_a_stage_of_the_part(sentence: str) -> None:
    assert tells_an_age(sentence, "Vera Holm")


@pytest.mark.parametrize(
    "sentence",
    [
        "Vera goes to Jo Roe, while the older writer Joar is Sam Poe.",
        "Her older sister Vera Holm is Jo Roe.",
        "Vera, the injured young miner, is portrayed by Jo Roe.",
        "The older boyfriend, Vera Holm's lodger, has no name; Vera Holm is Jo Roe.",
        "Vera Holm is Jo Roe, once a child star.",
        "Su hermana mayor, Vera Holm, es Jo Roe.",
        "Vera Holm is Jo Roe, who met the director when her older brother sang.",
        "Vera Holm is Jo Roe, and the town changes when a boy vanishes.",
        "Vera Holm is Jo Roe, hired when her agent was a younger sister of Ida.",
        "Vera Holm is Jo Roe, seen in her old house when the mayor calls.",
    ],
)
def test_an_age_of_something_else(sentence: str) -> None:
    assert not tells_an_age(sentence, "Vera Holm")
