"""Whom a character stands for: a real person on record, or nobody because it was invented."""

from __future__ import annotations

import re

from pipeline.models import Claim, Fact, Show
from pipeline.records.characters import compare_characters, read_role
from pipeline.records.folding import words
from pipeline.records.likeness import Likeness
from pipeline.verdicts.comparison import Comparison, Grade, firm

_SEVERAL = re.compile(r"\bseveral\b|\bpeople\b|\bmany\b|\bvarious\b|\bmix\b|\bcomposite\b|\bamalgam|\band\b", re.I)
_INVENTED = re.compile(r"\binvent(?:ed|s)\b|\bfictional\b|\bfictitious\b|\bcomposite\b|\bmade up\b", re.I)


def compare_portrayal(claim: Claim, show: Show, facts: tuple[Fact, ...]) -> Comparison:
    """Real persons on record match or exclude; characters that the record calls invented exclude every real person."""
    character, person = str(claim.object.get("character", "")), str(claim.object["real_person"])
    roles = tuple(f for f in facts if character and f.character and compare_characters(character, f.character) is Likeness.SAME)
    roles = roles or tuple(f for f in facts if f.real_person and compare_characters(person, f.real_person) is Likeness.SAME)
    if not roles:
        return Comparison(Grade.NO_RECORD, failed=("holder",))
    with_model = tuple(f for f in roles if f.real_person)
    if not with_model:
        return _compare_with_invented(character, person, roles, show)
    found = [_compare_persons(person, f) for f in with_model]
    right = _say(with_model[0])
    if Likeness.SAME in found:
        fact = with_model[found.index(Likeness.SAME)]
        if claim.polarity == "negated" and _may_be_called_invented(fact, show):
            return Comparison(Grade.NEAR, (fact,), failed=("note",), right=right)
        return Comparison(Grade.MATCH, (fact,), "value", right=right)
    if any(x is not Likeness.FAR for x in found):
        return Comparison(Grade.INCOMPARABLE, with_model[:1], failed=("not_comparable",), right=right)
    if _calls_invented(with_model[0], show):
        return Comparison(Grade.NEAR, with_model[:1], failed=("note",), right=right)
    return Comparison(Grade.FAR, firm(with_model), "holder", right=right)


def _compare_persons(person: str, fact: Fact) -> Likeness:
    """A model by the character's own name is no other person: "Brenda Lafferty was real"."""
    names = [n for n in (fact.real_person, fact.character) if n]
    found = [compare_characters(person, n) for n in names]
    if found[0] is Likeness.SAME:
        return Likeness.SAME
    if Likeness.SAME in found:  # named after the character, whose model has another name
        return Likeness.NEAR
    if not read_role(person).names or person[:1].islower():
        return Likeness.UNCLEAR
    return found[0]


def _compare_with_invented(character: str, person: str, roles: tuple[Fact, ...], show: Show) -> Comparison:
    """No model on record: excluded where the record says so in words, or where the whole story is fiction and somebody of that very name
    is said to have lived; open otherwise."""
    declaring = tuple(d for f in roles for d in _declarations(f, show))
    if not declaring and _is_own_name(character, person) and _leads(roles, show):
        flat = _find_flat_fiction(show)
        if flat:
            return Comparison(Grade.FAR, flat, "holder", right=f"has the story of {roles[0].character} as fiction")
    if not declaring:
        return Comparison(Grade.NO_RECORD, roles[:1], failed=("holder",))
    if _SEVERAL.search(person):
        return Comparison(Grade.INCOMPARABLE, declaring[:1], failed=("not_comparable",))
    return Comparison(Grade.FAR, declaring[:1], "holder", right=f"has {roles[0].character} as an invented character")


def _is_own_name(character: str, person: str) -> bool:
    """Is it said that the character itself lived, rather than that somebody else stood model? "A real person" is the character too."""
    return compare_characters(character, person) is Likeness.SAME or bool(_SOMEBODY.match(person))


_SOMEBODY = re.compile(r"an? (?:real|actual) (?:person|man|woman)$", re.IGNORECASE)
LEADS = 4  # characters billed first, about whom a story is


def _leads(roles: tuple[Fact, ...], show: Show) -> bool:
    """Is it about this character? A figure of history may pass through a story that is fiction."""
    first = [f.character for f in show.facts_of("cast_member")[:LEADS]]
    told = {w for f in show.facts_of("protagonist") for w in words(str(f.value))}
    return any(f.character in first or bool(set(read_role(f.character or "").names) & told) for f in roles)


def _find_flat_fiction(show: Show) -> tuple[Fact, ...]:
    """What the record says of the truth of the story, where that is fiction and nothing else; nothing where sources differ."""
    facts = show.facts_of("story_basis")
    return facts if facts and all(f.value == "fiction" and not f.disputed for f in facts) else ()


def _may_be_called_invented(role: Fact, show: Show) -> bool:
    """Does the record call the character invented, or no plain portrait?"""
    return _calls_invented(role, show) or bool(role.note and _MIXED.search(role.note))


_MIXED = re.compile(r"\b(?:loosely|fictionali[sz]ed|drawn|modelled|renamed|several|part)\b", re.I)


def _declarations(role: Fact, show: Show) -> list[Fact]:
    """Facts whose text calls this character invented."""
    if role.note and _INVENTED.search(role.note):
        return [role]
    names = set(read_role(role.character or "").names)
    texts = ((f, f"{f.note or ''} . {f.value if f.property in {'protagonist', 'real_event'} else ''}") for f in show.facts)
    return [f for f, text in texts if any(_INVENTED.search(part) and names & set(words(part)) for part in re.split(r"[.;:]", text))]


def _calls_invented(role: Fact, show: Show) -> bool:
    return bool(_declarations(role, show))


def _say(fact: Fact) -> str:
    return f"has {fact.character or fact.value} as a portrait of {fact.real_person}"
