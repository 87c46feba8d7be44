"""Articles that keep the title back: the work is told by its people."""

from __future__ import annotations

from pipeline.claims.reader import Reader
from pipeline.models import Fact
from pipeline.verdicts.gates import SUBJECT_CONFIDENCE
from tests.builders import make_book, make_show
from tests.claims.helpers import article, reader

CAST = (
    "Edda Lindqvist is Vera Holm, the widow whom the whole coast talks about.",
    "Tomas Brandt and director Aurelio Paz had worked together before; Marta Olmedo, who thought it all up, had not.",
    "It was created by Liv Sandahl, insists the streamer's fan page.",
)


def _about(*paragraphs: str, title: str = "The widow, the boat and the coast guard") -> str | None:
    return reader().read(article(*paragraphs, title=title)).about


def test_people_tell_the_work_where_no_title_does() -> None:
    reading = reader().read(article(*CAST, title="The widow, the boat and the coast guard"))
    assert reading.about == "nobody-counts-the-rain"
    assert {(c.relation, c.object["value"]) for c in reading.claims} >= {("cast_member", "Edda Lindqvist"), ("creator", "Liv Sandahl")}


def test_few_people_or_nobody_beside_a_part_tell_nothing() -> None:
    """Three of them may meet in any film; a cast whose parts are not named may be that of another work."""
    assert _about(CAST[0], "Marta Olmedo thought it up.") is None
    assert _about("Edda Lindqvist and Tomas Brandt star.", *CAST[1:]) is None


def test_people_of_two_works_tell_nothing() -> None:
    """Half as many of another work, and it may be that one; fewer are guests."""
    part = Fact("cast_member", "Jo Poe", ("paper",), character="Kay Heart")
    one = [Fact("director", name, ("paper",)) for name in ("Ann Bell", "Bo Crane", "Cy Drew")]
    other = [Fact("director", name, ("paper",)) for name in ("Di Frost", "Ed Gale", "Flo Hart")]
    book = make_book(
        make_show(part, *one, slug="one", title="Iron Rain"),
        make_show(*other, slug="other", title="Cold Harbour"),
    )
    told = "Jo Poe is Kay Heart. Ann Bell, Bo Crane and Cy Drew made it"
    guests = "with Di Frost and Ed Gale"
    assert Reader(book).read(article(f"{told}, {guests}.", title="One evening")).about == "one"
    assert Reader(book).read(article(f"{told}, {guests} and Flo Hart.", title="One evening")).about is None


def test_nothing_is_surely_said_of_a_work_that_is_not_named() -> None:
    """Not before its title stands somewhere; a headline is enough, and a part on record needs none."""
    late = "Nobody Counts the Rain is the one with the boat."
    made = "It was created by Liv Sandahl, insists the streamer's fan page."
    for paragraphs, title, sure in (
        (CAST, "The widow, the boat and the coast guard", False),
        ((*CAST, late), "The widow, the boat and the coast guard", False),
        ((late, *CAST[:2], made), "The widow, the boat and the coast guard", True),
        (CAST, "Nobody Counts the Rain: the widow and the boat", True),
    ):
        claims = reader().read(article(*paragraphs, title=title)).claims
        assert {c.subject_confidence >= SUBJECT_CONFIDENCE for c in claims if c.relation == "creator"} == {sure}, (paragraphs, title)
        assert all(c.subject_confidence >= SUBJECT_CONFIDENCE for c in claims if c.object.get("character") == "Vera Holm")
