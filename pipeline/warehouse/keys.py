"""The natural keys as short hashes. A rule changed here changes every key, and with it every link to an editor's ruling: do not."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from anyascii import anyascii

_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
_TRACKING: Final = re.compile(r"utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|cmpid|ocid|ref_src|xtor", re.IGNORECASE)
_SAME_HOST: Final = re.compile(r"^(?:www\d?|m|mobile|amp)\.")


def make_key(*parts: str) -> str:
    """20 hex digits (80 bits) of the parts in order: stable across machines and versions, unlike hash()."""
    return blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()


@lru_cache(maxsize=100_000)
def fold_value(text: str) -> str:
    """ "Tessa Ía" -> "tessa ia": accents, case, punctuation and possessives' apostrophes gone, other scripts in Latin letters."""
    return _NOT_WORD.sub(" ", anyascii(text).casefold().replace("'", "")).strip()


def canonical_object(values: Mapping[str, Any]) -> str:
    """JSON with sorted keys and folded values; "5" and 5 are the same."""
    return json.dumps({key: fold_value(str(values[key])) for key in sorted(values) if values[key] not in (None, "")}, ensure_ascii=True)


def falsehood_key(show: str, relation: str, object_key: str, polarity: str) -> str:
    """What is claimed, whoever states it."""
    return make_key(show, relation, object_key, polarity)


def claim_key(article_id: str, show: str, relation: str, object_key: str, polarity: str) -> str:
    return make_key(article_id, show, relation, object_key, polarity)


def article_key(site: str, url: str) -> str:
    """``url``: the canonical address within the site; http and https, www and mobile hosts, and a trailing slash make no difference."""
    parts = urlsplit(url)
    return make_key(site, bare_host(url), parts.path.rstrip("/") or "/", parts.query)


def version_key(article_id: str, content_hash: str) -> str:
    return make_key(article_id, content_hash)


def bare_host(url: str) -> str:
    """ "https://www.film.example/x" -> "film.example"; "" for what is no address."""
    try:
        return _SAME_HOST.sub("", (urlsplit(url).hostname or "").casefold())
    except ValueError:
        return ""


def clean_url(url: str) -> str:
    """Without fragment and campaign parameters; what cannot be parsed comes back as it is."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    query = urlencode([(k, v) for k, v in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(k)])
    return urlunsplit((parts.scheme.casefold(), parts.netloc.casefold(), parts.path or "/", query, ""))


def address_within_site(fetched: str, declared: str | None) -> str:
    """The article's address: what the page declares as canonical if that lies on the same host, else the address it came from.

    A declared front page is not believed (templates that name the home page on every page would make one article of them all).
    """
    if declared and bare_host(declared) == bare_host(fetched) != "":
        path = urlsplit(declared).path.strip("/")
        if path or not urlsplit(fetched).path.strip("/"):
            return clean_url(declared)
    return clean_url(fetched)
