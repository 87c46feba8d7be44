"""The names that pages use for things, from vocabulary.toml beside this file."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any, Final

_WORDS: Final[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("vocabulary.toml").read_text("utf-8"))


def list_words(name: str) -> tuple[str, ...]:
    """One list of the file, in its order."""
    return tuple(_WORDS[name])


def read_small_words() -> dict[str, frozenset[str]]:
    """Language (ISO 639-1) to its small words."""
    return {language: frozenset(words) for language, words in _WORDS["small_words"].items()}


def read_months() -> dict[str, int]:
    """Month names without accents, lower case, to 1..12."""
    return dict(_WORDS["months"])
