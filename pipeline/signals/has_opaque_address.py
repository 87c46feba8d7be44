from __future__ import annotations

import re
from urllib.parse import urlsplit

from pipeline.models import Finding
from pipeline.signals.question import Question, answer

# A slug that ends in a short meaningless token after real words: ".../no-one-saw-us-leave-true-story-vzn".
OPAQUE_TAIL = re.compile(r"(?:[a-z0-9]+-){3,}([bcdfghjklmnpqrstvwxz]{3,5}|[a-z]{1,2}\d[a-z0-9]{1,4})/?$")


def has_opaque_address(question: Question) -> Finding:
    """Its address ends in a meaningless token after a search phrase, as pages generated in bulk do.

    A look at the address, not at the truth of the text: it counts only beside other findings.
    """
    url = question.article.canonical_url or question.article.url
    if not url:
        return answer(has_opaque_address, "cannot tell", "no address")
    found = OPAQUE_TAIL.search(urlsplit(url).path.lower())
    if found:
        return answer(has_opaque_address, "yes", f"ends in “{found.group(1)}”")
    return answer(has_opaque_address, "no", "a readable address")
