from __future__ import annotations

from pipeline.models import Finding
from pipeline.signals.question import Question, answer


def has_byline_and_date(question: Question) -> Finding:
    """Somebody signs it, and it says when it was published.

    A page that nobody answers for is harder to get corrected, whatever it says.
    """
    article = question.article
    if article.url is None and not article.authors and article.published is None:
        return answer(has_byline_and_date, "cannot tell", "a text without its page")
    missing = [name for name, there in (("byline", article.authors), ("date", article.published)) if not there]
    if missing:
        return answer(has_byline_and_date, "no", f"no {' and no '.join(missing)}")
    return answer(has_byline_and_date, "yes", f"by {', '.join(article.authors)}")
