"""Which work each block of a list is on."""

from __future__ import annotations

from pipeline.claims.aboutness import find_sections
from pipeline.claims.document import lay_out
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
