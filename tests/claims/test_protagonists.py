"""Characters on record with what they are told to be, and who is said to be the main one."""

from __future__ import annotations

import pytest

from tests.claims.helpers import article, reader


def _read(text: str, language: str = "en") -> set[str]:
    claims = reader().read(article(text, language=language), about="nobody-counts-the-rain").claims
    return {str(c.object["value"]) for c in claims if c.relation == "protagonist"}


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("The lead is {c}, a Dutch diplomat who keeps a diary.", "en", "{c}, a Dutch diplomat"),
        ("The lead is {c}, a Jewish cousin.", "en", "{c}, a Jewish cousin"),  # a faith or a country
        ("A retired baker named {c} opens the door.", "en", "{c}, A retired baker"),
        ("Here {c} is a 35-year-old teacher.", "en", "{c}, a 35-year-old teacher"),
        ("Conocemos a {c}, una enfermera que no duerme.", "es", "{c}, una enfermera"),
        ("The main character is {c}, and rightly so.", "en", "{c}"),
        ("La protagonista de la serie es {c}.", "es", "{c}"),
        ("{c} is the heroine of the piece.", "en", "{c}"),
        ("A man follows them: {c} of the Belgian embassy.", "en", "{c}, of the Belgian embassy"),
        ("The man on their trail is a young Belgian diplomat in Porto, {c}.", "en", "{c}, a young Belgian diplomat in Porto"),
        ("The lead is {c}: a dentist from Minnesota who sings.", "en", "{c}, a dentist from Minnesota"),
        ("Here comes the Belgian diplomat {c}, late again.", "en", "{c}, Belgian diplomat"),
        ("It follows {c}, a truck driver from Plainfield, Ohio.", "en", "{c}, a truck driver from Plainfield, Ohio"),
        ("Conocemos a {c}, un joven diplomático sueco destinado en Lima.", "es", "{c}, un joven diplomático sueco"),
        ("Es {c}, una mujer de origen venezolano que huye.", "es", "{c}, una mujer de origen venezolano"),
        ("The plot: two sisters from Hull look for their father.", "en", "two sisters from Hull look for their father"),
        ("It opens in Oslo and follows his five children, two of whom fight.", "en", "his five children"),
        ("The series retells the life of Ruth Okafor, a Belgian student.", "en", "Ruth Okafor, a Belgian student"),
        ("Unit: the 303rd Bomb Group", "en", "the 303rd Bomb Group"),
        ("The group: the 91st, nicknamed the Moles.", "en", "the 91st group"),
    ],
)
def test_characters_described(text: str, language: str, wanted: str) -> None:
    name = _character()
    assert wanted.format(c=name) in _read(text.format(c=name), language)


@pytest.mark.parametrize(
    "text",
    [
        "The lead is {c}, a real Dutch diplomat.",  # whether somebody lived is another matter
        "The lead is {c}, a woman of few words.",
        "The lead is {c}, a northern cousin.",
        "The lead is {c}, a policeman's son from Porto.",
        "The lead is {a}, a trained dancer and a former teacher.",  # who plays
        "{c} is the Irish actress {a}, and she is good.",  # who plays, once more
        "Opposite the teacher {c} there is nobody.",  # a mere title
        "Nothing that follows is as good.",
        "In that hour there is {c}, a psychologist and a cup of cocoa.",
    ],
)
def test_no_description_of_a_character(text: str) -> None:
    assert not [v for v in _read(text.format(c=_character(), a=_actor())) if "," in v]


def _character() -> str:
    return next(str(f.character) for f in _cast() if f.character and " " in f.character)


def _actor() -> str:
    return next(str(f.value) for f in _cast())


def _cast() -> tuple:  # type: ignore[type-arg]
    return reader().book.shows["nobody-counts-the-rain"].facts_of("cast_member")
