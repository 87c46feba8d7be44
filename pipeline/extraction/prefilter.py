"""Whether a page is worth reading at all: a look at its bytes for watched titles and "true story" words, before any parsing.

It errs on the side of reading: a page that it lets through costs a few milliseconds, one that it drops is not looked at again.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html.entities import codepoint2name
from typing import Any, Final

import re2

from pipeline.extraction.title_automaton import TitleAutomaton, build_automaton, spell_out
from pipeline.extraction.vocabulary import list_words

_MIN_CHARS: Final = 3
_PLAIN_CHARS: Final = 8  # a title of no more letters than this may be any two words: it counts as a name
_WORD: Final = re.compile(r"[^\W_]+")
_LOWER: Final = bytes(0x20 if b in b"\t\n\r" else b for b in range(256)).lower()  # one look-up a byte: lower case, blanks for line ends
_APOSTROPHES: Final = r"(?:'|\xe2\x80\x99|\x92|&rsquo;|&apos;|&#8217;|&#0?39;|&#x27;|&#x2019;|\\u2019)"
_MANY: Final = 1_000  # titles from which an automaton is quicker than a union of patterns, which grows with them
_SPELLINGS: Final = 64  # of one title; one that has more stays a pattern
_MARKS: Final = ("'", "\u2019", "\x92", "&rsquo;", "&apos;", "&#8217;", "&#39;", "&#039;", "&#x27;", "&#x2019;", "\\u2019", "-", "")
_MEMORY: Final = 64 << 20  # bytes that re2 may use for its automaton; too little and it falls back to a slower one


@dataclass(frozen=True, slots=True)
class Watch:
    """What to look for, compiled. ``titles``: longer titles and "true story" cues, in lower case.

    ``names``: short titles as written; they count only on a page that speaks of the screen (``screen``, lower case).
    """

    titles: Any
    names: Any
    screen: Any
    either: Any = None  # titles in any case or names: finds whatever one of the two does in one pass, and most pages have neither
    many_titles: TitleAutomaton | None = None  # where there are very many, these have taken most of them over
    many_names: TitleAutomaton | None = None


def build_watch(titles: Iterable[str]) -> Watch:
    """A watch for these titles (in text, entities or slugs, in UTF-8 or Windows-1252) and for the cues of vocabulary.toml."""
    long, short = [], []
    for title in dict.fromkeys(titles):
        words = _WORD.findall(title)
        letters = sum(map(len, words))
        if len(words) > 1 and letters > _PLAIN_CHARS:
            long.append(title.lower())
        elif letters >= _MIN_CHARS:
            short.append(title)
    many_titles, long = _take_over(long)
    many_names, short = _take_over([form for title in short for form in (title, title.upper())], bounded=True)
    long, short = [spell_title(title) for title in long], [rf"\b{spell_title(title)}\b" for title in short]
    cues = [spell_title(cue) for cue in list_words("story_cues")]
    screen = "|".join(spell_title(w) for w in list_words("screen_words"))
    names = _compile("|".join(short)) if short else None
    either = None if many_titles or many_names else _compile("|".join([f"(?i:{_widen('|'.join([*long, *cues]))})", *short]))
    return Watch(_compile("|".join([*long, *cues])), names, _compile(rf"\b(?:{screen})"), either, many_titles, many_names)


def _widen(pattern: str) -> str:
    """A pattern for lower-case bytes with blanks as one for bytes as they come: a blank, escaped or not, is any white space."""
    return re.sub(r"\\(.)|( )", lambda m: m[0] if m[1] not in (" ", None) else r"[ \t\n\r]", pattern)


def _take_over(titles: list[str], *, bounded: bool = False) -> tuple[TitleAutomaton | None, list[str]]:
    """An automaton for very many titles, and the titles that it does not take: all of a few, some that can be spelled in too many ways."""
    if len(titles) < _MANY:
        return None, titles
    spelled = {title: _spell_out(title) for title in titles}
    literals = (one for found in spelled.values() for one in found or ())
    return build_automaton(literals, bounded=bounded), [title for title, found in spelled.items() if found is None]


def _spell_out(title: str) -> list[bytes] | None:
    title = title.strip().replace("’", "'")
    words = list(_WORD.finditer(title))
    gaps = [title[a.end() : b.start()] for a, b in itertools.pairwise(words)]
    return spell_out([_spell_manners(w.group()) for w in words], [_spell_gap_out(g) for g in gaps], _SPELLINGS)


def _spell_manners(word: str) -> list[bytes]:
    """The word in each manner of spelling accents (UTF-8, Windows-1252, named, decimal, hexadecimal, JSON); once if it has none."""
    if word.isascii():
        return [word.encode()]
    return [b"".join(c.encode() if c.isascii() else spell(c) for c in word) for spell in _MANNERS]


def _spell_gap_out(gap: str) -> list[bytes]:
    if gap == "'":
        return [mark.encode("latin-1") if mark == "\x92" else mark.encode() for mark in _MARKS]
    return list(dict.fromkeys((gap.encode(), gap.replace("&", "&amp;").encode(), b" ")))


_MANNERS: Final[tuple[Callable[[str], bytes], ...]] = (
    lambda c: c.encode(),
    lambda c: c.encode("cp1252", "ignore") or c.encode(),
    lambda c: f"&{codepoint2name.get(ord(c), f'#{ord(c)}')};".encode(),
    lambda c: f"&#{ord(c)};".encode(),
    lambda c: f"&#x{ord(c):x};".encode(),
    lambda c: f"\\u{ord(c):04x}".encode(),
)


def may_concern(payload: bytes, watch: Watch) -> bool:
    """False where a page names no watched title and has no "true story" word; True means no more than that it should be read."""
    if watch.either is not None and not watch.either.search(payload):
        return False
    lower = payload.translate(_LOWER)
    if watch.titles.search(lower) or (watch.many_titles is not None and watch.many_titles.search(lower)):
        return True
    named = (watch.names is not None and watch.names.search(payload)) or (watch.many_names is not None and watch.many_names.search(payload))
    return bool(named) and bool(watch.screen.search(lower))


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
