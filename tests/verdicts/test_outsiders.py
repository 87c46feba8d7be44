"""Names that are on no list, and people without a name whom no piece fits; what an honest article says as well."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.models import Claim, Fact, Show
from pipeline.records.loader import load_records
from pipeline.verdicts.comparison import Grade
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.persons import read_nations, read_places, read_units
from pipeline.verdicts.protagonist import compare

_SHOW = load_records(Path(__file__).parent / "shows").shows["harbour-lights"]
SOURCES = ("gazette", "chronicle")
WHO = "Anne Varga, a junior Dutch diplomat in Porto who looks for a missing boy"
NAMES = ("Anne Varga", "Teo Lund", "Rolf Berg", "Ida Moen", "Lars Vik", "Pia Holm", "Nils Aas", "Eva Dahl")


def _show(value: str = WHO, *more: Fact) -> Show:
    cast = tuple(Fact("cast_member", f"Player {n}", SOURCES, character=name) for n, name in enumerate(NAMES))
    place = Fact("setting_place", "Porto, Portugal", SOURCES)
    return replace(_SHOW, facts=(Fact("protagonist", value, SOURCES), place, *cast, *more), complete={})


def _grade(told: str, show: Show, pattern: str = "protagonist.follows", sentence: str = "") -> Grade:
    claim = Claim(
        show="harbour-lights", relation="protagonist", object={"value": told}, polarity="affirmed", modality="asserted",
        quote=f"follows {told}", paragraph=1, start=0, end=len(told), subject="about", subject_confidence=0.9, pattern=pattern, plain=told,
        sentence=sentence or f"It follows {told}.",
    )  # fmt: skip
    return compare(claim, show, JudgeContext()).grade


@pytest.mark.parametrize("told", ["Ruth Okafor, a lawyer who moves north", "Detective Ruth Okafor", "Ruth Okafor, a real pilot"])
def test_somebody_on_no_list(told: str) -> None:
    assert _grade(told, _show()) is Grade.FAR


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("Anne Okafor, a lawyer", ""),  # a surname by marriage
        ("Teo Lund, the boy", ""),
        ("Ruth Varga, her sister", ""),
        ("Okafor, a lawyer", ""),
        ("Ruth Okafor, a lawyer", "The second episode follows Ruth Okafor, a lawyer."),
        ("Ruth Okafor, a lawyer", "The book follows Ruth Okafor, a lawyer."),
        ("Ruth Okafor, a lawyer", "It also follows Ruth Okafor, a lawyer."),
    ],
)
def test_who_may_be_followed_as_well(told: str, sentence: str) -> None:
    assert _grade(told, _show(), sentence=sentence) is not Grade.FAR


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ("Ulla Dahlh, a chemist", ""),  # another spelling of the surname
        ("Ruth Daal, a chemist", ""),
        ("Ida Okafor, a chemist", ""),  # a given name on record, of somebody who may have two surnames
        ("Samir Okafor, a chemist", ""),  # on record by the given name alone
        ("Ruth Okafor", "It is about Ruth Okafor, who called herself Anne Varga."),
        ("Ruth Okafor", "With Rolf Berg as her boss, it follows Ruth Okafor."),
    ],
)
def test_another_name_of_somebody_on_record(told: str, sentence: str) -> None:
    bare = Fact("cast_member", "Omar Khan", SOURCES, character="Samir")
    pen_name = Fact("cast_member", "Una Player", SOURCES, character="Gudrun", note="her sister, born Prytz")
    show = _show(WHO, bare, pen_name)
    assert _grade(told, show, sentence=sentence) is not Grade.FAR
    assert _grade("Ruth Okafor, a chemist", show) is Grade.FAR
    fair = replace(show, facts=(replace(show.facts[0], fair_values=("Anne Okafor, a diplomat",)), *show.facts[1:]))
    assert _grade("Ruth Okafor, a chemist", fair) is not Grade.FAR
    assert _grade("Ruth Prytz, a chemist", show) is not Grade.FAR  # the record's note knows the birth name


TRUE = Fact("story_basis", "true story", SOURCES)
INSPIRED = Fact("story_basis", "inspired by real events", SOURCES)
FICTION = Fact("story_basis", "fiction", SOURCES)


def _played(real: str) -> Fact:
    return Fact("cast_member", "Una Player", SOURCES, character="Anne Varga", real_person=real)


@pytest.mark.parametrize(
    ("facts", "told", "far"),
    [
        ((FICTION,), "Ruth Okafor, a chemist", True),
        ((TRUE,), "Ruth Okafor, a chemist", False),  # the birth name of a real person, it may be
        ((TRUE,), "Ruth Okafor, a Brazilian chemist", True),  # who is told to be somebody else altogether
        ((TRUE,), "Ruth Okafor, a Brazilian diplomat", False),
        ((INSPIRED, _played("Anne Varga")), "Ruth Okafor, a chemist", False),
        ((INSPIRED, _played("Anne Smit")), "Ruth Okafor, a chemist", False),
        ((INSPIRED, _played("Hilda Smit")), "Ruth Okafor, a chemist", True),  # an invented heroine, modelled on somebody
        ((TRUE, _played("Hilda Smit")), "Ruth Okafor, a chemist", True),
    ],
)
def test_real_people_have_more_names(facts: tuple[Fact, ...], told: str, far: bool) -> None:
    assert (_grade(told, _show(WHO, *facts)) is Grade.FAR) is far


def test_a_thin_cast_or_a_group_excludes_nobody() -> None:
    told = "Ruth Okafor, a lawyer"
    thin = replace(_show(), facts=_show().facts[:5])
    assert _grade(told, thin) is not Grade.FAR
    assert _grade(told, _show("an ensemble round Anne Varga, a diplomat in Porto")) is not Grade.FAR
    assert _grade("Jo Dale", _show(), "protagonist.main_character", "El protagonista es Jo Dale.") is not Grade.FAR  # who acts


@pytest.mark.parametrize(
    ("told", "far"),
    [
        ("four friends from Hull", False),  # the town alone: the record counts nobody
        ("a Brazilian football team", True),  # the country and the trade
        ("a Brazilian woman", False),  # one of them alone
        ("a Dutch footballer", False),
        ("a woman from Hull", False),
        ("three people in Porto", False),
        ("a Brazilian diplomat in trouble", False),  # the trade agrees
    ],
)
def test_people_without_a_name(told: str, far: bool) -> None:
    assert (_grade(told, _show()) is Grade.FAR) is far


@pytest.mark.parametrize(
    ("line", "told", "far"),
    [
        ("Anne Varga and Ida Moen, two sisters in Porto", "four girls from Hull", True),  # the number and the town
        ("Anne Varga and Ida Moen, two sisters in Porto", "cuatro hermanas de Hull", True),
        ("Anne Varga and Ida Moen, two sisters in Porto", "two girls from Hull", False),
        ("Anne Varga, Ida Moen and Pia Holm, of New York", "four girls from Hull", False),  # named, and not counted
        ("Anne Varga, a mother of two sons in Porto", "four girls from Hull", False),
        ("Anne Varga, a 6-year-old girl in Porto", "four women from Hull", False),
    ],
)
def test_how_many_a_record_counts(line: str, told: str, far: bool) -> None:
    assert (_grade(told, _show(line)) is Grade.FAR) is far


@pytest.mark.parametrize(
    "told",
    [
        "Anne Varga, of the Belgian embassy",
        "a nurse named Anne Varga",
        "Anne Varga, a diplomat posing as a Polish heiress",
        "Anne Varga, una diplomática sueca",
    ],
)
def test_pieces_that_exclude(told: str) -> None:
    posing = f"{WHO} while posing as a Danish heiress"
    assert _grade(told, _show(posing), "protagonist.described") is Grade.FAR


@pytest.mark.parametrize(
    ("record", "told", "far"),
    [
        ("Anne Varga, a Texas housewife", "Anne Varga, a housewife from Ohio", False),  # born in one, at home in the other
        ("Anne Varga, a Texas housewife", "Anne Varga, an Ohio housewife", True),
        ("Anne Varga, a Texas housewife", "Anne Varga, a Houston housewife", False),
        ("Anne Varga, an orphan from Kentucky", "Anne Varga, an orphan from rural Nebraska", True),
        ("Anne Varga, the Stanford dropout", "Anne Varga, the Harvard dropout", True),
        ("Anne Varga, the Stanford dropout", "Anne Varga, a Harvard student", False),
        ("Anne Varga, the Danish student who left Stanford at 20", "Anne Varga, a Stanford dropout", False),
        ("Anne Varga, the Danish student who left Stanford at 20", "Anne Varga, the Harvard dropout", True),
        ("Anne Varga, the Stanford dropout", "Anne Varga, who leaves Houston for the coast", False),
        ("Anne Varga, the murderer of Plainfield, Wisconsin", "Anne Varga, a farmer from La Crosse, Wisconsin", False),
        ("Anne Varga, the murderer of Plainfield, Wisconsin", "Anne Varga, a driver from Plainfield, Ohio", True),
        ("Anne Varga, the murderer and robber of Plainfield, Wisconsin", "Anne Varga, a woman from Plainfield, Ohio", True),
        ("Anne Varga, a devout Mormon farmer", "Anne Varga, an atheist farmer", True),
        ("Anne Varga, a devout Mormon farmer", "Anne Varga, a former Catholic", False),
        ("Teo Lund, a teenager in Oslo", "Teo Lund, a nurse", True),
        ("Teo Lund, a teenager in Oslo", "Teo Lund, a footballer", False),
        ("Anne Varga, a special agent of the park service", "Anne Varga, a sheriff's deputy", True),
        ("Anne Varga, an investigator in Porto", "Anne Varga, a sheriff's deputy", False),
        ("Anne Varga, an American designer", "Anne Varga, a designer of Norwegian descent", False),
        ("Anne Varga, a Russian-born swindler", "Anne Varga, a Polish-born swindler", True),
        ("Anne Varga, a Russian-born swindler", "Anne Varga, a German swindler", False),
    ],
)
def test_pieces_of_one_person(record: str, told: str, far: bool) -> None:
    show = replace(_show(record), facts=_show(record).facts[:1] + _show(record).facts[2:])
    assert (_grade(told, show, "protagonist.described") is Grade.FAR) is far


def test_units_by_their_number() -> None:
    show = _show("the airmen of the 100th Bomb Group, Anne Varga and Teo Lund")
    assert _grade("the 303rd Bomb Group", show, "protagonist.follows_unit") is Grade.FAR
    assert _grade("the 91st group", show, "protagonist.unit") is Grade.FAR
    assert _grade("the 100th Bombardment Group", show, "protagonist.unit") is not Grade.FAR
    assert _grade("the 303rd Bomb Group", show, "protagonist.following") is not Grade.FAR  # whoever flew beside them


def test_siblings_counted_by_their_names() -> None:
    show = _show("the four grown-up children of the brewer Sir Otto Lund: Teo, Ida, Lars and Pia, after the father's death")
    assert _grade("his five children", show) is Grade.FAR
    assert _grade("Teo, the youngest of six siblings", show, "protagonist.described") is Grade.FAR
    assert _grade("his three surviving children", show) is not Grade.FAR
    assert _grade("two of his children", show) is not Grade.FAR


def test_a_name_alone_supports_no_description() -> None:
    assert _grade("Anne Varga, a police detective", _show("Anne Varga, who is about to marry"), "protagonist.described") is not Grade.MATCH
    assert _grade("Anne Varga, a Dutch diplomat", _show(), "protagonist.described") is Grade.MATCH


def test_pieces_are_read_with_how_they_are_told() -> None:
    assert read_nations("a Russian-born thief posing as a German heiress") == {"pose": frozenset({"DE"}), "birth": frozenset({"RU"})}
    assert not read_nations("a lover of French habits")
    assert read_places("a Texas housewife") == {"at": ("Texas",)}
    assert read_places("a driver from Plainfield, Ohio") == {"from": ("Plainfield, Ohio",)}
    assert read_units("the 303rd Bomb Group") == {"group": frozenset({303})}
