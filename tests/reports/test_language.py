"""Letters in Spanish: every message is in the catalogue, with the same places to fill, and nothing else differs from the English issue."""

from __future__ import annotations

import re
from gettext import NullTranslations
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from pipeline.settings import World
from reports import language
from reports.context import IssueContext
from reports.digest import build_digest, read_translations
from reports.letter import render_letter
from reports.mail import build_message
from reports.readers import Reader, choose_for
from tests.reports.stage import MONDAY

PLACES = re.compile(r"%(?:\(\w+\))?\.?\d*[sdf]|%%|\{\w+!?\}")


def test_translations_fill_the_same_places() -> None:
    with files("reports").joinpath("locale", "es.po").open("rb") as file:
        catalogue = read_po(file, locale="es")
    messages = [message for message in catalogue if message.id]
    assert len(messages) > 200
    for message in messages:
        pairs = zip(message.id, message.string, strict=True) if isinstance(message.id, tuple) else [(message.id, message.string)]
        for ours, theirs in pairs:
            assert theirs
            assert sorted(PLACES.findall(ours)) == sorted(PLACES.findall(theirs)), ours
            assert (ours.startswith(" "), ours.endswith(" ")) == (theirs.startswith(" "), theirs.endswith(" ")), ours


def test_no_message_of_the_letter_is_missing(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    missed: set[str] = set()

    class Recorder(NullTranslations):
        def gettext(self, message: str) -> str:
            missed.add(message)
            return message

        def ngettext(self, singular: str, plural: str, n: int) -> str:
            missed.add(singular)
            return singular if n == 1 else plural

    language.read_catalogue.cache_clear()
    language.read_catalogue("es").add_fallback(Recorder())
    try:
        build_digest(world, MONDAY)
    finally:
        language.read_catalogue.cache_clear()
    assert missed == set()


def test_a_reader_of_spanish_gets_spanish_words_and_the_articles_own_quotes(world: World) -> None:
    made = build_digest(world, MONDAY)
    spanish = read_translations(made.folder)["es"]
    assert [item.anchor for item in spanish.items] == [item.anchor for item in made.context.items]
    assert spanish.items[0].carriers[0].quote == made.context.items[0].carriers[0].quote
    message = build_message(spanish, Reader(address="a@b.example", mail="es"))
    assert message["Subject"].startswith("Reelcheck, semana 47: ")
    assert message["Content-Language"] == "es"
    text = message.get_body(("plain",)).get_content()  # type: ignore[union-attr]
    assert "se basa en el artículo" in " ".join(text.split()) or "se basa en un artículo" in " ".join(text.split())
    for english in ("Being said", "On record", "contradicts", "HEALTH", " pages", "still up"):
        assert english not in text
    assert '<html lang="es"' in message.get_body(("html",)).get_content()  # type: ignore[union-attr]
    chosen = choose_for(spanish, Reader(address="a@b.example", mail="es", shows=("glass-orchard",)))
    assert chosen.title.endswith("según su elección")
    assert chosen.opening[-1].plain == f"{chosen.title}."


def test_a_reader_of_a_language_that_nobody_wrote_in_is_told_so_and_not_of_others_items(issue: IssueContext) -> None:
    chosen = choose_for(issue, Reader(address="a@b.example", languages=("fi",)))
    assert chosen.items == ()
    assert [line.plain for line in chosen.opening] == [issue.opening[0].plain, f"0 of {len(issue.items)} items, as you chose."]
    letter = render_letter(chosen, {})
    for text in (letter.text, letter.html):
        assert f"0 of {len(issue.items)} items, as you chose." in text
        assert "Most carried" not in text
    assert "Most carried" in render_letter(issue, {}).text


def test_the_english_issue_is_what_it_was_and_both_are_rendered_again_alike(world: World) -> None:
    made = build_digest(world, MONDAY)
    before = {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file()}
    assert Path(made.folder / "mail.es.html") in before
    build_digest(world, MONDAY)
    assert {path: path.read_bytes() for path in made.folder.rglob("*") if path.is_file()} == before
    assert "Se dice" not in made.mail.read_text()
