"""Platforms that no cue word goes with: read where the words beside them make the work the platform's own, and the model is sure."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.claims.entities import Sentence
from pipeline.claims.reader import Reader
from pipeline.claims.relations.platforms import speaks_of_release
from pipeline.claims.slots.model import Marks
from pipeline.claims.slots.reader import read_slots
from tests.builders import SilentModel
from tests.claims.helpers import article
from tests.claims.helpers import reader as make_reader

SLUG = "nobody-counts-the-rain"


def read(sentence: Sentence, likelihood: float = 0.98, not_own: float = 0.0, denied: float = 0.0) -> list[tuple[str, bool]]:
    """The platforms read, and whether their release is spoken of, where the model takes every company for one."""
    marked = {n: {"platform": likelihood} for n, e in enumerate(sentence.entities) if e.type == "O"}
    found = read_slots(sentence, SLUG, Marks(marked, voices=dict.fromkeys(marked, (not_own, denied)), pairs={}))
    return [
        (str(s.found.object["value"]), speaks_of_release(sentence.text(s.found.start, s.found.end)))
        for s in found
        if s.name == "slot.platform"
    ]


@pytest.mark.parametrize(
    "told",
    [
        "It is a Paramount+ exclusive that nobody saw coming.",
        "Paramount+ uncorked the entire season on a Friday.",
        "Eight hours in all, and Paramount+ brought out the first two in spring.",
        "A tour of the harbours in the Paramount+ mystery.",
        "Nobody Counts the Rain: from stage play to Paramount+",
        "The tale ran for five seasons on Paramount+ and was never dull.",
        "El drama es el gran exito de Paramount+ este otoño.",
        "Un largometraje que acabó en ocho entregas, que Paramount+ soltó en octubre.",
        "It is exclusive to Paramount+.",
        "The drama lit up Paramount+ in May.",
        "Ten half-hours, put online on the first of March by Paramount+ and much praised.",
        "With Nobody Counts the Rain, Paramount+ has found its hit of the spring.",
    ],
)
def test_words_that_make_it_the_platforms_own(told: str, to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence(told)) == [("Paramount+", True)]


@pytest.mark.parametrize(
    "told",
    [
        "Paramount+ subscribers can see it too.",
        "It is on Paramount+.",
        "Paramount+ bought the thriller and never showed it.",
        "It was to have been a Paramount+ exclusive.",
        "It has moved again and is now a Paramount+ exclusive.",
        "A Paramount+ exclusive first, it is on Netflix.",
        "Fans of another Paramount+ thriller will know the harbour.",
        "Paramount+ renewed the show.",
        "The trailer is a Paramount+ exclusive.",
        "Paramount+ outdid itself with its own tale of the sea.",
    ],
)
def test_what_says_no_more_than_that_it_is_there_or_speaks_of_others(told: str, to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence(told)) == []


def test_the_model_must_be_sure_that_it_is_the_articles_own_word(to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence("It is a Paramount+ exclusive.")
    assert read(sentence, likelihood=0.7) == []
    assert read(sentence, not_own=0.5) == []
    assert read(sentence, denied=0.5) == []


@pytest.mark.parametrize(
    ("row", "is_first"),
    [
        ("Platform: Hulu", True),
        ("Plataforma: Hulu", True),
        ("Original network: ITV", True),
        ("Where to watch: Hulu", False),
        ("Dónde ver: Hulu", False),
        ("Available on: Hulu", False),
        ("Streaming on: Hulu", False),
    ],
)
def test_a_row_names_the_platform_or_where_to_watch(row: str, is_first: bool) -> None:
    assert speaks_of_release(row) is is_first


def find_platforms(told: str) -> set[str]:
    """The platforms that the patterns read in a paragraph."""
    page = article("Nobody Counts the Rain is a drama.", told)
    claims = Reader(make_reader().book, SilentModel()).read(page, about=SLUG).claims
    return {str(c.object["value"]) for c in claims if c.relation == "platform" and c.paragraph == 2}


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("The maker's Harrowgate will soon begin its 17th season on ABC.", set()),
        ("Vestergaard, a doctor for four series on ITV, plays the captain.", set()),
        ("Vestergaard was Vera for three series on ITV.", set()),
        ("It ran for three series on ITV.", {"ITV"}),
        ("If you liked it, try the ITV thriller about a spy, an ITV smash of last summer.", set()),
        ("ITV outdid itself with its own period drama.", set()),
        ("Vestergaard is working on a drama for ITV about a flood.", set()),
        ("If you liked the ITV thriller, you are not alone.", {"ITV"}),
    ],
)
def test_long_runs_are_of_other_works(told: str, found: set[str]) -> None:
    assert find_platforms(told) == found


def test_where_it_moved_to_is_not_where_it_was_shown_first(to_sentence: Callable[[str], Sentence]) -> None:
    assert read(to_sentence("It premiered on ITV in 2016 before moving to Netflix.")) == [("ITV", True)]
    assert read(to_sentence("It was filmed in Malta before it premiered on Netflix.")) == [("Netflix", True)]


@pytest.mark.parametrize(
    ("told", "platforms"),
    [
        ("Hulu drama Nobody Counts the Rain is back in the news.", {"Hulu"}),
        ("Showtime commissioned the project and the drama later went to others.", set()),
        ("Showtime developed the drama and let it go.", set()),
        ("It is a Hulu original that premiered in March.", {"Hulu"}),
        ("If you have not seen the finale of this Hulu drama on your list, do.", {"Hulu"}),
        ("The BBC co-financed the series and got to show it later.", set()),
    ],
)
def test_what_a_platform_did_with_it_is_no_name_for_it(told: str, platforms: set[str]) -> None:
    plain = Reader(make_reader().book, SilentModel())
    found = plain.read(article(f"Nobody Counts the Rain is a series. {told}"), about=SLUG).claims
    assert {str(c.object["value"]) for c in found if c.pattern in {"platform.noun_bare", "platform.noun"}} == platforms


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ("In this article, we go over everything you need to know about the gripping Hulu thriller.", "en"),
        ("Check out all the details about the Hulu production below.", "en"),
        ("En este artículo te contamos todo sobre la serie de Hulu.", "es"),
    ],
)
def test_the_article_itself_is_no_other_work(told: str, language: str) -> None:
    plain = Reader(make_reader().book, SilentModel())
    found = plain.read(article(f"Nobody Counts the Rain. {told}", language=language), about=SLUG).claims
    assert [c.object["value"] for c in found if c.relation == "platform" and c.paragraph] == ["Hulu"]


def test_what_else_to_check_out_is_of_others() -> None:
    plain = Reader(make_reader().book, SilentModel())
    told = article("Nobody Counts the Rain is a series. Fans can check out the gripping Hulu thriller about a baker.")
    assert not [c for c in plain.read(told, about=SLUG).claims if c.relation == "platform" and c.paragraph]


@pytest.mark.parametrize(
    ("told", "quoted"),
    [
        ("It is exclusive to Paramount+, where it arrived in May.", "exclusive to Paramount+, where it arrived"),
        ("It was sold to Paramount+, where it premiered in May.", "sold to Paramount+, where it premiered"),
        ("It is now on Paramount+, where it arrived in May.", "Paramount+, where it arrived"),
    ],
)
def test_the_word_that_leads_to_the_platform_is_quoted(told: str, quoted: str, to_sentence: Callable[[str], Sentence]) -> None:
    sentence = to_sentence(told)
    marked = {n: {"platform": 0.98} for n, e in enumerate(sentence.entities) if e.type == "O"}
    (found,) = read_slots(sentence, SLUG, Marks(marked, voices=dict.fromkeys(marked, (0.0, 0.0)), pairs={}))
    assert sentence.text(found.found.start, found.found.end) == quoted


@pytest.mark.parametrize(
    ("quote", "release"),
    [
        ("Paramount+'s eight-parter", True),
        ("Paramount+'s eight-part dramedy", True),
        ("la ficción de Paramount+", True),
        ("Paramount+'s adaptation", True),
        ("Paramount+ in Britain", False),
        ("watch all eight parts on Paramount+", False),
        ("Paramount+ subscribers", False),
    ],
)
def test_a_word_for_the_work_makes_it_the_platforms(quote: str, release: bool) -> None:
    assert speaks_of_release(quote) is release
