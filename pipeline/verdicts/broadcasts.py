"""A channel that showed a real event, or had a real person's own programme or work: not the platform of the drama about them."""

from __future__ import annotations

import re

from pipeline.models import Claim
from pipeline.records.folding import NAME, put_name

EVENT = (
    r"(?:interviews?|press conferences?|speech|address|debates?|broadcasts?|newscasts?|news (?:reports?|items?|bulletins?)|bulletins?|"
    r"segments?|hearings?|verdicts?|trials?|match(?:es)?|fights?|races?|concerts?|wedding|funeral|ceremony|appeals?|footage|confessions?|"
    r"entrevistas?|ruedas? de prensa|discursos?|debates?|emisi[oó]n(?:es)? en directo|reportajes?|juicios?|partidos?|combates?|carreras?|"
    r"boda|funerales?|confesi[oó]n)"
)
_SHOWN = (
    r"(?:(?:that|which|que) )?(?:(?:itself|too|also|first|only|once|then|in full|live) ){0,2}"
    r"(?:ran|aired|went out|played|appeared|(?:was|were|is|had been|has been) (?:first |then |also |only |live |once )?"
    r"(?:on|shown|broadcast|aired|seen|televised|screened|carried)|se emiti[oó]|se vio|se transmiti[oó]|fue (?:emitid|retransmitid)[oa]|"
    r"sali[oó])\b"
)
_THE_EVENT = rf"(?:the|that|this|an?|his|her|their|one|la|el|su|una?|los|las|esa|ese) (?:[\w'’-]+ ){{0,4}}?{EVENT}"
_OF_EVENT = re.compile(
    rf"(?:^|[;,] |\b(?:and|while|but|y|pero|mientras) )\W*{_THE_EVENT}"
    rf"(?: (?:of|with|by|from|between|on|in|de|del|con|a) [^,;.]{{1,50}}?)?,?(?: [^,;.]{{1,50}},)? {_SHOWN}|"
    # "The interview took place at a castle, and it was shown on <channel>"
    rf"^\W*{_THE_EVENT} (?:was|were|is|took|had|lasted|ran|began|went|fue|tuvo|duro|se)\b[^.;]*?,? (?:and|but|y|pero) (?:it )?{_SHOWN}",
    re.IGNORECASE,
)
# "He died on 3 May, a month before the premiere": the day of a fate
_FATE = re.compile(
    r"\b(?:died|dies|passed away|was (?:born|killed|murdered|arrested|married|buried|sentenced|convicted)|"
    r"(?:he|she|they) (?:was|were|had been) (?:found|shot|released|freed)|(?:he|she)(?:['’]s| has| had) been (?:out|free)|"
    r"disappeared|vanished|married|muri[oó]|falleci[oó]|naci[oó]|desapareci[oó]|se cas[oó]|"
    r"fue (?:asesinad|detenid|arrestad|condenad|hallad|enterrad)[oa])(?: [a-z]+){0,3}? ?$",
    re.IGNORECASE,
)
_TRADE = (
    r"(?:presenters?|hosts?|anchor(?:wo)?m[ae]n|anchors?|journalists?|reporters?|correspondents?|newsreaders?|newscasters?|models?|"
    r"weather (?:girl|man|woman)|contestants?|commentators?|analysts?|pundits?|regulars?|executives?|editors?|producers?|bookers?|"
    r"researchers?|judges?|guests?|presentadora?|locutora?|periodistas?|reporter[oa]s?|corresponsal|modelos?|concursantes?|"
    r"comentaristas?|tertulian[oa]s?|colaboradora?|ejecutiv[oa]s?)"
)
_AT = r"(?:on|at|for|of|with|from|in|en|de|del|para) (?:the |la |el )?"
_PROGRAMME = (
    r"(?:series|show|programme|program|talk show|column|slot|special|reality(?: show| series)?|podcast|"
    r"serie|programa|reality|secci[oó]n|especial)"
)
_OWN_PROGRAMME = (
    rf"(?:\b(?:an?|una?|un) (?:[\w'-]+ ){{0,3}}?{_PROGRAMME} (?:of (?:her|his|their) own|propi[oa])|"
    rf"\b(?:her|his|their|su) (?:very )?(?:own|propi[oa]) (?:[\w'-]+ ){{0,3}}?{_PROGRAMME}|"
    rf"\b(?:hosts?|hosted|presents?|presented|anchor(?:s|ed)|fronts?|fronted|presenta|present[oó]|conduce|condujo) [^,;.]{{1,40}}?)"
)


_TRADE_ON = re.compile(rf"\b{_TRADE}(?: (?:and|or|y|o) [\w' -]{{1,25}}?)? {_AT}{NAME}\b", re.IGNORECASE)
_OWN_PROGRAMME_ON = re.compile(rf"{_OWN_PROGRAMME},? {_AT}{NAME}\b", re.IGNORECASE)


def is_of_a_broadcast(claim: Claim) -> bool:
    """ "The real interview ran on <channel>", "once a presenter on <channel>", "had a series of her own on <channel>"."""
    if claim.relation not in {"platform", "premiere_date"}:
        return False
    text = claim.sentence
    if claim.subject != "title" and _OF_EVENT.search(text):
        return True
    if claim.relation == "premiere_date" and claim.plain and _FATE.search(text.partition(claim.plain)[0]):
        return True
    brand = str(claim.object.get("value", ""))
    if claim.relation != "platform" or not brand:
        return False
    return any(build.search(put_name(text, brand)) for build in (_TRADE_ON, _OWN_PROGRAMME_ON))
