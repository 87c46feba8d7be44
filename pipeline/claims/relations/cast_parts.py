"""How a sentence names a part: the characters of a list, with titles and descriptions, or a role in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.claims.entities import Entity
from pipeline.claims.lexicon import words
from pipeline.claims.patterns import Hit
from pipeline.claims.relations.characters import name_character

_SEP = r"(?:, and |, y |,? and | & | y | e |, )"
# what a role is called where no name is given: "the detective", "Jane's long-suffering partner"
_NP = (
    r"(?:(?:an? |the |one of |two |<N\d+> |her |his |their |its |un |una |el |la |<[PS]\d+>'s? "
    r")(?:[a-z0-9'-]+,? |<[OLXDN]\d+>(?:'s)? ){0,7}?[a-z'-]+)"
)
_GOES_ON = r" (?:who|whose|that|which|in|on|at|with|from|and|to|for|under|behind|opposite|que|en|con|y)\b"
_NP_ENDS = rf"(?:[,.;:)!?\"]|$|{_GOES_ON})"
_BEFORE_NAME = (
    r"(?:(?:an? |the |her |his |their |one |a |al |el |la |un |una )?(?:[a-z0-9'&.-]+,? |<[LDONXS]\d+>(?:'s|-year-old)?,? |"
    r"<[PS]\d+>'s? ){0,7}?(?:called |named |llamad[oa] )?[\"']?)"
)
_ENDS = r"(?:[ ,.;:)!?\"~]|$|'[^s]|'$)"
BARE = rf"(?P<c>(?:{_BEFORE_NAME}<[PSX]\d+>(?:{_SEP}{_BEFORE_NAME}<[PSX]\d+>){{0,6}}|{_NP}))"
CHAR = (
    rf"(?P<c>(?:{_BEFORE_NAME}<[PSX]\d+>(?:{_SEP}{_BEFORE_NAME}<[PSX]\d+>){{0,6}}{_ENDS}|"
    rf"{_NP}{_NP_ENDS}(?:(?:and | y ){_BEFORE_NAME}<[PSX]\d+>{_ENDS})?))"
)
_HUMAN = re.compile(
    r"(?:er|or|ist|man|woman|men|women|ess|ian|ant|cop|boss|nun|priest|judge|juez|boy|girl|lady|son|wife|"
    r"husband|friend|agent|client|ghost|king|queen|prince|chief|doctor|twin|twins|spy|maid|nurse|aide|dad|mum|"
    r"mom|"
    r"cousin|uncle|aunt|heiress|rep|reps|grandfathers|guru|villain|hero|president|governor|pal|kid|kids|"
    r"detectives|himself|herself|themselves|hermana|hermano|madre|padre|policia|sheriff|thief|guard|parents|"
    r"diplomat|captain|sergeant)$"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A character that a group names, or a role in plain words, with where it ends in the typed text."""

    name: str
    end: int
    named: bool  # False for a role in plain words


def characters_of(hit: Hit, group: str = "c") -> list[Part]:
    """The characters of a group, in order. A name that owns the next word ("Jane's sister") is none.

    Where the characters come behind the cue they are read to the end of their clause: a pattern stops at the first name it sees.
    """
    if not hit.has(group):
        return []
    typed = hit.sentence.typed
    start, end = hit.span(group)
    if hit.has("t") and start >= hit.span("t")[1]:
        if _NO_PART.search(typed[start:end].split("<")[0]):
            return []
        stop = _CLAUSE_END.search(typed[start : start + MAX_PARTS])
        end = max(end, start + stop.start()) if stop else max(end, min(len(typed), start + MAX_PARTS))
    found: list[Part] = []
    unclear = False  # a role that names nobody stands before: only a name right behind it says who it is
    for a, b in _split(typed[start:end]):
        if unclear and not typed[start + a : start + b].startswith("<"):
            return []
        part = _part(hit, start + a, start + b)
        if part is None:
            if found:
                continue
            if unclear or _NAME.search(typed[start + a : start + b]):
                return []  # an actor's name, or somebody's sister: what follows is another pair
            unclear = True
        elif found and _is_office(found[-1]) and part.named and typed[found[-1].end : start + a].strip() in {",", ""}:
            if VERBLESS.match(typed, part.end):
                break
            found[-1] = part  # "the Prime Minister, John Poe"
        else:
            found.append(part)
    return found


def _is_office(part: Part) -> bool:
    """No name, or that of an office, whose holder may follow: "the Prime Minister, John Poe"."""
    return not part.named or part.name.rsplit(maxsplit=1)[-1].lower() in _OFFICES


_OFFICES = frozenset(
    ["minister", "secretary", "president", "chancellor", "chief", "commissioner", "general", "chancellor", "mayor", "governor"]
)


def _part(hit: Hit, start: int, end: int) -> Part | None:
    typed = hit.sentence.typed
    names = [
        (hit.sentence.entity_at(m.group()), start + m.end())
        for m in _NAME.finditer(typed[start:end])
        if not typed[start + m.end() :].startswith(("'s", "' "))
    ]
    person = next(((e, at) for e, at in names if _may_be_part(e, typed[at:])), None)
    if person is not None:
        return Part(name_character(hit.sentence, person[0]), person[1], named=True)
    other = next(((e, at) for e, at in reversed(names) if e.type == "X" and not _FOLLOWED.match(typed[at:])), None)
    if other is not None:
        return Part(other[0].surface, other[1], named=other[0].surface.lower().split()[-1] not in words("role_nouns") | words("honorifics"))
    comma = typed.find(", ", start, end)
    stop = _PHRASE_END.search(typed[start : comma if comma > 0 else end])
    last = start + stop.start() if stop else (comma if comma > 0 else end)
    text = hit.sentence.text(start, last).strip(" ,;:.!?\"'")
    return Part(text, last, named=False) if text and _HUMAN.search(text.lower().split(" of ")[0]) else None


def _may_be_part(e: Entity, behind: str) -> bool:
    """A name that may be a character's: no actor's alone, and no firm's before the word for its man ("Scotland Yard detective")."""
    if e.type == "S":
        return e.person
    acts_only = e.plays() and not any(role in {"character", "real_person"} for _, role in e.roles)
    return e.type == "P" and not acts_only and not (not e.roles and _FOLLOWED.match(behind))


VERBLESS = re.compile(r" (?:the|an?|his|her|their) ")  # "A is the killer, B the colleague": B plays as A does
MAX_PARTS = 220  # characters in which a list of characters ends
_CLAUSE_END = re.compile(r"[.;:()!?\"]")
_PHRASE_END = re.compile(_GOES_ON)
# what no character begins with: "as far as we know", "plays it straight"
_NO_PART = re.compile(
    r"^(?:far|long|soon|well|much|it|if|though|when|they|we|you|he|she|in|on|at|for|a (?:favour|favor|whole|"
    r"result|rule|way|sort|kind|young$)|him|them|her(?:,| (?:as|at|in|on|when|from|with)))\b|"
    r"\b(?:is|are|was|were|know|knows|we|you|it|where|when|who|whose)\b"
)
_FOLLOWED = re.compile(r" (?:of\b|[a-z]+(?:er|or|ist|man|woman|ant|cop|boss|agent|lady|chief|founder|host|detective|star)\b)")
_ROLE_PHRASE = re.compile(r"^(?:the|an?|his|her|their|its|one|un|una|el|la) (?:[a-z'-]+ ?){1,4}$")
_NAME = re.compile(r"<[PSX]\d+>")
_BETWEEN = re.compile(r",? and |, y | y | & |, ")


def _split(typed: str) -> list[tuple[int, int]]:
    """Items of a list of characters. A comma before a description ("Joe, the third husband") parts nothing: only the name counts."""
    pieces: list[tuple[int, int]] = []
    at = 0
    for found in _BETWEEN.finditer(typed):
        before = typed[at : found.start()]
        bare = re.sub(r"<[PSX]\d+>'s", "", before)
        if _NAME.search(bare) or (found.group() != ", " and _HUMAN.search(before.strip())) or _ROLE_PHRASE.match(before):
            pieces.append((at, found.start()))
            at = found.end()
    pieces.append((at, len(typed)))
    return pieces
