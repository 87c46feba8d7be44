"""Values that an article replaced by others without their having been known to be false."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from reports.composing import compose
from reports.context import IssueContext
from reports.digest import render_issue_page
from reports.letter import render_letter
from reports.readers import Reader, choose_for
from tests.reports.sample import EPISODES
from tests.reports.stage import MONDAY, Stage

EIGHT, TEN = {"value": "8"}, {"value": "10"}


def stage_an_edit(
    old: Mapping[str, Any] = EIGHT, new: Mapping[str, Any] = TEN, *, relation: str = "episode_count", quote: str = "ten parts", **more: Any
) -> tuple[Stage, str, str]:
    stage = Stage()
    stage.site("kiosk", "The Evening Kiosk", score=(0.6, 0.4, 0.8))
    show = stage.show("salt", "The Salt Ledger", [("episode_count", "6", {}, EPISODES)])
    article = stage.article("kiosk", "All about the ledger", day=1, show=show)
    was = stage.claim(article, show, relation, old, "eight parts", verdict=more.pop("was_verdict", "unverifiable"))
    now = stage.change(article, was, relation, new, quote, 3, **{"verdict": "unverifiable", **more})
    stage.crawl()
    return stage, was, now


def compose_edits(stage: Stage, tmp_path: Path) -> IssueContext:
    return compose(stage.write(tmp_path / "snapshot.duckdb"), MONDAY, previous=None)


def test_a_quiet_edit_of_a_value_that_nobody_contradicted_is_listed(tmp_path: Path) -> None:
    issue = compose_edits(stage_an_edit()[0], tmp_path)
    (edit,) = issue.edits
    assert (edit.was.plain, edit.now.plain) == ("The Salt Ledger has 8 episodes", "The Salt Ledger has 10 episodes")
    assert (edit.old_quote, edit.new_quote, edit.notice) == ("eight parts", "ten parts", None)
    assert (edit.stated_until, edit.changed, edit.verdict) == (Stage().day(2), Stage().day(3), "not checked against a source")
    assert issue.corrections == ()
    page, letter = render_issue_page(issue, {}), render_letter(issue, {})
    assert "Other values that changed" in page
    assert "The page does not say so." in page
    assert "Other values that changed" in letter.html
    assert "without a notice: was “The Salt Ledger has 8" in " ".join(letter.text.split())


def test_an_announced_edit_says_what_the_page_says(tmp_path: Path) -> None:
    issue = compose_edits(stage_an_edit(notice="Updated: we had the number wrong.")[0], tmp_path)
    assert issue.edits[0].notice == "Updated: we had the number wrong."
    assert "The page says: “<bdi>Updated: we had the number wrong.</bdi>”" in render_issue_page(issue, {})


def test_a_false_value_that_went_is_a_correction_and_not_listed_twice(tmp_path: Path) -> None:
    stage, was, _ = stage_an_edit(was_verdict="contradicted", evidence=EPISODES)
    stage.rows["verdicts"][0]["evidence"] = stage.rows["verdicts"][1]["evidence"]
    row = stage.rows["claims"][0]
    versions = [v["version_id"] for v in stage.rows["article_versions"]]
    stage.add(
        "corrections", claim_id=row["claim_id"], article_id=row["article_id"], from_version=versions[0], to_version=versions[1],
        day=stage.day(3), stated_until=stage.rows["article_versions"][0]["last_seen"],
        corrected_at=stage.rows["article_versions"][1]["seen_at"], kind="quiet",
    )  # fmt: skip
    issue = compose_edits(stage, tmp_path)
    assert [c.said.plain for c in issue.corrections] == ["The Salt Ledger has 8 episodes"]
    assert issue.edits == ()
    assert was == row["falsehood_id"]


@pytest.mark.parametrize(
    ("old", "new", "more"),
    [
        ({"value": "8", "season": 1}, {"value": "10", "season": 2}, {}),
        (EIGHT, TEN, {"quote": "eight parts"}),
        (EIGHT, TEN, {"own_word": True, "modality": "question"}),
    ],
)
def test_what_may_be_no_edit_is_none(old: Mapping[str, Any], new: Mapping[str, Any], more: dict[str, Any], tmp_path: Path) -> None:
    assert compose_edits(stage_an_edit(old, new, **more)[0], tmp_path).edits == ()


def test_several_new_values_are_a_rewritten_text(tmp_path: Path) -> None:
    stage, _, _ = stage_an_edit()
    article = stage.rows["articles"][0]["article_id"]
    second = stage.rows["article_versions"][1]["version_id"]
    stage.claim(article, "salt", "episode_count", {"value": "12"}, "twelve parts", verdict="unverifiable", version=second)
    assert compose_edits(stage, tmp_path).edits == ()


def test_a_changed_word_beside_a_value_that_stays_is_listed(tmp_path: Path) -> None:
    issue = compose_edits(stage_an_edit(TEN, TEN, quote="nine parts", was_verdict="supported", verdict="supported")[0], tmp_path)
    (edit,) = issue.edits
    assert (edit.old_quote, edit.new_quote) == ("eight parts", "nine parts")
    assert "one word changed where it says that" in render_issue_page(issue, {})
    assert "“eight parts” became “nine parts”." in " ".join(render_letter(issue, {}).text.split())


def test_held_values_and_crimes_of_people_are_not_printed(tmp_path: Path) -> None:
    stage, _, now = stage_an_edit()
    stage.rule("hold", falsehood=now)
    assert compose_edits(stage, tmp_path).edits == ()
    crime, _, _ = stage_an_edit(
        {"value": "the murder of Ann Lee"}, {"value": "the murder of Jo Lee by her husband"}, relation="real_event",
        quote="her husband murdered Jo Lee",
    )  # fmt: skip
    issue = compose_edits(crime, tmp_path)
    assert (issue.edits, issue.edits_hidden) == ((), 1)


def test_readers_get_the_edits_of_their_shows_and_sites(tmp_path: Path) -> None:
    issue = compose_edits(stage_an_edit()[0], tmp_path)
    assert choose_for(issue, Reader(address="a@b.example", shows=("salt",))).edits == issue.edits
    assert choose_for(issue, Reader(address="a@b.example", shows=("other",))).edits == ()
    assert choose_for(issue, Reader(address="a@b.example", sites=("other",))).edits == ()
