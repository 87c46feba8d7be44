"""Web addresses: the one form in which a page's address is kept, and which network addresses a crawl may connect to."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urljoin, urlsplit, urlunsplit

from w3lib.url import safe_url_string

MAX_URL = 2_000  # characters; beyond it servers and replay tools disagree, and traps live there

# Parameters that name a visit, a campaign or a share, never a page.
_NOISE = re.compile(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_gl|cmpid|ocid|ref_src|sc?_cid|wt_mc|xtor|"
    r"phpsessid|jsessionid|aspsessionid\w*|cfid|cftoken|sessionid|session_id|sid|s?sessid|_sid)\Z",
    re.IGNORECASE,
)
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid|sessionid)=[^/?#;]*", re.IGNORECASE)
# Publishers' IPv6 addresses are all in here; what lies outside is local, multicast, a tunnel or not given out (IANA's registry).
_UNICAST = ipaddress.ip_network("2000::/3")
_DOCUMENTATION = ipaddress.ip_network("3fff::/20")  # RFC 9637; Python 3.11 takes it for public
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052; the local-use prefix 64:ff9b:1::/48 (RFC 8215) leads into somebody's own network


def normalise_url(url: str, base: str | None = None) -> str | None:
    """The address without fragment, session and campaign parameters, host in lower case, default port left out.

    ``base`` makes a relative one absolute. None when it is no http or https address, names a user, or is longer than MAX_URL.
    """
    try:
        absolute = safe_url_string(urljoin(base, url.strip()) if base else url.strip())
        parts = urlsplit(absolute)
        port, host = parts.port, (parts.hostname or "").rstrip(".")
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host or "@" in parts.netloc or len(absolute) > MAX_URL:
        return None
    if ":" in host:
        host = f"[{host}]"
    if port and port != {"http": 80, "https": 443}[parts.scheme]:
        host = f"{host}:{port}"
    query = "&".join(p for p in parts.query.split("&") if p and not _NOISE.match(p.split("=", 1)[0]))
    return urlunsplit((parts.scheme, host, _PATH_SESSION.sub("", parts.path) or "/", query, ""))


def is_public(address: str) -> bool:
    """May a crawl connect to this IP address? False for private, loopback, link-local, multicast, reserved and metadata addresses.

    An IPv6 address through which an IPv4 address is reached (mapped, NAT64, 6to4) is judged by that one; Teredo never counts as public.
    """
    try:
        ip = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = find_inner(ip)
        if inner is not None:
            return is_public(str(inner))
        if ip.scope_id is not None or ip not in _UNICAST or ip in _DOCUMENTATION:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def find_inner(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    """The IPv4 address that is reached through an IPv6 one, if any."""
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour
