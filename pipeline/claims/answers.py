"""A question and its answer as one statement: "Who created it? Jane Roe, the mind behind ..." states that Jane Roe created it.

The answer gets the words that the question asks for put before it, so that every pattern reads it. Quotes stay in the answer.
"""

from __future__ import annotations

from typing import Any

import re2

from pipeline.claims.entities import Sentence
from pipeline.claims.patterns import Found
from pipeline.models import Modality, Polarity

_QUESTIONS = tuple(
    (re2.compile(rf"(?:^|[.:;,~] |\b(?:and|so|but|y) )[\"'(]?(?:{question})[^?]{{0,80}}\?[\"')]*$"), cue)
    for question, cue in (
        (r"who (?:really )?plays (<[PS]\d+>)", "{0} is played by "),
        (
        r"who plays [^?<]*|who(?:'s| is) in (?:the cast|it)|who stars|who(?:'s| is) in (?:the )?(?:series|show|"
        r"film)|quien sale|quienes? protagonizan?|who else is in the cast"
, "starring "),
        (r"quien interpreta a (<[PS]\d+>)", "{0} es interpretada por "),
        (
        r"who(?:'s| is| was)? (?:the )?creat(?:ed|or)|who made (?:it|the)|who(?:'s| is| was) behind (?:it|the "
        r"(?:series|show|drama))|who came up with|quien (?:la |lo )?creo|quien esta detras"
, "it was created by "),
        (
        r"who(?:'s| is| was)? (?:the )?direct(?:ed|or|s)|who(?:'s| is| was) behind the camera|quien (?:la |lo "
        r")?(?:dirige|dirigio)"
, "it was directed by "),
        (
        r"who(?:'s| is| was)? (?:the )?(?:wrote|writer|screenwriter|penned)|who wrote|quien (?:la |lo "
        r")?(?:escribe|escribio)"
, "it was written by "),
        (r"who(?:'s| is| was)? (?:the )?produc(?:ed|er)|quien (?:la |lo )?produ(?:ce|jo)", "it was produced by "),
        (
        r"(?:what|which book) (?:is|was) (?:it|the [a-z]+|<S\d+>) (?:really |actually |originally )?(?:based|"
        r"adapted|taken)|where (?:does|do|did) (?:it|the (?:story|scripts?|idea|material|plot)) com|what(?:'s| is|"
        r" was) the (?:source|book)|"


        r"(?:is|was) (?:it|the [a-z]+|<S\d+>) (?:really |actually )?(?:based on|adapted from|taken from) (?:an? |"
        r"any |the )?(?:book|novel|memoir|article|podcast)|en que se basa|de donde sale|en que (?:libro|obra)"
, "it is based on "),
        (r"how many (?:episodes|parts|chapters|hours)|cuantos (?:episodios|capitulos)", "episodes: "),
        (
        r"where (?:was|were|is|did) (?:it|they|the [a-z]+|<S\d+>|everything|all this) (?:really |actually "
        r")?(?:film|shot|shoot|made)|donde se (?:rodo|filmo|grabo)|where was (?:it|<S\d+>) made"
, "it was filmed "),
        (
        r"(?:where|when) (?:is|does) (?:it|the [a-z]+|<S\d+>) (?:set|take place|happen)|donde (?:transcurre|se "
        r"desarrolla|esta ambientada)"
, "it is set "),
        (
        r"when (?:is|was|does|did|will|can) (?:it|the [a-z]+|<S\d+>|i|we) (?:be )?(?:released|released|come|"
        r"premier|out|streaming|available|drop|arrive|air|begin|start)|cuando se estren"
, "it premiered "),
        (
        r"where (?:can|do|could) (?:i|you|we|one) (?:watch|stream|see|find)|where (?:is|was) (?:it|<S\d+>) "
        r"(?:streaming|available|shown)|donde (?:se puede )?ver"
, "it is streaming "),
    )
)  # fmt: skip
_IT = (
    r"(?:it|this|that|(?:any|all|much|most|some|none) of (?:it|this|that|the (?:series|show|film|story|plot))|"
    r"everything|(?:the|this|la|esta) (?:[a-z0-9-]+ ){0,3}"
    r"(?:series|show|drama|film|movie|story|plot|thriller|biopic|miniseries|programme|tale|serie|miniserie|pelicula|historia)|<S\d+>)"
)
_TRUTH = re2.compile(
    rf"(?:^|[.:;,~\"'(-] ?|\b(?:so|but|and|then|first|y|pero) )(?:(?:is|was|did|does|are|how much of|how true "
    rf"is|can) )(?:[\"'])?{_IT}(?:[\"'])? ?(?:[a-z]+ly |even |all |then,? |count as |be called |based on |on "
    rf"<O\d+> |inspired by |an? |the |really |any |some |in any way )*"
    r"(?:true|real(?: story| events| life|,|\?|\b-life)|actual events|happen(?:ed)?\b|fact\b|accurate|"
    r"historical|a real story)[^?]{0,50}\?[\"')]*$|"
    r"\b(?:esta basada en (?:hechos reales|una historia real)|es (?:una historia real|real|verdad|cierto)|"
    r"ocurrio de verdad|paso de verdad|hechos reales)[^?]{0,50}\?[\"')]*$|^[\"'(]?(?:so,? |but )?(?:an? "
    r")?true story,?(?: then)?\?"
)
_OPENING = re2.compile(r"^[\"'(]?(?:well,? |oh,? |ok,? |so,? |but |and |pues,? |bueno,? |mostly |mainly |largely |on |from |en )*")


def join_answer(question: Sentence, answer: Sentence) -> Sentence | None:
    """A sentence that reads the answer as a statement; None where the question is none that we know, or no answer follows it."""
    if "?" not in question.typed[-3:] or answer.typed.endswith("?"):
        return None
    for pattern, cue in _QUESTIONS:
        found = pattern.search(question.typed)
        if found is None:
            continue
        opening = _OPENING.match(answer.typed)
        skipped = opening.end() if opening else 0
        if "{0}" not in cue:
            return answer.behind(cue, skipped)
        person = question.entity_at(found.group(1))
        return answer.behind(cue.replace("{0}", f"<{person.type}{len(answer.entities)}>"), skipped, person)
    return None


def answer_on_truth(question: Sentence, answer: Sentence) -> Found | None:
    """What an answer says to "is it a true story?"; None where the question is another, or the answer evades."""
    if "?" not in question.typed[-3:] or not asks_for_truth(question.typed):
        return None
    for pattern, value, polarity, modality in _ANSWERS:
        found = pattern.match(answer.typed)
        if found is not None:
            start = 1 if answer.typed[:1] in "\"'(" else 0
            degree = {"degree": "entirely"} if _ENTIRELY.search(question.typed) and value == "true story" else {}
            return Found("story_basis", {"value": value, **degree}, start, found.end(), start, start, polarity=polarity, modality=modality)
    return None


_LEAD = r"^[\"'(]?(?:well,? |oh,? |ok,? |so,? |but |and |in short,? |the short answer is:? |short answer:? |pues,? |en resumen,? )*"
_SOFT = (
    r"(?:partly|partially|sort of|kind of|in part|to some extent|up to a point|only up to a point|somewhat|"
    r"loosely|not exactly|not quite|not entirely|more or less|quite a lot of it|a good deal|"
    r"a good deal of it|much of it|most of it|some of it|parts of it|yes and no|a bit of both|both|half|en "
    r"parte|a medias|mas o menos|si y no|not all of it|almost)"
)
_ANSWERS: tuple[tuple[Any, str, Polarity, Modality | None], ...] = (
    (re2.compile(_LEAD + _SOFT + r"\b[^.;!]{0,40}"), "inspired by real events", "affirmed", None),
    (
        re2.compile(
            _LEAD + r"(?:(?:in outline|broadly|essentially|basically|largely|mostly|in essence|in the main|en lo esencial|en "
            r"esencia),? (?:yes|si|it is)|yes|yep|yeah|yup|it is|it does|it did|it was|they did|"
            r"absolutely|indeed|very much so|completely|certainly|of course|it happened|si|asi es|claro|totalmente)\b[^,.;!]{0,40}"
        ),
        "true story",
        "affirmed",
        None,
    ),
    (
        re2.compile(
            _LEAD + r"(?:no|nope|not at all|not really|not a word|not in the least|it isn't|it is not|it's not|it wasn't|it "
            r"didn't|it did not|hardly|none of it|nothing of the kind|en absoluto|para nada)\b[^,.;!]{0,40}"
        ),
        "true story",
        "negated",
        None,
    ),
)
_ENTIRELY = re2.compile(r"\b(?:all of (?:it|this|that)|everything|in every detail|every word|entirely|completely|100|totally|wholly)\b")


def asks_for_truth(typed: str) -> bool:
    """Does the sentence ask whether the story is true?"""
    return bool(_TRUTH.search(typed))
