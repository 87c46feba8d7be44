"""A first record of a work, drafted from the live sources for an editor to confirm. Nothing judges by a draft."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import tomlkit

from pipeline.errors import BadInputError, SourceDownError
from pipeline.models import RecordBook
from pipeline.records.folding import fold
from pipeline.records.likeness import Likeness
from pipeline.records.live.facts import IMDB, SOURCES, Answer, SourcedFact
from pipeline.records.live.plausible import Frame, keep_plausible
from pipeline.records.live.refresh import LiveSources
from pipeline.records.live.tvmaze import TvmazeHit
from pipeline.records.titles import compare_titles
from pipeline.records.whole_files import write_whole

T = TypeVar("T")
# In the order of a record's file; what the sources have no word for (story_basis, protagonist) is left to the editor.
_ORDER = (
    "based_on", "creator", "writer", "director", "producer", "production_company", "cast_member", "platform", "country", "language",
    "premiere_date", "episode_count", "season_count", "setting_place", "setting_time", "filming_location", "real_event",
)  # fmt: skip
_MOST_TITLES = 40


@dataclass(slots=True)
class Found:
    """What the sources know of one title. ``others``: candidates that were not taken; ``down``: source -> why it said nothing."""

    title: str
    year: int | None
    answers: list[Answer] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    down: dict[str, str] = field(default_factory=dict)

    @property
    def ids(self) -> dict[str, str]:
        return {name: value for answer in reversed(self.answers) for name, value in answer.ids.items()}


def look_up(title: str, year: int | None, day: date, live: LiveSources) -> Found:
    """Finds the work in every source. Raises BadInputError where none has it, and where none of them answers at all."""
    found = Found(title, year)
    candidates = _try("Wikidata", found, lambda: live.wikidata.search(title, year)) or []
    hits = _try("TVmaze", found, lambda: live.tvmaze.search(title, year)) or []
    best = next((c for c in candidates if compare_titles(c.title, title) is Likeness.SAME), candidates[0] if candidates else None)
    found.others = [f"{c.wikidata}: {c.title} ({c.year}, {c.format})" for c in candidates if c is not best]
    answer = _try("Wikidata", found, lambda: live.wikidata.read_work(best.wikidata)) if best else None
    if answer:
        found.answers.append(answer)
        pages, wanted = answer.pages, answer.ids["wikidata"]
        found.answers += _try("Wikipedia", found, lambda: live.wikipedia.read_work(pages, wanted)) or []
    if hit := _pick_hit(hits, title, answer):
        show = _try("TVmaze", found, lambda: live.tvmaze.read_work(hit.tvmaze))
        found.answers += [show] if show else []
    if live.imdb and (tconst := found.ids.get("imdb")):
        imdb = live.imdb
        found.answers += (_try(IMDB.publisher, found, lambda: imdb.read_works([tconst])) or {}).values()
    if not found.answers:
        why = "; ".join(found.down.values())
        raise BadInputError(f"no live source knows {title!r}{f' of {year}' if year else ''}" + (f" ({why})" if why else ""))
    found.answers = [_keep_plausible(a, found, day) for a in found.answers]
    return found


def _pick_hit(hits: Sequence[TvmazeHit], title: str, answer: Answer | None) -> TvmazeHit | None:
    """The show that carries the same ids; without ids the one of the same title (and year, where both are known)."""
    ids = answer.ids if answer else {}
    for hit in hits:
        if hit.tvmaze == ids.get("tvmaze") or (hit.imdb and hit.imdb == ids.get("imdb")):
            return hit
    if answer and (answer.format or "").endswith("film"):
        return None
    titles = (title, *(answer.titles if answer else ()))
    years = set(answer.years) if answer else set()
    for hit in hits:
        apart = hit.imdb and ids.get("imdb") and hit.imdb != ids["imdb"]
        year_fits = not years or hit.year is None or min(abs(hit.year - y) for y in years) <= 1
        if not apart and year_fits and any(compare_titles(hit.title, t) is Likeness.SAME for t in titles):
            return hit
    return None


def _keep_plausible(answer: Answer, found: Found, day: date) -> Answer:
    format_ = next((a.format for a in found.answers if a.format), None)
    return keep_plausible(answer, Frame((found.title,), found.year, format_, day))


def _try(source: str, found: Found, act: Callable[[], T]) -> T | None:
    try:
        return act()
    except SourceDownError as e:
        found.down[source] = str(e)
        return None


def write_draft(found: Found, book: RecordBook, folder: Path, day: date) -> Path:
    """Writes ``<slug>.toml`` into a folder. Raises BadInputError where a file or a record of that slug is there already."""
    slug = make_slug(found, book)
    path = folder / f"{slug}.toml"
    if path.exists():
        raise BadInputError(f"{path} is there already: move it away first, a draft never overwrites")
    write_whole(path, draft_record(found, day).encode())
    return path


def make_slug(found: Found, book: RecordBook) -> str:
    """The folded title with hyphens; with the year where another record has that slug. Raises BadInputError where both are taken."""
    head = _head(found)
    plain = re.sub(r"[^a-z0-9]+", "-", fold(head["title"])).strip("-") or "work"
    taken = book.shows.get(plain)
    if taken is None:
        return plain
    dated = f"{plain}-{head['year']}" if head.get("year") else plain
    same_year = taken.year == head.get("year")
    if dated in book.shows or dated == plain or same_year:
        raise BadInputError(f"{taken.title!r} ({taken.year}) is on record as {plain}: add --year for another work of that title")
    return dated


def _head(found: Found) -> dict[str, Any]:
    answers = found.answers
    title = next((t for a in answers for t in (a.title, *a.titles) if compare_titles(t, found.title) is Likeness.SAME), answers[0].title)
    years = [y for a in answers for y in a.years[:1]]
    original = next((a.original_title for a in answers if a.original_title and fold(a.original_title) != fold(title)), None)
    return {
        "title": title,
        "original_title": original,
        "year": min(years) if years else found.year,
        "format": next((a.format for a in answers if a.format), "series"),
    }


def draft_record(found: Found, day: date) -> str:
    """The TOML text: ids as comments to confirm, every fact with its sources, remarks of the sources as comments."""
    doc = tomlkit.document()
    head = _head(found)
    doc.add(tomlkit.comment("Draft from the live sources. Check every line, add story_basis, then move the file to the records."))
    doc["title"] = head["title"]
    if head["original_title"]:
        doc["original_title"] = head["original_title"]
    doc["also_known_as"] = _list_titles(found, head)
    if head["year"]:
        doc["year"] = head["year"]
    doc["format"] = head["format"]
    doc["as_of"] = day
    doc.add(tomlkit.nl())
    _add_ids(doc, found)
    _add_remarks(doc, found)
    _propose_basis(doc, found)
    doc["fact"] = _list_facts(found)
    doc["sources"] = _table_sources(found)
    return tomlkit.dumps(doc)


def _list_titles(found: Found, head: Mapping[str, Any]) -> list[str]:
    seen = {fold(head["title"]), fold(head["original_title"] or "")}
    titles = []
    for title in (t for a in found.answers for t in a.titles):
        if fold(title) not in seen:
            seen.add(fold(title))
            titles.append(title)
    return titles[:_MOST_TITLES]


def _add_ids(doc: tomlkit.TOMLDocument, found: Found) -> None:
    doc.add(
        tomlkit.comment("confirm: take the # away in front of [ids] and of each line that is this very work; only then is it refreshed")
    )
    doc.add(tomlkit.comment("[ids]"))
    for name in ("wikidata", "tvmaze", "imdb"):
        if value := found.ids.get(name):
            doc.add(tomlkit.comment(f'{name} = "{_one_line(value)}"'))
    doc.add(tomlkit.nl())


def _add_remarks(doc: tomlkit.TOMLDocument, found: Found) -> None:
    lines = [f"not taken: {other}" for other in found.others]
    for answer in found.answers:
        name = SOURCES[answer.source].publisher
        lines += [f"{name}: {hint}" for hint in answer.hints[:20]]
        lines += [f"{name}: character {character}" for character in answer.characters[:40]]
        lines += [f"refused, {name}: {refused}" for refused in answer.refused[:20]]
        unnamed = [f for f in answer.facts if f.property == "based_on" and "kind" not in f.qualifiers]
        lines += [f"{name}: based on {f.value} by {f.qualifiers.get('author', 'somebody')}, of a kind to be named" for f in unnamed]
    lines += [f"{source} did not answer: {why}" for source, why in found.down.items()]
    for line in lines:
        doc.add(tomlkit.comment(_one_line(line)))
    if lines:
        doc.add(tomlkit.nl())


def _propose_basis(doc: tomlkit.TOMLDocument, found: Found) -> None:
    """The story_basis that an editor has to settle, as a comment, with what the sources say for it."""
    speaking = [a for a in found.answers if a.real]
    lines = [f"{SOURCES[a.source].publisher}: {_one_line(line)}" for a in speaking for line in a.real[:10]]
    keys = ", ".join(f'"{_key(a.source)}"' for a in speaking)
    value = "inspired by real events" if speaking else ""  # the weaker of the two that real events leave
    lines += ["true story, inspired by real events or fiction? No source settles it:"]
    lines += ["[[fact]]", 'property = "story_basis"', f'value = "{value}"', f"sources = [{keys}]"]
    for line in lines:
        doc.add(tomlkit.comment(line))
    doc.add(tomlkit.nl())


def _one_line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _list_facts(found: Found) -> Any:
    table = tomlkit.aot()
    for fact, sources in _gather(f for a in found.answers for f in a.facts):
        row = tomlkit.table()
        row["property"] = fact.property
        row["value"] = fact.value
        for key, value in sorted(fact.qualifiers.items()):
            row[key] = value
        row["sources"] = [_key(s) for s in sources]
        table.append(row)
    return table


def _gather(facts: Iterable[SourcedFact]) -> list[tuple[SourcedFact, list[str]]]:
    """Each statement once with all its sources, in the order of a record."""
    rows: dict[tuple[object, ...], tuple[SourcedFact, list[str]]] = {}
    for fact in facts:
        if fact.property in _ORDER and (fact.property != "based_on" or "kind" in fact.qualifiers):
            value = fold(fact.value) if isinstance(fact.value, str) else fact.value
            key = (fact.property, value, tuple(sorted((k, fold(str(v))) for k, v in fact.qualifiers.items())))
            sources = rows.setdefault(key, (fact, []))[1]
            if fact.source not in sources:
                sources.append(fact.source)
    return sorted(rows.values(), key=lambda row: _ORDER.index(row[0].property))


def _table_sources(found: Found) -> Any:
    table = tomlkit.table(is_super_table=True)
    for answer in found.answers:
        source = SOURCES[answer.source]
        row = tomlkit.table()
        row["url"] = answer.url
        row["publisher"] = source.publisher
        if source.after:
            row["after"] = source.after
        row["tier"] = source.tier
        row["read"] = answer.retrieved_at.date()
        table[_key(answer.source)] = row
    return table


def _key(source: str) -> str:
    """ "live_wikidata" -> "wikidata": in a curated file it is a source that an editor has read."""
    return source.removeprefix("live_")
