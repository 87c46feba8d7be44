from __future__ import annotations

import json
import re
import shutil
import xml.etree.ElementTree as ET
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest

from pipeline.errors import BadInputError
from pipeline.settings import World
from reports import digest
from reports.context import IssueContext
from reports.digest import build_digest, export_issue, freeze, list_differences, read_context, recompose_digest, render
from reports.files import write_whole
from reports.language import LANGUAGES
from reports.release import release_issue
from tests.reports.conftest import publish
from tests.reports.sample import BOOK, build_sample
from tests.reports.stage import MONDAY, Stage, key_of

PAGE_BYTES, MAIL_BYTES = 300_000, 100_000


def read_folder(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_rendering_twice_gives_the_same_bytes(issue: IssueContext, tmp_path: Path) -> None:
    for name in ("one", "two"):
        freeze(issue, tmp_path / name)
        render(read_context(tmp_path / name), tmp_path / name)
    first, second = read_folder(tmp_path / "one"), read_folder(tmp_path / "two")
    assert first == second
    assert set(first) >= {
        "context.json",
        "index.html",
        "mail.html",
        "mail.txt",
        "feed.xml",
        "issue.json",
        "claimreview.jsonld",
        "charts/sites.png",
    }


def test_a_frozen_context_reads_back_as_it_was(issue: IssueContext, hostile_issue: IssueContext, tmp_path: Path) -> None:
    for name, context in (("a", issue), ("b", hostile_issue)):
        freeze(context, tmp_path / name)
        assert read_context(tmp_path / name) == context


def test_no_day_of_the_machines_clock_gets_into_an_issue(issue: IssueContext, tmp_path: Path) -> None:
    render(issue, tmp_path)
    printed = b"".join(content for name, content in read_folder(tmp_path).items() if not name.endswith(".png")).decode()
    days = {datetime.fromisoformat(day).date() for day in re.findall(r"\b\d{4}-\d\d-\d\d\b", printed)}
    assert max(days) <= datetime(2026, 11, 23, tzinfo=UTC).date()


def test_an_issue_that_exists_is_not_composed_again(world: World) -> None:
    made = build_digest(world, MONDAY)
    before = read_folder(made.folder)
    more = build_sample()
    late = more.article("kiosk", "One more", day=2, show="the-salt-ledger")
    more.claim(late, "the-salt-ledger", "based_on", {"author": "Peter Vance", "kind": "article"}, "as Peter Vance had it", BOOK)
    publish(more, world)

    again = build_digest(world, MONDAY)
    assert (made.composed, again.composed, again.differences) == (True, False, ())
    assert read_folder(made.folder) == before

    listed = build_digest(world, MONDAY, again=True)
    assert read_folder(made.folder) == before
    anchor = made.items[0]["anchor"]
    assert f"items/{anchor}/pages: 6 -> 7" in listed.differences


@pytest.mark.parametrize("written", [0, 1])
def test_recomposing_that_is_killed_leaves_an_issue_in_every_language(world: World, written: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """``written``: files that were written before it was killed."""
    build_digest(world, MONDAY)
    folder = world.digest(MONDAY)
    before = {language: read_context(folder, language) for language in LANGUAGES}
    ruled = build_sample()
    ruled.rule("hold", falsehood=before["en"].items[0].key, day=6)
    publish(ruled, world)
    left = iter(range(written))

    def write_or_die(path: Path, content: str | bytes) -> None:
        if next(left, None) is None:
            raise KeyboardInterrupt
        write_whole(path, content)

    monkeypatch.setattr(digest, "write_whole", write_or_die)
    with pytest.raises(KeyboardInterrupt):
        recompose_digest(world, MONDAY)
    monkeypatch.undo()
    changed = [language for language in LANGUAGES if read_context(folder, language) != before[language]]
    assert len(changed) == written
    assert "en" not in changed
    recompose_digest(world, MONDAY)
    assert all(read_context(folder, language).items[0].key != before["en"].items[0].key for language in LANGUAGES)


def test_what_was_ruled_after_the_cut_off_is_listed_apart(world: World) -> None:
    made = build_digest(world, MONDAY)
    assert made.context.cut_off == datetime(2026, 11, 21, 6, tzinfo=UTC)
    changed = build_sample()
    changed.rule("hold", falsehood=made.context.items[0].key, day=8)
    changed.rule("reject", verdict="unverifiable", falsehood=made.context.items[1].key, day=9)
    publish(changed, world)
    listed = build_digest(world, MONDAY, again=True)
    assert listed.differences == ()
    gone = {line.split("/")[1] for line in listed.since if line.startswith("items/") and line.endswith("-> nothing")}
    assert {made.items[0]["anchor"], made.items[1]["anchor"]} <= gone


def test_a_ruling_before_the_cut_off_counts_also_when_composed_again(world: World) -> None:
    first = build_digest(world, MONDAY).context.items[0].key
    shutil.rmtree(world.digest(MONDAY))
    ruled = build_sample()
    ruled.rule("hold", falsehood=first, day=7)  # on Monday morning, before the issue is composed
    publish(ruled, world)
    made = build_digest(world, MONDAY)
    assert first not in {key for item in made.context.items for key in item.keys}
    assert made.context.cut_off == datetime(2026, 11, 23, 5, tzinfo=UTC)
    assert build_digest(world, MONDAY, again=True).differences == ()


def test_a_folder_of_another_issue_is_not_overwritten(issue: IssueContext, hostile_issue: IssueContext, tmp_path: Path) -> None:
    freeze(issue, tmp_path)
    with pytest.raises(BadInputError, match="not overwritten"):
        freeze(hostile_issue, tmp_path)
    assert read_context(tmp_path) == issue


def test_a_damaged_context_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadInputError, match="no issue is frozen"):
        read_context(tmp_path)
    (tmp_path / "context.json").write_text('{"format": 1}')
    with pytest.raises(BadInputError, match="no context of format 1"):
        read_context(tmp_path)


def test_the_same_contexts_do_not_differ(issue: IssueContext) -> None:
    assert list_differences(issue, issue) == ()


def test_sizes(world: World) -> None:
    made = build_digest(world, MONDAY)
    page = re.sub(r"<svg role=.*?</svg>", "", made.html.read_text(), flags=re.DOTALL)
    assert len(page.encode()) < PAGE_BYTES
    assert len(made.mail.read_bytes()) < MAIL_BYTES


def test_ten_items_of_many_pages_stay_within_the_sizes(tmp_path: Path) -> None:
    stage = Stage()
    for n in range(16):
        stage.site(f"site{n}", f"The Site of the Number {n}", score=(0.5, 0.3, 0.7))
    for n in range(10):
        show = stage.show(f"show-{n}", f"A Show With a Fairly Long Title {n}", [("based_on", "A Book", {"author": "Ann Lee"}, BOOK)])
        first = ""
        for m in range(16):
            title = f"Everything that we know about the true story of number {n}, and {m} more things"
            article = stage.article(f"site{m}", title, day=m % 7, show=show, origin=first or None, copy_of=first or None)
            stage.claim(article, show, "writer", {"value": "Peter Vance"}, f"{title}, which Peter Vance wrote " * 3, BOOK)
            first = first or article
    stage.crawl()
    made = build_digest(publish(stage, World("newsstand", tmp_path)), MONDAY)
    assert len(made.items) == 10
    page = re.sub(r"<svg role=.*?</svg>", "", made.html.read_text(), flags=re.DOTALL)
    assert len(page.encode()) < PAGE_BYTES
    assert len(made.mail.read_bytes()) < MAIL_BYTES


def test_issue_json_is_plain_and_claim_reviews_are_schema_org(world: World) -> None:
    made = build_digest(world, MONDAY)
    exported = json.loads((made.folder / "issue.json").read_text())
    assert exported == json.loads(json.dumps(export_issue(made.context)))
    assert exported["items"][0]["said"] == "The Salt Ledger is based on an article by Peter Vance"
    assert "memory" not in exported
    reviews = [json.loads(line) for line in (made.folder / "claimreview.jsonld").read_text().splitlines()]
    assert len(reviews) == sum(1 + len(item.also) for item in made.context.items if item.kit)
    first = reviews[0]
    assert (first["@context"], first["@type"]) == ("https://schema.org", "ClaimReview")
    assert first["claimReviewed"] == exported["items"][0]["said"]
    assert first["reviewRating"]["alternateName"] == "Contradicts Marquee Trade Register, read 16 Oct 2026"
    assert first["itemReviewed"]["firstAppearance"]["url"].startswith("https://truetales.example/")
    assert first["url"].endswith(f"#{exported['items'][0]['anchor']}")


def test_the_feed_is_atom_with_permanent_ids(world: World) -> None:
    made = build_digest(world, MONDAY)
    feed = feedparser.parse((made.folder / "feed.xml").read_text())
    assert not feed.bozo
    assert feed.version == "atom10"
    assert [entry.title for entry in feed.entries] == [item["headline"] for item in made.items]
    assert len({entry.id for entry in feed.entries}) == len(made.items)
    ET.fromstring((made.folder / "feed.xml").read_text())


def test_released_issues_make_the_archive_and_the_next_issue_knows_them(world: World) -> None:
    made = build_digest(world, MONDAY)
    digests = made.folder.parent
    assert not (digests / "index.html").exists()
    index = release_issue(world, MONDAY, at=datetime(2026, 11, 23, 6, tzinfo=UTC))
    assert index == made.html
    for name in ("index.html", "feed.xml", "latest/index.html", "shows/the-salt-ledger.html", "sites/truetales.html"):
        assert (digests / name).exists()
    act = json.loads((world.journal / "issue-2026-W47.json").read_text())
    assert (act["kind"], act["week"], len(act["items"])) == ("issue", "2026-W47", sum(1 + len(item.also) for item in made.context.items))

    stage = build_sample()
    later = stage.article("kiosk", "Once more", day=8, show="the-salt-ledger")
    stage.claim(later, "the-salt-ledger", "based_on", {"author": "Peter Vance", "kind": "article"}, "from Peter Vance's article", BOOK)
    publish(stage, world)
    second = build_digest(world, stage.day(7))
    assert [item.status for item in second.context.items] == ["update"]
    release_issue(world, stage.day(7))
    page = (digests / "shows/the-salt-ledger.html").read_text()
    assert page.index("2026-W48") < page.index("2026-W47")


def test_releasing_twice_changes_nothing(world: World) -> None:
    build_digest(world, MONDAY)
    release_issue(world, MONDAY)
    before = read_folder(world.root)
    release_issue(world, MONDAY)
    assert read_folder(world.root) == before


def test_every_link_inside_the_archive_leads_somewhere(world: World) -> None:
    release_issue_of(world)
    digests = world.digest(MONDAY).parent
    for page in digests.rglob("*.html"):
        text = page.read_text()
        ids = set(re.findall(r'\bid="([^"]+)"', text))
        for target in re.findall(r'href="([^"]+)"', text):
            if re.match(r"[a-z]+:", target):
                continue
            path, _, anchor = target.partition("#")
            aimed = (page.parent / path).resolve() if path else page
            assert aimed.exists(), f"{page.name} -> {target}"
            if anchor and aimed.suffix == ".html":
                assert anchor in (ids if aimed == page else set(re.findall(r'\bid="([^"]+)"', aimed.read_text()))), (
                    f"{page.name} -> {target}"
                )


def release_issue_of(world: World) -> None:
    build_digest(world, MONDAY)
    release_issue(world, MONDAY)


def test_an_issue_that_was_never_released_is_not_known(world: World) -> None:
    build_digest(world, MONDAY)
    assert build_digest(world, Stage().day(7)).context.previous_week is None


def test_the_imprint_is_read_and_its_mistakes_are_named(world: World) -> None:
    (world.root / "imprint.toml").write_text('name = "Fact Desk"\nbase_url = "https://desk.example/"\n')
    made = build_digest(world, MONDAY)
    assert "https://desk.example/2026-W47/index.html" in made.text.read_text()
    shutil.rmtree(made.folder)
    (world.root / "imprint.toml").write_text('nmae = "Fact Desk"\n')
    with pytest.raises(BadInputError, match=r"imprint\.toml.*allowed keys are name"):
        build_digest(world, MONDAY)


def test_anchors_of_the_sample_are_stable(issue: IssueContext) -> None:
    falsehood = key_of("the-salt-ledger", "based_on", '{"author": "Peter Vance", "kind": "article"}', "affirmed")
    assert issue.items[0].key == falsehood
    assert issue.items[0].anchor.startswith("the-salt-ledger-based-on-")
