"""What a live source may say at all: nonsense is refused with its reason, before anything is compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from pipeline.models import Show
from pipeline.records.dates import read_date
from pipeline.records.likeness import Likeness
from pipeline.records.live.facts import Answer, SourcedFact
from pipeline.records.titles import compare_titles

FIRST_FILM = 1888
MOST_EPISODES = 2_000  # of a scripted work that articles are written about; daily serials are not
MOST_LIMITED = 60
MOST_SEASONS = 80
AHEAD = 5  # years that an announced date may lie ahead
ASIDE = 2  # years between a first release here and a later one there
LONGEST = 200
MOST_PER_PROPERTY = 400
_FEWEST_KEPT = 0.3  # of what a source said before
_ENOUGH = 8  # statements from which a sudden loss tells something


@dataclass(frozen=True, slots=True)
class Frame:
    """What a work is known to be, against which statements are held. None where nobody knows."""

    titles: tuple[str, ...]
    year: int | None
    format: str | None
    day: date

    @classmethod
    def of_show(cls, show: Show, day: date) -> Frame:
        return cls(show.titles, show.year, show.format, day)


def find_mistaken_identity(answer: Answer, frame: Frame) -> str | None:
    """Why the answer is about another work: no title in common, or years apart; None where it fits."""
    theirs = (answer.title, *answer.titles)
    if not any(compare_titles(a, b) is Likeness.SAME for a in theirs for b in frame.titles):
        return f"it calls the work {answer.title!r}, which is no title on record"
    years = [y for y in answer.years if y >= FIRST_FILM]
    if frame.year and years and min(abs(y - frame.year) for y in years) > ASIDE:
        return f"it dates the work {years[0]}, on record is {frame.year}"
    return None


def find_loss(answer: Answer, before: int) -> str | None:
    """Why the answer is too empty to replace ``before`` earlier statements: a changed format looks like this. None where it is not."""
    if before and not answer.facts:
        return "it says nothing any more"
    if before >= _ENOUGH and len(answer.facts) < before * _FEWEST_KEPT:
        return f"it says {len(answer.facts)} things where it said {before}"
    return None


def keep_plausible(answer: Answer, frame: Frame) -> Answer:
    """The answer without the statements that cannot be; each is listed among the refused with its reason."""
    kept: list[SourcedFact] = []
    refused = list(answer.refused)
    seen: dict[str, int] = {}
    for fact in answer.facts:
        seen[fact.property] = seen.get(fact.property, 0) + 1
        why = next(_objections(fact, frame), None)
        if why is None and seen[fact.property] > MOST_PER_PROPERTY:
            why = f"more than {MOST_PER_PROPERTY} values"
        if why is None:
            kept.append(fact)
        else:
            refused.append(f"{fact.property} {str(fact.value)[:60]}: {why}")
    lost = {f.property for f in answer.facts} - {f.property for f in kept}
    exhaustive = tuple(p for p in answer.exhaustive if p not in lost)
    return replace(answer, facts=tuple(kept), refused=tuple(refused), exhaustive=exhaustive)


def _objections(fact: SourcedFact, frame: Frame) -> Iterator[str]:
    counts = fact.property in {"episode_count", "season_count"}
    if counts != isinstance(fact.value, int):
        yield "is no whole number" if counts else "is no text"
    elif isinstance(fact.value, int):
        yield from _count_objections(fact.property, fact.value, frame)
    elif fact.property == "premiere_date":
        yield from _date_objections(fact.value, frame)
    else:
        yield from _text_objections(fact.value)
    yield from (f"{key}: {why}" for key, text in fact.qualifiers.items() if isinstance(text, str) for why in _text_objections(text))


def _count_objections(prop: str, value: int, frame: Frame) -> Iterator[str]:
    if frame.format and frame.format.endswith("film"):
        yield f"a {frame.format} has no episodes or seasons"
    limited = frame.format == "limited series"
    most = MOST_SEASONS if prop == "season_count" else MOST_LIMITED if limited else MOST_EPISODES
    if not 1 <= value <= most:
        yield f"cannot be (1 to {most})"


def _date_objections(value: str, frame: Frame) -> Iterator[str]:
    told = read_date(value)
    if told is None:
        yield "is no date"
    elif told.first.year < FIRST_FILM:
        yield "is older than film"
    elif told.first.year > frame.day.year + AHEAD:
        yield f"lies more than {AHEAD} years ahead"
    elif frame.year and told.first.year < frame.year - ASIDE:
        yield f"lies before the year on record, {frame.year}"


def _text_objections(value: str) -> Iterator[str]:
    if not value.strip() or not any(c.isalnum() for c in value):
        yield "is no name"
    elif len(value) > LONGEST:
        yield f"is longer than {LONGEST} characters"
    elif any(c in value for c in "<>{}|\n\x00") or "://" in value:
        yield "is markup, no name"
