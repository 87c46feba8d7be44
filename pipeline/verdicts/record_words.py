"""The words of a record: all of them, those of one fact, and those on the people in it."""

from __future__ import annotations

from pipeline.models import Fact, Show
from pipeline.records.folding import words


def words_of(show: Show) -> set[str]:
    """Every word of it, folded."""
    return {w for f in show.facts for w in words(" ".join(texts_of(f)))} | {w for t in show.titles for w in words(t)}


def texts_of(fact: Fact) -> list[str]:
    """Its value and all that is told beside it, what would be fair and what good sources dispute included."""
    every = (str(fact.value), *fact.fair_values, fact.author, fact.character, fact.real_person, fact.note, fact.where, fact.disputed)
    return [text for text in every if text]


def texts_on_people(show: Show) -> list[str]:
    """Those of the facts on whom it is about, who plays whom and what happened."""
    return [t for f in show.facts_of("protagonist", "cast_member", "real_event") for t in texts_of(f)]
