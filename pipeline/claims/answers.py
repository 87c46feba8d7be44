"""A question and its answer as one statement: "Who created it? Jane Roe, the mind behind ..." states that Jane Roe created it.

The answer gets the words that the question asks for put before it, so that every pattern reads it. Quotes stay in the answer.
"""

from __future__ import annotations

import re2

from pipeline.claims.entities import Sentence
from pipeline.claims.patterns import Found
from pipeline.claims.truth_answers import Answer, Asked, read_answer, read_question
from pipeline.models import ObjectValue, Polarity

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
        (r"how many (?:seasons|more seasons)|(?:is|are) there (?:any )?more seasons|how long did it run|cuantas temporadas", "seasons: "),
        (
        r"(?:what|which) country|the country(?: of (?:origin|production))?|what nationality|de que pais|cual es (?:el|su) pais"
, "country: "),
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
_OPENING = re2.compile(r"^[\"'(]?(?:well,? |oh,? |ok,? |so,? |but |and |pues,? |bueno,? |a: |r: |mostly |mainly |largely |on |from |en )*")
# "In this article we take a closer look": what follows a question and only promises an answer
_PROMISES = re2.compile(
    r"^[\"'(]*(?:(?:in|with|throughout) (?:this|our|the following) |this |our )(?:[a-z-]+ ){0,2}"
    r"(?:article|post|piece|guide|explainer|breakdown|page|blog|report|list|review|roundup|video)\b|"
    r"^[\"'(]*(?:here(?:'s| is| are|,)|below|read on|keep (?:on )?reading|let's|let us|"
    r"we (?:explain|look|answer|break|dive|explore|take|have|tell)|"
    r"find out|scroll|stay tuned|en (?:este|esta|nuestr[oa]) (?:articulo|nota|guia|pagina|texto|post|entrada)|"
    r"a continuacion|sigue leyendo|aqui (?:te|os|le|lo|la)|te (?:contamos|explicamos)|os (?:contamos|explicamos))\b"
)


def join_answer(question: Sentence, answer: Sentence) -> Sentence | None:
    """A sentence that reads the answer as a statement; None where the question is none that we know, or no answer follows it."""
    if "?" not in question.typed[-3:] or answer.typed.endswith("?") or _PROMISES.search(answer.typed):
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
    asked = read_question(question.typed)
    said = read_answer(answer) if asked is not None else None
    if asked is None or said is None:
        return None
    stated = _state(asked, said)
    if stated is None:
        return None
    value, polarity = stated
    return Found("story_basis", value, said.start, said.end, said.start, said.start, polarity=polarity)


_TRUE, _PARTS_OF_IT, _MADE_UP = "true story", "inspired by real events", "fiction"
_Stated = tuple[dict[str, ObjectValue], Polarity]


def _state(asked: Asked, said: Answer) -> _Stated | None:
    """What a reply to a question states."""
    if asked in {"true", "all true"}:
        return _state_truth(said, of_all=asked == "all true")
    if asked == "untrue":  # "So it never happened? Correct."; a "no" may mean either
        return ({"value": _TRUE}, "negated") if said.reply == "yes" else None
    if asked == "documentary":
        return None if said.reply == "partly" else ({"value": "documentary"}, "affirmed" if said.reply == "yes" else "negated")
    if asked == "any fiction":  # "Is any of it invented? None of it."
        return ({"value": _TRUE, "degree": "entirely"}, "affirmed") if said.reply == "no" else None
    if said.reply in {"partly", "not quite"}:
        return {"value": _PARTS_OF_IT}, "affirmed"
    return {"value": _MADE_UP}, "affirmed" if said.reply == "yes" else "negated"


def _state_truth(said: Answer, *, of_all: bool) -> _Stated:
    if said.reply == "partly":
        return {"value": _PARTS_OF_IT}, "affirmed"
    if said.reply == "not quite":  # denies the degree, not the story
        return {"value": _TRUE, "degree": "entirely"}, "negated"
    stated: dict[str, ObjectValue] = {"value": _TRUE}
    if of_all or said.entirely:
        stated["degree"] = "entirely"
    return stated, "affirmed" if said.reply == "yes" else "negated"
