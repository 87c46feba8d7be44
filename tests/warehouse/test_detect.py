from __future__ import annotations

from datetime import timedelta

import pytest

from pipeline.detect import detect_day
from pipeline.models import Link
from pipeline.settings import World
from pipeline.warehouse.pages import FetchedPage
from pipeline.warehouse.store import Warehouse
from tests.warehouse.stage import at, change_words, day_number, dump, make_article, make_page, make_words, put_night


def page(number: int, url: str, words: list[str], *extra: str, **more: object) -> FetchedPage:
    return make_page(day_number(number), url, make_article(url, words, *extra, **more))


def night(wh: Warehouse, world: World, number: int, *pages: FetchedPage) -> dict[str, int]:
    put_night(wh, world, day_number(number), pages)
    return detect_day(wh, day_number(number))


def copies(wh: Warehouse) -> set[tuple[str, str, str]]:
    """(site of the later, site of the earlier, kind)."""
    return set(
        wh.db.execute(
            "SELECT a.site, b.site, k.kind FROM base.copies AS k JOIN base.articles AS a USING (article_id) "
            "JOIN base.articles AS b ON b.article_id = k.of_article"
        ).fetchall()
    )


def origins(wh: Warehouse) -> list[list[str]]:
    """Sites by origin, the first member first."""
    rows = wh.db.execute(
        "SELECT list(a.site ORDER BY o.is_first DESC, a.site) FROM base.origins AS o JOIN base.articles AS a USING (article_id) "
        "GROUP BY o.origin_id ORDER BY 1"
    ).fetchall()
    return [row[0] for row in rows]


def test_an_exact_copy_under_another_title_shares_the_origin_of_the_first(wh: Warehouse, world: World) -> None:
    words = make_words(1)
    night(wh, world, 0, page(0, "https://alpha.example/a", words))
    counts = night(wh, world, 1, page(1, "https://beta.example/b", words, title="Another headline"))
    assert copies(wh) == {("beta", "alpha", "exact")}
    assert origins(wh) == [["alpha", "beta"]]
    assert counts["exact_copies"] == 1


@pytest.mark.parametrize("share", [0.0, 0.05, 0.1, 0.2])
def test_lightly_rewritten_and_truncated_copies_are_near(wh: Warehouse, world: World, share: float) -> None:
    words = make_words(1, 400)
    night(wh, world, 0, page(0, "https://alpha.example/a", words), page(0, "https://gamma.example/c", make_words(3, 400)))
    night(wh, world, 1, page(1, "https://beta.example/b", change_words(words, share)[:250]))
    assert copies(wh) == {("beta", "alpha", "near")}
    assert origins(wh) == [["alpha", "beta"], ["gamma"]]


def test_articles_that_share_a_set_phrase_are_no_copies(wh: Warehouse, world: World) -> None:
    phrase = make_words(99, 25)
    night(wh, world, 0, *(page(0, f"https://s{n}.example/a", [*make_words(n), *phrase]) for n in range(6)))
    assert copies(wh) == set()
    assert len(origins(wh)) == 6


def test_a_copy_that_claims_an_earlier_date_is_not_believed(wh: Warehouse, world: World) -> None:
    words = make_words(1)
    old = page(0, "https://beta.example/older", make_words(5))
    night(wh, world, 0, page(0, "https://alpha.example/a", words, published=at(day_number(0), 3), published_has_time=True), old)
    liar = page(4, "https://beta.example/b", words, published=at(day_number(-20)), published_has_time=True)
    night(wh, world, 4, liar)
    assert copies(wh) == {("beta", "alpha", "exact")}


def test_a_canonical_link_to_another_host_is_a_copy_link_and_no_identity(wh: Warehouse, world: World) -> None:
    night(wh, world, 0, page(0, "https://alpha.example/a", make_words(1)))
    night(wh, world, 1, page(1, "https://beta.example/b", make_words(2), canonical_url="https://www.alpha.example/a?utm_source=x"))
    assert copies(wh) == {("beta", "alpha", "canonical")}
    assert wh.db.execute("SELECT count(*) FROM articles").fetchone() == (2,)


def test_a_credit_line_is_a_copy_link_also_when_the_source_is_met_later(wh: Warehouse, world: World) -> None:
    credited = make_article("https://beta.example/b", make_words(2), "This story first appeared on Alpha.",
                            links=(Link("https://alpha.example/a", "Alpha"),))  # fmt: skip
    night(wh, world, 0, make_page(day_number(0), "https://beta.example/b", credited))
    assert copies(wh) == set()
    night(wh, world, 1, page(1, "https://alpha.example/a", make_words(1)))
    assert copies(wh) == {("beta", "alpha", "credit")}
    assert len(origins(wh)) == 1


def test_an_origin_keeps_its_id_when_members_join_and_when_two_become_one(wh: Warehouse, world: World) -> None:
    left, right = make_words(1, 200), make_words(2, 200)
    night(wh, world, 0, page(0, "https://alpha.example/a", left), page(0, "https://beta.example/b", right))
    first = dict(wh.db.execute("SELECT a.site, origin_id FROM base.origins JOIN base.articles AS a USING (article_id)").fetchall())
    night(wh, world, 1, page(1, "https://gamma.example/c", [*left, *right]))
    rows = wh.db.execute("SELECT DISTINCT origin_id FROM base.origins").fetchall()
    assert len(rows) == 1
    assert rows[0][0] in first.values()
    night(wh, world, 2, page(2, "https://delta.example/d", left))
    assert wh.db.execute("SELECT DISTINCT origin_id FROM base.origins").fetchall() == rows
    assert wh.db.execute("SELECT count(*) FROM base.origins WHERE is_first").fetchone() == (1,)


def test_stubs_are_nobodys_origin_and_never_one_giant_one(wh: Warehouse, world: World) -> None:
    wall = ["We", "use", "cookies", "and", "similar", "means", *make_words(7, 60)]
    furniture = make_words(8, 90)
    pages = [page(0, f"https://s{n % 4}.example/wall-{n}", wall) for n in range(40)]
    pages += [page(0, f"https://s{n % 4}.example/oops-{n}", furniture) for n in range(40)]
    pages += [page(0, f"https://s{n % 4}.example/short-{n}", ["gone", "fishing"]) for n in range(8)]
    pages.append(page(0, "https://s0.example/real", make_words(9)))
    counts = night(wh, world, 0, *pages)
    assert counts["stubs"] == 88
    assert copies(wh) == set()
    assert origins(wh) == [["s0"]]


def test_a_short_syndicated_brief_is_a_copy_not_a_stub(wh: Warehouse, world: World) -> None:
    brief = make_words(4, 60)
    night(wh, world, 0, *(page(0, f"https://s{n}.example/brief", brief) for n in range(5)))
    assert len(origins(wh)) == 1
    assert len(copies(wh)) == 4


def test_a_growing_cluster_is_linked_to_its_founder_only(wh: Warehouse, world: World) -> None:
    words = make_words(1)
    for number in range(5):
        night(wh, world, number, *(page(number, f"https://s{number}{n}.example/x", words) for n in range(10)))
    assert wh.db.execute("SELECT count(*), count(DISTINCT of_article) FROM base.copies").fetchone() == (49, 1)


def test_days_again_in_any_order_give_the_same_rows(wh: Warehouse, world: World) -> None:
    a, b = make_words(1, 300), make_words(2, 300)
    nights = [
        [page(0, "https://alpha.example/a", a), page(0, "https://beta.example/b", b)],
        [page(1, "https://gamma.example/c", change_words(a, 0.1)), page(1, "https://delta.example/d", b, title="Other")],
        [page(2, "https://beta.example/b", change_words(b, 0.05)), page(2, "https://eps.example/e", [*a, *b])],
    ]
    for number, pages in enumerate(nights):
        night(wh, world, number, *pages)
    before = dump(wh)
    assert len(before["copies"]) >= 4
    for number in (2, 2, 1, 2, 0, 1, 2):
        night(wh, world, number, *nights[number])
    assert dump(wh) == before


def test_known_articles_are_matched_from_weeks_before(wh: Warehouse, world: World) -> None:
    words = make_words(1)
    night(wh, world, 0, page(0, "https://alpha.example/a", words))
    far = day_number(0) + timedelta(days=60)
    put_night(wh, world, far, [make_page(far, "https://beta.example/b", make_article("https://beta.example/b", change_words(words, 0.1)))])
    detect_day(wh, far)
    assert copies(wh) == {("beta", "alpha", "near")}
