"""Whom a character stands for: a real person on record, or nobody because it was invented."""

from __future__ import annotations

import re

from pipeline.models import Claim, Fact, Show
from pipeline.records.characters import compare_characters, read_role
from pipeline.records.folding import words
from pipeline.records.likeness import Likeness
from pipeline.records.names import compare_people
from pipeline.verdicts.comparison import Comparison, Grade, firm

_SEVERAL = re.compile(r"\bseveral\b|\bpeople\b|\bmany\b|\bvarious\b|\bmix\b|\bcomposite\b|\bamalgam|\band\b", re.I)
_INVENTED = re.compile(r"\binvent(?:ed|s)\b|\bfictional\b|\bfictitious\b|\bcomposite\b|\bmade up\b", re.I)


def compare_portrayal(claim: Claim, show: Show, facts: tuple[Fact, ...]) -> Comparison:
    """Real persons on record match or exclude; characters that the record calls invented exclude every real person."""
    character, person = str(claim.object.get("character", "")), str(claim.object["real_person"])
    if not character:
        part = _find_part(str(claim.object.get("value", "")), facts)
        if part is None:
            return Comparison(Grade.NO_RECORD, failed=("holder",))
        character, person = part, part if person == ANYBODY else person
    roles = tuple(f for f in facts if character and f.character and compare_characters(character, f.character) is Likeness.SAME)
    roles = roles or tuple(f for f in facts if f.real_person and compare_characters(person, f.real_person) is Likeness.SAME)
    if not roles:
        return Comparison(Grade.NO_RECORD, failed=("holder",))
    with_model = tuple(f for f in roles if f.real_person)
    if not with_model:
        return _compare_with_invented(claim, character, person, roles, show)
    if person == ANYBODY and claim.polarity == "negated":  # in so many words, for a part told by its name
        return _compare_with_nobody(with_model)
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


def _find_part(actor: str, facts: tuple[Fact, ...]) -> str | None:
    """The one part of "<actor>'s character"; None where there are several."""
    parts = {f.character for f in facts if f.character and actor and compare_people(actor, str(f.value)) is Likeness.SAME}
    return parts.pop() if len(parts) == 1 else None


ANYBODY = "a real person"  # denied: that anybody at all stands behind the character


def _compare_with_nobody(with_model: tuple[Fact, ...]) -> Comparison:
    """Nobody is said to stand behind a character for whom the record names somebody. A model only in part may be denied."""
    mixed = any(f.note and (_MIXED.search(f.note) or _INVENTED.search(f.note)) for f in with_model)
    return Comparison(Grade.NEAR if mixed else Grade.MATCH, with_model[:1], "value", ("note",) if mixed else (), _say(with_model[0]))


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


def _compare_with_invented(claim: Claim, character: str, person: str, roles: tuple[Fact, ...], show: Show) -> Comparison:
    """No model on record: excluded where the record says so in words, or where the whole story is fiction and somebody of that very name,
    or somebody whom the record does not mention, is said to be the leading character; open otherwise."""
    declaring = tuple(d for f in roles for d in _declarations(f, show))
    if not declaring and (_is_own_name(character, person) or _is_identity(claim, person, show)) and _leads(roles, show):
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


# "loosely inspired by", "critics see in her": a likeness that anybody may see
_LIKENED = re.compile(
    r"\b(?:loosely|partly|in part|largely|vaguely|somewhat|inspir\w+|reminiscent|reminds?|recalls?|echoes?|traits?|elements?|"
    r"touch(?:es)?|shades?|bits?|like|likened|compar\w+|critics?|fans?|viewers?|think|thinks|seems?|may|might|perhaps|probably|"
    r"possibly|all but name|nod|homage|and (?:on|by|after|from)|as well as|among|one of|both|also|another|"
    r"parece|recuerda|quiz[aá]s|en parte|rasgos|tal vez)\b",
    re.IGNORECASE,
)
FULL_NAME = 2  # parts


def _is_identity(claim: Claim, person: str, show: Show) -> bool:
    """Is the character told flatly to be somebody in full, of whom the record knows nothing, under another name? A mere model
    ("is based on") may be one that no record mentions."""
    names = set(read_role(person).names)
    text = claim.sentence or claim.quote
    if len(names) < FULL_NAME or claim.modality != "asserted" or _LIKENED.search(text) or not _IDENTITY.search(text):
        return False
    mentioned = " ".join(f"{f.value} {f.author or ''} {f.real_person or ''} {f.note or ''}" for f in show.facts)
    return not names & set(words(mentioned))


_IDENTITY = re.compile(
    r"\b(?:real|real-life|actual|true) (?:[\w'’-]+ ){0,4}(?:named|called|by the name of)\b|\bthe (?:real|true) [^,;.]{2,40} (?:is|was)\b|"
    r"\b(?:real|true) name\b|\bunder (?:another|a different) name\b|\bin (?:real|actual) life\b|\b(?:en la vida real|de verdad) se llam|"
    r"\bmujer real|\bhombre real|\bverdader[oa] nombre\b",
    re.IGNORECASE,
)


_SOMEBODY = re.compile(r"an? (?:real|actual) (?:person|man|woman)$", re.IGNORECASE)
LEADS = 4  # characters billed first, about whom a story is


def _leads(roles: tuple[Fact, ...], show: Show) -> bool:
    """Is it about this character? A figure of history may pass through a story that is fiction."""
    cast = show.facts_of("cast_member")
    seasons = {s for f in cast for s in f.seasons}
    billed = [cast, *(tuple(f for f in cast if s in f.seasons) for s in seasons)]  # a season may have a cast of its own
    first = [f.character for row in billed for f in row[:LEADS]]
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
    """Facts whose text calls this character invented. One who stands on record for somebody of the very name is real, unless the role's own
    note says otherwise."""
    if role.note and _INVENTED.search(role.note):
        return [role]
    if role.real_person and compare_characters(role.character or "", role.real_person) is Likeness.SAME:
        return []
    names = set(read_role(role.character or "").names)
    texts = ((f, f"{f.note or ''} . {f.value if f.property in {'protagonist', 'real_event'} else ''}") for f in show.facts)
    return [f for f, text in texts if any(_INVENTED.search(part) and names & set(words(part)) for part in _clauses(text))]


def _clauses(text: str) -> list[str]:
    """What stands between stops; a clause that begins with a pronoun goes with the one before ("Ada Poe, a clerk; she is invented")."""
    clauses: list[str] = []
    for part in re.split(r"[.;:]", text):
        if clauses and _PRONOUN.match(part):
            clauses[-1] += part
        else:
            clauses.append(part)
    return clauses


_PRONOUN = re.compile(r"\s*(?:he|she|they|both)\b", re.IGNORECASE)


def _calls_invented(role: Fact, show: Show) -> bool:
    return bool(_declarations(role, show))


def _say(fact: Fact) -> str:
    return f"has {fact.character or fact.value} as a portrait of {fact.real_person}"
