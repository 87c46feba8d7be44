"""Changes of the wording that must not change what is read, and changes that must."""

from __future__ import annotations

import pytest

from pipeline.models import Claim
from tests.claims.helpers import article, reader

TEXT = (
    "Nobody Counts the Rain is adapted from The Gutter Years, the 2018 memoir by Inés Valbuena.",
    "It was created by Marta Olmedo and directed by Aurelio Paz. Edda Lindqvist plays Vera Holm.",
)


def _said(*paragraphs: str) -> set[tuple[str, str, str, str]]:
    claims = reader().read(article(*paragraphs)).claims
    return {(c.show, c.relation, str(sorted(c.object.items())), c.polarity) for c in claims if c.paragraph}


@pytest.mark.parametrize(
    "change",
    [
        lambda t: t.replace("a", "a\u200b"),  # zero-width spaces
        lambda t: t.replace("e", "е"),  # a Cyrillic letter that looks the same
        lambda t: t.replace("Inés", "Ine\u0301s"),  # a combining accent
        lambda t: t.replace(" ", "\u00a0"),
        lambda t: t.replace("The Gutter Years", "“The Gutter Years”"),
        lambda t: t.replace("Nobody Counts the Rain", "‘Nobody Counts the Rain’"),
        lambda t: t.replace("Nobody Counts the Rain", "NOBODY COUNTS THE RAIN"),
    ],
    ids=["zero-width", "look-alike", "combining", "no-break", "double quotes", "single quotes", "capitals"],
)
def test_writing_does_not_matter(change) -> None:  # type: ignore[no-untyped-def]
    assert _said(*(change(t) for t in TEXT)) == _said(*TEXT)
    assert len(_said(*TEXT)) >= 4


def test_a_paragraph_on_another_work_adds_nothing_to_this_one() -> None:
    more = '"Sea Glass" was created by Ann Poe and adapted from a novel by Bo Quill. Ferry, on Hulu, stars Aino Salo as Ruth.'
    added = {c for c in _said(*TEXT, more) - _said(*TEXT) if c[0] == "nobody-counts-the-rain"}
    assert added == set()


def test_order_of_paragraphs_does_not_matter() -> None:
    assert _said(*reversed(TEXT)) == _said(*TEXT)


@pytest.mark.parametrize("hedge", ["reportedly", "allegedly", "supposedly"])
def test_a_hedge_only_hedges(hedge: str) -> None:
    claims = reader().read(article(f"The series was {hedge} created by Ann Poe.")).claims
    found = [c for c in claims if c.relation == "creator"]
    assert [(c.object["value"], c.modality) for c in found] == [("Ann Poe", "hedged")]


@pytest.mark.parametrize(
    ("told", "modality"),
    [
        ("The series was created by Ann Poe.", "asserted"),
        ("Was the series created by Ann Poe?", "question"),
        ('"The series was created by Ann Poe," says Bo Quill.', "reported"),
    ],
)
def test_who_says_it(told: str, modality: str) -> None:
    found = [c for c in reader().read(article(told)).claims if c.relation == "creator"]
    assert [c.modality for c in found] == [modality]


def test_speaker_is_kept() -> None:
    claims: list[Claim] = [
        c
        for c in reader().read(article("Marta Olmedo says that the series is inspired by real events.")).claims
        if c.relation == "story_basis"
    ]
    assert [c.speaker for c in claims] == ["Marta Olmedo"]


def test_forced_work_is_read_without_its_title() -> None:
    told = article("It was created by Ann Poe.", title="A new drama")
    assert reader().read(told).claims == ()
    assert [c.show for c in reader().read(told, about="ferry").claims] == ["ferry"]
