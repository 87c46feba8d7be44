"""Which names of a sentence are titles of source works, and which their authors, where the likelihoods leave it open."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.claims.entities import Sentence
from pipeline.claims.lexicon import source_kinds
from pipeline.claims.slots.findings import Slot, find_extent
from pipeline.claims.slots.words import Words

# "<T> by <A>", "<T>, the 2019 novel by the reporter <A>", "<T>, that the nurse <A> wrote": what stands so before an author is a title
_BEFORE_AUTHOR = re.compile(
    r"^[\"']?,?[\"']? (?:(?:an?|the|his|her|el|la|una?) (?:[a-z'-]+ |<D\d+> ){1,4})?"
    r"(?:(?:written |penned )?(?:by|de) |"
    r"(?:that|which|que) (?=[^<,;]*<P\d+>(?: [a-z]+){0,2} (?:wrote|published|penned|knocked|escribio|publico)))"
    r"(?:the |la |el )?(?:[a-z'-]+ ){0,3}<[PS](\d+)>"
)
_KIND = "|".join(sorted(source_kinds(), key=len, reverse=True))
_BEHIND_KIND = re.compile(rf"\b(?:{_KIND}),? (?:called |titled |entitled |titulad[oa] )?[\"']?$")
_BEHIND_OWNED_KIND = re.compile(  # "<A>'s bestseller <T>": the owner of the book has written it
    rf"<[PSX]\d+>'s? (?:own )?(?:<D\d+> )?(?:[a-z-]+ ){{0,2}}?(?:{_KIND}),? (?:called |titled |entitled )?[\"']?$"
)
_BEHIND_BY = re.compile(r"\b(?:by|from the pen of) (?:the |an? )?(?:[a-z'-]+ ){0,4}$")
_PIECE = re.compile(r"^(?:: |'s | of (?:the )?| & | v\.? (?:the )?)$")
_ONE_WORK = re.compile(rf"^[\"']?,? (?:an?|the|his|her|el|la|una?) (?:[a-z'-]+ |<[DO]\d+> ){{0,4}}?(?:{_KIND})\b")


def settle_titles(sentence: Sentence, laid: Words, slots: Sequence[Slot]) -> list[Slot]:
    """Whoever seems to be an author, but stands behind the word for the book or is the title more likely, and has an author of its own
    behind it, is the title: titles may look like the names of people. Whoever stands behind "by" is an author, whatever is likelier."""
    titles = {s.number: s.likelihood for s in slots if s.part == "source_title"}
    authors = {s.number: s.likelihood for s in slots if s.part == "source_author"}
    kept = [s for s in slots if _is_likelier_so(sentence, laid, s, titles, authors)]
    named = {s.number for s in kept if s.part == "source_author"}
    settled: list[Slot] = []
    for slot in kept:
        if slot.part == "source_author" and _is_title(sentence, laid, slot.number, named, likely=slot.number in titles):
            if all(s.number != slot.number for s in kept if s.part == "source_title"):
                settled.append(replace(slot, part="source_title"))
            continue
        settled.append(slot)
    return settled


def _is_likelier_so(sentence: Sentence, laid: Words, slot: Slot, titles: Mapping[int, float], authors: Mapping[int, float]) -> bool:
    if slot.number in titles and slot.number in authors:
        before = sentence.typed[: find_extent(sentence, laid, slot.number)[0]]
        if _BEHIND_BY.search(before) and len(titles) > 1:
            return slot.part == "source_author"
    return slot.likelihood >= (authors if slot.part == "source_title" else titles).get(slot.number, 0.0)


def _is_title(sentence: Sentence, laid: Words, number: int, authors: set[int], *, likely: bool) -> bool:
    """May what seems an author be the title of the author's book?"""
    start, end = find_extent(sentence, laid, number)
    before = sentence.typed[:start]
    if _BEHIND_OWNED_KIND.search(before):
        return True
    behind = _BEFORE_AUTHOR.match(sentence.typed[end:])
    return bool(behind and int(behind[1]) in authors and (likely or _BEHIND_KIND.search(before)))


def join_pieces(sentence: Sentence, laid: Words, numbers: Sequence[int]) -> list[str]:
    """The titles as they stand there: one, where the typist made two names of it ("Love, Kay Heart", "The Road: Ann's Way")."""
    rows: list[list[int]] = []
    for number in numbers:
        if rows and number == rows[-1][-1] + 1 and _are_pieces(sentence, laid, rows[-1][-1], number):
            rows[-1].append(number)
        else:
            rows.append([number])
    return [_write_title(sentence, laid, row) for row in rows]


def _write_title(sentence: Sentence, laid: Words, row: Sequence[int]) -> str:
    if len(row) == 1:
        return sentence.entities[row[0]].surface
    return sentence.text(find_extent(sentence, laid, row[0])[0], find_extent(sentence, laid, row[-1])[1])


def _are_pieces(sentence: Sentence, laid: Words, first: int, second: int) -> bool:
    start, end = find_extent(sentence, laid, first)
    behind, last = find_extent(sentence, laid, second)
    between = sentence.typed[end:behind]
    if between == ", ":
        return bool(_BEHIND_KIND.search(sentence.typed[:start]) or _ONE_WORK.match(sentence.typed[last:]))
    return bool(_PIECE.match(between))
