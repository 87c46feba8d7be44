"""Two descriptions of one person that cannot both be true: another age, country, place, school, faith or trade.

What a person is told to be is read from the words around the name up to the first relative clause; a trade of earlier days, a disguise and
a wish are none. People have more than one trade, so that another one excludes only what the record says in so many words of that very
person, and a trade that the record mentions with the name anywhere is none of another's.
"""

from __future__ import annotations

import re

from pipeline.models import Fact, Show
from pipeline.records.faiths import read_faiths
from pipeline.records.folding import fold, words
from pipeline.records.occupations import CALLINGS, read_callings
from pipeline.verdicts.comparison import firm
from pipeline.verdicts.origin import country_code
from pipeline.verdicts.persons import (
    Nations,
    Places,
    exclude_nations,
    exclude_places,
    read_nations,
    read_places,
    read_school_left,
    write_ages,
)

_RELATIVE = re.compile(
    r"\b(?:who|whom|whose|which|that|when|after|before|seen|working as|posing as|(?<!known )(?<!known only )as)\b|[;:(]|\bque\b|\bquien\b",
    re.IGNORECASE,
)
_NOT_NOW = re.compile(
    r"\b(?:former|ex|retired|once|one-?time|would-be|aspiring|budding|future|part-time|amateur|failed|undercover|turned|disguised|"
    r"daughter|son|wife|husband|widow|mother|father|friend|sister|brother|neighbour|neighbor|partner|and|"
    r"antigu[oa]|exagente|expolic[ií]a|futur[oa]|aspirante|infiltrad[oa]|hij[oa]|espos[oa]|mujer|marido|viud[oa]|madre|padre|amig[oa]|"
    r"herman[oa]|y)\b",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"\b(\d{1,2})[ -]years?[ -]old\b|\bde (\d{1,2}) años\b|^[^,]{3,40}, (?:aged )?(\d{1,2}),|"
    r"\baged (\d{1,2})\b",
    re.IGNORECASE,
)
_TEEN = re.compile(r"\bteen(?:ager|age)?\b|\badolescente\b", re.IGNORECASE)
AGES_APART = 3  # years by which a person may grow older in a story, or be told older
ALONE = frozenset({"press", "crime", "house", "stage", "inquiry"})  # what somebody may be beside a trade
_RELATED = frozenset(
    frozenset(pair)
    for pair in (
        ("police", "sheriff"), ("science", "teaching"), ("law", "politics"), ("driving", "flying"), ("soldiering", "flying"),
        ("soldiering", "politics"), ("medicine", "mind"), ("medicine", "science"), ("mind", "science"), ("mind", "inquiry"),
        ("medicine", "nursing"), ("police", "inquiry"), ("law", "inquiry"), ("kitchen", "stage"), ("bar", "kitchen"),
    )
)  # fmt: skip


def are_related(one: str, other: str) -> bool:
    """May one calling be told for the other?"""
    return frozenset({one, other}) in _RELATED


def is_other_description(text: str, facts: tuple[Fact, ...], show: Show) -> bool:
    """Does ``text`` name one of those on record as whom the work is about, and describe another? Facts in dispute exclude nothing."""
    told = read_head(text)
    named = [f for f in firm(facts) if _names(text) & _names(str(f.value))]
    own = [f for f in named if _share_a_person(text, str(f.value))]
    if not own or len(own) != len(named):
        return False
    return all(_is_other(told, text, f, show) for f in own)


def _is_other(told: str, text: str, fact: Fact, show: Show) -> bool:
    line = str(fact.value)
    recorded = _about(text, line)
    return (
        _is_other_age(told, recorded)
        or _is_other_country(told, text, recorded, line)
        or _is_other_place(told, recorded, show)
        or _left_another_school(text, line)
        or _is_other_faith(told, recorded, text, show)
        or _is_other_calling(told, text, recorded, show)
    )


def read_head(text: str) -> str:
    """Up to the first relative clause, or to words for a disguise."""
    return _RELATIVE.split(text, maxsplit=1)[0]


def _names(text: str) -> frozenset[str]:
    return frozenset(fold(w) for w in re.findall(r"\b[A-ZÀ-Þ][\w’'-]{2,}", text)) - frozenset(CALLINGS)


def _share_a_person(text: str, recorded: str) -> bool:
    """Is the name before the description one on record, with all its parts: "Ann Roe", "Ann", and no other Roe?"""
    name = _NAME.match(text)
    told = _names(name.group()) if name else frozenset()
    return bool(told) and told <= _names(recorded) and not any(country_code(w) for w in told)


_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w.’'-]*\s?){1,4}")


def _about(text: str, recorded: str) -> str:
    """The part of a line on several people that is about those whom ``text`` names, up to its relative clause."""
    parts = re.split(r",? and (?=(?:(?!(?:of|in|from|at)\b)[\w’'-]+ ){0,6}?[A-ZÀ-Þ])|; ", recorded)
    own = [p for p in parts if _share_a_person(text, p)]
    return " ".join(read_head(p) for p in own)


def _is_other_age(told: str, recorded: str) -> bool:
    """ "A 35-year-old", of a teenager."""
    mine, theirs = _read_ages(told), _read_ages(recorded)
    if mine is None or theirs is None:
        return False
    return mine[0] - theirs[1] >= AGES_APART or theirs[0] - mine[1] >= AGES_APART


def _read_ages(text: str) -> tuple[int, int] | None:
    found = _AGE.search(write_ages(text))
    if found is not None:
        age = int(next(g for g in found.groups() if g))
        return age, age
    return (13, 19) if _TEEN.search(text) else None


def _left_another_school(text: str, line: str) -> bool:
    mine, theirs = read_school_left(text), read_school_left(line)
    return bool(mine) and bool(theirs) and not mine & theirs


def _is_other_faith(told: str, recorded: str, text: str, show: Show) -> bool:
    """ "An atheist", of a Mormon; what the record mentions with the person anywhere is no other."""
    mine, theirs = read_faiths(told.split(",", maxsplit=1)[-1]), read_faiths(recorded)
    return bool(mine) and bool(theirs) and not _NOT_NOW.search(told) and not mine & read_faiths(" ".join(_lines_with_name(text, show)))


def _is_other_country(told: str, text: str, recorded: str, line: str) -> bool:
    """ "A Belgian diplomat", of a Dutch one: told in one way, before who somebody is, as where from by birth, or as whom somebody plays."""
    return exclude_nations(_nations(told, text), _nations(recorded, line))


def _nations(head: str, whole: str) -> Nations:
    """Of the head alone, but what somebody poses as, which may stand behind it."""
    read = {how: codes for how, codes in read_nations(head).items() if how != "pose"}
    pose = read_nations(whole).get("pose")
    return {**read, "pose": pose} if pose else read


def _is_other_place(told: str, recorded: str, show: Show) -> bool:
    """ "A housewife from Ohio", of one from Texas, where no part of the story lies in Ohio."""
    mine, theirs = read_places(told), read_places(recorded)
    mentioned = {w for f in show.facts_of("protagonist", "real_event", "based_on") for w in words(_to_line(f))}
    mentioned |= {w for f in show.facts_of("cast_member") for w in words(f.note or "")}
    located = {head for head, area in _split_places(theirs) if area}
    heads = (head for head, area in _split_places(mine) if not (area and head in located))  # a namesake elsewhere is not mentioned
    if any(fold(head) in mentioned for head in heads):
        return False
    return exclude_places(mine, theirs, tuple(str(f.value) for f in show.facts_of("setting_place")))


def _split_places(places: Places) -> list[tuple[str, str]]:
    """Each place with what it lies in, "" where that is not told."""
    return [(head, area) for told in places.values() for head, _, area in (place.partition(", ") for place in told)]


def _is_other_calling(told: str, text: str, recorded: str, show: Show) -> bool:
    description = told.split(",", maxsplit=1)[-1]
    mine = read_callings(description)
    if not mine or _NOT_NOW.search(description):
        return False
    return _excludes_calling(mine, recorded) and mine[-1] not in _callings_with_name(text, show)


def _excludes_calling(mine: tuple[str, ...], recorded: str) -> bool:
    """May what is recorded exclude the last calling told? Children have none, and a federal agent is no sheriff."""
    theirs, told = frozenset(read_callings(recorded)), mine[-1]
    if _is_minor(recorded):
        return told not in _OF_THE_YOUNG
    if theirs == {"inquiry"} and told == "sheriff" and _FEDERAL.search(recorded):
        return True
    if told in ALONE or theirs & set(mine) or any(are_related(told, t) for t in theirs):
        return False
    return _is_alone(theirs, told)


def _is_minor(recorded: str) -> bool:
    """Is it a child or a teenager whom the record tells of?"""
    ages = _read_ages(recorded)
    return (ages is not None and ages[1] <= OLDEST_MINOR) or bool(_CHILD.search(recorded))


OLDEST_MINOR = 19
_CHILD = re.compile(r"^[^,]{3,60}, (?:an? |the )?(?:[\w-]+ ){0,2}(?:girl|boy|schoolgirl|schoolboy|child)\b", re.IGNORECASE)
_OF_THE_YOUNG = frozenset({"stage", "crime", "swimming", "ring", "football", "dance", "farm", "sea", "bar", "soldiering", "inquiry"})
_FEDERAL = re.compile(r"\b(?:special|federal|fbi|dea|cia) agents?\b|\bFBI\b", re.IGNORECASE)


def _is_alone(recorded: frozenset[str], told: str) -> bool:
    """May what is recorded exclude what is told? Somebody who deals in drugs may have a trade, and is no policeman."""
    return bool(recorded - ALONE) or "stage" in recorded or (recorded == {"crime"} and told == "police")


LEAST_STEM = 4  # letters; a shorter one begins too many words


def _callings_with_name(text: str, show: Show) -> frozenset[str]:
    """Callings that the record mentions in one line with the person, or words for what they do ("cooking", of a cook)."""
    lines = _lines_with_name(text, show)
    told = {w for line in lines for w in words(line)}
    done = {calling for stem, calling in _STEMS.items() if any(w.startswith(stem) for w in told)}
    return frozenset(c for line in lines for c in read_callings(line)) | done


_STEMS = {
    stem: calling
    for word, calling in CALLINGS.items()
    if (stem := re.sub(r"(?:[aeo]r[ao]?|ist[ao]?|ess|[oa])$", "", word)) and (len(stem) > LEAST_STEM or word in {"cook", "chef"})
}


def _lines_with_name(text: str, show: Show) -> list[str]:
    """Lines of the record on the person: on its own part, or that mention it elsewhere."""
    names = _names(read_head(text))
    return [_to_line(f) for f in show.facts if _is_on(f, names)]


def _is_on(fact: Fact, names: frozenset[str]) -> bool:
    if fact.property == "cast_member" and fact.character:
        return names <= frozenset(words(f"{fact.character} {fact.real_person or ''}"))
    return bool(names & frozenset(words(_to_line(fact))))


def _to_line(fact: Fact) -> str:
    return f"{fact.value} {fact.character or ''} {fact.real_person or ''} {fact.note or ''} {fact.where or ''}"
