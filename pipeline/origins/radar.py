"""The radar: works that articles call true stories, or ask about, and that no record has."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

import re2

from pipeline.records.folding import fold

_FILE: Final = Path(__file__).parent / "radar.toml"
MAX_QUOTE: Final = 300  # characters

_COMMON: Final = frozenset({"true story", "real story"})  # recorded titles that any headline may hold
_SUBTITLE: Final = re.compile(r"\s*(?::|\s[-–—]\s|\().*$")
_ARTICLE: Final = re.compile(r"^(?:the|a|an|el|la|los|las|un|una) ")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A title that an article calls a true story or asks about. ``quote``: verbatim headline or sentence, cut at MAX_QUOTE."""

    title: str
    pattern: str
    in_headline: bool
    quote: str


@dataclass(frozen=True, slots=True)
class Patterns:
    """What radar.toml says, compiled: patterns by name, what every match of them has in it (the hints), and what is no title."""

    headline: dict[str, re.Pattern[str]]
    body: dict[str, re.Pattern[str]]
    headline_hint: re.Pattern[str]
    body_hint: Any
    leading: re.Pattern[str]
    refused: tuple[re.Pattern[str], ...]


@cache
def load_patterns() -> Patterns:
    """The patterns, read once."""
    told = tomllib.loads(_FILE.read_text("utf-8"))
    fragments = told["fragments"]

    def fill(pattern: str) -> str:
        while (wider := re.sub(r"\{([A-Z]+)\}", lambda m: str(fragments[m[1]]), pattern)) != pattern:
            pattern = wider
        return pattern

    def expand(pattern: str) -> re.Pattern[str]:
        return re.compile(fill(pattern))

    refused = dict(told["refuse"])
    leading = expand(refused.pop("leading"))
    return Patterns(
        {name: expand(p) for name, p in told["headline"].items()},
        {name: expand(p) for name, p in told["body"].items()},
        expand(told["hints"]["headline"]),
        re2.compile(fill(told["hints"]["body"])),
        leading,
        tuple(expand(p) for p in refused.values()),
    )


def find_sightings(title: str | None, paragraphs: Iterable[str]) -> Iterator[Sighting]:
    """Every work that the headline or a sentence calls a true story or asks about, recorded or not; the headline's first."""
    patterns = load_patterns()
    for name, pattern in patterns.headline.items() if title and patterns.headline_hint.search(title) else ():
        for match in pattern.finditer(title or ""):
            work = _read_work(match)
            if work:
                yield Sighting(work, name, True, (title or "")[:MAX_QUOTE])
    texts = list(paragraphs)
    if not patterns.body_hint.search("\n".join(texts)):  # most articles say nothing of the kind, which one look tells
        return
    for text in texts:
        for name, pattern in patterns.body.items() if patterns.body_hint.search(text) else ():
            for match in pattern.finditer(text):
                work = _read_work(match)
                if work:
                    yield Sighting(work, name, False, text[match.start() : match.end()].lstrip(".!? ")[:MAX_QUOTE])


def key_work(title: str) -> str:
    """ "The Quiet Exit: A Love Story" -> "quiet exit": what variants of a title are grouped by."""
    bare = fold(_SUBTITLE.sub("", title)) or fold(title)
    return _ARTICLE.sub("", bare) or bare


def list_unknown(title: str | None, paragraphs: Iterable[str], known: frozenset[str]) -> Iterator[dict[str, Any]]:
    """Each sighted work that is not among the known keys, once, as a row: work_key, title, pattern, in_headline, quote."""
    told: set[str] = set()
    if title and _is_about_known(fold(title), known):
        title = None
    for seen in find_sightings(title, paragraphs):
        key = key_work(seen.title)
        if key not in known and key not in told and not _extends_known(key, known):
            told.add(key)
            yield {"work_key": key, "title": seen.title, "pattern": seen.pattern, "in_headline": seen.in_headline, "quote": seen.quote}


def _is_about_known(headline: str, known: frozenset[str]) -> bool:
    """Does a headline name a recorded work: a title of several words, or one word that it begins with?"""
    many = (run for run in _list_runs(headline, _count_words(known)) if " " in run)
    return any(run in known and run not in _COMMON for run in many) or headline.split(" ", 1)[0] in known


def _extends_known(key: str, known: frozenset[str]) -> bool:
    """Does it hold a recorded title as words, beside a brand or "season 2"?"""
    return any(run in known for run in _list_runs(key, _count_words(known)))


def _list_runs(folded: str, longest: int) -> Iterator[str]:
    """Every run of up to so many words. Looked up one by one they cost the same however many titles there are."""
    words = folded.split(" ")
    for start in range(len(words)):
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            yield " ".join(words[start:end])


@lru_cache(maxsize=4)
def _count_words(known: frozenset[str]) -> int:
    """Words of the longest title."""
    return max((title.count(" ") + 1 for title in known), default=0)


def _read_work(match: re.Match[str]) -> str | None:
    told = match.groupdict()
    work = next((found for found in told.values() if found), "").strip(" ,.:;-–—'’‘")
    work = load_patterns().leading.sub("", work)
    if (
        len(work) < 2
        or len(work.split()) > 9
        or any(p.search(work) for p in load_patterns().refused)
        or not re.search(r"[^\W\d_]{2}", work)
    ):
        return None
    return work
