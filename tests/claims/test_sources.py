"""The source work in further builds, by patterns alone, and what looks like one of them but is none."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from pipeline.claims.reader import Reader
from pipeline.models import Claim
from tests.builders import SilentModel
from tests.claims.helpers import article
from tests.claims.helpers import reader as make_reader

SLUG = "nobody-counts-the-rain"


@cache
def plain_reader() -> Reader:
    return Reader(make_reader().book, SilentModel())


def read(text: str, language: str = "en") -> list[Claim]:
    return [c for c in plain_reader().read(article(text, language=language), about=SLUG).claims if c.relation == "based_on"]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (
            "Ann Poe told it in her memoir Tin Weather, on which the series is officially based.",
            {"value": "Tin Weather", "kind": "memoir"},
        ),
        (
            "Netflix paid for Tin Weather, the 2012 book by Ann Poe, from which every episode was adapted.",
            {"value": "Tin Weather", "author": "Ann Poe", "kind": "book", "year": 2012},
        ),
        ("Ann Poe's Tin Weather is the credited source.", {"value": "Tin Weather", "author": "Ann Poe"}),
        ("Tin Weather, by Ann Poe, is what the series is based on.", {"value": "Tin Weather", "author": "Ann Poe"}),
        (
            "The scripts follow Tin Weather, a bestselling novel by Ann Poe.",
            {"value": "Tin Weather", "author": "Ann Poe", "kind": "novel"},
        ),
        ('The screenplay adapts Ann Poe\'s "Tin Weather," from 2011.', {"value": "Tin Weather", "author": "Ann Poe", "year": 2011}),
        ("The series is based on a novel. Its author, the court reporter Ann Poe, sold it over dinner.", {"author": "Ann Poe"}),
        ("Nobody Counts the Rain is based on a novel by Ann Poe. It hit bookshops in 1999.", {"year": 1999}),
        ("Nobody Counts the Rain is based on a novel by Ann Poe. It was first printed in 1999.", {"year": 1999}),
        ("The origin is 'Tin Weather', a short story by Ann Poe.", {"value": "Tin Weather", "author": "Ann Poe", "kind": "short story"}),
    ],
)
def test_a_source_is_read(told: str, wanted: dict[str, Any]) -> None:
    assert [c for c in read(told) if wanted.items() <= dict(c.object).items()], read(told)


@pytest.mark.parametrize(
    "told",
    [
        "Ann Poe told her life in her memoir Tin Weather, on which a stage play is based.",
        "Ann Poe's Tin Weather is the source of a saying about umbrellas.",
        "Ann Poe's Tin Weather is the main source of gossip in the village.",
        "The series follows Vera Holm, a fan of the novel by Ann Poe.",
        "The series follows Vera Holm, a nurse.",
        "The show leans on Edda Lindqvist's charm.",
        "The series is a hit. Its author, the court reporter Ann Poe, sold it over dinner.",
        "A book about the making of the show is out now. Its author, the reporter Ann Poe, was not asked.",
        "The series has six episodes. It hit bookshops in 1999.",
    ],
)
def test_what_is_no_source_is_not_read(told: str) -> None:
    assert read(told) == []


@pytest.mark.parametrize(
    "told",
    [
        "The series is based on a novel. There is another book on the case. Its author, the reporter Ann Poe, was not asked.",
        "The series is based on a novel by Ann Poe. A different book about the making of it hit bookshops in 1999.",
        "The series is based on a novel by Ann Poe. A companion book came later. It hit bookshops in 1999.",
        "The series is based on a novel. A book appeared after the series. It reached bookshops in 1999.",
    ],
)
def test_another_book_behind_the_source_is_left_alone(told: str) -> None:
    assert not [
        c for c in read(told) if c.object.get("year") == 1999 or (c.object.get("author") == "Ann Poe" and "Its author" in c.sentence)
    ]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("The film owes its existence to a dusty tome called Tin Weather.", {"value": "Tin Weather", "kind": "book"}),
        (
            "The screenplay leans heavily on Tin Weather, a tell-all by Ann Poe.",
            {"value": "Tin Weather", "author": "Ann Poe", "kind": "book"},
        ),
        ("The series took its plot from a paperback novel by Ann Poe.", {"author": "Ann Poe", "kind": "novel"}),
        ("The show comes straight from the pages of a comic strip by Ann Poe.", {"author": "Ann Poe", "kind": "comic"}),
        ("The scripts were spun from a radio serial by Ann Poe.", {"author": "Ann Poe", "kind": "podcast"}),
        ("The series is adapted from a 2003 thriller by Ann Poe.", {"author": "Ann Poe", "year": 2003}),
        ("The text in question is Tin Weather, a slim novel from the pen of Ann Poe.", {"author": "Ann Poe", "kind": "novel"}),
        ("Ann Poe wrote the memoir behind the series.", {"author": "Ann Poe", "kind": "memoir"}),
    ],
)
def test_a_source_is_read_in_other_words(told: str, wanted: dict[str, Any]) -> None:
    assert [c for c in read(told) if wanted.items() <= dict(c.object).items()], read(told)


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("No podcast was involved.", "podcast"),
        ("No magazine article was ever used.", "article"),
        ("Whatever they say, no novel served as the basis.", "novel"),
        ("There was no book or earlier film to draw on.", "book"),
        ("There never was a stage version behind it.", "play"),
        ("The drama has nothing to do with any novel.", "novel"),
        ("Any podcast has nothing to do with this.", "podcast"),
        ("Ningún libro sirvió de base.", "book"),
    ],
)
def test_a_kind_of_source_is_denied(told: str, kind: str) -> None:
    found = read(told, "es" if told.startswith("Ning") else "en")
    assert [(c.object["kind"], c.polarity) for c in found] == [(kind, "negated")], found


@pytest.mark.parametrize(
    "told",
    [
        "No companion book was involved.",
        "No other novel was used.",
        "No second podcast has been optioned.",
        "The podcast has nothing to do with the novel.",
        "Nobody Counts the Rain has no podcast of its own yet.",
        "There is no book to go with the series so far.",
        "No book was closed that night.",
    ],
)
def test_what_denies_no_source_is_left_alone(told: str) -> None:
    assert not [c for c in read(told) if c.polarity == "negated"], read(told)


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("Nobody Counts the Rain, from A to Z: the novel behind it, its ending and its music", {"kind": "novel"}),
        ("The podcast that inspired the series is short.", {"kind": "podcast"}),
        ("Nobody Counts the Rain: from stage play to streaming hit", {"kind": "play"}),
        ("It was Ann Poe's memoir Tin Weather that gave the producers their material.", {"author": "Ann Poe", "kind": "memoir"}),
        ("It is this diary on which the series is based.", {"kind": "memoir"}),
        ("It took its plot from a novel by Ann Poe. Poe's fiction came out in 2018.", {"year": 2018}),
        ("The series began life as a novel. Published in 1958, it was long out of print.", {"year": 1958}),
        ("The show leans on a memoir by Ann Poe. The text topped the charts in 2016.", {"year": 2016}),
    ],
)
def test_a_source_is_read_in_other_builds(told: str, wanted: dict[str, Any]) -> None:
    assert [c for c in read(told) if wanted.items() <= dict(c.object).items()], read(told)


@pytest.mark.parametrize(
    "told",
    [
        ("La serie adapta la biografía El señor de los faros, de la historiadora Ann Poe, editada en 2004."),
        ("La serie se basa en La dama del puerto, el ensayo que escribió en 2004 la historiadora Ann Poe."),
    ],
)
def test_a_spanish_title_need_not_look_like_one(told: str) -> None:
    wanted = {"author": "Ann Poe", "kind": "nonfiction book", "year": 2004}
    assert [c for c in read(told, "es") if wanted.items() <= dict(c.object).items()], read(told, "es")


@pytest.mark.parametrize(
    "told",
    [
        "Another novel behind it is worth a read.",
        "The best novel behind it is still unread.",
        "Nor, whatever the trailer suggests, is there a book behind it.",
        "Nobody can say whether there is a novel behind it.",
        "He moved from stage play to stage play.",
        "It was Ann Poe's memoir that she read on the train.",
        "It was his novel that the police found.",
        "The series leans on charm. Published in 1958, the magazine was long gone.",
    ],
)
def test_what_only_sounds_like_a_source_is_not_read(told: str) -> None:
    assert read(told) == []


def test_a_platform_may_stand_before_the_work_in_a_headline() -> None:
    (claim,) = read("The lost diaries that inspired the BBC's runaway hit Nobody Counts the Rain have come to light.")
    assert (claim.object, claim.subject) == ({"kind": "memoir"}, "title")


@pytest.mark.parametrize(
    "told",
    [
        "The finale takes its cue from a novel by Ann Poe.",
        "The opening of the series is lifted from a film, and the ending was taken from a novel by Ann Poe.",
        "The soundtrack also draws on a podcast by Ann Poe.",
        "It owes its title to a book by Ann Poe.",
        "El tono bebe de la novela de Ann Poe.",
    ],
)
def test_what_a_part_of_it_comes_from_is_not_its_source(told: str) -> None:
    assert not [c for c in read(told) if c.object.get("author") == "Ann Poe"], read(told)


@pytest.mark.parametrize(
    ("told", "language", "wanted"),
    [
        ("Ann Poe's memoir was not used.", "en", {"author": "Ann Poe", "kind": "memoir"}),
        ("Ann Poe's book played no part in it.", "en", {"author": "Ann Poe", "kind": "book"}),
        ("The podcast of the same name has no link with the drama.", "en", {"kind": "podcast"}),
        ("The novel isn't the source, whatever you hear.", "en", {"kind": "novel"}),
        ("El libro no guarda relación alguna con la serie.", "es", {"kind": "book"}),
    ],
)
def test_a_source_of_no_use_is_denied(told: str, language: str, wanted: dict[str, Any]) -> None:
    found = [c for c in read(told, language) if c.pattern == "based_on.not_used"]
    assert [(dict(c.object), c.polarity) for c in found] == [(wanted, "negated")]


@pytest.mark.parametrize(
    "told",
    [
        "Ann Poe's second memoir was not used.",
        "Another novel was not used.",
        "The series was not adapted from anything.",
        "Ann Poe played no part in it.",
        "The book was not used to such attention.",
        "The podcast has no link with the hotel.",
    ],
)
def test_what_says_less_denies_no_source(told: str) -> None:
    assert not [c for c in read(told) if c.pattern == "based_on.not_used"]


@pytest.mark.parametrize(
    ("title", "language", "kind"),
    [
        ("Nobody Counts the Rain: Cast, Novel and Ending", "en", "novel"),
        ("Nobody Counts the Rain: the true story, the podcast, the padding", "en", "podcast"),
        ("Nobody Counts the Rain: la historia real, el libro y los creadores", "es", "book"),
        ("Nobody Counts the Rain: Cast, Setting and Ending", "en", None),
        ("Nobody Counts the Rain: is it based on a true story, or a novel, or both", "en", None),
        ("Nobody Counts the Rain: Cast, Ending, Is There a Book?", "en", None),
        ("Nobody Counts the Rain will play, and play again", "en", None),
        ("Novel, comic or play: what to read at the beach", "en", None),
    ],
)
def test_a_headline_presupposes_the_source_that_it_promises_to_tell_of(title: str, language: str, kind: str | None) -> None:
    opening = "Nobody Counts the Rain is a series on Netflix, and the drama has viewers."
    claims = plain_reader().read(article(opening, title=title, language=language), about=SLUG).claims
    assert [c.object["kind"] for c in claims if c.pattern == "based_on.headline_topic"] == ([kind] if kind else [])


def test_authors_with_an_initial_are_no_title() -> None:
    """Without a title behind the cue nothing is read by patterns; "Ann Poe and Jo B" was."""
    assert not [c for c in read("It comes from Ann Poe and Jo B. Heart's great love of maps.") if "value" in c.object]
    assert [c for c in read("It comes from Ann Poe and the Rain.") if c.object.get("value") == "Ann Poe and the Rain"]


@pytest.mark.parametrize(
    "told",
    [
        "Is it based on a book? In this article we take a closer look.",
        "What is it based on? Keep reading: a novel awaits.",
        "What is it based on? Here is what the article says.",
    ],
)
def test_what_only_promises_an_answer_is_none(told: str) -> None:
    assert not [c for c in read(told) if c.object.get("kind") not in {None, "book"}]


def test_an_answer_in_the_next_sentence() -> None:
    assert {"author": "Ann Poe", "kind": "novel"} in [dict(c.object) for c in read("What is it based on? On a novel by Ann Poe.")]
