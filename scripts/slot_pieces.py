"""Chooses the word pieces that the slot model knows, and writes pipeline/claims/slots/pieces.txt: a model must be trained anew after it.

    .venv/bin/python -m scripts.slot_pieces VOCABULARY.txt FOLDER...     # of the model to start from; folders of labelled articles

Kept are the tokens of kinds.toml, the first FREQUENT pieces of the vocabulary (which is in order of frequency) that are plain letters or
digits, every single letter, and whatever the folders' articles use beyond that: a third of the vocabulary, and of the file.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

from pipeline.claims.reader import Reader
from pipeline.claims.slots.coding import END, START, UNKNOWN, WORD, Vocabulary
from pipeline.evaluation.labelled import load_labelled, to_page
from pipeline.extract import extract
from pipeline.records.loader import load_records

SLOTS = Path(__file__).resolve().parent.parent / "pipeline" / "claims" / "slots"
FREQUENT = 14_000
_PLAIN = re.compile(r"(?:##)?[a-z0-9]+|[!-/:-@\[-`{-~]")


def find_used(reader: Reader, vocabulary: list[str], folders: list[Path]) -> set[str]:
    """The pieces of all sentences of the folders' articles that are not held out."""
    whole, used = Vocabulary(vocabulary), set()
    for folder in folders:
        for article in load_labelled(folder):
            if article.held_out:
                continue
            page = extract(to_page(article.data).encode(), str(article.data["url"]), content_type="text/html; charset=utf-8")
            for sentence in reader.sentences(page)[1]:
                for word in WORD.findall(sentence.typed):
                    if word[0] != "<":
                        used |= {vocabulary[n] for n in whole.split(word)}
    return used


def main() -> int:
    """Reads, chooses, writes."""
    if len(sys.argv) < 3:
        print(__doc__)
        return 2
    vocabulary = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    used = find_used(Reader(load_records()), vocabulary, [Path(a) for a in sys.argv[2:]])
    kinds = tomllib.loads((SLOTS / "kinds.toml").read_text(encoding="utf-8"))
    kept = dict.fromkeys(["[PAD]", START, END, UNKNOWN, *kinds])
    for number, piece in enumerate(vocabulary):
        plain = _PLAIN.fullmatch(piece) and (number < FREQUENT or len(piece.removeprefix("##")) == 1)
        if plain or piece in used:
            kept[piece] = None
    (SLOTS / "pieces.txt").write_text("".join(f"{piece}\n" for piece in kept), encoding="utf-8")
    print(f"{len(kept)} of {len(vocabulary)} pieces, {len(used)} of them used by the articles")
    return 0


if __name__ == "__main__":
    sys.exit(main())
