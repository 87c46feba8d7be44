"""The source work of a sentence, read by likelihood: title, authors, kind and year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.claims.entities import Sentence
from pipeline.claims.lexicon import source_kinds
from pipeline.claims.patterns import Found
from pipeline.claims.slots.findings import LEAST, Likely, Slot, find_extent, make_likely, name_finding
from pipeline.claims.slots.model import Marks
from pipeline.claims.slots.pairing import are_joined
from pipeline.claims.slots.words import Words
from pipeline.models import ObjectValue

LEAST_YEAR = 0.8  # of a source: many years stand beside a book


def read_source(sentence: Sentence, laid: Words, slots: Sequence[Slot], marks: Marks) -> Iterator[Likely]:
    """One source work per sentence: title, authors, kind and year."""
    mine = _settle_titles(sentence, laid, [s for s in slots if s.part in _OF_SOURCE and s.likelihood >= LEAST])
    nouns = [(offset, kind, p) for offset, kind, p in marks.kinds if p >= LEAST]
    value: dict[str, ObjectValue] = {}
    titles = [sentence.entities[s.number] for s in mine if s.part == "source_title"]
    authors = _keep_first(sentence, [s.number for s in mine if s.part == "source_author"])
    if len(titles) > 1 or any(b != a + 1 or not are_joined(sentence, laid, a, b) for a, b in pairwise(authors)):
        # two works in one sentence: whose author is whose is not for this reader to say; it vouches for what a pattern joins
        yield from _vouch_for_sources(sentence, laid, mine)
        return
    if titles:
        value["value"] = titles[0].surface
    if authors:
        value["author"] = " and ".join(dict.fromkeys(sentence.entities[n].name for n in authors))
    kinds = {kind for _, kind, _ in nouns}
    kind = next(iter(kinds)) if len(kinds) == 1 else _kind_near(laid, mine) if mine and not kinds else None
    if kind is not None:
        value["kind"] = kind
    years = [s for s in slots if s.part == "source_year" and s.likelihood >= LEAST_YEAR and _is_plain_year(sentence, laid, s.number)]
    if mine and len(years) == 1:  # a year beside no source may be that of any book
        value["year"] = sentence.entities[years[0].number].years[0]
    if _OTHER_FORM.search(sentence.typed):
        return
    if mine:
        name = name_finding("source", likely=_tells_of_a_source(sentence, mine))
        yield make_likely(sentence, laid, name, "based_on", value, [*mine, *years[: len(years) == 1]])
    elif kind is not None and nouns:
        offset, _, p = max(nouns, key=lambda n: n[2])
        end = offset + len(re.match(r"[a-z]+", sentence.typed[offset:]).group())  # type: ignore[union-attr]
        not_own, denied = marks.voices[-1 - offset]
        yield Likely("slot.source_kind", Found("based_on", value, offset, end, offset, end), p, not_own, denied)


_OF_SOURCE = frozenset({"source_author", "source_title"})
# "<T> by <A>", "<T>, the 2019 novel by the reporter <A>", "<T>, that the nurse <A> wrote": what stands so before an author is a title
_BEFORE_AUTHOR = re.compile(
    r"^[\"']?,?[\"']? (?:(?:an?|the|his|her|el|la|una?) (?:[a-z'-]+ |<D\d+> ){1,4})?"
    r"(?:(?:written |penned )?(?:by|de) |"
    r"(?:that|which|que) (?=[^<,;]*<P\d+>(?: [a-z]+){0,2} (?:wrote|published|penned|knocked|escribio|publico)))"
    r"(?:the |la |el )?(?:[a-z'-]+ ){0,3}<[PS](\d+)>"
)
_KIND_WORDS = "|".join(sorted(source_kinds(), key=len, reverse=True))
_BEHIND_KIND = re.compile(rf"\b(?:{_KIND_WORDS}),? (?:called |titled |entitled |titulad[oa] )?[\"']?$")


_ON_SCREEN = frozenset({"series", "film", "documentary"})
_NO_SCREEN_WORDS = sorted((word for word, kind in source_kinds().items() if kind not in _ON_SCREEN), key=len, reverse=True)
_SOURCE_WORD = re.compile(
    rf"\b(?:{'|'.join(_NO_SCREEN_WORDS)}|"
    r"bas(?:ed|is|ada|ado|an?|o|aron)|adapt\w*|inspir\w*|sources?|draw[ns]?|drew|lifted|taken|took|owes?|debt|rights|remake|"
    r"novelists?|authors?|autora?|journalist|reporter|periodista|history|classic|volumen|cimiento|"
    r"publi\w+|print\w*|tomes?|thriller|tell-all|volume|paperback|pages?|text|writings?|bookshops|fiction|origins?|parte|nacio)\b",
    re.IGNORECASE,
)
BEFORE = 260  # characters before a sentence in which its block may have told of the source


def _tells_of_a_source(sentence: Sentence, slots: Sequence[Slot]) -> bool:
    """Is there any word for a source in the sentence or shortly before, or the author of one on record? "It's called <T>, it was written by
    <A>" is else the work's own."""
    known = any(role in {"author", "source_author"} for s in slots for _, role in sentence.entities[s.number].roles)
    return known or bool(_SOURCE_WORD.search(sentence.block.text[max(0, sentence.start - BEFORE) : sentence.end]))


def _settle_titles(sentence: Sentence, laid: Words, slots: list[Slot]) -> list[Slot]:
    """Whoever seems to be an author, but stands behind the word for the book or is the title more likely, and has an author of its own
    behind it, is the title: titles may look like the names of people."""
    authors = {s.number for s in slots if s.part == "source_author"}
    likely_titles = {s.number: s.likelihood for s in slots if s.part == "source_title"}
    settled: list[Slot] = []
    for slot in slots:
        start, end = find_extent(sentence, laid, slot.number)
        behind = _BEFORE_AUTHOR.match(sentence.typed[end:])
        looks_so = slot.number in likely_titles or _BEHIND_KIND.search(sentence.typed[:start])
        if slot.part == "source_author" and behind and int(behind[1]) in authors and looks_so:
            if slot.number not in likely_titles:
                settled.append(replace(slot, part="source_title"))
            continue
        settled.append(slot)
    return settled


def _keep_first(sentence: Sentence, numbers: Sequence[int]) -> list[int]:
    """Of several mentions of one person the first."""
    return list({sentence.entities[n].name: n for n in reversed(numbers)}.values())[::-1]


def _vouch_for_sources(sentence: Sentence, laid: Words, slots: Sequence[Slot]) -> Iterator[Likely]:
    """Each title with each row of authors, as likely as the less likely of the two."""
    rows: list[list[Slot]] = []
    for slot in (s for s in slots if s.part == "source_author"):
        joined = rows and slot.number == rows[-1][-1].number + 1 and are_joined(sentence, laid, rows[-1][-1].number, slot.number)
        if joined:
            rows[-1].append(slot)
        else:
            rows.append([slot])
    titles = [s for s in slots if s.part == "source_title"]
    for row in rows:
        author: dict[str, ObjectValue] = {"author": " and ".join(dict.fromkeys(sentence.entities[s.number].name for s in row))}
        for title in titles:
            value = author | {"value": sentence.entities[title.number].surface}
            yield make_likely(sentence, laid, name_finding("source", likely=False), "based_on", value, [*row, title])
        if not titles:
            yield make_likely(sentence, laid, name_finding("source", likely=False), "based_on", author, row)


_BEFORE_YEAR = re.compile(r"(?:\b(?:in|from|of|en|de|del)|[(,]) ?$")


def _is_plain_year(sentence: Sentence, laid: Words, number: int) -> bool:
    """A year for itself ("in 2018"), and neither in a name ("the 2018 fire") nor in the author's life ("who joined in 1979")."""
    before = sentence.typed[: find_extent(sentence, laid, number)[0]]
    plain = _BEFORE_YEAR.search(before) and not _OF_THE_AUTHOR.search(before)
    return len(sentence.entities[number].years) == 1 and bool(plain)


_OF_THE_AUTHOR = re.compile(r"\b(?:who|quien) (?!(?:wrote|published|released|penned|escribio|publico)\b)[^,;]{1,60}$")
_OTHER_FORM = re.compile(
    r"\b(?:into|as|for|en|como|para) (?:an?|another|una?|otra) (?:[a-z]+ ){0,2}(?:opera|musical|ballet|stage|play|podcast|radio|obra)\b"
)
_VAGUE = frozenset({"reportage", "reporting", "story", "account", "work", "piece", "relato", "cronica"})  # of books as well as of articles


def _kind_near(laid: Words, slots: Sequence[Slot]) -> str | None:
    """The word for a kind of source that stands nearest to its title or author; words for screen works are the work's own."""
    kinds = source_kinds()
    places = [p for s in slots if (p := laid.places[s.number]) is not None]
    near = [
        (min(abs(i - p) for p in places), kinds[word])
        for i, word in enumerate(laid.words)
        if word not in _VAGUE and kinds.get(word, "series") not in _ON_SCREEN
    ]
    return min(near)[1] if near else None
