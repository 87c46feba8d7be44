"""What would have been, and channels of real events, beside what is stated of the work."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.models import Claim
from pipeline.verdicts.broadcasts import is_of_a_broadcast
from pipeline.verdicts.turned import turns_elsewhere
from pipeline.verdicts.unreal import is_unreal


def _claim(sentence: str, plain: str, relation: str, **value: Any) -> Claim:
    given: dict[str, Any] = {"show": "x", "polarity": "affirmed", "modality": "asserted", "paragraph": 1, "start": 0, "end": 1}
    return Claim(**given, quote=plain, plain=plain, sentence=sentence, relation=relation, object=value, pattern="x.y")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("told", "plain", "unreal"),
    [
        ("It would have had six episodes, perhaps.", "had six episodes", True),
        ("If Hulu had made it, it would have had eight parts.", "had eight parts", True),
        ("It might have had ten parts; it has six.", "had ten parts", True),
        ("It might have had ten parts; it has six.", "it has six", False),
        ("It has ten parts, though six would have done.", "It has ten parts", False),
        ("Ann Quill, who would have made a fine doctor, is in all of it, which has ten parts.", "has ten parts", False),
        ("Whatever you may have read, it has ten parts.", "it has ten parts", False),
        ("It would have had, perhaps, six episodes.", "six episodes", True),
        ("Imagine that Hulu had made it: it had six parts.", "had six parts", True),
        ("Habría tenido seis episodios.", "tenido seis episodios", True),
        ("Si Hulu la hubiera hecho, habría contado con seis episodios.", "contado con seis episodios", True),
        ("Ha tenido seis episodios.", "tenido seis episodios", False),
        ("Habrían sido seis episodios; son ocho.", "son ocho", False),
    ],
)
def test_what_would_have_been(told: str, plain: str, unreal: bool) -> None:
    assert is_unreal(_claim(told, plain, "episode_count", value=6)) is unreal


@pytest.mark.parametrize(
    ("told", "event"),
    [
        ("The real interview ran for an hour on Hulu in May.", True),
        ("The series ran for an hour a week on Hulu.", False),
        ("La entrevista de verdad se emitió en Hulu.", True),
        ("La serie se emitió en Hulu.", False),
        ("The interview took place at a castle, and it was shown on Hulu on a Saturday.", True),
        ("The interview had been hers, and the film was shown on Hulu.", False),
        ("Kay Heart had a series of her own on Hulu, Back Home.", True),
        ("Kay Heart has the series on Hulu to herself.", False),
        ("Jo Poe, once a model and a presenter on Hulu, is Kay Heart.", True),
        ("Jo Poe fue presentadora de Hulu.", True),
        ("Jo Poe is Kay Heart on Hulu.", False),
    ],
)
def test_channels_of_real_events(told: str, event: bool) -> None:
    assert is_of_a_broadcast(_claim(told, told, "platform", value="Hulu")) is event


@pytest.mark.parametrize(
    ("told", "other"),
    [
        ("That has four parts.", True),
        ("That season had eight parts and was Hulu's.", True),
        ("The last became a series for Hulu.", True),
        ("The last part became a favourite.", False),
        ("It has four parts.", False),
    ],
)
def test_that_is_another_than_it(told: str, other: bool) -> None:
    assert turns_elsewhere(_claim(told, told, "episode_count", value=4)) is other


@pytest.mark.parametrize(
    ("told", "plain", "fate"),
    [
        ("Jo Poe died on 26 May, six weeks before the premiere.", "26 May, six weeks before the premiere", True),
        ("Murió el 26 de mayo, mes y medio antes del estreno.", "26 de mayo, mes y medio antes del estreno", True),
        ("It came out on 26 May, after Jo Poe had died.", "26 May", False),
        ("It was released on 26 May.", "26 May", False),
        ("Jo Poe went to prison, and she was released on 26 May.", "26 May", True),
    ],
)
def test_the_day_of_a_fate_is_no_premiere(told: str, plain: str, fate: bool) -> None:
    assert is_of_a_broadcast(_claim(told, plain, "premiere_date", value="2022-05-26")) is fate
