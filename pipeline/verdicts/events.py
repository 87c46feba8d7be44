"""Real events, typed: the same kind of thing said of the same person, held against the record by year and number.

Another year is worth an amber note, no more, and only where both name the person and the record dates that very thing; an arrest, a trial
or the like that may be one more than those on record is worth none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from text_to_num import alpha2digit

from pipeline.models import Claim, Fact, Show
from pipeline.records.dates import read_years, years_apart
from pipeline.records.events import ONCE, OPPOSITES, Event, is_same_person, read_events
from pipeline.records.fates import Named, split_stated
from pipeline.records.folding import fold
from pipeline.records.lives import read_lives
from pipeline.records.of_the_work import tells_of_the_work
from pipeline.verdicts.comparison import Comparison, Grade

_Pair = tuple[Event, Event, Fact]


def compare_typed(claim: Claim, show: Show) -> Comparison | None:
    """None where the claim and the record have no event in common that can be read."""
    text = str(claim.object.get("value", ""))
    when = str(claim.object.get("when", ""))
    facts = show.facts_of("real_event")
    pairs = [
        (mine, theirs, fact)
        for mine in _events_of(text, when)
        for fact in facts
        for theirs in read_events(str(fact.value), fact.when or "")
        if not theirs.denied and _is_same(mine, theirs, facts)
    ]
    if not pairs:
        return None
    if claim.polarity == "negated":
        pairs = [pair for pair in pairs if pair[0].kind in ONCE and pair[1].kind == pair[0].kind]
    if not pairs:
        return None
    graded = [(_compare(mine, theirs, fact), fact) for mine, theirs, fact in pairs]
    order = [Grade.MATCH, Grade.SLIGHT, Grade.NEAR, Grade.FAR]
    best, _ = min(graded, key=lambda pair: order.index(pair[0].grade))
    if best.grade is Grade.FAR and (tells_of_the_work(claim.sentence) or any(_may_be_another(mine, text, show) for mine, _, _ in pairs)):
        return replace(best, grade=Grade.NEAR, failed=("not_comparable",))
    return best


_OTHER_TIME = re.compile(
    r"\b(?:first|previously|already|again|earlier|had been|once|counts?|charges?|other|primero|antes|otra vez|ya|cargos?)\b", re.IGNORECASE
)
_LAW = frozenset({"arrest", "conviction", "acquittal", "sentence", "release", "testimony", "escape"})


def _may_be_another(mine: Event, text: str, show: Show) -> bool:
    """May it be said of somebody else of that surname, or of another arrest, trial or the like than those on record?"""
    lives = read_lives(show.facts_of("real_event"))
    if mine.who is None:
        return False
    person = Named(mine.who, mine.first)
    if not lives.knows_name(person, show) or any(lives.mentions_year(person, year) for span in mine.years for year in span):
        return True
    if mine.kind in ONCE:
        return not lives.is_clear(person)
    if mine.kind not in _LAW:
        return False
    kinds = {d.kind for d in lives.find_deeds(person, "conviction", "acquittal")}
    times = {d.spans[0] for d in lives.find_deeds(person, mine.kind) if d.spans}
    told = fold(" ".join(f"{f.value} {f.note or ''}" for f in show.facts_of("real_event"))).split()
    cause = re.search(r"\b(?:for|por) ([a-z]\w{3,})", text)
    elsewhere = cause is not None and not any(w.startswith(cause[1][:5]) for w in told)
    return len(kinds) > 1 or len(times) > 1 or elsewhere or bool(_OTHER_TIME.search(text))


def _events_of(text: str, when: str) -> tuple[Event, ...]:
    """The claim's events, of whoever a pronoun in it stands for."""
    name, stated = split_stated(text)
    events = read_events(stated, when)
    return tuple(replace(e, who=e.who or name.lower()) for e in events) if name else events


def _is_same(mine: Event, theirs: Event, facts: tuple[Fact, ...]) -> bool:
    if mine.kind != theirs.kind and OPPOSITES.get(mine.kind) != theirs.kind:
        return False
    if mine.crimes and theirs.crimes and not mine.crimes & theirs.crimes:
        return False  # another trial
    if mine.kind == "count":
        return mine.what == theirs.what
    same = is_same_person(mine, theirs)
    if same is None:
        bearers = {e.who for f in facts for e in read_events(str(f.value), f.when or "") if e.kind == theirs.kind}
        return len(bearers) == 1 and (mine.who is None or theirs.who is None)
    return same


def _compare(mine: Event, theirs: Event, fact: Fact) -> Comparison:
    right = f"has on record: {fact.value}" + (f" ({fact.when})" if fact.when else "")
    amber = Comparison(Grade.FAR, (fact,), "never", right=right)
    if mine.kind != theirs.kind:
        return amber
    if mine.count is not None and theirs.count is not None:
        return Comparison(Grade.MATCH, (fact,), "value", right=right) if mine.count == theirs.count else _unless_noted(amber, mine, fact)
    if mine.executed and not theirs.executed:
        return amber
    if not mine.years or not theirs.years:
        return Comparison(Grade.MATCH if is_same_person(mine, theirs) else Grade.NEAR, (fact,), "value", right=right)
    gap = min(years_apart(a, b) for a in mine.years for b in theirs.years)
    if gap == 0:
        return Comparison(Grade.MATCH, (fact,), "value", right=right)
    if gap == 1:
        return Comparison(Grade.SLIGHT, (fact,), "value", right=right)
    if not _is_dated(theirs, fact):
        return Comparison(Grade.NEAR, (fact,), right=right)
    return _unless_noted(amber, mine, fact)


def _is_dated(event: Event, fact: Fact) -> bool:
    """Is the fact's date that of this event, its first one?"""
    events = read_events(str(fact.value), fact.when or "")
    return (
        bool(fact.when)
        and event.start == min(e.start for e in events)
        and not any(e.start != event.start and e.years != event.years for e in events)
    )


def _unless_noted(comparison: Comparison, mine: Event, fact: Fact) -> Comparison:
    """A value that the record itself mentions as another report is no mismatch."""
    note = fact.note or ""
    noted = any(years_apart(a, b) == 0 for a in mine.years for b in read_years(note)) or (
        mine.count is not None and re.search(rf"\b{mine.count}\b", alpha2digit(note, "en")) is not None
    )
    return Comparison(Grade.NEAR, comparison.facts, failed=("note",), right=comparison.right) if noted else comparison
