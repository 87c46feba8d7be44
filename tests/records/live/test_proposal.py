"""The patch of a curated file: it applies with git, loads, and changes nothing that nobody asked to change."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from pipeline.models import Show
from pipeline.records.live.facts import IMDB, TVMAZE, WIKIDATA, Answer
from pipeline.records.live.proposal import PLACE, diff_record, write_proposals
from pipeline.records.loader import build_show, parse_record
from tests.records.live.conftest import DAY, make_book
from tests.records.live.test_merging import EN, answer, merge

RECORD = """title  = "Harbour Lights"
year   = 2024
format = "limited series"   # as the platform says
as_of  = 2026-11-01

[ids]
wikidata = "Q100"
tvmaze = "77"
imdb = "tt0000001"

[[fact]]
property = "story_basis"
value    = "true story"
sources  = ["gazette"]

# who made it
[[fact]]
property = "director"
value    = "Greta Lindqvist"
sources  = ["gazette"]

[[fact]]
property = "episode_count"
value    = 8
sources  = ["gazette"]

[complete]
director = ["gazette"]

[sources.gazette]
url       = "https://www.gazette.example/tv"
publisher = "The Gazette"
tier      = 2
read      = 2026-11-01

[sources.tvmaze]
url       = "https://www.tvmaze.com/shows/77/x"
publisher = "TVmaze"
tier      = 3
read      = 2026-10-01
"""


def curated(text: str = RECORD) -> Show:
    table, problems = parse_record("harbour-lights", text.encode(), Path("harbour-lights.toml"))
    assert problems == []
    return build_show("harbour-lights", table)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "repository" / PLACE
    folder.mkdir(parents=True)
    (folder / "harbour-lights.toml").write_text(RECORD)
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path / "repository", check=True)
    return tmp_path / "repository"


def propose(repository: Path, *answers: Answer) -> Path | None:
    show = curated()
    merged = merge(show, *answers)
    return write_proposals(repository.parent / "data", make_book(show), {"harbour-lights": merged}, DAY, repository / PLACE)


def test_the_patch_applies_and_the_file_loads(repository: Path) -> None:
    event = ("real_event", "sinking of the Estrella", {"when": "1971-01-09", "where": "Vigo"})
    patch = propose(repository, answer(EN, ("director", "Greta Lindqvist")), answer(TVMAZE, ("episode_count", 5)), answer(WIKIDATA, event))
    assert patch is not None
    assert patch.read_text().startswith("# disputed: episode_count 5 (TVmaze) against episode_count 8 (on record)\n--- a/pipeline")
    subprocess.run(["git", "apply", str(patch)], cwd=repository, check=True)
    text = (repository / PLACE / "harbour-lights.toml").read_text()
    show = curated(text)
    assert [(f.value, f.sources) for f in show.facts_of("director")] == [("Greta Lindqvist", ("gazette", "wikipedia_en"))]
    (found,) = show.facts_of("real_event")
    assert (found.value, found.when, found.where, found.sources) == ("sinking of the Estrella", "1971-01-09", "Vigo", ("wikidata",))
    assert [f.value for f in show.facts_of("episode_count")] == [8], "what is disputed is for an editor to write"
    assert (show.complete, show.ids) == ({"director": ("gazette",)}, curated().ids)
    assert (show.sources["wikidata"].after, show.sources["wikidata"].tier, show.sources["wikipedia_en"].tier) == ("wikipedia.org", 3, 2)
    assert show.as_of == show.sources["wikidata"].read == DAY
    assert "# who made it" in text
    assert "# as the platform says" in text


def test_a_key_of_the_file_is_not_taken(repository: Path) -> None:
    patch = propose(repository, answer(TVMAZE, ("platform", "Netflix")))
    assert patch is not None
    subprocess.run(["git", "apply", str(patch)], cwd=repository, check=True)
    show = curated((repository / PLACE / "harbour-lights.toml").read_text())
    assert show.facts_of("platform")[0].sources == ("tvmaze_entry",)
    assert show.sources["tvmaze"].read == date(2026, 10, 1)


def test_nothing_to_add_is_no_patch_and_imdb_stays_out(repository: Path) -> None:
    assert propose(repository) is None
    assert propose(repository, answer(TVMAZE, ("episode_count", 5))) is None, "a dispute alone changes no file"
    assert propose(repository, answer(IMDB, ("country", "Spain"))) is None, "its licence keeps it out of what is published"
    assert diff_record(repository / "nowhere.toml", curated(), merge(curated(), answer(EN, ("country", "Spain")))) == ""
