from __future__ import annotations

import re
from collections import Counter

import re2

from pipeline.models import Finding
from pipeline.signals.question import Question, answer

PHRASE = re.compile(r"\b(?:is .{3,60}? based on a true story|true story|real[- ]life story|historia real|hechos reales)\b", re.IGNORECASE)
# What each of them ends in: RE2 sees at a small part of the price that most texts have none.
_HINT = re2.compile(r"(?i)true story|real[- ]life story|historia real|hechos reales")
WORDS_PER_PHRASE = 90.0
FEWEST = 4


def stuffs_keywords(question: Question) -> Finding:
    """Repeats a search phrase ("... true story") far more often than anybody would in speech.

    Text written for a search engine says nothing about its facts; together with other findings it does.
    """
    text = f"{question.article.title or ''}\n{question.article.text}"
    words = len(text.split())
    if words < 80:
        return answer(stuffs_keywords, "cannot tell", f"{words} words are too few")
    found = Counter(m.group(0).lower() for m in PHRASE.finditer(text)) if _HINT.search(text) else Counter[str]()
    times = sum(found.values())
    if times >= FEWEST and words / times < WORDS_PER_PHRASE:
        return answer(stuffs_keywords, "yes", f"“{found.most_common(1)[0][0]}” and the like {times} times in {words} words", times / words)
    return answer(stuffs_keywords, "no", f"search phrases {times} times in {words} words", times / words)
