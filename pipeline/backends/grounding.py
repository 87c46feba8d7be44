"""Does the quote itself bear out what a model read in it? Types are validated and every stated value must stand in the quote.

A verbatim quote alone is not enough: a model that was talked into it could hang a true value on any words. Where this cannot tell, the
claim is dropped; the patterns' reading is there without it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date

from text_to_num import alpha2digit

from pipeline.models import ObjectValue
from pipeline.records.folding import fold, words
from pipeline.records.names import is_full_name

Object = Mapping[str, ObjectValue]
MAX_VALUE = 120  # characters
MAX_EPISODES = 2_000
TEXT_KEYS = frozenset({"value", "author", "kind", "character", "real_person", "degree", "region"})
_PEOPLE = frozenset({"creator", "writer", "director", "producer", "cast_member"})
_COUNTS = frozenset({"episode_count", "season_count"})
BASES = frozenset({"true story", "inspired by real events", "fiction", "documentary"})
KINDS = frozenset({
    "memoir", "novel", "nonfiction book", "article", "podcast", "play", "film", "series", "documentary", "comic", "game", "short story",
    "poem", "book",
})  # fmt: skip
_ALLOWED: Mapping[str, frozenset[str]] = {
    "based_on": frozenset({"value", "author", "kind", "year"}),
    "cast_member": frozenset({"value", "character", "real_person"}),
    "story_basis": frozenset({"value", "degree"}),
    "premiere_date": frozenset({"value", "season", "region"}),
    "episode_count": frozenset({"value", "season"}),
}
_VALUE_AND_SEASON = frozenset({"value", "season"})
_BASIS_WORDS: Mapping[str, re.Pattern[str]] = {
    "true story": re.compile(r"\b(?:true|real|really|fact|facts|factual|veridic[ao]|reales|hechos)\b"),
    "inspired by real events": re.compile(r"\b(?:inspir\w+|loosely|real|true|reales)\b"),
    "fiction": re.compile(r"\b(?:ficti\w+|ficcion|made up|invented|imagin\w+|inventad[ao]s?)\b"),
    "documentary": re.compile(r"\b(?:documentar\w+|docuseries|documental\w*)\b"),
}
_NEGATION = re.compile(
    r"\b(?:not|never|no|neither|nor|nobody|none|nothing|cannot|without|hardly|rather than|instead of|deny|denies|denied|"
    r"nunca|jamas|ni|tampoco|ningun|ninguna|sin|\w+n ?t)\b"
)
_MONTHS_ES = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"]
_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def is_grounded(relation: str, obj: Object, quote: str, published: date | None) -> bool:
    """Is the object one that the relation takes, and does each of its values stand in the quote?"""
    if not obj or not obj.keys() <= _ALLOWED.get(relation, _VALUE_AND_SEASON):
        return False
    if relation != "based_on" and "value" not in obj:
        return False
    if any(isinstance(v, str) and not 0 < len(v) <= MAX_VALUE for v in obj.values()):
        return False
    return all(_ground(relation, key, value, quote, published) for key, value in obj.items())


def agrees_in_polarity(polarity: str, sentence: str, titles: tuple[str, ...]) -> bool:
    """A denial needs a word that denies in its sentence, an affirmation none; titles ("No One Saw Us Leave") deny nothing."""
    text = fold(sentence)
    for title in sorted({fold(t) for t in titles if t}, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(title)}\b", "it", text)
    return bool(_NEGATION.search(text)) == (polarity == "negated")


def _ground(relation: str, key: str, value: ObjectValue, quote: str, published: date | None) -> bool:
    special: dict[tuple[str, str], Callable[[], bool]] = {
        ("story_basis", "value"): lambda: value in BASES and bool(_BASIS_WORDS[str(value)].search(fold(quote))),
        ("story_basis", "degree"): lambda: value == "entirely" and _has(r"entirely|wholly|completely|all|every|todo", quote),
        ("based_on", "kind"): lambda: value in KINDS and fold(str(value)).split()[-1] in fold(quote),
        ("premiere_date", "value"): lambda: isinstance(value, str) and _states_date(value, quote, published),
    }
    if (relation, key) in special:
        return special[relation, key]()
    if relation in _COUNTS and key == "value":
        return isinstance(value, int) and 0 < value <= MAX_EPISODES and _states_number(value, quote)
    if key in {"season", "year"}:
        return isinstance(value, int) and value > 0 and _states_number(value, quote)
    if not isinstance(value, str):
        return False
    if relation in _PEOPLE and key == "value" and not is_full_name(value):
        return False
    return _states_text(value, quote)


def _has(pattern: str, quote: str) -> bool:
    return bool(re.search(rf"\b(?:{pattern})\b", fold(quote)))


def _states_text(value: str, quote: str) -> bool:
    """The whole value, word by word, in one piece."""
    return bool(words(value)) and f" {fold(value)} " in f" {fold(quote)} "


def _states_number(number: int, quote: str) -> bool:
    """In digits or in words, also as an ordinal."""
    texts = (quote, *(alpha2digit(quote.lower(), lang, threshold=0) for lang in ("en", "es")))
    return any(re.search(rf"(?<![\d.,-]){number}(?:st|nd|rd|th|º|ª|o|a)?(?![\w])", text) for text in texts)


def _states_date(value: str, quote: str, published: date | None) -> bool:
    """Each part of an ISO date stands there; a year that does not is the article's own, one before or one after."""
    match = _ISO.fullmatch(value)
    if match is None:
        return False
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or (month is not None and not 1 <= month <= 12):
        return False
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return False
    has_year = _states_number(year, quote)
    if not has_year and (month is None or published is None or abs(published.year - year) > 1):
        return False
    if month is not None and not _has("|".join(_month_names(month)), quote):
        return False
    return day is None or _states_number(day, quote)


def _month_names(month: int) -> tuple[str, ...]:
    """English in full and short, and Spanish; folded."""
    return calendar.month_name[month].lower(), calendar.month_abbr[month].lower(), _MONTHS_ES[month - 1]
