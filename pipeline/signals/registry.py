"""All signals, asked of every article in this order. A new signal is one file here and one line below."""

from __future__ import annotations

from pipeline.models import Article, Finding, Judgement, Reading, RecordBook
from pipeline.signals.attributes_specifics import attributes_specifics
from pipeline.signals.cites_primary_source import cites_primary_source
from pipeline.signals.has_byline_and_date import has_byline_and_date
from pipeline.signals.has_opaque_address import has_opaque_address
from pipeline.signals.headline_matches_body import headline_matches_body
from pipeline.signals.names_people_on_record import names_people_on_record
from pipeline.signals.question import Question, Signal
from pipeline.signals.says_something_checkable import says_something_checkable
from pipeline.signals.stuffs_keywords import stuffs_keywords

SIGNALS: tuple[Signal, ...] = (
    names_people_on_record,
    attributes_specifics,
    headline_matches_body,
    says_something_checkable,
    stuffs_keywords,
    has_byline_and_date,
    cites_primary_source,
    has_opaque_address,
)


def find_signals(article: Article, reading: Reading, judgements: tuple[Judgement, ...], book: RecordBook) -> tuple[Finding, ...]:
    """Every signal's answer about one article."""
    question = Question(article, reading, judgements, book.shows.get(reading.about or ""), book)
    return tuple(signal(question) for signal in SIGNALS)
