"""Capitalised runs of an article told apart: people, companies, places, titles; and the full names behind surnames."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import re2

from pipeline.claims.document import Block, Document
from pipeline.claims.entities import EntityType
from pipeline.claims.lexicon import words
from pipeline.claims.text import show_plainly
from pipeline.records.place_names import find_places

MAX_NAME_WORDS = 5

_TOKEN = re.compile(r"[A-Z]\.(?:[A-Z]\.)*|(?:Jr|Sr|Dr|Mr|Mrs|Ms|St|Lt|Col|Gen|Sgt|Capt|Prof)\.|[A-Za-z0-9][\w'&+-]*|[^\sA-Za-z0-9]")
_SMALL = frozenset({"of", "the", "in", "a", "an", "to", "for", "on", "at", "is", "from", "and"})
_PLACE_WORDS = frozenset(
    [
        "county",
        "city",
        "island",
        "islands",
        "valley",
        "beach",
        "park",
        "street",
        "avenue",
        "boulevard",
        "road",
        "river",
        "lake",
        "mountains",
        "mountain",
        "square",
        "palace",
        "airport",
        "bay",
        "hills",
        "coast",
        "heights",
        "islands",
        "forest",
        "desert",
        "peninsula",
        "harbour",
        "harbor",
        "village",
        "town",
        "district",
        "canyon",
        "springs",
        "falls",
        "ranch",
        "state",
        "province",
        "bridge",
        "tower",
    ]
)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring capitalised words."""

    start: int
    end: int
    tokens: tuple[str, ...]
    opens: bool  # at the start of a sentence or quotation, where a capital means nothing


def find_runs(text: str, taken: bytearray, start: int, end: int) -> list[Run]:
    """Capitalised runs of folded text between two offsets, around what is taken already."""
    runs: list[Run] = []
    current: list[re.Match[str]] = []
    opens = fresh = True

    def close() -> None:
        nonlocal current
        while current and not current[-1].group()[0].isupper() and not current[-1].group()[0].isdigit():
            current.pop()
        if current and any(t.group()[0].isupper() for t in current):
            runs.append(Run(current[0].start(), _bare_end(current[-1]), tuple(_bare(t.group()) for t in current), opens))
        current = []

    for found in _TOKEN.finditer(text, start, end):
        token = found.group()
        if taken[found.start()]:
            close()
            fresh = False
            continue
        joined = bool(current) and found.start() - current[-1].end() == 1 and text[found.start() - 1] == " "
        if not joined:
            close()
        if token[0].isupper():
            if not current:
                opens = fresh
            current.append(found)
            if token.endswith(("'s", "'")):
                close()
        elif current and joined and token in _PARTICLES:
            current.append(found)
        else:
            close()
        fresh = token in _OPENERS or (fresh and not token[0].isalnum())
    close()
    return runs


_ORDINALS = frozenset(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "i", "ii", "iii", "iv", "v"])
_OPENERS = frozenset(".!?:\"'(*")
_PARTICLES = words("name_particles") - {"y", "e", "en", "san", "st", "o", "el", "al", "le", "la", "ben"}


def _bare(token: str) -> str:
    return token.removesuffix("'s").rstrip("'-&+")


def _bare_end(found: re.Match[str]) -> int:
    return found.start() + len(_bare(found.group()))


@dataclass(slots=True)
class NameTable:
    """Full names that an article gives, and the one full name for each single part of them."""

    full: dict[str, str] = field(default_factory=dict)  # folded lower -> as written
    titles: frozenset[str] = frozenset()  # folded lower: name-like phrases that are titles here
    parts: dict[str, str | None] = field(default_factory=dict)  # part -> full name; None where several share it

    def add(self, folded_name: str, written: str) -> None:
        """Takes in a full name; a name that another one ends with is the same person's."""
        key = folded_name.lower()
        if key in self.full:
            return
        self.full[key] = written
        tokens = [t for t in key.split() if t not in {"jr.", "sr."}]
        for part in {tokens[0], tokens[-1]}:
            known = self.parts.get(part, written)
            if known is not None and known != written and (part != tokens[-1] or key.split()[0][0] != known.lower()[0]):
                self.parts[part] = None
            elif known is None or len(written) >= len(known):
                self.parts[part] = written if known is not None else None

    def complete(self, part: str) -> str | None:
        """The full name behind a single first or last name, where the article gives exactly one."""
        return self.parts.get(part.lower())


def collect_names(document: Document) -> NameTable:
    """Full names of the article: those on record, and unknown ones in running text that are nowhere used as a title."""
    table = NameTable()
    unknown: list[tuple[Block, int, int]] = []
    for block in document.blocks:
        taken = _take_known(block)
        for s in block.sightings:
            if s.named.kind == "person":
                table.add(block.text[s.start : s.end], written(block, s.start, s.end))
        if not is_headline_like(block):
            unknown += [(block, start, end) for start, end in _unknown_names(block, taken)]
    table.titles = _titles_among(unknown)
    for block, start, end in unknown:
        if block.text[start:end].lower() not in table.titles:
            table.add(block.text[start:end], written(block, start, end))
    return table


def _unknown_names(block: Block, taken: bytearray) -> Iterator[tuple[int, int]]:
    for start, end in block.sentences:
        for run in find_runs(block.text, taken, start, end):
            stripped = strip_run(run, block.text)
            label = run.opens and run.end - run.start >= end - start - 1
            if stripped is None or label or len(stripped[2]) < 2 or opens_with_verb(run, stripped[2]):
                continue
            if kind_of_run(stripped[2]) == "P":
                yield stripped[0], stripped[1]


_AS_TITLE = re2.compile(
    r"(?i)\b(?:known for|credits (?:also )?include|(?:man|woman|mind|minds|team|pair|couple|duo|people|men) "
    r"behind|star(?:red|s|ring)? (?:of|in)|creators? of|director of|writer of|"
    r"author of|seen in|appeared in|roles? in|work on|episodes of|seasons? of|watched|veteran of|makers of|"
    r"remake of|the (?:film|series|show|drama|movie|hit|sitcom|documentary)) [\"']?$"
)
_BEHIND_TITLE = re2.compile(r"^(?:'s)? (?:star|actress|actor|fame|viewers|fans|alum)\b")


def _titles_among(names: list[tuple[Block, int, int]]) -> frozenset[str]:
    """Name-like phrases that the article uses as titles somewhere ("the man behind Velvet Harbour"), lists of them included."""
    found: set[str] = set()
    previous: tuple[Block, int] | None = None
    for block, start, end in names:
        key = block.text[start:end].lower()
        listed = previous is not None and previous[0] is block and block.text[previous[1] : start] in {", ", " and ", ", and "}
        if listed or _AS_TITLE.search(block.text[max(0, start - 40) : start]) or _BEHIND_TITLE.match(block.text[end : end + 12]):
            found.add(key)
            previous = (block, end)
    return frozenset(found)


def opens_with_verb(run: Run, tokens: tuple[str, ...]) -> bool:
    """ "Joining Doe are ...": a sentence that opens with a participle or adverb and not with a first name."""
    return run.opens and len(tokens) == len(run.tokens) and tokens[0].endswith(("ing", "ly", "ed")) and len(tokens[0]) > 4


def _take_known(block: Block) -> bytearray:
    taken = bytearray(len(block.text) + 1)
    for start, end in [(h.start, h.end) for h in block.hits] + [(s.start, s.end) for s in block.sightings]:
        taken[start:end] = b"\1" * (end - start)
    return taken


def written(block: Block, start: int, end: int) -> str:
    """A folded stretch as a reader sees it, accents and all."""
    a, b = block.folded.to_original(start, end)
    return show_plainly(block.folded.original[a:b])


def is_headline_like(block: Block) -> bool:
    """A headline in Title Case; a row or list item of names is none."""
    text = block.text
    headline = block.index == 0 or block.kind == "heading" or (len(text.split()) > 5 and ":" not in text and not text.endswith("."))
    return headline and is_title_cased(text)


def is_title_cased(text: str) -> bool:
    """A headline in Title Case, or shouting: capitals tell nothing there."""
    long = [w for w in text.split() if len(w) > 3 and w[0].isalpha()]
    return len(long) > 2 and sum(w[0].isupper() for w in long) >= 0.72 * len(long)


def strip_run(run: Run, text: str) -> tuple[int, int, tuple[str, ...]] | None:
    """A run without leading words that are no part of a name (openers, roles, nationalities, ranks before a full name).

    None where nothing is left. In mid-sentence a capitalised small word belongs to a title and stays.
    """
    tokens = list(run.tokens)
    while tokens and _is_droppable(tokens, run.opens and len(tokens) == len(run.tokens)):
        tokens.pop(0)
    while run.opens and tokens and tokens[0].lower() in words("function_words") and len(tokens[0]) > 1 and tokens[0] != "Will":
        tokens.pop(0)
    while len(tokens) > 1 and tokens[-1].lower() in words("function_words") | words("work_nouns") and not run.opens:
        tokens.pop()
    if not tokens:
        return None
    start = run.start
    for skipped in run.tokens[: len(run.tokens) - len(tokens)]:
        start = text.find(skipped, start, run.end) + len(skipped)
    start = text.find(tokens[0], start, run.end + 1)
    end = start
    for token in tokens:
        end = text.find(token, end, run.end + len(token)) + len(token)
    return (start, end, tuple(tokens)) if start >= 0 and end > start else None


def _is_droppable(tokens: list[str], opens: bool) -> bool:
    first = tokens[0].lower().rstrip(".")
    if opens and first in words("function_words") and len(first) > 1 and first != "will":
        return True
    rest = tuple(tokens[1:])
    if first in words("seasons") | words("months") | words("weekdays"):
        return not rest or rest[0].lower() in _ORDINALS
    if first in words("work_nouns"):
        return True
    if rest and re.search(r"^[A-Z][a-z]+-[a-z]{3,}$", tokens[0]) and not opens:
        return True
    if first in words("honorifics"):
        return len(rest) > 1 and kind_of_run(rest) == "P"
    if first in words("role_nouns"):
        return not (first in words("prizes_named_like_people") and len(rest) == 1 and rest[0].lower() not in words("role_nouns"))
    return first in words("demonyms") and (len(rest) == 0 or not is_place(" ".join(tokens))) and (len(rest) != 1)


def kind_of_run(tokens: tuple[str, ...]) -> EntityType:
    lowered = [t.lower().rstrip(".") for t in tokens]
    if len(tokens) > 1 and any(w in words("organisation_words") for w in lowered):
        return "O"
    if is_place(" ".join(tokens)) or (len(tokens) > 1 and lowered[-1] in _PLACE_WORDS):
        return "L"
    if len(tokens) == 1:
        return "X"
    significant = [w for w in lowered if w not in _PARTICLES]
    if len(significant) == 1 or len(significant) > MAX_NAME_WORDS - 1 or tokens[0] == "The":
        return "X"
    if any(w in words("title_words") or (w in words("function_words") and len(w) > 2 and w != "will") for w in significant):
        return "X"
    if any((t.isupper() and len(t) > 3) or t[0].isdigit() for t in tokens):
        return "X"
    return "P"


@lru_cache(maxsize=20_000)
def is_place(name: str) -> bool:
    """Is the whole of it the name of a known place?"""
    return not name.isdigit() and not name.startswith("The ") and bool(find_places(name))
