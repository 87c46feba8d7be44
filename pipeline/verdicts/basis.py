"""story_basis: true story, inspired by real events, fiction, and "is it a documentary?"."""

from __future__ import annotations

import re

from pipeline.models import Claim, Fact, Show
from pipeline.records.folding import fold
from pipeline.verdicts.comparison import INCOMPARABLE, NO_RECORD, Comparison, Grade
from pipeline.verdicts.context import JudgeContext

_VALUES = {
    "true story": "true story", "based on a true story": "true story", "true events": "true story", "real events": "true story",
    "inspired by real events": "inspired by real events", "inspired by true events": "inspired by real events",
    "inspired by a true story": "inspired by real events", "fiction": "fiction", "fictional": "fiction", "original": "fiction",
    "documentary": "documentary",
}  # fmt: skip
_ENTIRELY = re.compile(r"entire|every|word for word|all of|whole|100|hundred|complete|nothing (?:was )?(?:invented|made up)|exactly", re.I)
_ENTIRELY_IN_QUOTE = re.compile(
    r"\b100 ?(?:%|per ?cent)|\b(?:one )?hundred per ?cent|"
    r"\bevery (?:single )?(?:\w+ )?(?:twist|frame|word|scene|line|detail|killing|moment)\b|"
    r"\bword for word\b|\bnothing (?:was|is|has been) (?:invented|made up)|\bnot a word\b|\bcompletely true\b|\bentirely true\b|"
    r"\beverything\b.*\b(?:true|real|really|happened)\b|\bexactly as (?:shown|it happened)",
    re.IGNORECASE,
)
_FLATLY = re.compile(
    r"\b(?:every|each) (?:single |last )?(?:[\w-]+ )?(?:frame|word|line|conversation|scene|moment|detail|second|minute|shot|beat|twist|"
    r"exchange|dialogue|email|e-mail|letter|character)\b|\bword for word\b|\bto the letter\b|"
    r"\b(?:nothing|nobody|no one|not an? (?:single )?(?:word|scene|line|detail|character)|no(?: single)? (?:scene|line|word|character)s?)"
    r"(?: \w+)? (?:has been|had been|have been|was|were|is|are) (?:invented|made up|changed|added|fictional|fictitious)\b|"
    r"\b(?:isn't|is not|wasn't|was not|not) (?:a|one) (?:single )?(?:invented|made-up|fictional|fictitious) "
    r"(?:person|character|scene|line|word)\b|"
    r"\bwithout (?:any|adding any) (?:invention|embellishment)s?\b|\bno (?:invention|embellishment)s? (?:at all|whatever|whatsoever)\b|"
    r"\b(?:exactly|precisely|just) (?:as|the way) (?:it (?:is|was) )?(?:shown|told|seen|depicted|it happened|it occurred|(?:we|you) see)\b|"
    r"\bcada (?:palabra|escena|frase|detalle|di[aá]logo|minuto|plano|l[ií]nea|conversaci[oó]n)\b|\bpalabra por palabra\b|"
    r"\bsin (?:inventar|a[nñ]adir) nada\b|\bsin invenciones\b|\bal pie de la letra\b|\btal (?:y )?como se (?:cuenta|ve|muestra)\b|"
    r"\b(?:nada|nadie) (?:es|est[aá]|ha sido|fue) inventad[oa]\b|"
    r"\bnot (?:an?|one|so much as an?|even an?)(?: single)? (?:[\w-]+ )?(?:scene|word|clue|line|detail|frame|minute|moment|comma|"
    r"exchange)\b|"
    r"\b(?:made-up|invented) (?:minute|scene|word|line|frame|moment|detail|second)\b|\bverbatim\b|"
    r"\bwithout (?:changing|altering|inventing|adding) (?:an?|one|so much as an?|even an?)(?: single)? (?:word|scene|line|detail|comma)\b|"
    r"\b(?:de cabo a rabo|de principio a fin|de pe a pa)\b|\binventado no hay nada\b|\bno hay nada inventado\b|"
    r"\bsin (?:cambiar|alterar|inventar) (?:ni )?(?:un|una)(?: sol[oa])? (?:palabra|coma|escena|detalle)\b",
    re.IGNORECASE,
)
_TAKEN_BACK = re.compile(
    r"\b(?:except|apart from|but|though|although|almost|nearly|not every|more or less|largely|as if|feels?|seems?|claims?|says?|salvo|casi|"
    r"excepto|pero)\b",
    re.IGNORECASE,
)
_EXCEPT = re.compile(r"\bexcept\b|\bbut\b|\bnot everything\b|\bisn't\b", re.IGNORECASE)
_ORIGINAL_WORK = re.compile(r"\boriginal (?:screenplay|script|story|idea|work)\b|\bguion original\b", re.IGNORECASE)  # says what it is not
_DRAMATISED = re.compile(r"dramati[sz]|invent|fictionali[sz]|composite|changed|fictional", re.I)
_BILLED = re.compile(r"\b(?:bill(?:s|ed)|release says|calls)\b[^.;]*\binspired by\b", re.I)
_INVENTED_PART = re.compile(r"\b(?:invented|composite|fictional|made[- ]up)\b", re.I)
_FAIR = re.compile(r"\bfair\b|\bright\b|not unfair", re.I)
_WORDING = {
    "fiction": re.compile(r"'(?:not a true story|fiction)'|(?<!historical )\bfiction\b(?! inspired)", re.I),
    "true story": re.compile(r"true(?:-ish)? story|real events|real life", re.I),
    "inspired by real events": re.compile(r"inspired", re.I),
}


def compare(claim: Claim, show: Show, context: JudgeContext) -> Comparison:
    """True story and inspired by real events are near; far are flat fiction against either, and "all of it happened" against inspired."""
    del context
    value = _VALUES.get(fold(str(claim.object.get("value", ""))))
    facts = show.facts_of("story_basis")
    if not facts:
        return NO_RECORD
    if value is None or (value == "fiction" and _ORIGINAL_WORK.search(claim.quote)):
        return INCOMPARABLE
    fact = facts[0]
    if value == "documentary":
        return _compare_documentary(show, fact)
    scope = str(claim.object.get("scope", ""))
    entirely = bool(_ENTIRELY.search(f"{claim.object.get('degree', '')} {scope}")) or _is_entire(claim.quote)
    if scope and not entirely:
        return INCOMPARABLE
    if value == "true story" and entirely:
        return _compare_entirely(fact, show, flatly=bool(_FLATLY.search(claim.sentence)) and not _TAKEN_BACK.search(claim.sentence))
    if claim.pattern in _OF_THE_DEED and fact.value == "inspired by real events":
        return Comparison(Grade.NEAR, (fact,), failed=("degree",), right=_say(str(fact.value)))  # of that, something may be invented
    if value != "fiction" and claim.polarity == "negated" and claim.pattern in _FLAT_DENIALS and not _is_fair("fiction", fact):
        recorded = fact.value in {"true story", "inspired by real events"}
        return Comparison(Grade.MATCH if recorded else Grade.FAR, (fact,), "value" if recorded else "complete", right=_say(str(fact.value)))
    return _compare_degrees(value, fact, negated=claim.polarity == "negated")


# wordings that deny anything real at all behind it, where "not a true story" may only cut down
_FLAT_TEXT = "no_real_case nothing_in_it no_truth no_such_deed es_nothing_real not_based nothing_to_do es_no_case"
_FLAT_DENIALS = frozenset(f"story_basis.{name}" for name in _FLAT_TEXT.split())
# wordings that call the case invented: of a work that is only inspired by one, that may be right
_DEED_TEXT = "deed_invented es_deed_invented never_occurred es_never_occurred"
_OF_THE_DEED = frozenset(f"story_basis.{name}" for name in _DEED_TEXT.split())


def _is_entire(quote: str) -> bool:
    """Does the quote itself say that all of it happened?"""
    return bool(_ENTIRELY_IN_QUOTE.search(quote)) and not _EXCEPT.search(quote)


def _compare_documentary(show: Show, fact: Fact) -> Comparison:
    is_one = show.format.startswith("documentary")
    right = "is a documentary" if is_one else f"is a drama ({show.format}), {_say(str(fact.value)).removeprefix('is ')}"
    return Comparison(Grade.MATCH if is_one else Grade.FAR, (fact,), "complete", right=right)


def _compare_entirely(fact: Fact, show: Show, *, flatly: bool) -> Comparison:
    """``flatly``: it is said of each word or scene, which a record of what was invented excludes."""
    right = f"{_say(str(fact.value))}, dramatised"
    if fact.value in {"fiction", "inspired by real events"}:
        return Comparison(Grade.FAR, (fact,), "complete", right=_say(str(fact.value)))
    if show.format.startswith("documentary"):
        return Comparison(Grade.NEAR, (fact,), right=right)
    if _is_dramatised(fact, show):
        return Comparison(Grade.FAR, (fact,), "complete", failed=() if flatly else ("degree",), right=right)
    return Comparison(Grade.NEAR, (fact,), failed=("degree",), right=right)


def _is_dramatised(fact: Fact, show: Show) -> bool:
    """Does the record say that not all of it happened: in so many words, by how the work is billed, or by a character who is invented?"""
    notes = " ".join(f.note for f in show.facts_of("cast_member") if f.note)
    return bool(_DRAMATISED.search(fact.note or "") or _BILLED.search(fact.note or "") or _INVENTED_PART.search(notes))


def _compare_degrees(value: str, fact: Fact, *, negated: bool) -> Comparison:
    recorded = str(fact.value)
    right = _say(recorded)
    if value == recorded or value in fact.fair_values:
        closed = ("note",) if negated and _is_fair(_opposite(value), fact) else ()
        return Comparison(Grade.MATCH, (fact,), "value", failed=closed, right=right)
    if "fiction" not in {value, recorded}:
        # said of a work that is inspired by real events, "true story" is fair; so is "not a true story", or at least no falsehood
        return Comparison(Grade.NEAR if negated else Grade.MATCH, (fact,), "value", failed=("degree",) if negated else (), right=right)
    if _is_fair(value, fact):
        return Comparison(Grade.NEAR if value != "fiction" else Grade.MATCH, (fact,), failed=("note",), right=right)
    return Comparison(Grade.FAR, (fact,), "complete", right=right)


def _is_fair(value: str, fact: Fact) -> bool:
    """Does the note call this wording fair?"""
    return any(_FAIR.search(part) and _WORDING[value].search(part) for part in re.split(r"[;:]", fact.note or ""))


def _opposite(value: str) -> str:
    return "true story" if value == "fiction" else "fiction"


def _say(value: str) -> str:
    return {"true story": "is based on a true story", "inspired by real events": "is inspired by real events", "fiction": "is fiction"}[
        value
    ]
