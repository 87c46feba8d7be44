"""The plain part of TOML, one pattern a line: what nearly every record is written in. Everything else is tomllib's.

tomllib walks through a text character by character, and takes three times as long over 5,000 records. A text that holds anything but the
lines below, in the order that TOML allows, is handed to it whole, so that both always give the same table or the same error.
"""

from __future__ import annotations

import re
import tomllib
from datetime import date
from typing import Any

_TEXT = r'"[^"\\\x00-\x08\x0a-\x1f\x7f]*"'
_LINE = re.compile(
    rf"""(?:
      ([A-Za-z0-9_-]+)[ ]*=[ ]*(?:
          ({_TEXT})  |  (\[(?:[ ]*{_TEXT}[ ]*(?:,[ ]*{_TEXT}[ ]*)*,?)?[ ]*\])
        | ([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})  |  (0|[1-9][0-9]{{0,17}}) )
      | \[\[([A-Za-z0-9_-]+)\]\]  |  \[([A-Za-z0-9_-]+)(?:\.([A-Za-z0-9_-]+))?\]
    )?[ \t]*(?:\#[^\x00-\x08\x0a-\x1f\x7f]*)?\n | ([^\n]*\n)""",
    re.VERBOSE,
)
_TEXTS = re.compile(_TEXT)


def parse(text: str) -> dict[str, Any]:
    """As tomllib.loads, which also raises tomllib.TOMLDecodeError for what is no TOML."""
    table = _parse_plain(text)
    return tomllib.loads(text) if table is None else table


def _parse_plain(text: str) -> dict[str, Any] | None:
    """None for a text that is not plain from the first line to the last."""
    root: dict[str, Any] = {}
    lists: dict[str, list[dict[str, Any]]] = {}
    here = root
    for key, word, texts, day, number, listed, name, within, other in _LINE.findall(f"{text}\n"):
        if other:
            return None
        if key:
            value = word[1:-1] if word else _read(texts, day, number)
            if key in here or value is None:
                return None
            here[key] = value
        elif listed:
            if listed not in lists:
                if listed in root:
                    return None
                lists[listed] = root[listed] = []
            here = {}
            lists[listed].append(here)
        elif name:
            parent = root.setdefault(name, {}) if within else root
            if not isinstance(parent, dict) or (within or name) in parent:
                return None
            here = parent[within or name] = {}
    return root


def _read(texts: str, day: str, number: str) -> int | date | list[str] | None:
    """The value of whichever is not empty; None for a day that is none."""
    if texts:
        return [t[1:-1] for t in _TEXTS.findall(texts)]
    if number:
        return int(number)
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
