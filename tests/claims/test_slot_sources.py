"""The source work as the slot model's marks give it: what is read, what only vouches, and from which words on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.claims.entities import Sentence
from pipeline.claims.reader import Reader
from pipeline.claims.slots.findings import Likely
from pipeline.claims.slots.model import DENIED, NOT_OWN, Marks
from pipeline.claims.slots.reader import may_state, read_slots
from pipeline.models import Article, Paragraph
from tests.builders import SilentModel
from tests.claims.helpers import reader as make_reader

SLUG = "nobody-counts-the-rain"


def read(sentence: Sentence, kinds: tuple[tuple[str, str, float], ...] = (), **parts: float) -> list[Likely]:
    """Findings where the model gives these parts to the entities of their kind, and is that sure of the words for kinds."""
    types = {"source_author": "P", "source_title": "W", "source_year": "D"}
    found = {n: {p: v for p, v in parts.items() if types[p] == e.type} for n, e in enumerate(sentence.entities)}
    nouns = tuple((sentence.typed.index(word), kind, p) for word, kind, p in kinds)
    voices = dict.fromkeys([*found, *(-1 - at for at, _, _ in nouns)], (0.0, 0.0))
    return [s for s in read_slots(sentence, SLUG, Marks(found, kinds=nouns, voices=voices)) if s.found.relation == "based_on"]


def test_a_statement_begins_with_the_words_that_lead_to_the_source(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("The drama is lifted from a paperback novel that Quilla Vestergaard sold.")
    (likely,) = read(sentence, (("novel", "novel", 0.9),), source_author=0.9)
    assert likely.found.object == {"author": "Quilla Vestergaard", "kind": "novel"}
    assert sentence.typed[likely.found.trigger : likely.found.trigger_end].startswith("lifted from")


def test_what_leads_to_something_else_leads_to_no_source(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("It came from nowhere, and the novel is by Quilla Vestergaard.")
    (likely,) = read(sentence, (("novel", "novel", 0.9),), source_author=0.9)
    assert "came" not in sentence.typed[likely.found.start : likely.found.end]


@pytest.mark.parametrize(
    ("told", "word", "kind"),
    [
        ("It all comes from a graphic novel.", "novel", "comic"),
        ("It all comes from an autobiographical novel.", "novel", "novel"),
        ("It all comes from a novel.", "novel", "novel"),
        ("It is taken from a podcast.", "podcast", "podcast"),
    ],
)
def test_the_longer_word_says_the_kind(told: str, word: str, kind: str, to_sentence: Callable[[str], Sentence]) -> None:
    (likely,) = read(to_sentence(told), ((word, "novel" if word == "novel" else kind, 0.9),))
    assert likely.found.object == {"kind": kind}


def test_a_documentary_may_be_the_source_of_a_drama(to_sentence: Callable[[str], Sentence]) -> None:
    told = to_sentence("It derives from Quilla Vestergaard's documentary.")
    (likely,) = read(told, (("documentary", "documentary", 0.9),), source_author=0.9)
    assert likely.found.noun is None


def test_faint_parts_and_lone_years_only_vouch(to_sentence: Callable[[str], Sentence]) -> None:
    (likely,) = read(to_sentence("They leaned on Quilla Vestergaard's book."), source_author=0.3)
    assert (likely.name, likely.found.object["author"]) == ("slot?.source", "Quilla Vestergaard")
    (year,) = read(to_sentence("It hit the bookshops in 2012."), source_year=0.9)
    assert (year.name, year.found.object) == ("slot?.source", {"year": 2012})
    assert read(to_sentence("The 2012 fire is at the heart of it."), source_year=0.9) == []


def test_the_model_is_asked_about_a_sentence_with_no_more_than_a_word_for_a_source(to_sentence: Callable[[str], Sentence]) -> None:
    assert may_state(to_sentence("It is not based on anybody's memoir."))
    assert not may_state(to_sentence("It is not what anybody hoped for."))


@pytest.mark.parametrize(
    ("before", "name"),
    [
        ("A book on the case is not the source.", "slot?.source"),
        ("Her life has nothing to do with it.", "slot?.source"),
        ("A book on the affair exists.", "slot.source"),
    ],
)
def test_a_book_that_is_said_to_be_no_source_is_not_read(before: str, name: str, to_sentence: Callable[[str], Sentence]) -> None:
    (likely,) = read(to_sentence(f"{before} Quilla Vestergaard's book was published in 2018."), source_author=0.9)
    assert likely.name == name


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ("It is adapted from Semper Idem, Always Late, a 2009 graphic novel by Quilla Vestergaard.", "Semper Idem, Always Late"),
        ("They had only her memoir Dear, Marisol, which she wrote at home.", "Dear, Marisol"),
    ],
)
def test_a_title_of_which_the_typist_made_two_names_is_one(told: str, title: str, to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence(told)
    named = [n for n, e in enumerate(sentence.entities) if e.type in {"X", "W", "P"} and e.surface in title]
    assert len(named) == 2, sentence.typed
    marks = Marks({n: {"source_title": 0.9} for n in named}, voices=dict.fromkeys(named, (0.0, 0.0)))
    (likely,) = read_slots(sentence, SLUG, marks)
    assert likely.found.object["value"] == title


def test_titles_of_two_works_stay_two(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence('The writers knew "Salt Road" and "Dear Marisol" by heart.')
    named = [n for n, e in enumerate(sentence.entities) if e.type == "W"]
    marks = Marks({n: {"source_title": 0.9} for n in named}, voices=dict.fromkeys(named, (0.0, 0.0)))
    assert [s.name for s in read_slots(sentence, SLUG, marks)] == []


def mark(sentence: Sentence, parts: dict[str, dict[str, float]]) -> list[Likely]:
    """Findings where the model gives these parts to the names so written."""
    found = {n: parts[e.surface] for n, e in enumerate(sentence.entities) if e.surface in parts}
    return list(read_slots(sentence, SLUG, Marks(found, voices=dict.fromkeys(found, (0.0, 0.0)))))


def test_behind_by_stands_an_author(to_sentence: Callable[[str], Sentence]) -> None:
    """However like a title the name looks to the model."""
    told = to_sentence('It is adapted from "Salt Road", a 1991 novel by the thriller writer Dana Corrigan.')
    (likely,) = mark(told, {"Salt Road": {"source_title": 0.99}, "Dana Corrigan": {"source_title": 0.8, "source_author": 0.5}})
    assert (likely.found.object["value"], likely.found.object["author"]) == ("Salt Road", "Dana Corrigan")


def test_behind_somebodys_book_stands_its_title(to_sentence: Callable[[str], Sentence]) -> None:
    told = to_sentence("The source was Quilla Vestergaard's bestseller Killing Marisol, no less.")
    parts = {"Quilla Vestergaard": {"source_author": 0.96}, "Killing Marisol": {"source_author": 0.9, "source_title": 0.1}}
    (likely,) = mark(told, parts)
    assert likely.found.object == {"value": "Killing Marisol", "author": "Quilla Vestergaard", "kind": "book"}


def test_who_takes_the_plot_from_a_book_wrote_no_book(to_sentence: Callable[[str], Sentence]) -> None:
    told = to_sentence('Quilla Vestergaard, however, took her plot from "Salt Road", a novel.')
    (likely,) = mark(told, {"Quilla Vestergaard": {"source_author": 0.9}, "Salt Road": {"source_title": 0.9}})
    assert likely.found.object == {"value": "Salt Road", "kind": "novel"}
    told = to_sentence('Quilla Vestergaard filmed "Salt Road", the third novel, in colour.')
    (likely,) = mark(told, {"Quilla Vestergaard": {"source_author": 0.9}, "Salt Road": {"source_title": 0.9}})
    assert likely.found.object == {"value": "Salt Road", "kind": "novel"}
    told = to_sentence('Quilla Vestergaard wrote the novel; it is drawn from "Salt Road".')
    (likely,) = mark(told, {"Quilla Vestergaard": {"source_author": 0.9}, "Salt Road": {"source_title": 0.9}})
    assert likely.found.object["author"] == "Quilla Vestergaard"


@pytest.mark.parametrize(
    ("told", "likelihood", "name"),
    [
        ("It is based on a book. It was published in 2012.", 0.97, "slot.source_year"),
        ("It is based on a book. It was published in 2012.", 0.9, "slot?.source"),
        ("It is based on a book. She moved in in 2012.", 0.97, "slot?.source"),
        ("It is based on a book. A sequel was published in 2012.", 0.97, "slot?.source"),
        ("It is based on a book. The navigator published his in 2012.", 0.97, "slot?.source"),
        ("It is based on a book. El navegante publico el suyo en 2012.", 0.97, "slot?.source"),
    ],
)
def test_a_lone_year_is_read_where_something_was_printed(
    told: str, likelihood: float, name: str, to_sentence: Callable[[str], Sentence]
) -> None:
    (year,) = read(to_sentence(told), source_year=likelihood)
    assert (year.name, year.found.object) == (name, {"year": 2012})


def test_the_model_is_not_asked_about_a_kind_of_several_words() -> None:
    """So that its silence says nothing."""
    reader = Reader(make_reader().book, SilentModel())
    opening = "Nobody Counts the Rain is a drama, and the series Nobody Counts the Rain is on television."
    told = Article(None, "Nobody Counts the Rain", (Paragraph(opening), Paragraph("It began life as a tell-all.")), language="en")
    (claim,) = (c for c in reader.read(told).claims if c.relation == "based_on")
    assert (claim.object, claim.likelihood) == ({"kind": "book"}, None)
    told = Article(None, "Nobody Counts the Rain", (Paragraph(opening), Paragraph("It began life as a novel.")), language="en")
    (claim,) = (c for c in reader.read(told).claims if c.relation == "based_on")
    assert (claim.object, claim.likelihood) == ({"kind": "novel"}, 0.0)


def test_what_presents_the_facts_says_nothing_of_the_story(to_sentence: Callable[[str], Sentence]) -> None:
    marks = Marks(basis={"true": 0.95, "inspired": 0.0, "fiction": 0.0, "documentary": 0.0, "entirely": 0.0, NOT_OWN: 0.0, DENIED: 0.0})
    assert not list(read_slots(to_sentence("Here are the facts as we have them."), SLUG, marks))
    assert list(read_slots(to_sentence("The facts are as we tell them."), SLUG, marks))


def test_a_source_that_is_said_to_be_none_is_denied(to_sentence: Callable[[str], Sentence]) -> None:
    (likely,) = read(to_sentence("Quilla Vestergaard's memoir was not used."), (("memoir", "memoir", 0.9),), source_author=0.9)
    assert likely.found.polarity == "negated"
    (likely,) = read(to_sentence("Quilla Vestergaard's memoir was not unkind."), (("memoir", "memoir", 0.9),), source_author=0.9)
    assert likely.found.polarity is None


def test_a_book_whose_rights_went_elsewhere_only_vouches(to_sentence: Callable[[str], Sentence]) -> None:
    told = "Quilla Vestergaard's book was published in 2018, and the rights to that one went to a rival."
    assert [s.name for s in read(to_sentence(told), source_author=0.9)] == ["slot?.source"]
    told = "Quilla Vestergaard's book was published in 2018, and the rights to it went to the platform."
    assert [s.name for s in read(to_sentence(told), source_author=0.9)] == ["slot.source"]
