"""Counts, places and platforms of another work that nobody has on record, beside the same words said of the article's own."""

from __future__ import annotations

import pytest

from tests.claims.helpers import article, reader

SHOW = "nobody-counts-the-rain"


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("Edda Lindqvist is Vera Holm, and was in Mire before. Mire has seven episodes.", True),
        ("Edda Lindqvist is Vera Holm. It has seven episodes.", False),
        ("Marta Olmedo wrote it. Iron Blue has seven episodes and was filmed in Oslo.", True),
        ("Marta Olmedo wrote it. Nobody Counts the Rain has seven episodes and was filmed in Oslo.", False),
        ("Salt, which Ann Quill made for Hulu, has nine episodes.", True),
        ("The series, which Ann Quill made for Hulu, has nine episodes.", False),
        ("The Glass Thread is Hulu's as well; it has ten episodes.", True),
        ("The drama is a hit as well; it has ten episodes.", False),
        ("Iron Blue is set in Oslo too; Ann Quill shot it in Rome. It has ten episodes.", True),
        ("That led to a sequel, Nobody Counts the Rain: The Flood, a year later. It has five episodes.", True),
        ("That led to a panic in the town a year later. It has five episodes.", False),
        ("Edda Lindqvist's first Hulu show, The Mire, was written by Ann Quill. It is about a queen. It has thirty episodes.", True),
        ("Tomas Brandt is in Iron Blue until its fifth season, eight episodes, out last year.", True),
        ("Ann Quill went on to make Iron Blue for Hulu, which has nine episodes.", True),
        ("Edda Lindqvist can be seen in the third season of Iron Blue, which Hulu shot in Rome. It has eight episodes.", True),
        ("In Salt for Kings, on Hulu, she stabs a stranger, and over eight episodes a detective asks why.", True),
        ("In Rome, on a beach, she stabs a stranger, and over eight episodes a detective asks why.", False),
        ("The Mire went up on Thursday. Four episodes, in Danish.", True),
        ("The drama went up on Thursday. Four episodes, in Danish.", False),
        ("Ann Quill wrote a good deal of Iron Blue, her other series for Hulu. It lasted eight episodes.", True),
        ("The prize went to Iron Blue, Hulu's, nine episodes, from the comic.", True),
        ("The former is Hulu's. It has nine episodes.", True),
        ("It has ten episodes a season.", True),
        ("It has ten episodes in all.", False),
        ("In 1980 Hulu made Nobody Counts the Rain, a series with seven episodes.", True),
        ("In 2024 Hulu made Nobody Counts the Rain, a series with seven episodes.", False),
        ("In 1980 there was a drama called Nobody Counts the Rain, a series with seven episodes.", True),
    ],
)
def test_counts_of_another_work(told: str, other: bool) -> None:
    claims = [c for c in reader().read(article(told), about=SHOW).claims if c.relation == "episode_count" and c.paragraph > 0]
    assert other or claims
    assert all(("another" in c.doubts) is other for c in claims if c.show == SHOW), [(c.quote, c.doubts) for c in claims]


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("Mire, serie de Hulu, tiene doce episodios y se rodó en Oslo.", True),
        ("La serie de Hulu tiene doce episodios y se rodó en Oslo.", False),
        ("Mire, de Ann Quill, tiene doce episodios.", True),
        ("Edda Lindqvist hizo antes Mire. Mire consta de doce episodios.", True),
        ("Edda Lindqvist es Vera Holm. Consta de doce episodios.", False),
        ("En total tiene doce episodios.", False),
        ("Hay otra Nobody Counts the Rain con Ann Quill; tiene ocho episodios.", True),
    ],
)
def test_counts_of_another_work_in_spanish(told: str, other: bool) -> None:
    claims = [c for c in reader().read(article(told, language="es"), about=SHOW).claims if c.relation == "episode_count"]
    assert other or claims
    assert all(("another" in c.doubts) is other for c in claims if c.show == SHOW), [(c.quote, c.doubts) for c in claims]


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("The real captain gave one television interview. It aired on CBS in April 2013.", True),
        ("The captain gave up one winter. It aired on CBS in April 2013.", False),
    ],
)
def test_the_channel_of_a_real_interview(told: str, other: bool) -> None:
    claims = [c for c in reader().read(article(told), about=SHOW).claims if c.relation == "platform" and c.paragraph > 0]
    assert claims
    assert all(("another" in c.doubts) is other for c in claims), [(c.quote, c.doubts) for c in claims]


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("Mire, which began on Friday, has nine episodes. Ann Quill made it from a podcast, Cold Ashes, about a case in Oslo.", True),
        ("The series began on Friday. Ann Quill made it from a podcast, Cold Ashes, about a case in Oslo.", False),
    ],
)
def test_the_source_of_what_somebody_made_next(told: str, other: bool) -> None:
    claims = [c for c in reader().read(article(told), about=SHOW).claims if c.relation == "based_on"]
    assert claims
    assert all(("another" in c.doubts) is other for c in claims if c.show == SHOW), [(c.quote, c.doubts) for c in claims]


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("Mire, which began on Friday, has nine episodes. Edda Lindqvist plays the arson investigator.", True),
        ("Mire, which began on Friday, has nine episodes. Edda Lindqvist plays Vera Holm.", False),
        ("Edda Lindqvist was in Mire, which has nine episodes. Edda Lindqvist plays the arson investigator.", False),
        ("The series has nine episodes. Edda Lindqvist plays the arson investigator.", False),
    ],
)
def test_a_part_that_is_nobody_s_behind_another_work(told: str, other: bool) -> None:
    """Whoever is nobody of the record is as likely of the work that was the subject last, but not of one named in passing."""
    claims = [c for c in reader().read(article(told), about=SHOW).claims if c.relation == "cast_member" and "character" in c.object]
    assert claims
    assert all(("another" in c.doubts) is other for c in claims), [(c.quote, c.doubts) for c in claims]


def test_what_the_block_of_another_work_goes_on_to_say_is_of_neither() -> None:
    told = "Odile, the drama, comes from Jo Poe. Its authors were tied to Nobody Counts the Rain as well. It runs to seven episodes."
    own = "Nobody Counts the Rain comes from Jo Poe. Kay Heart leads it. It runs to seven episodes."
    for text, other in ((told, True), (own, False)):
        claims = [c for c in reader().read(article(text), about=SHOW).claims if c.relation == "episode_count" and c.show == SHOW]
        assert other or claims
        assert all(("another" in c.doubts) is other for c in claims), [(c.quote, c.doubts) for c in claims]


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("In 1990 Hulu broadcast The Iron Mire, with names changed. Ann Quill directed it.", True),
        ("In 1990 the town was rebuilt. Ann Quill directed it.", False),
        ("The Iron Mire, of Hulu, has nine episodes. Ann Quill was the director of Nobody Counts the Rain.", False),
    ],
)
def test_who_directed_what_was_shown(told: str, other: bool) -> None:
    claims = [c for c in reader().read(article(told), about=SHOW).claims if c.relation == "director"]
    assert claims
    assert all(("another" in c.doubts) is other for c in claims if c.show == SHOW), [(c.quote, c.doubts) for c in claims]
