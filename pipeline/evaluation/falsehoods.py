"""How far off the labelled false numbers and days are: what the swap suite weighs its draws by (swap_values.py)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pipeline.evaluation.labelled import LabelledClaim, load_labelled
from pipeline.models import RecordBook, Show

_PLACES = {"episode_count": 0, "premiere_date": 4}  # relation: how many characters of the value are compared; 0: all


def list_falsehoods(folder: Path, book: RecordBook) -> Iterator[str]:
    """Each affirmed false number and day of the development articles with what is on record, then how many are how far off the nearest.

    A day counts by its year (0 off: only the month or the day is wrong); a day of a season that is on record nowhere is left out.
    """
    counts: dict[str, Counter[int]] = {relation: Counter() for relation in _PLACES}
    for article in load_labelled(folder):
        for claim in [] if article.held_out else article.claims:
            show = book.shows.get(claim.show)
            off = _find_offset(claim, show) if show else None
            if show and off is not None:
                counts[claim.relation][off] += 1
                yield f"{article.id}: {claim.relation} {dict(claim.object)}, {off:+} off; on record {_list_values(claim, show)}"
    for relation, table in counts.items():
        yield f"{relation}: {table.total()} false, {dict(sorted(table.items()))}"


def _find_offset(claim: LabelledClaim, show: Show) -> int | None:
    """How far the number, or the year of the day, is off the nearest on record; None where there is none to compare."""
    if claim.verdict != "contradicted" or claim.polarity != "affirmed" or claim.relation not in _PLACES:
        return None
    told = _read(claim, str(claim.object.get("value", "")))
    known = [n for value in _list_values(claim, show) if (n := _read(claim, value)) is not None]
    season = claim.object.get("season")
    if told is None or not known or (claim.relation == "premiere_date" and season and season not in {f.season for f in show.facts}):
        return None
    return min((told - n for n in known), key=abs)


def _list_values(claim: LabelledClaim, show: Show) -> list[str]:
    return sorted({str(f.value) for f in show.facts if f.property == claim.relation})


def _read(claim: LabelledClaim, value: str) -> int | None:
    shown = value[: _PLACES[claim.relation] or None]
    return int(shown) if shown.isdigit() else None
