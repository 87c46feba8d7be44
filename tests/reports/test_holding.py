from __future__ import annotations

import pytest

from reports.holding import needs_an_editor
from reports.wording import Values


@pytest.mark.parametrize(
    ("relation", "values", "quote"),
    [
        ("cast_member", {"character": "Bo", "real_person": "Cy Day"}, "Bo is Cy Day"),
        ("real_event", {"value": "a fire"}, "it was the fire of 1911"),
        ("protagonist", {"value": "Cy Day, a baker"}, "it follows Cy Day"),
        ("protagonist", {"value": "a convicted banker"}, "it follows a convicted banker"),
        ("setting_time", {"value": "1980s"}, "set in the 1980s, when Cy Day was convicted of fraud"),
        ("based_on", {"author": "Ann Lee"}, "Ann Lee's article on how Cy Day murdered his partner"),
        ("story_basis", {"value": "true story"}, "la verdadera historia de Cy Day, condenado por estafa"),
    ],
)
def test_persons_and_crimes_wait_for_an_editor(relation: str, values: Values, quote: str) -> None:
    assert needs_an_editor(relation, values, (quote,), ())


@pytest.mark.parametrize(
    ("relation", "values", "quote", "titles"),
    [
        ("based_on", {"author": "Ann Lee", "kind": "article"}, "inspired by an article by Ann Lee", ()),
        ("protagonist", {"value": "two sisters"}, "the core of the show follows two sisters", ()),
        ("setting_place", {"value": "New York"}, "the world of the New York elite", ()),
        ("director", {"value": "Ann Lee"}, "directed by Ann Lee", ()),
        ("platform", {"value": "Netflix"}, "Murder in Salt Bay is on Netflix", ("Murder in Salt Bay",)),
        ("episode_count", {"value": 8}, "all eight episodes", ()),
    ],
)
def test_statements_about_the_work_do_not(relation: str, values: Values, quote: str, titles: tuple[str, ...]) -> None:
    assert needs_an_editor(relation, values, (quote,), titles) is None
