"""Parts told in plain words, held against the notes of a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.models import Claim, Fact, Judgement, Show, Source
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.judge import judge
from pipeline.verdicts.parts import Told, find_holders, is_other_role, is_untold_role, read_told


def cast(value: str, character: str, note: str | None = None) -> Fact:
    return Fact("cast_member", value, ("platform",), character=character, note=note)


FACTS = (
    cast("Ada Berg", "Gro Dahl", "the lawyer and mother of two"),
    cast("Jo Lund", "Sven Dahl", "Gro Dahl's father"),
    cast("Liv Moen", "Ruth Dahl", "Dahl's stepmother"),
    cast("Kari Foss", "Tove Ness", "Dahl's neighbour"),
    cast("Ola Vik", "Per Aas", "the former president"),
    cast("Nils Ruud", "Erik Aas", "the sitting president"),
    cast("Siri Holt", "Anna Aas", "Per Aas's daughter, a young swimmer"),
    cast("Stig Brun", "Karl Lie", "a detective from Oslo"),
    Fact("protagonist", "Gro Dahl, a lawyer who looks for a lost ship", ("platform",)),
)
SHOW = Show(
    slug="the-dahls",
    title="The Dahls",
    format="limited series",
    as_of=date(2026, 11, 1),
    facts=FACTS,
    sources={"platform": Source("platform", "Press room", 1, date(2026, 11, 1), url="https://press.example/dahls")},
    complete={},
    year=2024,
)


@pytest.mark.parametrize(
    ("told", "holder"),
    [
        ("Gro's dad", "Jo Lund"),
        ("the father", None),  # whose father?
        ("Dahl's father", "Jo Lund"),
        ("Sven's father", None),
        ("their father", None),
        ("the neighbor", "Kari Foss"),
        ("a neighbour", None),
        ("the nosy neighbour", "Kari Foss"),
        ("the former president", "Ola Vik"),
        ("the ex-president", "Ola Vik"),
        ("the sitting president", "Nils Ruud"),
        ("the president", None),  # which?
        ("the vice president", None),
        ("the lead", "Ada Berg"),
        ("the sheriff", None),
        ("Kari Foss", None),
    ],
)
def test_whose_a_told_part_is(told: str, holder: str | None) -> None:
    holders = find_holders(told, SHOW, SHOW.facts_of("cast_member"))
    assert [f.value for f in holders] == ([] if holder is None else [holder])


def test_the_title_role_is_one_persons() -> None:
    """The family has three of the name; the story follows one."""
    holders = find_holders("the title role", replace(SHOW, title="Dahl"), SHOW.facts_of("cast_member"))
    assert [f.value for f in holders] == ["Ada Berg"]
    assert not find_holders("the title role", replace(SHOW, title="Lost"), SHOW.facts_of("cast_member"))


@pytest.mark.parametrize(
    ("told", "actor", "other"),
    [
        ("Dahl's mother", "Liv Moen", True),  # the stepmother
        ("Dahl's stepmother", "Liv Moen", False),
        ("Aas's mother", "Liv Moen", False),  # of somebody else: perhaps she is that, too
        ("a dentist", "Stig Brun", True),
        ("an inspector", "Stig Brun", False),
        ("a former dentist", "Stig Brun", False),
        ("an investigator", "Stig Brun", False),
        ("a dentist", "Kari Foss", False),  # a neighbour may have any trade
    ],
)
def test_another_role_than_the_note_has(told: str, actor: str, other: bool) -> None:
    own = tuple(f for f in SHOW.facts_of("cast_member") if f.value == actor)
    assert is_other_role(told, own) is other


@pytest.mark.parametrize(
    ("told", "actor", "untold"),
    [
        ("the judge", "Stig Brun", True),
        ("the detective", "Stig Brun", False),
        ("the policeman from Oslo", "Stig Brun", False),  # shares a word with the note
        ("the wife", "Kari Foss", True),
        ("the woman next door", "Kari Foss", False),  # no role that is told apart here
        ("the swimmer", "Siri Holt", False),
    ],
)
def test_a_role_of_which_no_note_speaks(told: str, actor: str, untold: bool) -> None:
    own = tuple(f for f in SHOW.facts_of("cast_member") if f.value == actor)
    assert is_untold_role(told, own) is untold
    assert not is_untold_role(told, (cast(actor, "Nobody Known"),))  # nothing is noted of the part


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("Stig Brun is the judge.", "unverifiable"),
        ("Also in it is Stig Brun as the judge, who never smiles.", "unverifiable"),
        ("Stig Brun is the detective.", "supported"),
        ("Stig Brun is the reason to watch.", "supported"),
        ("It stars Stig Brun, and the judge is old.", "supported"),
    ],
)
def test_an_actor_bears_out_no_part_that_the_note_lacks(sentence: str, wanted: str) -> None:
    assert judgement("Stig Brun", None, sentence).verdict == wanted


def judgement(actor: str, part: str | None, sentence: str = "") -> Judgement:
    quote = f"{actor} plays {part}" if part else actor
    claim = Claim(
        show=SHOW.slug, relation="cast_member", object={"value": actor} | ({"character": part} if part else {}), polarity="affirmed",
        modality="asserted", quote=quote, paragraph=1, start=0, end=len(quote), subject_confidence=1.0, sentence=sentence,
    )  # fmt: skip
    return judge(claim, SHOW, JudgeContext(published=date(2025, 6, 1), shows={SHOW.slug: SHOW}))


@pytest.mark.parametrize(
    ("actor", "part", "wanted"),
    [
        ("Quilla Vestergaard", "the neighbour", "contradicted"),
        ("Kari Foss", "the neighbour", "supported"),
        ("Quilla Vestergaard", "Gro's dad", "contradicted"),
        ("Liv Moen", "Dahl's mother", "contradicted"),
        ("Quilla Vestergaard", "a neighbour", "unverifiable"),
        ("Quilla Vestergaard", "her father", "unverifiable"),
        ("Quilla Vestergaard", "the doctor", "unverifiable"),
        ("Quilla Vestergaard", "the younger neighbour", "unverifiable"),
        ("Stig Brun", "the doctor", "contradicted"),
        ("Stig Brun", "a friend", "unverifiable"),
    ],
)
def test_verdicts_on_told_parts(actor: str, part: str, wanted: str) -> None:
    found = judgement(actor, part)
    assert found.verdict == wanted, found.gates_failed


def test_a_role_as_read() -> None:
    told = read_told("Gro Dahl's elder brother, who drowns")
    assert told is not None
    assert told == Told("brother", frozenset({"elder"}), ("gro", "dahl"), definite=True, by_pronoun=False)
    assert read_told("a ferryman") is None
