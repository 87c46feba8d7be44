"""Cases that are made up, not a comma changed: each beside words that say less."""

from __future__ import annotations

import pytest

from tests.claims.test_truth_wordings import ALL_TRUE, FICTION, read


@pytest.mark.parametrize(
    ("text", "language", "pattern", "stated"),
    [
        ("The case itself is fictional.", "en", "deed_invented", FICTION),
        ("The kidnapping behind it was entirely made up.", "en", "deed_invented", FICTION),
        ("It follows that the events are fictional as well.", "en", "deed_invented", FICTION),
        ("The events of the series never took place.", "en", "never_occurred", FICTION),
        ("It is not based on a true story. Nothing of the kind ever happened to him.", "en", "never_occurred", FICTION),
        ("No such killing is known to the Texas police.", "en", "never_occurred", FICTION),
        ("El secuestro jamás se produjo.", "es", "es_never_occurred", FICTION),
        ("Nunca hubo un caso así en el país.", "es", "es_never_occurred", FICTION),
        ("Ningún caso así se ha dado en Galicia.", "es", "es_never_occurred", FICTION),
        ("El caso es totalmente inventado.", "es", "es_deed_invented", FICTION),
        ("The case is a figment of the imagination.", "en", "deed_invented", FICTION),
        ("The events never happened in real life.", "en", "never_occurred", FICTION),
        ("Todo lo que cuenta la serie es mentira.", "es", "es_all_fiction", FICTION),
        ("Conviene saberlo: todo es ficción.", "es", "es_all_fiction", FICTION),
        ("La historia es pura invención.", "es", "es_all_fiction", FICTION),
        ("Not one scene was invented.", "en", "not_one_changed", ALL_TRUE),
        ("Not a clue has been altered.", "en", "not_one_changed", ALL_TRUE),
        ("There isn't a made-up minute in it.", "en", "no_made_up_piece", ALL_TRUE),
        ("They tell it without changing a name.", "en", "without_changing", ALL_TRUE),
        ("La autora lo cuenta sin cambiar un nombre.", "es", "without_changing", ALL_TRUE),
        ("Every twist follows the police file.", "en", "by_the_file", ALL_TRUE),
        ("The show lifts its dialogue word for word from the tapes.", "en", "by_the_file", ALL_TRUE),
        ("Es verídica de cabo a rabo.", "es", "es_whole", ALL_TRUE),
        ("Cada diálogo está calcado de las actas.", "es", "es_whole", ALL_TRUE),
    ],
)
def test_what_is_said_of_the_truth(text: str, language: str, pattern: str, stated: tuple[str, str | None]) -> None:
    assert read(text, language, pattern) == [(*stated, "affirmed")]


@pytest.mark.parametrize(
    ("text", "language", "pattern"),
    [
        ("The case is not invented.", "en", "deed_invented"),
        ("Nobody thinks that the case is invented.", "en", "deed_invented"),
        ("The murder scene is invented.", "en", "deed_invented"),
        ("The second abduction is invented.", "en", "deed_invented"),
        ("El ayudante del juez es pura invención.", "es", "es_all_fiction"),
        ("Todo es verdad, excepto lo que es completamente inventado.", "es", "es_invented"),
        ("Parts of the case are invented.", "en", "deed_invented"),
        ("The case is invented in part.", "en", "deed_invented"),
        ("It is not true that the events never took place.", "en", "never_occurred"),
        ("No creo que el caso sea inventado.", "es", "es_deed_invented"),
        ("No todo es ficción.", "es", "es_all_fiction"),
        ("The ferry disaster is made up.", "en", "deed_invented"),
        ("The crimes are made up of small lies.", "en", "deed_invented"),
        ("The murder is invented by the harbour master.", "en", "deed_invented"),
        ("The events never happened in quite that order.", "en", "never_occurred"),
        ("The events never happened, at least not in that order.", "en", "never_occurred"),
        ("The ferry disaster never happened.", "en", "never_occurred"),
        ("The captain slaps the mayor in one scene. Nothing of the sort happened.", "en", "never_occurred"),
        ("It is based on a true story. In one scene the captain slaps the mayor; nothing of the sort happened.", "en", "never_occurred"),
        ("Los hechos nunca ocurrieron en ese orden.", "es", "es_never_occurred"),
        ("El crimen es inventado por el alcalde.", "es", "es_deed_invented"),
        ("La capitana descubre que todo es mentira.", "es", "es_all_fiction"),
        ("La capitana sospecha que todo es ficción.", "es", "es_all_fiction"),
        ("Todo es mentira.", "es", "es_all_fiction"),
        ("Almost not a word was changed, except the names.", "en", "not_one_changed"),
        ("Not a scene was wasted.", "en", "not_one_changed"),
        ("There is a made-up minute in it.", "en", "no_made_up_piece"),
        ("They tell it without changing a lightbulb.", "en", "without_changing"),
        ("Every twist follows the last.", "en", "by_the_file"),
        ("Es aburrida de principio a fin.", "es", "es_whole"),
        ("Nada de ello sucedió tal cual.", "es", "es_whole"),
    ],
)
def test_what_says_less(text: str, language: str, pattern: str) -> None:
    assert not read(text, language, pattern)
