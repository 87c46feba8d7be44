"""Records read from files: what comes out, and what is said of a file that is wrong."""

from __future__ import annotations

from datetime import date
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import BadInputError
from pipeline.records import compiled, loader
from pipeline.records.loader import load_records, read_seasons

GOOD = """title = "A Show"
also_known_as = []
year = 2024
format = "series"
as_of = 2026-11-01

[[fact]]
property = "story_basis"
value = "fiction"
sources = ["gazette"]

[[fact]]
property = "cast_member"
value = "Ann Stone"
character = "Mo"
season = "1-2"
fair_values = ["Anna Stone"]
confirmed = "JM 2026-11-02"
sources = ["gazette"]

[complete]
story_basis = ["gazette"]

[sources.gazette]
url = "https://gazette.example/"
publisher = "The Gazette"
owner = "Gazette Group"
tier = 2
read = 2026-10-30
"""


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REELCHECK_DATA", str(tmp_path / "data"))


def write(folder: Path, **files: str) -> Path:
    folder.mkdir(exist_ok=True)
    for slug, text in files.items():
        (folder / f"{slug.replace('_', '-')}.toml").write_text(text)
    return folder


def complaints(folder: Path) -> list[str]:
    with pytest.raises(BadInputError) as caught:
        load_records(folder)
    return str(caught.value).splitlines()


def note_parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The slugs of the files that are parsed from now on, as they are."""
    parsed: list[str] = []
    parse = loader.parse_record

    def parse_and_tell(slug: str, content: bytes, path: Path) -> tuple[dict[str, Any], list[str]]:
        parsed.append(slug)
        return parse(slug, content, path)

    monkeypatch.setattr(loader, "parse_record", parse_and_tell)
    return parsed


def test_a_good_file_becomes_a_show(tmp_path: Path) -> None:
    show = load_records(write(tmp_path / "shows", a_show=GOOD)).shows["a-show"]
    assert (show.slug, show.title, show.year, show.format, show.as_of) == ("a-show", "A Show", 2024, "series", date(2026, 11, 1))
    fact = show.facts_of("cast_member")[0]
    assert (fact.value, fact.character, fact.seasons, fact.season) == ("Ann Stone", "Mo", (1, 2), None)
    assert (fact.fair_values, fact.confirmed) == (("Anna Stone",), "JM 2026-11-02")
    assert show.sources["gazette"].owner == "Gazette Group"
    assert show.complete == {"story_basis": ("gazette",)}


def test_the_bundled_records_load_and_are_many() -> None:
    book = load_records()
    assert len(book.shows) >= 64
    assert all(show.facts_of("story_basis") for show in book.shows.values())


def test_the_version_follows_content_and_slug_only(tmp_path: Path) -> None:
    version = load_records(write(tmp_path / "a", a_show=GOOD)).version
    assert load_records(write(tmp_path / "b", a_show=GOOD)).version == version
    assert load_records(write(tmp_path / "c", other_show=GOOD)).version != version
    assert load_records(write(tmp_path / "d", a_show=GOOD.replace("Mo", "Jo"))).version != version


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('value = "fiction"', 'value = "maybe"', 7, "[[fact]] 1: value of story_basis is 'maybe'; allowed: true story, inspired by"),
        ('property = "cast_member"', 'property = "actor"', 12, "[[fact]] 2: property is 'actor'; allowed:"),
        ('character = "Mo"', 'charakter = "Mo"', 12, "[[fact]] 2: charakter is no key of this format"),
        ('value = "Ann Stone"\n', "", 12, "[[fact]] 2: value is missing"),
        ('season = "1-2"', 'season = "one"', 12, "[[fact]] 2: season"),
        ('sources = ["gazette"]\n\n[[fact]]', 'sources = []\n\n[[fact]]', 7, "[[fact]] 1: sources"),
        ('sources = ["gazette"]\n\n[complete]', 'sources = ["nobody"]\n\n[complete]', 12, "[[fact]] 2: sources names 'nobody'"),
        ('story_basis = ["gazette"]', 'story_basis = ["nobody"]', 21, "[complete]: story_basis names 'nobody'"),
        ("tier = 2", "tier = 7", 24, "[sources.gazette]: tier is 7; allowed: 1, 2, 3 or 4"),
        ('url = "https://gazette.example/"\n', "", 24, "[sources.gazette]: url is missing"),
        ('format = "series"', 'format = "opera"', 4, "format is 'opera'; allowed: limited series"),
        ("as_of = 2026-11-01", 'as_of = "soon"', 5, "as_of"),
        ("year = 2024", 'year = "2024"', 3, "year"),
        ("\n[[fact]]", '\n[ids]\nwikidta = "Q1"\n\n[[fact]]', 7, "[ids]: wikidta is no key of this format"),
        ("\n[[fact]]", '\n[ids]\nwikidata = "wikidata.org/Q1"\n\n[[fact]]', 7, "[ids]: wikidata is 'wikidata.org/Q1'"),
        ("\n[[fact]]", '\n[ids]\nimdb = "1234567"\n\n[[fact]]', 7, "[ids]: imdb is '1234567'"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_named_with_line_key_and_what_is_allowed(tmp_path: Path, old: str, new: str, line: int, says: str) -> None:
    assert old in GOOD
    found = complaints(write(tmp_path / "shows", a_show=GOOD.replace(old, new, 1)))
    assert len(found) == 1
    assert found[0].startswith(f"{tmp_path / 'shows' / 'a-show.toml'}:{line}: ")
    assert says in found[0]


def test_all_problems_of_all_files_are_listed_at_once(tmp_path: Path) -> None:
    bad = GOOD.replace("fiction", "maybe").replace("tier = 2", "tier = 9")
    found = complaints(write(tmp_path / "shows", a_show=bad, b_show=GOOD.replace('title = "A Show"', ""), c_show=GOOD))
    assert len(found) == 2  # the unknown story basis is only looked for once the shape is right
    assert {Path(line.split(":")[0]).name for line in found} == {"a-show.toml", "b-show.toml"}


def test_broken_toml_and_bad_names_are_named(tmp_path: Path) -> None:
    assert "not TOML" in complaints(write(tmp_path / "a", a_show="title = "))[0]
    folder = write(tmp_path / "b")
    (folder / "Bad Name.toml").write_text(GOOD)
    assert "the file name is the slug" in complaints(folder)[0]
    (folder / "Bad Name.toml").write_bytes(b"\xff\xfe")
    assert "not TOML" in complaints(folder)[0]


def test_a_long_list_of_problems_is_cut(tmp_path: Path) -> None:
    files = {f"show_{n}": "title = 3" for n in range(loader.MOST_PROBLEMS_SHOWN)}
    assert complaints(write(tmp_path / "shows", **files))[-1].startswith("and ")


def test_no_folder_and_an_empty_one(tmp_path: Path) -> None:
    assert "no folder" in complaints(tmp_path / "nowhere")[0]
    assert "holds no show record" in complaints(write(tmp_path / "empty"))[0]


def test_seasons() -> None:
    assert (read_seasons(3), read_seasons("3"), read_seasons("4-6")) == ((3,), (3,), (4, 5, 6))


class TestParsedCopy:
    @pytest.fixture(autouse=True)
    def small_threshold(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(compiled, "WORTH_KEEPING", 2)

    def test_it_gives_the_same_book(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = write(tmp_path / "shows", a_show=GOOD, b_show=GOOD.replace("A Show", "B Show"))
        first = load_records(folder)
        monkeypatch.setattr(loader, "parse_record", lambda *_: pytest.fail("parsed again"))
        assert load_records(folder) == first

    @pytest.mark.parametrize("name", ["models.py", "schema.py", "loader.py", "plain_toml.py", "compiled.py", "pydantic"])
    def test_the_sign_changes_with_all_that_says_what_a_file_may_hold(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        before, read, version = compiled._sign.__wrapped__(), Path.read_bytes, metadata.version
        monkeypatch.setattr(Path, "read_bytes", lambda path: read(path) + (b"# other" if path.name == name else b""))
        monkeypatch.setattr("pipeline.records.whole_files.version", lambda package: version(package) + "+other" * (package == name))
        assert compiled._sign.__wrapped__() != before

    def test_a_copy_under_another_sign_is_not_used(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = write(tmp_path / "shows", a_show=GOOD, b_show=GOOD)
        first = load_records(folder)
        monkeypatch.setattr(compiled, "_sign", lambda: "of another release")
        parsed = note_parsed(monkeypatch)
        assert load_records(folder) == first
        assert parsed == ["a-show", "b-show"]

    def test_copies_of_only_a_few_folders_are_kept(self, tmp_path: Path) -> None:
        for number in range(compiled.MOST_COPIES + 2):
            newest = write(tmp_path / f"shows-{number}", a_show=GOOD, b_show=GOOD)
            load_records(newest)
        copies = set((tmp_path / "data" / "cache" / "records").iterdir())
        assert len(copies) == compiled.MOST_COPIES
        assert compiled._path(newest) in copies

    def test_only_a_changed_file_is_parsed_again(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = write(tmp_path / "shows", a_show=GOOD, b_show=GOOD)
        load_records(folder)
        write(folder, b_show=GOOD.replace("Mo", "Jo"))
        parsed = note_parsed(monkeypatch)
        assert load_records(folder).shows["b-show"].facts_of("cast_member")[0].character == "Jo"
        assert parsed == ["b-show"]

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            (None, b""), (None, b"{"), (None, b"[]"), (None, b"records 99 0\n{}"),
            (b'"a-show"', b'"a-sh\xffw"'), (b'"A Show"', b'"A \xffhow"'), (b'"A Show"', b"17"), (b'"A Show"', b"[" * 100_000),
        ],
    )  # fmt: skip
    def test_a_damaged_copy_is_passed_over(self, tmp_path: Path, old: bytes | None, new: bytes) -> None:
        folder = write(tmp_path / "shows", a_show=GOOD, b_show=GOOD)
        first = load_records(folder)
        copies = list((tmp_path / "data" / "cache" / "records").glob("*.json"))
        assert len(copies) == 1
        whole = copies[0].read_bytes()
        assert old is None or old in whole
        copies[0].write_bytes(new if old is None else whole.replace(old, new, 1))
        assert load_records(folder) == first

    def test_in_a_strangers_folder_nothing_is_left(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = write(tmp_path / "shows", a_show=GOOD, b_show=GOOD)
        (tmp_path / "data").mkdir()
        monkeypatch.delenv("REELCHECK_DATA")
        monkeypatch.chdir(tmp_path)
        load_records(folder)
        assert not list((tmp_path / "data").iterdir())
        (tmp_path / "data" / "live").mkdir()
        load_records(folder)
        assert len(list((tmp_path / "data" / "cache" / "records").iterdir())) == 1

    def test_many_files_are_parsed_on_several_cores_alike(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        folder = write(tmp_path / "shows", a_show=GOOD, b_show=GOOD)
        alone = load_records(folder)
        monkeypatch.setattr(loader, "WORTH_PROCESSES", 1)
        monkeypatch.setattr(compiled, "read", lambda *_: {})
        assert load_records(folder) == alone
