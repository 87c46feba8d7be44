"""Articles that keep the title back, and what an article's headline makes of a work."""

from __future__ import annotations

from pipeline.claims.reader import Reader
from pipeline.models import Article, Paragraph
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
    others = "Camille Oster is Odile Garnier, and Jean Marais Roux, Petra Wold and Aino Salo were in the room too."
    assert _about(*CAST, others) == "nobody-counts-the-rain"
    book = reader().book
    assert Reader(book).read(Article(None, "One evening", (Paragraph(others),), language="en")).about is None


def test_the_creator_of_the_series_is_no_aside() -> None:
    """ "the creator of <another title>" is one."""
    told = article("The creator of the series is Liv Sandahl, the man behind Harbour Lights.")
    assert ("creator", "Liv Sandahl") in {
        (c.relation, c.object.get("value")) for c in reader().read(told).claims if c.show != "Liv Sandahl"
    }
