"""What the record alone shows to be another's: a work of this title from long before or after, seasons that this one does not have.

Of whom a passage tells is the passage model's to say (claims/passages), but it sees neither years nor what is on record.
"""

from __future__ import annotations

import re

from pipeline.claims.entities import Sentence
from pipeline.claims.patterns import Found
from pipeline.models import Show

ONE_OFF = frozenset({"limited series", "film", "documentary film"})
YEARS_APART = 3  # of two works of one title: a date up to so near may be this work's own

_ANOTHER_OF_THE_NAME = re.compile(r"\b(?:otr[oa]|another|an older|an earlier|a different|a british|una vieja|la otra|the other) [\"']?$")
_MADE_IN = re.compile(
    r"(<D\d+>)[^;.]{0,40}\b(?:hizo|made|had made|rodo|produced|produjo|emitio|showed|aired|filmed|"
    r"(?:there (?:was|had been|is)|hubo|hay) (?:an?|another|already an?|una?|otr[oa]) (?:[\w-]+ ){1,3}?"
    r"(?:called|named|titled|llamad[oa]|titulad[oa])"
    r") [\"']?$"
)
_CALLED_SO = re.compile(
    r"(<D\d+>)[^;.]{0,30}\b(?:also|likewise|too|tambien|asimismo)[ ,]{1,2}"
    r"(?:called|titled|named|llamad[oa]|titulad[oa]) [\"']?$"
)
_OF_A_YEAR = re.compile(r"[\"']?(?:,? (?:de|of|from) | \()(<D\d+>)")
_A_SEASON = re.compile(
    r"^(?:\W*(?:of|de) [^,;.]{1,20})? (?:an?|per|each|every|in each|in every|por|en cada|por cada|cada) (?:season|temporada)\b"
)


def is_of_a_namesake(found: Found, sentence: Sentence, before: Sentence | None, show: Show) -> bool:
    """Is it said of another work of this title, in its sentence or, where that names no title, the one before in the block, or of seasons
    that this work has not?"""
    if sentence.block.index == 0 or sentence.block.kind == "heading":
        return False
    if show.format in ONE_OFF and (_is_of_each_season(found, sentence) or _is_of_a_later_season(found)):
        return True
    if _tells_of_a_namesake(sentence, show, found.end):
        return True
    if before is None or before.block is not sentence.block or _own_tokens(sentence, show):
        return False
    return _tells_of_a_namesake(before, show, len(before.typed))


def _is_of_each_season(found: Found, sentence: Sentence) -> bool:
    """ "Ten parts a season", of a work that has but one."""
    return found.relation == "episode_count" and bool(_A_SEASON.search(sentence.typed[found.end :]))


def _is_of_a_later_season(found: Found) -> bool:
    return found.relation != "season_count" and int(found.object.get("season", 1)) > 1


def _own_tokens(sentence: Sentence, show: Show) -> list[str]:
    """The tokens of this work's title."""
    tokens = [f"<S{i}>" for i, e in enumerate(sentence.entities) if e.type == "S" and e.value == show.slug]
    return [t for t in tokens if t in sentence.typed]


def _tells_of_a_namesake(sentence: Sentence, show: Show, end: int) -> bool:
    """ "Hay otra Salt", "in 1980 Hulu made Salt, a series of seven parts", "a serial of 1980, also called Salt": a work of the same title,
    of long before; ``end`` is the typed offset up to which it is looked for."""
    for token in _own_tokens(sentence, show):
        left = sentence.typed[: sentence.typed.index(token)]
        right = sentence.typed[len(left) + len(token) :]
        if len(left) <= end and _ANOTHER_OF_THE_NAME.search(left):
            return True
        dated = (_MADE_IN.search(left), _CALLED_SO.search(left), _OF_A_YEAR.match(right))
        years = [y for m in dated if m for y in sentence.entity_at(m.group(1)).years]
        if show.year is not None and any(abs(y - show.year) > YEARS_APART for y in years):
            return True
    return False
