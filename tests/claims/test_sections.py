"""Which work each block of a list is on."""

from __future__ import annotations

from pipeline.claims.aboutness import find_sections
from pipeline.claims.document import lay_out, look_for_people
from pipeline.claims.gazetteer import Gazetteer
from pipeline.claims.reader import Reader
from pipeline.claims.titles import TitleFinder
from pipeline.models import Article, Fact, Paragraph
from tests.builders import make_book, make_show
from tests.claims.helpers import article, reader


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


def _sections(*paragraphs: str, title: str = "Nobody Counts the Rain: what to know") -> dict[int, str]:
    told = tuple(Paragraph(p) for p in paragraphs)
    document = lay_out(Article(None, title, told, language="en"), TitleFinder(reader().book))
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


def test_points_on_the_work_of_the_headline_are_no_works() -> None:
    """However short they are; what "shows like" the headline's work lists are works."""
    points = ("1. Sand fleas. They bite.", "2. A book came first. Nobody read it.", "3. The man in charge. He has done this before.")
    assert _sections(*points, title="Seven things to know about Nobody Counts the Rain") == {}
    assert _sections(*points, title="'Nobody Counts the Rain' en siete datos") == {}
    assert len(_sections(*points, title="Seven shows like Nobody Counts the Rain")) == len(points)
    assert len(_sections(*points, title="Seven things to watch this week")) == len(points)


def test_a_headline_that_promises_a_cast_establishes_its_work_with_one_of_its_people() -> None:
    """A title of two common words needs somebody of its own; without one, and without words for the screen, nothing is meant."""
    facts = (Fact("cast_member", "Aino Salo", ("paper",), character="Ruth"), Fact("platform", "Hulu", ("paper",)))
    book = make_book(make_show(*facts, slug="low-tide", title="Low Tide"))

    def about(title: str, actor: str) -> str | None:
        return Reader(book).read(article(f"Encabeza el cartel {actor}. Se estrenó el lunes y tiene seis episodios.", title=title)).about

    assert about("Low Tide: reparto y final explicado", "Aino Salo") == "low-tide"
    assert about("Low Tide: reparto y final explicado", "Marta Suarez") is None
    assert about("Low Tide: horarios y mareas", "Aino Salo") is None


def test_two_works_of_a_headline_have_a_heading_each() -> None:
    """Also where one of them is on no record; a heading that the headline names otherwise begins nothing."""
    told = (
        Paragraph("Two dramas, two years apart."),
        Paragraph("Harbour Lights", "heading"),
        Paragraph("Eight episodes."),
        Paragraph("Nobody Counts the Rain", "heading"),
        Paragraph("Six episodes on Netflix."),
        Paragraph("Cast", "heading"),
        Paragraph("Vera Holm is Edda Lindqvist."),
    )
    for headline, sections in (
        ("Harbour Lights or Nobody Counts the Rain? A guide", {3: "Harbour Lights", 5: "nobody-counts-the-rain", 7: "Cast"}),
        ("Nobody Counts the Rain vs Harbour Lights", {3: "Harbour Lights", 5: "nobody-counts-the-rain", 7: "Cast"}),
        ("Nobody Counts the Rain: Cast, Harbour Lights and All", {}),
    ):
        document = lay_out(Article(None, headline, told, language="en"), TitleFinder(reader().book))
        found = find_sections(document, {"nobody-counts-the-rain"})
        assert {i: found[i] for i in sections} == sections
        assert bool(found) is bool(sections)


def test_common_words_that_head_a_list_s_entries_are_titles() -> None:
    entries = (
        "1. Ferry. Eight episodes, an office landlord and a guitar.",
        "2. Odile. A film by Jean Marais Roux.",
        "3. The Long Thaw. Ice, mostly.",
    )
    watching = reader().read(article(*entries, title="Three series to watch"))
    assert {c.show for c in watching.claims if c.relation == "episode_count"} == {"ferry"}
    assert (
        reader().read(article("1. Ferry. It leaves at eight.", "2. Odile. A bar.", "3. The pier. Ice.", title="Three things to do")).about
        is None
    )
