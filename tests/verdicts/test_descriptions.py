"""Descriptions of one person that cannot both be true, and main characters who are somebody else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.models import Claim, Fact, Show
from pipeline.records.loader import load_records
from pipeline.records.occupations import read_callings
from pipeline.verdicts.comparison import Grade
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.protagonist import compare

_SHOW = load_records(Path(__file__).parent / "shows").shows["harbour-lights"]
WHO = "Anne Varga, a junior Dutch diplomat in Porto, and Teo Lund, a 13-year-old boy who goes missing"


def _show(value: str = WHO, *more: Fact) -> Show:
    return replace(_SHOW, facts=(Fact("protagonist", value, ("gazette", "chronicle")), *more), complete={})


def _grade(told: str, show: Show, sentence: str = "", pattern: str = "protagonist.described") -> Grade:
    claim = Claim(
        show="harbour-lights", relation="protagonist", object={"value": told}, polarity="affirmed", modality="asserted", quote=told,
        paragraph=1, start=0, end=len(told), subject="about", subject_confidence=0.9, pattern=pattern, plain=told,
        sentence=sentence or f"It follows {told}.",
    )  # fmt: skip
    return compare(claim, show, JudgeContext()).grade


@pytest.mark.parametrize(
    "told",
    [
        "Anne Varga, a Belgian diplomat",
        "Varga, un diplomático sueco",
        "Anne Varga, a hairdresser from Porto",
        "Teo Lund, a 17-year-old boy",
        "Teo, a 35-year-old baker",
        "Teo Lund, a forty-two-year-old baker",
        "Teo Lund, an aspiring rider, aged seventy",
        "Teo Lund, un panadero de cuarenta y dos años",
        "Teo Lund, a five-year-old boy",
    ],
)
def test_another_country_age_or_trade(told: str) -> None:
    assert _grade(told, _show()) is Grade.FAR


@pytest.mark.parametrize(
    "told",
    [
        "Anne Varga, a Dutch diplomat",
        "Anne Varga, a former teacher",
        "Anne Varga, a mother of two",
        "Anne Varga, a baker's daughter",
        "Anne Varga, the investigator",
        "Anne Varga, a journalist",  # what many are beside their trade
        "Anne Varga, a comedian",
        "Anne Varga, who once was a nurse",
        "Anne Varga, posing as a hairdresser",
        "Anne Varga, the daughter of a hairdresser",
        "Oskar Varga, a hairdresser",  # another of the name
        "Teo Lund, a 14-year-old boy",
        "Teo Lund, a fourteen-year-old boy",
        "Teo Lund, un chico de catorce años",
        "Teo Lund, a boy from the village",
        "a hairdresser who helps Anne Varga",
    ],
)
def test_what_may_be_said_as_well(told: str) -> None:
    assert _grade(told, _show()) is not Grade.FAR


def test_a_trade_that_the_record_gives_the_person_elsewhere() -> None:
    told = "Anne Varga, a nurse"
    note = Fact("cast_member", "Edda Lindqvist", ("gazette",), character="Anne Varga", note="a nurse before the war")
    assert _grade(told, _show()) is Grade.FAR
    assert _grade(told, _show(WHO, note)) is not Grade.FAR


def test_a_dealer_is_no_policeman_but_may_have_a_trade() -> None:
    show = _show("Jon Hale, a drug dealer from Porto who wants to go straight")
    assert _grade("Jon Hale, a detective", show) is Grade.FAR
    assert _grade("Jon Hale, a carpenter", show) is not Grade.FAR
    assert _grade("Jon Hale, an undercover detective", show) is not Grade.FAR


def test_one_trade_of_several_is_enough() -> None:
    show = _show("Jon Hale, a physicist from Porto")
    assert _grade("Jon Hale, a physicist, deputy director of a works", show) is not Grade.FAR
    assert _grade("Jon Hale, a carpenter, deputy director of a works", show) is Grade.FAR


def test_trades_that_lie_near_each_other_exclude_nothing() -> None:
    show = _show("Jon Hale, a physicist from Porto")
    assert _grade("Jon Hale, a carpenter", show) is Grade.FAR
    assert _grade("Jon Hale, a schoolteacher", show) is not Grade.FAR


def test_a_disputed_line_excludes_nothing() -> None:
    show = replace(_SHOW, facts=(Fact("protagonist", WHO, ("gazette", "chronicle"), disputed="sources differ"),))
    assert _grade("Anne Varga, a Belgian diplomat", show) is not Grade.FAR


def _cast(name: str, character: str) -> Fact:
    return Fact("cast_member", name, ("gazette", "chronicle"), character=character)


MAIN_CHARACTER = "protagonist.main_character"
MAIN = [
    ("The main character is Rolf Berg.", True),
    ("The narrator and main character is Rolf Berg.", True),
    ("El protagonista de la serie es Rolf Berg.", True),
    ("The other protagonist is Rolf Berg.", False),
    ("One of its heroes, the main character of one episode, is Rolf Berg.", False),
    ("The real hero is Rolf Berg.", False),
    ("The hero is Rolf Berg as well.", False),
    ("Rolf Berg lives next door.", False),
]


@pytest.mark.parametrize(("sentence", "excluded"), MAIN)
def test_another_main_character(sentence: str, excluded: bool) -> None:
    show = _show(WHO, _cast("Stellan Kray", "Rolf Berg"))
    assert (_grade("Rolf Berg", show, sentence, MAIN_CHARACTER) is Grade.FAR) is excluded
    assert _grade("Rolf Berg, a baker", show, "The main character is Anne, whom Rolf Berg, a baker, loves.") is not Grade.FAR


def test_main_characters_on_record_under_any_name() -> None:
    show = _show(WHO, _cast("Stellan Kray", "Rolf Berg"), Fact("cast_member", "Edda Lindqvist", ("gazette",), character="Anne Varga"))
    assert _grade("Teo Lund", show, "The main character is Teo Lund.", MAIN_CHARACTER) is not Grade.FAR
    assert _grade("Stellan Kray", show, "The protagonist is Stellan Kray.", MAIN_CHARACTER) is not Grade.FAR  # who plays it
    assert (
        _grade("Uwe Nobody", show, "The main character is Uwe Nobody.", MAIN_CHARACTER) is not Grade.FAR
    )  # of whom the record knows nothing
    family = _show("the Berg family, generation after generation", _cast("Stellan Kray", "Rolf Hunt"))
    assert _grade("Rolf Hunt", family, "The main character is Rolf Hunt.", MAIN_CHARACTER) is not Grade.FAR


@pytest.mark.parametrize(
    ("text", "callings"),
    [
        ("a newspaper man", ("press",)),
        ("a con artist and drug dealer", ("crime", "crime")),
        ("una enfermera", ("nursing",)),
        ("a man of means", ()),
        ("a policeman’s son", ()),
        ("a fighter pilot and a spy", ("flying", "spying")),
        ("The pilot episode follows a nurse", ("nursing",)),
        ("the season pilot", ()),
        ("a pilot, this series says", ("flying",)),
        ("The pilot of the series follows a nurse", ("nursing",)),
        ("el episodio piloto", ()),
        ("a spy thriller", ()),
        ("a spy novel by a nurse", ("nursing",)),
        ("un infante de marina", ("soldiering",)),
        ("el infante Felipe", ()),
        ("pierde la cartera", ()),
        ("el contador de historias", ()),
        ("un minero de la cuenca", ("mine",)),
        ("un pueblo minero", ()),
        ("los mineros", ("mine",)),
        ("un fraude contable", ()),
        ("trabaja de contable", ("accounts",)),
    ],
)
def test_callings(text: str, callings: tuple[str, ...]) -> None:
    assert read_callings(text) == callings


def test_a_trade_that_the_record_has_the_person_practise_is_no_other() -> None:
    show = _show("Jon Hale, a chemist from Porto who comes to host a cooking show")
    assert _grade("Jon Hale, a television cook", show) is not Grade.FAR
    assert _grade("Jon Hale, a gardener", show) is Grade.FAR


@pytest.mark.parametrize(
    ("told", "excluded"),
    [
        ("Teo, the youngest of six siblings", True),
        ("Teo, el menor de los seis hermanos", True),
        ("Teo, one of twenty-six siblings", False),  # nobody is told of six
        ("Teo, the youngest of four siblings", False),
        ("Teo, one of two or three siblings", False),  # no number is told
        ("Teo, of four siblings in a town of two thousand children", False),
    ],
)
def test_siblings_counted(told: str, excluded: bool) -> None:
    show = _show("the four grown-up children of a brewer: Teo, Ida, Lars and Pia")
    assert (_grade(told, show) is Grade.FAR) is excluded
