"""Where it was filmed: absence is amber, unless the list on record is whole or the sentence has all of it filmed somewhere else."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.models import Claim, Fact, Show, Source
from pipeline.records.folding import to_ascii
from pipeline.records.place_names import are_in_one_region
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.filming import compare as compare_filming
from pipeline.verdicts.judge import judge

DAY = date(2026, 1, 2)
SOURCES = {
    "press": Source("press", "Press room", 1, DAY, url="https://press.example", owner="press"),
    "trade": Source("trade", "The Trade", 2, DAY, url="https://trade.example", owner="trade"),
}
FACTS = (Fact("filming_location", "Calgary, Alberta, Canada", ("press",)), Fact("filming_location", "Chicago, Illinois", ("trade",)))


def compare(sentence: str, place: str, complete: bool = False) -> tuple[str, tuple[str, ...]]:
    show = Show("low-tide", "Low Tide", "series", DAY, FACTS, SOURCES, {"filming_location": ("press",)} if complete else {})
    claim = Claim(show.slug, "filming_location", {"value": place}, "affirmed", "asserted", sentence, 1, 0, len(sentence), sentence=sentence)
    found = compare_filming(claim, show, JudgeContext(published=DAY))
    return f"{found.grade.value} {found.gate}", found.failed


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Low Tide was filmed entirely in Romania.", "Romania"),
        ("All of it was shot up in Oslo.", "Oslo"),
        ("The crew shot the whole thing in and around Prague, which can pass for anything.", "Prague"),
        ("Cameras rolled in Salt Lake City and Provo from start to finish.", "Provo"),
        ("Every scene was filmed on a soundstage in Atlanta.", "Atlanta"),
        ("La serie se rodo integramente en Bogota.", "Bogotá"),
        ("Todas las escenas se grabaron en Cardiff y sus alrededores.", "Cardiff"),
    ],
)
def test_all_of_it_filmed_elsewhere_is_excluded_by_one_place_on_record(sentence: str, place: str) -> None:
    assert compare(sentence, place) == ("far value", ())


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Low Tide was filmed in Romania.", "Romania"),
        ("Low Tide was filmed almost entirely in Romania.", "Romania"),
        ("Most of the series was shot in Romania.", "Romania"),
        ("The whole series is set in Ohio, but it was filmed in Romania.", "Romania"),
        ("The entire show has one director, and it was shot in Romania.", "Romania"),
        ("It was filmed in Romania throughout 2022.", "Romania"),
        ("It was filmed entirely in Romania and Chicago.", "Romania"),
        ("A whole street was built in Romania.", "Romania"),
        ("It was filmed entirely on location in Alberta, with one day in Romania.", "Romania"),
    ],
)
def test_a_place_of_some_of_it_stays_an_absence(sentence: str, place: str) -> None:
    assert compare(sentence, place) == ("absent complete", ())


def test_all_of_it_in_one_of_several_places_is_a_matter_of_degree() -> None:
    assert compare("It was filmed entirely in Alberta.", "Alberta") == ("near complete", ("degree",))
    assert compare("It was filmed in Alberta.", "Alberta") == ("match value", ())


def test_a_whole_list_excludes_other_regions_and_no_spot_within_one() -> None:
    assert compare("It was filmed in Romania.", "Romania", complete=True) == ("absent complete", ())
    assert compare("It was filmed in Texas.", "Texas", complete=True) == ("absent complete", ())
    assert compare("It was filmed in Springfield, Illinois.", "Springfield, Illinois", complete=True) == (
        "absent complete",
        ("place_near",),
    )


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Cameras rolled in and around Bucharest, Romania.", "Bucharest"),
        ("Principal photography took place in St. Louis, with additional work in Denver.", "Denver"),
        ("Filming locations: Winnipeg and rural Oregon", "Oregon"),
        ("It was filmed on the streets of Dublin, and every word of it is true.", "Dublin"),
        ("Savannah doubled for the suburbs.", "Savannah"),
        ("Se rodó en las afueras de Bogotá durante el invierno.", "Bogotá"),
    ],
)
def test_a_whole_list_excludes_what_is_said_in_so_many_words(sentence: str, place: str) -> None:
    assert compare(to_ascii(sentence), place, complete=True) == ("absent complete", ())


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("It was shot in Alberta, with Calgary playing Utah.", "Utah"),
        ("It was filmed in Chicago, a state away from Ohio.", "Ohio"),
        ("Chicago hosted the shoot in place of Massachusetts.", "Massachusetts"),
        ("The action is set in London, although it was filmed in Chicago.", "London"),
        ("Cameras rolled in Alberta, and the premiere was held in Paris.", "Paris"),
        ("Filming begins in Iceland next summer.", "Iceland"),
        ("It was filmed in Chicago, not in Texas.", "Texas"),
        ("The tour stops in Vienna.", "Vienna"),
        ("La acción transcurre en Londres y se rodó en Chicago.", "Londres"),
    ],
)
def test_a_whole_list_excludes_no_place_that_is_played_passed_or_planned(sentence: str, place: str) -> None:
    assert compare(to_ascii(sentence), place, complete=True) == ("absent complete", ("explicit",))


def test_a_short_name_is_no_namesake_elsewhere() -> None:
    facts = (Fact("filming_location", "Santiago de Compostela, Galicia", ("press",)),)
    show = Show("low-tide", "Low Tide", "series", DAY, facts, SOURCES, {"filming_location": ("press",)})
    claim = Claim(show.slug, "filming_location", {"value": "Santiago"}, "affirmed", "asserted", "x", 1, 0, 1, sentence="Shot in Santiago.")
    assert compare_filming(claim, show, JudgeContext(published=DAY)).failed == ("place_near",)


def test_regions_are_told_apart_by_state_nation_or_distance() -> None:
    assert not are_in_one_region("Toronto", "Calgary, Alberta, Canada")
    assert not are_in_one_region("Scotland", "London, England")
    assert not are_in_one_region("Ohio", "Chicago, Illinois")
    assert are_in_one_region("United States", "Chicago, Illinois")
    assert are_in_one_region("Bilbao", "Madrid")
    assert are_in_one_region("Nowheretown", "Madrid")


def test_where_one_page_says_it_the_contradiction_stays_amber() -> None:
    source = {"blog": Source("blog", "Blog", 3, DAY, url="https://blog.example", owner="blog")}
    show = Show("low-tide", "Low Tide", "series", DAY, (Fact("filming_location", "Dublin", ("blog",)),), source, {})
    sentence = "Low Tide was filmed entirely in Lisbon."
    claim = Claim(
        show.slug, "filming_location", {"value": "Lisbon"}, "affirmed", "asserted", sentence, 1, 0, len(sentence), sentence=sentence
    )
    found = judge(claim, show, JudgeContext(published=DAY))
    assert found.verdict != "contradicted"
    assert "poor_evidence" in found.gates_failed


def test_what_a_place_on_record_is_told_to_lie_in_is_not_excluded() -> None:
    assert compare("It was filmed in Calgary, in the Canadian Tyrol.", "Tyrol", complete=True)[1] == ("place_near",)
    assert compare("It was filmed in Calgary and in the Tyrol.", "Tyrol", complete=True)[1] == ()
