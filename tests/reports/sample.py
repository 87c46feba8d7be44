"""One lively week of the invented world: falsehoods with copies, corrections, conflicts, a silent site, works nobody watches."""

from __future__ import annotations

from tests.reports.stage import Stage, source

SITES = (
    ("lantern", "Lantern Review", "magazine", (0.93, 0.86, 0.97), 44),
    ("marquee", "Marquee Daily", "trade", (0.95, 0.9, 0.98), 61),
    ("sofaguide", "Sofa Guide", "streaming guide", (0.82, 0.7, 0.91), 23),
    ("reelnotes", "Reel Notes", "fan blog", (0.78, 0.55, 0.93), 7),
    ("pantalla", "Pantalla Abierta", "magazine", (0.86, 0.74, 0.94), 19),
    ("kiosk", "The Evening Kiosk", "tabloid", (0.61, 0.44, 0.76), 18),
    ("bingebase", "Binge Base", "aggregator", (0.42, 0.24, 0.61), 15),
    ("truetales", "True Tales Explained", "explainer site", (0.24, 0.12, 0.4), 21),
    ("storyfacts", "Story Facts Now", "explainer site", (0.3, 0.12, 0.52), 9),
    ("endings", "Endings Unpacked", "explainer site", None, 0),
)

BOOK = [source("Marquee Trade Register", "based_on", "The Salt Ledger", tier=1), source("Lantern Annual", "based_on", "The Salt Ledger")]
BASIS = [source("Lantern Annual", "story_basis", "fiction"), source("Pantalla Anuario", "story_basis", "fiction")]
DIRECTORS = [
    source("Marquee Trade Register", "director", "Ines Calder", tier=1),
    source("Marquee Trade Register", "director", "Tomas Rey", tier=1),
]
EPISODES = [source("Marquee Trade Register", "episode_count", "6", tier=1)]
PLACE = [source("Lantern Annual", "setting_place", "Galway"), source("Pantalla Anuario", "setting_place", "Galway")]
PREMIERE = [source("Marquee Trade Register", "premiere_date", "2026-10-02", tier=1)]
PRODUCER = [source("Lantern Annual", "producer", "Orla Finch")]


def build_sample() -> Stage:
    """The whole week."""
    stage = Stage()
    for slug, name, kind, score, articles in SITES:
        stage.site(slug, name, kind, score, articles)
    _add_shows(stage)
    _add_wide_falsehood(stage)
    _add_more_falsehoods(stage)
    _add_honest_articles(stage)
    _add_waiting(stage)
    stage.crawl(days=(0, 1, 2, 3, 5, 6), failed={"reelnotes": (2, 3), "kiosk": (5,)})
    for offset in (0, 1, 2, 3, 5, 6):
        for name in ("claims_have_quotes", "scores_have_versions", "articles_in_range"):
            bad = name == "articles_in_range" and offset == 5
            stage.add(
                "check_results",
                day=stage.day(offset),
                check_name=name,
                severity="warn",
                passed=not bad,
                offending=int(bad) * 3,
                sample="[]",
            )
    return stage


def _add_shows(stage: Stage) -> None:
    stage.show(
        "the-salt-ledger",
        "The Salt Ledger",
        [
            ("based_on", "The Salt Ledger", {"author": "Maren Oduya", "kind": "memoir", "year": 2019}, BOOK),
            ("story_basis", "true story", {}, [source("Lantern Annual", "story_basis", "true story")]),
            ("setting_place", "Galway", {}, PLACE),
            ("producer", "Orla Finch", {}, PRODUCER),
        ],
    )
    stage.show(
        "glass-orchard",
        "Glass Orchard",
        [
            ("story_basis", "fiction", {}, BASIS),
            ("director", "Ines Calder", {}, DIRECTORS),
            ("director", "Tomas Rey", {}, DIRECTORS),
        ],
    )
    stage.show(
        "night-ferry-to-bergen",
        "Night Ferry to Bergen",
        [
            ("episode_count", "6", {}, EPISODES),
            ("premiere_date", "2026-10-02", {}, PREMIERE),
            (
                "story_basis",
                "inspired by real events",
                {},
                [source("Marquee Trade Register", "story_basis", "inspired by real events", tier=1)],
            ),
        ],
    )
    stage.show(
        "el-ultimo-tranvia",
        "El último tranvía",
        [
            ("story_basis", "true story", {}, [source("Pantalla Anuario", "story_basis", "true story")]),
        ],
    )


def _add_wide_falsehood(stage: Stage) -> None:
    """One origin on three sites, a second one, one page that hedges, one corrected without a word."""
    obj, show = {"author": "Peter Vance", "kind": "article"}, "the-salt-ledger"
    quote = "The series grew out of an article that Peter Vance wrote for a New York weekly"
    first = stage.article(
        "truetales",
        "The Salt Ledger true story: the article behind the drama",
        day=0,
        show=show,
        authors=(),
        label="unreliable",
        score=(0.2, 0.06, 0.41),
        premise=("true story", "true story"),
    )
    false = stage.claim(first, show, "based_on", obj, quote, BOOK)
    for site, day, title in (
        ("bingebase", 1, "Is The Salt Ledger real? Here's the article it came from"),
        ("storyfacts", 2, "The article that became The Salt Ledger"),
        ("bingebase", 4, "The Salt Ledger: everything we know"),
    ):
        copy = stage.article(site, title, day=day, show=show, origin=first, copy_of=first, label="unreliable", score=(0.25, 0.1, 0.45))
        stage.claim(copy, show, "based_on", obj, "it grew out of an article which Peter Vance wrote for a weekly in New York", BOOK)
    second = stage.article("kiosk", "Five dramas that began as magazine pieces", day=3, show=show, label="mixed", score=(0.55, 0.4, 0.7))
    stage.claim(second, show, "based_on", obj, "The Salt Ledger is said to follow Peter Vance's article", BOOK, modality="hedged")
    spanish = stage.article(
        "pantalla", "«The Salt Ledger»: ¿qué hay de cierto?", day=2, show=show, language="es", origin=first, copy_of=first
    )
    stage.claim(spanish, show, "based_on", obj, "La serie nace de un artículo de Peter Vance", BOOK)
    stage.correct(spanish, false, 5)


def _add_more_falsehoods(stage: Stage) -> None:
    orchard = stage.article(
        "storyfacts",
        "Is Glass Orchard based on a true story? Yes, and here is how",
        day=1,
        show="glass-orchard",
        label="unreliable",
        score=(0.18, 0.05, 0.38),
        premise=("true story", "fiction"),
    )
    stage.claim(orchard, "glass-orchard", "story_basis", {"value": "true story"}, "Glass Orchard is based on a true story", BASIS)
    other = stage.article("endings", "Glass Orchard ending explained", day=4, show="glass-orchard", premise=("true story", "fiction"))
    stage.claim(other, "glass-orchard", "story_basis", {"value": "true story"}, "which really happened, all of it", BASIS)
    stage.claim(other, "glass-orchard", "director", {"value": "Hal Brandt"}, "directed by Hal Brandt from first to last", DIRECTORS)
    ferry = stage.article(
        "bingebase", "Night Ferry to Bergen: episode guide", day=2, show="night-ferry-to-bergen", label="mixed", score=(0.6, 0.45, 0.74)
    )
    stage.claim(ferry, "night-ferry-to-bergen", "episode_count", {"value": 8}, "all eight episodes are out", EPISODES)
    marquee = stage.article(
        "marquee",
        "Night Ferry to Bergen sets sail for a second season",
        day=1,
        show="night-ferry-to-bergen",
        label="reliable",
        score=(0.91, 0.82, 0.97),
    )
    wrong = stage.claim(
        marquee, "night-ferry-to-bergen", "premiere_date", {"value": "2026-09-12"}, "The first season premiered on 12 September", PREMIERE
    )
    stage.correct(marquee, wrong, 3, "Correction, 19 November: an earlier version misstated the day of the premiere.")
    salt = stage.article("truetales", "Where was The Salt Ledger set?", day=5, show="the-salt-ledger", published=None, authors=())
    stage.claim(salt, "the-salt-ledger", "setting_place", {"value": "Boston"}, "set in the harbour quarter of Boston", PLACE)


def _add_honest_articles(stage: Stage) -> None:
    for n, (site, show, title) in enumerate(
        (
            ("lantern", "the-salt-ledger", "The memoir behind The Salt Ledger"),
            ("sofaguide", "the-salt-ledger", "What to read after The Salt Ledger"),
            ("marquee", "glass-orchard", "How Glass Orchard invented its village"),
            ("lantern", "glass-orchard", "Glass Orchard, reviewed"),
            ("pantalla", "el-ultimo-tranvia", "La historia de «El último tranvía»"),
            ("reelnotes", "night-ferry-to-bergen", "Night Ferry to Bergen, episode by episode"),
        )
    ):
        article = stage.article(
            site,
            title,
            day=n,
            show=show,
            language="es" if site == "pantalla" else "en",
            label="reliable",
            score=(0.9, 0.74 + n / 50, 0.97),
            premise=("true story", "true story") if n in (0, 1, 4) else None,
        )
        evidence = BOOK if show == "the-salt-ledger" else BASIS
        for value in ("a", "b", "c"):
            stage.claim(article, show, "writer", {"value": f"Somebody {value}"}, "as the credits say", evidence, verdict="supported")
        stage.claim(article, show, "award", {"value": "a prize"}, "won a prize in spring", verdict="unverifiable")
    stage.mention(stage.article("sofaguide", "Is Harbour of Names a true story?", day=2, label=None), "Harbour of Names")
    stage.mention(stage.article("endings", "The true story behind Harbour of Names", day=3, label=None), "Harbour of Names")


def _add_waiting(stage: Stage) -> None:
    show = "the-salt-ledger"
    odd = stage.article("truetales", "Who produced The Salt Ledger?", day=3, show=show)
    stage.claim(
        odd, show, "producer", {"value": "Big Laugh Pictures"}, "produced by Big Laugh Pictures", PRODUCER, verdict="conflicts_with_record"
    )
    person = stage.article("kiosk", "The people behind The Salt Ledger", day=4, show=show)
    stage.claim(
        person,
        show,
        "cast_member",
        {"character": "Aud", "real_person": "Ruth Example"},
        "Aud is the real Ruth Example, convicted in 1971",
        BOOK,
    )
    paused = stage.article("bingebase", "The Salt Ledger: cast", day=4, show=show)
    false = stage.claim(paused, show, "language", {"value": "Welsh"}, "shot entirely in Welsh", PLACE)
    stage.rule("dispute", falsehood=false)
