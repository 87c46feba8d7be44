"""Who counts once, and what strong evidence is."""

from __future__ import annotations

from datetime import date

from pipeline.models import Source
from pipeline.records.owners import independent_owners, is_strong, owner_of


def source(key: str, tier: int = 2, url: str | None = None, *, owner: str | None = None, after: str | None = None) -> Source:
    return Source(key, f"{key} press", tier, date(2026, 11, 1), url or f"https://{key}.example/", owner, after)


def book(*sources: Source) -> dict[str, Source]:
    return {s.key: s for s in sources}


def test_pages_of_one_domain_have_one_owner() -> None:
    a = source("a", url="https://www.paper.co.uk/tv/1")
    b = source("b", url="https://film.paper.co.uk/2")
    assert owner_of(a) == owner_of(b) == "paper.co.uk"
    assert not is_strong(["a", "b"], book(a, b))


def test_blogs_on_one_host_are_several_owners() -> None:
    assert owner_of(source("a", url="https://x.blogspot.com/1")) != owner_of(source("b", url="https://y.blogspot.com/1"))


def test_a_declared_owner_outranks_the_domain() -> None:
    a, b = source("a", owner="Big Group"), source("b", owner="big group")
    assert len(independent_owners(["a", "b"], book(a, b))) == 1


def test_a_copy_counts_as_what_it_copies() -> None:
    original, copy, copy_of_copy = source("original"), source("copy", 3, after="original"), source("second", 3, after="copy")
    sources = book(original, copy, copy_of_copy)
    assert independent_owners(sources, sources) == {"original.example": 2}
    assert not is_strong(sources, sources)


def test_copies_of_one_page_that_is_not_in_the_file_count_once() -> None:
    a, b = source("a", 3, after="wikipedia.org"), source("b", 2, after="wikipedia.org")
    assert independent_owners(["a", "b"], book(a, b)) == {"wikipedia.org": 2}


def test_a_ring_of_followers_ends() -> None:
    a, b = source("a", after="b"), source("b", after="a")
    assert len(independent_owners(["a", "b"], book(a, b))) <= 2


def test_strong_is_tier_one_or_two_owners_one_of_them_at_two() -> None:
    one, two, three, other, known = source("one", 1), source("two"), source("three", 3), source("other", 3), source("known", 4)
    sources = book(one, two, three, other, known)
    assert is_strong(["one"], sources)
    assert is_strong(["two", "three"], sources)
    assert not is_strong(["two"], sources)
    assert not is_strong(["three", "other"], sources)
    assert not is_strong(["two", "known"], sources)
    assert not is_strong(["nobody"], sources)
