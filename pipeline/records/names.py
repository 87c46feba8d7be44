"""Persons' names compared: accents and case folded, initials, titles, suffixes, double surnames; characters with their aliases."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

from pipeline.records.folding import fold, words
from pipeline.records.likeness import Likeness
from pipeline.records.nicknames import may_be_short_for

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior", "hijo", "padre"})
HONORIFICS_TEXT = """
    mr mrs ms miss dr doctor prof professor sir dame lord lady general gen colonel col captain capt major sergeant sgt staff
    lieutenant lt detective det inspector di ds dci dsu agent special officer sheriff marshal judge justice president senator
    governor mayor secretary king queen prince princess duke duchess emperor empress saint st father brother sister mother rev
    reverend rabbi pastor bishop pope coach chief director nurse aunt uncle don dona doña señor señora sr sra senor senora el la
    coronel capitan capitán general doctora abuelo abuela tio tia sor fray padre rey reina principe princesa presidente inspector
    comisario agente sargento teniente
"""
HONORIFICS = frozenset(HONORIFICS_TEXT.split())
ORGANISATION_WORDS_TEXT = """
    productions production producciones pictures films film studios studio entertainment media television tv network company inc llc
    ltd group broadcasting news magazine press university channel streaming works partners cinema
"""
ORGANISATION_WORDS = frozenset(ORGANISATION_WORDS_TEXT.split())
_PARTS = re.compile(r"\s*(?:,| and | & | y | e | und | et |;|/)\s*")
_PARENTHESIS = re.compile(r"\s*[(\[][^)\]]*[)\]]")


def split_people(text: str) -> tuple[str, ...]:
    """ "A B and C D" -> ("A B", "C D"); a lone name comes back as it is."""
    parts = tuple(p for p in _PARTS.split(_PARENTHESIS.sub("", text)) if p)
    return tuple(p for p in parts if fold(p) not in SUFFIXES) or (text,)


@lru_cache(maxsize=50_000)
def _name_parts(name: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """(tokens without honorifics and suffixes, suffixes). Suffixes stand last: "Ii" may also be somebody's first name."""
    kept = words(_PARENTHESIS.sub("", name))
    suffixes = set()
    while len(kept) > 1 and kept[0] in HONORIFICS:
        kept = kept[1:]
    while len(kept) > 1 and kept[-1] in SUFFIXES:
        suffixes.add(_one_suffix(kept[-1]))
        kept = kept[:-1]
    return kept, frozenset(suffixes)


def _one_suffix(token: str) -> str:
    return {"junior": "jr", "senior": "sr", "hijo": "jr", "padre": "sr"}.get(token, token)


def looks_like_organisation(name: str) -> bool:
    """Ends in, or holds, a word that companies and outlets carry."""
    return any(w in ORGANISATION_WORDS for w in words(name))


@lru_cache(maxsize=100_000)
def compare_people(a: str, b: str) -> Likeness:
    """Two persons' names.

    SAME: equal, or the shorter is a full-token subset with the same surname (initials stand for names). NEAR: spelt almost alike, or
    equal but for what may be a nickname. UNCLEAR: a lone surname or first name that fits, or an organisation. FAR: full and different.
    """
    if looks_like_organisation(a) or looks_like_organisation(b):
        return Likeness.UNCLEAR
    (x, sx), (y, sy) = _name_parts(a), _name_parts(b)
    if not x or not y:
        return Likeness.UNCLEAR
    if sx and sy and sx != sy:
        return Likeness.UNCLEAR
    if x == y or "".join(x) == "".join(y):
        return Likeness.SAME
    short, long = sorted((x, y), key=lambda name: (len(name), name))
    if len(short) == 1:
        return Likeness.UNCLEAR if _fits_lone(short[0], long) else Likeness.FAR
    if not Counter(short) - Counter(long):
        return Likeness.SAME
    if _same_surname(short, long):
        return _compare_given(short, long)
    return Likeness.NEAR if _spelt_alike(x, y) else Likeness.FAR


def _fits_lone(token: str, name: tuple[str, ...]) -> bool:
    return any(token == t or _close(token, t) or may_be_short_for(token, t) for t in name)


def _same_surname(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return short[-1] == long[-1] or (len(long) > 2 and short[-1] == long[-2])  # the second: Spanish double surnames


def _compare_given(short: tuple[str, ...], long: tuple[str, ...]) -> Likeness:
    """Same surname: are the given names the same?"""
    given, others = short[:-1], long[:-1]
    if all(any(_initial_of(g, o) for o in others) for g in given):
        return Likeness.SAME
    if any(may_be_short_for(g, o) or _close(g, o) for g in given for o in others):
        return Likeness.NEAR
    return Likeness.FAR


def _initial_of(a: str, b: str) -> bool:
    return a == b or (len(a) == 1 and b.startswith(a)) or (len(b) == 1 and a.startswith(b))


def _close(a: str, b: str) -> bool:
    """One slip in four letters and more, two in eight and more."""
    n = min(len(a), len(b))
    return n >= 4 and DamerauLevenshtein.distance(a, b) <= (2 if n >= 6 else 1)


def _spelt_alike(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    if len(x) == len(y):
        return all(a == b or _close(a, b) for a, b in zip(x, y, strict=True))
    return DamerauLevenshtein.normalized_similarity(" ".join(x), " ".join(y)) >= 0.85


def is_full_name(name: str) -> bool:
    """Two name parts or more, honorifics not counted."""
    return len(_name_parts(name)[0]) >= 2


def compare_person_to_any(name: str, holders: Iterable[str], *, surname_is_enough: bool = False) -> Likeness:
    """The closest likeness of a name to any of several holders; a lone surname counts as SAME only where it is enough."""
    found = set()
    for holder in holders:
        for one in {holder, *split_people(holder)}:
            likeness = compare_people(name, one)
            if likeness is Likeness.UNCLEAR and surname_is_enough and _is_lone_part(name, one):
                likeness = Likeness.SAME
            found.add(likeness)
    return next((x for x in Likeness if x in found), Likeness.FAR)


def _is_lone_part(a: str, b: str) -> bool:
    x, y = _name_parts(a)[0], _name_parts(b)[0]
    return (len(x) == 1 and x[0] in y) or (len(y) == 1 and y[0] in x)
