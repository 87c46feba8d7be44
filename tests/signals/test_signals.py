"""Each signal: one article that answers yes, one that answers no, one that cannot tell."""

from __future__ import annotations

import pytest

from pipeline.models import Fact
from pipeline.signals.question import Question
from pipeline.signals.registry import SIGNALS, find_signals
from tests.builders import make_article, make_book, make_judgement, make_link, make_reading, make_show

SHOW = make_show(
    Fact("director", "Lucía Puenta", ("paper",)),
    Fact("cast_member", "Tess Iriarte", ("paper",), character="Valeria Gold"),
)
BY_NAME = {s.__name__: s for s in SIGNALS}
LONG = "One plain sentence after another fills this paragraph with words that say little about anything in particular. " * 12


def ask(name: str, article=None, people: tuple[str, ...] = (), judgements: tuple = (), about: str | None = "a-show") -> str:
    reading = make_reading(about, *(j.claim for j in judgements), people=people)
    book = make_book(SHOW)
    question = Question(article or make_article("Text."), reading, judgements, book.shows.get(about or ""), book)
    return BY_NAME[name](question).answer


@pytest.mark.parametrize(
    ("people", "expected"),
    [(("Lucia Puenta", "Somebody Else"), "yes"), (("Kay Heart", "Nat Holler"), "no"), (("Kay Heart",), "cannot tell"), ((), "cannot tell")],
)
def test_names_people_on_record(people: tuple[str, ...], expected: str) -> None:
    assert ask("names_people_on_record", people=people) == expected


def test_a_character_counts_as_a_person_on_record() -> None:
    assert ask("names_people_on_record", people=("Valeria Gold", "Kay Heart")) == "yes"


def test_attributes_specifics() -> None:
    facts = tuple(make_judgement("supported", "real_event", f"event {i}") for i in range(6))
    assert ask("attributes_specifics", make_article(LONG), judgements=facts) == "no"
    assert ask("attributes_specifics", make_article(LONG, links=(make_link("https://a.example/"),)), judgements=facts) == "yes"
    assert ask("attributes_specifics", make_article(f"{LONG} Ann Lee told The Paper so."), judgements=facts) == "yes"
    assert ask("attributes_specifics", make_article(LONG), judgements=facts[:2]) == "cannot tell"


def test_credits_need_no_source() -> None:
    cast = tuple(make_judgement("supported", "cast_member", f"Actor {i}") for i in range(20))
    assert ask("attributes_specifics", make_article(LONG), judgements=cast) == "cannot tell"


def test_headline_matches_body() -> None:
    headline = make_judgement("supported", "story_basis", "true story", paragraph=0)
    body = make_judgement("contradicted", "story_basis", "fiction", paragraph=2)
    assert ask("headline_matches_body", judgements=(headline, body)) == "no"
    assert ask("headline_matches_body", judgements=(headline,)) == "yes"
    assert ask("headline_matches_body", judgements=(body,)) == "cannot tell"


def test_stuffs_keywords() -> None:
    assert (
        ask("stuffs_keywords", make_article("Is it a true story? This true story is the true story of a true story. " * 3 + LONG)) == "yes"
    )
    assert ask("stuffs_keywords", make_article(LONG + " It is a true story.")) == "no"
    assert ask("stuffs_keywords", make_article("A true story.")) == "cannot tell"


def test_says_something_checkable() -> None:
    facts = tuple(make_judgement("supported", "cast_member", f"Actor {i}") for i in range(4))
    assert ask("says_something_checkable", make_article(LONG), judgements=facts) == "yes"
    assert ask("says_something_checkable", make_article(LONG)) == "no"
    assert ask("says_something_checkable", make_article(LONG), about=None) == "cannot tell"


def test_has_byline_and_date() -> None:
    assert ask("has_byline_and_date") == "yes"
    assert ask("has_byline_and_date", make_article("Text.", authors=())) == "no"
    assert ask("has_byline_and_date", make_article("Text.", authors=(), published=None, url=None)) == "cannot tell"


def test_cites_primary_source() -> None:
    assert ask("cites_primary_source", make_article("T.", links=(make_link("https://www.justice.gov/case"),))) == "yes"
    assert ask("cites_primary_source", make_article("T.", links=(make_link("https://blog.example/notgov"),))) == "no"
    assert ask("cites_primary_source", make_article("T.", url=None)) == "cannot tell"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("is-the-show-a-true-story-vzn", "yes"),
        ("the-show-true-story-explained", "no"),
        ("tv/reviews/the-show-season-2", "no"),
        ("2026/11/18/the-show", "no"),
    ],
)
def test_has_opaque_address(path: str, expected: str) -> None:
    assert ask("has_opaque_address", make_article("T.", url=f"https://site.example/{path}")) == expected


def test_every_signal_explains_itself_and_answers_for_an_empty_article() -> None:
    for signal in SIGNALS:
        assert signal.__doc__, signal.__name__
        assert len(signal.__doc__) > 60, signal.__name__
    findings = find_signals(make_article("T.", url=None, authors=(), published=None), make_reading(None), (), make_book())
    assert [f.signal for f in findings] == [s.__name__ for s in SIGNALS]
    assert {f.answer for f in findings} == {"cannot tell"}
