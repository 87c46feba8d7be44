"""Which of the actors and characters of a sentence belong together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.claims.entities import Sentence
from pipeline.claims.patterns import Found
from pipeline.claims.slots.findings import RIVAL, Slot, find_extent, likelihood_of
from pipeline.claims.slots.model import Marks
from pipeline.claims.slots.words import Words
from pipeline.records.kinship import TIE

IN_ORDER, LINKED, PREFERRED = 0.95, 0.75, 0.6
SURE = 0.8  # of an actor and of the pair together (their product), behind "is", where the character is introduced
AHEAD = 0.3  # by how much a pair must be likelier than every other one of its actor or its character


def weigh_pairs(
    sentence: Sentence, laid: Words, actors: Mapping[int, Slot], characters: Mapping[int, Slot], marks: Marks
) -> list[tuple[float, int, int]]:
    """(likelihood, actor, character): the model's own where the pair is AHEAD of every other one of its actor or its character
    (nine in ten of those from 0.7 up are labelled so on works left out), else LINKED where nothing but a word for playing stands between
    two neighbours, IN_ORDER where two rows are paired "respectively", PREFERRED where two neighbours are each other's likeliest."""
    found = {(a, b): p for (kind, a, b), p in marks.pairs.items() if kind == "plays" and a in actors and b in characters}
    plain = {
        (a, b)
        for a in actors
        for b in characters
        if likelihood_of(actors, a) > likelihood_of(characters, a) and likelihood_of(characters, b) > likelihood_of(actors, b)
    }
    people = [n for n, kind in enumerate(laid.kinds) if kind.startswith("P") or n in actors or n in characters]
    rows = {n for a, b in pairwise(people) for n in (a, b) if _are_alike(actors, characters, a, b) and are_joined(sentence, laid, a, b)}
    weighed = {pair: p for pair, p in found.items() if not rows & set(pair) and p - rival_of(found, pair) >= AHEAD}
    for first, second in pairwise(people):
        for pair in plain & {(first, second), (second, first)} if not rows & {first, second} else ():
            sure = found.get(pair, 0.0) * likelihood_of(actors, pair[0]) >= SURE and not _may_have_lived(marks, second)
            sure = sure and not sentence.typed.endswith("!")  # a joke more often than a credit
            told = sure and (_is_introduced(sentence, laid, first, second) or _is_in_a_list(found, pair))
            if pair == (second, first) and not told and _is_only_said_to_be(sentence, laid, first, second):
                weighed.pop(pair, None)
            elif _is_linked(sentence, laid, first, second):
                weighed[pair] = max(LINKED, weighed.get(pair, 0.0))
            elif found.get(pair, 0.0) > rival_of(found, pair) and not _APART.search(_between(sentence, laid, first, second)):
                weighed[pair] = max(PREFERRED, weighed.get(pair, 0.0))
    for pair in pair_rows(sentence, sorted({a for a, _ in plain}), sorted({b for _, b in plain})):
        weighed[pair] = IN_ORDER
    return [(p, a, b) for (a, b), p in weighed.items() if not is_apart(sentence, laid, a, b)]


def is_apart(sentence: Sentence, laid: Words, actor: int, character: int) -> bool:
    """Is the part an earlier one, or that of somebody of the character's ("Brenda's husband"), or does a bracket close between the two?"""
    between = _between(sentence, laid, min(actor, character), max(actor, character))
    start, end = find_extent(sentence, laid, character)
    relative = sentence.typed[end:].startswith("'s ") or _RELATIVE_OF.search(sentence.typed[:start])
    other = _HAS_ITS_OWN.match(sentence.typed, end) if actor < character else None  # "Ann is Jo Roe, Bea, her sister, is Kay Poe"
    apart = (
        _EARLIER_PART.search(_SEEN_NOW.sub(" ", between))
        or _NOT_PLAYED.search(between)
        or _NEXT_CLAUSE.search(between)
        or _WITHIN.search(between)
        or (actor < character and _OF_SOMEBODY.search(between))
        or (not sentence.entities[character].roles and _OF_A_KIND.match(between) and sentence.typed.startswith(",", end))
        or (_AS.search(sentence.typed[:start]) and _SUBJECT.search(between))
        or relative
        or (other and int(other[1]) != actor)
    )
    return bool(apart or between.count(")") > between.count("("))


_HAS_ITS_OWN = re.compile(r"(?:, [^,;.<]{1,40},)? (?:is|are|was|es) (?:the |an? )?<P(\d+)>")
_OF_A_KIND = re.compile(r"^,? (?:an?|un|una) $")  # "Jo Roe, a New Yorker, ...": behind the article stands what one is, and no name
_NEXT_CLAUSE = re.compile(r", (?:y|and|pero|but|while|mientras) (?:so |also |tambien )?(?:es|is|are|was|fue|it)\b")
# "the only guard who treats <her> well", "<Jo Poe>, a sailor and <Kay Heart> reader"
_WITHIN = re.compile(
    r"\b(?:the|an?) (?:[a-z'-]+ ){1,5}(?<!part )(?<!role )(?:who|whose|that) (?!(?:is|was|becomes|became|goes)\b)(?:[a-z'-]+ ){1,4}$|"
    r"^, an? (?:[a-z'-]+ ){1,4}and $"
)
_AS, _SUBJECT = re.compile(r"\b(?:as|playing) (?:[a-z'-]+ ){0,3}$"), re.compile(r", (?:he|she) ")  # "as <her>, he outshines <somebody>"
_NOT_PLAYED = re.compile(r"n't\b|\b(?:not|no|never|nor|neither|nunca)\b")


_RELATIVE_OF = re.compile(rf"{TIE} (?:of|de) $")


_SEEN_NOW = re.compile(r"\b(?:can|may) (?:also |now |here |briefly )?be seen (?:here |briefly )?as\b|\bis seen (?:here|briefly) as\b")
_EARLIER_PART = re.compile(
    r"\b(?:known|seen|remembered?|famous|formerly|conocid[oa]|vist[oa]|record(?:ad[oa]|amos)|had [a-z]+ed)\b|<[WS]\d+>|"
    r"\b(?:in|fronted|headlined) <X\d+>"
)


def rival_of(pairs: Mapping[tuple[int, int], float], pair: tuple[int, int]) -> float:
    """The likeliest other pair of the same actor or the same character."""
    return max((p for other, p in pairs.items() if (other[0] == pair[0]) is not (other[1] == pair[1])), default=0.0)


def _may_have_lived(marks: Marks, number: int) -> bool:
    """Does the model half take the name for somebody real behind a character?"""
    return marks.parts.get(number, {}).get("real_person", 0.0) >= RIVAL


def _is_only_said_to_be(sentence: Sentence, laid: Words, character: int, other: int) -> bool:
    """ "Kay Heart is Jo Poe!!", "Kay Heart is Jo Poe with a boat": behind "is", only somebody who acts on record is surely the actor.
    Others may be whom the character is like."""
    acts = sentence.entities[other].acts()
    return not acts and _IS.search(_between(sentence, laid, character, other)) is not None


def _is_introduced(sentence: Sentence, laid: Words, character: int, other: int) -> bool:
    """ "Her neighbour Kay Heart is Jo Poe", "Kay Heart, the widow, is Jo Poe": whoever is being introduced is not compared."""
    likened = _LIKENED.match(sentence.typed, find_extent(sentence, laid, other)[1])
    before = sentence.typed[: find_extent(sentence, laid, character)[0]]
    return not likened and bool(_WHO_SHE_IS.search(before) or _APPOSED.match(_between(sentence, laid, character, other)))


def _is_in_a_list(found: Mapping[tuple[int, int], float], pair: tuple[int, int]) -> bool:
    """Is somebody else told to play somebody else?"""
    return any(p >= LINKED and not {a, b} & set(pair) for (a, b), p in found.items())


_IS = re.compile(r"^(?:,[^;:.]*,|,)? (?:is|es|was) $")
_LIKENED = re.compile(r"\s?!| (?:with|without|minus|plus|meets|by way of|reborn|all over again|crossed|in all but|but|only|con|sin|pero)\b")
_WHO_SHE_IS = re.compile(
    r"(?:\b(?:the|an?|his|her|their|its|el|la|un|una|su)|<[PSX]\d+>'s?|^[a-z-]+|[,;:] (?:and |y )?[a-z-]+) "
    r"(?:[a-z'-]+,? ){0,4}[a-z'-]+,? $"
)
_APPOSED = re.compile(r"^, (?:the|an?|his|her|their|el|la|un|una|su|<[PSXLO]\d+>'s?|[a-z]+ty|[a-z]+teen|<N\d+>) [^;:.]*, (?:is|es|was) $")


_RESPECTIVE = re.compile(r"\brespectiv(?:ely|amente)\b")


def pair_rows(sentence: Sentence, actors: Sequence[int], characters: Sequence[int]) -> list[tuple[int, int]]:
    """Two rows of one length, one behind the other, that the sentence says belong to each other in order."""
    apart = bool(actors) and bool(characters) and (actors[-1] < characters[0] or characters[-1] < actors[0])
    if len(actors) != len(characters) or len(actors) < 2 or not apart or not _RESPECTIVE.search(sentence.typed):
        return []
    return list(zip(actors, characters, strict=True))


def stretch_to_order(found: Found, sentence: Sentence) -> Found:
    """The finding with the "respectively" that it rests on."""
    order = _RESPECTIVE.search(sentence.typed)
    return found if order is None else replace(found, end=max(found.end, order.end()))


def _are_alike(actors: Mapping[int, Slot], characters: Mapping[int, Slot], a: int, b: int) -> bool:
    """Would the two play the same part: both actors, or both characters?"""
    return (likelihood_of(actors, a) > likelihood_of(characters, a)) is (likelihood_of(actors, b) > likelihood_of(characters, b))


def are_joined(sentence: Sentence, laid: Words, a: int, b: int) -> bool:
    """Do two neighbours stand in one row of names?"""
    return _JOINED.fullmatch(_between(sentence, laid, a, b)) is not None


def _between(sentence: Sentence, laid: Words, first: int, second: int) -> str:
    """The typed text between two entities; all of the sentence where one has no word."""
    a, b = laid.places[first], laid.places[second]
    if a is None or b is None:
        return sentence.typed
    return sentence.typed[sentence.typed.index(">", laid.at[a]) + 1 : laid.at[b]]


_JOINED = re.compile(r",? (?:and|&|y|e) |, ")


_LINK = re.compile(
    r"\b(?:as|plays?|played|playing|portray\w*|role|part|embod\w+|brought to life|interpreta\w*|encarna\w*|da vida|dio vida|papel|como|"
    r"protagoniza\w*|(?:lo|la) (?:borda|hace|hizo)|(?:presta|pone) (?:el |su |la )?(?:rostro|cara|fisico)|"
    r"(?:rostro|cara|cargo|facciones|rasgos) de|(?:has|had|wears|wore|with|took|takes) the (?:face|features) of)\b"
)
# "Jo Poe is Kay Heart", "Jo Poe is his gruff partner Kay Heart"
_SHORT_LINK = re.compile(
    r"^(?:'s)? (?:[a-z]+ly )?(?:is|was|are|es|played by|por|by) (?:(?:the|an?|his|her|their|el|la|su) )?"
    r"(?:(?!(?:of|to|with|from|by|behind|opposite|for|in|on|at|as|like|not|than|and|or|de|en|con|a|no|real|actual|true|"
    r"verdader[oa])\b)[a-z-]+ ){0,3}$"
)
_OWN = re.compile(r"'s (?:[a-z-]+ ){0,2}")  # "Jo Poe's Kay Heart"
_OF_SOMEBODY = re.compile(rf"^'s .*{TIE} $")  # "Jo Poe's friend Kay Heart"
_IN_A_ROW = frozenset({": ", " - ", " ~ ", " / "})  # "Jo Poe: Kay Heart" alone on its line
ROW_ENTITIES, ROW_WORDS = 3, 6
_APART = re.compile(r"[;:]|, (?:with|while|and|alongside|con|y) ")
MOST_BETWEEN = 90  # typed characters


def _is_linked(sentence: Sentence, laid: Words, first: int, second: int) -> bool:
    """Does a word for playing stand between two neighbours, and nothing that parts them?"""
    between = _between(sentence, laid, first, second)
    if between in _IN_A_ROW:
        return len(laid.kinds) <= ROW_ENTITIES and sentence.typed.count(" ") <= ROW_WORDS
    if between in {" (", "("}:
        place = laid.places[second]
        return place is not None and laid.words[place + 1 : place + 2] == (")",)
    linked = _LINK.search(between) or _SHORT_LINK.search(between) or (_OWN.fullmatch(between) and not _OF_SOMEBODY.search(between))
    return len(between) <= MOST_BETWEEN and bool(linked) and not _APART.search(between)
