"""The shipped list of sites: wide enough, well-formed, each address with where it comes from, nobody called names."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

import spiders
from spiders.site import Site, load_sites

FOLDER = Path(spiders.__file__).parent / "sites"
SITES = load_sites(FOLDER)


def test_the_catalogue_is_wide() -> None:
    languages = Counter(site.language for site in SITES.values())
    assert len(SITES) >= 60
    assert languages["en"] >= 30 and languages["es"] >= 10
    assert min(languages[other] for other in ("de", "fr", "pt")) >= 3
    assert len({site.kind for site in SITES.values()}) >= 8


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_every_address_says_where_it_was_seen_or_that_it_is_a_guess(site: Site) -> None:
    for discover in site.discover:
        assert bool(discover.documented) is not discover.guessed
    assert site.pace >= 1


@pytest.mark.parametrize("slug", SITES)
def test_a_file_calls_nobody_names(slug: str) -> None:
    text = (FOLDER / f"{slug}.toml").read_text("utf-8").lower()
    assert not any(word in text for word in ("farm", "spam", "fake", "slop", "clickbait", "unreliable"))
