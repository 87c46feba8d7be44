"""Whose statement is it? What a sentence must show, in either language, before a claim in it may contradict anything.

Where neither a title nor a pronoun behind one names the work, the claim was given to the work that the article is about. That is a fair
guess for a reader and too weak to accuse anybody on: the sentence itself must speak of "the series", "this drama", "all eight episodes".
"""

from __future__ import annotations

import re

from pipeline.models import Claim

_WORK = (
    r"(?:series|show|drama|mini-?series|film|movie|picture|biopic|thriller|docudrama|dramedy|comedy|"
    r"adaptation|production|programme|program|"
    r"story|saga|romp|hit|shocker|blockbuster|screenplay|script|season|finale|(?:two|three|four|five|six|"
    r"seven|eight|nine|ten|twelve|\d+)-parter|"
    r"serie|miniserie|pelicula|ficcion|produccion|cinta|historia|temporada)"
)
_DEFINITE = re.compile(
    rf"\b(?:the|this|la|el|esta|este|[a-z+]+'s)\s+(?:[\w'+-]+\s+){{0,4}}?{_WORK}\b|"
    r"\b(?:all|the|its|over|across|in|of|los|las|sus)\s+(?:the\s+|its\s+|"
    r"los\s+)?(?:[\w'-]+\s+){1,3}?(?:episodes|parts|chapters|episodios|capitulos)\b|"
    r"\bthe whole of it\b|\b(?:the|an?)\s+[\w-]+-(?:part|episode|parter)\b|^[^:]{1,40}:\s",
    re.IGNORECASE,
)
# "it" stands for a work wherever it has episodes, makers, a source or a first night; other works named before are the reader's to doubt
_PRONOUN = re.compile(
    r"\bit(?:'s)?\b|\bthe (?:whole|setting|action|creators?|showrunners?|directors?|writers?|scripts?|"
    r"sequence|source)\b|\b(?:sus?) (?:cre|gui|dir)\w+",
    re.IGNORECASE,
)
_OF_A_WORK = frozenset({"based_on", "creator", "writer", "director", "producer", "platform", "episode_count", "season_count", "country"})
_ELSEWHERE = re.compile(
    rf"\b(?:that|those|another|other|ese|esa|aquella?|otra?)\s+(?!the |an? |it |this )(?:[\w'-]+\s+){{0,2}}?{_WORK}\b", re.IGNORECASE
)
_CAPACITY = re.compile(r"\b(?:not|n't|never|hardly|no) (?:fit|squeeze|pack|cram)", re.IGNORECASE)
_RELEASE = re.compile(
    r"premier|releas|debut|arriv|launch|\bair(?:s|ed|ing)?\b|drop|land(?:s|ed)\b|c[ao]mes? out|coming out|"
    r"\bout (?:on|in)\b|stream|\bhits?\b|"
    r"availab|began|begin|start|open|\bbow|went (?:live|up|out)|follow|rolled out|reach|estren|lleg|lanz|dispon|emiti|public|"
    r"unveil|uncork|brought out|put out|\brunning\b|\bran\b|kicked off|vi(?:o|eron) la luz|aterriz|\bsolt|\bliber[oa]|\bcayeron\b|"
    r"\bcolg[oa]|\bsubi[od]|empez|comenz|arranc|pud(?:o|ieron) ver|puede[n]? verse|\b(?:on|en) [^,.;]{2,25},? (?:since|desde)\b",
    re.IGNORECASE,
)
# Relations whose statement names the work by what it says: a character or an actor on record is an anchor of its own.
_ANCHORED = frozenset({"cast_member"})


# The label of a row that says when something was first shown: "First episode: 14 January"
_RELEASE_ROW = re.compile(
    r"^\W*(?:(?:series |world |tv |streaming |television )?(?:premiere[ds]?|debut|release(?: date)?|launch(?: date)?|arrival|on air|"
    r"(?:first|opening) (?:episode|night|part|shown|showing|aired|seen|broadcast)|(?:air ?|start(?:ing)? |opening |launch )?date|day one|"
    r"came out|since)|"
    r"(?:fecha de )?(?:estreno|llegada|lanzamiento|emision|debut|inicio)|primer (?:episodio|capitulo)|fecha|desde)\W*[:.]\W*(?=\w)",
    re.IGNORECASE,
)
# What stands before a day and tells of a showing, where the slot model takes the day for that of the release
_SHOWN_BEFORE = re.compile(
    r"\b(?:first (?:shown|seen|screened|broadcast)|shown|showing|playing|running|screening|coming out|going out|to be seen|watched|"
    r"estren\w+|lanz\w+|emit\w+|por primera vez|disponibles?|verse|made landfall|touched down)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\b(?:since|desde)(?: the| el| early| late| last| el pasado)?\W*$", re.IGNORECASE)
# ... unless it is of a trailer, a first look, the last night, or of something else that is shown
_NO_FIRST_NIGHT = re.compile(
    r"\b(?:trailers?|teasers?|first look|sneak|preview\w*|footage|clips?|fan event|until|till|hasta|finale|last|film(?:ing|ed)|shoot\w*|"
    r"shot|rodaje|adelanto|avance|trailer|documentary|documental|special|podcast|book|novel|libro|home|rerun\w*|repeat\w*|again|"
    r"season (?:two|three|2|3)|second|third|segunda|tercera)\b",
    re.IGNORECASE,
)
_SURE_OF_DAY, _SURE_OF_BEING_OUT = 0.8, 0.99  # likelihoods that these words ask of the slot model, and "since" alone


_TELLS_RELEASE = frozenset({"premiere_date.shown", "premiere_date.released", "premiere_date.on_since"})


def is_possible(claim: Claim) -> bool:
    """False where the words cannot state what was read in them: no release in a premiere, a capacity for a count. A pattern has found the
    words for a release itself, in the question that is answered at the least; what is read by likelihood, and a denial, must show them."""
    if claim.relation == "premiere_date" and not (claim.pattern in _TELLS_RELEASE and claim.polarity == "affirmed"):
        return bool(_RELEASE.search(claim.plain) or _RELEASE_ROW.search(claim.sentence)) or _is_shown_before(claim)
    return not (claim.sentence and claim.relation not in _ANCHORED and _CAPACITY.search(claim.sentence))


def _is_shown_before(claim: Claim) -> bool:
    """Do the words before a day that the slot model is sure of say that the work was shown, or has been to be seen since?"""
    if claim.polarity == "negated" or (claim.likelihood or 0.0) < _SURE_OF_DAY:
        return False
    clause = re.split(r"[;.] ", claim.sentence.partition(claim.plain)[0])[-1]
    if _NO_FIRST_NIGHT.search(clause):
        return False
    out = (claim.likelihood or 0.0) >= _SURE_OF_BEING_OUT and bool(_SINCE.search(clause))
    return out or bool(_SHOWN_BEFORE.search(clause))


def is_anchored(claim: Claim) -> bool:
    """Does the sentence itself say that it speaks of the work, and not of another one?"""
    text = claim.sentence
    if not text or claim.relation in _ANCHORED or claim.subject in {"title", "pronoun"}:
        return True
    if claim.relation in _OF_A_WORK | {"setting_place", "setting_time"} and not claim.doubts and _PRONOUN.search(text[:60]):
        return not _ELSEWHERE.search(text)
    return bool(_DEFINITE.search(text)) and not _ELSEWHERE.search(text)
