"""What extract and its sisters promise beyond the single traps."""

from __future__ import annotations

import pickle
import time
from datetime import UTC, datetime

import pytest
from htmldate import extractors
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import BadInputError
from pipeline.extract import extract, extract_head, extract_labelled, extract_text_file
from pipeline.extraction.dates import search_page
from pipeline.extraction.language import is_full_of, settle_language

URL = "https://lantern.example/tv/ledger"
PROSE = "The harbour office kept a ledger of every boat that came in after dark, and the writers of the series leaned on it."


def page(body: str, head: str = "<title>The ledger</title>") -> bytes:
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{body}</body></html>'.encode()


def test_a_page_with_nothing_is_refused_by_field() -> None:
    with pytest.raises(BadInputError, match=r"lantern\.example.*paragraphs"):
        extract(b"", URL)
    with pytest.raises(BadInputError, match="title"):
        extract_head(b"<html></html>", URL)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(payload: bytes) -> None:
    try:
        article = extract(b"<title>x</title><p>" + payload, URL)
    except BadInputError:
        return
    assert article.url == URL


@pytest.mark.parametrize("address", ["", "file:///home/ida/ledger.html"])
def test_a_local_page_has_no_address_but_what_it_declares(address: str) -> None:
    body = f'<article><h1>The ledger</h1><p>{PROSE} <a href="/x">x</a> <a href="https://paper.example/y">y</a></p></article>'
    article = extract(page(body, f'<title>The ledger</title><link rel="canonical" href="{URL}">'), address)
    assert (article.url, article.canonical_url, article.site) == (None, URL, None)
    assert [link.href for link in article.links] == ["https://paper.example/y"]


def test_the_same_bytes_give_the_same_article_and_it_travels_between_processes() -> None:
    payload = page(f"<article><h1>The ledger</h1><p>{PROSE}</p></article>")
    article = extract(payload, URL)
    assert extract(payload, URL) == article == pickle.loads(pickle.dumps(article))


@pytest.mark.parametrize("tag", ["div", "b", "ul", "table"])
def test_nesting_without_end_is_read_in_bounded_time(tag: str) -> None:
    started = time.process_time()
    article = extract(page(f"<p>{PROSE}</p>" + f"<{tag}>" * 100_000 + PROSE + f"</{tag}>" * 100_000), URL)
    assert article.title == "The ledger"
    assert {p.text for p in article.paragraphs} == {PROSE}  # formatting goes, and what it held stays
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "piece", ["<h1>a b</h1>", '<div class="x"><a href="/y">boat</a></div>', "<br>", '<meta name="author" content="Ida Marlowe">', "<time>"]
)
def test_endless_repetition_is_read_in_bounded_time(piece: str) -> None:
    started = time.process_time()
    assert extract(page(f"<article><h1>The ledger</h1><p>{PROSE}</p></article>" + piece * 30_000), URL).title == "The ledger"
    assert time.process_time() - started < 5


def open_formatting(count: int) -> str:
    """Each paragraph reopens every element that stands open, and no two of these are alike."""
    return "".join(f"<p><b class=c{i}>boat" for i in range(count))


FLOODS = {
    "formatting": open_formatting(9_000),
    "formatting behind markers": "".join(f"<i a={i}><object></i></object><p>" for i in range(4_500)),
    "much formatting": open_formatting(30_000),
    "attributes": "<div " + " ".join(f"a{i}=1" for i in range(100_000)) + ">",
    "byline": f"<footer class=byline>{'a-' * 50_000}</footer>",
    "headline": f"<h1>{'The ledger - ' * 20_000}</h1>",
}


@pytest.mark.parametrize("flood", FLOODS)
def test_what_takes_parsers_quadratic_time_is_read_in_bounded_time(flood: str) -> None:
    started = time.process_time()
    article = extract(page(f"<article><h1>The ledger</h1><p>{PROSE}</p></article>" + FLOODS[flood]), URL)
    assert article.title == "The ledger"
    assert PROSE in article.text or flood == "byline"
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="og:site_name" content="Lantern"><title>The ledger' + " | Lantern" * 20_000 + "</title>",
        f'<title>The ledger</title><meta name="author" content="{"a-" * 50_000}">',
    ],
)
def test_endless_fields_of_the_head_are_read_in_bounded_time(head: str) -> None:
    started = time.process_time()
    assert extract(page(f"<article><p>{PROSE}</p></article>", head), URL).title == "The ledger"
    assert time.process_time() - started < 5


def test_formatting_on_a_large_page_keeps_its_text() -> None:
    rows = "".join(f'<p>The <i class="n{i}">boat</i> of <font color=red>night {i}</font> came in late.</p>' for i in range(3_000))
    article = extract(page(f"<article><h1>The ledger</h1>{rows}</article>"), URL)
    assert [p.text for p in article.paragraphs] == [f"The boat of night {i} came in late." for i in range(3_000)]


def test_a_tag_of_long_values_is_no_flood_of_attributes() -> None:
    body = f'<article data-state="{"a b " * 40_000}"><h1>The ledger</h1><p>{PROSE}</p></article>'
    assert [p.text for p in extract(page(body), URL).paragraphs] == [PROSE]


def test_a_long_list_without_closing_tags_is_no_deep_nesting() -> None:
    body = f"<article><h1>The ledger</h1><p>{PROSE}</p><ul>" + "".join(f"<li>Boat {i}<br>" for i in range(12_000)) + "</ul></article>"
    assert len(extract(page(body), URL).paragraphs) == 12_001


def test_no_date_after_the_fetch_even_if_every_source_says_so() -> None:
    head = '<title>The ledger</title><meta property="article:published_time" content="2026-05-01T10:00:00Z">'
    payload = page(f'<article><h1>The ledger</h1><time datetime="2026-05-02">2 May 2026</time><p>{PROSE}</p></article>', head)
    assert extract(payload, URL, fetched_at=datetime(2026, 4, 1, tzinfo=UTC)).published is None
    late = extract(payload, URL, fetched_at=datetime(2026, 6, 1, tzinfo=UTC))
    assert late.published == datetime(2026, 5, 1, 10, tzinfo=UTC)


def test_short_and_list_like_paragraphs_survive() -> None:
    lines = [
        "Yes.",
        "1. Is it true?",
        "Read more about the ledger below:",
        "¿Quién es Vera?",
        "«No», dice.",
        "- a dash",
        PROSE,
        "Related: nothing.",
        "The end",
    ]
    body = "".join(f"<p>{line}</p>" for line in lines)
    article = extract(page(f"<main><article><h1>The ledger</h1>{body}</article></main>"), URL)
    assert [p.text for p in article.paragraphs] == lines


@pytest.mark.parametrize(
    "lines", [["Vera Stone", "Ana Ruiz"], [PROSE, "Vera Stone", "1"], ["No.", "Vera Stone as Ida", "It is not."], ["Is it true?"]]
)
def test_articles_of_few_words_survive(lines: list[str]) -> None:
    body = "".join(f"<p>{line}</p>" for line in lines)
    article = extract(
        page(f'<nav><a href="/">Home</a></nav><main><article><h1>The ledger</h1>{body}</article></main><footer>(c)</footer>'), URL
    )
    assert [p.text for p in article.paragraphs] == lines


def test_head_alone_has_the_fields_of_the_whole_but_the_text() -> None:
    head = '<title>The ledger</title><meta name="author" content="Ida Marlowe">'
    head += '<meta property="article:published_time" content="2026-03-02T10:00:00+01:00">'
    payload = page(f"<article><h1>The ledger</h1><p>{PROSE}</p></article>", head)
    whole, alone = extract(payload, URL), extract_head(payload, URL)
    assert alone.paragraphs == ()
    for name in ("title", "authors", "published", "published_has_time", "language", "canonical_url", "site"):
        assert getattr(alone, name) == getattr(whole, name), name


@pytest.mark.parametrize(
    ("text", "title", "lines"),
    [
        ("A short title\n\nFirst.\nSecond.\n", "A short title", ["First.", "Second."]),
        ("\ufeffA short title\r\n\r\nFirst.", "A short title", ["First."]),
        ("First line.\nSecond line.", None, ["First line.", "Second line."]),
        ("x" * 200 + "\n\nSecond.", None, ["x" * 200, "Second."]),
        ("Only one line", None, ["Only one line"]),
        ("\n\n A title \n\n  One   two ", "A title", ["One two"]),
    ],
)
def test_text_files(text: str, title: str | None, lines: list[str]) -> None:
    article = extract_text_file(text)
    assert (article.title, [p.text for p in article.paragraphs]) == (title, lines)
    assert article.url is None


def test_a_text_file_without_text_is_refused() -> None:
    with pytest.raises(BadInputError, match="empty"):
        extract_text_file(" \n\n")


def test_labelled_articles_are_checked_by_key() -> None:
    with pytest.raises(BadInputError, match="title"):
        extract_labelled({"paragraphs": []})
    with pytest.raises(BadInputError, match="paragraphs"):
        extract_labelled({"title": "x", "paragraphs": "y"})
    article = extract_labelled(
        {"title": "A  b", "paragraphs": ["c\nd", " "], "author": None, "published": "2025-10-21", "url": URL, "language": "es"}
    )
    assert (article.title, article.text, article.authors, article.language) == ("A b", "c d", (), "es")
    assert article.published == datetime(2025, 10, 21, tzinfo=UTC)
    assert not article.published_has_time


def test_a_text_in_another_language_than_declared_is_told_in_spite_of_the_small_words_that_languages_share() -> None:
    """The quick look at small words must never take a Spanish text for the declared French one."""
    spanish = (
        "Los vecinos de la casa de enfrente dicen que en el puerto se guarda un libro con los nombres de los barcos que llegaron de noche. "
    )
    assert settle_language("fr", spanish * 3) == "es"
    assert settle_language("es", spanish * 3) == "es"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Nobody on the quay agreed about the hour at which the boat came in, and the clerk had left before dawn.",
        ),
        ("es", "Nadie en el muelle se puso de acuerdo sobre la hora en que llegó el barco, y el escribano se había ido antes del alba."),
        (
            "de",
            "Auf der Mole waren sie sich nicht einig, wann das Boot kam, und der Schreiber war vor Tagesanbruch fort.",
        ),
        (
            "fr",
            "Sur le quai, ils ne sont pas d'accord sur l'heure du bateau, et le greffier est parti avant l'aube.",
        ),
        (
            "pt",
            "No cais não houve acordo sobre a hora em que o barco chegou, e o escrivão foi embora com os outros.",
        ),
        (
            "it",
            "Sul molo non sono d'accordo su quando è arrivata la barca, e il cancelliere era andato via con gli altri.",
        ),
        ("nl", "Op de kade is men het er niet over eens wanneer de boot kwam, en de klerk met het boek is voor zonsopgang naar huis."),
    ],
)
def test_a_text_full_of_its_languages_small_words_needs_no_classifier(language: str, text: str) -> None:
    others = {"en", "es", "de", "fr", "pt", "it", "nl"} - {language}
    assert is_full_of(language, text)
    assert not [other for other in others if is_full_of(other, text)]


def test_the_source_of_a_page_without_end_is_not_searched_for_a_date_thoroughly() -> None:
    line = "<p>The ledger of 4 May 2019 lay open.</p>"
    assert search_page(f"<html><body>{line}<p>{PROSE}</p></body></html>", None, None) is not None
    assert search_page(f"<html><body>{line}<p>{PROSE * 10_000}</p></body></html>", None, None) is None


def test_htmldate_gets_its_own_reader_of_dates_back() -> None:
    theirs = extractors.get_external_parser
    search_page("<html><body><p>Wednesday words, 15 of nothing 2020 and more</p></body></html>", None, None)
    assert extractors.get_external_parser is theirs
