from __future__ import annotations

import re

from pipeline.models import Finding
from pipeline.signals.question import Question, answer

ATTRIBUTION = re.compile(
    r"\b(?:told|said in an interview|according to|in an interview with|as reported by|reported by|wrote in|"
    r"press (?:release|notes)|court (?:records|documents)|"
    r"según|dijo a|declaró|contó a|en una entrevista|nota de prensa)\b",
    re.IGNORECASE,
)
FEWEST_SPECIFICS = 4
SPECIFICS_PER_SOURCE = 12


def attributes_specifics(question: Question) -> Finding:
    """Says where its specifics come from: links, quotations with a speaker, or sources by name.

    A page full of names, dates and numbers without a single source gives its reader nothing to check.
    """
    specifics = len({(j.claim.relation, tuple(sorted(j.claim.object.items()))) for j in question.own_word})
    if specifics < FEWEST_SPECIFICS:
        return answer(attributes_specifics, "cannot tell", f"only {specifics} specifics")
    speakers = sum(j.claim.speaker is not None for j in question.judgements)
    sources = len(question.article.links) + len(ATTRIBUTION.findall(question.article.text)) + speakers
    evidence = f"{specifics} specifics, {sources} links, attributions and named speakers"
    return answer(attributes_specifics, "yes" if sources * SPECIFICS_PER_SOURCE >= specifics else "no", evidence, sources / specifics)
