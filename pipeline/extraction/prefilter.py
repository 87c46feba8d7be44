"""Whether a page is worth reading at all: a look at its bytes for watched titles and "true story" words, before any parsing.

It errs on the side of reading: a page that it lets through costs a few milliseconds, one that it drops is not looked at again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html.entities import codepoint2name
from typing import Any, Final

import re2

from pipeline.extraction.vocabulary import list_words

_MIN_CHARS: Final = 3
_PLAIN_CHARS: Final = 8  # a title of no more letters than this may be any two words: it counts as a name
_WORD: Final = re.compile(r"[^\W_]+")
_LOWER: Final = bytes(0x20 if b in b"\t\n\r" else b for b in range(256)).lower()  # one look-up a byte: lower case, blanks for line ends
_APOSTROPHES: Final = r"(?:'|\xe2\x80\x99|\x92|&rsquo;|&apos;|&#8217;|&#0?39;|&#x27;|&#x2019;|\\u2019)"
_MEMORY: Final = 64 << 20  # bytes that re2 may use for its automaton; too little and it falls back to a slower one


@dataclass(frozen=True, slots=True)
class Watch:
    """What to look for, compiled. ``titles``: longer titles and "true story" cues, in lower case.

    ``names``: short titles as written; they count only on a page that speaks of the screen (``screen``, lower case).
    """

    titles: Any
    names: Any
    screen: Any


def build_watch(titles: Iterable[str]) -> Watch:
    """A watch for these titles (in text, entities or slugs, in UTF-8 or Windows-1252) and for the cues of vocabulary.toml."""
    long, short = [], []
    for title in dict.fromkeys(titles):
        words = _WORD.findall(title)
        letters = sum(map(len, words))
        if len(words) > 1 and letters > _PLAIN_CHARS:
            long.append(spell_title(title.lower()))
        elif letters >= _MIN_CHARS:
            short.append(rf"\b(?:{spell_title(title)}|{spell_title(title.upper())})\b")
    cues = [spell_title(cue) for cue in list_words("story_cues")]
    screen = "|".join(spell_title(w) for w in list_words("screen_words"))
    return Watch(_compile("|".join([*long, *cues])), _compile("|".join(short)) if short else None, _compile(rf"\b(?:{screen})"))


def may_concern(payload: bytes, watch: Watch) -> bool:
    """False where a page names no watched title and has no "true story" word; True means no more than that it should be read."""
    lower = payload.translate(_LOWER)
    if watch.titles.search(lower):
        return True
    return watch.names is not None and bool(watch.names.search(payload)) and bool(watch.screen.search(lower))


def spell_title(title: str) -> str:
    """A pattern for a title in a page's source: its words, and between them what it has there, a blank or a slug's hyphen."""
    title = title.strip().replace("’", "'")
    parts, end = [], 0
    for word in _WORD.finditer(title):
        gap = title[end : word.start()]
        if end and gap:
            parts.append(_spell_gap(gap))
        parts.append(spell_word(word.group()))
        end = word.end()
    return "".join(parts)


def _spell_gap(gap: str) -> str:
    if gap == "'":
        return f"(?:{_APOSTROPHES}|-)?"
    written = "".join(_APOSTROPHES if c == "'" else "&(?:amp;)?" if c == "&" else spell_word(re.escape(c)) for c in gap)
    return f"(?:{written}| |-)"


def spell_word(word: str) -> str:
    """A pattern for a word as UTF-8, Windows-1252 or entities may spell it in a page's source."""
    return "".join(c if c.isascii() else f"(?:{'|'.join(_spell(c))})" for c in word)


def _spell(char: str) -> Iterator[str]:
    yield "".join(rf"\x{b:02x}" for b in char.encode())
    single = char.encode("cp1252", "ignore")
    if len(single) == 1:
        yield rf"\x{single[0]:02x}"
    if name := codepoint2name.get(ord(char)):
        yield f"&{name};"
    yield f"&#{ord(char)};"
    yield f"&#x{ord(char):x};"
    yield rf"\\u{ord(char):04x}"


def _compile(pattern: str) -> Any:
    options = re2.Options()
    options.encoding = re2.Options.Encoding.LATIN1  # bytes, not characters
    options.max_mem = _MEMORY
    options.log_errors = False
    return re2.compile(pattern.encode("latin-1"), options)
