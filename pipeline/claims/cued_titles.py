"""Titles without quotation marks, known as titles by what stands before them ("adapted from", "her memoir", "published as").

A title runs on over capitalised words and the small words between them. What turns out to be a person ("based on Jane Roe's ..."), or to
qualify the next word ("a Stephen Someone novella"), is none.
"""

from __future__ import annotations

import re

import re2

from pipeline.claims.document import Block
from pipeline.claims.entities import Entity
from pipeline.claims.lexicon import source_kinds, words
from pipeline.claims.people import written

_KIND = "|".join(sorted(source_kinds(), key=len, reverse=True))
_CUE = re2.compile(
    r"(?i)\b(?:(?:based|adapted|drawn|taken|inspired|derived|lifted|basad[oa]|adaptad[oa]|inspirad[oa]) "
    r"(?:loosely |closely |partly |in part |largely |mostly |freely |straight |directly )?(?:on|from|by|en|de)|"
    r"(?:adaptation|adaptacion|version|remake|retelling) (?:of|de)|draws? (?:heavily |loosely )?(?:on|from)|"
    r"drew on|works? from|working from|grew out of|came out of|comes from|"
    r"came from|takes its cue from|(?:source|inspiration|basis|fuente|origen) (?:is|was|for it is|es|fue)|"
    r"adapts|adapted|called|titled|entitled|titulad[oa]|llamad[oa]|published as|title|"
    r"starting[ -]point,?|(?:based|built|modelled) (?:it|the [a-z]+) (?:on|from|out of)|"
    rf"(?:his|her|their|own|\'s|the|original|best-selling|bestselling|\d{{4}}) (?:{_KIND}),?|(?:{_KIND})(?:,| "
    rf"called)) [\"']?(?:the (?:\d{{4}} )?(?:{_KIND}) )?"
)
_WORD = re.compile(r"[A-Z0-9][\w'&-]*[!?]?|[a-z]+")
_SURNAME_OF = re.compile(r"\. [A-Z][\w-]+(?: [A-Z][\w-]+)?'s ")
_SMALL = frozenset(
    [
        "of",
        "the",
        "in",
        "a",
        "an",
        "to",
        "for",
        "on",
        "at",
        "and",
        "with",
        "from",
        "o",
        "de",
        "la",
        "el",
        "los",
        "las",
        "del",
        "y",
        "en",
        "un",
        "una",
    ]
)
_MAX_WORDS = 14
_QUALIFIES = re2.compile(rf"^ (?:magazine |newspaper )?(?:{_KIND}|story|stories|writer|reporter|journalist|author|series|by-line)\b")
_PERSONLIKE = re2.compile(r"^[A-Z][a-z'-]+(?: [A-Z]\.)?(?: [A-Z][A-Za-z'-]+){1,2}$")
_CONFIRMS = re2.compile(
    rf"^[\"']?(?:,? (?:\(|which |his |her |their |an? |the |un |una |el |la )(?:[a-zA-Z0-9-]+ "
    rf"){{0,5}}?(?:{_KIND})\b|,? (?:written |published |reported )?(?:by|de) [A-Z]|,? [A-Z][\w'-]+ "
    rf"[A-Z][\w'-]+'s |,? \(?(?:19|20)\d\d)"
)


def find_cued_titles(block: Block) -> list[Entity]:
    """Titles behind a cue, as W entities; persons on record and recorded titles are left to others."""
    text = block.text
    found = []
    for cue in _CUE.finditer(text):
        title = _read_title(text, cue.end())
        if title is None:
            continue
        start, end = title
        surface = text[start:end]
        behind = text[end : end + 90]
        if _QUALIFIES.search(behind) or behind.startswith("'s "):
            continue
        if {w.lower() for w in surface.split()} & words("organisation_words"):
            continue
        if any(s.start <= start and end <= s.end and s.named.kind != "source_work" for s in block.sightings):
            continue
        if any(h.start <= start and end <= h.end for h in block.hits):
            continue
        if (" " not in surface or _PERSONLIKE.search(surface)) and not _CONFIRMS.search(behind):
            continue
        wording = written(block, start, end)
        found.append(Entity("W", start, end, wording, wording))
    return found


def _read_title(text: str, start: int) -> tuple[int, int] | None:
    """The longest run of capitalised words and small words between them from an offset on."""
    end = at = start
    count = 0
    while count < _MAX_WORDS:
        word = _WORD.match(text, at)
        if word is None:
            break
        token = word.group()
        if token[0].islower():
            if token not in _SMALL or count == 0:
                break
        else:
            if len(token) == 1 and _SURNAME_OF.match(text, word.end()):
                return None  # an initial: "Ann Roe and Jo B. Poe's book"
            if token.endswith("'s") and text[word.end() : word.end() + 1] == " " and text[word.end() + 1 : word.end() + 2].islower():
                return None if count < 2 else (start, word.end() - 2)
            end = word.end()
        count += 1
        at = word.end()
        if text[at : at + 2] == ": " and text[at + 2 : at + 3].isupper():
            at += 2
        elif text[at : at + 1] == " ":
            at += 1
        else:
            break
    return (start, end) if end > start and text[start].isupper() | text[start].isdigit() else None
