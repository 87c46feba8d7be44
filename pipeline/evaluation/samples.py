"""Texts that the suites start from: labelled articles, and those of the newsstand, as the checker sees them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any, Literal

from pipeline.evaluation.labelled import LabelledArticle, is_held_out
from pipeline.models import Article, Label, Paragraph
from spiders.newsstand.stand import Stand, StandArticle

Origin = Literal["labelled", "newsstand"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement known to be true of ``show`` (a slug), and where it stands: offsets in the title (0) or a paragraph (from 1)."""

    show: str
    relation: str
    object: Mapping[str, Any]
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sample:
    """An article with what is known about it. ``statements`` are those marked true; a newsstand article has none of its own."""

    id: str
    show: str | None
    label: Label
    origin: Origin
    article: Article
    statements: tuple[Statement, ...] = ()
    others: frozenset[str] = frozenset()  # further works that it makes statements about, by slug or title

    @property
    def held_out(self) -> bool:
        """Is about a show that nobody tunes on: may be processed, never looked at."""
        return is_held_out(self.show or self.id.rpartition("-")[0])


def from_labelled(articles: Iterable[LabelledArticle]) -> tuple[Sample, ...]:
    """The labelled articles with their true, affirmed statements in the article's own word."""
    return tuple(
        Sample(
            a.id,
            a.show,
            a.label,
            "labelled",
            to_article(a.data),
            tuple(_true_statements(a)),
            frozenset(c.show for c in a.claims) - {a.show or ""},
        )
        for a in articles
    )


def from_stands(stands: Iterable[Stand]) -> tuple[Sample, ...]:
    """First versions of the newsstand's articles."""
    return tuple(_from_stand(stand, article) for stand in stands for article in stand.articles)


def to_article(data: Mapping[str, Any]) -> Article:
    """A labelled article's file content without the detour over a page."""
    published = data.get("published")
    return Article(
        url=data["url"],
        title=data["title"],
        paragraphs=tuple(Paragraph(text) for text in data["paragraphs"]),
        site_name=data.get("site"),
        authors=(data["author"],) if data.get("author") else (),
        published=datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None,
        language=data.get("language", "en"),
    )


def text_at(article: Article, paragraph: int) -> str:
    """The title (0) or a paragraph (from 1)."""
    return (article.title or "") if paragraph == 0 else article.paragraphs[paragraph - 1].text


def with_texts(article: Article, texts: Mapping[int, str]) -> Article:
    """The article with other texts in some places (0 is the title)."""
    paragraphs = tuple(replace(p, text=texts.get(i, p.text)) for i, p in enumerate(article.paragraphs, 1))
    return replace(article, title=texts.get(0, article.title), paragraphs=paragraphs)


def _true_statements(labelled: LabelledArticle) -> Iterator[Statement]:
    texts = [labelled.data["title"], *labelled.data["paragraphs"]]
    for claim in labelled.claims:
        if claim.verdict != "supported" or claim.polarity != "affirmed" or claim.modality not in {"asserted", "hedged"}:
            continue
        place = next((i for i, text in enumerate(texts) if claim.quote in text), None)
        if place is not None:
            start = texts[place].index(claim.quote)
            yield Statement(claim.show, claim.relation, claim.object, place, start, start + len(claim.quote))


def _from_stand(stand: Stand, article: StandArticle) -> Sample:
    version = article.first
    page = Article(
        url=article.url,
        title=version.title,
        paragraphs=tuple(Paragraph(block.text, block.kind) for block in version.blocks),
        site=stand.slug,
        site_name=stand.name,
        authors=(version.author,) if version.author else (),
        published=version.published,
        published_has_time=True,
        language=version.language,
    )
    works = [w for w in (version.show, *version.works) if w]
    name = f"{stand.slug}/{article.stem}"
    return Sample(name, next(iter(works), None), version.label, "newsstand", page, others=frozenset(works[1:]))
