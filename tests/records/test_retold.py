"""Facts told again with something else in them."""

from __future__ import annotations

import pytest

from pipeline.models import Fact
from pipeline.records.retold import find_retold

FACTS = (
    Fact("real_event", "Adam Noor bought the old mill and got threatening letters", ("paper",), when="2014", where="Denver, Colorado"),
    Fact("real_event", "Marta Ruelle was killed with an axe and struck 41 times", ("paper",), when="1980"),
    Fact("real_event", "Eva Lind sued Tidewell over the film", ("paper",), when="June 2024", where="California", note="filed in 2023"),
    Fact("real_event", "Eva Lind sold her shares in Tidewell", ("paper",), when="2009"),
)


@pytest.mark.parametrize(
    "text",
    [
        "Adam Noor bought the old mill in 2001",
        "Marta Ruelle was struck 12 times with an axe",
        "Eva Lind sued Tidewell in 2016",
        "Eva Lind sued Tidewell in Texas",
    ],
)
def test_another_year_number_or_place(text: str) -> None:
    assert [text[r.start : r.end] for r in find_retold(text, FACTS)] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "Adam Noor bought the old mill in 2014",
        "Adam Noor bought the old mill in 2015",
        "Adam Noor first bought the old mill in 2001",
        "Adam Noor sold a boat in 2001",
        "Eva Lind sued Tidewell in 2023",  # as the note has it
        "Eva Lind sued Tidewell in 2009",  # a year of another fact
        "Eva Lind sued Tidewell in Los Angeles",
        "the mill was sold in 2001",  # nobody's name
        "Marta Ruelle was killed in 1970",  # fates and events are compared elsewhere
    ],
)
def test_the_same_or_another_thing(text: str) -> None:
    assert not list(find_retold(text, FACTS))
