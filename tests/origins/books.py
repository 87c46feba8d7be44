"""The published book-authors data (bookstores' author lists for books, 100 of them checked by hand), read into statements.

Columns of the data: bookstore, ISBN, title, authors as the store writes them; of the checked file: ISBN, authors. Not part of the project.
"""

from __future__ import annotations

import re
from pathlib import Path

from pipeline.origins.corroboration import Statement
from pipeline.records.folding import fold

_ASIDE = re.compile(r"\([^)]*\)")
_TITLE = re.compile(r"\b(?:jr|sr|ph\.?d|editors?|eds?|edited by|by|dr|prof|et al|iii|ii)\b\.?")
_BETWEEN = re.compile(r";|/|\||\band\b|&|\bwith\b")


def read_books(folder: Path) -> tuple[list[Statement], dict[str, str]]:
    """What stores say, and what is right for the checked books, both as sorted surnames. Raises OSError without the files."""
    said: dict[tuple[str, str], Statement] = {}
    for line in (folder / "book.txt").read_text("utf-8", "replace").splitlines():
        columns = line.split("\t")
        if len(columns) >= 4 and (value := list_surnames(columns[3])) and "available" not in value:
            said.setdefault((columns[0], columns[1]), Statement(columns[1], value, columns[0]))
    gold = [line.split("\t") for line in (folder / "book_golden.txt").read_text("utf-8", "replace").splitlines()]
    return list(said.values()), {columns[0]: list_surnames(columns[1]) for columns in gold if len(columns) > 1}


def list_surnames(text: str) -> str:
    """ "Knuth, Donald E.; Doe, Jane" and "Donald Knuth and Jane Doe" -> "doe knuth"."""
    plain = _TITLE.sub("", _ASIDE.sub("", text.replace("&amp;", "&").lower()))
    names = [name for part in _BETWEEN.split(plain) for name in _split_part(part)]
    return " ".join(sorted({surname for name in names if (surname := _take_last(name))}))


def _split_part(part: str) -> list[str]:
    pieces = [piece.strip() for piece in part.strip(" ,.").split(",") if piece.strip()]
    if len(pieces) == 2 and len(fold(pieces[0]).split()) <= 2 and (len(pieces[0].split()) < 2 or len(pieces[1].split()) < 2):
        return [pieces[0]]
    if len(pieces) > 2 and len(pieces) % 2 == 0 and all(len(piece.split()) == 1 for piece in pieces[::2]):
        return pieces[::2]
    return pieces


def _take_last(name: str) -> str:
    words = fold(name).split()
    longer = [word for word in words if len(word) > 1] or words
    return longer[-1] if longer else ""
