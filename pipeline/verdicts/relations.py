"""Which module compares which relation."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.models import Claim, Relation, Show
from pipeline.verdicts import (
    award,
    basis,
    cast,
    counts,
    filming,
    happenings,
    makers,
    origin,
    platform,
    premiere,
    protagonist,
    renewal,
    setting_place,
    setting_time,
    source_work,
)
from pipeline.verdicts.comparison import Comparison
from pipeline.verdicts.context import JudgeContext

Compare = Callable[[Claim, Show, JudgeContext], Comparison]

COMPARE: Mapping[Relation, Compare] = {
    "story_basis": basis.compare,
    "based_on": source_work.compare,
    "creator": makers.compare,
    "writer": makers.compare,
    "director": makers.compare,
    "producer": makers.compare,
    "production_company": makers.compare,
    "cast_member": cast.compare,
    "platform": platform.compare,
    "country": origin.compare,
    "language": origin.compare,
    "premiere_date": premiere.compare,
    "episode_count": counts.compare,
    "season_count": counts.compare,
    "setting_place": setting_place.compare,
    "setting_time": setting_time.compare,
    "filming_location": filming.compare,
    "protagonist": protagonist.compare,
    "real_event": happenings.compare_event,
    "award": award.compare,
    "renewal": renewal.compare,
}
