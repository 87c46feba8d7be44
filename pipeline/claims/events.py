"""Statements about the real events behind a story: those that speak of what the record's own real events speak of."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.claims.days import read_day
from pipeline.claims.entities import Sentence
from pipeline.claims.fates import find_fates
from pipeline.claims.patterns import Found
from pipeline.models import ObjectValue, Show
from pipeline.records.events import OPPOSITES, Event, is_same_person, read_events
from pipeline.records.fates import write_stated

PATTERN = "real_event.happened"


def find_events(sentence: Sentence, show: Show) -> Iterator[Found]:
    """The sentence's statements about what happened: fates that the record speaks against, and events that it has as well."""
    fates = list(find_fates(sentence, show))
    yield from (found for _, _, found in fates)
    yield from _find_recorded(sentence, show, [(start, end) for start, end, _ in fates])


def _find_recorded(sentence: Sentence, show: Show, told: list[tuple[int, int]]) -> Iterator[Found]:
    """One finding for each event of the sentence that the record has as well: same kind, same person where both name one.

    ``told``: stretches of the sentence of which something is found already.
    """
    text = sentence.block.text[sentence.start : sentence.end]
    events = [e for e in read_events(text) if not any(e.start < end and start < e.end for start, end in told)]
    if not events:
        return
    recorded = [e for f in show.facts_of("real_event") for e in read_events(str(f.value), f.when or "")]
    seen: set[tuple[int, int]] = set()
    for event in events:
        if (event.start, event.end) in seen or not any(_is_comparable(event, other) for other in recorded):
            continue
        if not (event.years or event.count is not None or event.executed or event.kind in _TELLING):
            continue  # "he died": nothing in it that could be wrong
        who = event.who or _person_before(sentence, event, {e.who for e in recorded if e.who})
        if (
            event.who is None
            and event.kind not in {"victims", "count"}
            and not any(_is_comparable(event, o) and o.who == who for o in recorded)
        ):
            continue
        seen.add((event.start, event.end))
        yield _found(sentence, event, who)


def _is_comparable(event: Event, other: Event) -> bool:
    kinds = event.kind == other.kind or OPPOSITES.get(event.kind) == other.kind
    if not kinds or (event.kind == "count" and event.what != other.what):
        return False
    return is_same_person(event, other) is not False


_TELLING = frozenset({"acquittal", "conviction"})


def _person_before(sentence: Sentence, event: Event, recorded: set[str]) -> str | None:
    """Who "he" or "she" is: of the people of the record's events the one named last before, in the same paragraph."""
    before = sentence.block.text[: sentence.start + event.start].lower()
    named = [(before.rfind(name), name) for name in recorded if name in before]
    return max(named)[1] if named else None


def _found(sentence: Sentence, event: Event, who: str | None) -> Found:
    start, end = (sentence.to_typed(sentence.start + at) for at in (event.start, event.end))
    stated = write_stated(sentence.text(start, end), who if event.who is None else None)
    value: dict[str, ObjectValue] = {"value": stated}
    dates = [e for e in sentence.entities if e.type == "D" and sentence.start + event.start - 45 <= e.start < sentence.start + event.end]
    when = next((day for e in dates if (day := read_day(e.surface, None))), None)
    if when:
        value["when"] = when
    place = next(
        (e for e in sentence.entities if e.type == "L" and sentence.start + event.start <= e.start < sentence.start + event.end), None
    )
    if place is not None:
        value["where"] = place.surface
    return Found("real_event", value, start, end, start, end, polarity="negated" if event.denied else "affirmed")
