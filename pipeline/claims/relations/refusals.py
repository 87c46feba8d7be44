"""Who is said to have had no part in it: "she was not involved", "he turned it down". Said of people who are on record as its makers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pipeline.claims.patterns import Found, Hit, Pattern
from pipeline.models import Relation

_IT = (
    r"(?:it|this|(?:the|this|la|el|esta) (?:[a-z-]+ )?"
    r"(?:series|show|drama|miniseries|project|film|movie|production|serie|pelicula|proyecto))"
)
_REFUSES = (
    rf"(?:(?:(?:was|were) (?:not|never)|wasn't|weren't) involved(?: (?:in|with) {_IT}| in any (?:way|capacity)| at all)?|"
    rf"had (?:no (?:part|hand|role|involvement) in|nothing (?:at all )?to do with) {_IT}|has no connection (?:to|with) {_IT}|"
    rf"(?:did not|didn't|never) (?:direct|write|create|make) (?:a word of |a frame of )?{_IT}|"
    r"turned down the (?:job|post|role) of (?:showrunner|director|writer|creator)|"
    rf"turned {_IT} down|turned down (?:the (?:offer|job|project|chance)|{_IT})|"
    r"(?:has |have )?denied (?:reports|rumours|rumors|claims) that (?:he|she|they) (?:had|has|was|were|made|wrote|directed|created)|"
    r"merely polished (?:(?:the|its|some|a few) )?(?:scripts?|screenplay|dialogue|lines|scenes|it)|"
    r"no (?:participo|intervino|tuvo nada que ver)|rechazo (?:el encargo|la oferta|el proyecto)|"
    rf"withdrew (?:from {_IT}|before (?:the |any )?(?:shoot|shooting|filming|production|cameras|it|a (?:frame|scene|word)))|"
    rf"(?:sat|sits) (?:this one|{_IT}) out|(?:stepped|steps|stood) aside(?: from {_IT})?|(?:passed|passes) on (?:{_IT}|this one|the "
    rf"(?:offer|project|job))|"
    rf"(?:did not|didn't|never) touch(?:ed)? {_IT}|(?:wrote|directed|created) (?:none of {_IT}|not a (?:word|line|frame|minute) of {_IT})|"
    r"ha[ds] no (?:part|hand|role|say|share) in the (?:scripts?|screenplay|writing|direction|directing|creation)|"
    r"(?:was|were) (?:only|merely|just) (?:consulted|(?:an? |the )?(?:script |historical )?(?:consultants?|advis[eo]rs?))|"
    r"(?:only|merely|just) (?:came (?:on board|in)|served|worked|signed on) as (?:an? |the )?(?:actors?|actress|producers?|consultants?|"
    r"advis[eo]rs?|"
    r"executive producers?|dialect coach|script doctor)|"
    rf"no (?:ha intervenido|intervino|particip[oa]|ha participado|dirigio {_IT}|escribio {_IT})|"
    r"se (?:quedo|mantuvo) (?:fuera|al margen)(?: de(?:l| la)? (?:guion|rodaje|proyecto|serie|direccion|escritura))?|"
    r"se limit[oa] a (?:producir|actuar|interpretar|asesorar|poner (?:el|la) [a-z]+)|solo (?:produjo|actuo|asesoro|puso el dinero)|"
    r"is not credited|(?:served|acted|worked) as (?:an? )?[a-z]+ (?:consultants?|advis[eo]rs?) only)"
)
_ASIDE = r"(?:, (?:[^,;.<]|<[WXSOLDNP]\d+>){1,80},)?"
_OFFERED = r"(?: (?:was|were) (?:offered|asked|approached)[^;.]{1,50}?,? but (?:he|she|they))?"
_REFUSAL = re.compile(rf"^(?:(?:,? and|,) <P\d+>)*{_ASIDE}{_OFFERED} {_REFUSES}\b")
_IN_SOMETHING = re.compile(r"^ (?:in|with|en) ")  # "was not involved in the fire"
# a season, an episode, one part of the work that somebody stayed out of
_OF_A_PART = re.compile(r"\b(?:seasons?|episodes?|finale|spin-?off|sequel|remake|follow-?up|second|third|temporadas?|episodios?|secuela)\b")
_NAMED: Mapping[Relation, re.Pattern[str]] = {  # the part that the words themselves name
    "director": re.compile(r"\bdirect(?:ed|ion|ing|or)?\b|\bdirigio\b"),
    "writer": re.compile(r"\b(?:write|wrote|writing|writer|scripts?|screenplay|escribio)\b"),
    "creator": re.compile(r"\b(?:created?|creation|creator|showrunner)\b"),
}
_OF_REPORTS = re.compile(r"^.*\bdenied .*|\bscript (?:consult|advis|doctor)\w*")  # where such a word names no part of the work
_PARTS: tuple[Relation, ...] = ("creator", "director", "writer", "producer")


# said of the making of this work only where nothing more stands behind: "passed on the project that another studio offered"
_WEAK = re.compile(
    r"(?:^| )(?:se (?:quedo|mantuvo) (?:fuera|al margen)\b.*|aside(?: from .*)?|on (?:this|the) .+|turned down .+|turned .+ down|"
    r"(?:rechazo|withdrew) .+|(?:only|merely|just) .+|solo [a-z]+|se limit[oa] a .+)$"
)
_CLOSES = re.compile(
    rf"^ ?(?:[.;:!?)]|$|,(?! (?:which|who|that|que|an?|una?) )|(?:,? (?:but|pero|although|aunque|"
    rf"and (?:he|she|they|<P\d+>)|y (?:el|ella|<P\d+>)) )|"
    rf"(?:(?:of|on|for|in|from|de|en) )?(?:{_IT}|<S\d+>)(?:[.,;:!?)]|$))"
)


def _is_of_this_work(said: str, behind: str) -> bool:
    """Is what somebody is said to have kept out of the making of the work, as far as words that fit other things must show it?"""
    return not _IN_SOMETHING.search(behind) and (not _WEAK.search(said) or bool(_CLOSES.match(behind)))


def is_refusal(behind: str) -> bool:
    """Do the words behind a name (typed text) say that this somebody had no part in it?"""
    found = _REFUSAL.match(behind)
    return found is not None and _is_of_this_work(found.group(), behind[found.end() :])


def _uninvolved(hit: Hit) -> Iterator[Found]:
    """The first part that somebody has on record is denied, or the one that the verb names; what is about one season denies none."""
    if _OF_A_PART.search(hit.sentence.typed) or not _is_of_this_work(hit.typed("t"), hit.sentence.typed[hit.match.end() :]):
        return
    named = next((relation for relation, word in _NAMED.items() if word.search(_OF_REPORTS.sub("", hit.typed("t")))), None)
    for person in hit.people("p"):
        for relation in (named,) if named else _PARTS:
            shows = frozenset(slug for slug, role in person.roles if role == relation)
            if shows:
                yield hit.found(relation, {"value": person.name}, polarity="negated", only_for=shows)
                break


PATTERNS: tuple[Pattern, ...] = (Pattern("creator.uninvolved", rf"(?P<p>@PEOPLE){_ASIDE}{_OFFERED} (?P<t>{_REFUSES})\b", _uninvolved),)
