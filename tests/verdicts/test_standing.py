"""Which would-be contradictions stand by their passage, alone and in company."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from pipeline.models import Claim, Judgement, Passage, Relation
from pipeline.verdicts.standing import FIRM, LEAST, Standing

SURE, LIKELY, UNLIKELY = (FIRM + 1) / 2, (FIRM + LEAST) / 2, LEAST / 2


def make_claim(relation: Relation, number: int | None, show: str = "salt") -> Claim:
    passage = None if number is None else Passage((number,), 0, 1)
    return Claim(
        show=show, relation=relation, object={"value": "x"}, polarity="affirmed", modality="asserted", quote="x", paragraph=1, start=0,
        end=1, passage=passage,
    )  # fmt: skip


def answer(likelihoods: Mapping[int, float]) -> Callable[[Passage], float]:
    return lambda passage: likelihoods[passage.pieces[0]]


def contradict(claim: Claim) -> Judgement:
    return Judgement(claim, "contradicted", "")


@pytest.mark.parametrize(("likelihood", "stands"), [(SURE, True), (LIKELY, False), (UNLIKELY, False)])
def test_alone_it_must_be_firm(likelihood: float, stands: bool) -> None:
    claim = make_claim("director", 1)
    assert Standing(answer({1: likelihood}), [contradict(claim)]).contradicts(claim) is stands


@pytest.mark.parametrize(
    ("other", "likelihood", "stands"),
    [
        (make_claim("platform", 2), SURE, True),
        (make_claim("platform", 2), LIKELY, False),  # two likely ones do not vouch for each other
        (make_claim("director", 2), SURE, False),  # the same misreading twice
        (make_claim("platform", 2, show="ferry"), SURE, False),
        (make_claim("platform", None), SURE, False),
    ],
)
def test_beside_a_firm_one_of_another_relation_likely_is_enough(other: Claim, likelihood: float, stands: bool) -> None:
    claim = make_claim("director", 1)
    standing = Standing(answer({1: LIKELY, 2: likelihood}), [contradict(claim), contradict(other)])
    assert standing.contradicts(claim) is stands


def test_a_right_statement_is_no_company() -> None:
    claim, other = make_claim("director", 1), make_claim("platform", 2)
    judgements = [contradict(claim), Judgement(other, "supported", "")]
    assert not Standing(answer({1: LIKELY, 2: SURE}), judgements).contradicts(claim)


def test_an_amber_note_needs_no_firm_standing() -> None:
    claims = {likelihood: make_claim("director", n) for n, likelihood in enumerate((SURE, LIKELY, UNLIKELY))}
    standing = Standing(answer({0: SURE, 1: LIKELY, 2: UNLIKELY}), [])
    assert [standing.may_stand(c) for c in claims.values()] == [True, True, False]


def test_what_nobody_coded_is_not_held_back() -> None:
    claim = make_claim("director", None)
    standing = Standing(answer({}), [])
    assert standing.contradicts(claim)
    assert standing.may_stand(claim)


def test_a_passage_is_asked_about_once() -> None:
    asked = []

    def ask(passage: Passage) -> float:
        asked.append(passage)
        return SURE

    claim = make_claim("director", 1)
    standing = Standing(ask, [contradict(claim)])
    assert standing.contradicts(claim)
    assert standing.may_stand(claim)
    assert len(asked) == 1
