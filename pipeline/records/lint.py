"""What is worth an editor's look in the records: things that load, but that a verdict should not rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pipeline.models import Fact, RecordBook, Show
from pipeline.records.dates import read_date, read_years
from pipeline.records.folding import fold
from pipeline.records.loader import BUNDLED
from pipeline.records.owners import GENERAL, independent_owners, is_strong

Severity = Literal["error", "warning", "note"]
_FIRST_FILM = 1888  # no screen work is older
_AHEAD = 5  # years that an announced date may lie ahead of the day of reading
_ABOUT_PEOPLE = frozenset({"cast_member", "real_event", "protagonist", "creator", "writer", "director", "producer"})


@dataclass(frozen=True, slots=True)
class LintFinding:
    """One finding. error: fix before anybody relies on it; warning: a gate is lost by it; note: good to know.

    ``where`` names the property, fact or source within the file.
    """

    severity: Severity
    rule: str
    show: str
    path: Path
    where: str
    message: str


def lint_records(book: RecordBook, folder: Path = BUNDLED) -> list[LintFinding]:
    """Findings over all records, errors first, then by file. ``folder`` is only used to name the files."""
    found = [_finding(show, folder, *item) for show in book.shows.values() for rule in _RULES for item in rule(show)]
    found += [_finding(show, folder, *item) for show, item in (*_duplicate_titles(book), *_duplicate_ids(book))]
    order = {"error": 0, "warning": 1, "note": 2}
    return sorted(found, key=lambda f: (order[f.severity], f.show, f.rule, f.where))


Item = tuple[Severity, str, str, str]  # severity, rule, where, message


def _finding(show: Show, folder: Path, severity: Severity, rule: str, where: str, message: str) -> LintFinding:
    return LintFinding(severity, rule, show.slug, folder / f"{show.slug}.toml", where, message)


def _story_basis(show: Show) -> Iterator[Item]:
    found = len(show.facts_of("story_basis"))
    if found != 1:
        yield "error", "story-basis", "story_basis", f"needs exactly one fact of story_basis, has {found}"


def _unknown_sources(show: Show) -> Iterator[Item]:
    """The loader refuses these; records that come from elsewhere are checked here too."""
    for n, fact in enumerate(show.facts, start=1):
        for key in fact.sources:
            if key not in show.sources:
                yield "error", "unknown-source", f"[[fact]] {n}", f"names source {key!r}, which is not in the file"
    for prop, keys in show.complete.items():
        for key in keys:
            if key not in show.sources:
                yield "error", "unknown-source", f"[complete] {prop}", f"names source {key!r}, which is not in the file"


def _thin_complete(show: Show) -> Iterator[Item]:
    """A complete list whose vouchers are thin; it keeps its gate only where the sources of its facts make up for that."""
    for prop, keys in show.complete.items():
        if is_strong(keys, show.sources):
            continue
        facts = [f for f in show.facts_of(prop) if not f.disputed]
        together = (*keys, *(s for f in facts for s in f.sources))
        owners = ", ".join(sorted(independent_owners(keys, show.sources))) or "general knowledge only"
        if is_strong(together, show.sources):
            yield "note", "complete-thin-alone", f"[complete] {prop}", f"vouched for by {owners}; strong only with the sources of its facts"
        else:
            yield "warning", "complete-thin", f"[complete] {prop}", f"loses its gate: no tier 1 and no two independent owners ({owners})"


def _impossible_dates(show: Show) -> Iterator[Item]:
    latest = show.as_of.year + _AHEAD
    for n, fact in enumerate(show.facts, start=1):
        where = f"[[fact]] {n}"
        if fact.property == "premiere_date":
            interval = read_date(str(fact.value))
            if interval is None:
                yield "error", "date", where, f"premiere_date {fact.value!r} is no day, month or year (YYYY-MM-DD, YYYY-MM or YYYY)"
            elif not _FIRST_FILM <= interval.first.year <= latest:
                yield "error", "date", where, f"premiere_date {fact.value!r} cannot be: outside {_FIRST_FILM} to {latest}"
        if fact.property == "setting_time" and not read_years(str(fact.value), show.year):
            yield "warning", "date", where, f"setting_time {fact.value!r} names no year, decade or present day"
        if fact.when and not read_years(fact.when):
            yield "warning", "date", where, f"when = {fact.when!r} names no year"
        if fact.year is not None and fact.year > latest:
            yield "error", "date", where, f"year {fact.year} is still to come"
    yield from _days_of_reading(show)


def _days_of_reading(show: Show) -> Iterator[Item]:
    for key, source in show.sources.items():
        if source.read > show.as_of:
            yield "warning", "date", f"[sources.{key}]", f"read on {source.read}, after as_of {show.as_of}"
    if show.year is not None and not _FIRST_FILM <= show.year <= show.as_of.year + _AHEAD:
        yield "error", "date", "year", f"{show.year} cannot be the year of a screen work"


def _year(show: Show) -> Iterator[Item]:
    if show.year is None:
        yield "warning", "year", "year", "is missing: works of one title cannot be told apart"
        return
    dates = [i for f in show.facts_of("premiere_date") if f.season in {None, 1} and (i := read_date(str(f.value)))]
    first = min((i.first for i in dates), default=date(show.year, 1, 1))
    if abs(first.year - show.year) > 1:
        yield "warning", "year", "year", f"is {show.year}, but the first premiere on record is {first.year}"


def _people_without_source(show: Show) -> Iterator[Item]:
    """Facts about people (who may be living) that no page vouches for."""
    for n, fact in enumerate(show.facts, start=1):
        if fact.property in _ABOUT_PEOPLE and not _printable(fact, show):
            severity: Severity = "error" if not fact.sources else "note"
            yield (
                severity,
                "person-unsourced",
                f"[[fact]] {n}",
                f"{fact.property} {fact.value!r} rests on general knowledge alone: never printed",
            )


def _printable(fact: Fact, show: Show) -> bool:
    return any(show.sources[k].tier < GENERAL for k in fact.sources if k in show.sources)


def _counts(show: Show) -> Iterator[Item]:
    """Counts that cannot be, and totals that their seasons do not add up to."""
    for n, fact in enumerate(show.facts, start=1):
        if fact.property in {"episode_count", "season_count"} and isinstance(fact.value, int) and not 1 <= fact.value <= 20_000:
            yield "error", "count", f"[[fact]] {n}", f"{fact.property} {fact.value} cannot be"
    if show.format.endswith("film") and show.facts_of("episode_count", "season_count"):
        yield "error", "count", "episode_count", f"a {show.format} has no episodes or seasons"
    parts = {f.season: f.value for f in show.facts_of("episode_count") if f.season and isinstance(f.value, int) and not f.disputed}
    totals = [f.value for f in show.facts_of("episode_count") if not f.seasons and isinstance(f.value, int) and not f.disputed]
    seasons = max((f.value for f in show.facts_of("season_count") if isinstance(f.value, int)), default=None)
    if totals and seasons and len(parts) == seasons and sum(parts.values()) != totals[0]:
        yield "warning", "count", "episode_count", f"the seasons add up to {sum(parts.values())}, the total on record is {totals[0]}"


def _owners(show: Show) -> Iterator[Item]:
    """``after`` that leads nowhere (a key of this file, an owner of one of its sources, or a domain), or back to itself."""
    owners = {s.owner.casefold() for s in show.sources.values() if s.owner}
    for key, source in show.sources.items():
        if not source.after:
            continue
        if source.after not in show.sources and "." not in source.after and source.after.casefold() not in owners:
            yield "error", "after", f"[sources.{key}]", f"follows {source.after!r}, which is no source of this file, no owner and no domain"
        if _leads_back(key, show):
            yield "error", "after", f"[sources.{key}]", "follows itself"


def _leads_back(key: str, show: Show) -> bool:
    seen: set[str] = set()
    here = show.sources[key].after or ""
    while here in show.sources and here not in seen:
        seen.add(here)
        here = show.sources[here].after or ""
    return key in seen


def _duplicate_ids(book: RecordBook) -> Iterator[tuple[Show, Item]]:
    """One work of a live source that two records claim."""
    by_id: dict[tuple[str, str], list[Show]] = defaultdict(list)
    for show in book.shows.values():
        for name, value in show.ids.items():
            by_id[name, value].append(show)
    for (name, value), shows in by_id.items():
        slugs = ", ".join(s.slug for s in shows)
        if len(shows) > 1:
            yield from ((show, ("error", "duplicate-id", f"[ids] {name}", f"{value} stands in {slugs}")) for show in shows)


def _duplicate_titles(book: RecordBook) -> Iterator[tuple[Show, Item]]:
    """Main and original titles that two shows share, where one of them has no year to be told apart by."""
    by_title: dict[str, list[Show]] = defaultdict(list)
    for show in book.shows.values():
        for title in {fold(t) for t in (show.title, show.original_title) if t}:
            by_title[title].append(show)
    for shows in by_title.values():
        years = [s.year for s in shows]
        if len(shows) > 1 and (None in years or len(set(years)) < len(years)):
            others = ", ".join(s.slug for s in shows)
            for show in shows:
                yield show, ("error", "duplicate-title", "title", f"is shared ({others}) and the years do not tell the works apart")


_RULES: tuple[Callable[[Show], Iterator[Item]], ...] = (
    _story_basis, _unknown_sources, _thin_complete, _impossible_dates, _year, _people_without_source, _counts, _owners,
)  # fmt: skip
