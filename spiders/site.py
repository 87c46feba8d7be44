"""One publication that is crawled: ``sites/<slug>.toml``, read into a frozen Site."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from pipeline.errors import BadInputError

Way = Literal["feed", "sitemap", "listing", "wordpress"]
FoundBy = Literal["feed", "sitemap", "listing", "wordpress", "search"]
Always = Literal["title", "published", "text", "authors", "language"]
SLUG = re.compile(r"[a-z0-9]+(?:[_-][a-z0-9]+)*\Z")
WAYS: tuple[Way, ...] = ("feed", "sitemap", "listing", "wordpress")


class _Declaration(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Discover(_Declaration):
    """One address where new articles are announced: exactly one of feed, sitemap, listing or wordpress (its REST ``posts`` address).

    ``match``: a case-insensitive regular expression that must be found in a candidate's address or announced title. Of a listing without
    one only the links in headings count, since a page's links are mostly not articles. ``documented`` names the page or list where the
    address was seen (owner/repository, path); ``guessed``: none can be named.
    """

    feed: str | None = None
    sitemap: str | None = None
    listing: str | None = None
    wordpress: str | None = None
    match: str | None = None
    documented: str | None = None
    guessed: bool = False

    @field_validator("feed", "sitemap", "listing", "wordpress")
    @classmethod
    def _is_web_address(cls, value: str | None) -> str | None:
        return value if value is None else check_address(value)

    @field_validator("match")
    @classmethod
    def _is_expression(cls, value: str | None) -> str | None:
        if value is not None:
            try:
                re.compile(value)
            except re.error as e:
                raise ValueError(f"{value!r} is no regular expression ({e})") from e
        return value

    @model_validator(mode="after")
    def _has_one_way(self) -> Discover:
        if sum(getattr(self, way) is not None for way in WAYS) != 1:
            raise ValueError(f"give exactly one of {', '.join(WAYS)}")
        if self.guessed and self.documented:
            raise ValueError("an address is either documented or guessed")
        return self

    @property
    def way(self) -> Way:
        return next(way for way in WAYS if getattr(self, way))

    @property
    def url(self) -> str:
        return str(getattr(self, self.way))

    def matches(self, url: str, title: str | None) -> bool:
        """Does the candidate's address or announced title fit ``match``? True where there is none."""
        if self.match is None:
            return True
        expression = re.compile(self.match, re.IGNORECASE)
        return bool(expression.search(url) or (title and expression.search(title)))


class Search(_Declaration):
    """The site's own search, asked for the titles of watched works: a few a night, in turn. A site without this table is never searched.

    ``url``: its address with ``{title}`` where the title stands; it may answer with a page or with a feed. ``terms``: where it stands that
    robots.txt and terms let a robot search, and when that was read; robots.txt is obeyed all the same.
    """

    url: str
    terms: str = Field(min_length=20)

    @field_validator("url")
    @classmethod
    def _has_a_place_for_the_title(cls, value: str) -> str:
        if value.count("{title}") != 1:
            raise ValueError(f"{value!r} needs {{title}} once, where the title stands")
        check_address(value.replace("{title}", "title"))
        if "{title}" not in value.partition("://")[2].partition("/")[2]:
            raise ValueError(f"{value!r} has {{title}} in its host")
        return value

    @field_validator("terms")
    @classmethod
    def _names_a_page(cls, value: str) -> str:
        if not re.search(r"https?://\S+", value):
            raise ValueError("name the page on which the site allows it")
        return value


class Bounds(_Declaration):
    """How many articles a day are usual, both ends included."""

    min: int = Field(ge=0)
    max: int = Field(ge=1)

    @model_validator(mode="after")
    def _is_ordered(self) -> Bounds:
        if self.min > self.max:
            raise ValueError(f"min {self.min} is above max {self.max}")
        return self


class Healthy(_Declaration):
    """What a usual day looks like; a day outside is a finding. ``always``: fields that every article of the site has."""

    articles: Bounds
    always: tuple[Always, ...] = ()


class Site(_Declaration):
    """One publication. ``pace`` is in seconds from one request to the next; ``hosts`` names further hosts that its articles live on."""

    slug: str
    name: str = Field(min_length=1)
    home: str
    why: str = Field(min_length=1)
    kind: str = Field(pattern=r"^[a-z][a-z -]{2,30}$")
    language: str = Field(pattern=r"^[a-z]{2}$")
    discover: tuple[Discover, ...] = Field(min_length=1)
    search: Search | None = None
    healthy: Healthy
    pace: float = Field(default=1.0, ge=0, le=600)
    hosts: tuple[str, ...] = ()
    retired: date | None = None

    @field_validator("home")
    @classmethod
    def _is_web_address(cls, value: str) -> str:
        return check_address(value)

    @field_validator("hosts")
    @classmethod
    def _are_host_names(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for host in value:
            if not re.fullmatch(r"[\w.:-]+", host):
                raise ValueError(f"{host!r} is no host name: write for example film.example")
        return tuple(host.lower().removeprefix("www.") for host in value)

    @property
    def host(self) -> str:
        """The home's host without a leading ``www.``."""
        return bare_host(self.home)

    def owns(self, url: str) -> bool:
        """Is the address on one of the site's hosts, or below one?"""
        host = bare_host(url)
        return any(host == own or host.endswith("." + own) for own in (self.host, *self.hosts))


def check_address(value: str) -> str:
    """The address itself when it is http or https with a host; ValueError otherwise."""
    parts = urlsplit(value)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or any(c.isspace() for c in value):
        raise ValueError(f"{value!r} is no http or https address")
    return value


def bare_host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def load_sites(folder: Path) -> dict[str, Site]:
    """Every ``*.toml`` of the folder by slug, in order of slug; raises BadInputError naming file, key and reason."""
    if not folder.is_dir():
        raise BadInputError(f"no folder {folder} with site files")
    sites = {path.stem: load_site(path) for path in sorted(folder.glob("*.toml"))}
    hosts: dict[str, str] = {}
    for slug, site in sites.items():
        for key, host in (("home", site.host), *(("hosts", host) for host in site.hosts)):
            if host in hosts and hosts[host] != slug:
                raise BadInputError(f"{folder / slug}.toml: {key}: host {host} is already the site {hosts[host]!r}; one file per host")
            hosts[host] = slug
    return sites


def load_site(path: Path) -> Site:
    """One site file; raises BadInputError naming file, key and reason."""
    try:
        return parse_site(path.stem, path.read_text("utf-8-sig"), path)
    except (OSError, UnicodeDecodeError) as e:
        raise BadInputError(f"{path}: cannot be read ({e})") from e


def parse_site(slug: str, text: str, path: Path) -> Site:
    """A site from its TOML text; ``path`` is for messages. Raises BadInputError."""
    if not SLUG.match(slug):
        raise BadInputError(f"{path}: the file name must be lower-case letters, digits, hyphens and underscores")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as e:
        raise BadInputError(f"{path}: no valid TOML ({e})") from e
    if "slug" in data:
        raise BadInputError(f"{path}: slug: unknown key (the file name is the slug)")
    try:
        return Site.model_validate({**data, "slug": slug})
    except ValidationError as e:
        raise BadInputError(f"{path}: {explain(e)}") from e


def explain(error: ValidationError) -> str:
    """The first problem as "key: reason"; an unknown key before what is missing, since it is often the same key misspelt."""
    problems = sorted(error.errors(), key=lambda problem: problem["type"] != "extra_forbidden")
    first = problems[0]
    key = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in first["loc"]).lstrip(".") or "file"
    if first["type"] == "extra_forbidden":
        meant = get_close_matches(str(first["loc"][-1]), KEYS, n=1)
        return f"{key}: unknown key" + (f" (did you mean {meant[0]}?)" if meant else "")
    reason = first["msg"].removeprefix("Value error, ")
    return f"{key}: {reason[0].lower()}{reason[1:]}"


KEYS = sorted({name for model in (Site, Discover, Search, Healthy, Bounds) for name in model.model_fields} - {"slug"})
