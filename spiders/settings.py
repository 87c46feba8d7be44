"""How every crawl behaves: Scrapy's settings with our caps. No site can switch robots, caps or the address guard off."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from pipeline.errors import BadInputError
from spiders.site import Site

ROBOT = "Reelcheck"
VERSION = "0.1"
POLICY = "https://reelcheck.example/robots"  # stands for the operator's own page, which REELCHECK_CONTACT names
CONTACT_VARIABLE = "REELCHECK_CONTACT"

# Keys of ours beside Scrapy's; a caller may override them too.
OWN: dict[str, Any] = {
    "CRAWL_SECONDS": 1_800.0,  # of wall time for one site; what is left then waits for the next night
    "MAX_PAGES": 500,  # article pages of one site and day
    "MAX_SITEMAPS": 20,  # sitemap files of one site and day
    "MAX_SEARCHES": 5,  # titles of watched works that one site is searched for in a night, where its file allows it
    "MAX_WAIT": 120.0,  # seconds that one Retry-After is honoured by waiting; told to wait longer, the crawl ends
    "MAX_WAITS": 5,  # such waits in one crawl
    "MAX_CRAWL_DELAY": 120.0,  # seconds; a robots.txt that asks for more is read as "not tonight"
    "MAX_REFUSALS": 3,  # 401, 403, 429, 451 in a row after which the crawl ends
    "MAX_HEADER_BYTES": 65_536,  # of one answer's header
    "BACK_OFF": 5.0,  # seconds before the first repeat, doubled for the next
    "PACE_FACTOR": 1.0,  # scales every wait; only behind a proxy of our own (the newsstand, served pages)
}


def crawl_settings(site: Site, proxy: str | None, overrides: Mapping[str, object]) -> dict[str, Any]:
    """Scrapy's settings for one crawl. Raises BadInputError when a crawl of the open web names no contact."""
    merged = {**BASE, **OWN, "USER_AGENT": user_agent(proxy), **overrides}
    if proxy is None:
        merged["PACE_FACTOR"] = 1.0
    merged["DOWNLOAD_DELAY"] = site.pace * float(merged["PACE_FACTOR"])
    merged["CRAWL_PROXY"] = proxy
    if merged["DOWNLOAD_DELAY"]:
        merged["CONCURRENT_REQUESTS_PER_DOMAIN"] = min(2, int(merged["CONCURRENT_REQUESTS_PER_DOMAIN"]))
    return merged


def user_agent(proxy: str | None) -> str:
    """Who we are and how to reach us. On the open web an operator must be reachable: their address comes from REELCHECK_CONTACT."""
    contact = os.environ.get(CONTACT_VARIABLE, "").strip()
    if not contact and proxy is None:
        raise BadInputError(
            f"set {CONTACT_VARIABLE} to a page or mail address where publishers reach you before sites on the open web are crawled"
        )
    return f"{ROBOT}/{VERSION} (+{contact or POLICY})"


BASE: dict[str, Any] = {
    "BOT_NAME": ROBOT,
    "TWISTED_REACTOR": "twisted.internet.asyncioreactor.AsyncioSelectorReactor",
    "ASYNCIO_EVENT_LOOP": "uvloop.Loop",
    "TWISTED_DNS_RESOLVER": "spiders.guard.PublicResolver",
    "DOWNLOAD_HANDLERS": {
        "http": "spiders.guard.CappedHandler",
        "https": "spiders.guard.CappedHandler",
        "data": None,
        "file": None,
        "ftp": None,
        "s3": None,
    },
    "DOWNLOAD_VERIFY_CERTIFICATES": True,
    # Caps
    "DOWNLOAD_MAXSIZE": 10_485_760,  # bytes, before and after decompression
    "DOWNLOAD_WARNSIZE": 0,
    "DOWNLOAD_TIMEOUT": 30,  # seconds for the whole answer, its name's resolution included
    "DOWNLOAD_FAIL_ON_DATALOSS": True,
    "REDIRECT_MAX_TIMES": 5,
    "URLLENGTH_LIMIT": 2_000,
    "MEMUSAGE_ENABLED": True,
    "MEMUSAGE_LIMIT_MB": 900,
    # Politeness
    "ROBOTSTXT_OBEY": True,
    "DOWNLOAD_DELAY_JITTER": 0,
    "CONCURRENT_REQUESTS": 8,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 4,
    "COOKIES_ENABLED": False,
    "REFERER_ENABLED": False,
    "RETRY_TIMES": 2,
    "RETRY_HTTP_CODES": [408, 429, 500, 502, 503, 504, 522, 524],
    "RETRY_GIVE_UP_LOG_LEVEL": "INFO",
    "DEFAULT_REQUEST_HEADERS": {
        "Accept": "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/xml;q=0.9,*/*;q=0.5"
    },
    # Scrapy starts 100 tasks for each answer by default; four do (measured: a third of the processor time).
    "CONCURRENT_ITEMS": 4,
    "DUPEFILTER_CLASS": "scrapy.dupefilters.BaseDupeFilter",  # the agenda names each address once
    "HTTPERROR_ALLOW_ALL": True,
    "METAREFRESH_ENABLED": False,
    "DOWNLOADER_MIDDLEWARES": {
        "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
        "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
        "scrapy.downloadermiddlewares.httpauth.HttpAuthMiddleware": None,
        "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
        "scrapy.downloadermiddlewares.httpcompression.HttpCompressionMiddleware": None,
        "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
        "spiders.guard.GuardMiddleware": 10,
        "spiders.politeness.RobotsMiddleware": 100,
        "spiders.politeness.RetryAfterMiddleware": 550,
        "spiders.politeness.HostRedirectMiddleware": 600,
        "spiders.evidence.EvidenceMiddleware": 1_000,
    },
    "EXTENSIONS": {
        "scrapy.extensions.telnet.TelnetConsole": None,
        "scrapy.extensions.memusage.MemoryUsage": None,
        "spiders.memory.ResidentMemory": 0,
        "scrapy.extensions.logstats.LogStats": None,
        "scrapy.extensions.feedexport.FeedExporter": None,
        "scrapy.extensions.spiderstate.SpiderState": None,
        "scrapy.extensions.remote_control.RemoteControl": None,
    },
    "TELNETCONSOLE_ENABLED": False,
    "REMOTE_CONTROL_ENABLED": False,
    "LOG_LEVEL": "WARNING",
    "STATS_DUMP": False,
}
