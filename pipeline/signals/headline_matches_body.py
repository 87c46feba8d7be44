from __future__ import annotations

from pipeline.models import Finding
from pipeline.signals.question import Question, answer


def headline_matches_body(question: Question) -> Finding:
    """What the headline states about the work is not taken back in the text below it."""
    above = {(j.claim.show, j.claim.relation): j for j in question.own_word if j.claim.paragraph == 0}
    if not above:
        return answer(headline_matches_body, "cannot tell", "the headline states nothing checkable")
    for judgement in question.own_word:
        top = above.get((judgement.claim.show, judgement.claim.relation))
        if top is None or judgement.claim.paragraph == 0:
            continue
        if {top.verdict, judgement.verdict} == {"supported", "contradicted"}:
            return answer(headline_matches_body, "no", f"headline: “{top.claim.quote}”; text: “{judgement.claim.quote}”")
    return answer(headline_matches_body, "yes", "nothing in the text contradicts the headline")
