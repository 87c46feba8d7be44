"""Who plays somebody named one sentence before, or in the heading above; and where that is not clear."""

from __future__ import annotations

import pytest

from pipeline.claims.reader import Reader
from pipeline.models import Article, BlockKind, Paragraph
from tests.builders import SilentModel
from tests.claims.helpers import reader

ABOUT = "nobody-counts-the-rain"
OPENING = "Nobody Counts the Rain is a drama on Netflix."
PAIR = ("Quilla Vestergaard", "Vera Holm")


def pairs(*blocks: tuple[BlockKind, str], language: str = "en") -> set[tuple[str, str]]:
    """Actors with characters, read by patterns alone in blocks behind an opening."""
    told = tuple(Paragraph(text, kind) for kind, text in (("paragraph", OPENING), *blocks))
    article = Article(None, "Nobody Counts the Rain: who is who", told, language=language)
    claims = Reader(reader().book, SilentModel()).read(article, about=ABOUT).claims
    return {(str(c.object["value"]), str(c.object["character"])) for c in claims if {"value", "character"} <= c.object.keys()}


@pytest.mark.parametrize(
    "told",
    [
        "The widow next door is called Vera Holm. She is played by Quilla Vestergaard, who learned to row.",
        "Vera Holm rows to the island each night. That part went to Quilla Vestergaard.",
        "Vera Holm rows to the island each night. The role belongs to the Danish star Quilla Vestergaard.",
        "Vera Holm rows to the island each night; in that role we see Quilla Vestergaard.",
        "Nobody trusts Vera Holm. Quilla Vestergaard plays her with a cold in the head.",
        "Nobody trusts Vera Holm. It is never said why. The part is played by Quilla Vestergaard.",
        "Vera Holm. Quilla Vestergaard, all nerves and oilskins.",
        "Nobody Counts the Rain is a series on the widow Vera Holm. She is played by Quilla Vestergaard.",
        "The widow is called Vera Holm, and Quilla Vestergaard brings her to life with a limp.",
        "Nobody trusts Vera Holm. Quilla Vestergaard makes a stubborn, crumpled saint of her.",
        "Nobody trusts Vera Holm. Quilla Vestergaard lends her a wobbly accent.",
    ],
)
def test_the_part_is_named_before(told: str) -> None:
    assert pairs(("paragraph", told)) == {PAIR}


@pytest.mark.parametrize(
    "told",
    [
        "Todos temen a Vera Holm. La interpreta Quilla Vestergaard con mucho humor.",
        "Todos temen a Vera Holm. Le pone cara Quilla Vestergaard.",
        "Todos temen a Vera Holm. Ese reto recayó en Quilla Vestergaard.",
    ],
)
def test_the_part_is_named_before_in_spanish(told: str) -> None:
    assert pairs(("paragraph", told), language="es") == {PAIR}


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("Vera Holm", "Played by Quilla Vestergaard."),
        ("3. Vera Holm - the widow next door", "Quilla Vestergaard, who learned to row for it."),
        ("Vera Holm", "She is played by Quilla Vestergaard."),
    ],
)
def test_the_part_is_the_heading(heading: str, told: str) -> None:
    assert pairs(("heading", heading), ("paragraph", told)) == {PAIR}


@pytest.mark.parametrize(
    "told",
    [
        "Vera Holm lives beside Joar Nyberg. She is played by Quilla Vestergaard.",  # two
        "Edda Lindqvist is a marvel in the boat of Vera Holm. She is followed by Quilla Vestergaard.",
        "Edda Lindqvist makes much of Vera Holm. Quilla Vestergaard plays her as a girl.",  # the other age of the part
        "Vera Holm rows to the island. Her mother is played by Quilla Vestergaard.",  # a relative
        "Vera Holm rows to the island. Quilla Vestergaard plays her mother.",
        "He and Vera Holm row to the island. The part is played by Quilla Vestergaard.",
        'Vera Holm was a film role first, in "Low Water Mark". She is played by Quilla Vestergaard.',
        "Nobody trusts Vera Holm. The role was offered to Quilla Vestergaard, who declined.",
        "Nobody trusts Vera Holm. The part went to Quilla Vestergaard at first, until she fell ill.",
        "Nobody trusts Vera Holm. She is played by Quilla Vestergaard in Low Water Mark.",
        "Vera Holm is also the subject of a film. Quilla Vestergaard plays her.",
        "Nobody trusts Vera Holm. Quilla Vestergaard plays her in a later film.",
        "Nobody trusts Vera Holm. In the 1993 film she is played by Quilla Vestergaard.",
        "The island is small. She is played by Quilla Vestergaard.",
        "Quilla Vestergaard wrote the scripts. Vera Holm. Orla Vance directed.",
    ],
)
def test_where_it_stays_open(told: str) -> None:
    assert not {p for p in pairs(("paragraph", told)) if p[0] in {"Quilla Vestergaard", "Orla Vance"} and p[1] == "Vera Holm"}


def test_a_paragraph_that_only_follows_is_no_answer_to_a_name() -> None:
    """A row of names in paragraphs of their own may alternate in either order."""
    assert PAIR not in pairs(("paragraph", "Edda Lindqvist"), ("paragraph", "Vera Holm"), ("paragraph", "Quilla Vestergaard"))


def test_a_newcomer_is_told_alone_where_the_text_is_on_the_cast() -> None:
    credit: tuple[BlockKind, str] = ("paragraph", "Edda Lindqvist plays a captain.")
    assert PAIR in pairs(credit, ("paragraph", "Her friend Vera Holm is Quilla Vestergaard."))
    other: tuple[BlockKind, str] = ("paragraph", "The rain fell for three days.")
    assert not pairs(other, ("paragraph", "Her friend Vera Holm is Quilla Vestergaard."))
    assert PAIR not in pairs(credit, ("paragraph", "In reality Vera Holm is Quilla Vestergaard."))
    assert PAIR not in pairs(credit, ("paragraph", "Vera Holm is Quilla Vestergaard in all but name."))


@pytest.mark.parametrize(
    "told",
    [
        "Nobody trusts Vera Holm. Quilla Vestergaard makes her first steps on a screen.",
        "Nobody trusts Vera Holm. Quilla Vestergaard turns her back on the soaps.",
        "Nobody trusts Vera Holm. Quilla Vestergaard makes her debut as a director.",
    ],
)
def test_what_is_hers_is_not_made_of_the_part(told: str) -> None:
    assert not pairs(("paragraph", told))


def test_a_newcomer_is_told_in_a_row_with_others() -> None:
    row = "Joar Nyberg is Tomas Brandt, all beard. The widow, Vera Holm, is Quilla Vestergaard."
    assert PAIR in pairs(("paragraph", row))
    assert PAIR in pairs(
        ("paragraph", "Tomas Brandt es Joar Nyberg."), ("paragraph", "La viuda, Vera Holm, es Quilla Vestergaard."), language="es"
    )
    assert not pairs(("paragraph", "The widow, Vera Holm, is Quilla Vestergaard."))
    assert PAIR not in pairs(("paragraph", "Vera Holm is Edda Lindqvist. Vera Holm is Quilla Vestergaard."))
    assert PAIR not in pairs(("paragraph", "Joar Nyberg is Tomas Brandt. Vera Holm is Quilla Vestergaard with a limp."))


@pytest.mark.parametrize(
    "told",
    [
        "Joar's wife, Vera Holm, is Quilla Vestergaard.",
        "His best friend and rival Vera Holm is Quilla Vestergaard.",
        "Vera Holm, his other half, is Quilla Vestergaard, out of the theatre.",
    ],
)
def test_a_relative_is_introduced_by_her_actor_where_the_text_is_on_the_cast(told: str) -> None:
    assert PAIR in pairs(("paragraph", "Few will forget Tomas Brandt."), ("paragraph", told))
    assert PAIR not in pairs(("paragraph", "Few will forget the rain."), ("paragraph", told))


@pytest.mark.parametrize(
    "told",
    [
        "His wife, Vera Holm, is Quilla Vestergaard with an oar.",
        "His wife, Vera Holm, is Quilla Vestergaard!",
        "In life his wife, Vera Holm, is the real Quilla Vestergaard.",
    ],
)
def test_a_relative_who_is_likened_to_somebody(told: str) -> None:
    assert PAIR not in pairs(("paragraph", "Few will forget Tomas Brandt."), ("paragraph", told))
