"""What live statements do to verdicts: they may calm one, and alone they never accuse anybody."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.models import Claim, Fact, Show
from pipeline.records.live.facts import TVMAZE, WIKIDATA
from pipeline.verdicts.judge import JudgeContext, judge
from tests.builders import make_claim
from tests.records.live.conftest import make_show
from tests.records.live.test_merging import EN, Row, answer, merge

STRONG = ("gazette", "chronicle")
PEOPLE = ("Greta Lindqvist", "Otto Brandt", "Rut Solis", "Ada Brook")
VALUES: dict[str, tuple[str | int, ...]] = {
    "director": PEOPLE, "cast_member": PEOPLE, "platform": ("Netflix", "HBO Max", "Hulu"), "country": ("Spain", "Mexico", "Japan"),
    "episode_count": (5, 8, 10), "season_count": (1, 2), "premiere_date": ("2024-03-04", "2024-09-01", "2025-01-15"),
    "setting_place": ("Vigo, Spain", "Chicago, Illinois", "Tokyo"), "setting_time": ("1970s", "1912", "2010s"),
}  # fmt: skip


def decide(claim: Claim, show: Show) -> str:
    return judge(claim, show, JudgeContext(None)).verdict


def claim_of(prop: str, value: str | int, more: dict[str, str | int] | None = None) -> Claim:
    words = f"it is set in {value}" if prop.startswith("setting") else f"the series has {value}"
    said = {"value": value, **(more or {})}
    return make_claim(prop, value, "harbour-lights", quote=words, sentence=words, plain=words, object=said)


@pytest.mark.parametrize(
    ("prop", "ours", "theirs"),
    [
        ("episode_count", 8, 5),
        ("director", "Greta Lindqvist", "Otto Brandt"),
        ("platform", "HBO Max", "Netflix"),
        ("country", "Spain", "Japan"),
    ],
)
def test_a_value_that_a_live_source_gives_is_not_contradicted(prop: str, ours: str | int, theirs: str | int) -> None:
    show = make_show(Fact(prop, ours, STRONG), complete={prop: STRONG})  # type: ignore[arg-type]
    claim = claim_of(prop, theirs)
    assert decide(claim, show) == "contradicted", "or this test shows nothing"
    assert decide(claim, merge(show, answer(TVMAZE, (prop, theirs))).show) != "contradicted"
    elsewhere = claim_of(prop, next(v for v in VALUES[prop] if v not in {ours, theirs}))
    assert decide(elsewhere, merge(show, answer(TVMAZE, (prop, theirs))).show) == "contradicted", "the curated fact stands"


# The machine may be busy: neither a slow example nor slow generation is a failure.
PATIENT = settings(max_examples=120, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def rows_of(prop: str) -> st.SearchStrategy[Row]:
    return st.tuples(st.just(prop), st.sampled_from(VALUES[prop]))


ROLES = st.tuples(
    st.just("cast_member"), st.sampled_from(PEOPLE), st.fixed_dictionaries({"character": st.sampled_from(("Mara Velasco", "Tomas Hale"))})
)  # fmt: skip
WORKS = st.tuples(
    st.just("based_on"),
    st.sampled_from(("The Lights", "Salt and Iron")),
    st.fixed_dictionaries(
        {"author": st.sampled_from(PEOPLE), "kind": st.sampled_from(("memoir", "article")), "year": st.sampled_from((2001, 2018))}
    ),
)
ROWS = st.lists(st.one_of(st.sampled_from(tuple(VALUES)).flatmap(rows_of), ROLES, WORKS), max_size=8)


@PATIENT
@given(maze=ROWS, data=ROWS, claims=ROWS)
def test_live_sources_of_tier_3_accuse_nobody(maze: list[Row], data: list[Row], claims: list[Row]) -> None:
    """Whatever TVmaze and Wikidata say about a work of which nothing else is known."""
    told = answer(TVMAZE, *maze, exhaustive=("episode_count", "season_count"))
    show = merge(make_show(), told, answer(WIKIDATA, *data)).show
    assert not [c for c in claims if decide(claim_of(*c), show) == "contradicted"]


def _is_recast(a: Row, b: Row) -> bool:
    """Two holders of one role: the judge has rules of its own for them."""
    return len(a) > 2 and len(b) > 2 and a[2].get("character") == b[2].get("character") is not None


@PATIENT
@given(curated=ROWS, live=ROWS, claims=ROWS, prop=st.sampled_from((*VALUES, "based_on")))
def test_one_live_source_turns_no_honest_claim_into_a_contradicted_one(
    curated: list[Row], live: list[Row], claims: list[Row], prop: str
) -> None:
    """A claim of a value that any source gives is not contradicted by what the live source adds."""
    curated = [r for n, r in enumerate(curated) if not any(_is_recast(r, other) for other in curated[:n])]
    facts = [Fact(r[0], r[1], STRONG, **(r[2] if len(r) > 2 else {})) for r in curated]  # type: ignore[arg-type, misc]
    show = make_show(*facts, complete={prop: STRONG})
    merged = merge(show, answer(EN, *live)).show
    for c in claims:
        claim = claim_of(*c)
        if decide(claim, merged) == "contradicted":
            assert decide(claim, show) == "contradicted"
            assert c not in live
