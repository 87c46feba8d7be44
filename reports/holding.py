"""What the machine never prints alone: statements about private persons and about crimes. An editor's confirmation releases them."""

from __future__ import annotations

import re

import re2

from reports.language import mark
from reports.wording import Values

# Crimes, and private matters of the same weight, in English and Spanish; word beginnings.
_GRAVE = re2.compile(
    r"(?i)\b(murder|kill|slain|slay|homicid|manslaughter|strangl|stabb|rape[ds]?\b|rapist|sexual|molest|abus|assault|grooming|paedophil|pedophil"
    r"|kidnap|abduct|convict|guilty|sentenced|imprison|jailed|arrest|indict|fraud|embezzl|launder|traffick|terroris|suicid|overdos|addict"
    r"|extort|blackmail|stalk|perpetrat|criminal|felon|affair\b|illegitimate"
    r"|asesin|homicid|mat[óo]\b|viol[óo]\b|violaci|violador|abus[oó]|agresi|secuestr|rapt[oó]|condenad|culpable|encarcel|estaf|fraude|drogadic"
    r"|suicidi|acos[oó])"
)
# Two capitalised words in a row: a name, as far as a pattern can tell.
_NAME = re.compile(r"\b[^\W\d_a-z][\w'’.-]+ (?:(?:de|del|la|van|von|bin|al)\s)?[^\W\d_a-z][\w'’-]+")
_DENIAL = re2.compile(
    r"(?i)(?:\b(?:not|never|neither|nor|isnt|wasnt|cannot|rather than|instead of|contrary to|far from)\b|n[’']t\b"
    r"|\b(?:no es|no son|no est[áa]|no fue|no se|nunca|tampoco|en lugar de|en vez de|lejos de)\b)"
)
_REPORTED = re2.compile(
    r"(?i)\b(?:(?:which|who|that|it|they|pages?|articles?|sites?|posts?|some|claims?) (?:once |have |has |had )?claim(?:s|ed)? (?:that|the)"
    r"|according to|allegedly|supposedly|reportedly|rumou?rs?|myth|wrongly|falsely|mistakenly"
    r"|seg[úu]n|supuestamente|asegura(?:n|ba)? que|afirma(?:n|ba)? que|por error)\b"
)
_ANNOUNCED = re2.compile(
    r"(?i)^\W*(?:the |what is the |la |el )?(?:(?:true|real)[\w ]* story|(?:verdadera )?historia(?: real| verdadera)?) "
    r"(?:behind|of|detr[áa]s|tras)\b"
)
# Their objects are people who made the work: public by their trade.
_MAKERS = frozenset(
    {"creator", "writer", "director", "producer", "production_company", "platform", "country", "language", "award", "renewal"}
)


def needs_an_editor(relation: str, values: Values, quotes: tuple[str, ...], titles: tuple[str, ...]) -> str | None:
    """Why this statement may not be printed by the machine alone, or None.

    ``quotes`` are the words that would be printed, ``titles`` names of works in them, which are no persons.
    """
    if values.get("real_person") or relation == "real_event":
        return mark("it is about a real person or real events")
    told = str(values.get("value", ""))
    if relation == "protagonist" and (_NAME.search(told) or _is_grave(told)):
        return mark("it says who a story about real people is about")
    for quote in quotes:
        bare = _without(quote, titles)
        if _is_grave(bare) and (_NAME.search(bare) or relation not in _MAKERS):
            return mark("its words touch a crime or a private matter")
    return None


def may_deny(polarity: str, quotes: tuple[str, ...], titles: tuple[str, ...]) -> str | None:
    """Why an affirmed statement whose quotes hold a denial waits for an editor, or None.

    Printing "it is not a true story" as saying that it is one would wrong an honest page; a person reads such words first.
    """
    if polarity == "affirmed" and any(_DENIAL.search(_without(quote, titles)) for quote in quotes):
        return mark("its words may deny what they seem to say")
    return None


def may_not_mean_it(polarity: str, quote: str, titles: tuple[str, ...]) -> bool:
    """May this page's words deny or only report what they seem to say? Then it is not named as a carrier."""
    return may_deny(polarity, (quote,), titles) is not None or _REPORTED.search(_without(quote, titles)) is not None


def may_announce(relation: str, polarity: str, quotes: tuple[str, ...]) -> str | None:
    """Why a true story that pages only announce waits for an editor, or None.

    "The real story behind X" heads explainers that go on to answer no; such words alone state nothing.
    """
    if relation == "story_basis" and polarity == "affirmed" and quotes and all(_ANNOUNCED.search(quote) for quote in quotes):
        return mark("its words may only announce an answer")
    return None


def _is_grave(text: str) -> bool:
    return _GRAVE.search(text) is not None


def _without(text: str, titles: tuple[str, ...]) -> str:
    for title in titles:
        text = re.sub(re.escape(title), " ", text, flags=re.IGNORECASE)
    return text
