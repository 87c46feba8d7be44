from __future__ import annotations

from pipeline.models import Finding
from pipeline.signals.question import Question, answer

WORDS_PER_FACT = 150.0


def says_something_checkable(question: Question) -> Finding:
    """States facts about the work at a rate that one would expect of a piece about it, rather than circling it."""
    if question.show is None:
        return answer(says_something_checkable, "cannot tell", "about no work on record")
    words = len(question.article.text.split())
    facts = len({(j.claim.relation, tuple(sorted(j.claim.object.items()))) for j in question.own_word})
    evidence = f"{facts} facts in {words} words"
    if facts == 0:
        return answer(says_something_checkable, "no", evidence, 0.0)
    return answer(says_something_checkable, "yes" if words / facts <= WORDS_PER_FACT else "no", evidence, facts / max(words, 1))
