"""The invented sites and their articles, as typed values read from ``stands/<site>/``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Literal, Self, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, model_validator

from pipeline.errors import BadInputError
from pipeline.models import Label, Property
from spiders.newsstand.body import Block, parse_body

STANDS = Path(__file__).with_name("stands")
FRONT_MATTER = re.compile(r"\A\+\+\+\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
URL_PATH = r"^/[^\s?#]*$"

OfferKind = Literal["rss", "atom", "sitemap", "news-sitemap", "sitemap-index", "sitemap-index-gzip", "listing"]
PageStyle = Literal["json-ld", "json-ld-graph", "microdata", "bare", "soup"]
Charset = Literal["utf-8", "iso-8859-1", "windows-1252"]


M = TypeVar("M", bound=BaseModel)


class _Declared(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Falsehood(_Declared):
    """A false statement planted in an article: what a test expects to be found. Never served."""

    relation: Property
    value: str | int
    quote: str


class Version(_Declared):
    """One article as it stands from ``published`` (the first version) or ``from`` (an edit) on.

    ``show``, ``works``, ``label``, ``falsehoods`` and ``copy_of`` are for tests and never reach a page.
    """

    path: str = Field(pattern=URL_PATH)
    title: str = Field(min_length=1)
    published: AwareDatetime
    author: str | None = None
    language: Literal["en", "es"]
    show: str | None = None
    works: tuple[str, ...] = ()
    label: Label
    falsehoods: tuple[Falsehood, ...] = ()
    copy_of: str | None = Field(default=None, pattern=r"^[a-z0-9-]+/[^/\s]+$")
    credit: str | None = None
    canonical: str | None = Field(default=None, pattern=r"^http://[a-z0-9.-]+/\S*$")
    paywall: bool = False
    noarchive: bool = False
    section: str | None = None
    description: str | None = None
    old_path: str | None = Field(default=None, pattern=URL_PATH)
    gone: AwareDatetime | None = None
    from_: AwareDatetime | None = Field(default=None, alias="from")
    edit: Literal["quiet", "open"] | None = None
    blocks: tuple[Block, ...] = Field(default=(), exclude=True)

    @property
    def changed(self) -> datetime:
        """When this version went out."""
        return self.from_ or self.published

    @property
    def admitted_change(self) -> datetime | None:
        """When the page itself says that it was changed; None for a first version and for a quiet edit."""
        return self.from_ if self.edit == "open" else None

    @property
    def lead(self) -> str:
        """The description, or the opening paragraph."""
        return self.description or next((block.text for block in self.blocks if block.kind == "paragraph"), self.title)

    @model_validator(mode="after")
    def _check_edit(self) -> Self:
        if (self.from_ is None) != (self.edit is None):
            raise ValueError("'from' and 'edit' belong together")
        if self.from_ is not None and self.from_ <= self.published:
            raise ValueError("'from' must be later than 'published'")
        return self


@dataclass(frozen=True, slots=True)
class StandArticle:
    """An article with all its versions, oldest first; ``stem`` is its file's name without ``.md``."""

    site: str
    stem: str
    versions: tuple[Version, ...]

    @property
    def first(self) -> Version:
        return self.versions[0]

    @property
    def path(self) -> str:
        return self.first.path

    @property
    def url(self) -> str:
        """Its address, always of the form ``http://<site>.example/...``."""
        return f"http://{self.site}.example{self.path}"

    def version_at(self, clock: datetime) -> Version | None:
        """The version that stands at that instant; None before publication. ``is_gone`` is asked separately."""
        return next((v for v in reversed(self.versions) if v.changed <= clock), None)

    def is_gone(self, clock: datetime) -> bool:
        return any(v.gone is not None and v.gone <= clock for v in self.versions)


class Offer(_Declared):
    """One address where the site lists its articles."""

    kind: OfferKind
    path: str = Field(pattern=URL_PATH)


class Ghost(_Declared):
    """An entry of the feed whose address never existed and answers 404."""

    path: str = Field(pattern=URL_PATH)
    title: str
    published: AwareDatetime


class StaticPage(_Declared):
    """A page that is no article. Linked from the navigation under its label."""

    label: str
    path: str = Field(pattern=URL_PATH)
    text: str


class Marks(_Declared):
    """Invented account numbers that stand in the source of every page, as advertising and statistics leave them."""

    adsense: str | None = Field(default=None, pattern=r"^ca-pub-\d{16}$")
    pinterest: str | None = Field(default=None, pattern=r"^[0-9a-f]{32}$")
    tag_manager: str | None = Field(default=None, pattern=r"^GTM-[A-Z0-9]{4,9}$")


class Stand(_Declared):
    """One invented site. ``sent_charset`` is what the bytes are in; the two declarations may say otherwise, or nothing."""

    slug: str
    name: str
    tagline: str
    language: Literal["en", "es"]
    style: PageStyle
    schema_type: str = "Article"
    accent: str = Field(pattern=r"^#[0-9a-f]{6}$")
    offers: tuple[Offer, ...]
    robots: str
    sent_charset: Charset = "utf-8"
    header_charset: Charset | Literal[""] = "utf-8"
    meta_charset: Charset = "utf-8"
    self_canonical: bool = True
    amp: bool = False
    tracking: bool = False  # the feed's links carry campaign parameters
    down: tuple[date, ...] = ()
    retry_after: int | None = Field(default=None, description="seconds named by the 429 that meets the first request of a day")
    ghosts: tuple[Ghost, ...] = ()
    pages: tuple[StaticPage, ...] = ()
    marks: Marks = Marks()
    articles: tuple[StandArticle, ...] = Field(default=(), exclude=True)

    @property
    def host(self) -> str:
        return f"{self.slug}.example"

    @property
    def home(self) -> str:
        return f"http://{self.host}/"

    def offer(self, *kinds: OfferKind) -> Offer | None:
        """The first offer of one of these kinds."""
        return next((o for o in self.offers if o.kind in kinds), None)


def load_stands(folder: Path = STANDS) -> tuple[Stand, ...]:
    """All sites of a folder, by slug, each with its articles by publication; raises BadInputError that names file and key."""
    files = sorted(folder.glob("*/stand.toml"))
    if not files:
        raise BadInputError(f"{folder}: no site here (looked for */stand.toml)")
    return tuple(_load_stand(file) for file in files)


def load_version(file: Path) -> Version:
    """One article file; raises BadInputError that names file and key."""
    found = FRONT_MATTER.match(file.read_text(encoding="utf-8"))
    if not found:
        raise BadInputError(f"{file}: front matter between two +++ lines is missing")
    blocks = parse_body(found.string[found.end() :])
    if not blocks:
        raise BadInputError(f"{file}: the body is empty")
    version = _validate(Version, {**_parse_toml(found[1], file), "blocks": blocks}, file)
    _check_quotes(version, file)
    return version


def _load_stand(file: Path) -> Stand:
    slug = file.parent.name
    table = _parse_toml(file.read_text(encoding="utf-8"), file)
    articles = _pair_versions(slug, sorted(file.parent.glob("*.md")))
    stand = _validate(Stand, {**table, "slug": slug, "articles": articles}, file)
    _check_paths(stand, file.parent)
    return stand


def _pair_versions(slug: str, files: Iterable[Path]) -> tuple[StandArticle, ...]:
    by_stem: dict[str, list[Version]] = {}
    for file in files:
        stem = re.sub(r"\.v\d+$", "", file.stem)
        version = load_version(file)
        if (stem == file.stem) != (version.edit is None):
            raise BadInputError(f"{file}: edit: a file named .v2.md has the keys 'from' and 'edit', a first version has neither")
        by_stem.setdefault(stem, []).append(version)
        _check_same_article(by_stem[stem], file)
    articles = (StandArticle(slug, stem, tuple(sorted(vs, key=lambda v: v.changed))) for stem, vs in by_stem.items())
    return tuple(sorted(articles, key=lambda a: (a.first.published, a.path)))


def _check_same_article(versions: list[Version], file: Path) -> None:
    if versions[0].edit is not None:
        raise BadInputError(f"{file}: an edit without its first version {file.name.split('.')[0]}.md")
    for key in ("path", "published", "language"):
        if getattr(versions[-1], key) != getattr(versions[0], key):
            raise BadInputError(f"{file}: {key}: differs from the first version")


def _check_quotes(version: Version, file: Path) -> None:
    places = [version.title, *(block.text for block in version.blocks)]
    for n, falsehood in enumerate(version.falsehoods):
        if not any(falsehood.quote in place for place in places):
            raise BadInputError(f"{file}: falsehoods.{n}.quote: {falsehood.quote!r} is neither in the title nor in one block")


def _check_paths(stand: Stand, folder: Path) -> None:
    taken = {"/": "home", **{offer.path: offer.kind for offer in stand.offers}, **{page.path: page.label for page in stand.pages}}
    for article in stand.articles:
        for key, path in (("path", article.path), ("old_path", article.first.old_path)):
            if path is None:
                continue
            if path in taken:
                raise BadInputError(f"{folder / article.stem}.md: {key}: {path} is taken by {taken[path]}")
            taken[path] = article.stem


def _parse_toml(text: str, file: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise BadInputError(f"{file}: {e}") from e


def _validate(model: type[M], table: Mapping[str, object], file: Path) -> M:
    try:
        return model.model_validate(table)
    except ValidationError as e:
        first = e.errors()[0]
        key = ".".join(str(part) for part in first["loc"]) or "front matter"
        raise BadInputError(f"{file}: {key}: {first['msg']}") from e
