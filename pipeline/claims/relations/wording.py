"""Phrases that several relations share: seasons, words for works, who is spoken of."""

from __future__ import annotations

import re

from pipeline.claims.entities import Entity, Sentence
from pipeline.claims.lexicon import phrases
from pipeline.claims.ordinals import ORDINALS
from pipeline.claims.patterns import Hit

SCREEN_WORK = (
    r"(?:series|show|drama|miniseries|mini-series|docudrama|dramedy|thriller|biopic|film|movie|picture|feature|adaptation|saga|"
    r"<N\d+>-parter|programme|production|project|dramatisation|dramatization|comedy|anthology|original|hit|smash|sensation|chiller|tale|"
    r"epic|retelling|title|serie|miniserie|pelicula|ficcion|cinta|produccion)"
)
PARTS = r"(?:episodes?|instal?lments?|parts?|chapters?|hours?|episodios?|capitulos?|entregas?|lot|batch|seasons?|temporadas?|series|run)"
SEASON_ORDINALS = ORDINALS | {"debut": 1, "opening": 1, "inaugural": 1}
ORDINAL = r"(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))"
ORDINAL_ES = r"(?:primera|segunda|tercera|cuarta|quinta|sexta|septima|octava)"
_SEASON = re.compile(
    rf"\b(?P<ordinal>{ORDINAL}|{ORDINAL_ES}|debut) (?:and (?:final|last) )?(?:season|series|run|outing|temporada)\b|"
    r"\b(?:season|series|temporada) (?P<number><N\d+>|one\b|\d{1,2}\b)|\bs0?(?P<short>\d)\b|"
    r"\b(?:season|temporada)s? (?P<word>uno|una)\b"
)
_PART = re.compile(r"\b(?:part|volume|parte|volumen) (?:<N\d+>|one\b|\d\b)|\b(?:first|second|primera|segunda) (?:part|parte|half|mitad)\b")
# a person whom a verb is about: "he was released", "<P0> was shot", "the brothers were arrested"
_PERSON_BEFORE = re.compile(
    r"(?:(?:<P\d+>|\bhe|\bshe|\bwho|\bthey|\bhim|\bher|\bman|\bmen|\bwoman|\bwomen|\bbrothers?|\bsisters?|\bpolice|\bfather|\bmother|\bson|"
    r"\bdaughter|\bhusband|\bwife|\bkiller|\bvictims?|\bboys?|\bgirls?|\bcompany|\bactor|\bactress|\bstar|\bel|\bella)"
    r"(?:, [^,;.]{1,50},)?(?: (?:was|were|is|are|had been|has been|has|have|had|be|being|got|first|then|later|finally|also|fue|fueron|"
    r"only|never|not|both|in fact)){0,4} )$"
)
_OTHER_THING = re.compile(
    r"\b(?:novel|book|memoir|podcast|article|trailer|teaser|album|poster|soundtrack|song|tape|single|paperback|"
    r"play|musical|magazine|app|novela|libro|memorias|articulo|trailer|pelicula documental)(?: [^,;.]{0,50})?$"
)


def read_season(sentence: Sentence, start: int, end: int) -> int | None:
    """The season named between two typed offsets: the last one of several; None where none is named."""
    found = None
    for m in _SEASON.finditer(sentence.typed, max(0, start), end):
        found = m
    if found is None:
        return None
    if found["ordinal"]:
        digits = re.match(r"\d+", found["ordinal"])
        return int(digits.group()) if digits else SEASON_ORDINALS[found["ordinal"]]
    if found["short"]:
        return int(found["short"])
    number = found["number"] or "1"
    if number.startswith("<"):
        return sentence.entity_at(number).number
    return int(number) if number.isdigit() else 1


def names_part(typed: str, start: int, end: int) -> bool:
    """Is a part or half of a season meant ("part one of the final season")?"""
    return bool(_PART.search(typed, max(0, start), end))


def clause_before(typed: str, at: int, most: int = 90) -> str:
    """The words before an offset up to the last strong mark."""
    window = typed[max(0, at - most) : at]
    return re.split(r"[;:(~]|\. ", window)[-1]


def is_about_person(typed: str, at: int) -> bool:
    """Is the verb at an offset said of a person or a company ("he was released in 2021")?"""
    return bool(_PERSON_BEFORE.search(typed[max(0, at - 110) : at]))


def is_about_other_thing(typed: str, at: int) -> bool:
    """Is the verb at an offset said of a book, a trailer, a tape?"""
    return bool(_OTHER_THING.search(_THIS_PAGE.sub(" ", clause_before(typed, at, 60))))


def is_planned(sentence: Sentence, end: int) -> bool:
    """ "A six-part series about the case is in the works": nothing has been shown yet."""
    return bool(_PLANNED.search(sentence.typed, end))


_PLANNED = re.compile(r"\b(?:in the works|planned|in development|en desarrollo|is coming)\b")


def is_platform(entity: Entity) -> bool:
    """A channel, streaming service or film distributor that the lexicon knows."""
    return entity.type == "O" and entity.surface.lower().removesuffix("'s") in _brands()


def _brands() -> frozenset[str]:
    return frozenset(phrases("platforms"))


def platforms_in(hit: Hit, group: str) -> list[Entity]:
    """The platforms inside a group of a match."""
    return [e for e in hit.entities(group) if is_platform(e)]


def token_of(sentence: Sentence, entity: Entity) -> str:
    """The token of an entity in the typed text."""
    return f"<{entity.type}{sentence.entities.index(entity)}>"


_OTHER_NOUN = (
    r"(?:podcast|documentary|docuseries|docu-series|book|memoir|novel|article|stage play|video|special|trailer|soundtrack|"
    r"documental|libro|novela|memorias|"
    r"articulo|(?:proxima|otra|anterior) (?:serie|miniserie|pelicula|obra|ficcion)|"
    r"(?:next|other|previous|earlier|old|own|debut|latest|last) (?:series|show|film|movie|drama|project|work|feature))"
)
_OTHER_SUBJECT = re.compile(
    rf"^ ?(?:the|an?|his|her|their|el|la|las|su|sus|un|una|<[OPS]\d+>'s?) (?:[a-z0-9'-]+ |<[ODN]\d+>(?:'s)? ?){{0,3}}{_OTHER_NOUN}\b"
)
_OTHER_MENTION = re.compile(rf"\b{_OTHER_NOUN}\b")
_SOURCE_BEFORE = re.compile(
    r"\b(?:based|adapted|inspired|drawn|drew|draws|adapts|taken|from|turns?) (?:on |from |by |upon )?[^,;.]{0,45}$|"
    r"\b(?:than|not|like) (?:the|an?) [a-z ]{0,15}$"
)
_WORK_MENTION = re.compile(rf"<S\d+>|\b(?:it|the (?:[a-z'-]+ |<[NO]\d+>[ -]?[a-z]* ?){{0,2}}{SCREEN_WORK}|{PARTS})\b")
_NAMED_WORK = re.compile(
    r"(?P<lead>[a-z]*) ?[\"']?<(?P<type>[XWP])\d+>[\"']?(?: \(<[DO]\d+>\)| on <O\d+>)?(?:,[\"']?)? "
    r"(?:(?:which|that|que) (?:[^;:.,]{1,70} )?|(?:an?|the|una?|el|la) (?:[^,;:.]{1,50},? )?|and )?(?:was |is |were )?(?:[a-z]+ly )?$"
)
_MAKES_TEXT = "by from with starring stars star and or for director creator writer de por y con plays as"
_MAKES = frozenset(_MAKES_TEXT.split())
_SEASON_OF = re.compile(r"\b(?:season|seasons|finale|episode|episodes|run) of [\"']?<[XWLP]\d+>(?:[^';:.][^;:.]{0,59})?$")
_NAMED_SUBJECT = re.compile(
    r"^ ?[\"']?(?P<token><[XWP]\d+>)[\"']?,[\"']? (?:which |que |(?:an?|the|una?) (?:[a-z'-]+ |<[OLDN]\d+>(?:'s)? ?){0,4}"
    r"(?:series|film|movie|show|documentary|drama|sitcom|serie|pelicula|documental)\b)"
)
_APPOSED = re.compile(
    r", an? (?:[a-z'-]+ |<[OLDN]\d+>(?:'s)? ?){0,4}(?P<noun>film|movie|series|miniseries|documentary|docuseries)\b[^,;.]{0,60}, "
    r"(?:was |is |has |were )?$"
)


# the article itself, which is no other work: "In this article, we will go over ..."
_THIS_PAGE = re.compile(r"\b(?:in|en) (?:this|our|este|esta) (?:article|guide|piece|video|special|explainer|articulo|guia|especial)\b,?")


def belongs_elsewhere(sentence: Sentence, at: int) -> bool:
    """Is what stands at a typed offset said of another thing: a podcast, somebody's next series, a title that is not on record?"""
    typed = _THIS_PAGE.sub(lambda m: " " * len(m.group()), sentence.typed)
    before = re.split(r"[;:] ", typed[:at])[-1]
    subject = _OTHER_SUBJECT.search(typed)
    if (
        subject
        and subject.end() <= at
        and not re.search(r"[;:] | (?:but|while|and) (?:it|the (?:series|show|drama|film))\b", typed[subject.end() : at])
    ):
        return True
    opening = _NAMED_SUBJECT.search(typed)
    if opening and opening.end() <= at and not re.search(r"<S\d+>", typed[opening.end() : at]):
        first = sentence.entity_at(opening["token"])
        if first.type == "W" or not first.roles:
            return True
    mentions = [m for m in _OTHER_MENTION.finditer(before) if not _SOURCE_BEFORE.search(before[: m.start()])]
    works = [m.end() for m in _WORK_MENTION.finditer(before)]
    if mentions and mentions[-1].end() > max(works, default=0):
        return True
    if _SEASON_OF.search(before):
        return True
    named = _NAMED_WORK.search(before)
    if named is None or (named["type"] == "P" and (named["lead"] in _MAKES or " que " in named.group())):
        return False
    entity = sentence.entity_at(re.findall(r"<[XWP]\d+>", named.group())[0])
    return entity.type == "W" or (
        not entity.roles and ((entity.type == "X" and (entity.named or " " in entity.surface)) or entity.type == "P")
    )


def noun_before(typed: str, at: int) -> str | None:
    """ "X, a Russian film of 2021, was shot in": the kind of work that the words before an offset speak of."""
    found = _APPOSED.search(typed[max(0, at - 150) : at])
    return {"movie": "film", "miniseries": "series", "docuseries": "documentary"}.get(found["noun"], found["noun"]) if found else None
