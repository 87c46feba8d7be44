from __future__ import annotations

import pytest

from pipeline.models import Link, Paragraph
from pipeline.substance import find_correction_notice, find_credits, hash_content, is_stub
from tests.warehouse.stage import make_article, make_words

URL = "https://alpha.example/a"


@pytest.mark.parametrize(
    "text",
    [
        "Correction: the director is Ann Director, not Bob Director.",
        "CORRECTION, Nov. 17 — A name was misspelt.",
        "Editor’s note: the premiere date has been put right.",
        "An earlier version of this article named the wrong author.",
        "This story has been corrected to name the memoir it is based on.",
        "This article was amended on 17 November 2026.",
        "We regret the error.",
        "Corrección: la serie se estrenó en octubre.",
        "Fe de errores: el libro es de Ana Autora.",
        "Una versión anterior de este artículo citaba mal el libro.",
        "Este artículo ha sido corregido.",
    ],
)
def test_a_text_that_announces_a_correction_of_itself(text: str) -> None:
    assert find_correction_notice(make_article(URL, make_words(1), text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "The correction of the record took ten years.",
        "She works as a corrections officer in the second episode.",
        "A version of this tale was told before the war.",
        "The paper printed a correction: nobody read it.",
        "The series was edited by Ann Editor.",
    ],
)
def test_a_text_that_speaks_of_corrections_announces_none(text: str) -> None:
    assert find_correction_notice(make_article(URL, make_words(1), text)) is None


def test_a_credit_needs_the_phrase_and_a_link_to_another_host() -> None:
    links = (Link("https://beta.example/b", "Beta"), Link("https://alpha.example/other", "more"), Link("https://gamma.example/c", "Gamma"))
    article = make_article(URL, make_words(1), "Originally published on Beta.", "Gamma has a review. More on this: more.", links=links)
    assert find_credits(article) == ("https://beta.example/b",)


def test_captions_clocks_and_spacing_do_not_change_the_hash_but_words_do() -> None:
    plain = make_article(URL, make_words(1))
    words = [Paragraph(p.text.replace(" ", "  ").upper()) for p in plain.paragraphs]
    dressed = make_article(URL, [])
    dressed = type(plain)(url=URL, title=plain.title, paragraphs=(*words, Paragraph("A still", "caption"), Paragraph("5 min read")))
    assert hash_content(dressed) == hash_content(plain)
    assert hash_content(make_article(URL, make_words(1), "not")) != hash_content(plain)
    assert hash_content(make_article(URL, make_words(1), title="Other")) != hash_content(plain)


def test_walls_error_pages_and_scraps_are_stubs_and_articles_about_them_are_not() -> None:
    assert is_stub(make_article(URL, make_words(1, 40), "Subscribe to continue reading."))
    assert is_stub(make_article(URL, make_words(1, 40), title="Page not found"))
    assert is_stub(make_article(URL, make_words(1, 10)))
    assert not is_stub(make_article(URL, make_words(1, 200), "The hero reads: page not found."))
    assert not is_stub(make_article(URL, make_words(1, 40)))
