"""One round of asking: the confirmed works that are due, each source once, what each said into the kept files."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

from pipeline.errors import BadInputError, SourceDownError
from pipeline.models import RecordBook, Show
from pipeline.records.dates import read_date
from pipeline.records.live.endpoints import Endpoints
from pipeline.records.live.facts import IMDB, SOURCES, TVMAZE, WIKIDATA, WIKIPEDIA, Answer
from pipeline.records.live.imdb import Imdb
from pipeline.records.live.infobox import languages
from pipeline.records.live.kept import KeptShow, State, list_changes, mark, read_kept, take_in, write_kept
from pipeline.records.live.plausible import Frame, find_loss, find_mistaken_identity, keep_plausible
from pipeline.records.live.polite_client import Manners, PoliteClient
from pipeline.records.live.tvmaze import Tvmaze
from pipeline.records.live.wikidata import Wikidata
from pipeline.records.live.wikidata_names import NameTable
from pipeline.records.live.wikipedia import Wikipedia

logger = logging.getLogger(__name__)

WEEKLY = timedelta(days=7)
AROUND_PREMIERE = timedelta(days=60)
MOST_LISTED = 50  # lines that a task's result carries; the kept files have them all
T = TypeVar("T")
IDS = ("wikidata", "tvmaze", "imdb")  # an editor's word, without which a work is not asked about


@dataclass(frozen=True, slots=True)
class LiveSources:
    """The clients of one round, on one polite client."""

    client: PoliteClient
    wikidata: Wikidata
    tvmaze: Tvmaze
    wikipedia: Wikipedia
    imdb: Imdb | None


@dataclass(slots=True)
class Round:
    """How a round went. ``answered`` counts usable answers, one per show and source; ``down``: source -> what it said last."""

    asked: int = 0
    answered: int = 0
    new_statements: int = 0
    refused: int = 0
    requests: int = 0
    not_due: int = 0
    unconfirmed: int = 0
    down: dict[str, str] = field(default_factory=dict)
    marked: list[str] = field(default_factory=list)  # "slug, source: why", for an editor
    changes: list[str] = field(default_factory=list)  # what sources say anew or no longer, first answers left out

    def to_counts(self) -> dict[str, Any]:
        return {
            "asked": self.asked, "answered": self.answered, "new_statements": self.new_statements, "refused": self.refused,
            "requests": self.requests, "not_due": self.not_due, "unconfirmed": self.unconfirmed, "sources_down": dict(self.down),
            "marked": self.marked[:MOST_LISTED], "changes": self.changes[:MOST_LISTED],
        }  # fmt: skip


def open_sources(root: Path, endpoints: Endpoints, manners: Manners | None = None) -> LiveSources:
    """The clients of a world, with their cache under its root. Nothing is asked yet. Close ``client`` at the end."""
    folder = root / "records"
    client = PoliteClient(folder / "http", endpoints.contact, manners or Manners())
    return LiveSources(
        client,
        Wikidata(client, endpoints.wikidata, endpoints.sparql, NameTable(client, endpoints.wikidata, folder / "wikidata-names.json")),
        Tvmaze(client, endpoints.tvmaze),
        Wikipedia(client, endpoints.wikipedia),
        Imdb(endpoints.imdb) if endpoints.imdb else None,
    )


def is_confirmed(show: Show) -> bool:
    """Whether an editor confirmed at least one id of it."""
    return any(show.ids.get(name) for name in IDS)


def is_due(show: Show, kept: KeptShow, day: date) -> bool:
    """Nightly within 60 days of a premiere, else a week after the last usable answer; at once where a source still owes one."""
    if kept.sources and all(a.asked >= day and a.state == "ok" for a in kept.sources.values()):
        return False
    last = kept.last_answered()
    if last is None or day - last >= WEEKLY:
        return True
    premieres = (read_date(str(f.value)) for f in show.facts_of("premiere_date"))
    return any(p.first - AROUND_PREMIERE <= day <= p.last + AROUND_PREMIERE for p in premieres if p)


def refresh_shows(root: Path, book: RecordBook, day: date, live: LiveSources, only: Iterable[str] | None = None) -> Round:
    """Asks the live sources about the confirmed works that are due (about ``only`` these whether due or not) and keeps what they say.

    A source that is down, or answers nonsense, is marked; what it said before stays. Raises BadInputError for a slug that is not on record.
    """
    result = Round()
    wanted = list(_choose(root, book, day, only, result))
    if ids := [show.ids["wikidata"] for show, _ in wanted if show.ids.get("wikidata")]:
        _try(WIKIDATA.key, result, lambda: live.wikidata.prepare(ids))
    imdb = _read_imdb(live, [show for show, _ in wanted], result)
    for show, kept in wanted:
        result.asked += 1
        _refresh_one(show, kept, day, live, imdb, result)
        write_kept(root, kept)
        result.changes.extend(list_changes(kept, day))
    result.requests = sum(live.client.requests.values())
    return result


def _choose(root: Path, book: RecordBook, day: date, only: Iterable[str] | None, result: Round) -> Iterator[tuple[Show, KeptShow]]:
    chosen = None if only is None else set(only)
    for slug in sorted((chosen or set()) - set(book.shows)):
        raise BadInputError(f"no show {slug!r} on record")
    for show in book.shows.values():
        if chosen is not None and show.slug not in chosen:
            continue
        if not is_confirmed(show):
            result.unconfirmed += 1
            continue
        try:
            kept = read_kept(root, show.slug)
        except BadInputError as e:  # one file's damage is no reason to leave the others unasked
            result.marked.append(f"{show.slug}: {e}")
            continue
        if chosen is None and not is_due(show, kept, day):
            result.not_due += 1
            continue
        yield show, kept


def _read_imdb(live: LiveSources, shows: list[Show], result: Round) -> dict[str, Answer] | None:
    ids = [show.ids["imdb"] for show in shows if show.ids.get("imdb")]
    source = live.imdb
    return _try(IMDB.key, result, lambda: source.read_works(ids)) if source and ids else None


def _refresh_one(show: Show, kept: KeptShow, day: date, live: LiveSources, imdb: dict[str, Answer] | None, result: Round) -> None:
    pages: dict[str, str] = {}
    if wanted := show.ids.get("wikidata"):
        answer = _ask(WIKIDATA.key, show, kept, day, lambda: live.wikidata.read_work(wanted), result)
        if answer:
            pages = {k: v for k, v in answer.pages.items() if k in languages()}
        for language, title in list(pages.items())[:2]:
            read = _read_page(live, language, title, str(answer.ids["wikidata"]) if answer else wanted)
            _ask(WIKIPEDIA[language].key, show, kept, day, read, result)
    if number := show.ids.get("tvmaze"):
        _ask(TVMAZE.key, show, kept, day, lambda: live.tvmaze.read_work(number), result)
    if imdb is not None and (tconst := show.ids.get("imdb")):
        _ask(IMDB.key, show, kept, day, lambda: imdb.get(tconst), result)


def _read_page(live: LiveSources, language: str, title: str, wanted: str) -> Callable[[], Answer | None]:
    return lambda: next(iter(live.wikipedia.read_work({language: title}, wanted)), None)


def _ask(source: str, show: Show, kept: KeptShow, day: date, read: Callable[[], Answer | None], result: Round) -> Answer | None:
    """One source about one work: a usable answer is taken in, anything else is marked. The answer where it was usable."""
    try:
        answer = read()
    except SourceDownError as e:
        result.down[source] = str(e)
        _mark(kept, source, "down", str(e), day, show, result)
        return None
    if answer is None:
        _mark(kept, source, "gone", "it has no such work any more", day, show, result)
        return None
    frame = Frame.of_show(show, day)
    if why := find_mistaken_identity(answer, frame) if source not in _WIKIPEDIAS else None:
        _mark(kept, source, "other work", why, day, show, result)
        return None
    usable = keep_plausible(answer, frame)
    result.refused += len(usable.refused)
    if why := find_loss(usable, _count_standing(kept, source, day)):
        _mark(kept, source, "refused", why, day, show, result, usable.refused)
        return None
    result.new_statements += take_in(kept, usable, day)
    result.answered += 1
    return usable


_WIKIPEDIAS = frozenset(s.key for s in WIKIPEDIA.values())  # their identity is the entity that they name, checked by the client


def _count_standing(kept: KeptShow, source: str, day: date) -> int:
    return sum(s.property not in {"title", "character", "exhaustive"} for s in kept.in_force(day - timedelta(days=1), source))


def _mark(
    kept: KeptShow, source: str, state: State, message: str, day: date, show: Show, result: Round, refused: Iterable[str] = ()
) -> None:  # fmt: skip
    mark(kept, source, state, message, day, refused)
    result.marked.append(f"{show.slug}, {SOURCES[source].publisher}: {message}")
    logger.info("live source=%s show=%s day=%s state=%s message=%s", source, show.slug, day, state, message)


def _try(source: str, result: Round, act: Callable[[], T]) -> T | None:
    try:
        return act()
    except SourceDownError as e:
        result.down[source] = str(e)
        return None
