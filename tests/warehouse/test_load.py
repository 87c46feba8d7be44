from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest

from pipeline.settings import World
from pipeline.warehouse.load import load_day, load_sites
from pipeline.warehouse.pages import FetchedPage, write_articles
from pipeline.warehouse.store import Warehouse
from tests.warehouse.stage import at, day_number, dump, make_article, make_page, make_words, put_night

X = "https://alpha.example/x"


def outcomes(wh: Warehouse, day_index: int) -> dict[str, str]:
    rows = wh.db.execute("SELECT url, outcome FROM base.fetches WHERE day = $day", {"day": day_number(day_index)}).fetchall()
    return dict(rows)


def test_a_page_is_new_then_the_same_then_changed_then_gone(wh: Warehouse, world: World) -> None:
    words = make_words(1)
    story = [
        make_page(day_number(0), X, make_article(X, words)),
        make_page(day_number(1), X, make_article(X, words)),
        make_page(day_number(2), X, make_article(X, [*words, "more", "words"])),
        make_page(day_number(3), X, status=304),
        make_page(day_number(4), X, status=404),
    ]
    for number, page in enumerate(story):
        put_night(wh, world, day_number(number), [page])
    assert [outcomes(wh, n)[X] for n in range(5)] == ["new", "same", "changed", "not_modified", "gone"]
    rows = wh.db.execute("SELECT version_number, is_latest, day, last_day FROM article_versions ORDER BY 1").fetchall()
    assert rows == [(1, False, day_number(0), day_number(1)), (2, True, day_number(2), day_number(3))]
    assert wh.db.execute("SELECT state, gone_day, first_day FROM articles").fetchall() == [("gone", day_number(4), day_number(0))]


def test_a_page_that_comes_back_is_live_again_and_an_old_text_is_the_latest_again(wh: Warehouse, world: World) -> None:
    first, second = make_article(X, make_words(1)), make_article(X, make_words(2))
    for number, page in enumerate(
        [make_page(day_number(0), X, first), make_page(day_number(1), X, second), make_page(day_number(2), X, status=410),
         make_page(day_number(3), X, first)]
    ):  # fmt: skip
        put_night(wh, world, day_number(number), [page])
    assert outcomes(wh, 3)[X] == "changed"
    assert wh.db.execute("SELECT state, versions, version_id FROM articles").fetchone() == (
        "live", 2, wh.db.execute("SELECT version_id FROM base.fetches ORDER BY day LIMIT 1").fetchone()[0],  # type: ignore[index]
    )  # fmt: skip
    as_of = wh.db.execute("SELECT version_number FROM article_versions_as_of($day) WHERE is_latest", {"day": day_number(1)}).fetchall()
    assert as_of == [(2,)]


def test_clocks_and_teasers_are_no_change_but_a_word_is(wh: Warehouse, world: World) -> None:
    words = make_words(1)
    nights = [("Updated 3 hours ago", "Related: ten more"), ("Updated 27 hours ago", "Related: five others"), ("It was all true.", "")]
    for number, extra in enumerate(nights):
        put_night(wh, world, day_number(number), [make_page(day_number(number), X, make_article(X, words, *extra))])
    assert [outcomes(wh, n)[X] for n in range(3)] == ["new", "same", "changed"]


def test_old_pages_at_first_contact_are_known_not_new(wh: Warehouse, world: World) -> None:
    def page(path: str, seed: int, published: datetime | None, found_by: str, number: int = 0) -> FetchedPage:
        url = f"https://alpha.example/{path}"
        day = day_number(number)
        return make_page(day, url, make_article(url, make_words(seed), published=published), found_by=found_by)

    put_night(
        wh, world, day_number(0),
        [
            page("old", 1, at(day_number(-30)), "feed"), page("recent", 2, at(day_number(-3)), "sitemap"),
            page("undated-in-sitemap", 3, None, "sitemap"), page("undated-in-feed", 4, None, "feed"),
            make_page(day_number(0), "https://alpha.example/noted", status=None, found_by="baseline"),
        ],
    )  # fmt: skip
    put_night(wh, world, day_number(1), [page("old-but-met-later", 5, at(day_number(-30)), "listing", 1)])
    told = {url.rsplit("/", 1)[1]: outcome for n in (0, 1) for url, outcome in outcomes(wh, n).items()}
    assert told == {
        "old": "baseline", "recent": "new", "undated-in-sitemap": "baseline", "undated-in-feed": "new", "noted": "baseline",
        "old-but-met-later": "new",
    }  # fmt: skip
    baseline = wh.db.execute("SELECT url FROM base.articles WHERE baseline ORDER BY url").fetchall()
    assert [url.rsplit("/", 1)[1] for (url,) in baseline] == ["noted", "old", "undated-in-sitemap"]


def test_a_page_noted_as_old_stays_known_when_it_is_fetched_after_all(wh: Warehouse, world: World) -> None:
    put_night(wh, world, day_number(0), [make_page(day_number(0), X, status=None, found_by="baseline")])
    put_night(wh, world, day_number(1), [make_page(day_number(1), X, make_article(X, make_words(1)))])
    assert outcomes(wh, 1)[X] == "baseline"
    assert wh.db.execute("SELECT is_baseline FROM articles").fetchall() == [(True,)]


def test_variants_of_one_address_are_one_article(wh: Warehouse, world: World) -> None:
    words = make_words(1)
    urls = ["https://alpha.example/x", "https://www.alpha.example/x/?utm_source=feed", "https://amp.alpha.example/x-amp"]
    pages = [make_page(day_number(0), url, make_article(url, words, canonical_url=X), site="alpha") for url in urls]
    put_night(wh, world, day_number(0), pages)
    assert wh.db.execute("SELECT url, versions FROM articles").fetchall() == [(X, 1)]
    assert wh.db.execute("SELECT count(*) FROM base.articles").fetchone() == (1,)


def test_a_template_that_names_the_front_page_as_canonical_joins_nothing(wh: Warehouse, world: World) -> None:
    pages = [
        make_page(day_number(0), f"https://alpha.example/{n}", make_article(f"https://alpha.example/{n}", make_words(n),
                  canonical_url="https://alpha.example/"))
        for n in range(3)
    ]  # fmt: skip
    put_night(wh, world, day_number(0), pages)
    assert wh.db.execute("SELECT count(*) FROM articles").fetchone() == (3,)


def test_what_may_not_be_kept_leaves_no_text(wh: Warehouse, world: World) -> None:
    secret = make_article(X, make_words(1), noarchive=True)
    put_night(wh, world, day_number(0), [make_page(day_number(0), X, secret)])
    assert outcomes(wh, 0) == {X: "not_kept"}
    assert wh.db.execute("SELECT count(*) FROM base.article_texts").fetchone() == (0,)


def test_a_better_extraction_of_a_day_replaces_the_worse_one(wh: Warehouse, world: World) -> None:
    put_night(wh, world, day_number(0), [make_page(day_number(0), X, make_article(X, make_words(1)))])
    put_night(wh, world, day_number(0), [make_page(day_number(0), X, make_article(X, make_words(2)))])
    assert wh.db.execute("SELECT count(*) FROM base.article_versions").fetchone() == (1,)
    assert wh.db.execute("SELECT count(*) FROM base.article_texts").fetchone() == (1,)


def test_days_again_in_any_order_give_the_same_rows(wh: Warehouse, world: World) -> None:
    words = make_words(1)
    nights = [
        [make_page(day_number(0), X, make_article(X, words)), make_page(day_number(0), "https://beta.example/y", status=500)],
        [make_page(day_number(1), X, make_article(X, [*words, "z"])), make_page(day_number(1), "https://beta.example/y", status=404)],
        [make_page(day_number(2), X, status=304), make_page(day_number(2), "https://beta.example/feed", role="feed", etag='"1"')],
    ]
    for number, pages in enumerate(nights):
        put_night(wh, world, day_number(number), pages)
    before = dump(wh)
    for number in (1, 0, 2, 2, 0, 1):
        put_night(wh, world, day_number(number), nights[number])
    assert dump(wh) == before


def test_a_day_without_pages_records_its_runs(wh: Warehouse, world: World) -> None:
    run = {"site": "alpha", "outcome": "failed", "cause": "unreachable", "counts": {"requests": 3, "errors": 3, "left": 2}}
    assert load_day(wh, day_number(0), [run], world.articles(day_number(0))) == {}
    assert load_day(wh, day_number(0), [run], world.articles(day_number(0))) == {}
    row = wh.db.execute("SELECT site, outcome, cause, requests, errors, left_by_cap, health FROM site_health").fetchall()
    assert row == [("alpha", "failed", "unreachable", 3, 3, 2, "failed")]


def test_sites_keep_their_first_contact_when_their_files_are_read_again(wh: Warehouse, world: World) -> None:
    load_sites(wh, [{"site": "alpha", "name": "Alpha", "articles_min": 1, "articles_max": 9}])
    put_night(wh, world, day_number(0), [make_page(day_number(0), X, make_article(X, make_words(1)))])
    load_sites(wh, [{"site": "alpha", "name": "Alpha Film", "retired": day_number(3)}])
    row = wh.db.execute("SELECT name, retired, articles_min, first_contact FROM base.sites").fetchall()
    assert row == [("Alpha Film", day_number(3), None, day_number(0))]


def test_half_characters_in_a_title_do_not_stop_the_night(wh: Warehouse, world: World) -> None:
    article = make_article(X, make_words(1), title="A \ud83d title")
    put_night(wh, world, day_number(0), [make_page(day_number(0), X, article)])
    assert wh.db.execute("SELECT title FROM articles").fetchone() == ("A ? title",)


def test_times_are_kept_in_utc(wh: Warehouse, world: World) -> None:
    published = datetime(2026, 11, 16, 3, 30, tzinfo=timezone(timedelta(hours=2)))
    article = make_article(X, make_words(1), published=published, published_has_time=True)
    put_night(wh, world, day_number(0), [make_page(day_number(0), X, article)])
    assert wh.db.execute("SELECT published FROM articles").fetchone() == (datetime(2026, 11, 16, 1, 30),)  # noqa: DTZ001


def test_a_writer_killed_while_writing_pages_leaves_no_file(world: World) -> None:
    def pages() -> object:
        yield make_page(day_number(0), X, make_article(X, make_words(1)))
        raise KeyboardInterrupt

    target = world.articles(day_number(0)) / "alpha-1.parquet"
    with pytest.raises(KeyboardInterrupt):
        write_articles(target, pages())  # type: ignore[arg-type]
    assert not target.exists()
    assert write_articles(target, [make_page(day_number(0), X)]) == 1
