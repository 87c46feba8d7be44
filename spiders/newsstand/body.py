"""The body of an article file: blocks separated by blank lines, in a small subset of Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pipeline.models import BlockKind

LINK = re.compile(r"\[([^\]\n]+)\]\(([^()\s]+)\)")
BY_PREFIX: dict[str, BlockKind] = {"## ": "heading", "- ": "list_item", "| ": "fact_row", "> ": "quote"}


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; ``href`` is None outside links."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body. A ``fact_row`` reads "Label: value"."""

    kind: BlockKind
    spans: tuple[Span, ...]

    @property
    def text(self) -> str:
        """What a reader sees, links flattened to their text."""
        return "".join(span.text for span in self.spans)

    @property
    def fact(self) -> tuple[str, str]:
        """Label and value of a fact row; the label is empty where the row has no colon."""
        label, colon, value = self.text.partition(": ")
        return (label, value) if colon else ("", label)


def parse_body(text: str) -> tuple[Block, ...]:
    """Blocks in reading order; lines of one paragraph are joined by single blanks."""
    chunks = (chunk.splitlines() for chunk in re.split(r"\n[ \t]*\n", text) if chunk.strip())
    return tuple(block for lines in chunks for block in _read_chunk(lines))


def group_blocks(blocks: Sequence[Block]) -> tuple[tuple[BlockKind, tuple[Block, ...]], ...]:
    """Neighbours of one kind together, so that list items share a list and fact rows a table."""
    return tuple((kind, tuple(group)) for kind, group in groupby(blocks, key=lambda block: block.kind))


def _read_chunk(lines: Sequence[str]) -> Iterator[Block]:
    running: list[str] = []
    for line in (line.strip() for line in lines if line.strip()):
        prefix = next((p for p in BY_PREFIX if line.startswith(p)), None)
        if prefix is None:
            running.append(line)
            continue
        if running:
            yield _make_block("paragraph", " ".join(running))
            running = []
        yield _make_block(BY_PREFIX[prefix], line.removeprefix(prefix).strip())
    if running:
        yield _make_block("paragraph", " ".join(running))


def _make_block(kind: BlockKind, text: str) -> Block:
    spans: list[Span] = []
    end = 0
    for link in LINK.finditer(text):
        spans += [Span(text[end : link.start()]), Span(link[1], link[2])]
        end = link.end()
    spans.append(Span(text[end:]))
    return Block(kind, tuple(span for span in spans if span.text))
