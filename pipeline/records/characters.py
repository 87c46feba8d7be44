"""Characters compared: "General Groves" is Leslie Groves, "Esty" is Esther "Esty" Shapiro, "the prison governor" is nobody by name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from pipeline.records.folding import fold, words
from pipeline.records.likeness import Likeness
from pipeline.records.names import HONORIFICS, SUFFIXES
from pipeline.records.nicknames import may_be_short_for

_PARENTHESIS = re.compile(r"\s*\(([^)]*)\)")
_CUT = re.compile(r"\s*(?:,|;| / | aka | alias | known as | also called ).*$", re.IGNORECASE)
_NICKNAME = re.compile(r"(?<!\w)['‘\"“]([^'’‘\"“”]+)['’\"”](?!\w)")  # "Dorothy 'Dot' Lyon": a quote that closes is no possessive
_POSSESSIVE = re.compile(r"^.*?['’]s?\s+(?=\S)")
_AGES = re.compile(r"\b(older|younger|teenager|adult|child|young|old|teen|boy|girl|early|later)\b", re.IGNORECASE)
_NAME_TOKEN = re.compile(r"^[\"“‘'(]?[A-ZÀ-ÖØ-Þ]")
_DESCRIPTION = re.compile(r"^(?:an?|one of|some|his|her|their|un|una)\s")
_PARTICLES = frozenset(["de", "del", "la", "las", "los", "von", "van", "der", "da", "di", "of", "the", "y", "bin", "al", "el"])
_ROLE_WORDS_TEXT = """
    lawyer attorney prosecutor barrister cop policeman policewoman police reporter journalist teacher narrator host driver neighbour
    neighbor wife husband son daughter boss friend girlfriend boyfriend mum mom dad parents himself herself themselves ghost voice
    home state vice the a an his her their of and first prime minister attorney general
"""
_ROLE_WORDS = HONORIFICS | frozenset(_ROLE_WORDS_TEXT.split())


@dataclass(frozen=True, slots=True)
class Role:
    """A character as compared: the words of its name without titles (none: a description), the titles, whether a stage of life is meant."""

    names: tuple[str, ...]
    titles: frozenset[str]
    aged: bool


@lru_cache(maxsize=50_000)
def read_role(text: str) -> Role:
    """ "Lucy, Belle's friend" -> names ("lucy",); "the prison governor" -> names ()."""
    aged = bool(_AGES.search(text))
    if _DESCRIPTION.match(text):
        return Role((), frozenset(), aged)
    bare = _NICKNAME.sub(r"\1", _CUT.sub("", _PARENTHESIS.sub("", text)))
    tokens = [t for t in bare.split() if t]
    if len(tokens) > 1 and any(re.search(r"['’]s?$", t) for t in tokens[:-1]):  # "Legasov's wife Ulana": the name stands behind
        last = max(i for i, t in enumerate(tokens[:-1]) if re.search(r"['’]s?$", t))
        tokens = tokens[last + 1 :]
    named = [t for t in tokens if _NAME_TOKEN.match(t) or t.isdigit()]
    folded = [w for t in named for w in words(t)]
    names = tuple(w for w in folded if w not in _ROLE_WORDS and w not in SUFFIXES and w not in _PARTICLES)
    return Role(names=names, titles=frozenset(w for w in folded if w in HONORIFICS), aged=aged)


def description_of(character: str) -> str:
    """What follows the name after a comma: "Evan Green, the vice president" -> "the vice president"; "" where nothing does."""
    name, _, rest = character.partition(",")
    return rest.strip() if read_role(name).names else ""


def is_named(character: str) -> bool:
    """Does the text name somebody, rather than describe a role?"""
    return bool(read_role(character).names)


@lru_cache(maxsize=100_000)
def compare_characters(claimed: str, recorded: str) -> Likeness:
    """SAME: equal, or all words of the shorter name occur in the longer. NEAR: spelt or shortened alike. UNCLEAR: one is no name.

    FAR: no word shared, or two people of one family.
    """
    if fold(claimed) == fold(recorded):
        return Likeness.SAME
    a, b = read_role(claimed), read_role(recorded)
    if not a.names or not b.names:
        return Likeness.UNCLEAR
    x, y = set(a.names), set(b.names)
    if x <= y or y <= x:
        return Likeness.SAME
    if x & y:
        return _compare_overlapping(a.names, b.names)
    if any(may_be_short_for(p, q) or _close(p, q) for p in x for q in y):
        return Likeness.NEAR
    return Likeness.FAR


def _compare_overlapping(x: tuple[str, ...], y: tuple[str, ...]) -> Likeness:
    """Some words shared, some not: one family (same last word, first words that can't be the same) is two people."""
    if x[-1] == y[-1] and not any(may_be_short_for(p, q) or _close(p, q) for p in x[:-1] for q in y[:-1]) and not set(x[:-1]) & set(y[:-1]):
        return Likeness.FAR
    return Likeness.NEAR


def _close(a: str, b: str) -> bool:
    n = min(len(a), len(b))
    return n >= 4 and DamerauLevenshtein.distance(a, b) <= (2 if n >= 7 else 1)
