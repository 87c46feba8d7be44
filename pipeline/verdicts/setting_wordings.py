"""How a setting is told: in so many words, of a part only, as one more place, or of the shoot."""

from __future__ import annotations

import re

from pipeline.models import Claim

_EXPLICIT = re.compile(
    r"\bset (?:in|at|on|against|during|between|over|mostly|largely|partly|chiefly)\b|\b(?:is|was) set\b|takes? place|"
    r"took place|\bsetting\b|unfolds?|"
    r"plays out|\b(?:is|are|was) laid (?:in|at|amid)\b|"
    r"(?:transports?|whisks|drops|plunges|takes) (?:us|you|viewers|audiences|the viewer)\b|\bworld of\b|elite\b|"
    r"(?:action|story|plot) (?:is|has been|was) (?:kept|moved|set|located)|"
    r"mov(?:es|ed|ing) (?:all |most )?(?:of )?(?:the|its) (?:whole |entire )?(?:story|action|plot|drama|setting)|"
    r"\b(?:story|plot|action|drama|tale|events|everything|it all|all of it) (?:\w+ )?(?:happens?|occurs?|(?:is|are) placed|"
    r"goes down|runs? (?:from|through)|covers?|spans?|stretch(?:es)? (?:from|over|across)|hops? (?:from|between))\b|"
    r"\b(?:the|its) (?:year|period|era) is\b|\bthe years? in which\b|"
    r"ambientad|transcurre|se desarrolla|se sit[uú]a|situad|se ubica|tiene lugar|nos (?:lleva|traslada|transporta)|escenario|"
    r"\b(?:historia|trama|acci[oó]n|todo|serie) (?:\w+ )?(?:sucede|ocurre|pasa|abarca)\b|\bcorr(?:e|[ií]a) el a[nñ]o\b|"
    r"\bcorr(?:en|[ií]an) los a[nñ]os\b|"
    r"\bel a[nñ]o es\b|\b(?:historia|trama|acci[oó]n|serie) (?:\w+ )?(?:recorre|cubre|comprende)\b|\b(?:estamos|nos encontramos) en\b",
    re.IGNORECASE,
)
# "The town of the title is ...", "the place is ...": what is said right behind these is where it is set.
_TOWN_IS = re.compile(
    r"\b(?:the|el|la) (?:town|city|village|place|location|locale|scene|suburb|county|island|state|pueblo|ciudad|lugar|localidad)"
    r"(?: (?:of the (?:series|story|title|show|film|drama)|in question|where (?:it|the (?:story|series|action)) (?:all )?happens|"
    r"de la (?:serie|historia)|del t[ií]tulo))? (?:is|was|es|era)(?: (?:in|en))?(?: rural| downtown| small-town)? "
    r"(?:[A-Z][\w'-]+,? (?:in |en )?){0,3}$",
    re.IGNORECASE,
)
# "..., and it is there that the plot unfolds", "... is the setting"
_THERE = re.compile(
    r"^[^.;]{0,30}? (?:is|was|es) (?:also )?(?:the setting|el escenario)\b|"
    r"\b(?:it is|it's|is) there that (?:the|most of the|all of the) (?:story|plot|action|drama|series|show) (?:unfolds|takes place|is set)|"
    r"\bwhich is (?:also )?where the (?:story|plot|action|drama|series|show|film) (?:unfolds|takes place|is set|plays out)",
    re.IGNORECASE,
)
# "The script also travels to Karachi" adds a place and excludes none.
ADDS = re.compile(
    r"\b(?:also|visits?|travels?|trips? to|stops? (?:in|at)|"
    r"moves? (?:on )?to|shifts?|ends? in|opens?|begins?|starts?|scenes? in|flashback|viaja|también)\b",
    re.IGNORECASE,
)
# A part of the story has its own place and time.
PARTIAL = re.compile(
    r"\b(?:(?:first|last|second|third|opening|closing|final|some|one|early|later|certain|\w+ of the) episodes?|"
    r"(?:an?|this|that|the|each) episode|(?<!all )(?<!\w\w\w )episodes? (?:one|two|three|four|\d+|is|are)|finale|half|"
    r"part of|scenes?|chapters?|prologue|epilogue|storylines?|subplots?|partly|in part|some of|final act|"
    r"first act|sections?|sequences?|cap[ií]tulos?|episodios?|escenas?|tramo|mitad)\b",
    re.IGNORECASE,
)
# Where the cameras stood is another matter than where the story is set.
_FILMING = re.compile(
    r"\bfilm(?:ed|ing)\b|\bshot\b|\bshoot|\bcameras?\b|\brod(?:[oó]|ad|aj|aron)|\bfilm(?:[oó]|aron)\b|\bfilmad|\bgrab(?:[oó]|aron|"
    r"ad|aci[oó]n)",
    re.IGNORECASE,
)
# ... but where it was both set and filmed, the place is the story's as well
_SET_AND_FILMED = re.compile(r"(?<=\bset),? and (?:\w+ )?(?:filmed|shot)\b|\b(?:filmed|shot) and (?=set\b)", re.IGNORECASE)


# What these read has the words for it, in the question before an answer at the least.
_PLAIN = frozenset(
    {
        "setting.set",
        "setting.moved_to",
        "setting.where",
        "setting.donde",
        "setting.follows_in",
        "setting.town_is",
        "setting.we_are_in",
        "setting.decade_setting",
        "setting.place_row",
        "setting.year_row",
        "setting.year_of_story",
        "setting.they_set",
        "setting.on_the_map",
    }
)
_ANSWERS = re.compile(
    r"^\W*(?:A: ?)?(?:(?:mostly|mainly|chiefly|largely),? )?(?:in|at|on|around|it|its|the (?:\w+ ){0,2}(?:series|show|film|story|"
    r"action|plot|drama|characters|season)|most of|all of|nearly|almost|en|la \w+|todo)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:.(]\s|\s(?:but|while|whereas|although|though|aunque|pero|mientras)\s")


def is_explicit(claim: Claim) -> bool:
    """Is it said in so many words: in the quote, in the clause that leads to it, or in the question that it answers?"""
    if _OF_REALITY.search(claim.sentence):
        return False
    if claim.pattern in _PLAIN or _EXPLICIT.search(claim.quote):
        return True
    if claim.pattern in _OF_DECADE and _TELLS_IT.search(_until(claim)):
        return True
    if claim.pattern == "setting.takes_place" and (_ANSWERS.search(claim.sentence) or _EXPLICIT.search(claim.sentence)):
        return True
    return bool(_EXPLICIT.search(lead_to(claim) + claim.quote)) or (claim.relation == "setting_place" and _is_pointed_out(claim))


_OF_DECADE = frozenset({"setting.place_of_decade", "setting.decade_place"})  # "in the Boston of the 1990s", "in 1980s Ohio"
# a synopsis: a label for one, or what the work is said to be about
_TELLS_IT = re.compile(
    r"^\W*(?:(?:the|el|la) )?(?:premise|plot|story|synopsis|setting|what(?: is|'s) (?:the (?:plot|story)|it about)|"
    r"where (?:and when )?(?:is it set|does it (?:all )?take place)|argumento|sinopsis|trama|historia|premisa|ambientaci[oó]n|"
    r"de qu[eé] (?:va|trata))\W{1,5}|"
    r"\b(?:story|series|show|film|movie|drama|thriller|miniseries|it) (?:concerns|follows|is about|tells of|cent(?:re|er)s on|"
    r"revolves around|focuses on|deals with)\b|"
    r"\b(?:historia|serie|trama|pel[ií]cula|miniserie) (?:sigue|gira|cuenta|narra|trata|se centra)\b|"
    r"^\W*(?:we (?:begin|open) in|picture it|seguimos)\b",
    re.IGNORECASE,
)


def _until(claim: Claim) -> str:
    """The sentence up to the end of the quote."""
    at = claim.sentence.find(claim.quote)
    return claim.sentence[: at + len(claim.quote)] if at >= 0 else claim.sentence


def _is_pointed_out(claim: Claim) -> bool:
    """Is the place the answer to where it is set, before or behind it?"""
    before, _, behind = claim.sentence.partition(str(claim.object.get("value", "")).split(",", maxsplit=1)[0])
    return bool(_TOWN_IS.search(before) or _THERE.search(behind))


# where the real events were is not where the work is set
_OF_REALITY = re.compile(
    r"\b(?:real|actual|true) (?:[\w-]+ )?(?:events?|story|stories|case|crimes?|murders?|killings?|disaster|fire|abduction|trial|"
    r"incident|attacks?)\b"
    r"[^.;]{0,30}?\b(?:took|take|takes) place\b|\b(?:hechos|sucesos|historia) real(?:es)? (?:que )?(?:[\w-]+ )?(?:ocurri|sucedi|"
    r"tuvieron lugar|pasaron)",
    re.IGNORECASE,
)


def lead_to(claim: Claim) -> str:
    """The words of its clause that lead to the quote."""
    at = claim.sentence.find(claim.quote)
    return _CLAUSE.split(claim.sentence[:at])[-1] if at > 0 else ""


def tells_of_shoot(text: str) -> bool:
    """Does it say where the cameras stood, and not that the story is set there as well?"""
    return bool(_FILMING.search(_SET_AND_FILMED.sub("", text)))
