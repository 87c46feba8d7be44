"""Site files: what is read, and the one line that a wrong one gets."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import BadInputError
from spiders.site import load_sites

GOOD = """
name = "Film"
home = "https://www.film.example/"
why = "A test."
kind = "explainer site"
language = "en"
[[discover]]
feed = "https://www.film.example/feed"
match = "true-story"
[healthy]
articles = { min = 0, max = 5 }
always = ["title"]
"""


def test_a_site_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "film.toml").write_text(GOOD)
    site = load_sites(tmp_path)["film"]
    assert (site.slug, site.host, site.pace, site.retired) == ("film", "film.example", 1.0, None)
    (discover,) = site.discover
    assert (discover.way, discover.url) == ("feed", "https://www.film.example/feed")
    assert discover.matches("https://film.example/a-TRUE-STORY", None)
    assert discover.matches("https://film.example/x", "The true-story of")
    assert not discover.matches("https://film.example/x", None)
    assert site.owns("https://amp.film.example/x") and not site.owns("https://notfilm.example/x")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('why = "A test."', 'why = "A test."\nwhim = 1', "whim: unknown key"),
        ("feed =", "fed =", "discover[0].fed: unknown key (did you mean feed?)"),
        ("kind =", "kinds =", "kinds: unknown key (did you mean kind?)"),
        ('why = "A test."', 'why = "A test."\nhosts = ["https://x.example/"]', "hosts: 'https://x.example/' is no host name"),
        ("true-story", "true-(story", "discover[0].match: 'true-(story' is no regular expression"),
        (
            'feed = "https://www.film.example/feed"',
            'feed = "www.film.example/feed"',
            "discover[0].feed: 'www.film.example/feed' is no http",
        ),
        ('match = "true-story"', 'listing = "https://www.film.example/"', "discover[0]: give exactly one of feed"),
        ("max = 5", "max = -1", "healthy.articles.max: input should be greater"),
        ("min = 0", "min = 9", "healthy.articles: min 9 is above max 5"),
        ('"title"', '"headline"', "healthy.always[0]: input should be"),
        ('language = "en"', 'language = "English"', "language: string should match"),
        ('name = "Film"', "", "name: field required"),
        ("[healthy]", "[healthy", "no valid TOML"),
        ('match = "true-story"', 'documented = "a list"\nguessed = true', "either documented or guessed"),
    ],
)
def test_a_wrong_file_names_file_key_and_reason(tmp_path: Path, old: str, new: str, said: str) -> None:
    (tmp_path / "film.toml").write_text(GOOD.replace(old, new, 1))
    with pytest.raises(BadInputError) as caught:
        load_sites(tmp_path)
    assert str(tmp_path / "film.toml") in str(caught.value)
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_further_host_may_not_be_another_site_either(tmp_path: Path) -> None:
    (tmp_path / "film.toml").write_text(GOOD)
    (tmp_path / "twin.toml").write_text(GOOD.replace("www.film", "twin").replace('why = "A', 'hosts = ["WWW.film.example"]\nwhy = "A'))
    with pytest.raises(BadInputError, match=r"twin\.toml: hosts: host film\.example is already the site 'film'"):
        load_sites(tmp_path)


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "film.toml").write_text("\ufeff" + GOOD, "utf-8")
    assert load_sites(tmp_path)["film"].name == "Film"


def test_two_sites_with_one_host_are_refused(tmp_path: Path) -> None:
    (tmp_path / "film.toml").write_text(GOOD)
    (tmp_path / "twin.toml").write_text(GOOD.replace("www.", ""))
    with pytest.raises(BadInputError, match=r"twin\.toml: home: host film\.example is already the site 'film'"):
        load_sites(tmp_path)
