"""Reads the curated records: one TOML file per show, into one RecordBook."""

from __future__ import annotations

import gc
import multiprocessing
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import repeat
from pathlib import Path
from typing import Any

from pipeline.errors import BadInputError
from pipeline.models import Fact, RecordBook, Show, Source
from pipeline.records import compiled, plain_toml
from pipeline.records.schema import find_problems

BUNDLED = Path(__file__).parent / "shows"
MOST_PROBLEMS_SHOWN = 30
WORTH_PROCESSES = 1000  # changed files from which parsing on several cores pays for starting them
_CHUNK = 100
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_QUALIFIERS = ("author", "kind", "year", "publisher", "character", "real_person", "region", "scope", "when", "where", "note", "disputed",
               "confirmed")  # fmt: skip


def load_records(folder: Path = BUNDLED) -> RecordBook:
    """All records of a folder of ``<slug>.toml`` files.

    Raises BadInputError that lists every problem found, one a line, with file, line and key. Of large folders a parsed copy is kept
    (pipeline.records.compiled), so that only changed files are parsed again.
    """
    files = read_files(folder)
    hashes = {slug: compiled.hash_content(content) for slug, content in files.items()}
    problems: list[str] = []
    with _no_collection():
        packed = compiled.read(folder, hashes)
        changed = {slug: content for slug, content in files.items() if slug not in packed}
        shows = {slug: build_show(slug, compiled.unpack(packed[slug])) for slug in files if slug in packed}
        for slug, table, found in _parse_all(changed, folder):  # shows are built while other cores go on parsing
            problems += found
            if not problems:
                packed[slug] = table
                shows[slug] = build_show(slug, compiled.unpack(table))
    if problems:
        raise BadInputError(_join(problems))
    if changed:
        compiled.write(folder, hashes, packed)
    return RecordBook(shows={slug: shows[slug] for slug in files}, version=hash_book(hashes))


@contextmanager
def _no_collection() -> Iterator[None]:
    """Without the cyclic collector, which would trace millions of objects that all stay alive: half of the loading time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_files(folder: Path) -> dict[str, bytes]:
    """slug -> file content, in order of the slugs."""
    if not folder.is_dir():
        raise BadInputError(f"no folder of show records at {folder}")
    files = {path.stem: path.read_bytes() for path in sorted(folder.glob("*.toml"))}
    if not files:
        raise BadInputError(f"{folder} holds no show record (<slug>.toml)")
    return files


def hash_book(hashes: Mapping[str, str]) -> str:
    """Twelve hex digits that change when, and only when, a slug or the content of a file does."""
    return compiled.hash_content("".join(f"{slug} {content}\n" for slug, content in sorted(hashes.items())).encode())[:12]


Parsed = tuple[str, bytes, list[str]]  # slug, packed table, problems; the table is only good when there are none


def _parse_all(files: Mapping[str, bytes], folder: Path) -> Iterable[Parsed]:
    """On all cores where that pays, unless this process may not have children (Airflow's own workers may not)."""
    if len(files) < WORTH_PROCESSES or multiprocessing.current_process().daemon:
        return _parse_some(files.items(), folder)
    return _parse_in_parallel(list(files.items()), folder)


def _parse_some(files: Iterable[tuple[str, bytes]], folder: Path) -> list[Parsed]:
    parsed = ((slug, *parse_record(slug, content, folder / f"{slug}.toml")) for slug, content in files)
    return [(slug, b"" if problems else compiled.pack(table), problems) for slug, table, problems in parsed]


def _parse_in_parallel(items: Sequence[tuple[str, bytes]], folder: Path) -> Iterator[Parsed]:
    chunks = [items[n : n + _CHUNK] for n in range(0, len(items), _CHUNK)]
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as pool:
        for part in pool.map(_parse_some, chunks, repeat(folder)):
            yield from part


def parse_record(slug: str, content: bytes, path: Path) -> tuple[dict[str, Any], list[str]]:
    """The parsed file and its problems, each "file:line: key ...". The table is only good when there are none."""
    try:
        text = content.decode()
        table = plain_toml.parse(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as e:
        return {}, [f"{path}: not TOML: {e}"]
    problems = [f"{path}{_line_of(text, place)}: {_name(place)} {why}" for place, why in find_problems(table)]
    if not _SLUG.fullmatch(slug):
        problems.append(f"{path}: the file name is the slug: lower-case letters, digits and single hyphens")
    return table, problems


def _join(problems: list[str]) -> str:
    shown = problems[:MOST_PROBLEMS_SHOWN]
    rest = len(problems) - len(shown)
    return "\n".join(shown) + (f"\nand {rest} more" if rest else "")


def _name(place: tuple[str | int, ...]) -> str:
    """("fact", 3, "kind") -> "[[fact]] 4: kind"; ("sources", "bbc", "tier") -> "[sources.bbc]: tier"."""
    if not place:
        return "file"
    if place[0] == "fact" and len(place) > 1:
        head, rest = f"[[fact]] {int(place[1]) + 1}", place[2:3]
    elif place[0] == "sources" and len(place) > 1:
        head, rest = f"[sources.{place[1]}]", place[2:3]
    elif place[0] in {"complete", "ids"} and len(place) > 1:
        head, rest = f"[{place[0]}]", place[1:2]
    else:
        head, rest = str(place[0]), place[1:2]
    return f"{head}: {rest[0]}" if rest else head


def _line_of(text: str, place: tuple[str | int, ...]) -> str:
    """ ":12" for the table or key that the place is in, "" where it cannot be told."""
    if not place:
        return ""
    nth = 0
    if place[0] == "fact" and len(place) > 1:
        pattern, nth = r"(?m)^\s*\[\[\s*fact\s*\]\]", int(place[1])
    elif place[0] == "sources" and len(place) > 1:
        pattern = rf"(?m)^\s*\[sources\.{re.escape(str(place[1]))}\]"
    else:
        pattern = rf"(?m)^\s*\[?{re.escape(str(place[0]))}\b"
    starts = [m.start(m.lastindex or 0) for m in re.finditer(pattern, text)]
    if nth >= len(starts):
        return ""
    at = starts[nth] + len(text[starts[nth] :]) - len(text[starts[nth] :].lstrip())
    return f":{text.count(chr(10), 0, at) + 1}"


def build_show(slug: str, table: Mapping[str, Any]) -> Show:
    """A Show from a checked table (parsed TOML, or the same from the cache)."""
    return Show(
        slug=slug,
        title=table["title"],
        format=table["format"],
        as_of=compiled.to_date(table["as_of"]),
        facts=tuple(_build_facts(table["fact"])),
        sources={key: _build_source(key, source) for key, source in table["sources"].items()},
        complete={prop: tuple(keys) for prop, keys in table.get("complete", {}).items()},
        original_title=table.get("original_title"),
        also_known_as=tuple(table.get("also_known_as", ())),
        year=table.get("year"),
        ids=table.get("ids", {}),
    )


def _build_source(key: str, table: Mapping[str, Any]) -> Source:
    return Source(
        key=sys.intern(key),
        publisher=table["publisher"],
        tier=table["tier"],
        read=compiled.to_date(table["read"]),
        url=table.get("url"),
        owner=table.get("owner"),
        after=table.get("after"),
    )


def _build_facts(tables: Iterable[Mapping[str, Any]]) -> Iterator[Fact]:
    intern = sys.intern
    for t in tables:
        extra: dict[str, Any] = {key: t[key] for key in _QUALIFIERS if key in t}
        for key in ("fair_kinds", "fair_years", "fair_values"):
            if key in t:
                extra[key] = tuple(t[key])
        if "season" in t:
            extra["seasons"] = seasons = read_seasons(t["season"])
            extra["season"] = seasons[0] if len(seasons) == 1 else None
        yield Fact(intern(t["property"]), t["value"], tuple(map(intern, t["sources"])), **extra)  # type: ignore[arg-type]


def read_seasons(value: int | str) -> tuple[int, ...]:
    """3 -> (3,); "3" -> (3,); "1-2" -> (1, 2)."""
    first, _, last = str(value).partition("-")
    return tuple(range(int(first), int(last or first) + 1))
