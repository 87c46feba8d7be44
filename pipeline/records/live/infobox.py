"""The box of a Wikipedia article about a film or series, from the rendered page: label -> values. Pure functions."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import cast

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.models import Property
from pipeline.records.dates import read_date
from pipeline.records.folding import fold

_LABELS = Path(__file__).parent / "infobox.toml"
_HIDDEN = "style, script, sup, link, meta, .reference, .noprint, .navbar, [style*='display:none'], [style*='display: none']"
_BREAKS = "br, li, p, div, tr"
_COMMAS = frozenset({"country", "language", "cast_member", "production_company"})  # values that may stand in one line
_PARENTHESIS = re.compile(r"\s*[(\[][^)\]]*[)\]]")
_COUNT = re.compile(r"\d{1,9}")
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
_LONGEST = 120  # characters; what is longer is a sentence, no value


@cache
def _labels() -> dict[str, dict[str, Property]]:
    """language -> folded label -> property."""
    table = tomllib.loads(_LABELS.read_text(encoding="utf-8"))
    return {
        language: {fold(label): cast("Property", prop) for prop, labels in props.items() for label in labels}
        for language, props in table.items()
    }


def languages() -> tuple[str, ...]:
    """Languages whose boxes can be read."""
    return tuple(_labels())


def read_infobox(html: str, language: str) -> Mapping[Property, tuple[str | int, ...]] | None:
    """property -> values, in order; None where the page has no box at all."""
    box = LexborHTMLParser(html).css_first("table.infobox")
    if box is None:
        return None
    found: dict[Property, list[str | int]] = {}
    for label, cell in _rows(box):
        prop = _labels()[language].get(fold(label))
        if prop:
            values = found.setdefault(prop, [])
            values.extend(v for v in _read_cell(prop, cell) if v not in values)
    return {prop: tuple(values) for prop, values in found.items() if values}


def _rows(box: LexborNode) -> Iterator[tuple[str, LexborNode]]:
    for node in box.css(_HIDDEN):
        if "bday" not in (node.attributes.get("class") or "") and node.css_first(".bday") is None:
            node.decompose()
    for row in box.css("tr"):
        head, cell = row.css_first("th"), row.css_first("td")
        if head is not None and cell is not None:
            yield head.text(separator=" ", strip=True).rstrip(":"), cell


def _read_cell(prop: Property, cell: LexborNode) -> Iterator[str | int]:
    if prop in {"episode_count", "season_count"}:
        count = _COUNT.search(cell.text(separator=" ", strip=True).replace(" ", " "))
        if count:
            yield int(count[0])
    elif prop == "premiere_date":
        yield from _read_days(cell)
    else:
        yield from (v for line in _read_lines(cell) for v in _split(prop, line))


def _read_days(cell: LexborNode) -> Iterator[str]:
    """The first day that stands there: marked up, in numbers or in words."""
    text = cell.text(separator=" ", strip=True)
    if iso := _ISO.search(text):
        yield iso[0]
        return
    for line in _read_lines(cell):
        told = read_date(re.split(r"\s[–—-]\s", line)[0])
        if told:
            yield (
                told.first.isoformat()
                if told.is_day
                else (str(told.first.year) if told.first.month != told.last.month else str(told.first)[:7])
            )
            return


def _read_lines(cell: LexborNode) -> list[str]:
    for node in cell.css(_BREAKS):
        node.insert_before("\n")
    lines = cell.text(separator="").replace("\u00a0", " ").split("\n")
    return [line for raw in lines if (line := " ".join(_PARENTHESIS.sub("", raw).split()).strip(" ,;·•"))]


def _split(prop: Property, line: str) -> Iterator[str]:
    parts = re.split(r",\s+|\s+[·•/]\s+", line) if prop in _COMMAS else [line]
    yield from (p for part in parts if (p := part.strip()) and len(p) <= _LONGEST and any(c.isalpha() for c in p))
