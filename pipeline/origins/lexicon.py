"""Number words, months, decades and kinds of source in English and Spanish, as values."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

_FILE: Final = Path(__file__).parent / "words.toml"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Folded word -> value; ``kinds`` has phrases of up to three words."""

    numbers: dict[str, str]
    ordinals: dict[str, str]
    decades: dict[str, str]
    months: dict[str, str]
    kinds: dict[str, str]
    openers: frozenset[str]
    honorifics: frozenset[str]
    joiners: frozenset[str]
    generic: frozenset[str]


@cache
def load_lexicon() -> Lexicon:
    """The words of words.toml, read once."""
    told = tomllib.loads(_FILE.read_text("utf-8"))

    def turn(name: str) -> dict[str, str]:
        return {word: value for value, words in told[name].items() for word in words}

    names = {name: frozenset(words) for name, words in told["openers"].items()}
    return Lexicon(
        numbers=turn("numbers"), ordinals=turn("ordinals"), decades=turn("decades"), months=turn("months"), kinds=turn("kinds"),
        openers=names["words"], honorifics=names["honorifics"], joiners=names["joiners"], generic=names["generic"],
    )  # fmt: skip
