"""``reelcheck sites check --live`` and ``sites add``: what a site's addresses answer, and which a new site has.

Both go through the crawler itself, so that robots, pace, caps and the address guard hold; nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from urllib.parse import urlsplit

import tomlkit
from protego import Protego
from tomlkit.items import InlineTable, Table

from pipeline.errors import BadInputError, SourceDownError
from pipeline.settings import World
from spiders.addresses import normalise_url
from spiders.archive import ArchivedResponse, read_archive
from spiders.crawl import crawl_site
from spiders.discovery import parse_html
from spiders.site import Discover, Site, Way, bare_host
from spiders.tally import Answer, CrawlResult

Settings = Mapping[str, object]
NO_SETTINGS: Settings = MappingProxyType({})
MOST_ADDRESSES = 8  # that a draft tries
FEED_TYPES = ("application/rss+xml", "application/atom+xml")
USUAL: tuple[tuple[Way, str], ...] = (("feed", "/feed/"), ("sitemap", "/news-sitemap.xml"), ("sitemap", "/sitemap.xml"))


@dataclass(frozen=True, slots=True)
class ProbeAnswer:
    """What one address answered, as one line when printed. ``ok``: it announced something that can be an article of the site."""

    way: str
    url: str
    ok: bool
    told: str

    def __str__(self) -> str:
        return f"{'ok  ' if self.ok else 'FAIL'} {self.way:9} {self.url}  {self.told}"


@dataclass(frozen=True, slots=True)
class Lead:
    """An address of a new site that may announce articles, and where it was seen (None: a usual place, tried on the off chance)."""

    way: Way
    url: str
    seen: str | None


def probe_site(site: Site, *, proxy: str | None = None, settings: Settings = NO_SETTINGS) -> tuple[ProbeAnswer, ...]:
    """Ask every discovery address of the site, and no article. One answer for each address, in the file's order.

    Raises BadInputError when a crawl of the open web names no contact.
    """
    if site.retired is not None:
        return (ProbeAnswer("site", site.home, ok=True, told=f"retired on {site.retired}, not asked"),)
    with TemporaryDirectory(prefix="reelcheck-") as folder:
        result = look_around(site, Path(folder), proxy, settings)
    told = {answer.url: answer for answer in reversed(result.answers)}
    return tuple(to_probe_answer(discover, told.get(discover.url), result) for discover in site.discover)


def to_probe_answer(discover: Discover, answer: Answer | None, result: CrawlResult) -> ProbeAnswer:
    if answer is None:
        return ProbeAnswer(discover.way, discover.url, ok=False, told=result.detail or "not asked")
    if answer.problem is not None:
        return ProbeAnswer(discover.way, discover.url, ok=False, told=answer.problem)
    # What an index announces stands in the files that it names, which follow it.
    found, fitting = answer.found, answer.fitting
    if discover.way == "sitemap" and not found:
        found = sum(a.found for a in result.answers if a.way == "sitemap")
        fitting = sum(a.fitting for a in result.answers if a.way == "sitemap")
    if not found and answer.children:
        return ProbeAnswer(discover.way, discover.url, ok=True, told=f"an index of {answer.children} sitemaps, none of them changed lately")
    moved = f", redirected to {answer.moved_to}" if answer.moved_to else ""
    rule = "" if fitting == found else f", {fitting} fit"
    # A rule that nothing fits today says nothing against a feed; without a rule, nothing fitting means that its links lead elsewhere.
    return ProbeAnswer(discover.way, discover.url, ok=bool(fitting or (found and discover.match)), told=f"{found} addresses{rule}{moved}")


def look_around(site: Site, folder: Path, proxy: str | None, settings: Settings) -> CrawlResult:
    """A crawl for today that asks for discovery addresses only; its archive is in ``folder``."""
    now = datetime.now(UTC)
    bounded = {**settings, "MAX_PAGES": 0, "MAX_SITEMAPS": 6}
    return crawl_site(site, now.date(), World("probe", folder), now=now, proxy=proxy, settings=bounded)


# --- a new site -----------------------------------------------------------------------------------------------------


def draft_site(url: str, *, proxy: str | None = None, settings: Settings = NO_SETTINGS) -> str:
    """The text of a site file for the publication at ``url``, with the feeds and sitemaps that it names and that answered.

    They come from its front page (link rel=alternate) and its robots.txt (Sitemap). Raises BadInputError for what is no web address,
    SourceDownError when the front page does not answer or nothing that announces articles is found.
    """
    home = normalise_url(url if "://" in url else f"https://{url}")
    if home is None:
        raise BadInputError(f"{url!r} is no web address: write for example https://www.film.example/")
    with TemporaryDirectory(prefix="reelcheck-") as folder:
        front = bare_site(home, [Discover(listing=home, match=".")])
        result = look_around(front, Path(folder), proxy, settings)
        seen = list(read_archive(result.warc)) if result.warc else []
    page = next((a for a in seen if a.found.role == "listing" and a.status == 200), None)
    if page is None:
        raise SourceDownError(f"{home} does not answer: {result.detail}")
    leads = find_leads(page, seen)
    answers = probe_site(bare_site(home, [to_discover(lead) for lead in leads]), proxy=proxy, settings=settings)
    good = [(lead, answer) for lead, answer in zip(leads, answers, strict=True) if answer.ok]
    if not good:
        tried = "; ".join(f"{a.url}: {a.told}" for a in answers)
        raise SourceDownError(f"{home} announces articles nowhere that was tried ({tried}); give it a listing with a match by hand")
    return write_draft(home, page, good)


def bare_site(home: str, discover: Sequence[Discover]) -> Site:
    name = bare_host(home)
    told = {"slug": to_slug(name), "name": name, "home": home, "why": "draft", "kind": "not yet known", "language": "en"}
    return Site.model_validate({**told, "discover": list(discover), "healthy": {"articles": {"min": 0, "max": 50}}})


def to_slug(host: str) -> str:
    return "-".join("".join(c if c.isalnum() and c.isascii() else " " for c in host.rsplit(".", 1)[0].lower()).split()) or "site"


def find_leads(page: ArchivedResponse, seen: Iterable[ArchivedResponse]) -> list[Lead]:
    """Feeds of the front page, sitemaps of robots.txt (news first), then the usual places; at most MOST_ADDRESSES."""
    host = urlsplit(page.url)
    leads = [Lead("feed", url, f"link rel=alternate of {page.url}") for url in find_alternates(page.payload, page.url)[:4]]
    robots = next((a for a in seen if a.found.role == "robots" and a.status == 200), None)
    if robots is not None:
        maps = [normalise_url(m, page.url) for m in Protego.parse(robots.payload.decode("utf-8", "replace")).sitemaps]
        named = sorted({m for m in maps if m}, key=lambda m: ("news" not in m, m))
        leads += [Lead("sitemap", m, f"Sitemap line of {robots.url}") for m in named[:4]]
    ways = {lead.way for lead in leads}
    leads += [Lead(way, f"{host.scheme}://{host.netloc}{path}", None) for way, path in USUAL if way not in ways]
    return list({lead.url: lead for lead in reversed(leads)}.values())[::-1][:MOST_ADDRESSES]


def find_alternates(body: bytes, url: str) -> list[str]:
    """Addresses of the feeds that a page names in its head, comment feeds left out."""
    page = parse_html(body)
    if page is None:
        return []
    links = page.xpath("//link[@href][contains(concat(' ', @rel, ' '), ' alternate ')]")
    feeds = [normalise_url(e.get("href"), url) for e in links if (e.get("type") or "").lower() in FEED_TYPES]
    return [feed for feed in dict.fromkeys(feeds) if feed and "/comments/" not in feed]


def to_discover(lead: Lead) -> Discover:
    return Discover.model_validate({lead.way: lead.url, "documented": lead.seen, "guessed": lead.seen is None})


def write_draft(home: str, page: ArchivedResponse, good: Sequence[tuple[Lead, ProbeAnswer]]) -> str:
    document = tomlkit.document()
    document.add(
        tomlkit.comment(f"spiders/sites/{to_slug(bare_host(home))}.toml: a draft; say why it is watched, of what kind it is, its range")
    )
    title, language = read_front(page.payload)
    for key, value in (("name", title or bare_host(home)), ("home", home), ("why", "?"), ("kind", "?"), ("language", language)):
        document.add(key, tomlkit.item(value))
    many = tomlkit.aot()
    for lead, answer in good:
        many.append(draft_discover(lead, answer))
    document.add("discover", many)
    healthy = tomlkit.table()
    bounds: InlineTable = tomlkit.inline_table()
    bounds.update({"min": 0, "max": 50})
    healthy.add("articles", bounds)
    healthy.add("always", tomlkit.item(["title", "published", "text"]))
    document.add("healthy", healthy)
    return tomlkit.dumps(document)


def draft_discover(lead: Lead, answer: ProbeAnswer) -> Table:
    table = tomlkit.table()
    table.add(tomlkit.comment(answer.told))
    table.add(lead.way, lead.url)
    if lead.seen:
        table.add("documented", lead.seen)
    else:
        table.add("guessed", tomlkit.item(True))
    return table


def read_front(body: bytes) -> tuple[str | None, str]:
    """The site's name as its front page gives it, and its language ("en" where it says nothing)."""
    page = parse_html(body)
    if page is None:
        return None, "en"
    name = page.xpath("string(//meta[@property='og:site_name']/@content)") or page.xpath("string(//title)")
    language = page.xpath("string(/html/@lang)").split("-")[0].strip().lower()
    return " ".join(name.split())[:80] or None, language if len(language) == 2 and language.isalpha() else "en"
