"""Countries: a partner beside one on record accuses nobody."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.models import Fact
from pipeline.verdicts.comparison import Grade
from pipeline.verdicts.context import JudgeContext
from pipeline.verdicts.origin import compare
from tests.builders import make_claim, make_show

CONTEXT = JudgeContext(published=date(2026, 12, 1))
SHOW = make_show(Fact("country", "United Kingdom", ("paper",)), complete={"country": ("paper",)})


@pytest.mark.parametrize(
    ("value", "quote", "grade", "failed"),
    [
        ("United Kingdom", "a British drama", Grade.MATCH, ()),
        ("Canada", "Country: Canada", Grade.ABSENT, ()),
        ("Canada", "a co-production of Canada and Ireland", Grade.ABSENT, ()),
        ("Canada", "a British-Canadian production", Grade.ABSENT, ("named_beside",)),
        ("Canada", "Country: United Kingdom, Canada", Grade.ABSENT, ("named_beside",)),
        ("Canada", "una coproducción de Canadá y el Reino Unido", Grade.ABSENT, ("named_beside",)),
        ("Turkey", "a Turkish series", Grade.ABSENT, ()),
        ("Freedonia", "a Freedonian series", Grade.INCOMPARABLE, ("not_comparable",)),
    ],
)
def test_countries(value: str, quote: str, grade: Grade, failed: tuple[str, ...]) -> None:
    found = compare(make_claim("country", value, quote=quote), SHOW, CONTEXT)
    assert (found.grade, found.failed) == (grade, failed)
