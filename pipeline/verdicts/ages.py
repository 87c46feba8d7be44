"""Is a part at another age meant: "young Kay", "Kay as a girl"? Such a part has an actor of its own, whom a record may not know.

"His older brother Kay", "Jo Poe, once a child star, plays Kay" tell nothing of the kind.
"""

from __future__ import annotations

import re

from pipeline.records.folding import NAME, put_name, to_ascii, words
from pipeline.records.kinship import PEER

_ADJECTIVE = (
    r"(?:young(?:er)?|old(?:er)?|teen(?:age[dr]?)?|adolescent|child|little|adult|grown(?:-up)?|elderly|aged|ageing|baby|toddler|tiny|"
    r"joven|nin[oa]|pequen[oa]|adult[oa]|mayor|ancian[oa]|viej[oa]|adolescente|bebe)"
)
_PERSON = r"(?:girl|boy|kid|child|teen(?:ager)?|adult|toddler|baby|grown-up|(?:young|old|grown) (?:wo)?man)"
_YEARS = r"(?:five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|\d{1,2})"
# said of anybody in the sentence
_STAGE = re.compile(
    rf"\b(?:as|at) (?:an? )?(?:(?:[a-z]+ )?{_PERSON}|(?:age )?{_YEARS})\b|"
    r"\b(?:childhood|teenage years|girlhood|boyhood|in (?:his|her) (?:youth|teens|old age)|grown up|all grown|later|earlier|"
    r"in middle (?:age|life)|mas tarde|mas adelante|infancia|juventud|vejez|madurez)\b|"
    r"\bde (?:pequen[oa]|nin[oa]s?|joven(?:es)?|mayor(?:es)?|adult[oa]s?|viej[oa]|adolescente|ancian[oa])\b|"
    r"\bcomo (?:nin[oa]|adolescente|adult[oa])\b"
)
# the one who is meant is told by the age alone: "the older is Jo Poe", "the young one", "her adult self"
_THE_ONE = re.compile(
    rf"\b(?:the|an?|his|her|el|la|su) {_ADJECTIVE}(?: (?:one|version|self|incarnation|years|yo))?"
    r"(?=\s*[,.;:)!?]|$|\s(?:is|was|are|by|es|fue|with)\b)"
)

# a time of life told in a clause of its own: "when she was a small child", "in her younger days", "then younger"
_LIFE = (
    r"(?:young(?:er|est)?|old(?:er)?|teen(?:age[dr]?)?|adolescents?|child(?:ren)?|little|small|adults?|grown(?:-up)?|elderly|toddlers?|baby|"
    r"girls?|boys?|kids?|joven(?:es)?|nin[oa]s?|pequen[oa]s?|adult[oa]s?|mayor(?:es)?|ancian[oa]s?|viej[oa]s?|adolescentes?|bebe)"
)
_TIME_OF_LIFE = re.compile(
    rf"\b(?:when|while|then|cuando|entonces)\b[^,;.]{{0,40}}?\b(?:is|was|are|were|being|es|era|eran|fue)\b"
    rf"(?: (?:an?|the|still|just|only|mere|very|much|small|tiny|little|barely|quite|so|both|una?|muy|aun|todavia|solo))* "
    rf"(?:{_LIFE}\b(?! (?:{PEER}|[a-z]+ly)\b)|{_YEARS}(?= years? old|\s*[,.;:)]|$))|"
    rf"\bthen (?:an? |still |much |only |just )*{_LIFE}\b(?! (?:{PEER}|[a-z]+ly)\b)|"
    rf"\bin (?:his|her|their) (?:much |own |early )?(?:young(?:er|est)?|teen(?:age)?|childhood|child|older|old|adult|early|adolescent) "
    rf"(?!{PEER}\b)(?:days|years|life|self|form|phase|time|scenes|version|incarnation|age)\b"
)


def tells_an_age(sentence: str, character: str) -> bool:
    """Does the sentence speak of a stage of somebody's life, or set an age right beside the character's name?"""
    text = to_ascii(sentence).lower()
    if _STAGE.search(text) or _THE_ONE.search(text) or _TIME_OF_LIFE.search(text):
        return True
    return any(_stands_beside(text, name) for name in words(character))


def _stands_beside(text: str, name: str) -> bool:
    named = put_name(text, name)
    return bool(_BEFORE_NAME.search(named) or _BEHIND_NAME.search(named))


_LEADS_IN = r"(?:(?:now|then) (?:an? )?|as (?:an? )?)?(?:(?:the|el|la) )?"
_BEFORE_NAME = re.compile(rf"\b{_ADJECTIVE}(?: (?!{PEER}\b)[\w.'-]+){{0,3}}? [\"'(]?{NAME}\b")
_BEHIND_NAME = re.compile(rf"\b{NAME}\b(?: [\w'-]+)?,? ?\(?{_LEADS_IN}\b{_ADJECTIVE}\b(?! (?:{PEER}|[a-z]+ly)\b)")
