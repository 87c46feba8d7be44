"""The watch list: rules that keep bringing in works of the live sources, each saying which it brought in; and works named by hand."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Any

import tomlkit
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.errors import BadInputError
from pipeline.models import RecordBook, Show, ShowFormat
from pipeline.records.folding import fold
from pipeline.records.likeness import Likeness
from pipeline.records.live.wikidata import Candidate, Wikidata
from pipeline.records.organisations import compare_platforms
from pipeline.records.titles import compare_titles
from pipeline.records.whole_files import write_whole

BUNDLED = Path(__file__).parent / "watchlist.toml"
FILE = "REELCHECK_WATCHLIST"
_STRICT = ConfigDict(extra="forbid", frozen=True)
Days = Annotated[int, Field(ge=-3650, le=3650)]


class Rule(BaseModel):
    """One rule; the file says what each key means."""

    model_config = _STRICT

    name: Annotated[str, Field(min_length=1)]
    premiere: tuple[Days, Days] = (-30, 120)
    platforms: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    formats: tuple[ShowFormat, ...] = ()
    based_on_real_events: bool = False
    like: tuple[str, ...] = ()

    def window(self, day: date) -> tuple[date, date]:
        """First and last day of a premiere."""
        return day + timedelta(days=self.premiere[0]), day + timedelta(days=self.premiere[1])


class NamedShow(BaseModel):
    """A work named by hand."""

    model_config = _STRICT

    title: Annotated[str, Field(min_length=1)]
    year: int | None = None


class WatchList(BaseModel):
    """The file."""

    model_config = _STRICT

    rule: tuple[Rule, ...] = ()
    show: tuple[NamedShow, ...] = ()


@dataclass(frozen=True, slots=True)
class Watched:
    """A work on the list. ``rules``: those that brought it in; ``slug``: its record, None while it has none."""

    candidate: Candidate
    rules: tuple[str, ...]
    slug: str | None
    first_seen: date


def load_watchlist(path: Path | None = None) -> WatchList:
    """The rules of a file; of REELCHECK_WATCHLIST or the bundled one where none is named. Raises BadInputError that names file and key."""
    file = path or Path(os.environ.get(FILE, "") or BUNDLED)
    try:
        return WatchList.model_validate(_as_tuples(tomllib.loads(file.read_text(encoding="utf-8"))))
    except OSError as e:
        raise BadInputError(f"no watch list at {file}") from e
    except ValidationError as e:
        first = e.errors(include_url=False)[0]
        raise BadInputError(f"{file}: {'.'.join(map(str, first['loc']))}: {first['msg'].lower()}") from e
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as e:
        raise BadInputError(f"{file}: not TOML: {e}") from e


def _as_tuples(value: object) -> Any:
    if isinstance(value, dict):
        return {k: _as_tuples(v) for k, v in value.items()}
    return tuple(map(_as_tuples, value)) if isinstance(value, list) else value


def rule_like(show: Show) -> Rule:
    """A rule that would bring in works like this one: its platforms, countries and kind, and real events where its story is true."""
    basis = {str(f.value) for f in show.facts_of("story_basis")}
    return Rule(
        name=f"like {show.title}",
        platforms=tuple(str(f.value) for f in show.facts_of("platform")),
        countries=tuple(str(f.value) for f in show.facts_of("country")),
        formats=(show.format,),
        based_on_real_events="fiction" not in basis and bool(basis),
    )


def resolve_rule(rule: Rule, book: RecordBook) -> Rule:
    """The rule with what its ``like`` names added. Raises BadInputError for a slug that is not on record."""
    likes = []
    for slug in rule.like:
        if slug not in book.shows:
            raise BadInputError(f"watch list, rule {rule.name!r}: no show {slug!r} on record")
        likes.append(rule_like(book.shows[slug]))
    return rule.model_copy(
        update={
            key: tuple(dict.fromkeys((*getattr(rule, key), *(v for one in likes for v in getattr(one, key)))))
            for key in ("platforms", "countries", "formats")
        }
    )


def rule_fits(rule: Rule, candidate: Candidate, day: date) -> bool:
    """Whether every condition of a resolved rule holds. A work whose premiere nobody knows fits no rule."""
    first, last = rule.window(day)
    return (
        candidate.premiere is not None
        and first.isoformat() <= candidate.premiere <= last.isoformat()
        and (candidate.real_events or not rule.based_on_real_events)
        and (not rule.formats or _format_fits(candidate.format, rule.formats))
        and _any_fits(rule.platforms, candidate.platforms)
        and _any_folded(rule.countries, candidate.countries)
        and _any_folded(rule.genres, candidate.genres)
    )


def _format_fits(format_: str | None, wanted: tuple[str, ...]) -> bool:
    """Wikidata tells series from limited series in few cases: either will do for the other."""
    kinds = {"series" if f.endswith("series") else "film" for f in wanted}
    return format_ is not None and ("series" if format_.endswith("series") else "film") in kinds


def _any_fits(wanted: tuple[str, ...], given: tuple[str, ...]) -> bool:
    return not wanted or any(compare_platforms(g, w) is Likeness.SAME for g in given for w in wanted)


def _any_folded(wanted: tuple[str, ...], given: tuple[str, ...]) -> bool:
    return not wanted or bool({fold(w) for w in wanted} & {fold(g) for g in given})


def fill_watchlist(root: Path, rules: WatchList, book: RecordBook, day: date, wikidata: Wikidata) -> dict[str, Watched]:
    """Asks once for all rules, keeps the list under a world's root and returns it: id -> work, those of earlier nights included.

    Raises SourceDownError when Wikidata does not answer (the list of earlier nights stays), BadInputError for a bad rule.
    """
    resolved = [resolve_rule(rule, book) for rule in rules.rule]
    found: dict[str, tuple[Candidate, list[str]]] = {}
    if resolved:
        windows = [rule.window(day) for rule in resolved]
        until = max(w[1] for w in windows) + timedelta(days=1)
        for candidate in wikidata.find_works(min(w[0] for w in windows), until):
            if fitting := [rule.name for rule in resolved if rule_fits(rule, candidate, day)]:
                found[candidate.wikidata] = (candidate, fitting)
    for named in rules.show:
        for candidate in wikidata.search(named.title, named.year)[:1]:
            found.setdefault(candidate.wikidata, (candidate, []))[1].append("named by hand")
    watched = dict(read_watched(root))
    for key, (candidate, names) in found.items():
        earlier = watched.get(key)
        watched[key] = Watched(candidate, tuple(names), find_record(candidate, book), earlier.first_seen if earlier else day)
    _write_watched(root, watched)
    return watched


def find_works_like(rule: Rule, book: RecordBook, day: date, wikidata: Wikidata) -> list[Watched]:
    """The works that a rule would bring in on a day, by premiere; nothing is kept. Raises SourceDownError."""
    first, last = rule.window(day)
    found = [c for c in wikidata.find_works(first, last + timedelta(days=1)) if rule_fits(rule, c, day)]
    watched = [Watched(c, (rule.name,), find_record(c, book), day) for c in found]
    return sorted(watched, key=lambda w: (w.candidate.premiere or "", w.candidate.title))


def format_rule(rule: Rule) -> str:
    """The rule as the watch list's file writes it."""
    told = rule.model_dump(mode="json", exclude_defaults=True)
    return tomlkit.dumps({"rule": [{"premiere": list(rule.premiere), **told}]}).strip()


def find_record(candidate: Candidate, book: RecordBook) -> str | None:
    """The slug of its record: by the confirmed id, else by title and year."""
    for show in book.shows.values():
        if show.ids.get("wikidata") == candidate.wikidata:
            return show.slug
    for show in book.shows.values():
        same = any(compare_titles(candidate.title, t) is Likeness.SAME for t in show.titles)
        if same and (candidate.year is None or show.year is None or abs(candidate.year - show.year) <= 1):
            return show.slug
    return None


def by_rule(watched: Iterable[Watched]) -> dict[str, list[Watched]]:
    """rule -> the works it brought in, by premiere."""
    table: dict[str, list[Watched]] = {}
    for one in sorted(watched, key=lambda w: (w.candidate.premiere or "", w.candidate.title)):
        for rule in one.rules:
            table.setdefault(rule, []).append(one)
    return table


def _path(root: Path) -> Path:
    return root / "records" / "watchlist.json"


def read_watched(root: Path) -> Mapping[str, Watched]:
    """The kept list; {} where there is none. Raises BadInputError for a damaged file."""
    path = _path(root)
    if not path.is_file():
        return {}
    try:
        rows = json.loads(path.read_bytes())
        return {key: _to_watched(row) for key, row in rows.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as e:
        raise BadInputError(f"{path} is damaged: move it away, the rules fill it again") from e


def _to_watched(row: Mapping[str, Any]) -> Watched:
    told: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row["candidate"].items()}
    return Watched(Candidate(**told), tuple(row["rules"]), row["slug"], date.fromisoformat(row["first_seen"]))


def _write_watched(root: Path, watched: Mapping[str, Watched]) -> None:
    rows = {
        key: {
            "candidate": {f: getattr(w.candidate, f) for f in Candidate.__dataclass_fields__},
            "rules": w.rules, "slug": w.slug, "first_seen": w.first_seen.isoformat(),
        }
        for key, w in sorted(watched.items())
    }  # fmt: skip
    write_whole(_path(root), (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode())
