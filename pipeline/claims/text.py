"""Text made ready for matching: folded letters with a way back to the original offsets, sentences, quoted stretches.

Folding takes accents off, maps look-alike letters and typographic marks to ASCII, drops zero-width and combining characters and leaves
one character for anything else, so that every pattern runs over ASCII and every match can be traced back to the page's own characters.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

import re2
from confusable_homoglyphs import confusables

MAX_PARAGRAPH = 20_000  # characters read of one paragraph: what stands behind is no prose
MAX_TEXT = 200_000  # characters read of one article
MAX_SENTENCE = 1_200  # a longer "sentence" is cut, so that no pattern meets an endless one

_MARKS = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "´": "'", "`": "'", "ʼ": "'", "′": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"',
    "»": '"', "″": '"', "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "~", "―": "~", "−": "-", "…": ".", "•": "*", "·": "*", "<": "(",
    ">": ")", "¡": " ", "¿": " ", "\n": " ", "\r": " ", "\t": " ", "~": "-", "×": "x",
}  # fmt: skip
_EXPANDED = {
    "ß": "ss",
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "þ": "th",
    "ð": "d",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "ı": "i",
}


# What folding may change; all else is ASCII that stays.
_ODD = re.compile(r"[^ !-;=?-_a-}]")
_FEW = 40  # characters that are quicker to replace one after the other than to look at the text's one by one


@cache
def fold_character(char: str) -> str:
    """The ASCII form of one character: "" for zero-width and combining ones, "?" where there is none."""
    if char in _MARKS:
        return _MARKS[char]
    if char.isascii():
        return char if char.isprintable() else " "
    if char in _EXPANDED:
        return _EXPANDED[char]
    category = unicodedata.category(char)
    if category in {"Mn", "Me", "Cf"}:
        return ""
    if category.startswith("Z"):
        return " "
    plain = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
    if plain and plain.isascii():
        return plain
    return _look_alike(char) or "?"


class _Folds(dict[int, str]):
    """Code point to ASCII form, filled as it is asked."""

    def __missing__(self, code: int) -> str:
        return self.setdefault(code, fold_character(chr(code)))


_FOLDS = _Folds()


def _look_alike(char: str) -> str:
    """The Latin letter that a character of another script is mistaken for (Unicode's confusables), or ""."""
    found = confusables.is_confusable(char, preferred_aliases=["latin"]) if char.isalpha() else None
    for homoglyph in found[0]["homoglyphs"] if found else []:
        if homoglyph["c"].isascii() and homoglyph["c"].isalpha():
            letter: str = homoglyph["c"]
            return letter if char.isupper() else letter.lower()
    return ""


def show_plainly(original: str) -> str:
    """What a reader sees there: without zero-width characters, look-alikes of other scripts beside Latin letters as the Latin ones, blanks
    folded. Accents and marks stay."""
    if original.isascii():
        return " ".join(original.split())
    visible = [c for c in unicodedata.normalize("NFC", original) if unicodedata.category(c) != "Cf"]
    if any(c.isascii() and c.isalpha() for c in visible):
        visible = [_look_alike(c) or c if c.isalpha() and not _is_latin(c) else c for c in visible]
    return " ".join("".join(visible).split())


@cache
def _is_latin(char: str) -> bool:
    return unicodedata.name(char, "").startswith("LATIN")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text and its ASCII form. ``offsets[i]`` is where folded character i stands in the original; None where both run in step."""

    original: str
    text: str
    offsets: array[int] | None

    @property
    def lower(self) -> str:
        return self.text.lower()

    def to_original(self, start: int, end: int) -> tuple[int, int]:
        """Original offsets of a folded stretch; the end covers marks that were dropped behind the last character."""
        if self.offsets is None:
            return start, end
        last = self.offsets[end] if end < len(self.offsets) else len(self.original)
        return self.offsets[start] if start < len(self.offsets) else len(self.original), last

    def from_original(self, offset: int) -> int:
        """The first folded position at or behind an original offset."""
        return offset if self.offsets is None else bisect_left(self.offsets, offset)


def fold_text(original: str) -> Folded:
    """Folds a text, at most MAX_PARAGRAPH characters of it."""
    original = original[:MAX_PARAGRAPH]
    if original.isascii() and original.isprintable() and "<" not in original and ">" not in original and "`" not in original:
        return Folded(original, original.replace("~", "-"), None)
    odd = sorted(set(_ODD.findall(original)))
    if len(odd) > _FEW:
        text = original.translate(_FOLDS)
    else:
        text = original
        for char in odd:  # in order, so that "~", which stands for a dash, is gone before dashes become it
            text = text.replace(char, fold_character(char))
    uneven = {c for c in odd if len(fold_character(c)) != 1}
    return Folded(original, text, _count_offsets(original, uneven) if uneven else None)


def _count_offsets(original: str, uneven: set[str]) -> array[int]:
    """Where each folded character stands in the original; ``uneven``: those that fold to none or to several."""
    offsets, start = array("l"), 0
    for place, char in enumerate(original):
        if char in uneven:
            offsets.extend(range(start, place))
            offsets.extend([place] * len(fold_character(char)))
            start = place + 1
    offsets.extend(range(start, len(original)))
    return offsets


# --- sentences ------------------------------------------------------------------------------------------------------

_ENDS = re2.compile(r"""[.!?]+["')\]]*(?:\s+|$)""")
_SHORT_FORMS = (
    r"[A-Za-z]|Mr|Mrs|Ms|Dr|Jr|Sr|St|Sgt|Lt|Col|Gen|Capt|Maj|Rev|Prof|Gov|Sen|Rep|Hon|vs|v|No|Vol|Inc|Ltd|Co|"
    r"Corp|Bros|etc|Jan|Feb|Mar|Apr|Jun|"
    r"Jul|Aug|Sept|Sep|Oct|Nov|Dec|U\.S|U\.K|D\.C|L\.A|a\.m|p\.m|e\.g|i\.e|Sra|Srta|EE\.UU|EE|UU|p\.ej|pag|"
    r"aprox|ca|approx|ep|eps|(?:[A-Z]\.)+[A-Z]"
)
_ABBREVIATION = re2.compile(rf"(?:^|[\s(\"'-])(?:{_SHORT_FORMS})\.$")
_NUMBERED = re2.compile(r"(?:^|[.!?] )\d{1,3}[.)]$")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences of a folded paragraph, without surrounding blanks; none is longer than MAX_SENTENCE."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _ENDS.finditer(text):
        end = found.end()
        if end < len(text) and not _ends_sentence(text, start, found.start(), found.end()):
            continue
        _append_bounded(spans, text, start, end)
        start = end
    _append_bounded(spans, text, start, len(text))
    return spans


def _ends_sentence(text: str, start: int, mark: int, end: int) -> bool:
    after = text[end]
    if text[mark] in "!?":
        return not after.islower() or text[end - 2] not in "\"'"  # "... happened?" asked ..., goes on
    if after.islower() and not (text[end - 1 - len(text[mark:end].rstrip()) :].startswith("...")):
        return mark - start > 40 and not _ABBREVIATION.search(text[max(start, mark - 12) : mark + 1])  # careless writers
    window = text[max(0, mark - 12) : mark + 1]
    if _ABBREVIATION.search(window):
        # an initial or a title belongs to the name that follows it; "U.S. The", "Jr. The" end one
        return window.endswith(("U.S.", "U.K.", "D.C.", "Jr.", "Sr.", "a.m.", "p.m.", "Inc.", "etc.")) and text[end:].startswith(_OPENERS)
    return not _NUMBERED.search(text[max(0, mark - 6) : mark + 1])


_OPENERS = ("The ", "It ", "He ", "She ", "But ", "In ", "A ", "They ", "This ", "And ", "On ", "When ", "Its ", "His ", "Her ")


def _append_bounded(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        cut = cut if cut > 0 else start + MAX_SENTENCE
        spans.append((start, cut))
        start = cut + (text[cut : cut + 1] == " ")
    if end > start:
        spans.append((start, end))


# --- quoted stretches -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks; ``start`` and ``end`` are inside the marks."""

    start: int
    end: int


_QUOTES = re2.compile(r'"([^"]+)(?:"|$)')
_SINGLE = re2.compile(r"(?:^|[\s(\"-])'((?:[^'\"]|[A-Za-z]'[A-Za-z])+[^\s'\"])'(?:$|[^A-Za-z0-9'])")


def find_quoted(text: str) -> tuple[Quoted, ...]:
    """Stretches in double or single quotation marks, in order; apostrophes inside words are none."""
    doubles = [Quoted(*m.span(1)) for m in _QUOTES.finditer(text)]
    singles = [Quoted(*m.span(1)) for m in _SINGLE.finditer(text)] if "'" in text else []
    free = [s for s in singles if not any(d.start <= s.start and s.end <= d.end for d in doubles)]
    return tuple(sorted([*doubles, *free], key=lambda q: q.start))
