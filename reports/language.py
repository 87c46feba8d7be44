"""The language that words are printed in: catalogues of messages by GNU gettext's rules, read by Babel from ``locale/<language>.po``.

English is what the code says and needs no catalogue. The web issue is English; letters are written in the reader's language.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO

from babel import Locale
from babel.dates import format_date
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

ENGLISH = "en"
LANGUAGES = (ENGLISH, "es")

_speaking: ContextVar[str] = ContextVar("reelcheck_language", default=ENGLISH)


@contextmanager
def speak(language: str) -> Iterator[None]:
    """Words inside are in that language, one of LANGUAGES."""
    token = _speaking.set(language)
    try:
        yield
    finally:
        _speaking.reset(token)


def name_language() -> str:
    """Code of the language spoken now."""
    return _speaking.get()


@cache
def read_catalogue(language: str) -> NullTranslations:
    """The language's messages; none for English."""
    if language == ENGLISH:
        return NullTranslations()
    packed = BytesIO()
    with files("reports").joinpath("locale", f"{language}.po").open("rb") as file:
        write_mo(packed, read_po(file, locale=language))
    packed.seek(0)
    return GNUTranslations(packed)


def tr(message: str) -> str:
    """The message in the language spoken now; as it is where the catalogue lacks it."""
    return read_catalogue(_speaking.get()).gettext(message)


def ntr(singular: str, plural: str, number: int) -> str:
    """The message for so many."""
    return read_catalogue(_speaking.get()).ngettext(singular, plural, number)


def mark(message: str) -> str:
    """Marks a message of a table for the catalogue; ``tr`` says it later."""
    return message


def say_name(value: str) -> str:
    """A country or language that records name in English, in the language spoken now; anything else as it is."""
    return _names(_speaking.get()).get(value, value)


@cache
def _names(language: str) -> dict[str, str]:
    if language == ENGLISH:
        return {}
    english, other = Locale(ENGLISH), Locale(language)
    return {
        name: theirs[code]
        for ours, theirs in ((english.languages, other.languages), (english.territories, other.territories))
        for code, name in ours.items()
        if code in theirs
    }


def say_number(number: int) -> str:
    """With the language's signs between thousands."""
    return f"{number:,}" if _speaking.get() == ENGLISH else str(format_decimal(number, locale=_speaking.get()))


def format_day(day: date, pattern: str) -> str:
    """A day by a pattern of CLDR in the language spoken now."""
    return str(format_date(day, pattern, locale=_speaking.get()))


def join_words(parts: Sequence[str], last: str) -> str:
    """ "a, b and c"; ``last`` in English. Spanish says "e" before an i."""
    if len(parts) < 2:
        return parts[0] if parts else ""
    word = tr(last)
    if (
        word == "y"
        and parts[-1].lower().lstrip("“«").startswith(("i", "í", "hi"))
        and not parts[-1].lower().startswith(("hie", "ia", "io"))
    ):
        word = "e"
    return f"{', '.join(parts[:-1])} {word} {parts[-1]}"
