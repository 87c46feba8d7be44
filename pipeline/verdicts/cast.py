"""cast_member: who plays whom, and whom a character stands for. Held against holders only, never by absence."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.models import Claim, Fact, Show
from pipeline.records.characters import compare_characters, description_of, is_named, read_role
from pipeline.records.folding import fold, to_ascii, words
from pipeline.records.likeness import Likeness, closest
from pipeline.records.names import SUFFIXES, compare_people, compare_person_to_any, is_full_name
from pipeline.records.owners import is_strong
from pipeline.verdicts.ages import tells_an_age
from pipeline.verdicts.comparison import Comparison, Grade, firm, list_values
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.origin import is_demonym
from pipeline.verdicts.parts import find_holders, is_other_role, is_untold_role
from pipeline.verdicts.portrayals import compare_portrayal
from pipeline.verdicts.seasons import facts_of_season

# An actor who was asked, tested or replaced never played the part; what is said of such is no cast list.
_NOT_PLAYING = re.compile(
    r"first choice|originally|was offered|turned (?:it |the part |the role )?down|considered|audition|replac|recast|"
    r"\b(?:almost|nearly) (?!un|im|in|too|as|every|all|always|the |a |an )|"
    r"instead of|for the role first|before .{0,30} was cast|wanted",
    re.IGNORECASE,
)
_ABSENT = Comparison(Grade.NO_RECORD, failed=("holder",))


def compare(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """An actor with a character, a character with a real person, or an actor alone."""
    actor, character = str(claim.object.get("value", "")), str(claim.object.get("character", ""))
    facts = facts_of_season(claim, show.facts_of("cast_member"))
    if not facts:
        return _ABSENT
    if claim.object.get("real_person"):
        portrayal = compare_portrayal(claim, show, facts)
        if not actor or portrayal.grade is not Grade.MATCH or claim.polarity == "negated":
            return portrayal
    if not actor or _NOT_PLAYING.search(claim.quote):
        return _ABSENT
    if not character:
        return _compare_actor(actor, facts, claim.sentence or claim.quote)
    compared = _compare_pair(claim, facts, show)
    if compared.grade is not Grade.FAR:
        return compared
    two = claim.pattern in _SAID_TO_BE and _is_cast_elsewhere(claim, compared.facts, context.claims)
    scene = claim.pattern in _MAY_TELL_A_SCENE and any(_plays(actor, f) is Likeness.SAME for f in facts)
    credit = claim.pattern in _CREDITED and not any(_is_character(character, f) in _ALIKE for f in facts)
    return replace(compared, failed=(*compared.failed, "object_type")) if two or scene or credit else compared


_CREDITED = frozenset({"cast.bracketed", "cast.row_pair"})
_ALIKE = frozenset({Likeness.SAME, Likeness.NEAR})  # "Jo Poe (Kay Heart)", of nobody here, may be what Jo Poe is known for


# "Kay gets a look from Jo Poe": critics tell scenes with actors' names, so that with two of one cast these words may pair nobody
_SCENES = "becomes_part gives_part part_gets part_got part_gift part_left whom_brings whose_part part_owned"
_MAY_TELL_A_SCENE = frozenset(f"cast.{name}" for name in _SCENES.split())
_SAID_TO_BE = frozenset({"cast.part_is_new", "cast.part_is_told"})  # "Kay is Jo Poe" of a Jo Poe whom no record knows


def _is_cast_elsewhere(claim: Claim, holders: tuple[Fact, ...], others: tuple[Claim, ...]) -> bool:
    """Does the article name the part's own actor, as that or without a part? Then "Kay is Jo Poe" compares the two."""
    for other in others:
        actor, part = str(other.object.get("value", "")), str(other.object.get("character", ""))
        if other is claim or other.relation != "cast_member" or not actor or other.polarity == "negated":
            continue
        held = [f for f in holders if _plays(actor, f) is Likeness.SAME]
        if any(not part or not is_named(part) or _is_character(part, f) is Likeness.SAME for f in held):
            return True
    return False


def _plays(actor: str, fact: Fact) -> Likeness:
    return compare_person_to_any(actor, (str(fact.value), *fact.fair_values), surname_is_enough=True)


def _is_character(character: str, fact: Fact) -> Likeness:
    """The character's own name, or that of the real person whom it portrays."""
    names = [n for n in (fact.character, fact.real_person) if n and not _OF_SOMEBODY.match(n)]
    return closest(compare_characters(character, n) for n in names)


_OF_SOMEBODY = re.compile(r"^[a-z][\w' -]* of [A-Z]")  # "lawyer of Ada Poe" is a part without a name, and not Ada Poe


_BEHIND = re.compile(
    r"\W{0,3}(?:is|was|plays?|played|appears as|as|es|era|como|de|interpreta|interpretaba|da vida|encarna|hace de)(?: an?)? "
    r"((?:(?:the|an?|his|her|their|al?|el|la|un|una|su) )+[^.,;:()]+)"
)


def _compare_actor(actor: str, facts: tuple[Fact, ...], sentence: str) -> Comparison:
    hits = tuple(f for f in facts if _plays(actor, f) in {Likeness.SAME, Likeness.NEAR})
    if not hits:
        return _ABSENT
    _, _, behind = sentence.partition(actor.rsplit(maxsplit=1)[-1])
    told = _BEHIND.match(behind)
    if told is not None and is_untold_role(told[1], hits):  # "Jo Poe is the judge": not borne out by Jo Poe alone
        return Comparison(Grade.NEAR, hits[:1], "value", ("description",), f"has {_say(hits[0])}")
    return Comparison(Grade.MATCH, hits[:1], "value", right=f"has {hits[0].value} in the cast")


def _compare_pair(claim: Claim, facts: tuple[Fact, ...], show: Show) -> Comparison:
    actor, character = str(claim.object["value"]), str(claim.object["character"])
    of_actor = tuple(f for f in facts if _plays(actor, f) in {Likeness.SAME, Likeness.NEAR})
    said = _as_said(character, claim.quote)
    for fact in of_actor:
        likeness = closest((_is_character(character, fact), _is_character(said, fact)))
        if likeness is Likeness.SAME or (likeness is Likeness.NEAR and len(read_role(character).names) == 1):  # "Ben", of Benjamin
            grade, failed = (Grade.NEAR, ("description",)) if _adds_description(character, fact) else (Grade.MATCH, ())
            return Comparison(grade, (fact,), "value", failed, f"has {_say(fact)}")
    if not is_named(character):
        told = _compare_told_part(claim, of_actor, facts, show)
        if told is not None:
            return told
    bearers = holders = _leave_out_namesakes(character, tuple(f for f in facts if _is_character(character, f) is Likeness.SAME))
    if len({f.character and _key(f.character) for f in holders}) > 1:
        holders = _best_named(character, holders)
    if not of_actor:
        return _compare_with_holders(actor, character, holders, claim, show)
    return _compare_with_own_roles(character, of_actor, holders or bearers, show)


def _compare_told_part(claim: Claim, of_actor: tuple[Fact, ...], facts: tuple[Fact, ...], show: Show) -> Comparison | None:
    """A part told in plain words, by the record's notes on who is who; None where they do not settle it."""
    actor, part = str(claim.object["value"]), str(claim.object["character"])
    holders = find_holders(part, show, facts)
    if any(f in of_actor for f in holders):
        return Comparison(Grade.MATCH, tuple(f for f in holders if f in of_actor)[:1], "value", right=f"has {_say(holders[0])}")
    if not holders:
        other = firm(of_actor) if is_other_role(part, of_actor) else ()
        return Comparison(Grade.FAR, other, "holder", right=f"has {_say(other[0])}, {_read_note(other[0])}") if other else None
    compared = _compare_with_holders(actor, str(holders[0].character), holders, claim, show)
    return replace(compared, right=f"has {list_values([f'{_say(f)}, {_read_note(f)}'.rstrip(', ') for f in holders])}")


def _read_note(fact: Fact) -> str:
    """Who the character is, by the record's note."""
    return re.split(r"[,;(]", fact.note or "", maxsplit=1)[0].strip()


def _leave_out_namesakes(character: str, holders: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Without the son where the father is named in full, "Ada Poe Jr." beside "Ada Poe"; the claim would say "Jr."."""
    exact = tuple(f for f in holders if f.character and fold(f.character) == fold(character))
    others = tuple(f for f in holders if f not in exact)
    sons = exact and all(f.character and set(words(f.character)) - set(words(character)) <= SUFFIXES for f in others)
    return exact if sons else holders


def _as_said(character: str, quote: str) -> str:
    """Of a name that the article completes ("Poe", of Ada Poe, whom it names elsewhere) what stands in the quote: it may be another Poe."""
    names = character.split()
    stated = set(words(quote))
    said = [n for n in names if set(words(n)) & stated]
    return " ".join(said) or character


def _adds_description(character: str, fact: Fact) -> bool:
    """ "Milla, Belle's twin sister": does the claim say more of the character than its name, and the record not?"""
    added = set(words(description_of(character)))
    return bool(added) and not added <= set(words(f"{fact.character} {fact.note or ''} {fact.real_person or ''}"))


def _is_fully_named(character: str, fact: Fact) -> bool:
    """By first and last name, each of which the record has."""
    names = read_role(character).names
    return len(names) >= FULL_NAME and any(set(names) == set(read_role(n).names) for n in (fact.character, fact.real_person) if n)


def _is_told_apart(character: str, fact: Fact) -> bool:
    """Has either name a word that the other lacks, "Kay Heart" and "Kay Bell"? "Kay" may be short for both."""
    claimed = set(read_role(character).names)
    recorded = [set(read_role(n).names) for n in (fact.character, fact.real_person) if n]
    return all(claimed - names and names - claimed for names in recorded)


def _key(character: str) -> tuple[str, ...]:
    return read_role(character).names


def _best_named(character: str, holders: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Of several characters that a first or last name fits (two Laffertys), those of exactly that name; none where it stays open."""
    exact = tuple(f for f in holders if f.character and fold(f.character) == fold(character))
    wanted = set(read_role(character).names)
    return exact or tuple(f for f in holders if f.character and wanted == set(_key(f.character)))


def _compare_with_holders(actor: str, character: str, holders: tuple[Fact, ...], claim: Claim, show: Show) -> Comparison:
    """The actor is not on record: only the character's holder can speak."""
    solid = firm(holders)
    if not solid:
        return Comparison(Grade.NO_RECORD, holders, failed=("disputed",) if holders else ("holder",))
    failed = () if is_full_name(actor) else ("full_name",)
    several = len({fold(str(f.value)) for f in solid}) > 1 or any(f.character and read_role(f.character).aged for f in solid)
    if several or tells_an_age(claim.sentence or claim.quote, character):
        failed = (*failed, "recast")
    if not all(_is_same_part(character, f) for f in solid):
        failed = (*failed, "character_near")
    if any(compare_people(actor, str(f.value)) is not Likeness.FAR for f in solid):
        failed = (*failed, "name_near")
    if re.search(rf"{re.escape(to_ascii(actor))} from [\"'“‘]?[A-Z]", claim.sentence or claim.quote):
        failed = (*failed, "object_type")  # "<an earlier part> from <another work> plays C" names an actor by that part
    if _is_of_the_story(actor, show):
        failed = (*failed, "object_type")
    return Comparison(Grade.FAR, solid, "holder", failed, f"has {list_values([_say(f) for f in solid])}")


def _is_of_the_story(person: str, show: Show) -> bool:
    """Somebody who stands behind a character, or wrote what the work is based on: "Kay is Jo Poe and is not" compares the two."""
    models = (f.real_person for f in show.facts_of("cast_member"))
    authors = (f.author for f in show.facts_of("based_on"))
    return any(compare_people(person, n) in {Likeness.SAME, Likeness.NEAR} for n in (*models, *authors) if n)


def _compare_with_own_roles(character: str, own: tuple[Fact, ...], holders: tuple[Fact, ...], show: Show) -> Comparison:
    """The actor is on record in other roles."""
    found = [_is_character(character, f) for f in own]
    elsewhere = any(_is_fully_named(character, f) for f in holders) and all(_is_told_apart(character, f) for f in own)
    if (Likeness.NEAR in found and not elsewhere) or (Likeness.UNCLEAR in found and not holders):
        return Comparison(Grade.NEAR, own[:1], failed=("character_near",), right=f"has {_say(own[0])}")
    solid = firm(own)
    if not solid:
        return Comparison(Grade.NO_RECORD, own, failed=("disputed",))
    if (
        not is_named(character)
        or all(is_demonym(w) for w in read_role(character).names)
        or not all(f.character and is_named(f.character) and not _OF_SOMEBODY.match(f.character) for f in solid)
    ):
        return Comparison(Grade.INCOMPARABLE, solid, failed=("not_comparable",), right=f"has {_say(solid[0])}")
    right = f"has {list_values([_say(f) for f in (*solid, *firm(holders))], most=2)}"
    certain = any(_is_same_part(character, f) or _is_ranked(character, f, show) for f in holders)
    failed = () if certain else _doubt_own_role(character, solid)
    return Comparison(Grade.FAR, _better_known(solid, firm(holders), show), "holder", failed, right=right)


def _doubt_own_role(character: str, own: tuple[Fact, ...]) -> tuple[str, ...]:
    """Nobody on record plays the claimed part: it may be another name for the actor's own ("Kid", of a comedian with a full name), or
    the part of another work. Two full names that share nothing are told apart."""
    names = [read_role(character).names, *(read_role(f.character or "").names for f in own)]
    if _is_crowned(character) and all(
        len(n) >= FULL_NAME and not _is_crowned(f.character or "") for n, f in zip(names[1:], own, strict=True)
    ):
        return ()
    if any(a[:2] == b[:2] or a in b or b in a for known in names[1:] for a in names[0] for b in known):
        return ("character_near",)  # "Edmund Poe", of Ed Poe
    return () if all(len(n) >= FULL_NAME for n in names) else ("character_near",)


FULL_NAME = 2  # parts
_RANKS = frozenset(
    ["general", "colonel", "captain", "major", "lieutenant", "admiral", "president", "senator", "governor", "judge", "professor",
     "pastor", "rabbi", "bishop", "detective", "inspector", "sheriff", "marshal", "sergeant", "agent", "dr", "doctor"]
)  # fmt: skip
_CROWNS = frozenset(["king", "queen", "prince", "princess", "emperor", "empress", "pope"])
_REGNAL = re.compile(r"[A-Z][a-z]+ (?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI?)$")


def _is_crowned(character: str) -> bool:
    """A crowned head's style names one person, as a full name does: "Princess Ada", "Elizabeth II"."""
    role = read_role(character)
    first = words(character)[:1]
    return (len(role.names) == 1 and bool(first) and first[0] in _CROWNS) or bool(_REGNAL.fullmatch(character))


def _is_ranked(character: str, fact: Fact, show: Show) -> bool:
    """ "General Poe", "Pastor Ann", where one character or model on record, and no other, bears that name: of an actor who plays somebody
    else."""
    claimed = read_role(character)
    if len(claimed.names) != 1 or not claimed.titles or not claimed.titles <= _RANKS:
        return False
    bearers = {read_role(n).names for f in show.facts_of("cast_member") for n in (f.character, f.real_person) if n}
    last = {names for names in bearers if claimed.names[0] in names}
    own = [read_role(n).names for n in (fact.character, fact.real_person) if n]
    return len(last) == 1 and any(n in last for n in own)


def _is_same_part(character: str, fact: Fact) -> bool:
    """Is it certainly this part: the whole name, or a shorter one that adds nothing? "Mrs Poe" may be anybody of the family."""
    claimed = read_role(character)
    for name in (fact.character, fact.real_person):
        recorded = read_role(name or "")
        if claimed.names and set(claimed.names) == set(recorded.names):
            return True
        if claimed.names and set(claimed.names) < set(recorded.names) and claimed.titles <= recorded.titles:
            return True
    return False


def _better_known(own: tuple[Fact, ...], holders: tuple[Fact, ...], show: Show) -> tuple[Fact, ...]:
    """Either excludes the claim by itself: the one that strong evidence stands behind, both where neither has it."""
    strong = [group for group in (holders, own) if group and all(is_strong(f.sources, show.sources) for f in group)]
    return strong[0] if strong else (*own, *holders)


def _say(fact: Fact) -> str:
    if not fact.character:
        return f"{fact.value} in the cast"
    return f"{fact.value} as {fact.character}"
