"""What a description tells of a person, piece by piece: country, place, age, school, and the unit of a group.

Each piece is read with how it is told ("from Leeds", "a Leeds dentist", "Leeds-born"), for two that are told in different ways may both be
true: somebody born in one town lives in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.records.folding import fold, to_ascii
from pipeline.records.likeness import Likeness
from pipeline.records.nationalities import read_country
from pipeline.records.numerals import write_digits
from pipeline.records.occupations import CALLINGS
from pipeline.records.place_names import compare_places, find_places
from pipeline.verdicts.origin import country_code

Nations = Mapping[str, frozenset[str]]  # ISO codes by how they are told
Places = Mapping[str, tuple[str, ...]]  # places as written by how they are told

# words for somebody that may follow what tells a country or a town
_SOMEBODY_TEXT = """
    man woman men women wife wives husband team crew athlete player boy girl boys girls youth teenager teenagers teen
    mother mothers mum mom father fathers parents couple widow widower housewife homemaker student students dropout graduate
    pupil orphan heiress heir socialite fraudster immigrant migrant refugee bride players teammates
    daughter son sister sisters brother brothers siblings family families friends princess prince aristocrat businessman businesswoman
    entrepreneur millionaire billionaire novelist writer author poet loner bachelor spinster native citizen guru influencer passenger
    mujer hombre chica chico joven muchacha muchacho nina nino adolescente madre madres padre padres viuda viudo ama estudiante alumna
    alumno huerfana huerfano heredera heredero novia hija hijo hermana hermano hermanas hermanos familia amigos princesa principe empresario
    empresaria escritor escritora novelista inmigrante
"""
SOMEBODY = frozenset(_SOMEBODY_TEXT.split())
_YUGOSLAVIA = frozenset({"RS", "HR", "BA", "SI", "ME", "MK", "XK"})
_NEAR_COUNTRIES = (frozenset({"GB", "IE"}), frozenset({"RU", "UA"}), frozenset({"DE", "AT"}), frozenset({"US", "PR"}), _YUGOSLAVIA)
_EMBASSY = frozenset({"embassy", "consulate", "legation", "embajada", "consulado"})
_LENT = r"(?:an? |una? |the |la |el )?(?:young |rich |wealthy |minor |joven |rica |rico )?"
_POSE = re.compile(
    rf"\b(?:posing as|poses as|posed as|pretend(?:s|ed|ing)? to be|pass(?:es|ed|ing) (?:her|him)self off as|claim(?:s|ed|ing)? to be|"
    rf"that she is|that he is|(?:se )?hac(?:e|ia|iendose|erse) pasar por|fing(?:e|ia|iendo) ser|se presenta como|dice ser) {_LENT}([\w-]+)",
    re.IGNORECASE,
)
_BORN = re.compile(r"\b(?:born|raised|nacid[oa]|naci[oó]|criad[oa]) (?:and raised |and bred )?(?:in|en) ((?:[A-ZÀ-Þ][\w'’-]+ ?){1,3})")
_DESCENT = re.compile(
    r"\b(?:de )?(?:origen|nacionalidad|ascendencia) ([\w-]+)|\b([\w-]+) (?:origin|descent|birth|extraction|nationality)\b", re.IGNORECASE
)


_IN_SPANISH = re.compile(r"\baños\b|\ba los\b", re.IGNORECASE)


def write_ages(text: str) -> str:
    """The text with numbers in words as digits, Spanish ones where it tells an age in Spanish: "once" is English elsewhere."""
    text = write_digits(text, "en")
    return write_digits(text, "es") if _IN_SPANISH.search(text) else text


def read_nations(text: str) -> Nations:
    """Countries by how they are told: "is" (a Dutch diplomat), "serves" (of the Dutch embassy), "birth" (Dutch-born), "pose" (posing as a
    Dutch heiress)."""
    found: dict[str, set[str]] = {}
    for how, code in _read_codes(text):
        found.setdefault(how, set()).add(code)
    return {how: frozenset(codes) for how, codes in found.items()}


def _read_codes(text: str) -> Iterator[tuple[str, str]]:
    told = [("pose", read_country(m[1])) for m in _POSE.finditer(text)]
    told += [("birth", country_code(m[1].strip())) for m in _BORN.finditer(text)]
    told += [("birth", read_country(m[1] or m[2])) for m in _DESCENT.finditer(text)]
    yield from ((how, code) for how, code in told if code is not None)
    tokens = re.findall(r"[\w-]+|[,;:.()]", to_ascii(_POSE.sub(" ", _DESCENT.sub(" ", text))).lower())
    for n, token in enumerate(tokens):
        code = read_country(token.removesuffix("-born"))
        if code is None:
            continue
        behind, before = _up_to_stop(tokens[n + 1 : n + 4]), _up_to_stop(tokens[max(0, n - 2) : n][::-1])
        if token.endswith("-born") or behind[:1] == ["born"]:
            yield "birth", code
        elif {*behind[:1], *before[:1]} & _EMBASSY:
            yield "serves", code
        elif any(t in SOMEBODY or t in CALLINGS for t in (*behind, *before)):
            yield "is", code


def _up_to_stop(tokens: list[str]) -> list[str]:
    return tokens[: next((n for n, t in enumerate(tokens) if not t[0].isalnum() or t in _ENDS), len(tokens))]


_END_WORDS = "who whose whom that which from of in at and or de del en y que con with for turned"
_ENDS = frozenset(_END_WORDS.split())


def exclude_nations(told: Nations, recorded: Nations) -> bool:
    """Is another country told in the way in which the record tells one? An embassy is that of a diplomat's country."""
    mine, theirs = dict(told), dict(recorded)
    if "serves" in mine and "is" in theirs:
        mine["is"] = mine.get("is", frozenset()) | mine.pop("serves")
    known = frozenset(code for codes in theirs.values() for code in codes)
    shared = mine.keys() & theirs.keys()
    return any(not any(_are_near(a, b) for a in mine[how] for b in known) for how in shared)


def _are_near(a: str, b: str) -> bool:
    return a == b or any({a, b} <= near for near in _NEAR_COUNTRIES)


_PLACE = r"((?:[A-ZÀ-Þ][\w.'’-]*)(?:,? (?:de |la |los |las )?[A-ZÀ-Þ][\w.'’-]*){0,3})"
_LEADING = (
    r"(?:(?:the|la|el|an?|una?|rural|downtown|suburban|upstate|small|little|pequeñ[oa]|town|city|village|suburbs?|ciudad|pueblo|of|de|in|en)"
    r" ){0,4}"
)
_FROM = re.compile(
    rf"\b(?:from|natives? of|natural(?:es)? de|oriund[oa]s? de|procedentes? de|llegad[oa]s? de|(?<=[a-z]) de) {_LEADING}{_PLACE}"
)
_OF = re.compile(rf"\bof {_LEADING}{_PLACE}")  # either
_AT = re.compile(rf"\b(?:in|en) {_LEADING}{_PLACE}")
_ADJUNCT = re.compile(r"\b([A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+)?) (?:[a-z-]+ ){0,2}?([a-z-]+)\b")


def read_places(text: str) -> Places:
    """Where a person is from ("from") or lives ("at": of, in, or right before the trade), as far as these are places that we know."""
    found: dict[str, list[str]] = {}
    for how, pattern in (("from", _FROM), ("from", _OF), ("at", _OF), ("at", _AT)):
        for m in pattern.finditer(text):
            found.setdefault(how, []).append(m[1].strip(" ,.'’"))
    for m in _ADJUNCT.finditer(text):
        if (to_ascii(m[2]) in SOMEBODY or m[2] in CALLINGS) and fold(m[1]) not in _ARTICLES:
            found.setdefault("at", []).append(m[1])
    known = {how: tuple(p for p in places if find_places(p) and read_country(p) is None) for how, places in found.items()}
    return {how: places for how, places in known.items() if places}


_ARTICLE_WORDS = "a an the un una el la los las his her their"
_ARTICLES = frozenset(_ARTICLE_WORDS.split())


def exclude_places(told: Places, recorded: Places, also: tuple[str, ...]) -> bool:
    """Is another place told in the way in which the record tells one, far from that and from all of ``also``?"""
    for how in told.keys() & recorded.keys():
        others = (*recorded[how], *also)
        if all(_is_elsewhere(p, other) for p in told[how] for other in others):
            return True
    return False


def _is_elsewhere(place: str, other: str) -> bool:
    """Far, and not in one state with it: people are born in the next town, or told to be from the city."""
    if compare_places(place, other) is not Likeness.FAR:
        return False
    a, b = ([m for meanings in find_places(text) for m in meanings] for text in (place, other))
    return not any(len(x.within & y.within) >= ONE_STATE for x in a for y in b)


ONE_STATE = 2  # areas that two places share: the country and the state


_SCHOOL = r"(?:the )?(?:University of )?([A-ZÀ-Þ][\w’'-]+)"
_LEAVES = r"(?:leaves|left|quits|quit|abandons|abandoned|drop(?:s|ped|ping)? out of)"
_STUDENT = r"(?: University)? (?:student|undergraduate|freshman|sophomore)"
_LEFT = (
    re.compile(r"\b([A-ZÀ-Þ][\w’'-]+)(?: University)? (?:college |university )?drop-?outs?\b"),
    re.compile(rf"\b([A-ZÀ-Þ][\w’'-]+){_STUDENT} who (?:{_LEAVES}|drops|dropped)\b"),
    re.compile(rf"\bstudent who {_LEAVES} {_SCHOOL}\b(?! for\b)"),
    re.compile(rf"\bdrop(?:s|ped|ping)? out of {_SCHOOL}"),
    re.compile(r"\b(?:abandon[aó]|dej[aó]) la Universidad de ([A-ZÀ-Þ][\w’'-]+)"),
)
_NO_SCHOOLS = "a an the high middle college school university medical law business former young"
_NO_SCHOOL = frozenset(_NO_SCHOOLS.split())


def read_school_left(text: str) -> frozenset[str]:
    """The university, folded, that somebody left before the end ("the Stanford dropout"); two where it may be either ("a Yale student who
    left Boston")."""
    names = (m[1] for pattern in _LEFT for m in pattern.finditer(text))
    return frozenset(fold(name) for name in names if read_country(name) is None and fold(name) not in _NO_SCHOOL)


_UNIT = re.compile(
    r"\b(\d+)(?:st|nd|rd|th|º|ª|°)? ((?:[A-Z][\w-]+ ){0,2}(?:Group|Division|Regiment|Battalion|Squadron|Brigade|Infantry|Airborne|Wing|"
    r"Precinct|Grupo|Divisi[oó]n|Regimiento|Batall[oó]n|Escuadr[oó]n))\b",
    re.IGNORECASE,
)


def read_units(text: str) -> Mapping[str, frozenset[int]]:
    """Numbers of units by the last word for what they are: {"group": {100}}."""
    found: dict[str, set[int]] = {}
    for m in _UNIT.finditer(text):
        found.setdefault(fold(m[2]).split()[-1], set()).add(int(m[1]))
    return {unit: frozenset(numbers) for unit, numbers in found.items()}
