from __future__ import annotations

import re

from pipeline.models import Finding
from pipeline.signals.question import Question, answer

ATTRIBUTION = re.compile(
    r"\b(?:told|said|says|explained|recalled|confirmed|according to|in an interview|interview with|(?:as )?reported by|wrote in|"
    r"press (?:release|notes)|court (?:records|documents|papers)|"
    r"según|dijo|dice|declaró|contó|cuenta|explicó|en una entrevista|nota de prensa)\b",
    re.IGNORECASE,
)
# What stands in the credits needs no source: a review that names the cast has seen them. Where a story comes from, what happened and where
# it was filmed do not stand there.
NEED_A_SOURCE = frozenset({"based_on", "story_basis", "real_event", "filming_location", "award", "renewal"})
FEWEST_SPECIFICS = 5


def attributes_specifics(question: Question) -> Finding:
    """Says where its account of the real events comes from: links, quotations with a speaker, or sources by name.

    A page full of origins, events and places without a single source gives its reader nothing to check. Credits are left out of the count.
    """
    stated = [j.claim for j in question.own_word if j.claim.relation in NEED_A_SOURCE]
    specifics = len({(c.relation, tuple(sorted(c.object.items()))) for c in stated})
    if specifics < FEWEST_SPECIFICS:
        return answer(attributes_specifics, "cannot tell", f"only {specifics} specifics beyond the credits")
    speakers = sum(j.claim.speaker is not None for j in question.judgements)
    sources = len(question.article.links) + len(ATTRIBUTION.findall(question.article.text)) + speakers
    evidence = f"{specifics} specifics beyond the credits, {sources} links, attributions and named speakers"
    return answer(attributes_specifics, "yes" if sources else "no", evidence, sources / specifics)
