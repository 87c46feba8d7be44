"""Word classes from lexicon.toml, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, str]:
    return tomllib.loads(files("pipeline.claims").joinpath("lexicon.toml").read_text(encoding="utf-8"))


@cache
def words(name: str) -> frozenset[str]:
    """The words of one class, lower case."""
    return frozenset(_table()[name].split())


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The phrases of one class that is separated by ``|``, lower case, longest first."""
    found = {p.strip() for p in _table()[name].replace("\n", " ").split("|")} - {""}
    return tuple(sorted(found, key=lambda p: (-len(p), p)))


@cache
def source_kinds() -> dict[str, str]:
    """Words for a source work ("bestseller") to the kinds of the record format ("book")."""
    table = tomllib.loads(files("pipeline.claims").joinpath("kinds.toml").read_text(encoding="utf-8"))
    return {word: kind for kind, found in table.items() for word in found}


SCREEN_KINDS = frozenset({"series", "film", "documentary"})  # of sources; words for them are words for the work itself as often


@cache
def print_words() -> tuple[str, ...]:
    """Words for a source work that is none for the screen, longest first."""
    return tuple(sorted((word for word, kind in source_kinds().items() if kind not in SCREEN_KINDS), key=len, reverse=True))


@cache
def slot_cues() -> dict[str, str]:
    """Words to the class of cues that they belong to (slots/cues.toml)."""
    table = tomllib.loads(files("pipeline.claims.slots").joinpath("cues.toml").read_text(encoding="utf-8"))
    return {word: kind for kind, found in table.items() for word in found.split()}
