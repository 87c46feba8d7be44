"""An article laid out for reading: folded paragraphs, sentences, quoted stretches, sections."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

import re2

from pipeline.claims.gazetteer import Gazetteer, Sighting
from pipeline.claims.text import MAX_TEXT, Folded, Quoted, find_quoted, fold_text, split_sentences
from pipeline.claims.titles import TitleFinder, TitleHit
from pipeline.models import Article, BlockKind


@dataclass(slots=True)
class Block:
    """The title (index 0) or a paragraph (index from 1), folded, with what the automata found in it."""

    index: int
    folded: Folded
    kind: BlockKind
    hits: list[TitleHit]
    sightings: list[Sighting] = field(default_factory=list)
    quoted: tuple[Quoted, ...] = ()
    sentences: list[tuple[int, int]] = field(default_factory=list)
    published: date | None = None  # the article's day
    spanish: bool = False

    @property
    def text(self) -> str:
        return self.folded.text


@dataclass(slots=True)
class Document:
    """All blocks of an article in order, the title first (empty where there is none)."""

    article: Article
    blocks: list[Block]

    @property
    def headline(self) -> Block:
        return self.blocks[0]

    @property
    def spanish(self) -> bool:
        return self.article.language == "es" or (self.article.language is None and looks_spanish(self.blocks))


def lay_out(article: Article, finder: TitleFinder) -> Document:
    """Folds the article and finds titles: all that is needed to see that most articles are about nothing on record."""
    blocks = [_block(0, article.title or "", "heading", finder)]
    left = MAX_TEXT
    for index, paragraph in enumerate(article.paragraphs, 1):
        if left <= 0:
            break
        block = _block(index, paragraph.text[:left], paragraph.kind, finder)
        left -= len(block.text)
        blocks.append(block)
    document = Document(article, blocks)
    published, spanish = article.published.date() if article.published else None, document.spanish
    for block in blocks:
        block.published, block.spanish = published, spanish
    return document


def _block(index: int, text: str, kind: BlockKind, finder: TitleFinder) -> Block:
    folded = fold_text(text)
    return Block(index, folded, kind, finder.find(folded.text, headline=index == 0 or kind == "heading"))


def look_for_people(document: Document, gazetteer: Gazetteer) -> None:
    """Adds names on record: what a text without any title is known by."""
    for block in document.blocks:
        block.sightings = gazetteer.find(block.text)


def look_closer(document: Document) -> None:
    """Adds quoted stretches and sentences; for articles that name a work on record, or its people."""
    for block in document.blocks:
        block.quoted = find_quoted(block.text)
        whole = block.index == 0 or block.kind in {"heading", "fact_row"}
        block.sentences = [(0, len(block.text))] if whole and len(block.text) < 400 else split_sentences(block.text)


_SPANISH = re2.compile(r"(?i)\b(?:el|los|las|una|del|que|por|esta|serie|pelicula|historia|como|para|segun|fue|con)\b")
_ENGLISH = re2.compile(r"(?i)\b(?:the|and|of|is|was|that|with|for|this|from|who|which|it)\b")


def looks_spanish(blocks: list[Block]) -> bool:
    """More Spanish than English function words in the opening."""
    sample = " ".join(b.text for b in blocks[:6])[:3000]
    return len(_SPANISH.findall(sample)) > len(_ENGLISH.findall(sample))
