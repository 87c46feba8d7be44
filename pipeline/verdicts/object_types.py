"""Is the claim's object of the kind that its relation takes, and is the sentence one to one? A misread object contradicts nobody."""

from __future__ import annotations

import re

from anyascii import anyascii

from pipeline.models import Claim, Show
from pipeline.records.folding import fold
from pipeline.records.kinship import TIE
from pipeline.records.likeness import Likeness
from pipeline.records.names import compare_people, looks_like_organisation
from pipeline.records.titles import compare_titles
from pipeline.verdicts.comparison import firm
from pipeline.verdicts.context import JudgeContext

_PERSON_RELATIONS = frozenset({"creator", "writer", "director", "producer", "cast_member"})
_RESPECTIVELY = re.compile(r"respectively|respectivamente", re.IGNORECASE)
NAME = "\0"  # stands for a name in a text, so that one pattern serves all names
_OF_MORE = re.compile(  # "A and <name> play", "<name> (C and D)"
    rf"{NAME}\s+(?:\([^)]*\)\s+)?(?:are|were|play|(?:co-)?star|portray|share|round|make up|interpretan|encarnan|son)\b|"
    rf"{NAME}\s*\([^)]*\b(?:and|y)\b"
)
_CLAUSE_BETWEEN = re.compile(
    r"\b(?:whom|whose|who falls|who loves|before|after|since|while|unlike|opposite|alongside|invent\w+|igual que|like|as well as|"
    r"based|a l[oa]s que|son|a quienes|los cuales)\b|, como\b",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"episod|part|chapter|cap[ií]tulo|instal|entrega|hour-long|half-hour|\beps?\b|season|series|temporada|film|pel[ií]cula|movie",
    re.IGNORECASE,
)
_OTHER_WORK = re.compile(
    r"\b(?:different|another|other|separate|otro|otra|distint[oa])\s+(?:\w+\s+)?(?:book|novel|article|memoir|podcast|libro|novela)", re.I
)


def find_type_gates(claim: Claim, show: Show, context: JudgeContext) -> list[str]:
    """ "object_type" where the object is a work, a company or a role instead of a person (or the other way round); "one_to_one" where
    the sentence names several actors and does not say who plays whom.
    """
    closed: list[str] = []
    if claim.relation in _PERSON_RELATIONS and _is_no_person(str(claim.object.get("value", "")), claim, show, context):
        closed.append("object_type")
    if claim.relation == "cast_member":
        closed += _gates_of_role(claim, show, context)
    if claim.relation == "episode_count" and not _COUNTED.search(claim.quote) and not _is_sure_count(claim, show):
        closed.append("object_type")
    if claim.relation == "based_on" and _is_no_source(claim, show):
        closed.append("object_type")
    return closed


ANSWERS = frozenset({"episode_count.answer", "episode_count.row"})  # without a word for episodes, what these read answers "how many?"
SURE = 0.9  # likelihood from which a lone number is taken for that of the episodes
LONE = re.compile(
    r"^\W*(?:a: ?)?(?:(?:in (?:all|total)|altogether|en total),? )?(?:there (?:are|were|will be)|it has|hay|son|tiene)\b|"
    r"\bis your lot\b|\ball (?:[a-z]+|\d+) (?:(?:of them )?(?:have been|were|are) (?:now )?)(?:released|out|available)\b",
    re.IGNORECASE,
)


LONGEST = 1.5  # hours that no series takes for each of its episodes
_HOURS = re.compile(  # of the work itself, and not of an audiobook, a trial or a day's practice
    r"\b(?:all|the whole) (?:of (?:its|the) )?[\w-]+ hours\b|\b[\w-]+ hours of (?:it|tv|television|drama|story)\b|^\W*[\w-]+ hours\W*$|"
    r"\b[\w]+[ -]hour (?:[\w-]+ ){0,2}(?:series|drama|epic|miniseries|saga|thriller|show|marathon)\b|"
    r"\bthe [\w-]+ hours (?:were|are)\b|\b(?:las|sus) \w+ horas (?:de (?:la )?(?:serie|ficci[oó]n)|que dura)\b",
    re.IGNORECASE,
)
_HALF_HOURS = re.compile(r"^[ -]half-hours?\b", re.IGNORECASE)


def _is_sure_count(claim: Claim, show: Show) -> bool:
    """ "Eight." behind the question how many there are, "There are eight, each of 50 minutes" where the slot model has no doubt, "ten
    half-hours", or more hours than so few episodes could fill."""
    if claim.pattern in ANSWERS or ((claim.likelihood or 0.0) >= SURE and bool(LONE.search(claim.sentence))):
        return True
    said = claim.plain or claim.quote
    behind = claim.sentence.partition(said)[2] if said[-1:].isalnum() else ""
    counts = [f.value for f in show.facts_of("episode_count") if isinstance(f.value, int)]
    claimed = claim.object.get("value")
    if _HALF_HOURS.match(behind):
        return True
    return bool(_HOURS.search(claim.sentence) and counts) and isinstance(claimed, int) and claimed > LONGEST * sum(counts)


def _is_no_person(name: str, claim: Claim, show: Show, context: JudgeContext) -> bool:
    if not name:
        return False
    if claim.relation != "producer" and looks_like_organisation(name):
        return True
    if fold(name) in _FEASTS:
        return True
    if _is_title(name, show, context):
        return True
    characters = {fold(f.character) for f in show.facts_of("cast_member") if f.character} - {fold(str(f.value)) for f in show.facts}
    return fold(name) in characters


_FEASTS = frozenset({"san valentin", "san jose", "san juan", "saint valentine", "st valentine", "saint patrick", "st patrick"})


def _is_title(name: str, show: Show, context: JudgeContext) -> bool:
    """Is it the title of this show or of its source, of another work that the article names, or of any show on record?"""
    sources = [str(f.value) for f in show.facts_of("based_on") if isinstance(f.value, str)]
    titles = [*show.titles, *sources, *context.other_works]
    return any(compare_titles(name, t) is Likeness.SAME for t in titles) or fold(name) in context.folded_titles


def _is_in_title(name: str, show: Show) -> bool:
    """Is the work named after this character, as the record names it?"""
    names = [f"{n} " for f in show.facts_of("cast_member") for n in (f.character, f.real_person) if n]
    return any(compare_titles(name, t) is Likeness.SAME for t in show.titles) and any(fold(name) in fold(n).split() for n in names)


_IN_A_WORK = re.compile(r" (?:in|on|from|en) [A-Z]")  # "Tom in <another work>"


def _gates_of_role(claim: Claim, show: Show, context: JudgeContext) -> list[str]:
    closed = []
    actors = {fold(str(f.value)) for f in show.facts_of("cast_member")}
    roles = {fold(f.character) for f in show.facts_of("cast_member") if f.character}
    named = [str(claim.object[k]) for k in ("character", "real_person") if claim.object.get(k)]
    if any((fold(n) in actors and fold(n) not in roles) or (_is_title(n, show, context) and not _is_in_title(n, show)) for n in named):
        closed.append("object_type")
    if any(_is_owner(n, claim.quote) or _IN_A_WORK.search(n) for n in named):
        closed.append("object_type")
    if claim.object.get("value") and claim.object.get("character") and _is_governed(str(claim.object["character"]), claim.quote):
        closed.append("object_type")
    if not _is_one_to_one(claim, show):
        closed.append("one_to_one")
    return closed


def _is_owner(name: str, quote: str) -> bool:
    """ "as Kathleen's sister" names no Kathleen as the part."""
    return bool(_OWNS.search(anyascii(quote).replace(anyascii(name), NAME)))


def _is_governed(name: str, quote: str) -> bool:
    """ "is the man from Norton Simon": the name is where somebody is from, not who it is."""
    return bool(_GOVERNS.search(quote.replace(name, NAME)))


_OWNS = re.compile(rf"\b(?:as|is|plays?|de)\s+(?:the\s+)?{NAME}'(?:s\b|\s*$)|{TIE}\s+(?:of|de|del|to)\s+{NAME}")
_GOVERNS = re.compile(
    r"\b(?:is|are|was|plays?|es)\b[^,;]*\b(?:from|at|for|with|by|against|near|under|in|on|behind|desde|"
    rf"con)\s+(?:the\s+)?{NAME}"
)


def _is_one_to_one(claim: Claim, show: Show) -> bool:
    actor = str(claim.object.get("value", ""))
    if not actor or _RESPECTIVELY.search(claim.quote):
        return True
    if _OF_MORE.search(claim.quote.replace(actor, NAME)):
        return False
    if _CLAUSE_BETWEEN.search(_between(actor, str(claim.object.get("character", "")), claim.quote)):
        return False
    others = [str(f.value) for f in show.facts_of("cast_member") if compare_people(actor, str(f.value)) is Likeness.FAR]
    part = fold(str(claim.object.get("character", "")))  # of somebody who appears in it too
    return not any(fold(o) in fold(claim.quote) and fold(o) != part for o in others if " " in o)


def _between(a: str, b: str, text: str) -> str:
    """What stands between the two in the text, "" where one of them does not stand there as written."""
    a, b, text = anyascii(a), anyascii(b), anyascii(text)
    i, j = text.find(a), text.find(b) if b else -1
    if i < 0 or j < 0:
        return ""
    return text[i + len(a) : j] if i < j else text[j + len(b) : i]


def _is_no_source(claim: Claim, show: Show) -> bool:
    title, author = str(claim.object.get("value", "")), str(claim.object.get("author", ""))
    if _OTHER_WORK.search(claim.quote):
        return True
    if title and looks_like_organisation(title) and not author:
        return True
    if _NO_TITLE.search(title) or _NO_AUTHOR.search(author):
        return True
    if claim.pattern.startswith("slot.source") and not firm(show.facts_of("based_on")) and not _SOURCE_WORDS.search(claim.sentence):
        return True  # "Kay Heart wrote a book on the case": of an original, that makes it no source
    return bool(author) and any(compare_titles(author, t) is Likeness.SAME for t in show.titles)


_SOURCE_WORDS = re.compile(
    r"\b(?:bas(?:ed|is|ad[oa]|a)|adapt\w*|sources?|inspir\w*|from|deriv\w*|draws?|drawn|turned|rights|option\w*|screen|series|show|script\w*|"
    r"serie|pelicula|guion\w*|parte|nace|fuente|origen|beg[au]n|started|comes?|came|took|taken|follow\w*|behind|root\w*|lift\w*|borrow\w*|"
    r"owes?|dramati[sz]\w*|brought|proviene|viene|traslada\w*|in question|was used|underlying|traces back)\b",
    re.IGNORECASE,
)


# A headline's words, read as a title: "Is It Based On A Book? Who Wrote It?"
_NO_TITLE = re.compile(
    r"^An? (?:\w+ )?(?:book|novel|memoir|podcast|article|story|play)\b|\?|"
    r"^(?:That|Which|Who|What) (?:Inspired|Is|Was|Became|Started|Made|It)\b",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(r"\b(?:Fringe|Festival|Theat(?:re|er)|Teatro)\b")  # where it was first played
