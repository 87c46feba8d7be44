"""Two works on one case: what fits the other one is not held against this one, where the article plainly has turned to it."""

from __future__ import annotations

from dataclasses import replace

from pipeline.models import Article, Fact, Paragraph
from pipeline.verdicts.judge import Judge
from pipeline.verdicts.same_case import find_rivals
from tests.builders import make_book, make_claim, make_reading, make_show


def _part(actor: str, character: str, real: str | None = None) -> Fact:
    return Fact("cast_member", actor, ("paper",), character=character, real_person=real, confirmed="ed 2026-11-01")


OWN = make_show(_part("Jo Poe", "Ada Heart", "Ada Heart"), _part("Bo Crane", "Tom Bell", "Tom Bell"), slug="iron-rain", title="Iron Rain")
RIVAL = make_show(_part("Ann Drew", "Ada Heart", "Ada Heart"), _part("Dee Frost", "Tom Bell", "Tom Bell"), slug="salt", title="Salt")
LAWYER = make_claim("cast_member", "Dee Frost", OWN.slug, object={"value": "Dee Frost", "character": "Tom Bell"}, subject="about")
WIDOW = make_claim("cast_member", "Ann Drew", OWN.slug, object={"value": "Ann Drew", "character": "Ada Heart"}, subject="about")


def _verdicts(*claims: object) -> list[tuple[str, bool]]:
    judge = Judge(make_book(OWN, RIVAL))
    told = judge.judge_all(make_reading(OWN.slug, *claims), Article("https://x.example/a", "Iron Rain", (Paragraph("Iron Rain."),)))  # type: ignore[arg-type]
    return [(j.verdict, "other_work" in j.gates_failed) for j in told]


def test_works_are_rivals_that_portray_the_same_people() -> None:
    half = replace(RIVAL, slug="half", facts=RIVAL.facts[:1])
    assert find_rivals({s.slug: s for s in (OWN, RIVAL, half)}) == {"iron-rain": ("salt",), "salt": ("iron-rain",)}


def test_a_rival_s_cast_accuses_nobody() -> None:
    assert _verdicts(LAWYER, WIDOW) == [("unverifiable", True), ("unverifiable", True)]


def test_one_actor_of_a_rival_s_is_a_mistake() -> None:
    assert _verdicts(LAWYER) == [("contradicted", False)]


def test_a_mistake_about_the_work_by_name_speaks_for_no_rival() -> None:
    assert _verdicts(LAWYER, replace(WIDOW, subject="title")) == [("contradicted", False), ("contradicted", False)]


def test_what_names_the_work_is_said_of_it() -> None:
    named = [replace(c, subject="title") for c in (LAWYER, WIDOW)]
    assert _verdicts(*named) == [("contradicted", False), ("contradicted", False)]
