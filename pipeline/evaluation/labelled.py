"""Labelled articles: reading them, making pages of them, splitting them by show. Ids are ``<slug>-<n>``."""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import BadInputError
from pipeline.models import Label, VerdictName

HELD_OUT_DIGITS = "01"  # a show whose slug's SHA-1 ends in one of these is never tuned on (2 and 3 were too, until 2026-11-25)


@dataclass(frozen=True, slots=True)
class LabelledClaim:
    """A statement that a person marked in an article, with the verdict a careful reader would give."""

    quote: str
    show: str
    relation: str
    object: Mapping[str, Any]
    polarity: str
    modality: str
    verdict: VerdictName
    core: bool


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """One labelled article; ``data`` is the file's content as read."""

    id: str
    show: str | None
    label: Label
    claims: tuple[LabelledClaim, ...]
    data: Mapping[str, Any]

    @property
    def held_out(self) -> bool:
        """Belongs to a show that nobody tunes on."""
        return is_held_out(self.show or self.id.rpartition("-")[0])


def is_held_out(slug: str) -> bool:
    """Split by show: about an eighth of the shows, chosen by hash."""
    return hashlib.sha1(slug.encode(), usedforsecurity=False).hexdigest()[-1] in HELD_OUT_DIGITS


def load_labelled(folder: Path) -> list[LabelledArticle]:
    """All ``*.json`` of the folder, by name. Raises BadInputError naming the file that is not one."""
    if not folder.is_dir():
        raise BadInputError(f"no folder {folder} with labelled articles")
    files = sorted(folder.glob("*.json"))
    if not files:
        raise BadInputError(f"{folder} holds no *.json: point --gold at the folder of labelled articles itself")
    return [_read(path) for path in files]


def _read(path: Path) -> LabelledArticle:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        claims = tuple(
            LabelledClaim(
                c["quote"], c["show"], c["relation"], c["object"], c["polarity"], c["modality"], c["verdict"], bool(c.get("core"))
            )
            for c in data["claims"]
        )
        return LabelledArticle(data["id"], data["show"], data["label"], claims, data)
    except (OSError, ValueError, KeyError, TypeError) as e:
        raise BadInputError(f"{path}: not a labelled article ({type(e).__name__}: {e})") from e


def to_page(data: Mapping[str, Any]) -> str:
    """The article as a small web page with JSON-LD, as a site would serve it."""
    language = data.get("language", "en")
    ld = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": data["title"],
        "datePublished": data.get("published"),
        "inLanguage": language,
        "author": [{"@type": "Person", "name": data["author"]}] if data.get("author") else [],
        "publisher": {"@type": "Organization", "name": data.get("site", "")},
    }
    body = "\n".join(f"<p>{html.escape(p)}</p>" for p in data["paragraphs"])
    json_ld = json.dumps(ld).replace("</", "<\\/")
    title = html.escape(data["title"])
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title} | {html.escape(data.get("site", ""))}</title>'
        f'<link rel="canonical" href="{html.escape(data["url"])}"><script type="application/ld+json">{json_ld}</script></head>'
        f"<body><main><article><h1>{title}</h1>\n{body}\n</article></main></body></html>"
    )
