"""Reads the curated records: one TOML file per show, into one RecordBook."""

from __future__ import annotations

import hashlib
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import BadInputError
from pipeline.models import Fact, RecordBook, Show, Source
from pipeline.records import compiled
from pipeline.records.schema import find_problems

BUNDLED = Path(__file__).parent / "shows"
MOST_PROBLEMS_SHOWN = 30
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_QUALIFIERS = ("author", "kind", "year", "publisher", "character", "real_person", "region", "scope", "when", "where", "note", "disputed",
               "confirmed")  # fmt: skip


def load_records(folder: Path = BUNDLED) -> RecordBook:
    """All records of a folder of ``<slug>.toml`` files.

    Raises BadInputError that lists every problem found, one a line, with file, line and key. Large folders are kept compiled (JSON, keyed
    by the hash of all contents and of the format) in the cache folder, so that the second start is fast; the cache is never trusted for
    contents that hash differently.
    """
    files = read_files(folder)
    version = hash_contents(files)
    tables = compiled.read(version)
    if tables is None:
        tables = _parse_all(files, folder)
        compiled.write(version, tables, size=sum(map(len, files.values())))
    return RecordBook(shows={slug: build_show(slug, table) for slug, table in tables.items()}, version=version)


def read_files(folder: Path) -> dict[str, bytes]:
    """slug -> file content, in order of the slugs."""
    if not folder.is_dir():
        raise BadInputError(f"no folder of show records at {folder}")
    files = {path.stem: path.read_bytes() for path in sorted(folder.glob("*.toml"))}
    if not files:
        raise BadInputError(f"{folder} holds no show record (<slug>.toml)")
    return files


def hash_contents(files: Mapping[str, bytes]) -> str:
    """Twelve hex digits that change when, and only when, a slug or the content of a file does."""
    digest = hashlib.sha256()
    for slug, content in files.items():
        digest.update(f"{slug}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()[:12]


def _parse_all(files: Mapping[str, bytes], folder: Path) -> dict[str, dict[str, Any]]:
    problems: list[str] = []
    tables: dict[str, dict[str, Any]] = {}
    for slug, content in files.items():
        table, found = parse_record(slug, content, folder / f"{slug}.toml")
        problems.extend(found)
        tables[slug] = table
    if problems:
        raise BadInputError(_join(problems))
    return tables


def parse_record(slug: str, content: bytes, path: Path) -> tuple[dict[str, Any], list[str]]:
    """The parsed file and its problems, each "file:line: key ...". The table is only good when there are none."""
    try:
        text = content.decode()
        table = tomllib.loads(text)
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
