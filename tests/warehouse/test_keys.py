from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.warehouse.keys import address_within_site, article_key, canonical_object, claim_key, falsehood_key


def test_keys_never_change() -> None:
    """Rulings in the journal name them: a failure here means that every ruling would be lost."""
    assert article_key("alpha", "https://www.alpha.example/x/?a=1") == "47b065a71955d5ff3ac6"
    assert falsehood_key("a-show", "based_on", '{"author": "paul inventor"}', "affirmed") == "3dfa0ff362b627132fe2"


def test_the_same_value_in_other_clothes_is_the_same_object() -> None:
    assert canonical_object({"year": 2020, "author": "Tessa  Ía"}) == canonical_object({"author": "tessa ia", "year": "2020"})
    assert canonical_object({"author": "Tessa Ía"}) != canonical_object({"author": "Tessa Ia", "kind": "memoir"})


def test_scheme_www_and_slash_are_no_other_article_but_a_query_is() -> None:
    same = ["http://alpha.example/x", "https://www.alpha.example/x/", "https://m.alpha.example/x"]
    assert len({article_key("alpha", url) for url in same}) == 1
    assert article_key("alpha", "https://alpha.example/x?p=1") != article_key("alpha", "https://alpha.example/x?p=2")
    assert article_key("alpha", "https://alpha.example/x") != article_key("beta", "https://alpha.example/x")


def test_a_canonical_address_on_another_host_is_no_identity() -> None:
    assert address_within_site("https://beta.example/b?utm_medium=x#top", "https://alpha.example/a") == "https://beta.example/b"
    assert address_within_site("https://beta.example/b", "https://www.beta.example/c") == "https://www.beta.example/c"


@given(st.text(max_size=80), st.text(max_size=80))
def test_hostile_addresses_and_values_get_keys(one: str, other: str) -> None:
    assert len(article_key("s", address_within_site(f"https://s.example/{one}", other))) == 20
    assert len(claim_key("a", one, "based_on", canonical_object({"value": other}), "affirmed")) == 20
