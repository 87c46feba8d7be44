"""Which work each block of a list is on."""

from __future__ import annotations

from pipeline.claims.aboutness import find_sections
from pipeline.claims.document import lay_out, look_for_people
from pipeline.claims.gazetteer import Gazetteer
from pipeline.claims.titles import TitleFinder
from pipeline.models import Article, Paragraph
from tests.claims.helpers import reader


def test_a_heading_that_is_a_title_ends_the_section_before_it() -> None:
    """Also where nothing else in the text speaks for the work of that title."""
    told = (
        Paragraph("Nobody Counts the Rain", "heading"),
        Paragraph("Six episodes on Netflix."),
        Paragraph("Odile", "heading"),
        Paragraph("A film by Chloe Sand."),
        Paragraph("Ferry", "heading"),
        Paragraph("An office landlord with a guitar. Eight episodes."),
    )
    document = lay_out(Article(None, "Five to watch", told, language="en"), TitleFinder(reader().book))
    sections = find_sections(document, {"nobody-counts-the-rain", "odile"})
    assert [sections[i] for i in (2, 4, 6)] == ["nobody-counts-the-rain", "odile", "Ferry"]


def _sections(*paragraphs: str) -> dict[int, str]:
    told = tuple(Paragraph(p) for p in paragraphs)
    document = lay_out(Article(None, "Nobody Counts the Rain: what to know", told, language="en"), TitleFinder(reader().book))
    look_for_people(document, Gazetteer(reader().book))
    return find_sections(document, {"nobody-counts-the-rain", "odile", "ferry"})


def test_numbered_statements_and_people_are_no_works() -> None:
    """ "2. It started out as a stage play" begins no section on a work of that name; "2. Harbour Lights" does."""
    facts = ("1. It started out as a stage play: in Bergen.", "2. The finale was shot twice.", "3. There is no second season: sorry.")
    people = ("1. Vera Holm. The captain's widow.", "2. Joar Nyberg. He drowns.", "3. Tomas Brandt. He plays the captain.")
    works = ("1. Harbour Lights. A cop and a pier.", "2. The Long Thaw. Ice, mostly.", "3. Nobody Counts the Rain. Six parts.")
    assert _sections(*facts) == {}
    assert _sections(*people) == {}
    assert _sections(*works) == {1: "Harbour Lights", 2: "The Long Thaw", 3: "nobody-counts-the-rain"}


def test_paragraphs_that_open_with_titles_are_sections() -> None:
    """Without numbers too, from three works on; a sentence that merely begins with a title opens none."""
    told = ("ODILE (one evening). A widow and a lake.", "Nobody Counts the Rain. Six hours of it.", "Ferry: an office, a boat, a guitar.")
    assert _sections(*told) == {1: "odile", 2: "nobody-counts-the-rain", 3: "ferry"}
    assert _sections("Odile is on a lake.", "Nobody Counts the Rain is not.", "Ferry has neither.") == {}
