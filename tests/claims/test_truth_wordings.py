"""The deed behind a story, each scene of it as it happened, and a story that somebody made up: each beside words that say none of it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from pipeline.claims.reader import Reader
from pipeline.claims.slots.coding import Coded
from pipeline.claims.slots.model import DENIED, NOT_OWN, Marks
from tests.builders import SilentModel
from tests.claims.helpers import article, reader

OPENING = "The series Nobody Counts the Rain is on Netflix, and viewers of the drama have questions."
TRUE, INSPIRED, FICTION = ("true story", None), ("inspired by real events", None), ("fiction", None)
ALL_TRUE = ("true story", "entirely")


def read(text: str, language: str, pattern: str) -> list[tuple[object, object, str]]:
    claims = reader().read(article(OPENING, text, language=language)).claims
    return [(c.object["value"], c.object.get("degree"), c.polarity) for c in claims if c.pattern == f"story_basis.{pattern}"]


@pytest.mark.parametrize(
    ("text", "language", "pattern", "stated", "polarity"),
    [
        ("Here is the grim true case that started it.", "en", "deed_behind", TRUE, "affirmed"),
        ("The real harbour murder that inspired the series was never solved.", "en", "deed_behind", INSPIRED, "affirmed"),
        ("El asesinato real que inspiró la serie sigue sin resolver.", "es", "es_deed_behind", INSPIRED, "affirmed"),
        ("The series is a dramatization of the real blackout of 2019.", "en", "of_real_deed", TRUE, "affirmed"),
        ("The drama is inspired by the real 2006 death of a pilot.", "en", "of_real_deed", INSPIRED, "affirmed"),
        ("The series re-enacts the 2011 murder of a camper.", "en", "of_dated_deed", TRUE, "affirmed"),
        ("The attack at the start of the series really took place.", "en", "took_place", TRUE, "affirmed"),
        ("Lo que narra la serie ocurrió de verdad.", "es", "es_took_place", TRUE, "affirmed"),
        ("Every breathless second happened.", "en", "each_piece", ALL_TRUE, "affirmed"),
        ("Each tense scene of it is precisely what took place.", "en", "each_piece", ALL_TRUE, "affirmed"),
        ("The series shows all of this exactly as it occurred.", "en", "as_it_happened", ALL_TRUE, "affirmed"),
        ("Everything down to the buttons is documented.", "en", "as_it_happened", ALL_TRUE, "affirmed"),
        ("There isn't one invented character in it.", "en", "nobody_invented", ALL_TRUE, "affirmed"),
        ("Cada escena sucedió.", "es", "es_each_piece", ALL_TRUE, "affirmed"),
        ("Todo lo que vemos es fiel a los hechos.", "es", "es_each_piece", ALL_TRUE, "affirmed"),
        ("Nobody Counts the Rain is a thrilling invention that has no roots in life.", "en", "an_invention", FICTION, "affirmed"),
        ("The writers made everything up.", "en", "made_it_up", FICTION, "affirmed"),
        ("Nothing in it ever happened.", "en", "nothing_in_it", TRUE, "negated"),
        ("The plot does not go back to any real crime.", "en", "no_such_deed", TRUE, "negated"),
        ("No hay nada real en ella.", "es", "es_nothing_real", TRUE, "negated"),
        ("Los guionistas se sacaron de la manga toda la trama.", "es", "es_made_it_up", FICTION, "affirmed"),
        ("Es una historia ficticia de cabo a rabo.", "es", "es_a_fiction", FICTION, "affirmed"),
    ],
)
def test_what_is_said_of_the_truth(text: str, language: str, pattern: str, stated: tuple[str, str | None], polarity: str) -> None:
    assert read(text, language, pattern) == [(*stated, polarity)]


@pytest.mark.parametrize(
    ("text", "language", "pattern"),
    [
        ("Is there a real case behind the series? The real case behind the series, if any?", "en", "deed_behind"),
        ("The real reason behind the series is money.", "en", "deed_behind"),
        ("The drama is inspired by the real Ann Roe.", "en", "of_real_deed"),
        ("The series recounts the 1893 murder of its own heroine.", "en", "of_dated_deed"),
        ("The party at the start of the series really went on for hours.", "en", "took_place"),
        ("Not every scene happened.", "en", "each_piece"),
        ("Almost every line happened.", "en", "each_piece"),
        ("Every scene happened, more or less.", "en", "each_piece"),
        ("Every scene was shot at night.", "en", "each_piece"),
        ("Everything down to the buttons is for sale.", "en", "as_it_happened"),
        ("There are two invented characters in it.", "en", "nobody_invented"),
        ("Casi cada escena sucedió.", "es", "es_each_piece"),
        ("Todo pasó muy deprisa en el rodaje.", "es", "es_each_piece"),
        ("The detectives decide that she made it up.", "en", "made_it_up"),
        ("The series is about an invention that changed the docks.", "en", "an_invention"),
        ("Which isn't to say that nothing in it happened.", "en", "nothing_in_it"),
    ],
)
def test_what_says_nothing_of_it(text: str, language: str, pattern: str) -> None:
    assert read(text, language, pattern) == []


def test_plain_words_need_no_second_reader() -> None:
    told = article(OPENING, "Nothing in it ever happened.")
    (claim,) = (c for c in Reader(reader().book, SilentModel()).read(told).claims if c.pattern == "story_basis.nothing_in_it")
    assert claim.likelihood is None
    (claim,) = (c for c in Reader(reader().book, _Doubter()).read(told).claims if c.pattern == "story_basis.nothing_in_it")
    assert claim.likelihood == 0.0, "somebody else's word, says the model"


class _Doubter(SilentModel):
    """Takes every sentence for somebody else's word."""

    def read(self, sentences: Sequence[Coded]) -> list[Marks]:
        return [Marks(basis={NOT_OWN: 0.9, DENIED: 0.0}) for _ in sentences]
