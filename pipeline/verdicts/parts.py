"""Parts told in plain words, "Dahl's mother", "the neighbour", "the title role": whose they are by the record's notes on the cast.

A note opens with who the character is ("Dahl's mother", "the father", "the family's lawyer"). A told role is one of these only where the
noun, what sets it apart ("former", "elder") and whose it is agree, and where no other part on record is told so.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.models import Fact, Show
from pipeline.records.characters import read_role
from pipeline.records.folding import fold, words
from pipeline.records.kinship import ROLE_OF
from pipeline.records.occupations import read_callings
from pipeline.verdicts.comparison import firm

_ONE_OF_A_KIND = frozenset({"mother", "father", "wife", "husband"})
# what sets two apart who are told by one noun; other adjectives tell nothing
_APART = {
    "former": "former", "ex": "former", "sitting": "sitting", "current": "sitting", "incumbent": "sitting", "acting": "sitting",
    "vice": "vice", "first": "first", "second": "second", "third": "third", "late": "late", "dead": "late", "adoptive": "adoptive",
    "foster": "foster", "real": "real", "older": "elder", "elder": "elder", "big": "elder", "younger": "younger", "little": "younger",
    "kid": "younger", "twin": "twin", "half": "half", "future": "future", "secret": "secret", "deputy": "deputy",
}  # fmt: skip
_ARTICLE = re.compile(r"^(?:the|an?|his|her|their|its|el|la|su|un|una)\s+", re.IGNORECASE)
_INDEFINITE = re.compile(r"^(?:an?|one of|un|una)\s", re.IGNORECASE)
_PRONOUN = re.compile(r"^(?:his|her|their|su)\s", re.IGNORECASE)
_OWNER = re.compile(r"^((?:(?:the|el|la) )?[\w.-]+(?: [\w.-]+){0,3}?)['’]s?\s+(.+)$", re.IGNORECASE)
_OF = re.compile(r"^(.+?) (?:of|de|del) (?:the |la |los )?([A-ZÀ-Þ][\w .'’-]+)$")
_STOP = re.compile(r"[,;:(]|\b(?:who|whom|which|that|from|with|and|in|at|que|y|con)\b")
_LEAD = re.compile(
    r"^(?:the |its |el |la )?(?:(?P<title>title|titular|eponymous|name)|(?:lead|leading|main|starring|central|principal))"
    r"(?: (?:role|part|character|papel|personaje))?$|"
    r"^(?:the |el |la )?(?:papel protagonista|protagonist|heroine|hero|protagonista|heroina)$",
    re.IGNORECASE,
)
SHORT_WORD = 3  # letters up to which a word that a role and a note share says nothing
WELL_LISTED = 8  # parts on record from which "the neighbour" is taken to be the one that it has


@dataclass(frozen=True, slots=True)
class Told:
    """A role in plain words. ``owner``: words of whose it is, () where that is not told; ``definite``: not "a neighbour"."""

    noun: str
    apart: frozenset[str]
    owner: tuple[str, ...]
    definite: bool
    by_pronoun: bool


def read_told(text: str) -> Told | None:
    """None where the words hold no role that is told apart here, or a person's own name."""
    definite, by_pronoun = not _INDEFINITE.match(text), bool(_PRONOUN.match(text))
    bare = text.strip()
    owner: tuple[str, ...] = ()
    owned = _OWNER.match(bare)
    if owned is not None:
        owner, bare = tuple(words(_ARTICLE.sub("", owned[1]))), owned[2]
    else:
        bare = _ARTICLE.sub("", bare)
    head = _STOP.split(bare, maxsplit=1)[0].strip()
    of = _OF.match(head) if not owner else None
    if of is not None:
        head, owner = of[1], tuple(words(of[2]))
    tokens = fold(head).replace("-", " ").split()
    at = next((n for n, t in enumerate(tokens) if t in ROLE_OF), None)
    if at is None or (tokens[at] == "lady" and tokens[at - 1 : at] != ["first"]):
        return None
    return Told(ROLE_OF[tokens[at]], frozenset(a for t in tokens[:at] if (a := _APART.get(t))), owner, definite, by_pronoun)


def find_holders(text: str, show: Show, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Those who play the part that is told in plain words; () where the record does not say, or several parts fit."""
    lead = _LEAD.match(text.strip())
    if lead is not None:
        return _find_lead(show, facts, of_title=lead["title"] is not None)
    told = read_told(text)
    if told is None or not told.definite:
        return ()
    noted = [(f, n) for f in facts if f.character and f.note and (n := read_told(f.note)) is not None]
    fitting = [(f, n) for f, n in noted if n.noun == told.noun and n.apart == told.apart]
    if len({f.character for f, _ in fitting}) == 1 and _may_be_that(told, fitting[0][1], facts) and _is_kin(told, *fitting[0], facts):
        return firm(tuple(f for f, _ in fitting))
    own = [f for f, n in fitting if told.owner and set(told.owner) & set(n.owner)]
    return firm(tuple(own)) if len({f.character for f in own}) == 1 else ()


def _may_be_that(told: Told, noted: Told, facts: tuple[Fact, ...]) -> bool:
    """Whose it is agrees, or is told in one place alone and the role is one that the whole story has once."""
    if told.owner and noted.owner:
        return bool(set(told.owner) & set(noted.owner))
    if told.owner:
        return noted.noun in _ONE_OF_A_KIND  # "Erik's father", of "the father"
    if told.by_pronoun:
        return not noted.owner
    return not noted.owner or (told.noun not in _ONE_OF_A_KIND and len(facts) >= WELL_LISTED)


def _is_kin(told: Told, fact: Fact, noted: Told, facts: tuple[Fact, ...]) -> bool:
    """Where only the article says whose, "Graff's wife" is "the wife" of the note only if the two go by one family name."""
    if not told.owner or noted.owner:
        return True
    owners = [read_role(f.character or "").names for f in facts]
    family = {w for names in owners if set(told.owner) & set(names) for w in names} | set(told.owner)
    return bool(family & set(read_role(fact.character or "").names))


def _find_lead(show: Show, facts: tuple[Fact, ...], *, of_title: bool) -> tuple[Fact, ...]:
    """Who plays whom the title names, or the one character whom the story is about; () where there are two."""
    heads = [re.split(r"\b(?:who|whose|whom|which|that|after|as)\b", str(f.value), maxsplit=1)[0] for f in show.facts_of("protagonist")]
    told = {w for head in heads for w in words(head)}
    titles = {w for title in show.titles for w in words(title)}
    followed = [f for f in facts if f.character and (names := set(read_role(f.character).names)) and names <= told]
    in_title = [f for f in facts if f.character and titles & set(read_role(f.character).names)]
    named = in_title if of_title else followed
    if of_title and not _is_one(named):
        named = [f for f in in_title if f in followed]  # of the family in the title, whom the story follows
    return firm(tuple(named)) if _is_one(named) else ()


def _is_one(facts: list[Fact]) -> bool:
    return len({read_role(f.character or "").names[:1] for f in facts}) == 1


def is_other_role(text: str, own: tuple[Fact, ...]) -> bool:
    """Is an actor told to play somebody of another trade, or other kin of the same person, than the record's note has?"""
    told, callings = read_told(text), read_callings(_STOP.split(text, maxsplit=1)[0])
    return bool(own) and all(_is_other(text, told, callings, f) for f in own)


def is_untold_role(text: str, own: tuple[Fact, ...]) -> bool:
    """Is an actor told to play somebody whom none of the record's notes on this actor's parts speaks of? False where one has no note."""
    told, callings = read_told(text), set(read_callings(text))
    noted = [f"{f.note} {f.character} {f.real_person or ''}" for f in own if f.note]
    if (told is None and not callings) or len(noted) < len(own):
        return False
    words_told = set(words(text))
    nouns = {n.noun for f in own if (n := read_told(f.note or "")) is not None}
    known = {c for note in noted for c in read_callings(note)} | {w for note in noted for w in words(note)}
    if (told is not None and (told.noun in nouns or told.noun in known)) or callings & known:
        return False
    return not {w for w in words_told if len(w) > SHORT_WORD} & known


def _is_other(text: str, told: Told | None, callings: tuple[str, ...], fact: Fact) -> bool:
    if not fact.note or not fact.character:
        return False
    noted = read_told(fact.note)
    if told is not None and noted is not None and {told.noun, noted.noun} <= _KIN:
        same = set(told.owner) & set(noted.owner)
        return bool(same) and told.noun != noted.noun and not told.apart and not noted.apart
    theirs = read_callings(_STOP.split(fact.note, maxsplit=1)[0])
    known = set(read_callings(f"{fact.note} {fact.character}"))
    if not callings or not theirs or _NOT_NOW.search(text) or set(callings) & known:
        return False
    return not any(frozenset({a, b}) in _NEAR for a in callings for b in known)


_KIN = frozenset(
    ["mother", "father", "wife", "husband", "sister", "brother", "daughter", "son", "grandmother", "grandfather", "stepmother",
     "stepfather", "aunt", "uncle", "cousin"]
)  # fmt: skip
_NOT_NOW = re.compile(r"\b(?:former|ex|retired|once|would-be|aspiring|failed|undercover|turned|disguised|antigu[oa])\b", re.IGNORECASE)
_NEAR = frozenset(
    frozenset(pair) for pair in (("police", "sheriff"), ("police", "inquiry"), ("science", "teaching"), ("law", "politics"),
    ("medicine", "science"), ("medicine", "nursing"), ("inquiry", "law"), ("crime", "sale"))
)  # fmt: skip
