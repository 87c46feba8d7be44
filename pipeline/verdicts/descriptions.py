"""Two descriptions of one person that cannot both be true: another country, another age, another trade.

What a person is told to be is read from the words around the name up to the first relative clause; a trade of earlier days, a disguise and
a wish are none. People have more than one trade, so that another one excludes only what the record says in so many words of that very
person, and a trade that the record mentions with the name anywhere is none of another's.
"""

from __future__ import annotations

import re

from pipeline.models import Fact, Show
from pipeline.records.folding import fold, words
from pipeline.records.occupations import CALLINGS, read_callings
from pipeline.verdicts.comparison import firm
from pipeline.verdicts.origin import country_code

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
_SPANISH = {
    "belga": "BE", "sueco": "SE", "sueca": "SE", "aleman": "DE", "ingles": "GB", "inglesa": "GB", "britanico": "GB", "britanica": "GB",
    "frances": "FR", "italiano": "IT", "colombiano": "CO", "argentino": "AR", "chileno": "CL", "chilena": "CL", "peruano": "PE",
    "peruana": "PE", "holandes": "NL", "holandesa": "NL", "neerlandes": "NL", "neerlandesa": "NL", "ruso": "RU", "rusa": "RU",
    "polaco": "PL", "polaca": "PL", "estadounidense": "US", "suizo": "CH", "suiza": "CH", "swiss": "CH", "austrian": "AT",
    "noruego": "NO", "danes": "DK", "danesa": "DK", "brasileno": "BR", "uruguayo": "UY", "uruguaya": "UY", "canadiense": "CA",
}  # fmt: skip
_AGE = re.compile(r"\b(\d{1,2})[ -]years?[ -]old\b|\bde (\d{1,2}) años\b|^[^,]{3,40}, (?:aged )?(\d{1,2}),", re.IGNORECASE)
_TEEN = re.compile(r"\bteen(?:ager|age)?\b|\badolescente\b", re.IGNORECASE)
AGES_APART = 3  # years by which a person may grow older in a story, or be told older
ALONE = frozenset({"press", "crime", "house", "stage", "inquiry"})  # what somebody may be beside a trade
_RELATED = frozenset({frozenset({"police", "sheriff"}), frozenset({"science", "teaching"}), frozenset({"law", "politics"})})


def is_other_description(text: str, facts: tuple[Fact, ...], show: Show) -> bool:
    """Does ``text`` name one of those on record as whom the work is about, and describe another? Facts in dispute exclude nothing."""
    told = _head(text)
    named = [f for f in firm(facts) if _names(text) & _names(str(f.value))]
    own = [f for f in named if _share_a_person(text, str(f.value))]
    if not own or len(own) != len(named):
        return False
    return all(_is_other(told, text, f, show) for f in own)


def _is_other(told: str, text: str, fact: Fact, show: Show) -> bool:
    recorded = _about(text, str(fact.value))
    return _is_other_age(told, recorded) or _is_other_country(told, recorded) or _is_other_calling(told, text, recorded, show)


def _head(text: str) -> str:
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
    parts = re.split(r",? and (?=(?:[\w’'-]+ ){0,6}?[A-ZÀ-Þ])|; ", recorded)
    own = [p for p in parts if _share_a_person(text, p)]
    return " ".join(_head(p) for p in own)


def _is_other_age(told: str, recorded: str) -> bool:
    """ "A 35-year-old", of a teenager."""
    mine, theirs = _read_ages(told), _read_ages(recorded)
    if mine is None or theirs is None:
        return False
    return mine[0] - theirs[1] >= AGES_APART or theirs[0] - mine[1] >= AGES_APART


def _read_ages(text: str) -> tuple[int, int] | None:
    found = _AGE.search(text)
    if found is not None:
        age = int(next(g for g in found.groups() if g))
        return age, age
    return (13, 19) if _TEEN.search(text) else None


def _is_other_country(told: str, recorded: str) -> bool:
    """ "A Belgian diplomat", of a Dutch one: the same trade, each with one country right before it."""
    mine, theirs = _read_countries(told), _read_countries(recorded)
    shared = mine.keys() & theirs.keys()
    return bool(shared) and all(mine[k] != theirs[k] for k in shared)


def _read_countries(text: str) -> dict[str, str]:
    """What each trade of a text is told to be by country: {"diplomacy": "NL"}; "Russian-born" stands for birth."""
    tokens = [t for t in re.findall(r"[\w-]+", fold(text)) if t]
    found: dict[str, str] = {}
    for n, token in enumerate(tokens):
        country = _SPANISH.get(token.removesuffix("-born")) or _country(token.removesuffix("-born"))
        if country is None:
            continue
        if token.endswith("-born") or tokens[n + 1 : n + 2] == ["born"]:
            found["birth"] = country
            continue
        near = [CALLINGS[t] for t in (*tokens[n + 1 : n + 3], *tokens[max(0, n - 2) : n]) if t in CALLINGS]
        found |= dict.fromkeys(near[:1], country)
    return found


def _country(word: str) -> str | None:
    """The country of a word for those who come from it; a country's own name is none ("the Dutch embassy in Thailand")."""
    code = country_code(word)
    return code if code is not None and re.search(r"(?:an|ish|ese|ch|sh|se|i|na|no)$", word) else None


def _is_other_calling(told: str, text: str, recorded: str, show: Show) -> bool:
    description = told.split(",", maxsplit=1)[-1]
    mine, theirs = read_callings(description), frozenset(read_callings(recorded))
    if not mine or not theirs or _NOT_NOW.search(description):
        return False
    if mine[-1] in ALONE or mine[-1] in theirs or any(frozenset({mine[-1], t}) in _RELATED for t in theirs):
        return False
    if not _is_alone(theirs, mine[-1]):
        return False
    return mine[-1] not in _callings_with_name(text, show)


def _is_alone(recorded: frozenset[str], told: str) -> bool:
    """May what is recorded exclude what is told? Somebody who deals in drugs may have a trade, and is no policeman."""
    return bool(recorded - ALONE) or "stage" in recorded or (recorded == {"crime"} and told == "police")


def _callings_with_name(text: str, show: Show) -> frozenset[str]:
    """Callings that the record mentions in one line with the person."""
    names = _names(_head(text))
    lines = (f"{f.value} {f.character or ''} {f.real_person or ''} {f.note or ''} {f.where or ''}" for f in show.facts)
    return frozenset(c for line in lines if names & frozenset(words(line)) for c in read_callings(line))
