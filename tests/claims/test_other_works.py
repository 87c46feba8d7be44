"""What is said of another work that nobody has on record, beside the same words said of the article's own: told by the passage."""

from __future__ import annotations

import pytest

from pipeline.claims.passages.model import load_passage_model
from pipeline.models import Claim
from pipeline.verdicts.standing import FIRM, LEAST
from tests.claims.helpers import article, reader

SHOW = "nobody-counts-the-rain"
APART = 0.2  # by which "another's" stays under what stands by itself: the model may be trained anew


def read(told: str, relation: str, language: str = "en") -> list[Claim]:
    claims = reader().read(article(told, language=language), about=SHOW).claims
    return [c for c in claims if c.relation == relation and c.paragraph > 0 and c.show == SHOW]


def likelihoods(told: str, relation: str, language: str = "en") -> list[float]:
    model = load_passage_model()
    return [model(c.passage) for c in read(told, relation, language) if c.passage is not None]


@pytest.mark.parametrize(
    ("told", "relation"),
    [
        ("Edda Lindqvist is Vera Holm. It has seven episodes.", "episode_count"),
        ("Marta Olmedo wrote it. Nobody Counts the Rain has seven episodes and was filmed in Oslo.", "episode_count"),
        ("Marta Olmedo wrote it. Nobody Counts the Rain has seven episodes and was filmed in Oslo.", "filming_location"),
        ("The drama is a hit as well; it has ten episodes.", "episode_count"),
        ("It has ten episodes in all.", "episode_count"),
        ("The captain gave up one winter. It aired on CBS in April 2013.", "platform"),
        ("The series began on Friday. Ann Quill made it from a podcast, Cold Ashes, about a case in Oslo.", "based_on"),
        ("The series has nine episodes. Edda Lindqvist plays the arson investigator.", "episode_count"),
    ],
)
def test_the_article_s_own_work(told: str, relation: str) -> None:
    assert max(likelihoods(told, relation)) >= LEAST


@pytest.mark.parametrize(
    ("told", "relation"),
    [
        ("Edda Lindqvist is Vera Holm, and was in Mire before. Mire has seven episodes.", "episode_count"),
        ("Marta Olmedo wrote it. Iron Blue has seven episodes and was filmed in Oslo.", "episode_count"),
        ("Marta Olmedo wrote it. Iron Blue has seven episodes and was filmed in Oslo.", "filming_location"),
        ("Salt, which Ann Quill made for Hulu, has nine episodes.", "episode_count"),
        ("The Glass Thread is Hulu's as well; it has ten episodes.", "episode_count"),
        ("Iron Blue is set in Oslo too; Ann Quill shot it in Rome. It has ten episodes.", "episode_count"),
        (
            "Edda Lindqvist's first Hulu show, The Mire, was written by Ann Quill. It is about a queen. It has thirty episodes.",
            "episode_count",
        ),
        ("Ann Quill went on to make Iron Blue for Hulu, which has nine episodes.", "episode_count"),
        ("In Salt for Kings, on Hulu, she stabs a stranger, and over eight episodes a detective asks why.", "episode_count"),
        ("The Mire went up on Thursday. Four episodes, in Danish.", "episode_count"),
        ("Ann Quill wrote a good deal of Iron Blue, her other series for Hulu. It lasted eight episodes.", "episode_count"),
        ("In 1990 Hulu broadcast The Iron Mire, with names changed. Ann Quill directed it.", "director"),
        ("Mire, which began on Friday, has nine episodes. Edda Lindqvist plays the arson investigator.", "cast_member"),
    ],
)
def test_another_work(told: str, relation: str) -> None:
    found = likelihoods(told, relation)
    assert found
    assert max(found) < FIRM - APART


@pytest.mark.parametrize(
    ("told", "namesake"),
    [
        ("In 1980 Hulu made Nobody Counts the Rain, a series with seven episodes.", True),
        ("In 2024 Hulu made Nobody Counts the Rain, a series with seven episodes.", False),
        ("In 1980 there was a drama called Nobody Counts the Rain, a series with seven episodes.", True),
        ("She was in a seven-part BBC serial of 1980, also called Nobody Counts the Rain.", True),
        ("She was in a seven-part BBC serial of 2024, also called Nobody Counts the Rain.", False),
        ("In 1980 Hulu made Nobody Counts the Rain, a series. It has seven episodes.", True),
        ("In 1980 Hulu made Nobody Counts the Rain, a series. Nobody Counts the Rain is new and has seven episodes.", False),
        ("It has ten episodes a season.", True),
        ("It has ten episodes in all.", False),
    ],
)
def test_a_namesake_is_told_by_the_record(told: str, namesake: bool) -> None:
    claims = read(told, "episode_count")
    assert claims
    assert all(("another" in c.doubts) is namesake for c in claims), [(c.quote, c.doubts) for c in claims]


def test_a_namesake_in_spanish() -> None:
    (claim,) = read("Hay otra Nobody Counts the Rain con Ann Quill; tiene ocho episodios.", "episode_count", "es")
    assert "another" in claim.doubts
