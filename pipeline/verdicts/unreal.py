"""What would have been, had it come to that: never stated of the work, whatever number stands in it."""

from __future__ import annotations

import re

from pipeline.models import Claim

_UNREAL = re.compile(
    r"\b(?:would|might|could|should|may|must)(?: not|n't| never)?(?: also| then| perhaps| probably| easily| well| surely)? have\b|"
    r"\bwould(?:'ve)\b|\b(?:habr[ií]a|hubiera|hubiese)[ns]? (?:podido |debido )?\w+(?:[ai]do|sido|hecho|visto|puesto|escrito)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(r"\b(?:but|which|who|whose|though|although|while|pero|que|aunque|mientras)\b|[:(,]", re.IGNORECASE)
_PARENTHESIS = re.compile(r", (?:perhaps|maybe|say|probably|quiz[aá]s?|tal vez|probablemente),", re.IGNORECASE)
# "Imagine that Hulu had made it in ten parts", "Suppose it had six episodes"
_IMAGINED = re.compile(
    r"(?:^|[;.:] )\W*(?:(?:but|and|now|just|pero|y|ahora) )?(?:imagine|suppose|picture|say) (?:that|it|for a moment|if|[A-Z])\b|"
    r"(?:^|[;.:] )\W*(?:imagin(?:a|e|en|emos|ad)|sup[oó]n|supongamos|pongamos) (?:que|por un momento)\b",
    re.IGNORECASE,
)
NEAR = 45  # characters between the verb and what it governs


def is_unreal(claim: Claim) -> bool:
    """Does a verb of what would have been govern the words, or does the sentence ask to imagine them? What the next clause states of the
    work as it is ("it might have had ten parts; it has six") is none of it."""
    text, plain = claim.sentence, claim.plain or claim.quote
    if _IMAGINED.search(text):
        return True
    left, found, _ = text.partition(plain)
    if not found:
        return False
    clause = left.rpartition("; ")[2]
    ends = [m.end() for m in _UNREAL.finditer(clause + plain)]
    if not ends:
        return False
    between = clause[ends[-1] :]  # nothing, where the verb stands in the words themselves
    return len(between) <= NEAR and not _TURNS.search(_PARENTHESIS.sub("", between))
