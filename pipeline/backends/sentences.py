"""A claim and a record as plain sentences, for scorers that compare sentences. Made from typed values: no word of the article's prose."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.models import Claim, Evidence, ObjectValue, Show

_SAYS: Mapping[str, tuple[str, str]] = {  # affirmed, negated
    "story_basis": ("{work} is {value}.", "{work} is not {value}."),
    "based_on": ("{work} is based on {value}.", "{work} is not based on {value}."),
    "creator": ("{work} was created by {value}.", "{work} was not created by {value}."),
    "writer": ("{work} was written by {value}.", "{work} was not written by {value}."),
    "director": ("{work} was directed by {value}.", "{work} was not directed by {value}."),
    "producer": ("{work} was produced by {value}.", "{work} was not produced by {value}."),
    "production_company": ("{work} was produced by {value}.", "{work} was not produced by {value}."),
    "cast_member": ("{work} stars {value}.", "{work} does not star {value}."),
    "platform": ("{work} was first released on {value}.", "{work} was not first released on {value}."),
    "country": ("{work} is from {value}.", "{work} is not from {value}."),
    "language": ("{work} is in {value}.", "{work} is not in {value}."),
    "premiere_date": ("{work} premiered on {value}.", "{work} did not premiere on {value}."),
    "episode_count": ("{work} has {value} episodes.", "{work} does not have {value} episodes."),
    "season_count": ("{work} has {value} seasons.", "{work} does not have {value} seasons."),
    "setting_place": ("{work} is set in {value}.", "{work} is not set in {value}."),
    "setting_time": ("{work} is set in the year or period {value}.", "{work} is not set in the year or period {value}."),
    "filming_location": ("{work} was filmed in {value}.", "{work} was not filmed in {value}."),
    "protagonist": ("{work} is about {value}.", "{work} is not about {value}."),
    "real_event": ("{work} depicts {value}.", "{work} does not depict {value}."),
    "award": ("{work}, awards: {value}.", "{work}, not awarded: {value}."),
    "renewal": ("{work}, renewal: {value}.", "{work}, not so: {value}."),
}
_BASES = {"true story": "a true story", "inspired by real events": "inspired by real events", "fiction": "entirely invented fiction",
          "documentary": "a documentary"}  # fmt: skip


def say_claim(claim: Claim, show: Show) -> str:
    """The hypothesis: what the claim states."""
    affirmed, negated = _SAYS[claim.relation]
    return (negated if claim.polarity == "negated" else affirmed).format_map({"work": show.title, "value": say_object(claim.object)})


def say_record(evidence: tuple[Evidence, ...], show: Show) -> str:
    """The premise: each value on record once, "" where there is none."""
    values = dict.fromkeys((e.property, e.value) for e in evidence if e.property in _SAYS and e.value)
    return " ".join(_SAYS[p][0].format_map({"work": show.title, "value": _BASES.get(v, v)}) for p, v in values)


def say_object(obj: Mapping[str, ObjectValue]) -> str:
    """ "the memoir Title by Author (2018)", "Actor as Character, who is Real Person", "6"."""
    value, kind = str(obj.get("value", "")), str(obj.get("kind", ""))
    text = _BASES.get(value, value)
    if kind:
        text = f"the {kind} {text}".rstrip() if text else f"a {kind}"
    if obj.get("author"):
        text = f"{text or 'a work'} by {obj['author']}"
    for key, form in (("character", " as {}"), ("real_person", ", who portrays {}"), ("year", " ({})"), ("season", " (season {})")):
        if obj.get(key):
            text += form.format(obj[key])
    return text.strip()
