"""Which language an article is in: what the page declares, checked on the text."""

from __future__ import annotations

import re
from typing import Final

from py3langid import langid

from pipeline.extraction.structured import PageHead, first_of
from pipeline.extraction.vocabulary import read_small_words

_CODE: Final = re.compile(r"^\s*([a-z]{2})(?![a-z])", re.IGNORECASE)
_SAMPLE: Final = 600  # characters; more costs time and hardly changes an answer
_ENOUGH: Final = 120
_CLEAR: Final = 20.0  # how far apart two languages' log-likelihoods must be for the text to overrule the page
# Written so alike that a classifier's preference says nothing against the page.
_ALIKE: Final = (frozenset({"no", "nb", "nn", "da"}), frozenset({"hr", "sr", "bs", "sl"}), frozenset({"id", "ms"}), frozenset({"cs", "sk"}))
_SMALL_WORDS: Final = read_small_words()
# In all saved pages the classifier agreed with every declared language that had so large a share of its small words; where it did not
# agree, the declared one had at most 0.06.
_FULL: Final = 0.2
_SPELT: Final = {"english": "en", "spanish": "es", "español": "es", "german": "de", "deutsch": "de", "french": "fr", "portuguese": "pt"}


def find_language(head: PageHead, text: str) -> str | None:
    """ISO 639-1 code: of the text where it clearly is in another language than the page says, else as declared; None when unknown."""
    declared = find_declared(head)
    if len(text) < _ENOUGH:
        return declared
    return settle_language(declared, text)


def settle_language(declared: str | None, text: str) -> str | None:
    """The declared language, or the text's own where none is declared or the two clearly disagree."""
    sample = text[:_SAMPLE].strip()
    if not sample:
        return declared
    if declared is not None and is_full_of(declared, sample):
        return declared
    ranks: list[tuple[str, float]] = langid.rank(sample)
    best, score = ranks[0]
    if declared is None:
        return str(best)
    if best == declared or any({best, declared} <= group for group in _ALIKE):
        return declared
    claimed = dict(ranks).get(declared)
    return declared if claimed is None or score - claimed < _CLEAR else str(best)


def is_full_of(language: str, sample: str) -> bool:
    """Whether so many of the words are this language's small ones that no classifier would say anything else; False also: not known."""
    small = _SMALL_WORDS.get(language)
    if small is None:
        return False
    words = sample.lower().split()
    return sum(word in small for word in words) >= _FULL * len(words)


def find_declared(head: PageHead) -> str | None:
    """The language that the page says it is in, as an ISO 639-1 code; None where it says none that is known."""
    stated = first_of(head.article.get("inLanguage"))
    if isinstance(stated, dict):
        stated = stated.get("alternateName") or stated.get("name")
    for text in (stated, head.html_language, head.meta("og:locale", "content-language", "language", "dc.language")):
        if isinstance(text, str):
            if match := _CODE.match(text):
                return match.group(1).lower()
            if code := _SPELT.get(text.strip().lower()):
                return code
    return None
